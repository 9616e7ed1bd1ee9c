// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands round lettering: ribbons, bubbles, highlights, underlines, arrows.
#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/figure.h"
#include "draw/stroke.h"

void figure_ribbon(struct pen *pen, double x, double y, double w, double h, uint32_t fill,
                   double tail, double seams, const char *key)
{
    pen_push(pen, 0, 0, 1, key);
    double drop = h * 0.26;
    for (int side = -1; side <= 1; side += 2) {
        double end = side < 0 ? x : x + w;
        const struct point fold[] = {{end - side * tail * 0.35, y + drop},
                                     {end + side * tail, y + drop + 2},
                                     {end + side * (tail - h * 0.30), y + drop + h * 0.5},
                                     {end + side * tail, y + drop + h},
                                     {end - side * tail * 0.35, y + drop + h}};
        stroke_shape(pen, fold, G_N_ELEMENTS(fold), STROKE_STRAIGHT,
                     colour_mix(fill, COLOUR_INK, 0.16), PEN_MEDIUM, 1.6, 1.4);
    }
    for (int side = -1; side <= 1; side += 2) { // the dark where the band turns back
        double end = side < 0 ? x : x + w;
        const struct point inside[] = {{end, y + h},
                                       {end - side * tail * 0.35, y + h},
                                       {end - side * tail * 0.35, y + h + drop}};
        stroke_patch(pen, inside, G_N_ELEMENTS(inside), STROKE_STRAIGHT, COLOUR_INK, 0, 0);
    }
    struct line band;
    line_init(&band);
    line_add_rect(&band, x, y, w, h);
    pen_shape(pen, &band, fill, PEN_MEDIUM * 1.1, 2.4, 2.0, seams);
    line_clear(&band);
    pen_pop(pen);
}

static void add_corner(struct line *out, double cx, double cy, double r, double degrees0)
{
    line_add_arc(out, cx, cy, r, r, degrees0, degrees0 + 90, 7);
}

// The tail as two curves from its root (a to b on the bubble's edge) to the tip and back.
static void add_tail(struct line *out, struct point a, struct point tip, struct point b)
{
    struct point out1 = {a.x + (tip.x - a.x) * 0.4, a.y + (tip.y - a.y) * 0.45};
    struct point out2 = {a.x + (tip.x - a.x) * 0.8, a.y + (tip.y - a.y) * 0.8};
    struct point back1 = {b.x + (tip.x - b.x) * 0.55, b.y + (tip.y - b.y) * 0.5};
    struct point back2 = {b.x + (tip.x - b.x) * 0.2, b.y + (tip.y - b.y) * 0.15};
    line_add_bezier(out, a, out1, out2, tip, 6);
    line_add_bezier(out, tip, back1, back2, b, 6);
}

void figure_bubble_path(struct line *out, double x, double y, double w, double h, double r,
                        const struct point *tip, double tail_width)
{
    r = fmin(r, fmin(w, h) / 2);
    double half = tail_width * 0.6, reach = r + tail_width * 0.7;
    bool below = tip != NULL && tip->y >= y + h, above = tip != NULL && !below && tip->y <= y;
    bool right = tip != NULL && !below && !above && tip->x > x + w / 2;
    bool left = tip != NULL && !below && !above && !right;
    double mx =
        tip == NULL ? 0 : CLAMP(tip->x, fmin(x + reach, x + w / 2), fmax(x + w - reach, x + w / 2));
    double my =
        tip == NULL ? 0 : CLAMP(tip->y, fmin(y + reach, y + h / 2), fmax(y + h - reach, y + h / 2));
    add_corner(out, x + w - r, y + r, r, -90);
    if (right)
        add_tail(out, (struct point){x + w, my - half}, *tip, (struct point){x + w, my + half});
    add_corner(out, x + w - r, y + h - r, r, 0);
    if (below)
        add_tail(out, (struct point){mx + half, y + h}, *tip, (struct point){mx - half, y + h});
    add_corner(out, x + r, y + h - r, r, 90);
    if (left)
        add_tail(out, (struct point){x, my + half}, *tip, (struct point){x, my - half});
    add_corner(out, x + r, y + r, r, 180);
    if (above)
        add_tail(out, (struct point){mx - half, y}, *tip, (struct point){mx + half, y});
}

void figure_swash(struct pen *pen, double x, double y, double w, double h, uint32_t colour,
                  const char *key)
{
    enum { STEPS = 6 };
    pen_push(pen, 0, 0, 1, key);
    struct random random = random_seeded(pen_next_key(pen));
    struct line band;
    line_init(&band);
    double end = h * 0.18;
    line_add(&band, x - end, y + h * 0.25);
    for (int i = 0; i <= STEPS; i++)
        line_add(&band, x + w * i / STEPS, y + random_range(&random, -1.2, 1.2));
    line_add(&band, x + w + end * 1.3, y + h * 0.18);
    line_add(&band, x + w + end * 0.5, y + h * 0.52);
    line_add(&band, x + w + end * 1.1, y + h * 0.80);
    for (int i = STEPS; i >= 0; i--)
        line_add(&band, x + w * i / STEPS, y + h + random_range(&random, -1.2, 1.2));
    line_add(&band, x - end * 0.9, y + h * 0.82);
    line_add(&band, x - end * 0.3, y + h * 0.50);
    line_smooth(&band, true, 4);
    pen_fill(pen, &band, colour, 0, 0, 0.3, 0);
    line_clear(&band);
    pen_pop(pen);
}

void figure_underline(struct pen *pen, double x, double y, double w, uint32_t colour, double width,
                      const char *key)
{
    pen_push(pen, 0, 0, 1, key);
    stroke_pull_coloured(
        pen,
        POINTS({x, y + 1.5}, {x + w * 0.35, y - 0.8}, {x + w * 0.7, y + 0.6}, {x + w, y - 1.6}),
        STROKE_SMOOTH, width, 0.8, colour);
    pen_pop(pen);
}

static void draw_head(struct pen *pen, struct point tip, struct point from, double size,
                      double width, uint32_t colour)
{
    double a = atan2(tip.y - from.y, tip.x - from.x);
    for (int side = -1; side <= 1; side += 2)
        stroke_pull_coloured(
            pen,
            POINTS({tip.x - size * cos(a + side * 0.48), tip.y - size * sin(a + side * 0.48)},
                   {tip.x - size * 0.35 * cos(a + side * 0.3),
                    tip.y - size * 0.35 * sin(a + side * 0.3)},
                   {tip.x, tip.y}),
            STROKE_SMOOTH, width * 1.1, 0.2, colour);
}

void figure_arrow(struct pen *pen, const struct line *line, double width, uint32_t colour,
                  double head, bool both, double dash, double gap, const char *key)
{
    if (line->n < 2)
        return;
    pen_push(pen, 0, 0, 1, key);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.colour = colour;
    stroke.wobble = dash > 0 ? 0.4 : 1.2;
    stroke.overshoot = 0;
    stroke.dash = dash;
    stroke.gap = gap;
    pen_line(pen, line, stroke);
    struct line fine; // the direction near the ends
    line_init(&fine);
    line_append(&fine, line);
    line_resample(&fine, 2);
    size_t last = fine.n - 1, near = MIN(last, (size_t)6);
    draw_head(pen, fine.p[last], fine.p[last - near], head, width, colour);
    if (both)
        draw_head(pen, fine.p[0], fine.p[near], head, width, colour);
    line_clear(&fine);
    pen_pop(pen);
}
