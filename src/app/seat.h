// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A seat: a place at the display with its own zone and direction. Everything a seat draws and every
// finger it feels goes through its one transform. Unit: mm.
#ifndef ERNTEBILD_APP_SEAT_H
#define ERNTEBILD_APP_SEAT_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

#define SEATS_MOST 6
#define SEAT_GAP 4.0    // mm between zones, half of it inside each
#define SEAT_RADIUS 8.0 // of a zone's corners

struct seat {
    int number;      // 1-based, as in hit names: "commit:seat1"
    struct box zone; // on the glass
    int degrees;     // 0, 90, 180, 270: how the zone's content is turned, clockwise
};

// The seats of n people (1, 2, 3, 4, 6; others take the next of these) on a glass of this size (mm),
// numbered from 1; SEATS_MOST fit into `seats`. `around`: people sit round the glass that lies, else
// they stand side by side before a wall. Glass that is too small for them has one seat. Returns how
// many there are.
size_t seats_arrange(struct seat *seats, int n, bool around, double w, double h);
bool seats_fit(int n, bool around, double w, double h);
// Where corners of four seats meet, at most `room` points of the glass; returns how many.
size_t seats_crossings(const struct seat *seats, size_t n, struct point *points, size_t room);
double seat_width(const struct seat *seat); // of the zone as the person sees it
double seat_height(const struct seat *seat);
struct affine seat_to_glass(const struct seat *seat);
struct affine seat_from_glass(const struct seat *seat);
// The seat in whose zone `p` (glass) lies, or the nearest; n > 0.
const struct seat *seat_at(const struct seat *seats, size_t n, struct point p);

#endif
