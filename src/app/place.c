// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/place.h"

#include <glib.h>
#include <math.h>

#define SLACK 2.0   // mm: edges may touch
#define LEVEL 0.5   // of a card's height: columns that differ by less are filled in reading order

struct grid grid_make(double x, double y, double width, double card_w, double card_h, double gap,
                      bool leftwards)
{
    int columns = MAX(1, (int)floor((width + gap) / (card_w + gap)));
    double w = columns > 1 ? (width - (columns - 1) * gap) / columns : card_w;
    return (struct grid){.x = leftwards ? x + width - w : x,
                         .y = y,
                         .pitch = leftwards ? -w - gap : w + gap,
                         .w = w,
                         .h = card_h,
                         .gap = gap,
                         .columns = columns,
                         .last_bottom = INFINITY};
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

// ---- columns ------------------------------------------------------------------------------------

struct stretch { // of a column that is taken, the gaps round it too
    double top, bottom;
};

struct column {
    double x;
    GArray *taken; // struct stretch, from top to bottom, none meets another
};

static const struct stretch *taken_at(const struct column *column, guint i)
{
    return &g_array_index(column->taken, struct stretch, i);
}

static gint by_top(gconstpointer a, gconstpointer b)
{
    const struct stretch *p = a, *q = b;
    return (p->top > q->top) - (p->top < q->top);
}

// The first y from `from` on at which something as high as `h` fits.
static double room_for(const struct column *column, double h, double from)
{
    double y = from;
    for (guint i = 0; i < column->taken->len && taken_at(column, i)->top < y + h; i++)
        y = fmax(y, taken_at(column, i)->bottom);
    return y;
}

// Sorts what is taken and joins what lies so close that no card fits between.
static void settle(struct column *column, const struct grid *grid)
{
    g_array_sort(column->taken, by_top);
    guint kept = 0;
    for (guint i = 0; i < column->taken->len; i++) {
        struct stretch next = *taken_at(column, i);
        struct stretch *last =
            kept > 0 ? &g_array_index(column->taken, struct stretch, kept - 1) : NULL;
        if (last != NULL && next.top - last->bottom < grid->h)
            last->bottom = fmax(last->bottom, next.bottom);
        else
            g_array_index(column->taken, struct stretch, kept++) = next;
    }
    g_array_set_size(column->taken, kept);
}

static void take(struct column *column, const struct grid *grid, double y, double h)
{
    struct stretch stretch = {y - grid->gap, y + h + grid->gap};
    guint n = column->taken->len;
    if (n > 0 && taken_at(column, n - 1)->bottom == y) { // the usual case: it stands below all
        g_array_index(column->taken, struct stretch, n - 1).bottom = stretch.bottom;
        return;
    }
    g_array_append_val(column->taken, stretch);
    settle(column, grid);
}

// What people laid somewhere takes its part of each column it lies in.
static void block(struct column *columns, const struct grid *grid, struct box box)
{
    double side = (box.x - grid->x) / grid->pitch, other = (box.x + box.w - grid->x) / grid->pitch;
    double first = fmax(0, floor(fmin(side, other)) - 1);
    double last = fmin(grid->columns - 1, ceil(fmax(side, other)) + 1);
    struct stretch stretch = {box.y - grid->gap, box.y + box.h + grid->gap};
    for (int i = (int)fmin(first, grid->columns); i <= last; i++) {
        double x = columns[i].x;
        if (box.x + box.w > x + SLACK && box.x < x + grid->w - SLACK)
            g_array_append_val(columns[i].taken, stretch);
    }
}

static struct column *columns_new(const struct place *places, size_t n, const struct grid *grid)
{
    struct column *columns = g_new0(struct column, grid->columns);
    for (int i = 0; i < grid->columns; i++) {
        columns[i].x = grid->x + i * grid->pitch;
        columns[i].taken = g_array_new(FALSE, FALSE, sizeof(struct stretch));
    }
    for (size_t i = 0; i < n; i++) {
        if (places[i].fixed)
            block(columns, grid, place_box(&places[i]));
    }
    struct stretch rest = {grid->last_bottom, INFINITY};
    if (grid->columns > 1 && grid->last_bottom < INFINITY)
        g_array_append_val(columns[grid->columns - 1].taken, rest);
    for (int i = 0; i < grid->columns; i++)
        settle(&columns[i], grid);
    return columns;
}

static void columns_free(struct column *columns, const struct grid *grid)
{
    for (int i = 0; i < grid->columns; i++)
        g_array_free(columns[i].taken, TRUE);
    g_free(columns);
}

static void stand(struct place *place, const struct column *columns, int column, double y)
{
    place->spot = (struct spot){column, y};
    place->x = columns[column].x;
    place->y = y;
}

static gint by_spot(gconstpointer a, gconstpointer b)
{
    const struct spot *p = &(*(struct place *const *)a)->spot,
                      *q = &(*(struct place *const *)b)->spot;
    if (p->column != q->column)
        return p->column - q->column;
    return (p->y > q->y) - (p->y < q->y);
}

// Whoever stood somewhere stays in that column; only gaps too small for a card close, and what has
// grown pushes down those below it.
static void keep_standing(GPtrArray *standing, struct column *columns, const struct grid *grid)
{
    g_ptr_array_sort(standing, by_spot);
    double next = grid->y;
    int last = PLACE_NONE;
    for (guint i = 0; i < standing->len; i++) {
        struct place *place = g_ptr_array_index(standing, i);
        struct column *column = &columns[place->spot.column];
        if (place->spot.column != last)
            next = grid->y;
        last = place->spot.column;
        double y = room_for(column, place->h, next);
        if (place->spot.y - y >= grid->h)
            y = room_for(column, place->h, place->spot.y);
        if (y < INFINITY) {
            stand(place, columns, last, y);
            next = y + place->h + grid->gap;
        } else { // the column ends before
            place->spot.column = PLACE_NONE;
        }
    }
    for (guint i = 0; i < standing->len; i++) {
        const struct place *place = g_ptr_array_index(standing, i);
        struct stretch stretch = {place->y - grid->gap, place->y + place->h + grid->gap};
        if (place->spot.column != PLACE_NONE)
            g_array_append_val(columns[place->spot.column].taken, stretch);
    }
    for (int i = 0; i < grid->columns; i++)
        settle(&columns[i], grid);
}

// The first column, in reading order, of those that have room highest up.
static void add(struct place *place, struct column *columns, const struct grid *grid, double *rooms)
{
    double highest = INFINITY;
    for (int i = 0; i < grid->columns; i++) {
        rooms[i] = room_for(&columns[i], place->h, grid->y);
        highest = fmin(highest, rooms[i]);
    }
    int column = 0;
    while (rooms[column] > highest + LEVEL * grid->h)
        column++;
    stand(place, columns, column, rooms[column]);
    take(&columns[column], grid, place->y, place->h);
}

void places_arrange(struct place *places, size_t n, const struct grid *grid)
{
    struct column *columns = columns_new(places, n, grid);
    GPtrArray *standing = g_ptr_array_new();
    double *rooms = g_new(double, grid->columns);
    for (size_t i = 0; i < n; i++) {
        struct spot *spot = &places[i].spot;
        if (spot->column >= grid->columns)
            spot->column = PLACE_NONE;
        if (!places[i].fixed && spot->column != PLACE_NONE)
            g_ptr_array_add(standing, &places[i]);
    }
    keep_standing(standing, columns, grid);
    for (size_t i = 0; i < n; i++) {
        if (!places[i].fixed && places[i].spot.column == PLACE_NONE)
            add(&places[i], columns, grid, rooms);
    }
    g_free(rooms);
    g_ptr_array_free(standing, TRUE);
    columns_free(columns, grid);
}

// ---- free spots ---------------------------------------------------------------------------------

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
