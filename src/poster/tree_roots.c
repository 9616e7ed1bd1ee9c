// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hill that the tree stands on, and its roots: those who are here, each on a tag at the end of
// a root.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/wood.h"
#include "poster/lift.h"
#include "poster/tree.h"

#define EARTH 15.0 // of the dark ground below the grass
#define SIZE_MOST 17.0
#define PAD_X 13.0
#define PAD_Y 7.0
#define ROW_GAP 6.0
#define FIRST 26.0      // from the plateau to the first tag
#define BELOW 8.0       // from the last tag to the foot
#define TAPROOT 84.0    // from the trunk's middle to the nearest tag
#define OUTSIDE 26.0    // tags may come out of the hill a little
#define NAME_LEAST 5    // characters of a first word that is not repeated
#define OUTER_ROOT 62.0 // from the trunk's middle, where roots begin
#define INNER_ROOT 11.0
enum { LINES_MOST = 2, BARE_ROOTS = 3, TAPROOT_FROM = 3 };

// ---- tags
// ----------------------------------------------------------------------------------------

static double widest(const struct tree *tree)
{
    return tree->hill_half + OUTSIDE - TAPROOT - 34;
}

static double tags_top(const struct tree *tree)
{
    return tree->plateau + FIRST;
}

static double tags_room(const struct tree *tree)
{
    return tree->foot - BELOW - tags_top(tree);
}

// Height of the tags `from` .. `to` below each other at `size`; INFINITY: one does not fit.
static double column_height(struct tags *tags, int from, int to, double size)
{
    struct page *page = tags->tree->page;
    double h = -ROW_GAP;
    for (int i = from; i < to; i++) {
        struct tag *tag = &tags->tag[i];
        tag->text = furniture_measure(page, &tag->wording, size, widest(tags->tree) - 2 * PAD_X,
                                      LEADING_KEYWORD);
        if (tag->text.overfull || tag->text.lines > LINES_MOST)
            return INFINITY;
        h += tag->text.h + 2 * PAD_Y + ROW_GAP;
    }
    return h;
}

static bool fit_at(struct tags *tags, double size)
{
    int left = (tags->n + 1) / 2;
    double room = tags_room(tags->tree);
    return column_height(tags, 0, left, size) <= room &&
           column_height(tags, left, tags->n, size) <= room;
}

static bool fit(struct tags *tags)
{
    double least = tags->tree->page->min_size;
    for (double size = fmax(SIZE_MOST, least);; size = fmax(least, size - 0.5)) {
        if (fit_at(tags, size))
            return true;
        if (size <= least)
            return false;
    }
}

static void set_names(struct tags *tags, bool shorter, bool divide)
{
    struct page *page = tags->tree->page;
    const struct harvest *harvest = page->harvest;
    for (int i = 0; i < tags->n; i++) {
        const char *name = harvest->parties[i], *space = strchr(name, ' ');
        // "Bündnis" need not be said in every row.
        bool same = shorter && i > 0 && space != NULL &&
                    g_utf8_strlen(name, space - name) >= NAME_LEAST && space[1] != '\0' &&
                    strncmp(name, harvest->parties[i - 1], (size_t)(space - name) + 1) == 0;
        name = same ? space + 1 : name;
        wording_init(&tags->tag[i].wording, page, name, WEIGHT_SEMI, furniture_lang(page, name),
                     divide);
    }
}

// Names in one line each, as many as have room; the last tag counts the others.
static void cut_names(struct tags *tags)
{
    struct page *page = tags->tree->page;
    double least = page->min_size;
    double row = least * 1.3 + 2 * PAD_Y + ROW_GAP;
    int rows = MAX(1, (int)((tags_room(tags->tree) + ROW_GAP) / row)), n = tags->n;
    tags->n = MIN(n, 2 * rows);
    tags->cut = true;
    for (int i = 0; i < tags->n; i++) {
        const char *name = page->harvest->parties[i];
        if (i + 1 == tags->n && tags->n < n)
            name = arena_printf(page->arena, page_tr(page, N_("+%d more")), n - i);
        name = furniture_line_within(page, name, WEIGHT_SEMI, least,
                                     widest(tags->tree) - 2 * PAD_X - 2);
        wording_init(&tags->tag[i].wording, page, name, WEIGHT_SEMI, furniture_lang(page, name),
                     false);
    }
    fit_at(tags, least);
}

static void place_column(struct tags *tags, int from, int to, int side)
{
    static const double INDENT[] = {4, 30, 16};
    const struct tree *tree = tags->tree;
    double h = column_height(tags, from, to, tags->tag[from].text.size);
    double spare = fmax(0, tags_room(tree) - h), gap = fmin(26, spare / (to - from + 1));
    double y = tags_top(tree) + fmin(gap, (spare - gap * (to - from - 1)) / 2);
    for (int i = from; i < to; i++) {
        struct tag *tag = &tags->tag[i];
        tag->side = side;
        tag->row = i - from;
        tag->text = furniture_set(tree->page, &tag->wording, tag->text.size,
                                  widest(tree) - 2 * PAD_X + 0.5, LEADING_KEYWORD);
        double w = tag->text.w + 2 * PAD_X, edge = TAPROOT + INDENT[(i - from) % 3];
        double x = side > 0 ? tree->axis + edge : tree->axis - edge - w;
        tag->box = (struct box){x, y, w, tag->text.h + 2 * PAD_Y};
        y += tag->box.h + ROW_GAP + gap;
        page_note(tree->page, OBSTACLE_DRAWING, tag->box);
    }
}

struct tags tree_plan_tags(const struct tree *tree)
{
    struct page *page = tree->page;
    struct tags tags = {.tree = tree, .n = (int)page->harvest->parties_n};
    if (tags.n == 0)
        return tags;
    tags.tag = ARENA_ARRAY(page->arena, struct tag, (size_t)tags.n);
    bool fits = false;
    for (int way = 0; way < 4 && !fits; way++) {
        set_names(&tags, way % 2 == 1, way > 1);
        fits = fit(&tags);
    }
    if (!fits)
        cut_names(&tags);
    int left = (tags.n + 1) / 2;
    place_column(&tags, 0, left, -1);
    if (left < tags.n)
        place_column(&tags, left, tags.n, 1);
    return tags;
}

void tree_draw_tags(const struct tags *tags)
{
    struct page *page = tags->tree->page;
    struct pen *pen = &page->pen;
    for (int i = 0; i < tags->n; i++) {
        const struct tag *tag = &tags->tag[i];
        const char *id = arena_printf(page->arena, "party:%d", i + 1);
        struct line shape;
        line_init(&shape);
        line_add_rounded_rect(&shape, tag->box.x, tag->box.y, tag->box.w, tag->box.h, 9);
        bool lifted = g_strcmp0(page->harvest->parties[i], page->harvest->party) == 0;
        scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                     .role = ROLE_ARTIFACT,
                                                     .id = lifted ? id : NULL,
                                                     .box = BOX_EMPTY});
        pen_push(pen, 0, 0, 1, id);
        pen_shape(pen, &shape, lifted ? lift_colour() : COLOUR_PAPER, PEN_FINE * 1.2, 0, 0, 0);
        pen_pop(pen);
        scene_end(page->scene);
        line_clear(&shape);
        page_block(page, KIND_FOOTER, id, NULL, tag->wording.text, tag->text.paragraph,
                   tag->box.x + PAD_X, tag->box.y + PAD_Y - 1, tag->text.w, PEN_CENTRE, COLOUR_INK,
                   NULL);
    }
}

// ---- roots
// ---------------------------------------------------------------------------------------

// The root to tag `row` of `rows` on a side. Deeper roots start nearer to the middle, so that none
// crosses another.
static void add_root(const struct tree *tree, int side, int row, int rows, struct point end,
                     struct wood *wood)
{
    double k = fmax(tree->k, 0.75), depth = end.y - tree->plateau;
    double share = rows > 1 ? (double)row / (rows - 1) : 0.4;
    double at = tree->axis + side * (OUTER_ROOT - (OUTER_ROOT - INNER_ROOT) * share) * k;
    struct line middle;
    line_init(&middle);
    line_add(&middle, at, tree->plateau - 12);
    line_add(&middle, at - side * 2, tree->plateau + depth * 0.4);
    line_add(&middle, at + side * 3, end.y - fmin(20, depth * 0.28));
    line_add(&middle, at + side * 19, end.y - 2);
    line_add(&middle, end.x, end.y);
    line_smooth(&middle, false, 8);
    wood_add(wood, &middle, 30 * k, 9);
    line_clear(&middle);
}

void tree_add_roots(const struct tree *tree, const struct tags *tags, struct wood *wood)
{
    int left = (tags->n + 1) / 2;
    for (int i = 0; i < tags->n; i++) {
        const struct tag *tag = &tags->tag[i];
        double edge = tag->side > 0 ? tag->box.x + 3 : tag->box.x + tag->box.w - 3;
        add_root(tree, tag->side, tag->row, tag->side < 0 ? left : tags->n - left,
                 (struct point){edge, tag->box.y + tag->box.h / 2}, wood);
    }
    double room = tree->foot - tree->plateau;
    if (tags->n > 0 && left < TAPROOT_FROM) { // few roots: one straight down
        struct line middle;
        line_init(&middle);
        line_add(&middle, tree->axis, tree->plateau - 12);
        line_add(&middle, tree->axis + 3, tree->plateau + room * 0.4);
        line_add(&middle, tree->axis - 4, tree->plateau + room * 0.68);
        line_smooth(&middle, false, 8);
        wood_add(wood, &middle, 46 * fmax(tree->k, 0.75), 7);
        line_clear(&middle);
    }
    // Nobody is named: roots all the same.
    for (int row = 0; row < BARE_ROOTS && tags->n == 0; row++)
        for (int side = -1; side <= 1; side += 2)
            add_root(tree, side, row, BARE_ROOTS,
                     (struct point){tree->axis + side * (220 - 58 * row) * fmax(tree->k, 0.75),
                                    tree->plateau + room * (0.34 + 0.2 * row)},
                     wood);
}

// ---- the hill
// ------------------------------------------------------------------------------------

static void add_ground(const struct tree *tree, double from, double to, struct line *line)
{
    enum { STEPS = 160 };
    for (int i = 0; i <= STEPS; i++) {
        double x = from + (to - from) * i / STEPS;
        line_add(line, x, tree_ground(tree, x));
    }
}

void tree_draw_hill(const struct tree *tree)
{
    struct page *page = tree->page;
    struct pen *pen = &page->pen;
    double x0 = page->margin, x1 = page->w - page->margin, base = tree->foot + 10;
    double trunk = 170 * tree->k;
    struct line area, part;
    line_init(&area);
    line_init(&part);
    add_ground(tree, x0, x1, &area);
    line_add(&area, x1, base);
    line_add(&area, x0, base);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "hill");
    pen_polygon(pen, &area, colour_mix(COLOUR_SHADOW, COLOUR_PAPER, 0.4));
    scene_clip(pen->scene, &area, pen_affine(pen));
    line_transform(&area, affine_translation(0, EARTH));
    pen_polygon(pen, &area, COLOUR_PAPER);
    scene_unclip(pen->scene);
    struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM * 1.15);
    stroke.wobble = 1.5;
    stroke.overshoot = 0;
    add_ground(tree, x0, tree->axis - trunk, &part);
    pen_line(pen, &part, stroke);
    line_clear(&part);
    add_ground(tree, tree->axis + trunk, x1, &part);
    pen_line(pen, &part, stroke);
    line_clear(&part);
    line_add(&part, x0, base);
    line_add(&part, x1, base);
    stroke.width = PEN_FINE;
    pen_line(pen, &part, stroke);
    pen_pop(pen);
    scene_end(page->scene);
    line_clear(&area);
    line_clear(&part);
    for (double x = x0; x < x1; x += 32) {
        double y = tree_ground(tree, x + 16);
        page_note(page, OBSTACLE_SCENERY, (struct box){x, y, 32, base - y});
    }
}
