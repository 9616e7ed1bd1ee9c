// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A way through free space from one outline to another, drawn tight and smooth.
#ifndef ERNTEBILD_POSTER_ROUTE_H
#define ERNTEBILD_POSTER_ROUTE_H

#include <stdbool.h>

#include "draw/geometry.h"
#include "poster/space.h"

// From `a` to `b` (closed: outlines; otherwise open pieces of them), keeping at least 1.5 cells
// from all that is not free. The result is appended to the empty `out`, art units. False: there is
// no way, or it is longer than anyone would follow with the eye.
bool route_find(const struct space *space, const struct line *a, const struct line *b, bool closed,
                struct line *out);

#endif
