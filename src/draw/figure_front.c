// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Doors, shops and windows of a street, drawn for a ground floor FRONT_FLOOR high.
#include "draw/figure_front.h"

#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/stroke.h"

#define SHOP_FLOOR 39.0 // from the ground to the sill
#define SHOP_PANE 62.0
#define SHOP_PEOPLE 132.0 // a narrower one shows things
#define PERSON_EVERY 66.0
#define CLOUD_BUMP 54.0
#define CLOUD_DEPTH 10.0

void figure_door(struct pen *pen, double x, double y, double k, uint32_t colour, const char *key)
{
    const double w = DOOR_WIDE, h = DOOR_HIGH;
    pen_push(pen, x, y, k, key);
    struct line frame;
    line_init(&frame);
    line_add(&frame, 0, 0);
    line_add_bezier(&frame, (struct point){0, -h + 16}, (struct point){6, -h - 2},
                    (struct point){w - 6, -h - 2}, (struct point){w, -h + 16}, 8);
    line_add(&frame, w, 0);
    pen_shape(pen, &frame, colour, PEN_MEDIUM, 1.6, 1.2, 0);
    line_clear(&frame);
    stroke_patch(pen, POINTS({9, -2}, {9, -h + 22}, {w - 4, -h + 22}, {w - 4, -2}), STROKE_STRAIGHT,
                 COLOUR_WARM, 0, 0);
    stroke_shape(pen, POINTS({6, 0}, {6, -h + 24}, {-20, -h + 36}, {-20, 8}), STROKE_STRAIGHT,
                 COLOUR_NONE, PEN_MEDIUM * 0.9, 0, 0);
    pen_dot(pen, -13, -42, 2.6, COLOUR_INK);
    stroke_pull(pen, POINTS({-26, 3}, {w + 12, 2}), STROKE_STRAIGHT, PEN_HEAVY * 0.8, 0.8);
    pen_pop(pen);
}

static void draw_awning(struct pen *pen, double w, uint32_t colour)
{
    const double top = -SHOP_FLOOR - SHOP_PANE - 14;
    int n = MAX(3, (int)lround((w + 12) / 26));
    double each = (w + 12) / n;
    for (int i = 0; i < n; i++) {
        double left = -6 + i * each;
        struct line stripe;
        line_init(&stripe);
        line_add(&stripe, left + 3, top);
        line_add(&stripe, left + each - (i + 1 == n ? 3 : 0), top);
        line_add_arc(&stripe, left + each / 2, top + 19, each / 2, 6, 0, 180, 6);
        pen_shape(pen, &stripe, i % 2 == 0 ? colour : COLOUR_PAPER, PEN_FINE, 1, 1, 0);
        line_clear(&stripe);
    }
}

static void draw_pot(struct pen *pen, double x, double y, double h, uint32_t colour)
{
    stroke_shape(pen,
                 POINTS({x - h * .2, y - h * .36}, {x - h * .15, y}, {x + h * .15, y},
                        {x + h * .2, y - h * .36}),
                 STROKE_STRAIGHT, colour, PEN_FINE, 1, 1);
    stroke_scallop(pen,
                   POINTS({x - h * .3, y - h * .5}, {x - h * .2, y - h * .85}, {x, y - h},
                          {x + h * .22, y - h * .85}, {x + h * .3, y - h * .5}, {x, y - h * .36}),
                   h * .24, h * .08, colour_accent(2), PEN_FINE);
}

static void draw_customers(struct pen *pen, double w, uint32_t colour)
{
    struct random random = random_seeded(pen_next_key(pen));
    int n = MAX(1, (int)(w / PERSON_EVERY));
    enum hair hair = (enum hair)random_below(&random, HAIR_COUNT);
    const uint32_t clothes[] = {colour, COLOUR_WARM, COLOUR_SHADOW};
    for (int i = 0; i < n; i++) {
        // 5 and the number of heads share no divisor: neighbours differ.
        struct person person = {.hair = (enum hair)(((int)hair + i * 5) % HAIR_COUNT),
                                .colour = clothes[i % 3],
                                .look = i % 2 == 0 ? 0.7 : -0.7,
                                .talking = i % 3 == 1};
        char key[12];
        g_snprintf(key, sizeof key, "head %d", i);
        figure_bust(pen, w * (i + 0.5) / n, -SHOP_FLOOR - 1, 46, &person, key);
    }
}

void figure_shop(struct pen *pen, double x, double y, double w, double k, uint32_t colour,
                 const char *icon, const char *key)
{
    pen_push(pen, x, y, k, key);
    w /= k;
    const double sill = -SHOP_FLOOR, top = sill - SHOP_PANE;
    stroke_shape(pen, POINTS({0, sill}, {0, top}, {w, top}, {w, sill}), STROKE_STRAIGHT,
                 COLOUR_NONE, PEN_MEDIUM * 0.9, 0, 0);
    if (w >= SHOP_PEOPLE)
        draw_customers(pen, w, colour);
    else if (icon == NULL ||
             !pen_icon(pen, icon, w / 2 - 20, top + 13, 42, colour, PEN_FINE * 1.1, "goods"))
        draw_pot(pen, w / 2, sill - 2, 44, colour);
    stroke_pull(pen, POINTS({-6, sill}, {w + 6, sill - 1}), STROKE_STRAIGHT, PEN_MEDIUM * 1.1, 0.6);
    draw_awning(pen, w, colour);
    pen_pop(pen);
}

// ---- flats --------------------------------------------------------------------------------------

static void draw_curtains(struct pen *pen, double w, double h, uint32_t colour)
{
    uint32_t pale = colour_mix(colour, COLOUR_PAPER, 0.45);
    stroke_shape(pen,
                 POINTS({2, -2}, {2, -h + 2}, {w * .42, -h + 2}, {w * .3, -h * .55}, {w * .12, -2}),
                 STROKE_STRAIGHT, pale, PEN_FINE, 1, 1);
    stroke_shape(
        pen,
        POINTS({w - 2, -2}, {w - 2, -h + 2}, {w * .58, -h + 2}, {w * .7, -h * .55}, {w * .88, -2}),
        STROKE_STRAIGHT, pale, PEN_FINE, 1, 1);
}

static void draw_cat(struct pen *pen, double x, double y, double h)
{
    pen_push(pen, x, y, h / 40, "cat");
    stroke_shape(pen,
                 POINTS({-11, 0}, {-12, -12}, {-8, -22}, {0, -24}, {8, -22}, {12, -10}, {12, 0}),
                 STROKE_SMOOTH, COLOUR_SHADOW, PEN_FINE, 1, 1);
    stroke_shape(pen,
                 POINTS({-9, -25}, {-10, -38}, {-4, -33}, {4, -33}, {10, -38}, {9, -25}, {0, -19}),
                 STROKE_STRAIGHT, COLOUR_SHADOW, PEN_FINE, 1, 1);
    pen_dot(pen, -4, -27, 1.5, COLOUR_INK);
    pen_dot(pen, 4, -27, 1.5, COLOUR_INK);
    stroke_pull(pen, POINTS({12, -3}, {20, -4}, {22, -14}), STROKE_SMOOTH, PEN_MEDIUM * 0.9, 0.3);
    pen_pop(pen);
}

static void draw_cross(struct pen *pen, double w, double h)
{
    stroke_pull(pen, POINTS({w / 2, 0}, {w / 2, -h}), STROKE_STRAIGHT, PEN_FINE, 0.3);
    stroke_pull(pen, POINTS({0, -h * .62}, {w, -h * .62}), STROKE_STRAIGHT, PEN_FINE, 0.3);
}

// A railing before a door to the open air, flowers on it, someone behind.
static void draw_balcony(struct pen *pen, double w, double h, enum hair hair, uint32_t colour)
{
    struct person person = {.hair = hair, .colour = colour, .look = -0.5};
    double rail = h * 0.46, left = -w * 0.28, right = w * 1.28;
    figure_bust(pen, w * 0.5, -rail + 4, h * 0.62, &person, "at home");
    stroke_shape(pen, POINTS({left, 0}, {left, -rail}, {right, -rail}, {right, 0}), STROKE_STRAIGHT,
                 COLOUR_NONE, PEN_MEDIUM * 0.9, 0, 0);
    int bars = MAX(4, (int)((right - left) / 13));
    for (int i = 1; i < bars; i++) {
        double x = left + (right - left) * i / bars;
        stroke_pull(pen, POINTS({x, -2}, {x, -rail + 2}), STROKE_STRAIGHT, PEN_FINE * 0.9, 0.2);
    }
    for (int side = 0; side < 2; side++) {
        double x = side == 0 ? left + w * 0.26 : right - w * 0.26;
        stroke_scallop(pen,
                       POINTS({x - w * .2, -rail}, {x - w * .14, -rail - h * .13},
                              {x + w * .02, -rail - h * .17}, {x + w * .16, -rail - h * .12},
                              {x + w * .2, -rail}),
                       9, 3, side == 0 ? colour_accent(2) : COLOUR_WARM, PEN_FINE);
    }
    stroke_pull(pen, POINTS({left - 5, 1}, {right + 5, 0}), STROKE_STRAIGHT, PEN_HEAVY * 0.8, 0.6);
}

void figure_flat_window(struct pen *pen, double x, double y, double w, double h,
                        enum window_life life, enum hair hair, uint32_t colour, const char *key)
{
    struct person person = {.hair = hair, .colour = colour, .look = hair % 2 == 0 ? 0.6 : -0.6};
    uint32_t pane = life == LIFE_LIGHT ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.5) : COLOUR_NONE;
    pen_push(pen, x, y, 1, key);
    stroke_shape(pen, POINTS({0, 0}, {0, -h}, {w, -h}, {w, 0}), STROKE_STRAIGHT, pane,
                 PEN_MEDIUM * 0.85, 1, 1);
    switch (life) {
    case LIFE_PERSON:
        figure_bust(pen, w / 2, -1, h * 0.8, &person, "at home");
        break;
    case LIFE_CURTAINS:
        draw_cross(pen, w, h);
        draw_curtains(pen, w, h, colour);
        break;
    case LIFE_PLANT:
        draw_cross(pen, w, h);
        draw_pot(pen, w * 0.32, -2, h * 0.46, colour);
        break;
    case LIFE_CAT:
        draw_curtains(pen, w, h, colour);
        draw_cat(pen, w * 0.5, -1, h * 0.5);
        break;
    case LIFE_BALCONY:
        draw_balcony(pen, w, h, hair, colour);
        break;
    case LIFE_LIGHT:
    case LIFE_COUNT:
        draw_cross(pen, w, h);
        break;
    }
    if (life != LIFE_BALCONY)
        stroke_pull(pen, POINTS({-6, 1}, {w + 6, 0}), STROKE_STRAIGHT, PEN_MEDIUM * 1.2, 0.5);
    pen_pop(pen);
}

void figure_cloud_path(struct line *out, double x, double y, double w, double h)
{
    struct line cloud;
    double in = CLOUD_DEPTH, round = fmin(26, w * 0.2);
    line_init(&cloud);
    line_add(&cloud, x + in + round, y + in + 3);
    line_add(&cloud, x + w / 2, y + in);
    line_add(&cloud, x + w - in - round, y + in + 3);
    line_add(&cloud, x + w - in, y + h / 2);
    line_add(&cloud, x + w - in - round, y + h - in - 3);
    line_add(&cloud, x + w / 2, y + h - in);
    line_add(&cloud, x + in + round, y + h - in - 3);
    line_add(&cloud, x + in, y + h / 2);
    line_smooth(&cloud, true, 8);
    line_scallop(&cloud, CLOUD_BUMP, CLOUD_DEPTH);
    line_append(out, &cloud);
    line_clear(&cloud);
}
