// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ways in which tables may stand along the road: how many beside the title and how wide that
// is, how the others are parted by the river, on two rows or, on upright pages, on four.
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "poster/placement.h"
#include "poster/path.h"

#define HEADROOM 26.0    // from a lane to the stations below it
#define CROSSING_ROOM 30 // more of it where a line to a station below has to pass
#define BESIDE_COST 2.0  // a page must not change its structure for one card more
#define SPLIT_COST 2.0   // one more left of the river
#define MANY 130         // cards: they need all of the width
#define SLIM 56.0        // em: on narrower pages nothing stands beside the title
#define SHARE_COST 18.0  // a title as much narrower as the page is wide

// Whether a line has to cross the road: numbers are consecutive along it, so that those far apart
// are likely to.
static bool has_far_relations(const struct harvest *harvest)
{
    for (size_t i = 0; i < harvest->relations_n; i++)
        if (abs(harvest->relations[i].a - harvest->relations[i].b) > 1)
            return true;
    return false;
}

static const double SHARES[] = {0.52, 0.5, 0.48, 0.46, 0.44, 0.41};

// On pages that are wider than usual the title takes less of the width.
static double narrower(const struct page *page)
{
    const double USUAL = 1.55;
    return page->portrait ? 1 : fmin(1, USUAL * page->h / page->w);
}

struct gathering {
    struct page *page;
    const int *table;
    bool far; // lines have to cross the road
    GArray *candidates;
};

static void add(struct gathering *g, struct path_way way, double cost)
{
    for (int i = g->far ? 0 : 1; i < 2; i++) {
        struct path_way *kept = ARENA_NEW(g->page->arena, struct path_way);
        *kept = way;
        kept->headroom = HEADROOM + (i == 0 ? CROSSING_ROOM : 0);
        struct candidate candidate = {g->table, cost + (g->far && i == 1 ? 0.6 : 0), kept};
        g_array_append_val(g->candidates, candidate);
    }
}

// `beside` stations beside the title, the rest evenly on the other rows, every split of a row of
// two parts by the river that is not too uneven.
static void add_ways(struct gathering *g, int rows, int beside, double share, double cost)
{
    int n = (int)g->page->harvest->tables_n, rest = n - beside;
    struct path_way way = {.rows = rows, .share = beside == 0 ? 1 : share};
    way.n[0][1] = beside;
    way.river = beside > 0 && rest >= 2 * (rows - 1);
    for (int r = 1; r < rows; r++) {
        int here = (rest + r - 1) / (rows - 1);
        way.n[r][1] = here;
        if (way.river) {
            way.n[r][0] = CLAMP((int)floor(here * share), 1, here - 1);
            way.n[r][1] = here - way.n[r][0];
        }
        // One alone is very wide, unless large lettering fills it.
        cost += rows > 2 && here == 1 ? (g->page->large > 1 ? 0.3 : 1) : 0;
    }
    add(g, way, cost);
    if (!way.river)
        return;
    bool more = true;
    for (int r = 1; r < rows; r++)
        more = more && way.n[r][1] > 1;
    for (int r = 1; more && r < rows; r++) {
        way.n[r][0]++;
        way.n[r][1]--;
    }
    if (more)
        add(g, way, cost + SPLIT_COST);
}

// A wider title is worth some scale, and so is the river.
struct candidates path_ways(struct page *page, bool one_of_a_kind)
{
    int n = (int)page->harvest->tables_n;
    int *table = ARENA_ARRAY(page->arena, int, (size_t)n);
    placement_order(page, table, NULL);
    bool far = !one_of_a_kind && has_far_relations(page->harvest);
    struct gathering g = {page, table, far, g_array_new(FALSE, FALSE, sizeof(struct candidate))};
    double wider = page->portrait ? 0.14 : 0;
    // Many cards need the width, and trying costs time.
    size_t shares = one_of_a_kind || page->harvest->ideas_n > MANY ? 1 : G_N_ELEMENTS(SHARES);
    for (int rows = 2; rows <= (page->portrait && n >= 3 ? 4 : 2); rows += 2) {
        double cost = page->portrait && rows == 2 ? n > 3 ? 4 : 1 : 0;
        bool slim = page->w < SLIM * page->min_size;
        int most = slim             ? 0
                   : page->portrait ? MIN(1, n - 1)
                                    : MAX(0, MIN(n - 2, (n + 2) / 2));
        for (int beside = n < 3 || page->portrait ? 0 : MAX(1, n / 4); beside <= most; beside++) {
            // On a banner the title makes the first row high and leaves it width.
            bool banner = narrower(page) < 0.8;
            int usual = page->portrait ? (rows > 2 && n > 3) : banner ? (n + 2) / 2 : (n + 1) / 3;
            double unusual = BESIDE_COST * abs(beside - usual);
            for (size_t i = 0; i < (beside > 0 ? shares : 1); i++)
                add_ways(&g, rows, beside,
                         (SHARES[i + G_N_ELEMENTS(SHARES) - shares] + wider) * narrower(page),
                         cost + unusual + (SHARES[0] - SHARES[i + G_N_ELEMENTS(SHARES) - shares]) * SHARE_COST);
        }
        if (!page->portrait && n >= 3 && n <= 4) // title alone, no river
            add_ways(&g, rows, 0, 1, 2);
    }
    struct candidate *of = ARENA_ARRAY(page->arena, struct candidate, MAX(g.candidates->len, 1));
    struct candidates candidates = {of, g.candidates->len};
    for (guint i = 0; i < g.candidates->len; i++)
        of[i] = g_array_index(g.candidates, struct candidate, i);
    g_array_free(g.candidates, TRUE);
    return candidates;
}
