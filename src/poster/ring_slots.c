// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ring.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "poster/page.h"
#include "poster/placement.h"

static bool tall_slots(int n, int variant, struct slots *slots)
{
    enum { FEW = 4 }; // that may stand below each other, as wide as the page
    if (variant > 2)
        return false;
    int columns = variant < 2 ? 2 : n <= FEW ? 1 : 3;
    if (columns > MAX(n, 2))
        return false;
    slots->left = (n + columns - 1) / columns;
    slots->bottom = columns == 3 ? (n - slots->left + 1) / 2 : 0;
    slots->right = n - slots->left - slots->bottom;
    if (columns == 3)
        slots->upper = n >= 6 ? 1 : 0;
    else if (variant == 0)
        slots->upper = n >= 9 ? 2 : n >= 4 ? 1 : 0;
    return variant != 1 || n >= 4;
}

static bool wide_slots(int n, int variant, struct slots *slots)
{
    static const struct slots FEW[] = {
        {0, 0, 0, 0, false}, {0, 0, 1, 0, false}, {1, 0, 1, 0, false}, {1, 1, 1, 0, false}, {1, 2, 1, 0, false}};
    if (variant == 1 && n <= 2) { // below the scene
        *slots = (struct slots){.bottom = n};
        return true;
    }
    if (n < (int)G_N_ELEMENTS(FEW)) {
        *slots = FEW[n];
    } else { // 2 1 2, 2 2 2, 2 3 2, 3 2 3 and so on
        slots->left = slots->right = (n + 1) / 3;
        slots->bottom = n - 2 * slots->left;
    }
    if (variant == 0)
        return true;
    slots->left++; // a shorter row
    slots->right++;
    slots->bottom -= 2;
    return variant == 1 && slots->bottom >= 0;
}

bool ring_slots(const struct page *page, int n, int variant, struct slots *slots)
{
    const double BANNER = 2;  // times as wide as high
    const double SLENDER = 2.2; // times as high as wide: one below the other first
    *slots = (struct slots){0};
    if (page->portrait)
        return tall_slots(n, page->h > SLENDER * page->w && variant < 3 ? (variant + 2) % 3 : variant,
                          slots);
    if (page->w < BANNER * page->h || n < 2)
        return wide_slots(n, variant, slots);
    if (variant > 0)
        return wide_slots(n, variant - 1, slots);
    *slots = (struct slots){.left = (n + 1) / 2, .right = n / 2, .across = true};
    return true;
}

#define HOME 2.0 // what leaving the order that cards do not change costs

struct chooser {
    const struct harvest *harvest;
    bool portrait;
    struct slots slots;
    int n;
    struct point *slot; // where each is, in shares of the page
    double *reading, mean;
    double numbers; // what a table away from its number's place costs
    int away;       // how many places it may be
    int *base;      // table by slot: those that people placed, the others in the order of numbers
    bool *held;     // slots of the former
    int *turn;      // the slot of each table in `base`
    int *home;      // the order that no card changes, or NULL while it is looked for
    struct order *orders;
    size_t orders_n;
};

static void place_slots(struct chooser *c)
{
    int left = c->slots.left, bottom = c->slots.bottom, right = c->slots.right;
    for (int i = 0; c->slots.across && i < c->n; i++)
        c->slot[i] = (struct point){(i + 0.5) / c->n, 0.5};
    if (c->slots.across)
        return;
    double aside = !c->portrait ? 0.11 : bottom > 0 ? 1.0 / 6 : 0.25;
    for (int i = 0; i < left; i++)
        c->slot[i] = (struct point){aside, (i + 0.5) / left};
    for (int i = 0; i < bottom; i++)
        c->slot[left + i] = c->portrait ? (struct point){0.5, (i + 0.5) / bottom}
                                        : (struct point){0.25 + 0.5 * (i + 0.5) / bottom, 0.86};
    for (int i = 0; i < right; i++)
        c->slot[left + bottom + i] = (struct point){1 - aside, 1 - (i + 0.5) / right};
}

static double mean_reading(const struct chooser *c, const int *table, int from, int n)
{
    double sum = 0;
    for (int i = from; i < from + n; i++)
        sum += c->reading[table[i]];
    return n > 0 ? sum / n / c->mean : 0;
}

// Related tables near each other, numbers in order: what cards do not change. ART.md 8.
static double standing_cost(const struct chooser *c, const int *table)
{
    double cost = 0;
    for (size_t r = 0; r < c->harvest->relations_n; r++) {
        const struct harvest_relation *relation = &c->harvest->relations[r];
        int a = -1, b = -1;
        for (int i = 0; i < c->n; i++) {
            if (c->harvest->tables[table[i]].number == relation->a)
                a = i;
            if (c->harvest->tables[table[i]].number == relation->b)
                b = i;
        }
        if (a >= 0 && b >= 0)
            cost += (c->portrait ? 3 : 4) *
                    hypot(c->slot[a].x - c->slot[b].x,
                          (c->portrait ? 1.4 : 0.75) * (c->slot[a].y - c->slot[b].y));
    }
    for (int i = 0; i < c->n; i++)
        cost += c->numbers * abs(c->turn[table[i]] - i);
    return cost;
}

// Columns evenly filled too (ART-2 D); and one card more must not reshuffle the page: the order that
// stands without any cards gives way only to one that is clearly better.
static double cost_of(const struct chooser *c, const int *table)
{
    int left = c->slots.left, bottom = c->slots.bottom;
    double cost = standing_cost(c, table);
    if (c->home == NULL)
        return cost;
    if (memcmp(table, c->home, (size_t)c->n * sizeof *table) == 0)
        cost -= HOME;
    double on_left = mean_reading(c, table, 0, left);
    double on_right = mean_reading(c, table, left + bottom, c->slots.right);
    double below = mean_reading(c, table, left, bottom);
    double uneven = on_left - on_right, low = below - (on_left + on_right) / 2;
    if (c->portrait)
        return cost + 4 * uneven * uneven;
    return cost + 9 * (uneven * uneven + (bottom > 0 && left > 0 ? 0.6 * low * low : 0));
}

static void keep(struct chooser *c, const int *table)
{
    for (int i = 0; i < c->n; i++)
        if (abs(c->turn[table[i]] - i) > c->away || (c->held[i] && table[i] != c->base[i]))
            return;
    double cost = cost_of(c, table);
    if (c->orders_n == RING_ORDERS && cost >= c->orders[RING_ORDERS - 1].cost)
        return;
    for (size_t i = 0; i < c->orders_n; i++)
        if (memcmp(c->orders[i].table, table, (size_t)c->n * sizeof *table) == 0)
            return;
    size_t at = MIN(c->orders_n, (size_t)RING_ORDERS - 1);
    int *room = c->orders[at].table; // of the worst, which drops out
    for (; at > 0 && c->orders[at - 1].cost > cost; at--)
        c->orders[at] = c->orders[at - 1];
    c->orders[at] = (struct order){.slots = c->slots, .table = room, .cost = cost};
    memcpy(room, table, (size_t)c->n * sizeof *table);
    c->orders_n = MIN(c->orders_n + 1, (size_t)RING_ORDERS);
}

static void swap(int *table, int a, int b)
{
    int was = table[a];
    table[a] = table[b];
    table[b] = was;
}

// All orders (B. R. Heap, "Permutations by Interchanges", 1963).
static void permute(struct chooser *c, int *table, int n)
{
    if (n <= 1) {
        keep(c, table);
        return;
    }
    for (int i = 0; i < n; i++) {
        permute(c, table, n - 1);
        if (i + 1 < n)
            swap(table, n % 2 == 0 ? i : 0, n - 1);
    }
}

// Too many tables to try all orders: from the order of numbers, the best swap as long as one helps.
static void descend(struct chooser *c, int *table)
{
    keep(c, table);
    for (int round = 0; round < 12; round++) {
        double best = cost_of(c, table) - 1e-9;
        int best_a = -1, best_b = -1;
        for (int a = 0; a < c->n; a++)
            for (int b = a + 1; b < c->n; b++) {
                if (c->held[a] || c->held[b])
                    continue;
                swap(table, a, b);
                keep(c, table);
                double cost = cost_of(c, table);
                swap(table, a, b);
                if (cost < best) {
                    best = cost;
                    best_a = a;
                    best_b = b;
                }
            }
        if (best_a < 0)
            return;
        swap(table, best_a, best_b);
    }
}

static void choose(struct chooser *c, int *table)
{
    enum { ALL_UP_TO = 7 };
    if (c->n <= ALL_UP_TO)
        permute(c, table, c->n);
    else
        descend(c, table);
}

size_t ring_orders(struct page *page, struct slots slots, int away,
                   struct order orders[RING_ORDERS])
{
    const struct harvest *harvest = page->harvest;
    size_t n = harvest->tables_n;
    struct chooser c = {
        .harvest = harvest,
        .portrait = page->portrait,
        .slots = slots,
        .n = (int)n,
        .slot = ARENA_ARRAY(page->arena, struct point, n),
        .reading = ARENA_ARRAY(page->arena, double, n),
        .numbers = page->portrait    ? 1
                   : page->long_text ? 2.6
                                     : 0.3,
        .away = away,
        .orders = orders,
    };
    int *table = ARENA_ARRAY(page->arena, int, n);
    c.base = ARENA_ARRAY(page->arena, int, n);
    c.turn = ARENA_ARRAY(page->arena, int, n);
    c.held = ARENA_ARRAY(page->arena, bool, n);
    placement_order(page, c.base, c.held);
    memcpy(table, c.base, n * sizeof *table);
    for (size_t i = 0; i < n; i++) {
        c.turn[c.base[i]] = (int)i;
        c.reading[i] = page_reading(&harvest->tables[i]);
        c.mean += c.reading[i] / (double)n;
    }
    c.mean = fmax(c.mean, 1);
    for (int i = 0; i < RING_ORDERS; i++)
        orders[i].table = ARENA_ARRAY(page->arena, int, n);
    place_slots(&c);
    choose(&c, table);
    c.home = ARENA_ARRAY(page->arena, int, n);
    memcpy(c.home, orders[0].table, n * sizeof *table);
    c.orders_n = 0;
    memcpy(table, c.base, n * sizeof *table);
    choose(&c, table);
    return c.orders_n;
}
