// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What belongs to a large tree: leaves, seedlings, grass, a bird that sits, a bench, a swing.
#include <glib.h>
#include <math.h>

#include "draw/figure.h"
#include "draw/stroke.h"

void figure_leaf(struct pen *pen, double x, double y, double radians, double length,
                 uint32_t colour)
{
    pen_push_full(pen, x, y, length, length, radians, "leaf", 1);
    stroke_shape(pen,
                 POINTS({0, 0}, {.14, -.21}, {.42, -.32}, {.76, -.19}, {1, 0}, {.78, .16},
                        {.44, .29}, {.14, .20}),
                 STROKE_SMOOTH, colour, PEN_FINE, 1.2, 1);
    stroke_pull(pen, POINTS({.06, 0}, {.4, .02}, {.74, 0}), STROKE_SMOOTH, PEN_FINE * 0.65, 0.2);
    pen_pop(pen);
}

void figure_seedling(struct pen *pen, double x, double y, double h)
{
    static const struct {
        double at, radians, length;
    } leaves[] = {{.99, -2.5, .56}, {.99, -.62, .6}, {.55, -2.25, .42}, {.5, -.92, .4}};
    pen_push(pen, x, y, h, "seedling");
    stroke_shape(pen, POINTS({-.36, 0}, {-.2, -.12}, {0, -.17}, {.2, -.13}, {.38, 0}),
                 STROKE_SMOOTH, COLOUR_SHADOW, PEN_MEDIUM * 0.9, 1, 1);
    stroke_pull(pen, POINTS({0, -.14}, {-.03, -.5}, {.02, -1}), STROKE_SMOOTH, PEN_MEDIUM, 0.5);
    for (size_t i = 0; i < G_N_ELEMENTS(leaves); i++)
        figure_leaf(pen, 0, -leaves[i].at, leaves[i].radians, leaves[i].length,
                    colour_accent(i % 3 == 2 ? 5 : 2));
    pen_pop(pen);
}

void figure_grass(struct pen *pen, double x, double y, double h)
{
    pen_push(pen, x, y, h, "grass");
    stroke_pull(pen, POINTS({-.3, 0}, {-.45, -.4}, {-.75, -.7}), STROKE_SMOOTH, PEN_FINE, 0.3);
    stroke_pull(pen, POINTS({0, 0}, {-.05, -.55}, {0, -1}), STROKE_SMOOTH, PEN_FINE, 0.3);
    stroke_pull(pen, POINTS({.3, 0}, {.42, -.35}, {.7, -.62}), STROKE_SMOOTH, PEN_FINE, 0.3);
    pen_pop(pen);
}

void figure_perched(struct pen *pen, double x, double y, double h, uint32_t colour, bool flip)
{
    pen_push_full(pen, x, y, flip ? -h : h, h, 0, "perched", 1);
    stroke_pull(pen, POINTS({-.1, -.2}, {-.12, 0}), STROKE_STRAIGHT, PEN_FINE, 0.2);
    stroke_pull(pen, POINTS({.06, -.2}, {.05, 0}), STROKE_STRAIGHT, PEN_FINE, 0.2);
    stroke_shape(pen,
                 POINTS({-.95, -.12}, {-.5, -.34}, {-.3, -.66}, {-.02, -.93}, {.28, -.98},
                        {.46, -.78}, {.66, -.70}, {.45, -.6}, {.34, -.32}, {.05, -.16},
                        {-.36, -.16}),
                 STROKE_SMOOTH, colour, PEN_FINE, 1.2, 1);
    stroke_pull(pen, POINTS({-.34, -.5}, {-.2, -.32}, {.06, -.36}), STROKE_SMOOTH, PEN_FINE * 0.8,
                0.2);
    pen_dot(pen, .26, -.78, PEN_FINE * 0.85, COLOUR_INK);
    pen_pop(pen);
}

static void draw_plank(struct pen *pen, double x0, double x1, double top, double foot)
{
    stroke_shape(pen, POINTS({x0, top}, {x1, top}, {x1, foot}, {x0, foot}), STROKE_STRAIGHT,
                 colour_accent(6), PEN_FINE, 1, 1);
}

void figure_bench(struct pen *pen, double x, double y, double w, double h)
{
    pen_push(pen, x, y, 1, "bench");
    double half = w / 2;
    for (int side = -1; side <= 1; side += 2)
        stroke_pull(pen, POINTS({side * half * .8, -h}, {side * half * .8, 0}), STROKE_STRAIGHT,
                    PEN_MEDIUM, 0.4);
    draw_plank(pen, -half, half, -h, -h * 0.8);
    draw_plank(pen, -half, half, -h * 0.72, -h * 0.54);
    draw_plank(pen, -half * 1.04, half * 1.04, -h * 0.42, -h * 0.28);
    pen_pop(pen);
}

void figure_swing(struct pen *pen, double x, double top, double y, double h,
                  const struct person *person, const char *key)
{
    double half = h * 0.13, dir = person->flip ? -1 : 1;
    pen_push(pen, 0, 0, 1, key);
    stroke_pull(pen, POINTS({x - half - dir * 3, top}, {x - half, y + 1}), STROKE_STRAIGHT,
                PEN_FINE * 1.1, 0.6);
    figure_sitter(pen, x, y + h * 0.29, h, person, "sitter");
    stroke_shape(pen,
                 POINTS({x - half - 6, y - 2}, {x + half + 6, y - 2}, {x + half + 6, y + 4},
                        {x - half - 6, y + 4}),
                 STROKE_STRAIGHT, colour_accent(6), PEN_FINE, 1, 1);
    stroke_pull(pen, POINTS({x + half + dir * 3, top}, {x + half, y + 1}), STROKE_STRAIGHT,
                PEN_FINE * 1.1, 0.6);
    pen_pop(pen);
}
