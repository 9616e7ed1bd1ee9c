// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Roofs of a street, six kinds. Each rises over its eaves; narrow houses have one gable, wide ones
// two or three, so that they keep the shape of houses.
#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/figure_front.h"
#include "draw/stroke.h"

#define GABLE_WIDEST 430.0 // of one gable
#define HIP 0.84           // shares of the height
#define TOWER_ROOF 0.46
#define TOWER_SHAFT 0.60
#define SEAMS 14.0

static int gables(double w)
{
    return MAX(1, (int)ceil(w / GABLE_WIDEST));
}

static void add_gables(struct line *out, double x, double y, double w, double h)
{
    int n = gables(w);
    double left = x - ROOF_OVERHANG, each = (w + 2 * ROOF_OVERHANG) / n;
    line_add(out, left, y);
    line_add(out, left, y - 6);
    for (int i = 0; i < n; i++) {
        line_add(out, left + each * (i + 0.5), y - h);
        line_add(out, left + each * (i + 1), i + 1 < n ? y - h * 0.30 : y - 6);
    }
    line_add(out, left + each * n, y);
}

static void add_steps(struct line *out, double x, double y, double w, double h)
{
    int n = gables(w), steps = w / n < 240 ? 3 : 4;
    double each = w / n, going = each * 0.39 / steps;
    line_add(out, x, y);
    for (int i = 0; i < n; i++) {
        double left = x + each * i, foot = i == 0 ? y : y - h / steps;
        int from = i == 0 ? 0 : 1;
        for (int k = from; k < steps; k++) {
            double at = left + going * k;
            line_add(out, at, k == from ? foot : y - h * k / steps);
            line_add(out, at, y - h * (k + 1) / steps);
        }
        for (int k = steps - 1; k >= (i + 1 < n ? 1 : 0); k--) {
            double at = left + each - going * k;
            line_add(out, at, y - h * (k + 1) / steps);
            line_add(out, at, y - h * k / steps);
        }
    }
}

static double hip_inset(double w)
{
    return fmin(w * 0.16, 66);
}

struct tower {
    double x, half; // middle, half the width of its shaft
};

// In the middle of a narrow house, over the first third of a wide one.
static struct tower tower_of(double x, double w)
{
    double half = fmin(w * 0.15, 46);
    return (struct tower){w > GABLE_WIDEST ? x + w * 0.27 : x + w * 0.5, half};
}

void figure_roof_path(struct line *out, enum roof roof, double x, double y, double w, double h)
{
    const double over = ROOF_OVERHANG;
    double right = x + w, in = hip_inset(w);
    switch (roof) {
    case ROOF_GABLE:
        add_gables(out, x, y, w, h);
        break;
    case ROOF_STEPS:
        add_steps(out, x, y, w, h);
        break;
    case ROOF_FLAT:
        line_add(out, x - 7, y);
        line_add(out, x - 7, y - h * ROOF_PARAPET);
        line_add(out, right + 7, y - h * ROOF_PARAPET - 2);
        line_add(out, right + 7, y);
        break;
    case ROOF_MANSARD:
        line_add(out, x - over, y);
        line_add(out, x + 14, y - h * 0.72);
        line_add(out, x + in * 1.2, y - h);
        line_add(out, right - in * 1.2, y - h - 1);
        line_add(out, right - 14, y - h * 0.72);
        line_add(out, right + over, y);
        break;
    case ROOF_HIP:
        line_add(out, x - over, y);
        line_add(out, x - over, y - 4);
        line_add(out, x + in, y - h * HIP);
        line_add(out, right - in, y - h * HIP + 2);
        line_add(out, right + over, y - 4);
        line_add(out, right + over, y);
        break;
    case ROOF_TOWER:
    case ROOF_COUNT: {
        struct tower tower = tower_of(x, w);
        line_add(out, x - over, y);
        line_add(out, x - over, y - 5);
        line_add(out, x + in, y - h * TOWER_ROOF);
        line_add(out, tower.x - tower.half, y - h * TOWER_ROOF);
        line_add(out, tower.x - tower.half - 7, y - h * TOWER_SHAFT);
        line_add(out, tower.x, y - h);
        line_add(out, tower.x + tower.half + 7, y - h * TOWER_SHAFT);
        line_add(out, tower.x + tower.half, y - h * TOWER_ROOF);
        line_add(out, right - in, y - h * TOWER_ROOF);
        line_add(out, right + over, y - 5);
        line_add(out, right + over, y);
        break;
    }
    }
}

// ---- what is on them ----------------------------------------------------------------------------

static void draw_tiles(struct pen *pen, const struct line *roof, double quiet)
{
    struct box box = line_box(roof);
    struct random random = random_seeded(pen_next_key(pen));
    double low = box.y + box.h - quiet;
    int n = CLAMP((int)(box.w * (low - box.y) / 2600), 3, 22);
    for (int i = 0; i < n; i++) { // each in its own stretch of the roof
        double x = box.x + box.w * (0.08 + 0.84 * (i + random_range(&random, 0.25, 0.75)) / n);
        double y = box.y + (low - box.y) * random_range(&random, 0.2, 0.92);
        if (!line_contains(roof, x - 10, y - 5) || !line_contains(roof, x + 11, y - 5))
            continue;
        stroke_pull(pen, POINTS({x - 8, y}, {x - 4, y + 5}, {x, y}, {x + 4, y + 5}, {x + 8, y}),
                    STROKE_SMOOTH, PEN_FINE * 0.9, 0.2);
    }
}

static void draw_chimney(struct pen *pen, double x, double y, double h)
{
    stroke_shape(pen, POINTS({x, y}, {x, y - h}, {x + 24, y - h}, {x + 24, y}), STROKE_STRAIGHT,
                 COLOUR_NONE, PEN_MEDIUM * 0.9, 0, 0);
    stroke_pull(pen, POINTS({x - 4, y - h}, {x + 28, y - h}), STROKE_STRAIGHT, PEN_MEDIUM, 0.8);
}

static void draw_dormers(struct pen *pen, double x, double y, double w, double h)
{
    int n = CLAMP((int)(w / 190), 1, 6);
    double foot = y - h * 0.56, high = h * 0.30, half = 19;
    for (int i = 0; i < n; i++) {
        double at = x + w * (i + 0.5) / n;
        stroke_shape(pen,
                     POINTS({at - half, foot}, {at - half, foot - high * 0.62}, {at, foot - high},
                            {at + half, foot - high * 0.62}, {at + half, foot}),
                     STROKE_STRAIGHT, COLOUR_NONE, PEN_MEDIUM * 0.85, 0, 0);
        stroke_pull(pen, POINTS({at, foot - high * 0.62}, {at, foot - 2}), STROKE_STRAIGHT,
                    PEN_FINE * 0.9, 0.2);
    }
}

// A round window under each ridge.
static void draw_attics(struct pen *pen, double x, double y, double w, double h)
{
    int n = gables(w);
    for (int i = 0; i < n; i++) {
        double at = x + w * (i + 0.5) / n;
        stroke_ellipse(pen, at, y - h * 0.68, 12, 12, COLOUR_PAPER, PEN_MEDIUM * 0.85);
        stroke_pull(pen, POINTS({at - 11, y - h * 0.68}, {at + 11, y - h * 0.68}), STROKE_STRAIGHT,
                    PEN_FINE * 0.8, 0.2);
    }
}

static void draw_garden(struct pen *pen, double x, double y, double w, double h)
{
    double edge = y - h * ROOF_PARAPET - 1;
    for (int i = 0; i < 3; i++) {
        char key[12];
        g_snprintf(key, sizeof key, "garden %d", i);
        pen_push(pen, 0, 0, 1, key);
        figure_bush(pen, x + w * 0.14 + i * 34, edge + 1, h * (i == 1 ? 0.30 : 0.24),
                    colour_accent(2));
        pen_pop(pen);
    }
    // Washing on a line, and an aerial.
    double from = x + w * 0.52, to = x + w * 0.74, line = edge - h * 0.34;
    if (to - from > 60) {
        stroke_pull(pen, POINTS({from, edge}, {from, line - 3}), STROKE_STRAIGHT, PEN_FINE, 0.3);
        stroke_pull(pen, POINTS({to, edge}, {to, line - 3}), STROKE_STRAIGHT, PEN_FINE, 0.3);
        stroke_pull(pen, POINTS({from, line}, {(from + to) / 2, line + 4}, {to, line}),
                    STROKE_SMOOTH, PEN_FINE * 0.8, 0.2);
        const uint32_t cloth[] = {COLOUR_WARM, COLOUR_PAPER, COLOUR_SHADOW};
        for (int i = 0; i < 3; i++) {
            double at = from + (to - from) * (0.16 + 0.27 * i);
            stroke_shape(pen,
                         POINTS({at, line + 3}, {at + 13, line + 3}, {at + 12, line + h * 0.2},
                                {at + 1, line + h * 0.19}),
                         STROKE_STRAIGHT, cloth[i], PEN_FINE * 0.8, 1, 1);
        }
    }
    double mast = x + w * 0.86;
    stroke_pull(pen, POINTS({mast, edge}, {mast, y - h * 0.98}), STROKE_STRAIGHT, PEN_MEDIUM * 0.8,
                0.3);
    for (int i = 0; i < 3; i++)
        stroke_pull(pen,
                    POINTS({mast - 14 + i * 3, y - h * (0.92 - 0.09 * i)},
                           {mast + 14 - i * 3, y - h * (0.92 - 0.09 * i)}),
                    STROKE_STRAIGHT, PEN_FINE, 0.2);
}

static void draw_tower(struct pen *pen, double x, double y, double w, double h, double quiet,
                       uint32_t colour)
{
    struct tower tower = tower_of(x, w);
    double cx = tower.x, half = tower.half, eave = y - h * TOWER_SHAFT, tip = y - h + 22;
    stroke_shape(pen,
                 POINTS({cx - half, y - h * TOWER_ROOF * 0.4}, {cx - half, eave}, {cx + half, eave},
                        {cx + half, y - h * TOWER_ROOF * 0.4}),
                 STROKE_STRAIGHT, COLOUR_NONE, PEN_MEDIUM, 0, 0);
    if (y - quiet - eave > 28)
        stroke_ellipse(pen, cx, eave + 16, 9, 9, COLOUR_PAPER, PEN_FINE);
    stroke_pull(pen, POINTS({cx, tip}, {cx, tip - 22}), STROKE_STRAIGHT, PEN_MEDIUM * 0.8, 0.2);
    stroke_shape(pen, POINTS({cx, tip - 22}, {cx + 22, tip - 16}, {cx, tip - 10}), STROKE_STRAIGHT,
                 COLOUR_WARM, PEN_FINE, 1, 1);
    stroke_shape(pen, POINTS({cx - half - 7, eave}, {cx, tip}, {cx + half + 7, eave}),
                 STROKE_STRAIGHT, colour, PEN_MEDIUM * 1.08, 2, 1.6);
}

void figure_roof(struct pen *pen, enum roof roof, double x, double y, double w, double h,
                 double quiet, uint32_t colour, const char *key)
{
    struct line path;
    line_init(&path);
    if (roof == ROOF_TOWER) { // without its tower
        double in = hip_inset(w), top = y - h * TOWER_ROOF;
        line_add(&path, x - ROOF_OVERHANG, y);
        line_add(&path, x - ROOF_OVERHANG, y - 5);
        line_add(&path, x + in, top);
        line_add(&path, x + w - in, top);
        line_add(&path, x + w + ROOF_OVERHANG, y - 5);
        line_add(&path, x + w + ROOF_OVERHANG, y);
    } else {
        figure_roof_path(&path, roof, x, y, w, h);
    }
    pen_push(pen, 0, 0, 1, key);
    if (roof == ROOF_GABLE || roof == ROOF_HIP)
        draw_chimney(pen, x + w * ROOF_CHIMNEY, y - 4, h * (roof == ROOF_GABLE ? 0.86 : 0.98));
    if (roof == ROOF_FLAT)
        draw_garden(pen, x, y, w, h);
    pen_shape(pen, &path, roof == ROOF_STEPS ? colour_mix(colour, COLOUR_PAPER, 0.35) : colour,
              PEN_MEDIUM * 1.08, 2.4, 2, roof == ROOF_STEPS ? 0 : SEAMS);
    if (roof != ROOF_FLAT && roof != ROOF_STEPS)
        draw_tiles(pen, &path, quiet);
    line_clear(&path);
    if (roof == ROOF_FLAT)
        stroke_pull(pen,
                    POINTS({x - 14, y - h * ROOF_PARAPET}, {x + w + 14, y - h * ROOF_PARAPET - 2}),
                    STROKE_STRAIGHT, PEN_HEAVY, 1);
    else if (roof == ROOF_STEPS || roof == ROOF_GABLE)
        draw_attics(pen, x, y, w, h);
    else if (roof == ROOF_MANSARD)
        draw_dormers(pen, x, y, w, h);
    else if (roof == ROOF_TOWER)
        draw_tower(pen, x, y, w, h, quiet, colour);
    pen_pop(pen);
}
