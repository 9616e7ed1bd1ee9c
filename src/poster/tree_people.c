// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who lives under the tree: people on the hill and on a bench, someone on a swing that hangs from a
// branch, birds. All stand, sit or hang on something, and only where nothing else is.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/tree.h"

enum guest { GUEST_PAIR, GUEST_POINTING, GUEST_WHEELCHAIR, GUEST_BENCH, GUEST_TALK, GUEST_GRASS };

struct wish {
    enum guest guest;
    double at; // preferred place: shares of half the hill beside the axis, or of the page beyond it
    double w, h;  // at full size
    double least; // of its size
};

static const struct wish WISHES[] = {
    {GUEST_PAIR, -0.86, 128, 132, 0.62},    {GUEST_POINTING, 0.72, 92, 132, 0.62},
    {GUEST_WHEELCHAIR, 1.0, 88, 112, 0.66}, {GUEST_BENCH, -1.9, 150, 118, 0.72},
    {GUEST_TALK, 1.9, 138, 122, 0.6},       {GUEST_GRASS, -1.12, 26, 16, 1},
    {GUEST_GRASS, 1.2, 26, 16, 1},          {GUEST_GRASS, -0.5, 26, 16, 1},
    {GUEST_GRASS, 2.2, 26, 16, 1},
};

static const char *alt_of(struct page *page, enum guest guest)
{
    switch (guest) {
    case GUEST_PAIR:
        return page_tr(page, N_("An adult and a child"));
    case GUEST_POINTING:
        return page_tr(page, N_("Someone points at the tree"));
    case GUEST_WHEELCHAIR:
        return page_tr(page, N_("A person in a wheelchair"));
    case GUEST_BENCH:
        return page_tr(page, N_("Two people on a bench"));
    case GUEST_TALK:
        return page_tr(page, N_("Two people in conversation"));
    case GUEST_GRASS:
        break;
    }
    return NULL;
}

// Facing the trunk; `side` of it.
static void draw_guest(struct pen *pen, enum guest guest, double x, double y, double w, double h,
                       int side)
{
    bool flip = side > 0;
    switch (guest) {
    case GUEST_PAIR: {
        struct person child = {.hair = HAIR_PONYTAIL,
                               .colour = colour_accent(4),
                               .pose = POSE_CHEER,
                               .look = 0.4,
                               .flip = flip};
        struct person adult = {.hair = HAIR_HEADSCARF,
                               .colour = colour_accent(5),
                               .pose = POSE_WAVE,
                               .look = 0.6,
                               .dress = true,
                               .flip = flip};
        figure_person(pen, x + side * w * 0.27, y, h * 0.6, &child, "child");
        figure_person(pen, x - side * w * 0.22, y, h * 0.94, &adult, "adult");
        break;
    }
    case GUEST_POINTING: {
        struct person person = {.hair = HAIR_BEARD,
                                .colour = colour_accent(1),
                                .pose = POSE_POINT,
                                .look = 0.7,
                                .flip = flip};
        figure_person(pen, x + side * w * 0.1, y, h * 0.94, &person, "pointing");
        break;
    }
    case GUEST_WHEELCHAIR: {
        struct person person = {.hair = HAIR_GREY,
                                .colour = colour_accent(3),
                                .pose = POSE_WAVE,
                                .look = 0.6,
                                .flip = flip};
        figure_wheelchair(pen, x, y, h * 0.96, &person, "wheelchair");
        break;
    }
    case GUEST_BENCH: {
        struct person one = {.hair = HAIR_GLASSES, .colour = colour_accent(3), .look = 0.6};
        struct person other = {
            .hair = HAIR_AFRO, .colour = COLOUR_WARM, .pose = POSE_WAVE, .look = 0.6, .flip = true};
        figure_bench(pen, x, y, w * 0.94, h * 0.5);
        figure_sitter(pen, x - w * 0.2, y + h * 0.02, h * 0.94, &one, "one");
        figure_sitter(pen, x + w * 0.2, y + h * 0.02, h * 0.92, &other, "other");
        break;
    }
    case GUEST_TALK: {
        struct person one = {
            .hair = HAIR_CURLY, .colour = colour_accent(2), .pose = POSE_GIVE, .look = 0.7};
        struct person other = {.hair = HAIR_CAP,
                               .colour = colour_accent(4),
                               .pose = POSE_TALK,
                               .look = 0.6,
                               .flip = true,
                               .talking = true};
        figure_person(pen, x - w * 0.25, y, h * 0.94, &one, "one");
        figure_person(pen, x + w * 0.25, y, h * 0.9, &other, "other");
        break;
    }
    case GUEST_GRASS:
        figure_grass(pen, x, y, h);
    }
}

static bool stands_at(const struct tree *tree, double x, double w, double h)
{
    double half = w / 2;
    if (fabs(x - tree->axis) < 150 * tree->k + half ||
        fabs(tree_ground(tree, x - half * 0.7) - tree_ground(tree, x + half * 0.7)) > 9)
        return false;
    return tree_is_free(tree, (struct box){x - half - 5, tree_ground(tree, x) - h - 6, w + 10, h});
}

// The free place nearest to `wish` for a box of w x h on about level ground; false: there is none.
// From the wish outwards, for what stands in the way is all of the page.
static bool find_place(const struct tree *tree, double wish, double w, double h, double *found)
{
    const double STEP = 10;
    const struct page *page = tree->page;
    double first = page->margin + w / 2 + 4, last = page->w - page->margin - w / 2 - 4;
    int n = (int)floor((last - first) / STEP) + 1;
    int left = (int)floor((wish - first) / STEP), right = left + 1;
    if (left >= n) {
        left = n - 1;
        right = n;
    }
    right = MAX(right, 0);
    while (left >= 0 || right < n) {
        double before = first + left * STEP, behind = first + right * STEP;
        bool leftwards = left >= 0 && (right >= n || fabs(before - wish) <= fabs(behind - wish));
        *found = leftwards ? before : behind;
        if (stands_at(tree, *found, w, h))
            return true;
        left -= leftwards;
        right += !leftwards;
    }
    return false;
}

static void invite(const struct tree *tree, const struct wish *wish, int number)
{
    struct page *page = tree->page;
    struct pen *pen = &page->pen;
    double near = fabs(wish->at) <= 1 ? tree->axis + wish->at * (tree->hill_half - 60)
                                      : tree->axis + wish->at * page->w * 0.19;
    // Where the lettering is large, people are.
    double most = wish->guest == GUEST_GRASS ? 1 : fmax(1, fmin(page->scale, 1.35));
    for (double size = most; size >= wish->least - 0.001; size -= 0.08) {
        double w = wish->w * size, h = wish->h * size, x = near;
        if (!find_place(tree, near, w, h, &x))
            continue;
        const char *alt = alt_of(page, wish->guest);
        const char *id = arena_printf(page->arena, "figure:tree:%d", number);
        if (alt != NULL)
            furniture_begin_figure(page, id, alt);
        else
            furniture_begin_decoration(page);
        pen_push(pen, 0, 0, 1, id);
        double y = tree_ground(tree, x) + (wish->guest == GUEST_GRASS ? 0 : 5);
        draw_guest(pen, wish->guest, x, y, w, h, x < tree->axis ? -1 : 1);
        pen_pop(pen);
        scene_end(page->scene);
        page_note(page, OBSTACLE_DRAWING, (struct box){x - w / 2, y - h, w, h});
        return;
    }
}

// ---- the swing
// -----------------------------------------------------------------------------------

// From the lowest branch that is high enough, in the middle of the free part of the hill.
static void hang_swing(const struct tree *tree, const struct branches *branches)
{
    struct page *page = tree->page;
    static const double SIZES[] = {146, 128, 112, 96, 82};
    double nearest = INFINITY, at = 0, top = 0, size = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(SIZES) && size == 0; i++)
        for (double x = tree->corridor.x + 50; x < tree->corridor.x + tree->corridor.w - 50;
             x += 8) {
            double h = SIZES[i], off = fabs(fabs(x - tree->axis) - 200 * tree->k);
            double y = tree_ground(tree, x) - h * 0.42, from = tree_branch_above(branches, x);
            if (off >= nearest || fabs(x - tree->axis) < 120 * tree->k || from <= 0 ||
                y - from < h * 0.95 || y - from > h * 5.5)
                continue;
            struct box ropes = {x - h * 0.2, from + 8, h * 0.4, y - from - 8};
            struct box body = {x - h * 0.36, y - h * 0.74, h * 0.72, h * 1.1};
            if (!tree_is_free(tree, ropes) || !tree_is_free(tree, body))
                continue;
            nearest = off;
            at = x;
            top = from - 4;
            size = h;
        }
    if (size == 0)
        return;
    const struct person person = {.hair = HAIR_BUN,
                                  .colour = colour_accent(6),
                                  .look = 0.6,
                                  .pose = POSE_WAVE,
                                  .flip = at > tree->axis};
    double y = tree_ground(tree, at) - size * 0.42;
    furniture_begin_figure(page, "figure:swing", page_tr(page, N_("Someone on a swing")));
    figure_swing(&page->pen, at, top, y, size, &person, "swing");
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){at - size * 0.36, top, size * 0.72, y + size * 0.36 - top});
}

// ---- birds
// ---------------------------------------------------------------------------------------

// On the upper edge of branches, one a branch at most.
static void perch(const struct tree *tree, const struct branches *branches)
{
    enum { BIRDS = 3 };
    struct page *page = tree->page;
    const double h = 26;
    int n = 0;
    for (size_t b = 0; b < branches->n && n < BIRDS; b++) {
        const struct branch *branch = &branches->branch[b];
        if (branch->twig || b % 2 != (size_t)(n % 2))
            continue;
        struct line dots;
        line_init(&dots);
        line_append(&dots, &branch->middle);
        line_resample(&dots, 10);
        for (size_t i = dots.n / 3; i + dots.n / 5 < dots.n; i++) {
            double t = (double)i / (double)dots.n;
            double w = branch->w0 + (branch->w1 - branch->w0) * pow(t, 0.8);
            struct point p = {dots.p[i].x, dots.p[i].y - w / 2};
            bool level = fabs(dots.p[i].y - dots.p[i - 1].y) < 4.5;
            struct box box = {p.x - h, p.y - h * 1.1, h * 1.8, h};
            if (!level || !tree_is_free(tree, box))
                continue;
            furniture_begin_decoration(page);
            pen_push(&page->pen, 0, 0, 1, arena_printf(page->arena, "bird %zu", b));
            figure_perched(&page->pen, p.x, p.y + 1, h, colour_accent(n % 2 == 0 ? 1 : 3),
                           branch->side > 0);
            pen_pop(&page->pen);
            scene_end(page->scene);
            page_note(page, OBSTACLE_SCENERY, box);
            n++;
            break;
        }
        line_clear(&dots);
    }
}

// In the sky between trunk and crowns, far from each other.
static void fly(const struct tree *tree)
{
    enum { BIRDS = 3 };
    struct page *page = tree->page;
    struct point placed[BIRDS];
    int n = 0;
    for (int bird = 0; bird < BIRDS; bird++) {
        double best = 170;
        struct point at = {0, 0};
        for (double y = tree->corridor.y + 40; y < tree->plateau - 150; y += 16)
            for (double x = tree->corridor.x + 30; x < tree->corridor.x + tree->corridor.w - 30;
                 x += 16) {
                double apart = 500;
                for (int i = 0; i < n; i++)
                    apart = fmin(apart, hypot(x - placed[i].x, y - placed[i].y));
                if (apart > best && fabs(x - tree->axis) > 90 * tree->k &&
                    tree_is_free(tree, (struct box){x - 40, y - 32, 80, 64})) {
                    best = apart;
                    at = (struct point){x, y};
                }
            }
        if (best <= 170)
            return;
        placed[n++] = at;
        furniture_begin_decoration(page);
        pen_push(&page->pen, 0, 0, 1, arena_printf(page->arena, "flying %d", bird));
        figure_bird(&page->pen, at.x - 8, at.y + 4, 13);
        figure_bird(&page->pen, at.x + 14, at.y - 9, 9);
        pen_pop(&page->pen);
        scene_end(page->scene);
        page_note(page, OBSTACLE_SCENERY, (struct box){at.x - 26, at.y - 18, 54, 30});
    }
}

void tree_draw_people(const struct tree *tree, const struct branches *branches)
{
    pen_push(&tree->page->pen, 0, 0, 1, "people");
    hang_swing(tree, branches);
    for (size_t i = 0; i < G_N_ELEMENTS(WISHES); i++)
        invite(tree, &WISHES[i], (int)i + 1);
    perch(tree, branches);
    fly(tree);
    pen_pop(&tree->page->pen);
}
