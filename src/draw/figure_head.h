// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Heads, for the rooms that draw people.
#ifndef ERNTEBILD_DRAW_FIGURE_HEAD_H
#define ERNTEBILD_DRAW_FIGURE_HEAD_H

#include "draw/figure.h"

// Middle x, y and radius r in local units; look: -1 left .. 1 right.
void figure_head(struct pen *pen, double x, double y, double r, const struct person *person,
                 double width);
// From behind.
void figure_head_back(struct pen *pen, double x, double y, double r, const struct person *person,
                      double width);
// A hand at the end of an arm.
void figure_hand(struct pen *pen, double x, double y, double r, double width);

#endif
