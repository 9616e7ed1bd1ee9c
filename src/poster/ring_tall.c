// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ring.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"

// Portrait (ART-2 D): the title over the whole width, below it one or two islands of each column,
// the scene over the whole width, the rest of the two columns.
#define STACK_GAP 46.0
#define STACK_GAP_MANY 34.0
#define SCENE_GAP 28.0
#define UPPER_ROOM 26.0 // below the upper islands, for lines between them
#define TITLE_GAP 26.0

#define COLUMNS 3

struct column {
    int first, n, step; // slots from the top; step: 1 or -1
    int upper;          // above the scene
    double x, w;
};

static double stack_gap(const struct ring *ring)
{
    return ring->n > 8 ? STACK_GAP_MANY : STACK_GAP;
}

// Columns from left to right; places them when `fit` has their widths. Returns how many.
static int columns_of(const struct ring *ring, const struct order *order,
                      const struct ring_fit *fit, struct column columns[COLUMNS])
{
    const struct page *page = ring->page;
    struct slots slots = order->slots;
    int n = 0;
    columns[n++] = (struct column){0, slots.left, 1, 0, page->margin, fit->left_w};
    if (slots.bottom > 0)
        columns[n++] = (struct column){
            slots.left,   slots.bottom, 1, 0, page->margin + fit->left_w + RING_GUTTER,
            fit->middle_w};
    if (slots.right > 0)
        columns[n++] = (struct column){
            ring->n - 1, slots.right, -1, 0, page->w - page->margin - fit->right_w, fit->right_w};
    for (int i = 0; i < n; i++)
        columns[i].upper = MIN(slots.upper, columns[i].n);
    return n;
}

static double stack_height(const struct ring *ring, struct needs *needs, const struct order *order,
                           const struct column *column, bool upper)
{
    int from = upper ? 0 : column->upper, to = upper ? column->upper : column->n;
    double sum = 0;
    for (int i = from; i < to; i++)
        sum += needs_height(needs, order->table[column->first + i * column->step],
                            needs_step(column->w)) +
               (i > from ? stack_gap(ring) : 0);
    return sum;
}

static double whole_step(double width)
{
    int step = needs_step(width);
    return step < 0 ? 0 : needs_width(step);
}

bool ring_tall_fits(const struct ring *ring, struct needs *needs, const struct order *order,
                    double share, struct ring_fit *fit)
{
    const struct page *page = ring->page;
    struct slots slots = order->slots;
    double w = page->w - 2 * page->margin;
    fit->middle_w = 0;
    if (slots.bottom > 0) {
        fit->left_w = fit->middle_w = fit->right_w = whole_step((w - 2 * RING_GUTTER) / 3);
    } else if (slots.right > 0) {
        fit->left_w = whole_step((w - RING_GUTTER) * share);
        fit->right_w = whole_step((w - RING_GUTTER) * (1 - share));
    } else {
        fit->left_w = whole_step(w);
        fit->right_w = 0;
    }
    if (fit->left_w == 0 || (slots.right > 0 && fit->right_w == 0))
        return false;
    fit->centre_w = w;
    fit->title_h = ring_title_height(ring, w);
    struct column columns[COLUMNS];
    int n = columns_of(ring, order, fit, columns);
    fit->upper_h = fit->lower_h = 0;
    for (int i = 0; i < n; i++) {
        fit->upper_h = fmax(fit->upper_h, stack_height(ring, needs, order, &columns[i], true));
        fit->lower_h = fmax(fit->lower_h, stack_height(ring, needs, order, &columns[i], false));
    }
    fit->scene_h = ring->body_bottom - ring->body_top - fit->title_h - TITLE_GAP - fit->upper_h -
                   fit->lower_h - 2 * SCENE_GAP - (slots.upper > 0 ? UPPER_ROOM : 0);
    return isfinite(fit->scene_h) && fit->scene_h >= ring->scene_least;
}

double ring_tall_width(const struct ring_fit *fit, const struct order *order, int slot)
{
    if (slot < order->slots.left)
        return fit->left_w;
    return slot < order->slots.left + order->slots.bottom ? fit->middle_w : fit->right_w;
}

// Islands of one column above or below the scene, in the height `h` from `y`. Neighbouring columns
// sink differently, so that they look less like columns.
static void place_stack(const struct ring *ring, struct pack *packs, const struct column *column,
                        int number, bool upper, double y, double h)
{
    int from = upper ? 0 : column->upper, to = upper ? column->upper : column->n;
    double sum = 0, gap = stack_gap(ring);
    for (int i = from; i < to; i++)
        sum += packs[column->first + i * column->step].h;
    double spare = h - sum - gap * (to - from - 1);
    for (int i = from; i < to; i++) {
        const struct pack *pack = &packs[column->first + i * column->step];
        double extra = spare * pack->h / sum;
        double grown = fmin(extra * 0.62, pack_stretch(pack));
        double sink = upper ? (number % 2 == 0 ? 0.25 : 0.8) : (i - from + number) % 2 == 0 ? 1 : 0;
        struct box box = {column->x, y + (extra - grown) * sink, pack->w, pack->h + grown};
        island_set(ring->page, pack, box);
        y += pack->h + extra + gap;
    }
}

static double packed_height(const struct ring *ring, const struct pack *packs,
                            const struct column *column, bool upper)
{
    int from = upper ? 0 : column->upper, to = upper ? column->upper : column->n;
    double sum = 0;
    for (int i = from; i < to; i++)
        sum += packs[column->first + i * column->step].h + (i > from ? stack_gap(ring) : 0);
    return sum;
}

bool ring_tall_place(const struct ring *ring, const struct order *order, const struct ring_fit *fit,
                     struct pack *packs)
{
    struct page *page = ring->page;
    bool has_upper = order->slots.upper > 0;
    struct column columns[COLUMNS];
    int n = columns_of(ring, order, fit, columns);
    double upper_h = 0, lower_h = 0;
    for (int i = 0; i < n; i++) {
        upper_h = fmax(upper_h, packed_height(ring, packs, &columns[i], true));
        lower_h = fmax(lower_h, packed_height(ring, packs, &columns[i], false));
    }
    double scene = fit->scene_h - (upper_h - fit->upper_h) - (lower_h - fit->lower_h);
    if (scene < ring->scene_least - 8)
        return false;
    // Height to spare: a part to the islands, the rest to the scene.
    double spare = fmax(0, scene - ring->scene_least * 1.12) * 0.55;
    scene -= spare;
    upper_h += has_upper ? spare * 0.3 : 0;
    lower_h += has_upper ? spare * 0.7 : spare;
    double y = page->margin + fit->title_h + TITLE_GAP;
    page->title = (struct box){page->margin, page->margin, fit->centre_w, fit->title_h};
    for (int i = 0; i < n; i++)
        place_stack(ring, packs, &columns[i], i, true, y, upper_h);
    if (has_upper)
        y += upper_h + UPPER_ROOM;
    page->scenery = (struct box){page->margin, y, fit->centre_w, scene};
    y += scene + 2 * SCENE_GAP;
    for (int i = 0; i < n; i++)
        place_stack(ring, packs, &columns[i], i, false, y, lower_h);
    return true;
}
