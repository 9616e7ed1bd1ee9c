// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/needs.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"

struct needs *needs_new(const struct plan *plan, struct table_cards *tables, size_t n,
                        struct arena *scratch)
{
    struct needs *needs = g_new0(struct needs, 1);
    needs->plan = *plan;
    needs->tables = tables;
    needs->n = n;
    needs->steps = MAX(0, needs_step(plan->page->w - 2 * plan->page->margin)) + 1;
    needs->of = g_new0(struct need, n * (size_t)needs->steps);
    needs->scratch = scratch;
    return needs;
}

void needs_free(struct needs *needs)
{
    if (needs == NULL)
        return;
    g_free(needs->of);
    g_free(needs);
}

double needs_width(int step)
{
    return NEEDS_LEAST + step * NEEDS_STEP;
}

int needs_step(double width)
{
    return width < NEEDS_LEAST ? -1 : (int)((width - NEEDS_LEAST) / NEEDS_STEP + 1e-6);
}

static const struct need *need_of(struct needs *needs, int table, int step)
{
    static const struct need NEVER = {-1, -1};
    if (step < 0 || step >= needs->steps)
        return &NEVER;
    struct need *need = &needs->of[table * needs->steps + step];
    if (need->h == 0) {
        struct pack pack;
        bool fits = pack_table(&pack, &needs->plan, &needs->tables[table], needs_width(step),
                               needs->scratch);
        // Where the island is wide already, a long title may be small.
        fits = fits && (needs_width(step) >= 0.24 * needs->plan.page->w ||
                        pack.heading.size >= pack.heading.nominal * needs->plan.heading_least);
        *need = fits ? (struct need){(float)pack.h, (float)pack.cost} : NEVER;
        arena_reset(needs->scratch);
    }
    return need;
}

double needs_height(struct needs *needs, int table, int step)
{
    const struct need *need = need_of(needs, table, step);
    return need->h < 0 ? INFINITY : (double)need->h;
}

double needs_cost(struct needs *needs, int table, int step)
{
    const struct need *need = need_of(needs, table, step);
    return need->h < 0 ? INFINITY : (double)need->cost;
}

static double stack_cost(struct needs *needs, const int *tables, int n, double gap, int step)
{
    double sum = gap * (n - 1);
    for (int i = 0; i < n; i++)
        sum += needs_cost(needs, tables[i], step);
    return sum;
}

// Heights do not fall evenly as widths grow: the search halves the range, and what it returns was
// measured itself.
int needs_stack(struct needs *needs, const int *tables, int n, double gap, double height, int most)
{
    int low = -1, high = MIN(most, needs->steps - 1);
    if (high < 0 || stack_cost(needs, tables, n, gap, high) > height)
        return -1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (stack_cost(needs, tables, n, gap, middle) <= height)
            high = middle;
        else
            low = middle;
    }
    return high;
}

// The sum of the narrowest widths at which each needs `height` at most; INFINITY: one does not.
static double row_width(struct needs *needs, const int *tables, int n, double gap, double height,
                        int most, int *widths)
{
    double sum = gap * (n - 1);
    for (int i = 0; i < n; i++) {
        widths[i] = needs_stack(needs, &tables[i], 1, 0, height, most);
        if (widths[i] < 0)
            return INFINITY;
        sum += needs_width(widths[i]);
    }
    return sum;
}

double needs_row(struct needs *needs, const int *tables, int n, double gap, double width,
                 double height, int *widths)
{
    int most = needs_step(width);
    double low = 60, high = height;
    if (row_width(needs, tables, n, gap, high, most, widths) > width)
        return -1;
    while (high - low > 8) {
        double middle = (low + high) / 2;
        if (row_width(needs, tables, n, gap, middle, most, widths) <= width)
            high = middle;
        else
            low = middle;
    }
    row_width(needs, tables, n, gap, high, most, widths);
    return high;
}
