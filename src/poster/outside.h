// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards that people put outside their islands: each on a paper of its own, as near as can be to where
// it was put, with its table's number and a dotted line to its island. Internal to poster/.
#ifndef ERNTEBILD_POSTER_OUTSIDE_H
#define ERNTEBILD_POSTER_OUTSIDE_H

#include <stdbool.h>

#include "poster/block.h"
#include "poster/page.h"

struct outside_card {
    const struct island *island; // of its table
    struct block block;
    double x, y;    // of the block, art units
    struct box paper;
    struct line way; // to its island; empty: there is none. Owned
};

// Finds their places, when all else that stands on the page is noted, and notes them. False: one has
// no room anywhere; page_keep_inside knows it now, and the page is to be arranged again.
bool outside_place(struct page *page);
void outside_draw(struct page *page);
// Frees the lines.
void outside_clear(struct page *page);

// Cards that found no room outside stand on their islands.
bool page_keeps_inside(const struct page *page, int64_t card);

#endif
