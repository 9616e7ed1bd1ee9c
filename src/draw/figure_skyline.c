// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A city of towers and roofs: a cathedral with two spires, a church, crooked houses, a leaning
// tower.
#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/figure_scenery.h"
#include "draw/stroke.h"

static void draw_tower(struct pen *pen, double cx, uint32_t roof, bool cross)
{
    const double w = PEN_MEDIUM;
    stroke_shape(pen, POINTS({cx - 8.5, 0}, {cx - 8.5, -64}, {cx + 8.5, -64}, {cx + 8.5, 0}),
                 STROKE_STRAIGHT, COLOUR_NONE, w, 0, 0);
    stroke_patch(pen, POINTS({cx + 3.7, -1}, {cx + 3.7, -63}, {cx + 8.2, -63}, {cx + 8.2, -1}),
                 STROKE_STRAIGHT, COLOUR_SHADOW, 0, 0);
    for (int level = 1; level <= 2; level++)
        stroke_pull(pen, POINTS({cx - 9.2, 2 - level * 22.0}, {cx + 9.2, 2 - level * 22.0}),
                    STROKE_STRAIGHT, w * 0.8, 0.4);
    stroke_pull(pen, POINTS({cx - 9.6, -64}, {cx + 9.6, -64}), STROKE_STRAIGHT, w * 1.15, 0.4);
    static const struct {
        double y, h;
    } windows[] = {{-4, 12}, {-24, 14}, {-46, 14}};
    for (size_t i = 0; i < G_N_ELEMENTS(windows); i++) {
        scenery_gothic(pen, cx - 3.2, windows[i].y, 3.4, windows[i].h, COLOUR_INK, 0);
        scenery_gothic(pen, cx + 2.6, windows[i].y, 3.4, windows[i].h, COLOUR_INK, 0);
    }
    // The octagon and its crown of gables.
    stroke_shape(pen, POINTS({cx - 6.6, -64}, {cx - 6.6, -78}, {cx + 6.6, -78}, {cx + 6.6, -64}),
                 STROKE_STRAIGHT, COLOUR_NONE, w, 0, 0);
    stroke_patch(pen,
                 POINTS({cx + 2.6, -64.5}, {cx + 2.6, -77.6}, {cx + 6.3, -77.6}, {cx + 6.3, -64.5}),
                 STROKE_STRAIGHT, COLOUR_SHADOW, 0, 0);
    for (int i = -1; i <= 1; i++) {
        scenery_gothic(pen, cx + i * 3.6, -66.5, 2.2, 8.5, COLOUR_INK, 0);
        stroke_pull(
            pen,
            POINTS({cx + i * 4.6 - 2.3, -78}, {cx + i * 4.6, -82.5}, {cx + i * 4.6 + 2.3, -78}),
            STROKE_STRAIGHT, w * 0.75, 0.1);
    }
    stroke_shape(pen, POINTS({cx - 5.6, -80}, {cx, -99}, {cx + 5.6, -80}), STROKE_STRAIGHT, roof, w,
                 1.4, 1.2);
    stroke_pull(pen, POINTS({cx + 1.6, -81}, {cx + 0.3, -95}), STROKE_STRAIGHT, w * 0.55, 0.1);
    pen_dot(pen, cx, -99.5, w * 1.1, COLOUR_INK);
    if (cross) {
        stroke_pull(pen, POINTS({cx, -99}, {cx, -104}), STROKE_STRAIGHT, w * 0.8, 0.1);
        stroke_pull(pen, POINTS({cx - 1.8, -102.4}, {cx + 1.8, -102.4}), STROKE_STRAIGHT, w * 0.7,
                    0.1);
    }
}

// Base middle of the west front at x, y; h to the tips.
static void draw_cathedral(struct pen *pen, double x, double y, double h, uint32_t roof)
{
    const double w = PEN_MEDIUM;
    pen_push(pen, x, y, h / 100, "cathedral");
    stroke_shape(pen, POINTS({16, 0}, {16, -34}, {70, -34}, {78, -28}, {80, 0}), STROKE_STRAIGHT,
                 COLOUR_NONE, w, 0, 0);
    stroke_shape(pen, POINTS({14, -34}, {18, -56}, {69, -56}, {80, -31}), STROKE_STRAIGHT, roof, w,
                 1.8, 1.4);
    struct line slates;
    line_init(&slates);
    line_add(&slates, 18, -54);
    line_add(&slates, 67, -54);
    line_add(&slates, 77, -34);
    line_add(&slates, 16, -35);
    pen_hatch(pen, &slates, 6.5, 62, 1.15, COLOUR_INK);
    line_clear(&slates);
    stroke_shape(pen, POINTS({59, -56}, {61.5, -72}, {64, -56}), STROKE_STRAIGHT, roof, w * 0.8, 1,
                 1); // ridge turret
    stroke_pull(pen, POINTS({61.5, -72}, {61.5, -76}), STROKE_STRAIGHT, w * 0.7, 0.1);
    for (int i = 0; i < 4; i++) { // the aisle's gables
        double gx = 27 + i * 12.4;
        stroke_shape(pen, POINTS({gx - 6, 0}, {gx - 6, -24}, {gx, -36}, {gx + 6, -24}, {gx + 6, 0}),
                     STROKE_STRAIGHT, COLOUR_NONE, w * 0.85, 0, 0);
        scenery_gothic(pen, gx, -6, 4.6, 16, COLOUR_INK, 0);
        stroke_pull(pen, POINTS({gx - 6.2, -24}, {gx - 6.2, -29}), STROKE_STRAIGHT, w * 0.7, 0.1);
    }
    stroke_shape(pen, POINTS({75, 0}, {75, -22}, {81, -30}, {88, -22}, {88, 0}), STROKE_STRAIGHT,
                 COLOUR_NONE, w * 0.85, 0, 0);
    scenery_gothic(pen, 81.5, -5, 4.2, 14, COLOUR_INK, 0);
    // The front between the towers: gable, great window, portal.
    stroke_shape(pen, POINTS({-7, 0}, {-7, -56}, {0, -68}, {7, -56}, {7, 0}), STROKE_STRAIGHT,
                 COLOUR_NONE, w, 0, 0);
    scenery_gothic(pen, 0, -22, 8, 22, COLOUR_NONE, w * 0.8);
    stroke_pull(pen, POINTS({0, -23}, {0, -42}), STROKE_STRAIGHT, w * 0.55, 0.1);
    stroke_ring(pen, 0, -56, 2.6, 2.6, w * 0.7);
    scenery_gothic(pen, 0, 0, 8.5, 15, COLOUR_INK, 0);
    stroke_pull(pen, POINTS({-7, -48}, {7, -48}), STROKE_STRAIGHT, w * 0.7, 0.3);
    draw_tower(pen, -15.5, roof, true);
    draw_tower(pen, 15.5, roof, false);
    pen_pop(pen);
}

static void draw_church(struct pen *pen, double x, double y, double h, uint32_t roof)
{
    const double w = PEN_MEDIUM * 0.9;
    pen_push(pen, x, y, h / 60, "church");
    stroke_shape(pen, POINTS({12, 0}, {12, -20}, {40, -20}, {40, 0}), STROKE_STRAIGHT, COLOUR_NONE,
                 w, 0, 0);
    stroke_shape(pen, POINTS({10, -20}, {14, -33}, {38, -33}, {42, -20}), STROKE_STRAIGHT, roof, w,
                 1.6, 1.3);
    for (int i = 0; i < 3; i++)
        scenery_gothic(pen, 18 + i * 8, -4, 3.6, 11, COLOUR_INK, 0);
    for (int side = -1; side <= 1; side += 2) {
        double cx = side * 7;
        stroke_shape(pen, POINTS({cx - 5, 0}, {cx - 5, -38}, {cx + 5, -38}, {cx + 5, 0}),
                     STROKE_STRAIGHT, COLOUR_NONE, w, 0, 0);
        stroke_pull(pen, POINTS({cx - 5.6, -20}, {cx + 5.6, -20}), STROKE_STRAIGHT, w * 0.7, 0.3);
        scenery_gothic(pen, cx, -24, 3, 9, COLOUR_INK, 0);
        scenery_gothic(pen, cx, -6, 3, 9, COLOUR_INK, 0);
        stroke_shape(pen,
                     POINTS({cx - 5.4, -38}, {cx - 5, -43}, {cx - 2, -46}, {cx - 1.6, -50},
                            {cx, -58}, {cx + 1.6, -50}, {cx + 2, -46}, {cx + 5, -43},
                            {cx + 5.4, -38}),
                     STROKE_SMOOTH, roof, w, 1.4, 1.2);
    }
    pen_pop(pen);
}

// A wooden cone that leans, with a ramp round it.
static void draw_leaning_tower(struct pen *pen, double x, double y, double h)
{
    const double w = PEN_MEDIUM * 0.9;
    pen_push(pen, x, y, h / 60, "leaning tower");
    stroke_shape(pen, POINTS({-19, 0}, {-3, -54}, {4, -60}, {13, 0}), STROKE_STRAIGHT, COLOUR_WARM,
                 w, 2, 1.6);
    for (int i = 0; i < 5; i++) {
        double t = (i + 0.7) / 5.6, ry = -t * 54, left = -19 + 16 * t, right = 13 - 9 * t;
        stroke_pull(
            pen,
            POINTS({left - 1.5, ry}, {(left + right) / 2, ry + 4.5 - 2 * t}, {right + 1.5, ry - 6}),
            STROKE_SMOOTH, w * 0.8, 0.3);
    }
    stroke_pull(pen, POINTS({0.5, -57}, {2, -66}), STROKE_STRAIGHT, w * 0.8, 0.2);
    pen_pop(pen);
}

// Crooked walls, round windows, golden balls, trees on the roof.
static void draw_crooked_house(struct pen *pen, double x, double y, double h, uint32_t colour)
{
    const double w = PEN_MEDIUM * 0.85;
    pen_push(pen, x, y, h / 40, "crooked house");
    struct line wall;
    line_init(&wall);
    static const struct point roof[] = {{-22, -24}, {-14, -29}, {-4, -26},
                                        {4, -31},   {14, -27},  {21, -30}};
    for (size_t i = 0; i < G_N_ELEMENTS(roof); i++)
        line_add(&wall, roof[i].x, roof[i].y);
    line_smooth(&wall, false, 8);
    line_add(&wall, 22, 0);
    line_add(&wall, -22, 0);
    pen_shape(pen, &wall, colour, w, 1.8, 1.4, 0);
    line_clear(&wall);
    static const struct point balls[] = {{-12, -37}, {10, -38}};
    for (size_t i = 0; i < G_N_ELEMENTS(balls); i++) {
        stroke_pull(pen, POINTS({balls[i].x, -27}, {balls[i].x, balls[i].y + 3}), STROKE_STRAIGHT,
                    w * 0.8, 0.2);
        stroke_ellipse(pen, balls[i].x, balls[i].y, 3.3, 3.3, COLOUR_WARM, w * 0.8);
    }
    struct random random = random_seeded(pen_next_key(pen));
    for (int i = 0; i < 5; i++)
        for (int k = 0; k < 3; k++) {
            double wx = -17 + i * 8 + random_range(&random, -1, 1),
                   wy = -20 + k * 7 + random_range(&random, -0.8, 0.8);
            if (random_unit(&random) < 0.8)
                stroke_rect(pen, wx, wy, 3.4, 3.8, w * 0.55);
        }
    pen_pop(pen);
}

void panorama_skyline(struct pen *pen, double x, double y, double w, double h)
{
    double u = h / 104, cx = x + w * 0.46;
    double sun = fmin(cx + u * 92 + (x + w * 0.88 - cx - u * 92) * 0.5, cx + u * 150);
    figure_sun(pen, sun, y, u * 44, 15, 180, 360, false);
    scenery_row(pen, x, cx - u * 30, y, u, 12, 24);
    scenery_row(pen, cx + u * 92, x + w, y, u, 12, 24);
    draw_church(pen, x + w * 0.155, y, u * 66, colour_accent(3));
    draw_crooked_house(pen, x + w * 0.30 - u * 2, y, u * 34, colour_accent(4));
    draw_leaning_tower(pen, x + w * 0.90, y, u * 60);
    draw_cathedral(pen, cx, y, u * 100, colour_accent(1));
}
