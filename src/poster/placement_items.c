// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands on the picture and can be put elsewhere.
#include "poster/placement.h"

#include <glib.h>

#include "base/arena.h"
#include "poster/outside.h"
#include "poster/pack.h"

static struct poster_item table_item(struct page *page, const struct island *island)
{
    int index = (int)(island->table - page->harvest->tables), slot = index;
    for (int i = 0; page->order != NULL && i < (int)page->islands_n; i++)
        if (page->order[i] == index)
            slot = i;
    const struct placed *placed = island->layout;
    const struct heading *heading = &placed->pack->heading;
    return (struct poster_item){
        .id = arena_printf(page->arena, "table:%d", island->table->number),
        .table = island->table->number,
        .slot = slot + 1,
        .box = pen_box(&page->pen,
                       (struct box){placed->heading_x, placed->heading_y, heading->w, heading->h}),
        .area = pen_box(&page->pen, line_box(&island->outline)),
        .placed = placement_slot(page, island->table) >= 0,
    };
}

static struct poster_item card_item(struct page *page, const struct island *island,
                                    const struct placed_block *at)
{
    const struct harvest_placement *placement = at->block->card->placement;
    const char *id = at->block->card->idea->id;
    if (placement != NULL)
        scene_to_placed(page->scene, id, placement->x, placement->y);
    return (struct poster_item){
        .id = id,
        .table = island->table->number,
        .box = pen_box(&page->pen, (struct box){at->x, at->y, at->block->w, at->block->h}),
        .area = pen_box(&page->pen, at->area),
        .placed = placement != NULL,
        .x = placement != NULL ? placement->x : 0,
        .y = placement != NULL ? placement->y : 0,
        .mirrored = page->rtl,
    };
}

static struct poster_item outside_item(struct page *page, const struct outside_card *card)
{
    const struct harvest_placement *placement = card->block.card->placement;
    const char *id = card->block.card->idea->id;
    scene_to_placed(page->scene, id, placement->x, placement->y);
    return (struct poster_item){
        .id = id,
        .table = card->island->table->number,
        .box = pen_box(&page->pen, (struct box){card->x, card->y, card->block.w, card->block.h}),
        .area = pen_box(&page->pen, card->island->box),
        .placed = true,
        .outside = true,
        .x = placement->x,
        .y = placement->y,
        .mirrored = page->rtl,
    };
}

const struct poster_item *placement_items(struct page *page, size_t *n)
{
    size_t room = page->harvest->ideas_n + page->islands_n;
    struct poster_item *items = ARENA_ARRAY(page->arena, struct poster_item, room + 1);
    *n = 0;
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct placed *placed = page->islands[i].layout;
        for (size_t k = 0; placed != NULL && k < placed->blocks_n; k++)
            if (placed->blocks[k].block->card->idea->card != 0)
                items[(*n)++] = card_item(page, &page->islands[i], &placed->blocks[k]);
    }
    for (size_t i = 0; i < page->outside_n; i++)
        items[(*n)++] = outside_item(page, &page->outside[i]);
    for (size_t i = 0; i < page->islands_n; i++)
        if (page->islands[i].layout != NULL)
            items[(*n)++] = table_item(page, &page->islands[i]);
    return items;
}
