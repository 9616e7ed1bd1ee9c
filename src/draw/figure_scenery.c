// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The motif of a workshop's scene, chosen by name, and what they are made of.
#include "draw/figure_scenery.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/random.h"
#include "draw/stroke.h"

void scenery_gothic(struct pen *pen, double x, double y, double w, double h, uint32_t fill,
                    double width)
{
    struct line line;
    line_init(&line);
    line_add(&line, x - w / 2, y);
    line_add_bezier(&line, (struct point){x - w / 2, y - h * 0.6},
                    (struct point){x - w / 2, y - h * 0.85},
                    (struct point){x - w * 0.15, y - h * 0.95}, (struct point){x, y - h}, 5);
    line_add_bezier(&line, (struct point){x, y - h}, (struct point){x + w * 0.15, y - h * 0.95},
                    (struct point){x + w / 2, y - h * 0.85}, (struct point){x + w / 2, y - h * 0.6},
                    5);
    line_add(&line, x + w / 2, y);
    if (fill != COLOUR_NONE) {
        pen_fill(pen, &line, fill, 0, 0, 0.15, 0);
    } else {
        struct pen_stroke stroke = PEN_STROKE(width);
        stroke.closed = true;
        stroke.wobble = 0.3;
        pen_line(pen, &line, stroke);
    }
    line_clear(&line);
}

static void draw_windows(struct pen *pen, double x, double y, double w, double h)
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            stroke_rect(pen, x + w * (0.2 + 0.38 * i), y - h * (0.82 - 0.36 * j), w * 0.18,
                        h * 0.17, PEN_FINE * 0.6);
}

void scenery_row(struct pen *pen, double x0, double x1, double y, double unit, double low,
                 double high)
{
    struct random random = random_seeded(pen_next_key(pen));
    for (double x = x0; x < x1 - unit * 12;) {
        double w = fmin(unit * random_range(&random, 11, 17), x1 - x),
               h = unit * random_range(&random, low, high);
        double kind = random_unit(&random);
        uint32_t fill = kind < 0.2 || kind > 0.86 ? COLOUR_SHADOW : COLOUR_NONE;
        if (kind < 0.6)
            stroke_shape(
                pen,
                POINTS({x, y}, {x, y - h}, {x + w / 2, y - h - w / 2}, {x + w, y - h}, {x + w, y}),
                STROKE_STRAIGHT, fill, PEN_FINE * 1.1, 1.2, 1);
        else
            stroke_shape(pen, POINTS({x, y}, {x, y - h * 1.15}, {x + w, y - h * 1.15}, {x + w, y}),
                         STROKE_STRAIGHT, fill, PEN_FINE * 1.1, 1.2, 1);
        draw_windows(pen, x, y, w, h);
        x += w * 0.98;
    }
}

void scenery_church(struct pen *pen, double x, double y, double unit)
{
    const double w = PEN_MEDIUM * 0.9;
    pen_push(pen, x, y, unit, "church");
    stroke_shape(pen, POINTS({0, 0}, {0, -24}, {34, -24}, {34, 0}), STROKE_STRAIGHT, COLOUR_NONE, w,
                 0, 0);
    stroke_shape(pen, POINTS({-2, -24}, {5, -40}, {30, -40}, {37, -24}), STROKE_STRAIGHT,
                 colour_accent(4), w, 1.6, 1.3);
    for (int i = 0; i < 3; i++)
        scenery_gothic(pen, 9 + i * 9, -6, 4, 12, COLOUR_INK, 0);
    stroke_shape(pen, POINTS({-14, 0}, {-14, -44}, {0, -44}, {0, 0}), STROKE_STRAIGHT, COLOUR_NONE,
                 w, 0, 0);
    stroke_shape(pen, POINTS({-16, -44}, {-7, -74}, {2, -44}), STROKE_STRAIGHT, colour_accent(1), w,
                 1.6, 1.3);
    scenery_gothic(pen, -7, -26, 4, 11, COLOUR_INK, 0);
    stroke_ring(pen, -7, -37, 3.4, 3.4, PEN_FINE);
    pen_pop(pen);
}

void scenery_ground(struct pen *pen, double x0, double x1, double y)
{
    stroke_pull(pen, POINTS({x0, y}, {x1, y}), STROKE_STRAIGHT, PEN_MEDIUM, 1.2);
}

void figure_house(struct pen *pen, double x, double y, double w, double h, uint32_t roof)
{
    const double pull = PEN_MEDIUM;
    pen_push(pen, x, y, 1, "house");
    stroke_shape(pen, POINTS({0, 0}, {0, -h}, {w, -h}, {w, 0}), STROKE_STRAIGHT, COLOUR_NONE, pull,
                 0, 0);
    stroke_shape(pen, POINTS({-w * .12, -h}, {w * .5, -h - w * .55}, {w * 1.12, -h}),
                 STROKE_STRAIGHT, roof, pull, 2.2, 1.8);
    stroke_shape(pen, POINTS({w * .36, 0}, {w * .36, -h * .5}, {w * .64, -h * .5}, {w * .64, 0}),
                 STROKE_STRAIGHT, COLOUR_WARM, pull * 0.7, 1.2, 1);
    stroke_rect(pen, w * 0.14, -h * 0.78, w * 0.14, h * 0.2, pull * 0.6);
    stroke_rect(pen, w * 0.72, -h * 0.78, w * 0.14, h * 0.2, pull * 0.6);
    pen_pop(pen);
}

// A broad house with a raised middle, a flag and a yard with children's things.
static void panorama_school(struct pen *pen, double x, double y, double w, double h)
{
    double u = h / 100, cx = x + w / 2;
    figure_sun(pen, x + w * 0.80, y - u * 6, u * 34, 13, 180, 360, false);
    scenery_row(pen, x, cx - u * 104, y, u, 14, 26);
    scenery_row(pen, cx + u * 104, x + w, y, u, 14, 26);
    stroke_shape(pen,
                 POINTS({cx - u * 98, y}, {cx - u * 98, y - u * 46}, {cx + u * 98, y - u * 46},
                        {cx + u * 98, y}),
                 STROKE_STRAIGHT, COLOUR_NONE, PEN_MEDIUM, 0, 0);
    stroke_shape(pen,
                 POINTS({cx - u * 104, y - u * 46}, {cx - u * 92, y - u * 62},
                        {cx + u * 92, y - u * 62}, {cx + u * 104, y - u * 46}),
                 STROKE_STRAIGHT, colour_accent(3), PEN_MEDIUM, 2, 1.6);
    stroke_shape(pen,
                 POINTS({cx - u * 26, y}, {cx - u * 26, y - u * 62}, {cx, y - u * 84},
                        {cx + u * 26, y - u * 62}, {cx + u * 26, y}),
                 STROKE_STRAIGHT, COLOUR_NONE, PEN_MEDIUM, 0, 0);
    stroke_ellipse(pen, cx, y - u * 60, u * 8, u * 8, COLOUR_WARM, PEN_FINE);
    stroke_pull(pen, POINTS({cx, y - u * 60}, {cx, y - u * 65}), STROKE_STRAIGHT, PEN_FINE * 0.8,
                0.1);
    stroke_pull(pen, POINTS({cx, y - u * 60}, {cx + u * 4, y - u * 58}), STROKE_STRAIGHT,
                PEN_FINE * 0.8, 0.1);
    stroke_pull(pen, POINTS({cx, y - u * 84}, {cx, y - u * 104}), STROKE_STRAIGHT, PEN_FINE, 0.3);
    stroke_shape(pen, POINTS({cx, y - u * 104}, {cx + u * 20, y - u * 100}, {cx, y - u * 94}),
                 STROKE_STRAIGHT, colour_accent(5), PEN_FINE, 1, 1);
    scenery_gothic(pen, cx, y, u * 18, u * 34, colour_accent(1), 0);
    for (int i = -1; i <= 1; i += 2)
        for (int k = 0; k < 4; k++) {
            double wx = cx + i * u * (38 + k * 16);
            stroke_rect(pen, wx - u * 5, y - u * 40, u * 10, u * 12, PEN_FINE * 0.8);
            stroke_rect(pen, wx - u * 5, y - u * 20, u * 10, u * 12, PEN_FINE * 0.8);
        }
    figure_tree(pen, cx - u * 128, y, u * 56, colour_accent(2), 0);
    figure_tree(pen, cx + u * 126, y, u * 48, colour_accent(5), 1);
}

static void panorama_village(struct pen *pen, double x, double y, double w, double h)
{
    double u = h / 100;
    static const struct {
        double at, w, h;
        int roof;
    } houses[] = {{.04, 40, 26, 3}, {.14, 34, 22, 1}, {.24, 42, 28, 4},
                  {.60, 40, 25, 3}, {.71, 36, 24, 1}, {.82, 44, 27, 6}};
    stroke_shape(pen,
                 POINTS({x + w * .20, y}, {x + w * .34, y - u * 40}, {x + w * .50, y - u * 52},
                        {x + w * .68, y - u * 38}, {x + w * .80, y}),
                 STROKE_SMOOTH, colour_mix(colour_accent(2), COLOUR_PAPER, 0.35), PEN_MEDIUM, 2,
                 1.6);
    figure_sun(pen, x + w * 0.88, y - u * 62, u * 16, 12, 0, 360, true);
    for (size_t i = 0; i < G_N_ELEMENTS(houses); i++) {
        char key[4];
        g_snprintf(key, sizeof key, "h%zu", i);
        pen_push(pen, 0, 0, 1, key);
        figure_house(pen, x + w * houses[i].at, y, u * houses[i].w, u * houses[i].h,
                     colour_accent(houses[i].roof));
        pen_pop(pen);
    }
    scenery_church(pen, x + w * 0.44, y, u * 1.28);
    figure_tree(pen, x + w * 0.37, y, u * 46, colour_accent(2), 1);
    figure_tree(pen, x + w * 0.575, y, u * 42, colour_accent(5), 0);
    figure_tree(pen, x + w * 0.975, y, u * 40, colour_accent(2), 2);
}

static void panorama_park(struct pen *pen, double x, double y, double w, double h)
{
    double u = h / 100;
    static const struct {
        double at, h;
        int kind, colour;
    } trees[] = {{.04, 84, 0, 2}, {.13, 66, 1, 5}, {.24, 92, 2, 2}, {.40, 60, 1, 2},
                 {.66, 88, 0, 5}, {.80, 70, 2, 2}, {.93, 92, 0, 2}};
    figure_sun(pen, x + w * 0.52, y - u * 8, u * 36, 15, 180, 360, false);
    for (size_t i = 0; i < G_N_ELEMENTS(trees); i++) {
        char key[4];
        g_snprintf(key, sizeof key, "t%zu", i);
        pen_push(pen, 0, 0, 1, key);
        figure_tree(pen, x + w * trees[i].at, y, u * trees[i].h, colour_accent(trees[i].colour),
                    trees[i].kind);
        pen_pop(pen);
    }
    // A bench under the trees, and a pond.
    double bx = x + w * 0.31;
    stroke_shape(pen,
                 POINTS({bx, y - u * 16}, {bx + u * 40, y - u * 16}, {bx + u * 40, y - u * 11},
                        {bx, y - u * 11}),
                 STROKE_STRAIGHT, colour_accent(6), PEN_FINE, 1, 1);
    stroke_shape(pen,
                 POINTS({bx, y - u * 29}, {bx + u * 40, y - u * 29}, {bx + u * 40, y - u * 22},
                        {bx, y - u * 22}),
                 STROKE_STRAIGHT, colour_accent(6), PEN_FINE, 1, 1);
    stroke_pull(pen, POINTS({bx + u * 5, y - u * 29}, {bx + u * 5, y}), STROKE_STRAIGHT, PEN_FINE,
                0.3);
    stroke_pull(pen, POINTS({bx + u * 35, y - u * 29}, {bx + u * 35, y}), STROKE_STRAIGHT, PEN_FINE,
                0.3);
    figure_bush(pen, x + w * 0.74, y, u * 30, colour_accent(5));
    figure_bush(pen, x + w * 0.19, y, u * 26, colour_accent(2));
    figure_bird(pen, x + w * 0.33, y - u * 76, u * 9);
    figure_bird(pen, x + w * 0.58, y - u * 84, u * 7);
}

// One house whose door stands open, light on the path.
static void panorama_door(struct pen *pen, double x, double y, double w, double h)
{
    double u = h / 100, cx = x + w / 2;
    scenery_row(pen, x, cx - u * 84, y, u, 14, 30);
    scenery_row(pen, cx + u * 84, x + w, y, u, 14, 30);
    stroke_shape(pen,
                 POINTS({cx - u * 66, y}, {cx - u * 66, y - u * 58}, {cx + u * 66, y - u * 58},
                        {cx + u * 66, y}),
                 STROKE_STRAIGHT, COLOUR_NONE, PEN_MEDIUM, 0, 0);
    stroke_shape(pen,
                 POINTS({cx - u * 78, y - u * 57}, {cx, y - u * 100}, {cx + u * 78, y - u * 57}),
                 STROKE_STRAIGHT, colour_accent(3), PEN_MEDIUM, 2.2, 1.8);
    stroke_ellipse(pen, cx, y - u * 74, u * 8, u * 8, COLOUR_WARM, PEN_FINE);
    stroke_shape(pen,
                 POINTS({cx - u * 14, y}, {cx - u * 14, y - u * 44}, {cx + u * 16, y - u * 44},
                        {cx + u * 16, y}),
                 STROKE_STRAIGHT, COLOUR_WARM, PEN_MEDIUM, 1.4, 1.2);
    stroke_shape(pen,
                 POINTS({cx - u * 14, y}, {cx - u * 14, y - u * 44}, {cx - u * 34, y - u * 38},
                        {cx - u * 34, y + u * 3}),
                 STROKE_STRAIGHT, COLOUR_NONE, PEN_MEDIUM, 0, 0);
    pen_dot(pen, cx - u * 30, y - u * 18, PEN_FINE * 1.2, COLOUR_INK);
    for (int side = -1; side <= 1; side += 2) {
        double wx = cx + side * u * 46;
        stroke_shape(pen,
                     POINTS({wx - u * 12, y - u * 24}, {wx - u * 12, y - u * 46},
                            {wx + u * 12, y - u * 46}, {wx + u * 12, y - u * 24}),
                     STROKE_STRAIGHT, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.4), PEN_FINE, 1, 1);
        stroke_pull(pen, POINTS({wx, y - u * 46}, {wx, y - u * 24}), STROKE_STRAIGHT,
                    PEN_FINE * 0.8, 0.2);
        figure_bush(pen, cx + side * u * 92, y, u * 24, colour_accent(side < 0 ? 2 : 5));
    }
    figure_sparkle(pen, cx + u * 2, y - u * 46, u * 18, 5, -160, -20);
}

static const struct {
    const char *name;
    void (*draw)(struct pen *pen, double x, double y, double w, double h);
} motifs[] = {
    {"skyline", panorama_skyline}, {"village", panorama_village}, {"school", panorama_school},
    {"port", panorama_port},       {"park", panorama_park},       {"door", panorama_door},
    {"hills", panorama_hills},
};

const char *figure_motif_name(size_t i)
{
    return i < G_N_ELEMENTS(motifs) ? motifs[i].name : NULL;
}

void figure_panorama(struct pen *pen, const char *motif, double x, double y, double w, double h)
{
    size_t chosen = 0;
    for (size_t i = 0; motif != NULL && i < G_N_ELEMENTS(motifs); i++)
        if (strcmp(motifs[i].name, motif) == 0)
            chosen = i;
    pen_push_full(pen, 0, 0, 1, 1, 0, motifs[chosen].name, 0.86);
    motifs[chosen].draw(pen, x, y, w, h);
    scenery_ground(pen, x, x + w, y);
    pen_pop(pen);
}
