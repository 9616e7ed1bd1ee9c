// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Icon strokes: Tabler's outline icons as polylines on a grid of 24 x 24, packed at build time into
// `icons.bin` and mapped read-only.
#ifndef ERNTEBILD_DRAW_ICON_H
#define ERNTEBILD_DRAW_ICON_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

struct err;
struct icons;

struct icon_stroke {
    struct point p[256]; // grid units
    size_t n;            // n == 2 with equal ends: a dot
    bool closed;
};

struct icons *icons_open(struct err *err); // NULL when icons.bin is missing or damaged
void icons_close(struct icons *icons);

// Handle of the icon called `name` ("coffee"), or -1.
int icons_find(const struct icons *icons, const char *name);
size_t icons_count(const struct icons *icons);
const char *icons_name(const struct icons *icons, int icon); // borrowed until icons_close
int icon_strokes(const struct icons *icons, int icon);
void icon_stroke_load(const struct icons *icons, int icon, int i, struct icon_stroke *stroke);
// Icons that mean a direction (arrows, route, bus, ...): on a right-to-left page they point left.
bool icon_has_direction(const char *name);

#endif
