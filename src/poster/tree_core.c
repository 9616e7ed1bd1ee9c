// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Core points as plaques on the trunk, one below the other or in two columns, in the largest
// lettering that holds all words; as a last resort words are cut and what has no room is counted.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "poster/lift.h"
#include "poster/tree.h"

#define SIZE_MOST 31.0
#define SIZE_GOOD 17.0 // below that, size is worth more than anything else
#define LABEL_MOST 32.0
#define WIDTH_MOST 430.0
#define BESIDE 34.0 // from a plaque to the edge of the corridor; less in a narrow one:
#define BESIDE_SHARE 0.042
#define PAD 26.0    // above and below the words together
#define PAD_CUT 14.0
#define GAP_LEAST 12.0
#define GAP_MOST 60.0
#define WORDS_END 20.0
#define COLUMN_GAP 22.0
#define SWAY 24.0        // plaques hang left and right of the trunk's middle in turn
#define FREE_BELOW 110.0 // of the trunk, above the hill

enum { COLUMNS_MOST = 2 };

// Two lines read best; of more the lettering is worth less.
static const struct {
    int lines;
    double worth;
} depths[] = {{2, 1}, {4, 0.9}, {99, 0.78}};

static double words_start(const struct plaque *plaque)
{
    return plaque->icon > 0 ? 16 + plaque->icon + 12 : WORDS_END;
}

static double hanging(const struct plaques *p, const struct plaque *plaque)
{
    return plaque->core->from_n > 0 ? p->badge : 4;
}

static double beside(const struct tree *tree)
{
    return fmin(BESIDE, tree->corridor.w * BESIDE_SHARE);
}

static double sway_most(const struct tree *tree)
{
    return fmin(SWAY, tree->corridor.w * BESIDE_SHARE * 0.6);
}

static double width_most(const struct plaques *p)
{
    double w = p->tree->corridor.w - 2 * beside(p->tree);
    w = (w - (p->columns - 1) * COLUMN_GAP) / p->columns;
    // One column leaves room to sway.
    return fmin(w - (p->columns == 1 ? sway_most(p->tree) : 0), WIDTH_MOST);
}

static void size_plaque(const struct plaques *p, struct plaque *plaque, double pad)
{
    double numbers = plaque->core->from_n * p->badge * ORIGIN_PITCH + 48;
    plaque->w = words_start(plaque) + plaque->text.w + WORDS_END;
    plaque->w = fmax(plaque->w, fmin(numbers, width_most(p)));
    plaque->h = fmax(plaque->text.h, plaque->icon) + pad;
    if (plaque->core->from_n > 0)
        plaque->h += fmax(0, p->badge - 10) * 0.9;
}

// Sets all at one size; false when a word does not fit or a text takes too many lines.
static bool set_plaques(struct plaques *p, double size, int lines_most)
{
    p->size = size;
    for (int i = 0; i < p->n; i++) {
        struct plaque *plaque = &p->plaque[i];
        plaque->icon = plaque->core->icon != NULL ? size * 1.65 : 0;
        double inner = width_most(p) - words_start(plaque) - WORDS_END;
        if (inner < size)
            return false;
        plaque->text =
            furniture_measure(p->tree->page, &plaque->wording, size, inner, LEADING_KEYWORD);
        if (plaque->text.overfull || plaque->text.lines > lines_most)
            return false;
        size_plaque(p, plaque, PAD);
    }
    return true;
}

// What column `k` takes of the height: plaques go to the columns in turn.
static double column_height(const struct plaques *p, int k)
{
    double h = 0;
    for (int i = k; i < p->n; i += p->columns)
        h += p->plaque[i].h + hanging(p, &p->plaque[i]) + (i > k ? GAP_LEAST : 0);
    return h;
}

static double need(const struct plaques *p)
{
    double h = 0;
    for (int k = 0; k < p->columns; k++)
        h = fmax(h, column_height(p, k));
    return h;
}

// The largest lettering in so many columns; 0: none fits.
static double largest(struct plaques *p, int lines_most)
{
    double least = p->tree->page->min_size;
    for (double size = fmax(SIZE_MOST, least);; size = fmax(least, size * 0.97)) {
        if (set_plaques(p, size, lines_most) && need(p) <= p->bottom - p->top)
            return size;
        if (size <= least)
            return 0;
    }
}

static void cut_plaques(struct plaques *p)
{
    struct page *page = p->tree->page;
    double least = page->min_size, h = p->bottom - p->top;
    double row = least * 1.3 + PAD_CUT + 1.9 * p->badge + GAP_LEAST;
    int rows = MAX(1, (int)(h / row)), n = p->n;
    p->columns = p->tree->corridor.w > 30 * least ? COLUMNS_MOST : 1;
    p->n = MIN(n, rows * p->columns);
    if (p->n < n) // the last place says how many are missing
        p->n = MAX(0, p->n - p->columns);
    p->left_out = n - p->n;
    p->size = least;
    int deep = (p->n + p->columns - 1) / p->columns;
    double cell = (h - (p->left_out > 0 ? row : 0)) / MAX(deep, 1) - GAP_LEAST;
    for (int i = 0; i < p->n; i++) {
        struct plaque *plaque = &p->plaque[i];
        double under = hanging(p, plaque) + (plaque->core->from_n > 0 ? p->badge * 0.9 : 0);
        plaque->icon = 0;
        plaque->text =
            furniture_shorten(page, &plaque->wording, least, width_most(p) - 2 * WORDS_END,
                              LEADING_KEYWORD, cell - PAD_CUT - under, &plaque->cut);
        size_plaque(p, plaque, PAD_CUT);
    }
}

static void choose(struct plaques *p)
{
    struct plaques best = *p;
    double value = 0, best_size = 0;
    for (p->columns = 1; p->columns <= MIN(COLUMNS_MOST, p->n); p->columns++)
        for (size_t d = 0; d < G_N_ELEMENTS(depths); d++) {
            double size = largest(p, depths[d].lines);
            double worth = size * depths[d].worth * (p->columns == 1 ? 1 : 0.8);
            if (size < SIZE_GOOD)
                worth *= size / SIZE_GOOD;
            if (size > 0 && worth > value) {
                value = worth;
                best_size = size;
                best.columns = p->columns;
            }
        }
    *p = best;
    if (value > 0)
        set_plaques(p, best_size, 99);
    else
        cut_plaques(p);
}

static void place(struct plaques *p)
{
    const struct tree *tree = p->tree;
    for (int k = 0; k < p->columns; k++) {
        int n = (p->n - k + p->columns - 1) / p->columns;
        double room = p->bottom - p->top, used = column_height(p, k);
        double spare = fmax(0, room - used) / (n + 0.6);
        double gap = GAP_LEAST + fmin(spare, GAP_MOST - GAP_LEAST), y = p->top;
        for (int i = k; i < p->n; i += p->columns) {
            struct plaque *plaque = &p->plaque[i];
            if (p->columns > 1) {
                double off = COLUMN_GAP / 2 + (i / p->columns % 2 == 0 ? 0 : 8);
                plaque->x = k == 0 ? tree->axis - off - plaque->w : tree->axis + off;
            } else {
                double sway = fmin(sway_most(tree), (tree->corridor.w - plaque->w) / 2 - beside(tree) / 2);
                plaque->x = tree->axis - plaque->w / 2 + (i % 2 == 0 ? -sway : sway);
            }
            plaque->y = y;
            y += plaque->h + hanging(p, plaque) + gap;
        }
    }
}

struct plaques tree_plan_plaques(const struct tree *tree)
{
    struct page *page = tree->page;
    const struct harvest *harvest = page->harvest;
    struct plaques p = {.tree = tree, .n = (int)harvest->core_n, .columns = 1};
    if (p.n == 0)
        return p;
    p.badge = furniture_number_size(page) * 0.775;
    p.plaque = ARENA_ARRAY(page->arena, struct plaque, harvest->core_n);
    for (int i = 0; i < p.n; i++) {
        p.plaque[i].core = &harvest->core[i];
        wording_init(&p.plaque[i].wording, page, harvest->core[i].text, WEIGHT_BOLD,
                     harvest->core[i].lang, false);
    }
    p.label = page_tr(page, N_("Our core points"));
    p.label_size = furniture_size(page, p.label, WEIGHT_BLACK, tree->corridor.w - 80,
                                  fmax(LABEL_MOST, page->min_size));
    p.label_w = furniture_width(page, p.label, WEIGHT_BLACK, p.label_size);
    p.top = tree->crotch + p.label_size * 1.5 + 24;
    p.bottom = tree->plateau - FREE_BELOW * tree->k;
    choose(&p);
    place(&p);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){tree->axis - p.label_w / 2 - 18, tree->crotch, p.label_w + 36,
                           p.label_size * 1.5});
    for (int i = 0; i < p.n; i++)
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){p.plaque[i].x, p.plaque[i].y, p.plaque[i].w + 5,
                               p.plaque[i].h + hanging(&p, &p.plaque[i]) + 3});
    return p;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_label(struct plaques *p)
{
    struct page *page = p->tree->page;
    double x = p->tree->axis, y = p->tree->crotch, h = p->label_size * 1.5;
    struct line shape;
    line_init(&shape);
    line_add_rounded_rect(&shape, x - p->label_w / 2 - 18, y, p->label_w + 36, h, 11);
    furniture_begin_decoration(page);
    pen_fill(&page->pen, &shape, COLOUR_SHADOW, 5, 5, 1, 0);
    pen_shape(&page->pen, &shape, COLOUR_WARM, PEN_MEDIUM, 2, 1.6, 0);
    scene_end(page->scene);
    line_clear(&shape);
    page_heading(page, ROLE_H2, KIND_CORE_POINT, "core:label", p->label, WEIGHT_BLACK, NULL, x,
                 furniture_baseline(page, p->label, WEIGHT_BLACK, y + h / 2, p->label_size),
                 p->label_size, PEN_CENTRE);
}

static void draw_board(struct page *page, const struct plaque *plaque)
{
    struct pen *pen = &page->pen;
    struct line shape;
    line_init(&shape);
    furniture_board_path(&shape, plaque->x, plaque->y, plaque->w, plaque->h);
    bool lifted = plaque->core->lifted;
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = lifted ? plaque->core->id : NULL,
                                                 .box = BOX_EMPTY});
    pen_fill(pen, &shape, COLOUR_SHADOW, 5, 5, 1, 0);
    pen_shape(pen, &shape, lifted ? lift_colour() : colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45),
              PEN_MEDIUM * 1.2, 2, 1.6, 0);
    for (int side = 0; side < 2; side++) // nails
        pen_dot(pen, plaque->x + (side == 0 ? 9 : plaque->w - 9), plaque->y + 10, 2.4, COLOUR_INK);
    scene_end(page->scene);
    line_clear(&shape);
}

static void draw_plaque(const struct plaques *p, struct plaque *plaque)
{
    struct page *page = p->tree->page;
    struct pen *pen = &page->pen;
    const struct harvest_core *core = plaque->core;
    pen_push(pen, 0, 0, 1, core->id);
    draw_board(page, plaque);
    double lift = core->from_n > 0 ? fmax(0, p->badge - 8) * 0.5 : 0;
    double middle = plaque->y + plaque->h / 2 - lift, words = plaque->x + words_start(plaque);
    if (plaque->icon > 0) {
        scene_begin(page->scene, (struct scene_mark){.kind = KIND_ICON,
                                                     .role = ROLE_ARTIFACT,
                                                     .id = core->id,
                                                     .box = BOX_EMPTY});
        pen_icon(pen, core->icon, plaque->x + 16, middle - plaque->icon / 2, plaque->icon,
                 COLOUR_NONE, PEN_FINE * 1.25, NULL);
        scene_end(page->scene);
    }
    double inner = plaque->x + plaque->w - WORDS_END - words;
    if (plaque->text.paragraph == NULL)
        plaque->text = furniture_set(page, &plaque->wording, p->size, inner + 0.5, LEADING_KEYWORD);
    page_block(page, KIND_CORE_POINT, core->id, NULL, core->text, plaque->text.paragraph, words,
               middle - plaque->text.h / 2 - 1, inner,
               plaque->wording.rtl != page->rtl ? PEN_END : PEN_START, COLOUR_INK, NULL);
    if (plaque->cut)
        scene_to_appendix(page->scene, core->id);
    double row = fmin(core->from_n * p->badge * ORIGIN_PITCH, plaque->w - 36);
    furniture_origins(page, core, plaque->x + plaque->w - 16 - row, plaque->y + plaque->h, p->badge,
                      plaque->w - 34);
    pen_pop(pen);
}

// How many are only in the appendix.
static void draw_more(const struct plaques *p)
{
    struct page *page = p->tree->page;
    const char *text = arena_printf(page->arena, page_tr(page, N_("+%zu more in the appendix")),
                                    (size_t)p->left_out);
    double y = p->bottom - p->size * 0.6;
    double w = furniture_width(page, text, WEIGHT_BOLD, p->size);
    text = furniture_line_within(page, text, WEIGHT_BOLD, p->size, p->tree->corridor.w - 20);
    furniture_begin_decoration(page);
    struct line shape;
    line_init(&shape);
    line_add_rounded_rect(&shape, p->tree->axis - w / 2 - 10, y - p->size, w + 20, p->size * 1.5,
                          8);
    pen_shape(&page->pen, &shape, COLOUR_NONE, PEN_FINE, 0, 0, 0);
    line_clear(&shape);
    scene_end(page->scene);
    page_line(page, KIND_CORE_POINT, "core:more", NULL, text, WEIGHT_BOLD, NULL, p->tree->axis, y,
              p->size, PEN_CENTRE, COLOUR_INK);
    for (int i = p->n; i < p->n + p->left_out; i++)
        scene_to_appendix(page->scene, p->plaque[i].core->id);
}

void tree_draw_plaques(struct plaques *p)
{
    if (p->label == NULL)
        return;
    pen_push(&p->tree->page->pen, 0, 0, 1, "plaques");
    draw_label(p);
    for (int i = 0; i < p->n; i++)
        draw_plaque(p, &p->plaque[i]);
    if (p->left_out > 0)
        draw_more(p);
    pen_pop(&p->tree->page->pen);
}
