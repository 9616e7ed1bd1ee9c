// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The glass: how its pixels and millimetres belong together.
#ifndef ERNTEBILD_APP_GLASS_H
#define ERNTEBILD_APP_GLASS_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

#define GLASS_W 1210.0 // mm: the reference display
#define GLASS_H 680.6

struct glass {
    int w, h;              // px
    double scale;          // px a design mm
    double told_w, told_h; // mm of all of it as told, 0: not told
    int lettering;         // everything smaller (-1), as designed (0), larger (1)
};

// After w, h, what was told or the lettering have changed.
void glass_measure(struct glass *glass);

struct glass_pixels {
    int x, y, w, h;
};
// The whole pixels that `box` (mm) touches, and one more at each side; inside the glass.
struct glass_pixels glass_pixels_of(const struct glass *glass, struct box box);
// The same back in mm.
struct box glass_box_of(const struct glass *glass, struct glass_pixels pixels);

#endif
