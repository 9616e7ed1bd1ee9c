// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Points, boxes, transforms and polylines. No unit of its own: callers say which.
#ifndef ERNTEBILD_DRAW_GEOMETRY_H
#define ERNTEBILD_DRAW_GEOMETRY_H

#include <stdbool.h>
#include <stddef.h>

struct point {
    double x, y; // y grows downwards
};

struct box {
    double x, y, w, h; // empty when w < 0
};

#define BOX_EMPTY ((struct box){0, 0, -1, -1})

// x' = xx*x + xy*y + x0, y' = yx*x + yy*y + y0 (cairo's order of fields)
struct affine {
    double xx, yx, xy, yy, x0, y0;
};

#define AFFINE_IDENTITY ((struct affine){1, 0, 0, 1, 0, 0})

// A growable polyline. `closed` is a property of how it is used, not stored here.
struct line {
    struct point *p; // owned
    size_t n, room;
};

static inline bool box_is_empty(struct box box)
{
    return box.w < 0 || box.h < 0;
}

struct box box_union(struct box a, struct box b);
struct box box_intersection(struct box a, struct box b); // empty when they do not meet
// By more than `slack` both ways. Asked a million times a poster: here, and without fmin and fmax.
static inline bool box_overlaps(struct box a, struct box b, double slack)
{
    if (box_is_empty(a) || box_is_empty(b))
        return false;
    double right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    double w = right - (a.x > b.x ? a.x : b.x);
    if (w < 0 || w <= slack)
        return false;
    double lower = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    double h = lower - (a.y > b.y ? a.y : b.y);
    return h >= 0 && h > slack;
}

bool box_contains(struct box box, struct point p);
struct box box_grow(struct box box, double by);
struct box box_of_points(const struct point *p, size_t n);

struct affine affine_multiply(struct affine outer, struct affine inner); // inner is applied first
struct affine affine_invert(struct affine m);                            // m must be invertible
struct affine affine_translation(double x, double y);
struct affine affine_scaling(double kx, double ky);
struct affine affine_rotation(double radians);
struct point affine_apply(struct affine m, struct point p);
struct box affine_apply_box(struct affine m, struct box box); // bounding box of the image
double affine_scale_of(struct affine m);                      // sqrt(|det|)

void line_init(struct line *line);
void line_clear(struct line *line);                // frees the points; the line can be used again
void line_add(struct line *line, double x, double y);
void line_append(struct line *line, const struct line *more);
void line_copy(struct line *to, const struct line *from); // replaces what `to` held
void line_reverse(struct line *line);
double line_length(const struct line *line);
double line_area(const struct line *line); // signed, as a closed polygon
struct box line_box(const struct line *line);
bool line_contains(const struct line *polygon, double x, double y); // even-odd
void line_transform(struct line *line, struct affine m);

// Shapes are appended to `line`, so that outlines can be put together from parts.
void line_add_rect(struct line *line, double x, double y, double w, double h);
void line_add_rounded_rect(struct line *line, double x, double y, double w, double h, double r);
void line_add_arc(struct line *line, double cx, double cy, double rx, double ry, double degrees0,
                  double degrees1, int n); // n segments; 0: one per 9 degrees
void line_add_ellipse(struct line *line, double cx, double cy, double rx, double ry, int n);
void line_add_bezier(struct line *line, struct point p0, struct point p1, struct point p2,
                     struct point p3, int n);
// Catmull-Rom through the points of `line`, n segments each; the result replaces it.
void line_smooth(struct line *line, bool closed, int n);
void line_resample(struct line *line, double step); // equal steps, ends kept
void line_hull(struct line *line);                  // convex hull (Andrew's monotone chain)
void line_scallop(struct line *line, double step, double depth); // cloud bumps on a closed outline

#endif
