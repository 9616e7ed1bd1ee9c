// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How panorama, people and core points share the middle of the picture. Several ways are tried,
// each at its largest lettering, and valued by that and by what they leave out: people are worth
// more than the panorama, both are worth some size.
#include <glib.h>
#include <math.h>

#include "base/tr.h"
#include "poster/motif.h"
#include "poster/scenery.h"

#define SIZE_MOST 36.0
#define SIZE_CLOUD 31.0 // of clouds
#define SIZE_GOOD 16.5
#define LABEL_MOST 30.0
#define BUBBLE_PAD 22.0 // above and below the words together
#define CUT_PAD 12.0
#define GRID_GAP 18.0
#define SIDE_GAP 30.0    // between clouds and title
#define CLOUD_INSET 11.0 // of words from a cloud's edge, more than from a bubble's
#define CLOUD_PAD 10.0
#define CLOUD_PAD_CUT 22.0
enum { COLUMNS_MOST = 6 };

struct way {
    enum scenery_form form;
    double share; // of the room's height for the core points; 0: all but a low panorama
    double worth;
};

static const struct way ways[] = {
    {FORM_PEOPLE, 0.69, 1}, {FORM_PEOPLE, 0, 0.93}, {FORM_PEOPLE, 1, 0.84},
    {FORM_GRID, 0, 0.78},   {FORM_GRID, 1, 0.7},
};

// Two lines read best; of more the lettering is worth less.
static const struct {
    int lines;
    double worth;
} depths[] = {{2, 1}, {4, 0.88}, {99, 0.76}};

double scenery_hanging(const struct scenery *s, const struct bubble *bubble)
{
    return bubble->core->from_n > 0 ? s->badge : 3;
}

// Above and below the words, more than in a bubble.
static double cloud_pad(const struct scenery *s)
{
    return !s->clouds ? 0 : s->cramped ? CLOUD_PAD_CUT : CLOUD_PAD;
}

double scenery_numbers_room(const struct scenery *s, const struct bubble *bubble)
{
    if (bubble->core->from_n == 0)
        return 0;
    return fmax(0, (s->badge - 12) * 1.2) + (s->cramped && s->clouds ? s->badge : 0);
}

double scenery_words_start(const struct bubble *bubble)
{
    return bubble->inset + (bubble->icon > 0 ? 15 + bubble->icon + 12 : WORDS_END);
}

double scenery_label_height(const struct scenery *s)
{
    return s->label_size * 1.5 + 10;
}

static bool is_first(const struct scenery *s, int i)
{
    return i == 0 || i == s->left;
}

static double width_most(const struct scenery *s, int i)
{
    double w = s->room.w;
    if (s->form == FORM_GRID)
        return (w - 8 - (s->columns - 1) * GRID_GAP) / s->columns;
    if (s->form == FORM_SIDES)
        return (w - s->between) / 2 - SIDE_GAP;
    double most = fmax(fmin(w * 0.365, w / 2 - 168), w * 0.30);
    // The label stands between the first ones.
    return is_first(s, i) ? fmin(most, w / 2 - s->label_w / 2 - 40) : most;
}

static void size_bubble(struct scenery *s, struct bubble *bubble, double pad)
{
    double numbers = bubble->core->from_n * s->badge * 2.17 + 44;
    bubble->w = scenery_words_start(bubble) + bubble->text.w + WORDS_END + bubble->inset;
    bubble->w = fmax(bubble->w, fmin(numbers, bubble->limit));
    bubble->h = fmax(bubble->text.h, bubble->icon) + pad + cloud_pad(s);
    bubble->h += scenery_numbers_room(s, bubble);
}

// Sets all bubbles at one size; false when a word does not fit or a text takes too many lines.
static bool set_bubbles(struct scenery *s, double size, int lines_most)
{
    s->size = size;
    for (int i = 0; i < s->n; i++) {
        struct bubble *bubble = &s->bubbles[i];
        bubble->limit = width_most(s, i);
        bubble->inset = s->clouds ? CLOUD_INSET : 0;
        bubble->icon = bubble->core->icon != NULL ? size * 1.7 : 0;
        double inner = bubble->limit - scenery_words_start(bubble) - WORDS_END - bubble->inset;
        if (inner < size)
            return false;
        bubble->text = furniture_measure(s->page, &bubble->wording, size, inner, LEADING_KEYWORD);
        if (bubble->text.overfull || bubble->text.lines > lines_most)
            return false;
        size_bubble(s, bubble, BUBBLE_PAD);
    }
    return true;
}

double scenery_stack_height(const struct scenery *s, int from, int to)
{
    double h = 0;
    for (int i = from; i < to; i++)
        h += s->bubbles[i].h + scenery_hanging(s, &s->bubbles[i]) + (i + 1 < to ? LEAST_GAP : 0);
    return h;
}

static double row_height(const struct scenery *s, int row)
{
    double h = 0;
    for (int i = row * s->columns; i < MIN(s->n, (row + 1) * s->columns); i++)
        h = fmax(h, s->bubbles[i].h + scenery_hanging(s, &s->bubbles[i]));
    return h;
}

static int rows_of(const struct scenery *s)
{
    return (s->n + s->columns - 1) / s->columns;
}

double scenery_need(const struct scenery *s)
{
    if (s->n == 0)
        return 0;
    if (s->form == FORM_SIDES)
        return scenery_label_height(s) +
               fmax(scenery_stack_height(s, 0, s->left), scenery_stack_height(s, s->left, s->n));
    if (s->form == FORM_PEOPLE)
        return STACK_TOP + 6 +
               fmax(scenery_stack_height(s, 0, s->left), scenery_stack_height(s, s->left, s->n));
    double h = scenery_label_height(s);
    for (int row = 0; row < rows_of(s); row++)
        h += row_height(s, row) + (row > 0 ? LEAST_GAP * 0.8 : 0);
    return h + 6;
}

// The largest lettering at which the bubbles take `height` at most; 0: none does.
static double largest(struct scenery *s, double height, int lines_most)
{
    double least = s->page->min_size;
    // In an empty sky clouds are large.
    double most = s->clouds ? SIZE_CLOUD * (1 + (s->page->large - 1) * 0.3) : SIZE_MOST;
    most = fmax(least, fmin(most, fmax(22, s->room.w * 0.0275)));
    for (double size = most;; size = fmax(least, size * 0.97)) {
        if (set_bubbles(s, size, lines_most) && scenery_need(s) <= height)
            return size;
        if (size <= least)
            return 0;
    }
}

static double height_of(const struct scenery *s, const struct way *way)
{
    double h = s->room.h;
    if (way->share == 0)
        return h - PANORAMA_LEAST;
    return s->page->min_size > 20 && way->share < 1 ? h * 0.8 : h * way->share;
}

// Tries one way; keeps it in `best` if it is worth more than *value.
static void try_way(struct scenery *s, const struct way *way, struct scenery *best, double *value)
{
    s->form = way->form;
    int first = way->form == FORM_GRID ? 2 : 1, last = way->form == FORM_GRID ? COLUMNS_MOST : 1;
    for (s->columns = first; s->columns <= MIN(last, MAX(s->n, first)); s->columns++)
        for (size_t i = 0; i < G_N_ELEMENTS(depths); i++) {
            double size = largest(s, height_of(s, way), depths[i].lines);
            double worth = fmin(size, SIZE_MOST * 0.8) * way->worth * depths[i].worth;
            // Below that, size is worth more than anything else.
            if (size < SIZE_GOOD)
                worth *= size / SIZE_GOOD;
            if (size == 0 || worth <= *value)
                continue;
            *value = worth;
            *best = *s;
            best->stage_h = way->share == 1 ? s->room.h : 0;
            if (depths[i].lines <= 2)
                break;
        }
}

// ---- the last resort ----------------------------------------------------------------------------

// Cells of one size, texts cut to them, what has no cell counted in the last one.
static void cut_grid(struct scenery *s)
{
    int n = s->n;
    s->cramped = true;
    double h = s->room.h - scenery_label_height(s) - 6, least = s->page->min_size;
    double low = least * 1.3 + CUT_PAD + 2.2 * s->badge + LEAST_GAP * 0.8;
    low += s->clouds ? cloud_pad(s) + s->badge : 0;
    int rows = MAX(1, (int)((h + LEAST_GAP * 0.8) / low));
    s->form = FORM_GRID;
    s->columns = CLAMP((int)((s->room.w - 8) / (11 * least + GRID_GAP)), 1, COLUMNS_MOST);
    // No more cells than core points.
    while (s->columns > 1 && (s->columns - 1) * rows >= n)
        s->columns--;
    while (rows > 1 && s->columns * (rows - 1) >= n)
        rows--;
    s->n = MIN(n, s->columns * rows);
    if (s->n < n)
        s->n--; // the last cell says how many are missing
    s->left_out = n - s->n;
    s->size = least;
    s->stage_h = s->room.h;
    double cell = (h - (rows - 1) * LEAST_GAP * 0.8) / rows;
    for (int i = 0; i < s->n; i++) {
        struct bubble *bubble = &s->bubbles[i];
        double under = scenery_hanging(s, bubble);
        double numbers = scenery_numbers_room(s, bubble);
        bubble->limit = width_most(s, i);
        bubble->inset = s->clouds ? CLOUD_INSET : 0;
        bubble->icon = 0;
        bubble->text = furniture_shorten(
            s->page, &bubble->wording, least, bubble->limit - 2 * (WORDS_END + bubble->inset),
            LEADING_KEYWORD, cell - CUT_PAD - cloud_pad(s) - under - numbers, &bubble->cut);
        size_bubble(s, bubble, CUT_PAD);
    }
}

// ---- the result ---------------------------------------------------------------------------------

// One row of the grid, in the middle of the room. `note` > 0: behind it so much room for the count
// of what is left out.
static void place_row(struct scenery *s, int from, int to, double y, double note)
{
    double w = note;
    int cells = to - from + (note > 0 ? 1 : 0);
    for (int i = from; i < to; i++)
        w += s->bubbles[i].w;
    double between = fmin(60, (s->room.w - 8 - w) / cells);
    double x = s->room.x + (s->room.w - w - between * (cells - 1)) / 2;
    for (int i = from; i < to; i++) {
        s->bubbles[i].x = x;
        s->bubbles[i].y = y;
        x += s->bubbles[i].w + between;
    }
    if (note > 0) {
        s->note_x = x;
        s->note_y = y;
        s->note_w = note;
    }
}

static void place_grid(struct scenery *s)
{
    int rows = rows_of(s);
    double least = LEAST_GAP * 0.8, spare = fmax(0, s->stage_h - scenery_need(s));
    double gap = least + fmin(26, spare / (rows + 1));
    double y = s->room.y + s->room.h - s->stage_h + scenery_label_height(s);
    y += fmax(0, spare - (gap - least) * (rows - 1)) * (s->left_out > 0 ? 0 : 0.3);
    for (int row = 0; row < rows; row++) {
        int from = row * s->columns, to = MIN(s->n, from + s->columns);
        bool noted = s->left_out > 0 && row == rows - 1 && to - from < s->columns;
        place_row(s, from, to, y, noted ? width_most(s, 0) : 0);
        y += row_height(s, row) + gap;
    }
    if (s->note_w == 0) { // all rows are full
        s->note_x = s->room.x + 4;
        s->note_y = y;
        s->note_w = s->room.w - 8;
    }
}

static void set_label(struct scenery *s)
{
    struct page *page = s->page;
    s->label = page_tr(page, N_("Our core points"));
    s->label_size = furniture_size(
        page, s->label, WEIGHT_BLACK, s->room.w * 0.3,
        CLAMP(s->room.w * 0.026, fmax(22, page->min_size), fmax(LABEL_MOST, page->min_size)));
    s->label_w = furniture_width(page, s->label, WEIGHT_BLACK, s->label_size);
}

void scenery_plan(struct scenery *s)
{
    double h = s->room.h, value = 0;
    if (s->n == 0) {
        s->form = FORM_PEOPLE;
        s->stage_h = h > 200 && motif_of(s->page->harvest) != NULL ? h * 0.62 : h;
        return;
    }
    set_label(s);
    struct scenery best = *s;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        if (s->clouds ? ways[i].form == FORM_GRID && ways[i].share == 1
                      : ways[i].share != 0 || h > 2 * PANORAMA_LEAST)
            try_way(s, &ways[i], &best, &value);
    if (value == 0) {
        cut_grid(s);
    } else {
        *s = best;
        set_bubbles(s, best.size, 99);
        double low = s->form == FORM_GRID ? 0 : s->n <= 2 ? 0.6 : h > 330 ? 0.5 : 0.66;
        if (s->stage_h == 0)
            s->stage_h =
                fmin(fmax(scenery_need(s), h * low), fmax(scenery_need(s), h - PANORAMA_LEAST));
    }
    if (s->form == FORM_GRID)
        place_grid(s);
    else if (motif_of(s->page->harvest) == NULL)
        s->stage_h = h;
}

bool scenery_plan_sides(struct scenery *s, double between, double least)
{
    s->form = FORM_SIDES;
    s->between = between;
    s->columns = 1;
    s->stage_h = s->room.h;
    set_label(s);
    s->label_size = fmin(s->label_size, fmax(26, s->page->min_size));
    s->label_w = furniture_width(s->page, s->label, WEIGHT_BLACK, s->label_size);
    if (s->label_w > width_most(s, 0))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(depths) - 1; i++) {
        double size = largest(s, s->room.h, depths[i].lines);
        if (size >= least)
            return set_bubbles(s, size, depths[i].lines);
    }
    return false;
}
