// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/geometry.h"

#include <glib.h>
#include <math.h>

struct box box_union(struct box a, struct box b)
{
    if (box_is_empty(a))
        return b;
    if (box_is_empty(b))
        return a;
    double x0 = fmin(a.x, b.x), y0 = fmin(a.y, b.y);
    double x1 = fmax(a.x + a.w, b.x + b.w), y1 = fmax(a.y + a.h, b.y + b.h);
    return (struct box){x0, y0, x1 - x0, y1 - y0};
}

struct box box_intersection(struct box a, struct box b)
{
    if (box_is_empty(a) || box_is_empty(b))
        return BOX_EMPTY;
    double x0 = fmax(a.x, b.x), y0 = fmax(a.y, b.y);
    double x1 = fmin(a.x + a.w, b.x + b.w), y1 = fmin(a.y + a.h, b.y + b.h);
    return x1 < x0 || y1 < y0 ? BOX_EMPTY : (struct box){x0, y0, x1 - x0, y1 - y0};
}

bool box_contains(struct box box, struct point p)
{
    return p.x >= box.x && p.y >= box.y && p.x <= box.x + box.w && p.y <= box.y + box.h;
}

struct box box_grow(struct box box, double by)
{
    if (box_is_empty(box))
        return box;
    return (struct box){box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by};
}

struct box box_of_points(const struct point *p, size_t n)
{
    if (n == 0)
        return BOX_EMPTY;
    double x0 = p[0].x, y0 = p[0].y, x1 = x0, y1 = y0;
    for (size_t i = 1; i < n; i++) {
        x0 = fmin(x0, p[i].x);
        y0 = fmin(y0, p[i].y);
        x1 = fmax(x1, p[i].x);
        y1 = fmax(y1, p[i].y);
    }
    return (struct box){x0, y0, x1 - x0, y1 - y0};
}

struct affine affine_multiply(struct affine outer, struct affine inner)
{
    return (struct affine){
        .xx = outer.xx * inner.xx + outer.xy * inner.yx,
        .yx = outer.yx * inner.xx + outer.yy * inner.yx,
        .xy = outer.xx * inner.xy + outer.xy * inner.yy,
        .yy = outer.yx * inner.xy + outer.yy * inner.yy,
        .x0 = outer.xx * inner.x0 + outer.xy * inner.y0 + outer.x0,
        .y0 = outer.yx * inner.x0 + outer.yy * inner.y0 + outer.y0,
    };
}

struct affine affine_invert(struct affine m)
{
    double det = m.xx * m.yy - m.xy * m.yx;
    g_assert(det != 0);
    struct affine inverse = {m.yy / det, -m.yx / det, -m.xy / det, m.xx / det, 0, 0};
    inverse.x0 = -(inverse.xx * m.x0 + inverse.xy * m.y0);
    inverse.y0 = -(inverse.yx * m.x0 + inverse.yy * m.y0);
    return inverse;
}

struct affine affine_translation(double x, double y)
{
    return (struct affine){1, 0, 0, 1, x, y};
}

struct affine affine_scaling(double kx, double ky)
{
    return (struct affine){kx, 0, 0, ky, 0, 0};
}

struct affine affine_rotation(double radians)
{
    double c = cos(radians), s = sin(radians);
    return (struct affine){c, s, -s, c, 0, 0};
}

struct point affine_apply(struct affine m, struct point p)
{
    return (struct point){m.xx * p.x + m.xy * p.y + m.x0, m.yx * p.x + m.yy * p.y + m.y0};
}

struct box affine_apply_box(struct affine m, struct box box)
{
    if (box_is_empty(box))
        return box;
    const struct point corners[] = {
        affine_apply(m, (struct point){box.x, box.y}),
        affine_apply(m, (struct point){box.x + box.w, box.y}),
        affine_apply(m, (struct point){box.x, box.y + box.h}),
        affine_apply(m, (struct point){box.x + box.w, box.y + box.h}),
    };
    return box_of_points(corners, G_N_ELEMENTS(corners));
}

double affine_scale_of(struct affine m)
{
    return sqrt(fabs(m.xx * m.yy - m.xy * m.yx));
}
