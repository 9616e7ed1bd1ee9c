// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A column is cut into stretches by its placed blocks. From the top down each of those takes,
// before itself, the free blocks that let it come nearest to where it was put, and of equals those
// that leave least white above it; the rest follow below. Heights never change, so whatever people
// do the column fits: a place that cannot be had is the nearest that can.
//
//      +-------+ 0
//      | free  |
//      | free  |  <- chosen so that the placed one can stand where it was put
//      |#######|  placed: between `lowest` (all free ones pushed up) and `highest`
//      | free  |     (everything after it pushed down)
//      +-------+ room
#include "poster/placed_column.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "poster/pack.h"

#define TRIED_ALL 10 // of so many free blocks every choice is tried, of more the first few
#define NEAR 0.5     // art units: nearer is as near

struct column {
    const struct section *section;
    const int *free; // blocks nobody placed, in the order of votes, those set already left out
    int free_n;
    const int *placed; // from top to bottom
    int placed_n;
    double room;
    int *order;
    double *tops;
    int n;      // set so far
    double end; // of what was set, with the gap below it
};

static const struct block *block_of(const struct column *column, int i)
{
    return &column->section->blocks[i];
}

static double step_of(const struct column *column, int i)
{
    return block_of(column, i)->h + column->section->gap_y;
}

int placed_column_of(const struct section *section, const struct block *block)
{
    int column = (int)(block->card->placement->x * section->columns);
    return CLAMP(column, 0, section->columns - 1);
}

static double steps_of(const struct column *column, const int *blocks, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += step_of(column, blocks[i]);
    return sum;
}

// Free blocks from `end` on down to `to`, the white between them spread as far as gaps may grow.
static void set_stretch(struct column *column, const int *blocks, int n, double to)
{
    double gap = column->section->gap_y;
    double spare = fmax(0, to - column->end - steps_of(column, blocks, n));
    double more = fmin(spare / (n + 1), gap * PACK_STRETCH), y = column->end;
    y += column->n > 0 ? more : fmin(more, gap * 0.6);
    for (int i = 0; i < n; i++) {
        column->order[column->n] = blocks[i];
        column->tops[column->n++] = y;
        y += step_of(column, blocks[i]) + more;
    }
}

struct choice {
    unsigned before; // bits of `free`; or as many of the first as it says
    double top;
    double away, white; // from where it was put; above it
};

static bool is_better(const struct choice *a, const struct choice *b)
{
    if (fabs(a->away - b->away) > NEAR)
        return a->away < b->away;
    return a->white < b->white - NEAR;
}

// Where the placed block `i` comes to stand with `before` of height above it.
static struct choice try_before(const struct column *column, int i, unsigned bits, double before)
{
    const struct block *block = block_of(column, column->placed[i]);
    double after = steps_of(column, column->free, column->free_n) - before +
                   steps_of(column, column->placed + i + 1, column->placed_n - i - 1);
    double lowest = column->end + before, highest = fmax(lowest, column->room - after - block->h);
    double wanted = block->card->placement->y * column->room - block->h / 2;
    double top = fmin(fmax(wanted, lowest), highest);
    return (struct choice){bits, top, fabs(top - wanted), top - lowest};
}

static struct choice choose_before(const struct column *column, int i)
{
    bool all = column->free_n <= TRIED_ALL;
    struct choice best = try_before(column, i, 0, 0);
    unsigned n = all ? 1u << column->free_n : (unsigned)column->free_n + 1;
    for (unsigned bits = 1; bits < n; bits++) {
        double before = 0;
        for (int k = 0; k < column->free_n; k++)
            if (all ? bits >> k & 1 : k < (int)bits)
                before += step_of(column, column->free[k]);
        struct choice choice = try_before(column, i, bits, before);
        if (is_better(&choice, &best))
            best = choice;
    }
    return best;
}

// Sets placed block `i` and what stands before it; `left` gets the free blocks that are left.
static void set_placed(struct column *column, int i, int *taken, int *left)
{
    struct choice choice = choose_before(column, i);
    bool all = column->free_n <= TRIED_ALL;
    int taken_n = 0, left_n = 0;
    for (int k = 0; k < column->free_n; k++) {
        if (all ? choice.before >> k & 1 : k < (int)choice.before)
            taken[taken_n++] = column->free[k];
        else
            left[left_n++] = column->free[k];
    }
    set_stretch(column, taken, taken_n, choice.top);
    column->order[column->n] = column->placed[i];
    column->tops[column->n++] = choice.top;
    column->end = choice.top + step_of(column, column->placed[i]);
    column->free = left;
    column->free_n = left_n;
}

static void sort_by_height(const struct section *section, int *placed, int n)
{
    for (int i = 1; i < n; i++)
        for (int k = i; k > 0 && section->blocks[placed[k]].card->placement->y <
                                     section->blocks[placed[k - 1]].card->placement->y;
             k--) {
            int swap = placed[k];
            placed[k] = placed[k - 1];
            placed[k - 1] = swap;
        }
}

const double *placed_column_arrange(const struct section *section, int k, double room,
                                    struct arena *arena)
{
    int n = section->start[k + 1] - section->start[k];
    int *all = section->order + section->start[k], placed_n = 0;
    for (int i = 0; i < n; i++)
        placed_n += section->blocks[all[i]].card->placement != NULL;
    if (placed_n == 0)
        return NULL;
    // Two lists of free blocks, by turns what is left and what is read.
    int *room_for = ARENA_ARRAY(arena, int, (size_t)n * 4);
    int *placed = room_for, *taken = room_for + n, *left[] = {room_for + 2 * n, room_for + 3 * n};
    int free_n = 0;
    placed_n = 0;
    for (int rank = 0; rank < section->n; rank++) // whatever order they were in
        for (int i = 0; i < n; i++)
            if (all[i] == rank && section->blocks[rank].card->placement != NULL)
                placed[placed_n++] = rank;
            else if (all[i] == rank)
                left[0][free_n++] = rank;
    sort_by_height(section, placed, placed_n);
    struct column column = {
        .section = section,
        .free = left[0],
        .free_n = free_n,
        .placed = placed,
        .placed_n = placed_n,
        .room = room,
        .order = all,
        .tops = ARENA_ARRAY(arena, double, (size_t)n),
    };
    for (int i = 0; i < placed_n; i++)
        set_placed(&column, i, taken, left[(i + 1) % 2]);
    set_stretch(&column, column.free, column.free_n, room + section->gap_y);
    return column.tops;
}
