// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Trees, bushes, birds, sun, water, and small signs.
#include <glib.h>
#include <math.h>

#include "draw/figure.h"
#include "draw/stroke.h"

static void add_rays(struct pen *pen, int rays, double degrees0, double degrees1, double inner,
                     double long_ray, double short_ray)
{
    for (int i = 0; i < rays; i++) {
        double a = (degrees0 + (degrees1 - degrees0) * (i + 0.5) / rays) * G_PI / 180;
        double outer = i % 2 != 0 ? long_ray : short_ray;
        stroke_pull(pen, POINTS({inner * cos(a), inner * sin(a)}, {outer * cos(a), outer * sin(a)}),
                    STROKE_STRAIGHT, PEN_MEDIUM * (i % 2 != 0 ? 1.0 : 0.8), 0.5);
    }
}

void figure_sun(struct pen *pen, double x, double y, double r, int rays, double degrees0,
                double degrees1, bool full)
{
    pen_push(pen, x, y, r, "sun");
    struct line disc;
    line_init(&disc);
    if (full)
        line_add_ellipse(&disc, 0, 0, 1, 1, 44);
    else
        line_add_arc(&disc, 0, 0, 1, 1, degrees0, degrees1, 40);
    pen_fill(pen, &disc, COLOUR_WARM, 3, full ? 2.4 : 0, 0.8, 12);
    struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM);
    stroke.closed = full;
    pen_line(pen, &disc, stroke);
    line_clear(&disc);
    add_rays(pen, rays, degrees0, degrees1, 1.15, 1.55, 1.34);
    pen_pop(pen);
}

void figure_tree(struct pen *pen, double x, double y, double h, uint32_t colour, int kind)
{
    pen_push(pen, x, y, h / 100, "tree");
    stroke_pull(pen, POINTS({-4, 0}, {-3, -24}, {-5, -44}), STROKE_SMOOTH, PEN_MEDIUM, 1);
    stroke_pull(pen, POINTS({5, 0}, {4, -22}, {6, -44}), STROKE_SMOOTH, PEN_MEDIUM, 1);
    if (kind == 0) {
        struct line crown;
        line_init(&crown);
        line_add_ellipse(&crown, 0, -66, 27, 29, 44);
        stroke_scallop(pen, crown.p, crown.n, 17, 6.5, colour, PEN_MEDIUM);
        line_clear(&crown);
    } else if (kind == 1) {
        stroke_shape(
            pen,
            POINTS({0, -102}, {14, -80}, {20, -52}, {12, -36}, {-12, -36}, {-20, -52}, {-14, -80}),
            STROKE_SMOOTH, colour, PEN_MEDIUM, 2.2, 2);
    } else {
        stroke_scallop(
            pen,
            POINTS({-30, -58}, {-14, -84}, {8, -92}, {28, -74}, {30, -52}, {8, -42}, {-16, -42}),
            18, 6, colour, PEN_MEDIUM);
    }
    stroke_pull(pen, POINTS({-9, -58}, {-5, -52}, {1, -52}), STROKE_SMOOTH, PEN_MEDIUM * 0.6, 0.4);
    stroke_pull(pen, POINTS({6, -74}, {11, -69}, {16, -71}), STROKE_SMOOTH, PEN_MEDIUM * 0.6, 0.4);
    stroke_pull(pen, POINTS({-12, 0}, {14, 0}), STROKE_STRAIGHT, PEN_MEDIUM * 0.8, 0.6);
    pen_pop(pen);
}

void figure_bush(struct pen *pen, double x, double y, double h, uint32_t colour)
{
    pen_push(pen, x, y, h / 50, "bush");
    stroke_scallop(pen, POINTS({-34, 0}, {-28, -22}, {-8, -34}, {14, -34}, {30, -20}, {34, 0}), 18,
                   5, colour, PEN_FINE);
    stroke_pull(pen, POINTS({-12, -16}, {-8, -11}, {-2, -12}), STROKE_SMOOTH, PEN_FINE * 0.8, 0.3);
    pen_pop(pen);
}

void figure_bird(struct pen *pen, double x, double y, double size)
{
    pen_push(pen, x, y, size, "bird");
    stroke_pull(pen, POINTS({-1, -0.1}, {-0.6, -0.5}, {-0.15, -0.3}, {0, 0.12}), STROKE_SMOOTH,
                PEN_FINE, 0.4);
    stroke_pull(pen, POINTS({0, 0.12}, {0.25, -0.42}, {0.7, -0.6}, {1.1, -0.25}), STROKE_SMOOTH,
                PEN_FINE, 0.4);
    pen_pop(pen);
}

void figure_star(struct pen *pen, double x, double y, double r, uint32_t fill)
{
    pen_push(pen, x, y, r, "star");
    struct line star;
    line_init(&star);
    for (int i = 0; i < 10; i++) {
        double a = (-90 + i * 36) * G_PI / 180, k = i % 2 == 0 ? 1 : 0.46;
        line_add(&star, k * cos(a), k * sin(a));
    }
    pen_shape(pen, &star, fill, PEN_FINE, 1.2, 1.0, 0);
    line_clear(&star);
    pen_pop(pen);
}

void figure_heart(struct pen *pen, double x, double y, double size, uint32_t fill)
{
    pen_push(pen, x, y, size, "heart");
    struct line heart;
    line_init(&heart);
    line_add_bezier(&heart, (struct point){0, 0.45}, (struct point){-0.75, -0.05},
                    (struct point){-0.5, -0.62}, (struct point){0, -0.25}, 12);
    line_add_bezier(&heart, (struct point){0, -0.25}, (struct point){0.5, -0.62},
                    (struct point){0.75, -0.05}, (struct point){0, 0.45}, 12);
    pen_shape(pen, &heart, fill, PEN_FINE, 1.2, 1.0, 0);
    line_clear(&heart);
    pen_pop(pen);
}

void figure_sparkle(struct pen *pen, double x, double y, double size, int rays, double degrees0,
                    double degrees1)
{
    pen_push(pen, x, y, size, "sparkle");
    for (int i = 0; i < rays; i++) {
        double t = rays > 1 ? (double)i / (rays - 1) : 0.5;
        double a = (degrees0 + (degrees1 - degrees0) * t) * G_PI / 180;
        stroke_pull(pen, POINTS({0.5 * cos(a), 0.5 * sin(a)}, {cos(a), sin(a)}), STROKE_STRAIGHT,
                    PEN_FINE, 0.3);
    }
    pen_pop(pen);
}

void figure_waves(struct pen *pen, double x0, double x1, double y, double amplitude,
                  double wavelength, const char *key)
{
    pen_push(pen, 0, 0, 1, key);
    int n = MAX(2, (int)((x1 - x0) / wavelength));
    double step = (x1 - x0) / n;
    struct line wave;
    line_init(&wave);
    for (int i = 0; i < n; i++) {
        double x = x0 + step * i;
        line_add(&wave, x, y);
        line_add(&wave, x + step * 0.28, y - amplitude);
        line_add(&wave, x + step * 0.60, y + amplitude * 0.25);
    }
    line_add(&wave, x1, y);
    line_smooth(&wave, false, 5);
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE);
    stroke.wobble = 0.6;
    pen_line(pen, &wave, stroke);
    line_clear(&wave);
    pen_pop(pen);
}

void figure_boat(struct pen *pen, double x, double y, double size, uint32_t colour)
{
    pen_push(pen, x, y, size, "boat");
    stroke_pull(pen, POINTS({0, 0}, {0, -1.1}), STROKE_STRAIGHT, PEN_MEDIUM * 0.8, 0.3);
    stroke_shape(pen, POINTS({0.08, -1.05}, {0.75, -0.15}, {0.08, -0.15}), STROKE_STRAIGHT,
                 COLOUR_WARM, PEN_MEDIUM * 0.8, 1, 1);
    stroke_shape(
        pen, POINTS({-1, 0}, {-0.86, 0.28}, {-0.6, 0.42}, {0.6, 0.42}, {0.86, 0.28}, {1.1, -0.02}),
        STROKE_STRAIGHT, colour, PEN_MEDIUM, 1.2, 1);
    pen_pop(pen);
}

void figure_plant(struct pen *pen, double x, double y, double h, uint32_t pot)
{
    pen_push(pen, x, y, h / 34, "plant");
    for (int i = -1; i <= 1; i++) {
        double a = (i * 35 - 90) * G_PI / 180;
        stroke_shape(pen,
                     POINTS({0, -14}, {9 * cos(a - 0.5), 10 * sin(a - 0.5) - 14},
                            {20 * cos(a), 20 * sin(a) - 14},
                            {9 * cos(a + 0.5), 10 * sin(a + 0.5) - 14}),
                     STROKE_SMOOTH, colour_accent(2), PEN_MEDIUM * 0.7, 1, 1);
    }
    stroke_shape(pen, POINTS({-8, -14}, {-6, 0}, {6, 0}, {8, -14}), STROKE_STRAIGHT, pot,
                 PEN_MEDIUM * 0.8, 1, 1);
    pen_pop(pen);
}
