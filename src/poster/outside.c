// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/outside.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "poster/form.h"
#include "poster/furniture.h"
#include "poster/pack.h"
#include "poster/route.h"
#include "poster/space.h"

#define PAD 11.0     // from the words to the paper's edge
#define CORNER 9.0
#define DISC 0.86    // radius of the table's number, of its lettering
#define FAR 0.3      // of the page's diagonal: farther away is nowhere
#define SMALL_AWAY 140.0 // so much nearer a card must come to be worth showing its keyword alone

// Widths tried at a scale of 1: in full, then the keyword alone.
static const struct {
    double width;
    bool full;
} SHAPES[] = {{300, true}, {230, true}, {390, true}, {240, false}, {170, false}};

bool page_keeps_inside(const struct page *page, int64_t card)
{
    for (size_t i = 0; i < page->inside_n; i++)
        if (page->inside[i] == card)
            return true;
    return false;
}

static double disc_radius(const struct page *page)
{
    return furniture_number_size(page) * DISC;
}

// ---- where ---------------------------------------------------------------------------------------

static double nearness(void *context, struct box place)
{
    const struct point *wanted = context;
    return -hypot(place.x + place.w / 2 - wanted->x, place.y + place.h / 2 - wanted->y);
}

// What is free of all that was noted, lines may not cross words either.
static struct space free_space(const struct page *page)
{
    struct space space = space_of(page);
    for (size_t i = 0; i < page->obstacles_n; i++)
        if (page->obstacles[i].kind == OBSTACLE_CROSSED)
            space_put(&space, page->obstacles[i].box, 0, SPACE_BLOCKED);
    return space;
}

// The shape and the place in which the card comes nearest to where it was put; false: it has no room.
static bool find_place(struct page *page, const struct space *space, struct card *card,
                       struct outside_card *out)
{
    const struct plan plan = {.page = page, .s = page->scale, .lettered = true};
    double out_of = disc_radius(page), least = INFINITY; // the number stands out of the corner
    struct point wanted = {card->placement->x * page->w, card->placement->y * page->h};
    for (size_t i = 0; i < G_N_ELEMENTS(SHAPES); i++) {
        struct block block;
        double width = fmax(SHAPES[i].width * plan.s, (SHAPES[i].full ? 15 : 10) * page->min_size);
        if (!block_fit(&block, &plan, card, width, SHAPES[i].full, false, PARAGRAPH_WIDTHS))
            continue;
        struct box place = BOX_EMPTY;
        double w = block.w + 2 * PAD + out_of, h = block.h + 2 * PAD + out_of;
        if (!space_find(space, w, h, SPACE_FREE, nearness, &wanted, &place))
            continue;
        double away = -nearness(&wanted, place) + (SHAPES[i].full ? 0 : SMALL_AWAY);
        if (away >= least)
            continue;
        least = away;
        out->block = block;
        out->x = place.x + out_of + PAD;
        out->y = place.y + out_of + PAD;
    }
    out->paper = box_grow((struct box){out->x, out->y, out->block.w, out->block.h}, PAD);
    return least <= FAR * hypot(page->w, page->h);
}

// From the paper to the island, round everything.
static void find_way(struct outside_card *card, struct space *space)
{
    struct line from, to;
    line_init(&from);
    line_init(&to);
    line_add_rect(&from, card->paper.x, card->paper.y, card->paper.w, card->paper.h);
    form_contour(card->island, &to);
    if (!route_find(space, &from, &to, true, &card->way))
        line_clear(&card->way);
    line_clear(&from);
    line_clear(&to);
}

static void note_way(struct page *page, struct space *space, const struct line *way)
{
    struct line dots;
    line_init(&dots);
    line_append(&dots, way);
    line_resample(&dots, SPACE_CELL);
    for (size_t i = 0; i < dots.n; i++)
        page_note(page, OBSTACLE_SCENERY, (struct box){dots.p[i].x - 1, dots.p[i].y - 1, 2, 2});
    space_put_line(space, way, false, 9);
    line_clear(&dots);
}

static void keep_inside(struct page *page, int64_t card)
{
    int64_t *all = ARENA_ARRAY(page->arena, int64_t, page->inside_n + 1);
    for (size_t i = 0; i < page->inside_n; i++)
        all[i] = page->inside[i];
    all[page->inside_n++] = card;
    page->inside = all;
}

static size_t count_outside(const struct page *page)
{
    size_t n = 0;
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct table_cards *table = ((const struct placed *)page->islands[i].layout)->pack->table;
        n += table->n - table->inside;
    }
    return n;
}

bool outside_place(struct page *page)
{
    size_t n = count_outside(page);
    if (n == 0)
        return true;
    bool all = true;
    struct space space = free_space(page);
    page->outside = ARENA_ARRAY(page->arena, struct outside_card, n);
    for (size_t i = 0; i < page->islands_n && all; i++) {
        const struct table_cards *table = ((const struct placed *)page->islands[i].layout)->pack->table;
        for (size_t k = 0; k < table->n && all; k++) {
            if (!table->cards[k].outside)
                continue;
            struct outside_card *card = &page->outside[page->outside_n];
            card->island = &page->islands[i];
            line_init(&card->way);
            all = find_place(page, &space, &table->cards[k], card);
            if (!all) {
                keep_inside(page, table->cards[k].idea->card);
                break;
            }
            struct box taken = card->paper;
            double out = disc_radius(page);
            taken = box_union(taken, (struct box){taken.x - out, taken.y - out, out, out});
            space_put(&space, taken, 8, SPACE_BLOCKED);
            page_note(page, OBSTACLE_TEXT, taken);
            page->outside_n++;
        }
    }
    for (size_t i = 0; i < page->outside_n && all; i++) {
        find_way(&page->outside[i], &space);
        note_way(page, &space, &page->outside[i].way);
    }
    space_clear(&space);
    return all;
}

void outside_clear(struct page *page)
{
    for (size_t i = 0; i < page->outside_n; i++)
        line_clear(&page->outside[i].way);
    page->outside_n = 0;
}

// ---- drawing -------------------------------------------------------------------------------------

static void begin_decoration(struct page *page, const char *id)
{
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = id,
                                                 .box = BOX_EMPTY});
}

static void draw_paper(struct page *page, const struct outside_card *card, const char *id)
{
    struct pen *pen = &page->pen;
    struct line shape;
    line_init(&shape);
    line_add_rounded_rect(&shape, card->paper.x, card->paper.y, card->paper.w, card->paper.h, CORNER);
    begin_decoration(page, id);
    pen_fill(pen, &shape, colour_mix(card->island->colour, COLOUR_PAPER, 0.42), 5, 5, 0.8, 0);
    pen_shape(pen, &shape, COLOUR_PAPER, PEN_MEDIUM * 0.9, 0, 0, 0);
    scene_end(page->scene);
    line_clear(&shape);
}

// Whose it is: the table's number on the paper's corner.
static void draw_number(struct page *page, const struct outside_card *card, const char *id)
{
    double r = disc_radius(page), size = furniture_number_size(page);
    double x = card->paper.x + 2, y = card->paper.y + 2;
    struct line disc;
    line_init(&disc);
    line_add_ellipse(&disc, x, y, r, r, 22);
    begin_decoration(page, id);
    pen_shape(&page->pen, &disc, card->island->colour, PEN_FINE, 0.8, 0.8, 0);
    scene_end(page->scene);
    line_clear(&disc);
    page_line(page, KIND_IDEA, id, page_table_title(page, card->island->table),
              arena_printf(page->arena, "%d", card->island->table->number), WEIGHT_BOLD, NULL, x,
              y + size * 0.35, size, PEN_CENTRE, COLOUR_INK);
}

static void draw_way(struct page *page, const struct outside_card *card, const char *id)
{
    if (card->way.n < 2)
        return;
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE * 1.2);
    stroke.wobble = 0.3;
    stroke.dash = 3;
    stroke.gap = 7;
    stroke.overshoot = 0;
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_CONNECTOR,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = id,
                                                 .box = BOX_EMPTY});
    pen_line(&page->pen, &card->way, stroke);
    scene_end(page->scene);
}

void outside_draw(struct page *page)
{
    for (size_t i = 0; i < page->outside_n; i++) {
        const struct outside_card *card = &page->outside[i];
        const char *id = card->block.card->idea->id;
        pen_push(&page->pen, 0, 0, 1, arena_printf(page->arena, "outside %s", id));
        draw_way(page, card, id);
        draw_paper(page, card, id);
        block_draw(page, &card->block, card->island->table, card->x, card->y, page->scale,
                   card->island->colour);
        draw_number(page, card, id);
        pen_pop(&page->pen);
    }
}
