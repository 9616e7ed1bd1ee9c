// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One board an agreement: who, what, with whom, and until when on a tag nailed to its edge.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/calendar.h"
#include "poster/strip.h"

#define ICON 44.0
#define PAD 17.0
#define LEAST_BOARD 160.0 // wide, where lettering of 14 is the least

struct words {
    struct setting who, what, with;
    double height;
};

struct board {
    const struct harvest_agreement *agreement;
    struct wording who, what, with;
    struct words set;
    double icon;
    double x, y, w, h;
    double inset; // of the words below the upper edge, where the tag hangs
};

static void board_init(struct board *board, struct page *page,
                       const struct harvest_agreement *agreement)
{
    board->agreement = agreement;
    board->icon = agreement->icon != NULL ? ICON : 0;
    const char *who = agreement->who != NULL && *agreement->who != '\0' ? agreement->who
                                                                        : page_tr(page, N_("Who?"));
    wording_init(&board->who, page, who, WEIGHT_BOLD, page_lang(page), true);
    wording_init(&board->what, page, agreement->what, WEIGHT_TEXT, page_lang(page), true);
    const char *with =
        agreement->with == NULL
            ? ""
            : arena_printf(page->arena, page_tr(page, N_("with %s")), agreement->with);
    wording_init(&board->with, page, with, WEIGHT_PLAIN, page_lang(page), true);
}

static bool measure(struct board *board, struct page *page, double who_size, double text_size,
                    bool letter)
{
    struct setting (*set)(struct page *, const struct wording *, double, double, double) =
        letter ? furniture_set : furniture_measure;
    struct words *words = &board->set;
    double beside = board->icon > 0 ? board->icon + 11 : 0;
    words->who = set(page, &board->who, who_size, board->w - 2 * PAD - beside, LEADING_KEYWORD);
    words->what = set(page, &board->what, text_size, board->w - 2 * PAD, LEADING_TEXT);
    words->with = set(page, &board->with, text_size, board->w - 2 * PAD, LEADING_TEXT);
    words->height = fmax(words->who.h, board->icon) + 6 + words->what.h +
                    (words->with.lines > 0 ? 3 + words->with.h : 0);
    return words->height <= board->h - board->inset - 8 && !words->who.overfull &&
           !words->what.overfull && !words->with.overfull;
}

// The first `n` words of a text and an ellipsis; all of them without one.
static const char *first_words(struct page *page, const char *text, int n, int *count)
{
    const char *p = text;
    *count = 0;
    while (*p != '\0') {
        while (*p == ' ')
            p++;
        if (*p == '\0')
            break;
        if (++*count > n)
            return arena_printf(page->arena, "%.*s …", (int)(p - text - 1), text);
        while (*p != '\0' && *p != ' ')
            p++;
    }
    return text;
}

// Leaves out what does not go onto the board even in the least lettering: "with", then the end of
// what.
static void shorten(struct board *board, struct page *page, double who_size, double text_size)
{
    wording_init(&board->with, page, "", WEIGHT_PLAIN, page_lang(page), true);
    int words;
    first_words(page, board->agreement->what, 100000, &words);
    for (int n = words; n > 0 && !measure(board, page, who_size, text_size, false); n--) {
        int count;
        wording_init(&board->what, page, first_words(page, board->agreement->what, n - 1, &count),
                     WEIGHT_TEXT, page_lang(page), true);
    }
    if (!measure(board, page, who_size, text_size, false)) {
        board->icon = 0;
        measure(board, page, who_size, text_size, false);
    }
}

static void fit(struct board *board, struct page *page)
{
    double who_least = fmax(16.5, page->min_size), text_least = page->min_size;
    double who = fmax(23, page->min_size * 1.16), text = fmax(18, page->min_size);
    while (!measure(board, page, who, text, false)) {
        if (who <= who_least && text <= text_least) {
            shorten(board, page, who, text);
            break;
        }
        who = fmax(who_least, who * 0.97);
        text = fmax(text_least, text * 0.97);
    }
    measure(board, page, who, text, true);
}

static void draw_tag(const struct board *board, struct page *page)
{
    struct pen *pen = &page->pen;
    if (board->agreement->until == NULL)
        return;
    double size = fmax(18, page->min_size), w = 0;
    const char *text = NULL;
    static const enum calendar_form forms[] = {CALENDAR_NEAR, CALENDAR_DIGITS};
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        text = arena_printf(page->arena, page_tr(page, N_("by %s")),
                            calendar_date(page, board->agreement->until, forms[i]));
        w = furniture_width(page, text, WEIGHT_BOLD, size);
        if (w + 60 <= board->w)
            break;
    }
    double k = size / 18, x = board->x + board->w - w - 40 - 12 * k, y = board->y - 1;
    x = fmax(x, board->x - 6);
    furniture_begin_decoration(page);
    struct line tag;
    line_init(&tag);
    line_add(&tag, x, y);
    line_add(&tag, x + 13, y - 16 * k);
    line_add(&tag, x + w + 36, y - 17 * k);
    line_add(&tag, x + w + 37, y + 14 * k);
    line_add(&tag, x + 13, y + 15 * k);
    pen_shape(pen, &tag, COLOUR_WARM, PEN_MEDIUM * 0.9, 2, 1.5, 0);
    pen_dot(pen, x + 14, y - 0.5, 2.4, COLOUR_INK);
    line_clear(&tag);
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 4, y - 18 * k, w + 46, 34 * k});
    page_line(page, KIND_AGREEMENT, board->agreement->id, NULL, text, WEIGHT_BOLD, NULL, x + 25,
              furniture_baseline(page, text, WEIGHT_BOLD, y - 1, size), size, PEN_START,
              COLOUR_INK);
}

static void draw_ground(const struct strip *strip, const struct board *board)
{
    struct pen *pen = &strip->page->pen;
    struct pen_stroke post = PEN_STROKE(PEN_HEAVY * 0.75);
    furniture_begin_decoration(strip->page);
    for (int side = 0; side < 2; side++) {
        double x = board->x + board->w * (side == 0 ? strip->posts_in : 1 - strip->posts_in);
        struct line line;
        line_init(&line);
        line_add(&line, x, board->y + board->h - 4);
        line_add(&line, x, strip_road_top(strip, x) + 8);
        pen_line(pen, &line, post);
        page_note(strip->page, OBSTACLE_SCENERY,
                  (struct box){x - 4, board->y + board->h, 8, line.p[1].y - board->y - board->h});
        line_clear(&line);
    }
    struct line shape;
    line_init(&shape);
    furniture_board_path(&shape, board->x, board->y, board->w, board->h);
    pen_fill(pen, &shape, COLOUR_SHADOW, 5, 5, 1, 0);
    pen_shape(pen, &shape, COLOUR_NONE, PEN_MEDIUM * 1.1, 0, 0, 0);
    line_clear(&shape);
    scene_end(strip->page->scene);
}

static void draw_board(struct strip *strip, const struct board *board)
{
    struct page *page = strip->page;
    struct pen *pen = &page->pen;
    const struct words *words = &board->set;
    const char *id = board->agreement->id;
    pen_push(pen, 0, 0, 1, id);
    draw_ground(strip, board);
    double head = fmax(words->who.h, board->icon),
           y = board->y + board->inset + fmax(0, board->h - board->inset - 8 - words->height) * 0.4;
    double x = board->x + PAD, text_x = x, inner = board->w - 2 * PAD;
    if (board->icon > 0) {
        scene_begin(page->scene,
                    (struct scene_mark){
                        .kind = KIND_ICON, .role = ROLE_ARTIFACT, .id = id, .box = BOX_EMPTY});
        pen_icon(pen, board->agreement->icon, x - 4, y + (head - board->icon) / 2, board->icon,
                 COLOUR_WARM, PEN_FINE * 1.1, NULL);
        scene_end(page->scene);
        text_x += board->icon + 7;
    }
    enum pen_anchor align = board->what.rtl != page->rtl ? PEN_END : PEN_START;
    page_block(page, KIND_AGREEMENT, id, NULL, board->who.text, words->who.paragraph, text_x,
               y + (head - words->who.h) / 2, board->x + board->w - PAD - text_x, align, COLOUR_INK,
               NULL);
    y += head + 6;
    page_block(page, KIND_AGREEMENT, id, NULL, board->agreement->what, words->what.paragraph, x, y,
               inner, align, COLOUR_INK, NULL);
    if (words->with.lines > 0)
        page_block(page, KIND_AGREEMENT, id, NULL, board->with.text, words->with.paragraph, x,
                   y + words->what.h + 3, inner, align, COLOUR_GREY, NULL);
    draw_tag(board, page);
    pen_pop(pen);
    page_note(page, OBSTACLE_BOARD,
              (struct box){board->x, board->y - 18, board->w + 4, board->h + 22});
}

void strip_draw_boards(struct strip *strip, double x0, double x1)
{
    struct page *page = strip->page;
    const struct harvest *harvest = page->harvest;
    int n = (int)harvest->agreements_n, shown = n;
    double least = LEAST_BOARD * page->min_size / 14, w = x1 - x0;
    shown = MIN(n, MAX(1, (int)(w / least)));
    const char *more =
        shown == n ? NULL : arena_printf(page->arena, page_tr(page, N_("+%d more")), n - shown);
    if (more != NULL)
        w -= furniture_width(page, more, WEIGHT_BOLD, fmax(18, page->min_size)) + 20;
    double cell = w / shown;
    for (int i = 0; i < shown; i++) {
        struct board board = {0};
        board_init(&board, page, &harvest->agreements[i]);
        board.x = x0 + cell * i + 8;
        board.y = strip->room.y + 4 + 16 * fmax(18, page->min_size) / 18 + (i % 2 == 0 ? 6 : 0);
        board.w = fmin(cell - 24, 420);
        board.h = strip->boards_h;
        board.inset = 4 + 15 * fmax(18, page->min_size) / 18;
        fit(&board, page);
        draw_board(strip, &board);
    }
    if (more == NULL)
        return;
    double size = fmax(18, page->min_size), y = strip->room.y + strip->boards_h * 0.6;
    page_line(page, KIND_AGREEMENT, "agreements:more", NULL, more, WEIGHT_BOLD, NULL, x1, y, size,
              PEN_END, COLOUR_INK);
    double more_w = furniture_width(page, more, WEIGHT_BOLD, size);
    page_note(page, OBSTACLE_TEXT, (struct box){x1 - more_w, y - size, more_w, size * 1.3});
}
