// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How branches run: up from the trunk to a crown's inner corner and on below it, so that the crown
// lies on its branch; to the lowest crowns, which nearly touch the ground, from the side, with
// twigs that reach round them like fingers.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "poster/tree.h"

#define THICK 44.0 // at the trunk
#define THIN 22.0  // where the crown begins
#define TIP 8.0
#define RISE 132.0 // from the trunk to the crown
#define LOW 215.0  // crowns that end nearer to the hill are reached from the side
#define UNDER 0.66 // of a crown's width lies on its branch
#define BELOW_TITLE 30.0

static struct branch *add_branch(struct branches *branches, int side, double w0, double w1)
{
    if (branches->n == branches->room)
        return NULL;
    struct branch *branch = &branches->branch[branches->n++];
    *branch = (struct branch){.w0 = w0, .w1 = w1, .side = side};
    line_init(&branch->middle);
    return branch;
}

// The uppermost crown on the same side that stands below this one.
static const struct island *next_below(const struct tree *tree, const struct island *island)
{
    const struct page *page = tree->page;
    const struct island *next = NULL;
    int side = tree_side(tree, island);
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct island *other = &page->islands[i];
        if (other == island || tree_side(tree, other) != side ||
            other->box.y + other->box.h * 0.5 < island->box.y + island->box.h)
            continue;
        if (next == NULL || other->box.y < next->box.y)
            next = other;
    }
    return next;
}

// How far in the crowns reach that stand beside `island`, nearer to the trunk, and end where it does.
static double reach_beside(const struct tree *tree, const struct island *island, double inner)
{
    const struct page *page = tree->page;
    int side = tree_side(tree, island);
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct island *other = &page->islands[i];
        double end = side < 0 ? other->box.x + other->box.w : other->box.x;
        bool beside = other != island && tree_side(tree, other) == side &&
                      other->box.y < island->box.y + island->box.h &&
                      other->box.y + other->box.h > island->box.y;
        if (beside && (end - inner) * side < 0)
            inner = end;
    }
    return inner;
}

static double foot_of(const struct island *island)
{
    struct box box = line_box(&island->outline);
    return box.y + box.h;
}

static double start_y(const struct tree *tree, double end)
{
    double least = tree->crotch + 46 * tree->k, most = tree->plateau - 150 * tree->k;
    return fmax(least, fmin(most, end + RISE * tree->k));
}

// The part outside the crown: from the trunk towards `corner`, past crowns that reach further in.
static void add_way(const struct tree *tree, struct line *middle, int side, double edge,
                    struct point corner)
{
    double k = tree->k, start = start_y(tree, corner.y), reach = fabs(edge - tree->axis);
    line_add(middle, tree->axis + side * 16 * k, start);
    if (reach > 90 * k)
        line_add(middle, tree->axis + side * fmin(112 * k, reach * 0.4),
                 start - fmin(52 * k, fmax(6, (start - corner.y) * 0.45)));
    if (reach > 240 * k)
        line_add(middle, edge - side * fmin(74 * k, reach * 0.24),
                 corner.y + fmin(26 * k, fmax(3, (start - corner.y) * 0.22)));
}

// Below a crown: the crown lies on it.
static void carry(const struct tree *tree, struct branches *branches, const struct island *island,
                  const struct island *next, int side)
{
    double k = tree->k, foot = foot_of(island);
    double room = next != NULL ? next->box.y - foot : 60;
    double thin = fmin(THIN * k, fmax(7, room * 0.5));
    struct branch *branch = add_branch(branches, side, THICK * k, fmin(TIP, thin * 0.6));
    if (branch == NULL)
        return;
    struct box box = line_box(&island->outline);
    double inner = side < 0 ? box.x + box.w : box.x, edge = inner;
    edge = reach_beside(tree, island, inner);
    if (next != NULL) { // a crown below that reaches further in
        struct box below = next->box;
        edge = side < 0 ? fmax(edge, below.x + below.w) : fmin(edge, below.x);
    }
    double y = foot + thin * 0.32;
    struct box title = tree->page->title;
    double least = title.y + title.h + BELOW_TITLE * fmin(1, k);
    if (y < least) { // under the title, then up beside it
        double beside = side < 0 ? title.x - 12 : title.x + title.w + 12;
        beside = side < 0 ? fmax(beside, inner + 8) : fmin(beside, inner - 8);
        add_way(tree, &branch->middle, side, beside, (struct point){beside, least});
        line_add(&branch->middle, beside, least - 4);
        line_add(&branch->middle, inner + side * 4, fmin(least - 14, y + 12));
    } else {
        add_way(tree, &branch->middle, side, edge, (struct point){edge, y});
    }
    static const double AT[] = {0.07, 0.2, 0.36, 0.52, UNDER};
    for (size_t i = 0; i < G_N_ELEMENTS(AT); i++) {
        double x = inner + side * AT[i] * box.w;
        double under = fmax(tree_lower_edge(island, x), foot - 16);
        line_add(&branch->middle, x, under + thin * 0.3 * (1 - AT[i]));
    }
    line_smooth(&branch->middle, false, 10);
}

// From the side, with two twigs.
static void hold(const struct tree *tree, struct branches *branches, const struct island *island,
                 int side)
{
    double k = tree->k;
    struct box box = line_box(&island->outline);
    double top = box.y + fmax(30, box.h * 0.3), y = box.y + box.h * 0.55;
    y = fmax(top, fmin(y, tree->plateau - 250 * k));
    y = fmin(y, box.y + box.h - 30);
    double edge = tree_inner_edge(tree, island, y);
    struct branch *branch = add_branch(branches, side, THICK * k, THIN * 0.8 * k);
    if (branch == NULL)
        return;
    add_way(tree, &branch->middle, side, edge, (struct point){edge, y});
    line_add(&branch->middle, edge, y);
    line_add(&branch->middle, edge + side * 34, y - 2);
    line_smooth(&branch->middle, false, 10);
    size_t main = branches->n - 1;
    static const struct {
        double from, off, width; // share of the branch, where it ends, thickness
    } TWIGS[] = {{0.5, -78, 19}, {0.62, 70, 16}};
    for (size_t i = 0; i < G_N_ELEMENTS(TWIGS); i++) {
        double end = y + TWIGS[i].off * k;
        if (end < top || end > box.y + box.h - 24 || end > tree->plateau - 120 * k)
            continue;
        struct branch *twig = add_branch(branches, side, TWIGS[i].width * k, 7);
        if (twig == NULL)
            return;
        twig->twig = true;
        struct line dots;
        line_init(&dots);
        line_append(&dots, &branches->branch[main].middle);
        line_resample(&dots, 6);
        struct point from = dots.p[(size_t)((double)(dots.n - 1) * TWIGS[i].from)];
        line_clear(&dots);
        double there = tree_inner_edge(tree, island, end);
        line_add(&twig->middle, from.x, from.y);
        line_add(&twig->middle, from.x + (there - from.x) * 0.55, from.y + (end - from.y) * 0.5);
        line_add(&twig->middle, there, end);
        line_add(&twig->middle, there + side * 26, end + (i == 0 ? -8 : 8));
        line_smooth(&twig->middle, false, 10);
    }
}

// Where no table is: branches into the open.
static void spread(const struct tree *tree, struct branches *branches, int side)
{
    static const struct {
        double y, reach, rise;
    } OPEN[] = {{0.22, 0.9, 0.1}, {0.5, 1, 0.14}, {0.72, 0.7, 0.1}};
    double h = tree->plateau - tree->crotch, k = tree->k;
    double half = fmin(side < 0 ? tree->axis - tree->corridor.x
                                : tree->corridor.x + tree->corridor.w - tree->axis,
                       620);
    for (size_t i = 0; i < G_N_ELEMENTS(OPEN); i++) {
        double start = start_y(tree, tree->crotch + h * (OPEN[i].y - 0.1));
        double end = fmax(start - h * OPEN[i].rise - 40 * k, tree->crotch + 20);
        double reach = (half - 50) * OPEN[i].reach;
        if (reach < 60)
            return;
        struct branch *branch = add_branch(branches, side, (THICK - 6 * (double)i) * k, 7);
        if (branch == NULL)
            return;
        branch->open = true;
        line_add(&branch->middle, tree->axis + side * 16 * k, start);
        line_add(&branch->middle, tree->axis + side * reach * 0.34, start - (start - end) * 0.34);
        line_add(&branch->middle, tree->axis + side * reach * 0.72, end + (start - end) * 0.26);
        line_add(&branch->middle, tree->axis + side * reach, end);
        line_smooth(&branch->middle, false, 10);
    }
}

// ---- sprouts
// -------------------------------------------------------------------------------------

static bool is_open(const struct tree *tree, const struct branches *branches, size_t of,
                    struct box box)
{
    if (!tree_is_free(tree, box) || box.y < tree->corridor.y)
        return false;
    for (size_t b = 0; b < branches->n; b++)
        for (size_t i = 0; b != of && i < branches->branch[b].middle.n; i++)
            if (box_contains(box_grow(box, 20), branches->branch[b].middle.p[i]))
                return false;
    return true;
}

// A twig upwards from where share `t` of the branch `of` is, if it has room there.
static void sprout(const struct tree *tree, struct branches *branches, size_t of, double t,
                   double length)
{
    struct line dots;
    line_init(&dots);
    line_append(&dots, &branches->branch[of].middle);
    line_resample(&dots, 6);
    size_t at = (size_t)((double)(dots.n - 1) * t);
    struct point from = dots.p[at], next = dots.p[MIN(at + 2, dots.n - 1)];
    line_clear(&dots);
    int side = branches->branch[of].side;
    double along = atan2(next.y - from.y, next.x - from.x), turn = along - side * 0.75;
    struct point tip = {from.x + cos(turn) * length, from.y + sin(turn) * length};
    struct point middle = {from.x + cos(turn + side * 0.2) * length * 0.55,
                           from.y + sin(turn + side * 0.2) * length * 0.55};
    struct box box = {fmin(middle.x, tip.x) - 22, tip.y - 26, fabs(tip.x - middle.x) + 44,
                      fabs(tip.y - middle.y) + 26};
    if (!is_open(tree, branches, of, box))
        return;
    struct branch *twig = add_branch(branches, side, 15 * tree->k, 5);
    if (twig == NULL)
        return;
    twig->twig = true;
    line_add(&twig->middle, from.x, from.y);
    line_add(&twig->middle, middle.x, middle.y);
    line_add(&twig->middle, tip.x, tip.y);
    line_smooth(&twig->middle, false, 10);
}

// Long ways through the open carry twigs.
static void add_sprouts(const struct tree *tree, struct branches *branches)
{
    size_t n = branches->n;
    for (size_t b = 0; b < n; b++) {
        const struct branch *branch = &branches->branch[b];
        const struct line *middle = &branch->middle;
        if (branch->twig)
            continue;
        double inner = branch->side < 0 ? tree->corridor.x : tree->corridor.x + tree->corridor.w;
        double length = line_length(middle), out = 0; // until it leaves the corridor
        for (size_t i = 1; i < middle->n; i++)
            if ((middle->p[i].x - inner) * branch->side < 0 || branch->open)
                out +=
                    hypot(middle->p[i].x - middle->p[i - 1].x, middle->p[i].y - middle->p[i - 1].y);
        double share = out / length;
        double size = fmin(165, out * 0.33);
        if (out > 200 * tree->k)
            sprout(tree, branches, b, share * 0.56, size);
        if (out > 340 * tree->k)
            sprout(tree, branches, b, share * 0.8, size * 0.8);
    }
}

// The top of a trunk without plaques.
static void add_top(const struct tree *tree, struct branches *branches)
{
    static const struct {
        double x, y;
    } TOP[] = {{-0.9, -0.62}, {0.1, -1}, {0.85, -0.7}};
    double h = tree->crotch - tree->corridor.y - 24, k = tree->k;
    for (size_t i = 0; i < G_N_ELEMENTS(TOP) && h > 50; i++) {
        struct branch *twig = add_branch(branches, TOP[i].x < 0 ? -1 : 1, 30 * k, 6);
        if (twig == NULL)
            return;
        twig->twig = true;
        double x = tree->axis + TOP[i].x * h;
        line_add(&twig->middle, tree->axis + TOP[i].x * 14 * k, tree->crotch + 40 * k);
        line_add(&twig->middle, tree->axis + TOP[i].x * (14 * k + h * 0.2), tree->crotch - h * 0.2);
        line_add(&twig->middle, x, tree->crotch + TOP[i].y * h);
        line_smooth(&twig->middle, false, 10);
    }
}

struct branches tree_grow(const struct tree *tree)
{
    const struct page *page = tree->page;
    struct branches branches = {.room = page->islands_n * 5 + 32};
    branches.branch = ARENA_ARRAY(page->arena, struct branch, branches.room);
    bool any[2] = {false, false};
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct island *island = &page->islands[i];
        int side = tree_side(tree, island);
        const struct island *next = next_below(tree, island);
        any[side > 0] = true;
        if (foot_of(island) < tree->plateau - LOW * tree->k)
            carry(tree, &branches, island, next, side);
        else
            hold(tree, &branches, island, side);
    }
    for (int right = 0; right < 2; right++)
        if (!any[right])
            spread(tree, &branches, right ? 1 : -1);
    add_sprouts(tree, &branches);
    if (page->harvest->core_n == 0)
        add_top(tree, &branches);
    return branches;
}

void tree_fell(struct branches *branches)
{
    for (size_t i = 0; i < branches->n; i++)
        line_clear(&branches->branch[i].middle);
    branches->n = 0;
}

double tree_branch_above(const struct branches *branches, double x)
{
    double lowest = 0;
    for (size_t b = 0; b < branches->n; b++) {
        const struct line *middle = &branches->branch[b].middle;
        for (size_t i = 0; i + 1 < middle->n; i++) {
            struct point p = middle->p[i], q = middle->p[i + 1];
            if ((p.x <= x) == (q.x <= x))
                continue;
            double t = (double)i / (double)(middle->n - 1), w0 = branches->branch[b].w0;
            double w = w0 + (branches->branch[b].w1 - w0) * pow(t, 0.8);
            lowest = fmax(lowest, p.y + (q.y - p.y) * (x - p.x) / (q.x - p.x) + w / 2);
        }
    }
    return lowest;
}
