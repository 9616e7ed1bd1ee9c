// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seat.h"

#include <assert.h>
#include <stdbool.h>

// Two rows of `columns`; whoever sits at the upper edge sees the zone turned round.
static size_t two_rows(struct seat *seats, int columns, double w, double h)
{
    for (int i = 0; i < 2 * columns; i++) {
        bool upper = i < columns;
        seats[i] = (struct seat){
            .number = i + 1,
            .zone = {i % columns * w / columns, upper ? 0 : h / 2, w / columns, h / 2},
            .degrees = upper ? 180 : 0};
    }
    return (size_t)(2 * columns);
}

size_t seats_arrange(struct seat *seats, int n, double w, double h)
{
    if (n <= 1) {
        seats[0] = (struct seat){.number = 1, .zone = {0, 0, w, h}, .degrees = 0};
        return 1;
    }
    if (n == 3) { // one at each short side
        double side = h / 2;
        seats[0] = (struct seat){.number = 1, .zone = {0, 0, side, h}, .degrees = 90};
        seats[1] = (struct seat){.number = 2, .zone = {side, 0, w - 2 * side, h}, .degrees = 0};
        seats[2] = (struct seat){.number = 3, .zone = {w - side, 0, side, h}, .degrees = 270};
        return 3;
    }
    return two_rows(seats, n == 2 ? 1 : n == 4 ? 2 : 3, w, h);
}

double seat_width(const struct seat *seat)
{
    return seat->degrees % 180 == 0 ? seat->zone.w : seat->zone.h;
}

double seat_height(const struct seat *seat)
{
    return seat->degrees % 180 == 0 ? seat->zone.h : seat->zone.w;
}

struct affine seat_to_glass(const struct seat *seat)
{
    const struct box *zone = &seat->zone;
    switch (seat->degrees) {
    case 90:
        return (struct affine){0, 1, -1, 0, zone->x + zone->w, zone->y};
    case 180:
        return (struct affine){-1, 0, 0, -1, zone->x + zone->w, zone->y + zone->h};
    case 270:
        return (struct affine){0, -1, 1, 0, zone->x, zone->y + zone->h};
    default:
        assert(seat->degrees == 0);
        return affine_translation(zone->x, zone->y);
    }
}

struct affine seat_from_glass(const struct seat *seat)
{
    return affine_invert(seat_to_glass(seat));
}

static double outside(double low, double size, double at)
{
    return at < low ? low - at : at > low + size ? at - low - size : 0;
}

const struct seat *seat_at(const struct seat *seats, size_t n, struct point p)
{
    assert(n > 0);
    const struct seat *best = NULL;
    double least = 0;
    for (size_t i = 0; i < n; i++) {
        double x = outside(seats[i].zone.x, seats[i].zone.w, p.x);
        double y = outside(seats[i].zone.y, seats[i].zone.h, p.y);
        double far = x * x + y * y;
        if (best == NULL || far < least) {
            best = &seats[i];
            least = far;
        }
    }
    return best;
}
