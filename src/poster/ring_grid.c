// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ring.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"

// Title and scene share a band at the top; below it all tables stand in equal cells, in the order
// of their numbers, each showing as many cards as its cell holds.
#define CELL_GAP_X 30.0
#define CELL_GAP_Y 34.0
#define CELL_GAP_Y_MANY 18.0 // of more than five rows

struct grid {
    int columns, rows;
    double cell_w, cell_h, gap_y;
};

static bool pack_cell(const struct ring *ring, const struct grid *grid, int table,
                      struct pack *pack)
{
    struct page *page = ring->page;
    struct plan plan = {.page = page, .list = true, .full_top = 0};
    for (double s = 1; s > 0.3; s *= 0.9) {
        plan.s = s;
        plan.heading_cap = fmax(6, 32 * s);
        int low = -1, high = (int)ring->tables[table].n + 1;
        while (high - low > 1) {
            struct pack tried;
            plan.most = low < 0 ? 0 : (low + high) / 2;
            bool fits =
                pack_table(&tried, &plan, &ring->tables[table], grid->cell_w, ring->scratch);
            fits = fits && tried.h <= grid->cell_h - 4;
            arena_reset(ring->scratch);
            if (!fits && low < 0)
                break;
            if (fits)
                low = plan.most;
            else
                high = plan.most;
        }
        for (; low >= 0; low--) { // lettered, a line more may not fit
            plan.most = low;
            if (pack_table(pack, &plan, &ring->tables[table], grid->cell_w, page->arena) &&
                pack_letter(pack, &plan) && pack->h <= grid->cell_h)
                return true;
        }
    }
    return false;
}

static bool try_grid(const struct ring *ring, int columns, double top)
{
    struct page *page = ring->page;
    struct grid grid = {.columns = columns, .rows = (ring->n + columns - 1) / columns};
    double w = page->w - 2 * page->margin;
    grid.cell_w = (w - (columns - 1) * CELL_GAP_X) / columns;
    grid.gap_y = grid.rows > 5 ? CELL_GAP_Y_MANY : CELL_GAP_Y;
    grid.cell_h = (ring->body_bottom - top - (grid.rows - 1) * grid.gap_y) / grid.rows;
    struct pack *packs = ARENA_ARRAY(page->arena, struct pack, (size_t)ring->n);
    for (int i = 0; i < ring->n; i++)
        if (!pack_cell(ring, &grid, i, &packs[i]))
            return false;
    page->scale = 0.8;
    page->list_mode = true;
    page->full_top = 0;
    for (int i = 0; i < ring->n; i++) {
        double x = page->margin + (i % columns) * (grid.cell_w + CELL_GAP_X);
        double y = top + (i / columns) * (grid.cell_h + grid.gap_y);
        double h = packs[i].h + (grid.cell_h - packs[i].h) * 0.5;
        ring_set_island(ring, &packs[i], (struct box){x, y, grid.cell_w, h});
    }
    return true;
}

bool ring_grid(const struct ring *ring)
{
    static const double BANDS[] = {0.36, 0.28, 0.2}; // the band's share of the body's height
    struct page *page = ring->page;
    double w = page->w - 2 * page->margin, half = (w - RING_GUTTER) / 2;
    double title = ring_title_height(ring, half);
    for (size_t i = 0; i < G_N_ELEMENTS(BANDS); i++) {
        double band = (ring->body_bottom - ring->body_top) * BANDS[i];
        page->title = (struct box){page->margin, page->margin, half, title};
        page->scenery = (struct box){page->margin + half + RING_GUTTER, page->margin, half, band};
        double top = ring->body_top + fmax(band, title) + CELL_GAP_Y;
        // Wide cells first: headings in one line.
        for (int columns = 2; columns <= ring->n && columns < 30; columns++)
            if (try_grid(ring, columns, top))
                return true;
    }
    return false;
}
