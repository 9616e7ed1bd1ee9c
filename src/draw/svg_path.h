// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Path data of SVG (W3C, SVG 1.1, section 8.3) as polylines.
#ifndef ERNTEBILD_DRAW_SVG_PATH_H
#define ERNTEBILD_DRAW_SVG_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

// Called for each sub-path; `p` is borrowed. A sub-path of one point is a dot.
typedef void svg_path_take(void *context, const struct point *p, size_t n, bool closed);

// False when `data` is not path data of the commands M L H V C S Q T A Z. Curves become `steps` lines;
// ends nearer than `meet` close a sub-path.
bool svg_path_flatten(const char *data, int steps, double meet, svg_path_take *take, void *context);

#endif
