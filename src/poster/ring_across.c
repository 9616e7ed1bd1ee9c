// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ring.h"

#include <glib.h>
#include <math.h>

// Banners: title and scene in the middle, the islands side by side left and right of it, each as
// high as the page lets it be, numbered from left to right.
#define TITLE_GAP 14.0
#define CENTRE_MOST 0.4    // of the page's width
#define CENTRE_GROWS 0.5   // of the width to spare
#define ISLAND_GROWS 1.45  // times its least width
#define STRETCHED 0.8      // of what an island's gaps may grow by

static double centre_least(const struct ring *ring)
{
    double letters = 46 * ring->page->min_size, most = ring->page->w * CENTRE_MOST;
    return fmin(fmax(letters, ring->page->w * 0.22), most);
}

static double body_height(const struct ring *ring)
{
    return ring->body_bottom - ring->body_top;
}

bool ring_across_fits(const struct ring *ring, struct needs *needs, const struct order *order,
                      struct ring_fit *fit)
{
    double room = ring->page->w - 2 * ring->page->margin, taken = 0;
    fit->left_w = fit->right_w = -RING_GUTTER;
    for (int i = 0; i < ring->n; i++) {
        int step = needs_stack(needs, &order->table[i], 1, 0, body_height(ring), needs_step(room * 0.4));
        if (step < 0)
            return false;
        fit->row[i] = step;
        taken += needs_width(step) + RING_GUTTER;
    }
    fit->centre_w = room - taken;
    if (fit->centre_w < centre_least(ring))
        return false;
    fit->title_h = ring_title_height(ring, fit->centre_w);
    return body_height(ring) - fit->title_h - TITLE_GAP >= fmin(ring->scene_least, 0.42 * body_height(ring));
}

bool ring_across_grow(const struct ring *ring, struct needs *needs, const struct order *order,
                      struct ring_fit *fit)
{
    if (!ring_across_fits(ring, needs, order, fit))
        return false;
    double share = (fit->centre_w - centre_least(ring)) * (1 - CENTRE_GROWS) / ring->n;
    for (int i = 0; i < ring->n; i++) {
        double w = needs_width(fit->row[i]);
        int step = needs_step(fmin(w + share, w * ISLAND_GROWS));
        while (step > fit->row[i] && needs_height(needs, order->table[i], step) > body_height(ring))
            step--; // wider is not always lower
        fit->centre_w -= needs_width(step) - w;
        fit->row[i] = step;
    }
    fit->title_h = ring_title_height(ring, fit->centre_w);
    return true;
}

double ring_across_width(const struct ring_fit *fit, int slot)
{
    return needs_width(fit->row[slot]);
}

bool ring_across_place(const struct ring *ring, const struct order *order, const struct ring_fit *fit,
                       struct pack *packs)
{
    static const double SINK[] = {0.1, 0.9, 0.35, 0.7};
    struct page *page = ring->page;
    double h = body_height(ring), x = page->margin, centre_x = x;
    for (int i = 0; i < ring->n; i++)
        if (packs[i].h > h + 0.5)
            return false;
    for (int i = 0; i < ring->n; i++) {
        if (i == order->slots.left) {
            centre_x = x;
            x += fit->centre_w + RING_GUTTER;
        }
        double spare = fmax(0, h - packs[i].h), grown = fmin(spare, pack_stretch(&packs[i]) * STRETCHED);
        double y = ring->body_top + (spare - grown) * SINK[i % (int)G_N_ELEMENTS(SINK)];
        island_set(page, &packs[i], (struct box){x, y, packs[i].w, packs[i].h + grown});
        x += packs[i].w + RING_GUTTER;
    }
    if (order->slots.right == 0)
        centre_x = x;
    double scene_y = page->margin + fit->title_h + TITLE_GAP;
    page->title = (struct box){centre_x, page->margin, fit->centre_w, fit->title_h};
    page->scenery = (struct box){centre_x, scene_y, fit->centre_w, ring->body_bottom - scene_y};
    return true;
}
