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
#define HEADING 32.0         // at a scale of 1
#define COLUMNS_MOST 24

struct grid {
    int columns, rows;
    double top, cell_w, cell_h, gap_y;
    double s, band;
    size_t shown; // cards
};

static struct plan plan_of(const struct ring *ring, const struct grid *grid, int most)
{
    return (struct plan){
        .page = ring->page,
        .s = grid->s,
        .list = true,
        .most = most,
        .heading_cap = HEADING * grid->s,
    };
}

// The most cards that the cell holds; -1: not even the heading.
static int cards_in_cell(const struct ring *ring, const struct grid *grid, int table)
{
    int low = -1, high = (int)ring->tables[table].n + 1;
    while (high - low > 1) {
        struct plan plan = plan_of(ring, grid, low < 0 ? 0 : (low + high) / 2);
        struct pack pack;
        bool fits = pack_table(&pack, &plan, &ring->tables[table], grid->cell_w, ring->scratch) &&
                    pack.h <= grid->cell_h - 2;
        arena_reset(ring->scratch);
        if (fits)
            low = plan.most;
        else if (low < 0)
            return -1;
        else
            high = plan.most;
    }
    return low;
}

static bool measure_grid(const struct ring *ring, struct grid *grid)
{
    const struct page *page = ring->page;
    double w = page->w - 2 * page->margin;
    grid->rows = (ring->n + grid->columns - 1) / grid->columns;
    grid->gap_y = grid->rows > 5 ? CELL_GAP_Y_MANY : CELL_GAP_Y;
    double title = ring_title_height(ring, (w - RING_GUTTER) / 2);
    grid->top = ring->body_top + fmax(grid->band, title) + CELL_GAP_Y;
    grid->cell_w = (w - (grid->columns - 1) * CELL_GAP_X) / grid->columns;
    grid->cell_h = (ring->body_bottom - grid->top - (grid->rows - 1) * grid->gap_y) / grid->rows;
    grid->shown = 0;
    for (int i = 0; i < ring->n; i++) {
        int cards = cards_in_cell(ring, grid, i);
        if (cards < 0)
            return false;
        grid->shown += (size_t)cards;
    }
    return true;
}

// Lettered, a line more may come out than was measured: then a card less is shown.
static bool pack_cell(const struct ring *ring, const struct grid *grid, int table,
                      struct pack *pack)
{
    for (int most = cards_in_cell(ring, grid, table); most >= 0; most--) {
        struct plan plan = plan_of(ring, grid, most);
        if (pack_table(pack, &plan, &ring->tables[table], grid->cell_w, ring->page->arena) &&
            pack_letter(pack, &plan) && pack->h <= grid->cell_h)
            return true;
    }
    return false;
}

static bool place_grid(const struct ring *ring, const struct grid *grid)
{
    struct page *page = ring->page;
    struct pack *packs = ARENA_ARRAY(page->arena, struct pack, (size_t)ring->n);
    for (int i = 0; i < ring->n; i++)
        if (!pack_cell(ring, grid, i, &packs[i]))
            return false;
    page->scale = grid->s;
    page->list_mode = true;
    page->full_top = 0;
    double half = (page->w - 2 * page->margin - RING_GUTTER) / 2;
    page->title = (struct box){page->margin, page->margin, half, ring_title_height(ring, half)};
    page->scenery = (struct box){page->margin + half + RING_GUTTER, page->margin, half, grid->band};
    for (int i = 0; i < ring->n; i++) {
        double x = page->margin + (i % grid->columns) * (grid->cell_w + CELL_GAP_X);
        double y = grid->top + (i / grid->columns) * (grid->cell_h + grid->gap_y);
        double h = packs[i].h + fmin((grid->cell_h - packs[i].h) * 0.5, pack_stretch(&packs[i]));
        island_set(ring->page, &packs[i], (struct box){x, y, grid->cell_w, h});
    }
    return true;
}

// The band and the number of columns that show most cards; none fits: columns 0.
static struct grid best_grid(const struct ring *ring, double s)
{
    static const double BANDS[] = {0.36, 0.28, 0.2}; // share of the body's height
    struct grid best = {.columns = 0};
    for (size_t b = 0; b < G_N_ELEMENTS(BANDS); b++)
        for (int columns = 2; columns <= MIN(ring->n, COLUMNS_MOST); columns++) {
            struct grid grid = {
                .columns = columns,
                .s = s,
                .band = (ring->body_bottom - ring->body_top) * BANDS[b],
            };
            if (measure_grid(ring, &grid) && (best.columns == 0 || grid.shown > best.shown))
                best = grid;
        }
    return best;
}

bool ring_grid(const struct ring *ring)
{
    // Headings below the least lettering only when nothing else is left.
    for (double s = 1; s > 0.25; s *= 0.85) {
        struct grid grid = best_grid(ring, s);
        if (grid.columns > 0 && place_grid(ring, &grid))
            return true;
    }
    return false;
}
