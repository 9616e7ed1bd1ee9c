// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ring.h"

#include <glib.h>
#include <limits.h>
#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "poster/composition.h"
#include "poster/outline.h"

#define HEADING_MOST 46.0
#define HEADING_LEAST 28.0
#define SCALE_STEP 0.012
#define SCALES 96
#define ROOM_GAP 15.0 // between islands, road and footer

// One step of the ladder: what is shown, and the scales it may have. ART.md 10.
struct rung {
    bool list;
    int full_top;
    int most;            // cards a table shows
    double low, high;    // scale
    bool small_headings; // may be smaller than they should
};

// One rung's search: what tables need at each scale tried, shared by all orders.
struct search {
    const struct ring *ring;
    struct rung rung;
    struct needs *at[SCALES];
    int *row; // scratch of the row's widths
};

struct choice {
    struct order order;
    double share; // portrait: of the left column
    int scale;
    double score;
    bool found;
};

static double scale_of(const struct rung *rung, int i)
{
    return rung->low + i * SCALE_STEP;
}

static int scales_of(const struct rung *rung)
{
    int n = (int)((rung->high - rung->low) / SCALE_STEP) + 1;
    return MIN(n, SCALES);
}

static struct plan plan_of(const struct ring *ring, const struct rung *rung, double s,
                           double heading_cap)
{
    return (struct plan){
        .page = ring->page,
        .s = s,
        .list = rung->list,
        .full_top = rung->full_top,
        .most = rung->most,
        .heading_cap = heading_cap,
        .heading_least = rung->small_headings ? 0 : 0.86,
    };
}

double ring_title_height(const struct ring *ring, double width)
{
    struct page *page = ring->page;
    int step = MAX(0, needs_step(width));
    if (ring->title_h[step] == 0) {
        struct box room = {page->margin, page->margin, width, ring->body_bottom - ring->body_top};
        ring->title_h[step] = title_draw(page, room, false);
    }
    return ring->title_h[step];
}

void ring_set_island(const struct ring *ring, const struct pack *pack, struct box box)
{
    struct page *page = ring->page;
    struct island *island = &page->islands[pack->table - ring->tables];
    line_clear(&island->outline); // of an attempt before
    *island = (struct island){
        .table = pack->table->table,
        .kind = pack->table->kind,
        .colour = colour_accent(pack->table->table->number),
        .box = box,
        .layout = pack_place(page, pack, box),
    };
    outline_island(page, island);
}

// ---- the search
// ----------------------------------------------------------------------------------

static bool fits(struct search *search, const struct order *order, double share, int scale)
{
    const struct ring *ring = search->ring;
    if (search->at[scale] == NULL) {
        struct plan plan =
            plan_of(ring, &search->rung, scale_of(&search->rung, scale), HEADING_MOST);
        search->at[scale] = needs_new(&plan, ring->tables, (size_t)ring->n, ring->scratch);
    }
    struct ring_fit fit = {.row = search->row};
    return ring->page->portrait
               ? ring_tall_fits(ring, search->at[scale], order, share, &fit)
               : ring_wide_fits(ring, search->at[scale], order, (struct growth){1, 1}, &fit);
}

// The largest scale from `least` on that fits; -1: none. What fits is not monotonic: after halving
// the range, a few steps above are tried too.
static int largest_scale(struct search *search, const struct order *order, double share, int least)
{
    enum { BEYOND = 3 };
    int n = scales_of(&search->rung), low = -1, high = n;
    for (int i = least; i < MIN(n, least + BEYOND) && low < 0; i++)
        if (fits(search, order, share, i))
            low = i;
    if (low < 0)
        return -1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (fits(search, order, share, middle))
            low = middle;
        else
            high = middle;
    }
    for (int i = low + 2; i < MIN(n, low + 1 + BEYOND); i++)
        if (fits(search, order, share, i))
            low = i;
    return low;
}

static void try_order(struct search *search, const struct order *order, double share,
                      struct choice *best)
{
    double cost = order->cost + fabs(share - 0.5) * 8;
    int least = 0;
    if (best->found)
        least =
            MAX(0, (int)ceil(((best->score + cost) / 14 - search->rung.low) / SCALE_STEP + 0.01));
    if (least >= scales_of(&search->rung))
        return;
    int scale = largest_scale(search, order, share, least);
    if (scale < 0)
        return;
    double score = 14 * scale_of(&search->rung, scale) - cost;
    if (!best->found || score > best->score)
        *best = (struct choice){*order, share, scale, score, true};
}

static struct choice search_rung(struct search *search, const struct order *orders, size_t n)
{
    static const double SHARES[] = {0.5, 0.48, 0.52, 0.46, 0.54};
    bool portrait = search->ring->page->portrait;
    struct choice best = {.found = false};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < (portrait ? G_N_ELEMENTS(SHARES) : 1); k++)
            try_order(search, &orders[i], SHARES[k], &best);
    for (int i = 0; i < SCALES; i++)
        needs_free(search->at[i]);
    return best;
}

// ---- settling
// ------------------------------------------------------------------------------------

// The widths at a scale.
static bool widths(const struct ring *ring, struct needs *needs, const struct choice *choice,
                   struct ring_fit *fit)
{
    if (ring->page->portrait)
        return ring_tall_fits(ring, needs, &choice->order, choice->share, fit);
    return ring_wide_grow(ring, needs, &choice->order, fit);
}

static double width_at(const struct ring *ring, const struct ring_fit *fit,
                       const struct order *order, int slot)
{
    return ring->page->portrait ? ring_tall_width(fit, order, slot)
                                : ring_wide_width(fit, order, slot);
}

// All headings within 4 % of the smallest.
static double heading_cap(const struct ring *ring, const struct plan *plan,
                          const struct order *order, const struct ring_fit *fit)
{
    double least = HEADING_MOST;
    for (int i = 0; i < ring->n; i++) {
        struct heading heading =
            heading_fit(plan, &ring->tables[order->table[i]].title, width_at(ring, fit, order, i));
        least = fmin(least, heading.size);
    }
    return fmax(fmin(HEADING_LEAST, 2 * ring->page->min_size), 1.04 * least);
}

static bool settle_at(const struct ring *ring, const struct rung *rung, const struct choice *choice,
                      double s)
{
    struct page *page = ring->page;
    struct ring_fit fit = {.row = ARENA_ARRAY(page->arena, int, (size_t)ring->n)};
    struct plan plan = plan_of(ring, rung, s, HEADING_MOST);
    struct needs *needs = needs_new(&plan, ring->tables, (size_t)ring->n, ring->scratch);
    bool ok = widths(ring, needs, choice, &fit);
    needs_free(needs);
    if (!ok)
        return false;
    plan.heading_cap = heading_cap(ring, &plan, &choice->order, &fit);
    needs = needs_new(&plan, ring->tables, (size_t)ring->n, ring->scratch);
    ok = widths(ring, needs, choice, &fit);
    needs_free(needs);
    struct pack *packs = ARENA_ARRAY(page->arena, struct pack, (size_t)ring->n);
    for (int i = 0; ok && i < ring->n; i++)
        ok = pack_table(&packs[i], &plan, &ring->tables[choice->order.table[i]],
                        width_at(ring, &fit, &choice->order, i), page->arena) &&
             pack_letter(&packs[i], &plan);
    if (!ok)
        return false;
    page->scale = s;
    page->list_mode = rung->list;
    page->full_top = rung->full_top;
    return page->portrait ? ring_tall_place(ring, &choice->order, &fit, packs)
                          : ring_wide_place(ring, &choice->order, &fit, packs);
}

// Lettered lines come out a little different from measured ones: the scale gives way.
static bool settle(const struct ring *ring, const struct rung *rung, const struct choice *choice)
{
    enum { ATTEMPTS = 8 };
    const double AIR = rung->list ? 1 : 0.975;
    double s = fmax(scale_of(rung, choice->scale) * AIR, rung->low);
    for (int i = 0; i < ATTEMPTS && s > 0.5; i++, s -= SCALE_STEP)
        if (settle_at(ring, rung, choice, s))
            return true;
    return false;
}

// ---- the ladder
// ----------------------------------------------------------------------------------

struct candidates {
    struct order orders[RING_VARIANTS * RING_ORDERS];
    size_t n, first[RING_VARIANTS]; // where a variant's orders begin
    size_t variants;
};

struct ladder {
    struct ring *ring;
    struct candidates near; // every table at most one place from where its number puts it
    struct candidates any;
};

static bool try_rung(struct ladder *ladder, struct rung rung, const struct candidates *candidates)
{
    struct search search = {.ring = ladder->ring, .rung = rung};
    search.row = ARENA_ARRAY(ladder->ring->page->arena, int, (size_t)ladder->ring->n);
    struct choice choice = search_rung(&search, candidates->orders, candidates->n);
    return choice.found && settle(ladder->ring, &rung, &choice);
}

static int most_cards(const struct ring *ring)
{
    size_t most = 0;
    for (int i = 0; i < ring->n; i++)
        most = MAX(most, ring->tables[i].n);
    return (int)most;
}

// The least-voted cards stay out: the most a table can show, at least `least`, by halving.
static bool leave_out(struct ladder *ladder, struct rung rung, int least)
{
    // The best order of each variant is enough.
    struct candidates few = {.n = ladder->any.variants};
    for (size_t i = 0; i < ladder->any.variants; i++)
        few.orders[i] = ladder->any.orders[ladder->any.first[i]];
    int low = least, high = most_cards(ladder->ring);
    rung.most = low;
    if (low >= high || !try_rung(ladder, rung, &few))
        return false;
    int standing = low;
    while (high - low > 1) {
        rung.most = (low + high) / 2;
        if (try_rung(ladder, rung, &few))
            standing = low = rung.most;
        else
            high = rung.most;
    }
    rung.most = standing;
    return try_rung(ladder, rung, &few); // what was tried last may not have stood
}

static bool climb_down(struct ladder *ladder)
{
    static const int TOPS[] = {9, 7, 5, 4, 3, 2, 1};
    const struct page *page = ladder->ring->page;
    const struct candidates *near = &ladder->near, *any = &ladder->any;
    double small = page->min_size - 14;
    double full_low = page->portrait ? 0.85 : 0.87; // text has its least size there already
    // Above that many cards no page holds all in full, and trying costs time.
    bool few = page->harvest->ideas_n <= 130;
    struct rung rung = {false, INT_MAX, INT_MAX, full_low + 0.02 * small, 1.5 + 0.05 * small,
                        false};
    // All in full is worth another order of the tables, a few more in full are not.
    if (few && (try_rung(ladder, rung, near) || try_rung(ladder, rung, any)))
        return true;
    rung = (struct rung){true, 0, INT_MAX, 0.9 + 0.008 * small, 1.25 + 0.05 * small, false};
    for (size_t i = 0; i < G_N_ELEMENTS(TOPS); i++) {
        rung.full_top = TOPS[i];
        if (try_rung(ladder, rung, near))
            return true;
    }
    rung = (struct rung){true, 0, INT_MAX, 0.8 + 0.02 * small, 1.1 + 0.05 * small, false};
    if (try_rung(ladder, rung, near) || try_rung(ladder, rung, any))
        return true;
    rung.small_headings = true;
    if (try_rung(ladder, rung, any))
        return true;
    if (ladder->ring->n > RING_TABLES) // the grid shows more
        return false;
    // Those that stay deserve their hierarchy: the first is told in full if many stay.
    enum { TOP = 1, MANY = 12 };
    rung.full_top = TOP;
    if (leave_out(ladder, rung, MANY))
        return true;
    rung.full_top = 0;
    return leave_out(ladder, rung, 0);
}

static void gather(struct ladder *ladder, struct candidates *candidates, int away)
{
    const struct ring *ring = ladder->ring;
    for (int variant = 0; variant < RING_VARIANTS; variant++) {
        struct slots slots;
        if (!ring_slots(ring->n, ring->page->portrait, variant, &slots))
            continue;
        struct order *orders = candidates->orders + candidates->n;
        size_t n = ring_orders(ring->page, slots, away, orders);
        for (size_t i = 0; i < n; i++)
            orders[i].cost += 1.5 * variant;
        candidates->first[candidates->variants++] = candidates->n;
        candidates->n += n;
    }
}

// Height of the scene, at a scale of 1, and width of the middle: less of both for more cards.
static void set_least(struct ring *ring)
{
    const struct page *page = ring->page;
    size_t n = page->harvest->ideas_n;
    ring->scene_least = n <= 24 ? 400 : n <= 60 ? 320 : n <= 120 ? 280 : 260;
    if (page->portrait)
        ring->scene_least = n <= 60 ? 316 : 300;
    else if (page->long_text)
        ring->scene_least = fmin(ring->scene_least, 250);
    ring->centre_least = page->w * (n <= 60 ? 0.42 : 0.344);
}

static void set_rooms(struct page *page)
{
    double small = page->min_size - 14, w = page->w - 2 * page->margin;
    double footer = page->portrait ? 110 + 3 * small : 66 + 1.6 * small;
    double strip = page->portrait ? 300 + 8.3 * small : 216 + 8.3 * small;
    bool meeting = page->harvest->meeting_date != NULL;
    if (page->harvest->agreements_n == 0 && (page->portrait || !meeting))
        strip = 180 + 4 * small + (meeting ? 16 : 0); // the road alone
    else if ((double)page->harvest->agreements_n > (page->portrait ? 77 : 91) / page->min_size)
        strip += (page->portrait && page->harvest->agreements_n > 9 ? 7 : 5) * page->min_size;
    page->footer = (struct box){page->margin, page->h - page->margin - footer, w, footer};
    page->strip = (struct box){page->margin, page->footer.y - 14 - strip, w, strip};
}

static bool arrange(struct page *page, struct err *err)
{
    struct ring ring = {.page = page, .n = (int)page->harvest->tables_n};
    page->islands_n = page->harvest->tables_n;
    page->islands = ARENA_ARRAY(page->arena, struct island, MAX(page->islands_n, 1));
    set_rooms(page);
    set_least(&ring);
    ring.body_top = page->margin;
    ring.body_bottom = page->strip.y - ROOM_GAP - 1;
    ring.tables = pack_tables(page);
    ring.title_h = ARENA_ARRAY(page->arena, double, (size_t)needs_step(page->w) + 2);
    page->scale = 1;
    if (ring.n == 0) {
        double w = page->w - 2 * page->margin, title = ring_title_height(&ring, w);
        double y = page->margin + title + ROOM_GAP;
        page->title = (struct box){page->margin, page->margin, w, title};
        page->scenery = (struct box){page->margin, y, w, ring.body_bottom - y};
        return true;
    }
    ring.scratch = arena_new();
    struct ladder ladder = {.ring = &ring};
    gather(&ladder, &ladder.near, 1);
    gather(&ladder, &ladder.any, ring.n);
    bool ok = climb_down(&ladder) || ring_grid(&ring);
    arena_free(ring.scratch);
    return ok ? true
              : err_set(err, ERR_INPUT,
                        N_("%zu tables do not fit on this page. Choose a larger one."),
                        page->harvest->tables_n);
}

static void draw_setting(struct page *page)
{
    title_draw(page, page->title, true);
    scenery_draw(page, page->scenery);
    strip_draw(page, page->strip);
    footer_draw(page, page->footer);
}

// The ring takes any data.
static double suits(const struct harvest *harvest)
{
    (void)harvest;
    return 0.5;
}

const struct composition composition_ring = {
    .name = "ring",
    .alias = "insel",
    .suits = suits,
    .arrange = arrange,
    .draw_setting = draw_setting,
    .note_island = island_note,
    .draw_ground = island_draw_ground,
};
