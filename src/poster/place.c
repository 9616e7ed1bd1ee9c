// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/pack.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/random.h"
#include "base/tr.h"
#include "poster/placed_column.h"

// A section's columns from (x, y); `room` is the height they may take, `last` whether they spread.
static void place_section(struct placed *placed, const struct section *section, double x, double y,
                          double room, bool last, struct random *random,
                          struct arena *arena)
{
    double s = placed->pack->s;
    struct box area = {x, y, placed->pack->w - 2 * placed->pack->side, room};
    if (section->wide && section->n == 1 && !section->list) // alone above the others: it may go there
        area.h = placed->box.y + placed->box.h - placed->pack->bottom - y;
    for (int k = 0; k < section->columns; k++) {
        int n = section->start[k + 1] - section->start[k];
        double slack = room - section->height[k];
        double gap =
            section->gap_y + (n > 0 ? fmin(slack / (n + 0.6), section->gap_y * PACK_STRETCH) : 0);
        double used = section->height[k] + (gap - section->gap_y) * (n - 1);
        double top = y;
        if (!section->list && last)
            top += fmin(fmax(0, room - used) * 0.5, section->gap_y);
        double column_x = x + k * (section->column_w + section->gap_x);
        struct box taken = BOX_EMPTY;
        const double *tops = placed_column_arrange(section, k, room, arena);
        for (int i = section->start[k]; i < section->start[k + 1]; i++) {
            const struct block *block = &section->blocks[section->order[i]];
            double spare = fmax(0, section->column_w - block->w);
            double shift = fmin(spare, (section->list ? 4 : 15) * s) * random_unit(random);
            double left = column_x + (block->rtl ? spare - shift : shift);
            const struct harvest_placement *placement = block->card->placement;
            if (placement != NULL)
                left = fmin(fmax(x + placement->x * area.w - block->w / 2, column_x),
                            column_x + spare);
            if (tops != NULL)
                top = y + tops[i - section->start[k]];
            placed->blocks[placed->blocks_n++] = (struct placed_block){block, left, top, area};
            taken = box_union(taken, (struct box){left, top, block->w, block->h});
            top += block->h + gap;
        }
        if (!box_is_empty(taken))
            placed->columns[placed->columns_n++] = taken;
    }
}

// Rows of short texts do not tell their numbers each.
static void set_range(struct page *page, struct placed *placed, const struct section *list)
{
    int first = list->blocks[0].card->idea->number;
    int last = list->blocks[list->n - 1].card->idea->number;
    if (page->long_text || first <= 0 || last - first != list->n - 1)
        return; // one that people placed is out of turn
    placed->range = list->n == 1
                        ? arena_printf(page->arena, page_tr(page, N_("Appendix %d")), first)
                        : arena_printf(page->arena, page_tr(page, N_("Appendix %d–%d")), first,
                                       first + list->n - 1);
    placed->range_w = page_text_width(page, placed->range, 400, page_lang(page), page->min_size);
}

struct placed *pack_place(struct page *page, const struct pack *pack, struct box box)
{
    struct placed *placed = ARENA_NEW(page->arena, struct placed);
    size_t blocks = 0, columns = 2; // two for lines of text
    for (int i = 0; i < pack->n; i++) {
        blocks += (size_t)pack->sections[i].n;
        columns += (size_t)pack->sections[i].columns;
    }
    placed->pack = pack;
    placed->box = box;
    placed->blocks = ARENA_ARRAY(page->arena, struct placed_block, MAX(blocks, 1));
    placed->columns = ARENA_ARRAY(page->arena, struct box, columns);
    struct random random =
        random_of(arena_printf(page->arena, "island %d", pack->table->table->number));
    double spare = fmax(0, box.h - pack->h), y = box.y + pack->top;
    for (int i = 0; i < pack->n; i++) {
        const struct section *section = &pack->sections[i];
        bool last = i == pack->n - 1;
        double room = section->h + (last ? spare : 0);
        place_section(placed, section, box.x + pack->side, y, room, last, &random,
                      page->arena);
        y += room;
        if (!last && pack->sections[i + 1].list) {
            placed->rule_y = y + pack->gap * 0.5;
            set_range(page, placed, &pack->sections[i + 1]);
            if (placed->range != NULL) // the outline has to hold it
                placed->columns[placed->columns_n++] = (struct box){
                    box.x + box.w - pack->side - 8 - placed->range_w,
                    placed->rule_y - page->min_size / 2, placed->range_w, page->min_size};
        }
        y += last ? 0 : pack->gap;
    }
    if (pack->more.lines > 0) {
        y += pack->n > 0 ? 10 * pack->s : spare / 2;
        placed->more_x = box.x + pack->side + 8 * pack->s;
        placed->more_y = y;
        placed->columns[placed->columns_n++] =
            (struct box){placed->more_x, y, pack->more.w, pack->more.h};
    }
    const struct heading *heading = &pack->heading;
    double beside = box.w - heading->w;
    placed->heading_x =
        box.x + beside * (heading->w < box.w * 0.8 ? random_range(&random, 0.18, 0.5) : 0.4);
    placed->heading_y = box.y + pack->roof;
    return placed;
}
