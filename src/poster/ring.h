// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ring: tables round the title and the scene, counter-clockwise from the top left. Internal to
// poster/.
#ifndef ERNTEBILD_POSTER_RING_H
#define ERNTEBILD_POSTER_RING_H

#include <stdbool.h>
#include <stddef.h>

#include "poster/needs.h"
#include "poster/pack.h"

struct arena;

// ---- ring_slots.c: how many tables stand where, and which ----------------------------------------

struct slots {
    int left, bottom, right; // landscape: stacks and the row between them. Portrait: columns, two
                             // (bottom 0) or three
    int upper;               // portrait: of each column, above the scene
    bool across;             // a banner: islands side by side left and right of title and scene
};

#define RING_ORDERS 8

struct order {
    struct slots slots;
    int *table;  // by slot: left stack downwards, row rightwards (or middle column downwards), right
                 // stack upwards
    double cost; // in units of the score: 14 a scale of 1
};

#define RING_VARIANTS 4
// The slots of `n` tables; variants put fewer below or above the scene, or in more columns. False: no
// such variant.
bool ring_slots(const struct page *page, int n, int variant, struct slots *slots);
// The best orders, cheapest first, in the page's arena; no table is more than `away` places from
// where its number would put it. Returns how many.
size_t ring_orders(struct page *page, struct slots slots, int away,
                   struct order orders[RING_ORDERS]);

// ---- ring.c --------------------------------------------------------------------------------------

#define RING_TABLES 12   // a ring of more is no ring
#define RING_GUTTER 40.0 // between columns, and islands of a row

// A place found for every table: columns of the landscape ring or of the portrait one.
struct ring_fit {
    double left_w, right_w;   // widths of the stacks, 0: none
    double middle_w;          // portrait: of the middle column
    double left_h, right_h;   // landscape: what their islands and gaps take of the height
    double centre_w;
    double title_h;
    double row_top, row_h;    // landscape: of the islands in the row
    int *row;                 // their widths, in steps
    double upper_h, lower_h;  // portrait: heights of the rows above and below the scene
    double scene_h;           // portrait
};

struct ring {
    struct page *page;
    struct table_cards *tables;
    int n;
    double body_top, body_bottom;
    double scene_least;   // height at a scale of 1
    double centre_least;  // width of the middle
    struct arena *scratch;
    double *title_h;      // height of the title by width in needs' steps; 0: not known yet
    struct ring_fit fit;  // of the candidate tried last
};

// The height that the title takes in a column of `width`.
double ring_title_height(const struct ring *ring, double width);

// How much wider than they need the stacks are.
struct growth {
    double left, right;
};

// Whether an order fits by these needs; `share` is the left column's of the width.
bool ring_wide_fits(const struct ring *ring, struct needs *needs, const struct order *order,
                    struct growth growth, struct ring_fit *fit);
bool ring_tall_fits(const struct ring *ring, struct needs *needs, const struct order *order,
                    double share, struct ring_fit *fit);
bool ring_across_fits(const struct ring *ring, struct needs *needs, const struct order *order,
                      struct ring_fit *fit);
bool ring_across_grow(const struct ring *ring, struct needs *needs, const struct order *order,
                      struct ring_fit *fit);
double ring_across_width(const struct ring_fit *fit, int slot);
bool ring_across_place(const struct ring *ring, const struct order *order, const struct ring_fit *fit,
                       struct pack *packs);
// The widths that look best: stacks as wide as their islands still fill them, then the islands of the
// row by what it has to spare. False: does not fit.
bool ring_wide_grow(const struct ring *ring, struct needs *needs, const struct order *order,
                     struct ring_fit *fit);
// The width that fit gives the table in `slot`.
double ring_wide_width(const struct ring_fit *fit, const struct order *order, int slot);
double ring_tall_width(const struct ring_fit *fit, const struct order *order, int slot);
// Sets rooms and islands from lettered packs (by slot). False: they are higher than was measured.
bool ring_wide_place(const struct ring *ring, const struct order *order, const struct ring_fit *fit,
                     struct pack *packs);
bool ring_tall_place(const struct ring *ring, const struct order *order, const struct ring_fit *fit,
                     struct pack *packs);
// Last resort for any number of tables: equal cells below a small scene, what does not fit left out.
bool ring_grid(const struct ring *ring);

#endif
