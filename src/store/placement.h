// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Placements: where people put cards and tables on the poster, one of each for each composition.
// Places mean the same on every page: shares of the room that a card's table gives it, or of the page
// when it stands outside, and the turn of a table, or of a theme among the cards of one, in the
// composition's order. Putting something there and letting it go again are changes as any other, so
// both are undone, merged and kept.
#ifndef ERNTEBILD_STORE_PLACEMENT_H
#define ERNTEBILD_STORE_PLACEMENT_H

#include <stdbool.h>
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
    bool outside;        // of its table: x and y count on the page
    int slot;            // of a table, 1-based
    const char *theme;   // of the table's cards, by name; "": the table itself
};

// Those that hold, in the arena; NULL with *n 0 when there are none or err is set.
struct placement *store_placements(struct store *store, struct arena *arena, int64_t workshop,
                                   size_t *n, struct err *err);
void change_place_card(struct change *change, int64_t card, const char *style, double x, double y,
                       bool outside);
// `theme`: a name, or NULL for the table itself.
void change_place_table(struct change *change, int64_t table, const char *theme, const char *style,
                        int slot);
// A card, table or theme stands again where there is room.
void change_free_place(struct change *change, int64_t row, const char *theme, const char *style);

#endif
