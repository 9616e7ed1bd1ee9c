// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Short words for drawings made of many small strokes: points written where they are drawn.
#ifndef ERNTEBILD_DRAW_STROKE_H
#define ERNTEBILD_DRAW_STROKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/pen.h"

// Points of a drawing: POINTS({0, 0}, {1, 2}). A list of points for the functions below.
#define POINTS(...)                                                                                \
    (const struct point[]){__VA_ARGS__},                                                           \
        sizeof((const struct point[]){__VA_ARGS__}) / sizeof(struct point)

// How points become a line.
enum stroke_way { STROKE_STRAIGHT, STROKE_SMOOTH };

// One pull through the points; `wobble` ink units.
void stroke_pull(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                 double width, double wobble);
void stroke_pull_coloured(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                          double width, double wobble, uint32_t colour);
// A closed shape: paper base, fill (COLOUR_NONE: none) shifted by dx, dy ink units, outline.
void stroke_shape(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                  uint32_t fill, double width, double dx, double dy);
// A closed patch of colour without outline.
void stroke_patch(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                  uint32_t colour, double dx, double dy);
void stroke_limb(struct pen *pen, const struct point *p, size_t n, double local_width,
                 uint32_t fill, double width);
void stroke_ellipse(struct pen *pen, double cx, double cy, double rx, double ry, uint32_t fill,
                    double width);
void stroke_ring(struct pen *pen, double cx, double cy, double rx, double ry, double width);
void stroke_arc(struct pen *pen, double cx, double cy, double rx, double ry, double degrees0,
                double degrees1, double width);
void stroke_rect(struct pen *pen, double x, double y, double w, double h, double width);
// A closed outline with bumps (clouds, curls, leaves), filled and outlined; width 0: colour only.
void stroke_scallop(struct pen *pen, const struct point *p, size_t n, double step, double depth,
                    uint32_t fill, double width);

#endif
