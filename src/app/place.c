// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place.h"

#include <glib.h>
#include <math.h>

#define SLACK 2.0       // mm: edges may touch
#define ROWS_MOST 20000 // of the grid: what lies farther down is in nobody's way

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

struct point place_middle(const struct place *place)
{
    return (struct point){place->x + place->w * place->scale / 2,
                          place->y + place->h * place->scale / 2};
}

struct box place_box(const struct place *place)
{
    double w = place->w * place->scale, h = place->h * place->scale;
    if (place->degrees == 0)
        return (struct box){place->x, place->y, w, h};
    double turn = place->degrees * G_PI / 180, c = fabs(cos(turn)), s = fabs(sin(turn));
    struct point middle = place_middle(place);
    double across = w * c + h * s, down = w * s + h * c;
    return (struct box){middle.x - across / 2, middle.y - down / 2, across, down};
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

static bool is_free(const struct place *place, const struct grid *grid, GByteArray *taken, int slot)
{
    int rows = rows_of(grid, place->h);
    for (int row = 0; row < rows; row++) {
        int at = slot + row * grid->columns;
        bool last = grid->columns > 1 && at % grid->columns == grid->columns - 1;
        if (is_taken(taken, at) || (last && at / grid->columns >= grid->short_rows))
            return false;
    }
    return true;
}

// The slots that a card laid by a person covers are taken.
static void block(GByteArray *taken, const struct grid *grid, struct box box)
{
    double left = (box.x + SLACK - grid->x - grid->slot_w) / grid->pitch_x;
    double right = (box.x + box.w - SLACK - grid->x) / grid->pitch_x;
    double top = (box.y + SLACK - grid->y - grid->slot_h) / grid->pitch_y;
    double bottom = (box.y + box.h - SLACK - grid->y) / grid->pitch_y;
    if (bottom < 0 || right < 0 || bottom > ROWS_MOST)
        return;
    for (int row = MAX(0, (int)floor(top) + 1); row <= (int)floor(bottom); row++) {
        for (int column = MAX(0, (int)floor(left) + 1);
             column <= MIN(grid->columns - 1, (int)floor(right)); column++)
            take(taken, grid, row * grid->columns + column, 1);
    }
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
    for (size_t i = 0; i < n; i++) {
        if (places[i].fixed)
            block(taken, grid, place_box(&places[i]));
    }
    // Whoever stood somewhere stays there.
    for (size_t i = 0; i < n; i++) {
        if (places[i].fixed || places[i].slot == PLACE_NONE)
            continue;
        if (is_free(&places[i], grid, taken, places[i].slot))
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
        while (!is_free(&places[i], grid, taken, slot))
            slot++;
        stand(&places[i], grid, taken, slot);
    }
    g_byte_array_free(taken, TRUE);
}

static bool lies_free(const GArray *near, struct box box)
{
    for (guint i = 0; i < near->len; i++) {
        if (box_overlaps(box, g_array_index(near, struct box, i), SLACK))
            return false;
    }
    return true;
}

// The boxes of others within `reach` of `box`.
static GArray *boxes_near(const struct place *places, size_t n, size_t i, struct box box,
                          double reach)
{
    GArray *near = g_array_new(FALSE, FALSE, sizeof(struct box));
    for (size_t k = 0; k < n; k++) {
        struct box other = place_box(&places[k]);
        if (k != i && box_overlaps(box_grow(box, reach), other, 0))
            g_array_append_val(near, other);
    }
    return near;
}

struct point places_nearest(const struct place *places, size_t n, size_t i, struct box area,
                            double reach)
{
    const double step = 6;
    const struct box was = place_box(&places[i]);
    struct box box = was;
    box.x = CLAMP(box.x, area.x, fmax(area.x, area.x + area.w - box.w));
    box.y = CLAMP(box.y, area.y, fmax(area.y, area.y + area.h - box.h));
    const struct box here = box;
    GArray *near = boxes_near(places, n, i, here, reach);
    bool found = lies_free(near, here);
    for (double r = step; r <= reach && !found; r += step) { // rings outwards
        int around = (int)ceil(2 * G_PI * r / step);
        for (int k = 0; k < around && !found; k++) {
            double angle = 2 * G_PI * k / around;
            struct box there = {here.x + r * cos(angle), here.y + r * sin(angle), box.w, box.h};
            found = there.x >= area.x && there.y >= area.y &&
                    there.x + there.w <= area.x + area.w && there.y + there.h <= area.y + area.h &&
                    lies_free(near, there);
            if (found)
                box = there;
        }
    }
    g_array_free(near, TRUE);
    return (struct point){box.x - was.x, box.y - was.y};
}

double places_bottom(const struct place *places, size_t n)
{
    double bottom = 0;
    for (size_t i = 0; i < n; i++) {
        struct box box = place_box(&places[i]);
        bottom = fmax(bottom, box.y + box.h);
    }
    return bottom;
}
