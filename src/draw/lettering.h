// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lettering: fonts, shaped lines and their metrics. Every line is shaped once at one reference size
// with hinting off and scaled by matrix, because pango pays per distinct font size. All metrics are
// in em: multiply by the size. Only files of draw/ and publish/ include pango or cairo.
#ifndef ERNTEBILD_DRAW_LETTERING_H
#define ERNTEBILD_DRAW_LETTERING_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

struct err;
struct lettering;
struct pieces_cache;

// One line of text, shaped. Borrowed from the lettering that made it, until lettering_free.
struct run {
    const char *text;   // UTF-8, NFC
    const char *lang;   // BCP 47
    const char *family; // the family of most of its glyphs, e.g. "Playpen Sans"
    int weight;         // CSS weight: 400 500 600 700 800
    bool rtl;           // base direction
    int missing;        // characters that no font had
    double width;       // advance, em
    double ascent, descent; // line metrics of the script, em, both positive
    double leading;     // the script's factor on the distance of lines (Arabic 1.12 * factor, ...);
                        // 0 means 1, so that fake metrics may leave it out
    struct box ink;     // ink box relative to the start of the baseline, em
    double factor;      // optical size factor of the script (Arabic 1.06, ...): size em = size*factor;
                        // width, ascent, descent and ink already include it
    struct glyphs *glyphs; // the painter's business (draw/glyphs.h)
};

// Loads only the fonts of the data directory's fonts.conf (never the system's), so that the same
// text measures the same everywhere. NULL when the fonts are missing (err says which).
struct lettering *lettering_new(struct err *err);
// The fonts of `hand`, but Latin, Cyrillic and Greek in print instead of by hand. Lives on its own.
struct lettering *lettering_new_print(const struct lettering *hand);
void lettering_free(struct lettering *lettering);

// Shapes one line (no line breaks), small lettering from its words (draw/phrase.h). Base direction from `lang`, or from the text's first strong
// character when `lang` is NULL, which also guesses the language by script. Cached.
const struct run *lettering_run(struct lettering *lettering, const char *text, int weight,
                                const char *lang);

// Caret positions: x in em of the caret before the character at byte `index`, and the byte index of
// the caret position nearest to `x` (em). By pango's log attributes, never inside a cluster.
double lettering_caret(struct lettering *lettering, const struct run *run, size_t index);
size_t lettering_index(struct lettering *lettering, const struct run *run, double x);
// Byte index of the caret position before / after `index` (grapheme clusters).
size_t lettering_previous(const char *text, size_t index);
size_t lettering_next(const char *text, size_t index);

// Outline contours of a run at 1 em, flattened: `n` closed polygons (baseline start at 0,0).
// Overlapping contours are not united. Caller frees with lettering_free_contours.
struct line *lettering_contours(struct lettering *lettering, const struct run *run, size_t *n);
void lettering_free_contours(struct line *contours, size_t n);

bool lang_is_rtl(const char *lang); // ar fa ckb he ur ps sd ug yi dv, with or without region

// What layout asks for metrics, so that layout tests run with a fake one.
struct measure {
    void *context;
    const struct run *(*run)(void *context, const char *text, int weight, const char *lang);
    struct pieces_cache *cache; // where paragraph_new remembers how it cut a text; may be NULL
};
struct measure lettering_measure(struct lettering *lettering);

#endif
