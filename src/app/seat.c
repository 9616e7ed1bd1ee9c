// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seat.h"

#include <assert.h>
#include <math.h>

#define LEAST_WHOLE 1000.0 // mm: narrower glass has one seat
#define LEAST_W 228.0      // of a zone as its person sees it: twelve keys of 15 mm
#define LEAST_H 300.0
#define WIDE 1800.0 // mm: six stand side by side

// Zones in rows of `columns`; whoever sits at the upper edge of lying glass sees the zone turned
// round.
static size_t in_rows(struct seat *seats, int rows, int columns, bool around, double w, double h)
{
    for (int i = 0; i < rows * columns; i++) {
        seats[i] = (struct seat){
            .number = i + 1,
            .zone = {i % columns * w / columns, i / columns * h / rows, w / columns, h / rows},
            .degrees = around && rows == 2 && i < columns ? 180 : 0};
    }
    return (size_t)(rows * columns);
}

// Without asking whether it is too small.
static size_t place(struct seat *seats, int n, bool around, double w, double h)
{
    if (n <= 1)
        return in_rows(seats, 1, 1, false, w, h);
    if (n == 3 && around) { // one at each short side
        double side = h / 2;
        seats[0] = (struct seat){.number = 1, .zone = {0, 0, side, h}, .degrees = 90};
        seats[1] = (struct seat){.number = 2, .zone = {side, 0, w - 2 * side, h}, .degrees = 0};
        seats[2] = (struct seat){.number = 3, .zone = {w - side, 0, side, h}, .degrees = 270};
        return 3;
    }
    if (around)
        return in_rows(seats, 2, n == 2 ? 1 : n == 4 ? 2 : 3, true, w, h);
    if (n <= 4)
        return in_rows(seats, 1, n, false, w, h);
    return w >= WIDE ? in_rows(seats, 1, 6, false, w, h) : in_rows(seats, 2, 3, false, w, h);
}

bool seats_fit(int n, bool around, double w, double h)
{
    struct seat seats[SEATS_MOST];
    size_t all = place(seats, n, around, w, h);
    bool fit = all == 1 || w >= LEAST_WHOLE;
    for (size_t i = 0; i < all && all > 1; i++)
        fit = fit && seat_width(&seats[i]) >= LEAST_W && seat_height(&seats[i]) >= LEAST_H;
    return fit;
}

size_t seats_arrange(struct seat *seats, int n, bool around, double w, double h)
{
    return place(seats, seats_fit(n, around, w, h) ? n : 1, around, w, h);
}

size_t seats_crossings(const struct seat *seats, size_t n, struct point *points, size_t room)
{
    size_t found = 0;
    for (size_t i = 0; i < n && found < room; i++) {
        struct point corner = {seats[i].zone.x + seats[i].zone.w,
                               seats[i].zone.y + seats[i].zone.h};
        int meet = 0;
        for (size_t k = 0; k < n; k++) {
            const struct box *zone = &seats[k].zone;
            bool x = fabs(zone->x - corner.x) < 1 || fabs(zone->x + zone->w - corner.x) < 1;
            bool y = fabs(zone->y - corner.y) < 1 || fabs(zone->y + zone->h - corner.y) < 1;
            meet += x && y;
        }
        if (meet == 4)
            points[found++] = corner;
    }
    return found;
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
