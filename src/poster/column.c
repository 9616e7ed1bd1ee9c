// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/column.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "poster/pack.h"
#include "poster/placed_column.h"

#define EVEN 1.03 // the highest column beside the mean: no block moves for less

void columns_measure(struct section *section)
{
    section->h = 0;
    for (int k = 0; k < section->columns; k++) {
        double h = -section->gap_y;
        for (int i = section->start[k]; i < section->start[k + 1]; i++)
            h += section->blocks[section->order[i]].h + section->gap_y;
        section->height[k] = fmax(0, h);
        section->h = fmax(section->h, h);
    }
}

// Blocks by column, in the order of votes within each.
static void order_columns(struct section *section, const int *column)
{
    int n = 0;
    for (int k = 0; k < section->columns; k++) {
        section->start[k] = n;
        for (int i = 0; i < section->n; i++)
            if (column[i] == k)
                section->order[n++] = i;
    }
    section->start[section->columns] = n;
}

static bool is_placed(const struct section *section, int i)
{
    return section->blocks[i].card->placement != NULL;
}

// Blocks that people placed stand in their columns before all others; what they take of each height.
// Where more was put than a column's share, the next one with room has it: nobody's wish makes the
// island so high that the whole picture becomes small.
static void hold_placed(const struct section *section, int *column, double *height)
{
    const double MORE = 1.15; // than its share a column may hold
    double share = 0;
    for (int i = 0; i < section->n; i++)
        share += MORE * (section->blocks[i].h + section->gap_y) / section->columns;
    for (int i = 0; i < section->n; i++) {
        if (!is_placed(section, i))
            continue;
        double h = section->blocks[i].h + section->gap_y;
        int wanted = placed_column_of(section, &section->blocks[i]), best = -1;
        for (int k = 0; k < section->columns; k++)
            if ((height[k] == 0 || height[k] + h <= share) &&
                (best < 0 || abs(k - wanted) < abs(best - wanted)))
                best = k;
        column[i] = best >= 0 ? best : wanted;
        height[column[i]] += h;
    }
}

// List scheduling (R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969): each block, in
// the order of votes, to the lowest column. The tallest first would be evener, but so those with more
// votes than a new card stay where they are. O(n columns); n is what an island holds.
static void spread(const struct section *section, int *column)
{
    double height[SECTION_COLUMNS] = {0};
    hold_placed(section, column, height);
    for (int i = 0; i < section->n; i++) {
        if (is_placed(section, i))
            continue;
        int lowest = 0;
        for (int k = 1; i > 0 && k < section->columns; k++)
            if (height[k] < height[lowest] - 0.05)
                lowest = k;
        column[i] = lowest;
        height[lowest] += section->blocks[i].h + section->gap_y;
    }
}

// Moves a block from `first` on out of the highest column, or swaps it for a lower one of another
// column, where that lowers the highest: O(n^2). False when nothing does, or they are even enough.
static bool improve(const struct section *section, int *column, int first)
{
    double height[SECTION_COLUMNS] = {0};
    for (int i = 0; i < section->n; i++)
        height[column[i]] += section->blocks[i].h + section->gap_y;
    int high = 0;
    for (int k = 1; k < section->columns; k++)
        if (height[k] > height[high])
            high = k;
    double mean = 0;
    for (int k = 0; k < section->columns; k++)
        mean += height[k] / section->columns;
    if (height[high] <= mean * EVEN)
        return false;
    double best = height[high] - 0.5;
    int best_i = -1, best_k = 0, best_swap = -1;
    for (int i = first; i < section->n; i++) {
        if (column[i] != high || is_placed(section, i))
            continue;
        double h = section->blocks[i].h + section->gap_y;
        for (int k = 0; k < section->columns; k++)
            if (k != high && fmax(height[high] - h, height[k] + h) < best) {
                best = fmax(height[high] - h, height[k] + h);
                best_i = i;
                best_k = k;
                best_swap = -1;
            }
        for (int j = first; j < section->n; j++) {
            if (column[j] == high || is_placed(section, j))
                continue;
            double less = h - section->blocks[j].h - section->gap_y;
            double higher = fmax(height[high] - less, height[column[j]] + less);
            if (higher < best) {
                best = higher;
                best_i = i;
                best_k = column[j];
                best_swap = j;
            }
        }
    }
    if (best_i < 0)
        return false;
    column[best_i] = best_k;
    if (best_swap >= 0)
        column[best_swap] = high;
    return true;
}

// Those with the fewest votes move first: they stand at the foot of their columns, so that nothing
// else moves with them.
static void even_out(const struct section *section, int *column)
{
    enum { MOVES_MOST = 40 };
    const int firsts[] = {section->n - 2 * section->columns, section->n / 2, 1};
    if (section->columns < 2)
        return;
    for (size_t k = 0; k < G_N_ELEMENTS(firsts); k++)
        for (int i = 0; i < MOVES_MOST && improve(section, column, MAX(firsts[k], 1)); i++)
            ;
}

// Rows of a list stay in the order of votes: column after column, each filled up to `limit` round the
// rows that people placed, which take `held` of each.
static int fill(const struct section *section, double limit, const double *held, int *column)
{
    int k = 0;
    double height = 0;
    for (int i = 0; i < section->n; i++) {
        double h = section->blocks[i].h;
        if (is_placed(section, i))
            continue;
        double taken = k < section->columns ? held[k] : 0;
        while (height + taken > 0 && height + section->gap_y + h + taken > limit) {
            k++;
            height = 0;
            taken = k < section->columns ? held[k] : 0;
        }
        height += (height > 0 ? section->gap_y : 0) + h;
        if (column != NULL)
            column[i] = MIN(k, section->columns - 1);
    }
    return k + 1;
}

// The least height at which the rows, in their order, fill the columns: by halving, O(n) a step.
static void fill_evenly(const struct section *section, int *column)
{
    double low = 0, high = 0, held[SECTION_COLUMNS] = {0};
    hold_placed(section, column, held);
    for (int i = 0; i < section->n; i++) {
        low = fmax(low, section->blocks[i].h);
        high += section->blocks[i].h + section->gap_y;
    }
    for (int step = 0; step < 12 && high - low > 1; step++) {
        double middle = (low + high) / 2;
        if (fill(section, middle, held, NULL) <= section->columns)
            high = middle;
        else
            low = middle;
    }
    fill(section, high, held, column);
}

void columns_fill(struct section *section, struct arena *arena)
{
    int *column = ARENA_ARRAY(arena, int, (size_t)section->n);
    if (section->list) {
        fill_evenly(section, column);
    } else {
        spread(section, column);
        even_out(section, column);
    }
    order_columns(section, column);
    columns_measure(section);
}
