// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parts that several panoramas are made of. A panorama stands on y and fills x .. x + w, h high.
#ifndef ERNTEBILD_DRAW_FIGURE_SCENERY_H
#define ERNTEBILD_DRAW_FIGURE_SCENERY_H

#include "draw/figure.h"

// A pointed window or door, lower middle at x, y.
void scenery_gothic(struct pen *pen, double x, double y, double w, double h, uint32_t fill,
                    double width);
// Small houses from x0 to x1, `low` to `high` tall, seeded by the frame's key.
void scenery_row(struct pen *pen, double x0, double x1, double y, double unit, double low,
                 double high);
// A small church with its tower left of x, 74 units high.
void scenery_church(struct pen *pen, double x, double y, double unit);
void scenery_ground(struct pen *pen, double x0, double x1, double y);

void panorama_skyline(struct pen *pen, double x, double y, double w, double h);
void panorama_hills(struct pen *pen, double x, double y, double w, double h);
void panorama_port(struct pen *pen, double x, double y, double w, double h);

#endif
