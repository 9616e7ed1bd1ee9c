// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Agreements as signs beside seedlings on the lower ground, half of them on either side of the
// hill; the next meeting above those on the right.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/calendar.h"
#include "poster/strip.h"
#include "poster/tree.h"

#define SEEDLING 44.0 // of the width, before each sign
#define SEEDLING_H 66.0
#define FROM_HILL 14.0
#define POSTS 24.0 // below a sign
#define TITLE_MOST 37.0
#define NARROW 14.0 // em: a side that is narrower has no signs
enum { SIGNS_MOST = 3 };

double tree_signs_top(const struct page *page)
{
    double size = fmax(TITLE_MOST, page->min_size * 1.3), tag = 17 * fmax(18, page->min_size) / 18;
    return size * 1.42 * 1.18 + tag + 14;
}

static struct box side_room(const struct tree *tree, int side)
{
    const struct page *page = tree->page;
    double left = page->margin, right = tree->axis - tree->hill_half - FROM_HILL;
    if (side > 0) {
        left = tree->axis + tree->hill_half + FROM_HILL;
        right = page->w - page->margin;
    }
    return (struct box){left, page->strip.y, right - left, page->strip.h};
}

// ---- signs
// ---------------------------------------------------------------------------------------

static void draw_posts(const struct tree *tree, const struct board *board)
{
    struct page *page = tree->page;
    furniture_begin_decoration(page);
    for (int i = 0; i < 2; i++) {
        double x = board->x + board->w * (i == 0 ? 0.2 : 0.8);
        struct line post;
        line_init(&post);
        line_add(&post, x, board->y + board->h - 4);
        line_add(&post, x, tree_ground(tree, x) + 4);
        pen_line(&page->pen, &post, PEN_STROKE(PEN_HEAVY * 0.75));
        line_clear(&post);
    }
    scene_end(page->scene);
}

static void draw_seedling(const struct tree *tree, double x, double h)
{
    struct page *page = tree->page;
    double y = tree_ground(tree, x);
    furniture_begin_decoration(page);
    figure_seedling(&page->pen, x, y + 1, h);
    scene_end(page->scene);
    page_note(page, OBSTACLE_SCENERY, (struct box){x - h * 0.5, y - h * 1.3, h, h * 1.3});
}

// The signs of one side; as many agreements as `n`, from `first` on.
static void draw_side(const struct tree *tree, int side, size_t first, size_t n)
{
    struct page *page = tree->page;
    struct box room = side_room(tree, side);
    if (n == 0)
        return;
    struct strip strip = {.page = page, .room = room, .first = first, .n = n};
    strip.boards_y = room.y + tree_signs_top(page);
    strip.boards_h = tree->foot - POSTS - 6 - strip.boards_y;
    // Room for a seedling before each sign: how many signs there are shows when they are planned.
    const struct board_plan *plan = NULL;
    int signs = (int)MIN(n, SIGNS_MOST);
    for (;; signs--) {
        plan = strip_plan(&strip, room.x + SEEDLING * signs, room.x + room.w);
        if (plan->n >= signs || signs == 1)
            break;
    }
    for (int i = 0; i < plan->n; i++) {
        struct board *board = &plan->boards[i];
        board->x -= SEEDLING * MAX(0, signs - 1 - i) - 2;
        pen_push(&page->pen, 0, 0, 1, board->entries[0].agreement->id);
        if (i < signs)
            draw_seedling(tree, board->x - SEEDLING * 0.52, SEEDLING_H);
        draw_posts(tree, board);
        pen_pop(&page->pen);
    }
    strip_draw_boards(&strip, plan);
}

// ---- heading
// -------------------------------------------------------------------------------------

static void draw_heading(const struct tree *tree)
{
    struct page *page = tree->page;
    const char *title = page_tr(page, N_("Agreements"));
    const char *question = page_tr(page, N_("Who does what by when?"));
    struct box room = side_room(tree, -1);
    double x = room.x + 22, y = room.y + 6;
    double size = furniture_size(page, title, WEIGHT_BLACK, room.w - 90,
                                 fmax(TITLE_MOST, page->min_size * 1.3));
    double w = furniture_width(page, title, WEIGHT_BLACK, size) + 44, h = size * 1.42;
    furniture_begin_decoration(page);
    figure_ribbon(&page->pen, x, y, w, h, COLOUR_WARM, 20, 14, "agreements");
    scene_end(page->scene);
    page_heading(page, ROLE_H2, KIND_AGREEMENT, "agreements:title", title, WEIGHT_BLACK, NULL,
                 x + w / 2, furniture_baseline(page, title, WEIGHT_BLACK, y + h / 2, size), size,
                 PEN_CENTRE);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 22, y, w + 44, h * 1.22});
    double left = x + w + 42, wide = room.x + room.w - left;
    double small =
        furniture_size(page, question, WEIGHT_SEMI, fmax(1, wide), fmax(20, page->min_size));
    double asked = furniture_width(page, question, WEIGHT_SEMI, small);
    if (asked > wide)
        return;
    page_line(page, KIND_AGREEMENT, "agreements:question", NULL, question, WEIGHT_SEMI, NULL, left,
              furniture_baseline(page, question, WEIGHT_SEMI, y + h / 2, small), small, PEN_START,
              COLOUR_INK);
    page_note(page, OBSTACLE_TEXT, (struct box){left, y, asked, h});
}

// ---- the next meeting
// ----------------------------------------------------------------------------

// Title, date, time and place, as many of them as fit `width` at the least size.
static const char *meeting_text(struct page *page, double width)
{
    static const enum calendar_form forms[] = {CALENDAR_WEEKDAY, CALENDAR_DIGITS};
    const struct harvest *harvest = page->harvest;
    const char *titles[] = {harvest->meeting_title, page_tr(page, N_("Next meeting")), NULL};
    const char *text = "";
    for (int parts = 2; parts >= 0; parts--)
        for (size_t t = titles[0] != NULL && *titles[0] != '\0' ? 0 : 1; t < 3; t++)
            for (size_t f = 0; f < G_N_ELEMENTS(forms); f++) {
                text = calendar_date(page, harvest->meeting_date, forms[f]);
                if (titles[t] != NULL)
                    text = arena_printf(page->arena, "%s · %s", furniture_isolate(page, titles[t]),
                                        text);
                if (parts > 0 && harvest->meeting_time != NULL)
                    text = arena_printf(page->arena, "%s · %s", text, harvest->meeting_time);
                if (parts > 1 && harvest->meeting_place != NULL)
                    text = arena_printf(page->arena, "%s · %s", text,
                                        furniture_isolate(page, harvest->meeting_place));
                if (furniture_width(page, text, WEIGHT_BOLD, page->min_size) <= width)
                    return text;
            }
    return furniture_line_within(page, text, WEIGHT_BOLD, page->min_size, width);
}

static void draw_meeting(const struct tree *tree)
{
    struct page *page = tree->page;
    struct pen *pen = &page->pen;
    struct box room = side_room(tree, 1);
    double icon = fmax(28, page->min_size * 1.3), beside = icon + 38;
    const char *text = meeting_text(page, room.w - beside - 6);
    double size =
        furniture_size(page, text, WEIGHT_BOLD, room.w - beside - 6, fmax(21, page->min_size));
    double w = furniture_width(page, text, WEIGHT_BOLD, size) + beside;
    double h = fmax(42, fmax(icon + 12, size * 1.8)), x = room.x + room.w - w - 6, y = room.y + 8;
    struct line shape;
    line_init(&shape);
    line_add_rounded_rect(&shape, x, y, w, h, 9);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "meeting");
    pen_fill(pen, &shape, COLOUR_SHADOW, 5, 5, 0.8, 0);
    pen_shape(pen, &shape, COLOUR_WARM, PEN_MEDIUM, 2, 1.6, 0);
    pen_icon(pen, "calendar-event", x + 12, y + (h - icon) / 2, icon, COLOUR_PAPER, PEN_FINE, NULL);
    pen_pop(pen);
    scene_end(page->scene);
    line_clear(&shape);
    page_line(page, KIND_AGREEMENT, "meeting", NULL, text, WEIGHT_BOLD, NULL, x + icon + 22,
              furniture_baseline(page, text, WEIGHT_BOLD, y + h / 2, size), size, PEN_START,
              COLOUR_INK);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 2, y - 2, w + 9, h + 9});
}

void tree_draw_seedlings(const struct tree *tree)
{
    const struct harvest *harvest = tree->page->harvest;
    double w0 = side_room(tree, -1).w, w1 = side_room(tree, 1).w;
    // By the room they have; as many on either side where it is about the same.
    double share = w1 < NARROW * tree->page->min_size ? 1 : w0 / (w0 + w1);
    size_t n = harvest->agreements_n, left = MIN(n, (size_t)((double)n * share + 0.75));
    pen_push(&tree->page->pen, 0, 0, 1, "seedlings");
    if (n > 0)
        draw_heading(tree);
    if (harvest->meeting_date != NULL)
        draw_meeting(tree);
    draw_side(tree, -1, 0, left);
    draw_side(tree, 1, left, n - left);
    pen_pop(&tree->page->pen);
}
