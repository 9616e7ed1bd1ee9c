// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/svg_path.h"

#include <glib.h>
#include <math.h>
#include <string.h>

struct reader {
    const char *at;
    struct line line;     // the current sub-path
    struct point here;    // end of it
    struct point control; // last control point, of the command `before`
    char before;
    int steps;   // lines of a curve
    double meet; // ends nearer than this close a sub-path
    svg_path_take *take;
    void *context;
    bool bad;
};

static void skip_blank(struct reader *r)
{
    while (g_ascii_isspace(*r->at) || *r->at == ',')
        r->at++;
}

static double number(struct reader *r)
{
    skip_blank(r);
    char *end;
    double value = g_ascii_strtod(r->at, &end);
    if (end == r->at || !isfinite(value))
        r->bad = true;
    r->at = end;
    return value;
}

// The flags of an arc may be written without a separator: "a1 1 0 011 1".
static bool flag(struct reader *r)
{
    skip_blank(r);
    char c = *r->at;
    if (c != '0' && c != '1') {
        r->bad = true;
        return false;
    }
    r->at++;
    return c == '1';
}

static struct point pair(struct reader *r, bool relative)
{
    double x = number(r), y = number(r);
    return relative ? (struct point){r->here.x + x, r->here.y + y} : (struct point){x, y};
}

static void finish(struct reader *r, bool closed)
{
    struct line *line = &r->line;
    if (line->n == 0)
        return;
    struct point first = line->p[0], last = line->p[line->n - 1];
    if (line->n > 2 && hypot(last.x - first.x, last.y - first.y) < r->meet) {
        line->n--;
        closed = true;
    }
    r->take(r->context, line->p, line->n, closed && line->n > 2);
    line->n = 0;
}

static void line_to(struct reader *r, struct point p)
{
    if (r->line.n == 0)
        line_add(&r->line, r->here.x, r->here.y);
    line_add(&r->line, p.x, p.y);
    r->here = p;
}

static void curve_to(struct reader *r, struct point c1, struct point c2, struct point p)
{
    struct line curve;
    line_init(&curve);
    line_add_bezier(&curve, r->here, c1, c2, p, r->steps);
    for (size_t i = 1; i < curve.n; i++)
        line_to(r, curve.p[i]);
    line_clear(&curve);
    r->here = p;
}

static void quadratic_to(struct reader *r, struct point c, struct point p)
{
    const double t = 2.0 / 3;
    struct point from = r->here;
    curve_to(r, (struct point){from.x + (c.x - from.x) * t, from.y + (c.y - from.y) * t},
             (struct point){p.x + (c.x - p.x) * t, p.y + (c.y - p.y) * t}, p);
}

// From end points to centre: SVG 1.1, appendix F.6.5.
static void arc_to(struct reader *r, double rx, double ry, double degrees, bool large, bool sweep,
                   struct point p)
{
    struct point from = r->here;
    rx = fabs(rx);
    ry = fabs(ry);
    if (rx < 1e-9 || ry < 1e-9) {
        line_to(r, p);
        return;
    }
    double c = cos(degrees * G_PI / 180), s = sin(degrees * G_PI / 180);
    double dx = (from.x - p.x) / 2, dy = (from.y - p.y) / 2;
    double x = c * dx + s * dy, y = -s * dx + c * dy;
    double too_small = x * x / (rx * rx) + y * y / (ry * ry);
    if (too_small > 1) {
        rx *= sqrt(too_small);
        ry *= sqrt(too_small);
    }
    double down = rx * rx * y * y + ry * ry * x * x;
    if (down < 1e-12)
        return; // both ends are the same point
    double k = sqrt(fmax(0, (rx * rx * ry * ry - down) / down)) * (large == sweep ? -1 : 1);
    double cx = k * rx * y / ry, cy = -k * ry * x / rx;
    double mx = c * cx - s * cy + (from.x + p.x) / 2, my = s * cx + c * cy + (from.y + p.y) / 2;
    double start = atan2((y - cy) / ry, (x - cx) / rx),
           turn = atan2((-y - cy) / ry, (-x - cx) / rx) - start;
    if (sweep && turn < 0)
        turn += 2 * G_PI;
    if (!sweep && turn > 0)
        turn -= 2 * G_PI;
    int n = MAX(3, (int)(fabs(turn) * r->steps * 0.625));
    for (int i = 1; i < n; i++) {
        double t = start + turn * i / n;
        line_to(r, (struct point){mx + rx * cos(t) * c - ry * sin(t) * s,
                                  my + rx * cos(t) * s + ry * sin(t) * c});
    }
    line_to(r, p);
}

// The control point mirrored at the end of the last curve, if that was one of the same kind.
static struct point mirrored(const struct reader *r, const char *kinds)
{
    if (r->before == '\0' || strchr(kinds, r->before) == NULL)
        return r->here;
    return (struct point){2 * r->here.x - r->control.x, 2 * r->here.y - r->control.y};
}

static void step(struct reader *r, char command, struct point *start)
{
    bool relative = g_ascii_islower(command);
    char kind = g_ascii_toupper(command);
    struct point c1, c2;
    double rx, ry, degrees;
    bool large, sweep;
    switch (kind) {
    case 'M':
        finish(r, false);
        r->here = *start = pair(r, relative);
        line_add(&r->line, r->here.x, r->here.y);
        break;
    case 'L':
        line_to(r, pair(r, relative));
        break;
    case 'H':
        line_to(r, (struct point){number(r) + (relative ? r->here.x : 0), r->here.y});
        break;
    case 'V':
        line_to(r, (struct point){r->here.x, number(r) + (relative ? r->here.y : 0)});
        break;
    case 'C':
    case 'S':
        c1 = kind == 'C' ? pair(r, relative) : mirrored(r, "CS");
        c2 = pair(r, relative);
        curve_to(r, c1, c2, pair(r, relative));
        r->control = c2;
        break;
    case 'Q':
    case 'T':
        c1 = kind == 'Q' ? pair(r, relative) : mirrored(r, "QT");
        quadratic_to(r, c1, pair(r, relative));
        r->control = c1;
        break;
    case 'A':
        rx = number(r);
        ry = number(r);
        degrees = number(r);
        large = flag(r);
        sweep = flag(r);
        arc_to(r, rx, ry, degrees, large, sweep, pair(r, relative));
        break;
    case 'Z':
        finish(r, true);
        r->here = *start;
        break;
    default:
        r->bad = true;
    }
    r->before = kind;
}

bool svg_path_flatten(const char *data, int steps, double meet, svg_path_take *take, void *context)
{
    struct reader r = {
        .at = data, .steps = steps, .meet = meet, .take = take, .context = context};
    line_init(&r.line);
    struct point start = {0, 0};
    char command = '\0';
    for (skip_blank(&r); *r.at != '\0' && !r.bad; skip_blank(&r)) {
        if (g_ascii_isalpha(*r.at))
            command = *r.at++;
        else if (g_ascii_toupper(command) == 'M') // further pairs are lines
            command = command == 'm' ? 'l' : 'L';
        else if (g_ascii_toupper(command) == 'Z')
            r.bad = true; // numbers after closing
        if (!r.bad)
            step(&r, command, &start);
    }
    finish(&r, false);
    line_clear(&r.line);
    return !r.bad;
}
