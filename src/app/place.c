// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place.h"

#include <glib.h>
#include <math.h>

#define SLACK 2.0 // mm: edges may touch

struct grid grid_make(double x, double y, double width, double card_w, double card_h, double gap)
{
    int columns = MAX(1, (int)floor((width + gap) / (card_w + gap)));
    double w = columns > 1 ? (width - (columns - 1) * gap) / columns : card_w;
    return (struct grid){.x = x,
                         .y = y,
                         .pitch_x = w + gap,
                         .pitch_y = card_h + gap,
                         .slot_w = w,
                         .slot_h = card_h,
                         .columns = columns,
                         .short_rows = G_MAXINT};
}

static struct box box_of(const struct place *place)
{
    return (struct box){place->x, place->y, place->w, place->h};
}

// Slots that a card of height h covers downwards.
static int rows_of(const struct grid *grid, double h)
{
    return 1 + (int)ceil(fmax(0, h - grid->slot_h) / grid->pitch_y);
}

static struct box slot_box(const struct grid *grid, int slot, const struct place *place)
{
    return (struct box){grid->x + slot % grid->columns * grid->pitch_x,
                        grid->y + slot / grid->columns * grid->pitch_y, place->w, place->h};
}

// Slots taken so far, as many as were asked about.
static bool is_taken(GByteArray *taken, int slot)
{
    return (guint)slot < taken->len && taken->data[slot] != 0;
}

static void take(GByteArray *taken, const struct grid *grid, int slot, int rows)
{
    for (int row = 0; row < rows; row++) {
        guint at = (guint)(slot + row * grid->columns);
        while (taken->len <= at)
            g_byte_array_append(taken, (const guint8 *)"", 1);
        taken->data[at] = 1;
    }
}

static bool is_free(const struct place *places, size_t n, size_t i, const struct grid *grid,
                    GByteArray *taken, int slot)
{
    int rows = rows_of(grid, places[i].h);
    for (int row = 0; row < rows; row++) {
        int at = slot + row * grid->columns;
        bool last = grid->columns > 1 && at % grid->columns == grid->columns - 1;
        if (is_taken(taken, at) || (last && at / grid->columns >= grid->short_rows))
            return false;
    }
    struct box box = slot_box(grid, slot, &places[i]);
    for (size_t k = 0; k < n; k++) {
        if (places[k].fixed && box_overlaps(box, box_of(&places[k]), SLACK))
            return false;
    }
    return true;
}

static void stand(struct place *place, const struct grid *grid, GByteArray *taken, int slot)
{
    struct box box = slot_box(grid, slot, place);
    place->slot = slot;
    place->x = box.x;
    place->y = box.y;
    take(taken, grid, slot, rows_of(grid, place->h));
}

void places_arrange(struct place *places, size_t n, const struct grid *grid)
{
    GByteArray *taken = g_byte_array_new();
    // Whoever stood somewhere stays there.
    for (size_t i = 0; i < n; i++) {
        if (places[i].fixed || places[i].slot == PLACE_NONE)
            continue;
        if (is_free(places, n, i, grid, taken, places[i].slot))
            stand(&places[i], grid, taken, places[i].slot);
        else
            places[i].slot = PLACE_NONE;
    }
    int first = 0; // nothing is free before it
    for (size_t i = 0; i < n; i++) {
        if (places[i].fixed || places[i].slot != PLACE_NONE)
            continue;
        while (is_taken(taken, first))
            first++;
        int slot = first;
        while (!is_free(places, n, i, grid, taken, slot))
            slot++;
        stand(&places[i], grid, taken, slot);
    }
    g_byte_array_free(taken, TRUE);
}

static bool lies_free(const struct place *places, size_t n, size_t i, struct box box)
{
    for (size_t k = 0; k < n; k++) {
        if (k != i && box_overlaps(box, box_of(&places[k]), SLACK))
            return false;
    }
    return true;
}

struct point places_nearest(const struct place *places, size_t n, size_t i, struct box area,
                            double reach)
{
    const double step = 6;
    struct box box = box_of(&places[i]);
    box.x = CLAMP(box.x, area.x, fmax(area.x, area.x + area.w - box.w));
    box.y = CLAMP(box.y, area.y, fmax(area.y, area.y + area.h - box.h));
    struct point here = {box.x, box.y};
    if (lies_free(places, n, i, box))
        return here;
    for (double r = step; r <= reach; r += step) { // rings outwards
        int around = (int)ceil(2 * G_PI * r / step);
        for (int k = 0; k < around; k++) {
            double angle = 2 * G_PI * k / around;
            struct box there = {here.x + r * cos(angle), here.y + r * sin(angle), box.w, box.h};
            if (there.x >= area.x && there.y >= area.y && there.x + there.w <= area.x + area.w &&
                there.y + there.h <= area.y + area.h && lies_free(places, n, i, there))
                return (struct point){there.x, there.y};
        }
    }
    return here;
}

double places_bottom(const struct place *places, size_t n)
{
    double bottom = 0;
    for (size_t i = 0; i < n; i++)
        bottom = fmax(bottom, places[i].y + places[i].h);
    return bottom;
}
