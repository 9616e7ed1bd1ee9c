// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How things lie: where something lies, how large and how turned, and how one or two fingers change that.
// Pure geometry, in the unit of its points.
#ifndef ERNTEBILD_APP_LIE_H
#define ERNTEBILD_APP_LIE_H

#include "draw/geometry.h"

struct lie {
    struct point middle;
    double scale, degrees;
};

// What one finger that went `from` -> `to` makes of a pose.
struct lie lie_move(struct lie pose, struct point from, struct point to);
// The same of two fingers: moved, scaled and turned so that both keep what they hold.
struct lie lie_pinch(struct lie pose, const struct point from[2], const struct point to[2]);
// Near a right angle is a right angle; -180 < degrees <= 180.
double lie_snap(double degrees, double within);

#endif
