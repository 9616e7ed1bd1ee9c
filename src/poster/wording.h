// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words to be set: a text prepared once (hyphens, narrowest widths) and set many times, measured
// without shaping while an arrangement is sought, lettered when it stands. Internal to poster/.
#ifndef ERNTEBILD_POSTER_WORDING_H
#define ERNTEBILD_POSTER_WORDING_H

#include <stdbool.h>

#include "draw/paragraph.h"

struct page;

// Factors on the size.
#define LEADING_HEADING 1.04
#define LEADING_KEYWORD 1.06
#define LEADING_TEXT 1.21

// One attempt at an arrangement: a step of the ladder (ART.md 10) at one scale.
struct plan {
    struct page *page;
    double s;            // scale
    bool list;           // keywords as a list below the `full_top` ideas of each table in full
    int full_top;
    int most;            // cards a table shows; the rest is in the appendix only
    double heading_cap;   // art units
    double heading_least; // share of the size a heading should have; narrow islands that make it
                          // smaller do not do
    bool lettered;       // shape lines (slow) or measure them only
};

struct wording {
    const char *text;  // without soft hyphens, for marks
    const char *soft;  // with soft hyphens
    const char *lang;
    int weight;
    bool rtl;
    struct paragraph_widths widths;
};

// In the page's arena. `divide` false: words are divided only where they are too long for anything.
void wording_init(struct wording *wording, struct page *page, const char *text, int weight,
                  const char *lang, bool divide);

// The same words, parted only where a German compound plainly has its joint: behind a derived noun with
// a linking s ("Begegnungs-café", not "Begeg-nungscafé"). False: no word has one.
bool wording_at_joints(struct wording *joints, struct page *page, const struct wording *wording);

// A wording set in a width, art units.
struct setting {
    const struct wording *wording; // NULL: nothing
    int lines;
    double size, w, h;
    double ascent, leading;
    bool overfull; // wider than asked
    bool divided;  // words are parted by hyphens (measured settings only)
    struct paragraph *paragraph; // NULL: measured only
};

// Of a wording without text: lines 0, no height.
struct setting wording_set(const struct wording *wording, const struct plan *plan, double size,
                           double width, double leading);

// Whether two BCP 47 tags name the same language; NULL and "" are the same as any.
bool wording_same_lang(const char *a, const char *b);

#endif
