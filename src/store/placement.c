// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/placement.h"

#include <glib.h>

#include "base/random.h"
#include "store/exchange.h"
#include "store/rows.h"

static double share(double value)
{
    return value >= 0 ? MIN(value, 1) : 0; // of a damaged file, too
}

static void fill_placement(struct row *row, void *out)
{
    struct placement *placement = out;
    placement->card = row_int(row);
    placement->table = row_int(row);
    placement->style = row_text(row);
    placement->x = share(row_real(row));
    placement->y = share(row_real(row));
    int64_t slot = row_int(row);
    placement->slot = (int)CLAMP(slot, 0, 10000);
    placement->outside = row_int(row) != 0;
    placement->theme = row_text(row);
}

struct placement *store_placements(struct store *store, struct arena *arena, int64_t workshop,
                                   size_t *n, struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(store,
                   "SELECT p.card, p.\"table\", p.style, p.x, p.y, p.slot, p.outside, p.theme FROM placement p"
                   " LEFT JOIN card c ON c.id = p.card"
                   " JOIN \"table\" t ON t.id = coalesce(c.\"table\", p.\"table\")"
                   " WHERE t.workshop = ?1 AND p.removed = 0 AND p.style <> '' ORDER BY p.id",
                   workshop),
        sizeof(struct placement), fill_placement, n, err);
}

// The same on every machine: who places the same thing means the same placement.
static int64_t row_of(int64_t row, const char *theme, const char *style)
{
    char *key = theme != NULL && *theme != '\0' ? g_strdup_printf("%s/%s", style, theme) : NULL;
    uint64_t hash = hash_text(key != NULL ? key : style);
    g_free(key);
    return store_row_of(ENTITY_PLACEMENT, row, (int64_t)(hash & INT64_MAX));
}

void change_place_card(struct change *change, int64_t card, const char *style, double x, double y,
                       bool outside)
{
    int64_t row = row_of(card, NULL, style);
    change_int(change, ENTITY_PLACEMENT, row, "card", card);
    change_text(change, ENTITY_PLACEMENT, row, "style", style);
    change_real(change, ENTITY_PLACEMENT, row, "x", share(x));
    change_real(change, ENTITY_PLACEMENT, row, "y", share(y));
    change_int(change, ENTITY_PLACEMENT, row, "outside", outside);
    change_int(change, ENTITY_PLACEMENT, row, "removed", 0);
}

void change_place_table(struct change *change, int64_t table, const char *theme, const char *style,
                        int slot)
{
    int64_t row = row_of(table, theme, style);
    change_int(change, ENTITY_PLACEMENT, row, "table", table);
    if (theme != NULL)
        change_text(change, ENTITY_PLACEMENT, row, "theme", theme);
    change_text(change, ENTITY_PLACEMENT, row, "style", style);
    change_int(change, ENTITY_PLACEMENT, row, "slot", slot);
    change_int(change, ENTITY_PLACEMENT, row, "removed", 0);
}

void change_free_place(struct change *change, int64_t row, const char *theme, const char *style)
{
    change_int(change, ENTITY_PLACEMENT, row_of(row, theme, style), "removed", 1);
}
