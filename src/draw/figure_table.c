// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People round a table: those behind it look at us, those in front sit on chairs.
#include <glib.h>
#include <math.h>

#include "draw/figure.h"
#include "draw/figure_head.h"
#include "draw/stroke.h"

static const char *seat_key(char *buffer, char side, int i)
{
    g_snprintf(buffer, 8, "%c%d", side, i);
    return buffer;
}

static void draw_behind(struct pen *pen, double x, double y, double rx, double ry,
                        const struct person *people, int n, struct point *heads)
{
    char key[8];
    double h = ry * 1.35;
    for (int i = 0; i < n; i++) {
        double t = (i + 0.5) / n, a = (184 + 172 * t) * G_PI / 180;
        double bx = x + rx * 0.93 * cos(a), by = y + ry * 0.95 * sin(a) + ry * 0.13;
        struct person person = people[i];
        person.look = (0.5 - t) * 1.5; // toward the middle
        figure_bust(pen, bx, by, h, &person, seat_key(key, 'b', i));
        if (heads != NULL)
            heads[i] = (struct point){bx, by - h};
    }
}

static void draw_sheet(struct pen *pen, double x, double y, double scale, double radians,
                       uint32_t colour, const char *key)
{
    pen_push_full(pen, x, y, scale, scale, radians, key, 1);
    stroke_shape(pen, POINTS({-24, -9}, {20, -13}, {27, 8}, {-20, 13}), STROKE_STRAIGHT, colour,
                 PEN_MEDIUM * 0.75, 1.4, 1.1);
    for (int i = 0; i < 2; i++)
        stroke_pull(pen, POINTS({-14, -3.0 + i * 6}, {14, -6.0 + i * 6}), STROKE_STRAIGHT,
                    PEN_MEDIUM * 0.5, 0.3);
    pen_pop(pen);
}

static void draw_cup(struct pen *pen, double x, double y, double scale, const char *key)
{
    const double w = PEN_MEDIUM;
    pen_push(pen, x, y, scale, key);
    stroke_shape(pen, POINTS({-6, -6}, {-5, 6}, {5, 6}, {6, -6}), STROKE_STRAIGHT, COLOUR_NONE,
                 w * 0.7, 0, 0);
    stroke_arc(pen, 6.5, 0, 4, 4, -80, 80, w * 0.6);
    stroke_ring(pen, 0, -6, 6, 2, w * 0.6);
    pen_pop(pen);
}

static void draw_top(struct pen *pen, double x, double y, double rx, double ry)
{
    const double w = PEN_MEDIUM;
    double depth = ry * 0.22;
    struct line top, edge;
    line_init(&top);
    line_init(&edge);
    line_add_arc(&top, x, y, rx, ry, 180, 360, 30);
    line_add_arc(&top, x, y + depth, rx, ry, 0, 180, 36);
    pen_polygon(pen, &top, COLOUR_PAPER);
    line_add_arc(&edge, x, y, rx, ry, 0, 180, 36);
    line_add_arc(&edge, x, y + depth, rx, ry, 180, 0, 36);
    pen_fill(pen, &edge, COLOUR_SHADOW, 0, 0, 0.4, 0);
    stroke_ring(pen, x, y, rx, ry, w * 1.15);
    stroke_arc(pen, x, y + depth, rx, ry, 0, 180, w);
    stroke_pull(pen, POINTS({x - rx, y}, {x - rx, y + depth}), STROKE_STRAIGHT, w, 0.3);
    stroke_pull(pen, POINTS({x + rx, y}, {x + rx, y + depth}), STROKE_STRAIGHT, w, 0.3);
    line_clear(&top);
    line_clear(&edge);
}

void figure_round_table(struct pen *pen, double x, double y, double rx, double ry,
                        const struct person *behind, int behind_n, const struct person *front,
                        int front_n, struct point *heads, const char *key)
{
    static const struct point cups[] = {{-.70, .12}, {.68, .24}, {.22, -.02}, {-.2, -.38}};
    char name[8];
    pen_push(pen, 0, 0, 1, key);
    draw_behind(pen, x, y, rx, ry, behind, behind_n, heads);
    draw_top(pen, x, y, rx, ry);
    double u = ry / 60;
    draw_sheet(pen, x - rx * 0.42, y - ry * 0.02, u, 0.1, colour_accent(1), "sheet 1");
    draw_sheet(pen, x + rx * 0.40, y + ry * 0.02, u, -0.12, colour_accent(2), "sheet 2");
    draw_sheet(pen, x - rx * 0.02, y + ry * 0.34, u, 0.04, colour_accent(3), "sheet 3");
    figure_plant(pen, x + rx * 0.05, y - ry * 0.02, u * 34, COLOUR_WARM);
    for (int i = 0; i < (int)G_N_ELEMENTS(cups); i++)
        draw_cup(pen, x + rx * cups[i].x, y + ry * cups[i].y, u, seat_key(name, 'c', i));
    double h = ry * 1.35;
    for (int i = 0; i < front_n; i++) {
        double t = (i + 0.5) / front_n, a = (155 - 130 * t) * G_PI / 180;
        figure_back(pen, x + rx * 0.88 * cos(a), y + ry * 0.9 * sin(a) + h * 0.62, h * 1.12,
                    &front[i], seat_key(name, 'f', i));
    }
    pen_pop(pen);
}
