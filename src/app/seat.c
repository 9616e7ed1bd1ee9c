// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seat.h"

#include <assert.h>

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
