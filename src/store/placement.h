// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Placements: where people put cards and tables on the poster, one of each for each composition.
// Places mean the same on every page: shares of the room that a card's table gives it, and a table's
// turn in the composition's order. Putting something there and letting it go again are changes as
// any other, so both are undone, merged and kept.
#ifndef ERNTEBILD_STORE_PLACEMENT_H
#define ERNTEBILD_STORE_PLACEMENT_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct change;
struct err;
struct store;

struct placement {
    int64_t card, table; // one of them, the other is 0
    const char *style;   // the composition in which it holds
    double x, y;         // of a card's middle, 0 .. 1 from where reading begins and from the top
    int slot;            // of a table, 1-based
};

// Those that hold, in the arena; NULL with *n 0 when there are none or err is set.
struct placement *store_placements(struct store *store, struct arena *arena, int64_t workshop,
                                   size_t *n, struct err *err);
void change_place_card(struct change *change, int64_t card, const char *style, double x, double y);
void change_place_table(struct change *change, int64_t table, const char *style, int slot);
// A card or table stands again where there is room.
void change_free_place(struct change *change, int64_t row, const char *style);

#endif
