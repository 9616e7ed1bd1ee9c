// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bars above and below a board.
#include <math.h>

#include "app/board.h"
#include "app/phases.h"
#include "app/question.h"
#include "app/rules.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/tr.h"

#define DOTS_SEEN 8     // more are one dot and a number
#define ITEM_HEIGHT 38.0
#define TITLE_LEAST 120.0 // room of a table's name

// What the name of the phase takes, and its rules at least.
static double phase_width(struct kit *kit, const struct board *board)
{
    struct kit_type type = {17, 800, COLOUR_INK, KIT_LEFT, NULL};
    if (board->phase.id == 0)
        return 0;
    return 14 + 36 + kit_text_width(kit, phase_title(kit, &board->phase), type) + 18 + RULES_CHIP;
}

static double draw_phase(struct kit *kit, const struct board *board, double x)
{
    kit_rule(kit, x, 10, x, BOARD_TOP - 10, COLOUR_LINE);
    x += 14;
    struct line outline;
    line_init(&outline);
    enum card_shape shape = card_shape_of(board->phase.kind);
    card_outline(shape, (struct box){x, 12, 30, 18}, &outline);
    kit_hand_shape(kit, &outline, card_fill_of(shape), PEN_FINE * 1.1, "phase");
    line_clear(&outline);
    x += 36;
    return x +
           kit_text(kit, phase_title(kit, &board->phase), x, BOARD_TOP / 2,
                    (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL}) +
           18;
}

static void draw_top(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    struct box bar = {0, 0, view.w, BOARD_TOP};
    kit_target(kit, kit_name(kit, "bar:seat%d", board->seat), bar);
    widget_bar(kit, bar, true);
    double x = KIT_MARGIN, middle = BOARD_TOP / 2, right = view.w - KIT_MARGIN;
    const char *title = board->about.title;
    struct kit_type type = {17, 800, COLOUR_INK, KIT_LEFT, kit_guess_lang(kit, title)};
    struct clock clock = plenary_clock(board->stage);
    if (clock.state != CLOCK_NONE)
        right -= clock_draw_row(kit, &clock, right, middle, 15, 20, "lead") + 18;
    double room = fmax(TITLE_LEAST, right - x - 66 - phase_width(kit, board));
    double width = fmin(kit_text_width(kit, title, type), room);
    kit_begin_target(kit, kit_name(kit, "title:seat%d", board->seat),
                     (struct box){x - 4, 4, width + 56, BOARD_TOP - 8}, title);
    widget_number(kit, x + 13, middle, 13, board->about.number, board->about.colour);
    x += 32;
    kit_begin(kit, KIND_TABLE, NULL, title);
    x += kit_text_within(kit, title, x, middle, width + 0.1, 12, type);
    kit_end(kit);
    kit_icon(kit, "pencil", x + 6, middle - 6, 12, COLOUR_GREY);
    kit_end(kit);
    x += 34;
    const char *question = question_in(&board->about, kit->lang, kit->arena);
    // The guiding question at the far end, the rules of the phase between.
    type = (struct kit_type){12, 500, COLOUR_GREY, KIT_RIGHT,
                             kit_guess_lang(kit, question)};
    double asked = fmin(kit_text_width(kit, question, type), (right - x) * 0.6);
    if (*question != '\0' && right - x > 120) {
        kit_begin(kit, KIND_DECORATION, NULL, question);
        if (kit_text_width(kit, question, type) <= asked)
            kit_text(kit, question, right, middle, type);
        else // two smaller lines
            kit_paragraph(kit, question, right, middle - 13, asked, 2, KIT_TEXT_LEAST,
                          (struct kit_type){10, type.weight, type.colour, KIT_RIGHT, type.lang});
        kit_end(kit);
        right -= asked + 18;
    }
    if (board->phase.id != 0 && right - x > 110) {
        x = draw_phase(kit, board, x);
        rules_draw_in_bar(kit, board, x, right);
    }
}

// ---- below --------------------------------------------------------------------------------------

static void draw_palette(struct kit *kit, const struct board *board, struct box box)
{
    struct box pill = {box.x, box.y + 2, box.w, box.h - 4};
    int most = (int)board->dots_most, left = MAX(0, most - (int)board->dots_given);
    const char *hit = kit_name(kit, "dots:seat%d", board->seat);
    const char *word = kit_say(kit, kit_tr(kit, N_("%d left")), left);
    kit_begin_target(kit, hit, box, word);
    if (box.w < 50) // no room for more than the number
        word = kit_say(kit, "%d", left);
    kit_fill(kit, pill, 17,
             board->giving ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45) : COLOUR_BAR);
    if (board->giving || kit_pressed(kit, hit))
        kit_frame(kit, pill, 17, 1.3, COLOUR_INK);
    uint32_t accent = colour_accent(board->about.colour);
    double middle = box.y + box.h / 2, x = box.x + (box.w < 100 ? 13 : 20);
    int drawn = box.w < 100 || most > DOTS_SEEN ? 1 : most;
    for (int i = 0; i < drawn; i++, x += 14.5)
        widget_dot(kit, x, middle, 5.6, accent, i < left, kit_name(kit, "palette:%d", i));
    x -= 14.5 - 11;
    kit_text_within(kit, word, x, middle, box.x + box.w - x - 5, KIT_TEXT_LEAST,
                    (struct kit_type){10, 700, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
}

static double palette_width(const struct board *board)
{
    int drawn = board->dots_most > DOTS_SEEN ? 1 : (int)board->dots_most;
    return 68 + drawn * 14.5;
}

static void draw_item(struct kit *kit, const struct board *board, double *x, double w,
                      const char *name, const char *label, const char *icon,
                      enum widget_state state)
{
    struct box view = board_view(board);
    widget_bar_item(kit, kit_name(kit, "%s:seat%d", name, board->seat),
                    (struct box){*x, view.y + view.h + 5, w, ITEM_HEIGHT}, label, icon, state);
    *x += w + 3.5;
}

// While people pick cards for a bundle, the bar is about nothing else.
static void draw_bundling(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    double y = view.y + view.h + 4, x = view.w < BOARD_NARROW ? 8 : KIT_MARGIN;
    int n = (int)board->picked->len;
    double cancel = view.w < 400 ? 60 : 90, make = view.w < 400 ? 110 : 200;
    struct box box = {view.w - x - make, y, make, 40};
    const char *label =
        n > 0 ? kit_say(kit, tr_plural(kit->tr, "Bundle of %d", "Bundle of %d", (size_t)n), n)
              : kit_tr(kit, N_("New bundle"));
    widget_primary(kit, kit_name(kit, "bundle-new:seat%d", board->seat), box, label,
                   view.w < 400 ? NULL : "stack-2", 15, n > 0 ? WIDGET_REST : WIDGET_OFF);
    widget_button(kit, kit_name(kit, "bundle-cancel:seat%d", board->seat),
                  (struct box){box.x - cancel - 6, y, cancel, 40}, kit_tr(kit, N_("Leave it")),
                  NULL, 11, WIDGET_REST);
    const char *hint = n == 0 ? kit_tr(kit, N_("Tap the cards that belong together"))
                              : kit_tr(kit, N_("Now “New bundle”, or tap a bundle"));
    kit_paragraph(kit, hint, x, y + (view.w < BOARD_NARROW ? 6 : 11),
                  box.x - cancel - 18 - x, 2, KIT_TEXT_LEAST,
                  (struct kit_type){view.w < BOARD_NARROW ? 9 : 13, 600, COLOUR_INK, KIT_LEFT,
                                    NULL});
}

static void draw_dots(struct kit *kit, const struct board *board, struct box box)
{
    if (board->cards_n + board->parked_n == 0)
        return;
    if (board->dots_shown)
        widget_bar_item(kit, kit_name(kit, "ranking:seat%d", board->seat), box,
                        kit_tr(kit, N_("Ranking")), "trophy", WIDGET_REST);
    else
        draw_palette(kit, board, box);
}

static void draw_bay_button(struct kit *kit, const struct board *board, double *x, double w)
{
    const char *parked = kit_tr(kit, N_("Parked"));
    if (board->parked_n > 0)
        parked = kit_say(kit, "%s %d", parked, (int)board->parked_n);
    draw_item(kit, board, x, w, "bay-button", parked, "parking",
              board->sheet == SHEET_BAY ? WIDGET_ON : WIDGET_REST);
}

static void draw_narrow(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    double y = view.y + view.h, x = 8, small = 48;
    double dots = view.w < 360 ? 40 : 66, gaps = 4 * 3.5 + 16;
    double primary = view.w - gaps - 3 * small - dots;
    draw_item(kit, board, &x, small, "more", kit_tr(kit, N_("More")), "dots",
              board->sheet == SHEET_MORE ? WIDGET_ON : WIDGET_REST);
    widget_primary(kit, kit_name(kit, "new-card:seat%d", board->seat),
                   (struct box){x, y + 4, primary, 40}, kit_tr(kit, N_("New idea")),
                   primary > 120 ? "pencil-plus" : NULL, 17, WIDGET_REST);
    x += primary + 3.5;
    draw_dots(kit, board, (struct box){x, y + 5, dots, ITEM_HEIGHT});
    x += dots + 3.5;
    draw_bay_button(kit, board, &x, small);
    draw_item(kit, board, &x, small, "undo", kit_tr(kit, N_("Undo")), "arrow-back-up",
              board->can_undo ? WIDGET_REST : WIDGET_OFF);
}

static void draw_wide(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    double y = view.y + view.h, x = KIT_MARGIN - 6;
    bool wide = view.w >= BOARD_WIDE;
    draw_item(kit, board, &x, 52, "search", kit_tr(kit, N_("Search")), "search", WIDGET_REST);
    draw_item(kit, board, &x, 58, "tables", kit_tr(kit, N_("All tables")), "layout-grid",
              WIDGET_REST);
    if (wide) {
        draw_item(kit, board, &x, 54, "bundling", kit_tr(kit, N_("Bundle")), "stack-2",
                  WIDGET_REST);
        draw_item(kit, board, &x, 62, "basket", kit_tr(kit, N_("Paper basket")), "trash",
                  board->away_n > 0 ? WIDGET_REST : WIDGET_OFF);
        if (!board_whole_is_seen(board))
            draw_item(kit, board, &x, 62, "whole", kit_tr(kit, N_("Whole wall")), "zoom-scan",
                      board->zoom < 0.999 ? WIDGET_ON : WIDGET_REST);
    } else {
        draw_item(kit, board, &x, 50, "more", kit_tr(kit, N_("More")), "dots",
                  board->sheet == SHEET_MORE ? WIDGET_ON : WIDGET_REST);
    }
    double primary = wide ? 160 : 150;
    widget_primary(kit, kit_name(kit, "new-card:seat%d", board->seat),
                   (struct box){fmax(x + 6, (view.w - primary) / 2), y + 4, primary, 40},
                   kit_tr(kit, N_("New idea")), "pencil-plus", 17, WIDGET_REST);
    double right = view.w - KIT_MARGIN, w = 62, at = right - (wide ? 2 * w + 3.5 : w);
    double pill = fmin(palette_width(board), wide ? 190 : 84), parked = wide ? 0 : 60;
    draw_dots(kit, board, (struct box){at - 10 - pill - parked, y + 5, pill, ITEM_HEIGHT});
    double bay = at - parked - 4;
    if (!wide)
        draw_bay_button(kit, board, &bay, parked);
    draw_item(kit, board, &at, w, "undo", kit_tr(kit, N_("Undo")), "arrow-back-up",
              board->can_undo ? WIDGET_REST : WIDGET_OFF);
    if (wide)
        draw_item(kit, board, &at, w, "redo", kit_tr(kit, N_("Redo")), "arrow-forward-up",
                  board->can_redo ? WIDGET_REST : WIDGET_OFF);
}

void board_draw_bars(struct board *board, struct kit *kit, bool writing)
{
    struct box view = board_view(board);
    struct box bar = {0, view.y + view.h, view.w, BOARD_BOTTOM};
    if (board->stage->seats_n > 1)
        seat_head_draw(kit, board->stage, board->seat, &board->about);
    rules_draw_strip(kit, board);
    kit_mirror(kit, sitting_is_rtl(board->stage, board->seat) ? view.w : 0);
    if (board->stage->seats_n == 1)
        draw_top(kit, board);
    if (!writing) {
        kit_target(kit, kit_name(kit, "bar:seat%d", board->seat), bar);
        widget_bar(kit, bar, false);
        if (board->bundling)
            draw_bundling(kit, board);
        else if (board_is_narrow(board))
            draw_narrow(kit, board);
        else
            draw_wide(kit, board);
    }
    kit_mirror(kit, 0);
}
