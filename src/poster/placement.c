// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/placement.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "poster/composition.h"
#include "poster/page.h"
#include "store/placement.h"
#include "store/store.h"

static int number_of(const struct table *tables, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (tables[i].id == id)
            return tables[i].number;
    return 0;
}

bool placement_load(struct harvest *harvest, struct store *store, int64_t workshop, struct err *err)
{
    size_t n, tables_n = 0;
    const struct placement *all = store_placements(store, harvest->arena, workshop, &n, err);
    const struct table *tables =
        n > 0 ? store_tables(store, harvest->arena, workshop, &tables_n, err) : NULL;
    harvest->placements = ARENA_ARRAY(harvest->arena, struct harvest_placement, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct harvest_placement placement = {
            .style = all[i].style,
            .card = all[i].card,
            .table = all[i].card == 0 ? number_of(tables, tables_n, all[i].table) : 0,
            .x = all[i].x,
            .y = all[i].y,
            .slot = all[i].slot,
            .outside = all[i].outside,
            .theme = *all[i].theme != '\0' ? all[i].theme : NULL,
        };
        if (placement.card != 0 || (placement.table != 0 && placement.slot > 0))
            harvest->placements[harvest->placements_n++] = placement;
    }
    return err == NULL || err->code == ERR_NONE;
}

static bool holds_here(const struct page *page, const struct harvest_placement *placement)
{
    return strcmp(placement->style, page->composition->name) == 0;
}

const struct harvest_placement *placement_of_card(const struct page *page, int64_t card)
{
    for (size_t i = 0; card != 0 && i < page->harvest->placements_n; i++) {
        const struct harvest_placement *placement = &page->harvest->placements[i];
        if (placement->card == card && holds_here(page, placement))
            return placement;
    }
    return NULL;
}

const char *harvest_theme(const struct harvest *harvest, const struct harvest_table *table)
{
    static const char REST[] = "…";
    if (!harvest->themed)
        return NULL;
    return *table->title != '\0' ? table->title : REST;
}

// Themes among cards are known by their names: one that goes by another name is another theme.
int placement_slot(const struct page *page, const struct harvest_table *table)
{
    const struct harvest *harvest = page->harvest;
    const char *theme = harvest_theme(harvest, table);
    int number = theme != NULL ? harvest->whole : table->number;
    for (size_t i = 0; i < harvest->placements_n; i++) {
        const struct harvest_placement *placement = &harvest->placements[i];
        if (placement->table == number && placement->card == 0 &&
            g_strcmp0(placement->theme, theme) == 0 && holds_here(page, placement))
            return MIN(placement->slot, (int)harvest->tables_n) - 1;
    }
    return -1;
}

void placement_order(const struct page *page, int *table, bool *held)
{
    int n = (int)page->harvest->tables_n;
    for (int slot = 0; slot < n; slot++)
        table[slot] = -1;
    for (int slot = 0; slot < n;
         slot++) // in the order of slots, so that two in one stay neighbours
        for (int t = 0; t < n; t++) {
            if (placement_slot(page, &page->harvest->tables[t]) != slot)
                continue;
            int at = slot;
            while (table[at] >= 0)
                at = (at + 1) % n;
            table[at] = t;
        }
    for (int slot = 0; held != NULL && slot < n; slot++)
        held[slot] = table[slot] >= 0;
    for (int t = 0, slot = 0; t < n; t++) {
        if (placement_slot(page, &page->harvest->tables[t]) >= 0)
            continue;
        while (table[slot] >= 0)
            slot++;
        table[slot] = t;
    }
}
