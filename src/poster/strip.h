// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The road of agreements: what its rooms share. Internal to poster/.
#ifndef ERNTEBILD_POSTER_STRIP_H
#define ERNTEBILD_POSTER_STRIP_H

#include "poster/furniture.h"
#include "poster/page.h"

struct strip {
    struct page *page;
    struct box room;
    double road;            // y of its middle line, about
    double left_w, right_w; // taken by title and HEUTE, by calendar and house
    double boards_h;        // of a board
    double posts_in;        // share of a board's width at which its posts stand
};

double strip_road_top(const struct strip *strip, double x); // y of the road's edges at x
double strip_road_width(const struct strip *strip, double x);

// strip_board.c: the agreements between x0 and x1.
void strip_draw_boards(struct strip *strip, double x0, double x1);

// One line in `width`: as large as fits, at most `most`. False when even the least lettering is
// wider.
bool strip_fit_line(struct page *page, const char *text, int weight, double width, double most,
                    double *size);

#endif
