// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Trunk, branches and roots as one body of wood, bark on it, leaves on branches and crowns.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/random.h"
#include "draw/figure.h"
#include "draw/stroke.h"
#include "draw/wood.h"
#include "poster/pack.h"
#include "poster/tree.h"

#define LEAF 34.0
#define LEAF_STEP 62.0
#define CROWN_LEAF 27.0
enum { CROWN_LEAVES = 8 };

// ---- wood ---------------------------------------------------------------------------------------

// Half the trunk's width at a share of its height, from the crotch down to the hill.
static double half_width(double t)
{
    static const struct {
        double t, half;
    } FORM[] = {{0, 30},    {0.25, 36}, {0.55, 42},  {0.78, 50},
                {0.88, 62}, {0.94, 84}, {0.98, 122}, {1, 168}};
    for (size_t i = 1; i < G_N_ELEMENTS(FORM); i++)
        if (t <= FORM[i].t)
            return FORM[i - 1].half + (FORM[i].half - FORM[i - 1].half) * (t - FORM[i - 1].t) /
                                          (FORM[i].t - FORM[i - 1].t);
    return FORM[G_N_ELEMENTS(FORM) - 1].half;
}

static void add_trunk(const struct tree *tree, struct wood *wood)
{
    static const double AT[] = {0, 0.25, 0.55, 0.78, 0.88, 0.94, 0.98, 1};
    double h = tree->plateau - tree->crotch, k = tree->k;
    struct line left, outline;
    line_init(&left);
    line_init(&outline);
    for (size_t i = 0; i < G_N_ELEMENTS(AT); i++)
        line_add(&left, -half_width(AT[i]) * k, tree->crotch + h * AT[i]);
    line_smooth(&left, false, 8);
    for (size_t i = 0; i < left.n; i++)
        line_add(&outline, tree->axis + left.p[i].x, left.p[i].y);
    // Below the ground it narrows towards the roots.
    static const struct point FOOT[] = {{130, 7}, {96, 15}, {66, 26}};
    for (size_t i = 0; i < G_N_ELEMENTS(FOOT); i++)
        line_add(&outline, tree->axis - FOOT[i].x * k, tree->plateau + FOOT[i].y);
    for (size_t i = G_N_ELEMENTS(FOOT); i-- > 0;)
        line_add(&outline, tree->axis + FOOT[i].x * k, tree->plateau + FOOT[i].y);
    for (size_t i = left.n; i-- > 0;)
        line_add(&outline, tree->axis - left.p[i].x, left.p[i].y);
    line_add(&outline, tree->axis + 16 * k, tree->crotch - 9 * k);
    line_add(&outline, tree->axis - 14 * k, tree->crotch - 11 * k);
    wood_add_shape(wood, &outline);
    line_clear(&left);
    line_clear(&outline);
}

static void draw_bark(const struct tree *tree)
{
    static const struct {
        double x0, y0, x1, y1; // shares of half the trunk's width, of its height
    } PULLS[] = {{-.5, .10, -.3, .27}, {.42, .26, .5, .47},  {-.6, .5, -.46, .70},
                 {.2, .66, .3, .87},   {-.2, .8, -.34, .95}, {.6, .82, .8, .93}};
    double h = tree->plateau - tree->crotch;
    for (size_t i = 0; i < G_N_ELEMENTS(PULLS); i++) {
        double y0 = tree->crotch + h * PULLS[i].y0, y1 = tree->crotch + h * PULLS[i].y1;
        double x0 = tree->axis + PULLS[i].x0 * half_width(PULLS[i].y0) * tree->k;
        double x1 = tree->axis + PULLS[i].x1 * half_width(PULLS[i].y1) * tree->k;
        stroke_pull(&tree->page->pen,
                    POINTS({x0, y0}, {(x0 + x1) / 2 + 4 * tree->k, (y0 + y1) / 2}, {x1, y1}),
                    STROKE_SMOOTH, PEN_FINE, 0.8);
    }
    if (tree->page->harvest->core_n > 0)
        return;
    // A trunk without plaques has a knot-hole.
    double y = tree->crotch + h * 0.44, r = 20 * tree->k;
    stroke_ellipse(&tree->page->pen, tree->axis - 4, y, r, r * 1.35, COLOUR_GREY, PEN_MEDIUM);
    stroke_arc(&tree->page->pen, tree->axis - 4, y, r * 1.5, r * 1.95, 100, 250, PEN_FINE);
}

// Connectors may cross the trunk, but at its foot.
static void note_trunk(const struct tree *tree)
{
    const double slice = 24, h = tree->plateau - tree->crotch;
    for (double y = tree->crotch; y < tree->plateau; y += slice) {
        double t = (y + slice - tree->crotch) / h, half = half_width(fmin(1, t)) * tree->k;
        page_note(tree->page, t > 0.84 ? OBSTACLE_SCENERY : OBSTACLE_CROSSED,
                  (struct box){tree->axis - half, y, 2 * half, slice});
    }
}

// Connectors and people keep off branches where no crown hides them.
static void note_branches(const struct tree *tree, const struct branches *branches)
{
    struct page *page = tree->page;
    for (size_t b = 0; b < branches->n; b++) {
        const struct branch *branch = &branches->branch[b];
        struct line dots;
        line_init(&dots);
        line_append(&dots, &branch->middle);
        line_resample(&dots, 14);
        for (size_t i = 2; i < dots.n; i++) {
            double t = (double)i / (double)dots.n;
            double r = (branch->w0 + (branch->w1 - branch->w0) * pow(t, 0.8)) / 2 - 2;
            bool hidden = false;
            for (size_t k = 0; k < page->islands_n && !hidden; k++)
                hidden = line_contains(&page->islands[k].outline, dots.p[i].x, dots.p[i].y);
            if (!hidden)
                page_note(page, OBSTACLE_SCENERY,
                          (struct box){dots.p[i].x - r, dots.p[i].y - r, 2 * r, 2 * r});
        }
        line_clear(&dots);
    }
}

// ---- leaves -------------------------------------------------------------------------------------

// A leaf from `at`, unless it would cover something.
static void put_leaf(const struct tree *tree, struct point at, double radians, double length,
                     uint32_t colour)
{
    struct page *page = tree->page;
    struct point tip = {at.x + cos(radians) * length, at.y + sin(radians) * length};
    struct point middle = {(at.x + tip.x) / 2, (at.y + tip.y) / 2};
    double r = length * 0.42;
    struct box box = {middle.x - r, middle.y - r, 2 * r, 2 * r};
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct island *island = &page->islands[i];
        const struct placed *placed = island->layout;
        struct box heading = {placed->heading_x, placed->heading_y, placed->pack->heading.w,
                              placed->pack->heading.h};
        if (line_contains(&island->outline, tip.x, tip.y) || box_overlaps(heading, box, 0))
            return;
    }
    for (size_t i = 0; i < page->obstacles_n; i++)
        if (box_overlaps(page->obstacles[i].box, box, 2))
            return;
    figure_leaf(&page->pen, at.x, at.y, radians, length, colour);
    page_note(page, OBSTACLE_SCENERY, box);
}

static void draw_branch_leaves(const struct tree *tree, const struct branch *branch)
{
    double k = fmax(0.75, fmin(1, tree->k));
    struct line dots;
    line_init(&dots);
    line_append(&dots, &branch->middle);
    line_resample(&dots, LEAF_STEP * k * 0.5);
    for (size_t i = branch->twig ? 1 : 3; i + 1 < dots.n; i++) {
        if (i % 2 == 0 && !branch->twig)
            continue;
        struct point a = dots.p[i - 1], b = dots.p[i + 1];
        double along = atan2(b.y - a.y, b.x - a.x), t = (double)i / (double)dots.n;
        double w = branch->w0 + (branch->w1 - branch->w0) * pow(t, 0.8);
        for (int up = -1; up <= 1; up += 2) {
            if ((i / 2 % 2 == 0) == (up < 0) && t < 0.9)
                continue;
            double turn = up * 0.95;
            struct point at = {dots.p[i].x - sin(along) * up * w * 0.46,
                               dots.p[i].y + cos(along) * up * w * 0.46};
            put_leaf(tree, at, along + turn, LEAF * k,
                     i / 2 % 3 == 1 ? colour_mix(colour_accent(5), COLOUR_PAPER, 0.2)
                                    : colour_accent(2));
        }
    }
    // The tip of a branch that carries nothing.
    if (dots.n > 2) {
        struct point a = dots.p[dots.n - 2], b = dots.p[dots.n - 1];
        put_leaf(tree, b, atan2(b.y - a.y, b.x - a.x) + 0.2, LEAF * k, colour_accent(2));
    }
    line_clear(&dots);
}

void tree_draw_wood(const struct tree *tree, const struct branches *branches,
                    const struct tags *tags)
{
    struct page *page = tree->page;
    struct pen *pen = &page->pen;
    struct wood wood;
    wood_init(&wood);
    add_trunk(tree, &wood);
    for (size_t i = 0; i < branches->n; i++)
        wood_add(&wood, &branches->branch[i].middle, branches->branch[i].w0,
                 branches->branch[i].w1);
    tree_add_roots(tree, tags, &wood);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "tree");
    wood_draw(pen, &wood, COLOUR_SHADOW, PEN_MEDIUM * 1.15, "wood");
    draw_bark(tree);
    wood_clear(&wood);
    // Leaves keep off each other and off words, not off the wood they grow on.
    for (size_t i = 0; i < branches->n; i++) {
        pen_push(pen, 0, 0, 1, arena_printf(page->arena, "leaves %zu", i));
        draw_branch_leaves(tree, &branches->branch[i]);
        pen_pop(pen);
    }
    pen_pop(pen);
    scene_end(page->scene);
    note_branches(tree, branches);
    note_trunk(tree);
}

struct leaf {
    struct point at;
    double radians;
};

// On the lower part of the outline, at places that only its own number decides.
static int crown_leaves(struct page *page, const struct island *island,
                        struct leaf leaves[CROWN_LEAVES])
{
    const struct placed *placed = island->layout;
    double head = placed->heading_y + placed->pack->heading.h + 18;
    struct random random =
        random_of(arena_printf(page->arena, "leaves of crown %d", island->table->number));
    struct line dots;
    line_init(&dots);
    line_append(&dots, &island->outline);
    line_add(&dots, island->outline.p[0].x, island->outline.p[0].y);
    line_resample(&dots, 10);
    double turn = line_area(&island->outline) > 0 ? 1 : -1;
    int n = 0;
    for (int i = 0; i < CROWN_LEAVES; i++) {
        double share = (i + 0.2 + random_range(&random, 0, 0.55)) / CROWN_LEAVES;
        double lean = random_range(&random, -0.55, 0.55);
        size_t at = (size_t)(share * (double)(dots.n - 2));
        struct point a = dots.p[at], b = dots.p[at + 1];
        double outward = atan2(-(b.x - a.x) * turn, (b.y - a.y) * turn);
        bool inside = a.x > page->margin + CROWN_LEAF + 4 &&
                      a.x < page->w - page->margin - CROWN_LEAF - 4 && a.y > head;
        if (inside)
            leaves[n++] =
                (struct leaf){{a.x - cos(outward) * 2, a.y - sin(outward) * 2}, outward + lean};
    }
    line_clear(&dots);
    return n;
}

static struct box leaf_box(const struct leaf *leaf)
{
    double r = CROWN_LEAF * 0.4;
    return (struct box){leaf->at.x + cos(leaf->radians) * CROWN_LEAF / 2 - r,
                        leaf->at.y + sin(leaf->radians) * CROWN_LEAF / 2 - r, 2 * r, 2 * r};
}

void tree_note_leaves(struct page *page, const struct island *island)
{
    struct leaf leaves[CROWN_LEAVES];
    int n = crown_leaves(page, island, leaves);
    for (int i = 0; i < n; i++)
        page_note(page, OBSTACLE_SCENERY, leaf_box(&leaves[i]));
}

// None where the heading of the crown below stands.
static bool is_hidden(const struct page *page, struct box box)
{
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct placed *placed = page->islands[i].layout;
        struct box heading = {placed->heading_x, placed->heading_y, placed->pack->heading.w,
                              placed->pack->heading.h};
        if (box_overlaps(heading, box, 0))
            return true;
    }
    return false;
}

void tree_draw_leaves(struct page *page, const struct island *island)
{
    struct leaf leaves[CROWN_LEAVES];
    int n = crown_leaves(page, island, leaves);
    furniture_begin_decoration(page);
    pen_push(&page->pen, 0, 0, 1,
             arena_printf(page->arena, "leaves of crown %d", island->table->number));
    for (int i = 0; i < n; i++)
        if (!is_hidden(page, leaf_box(&leaves[i])))
            figure_leaf(&page->pen, leaves[i].at.x, leaves[i].at.y, leaves[i].radians, CROWN_LEAF,
                        island->colour);
    pen_pop(&page->pen);
    scene_end(page->scene);
}
