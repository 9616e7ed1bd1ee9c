// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places on a board: cards that a person has laid somewhere stay there, the others stand in columns
// in the order they came, one gap apart, none on another. Pure geometry, in the board's mm.
#ifndef ERNTEBILD_APP_PLACE_H
#define ERNTEBILD_APP_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

#define PLACE_NONE (-1)

// Where a card stood among the others: it stays there when others come and go.
struct spot {
    int column; // PLACE_NONE: nowhere yet
    double y;
};

struct place {
    double w, h;    // as drawn
    double scale;   // of that; the corner x, y is of the scaled card before it is turned
    double degrees; // turned about its middle
    bool fixed;     // laid at x, y by a person
    double x, y;    // result when not fixed
    struct spot spot; // in: where it stood before; out: where it stands. Not of fixed ones
};

struct point place_middle(const struct place *place);
struct box place_box(const struct place *place); // what it covers, turned and scaled

struct grid {
    double x, y;      // of the first card
    double pitch;     // from column to column; negative: they follow each other to the left
    double w, h, gap; // of the smallest card; between cards
    int columns;
    double last_bottom; // where the last of several columns ends, other things stand below
};

// As many columns of cards at least `card_w` wide and `gap` apart as `width` holds, the first at x or,
// when `leftwards`, at the right end; the cards get what is left (grid.w). At least one column.
struct grid grid_make(double x, double y, double width, double card_w, double card_h, double gap,
                      bool leftwards);
// Fills x, y and spot of those that are not fixed.
void places_arrange(struct place *places, size_t n, const struct grid *grid);
// How far place `i` has to go to the nearest free spot, no farther than `reach`: nowhere when there
// is none. `area` bounds it.
struct point places_nearest(const struct place *places, size_t n, size_t i, struct box area,
                            double reach);

#endif
