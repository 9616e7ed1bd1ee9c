// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The poster: a harvest composed for one page size, as scenes. Page 1 is the picture; further pages
// are the appendix that lists every card in full.
#ifndef ERNTEBILD_POSTER_POSTER_H
#define ERNTEBILD_POSTER_POSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/lettering.h"
#include "draw/scene.h"

struct err;
struct harvest;
struct hyphens;
struct icons;
struct poster;
struct tr;

struct poster_tools { // all borrowed, must outlive the poster
    struct measure measure;
    struct lettering *lettering; // for title contours; NULL: plain title (tests with a fake measure)
    struct hyphens *hyphens;
    const struct icons *icons;
    const struct tr *tr; // in the poster's language
};

struct poster_options {
    double w_mm, h_mm;   // page; landscape or portrait
    const char *style;   // one of poster_styles | NULL: the workshop's own, or proposed by the data
    const char *palette; // one of palette.h; NULL: the workshop's own
    const char *party;   // whom it is for (lift.h); NULL: for all
    bool appendix;       // false: only when something is left to it
};

// What stands on the picture and may be put elsewhere (store/placement.h).
struct poster_item {
    const char *id; // "card:12", "table:3"
    int table;      // number
    int slot;       // of a table: in the composition's order, 1-based; 0: a card
    struct box box; // mm on the page, as it is seen: the card's block, the table's heading
    struct box area; // mm: of a card, where its place on its island counts; of a table, its island
    bool placed;     // people put it here
    bool outside;    // of a card: of its island, somewhere on the page
    double x, y;     // of a placed card: shares of the area, or of the page when it is outside
    bool mirrored;   // shares of the area count from the right
};

// The compositions by name, in the order in which they are offered; NULL beyond the last.
const char *poster_style_name(size_t i);
// Named paper sizes "a4".."a0" or "WxH" (mm), landscape; portrait swaps. False with err otherwise.
bool poster_page_size(const char *name, bool portrait, double *w_mm, double *h_mm, struct err *err);

// The names of the compositions with `separator` between them; g_free it.
char *poster_styles(const char *separator);
// By name or alias; NULL: there is none.
const char *poster_style_find(const char *name);
// The composition that a poster of this harvest has when none is asked for.
const char *poster_style_of(const struct harvest *harvest);

// Composes; what a composition cannot hold (too many tables, say) becomes a ring. Fails only when not even the last step of the ladder fits (err says what to change).
struct poster *poster_new(const struct harvest *harvest, const struct poster_options *options,
                          const struct poster_tools *tools, struct err *err);
void poster_free(struct poster *poster);
size_t poster_pages(const struct poster *poster);
const struct scene *poster_page(const struct poster *poster, size_t page); // borrowed
const char *poster_style(const struct poster *poster); // the composition used: what was asked for, or the ring
// The composition that was asked for, or suits the data, and had no room; NULL: the one used.
const char *poster_wanted(const struct poster *poster);
double poster_smallest_pt(const struct poster *poster); // lettering on page 1
// All of them, borrowed.
const struct poster_item *poster_items(const struct poster *poster, size_t *n);
// The share of the item's area at which `middle` (mm on the page) lies, within it.
void poster_item_share(const struct poster_item *item, struct point middle, double *x, double *y);
// What it means to put a card's middle somewhere on the page (mm): a place on its island, or outside.
struct poster_spot {
    double x, y; // as struct poster_item's
    bool outside;
};
struct poster_spot poster_spot(const struct poster *poster, const struct poster_item *card,
                               struct point middle);
// What the composition chose, for --verbose and tests: "full 0.94, 6 tables: 1 2 3 ...".
const char *poster_report(const struct poster *poster);

#endif
