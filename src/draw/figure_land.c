// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hills with a village and wind turbines; a port with its factory and cranes.
#include <glib.h>
#include <math.h>

#include "draw/figure_scenery.h"
#include "draw/stroke.h"

static void draw_peak(struct pen *pen, double x, double y, double w, double h, uint32_t fill)
{
    stroke_shape(pen,
                 POINTS({x - w, y}, {x - w * .45, y - h * .52}, {x - w * .32, y - h * .50},
                        {x, y - h}, {x + w * .22, y - h * .66}, {x + w * .42, y - h * .58},
                        {x + w, y}),
                 STROKE_STRAIGHT, fill, PEN_MEDIUM, 2.5, 2);
    stroke_shape(pen,
                 POINTS({x, y - h}, {x - w * .19, y - h * .71}, {x - w * .06, y - h * .64},
                        {x + w * .03, y - h * .72}, {x + w * .11, y - h * .62},
                        {x + w * .19, y - h * .70}),
                 STROKE_STRAIGHT, COLOUR_NONE, PEN_FINE, 0, 0);
}

static void draw_hill(struct pen *pen, double x0, double x1, double y, double h, uint32_t fill)
{
    double w = x1 - x0;
    stroke_shape(pen,
                 POINTS({x0, y}, {x0 + w * .12, y - h * .42}, {x0 + w * .28, y - h * .80},
                        {x0 + w * .5, y - h}, {x0 + w * .74, y - h * .78},
                        {x0 + w * .90, y - h * .38}, {x1, y}),
                 STROKE_STRAIGHT, fill, PEN_MEDIUM, 2.2, 1.8);
}

static void draw_turbine(struct pen *pen, double x, double y, double h, double degrees)
{
    const double w = PEN_MEDIUM * 0.9;
    pen_push(pen, x, y, h / 100, "turbine");
    stroke_shape(pen, POINTS({-2.6, 0}, {-1.2, -79}, {1.2, -79}, {2.6, 0}), STROKE_STRAIGHT,
                 COLOUR_NONE, w * 0.8, 0, 0);
    for (int i = 0; i < 3; i++) {
        double a = (degrees + i * 120) * G_PI / 180, c = cos(a), s = sin(a);
        static const struct point blade[] = {{1, -1.2}, {9, -3.4}, {30, 0}, {9, 1.4}, {1, 1.2}};
        struct point turned[G_N_ELEMENTS(blade)];
        for (size_t k = 0; k < G_N_ELEMENTS(blade); k++)
            turned[k] = (struct point){blade[k].x * c - blade[k].y * s,
                                       -79 + blade[k].x * s + blade[k].y * c};
        stroke_shape(pen, turned, G_N_ELEMENTS(turned), STROKE_SMOOTH, COLOUR_NONE, w * 0.75, 0, 0);
    }
    pen_dot(pen, 0, -79, w, COLOUR_INK);
    pen_pop(pen);
}

void panorama_hills(struct pen *pen, double x, double y, double w, double h)
{
    double u = h / 100;
    static const struct {
        double at, foot, h, degrees;
    } turbines[] = {{.10, 26, 66, -90}, {.19, 30, 56, -62}, {.83, 34, 60, -40}, {.92, 26, 56, -80}};
    static const struct {
        double at, w, h;
        int roof;
    } houses[] = {{.335, 36, 25, 3}, {.395, 31, 21, 1}, {.585, 34, 24, 3}, {.645, 31, 21, 4}};
    static const struct {
        double at, h;
        int kind;
    } trees[] = {{.455, 40, 1}, {.555, 36, 0}, {.705, 44, 0},
                 {.285, 42, 1}, {.04, 34, 0},  {.975, 36, 1}};
    figure_sun(pen, x + w * 0.50, y - u * 34, u * 30, 15, 180, 360, false);
    draw_peak(pen, x + w * 0.30, y, w * 0.15, u * 76, COLOUR_SHADOW);
    draw_peak(pen, x + w * 0.64, y, w * 0.13, u * 70, COLOUR_SHADOW);
    draw_peak(pen, x + w * 0.43, y, w * 0.11, u * 52, colour_mix(COLOUR_SHADOW, COLOUR_PAPER, 0.4));
    uint32_t green = colour_mix(colour_accent(2), COLOUR_PAPER, 0.25);
    draw_hill(pen, x, x + w * 0.30, y, u * 34, green);
    draw_hill(pen, x + w * 0.68, x + w, y, u * 38, green);
    draw_hill(pen, x + w * 0.28, x + w * 0.72, y, u * 17,
              colour_mix(colour_accent(5), COLOUR_PAPER, 0.35));
    for (size_t i = 0; i < G_N_ELEMENTS(turbines); i++)
        draw_turbine(pen, x + w * turbines[i].at, y - u * turbines[i].foot, u * turbines[i].h,
                     turbines[i].degrees);
    for (size_t i = 0; i < G_N_ELEMENTS(houses); i++)
        figure_house(pen, x + w * houses[i].at, y - u * 2, u * houses[i].w, u * houses[i].h,
                     colour_accent(houses[i].roof));
    scenery_church(pen, x + w * 0.49, y, u);
    for (size_t i = 0; i < G_N_ELEMENTS(trees); i++)
        figure_tree(pen, x + w * trees[i].at, y, u * trees[i].h,
                    colour_accent(trees[i].kind != 0 ? 5 : 2), trees[i].kind);
}

static void draw_crane(struct pen *pen, double x, double y, double u, int side)
{
    const double w = PEN_FINE * 1.2;
    pen_push_full(pen, x, y, side * u, u, 0, "crane", 1);
    stroke_pull(pen, POINTS({-12, 0}, {-7, -66}), STROKE_STRAIGHT, w, 0.4);
    stroke_pull(pen, POINTS({12, 0}, {7, -66}), STROKE_STRAIGHT, w, 0.4);
    for (int i = 0; i < 4; i++) {
        double a = 12 - i * 1.25, b = 12 - (i + 1) * 1.25, y0 = -i * 16.5, y1 = -(i + 1) * 16.5;
        stroke_pull(pen, POINTS({-a, y0}, {b, y1}), STROKE_STRAIGHT, w * 0.6, 0.2);
        stroke_pull(pen, POINTS({a, y0}, {-b, y1}), STROKE_STRAIGHT, w * 0.6, 0.2);
    }
    stroke_shape(pen, POINTS({-10, -66}, {-10, -78}, {8, -78}, {8, -66}), STROKE_STRAIGHT,
                 COLOUR_WARM, w, 1, 1);
    stroke_pull(pen, POINTS({-26, -74}, {0, -92}, {64, -80}), STROKE_STRAIGHT, w, 0.4);
    stroke_pull(pen, POINTS({-26, -74}, {64, -76}), STROKE_STRAIGHT, w, 0.4);
    stroke_pull(pen, POINTS({54, -77}, {54, -50}), STROKE_STRAIGHT, w * 0.6, 0.2);
    stroke_shape(pen, POINTS({44, -50}, {64, -50}, {64, -40}, {44, -40}), STROKE_STRAIGHT,
                 colour_accent(5), w, 1, 1);
    pen_pop(pen);
}

void panorama_port(struct pen *pen, double x, double y, double w, double h)
{
    double u = h / 100, fx = x + w * 0.10;
    // The factory: saw-tooth roofs and chimneys.
    static const double chimneys[] = {14, 34};
    for (size_t i = 0; i < G_N_ELEMENTS(chimneys); i++) {
        double cx = fx + u * chimneys[i], top = 78 + 10.0 * (double)i;
        stroke_shape(pen,
                     POINTS({cx - u * 6, y}, {cx - u * 4, y - u * top}, {cx + u * 4, y - u * top},
                            {cx + u * 6, y}),
                     STROKE_STRAIGHT, i == 0 ? colour_accent(6) : COLOUR_SHADOW, PEN_MEDIUM * 0.9,
                     1.4, 1.2);
    }
    for (int i = 0; i < 4; i++) {
        double sx = fx + u * (i * 36);
        stroke_shape(pen,
                     POINTS({sx, y}, {sx, y - u * 52}, {sx + u * 36, y - u * 36}, {sx + u * 36, y}),
                     STROKE_STRAIGHT,
                     i % 2 == 0 ? COLOUR_NONE : colour_mix(colour_accent(3), COLOUR_PAPER, 0.3),
                     PEN_MEDIUM * 0.9, 1.6, 1.3);
        stroke_rect(pen, sx + u * 8, y - u * 26, u * 20, u * 12, PEN_FINE * 0.8);
    }
    figure_sun(pen, x + w * 0.52, y, u * 40, 15, 180, 360, false);
    scenery_row(pen, x + w * 0.42, x + w * 0.60, y, u, 12, 24);
    draw_crane(pen, x + w * 0.68, y, u, 1);
    draw_crane(pen, x + w * 0.90, y, u * 0.86, -1);
    // A ship at the quay.
    double sx = x + w * 0.74;
    stroke_shape(pen,
                 POINTS({sx + u * 14, y - u * 16}, {sx + u * 14, y - u * 36},
                        {sx + u * 34, y - u * 36}, {sx + u * 34, y - u * 16}),
                 STROKE_STRAIGHT, COLOUR_NONE, PEN_FINE, 0, 0);
    stroke_shape(pen,
                 POINTS({sx + u * 38, y - u * 16}, {sx + u * 38, y - u * 28},
                        {sx + u * 70, y - u * 28}, {sx + u * 70, y - u * 16}),
                 STROKE_STRAIGHT, colour_accent(4), PEN_FINE, 1, 1);
    stroke_shape(
        pen, POINTS({sx, y - u * 16}, {sx + u * 8, y}, {sx + u * 76, y}, {sx + u * 86, y - u * 18}),
        STROKE_STRAIGHT, colour_accent(1), PEN_MEDIUM * 0.9, 1.8, 1.4);
}
