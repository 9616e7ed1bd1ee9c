// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a board looks (screens 03 and 12a).
#include "app/board.h"

#include <math.h>
#include <string.h>

#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/tr.h"
#include "draw/figure.h"

#define ACTION_WIDTH 45.0
#define ACTION_HEIGHT 40.0
#define FRAME 6.0 // of the selected card, outside it
#define DRAGGED_DEGREES (-4.0)
#define HAND_DOT 17.0

// ---- bars ---------------------------------------------------------------------------------------

// The rules of the phase, one a line or sentence of its text, as many as there is room for.
static void draw_rules(struct kit *kit, const struct board *board, double x, double right)
{
    static const char *const icons[] = {"sparkles", "scale-off", "plus", "square-number-1"};
    char **rules = g_strsplit_set(board->phase.rules, "\n;", -1);
    struct kit_type type = {9.5, 500, COLOUR_INK, KIT_LEFT, NULL};
    for (size_t i = 0, n = 0; rules[i] != NULL && n < G_N_ELEMENTS(icons); i++) {
        const char *rule = g_strstrip(rules[i]);
        if (*rule == '\0')
            continue;
        double width = kit_text_width(kit, rule, type);
        if (x + 15 + width > right)
            break;
        kit_icon(kit, icons[n++], x, BOARD_TOP / 2 - 6, 12, COLOUR_GREY);
        kit_text(kit, rule, x + 15, BOARD_TOP / 2, type);
        x += 15 + width + 17;
    }
    g_strfreev(rules);
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
           kit_text(kit, board->phase.title, x, BOARD_TOP / 2,
                    (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL}) +
           18;
}

static void draw_top(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    struct box bar = {0, 0, view.w, BOARD_TOP};
    if (board->stage->seats_n > 1) {
        seat_head_draw(kit, board->stage, board->seat, &board->about);
        return;
    }
    kit_target(kit, kit_name(kit, "bar:seat%d", board->seat), bar);
    widget_bar(kit, bar, true);
    double x = KIT_MARGIN, middle = BOARD_TOP / 2, right = view.w - KIT_MARGIN;
    const char *title = board->about.title;
    struct kit_type type = {17, 800, COLOUR_INK, KIT_LEFT, NULL};
    double width = fmin(kit_text_width(kit, title, type), right - x - 48);
    kit_begin_target(kit, kit_name(kit, "title:seat%d", board->seat),
                     (struct box){x - 4, 4, width + 56, BOARD_TOP - 8}, title);
    widget_number(kit, x + 13, middle, 13, board->about.number);
    x += 32;
    kit_begin(kit, KIND_TABLE, NULL, title);
    x += kit_text_within(kit, title, x, middle, width + 0.1, 12, type);
    kit_end(kit);
    kit_icon(kit, "pencil", x + 6, middle - 6, 12, COLOUR_GREY);
    kit_end(kit);
    x += 18;
    x += 16;
    // The guiding question at the far end, the rules of the phase between.
    type = (struct kit_type){12, 500, COLOUR_GREY, KIT_RIGHT, NULL};
    double question = fmin(kit_text_width(kit, board->about.question, type), (right - x) * 0.6);
    if (*board->about.question != '\0' && right - x > 120) {
        kit_begin(kit, KIND_DECORATION, NULL, board->about.question);
        kit_text_within(kit, board->about.question, right, middle, question, 9.5, type);
        kit_end(kit);
        right -= question + 18;
    }
    if (board->phase.id != 0 && right - x > 110) {
        x = draw_phase(kit, board, x);
        draw_rules(kit, board, x, right);
    }
}

#define NARROW 640.0 // seats below have a shorter bar

static void draw_palette(struct kit *kit, const struct board *board, struct box box, bool narrow)
{
    struct box pill = {box.x, box.y + 2, box.w, box.h - 4};
    int left = MAX(0, BOARD_DOTS - (int)board->dots_given);
    const char *hit = kit_name(kit, "dots:seat%d", board->seat);
    const char *word = kit_name(kit, kit_tr(kit, N_("%d left")), left);
    kit_begin_target(kit, hit, box, word);
    kit_fill(kit, pill, 17,
             board->giving ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45) : COLOUR_BAR);
    if (board->giving || kit_pressed(kit, hit))
        kit_frame(kit, pill, 17, 1.3, COLOUR_INK);
    uint32_t accent = colour_accent(board->about.number);
    double middle = box.y + box.h / 2, words = narrow ? 22 : 108;
    for (int i = 0; i < (narrow ? 1 : BOARD_DOTS); i++)
        widget_dot(kit, box.x + (narrow ? 13 : 20) + i * 14.5, middle, 5.6, accent, i < left,
                   kit_name(kit, "palette:%d", i));
    kit_text_within(kit, word, box.x + words, middle, box.w - words - 4, KIT_TEXT_LEAST,
                    (struct kit_type){10, 700, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
}

static void draw_bottom(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    double y = view.y + view.h;
    struct box bar = {0, y, view.w, BOARD_BOTTOM};
    bool narrow = view.w < NARROW;
    kit_target(kit, kit_name(kit, "bar:seat%d", board->seat), bar);
    widget_bar(kit, bar, false);
    widget_bar_item(kit, kit_name(kit, "tables:seat%d", board->seat),
                    (struct box){narrow ? 8 : KIT_MARGIN, y + 5, 56, 38},
                    kit_tr(kit, N_("All tables")), "layout-grid", WIDGET_REST);
    widget_primary(kit, kit_name(kit, "new-card:seat%d", board->seat),
                   (struct box){narrow ? 72 : view.w / 2 - 80, y + 4, narrow ? 130 : 160, 40},
                   kit_tr(kit, N_("New idea")), "pencil-plus", 17, WIDGET_REST);
    double w = narrow ? 50 : 62, right = view.w - (narrow ? 8 : KIT_MARGIN);
    widget_bar_item(kit, kit_name(kit, "redo:seat%d", board->seat),
                    (struct box){right - w, y + 5, w, 38}, kit_tr(kit, N_("Redo")),
                    "arrow-forward-up", board->can_redo ? WIDGET_REST : WIDGET_OFF);
    widget_bar_item(kit, kit_name(kit, "undo:seat%d", board->seat),
                    (struct box){right - 2 * w - 5, y + 5, w, 38}, kit_tr(kit, N_("Undo")),
                    "arrow-back-up", board->can_undo ? WIDGET_REST : WIDGET_OFF);
    double pill = narrow ? 68 : 150;
    if (board->cards_n + board->parked_n > 0)
        draw_palette(kit, board,
                     (struct box){right - 2 * w - 5 - (narrow ? 4 : 10) - pill, y + 5, pill, 38},
                     narrow);
}

// ---- cards --------------------------------------------------------------------------------------

// Every card hangs a little crooked, always the same.
static double tilt_of(int64_t card)
{
    return ((double)((uint64_t)card % 17) - 8) / 10;
}

static void put_card(struct kit *kit, struct board *board, const struct card *card, struct box box,
                     bool parked, double degrees)
{
    struct card_face face = board_face(board, card, parked);
    const struct card_drawing *drawing = cards_draw(board->stage->cards, board->stage, &face);
    struct affine turn =
        affine_multiply(affine_multiply(affine_translation(box.x + box.w / 2, box.y + box.h / 2),
                                        affine_rotation(degrees * G_PI / 180)),
                        affine_translation(-drawing->w / 2, -drawing->h / 2));
    kit_begin_target(kit, kit_name(kit, "card:%" G_GINT64_FORMAT, card->id), box, card->text);
    scene_use(kit->scene, drawing->scene, affine_multiply(kit->m, turn), 1);
    kit_end(kit);
}

static void draw_selection(struct kit *kit, struct box card)
{
    struct box frame = box_grow(card, FRAME);
    kit_fill(kit, frame, 14, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45));
    kit_dashes(kit, frame, 14, 1.5, 6, 4.2, COLOUR_INK);
}

// Flat shadow of what is lifted.
static void draw_shadow(struct kit *kit, const struct card_face *face, struct box box)
{
    struct line outline;
    line_init(&outline);
    card_outline(face->shape, (struct box){5, 6, box.w, box.h}, &outline);
    struct affine turn =
        affine_multiply(affine_multiply(affine_translation(box.x + box.w / 2, box.y + box.h / 2),
                                        affine_rotation(DRAGGED_DEGREES * G_PI / 180)),
                        affine_translation(-box.w / 2, -box.h / 2));
    line_transform(&outline, turn);
    scene_fill(kit->scene, &outline, 1, kit->m, COLOUR_SHADOW, false);
    line_clear(&outline);
}

static void draw_card(struct kit *kit, struct board *board, const struct card *card, struct box box,
                      bool parked, bool target)
{
    bool selected = board->selected == card->id || target;
    if (selected)
        draw_selection(kit, box);
    put_card(kit, board, card, box, parked, selected ? 0 : tilt_of(card->id));
}

static bool is_below_dot(const struct board *board, struct box card)
{
    for (guint i = 0; i < board->drags->len; i++) {
        const struct board_drag *drag = &g_array_index(board->drags, struct board_drag, i);
        if (drag->what == DRAG_DOT && drag->moving && box_contains(card, drag->at))
            return true;
    }
    return false;
}

static void draw_bay(struct kit *kit, struct board *board)
{
    struct box bay = board_bay(board);
    kit_begin_target(kit, kit_name(kit, "bay:seat%d", board->seat), bay,
                     kit_tr(kit, N_("Parking bay")));
    kit_fill(kit, box_grow(bay, 2), 0, COLOUR_WALL);
    struct line edge;
    line_init(&edge);
    line_add(&edge, bay.x, bay.y + 14);
    line_add(&edge, bay.x, bay.y + bay.h);
    line_add(&edge, bay.x + bay.w, bay.y + bay.h);
    line_add(&edge, bay.x + bay.w, bay.y + 14);
    kit_line(kit, &edge, 1.0, 7, 5, COLOUR_EDGE);
    line_clear(&edge);
    kit_hand_box(kit, (struct box){bay.x + 8, bay.y - 2, 26, 26}, 4, COLOUR_PAPER, PEN_FINE * 1.2,
                 "parking");
    kit_text(kit, "P", bay.x + 21, bay.y + 11,
             (struct kit_type){17, 800, COLOUR_INK, KIT_CENTRE, "en"});
    kit_text_within(kit, kit_tr(kit, N_("Parking bay")), bay.x + 41, bay.y + 11, bay.w - 49, 9,
                    (struct kit_type){12.5, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_text_within(kit, kit_tr(kit, N_("Parked: talk about it later")), bay.x + 10, bay.y + 34,
                    bay.w - 20, KIT_TEXT_LEAST,
                    (struct kit_type){9, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
    struct box room = {bay.x - FRAME, bay.y + 44, bay.w + 2 * FRAME, bay.h - 46};
    kit_clip(kit, room);
    for (size_t i = 0; i < board->parked_n; i++) {
        struct box box = board_bay_card(board, i);
        struct box seen = box_intersection(box, room);
        if (board_drag_of(board, board->parked[i].id) == NULL && !box_is_empty(seen) &&
            seen.h >= KIT_TARGET_LEAST)
            draw_card(kit, board, &board->parked[i], box, true, is_below_dot(board, box));
    }
    kit_unclip(kit);
}

static void draw_actions(struct kit *kit, const struct board *board)
{
    size_t i;
    bool parked;
    const struct card *card = board_find(board, board->selected, &i, &parked);
    if (card == NULL || board_drag_of(board, card->id) != NULL)
        return;
    struct box box = parked ? board_bay_card(board, i) : board_card(board, i);
    bool dots = board->dots_given > 0 && card->votes > 0;
    int n = dots ? 4 : 3;
    struct box view = board_view(board);
    struct box row = {0, box.y + box.h + 12, n * ACTION_WIDTH + 4, ACTION_HEIGHT};
    row.x = CLAMP(box.x + (box.w - row.w) / 2, 8, view.w - row.w - 8);
    if (row.y + row.h > view.y + view.h - 4)
        row.y = box.y - 12 - row.h;
    kit_target(kit, kit_name(kit, "actions:seat%d", board->seat), row);
    kit_hand_box(kit, row, 7, COLOUR_PAPER, PEN_FINE * 1.2, "actions");
    const struct {
        const char *name, *label, *icon;
        bool shown;
    } actions[] = {
        {"edit", N_("Change"), "pencil", true},
        {"take-dot", N_("Dot back"), "circle-minus", dots},
        {"park", parked ? N_("Bring back") : N_("Park"), parked ? "arrow-back-up" : "archive",
         true},
        {"away", N_("Away"), "trash", true},
    };
    struct box item = {row.x + 2, row.y + 1, ACTION_WIDTH - 0.2, ACTION_HEIGHT - 2};
    for (size_t k = 0; k < G_N_ELEMENTS(actions); k++) {
        if (!actions[k].shown)
            continue;
        widget_bar_item(kit, kit_name(kit, "act:%s:seat%d", actions[k].name, board->seat), item,
                        kit_tr(kit, actions[k].label), actions[k].icon, WIDGET_REST);
        item.x += ACTION_WIDTH;
    }
}

static void draw_lifted(struct kit *kit, struct board *board)
{
    for (guint i = 0; i < board->drags->len; i++) {
        const struct board_drag *drag = &g_array_index(board->drags, struct board_drag, i);
        bool parked;
        const struct card *card = board_find(board, drag->card, NULL, &parked);
        if (!drag->moving)
            continue;
        if (drag->what == DRAG_CARD && card != NULL) {
            struct box box = {drag->at.x, drag->at.y, drag->w, drag->h};
            struct card_face face = board_face(board, card, parked);
            draw_shadow(kit, &face, box);
            put_card(kit, board, card, box, parked, DRAGGED_DEGREES);
        } else if (drag->what == DRAG_DOT) {
            kit_disc(kit, drag->at.x + 5, drag->at.y + 6, HAND_DOT, COLOUR_SHADOW);
            widget_dot(kit, drag->at.x, drag->at.y, HAND_DOT, colour_accent(board->about.number),
                       true, "hand");
        }
    }
}

// ---- the empty board ----------------------------------------------------------------------------

static void draw_empty(struct kit *kit, const struct board *board)
{
    struct box view = board_view(board);
    double x = view.w / 2, k = fmin(1, view.h / 590), y = view.y + 258 * k;
    struct pen *pen = &kit->pen;
    const struct person people[] = {
        {HAIR_HEADSCARF, colour_accent(5), POSE_POINT, STANCE_STAND, 0.5, true, false, false},
        {HAIR_GLASSES, colour_accent(1), POSE_CHEER, STANCE_STAND, 0, false, false, false},
        {HAIR_AFRO, colour_accent(3), POSE_WAVE, STANCE_STAND, -0.5, false, false, false},
    };
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    figure_person(pen, x - 84 * k, y, 150 * k, &people[0], "empty:1");
    figure_person(pen, x + 4 * k, y, 150 * k, &people[1], "empty:2");
    figure_person(pen, x + 88 * k, y, 142 * k, &people[2], "empty:3");
    figure_sparkle(pen, x + 4 * k, y - 178 * k, 26 * k, 5, -150, -30);
    kit_end(kit);
    kit_begin(kit, KIND_TITLE, NULL, kit_tr(kit, N_("Everything is still free.")));
    kit_text_within(kit, kit_tr(kit, N_("Everything is still free.")), x, y + 56 * k, view.w - 60,
                    17, (struct kit_type){34 * k, 800, COLOUR_INK, KIT_CENTRE, NULL});
    kit_end(kit);
    const char *hint = kit_tr(kit, N_("Tap “New idea” and write what is on your mind."));
    kit_text_within(kit, hint, x, y + 96 * k, view.w - 60, 11,
                    (struct kit_type){fmax(12, 17 * k), 500, COLOUR_GREY, KIT_CENTRE, NULL});
    double end = view.y + view.h - 8;
    struct line way;
    line_init(&way);
    line_add_bezier(&way, (struct point){x - 150 * k, y + 130 * k},
                    (struct point){x - 150 * k, end - 90 * k}, (struct point){x - 60, end - 80 * k},
                    (struct point){x - 34, end}, 18);
    figure_arrow(pen, &way, PEN_HEAVY * 1.1, COLOUR_INK, 13, false, 0, 0, "arrow");
    line_clear(&way);
}

void board_draw(struct board *board, struct kit *kit, bool writing)
{
    board_fit(board);
    struct box view = board_view(board);
    if (writing)
        view.h += BOARD_BOTTOM;
    kit_target(kit, kit_name(kit, "board:seat%d", board->seat), view);
    bool empty = board->cards_n + board->parked_n == 0;
    if (empty && !writing)
        draw_empty(kit, board);
    for (size_t i = 0; i < board->cards_n; i++) {
        const struct card *card = &board->cards[i];
        struct box box = board_card(board, i), seen = box_intersection(box, view);
        if (!box_is_empty(seen) && board_drag_of(board, card->id) == NULL)
            draw_card(kit, board, card, box, false, is_below_dot(board, box));
    }
    if (!empty)
        draw_bay(kit, board);
    if (!writing)
        draw_actions(kit, board);
    draw_top(kit, board);
    if (!writing)
        draw_bottom(kit, board);
    draw_lifted(kit, board);
}
