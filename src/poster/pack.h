// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Packing the blocks of one table into an island of a given width: the heading, ideas in full in
// columns (the winner perhaps across them), a list of keywords below, and a line that says how many
// more the appendix holds. Internal to poster/.
#ifndef ERNTEBILD_POSTER_PACK_H
#define ERNTEBILD_POSTER_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "poster/block.h"
#include "poster/heading.h"
#include "poster/page.h"

// A table prepared for packing.
struct table_cards {
    const struct harvest_table *table;
    const struct island_form *form;
    struct title title;
    struct wording question; // shown when there are no cards
    struct card *cards;
    size_t n;
    size_t inside; // of them on the island
    struct wording *more; // how many cards are left out, from 0 to n; without text: not made yet
};

#define SECTION_COLUMNS 16

struct section {
    bool list, wide;
    int most_lines;
    struct block *blocks;
    int n;
    int columns;
    int *order;                      // blocks by column, from top to bottom
    int start[SECTION_COLUMNS + 1];  // in `order`
    double height[SECTION_COLUMNS];  // of each column
    double column_w, gap_x, gap_y;
    double h;
    double penalty; // height that shrunken keywords cost
};

struct pack {
    const struct table_cards *table;
    double w, s;
    double side, top, bottom; // inner edges
    double roof;              // above the heading, part of `top`
    struct heading heading;
    struct section sections[3];
    int n;
    double gap;             // between sections
    struct setting more;    // "+12 more in the appendix"; or the question of an empty table
    size_t left_out;        // cards of the table that only the appendix holds
    double inner_h;         // what stands between top and bottom
    double h;               // least height of the island
    double cost;            // h, and what was sacrificed for it
};

struct table_cards *pack_tables(struct page *page); // of all tables, in the arena

// In `arena`. False: does not fit that width at any height.
bool pack_table(struct pack *pack, const struct plan *plan, const struct table_cards *table, double w,
                struct arena *arena);

// Letters the lines of a pack that was measured, in the page's arena; its heights become exact. False:
// some text does not fit after all.
bool pack_letter(struct pack *pack, const struct plan *plan);

// What gaps between blocks may grow by, as a share of themselves.
#define PACK_STRETCH 1.2
// The height beyond `h` that the blocks can spread over.
double pack_stretch(const struct pack *pack);

// A pack put into an island: where everything stands, art units.
struct placed_block {
    const struct block *block;
    double x, y;
    struct box area; // in which people may place it
};

struct placed {
    const struct pack *pack;
    struct box box;        // the island
    struct placed_block *blocks;
    size_t blocks_n;
    struct box *columns;   // what the columns of blocks occupy
    size_t columns_n;
    double rule_y;         // between ideas in full and the list; 0: none
    const char *range;     // the numbers of the list's rows in the appendix, at its end; NULL: none
    double range_w;
    double heading_x, heading_y;
    double more_x, more_y;
};

// Spreads the height that `box` has to spare. `pack` is borrowed, the result in the page's arena.
struct placed *pack_place(struct page *page, const struct pack *pack, struct box box);

#endif
