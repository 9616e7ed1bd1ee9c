// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fewer points for the same line: a hand-drawn outline has one every few points, most of which a
// straight piece passes near enough.
#ifndef ERNTEBILD_DRAW_SLEEVE_H
#define ERNTEBILD_DRAW_SLEEVE_H

#include <stddef.h>

#include "draw/geometry.h"

// Drops points of p[0 .. n), in place, that lie within `tolerance` of the pieces that remain; first
// and last stay. Returns how many are left. O(n).
size_t sleeve_fit(struct point *p, size_t n, double tolerance);

// Cuts the slight corners (7 to 42 degrees) that are left where a closed line bends, once (Chaikin
// 1974): what was round stays round. Sharper corners are meant. Appends to `out`.
void sleeve_round(const struct line *line, struct line *out);

#endif
