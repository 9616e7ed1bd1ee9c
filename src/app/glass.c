// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/glass.h"

#include <glib.h>
#include <math.h>

#define SCALE_LEAST 1.587 // px a design mm: the smallest lettering stands on the pixel grid
#define DESIGN_W 806.0    // mm: the least the screens are made for
#define DESIGN_H 504.0
#define SMALL 0.88 // lettering that people asked for
#define LARGE 1.18

// A display whose size is not known, or smaller than the reference, shows the whole reference
// glass; a known larger one shows more. Never so few pixels that lettering breaks, unless the
// window is smaller than any screen: then all of it is, too.
void glass_measure(struct glass *glass)
{
    double w = glass->w, h = glass->h;
    double scale = fmin(w / GLASS_W, h / GLASS_H);
    if (glass->told_w > 0 && glass->told_h > 0)
        scale = fmin(fmin(w / glass->told_w, h / glass->told_h), fmin(w / DESIGN_W, h / DESIGN_H));
    scale *= glass->lettering < 0 ? SMALL : glass->lettering > 0 ? LARGE : 1;
    glass->scale = fmin(fmax(scale, SCALE_LEAST), fmin(w / DESIGN_W, h / DESIGN_H));
}

struct glass_pixels glass_pixels_of(const struct glass *glass, struct box box)
{
    int x0 = CLAMP((int)floor(box.x * glass->scale) - 1, 0, glass->w);
    int y0 = CLAMP((int)floor(box.y * glass->scale) - 1, 0, glass->h);
    int x1 = CLAMP((int)ceil((box.x + box.w) * glass->scale) + 1, 0, glass->w);
    int y1 = CLAMP((int)ceil((box.y + box.h) * glass->scale) + 1, 0, glass->h);
    return (struct glass_pixels){x0, y0, x1 - x0, y1 - y0};
}

struct box glass_box_of(const struct glass *glass, struct glass_pixels pixels)
{
    return (struct box){pixels.x / glass->scale, pixels.y / glass->scale, pixels.w / glass->scale,
                        pixels.h / glass->scale};
}
