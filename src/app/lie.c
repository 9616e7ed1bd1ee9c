// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lie.h"

#include <math.h>

#include <glib.h>

#define LEAST_APART 5.0 // fingers nearer than this turn nothing

struct lie lie_move(struct lie pose, struct point from, struct point to)
{
    pose.middle.x += to.x - from.x;
    pose.middle.y += to.y - from.y;
    return pose;
}

struct lie lie_pinch(struct lie pose, const struct point from[2], const struct point to[2])
{
    struct point a = {from[1].x - from[0].x, from[1].y - from[0].y};
    struct point b = {to[1].x - to[0].x, to[1].y - to[0].y};
    double before = fmax(LEAST_APART, hypot(a.x, a.y)), now = fmax(LEAST_APART, hypot(b.x, b.y));
    double k = now / before, turn = atan2(b.y, b.x) - atan2(a.y, a.x);
    struct point held = {(from[0].x + from[1].x) / 2, (from[0].y + from[1].y) / 2};
    struct point at = {(to[0].x + to[1].x) / 2, (to[0].y + to[1].y) / 2};
    double x = pose.middle.x - held.x, y = pose.middle.y - held.y;
    double c = cos(turn) * k, s = sin(turn) * k;
    pose.middle = (struct point){at.x + c * x - s * y, at.y + s * x + c * y};
    pose.scale *= k;
    pose.degrees += turn * 180 / G_PI;
    return pose;
}

double lie_snap(double degrees, double within)
{
    degrees = fmod(degrees, 360);
    if (degrees > 180)
        degrees -= 360;
    if (degrees <= -180)
        degrees += 360;
    double right = round(degrees / 90) * 90;
    if (fabs(degrees - right) > within)
        return degrees;
    return right <= -180 ? 180 : right + 0.0;
}
