// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Breaking text into balanced lines: fewest lines, then the narrowest width that keeps that count.
// Breaks at Unicode line break opportunities (UAX 14, by pango) and at soft hyphens, which libhyphen
// sets by the patterns of the text's language (Liang). A word is divided at a soft hyphen only when
// it alone is too wide or when that saves a line.
#ifndef ERNTEBILD_DRAW_PARAGRAPH_H
#define ERNTEBILD_DRAW_PARAGRAPH_H

#include <stdbool.h>

#include "draw/lettering.h"

struct arena;
struct hyphens; // hyphenation dictionaries, opened when first asked for a language

struct hyphens *hyphens_new(void);
void hyphens_free(struct hyphens *hyphens);
// `text` with U+00AD at every place where its words may be broken; in `arena`. A language without
// a dictionary gives the text unchanged.
const char *hyphens_soften(struct hyphens *hyphens, const char *text, const char *lang,
                           struct arena *arena);

struct paragraph {
    const struct run **lines; // in the arena
    int n;
    double size;       // as asked
    double width;      // of the widest line
    double height;     // ascent of the first to descent of the last line
    double ascent;     // of the first line
    double leading;    // distance of baselines
    bool overfull;     // a word is wider than the measure and could not be broken
    bool rtl;
};

// Unit: that of `size` and `width`. `leading` is a factor of the size (0: 1.21); scripts with tall
// metrics get their own factor on top. Soft hyphens in `text` are break opportunities and are not
// shown otherwise; a dash between spaces stays with the word before it; a newline breaks the line.
// Several spaces count as one. Result in `arena`.
struct paragraph *paragraph_new(struct arena *arena, const struct measure *measure,
                                const char *text, int weight, const char *lang, double size,
                                double width, double leading);

// How narrow a text can be set in how many lines, without shaping a line: what layouts search with.
// A line shaped whole may come out about a 100th wider.
#define PARAGRAPH_WIDTHS 12
struct paragraph_widths {
    int n;                            // most lines known; more do not make it narrower, or n is 12
    double whole[PARAGRAPH_WIDTHS];   // em, in i + 1 lines, no word divided
    double divided[PARAGRAPH_WIDTHS]; // em, in i + 1 lines, words divided at soft hyphens
    double ascent, descent;           // em
    double leading;                   // the script's factor
    bool rtl;
};
struct paragraph_widths paragraph_widths(struct arena *arena, const struct measure *measure,
                                         const char *text, int weight, const char *lang);

#endif
