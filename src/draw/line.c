// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/geometry.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static double distance(struct point a, struct point b)
{
    double x = b.x - a.x, y = b.y - a.y;
    return sqrt(x * x + y * y); // hypot guards against overflow, which no page has
}

void line_init(struct line *line)
{
    *line = (struct line){0};
}

void line_clear(struct line *line)
{
    g_free(line->p);
    *line = (struct line){0};
}

static void reserve(struct line *line, size_t more)
{
    if (line->n + more <= line->room)
        return;
    line->room = MAX(line->n + more, line->room * 2 + 8);
    line->p = g_renew(struct point, line->p, line->room);
}

void line_add(struct line *line, double x, double y)
{
    reserve(line, 1);
    line->p[line->n++] = (struct point){x, y};
}

void line_append(struct line *line, const struct line *more)
{
    size_t n = more->n; // `more` may be `line` itself
    reserve(line, n);
    if (n > 0)
        memcpy(line->p + line->n, more->p, n * sizeof *line->p);
    line->n += n;
}

void line_copy(struct line *to, const struct line *from)
{
    if (to == from)
        return;
    to->n = 0;
    line_append(to, from);
}

// Takes over the points of `from`, which is cleared.
static void line_take(struct line *to, struct line *from)
{
    g_free(to->p);
    *to = *from;
    line_init(from);
}

void line_reverse(struct line *line)
{
    for (size_t i = 0; i < line->n / 2; i++) {
        struct point p = line->p[i];
        line->p[i] = line->p[line->n - 1 - i];
        line->p[line->n - 1 - i] = p;
    }
}

double line_length(const struct line *line)
{
    double length = 0;
    for (size_t i = 1; i < line->n; i++)
        length += distance(line->p[i - 1], line->p[i]);
    return length;
}

double line_area(const struct line *line)
{
    double area = 0;
    for (size_t i = 0; i < line->n; i++) {
        struct point a = line->p[i], b = line->p[(i + 1) % line->n];
        area += a.x * b.y - b.x * a.y;
    }
    return area / 2;
}

struct box line_box(const struct line *line)
{
    return box_of_points(line->p, line->n);
}

bool line_contains(const struct line *polygon, double x, double y)
{
    bool inside = false;
    for (size_t i = 0, j = polygon->n - 1; i < polygon->n; j = i++) {
        struct point a = polygon->p[i], b = polygon->p[j];
        if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

void line_transform(struct line *line, struct affine m)
{
    for (size_t i = 0; i < line->n; i++)
        line->p[i] = affine_apply(m, line->p[i]);
}

void line_add_rect(struct line *line, double x, double y, double w, double h)
{
    line_add(line, x, y);
    line_add(line, x + w, y);
    line_add(line, x + w, y + h);
    line_add(line, x, y + h);
}

void line_add_rounded_rect(struct line *line, double x, double y, double w, double h, double r)
{
    enum { CORNER = 8 };
    r = fmax(0, fmin(r, fmin(w, h) / 2));
    line_add_arc(line, x + w - r, y + r, r, r, -90, 0, CORNER);
    line_add_arc(line, x + w - r, y + h - r, r, r, 0, 90, CORNER);
    line_add_arc(line, x + r, y + h - r, r, r, 90, 180, CORNER);
    line_add_arc(line, x + r, y + r, r, r, 180, 270, CORNER);
}

void line_add_arc(struct line *line, double cx, double cy, double rx, double ry, double degrees0,
                  double degrees1, int n)
{
    if (n <= 0)
        n = MAX(6, (int)(fabs(degrees1 - degrees0) / 9));
    for (int i = 0; i <= n; i++) {
        double a = (degrees0 + (degrees1 - degrees0) * i / n) * G_PI / 180;
        line_add(line, cx + rx * cos(a), cy + ry * sin(a));
    }
}

void line_add_ellipse(struct line *line, double cx, double cy, double rx, double ry, int n)
{
    line_add_arc(line, cx, cy, rx, ry, 0, 360, n <= 0 ? 40 : n);
    line->n--; // the last point is the first
}

void line_add_bezier(struct line *line, struct point p0, struct point p1, struct point p2,
                     struct point p3, int n)
{
    for (int i = 0; i <= n; i++) {
        double t = (double)i / n, u = 1 - t;
        double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        line_add(line, a * p0.x + b * p1.x + c * p2.x + d * p3.x,
                 a * p0.y + b * p1.y + c * p2.y + d * p3.y);
    }
}

// Neighbour k of a curve: wraps round when closed, stays at the ends when open.
static struct point at(const struct line *line, bool closed, ptrdiff_t k)
{
    ptrdiff_t n = (ptrdiff_t)line->n;
    return line->p[closed ? (k % n + n) % n : CLAMP(k, 0, n - 1)];
}

void line_smooth(struct line *line, bool closed, int n)
{
    if (line->n < 2)
        return;
    struct line curve;
    line_init(&curve);
    size_t pieces = closed ? line->n : line->n - 1;
    for (size_t i = 0; i < pieces; i++) {
        ptrdiff_t k = (ptrdiff_t)i;
        struct point p0 = at(line, closed, k - 1), p1 = at(line, closed, k);
        struct point p2 = at(line, closed, k + 1), p3 = at(line, closed, k + 2);
        // Catmull-Rom as Bezier: a sixth of the neighbours' chord is the handle.
        struct point c1 = {p1.x + (p2.x - p0.x) / 6, p1.y + (p2.y - p0.y) / 6};
        struct point c2 = {p2.x - (p3.x - p1.x) / 6, p2.y - (p3.y - p1.y) / 6};
        line_add_bezier(&curve, p1, c1, c2, p2, n);
        curve.n--; // the next piece begins with it
    }
    if (!closed)
        line_add(&curve, line->p[line->n - 1].x, line->p[line->n - 1].y);
    line_take(line, &curve);
}

void line_resample(struct line *line, double step)
{
    if (line->n < 2)
        return;
    double length = line_length(line);
    size_t n = length < 1e-6 ? 1 : MAX((size_t)1, (size_t)lround(length / step));
    double each = length / (double)n, need = each;
    struct point last = line->p[line->n - 1], here = line->p[0];
    struct line even;
    line_init(&even);
    line_add(&even, here.x, here.y);
    for (size_t i = 0; even.n < n && i + 1 < line->n;) {
        double d = distance(here, line->p[i + 1]);
        if (d >= need && d > 0) {
            double t = need / d;
            here.x += (line->p[i + 1].x - here.x) * t;
            here.y += (line->p[i + 1].y - here.y) * t;
            line_add(&even, here.x, here.y);
            need = each;
        } else {
            need -= d;
            here = line->p[++i];
        }
    }
    line_add(&even, last.x, last.y);
    line_take(line, &even);
}

static int by_x_then_y(const void *a, const void *b)
{
    const struct point *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return (p->y > q->y) - (p->y < q->y);
}

// Adds q to a chain that turns one way only, dropping what lies inside. `floor` points stay.
static void chain(struct line *hull, size_t floor, struct point q)
{
    while (hull->n >= floor + 2) {
        struct point a = hull->p[hull->n - 2], b = hull->p[hull->n - 1];
        if ((b.x - a.x) * (q.y - a.y) - (b.y - a.y) * (q.x - a.x) > 0)
            break;
        hull->n--;
    }
    line_add(hull, q.x, q.y);
}

void line_hull(struct line *line)
{
    if (line->n < 3)
        return;
    qsort(line->p, line->n, sizeof *line->p, by_x_then_y);
    struct line hull;
    line_init(&hull);
    for (size_t i = 0; i < line->n; i++)
        chain(&hull, 0, line->p[i]);
    size_t lower = hull.n - 1; // its last point begins the upper chain
    for (size_t i = line->n - 1; i-- > 0;)
        chain(&hull, lower, line->p[i]);
    hull.n--; // back at the start
    line_take(line, &hull);
}

void line_scallop(struct line *line, double step, double depth)
{
    if (line->n < 3)
        return;
    line_add(line, line->p[0].x, line->p[0].y);
    double length = line_length(line);
    size_t bumps = MAX((size_t)6, (size_t)lround(length / step));
    bool clockwise = line_area(line) > 0; // y grows downwards
    line_resample(line, length / (double)bumps);
    struct line cloud;
    line_init(&cloud);
    for (size_t i = 0; i + 1 < line->n; i++) {
        struct point a = line->p[i], b = line->p[i + 1];
        double dx = b.x - a.x, dy = b.y - a.y, l = hypot(dx, dy);
        if (l < 1e-9)
            continue;
        double nx = (clockwise ? dy : -dy) / l, ny = (clockwise ? -dx : dx) / l;
        // Half an ellipse from a to b, standing outwards.
        for (int k = 0; k < 8; k++) {
            double t = G_PI * k / 8, along = (1 - cos(t)) / 2, out = sin(t) * depth;
            line_add(&cloud, a.x + dx * along + nx * out, a.y + dy * along + ny * out);
        }
    }
    line_take(line, &cloud);
}
