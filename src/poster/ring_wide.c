// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ring.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"

// Landscape (ART.md 8): a stack of islands on the left and on the right over the whole height,
// between them title, scene and a row of islands.
#define STACK_GAP 54.0
#define STACK_GAP_MANY 38.0 // of more than four
#define ROW_ROOM 76.0       // above the row, for lines between islands
#define SCENE_ABOVE_ROW 60.0
#define TITLE_GAP 14.0
#define ALONE_GROWS 0.5 // most, of its width: an island alone in its row

static double stack_gap(int n)
{
    return n > 4 ? STACK_GAP_MANY : STACK_GAP;
}

static double body_height(const struct ring *ring)
{
    return ring->body_bottom - ring->body_top;
}

// The width of a stack, in steps, and the height it takes; -1: none fits.
static int stack_step(const struct ring *ring, struct needs *needs, const int *tables, int n,
                      double grow, double *height)
{
    double most = ring->page->w - 2 * ring->page->margin - ring->centre_least - RING_GUTTER;
    *height = 0;
    if (n == 0)
        return 0;
    int step = needs_stack(needs, tables, n, stack_gap(n), body_height(ring), needs_step(most));
    if (step < 0)
        return -1;
    step = needs_step(needs_width(step) * grow);
    *height = stack_gap(n) * (n - 1);
    for (int i = 0; i < n; i++)
        *height += needs_height(needs, tables[i], step);
    return *height <= body_height(ring) ? step : -1;
}

bool ring_wide_fits(const struct ring *ring, struct needs *needs, const struct order *order,
                    struct growth growth, struct ring_fit *fit)
{
    const struct page *page = ring->page;
    struct slots slots = order->slots;
    const int *row = order->table + slots.left, *right = row + slots.bottom;
    int left_step = stack_step(ring, needs, order->table, slots.left, growth.left, &fit->left_h);
    int right_step = left_step < 0
                         ? -1
                         : stack_step(ring, needs, right, slots.right, growth.right, &fit->right_h);
    if (left_step < 0 || right_step < 0)
        return false;
    fit->left_w = slots.left > 0 ? needs_width(left_step) : 0;
    fit->right_w = slots.right > 0 ? needs_width(right_step) : 0;
    fit->centre_w = page->w - 2 * page->margin - fit->left_w - fit->right_w -
                    RING_GUTTER * ((slots.left > 0) + (slots.right > 0));
    if (fit->centre_w < ring->centre_least)
        return false;
    fit->title_h = ring_title_height(ring, fit->centre_w);
    double free_h = body_height(ring) - fit->title_h - TITLE_GAP;
    double scene =
        fmin(ring->scene_least + fmax(0, needs->plan.s - 1) * 400, fmax(ring->scene_least, 440));
    fit->row_h = 0;
    if (slots.bottom > 0) {
        double most = free_h - scene - ROW_ROOM;
        if (most <= 0)
            return false;
        fit->row_h =
            needs_row(needs, row, slots.bottom, RING_GUTTER, fit->centre_w, most, fit->row);
        if (fit->row_h < 0)
            return false;
    }
    fit->row_top = ring->body_bottom - fit->row_h;
    return free_h - fit->row_h - (slots.bottom > 0 ? ROW_ROOM : 0) >= scene;
}

static double row_spare(const struct order *order, const struct ring_fit *fit)
{
    int n = order->slots.bottom;
    double spare = fit->centre_w - RING_GUTTER * (n - 1);
    for (int i = 0; i < n; i++)
        spare -= needs_width(fit->row[i]);
    return fmax(0, spare);
}

static void widen_row(struct needs *needs, const struct order *order, struct ring_fit *fit)
{
    int n = order->slots.bottom;
    double share = n > 0 ? row_spare(order, fit) / n : 0;
    for (int i = 0; i < n; i++) {
        int table = order->table[order->slots.left + i];
        double w = needs_width(fit->row[i]);
        int step = needs_step(w + fmin(share, n == 1 ? w * ALONE_GROWS : w * 0.12));
        while (step > fit->row[i] && needs_height(needs, table, step) > fit->row_h)
            step--;
        fit->row[i] = step;
    }
}

// What stacks may be widened to: a stack grows while its islands still fill most of the height, and a
// very narrow one anyway.
struct widening {
    const struct ring *ring;
    struct needs *needs;
    const struct order *order;
    struct ring_fit *fit;
    double least, most, filled, narrow; // of the middle; of a stack, height and width
};

static bool looks_good(const struct widening *w, struct growth growth, bool left, bool right)
{
    struct ring_fit *fit = w->fit;
    if (!ring_wide_fits(w->ring, w->needs, w->order, growth, fit) || fit->centre_w < w->least)
        return false;
    bool good_left = fit->left_w < w->most && (fit->left_h >= w->filled || fit->left_w < w->narrow);
    bool good_right = fit->right_w < w->most && (fit->right_h >= w->filled || fit->right_w < w->narrow);
    return (!left || good_left) && (!right || good_right);
}

// The narrower stack becomes as wide as the other: a page that is even changes little when one of
// them needs more.
static void even_out(const struct widening *w, struct growth *growth)
{
    struct ring_fit *fit = w->fit;
    if (!ring_wide_fits(w->ring, w->needs, w->order, *growth, fit) || fit->left_w == 0 ||
        fit->right_w == 0)
        return;
    bool left = fit->left_w < fit->right_w;
    double ratio = left ? fit->right_w / fit->left_w : fit->left_w / fit->right_w;
    for (double part = 1; part > 0.2; part -= 0.25) {
        struct growth tried = *growth;
        *(left ? &tried.left : &tried.right) = 1 + (ratio - 1) * part;
        if (!looks_good(w, tried, left, !left))
            continue;
        *growth = tried;
        return;
    }
}

static void grow(const struct widening *w, struct growth *growth, bool left, bool right)
{
    static const double GROW[] = {1.5, 1.4, 1.3, 1.22, 1.15, 1.1, 1.06, 1.03};
    for (size_t i = 0; i < G_N_ELEMENTS(GROW); i++) {
        struct growth tried = {growth->left * (left ? GROW[i] : 1),
                               growth->right * (right ? GROW[i] : 1)};
        if (!looks_good(w, tried, left, right))
            continue;
        *growth = tried;
        return;
    }
}

bool ring_wide_grow(const struct ring *ring, struct needs *needs, const struct order *order,
                    struct ring_fit *fit)
{
    const double FILLED = 0.78, width = ring->page->w;
    bool few = ring->page->harvest->ideas_n <= 24;
    struct widening w = {
        .ring = ring,
        .needs = needs,
        .order = order,
        .fit = fit,
        .least = ring->centre_least * (ring->page->harvest->ideas_n <= 60 ? 1.12 : 1),
        .most = width * (ring->n == 1 ? 0.5 : ring->n == 2 ? 0.33 : 0.245),
        .filled = FILLED * body_height(ring),
        .narrow = width * (ring->n == 1 ? 0.4 : ring->n == 2 && few ? 0.28 : few ? 0.225 : 0.19),
    };
    struct growth growth = {1, 1};
    bool both = order->slots.left > 0 && order->slots.right > 0;
    even_out(&w, &growth);
    if (both)
        grow(&w, &growth, true, true);
    if (ring_wide_fits(ring, needs, order, growth, fit)) { // one alone while it is a tower
        bool left = !both || fit->left_w < w.narrow, right = !both || fit->right_w < w.narrow;
        if (left)
            grow(&w, &growth, true, false);
        if (right)
            grow(&w, &growth, false, true);
    }
    if (!ring_wide_fits(ring, needs, order, growth, fit))
        return false;
    widen_row(needs, order, fit);
    return true;
}

double ring_wide_width(const struct ring_fit *fit, const struct order *order, int slot)
{
    if (slot < order->slots.left)
        return fit->left_w;
    slot -= order->slots.left;
    return slot < order->slots.bottom ? needs_width(fit->row[slot]) : fit->right_w;
}

// A stack downwards; `packs` stand in the array `step` apart.
static void place_stack(const struct ring *ring, struct pack *packs, int n, int step, double x,
                        bool right)
{
    double sum = 0, gap = stack_gap(n);
    for (int i = 0; i < n; i++)
        sum += packs[i * step].h;
    double spare = body_height(ring) - sum - gap * (n - 1), y = ring->body_top;
    for (int i = 0; i < n; i++) {
        const struct pack *pack = &packs[i * step];
        double extra = spare * pack->h / sum;
        double grown = fmin(extra * 0.55, pack_stretch(pack));
        // Columns look less like columns when their islands do not end at the same heights.
        double sink = i == 0 && (!right || n == 1) ? (right ? 0.4 : 0) : i == n - 1 ? 1 : 0.5;
        island_set(ring->page, pack,
                        (struct box){x, y + (extra - grown) * sink, pack->w, pack->h + grown});
        y += pack->h + extra + gap;
    }
}

static bool stack_stands(const struct ring *ring, const struct pack *packs, int n)
{
    double sum = stack_gap(n) * (n - 1);
    for (int i = 0; i < n; i++)
        sum += packs[i].h;
    return sum <= body_height(ring) + 0.5;
}

bool ring_wide_place(const struct ring *ring, const struct order *order, const struct ring_fit *fit,
                     struct pack *packs)
{
    struct page *page = ring->page;
    struct slots slots = order->slots;
    struct pack *row = packs + slots.left, *right = row + slots.bottom;
    double row_h = fit->row_h;
    for (int i = 0; i < slots.bottom; i++)
        row_h = fmax(row_h, row[i].h);
    if (!stack_stands(ring, packs, slots.left) || !stack_stands(ring, right, slots.right) ||
        row_h > fit->row_h + 12)
        return false;
    place_stack(ring, packs, slots.left, 1, page->margin, false);
    if (slots.right > 0)
        place_stack(ring, right + slots.right - 1, slots.right, -1,
                    page->w - page->margin - fit->right_w, true);
    double centre_x = page->margin + (slots.left > 0 ? fit->left_w + RING_GUTTER : 0);
    double x = centre_x, top = ring->body_bottom, cells = fit->centre_w;
    for (int i = 0; i < slots.bottom; i++)
        cells -= row[i].w + (i > 0 ? RING_GUTTER : 0);
    for (int i = 0; i < slots.bottom; i++) {
        static const double SINK[] = {0.9, 0.2, 0.6};
        const struct pack *pack = &row[i];
        double h = pack->h + fmin((row_h - pack->h) * 0.5, pack_stretch(pack));
        double y = ring->body_bottom - row_h + (row_h - h) * SINK[i % 3];
        double cell = pack->w + cells / slots.bottom;
        island_set(ring->page, pack, (struct box){x + (cell - pack->w) / 2, y, pack->w, h});
        x += cell + RING_GUTTER;
        top = fmin(top, y);
    }
    page->title = (struct box){centre_x, page->margin, fit->centre_w, fit->title_h};
    double scene_y = page->margin + fit->title_h + TITLE_GAP;
    double scene_end = slots.bottom > 0 ? top - SCENE_ABOVE_ROW : ring->body_bottom;
    page->scenery = (struct box){centre_x, scene_y, fit->centre_w, scene_end - scene_y};
    return true;
}
