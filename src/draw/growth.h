// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An item of a scene while it is being drawn: strokes grow along their path, lettering appears in the
// direction it is read, areas fade in.
#ifndef ERNTEBILD_DRAW_GROWTH_H
#define ERNTEBILD_DRAW_GROWTH_H

#include <stdbool.h>

#include "draw/geometry.h"

struct scene;
struct scene_item;

// How the item comes: what a player in another place must do too.
enum growth {
    GROWTH_STROKE, // along its length
    GROWTH_TEXT,   // across its width
    GROWTH_AREA,   // at once, from pale to full
    GROWTH_BORDER, // a clip or its end: there all the time
};
enum growth growth_of(const struct scene_item *item);

// How long a pen is on its way with it, mm.
double growth_length(const struct scene_item *item);

// Puts the first `share` (0 .. 1) of the item into `scene`, without marks. At 1 the item is borrowed:
// its scene must outlive this one.
void growth_put(struct scene *scene, const struct scene_item *item, double share);

// The same of several items that come as one, as the drawn letters of a title do: whatever they are,
// they are uncovered across `window` (mm), from the right when `rtl`.
void growth_uncover(struct scene *scene, const struct scene_item *item, double share,
                    struct box window, bool rtl);

#endif
