// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/stroke.h"

enum { SMOOTH_STEPS = 9 };

static struct line line_of(const struct point *p, size_t n, enum stroke_way way, bool closed)
{
    struct line line;
    line_init(&line);
    for (size_t i = 0; i < n; i++)
        line_add(&line, p[i].x, p[i].y);
    if (way == STROKE_SMOOTH && n > 2)
        line_smooth(&line, closed, SMOOTH_STEPS);
    return line;
}

void stroke_pull_coloured(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                          double width, double wobble, uint32_t colour)
{
    struct line line = line_of(p, n, way, false);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.wobble = wobble;
    stroke.colour = colour;
    pen_line(pen, &line, stroke);
    line_clear(&line);
}

void stroke_pull(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                 double width, double wobble)
{
    stroke_pull_coloured(pen, p, n, way, width, wobble, COLOUR_INK);
}

void stroke_shape(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                  uint32_t fill, double width, double dx, double dy)
{
    struct line line = line_of(p, n, way, true);
    pen_shape(pen, &line, fill, width, dx, dy, 0);
    line_clear(&line);
}

void stroke_patch(struct pen *pen, const struct point *p, size_t n, enum stroke_way way,
                  uint32_t colour, double dx, double dy)
{
    struct line line = line_of(p, n, way, true);
    pen_fill(pen, &line, colour, dx, dy, 0.4, 0);
    line_clear(&line);
}

void stroke_limb(struct pen *pen, const struct point *p, size_t n, double local_width,
                 uint32_t fill, double width)
{
    struct line line = line_of(p, n, STROKE_SMOOTH, false);
    pen_limb(pen, &line, local_width, fill, width);
    line_clear(&line);
}

void stroke_ellipse(struct pen *pen, double cx, double cy, double rx, double ry, uint32_t fill,
                    double width)
{
    struct line line;
    line_init(&line);
    line_add_ellipse(&line, cx, cy, rx, ry, 34);
    pen_shape(pen, &line, fill, width, 1, 1, 0);
    line_clear(&line);
}

void stroke_ring(struct pen *pen, double cx, double cy, double rx, double ry, double width)
{
    struct line line;
    line_init(&line);
    line_add_ellipse(&line, cx, cy, rx, ry, 28);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.closed = true;
    stroke.wobble = 0.2;
    pen_line(pen, &line, stroke);
    line_clear(&line);
}

void stroke_arc(struct pen *pen, double cx, double cy, double rx, double ry, double degrees0,
                double degrees1, double width)
{
    struct line line;
    line_init(&line);
    line_add_arc(&line, cx, cy, rx, ry, degrees0, degrees1, 0);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.wobble = 0.5;
    pen_line(pen, &line, stroke);
    line_clear(&line);
}

void stroke_rect(struct pen *pen, double x, double y, double w, double h, double width)
{
    struct line line;
    line_init(&line);
    line_add_rect(&line, x, y, w, h);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.closed = true;
    stroke.wobble = 0.3;
    pen_line(pen, &line, stroke);
    line_clear(&line);
}

void stroke_scallop(struct pen *pen, const struct point *p, size_t n, double step, double depth,
                    uint32_t fill, double width)
{
    struct line line = line_of(p, n, n > 20 ? STROKE_STRAIGHT : STROKE_SMOOTH, true);
    line_scallop(&line, step, depth);
    if (width > 0)
        pen_shape(pen, &line, fill, width, 2, 1.6, 0);
    else
        pen_fill(pen, &line, fill, 0, 0, 0.3, 0);
    line_clear(&line);
}
