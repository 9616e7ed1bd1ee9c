// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Logos as SVG: flat shapes, made into a PNG once. Not a viewer: what is not flat is refused.
#ifndef ERNTEBILD_DRAW_SVG_H
#define ERNTEBILD_DRAW_SVG_H

#include <stddef.h>

struct err;

// The bytes of a PNG, g_free them. NULL with err set: it is no SVG, or has something other than paths,
// simple shapes, groups, transforms and plain colours. `shown` is the name that the sentence says.
void *svg_to_png(const char *svg, size_t size, const char *shown, size_t *png_size, struct err *err);

#endif
