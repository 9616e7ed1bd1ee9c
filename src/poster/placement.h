// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people put where on the poster: which of it holds on a page, and what can be put elsewhere.
// Internal to poster/.
#ifndef ERNTEBILD_POSTER_PLACEMENT_H
#define ERNTEBILD_POSTER_PLACEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct harvest;
struct harvest_placement;
struct harvest_table;
struct page;
struct poster_item;
struct store;

// All placements of the workshop into the harvest.
bool placement_load(struct harvest *harvest, struct store *store, int64_t workshop,
                    struct err *err);
// Where people put a card in the page's composition; NULL: nowhere.
const struct harvest_placement *placement_of_card(const struct page *page, int64_t card);
// The slot that people chose for a table, 0-based; -1: none.
int placement_slot(const struct page *page, const struct harvest_table *table);
// Which table (index) stands in which slot: those that people placed in theirs, or the next free one,
// the others round them in the order of their numbers. `held` (may be NULL): slots of the former.
void placement_order(const struct page *page, int *table, bool *held);
// Every card and table that stands on the picture, in the page's arena; cards first. Tells the scene
// where cards were placed.
const struct poster_item *placement_items(struct page *page, size_t *n);

#endif
