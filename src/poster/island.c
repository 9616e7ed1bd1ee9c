// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/page.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "draw/figure.h"
#include "poster/outline.h"
#include "poster/pack.h"

#define SHADOW 7.0
#define EDGE_SHIFT 5.0 // the accent along the inner edge: light comes from the top left
#define EDGE_WIDTH 11.0
#define LEG_LEFT 0.13 // of a board, shares of its width
#define LEG_RIGHT 0.87
#define LEG_SPREAD 15.0
#define TRAY_LEFT 0.30
#define TRAY_WIDTH 0.40

static const struct placed *placed_of(const struct island *island)
{
    return island->layout;
}

static double foot_of(const struct island *island)
{
    struct box box = line_box(&island->outline);
    return box.y + box.h;
}

static void note_extras(struct page *page, const struct island *island)
{
    struct box box = placed_of(island)->box;
    double foot = foot_of(island), bottom = box.y + box.h;
    if (island->kind == ISLAND_BOARD) {
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){box.x + box.w * LEG_LEFT - 28, foot + 4, 34, bottom - foot});
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){box.x + box.w * LEG_RIGHT - 6, foot + 4, 34, bottom - foot});
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){box.x + box.w * TRAY_LEFT, foot, box.w * TRAY_WIDTH, 12});
    } else if (island->kind == ISLAND_BUBBLE) {
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){box.x + box.w * 0.22 - 24, foot - 30, 34, 30});
    } else if (island->kind == ISLAND_LAND) {
        struct box outline = line_box(&island->outline);
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){outline.x + outline.w * 0.1, foot + 8, outline.w * 0.8, 21});
    }
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
    note_extras(page, island);
}

// ---- ground ------------------------------------------------------------------------------------

static void draw_line(struct page *page, double x0, double y0, double x1, double y1, double width)
{
    struct line line;
    line_init(&line);
    line_add(&line, x0, y0);
    line_add(&line, x1, y1);
    pen_line(&page->pen, &line, PEN_STROKE(width));
    line_clear(&line);
}

static void draw_shape(struct page *page, const struct point *points, size_t n, uint32_t fill,
                       double width, double dx, double dy)
{
    struct line line;
    line_init(&line);
    for (size_t i = 0; i < n; i++)
        line_add(&line, points[i].x, points[i].y);
    pen_shape(&page->pen, &line, fill, width, dx, dy, 0);
    line_clear(&line);
}

static void draw_legs(struct page *page, const struct island *island)
{
    struct box box = placed_of(island)->box;
    double foot = foot_of(island), bottom = box.y + box.h - 2;
    static const struct {
        double at, spread;
    } LEGS[] = {{LEG_LEFT, -LEG_SPREAD}, {LEG_RIGHT, LEG_SPREAD}};
    for (size_t i = 0; i < G_N_ELEMENTS(LEGS); i++) {
        double x = box.x + box.w * LEGS[i].at, end = x + LEGS[i].spread;
        draw_line(page, x, foot - 2, end, bottom, PEN_HEAVY * 1.2);
        draw_line(page, end - 9, bottom + 1, end + 9, bottom + 1, PEN_MEDIUM);
    }
    draw_line(page, box.x + box.w / 2, foot, box.x + box.w / 2, bottom - 8, PEN_MEDIUM);
}

static void draw_bar_and_tray(struct page *page, const struct island *island)
{
    struct box box = placed_of(island)->box;
    double top = island->outline.p[0].y, foot = foot_of(island);
    draw_line(page, box.x - 3, top, box.x + box.w + 3, top + 3, PEN_HEAVY * 1.15);
    double x = box.x + box.w * TRAY_LEFT, w = box.w * TRAY_WIDTH;
    struct point tray[] = {
        {x, foot - 3}, {x + w, foot - 4}, {x + w - 6, foot + 10}, {x + 6, foot + 10}};
    draw_shape(page, tray, G_N_ELEMENTS(tray), COLOUR_SHADOW, PEN_MEDIUM * 0.8, 1, 1);
    const uint32_t chalk[] = {island->colour, COLOUR_WARM, COLOUR_PAPER};
    for (size_t i = 0; i < G_N_ELEMENTS(chalk) && w > 170; i++) {
        double left = x + 24 + 46 * (double)i;
        struct point piece[] = {
            {left, foot - 4}, {left + 28, foot - 4}, {left + 28, foot - 11}, {left, foot - 11}};
        draw_shape(page, piece, G_N_ELEMENTS(piece), chalk[i], PEN_FINE, 0.8, 0.6);
    }
}

static void draw_fold(struct page *page, const struct island *island)
{
    struct point a = island->outline.p[2], b = island->outline.p[3];
    struct point fold[] = {a, b, {b.x + 4, a.y + 5}};
    draw_shape(page, fold, G_N_ELEMENTS(fold), COLOUR_SHADOW, PEN_MEDIUM * 0.9, 1, 1);
}

static void draw_waves(struct page *page, const struct island *island)
{
    const struct line *outline = &island->outline;
    struct box box = line_box(outline);
    double foot = box.y + box.h, left = box.x + box.w, right = box.x;
    for (size_t i = 0; i < outline->n; i++)
        if (outline->p[i].y > foot - 60) {
            left = fmin(left, outline->p[i].x);
            right = fmax(right, outline->p[i].x);
        }
    double middle = (left + right) / 2;
    struct pen *pen = &page->pen;
    if (right - left < 120)
        return;
    figure_waves(pen, left + 40, middle - 30, foot + 15, 4, 36, "left");
    figure_waves(pen, middle + 10, right - 10, foot + 13, 4, 36, "right");
    figure_waves(pen, fmax(left + 40, middle - 120), fmin(right - 10, middle + 60), foot + 24, 4,
                 36, "middle");
}

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
    if (island->kind == ISLAND_BOARD)
        draw_legs(page, island);
    pen_fill(pen, outline, COLOUR_SHADOW, SHADOW, SHADOW, 1.2, 0);
    pen_polygon(pen, outline, COLOUR_PAPER);
    draw_edge(page, island);
    struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM * 1.08);
    stroke.closed = true;
    stroke.wobble = 2.2;
    stroke.overshoot = 0.9;
    pen_line(pen, outline, stroke);
    switch (island->kind) {
    case ISLAND_BOARD:
        draw_bar_and_tray(page, island);
        break;
    case ISLAND_PAPER:
        draw_fold(page, island);
        break;
    case ISLAND_LAND:
        draw_waves(page, island);
        break;
    case ISLAND_BUBBLE:
    case ISLAND_CLOUD:
    case ISLAND_BLOB:
        break;
    }
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
        page_line(page, KIND_FOOTER, NULL, island->table->title, placed->range, 400,
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
    size_t shown = pack->table->n - pack->left_out;
    for (size_t i = 0; i < pack->table->n; i++)
        if (i >= shown || pack->table->cards[i].keyword.text == NULL)
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
        page_block(page, KIND_FOOTER, NULL, island->table->title, pack->more.wording->text,
                   pack->more.paragraph, placed->more_x, placed->more_y, pack->more.w, PEN_START,
                   COLOUR_GREY, "more");
    pen_pop(&page->pen);
    tell_appendix(page, island);
}
