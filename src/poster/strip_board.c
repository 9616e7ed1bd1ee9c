// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boards on posts: who, what, with whom, and until when on a tag nailed to the edge; on boards of
// several agreements the date stands beside who.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/lift.h"
#include "poster/strip.h"

#define TEXT_NOMINAL 18.0 // the size for which the tag is drawn

// A mark for what belongs to an agreement (NULL: to none) and says nothing to a reader.
static void begin_decoration(struct page *page, const char *id)
{
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = id,
                                                 .box = BOX_EMPTY});
}

static void draw_block(struct page *page, const struct entry *entry, const struct setting *setting,
                       double x, double y, double width, uint32_t colour)
{
    if (setting->paragraph == NULL || setting->lines == 0)
        return;
    // All that one entry says begins at the same side.
    enum pen_anchor align = entry->what_set.wording->rtl != page->rtl ? PEN_END : PEN_START;
    page_block(page, KIND_AGREEMENT, entry->agreement->id, NULL, setting->wording->text,
               setting->paragraph, x, y, width, align, colour, NULL);
}

static void draw_date_line(struct page *page, const struct entry *entry, double x, double middle,
                           double size)
{
    page_line(page, KIND_AGREEMENT, entry->agreement->id, NULL, entry->date, WEIGHT_BOLD, NULL, x,
              furniture_baseline(page, entry->date, WEIGHT_BOLD, middle, size), size, PEN_START,
              COLOUR_INK);
}

static void draw_tag(struct page *page, const struct board *board, double size)
{
    struct pen *pen = &page->pen;
    const struct entry *entry = &board->entries[0];
    double tall = page->rtl ? 1.14 : 1; // joined scripts reach higher and lower
    double k = tall * size / TEXT_NOMINAL, w = entry->date_w, y = board->y - 1;
    double x = fmax(board->x - 4, board->x + board->w - w - 40 - 12 * k);
    struct line tag;
    line_init(&tag);
    line_add(&tag, x, y);
    line_add(&tag, x + 13, y - 16 * k);
    line_add(&tag, x + w + 36, y - 17 * k);
    line_add(&tag, x + w + 37, y + 14 * k);
    line_add(&tag, x + 13, y + 15 * k);
    begin_decoration(page, entry->agreement->id);
    pen_shape(pen, &tag, COLOUR_WARM, PEN_MEDIUM * 0.9, 2, 1.5, 0);
    pen_dot(pen, x + 14, y - 0.5, 2.4, COLOUR_INK);
    scene_end(page->scene);
    line_clear(&tag);
    draw_date_line(page, entry, x + 25, y - 1, size);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 4, y - 18 * k, w + 46, 34 * k});
}

// A date in the row of an entry, on a marker's band; `x`: where its words begin.
static void draw_date(struct page *page, const struct entry *entry, double x, double middle,
                      double size)
{
    begin_decoration(page, entry->agreement->id);
    figure_swash(&page->pen, x - DATE_PAD, middle - size * 0.6, entry->date_w + 2 * DATE_PAD,
                 size * 1.2, COLOUR_WARM, "date");
    scene_end(page->scene);
    draw_date_line(page, entry, x, middle, size);
}

// A post beneath the board, where nothing else stands.
static void draw_post(struct strip *strip, const struct board *board, double share)
{
    struct pen *pen = &strip->page->pen;
    double x = strip_free_near(strip, board->x + board->w * share, board->x + 8,
                               board->x + board->w - 8, 7);
    double top = board->y + board->h - 4, foot = strip_road_top(strip, x) + 8;
    struct line line;
    line_init(&line);
    line_add(&line, x, top);
    line_add(&line, x, foot);
    pen_line(pen, &line, PEN_STROKE(PEN_HEAVY * 0.75));
    line_clear(&line);
    strip_take(strip, x - 5, x + 5);
    page_note(strip->page, OBSTACLE_SCENERY, (struct box){x - 4, top, 8, foot - top});
}

// The id of what a board says that is lifted; NULL: nothing is.
static const char *lifted_of(const struct board *board)
{
    for (int i = 0; i < board->n; i++)
        if (board->entries[i].agreement->lifted)
            return board->entries[i].agreement->id;
    return NULL;
}

static void draw_ground(struct strip *strip, const struct board *board)
{
    const char *lifted = lifted_of(board);
    struct pen *pen = &strip->page->pen;
    struct line shape;
    line_init(&shape);
    furniture_board_path(&shape, board->x, board->y, board->w, board->h);
    begin_decoration(strip->page, lifted);
    pen_fill(pen, &shape, COLOUR_SHADOW, 5, 5, 1, 0);
    pen_shape(pen, &shape, lifted != NULL ? lift_colour() : COLOUR_NONE, PEN_MEDIUM * 1.1, 0, 0, 0);
    scene_end(strip->page->scene);
    line_clear(&shape);
}

// Between two agreements on one board.
static void draw_rule(struct page *page, const struct board *board, double y)
{
    struct line rule;
    line_init(&rule);
    line_add(&rule, board->x + BOARD_PAD, y);
    line_add(&rule, board->x + board->w - BOARD_PAD, y - 1);
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE * 0.8);
    stroke.wobble = 0.6;
    stroke.dash = 8;
    stroke.gap = 6;
    furniture_begin_decoration(page);
    pen_line(&page->pen, &rule, stroke);
    scene_end(page->scene);
    line_clear(&rule);
}

static void draw_entry(struct page *page, const struct board *board, const struct entry *entry,
                       double y, double size)
{
    struct pen *pen = &page->pen;
    double x = board->x + BOARD_PAD, inner = board->w - 2 * BOARD_PAD, text_x = x;
    double head = fmax(entry->who_set.h, entry->icon), who_w = inner;
    pen_push(pen, 0, 0, 1, entry->agreement->id);
    if (entry->icon > 0) {
        scene_begin(page->scene, (struct scene_mark){.kind = KIND_ICON,
                                                     .role = ROLE_ARTIFACT,
                                                     .id = entry->agreement->id,
                                                     .box = BOX_EMPTY});
        pen_icon(pen, entry->agreement->icon, x - 3, y + (head - entry->icon) / 2, entry->icon,
                 COLOUR_WARM, PEN_FINE * 1.1, NULL);
        scene_end(page->scene);
        text_x += entry->icon + 8;
        who_w -= entry->icon + 8;
    } else if (entry->date_beside) {
        who_w -= entry->date_w + 2 * DATE_PAD + 10;
        draw_date(page, entry, x + inner - entry->date_w - DATE_PAD,
                  y + entry->who_set.ascent - entry->who_set.size * 0.34, size);
    }
    draw_block(page, entry, &entry->who_set, text_x, y + (head - entry->who_set.h) / 2, who_w,
               COLOUR_INK);
    y += head;
    if (board->n > 1 && entry->date != NULL && !entry->date_beside) {
        draw_date(page, entry, x + DATE_PAD, y + size * 0.75, size);
        y += size * 1.45;
    }
    draw_block(page, entry, &entry->what_set, x, y + 4, inner, COLOUR_INK);
    y += 4 + entry->what_set.h + BOARD_WITH * size;
    draw_block(page, entry, &entry->with_set, x, y, inner, COLOUR_GREY);
    pen_pop(pen);
    if (entry->cut)
        scene_to_appendix(page->scene, entry->agreement->id);
}

static void draw_board(struct strip *strip, const struct board_plan *plan,
                       const struct board *board)
{
    struct page *page = strip->page;
    pen_push(&page->pen, 0, 0, 1, board->entries[0].agreement->id);
    draw_ground(strip, board);
    double gap = strip_board_gap(plan), used = (board->n - 1) * gap;
    for (int i = 0; i < board->n; i++)
        used += board->entries[i].h;
    double spare = fmax(0, board->h - board->top - BOARD_FOOT - used);
    double y = board->y + board->top + spare * (board->n > 1 ? 1.0 / (board->n + 1) : 0.4);
    for (int i = 0; i < board->n; i++) {
        draw_entry(page, board, &board->entries[i], y, plan->text_size);
        y += board->entries[i].h;
        if (i + 1 < board->n) {
            double space = gap + spare / (board->n + 1);
            draw_rule(page, board, y + space / 2);
            y += space;
        }
    }
    if (board->n == 1 && board->entries[0].date != NULL)
        draw_tag(page, board, plan->text_size);
    pen_pop(&page->pen);
    page_note(page, OBSTACLE_BOARD,
              (struct box){board->x, board->y - 2, board->w + 4, board->h + 6});
}

// How many are only in the appendix.
static void draw_note(struct strip *strip, const struct board_plan *plan)
{
    struct page *page = strip->page;
    double size = fmax(18, page->min_size), w = strip_note_width(strip) - 4;
    const char *text = arena_printf(page->arena, page_tr(page, N_("+%zu more in the appendix")),
                                    (size_t)plan->left_out);
    struct wording *wording = ARENA_NEW(page->arena, struct wording);
    wording_init(wording, page, text, WEIGHT_BOLD, page_lang(page), true);
    bool cut = false;
    struct setting set = furniture_shorten(page, wording, fmax(page->min_size, size * 0.9), w,
                                           LEADING_TEXT, strip->boards_h, &cut);
    double y = strip->boards_y + (strip->boards_h - set.h) / 2;
    page_block(page, KIND_AGREEMENT, "agreements:more", NULL, text, set.paragraph, plan->note_x, y,
               w, PEN_START, COLOUR_INK, NULL);
    page_note(page, OBSTACLE_TEXT, (struct box){plan->note_x, y, w, set.h});
    size_t end = strip->first + strip->n;
    for (size_t i = end - (size_t)plan->left_out; i < end; i++)
        scene_to_appendix(page->scene, page->harvest->agreements[i].id);
}

void strip_draw_posts(struct strip *strip, const struct board_plan *plan)
{
    double inset = strip->tall ? 0.1 : 0.2;
    furniture_begin_decoration(strip->page);
    for (int i = 0; i < plan->n; i++) {
        pen_push(&strip->page->pen, 0, 0, 1, plan->boards[i].entries[0].agreement->id);
        draw_post(strip, &plan->boards[i], inset);
        draw_post(strip, &plan->boards[i], 1 - inset);
        pen_pop(&strip->page->pen);
    }
    scene_end(strip->page->scene);
}

void strip_draw_boards(struct strip *strip, const struct board_plan *plan)
{
    for (int i = 0; i < plan->n; i++)
        draw_board(strip, plan, &plan->boards[i]);
    if (plan->left_out > 0)
        draw_note(strip, plan);
}
