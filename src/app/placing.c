// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placing.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/preview.h"
#include "app/stage.h"
#include "base/tr.h"
#include "poster/poster.h"
#include "publish/press.h"
#include "store/placement.h"
#include "store/store.h"

const struct poster_item *placing_items(const struct placing *placing, size_t *n)
{
    const struct preview *preview = placing->preview;
    *n = 0;
    return preview->print != NULL && preview->page == 0 ? poster_items(preview->print->poster, n)
                                                        : NULL;
}

const struct poster_item *placing_find(const struct placing *placing, const char *id)
{
    size_t n;
    const struct poster_item *items = placing_items(placing, &n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(items[i].id, id) == 0)
            return &items[i];
    return NULL;
}

static int64_t card_of(const char *id)
{
    return g_str_has_prefix(id, "card:") ? g_ascii_strtoll(id + 5, NULL, 10) : 0;
}

static int64_t table_row(const struct placing *placing, int number)
{
    for (size_t i = 0; i < placing->tables_n; i++)
        if (placing->tables[i].number == number)
            return placing->tables[i].id;
    return 0;
}

// The table that an item is, or whose cards' theme it is.
static int64_t row_of(const struct placing *placing, const struct poster_item *item)
{
    const struct harvest *harvest = placing->preview->print->harvest;
    return table_row(placing, harvest->themed ? harvest->whole : item->table);
}

static const char *theme_of(const struct placing *placing, const struct poster_item *item)
{
    const struct harvest *harvest = placing->preview->print->harvest;
    for (size_t i = 0; i < harvest->tables_n; i++)
        if (harvest->tables[i].number == item->table)
            return harvest_theme(harvest, &harvest->tables[i]);
    return NULL;
}

bool placing_may_move(const struct placing *placing, const struct poster_item *item)
{
    return item->slot == 0 || row_of(placing, item) != 0;
}

static const char *style_of(const struct placing *placing)
{
    return poster_style(placing->preview->print->poster);
}

static bool commit(const struct placing *placing, struct change *change)
{
    struct err err = stage_err(placing->stage);
    if (store_commit(change, &err))
        return true;
    stage_warn(placing->stage, 1, &err);
    return false;
}

bool placing_put(const struct placing *placing, const struct poster_item *item, struct point middle)
{
    struct poster_spot spot = poster_spot(placing->preview->print->poster, item, middle);
    struct change *change = store_begin(placing->stage->store, 0, N_("Placed"));
    change_place_card(change, card_of(item->id), style_of(placing), spot.x, spot.y, spot.outside);
    return commit(placing, change);
}

bool placing_swap(const struct placing *placing, const struct poster_item *a,
                  const struct poster_item *b)
{
    size_t n;
    const struct poster_item *items = placing_items(placing, &n);
    struct change *change = store_begin(placing->stage->store, 0, N_("Tables swapped"));
    for (size_t i = 0; i < n; i++) {
        const struct poster_item *item = &items[i];
        int slot = item == a ? b->slot : item == b ? a->slot : item->slot;
        if (item->slot > 0)
            change_place_table(change, row_of(placing, item), theme_of(placing, item),
                               style_of(placing), slot);
    }
    return commit(placing, change);
}

const struct poster_item *placing_table_in(const struct placing *placing, int slot)
{
    size_t n;
    const struct poster_item *items = placing_items(placing, &n);
    for (size_t i = 0; i < n; i++)
        if (items[i].slot == slot)
            return &items[i];
    return NULL;
}

const struct poster_item *placing_home(const struct placing *placing, const struct poster_item *card)
{
    size_t n;
    const struct poster_item *items = placing_items(placing, &n);
    for (size_t i = 0; i < n; i++)
        if (items[i].slot > 0 && items[i].table == card->table)
            return &items[i];
    return NULL;
}

const struct poster_item *placing_table_at(const struct placing *placing, struct point p)
{
    size_t n;
    const struct poster_item *items = placing_items(placing, &n), *best = NULL;
    double least = INFINITY;
    for (size_t i = 0; i < n; i++) {
        struct box area = items[i].area;
        double dx = fmax(fmax(area.x - p.x, p.x - area.x - area.w), 0);
        double dy = fmax(fmax(area.y - p.y, p.y - area.y - area.h), 0);
        if (items[i].slot > 0 && hypot(dx, dy) < least) {
            least = hypot(dx, dy);
            best = &items[i];
        }
    }
    return best;
}

bool placing_free(const struct placing *placing, const struct poster_item *item)
{
    size_t n;
    const struct poster_item *items = placing_items(placing, &n);
    struct change *change = store_begin(placing->stage->store, 0, N_("Place free again"));
    if (item->slot == 0)
        change_free_place(change, card_of(item->id), NULL, style_of(placing));
    for (size_t i = 0; item->slot > 0 && i < n; i++)
        if (items[i].slot > 0 && items[i].placed)
            change_free_place(change, row_of(placing, &items[i]), theme_of(placing, &items[i]),
                              style_of(placing));
    return commit(placing, change);
}
