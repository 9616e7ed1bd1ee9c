// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What counts an idea: its votes as sticker dots, or as a number in a pill when there are many, and
// its number in the appendix. Internal to poster/.
#ifndef ERNTEBILD_POSTER_TALLY_H
#define ERNTEBILD_POSTER_TALLY_H

#include <stdbool.h>
#include <stdint.h>

struct harvest_idea;
struct page;
struct plan;

struct tally {
    int dots, per;        // sticker dots, in rows of `per`
    double r, pitch;
    double pill_w, pill_h, pill_size; // 0: dots
    double number_w, number_size;     // 0: none
    bool row;             // all in one row instead of below each other
    double w, h;          // art units; 0: nothing to show
};

// `room`: width for the dots. `grown`: factor on the dots.
struct tally tally_of(const struct plan *plan, const struct harvest_idea *idea, double room, bool row,
                      double grown);
// x: the left edge in a row, else the middle; y: top. `s`: the scale.
void tally_draw(struct page *page, const struct harvest_idea *idea, const struct tally *tally,
                const char *table, double x, double y, double s, uint32_t colour);
// The dots alone, for legends: `n` dots from the top left corner.
void tally_draw_dots(struct page *page, int n, int per, double x, double y, double r, double pitch,
                     uint32_t colour, const char *key);
// A number in an accent pill, on a quiet page without an outline; x: left, y: top.
void tally_draw_pill(struct page *page, const char *text, double x, double y, double w, double h,
                     double size, uint32_t colour, bool outlined, const char *key);

#endif
