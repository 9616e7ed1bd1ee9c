// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wood: limbs that grow out of each other (a trunk, its branches, its roots), drawn as one body. Their
// fills melt together, and outlines are drawn only where no other limb lies, so that joints show no
// line. Lengths are the pen's local units.
#ifndef ERNTEBILD_DRAW_WOOD_H
#define ERNTEBILD_DRAW_WOOD_H

#include <stddef.h>
#include <stdint.h>

#include "draw/geometry.h"

struct pen;

struct limb {
    struct line outline; // closed; owned
    struct box box;
};

struct wood {
    struct limb *limbs; // owned
    size_t n, room;
};

void wood_init(struct wood *wood);
void wood_clear(struct wood *wood);
// A closed outline as it is. It is copied.
void wood_add_shape(struct wood *wood, const struct line *outline);
// A limb along `middle`, `w0` wide at its beginning, `w1` at its tip, which is rounded.
void wood_add(struct wood *wood, const struct line *middle, double w0, double w1);
void wood_draw(struct pen *pen, const struct wood *wood, uint32_t fill, double width,
               const char *key);

#endif
