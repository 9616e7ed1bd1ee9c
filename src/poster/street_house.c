// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table as a house: the wall carries what was said, every icon in a window, below it flats where
// there is room.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "draw/stroke.h"
#include "poster/form.h"
#include "poster/street.h"

#define OUTLINE_STEP 16.0
#define WINDOW_PAD 5.0 // round an icon, at a scale of 1
#define SHADOW 4.0
#define WALL_EDGE 19.0 // kept free for badges
#define ROOF_EDGE 24.0
#define ROOF_STEP 40.0
#define EDGE 3.0 // the accent along the wall's right edge

const struct island_form form_house = {.side = 14, .bottom = 8};

const struct house *street_house(const struct page *page, const struct island *island)
{
    const struct street *street = page->arrangement;
    return &street->houses[island - page->islands];
}

// From the last point of `line` to x, y in short pieces, so that every part of an outline has
// points.
static void run_to(struct line *line, double x, double y)
{
    struct point from = line->p[line->n - 1];
    int n = MAX(1, (int)(hypot(x - from.x, y - from.y) / OUTLINE_STEP));
    for (int i = 1; i <= n; i++)
        line_add(line, from.x + (x - from.x) * i / n, from.y + (y - from.y) * i / n);
}

void street_outline(const struct house *house, struct island *island)
{
    struct line *line = &island->outline, roof;
    line_init(&roof);
    figure_roof_path(&roof, house->roof, house->left, house->eave, house->right - house->left,
                     house->rise);
    line_clear(line);
    line_add(line, house->left, house->ground);
    run_to(line, house->left, house->eave);
    for (size_t i = 0; i < roof.n; i++)
        run_to(line, roof.p[i].x, roof.p[i].y);
    run_to(line, house->right, house->eave);
    run_to(line, house->right, house->ground);
    run_to(line, house->left + OUTLINE_STEP, house->ground);
    line_clear(&roof);
    island->box = line_box(line);
}

// Nobody stands under a roof: it is taken down from its slopes, which lines and badges may touch.
static void note_roof(struct page *page, const struct house *house)
{
    struct line roof;
    line_init(&roof);
    figure_roof_path(&roof, house->roof, house->left, house->eave, house->right - house->left,
                     house->rise);
    for (double x = house->left + ROOF_STEP; x < house->right - ROOF_STEP / 2; x += ROOF_STEP) {
        double slope = house->eave;
        for (size_t i = 0; i + 1 < roof.n; i++) {
            struct point a = roof.p[i], b = roof.p[i + 1];
            if ((a.x <= x) != (b.x <= x))
                slope = fmin(slope, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
        }
        double top = slope + ROOF_EDGE;
        if (top < house->eave)
            page_note(page, OBSTACLE_DRAWING, (struct box){x - 6, top, 12, house->eave - top});
    }
    line_clear(&roof);
}

void street_note_house(struct page *page, const struct island *island)
{
    const struct house *house = street_house(page, island);
    const struct placed *placed = island->layout;
    double w = house->right - house->left;
    island_note(page, island);
    // Nobody stands on a wall; half a badge may hang at its edges.
    double edge = WALL_EDGE * fmax(1, page->min_size / 15.5);
    double from = placed->heading_y + placed->pack->heading.h;
    page_note(page, OBSTACLE_DRAWING,
              (struct box){house->left + edge, from, w - 2 * edge, house->ground - from});
    page_note(page, OBSTACLE_DRAWING,
              (struct box){house->left + 3, house->ground - house->floor, w - 6, house->floor - 3});
    note_roof(page, house);
    // What rises over the slopes.
    double top = house->eave - house->rise;
    if (house->roof == ROOF_FLAT)
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){house->left, top, w, house->rise * (1 - ROOF_PARAPET)});
    else if (house->roof == ROOF_GABLE || house->roof == ROOF_HIP)
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){house->left + w * ROOF_CHIMNEY - 4, top, 32, house->rise * 0.5});
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_wall(struct page *page, const struct island *island, const struct house *house)
{
    struct pen *pen = &page->pen;
    double l = house->left, r = house->right, t = house->eave, b = house->ground;
    const struct point wall[] = {{l, b}, {l, t}, {r, t}, {r, b}};
    const size_t n = G_N_ELEMENTS(wall);
    const struct point shade[] = {{r, b}, {r, t + 12}, {r + SHADOW, t + 16}, {r + SHADOW, b}};
    const struct point edge[] = {{r - EDGE, b}, {r - EDGE, t}, {r, t}, {r, b}};
    stroke_patch(pen, shade, G_N_ELEMENTS(shade), STROKE_STRAIGHT, COLOUR_SHADOW, 0, 0);
    struct line paper;
    line_init(&paper);
    for (size_t i = 0; i < n; i++)
        line_add(&paper, wall[i].x, wall[i].y);
    pen_polygon(pen, &paper, COLOUR_PAPER);
    line_clear(&paper);
    stroke_patch(pen, edge, G_N_ELEMENTS(edge), STROKE_STRAIGHT,
                 colour_mix(island->colour, COLOUR_PAPER, 0.42), 0, 0);
    stroke_pull(pen, POINTS({l, t}, {l, b}), STROKE_STRAIGHT, PEN_MEDIUM * 1.08, 1.6);
    stroke_pull(pen, POINTS({r, t}, {r, b}), STROKE_STRAIGHT, PEN_MEDIUM * 1.08, 1.6);
}

// Behind the icons of ideas in full.
static void draw_icon_windows(struct page *page, const struct island *island)
{
    const struct placed *placed = island->layout;
    double m = WINDOW_PAD * placed->pack->s;
    uint32_t pale = colour_mix(island->colour, COLOUR_PAPER, 0.72);
    for (size_t i = 0; i < placed->blocks_n; i++) {
        const struct placed_block *at = &placed->blocks[i];
        struct box icon = block_icon(at->block, at->x, at->y);
        if (at->block->window <= 0 || box_is_empty(icon))
            continue;
        double l = icon.x - m, r = icon.x + icon.w + m, t = icon.y - m,
               b = icon.y + icon.h + m * 0.6;
        pen_push(&page->pen, 0, 0, 1, at->block->card->idea->id);
        // The light falls through from the top left.
        stroke_patch(&page->pen, POINTS({r, t + 2 * m}, {r, b}, {l + 2 * m, b}), STROKE_STRAIGHT,
                     pale, 1, 1);
        stroke_rect(&page->pen, l, t, r - l, b - t, PEN_FINE * 0.9);
        stroke_pull(&page->pen, POINTS({l - 4, b + 1}, {r + 4, b}), STROKE_STRAIGHT,
                    PEN_MEDIUM * 0.8, 0.5);
        pen_pop(&page->pen);
    }
}

void street_draw_house(struct page *page, const struct island *island)
{
    const struct house *house = street_house(page, island);
    const struct placed *placed = island->layout;
    struct pen *pen = &page->pen;
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, arena_printf(page->arena, "house %d", island->table->number));
    draw_wall(page, island, house);
    figure_roof(pen, house->roof, house->left, house->eave, house->right - house->left, house->rise,
                placed->pack->heading.h * 0.66, island->colour, "roof");
    for (int i = 0; i < house->flats_n; i++) {
        const struct flat *flat = &house->flats[i];
        figure_flat_window(pen, flat->x, flat->y, flat->w, flat->h, flat->life, flat->hair,
                           island->colour, arena_printf(page->arena, "flat %d", i));
    }
    draw_icon_windows(page, island);
    street_draw_floor(page, island, house);
    pen_pop(pen);
    scene_end(page->scene);
    street_draw_passer(page, house);
}
