// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places on a board: cards that a person has laid somewhere stay there, the others stand in a grid
// in the order they came, none on another. Pure geometry, in the board's mm.
#ifndef ERNTEBILD_APP_PLACE_H
#define ERNTEBILD_APP_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

#define PLACE_NONE (-1)

struct place {
    double w, h;    // as drawn
    double scale;   // of that; the corner x, y is of the scaled card before it is turned
    double degrees; // turned about its middle
    bool fixed;     // laid at x, y by a person
    double x, y;    // result when not fixed
    int slot;       // in: where it stood before, or PLACE_NONE; out: where it stands
};

struct point place_middle(const struct place *place);
struct box place_box(const struct place *place); // what it covers, turned and scaled

struct grid {
    double x, y; // of the first slot
    double pitch_x, pitch_y;
    double slot_w, slot_h;
    int columns;
    int short_rows; // rows that have the last column; below them something else stands there
};

// As many columns of cards at least `card_w` wide and `gap` apart as `width` holds; the cards get
// what is left (grid.slot_w). At least one column.
struct grid grid_make(double x, double y, double width, double card_w, double card_h, double gap);
// Fills x, y and slot of those that are not fixed.
void places_arrange(struct place *places, size_t n, const struct grid *grid);
// How far place `i` has to go to the nearest free spot, no farther than `reach`: nowhere when there
// is none. `area` bounds it.
struct point places_nearest(const struct place *places, size_t n, size_t i, struct box area,
                            double reach);
double places_bottom(const struct place *places, size_t n); // lower edge of the lowest, or 0

#endif
