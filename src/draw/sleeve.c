// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Zhao and Saalfeld, "Linear-time sleeve-fitting polyline simplification algorithms" (1997): from
// the last point kept, each next one is seen through a gate of twice the tolerance; as long as all
// gates share a direction in which the newest point lies, those between can go.
//
//              |        |    .- right
//      kept  --+--------+-- x newest
//              |        |    '- left
#include "draw/sleeve.h"

#include <math.h>
#include <stdbool.h>

struct sleeve {
    struct point from;        // the last point kept
    struct point right, left; // directions between which all gates are seen
    double farthest;          // squared distance of the points seen
    bool open;                // no gate yet: any direction does
};

static double cross(struct point a, struct point b)
{
    return a.x * b.y - a.y * b.x;
}

static struct point turned(struct point v, double sine, double cosine)
{
    return (struct point){v.x * cosine - v.y * sine, v.x * sine + v.y * cosine};
}

// Takes the next point in; false: it cannot be seen through all gates, or the line turns back.
static bool pass(struct sleeve *sleeve, struct point p, double tolerance)
{
    struct point v = {p.x - sleeve->from.x, p.y - sleeve->from.y};
    double squared = v.x * v.x + v.y * v.y, d = sqrt(squared);
    if (d <= tolerance && sleeve->farthest <= tolerance * tolerance)
        return true; // any piece from here passes near enough
    if (squared < sleeve->farthest)
        return false;
    double sine = tolerance / d, cosine = sqrt(1 - sine * sine);
    struct point right = turned(v, -sine, cosine), left = turned(v, sine, cosine);
    if (!sleeve->open) {
        if (cross(sleeve->right, v) < 0 || cross(v, sleeve->left) < 0)
            return false;
        if (cross(right, sleeve->right) > 0)
            right = sleeve->right;
        if (cross(sleeve->left, left) > 0)
            left = sleeve->left;
    }
    sleeve->right = right;
    sleeve->left = left;
    sleeve->farthest = squared;
    sleeve->open = false;
    return true;
}

size_t sleeve_fit(struct point *p, size_t n, double tolerance)
{
    if (n < 3)
        return n;
    struct sleeve sleeve = {.from = p[0], .open = true};
    size_t kept = 1;
    for (size_t i = 1; i < n; i++) {
        if (pass(&sleeve, p[i], tolerance))
            continue;
        // The point before this one ends the piece; it passed, so it is none that was kept already.
        struct point last = p[i - 1];
        p[kept++] = last;
        sleeve = (struct sleeve){.from = last, .open = true};
        pass(&sleeve, p[i], tolerance);
    }
    p[kept++] = p[n - 1];
    return kept;
}

// The cosine of the turn at b; 1 where points fall together.
static double turn(struct point a, struct point b, struct point c)
{
    double vx = b.x - a.x, vy = b.y - a.y, wx = c.x - b.x, wy = c.y - b.y;
    double lengths = sqrt((vx * vx + vy * vy) * (wx * wx + wy * wy));
    return lengths > 1e-12 ? (vx * wx + vy * wy) / lengths : 1;
}

void sleeve_round(const struct line *line, struct line *out)
{
    const double COS_7 = 0.9925461516413220, COS_42 = 0.7431448254773942, CUT = 0.25;
    for (size_t i = 0; i < line->n; i++) {
        struct point a = line->p[i > 0 ? i - 1 : line->n - 1], b = line->p[i];
        struct point c = line->p[i + 1 < line->n ? i + 1 : 0];
        double cosine = turn(a, b, c);
        if (cosine > COS_7 || cosine < COS_42) {
            line_add(out, b.x, b.y);
            continue;
        }
        line_add(out, b.x + (a.x - b.x) * CUT, b.y + (a.y - b.y) * CUT);
        line_add(out, b.x + (c.x - b.x) * CUT, b.y + (c.y - b.y) * CUT);
    }
}
