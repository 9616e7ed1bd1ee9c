// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fingers do on a board.
#include "app/board.h"

#include <string.h>

#include "app/stage.h"

static int64_t card_of(const char *target)
{
    return g_str_has_prefix(target, "card:") ? g_ascii_strtoll(target + 5, NULL, 10) : 0;
}

// `target` is `name:seatN` of this seat.
static bool is_own(const struct board *board, const char *target, const char *name)
{
    char own[FINGER_TARGET];
    g_snprintf(own, sizeof own, "%s:seat%d", name, board->seat);
    return strcmp(target, own) == 0;
}

static int find_drag(const struct board *board, int64_t finger)
{
    for (guint i = 0; i < board->drags->len; i++) {
        if (g_array_index(board->drags, struct board_drag, i).finger == finger)
            return (int)i;
    }
    return -1;
}

static void begin_drag(struct board *board, const struct touch *touch)
{
    struct board_drag drag = {.finger = touch->finger, .card = card_of(touch->target)};
    size_t i;
    bool parked;
    if (board_find(board, drag.card, &i, &parked) != NULL) {
        struct box box = parked ? board_bay_card(board, i) : board_card(board, i);
        drag.what = DRAG_CARD;
        drag.at = (struct point){box.x, box.y};
        drag.w = box.w;
        drag.h = box.h;
    } else if (is_own(board, touch->target, "dots") && board->dots_given < BOARD_DOTS) {
        drag.what = DRAG_DOT;
        drag.at = touch->at;
    } else if (is_own(board, touch->target, "board")) {
        drag.what = DRAG_BOARD;
        drag.pan = board->pan;
    } else if (is_own(board, touch->target, "bay")) {
        drag.what = DRAG_BAY;
        drag.pan = board->bay_pan;
    } else {
        return;
    }
    g_array_append_val(board->drags, drag);
}

static void go_on(struct board *board, struct board_drag *drag, const struct touch *touch)
{
    bool pans = drag->what == DRAG_BOARD || drag->what == DRAG_BAY;
    if (!drag->moving && touch->travel > (pans ? FINGER_PAN_START : FINGER_DRAG_START)) {
        drag->moving = true;
        if (drag->what == DRAG_CARD)
            board->selected = 0;
    }
    double dy = touch->at.y - touch->from.y;
    switch (drag->what) {
    case DRAG_BOARD:
        if (drag->moving) {
            board->pan = drag->pan - dy;
            board_wheel(board, 0);
        }
        break;
    case DRAG_BAY:
        if (drag->moving) {
            board->bay_pan = drag->pan - dy;
            board_wheel(board, 0);
        }
        break;
    case DRAG_CARD:
    case DRAG_DOT:
        drag->at.x += touch->at.x - touch->last.x;
        drag->at.y += touch->at.y - touch->last.y;
        break;
    }
}

// The card at a point of the seat, the last drawn first; 0: none.
static int64_t card_at(const struct board *board, struct point at)
{
    for (size_t i = board->parked_n; i-- > 0;) {
        if (box_contains(board_bay_card(board, i), at) && box_contains(board_bay(board), at))
            return board->parked[i].id;
    }
    for (size_t i = board->cards_n; i-- > 0;) {
        if (box_contains(board_card(board, i), at))
            return board->cards[i].id;
    }
    return 0;
}

static void drop(struct board *board, const struct board_drag *drag, const struct touch *touch)
{
    if (drag->what == DRAG_DOT) {
        int64_t card = card_at(board, touch->at);
        if (card != 0)
            board_give_dot(board, card);
        return;
    }
    if (drag->what != DRAG_CARD)
        return;
    bool parked = false;
    board_find(board, drag->card, NULL, &parked);
    struct point middle = {drag->at.x + drag->w / 2, drag->at.y + drag->h / 2};
    bool in_bay = box_contains(board_bay(board), middle);
    if (in_bay && !parked)
        board_park(board, drag->card, true);
    else if (!in_bay)
        board_move_card(board, drag->card, drag->at);
}

static enum board_wish tap_card(struct board *board, int64_t card)
{
    if (board->giving) {
        board_give_dot(board, card);
        return BOARD_NONE;
    }
    if (board->selected == card)
        return BOARD_EDIT_CARD;
    board->selected = card;
    return BOARD_NONE;
}

static void tap_dots(struct board *board)
{
    struct stage *stage = board->stage;
    if (board->selected != 0) {
        board_give_dot(board, board->selected);
        return;
    }
    board->giving = !board->giving && board->dots_given < BOARD_DOTS;
    if (board->giving)
        stage_say(stage, board->seat, "hand-finger",
                  stage_text(stage, N_("Tap the cards that get a dot")), NULL, NULL);
    else if (board->dots_given >= BOARD_DOTS)
        stage_say(stage, board->seat, "info-circle",
                  stage_text(stage, N_("All your dots are given.")), NULL, NULL);
}

// The row of actions below the selected card.
static enum board_wish tap_action(struct board *board, const char *target)
{
    bool parked = false;
    int64_t card = board->selected;
    if (board_find(board, card, NULL, &parked) == NULL)
        return BOARD_NONE;
    if (is_own(board, target, "act:edit"))
        return BOARD_EDIT_CARD;
    if (is_own(board, target, "act:park"))
        board_park(board, card, !parked);
    else if (is_own(board, target, "act:take-dot"))
        board_take_dot(board, card);
    else if (is_own(board, target, "act:away"))
        board_lay_away(board, card);
    return BOARD_NONE;
}

static enum board_wish tap(struct board *board, const struct touch *touch)
{
    const char *target = touch->target;
    if (card_of(target) != 0)
        return tap_card(board, card_of(target));
    if (g_str_has_prefix(target, "act:"))
        return tap_action(board, target);
    if (is_own(board, target, "new-card"))
        return BOARD_NEW_CARD;
    if (is_own(board, target, "tables"))
        return BOARD_LEAVE;
    if (is_own(board, target, "title"))
        return BOARD_NAME;
    if (is_own(board, target, "undo") || is_own(board, target, "take-back"))
        board_undo(board);
    else if (is_own(board, target, "redo"))
        board_redo(board);
    else if (is_own(board, target, "dots"))
        tap_dots(board);
    else if (is_own(board, target, "board") || is_own(board, target, "bay"))
        board->selected = 0;
    return BOARD_NONE;
}

enum board_wish board_touch(struct board *board, const struct touch *touch)
{
    if (touch->type == TOUCH_DOWN) {
        begin_drag(board, touch);
        return BOARD_NONE;
    }
    int i = find_drag(board, touch->finger);
    struct board_drag drag = {.moving = false};
    if (i >= 0) {
        struct board_drag *own = &g_array_index(board->drags, struct board_drag, i);
        if (touch->type != TOUCH_CANCEL)
            go_on(board, own, touch);
        drag = *own;
        if (touch->type != TOUCH_MOVE)
            g_array_remove_index(board->drags, (guint)i);
    }
    if (touch->type != TOUCH_UP)
        return BOARD_NONE;
    if (drag.moving) {
        drop(board, &drag, touch);
        return BOARD_NONE;
    }
    return touch_is_tap(touch) ? tap(board, touch) : BOARD_NONE;
}
