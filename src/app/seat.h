// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A seat: a place at the display with its own zone and direction. Everything a seat draws and every
// finger it feels goes through its one transform. Unit: mm.
#ifndef ERNTEBILD_APP_SEAT_H
#define ERNTEBILD_APP_SEAT_H

#include <stddef.h>

#include "draw/geometry.h"

#define SEATS_MOST 6

struct seat {
    int number;      // 1-based, as in hit names: "commit:seat1"
    struct box zone; // on the glass
    int degrees;     // 0, 90, 180, 270: how the zone's content is turned, clockwise
};

// The seats of n people (1, 2, 3, 4, 6; others take the next of these) round a table of this size,
// numbered from 1; SEATS_MOST fit into `seats`. Returns how many there are.
size_t seats_arrange(struct seat *seats, int n, double w, double h);
double seat_width(const struct seat *seat); // of the zone as the person sees it
double seat_height(const struct seat *seat);
struct affine seat_to_glass(const struct seat *seat);
struct affine seat_from_glass(const struct seat *seat);
// The seat in whose zone `p` (glass) lies, or the nearest; n > 0.
const struct seat *seat_at(const struct seat *seats, size_t n, struct point p);

#endif
