// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ring.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "poster/composition.h"
#include "poster/form.h"
#include "poster/furniture.h"
#include "poster/ladder.h"

// What leaving the usual slots costs: a page must not change its structure for one card more.
#define VARIANT_COST 4.0
#define ROOM_GAP 15.0 // between islands, road and footer

// What a candidate of the ring is.
struct detail {
    struct order order;
    double share; // portrait: of the left column
};

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

// ---- what the ladder asks ------------------------------------------------------------------------

static bool fits(void *context, const struct candidate *candidate, struct needs *needs)
{
    struct ring *ring = context;
    const struct detail *detail = candidate->detail;
    if (detail->order.slots.across)
        return ring_across_fits(ring, needs, &detail->order, &ring->fit);
    return ring->page->portrait
               ? ring_tall_fits(ring, needs, &detail->order, detail->share, &ring->fit)
               : ring_wide_fits(ring, needs, &detail->order, (struct growth){1, 1}, &ring->fit);
}

static bool widen(void *context, const struct candidate *candidate, struct needs *needs,
                  double *widths)
{
    struct ring *ring = context;
    const struct detail *detail = candidate->detail;
    bool portrait = ring->page->portrait;
    if (detail->order.slots.across) {
        bool ok = ring_across_grow(ring, needs, &detail->order, &ring->fit);
        for (int i = 0; ok && i < ring->n; i++)
            widths[i] = ring_across_width(&ring->fit, i);
        return ok;
    }
    if (portrait ? !ring_tall_fits(ring, needs, &detail->order, detail->share, &ring->fit)
                 : !ring_wide_grow(ring, needs, &detail->order, &ring->fit))
        return false;
    for (int i = 0; i < ring->n; i++)
        widths[i] = portrait ? ring_tall_width(&ring->fit, &detail->order, i)
                             : ring_wide_width(&ring->fit, &detail->order, i);
    return true;
}

static bool place(void *context, const struct candidate *candidate, struct pack *packs)
{
    struct ring *ring = context;
    const struct detail *detail = candidate->detail;
    if (detail->order.slots.across)
        return ring_across_place(ring, &detail->order, &ring->fit, packs);
    return ring->page->portrait ? ring_tall_place(ring, &detail->order, &ring->fit, packs)
                                : ring_wide_place(ring, &detail->order, &ring->fit, packs);
}

// ---- the candidates ------------------------------------------------------------------------------

// Of an upright page's left column, beside what there is to read asks for.
static const double SHARES[] = {0, -0.02, 0.02, -0.04, 0.04};
#define SHARE_COST 30.0 // a page's width: one card more must not move the middle

// What moves smoothly when a card is added.
static double share_of(const struct ring *ring, const struct order *order)
{
    const double SIDE = 0.26, MOST = 0.05;
    double left = 0, right = 0;
    for (int i = 0; i < ring->n; i++)
        *(i < order->slots.left ? &left : &right) +=
            page_reading(&ring->page->harvest->tables[order->table[i]]);
    return 0.5 + CLAMP(SIDE * (left - right) / (left + right + PAGE_SETTLED), -MOST, MOST);
}

// The ways of one variant in which no table is more than `away` places from where its number puts it.
// Appends them to `all`, those of the best order to `few` too.
static void gather_variant(const struct ring *ring, struct slots slots, int variant, int away,
                           GArray *all, GArray *few)
{
    struct page *page = ring->page;
    struct order orders[RING_ORDERS];
    size_t n = ring_orders(page, slots, away, orders);
    bool two = page->portrait && slots.bottom == 0;
    size_t shares = two ? G_N_ELEMENTS(SHARES) : 1;
    for (size_t i = 0; i < n; i++) {
        double share = two ? share_of(ring, &orders[i]) : 0.5;
        for (size_t k = 0; k < shares; k++) {
            struct detail *detail = ARENA_NEW(page->arena, struct detail);
            *detail = (struct detail){orders[i], share + SHARES[k]};
            double cost = orders[i].cost + VARIANT_COST * variant + fabs(SHARES[k]) * SHARE_COST;
            struct candidate candidate = {orders[i].table, cost, detail};
            g_array_append_val(all, candidate);
            if (i == 0)
                g_array_append_val(few, candidate);
        }
    }
}

// Into the arena; frees `array`.
static struct candidates keep(struct arena *arena, GArray *array)
{
    struct candidate *of = ARENA_ARRAY(arena, struct candidate, MAX(array->len, 1));
    struct candidates candidates = {of, array->len};
    for (guint i = 0; i < array->len; i++)
        of[i] = g_array_index(array, struct candidate, i);
    g_array_free(array, TRUE);
    return candidates;
}

// Of `variants`, the usual one first.
static struct candidates gather(const struct ring *ring, int away, int variants,
                                struct candidates *few)
{
    struct arena *arena = ring->page->arena;
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct candidate));
    GArray *best = g_array_new(FALSE, FALSE, sizeof(struct candidate));
    for (int variant = 0; variant < variants; variant++) {
        struct slots slots;
        if (ring_slots(ring->page, ring->n, variant, &slots))
            gather_variant(ring, slots, variant, away, all, best);
    }
    *few = keep(arena, best);
    return keep(arena, all);
}

// ---- rooms ---------------------------------------------------------------------------------------

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

static bool arrange(struct page *page, struct err *err)
{
    struct ring ring = {.page = page, .n = (int)page->harvest->tables_n};
    page->islands_n = page->harvest->tables_n;
    page->islands = ARENA_ARRAY(page->arena, struct island, MAX(page->islands_n, 1));
    furniture_set_rooms(page);
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
    ring.fit.row = ARENA_ARRAY(page->arena, int, (size_t)ring.n);
    struct ladder ladder;
    ladder_init(&ladder, page, ring.tables);
    ladder.scratch = ring.scratch;
    ladder.context = &ring;
    ladder.fits = fits;
    ladder.widen = widen;
    ladder.place = place;
    bool few = page->portrait && page->large > 1; // room to choose from
    ladder.near = gather(&ring, 1, few ? RING_VARIANTS : 1, &ladder.few);
    ladder.any = gather(&ring, ring.n, RING_VARIANTS, &ladder.few); // the best order of each variant
    ladder.leaves_out = ring.n <= RING_TABLES; // of more, the grid shows more
    bool ok = ladder_climb_down(&ladder) || ring_grid(&ring);
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

static const struct island_form *const FORMS[] = {&form_board, &form_land,  &form_bubble,
                                                  &form_cloud, &form_paper, &form_blob};

const struct composition composition_ring = {
    .name = "ring",
    .aliases = {"insel"},
    .forms = FORMS,
    .forms_n = G_N_ELEMENTS(FORMS),
    .suits = suits,
    .arrange = arrange,
    .draw_setting = draw_setting,
    .note_island = island_note,
    .draw_ground = island_draw_ground,
};
