// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/page.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "poster/form.h"
#include "poster/outline.h"
#include "poster/pack.h"

#define SHADOW 7.0
#define EDGE_SHIFT 5.0 // the accent along the inner edge: light comes from the top left
#define EDGE_WIDTH 11.0
static const struct placed *placed_of(const struct island *island)
{
    return island->layout;
}

void island_set(struct page *page, const struct pack *pack, struct box box)
{
    const struct harvest_table *table = pack->table->table;
    struct island *island = &page->islands[table - page->harvest->tables];
    line_clear(&island->outline); // of an attempt before
    *island = (struct island){
        .table = table,
        .form = pack->table->form,
        .colour = colour_accent(table->colour),
        .box = box,
        .layout = pack_place(page, pack, box),
    };
    outline_island(page, island);
}

void island_note(struct page *page, const struct island *island)
{
    const struct placed *placed = placed_of(island);
    const struct heading *heading = &placed->pack->heading;
    page_note(page, OBSTACLE_HEADING,
              (struct box){placed->heading_x, placed->heading_y, heading->w, heading->h});
    for (size_t i = 0; i < placed->blocks_n; i++) {
        const struct placed_block *at = &placed->blocks[i];
        page_note(page, OBSTACLE_TEXT, (struct box){at->x, at->y, at->block->w, at->block->h});
    }
    if (placed->pack->more.lines > 0)
        page_note(page, OBSTACLE_TEXT,
                  (struct box){placed->more_x, placed->more_y, placed->pack->more.w,
                               placed->pack->more.h});
    if (placed->rule_y > 0) {
        double inner = placed->box.w - 2 * placed->pack->side - 16;
        page_note(page, OBSTACLE_TEXT,
                  (struct box){placed->box.x + placed->pack->side + 8,
                               placed->rule_y - page->min_size / 2, inner, page->min_size});
    }
    if (island->form->note != NULL)
        island->form->note(page, island);
}

// ---- ground ------------------------------------------------------------------------------------

// A pull of the accent along the inside of the outline, seen on the right and below.
static void draw_edge(struct page *page, const struct island *island)
{
    const struct pen *pen = &page->pen;
    bool mirrored = pen->mirror_w > 0;
    double unit = pen->unit_mm;
    struct affine m = {mirrored ? -unit : unit,
                       0,
                       0,
                       unit,
                       pen->x_mm + (mirrored ? pen->mirror_w * unit : 0),
                       pen->y_mm};
    struct line shifted;
    line_init(&shifted);
    line_copy(&shifted, &island->outline);
    line_transform(&shifted, affine_translation(-EDGE_SHIFT, -EDGE_SHIFT));
    scene_clip(page->scene, &island->outline, m);
    const double solid[2] = {0, 0};
    scene_stroke(page->scene, &shifted, 1, m, EDGE_WIDTH * unit, true, solid,
                 colour_mix(island->colour, COLOUR_PAPER, 0.42));
    scene_unclip(page->scene);
    line_clear(&shifted);
}

static void begin_decoration(struct page *page)
{
    scene_begin(page->scene, (struct scene_mark){
                                 .kind = KIND_DECORATION, .role = ROLE_ARTIFACT, .box = BOX_EMPTY});
}

void island_draw_ground(struct page *page, const struct island *island)
{
    struct pen *pen = &page->pen;
    const struct line *outline = &island->outline;
    begin_decoration(page);
    pen_push(pen, 0, 0, 1, arena_printf(page->arena, "island %d", island->table->number));
    if (island->form->draw_behind != NULL)
        island->form->draw_behind(page, island);
    pen_fill(pen, outline, COLOUR_SHADOW, SHADOW, SHADOW, 1.2, 0);
    pen_polygon(pen, outline, COLOUR_PAPER);
    draw_edge(page, island);
    struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM * 1.08);
    stroke.closed = true;
    stroke.wobble = 2.2;
    stroke.overshoot = 0.9;
    pen_line(pen, outline, stroke);
    if (island->form->draw_before != NULL)
        island->form->draw_before(page, island);
    pen_pop(pen);
    scene_end(page->scene);
}

// ---- content -----------------------------------------------------------------------------------

// The dashed line between what stands in full and the list.
static void draw_rule(struct page *page, const struct island *island)
{
    const struct placed *placed = placed_of(island);
    if (placed->rule_y <= 0)
        return;
    double x0 = placed->box.x + placed->pack->side + 8, y = placed->rule_y;
    double x1 = placed->box.x + placed->box.w - placed->pack->side - 8;
    if (placed->range != NULL) {
        page_line(page, KIND_FOOTER, NULL, page_table_title(page, island->table), placed->range, 400,
                  page_lang(page), x1, y + page->min_size * 0.26, page->min_size, PEN_END,
                  COLOUR_GREY);
        x1 -= placed->range_w + 8;
    }
    struct line rule;
    line_init(&rule);
    line_add(&rule, x0, y);
    line_add(&rule, x0 + (x1 - x0) * 0.3, y - 2.5);
    line_add(&rule, x0 + (x1 - x0) * 0.7, y + 2);
    line_add(&rule, x1, y - 1);
    line_smooth(&rule, false, 12);
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE * 1.3);
    stroke.colour = colour_mix(island->colour, COLOUR_INK, 0.25);
    stroke.wobble = 0.2;
    stroke.dash = 12;
    stroke.gap = 6;
    begin_decoration(page);
    pen_line(&page->pen, &rule, stroke);
    scene_end(page->scene);
    line_clear(&rule);
}

// Cards that only the appendix holds: those left out, and those that have nothing to show here.
static void tell_appendix(struct page *page, const struct island *island)
{
    const struct pack *pack = placed_of(island)->pack;
    bool *shown = ARENA_ARRAY(page->arena, bool, MAX(pack->table->n, 1));
    for (int i = 0; i < pack->n; i++)
        for (int k = 0; k < pack->sections[i].n; k++)
            shown[pack->sections[i].blocks[k].card->rank] = true;
    for (size_t i = 0; i < pack->table->n; i++)
        if ((!shown[i] && !pack->table->cards[i].outside) || pack->table->cards[i].keyword.text == NULL)
            scene_to_appendix(page->scene, pack->table->cards[i].idea->id);
}

void island_draw_content(struct page *page, const struct island *island)
{
    const struct placed *placed = placed_of(island);
    const struct pack *pack = placed->pack;
    pen_push(&page->pen, 0, 0, 1, arena_printf(page->arena, "content %d", island->table->number));
    draw_rule(page, island);
    heading_draw(page, &pack->heading, island->table, placed->heading_x, placed->heading_y,
                 island->colour);
    for (size_t i = 0; i < placed->blocks_n; i++)
        block_draw(page, placed->blocks[i].block, island->table, placed->blocks[i].x,
                   placed->blocks[i].y, pack->s, island->colour);
    if (pack->more.paragraph != NULL && pack->more.lines > 0)
        page_block(page, KIND_FOOTER, NULL, page_table_title(page, island->table), pack->more.wording->text,
                   pack->more.paragraph, placed->more_x, placed->more_y, pack->more.w, PEN_START,
                   COLOUR_GREY, "more");
    pen_pop(&page->pen);
    tell_appendix(page, island);
}
