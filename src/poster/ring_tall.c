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

struct column {
    const int *tables; // from the top, by slot
    int n, step;       // step: 1 or -1 through `tables`
};

static double stack_gap(const struct ring *ring)
{
    return ring->n > 8 ? STACK_GAP_MANY : STACK_GAP;
}

static int table_at(struct column column, int i)
{
    return column.tables[i * column.step];
}

static double stack_height(const struct ring *ring, struct needs *needs, struct column column,
                           int from, int n, int step)
{
    double sum = 0;
    for (int i = from; i < from + n; i++)
        sum += needs_height(needs, table_at(column, i), step) + (i > from ? stack_gap(ring) : 0);
    return sum;
}

bool ring_tall_fits(const struct ring *ring, struct needs *needs, const struct order *order,
                    double share, struct ring_fit *fit)
{
    const struct page *page = ring->page;
    struct slots slots = order->slots;
    double w = page->w - 2 * page->margin;
    int left_step, right_step = 0;
    if (slots.right == 0) {
        left_step = needs_step(w);
    } else {
        left_step = needs_step((w - RING_GUTTER) * share);
        right_step = needs_step((w - RING_GUTTER) * (1 - share));
    }
    if (left_step < 0 || right_step < 0)
        return false;
    fit->left_w = slots.left > 0 ? needs_width(left_step) : 0;
    fit->right_w = slots.right > 0 ? needs_width(right_step) : 0;
    fit->centre_w = w;
    fit->title_h = ring_title_height(ring, w);
    struct column left = {order->table, slots.left, 1};
    struct column right = {order->table + ring->n - 1, slots.right, -1};
    int upper_right = MIN(slots.upper, slots.right);
    fit->upper_h = fmax(stack_height(ring, needs, left, 0, slots.upper, left_step),
                        stack_height(ring, needs, right, 0, upper_right, right_step));
    fit->lower_h =
        fmax(stack_height(ring, needs, left, slots.upper, slots.left - slots.upper, left_step),
             stack_height(ring, needs, right, upper_right, slots.right - upper_right, right_step));
    fit->scene_h = ring->body_bottom - ring->body_top - fit->title_h - TITLE_GAP - fit->upper_h -
                   fit->lower_h - 2 * SCENE_GAP - (slots.upper > 0 ? UPPER_ROOM : 0);
    return isfinite(fit->scene_h) && fit->scene_h >= ring->scene_least;
}

double ring_tall_width(const struct ring_fit *fit, const struct order *order, int slot)
{
    return slot < order->slots.left ? fit->left_w : fit->right_w;
}

struct shelf {
    double y, h;
    bool upper, right;
};

// Islands of one column in one of the two rows; packs are `step` apart.
static void place_stack(const struct ring *ring, struct pack *packs, int n, int step, double x,
                        struct shelf shelf)
{
    double sum = 0, gap = stack_gap(ring);
    for (int i = 0; i < n; i++)
        sum += packs[i * step].h;
    double spare = shelf.h - sum - gap * (n - 1), y = shelf.y;
    for (int i = 0; i < n; i++) {
        const struct pack *pack = &packs[i * step];
        double extra = spare * pack->h / sum;
        double grown = fmin(extra * 0.62, pack_stretch(pack));
        double sink = shelf.upper ? (shelf.right ? 0.8 : 0.25) : (i + shelf.right) % 2 ? 0 : 1;
        ring_set_island(ring, pack,
                        (struct box){x, y + (extra - grown) * sink, pack->w, pack->h + grown});
        y += pack->h + extra + gap;
    }
}

static double packed_height(const struct ring *ring, const struct pack *packs, int n, int step)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += packs[i * step].h + (i > 0 ? stack_gap(ring) : 0);
    return sum;
}

bool ring_tall_place(const struct ring *ring, const struct order *order, const struct ring_fit *fit,
                     struct pack *packs)
{
    struct page *page = ring->page;
    struct slots slots = order->slots;
    int up_left = slots.upper, up_right = MIN(slots.upper, slots.right);
    struct pack *last = packs + ring->n - 1;
    struct pack *low_left = packs + up_left, *low_right = last - up_right;
    double upper_h =
        fmax(packed_height(ring, packs, up_left, 1), packed_height(ring, last, up_right, -1));
    double lower_h = fmax(packed_height(ring, low_left, slots.left - up_left, 1),
                          packed_height(ring, low_right, slots.right - up_right, -1));
    double scene = fit->scene_h - (upper_h - fit->upper_h) - (lower_h - fit->lower_h);
    if (scene < ring->scene_least - 8)
        return false;
    // Height to spare: a part to the islands, the rest to the scene.
    double spare = fmax(0, scene - ring->scene_least * 1.12) * 0.55;
    scene -= spare;
    upper_h += slots.upper > 0 ? spare * 0.3 : 0;
    lower_h += slots.upper > 0 ? spare * 0.7 : spare;
    double x = page->margin, right_x = page->w - page->margin - fit->right_w;
    double y = page->margin + fit->title_h + TITLE_GAP;
    page->title = (struct box){page->margin, page->margin, fit->centre_w, fit->title_h};
    place_stack(ring, packs, up_left, 1, x, (struct shelf){y, upper_h, true, false});
    place_stack(ring, last, up_right, -1, right_x, (struct shelf){y, upper_h, true, true});
    if (slots.upper > 0)
        y += upper_h + UPPER_ROOM;
    page->scenery = (struct box){page->margin, y, fit->centre_w, scene};
    y += scene + 2 * SCENE_GAP;
    place_stack(ring, low_left, slots.left - up_left, 1, x,
                (struct shelf){y, lower_h, false, false});
    place_stack(ring, low_right, slots.right - up_right, -1, right_x,
                (struct shelf){y, lower_h, false, true});
    return true;
}
