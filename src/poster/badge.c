// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/badge.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "draw/colour.h"
#include "poster/page.h"

#define BADGE_W 30.0
#define BADGE_H 58.0
#define NUMBER_SIZE 15.5

static bool is_clear(const struct page *page, struct box box)
{
    double m = page->margin;
    if (box.x < m || box.y < m || box.x + box.w > page->w - m || box.y + box.h > page->h - m)
        return false;
    box = box_grow(box, 3);
    for (size_t i = 0; i < page->obstacles_n; i++)
        if (box_overlaps(page->obstacles[i].box, box, 0))
            return false;
    return true;
}

void badge_draw(struct page *page, const struct island *at, const struct island *other)
{
    double k = fmax(1, fmax(NUMBER_SIZE, page->min_size) / NUMBER_SIZE), w = BADGE_W * k,
           h = BADGE_H * k;
    struct point to = {other->box.x + other->box.w / 2, other->box.y + other->box.h / 2};
    struct line dots;
    line_init(&dots);
    line_append(&dots, &at->outline);
    if (dots.n > 0)
        line_add(&dots, dots.p[0].x, dots.p[0].y);
    line_resample(&dots, 10);
    double best = INFINITY;
    struct box place = BOX_EMPTY, around = line_box(&at->outline);
    // Across the outline; where words are too near to it, a little further out.
    for (double out = 0; out <= w / 2 && isinf(best); out += w / 6)
        for (size_t i = 0; i < dots.n; i++) {
            double dx = dots.p[i].x < around.x + around.w / 2 ? -out : out;
            struct box box = {dots.p[i].x + dx - w / 2, dots.p[i].y - h / 2, w, h};
            double off = hypot(dots.p[i].x - to.x, dots.p[i].y - to.y);
            if (off < best && is_clear(page, box)) {
                best = off;
                place = box;
            }
        }
    line_clear(&dots);
    if (box_is_empty(place))
        return; // crowded all round: the legend's numbers have to do
    struct pen *pen = &page->pen;
    const char *id =
        arena_printf(page->arena, "relation:%d-%d", at->table->number, other->table->number);
    scene_begin(page->scene,
                (struct scene_mark){
                    .kind = KIND_CONNECTOR, .role = ROLE_ARTIFACT, .id = id, .box = BOX_EMPTY});
    pen_push(pen, place.x, place.y, k, id);
    struct line shape;
    line_init(&shape);
    line_add_rounded_rect(&shape, 0, 0, BADGE_W, BADGE_H, 15);
    pen_shape(pen, &shape, COLOUR_NONE, PEN_FINE * 1.1, 0, 0, 0);
    pen_icon(pen, "link", 5, 5, 20, COLOUR_NONE, PEN_FINE * 0.75, NULL);
    line_clear(&shape);
    line_add_ellipse(&shape, BADGE_W / 2, 41, 11.5, 11.5, 22);
    pen_shape(pen, &shape, other->colour, PEN_FINE, 0.8, 0.8, 0);
    line_clear(&shape);
    const char *number = arena_printf(page->arena, "%d", other->table->number);
    pen_text(pen, page_run(page, number, 700, page_lang(page)), BADGE_W / 2, 46.4, NUMBER_SIZE,
             PEN_CENTRE, COLOUR_INK);
    pen_pop(pen);
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING, place);
}
