// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fingers hold on a board, and let go.
#include "app/board.h"

#include <math.h>
#include <string.h>

#include "app/stage.h"

// ---- what fingers hold --------------------------------------------------------------------------

static struct board_hold *hold_at(const struct board *board, guint i)
{
    return &g_array_index(board->holds, struct board_hold, i);
}

// The hold of a finger and which of its fingers that is; NULL: it holds nothing.
static struct board_hold *find_hold(const struct board *board, int64_t finger, int *which,
                                    guint *at)
{
    for (guint i = 0; i < board->holds->len; i++) {
        struct board_hold *hold = hold_at(board, i);
        for (int k = 0; k < hold->n; k++) {
            if (hold->fingers[k].finger == finger) {
                *which = k;
                *at = i;
                return hold;
            }
        }
    }
    return NULL;
}

// From now on what the fingers do counts from here.
static void rebase(struct board_hold *hold)
{
    hold->base = hold->now;
    for (int k = 0; k < hold->n; k++)
        hold->fingers[k].from = hold->fingers[k].at;
}

static void add_finger(struct board_hold *hold, const struct touch *touch)
{
    hold->fingers[hold->n].finger = touch->finger;
    hold->fingers[hold->n].from = hold->fingers[hold->n].at = touch->at;
    hold->n++;
}

// A second finger on the same card, or on the board, joins the first.
static bool join(struct board *board, const struct board_hold *wanted, const struct touch *touch)
{
    for (guint i = 0; i < board->holds->len; i++) {
        struct board_hold *hold = hold_at(board, i);
        bool pinched = hold->what == HOLD_CARD || hold->what == HOLD_BOARD;
        if (!pinched || hold->what != wanted->what || hold->id != wanted->id)
            continue;
        if (hold->n == 2)
            return true; // a third finger changes nothing
        if (hold->what == HOLD_CARD && board_find(board, hold->id, NULL, NULL) == NULL)
            return true;
        rebase(hold);
        add_finger(hold, touch);
        hold->moving = true;
        return true;
    }
    return false;
}

static void take_hold(struct board *board, const struct touch *touch)
{
    const char *target = touch->target;
    struct board_hold hold = {.id = board_id_after(target, "card:")};
    size_t i;
    bool parked;
    hold.now.scale = 1;
    if (board_find(board, hold.id, &i, &parked) != NULL) {
        hold.what = HOLD_CARD;
        struct box box = parked ? board_bay_card(board, i) : BOX_EMPTY;
        hold.w = parked ? box.w : board->places[i].w;
        hold.h = parked ? box.h : board->places[i].h;
        hold.now = parked ? (struct lie){{box.x + box.w / 2, box.y + box.h / 2}, 1, 0}
                          : board_pose(board, i);
    } else if (board_find_loop(board, board_id_after(target, "bundle:")) != NULL) {
        hold.what = HOLD_BUNDLE;
        hold.id = board_id_after(target, "bundle:");
        const struct loop *loop = board_find_loop(board, hold.id);
        struct box box = board_loop(board, (size_t)(loop - board->loops));
        hold.now.middle = (struct point){box.x, box.y};
        hold.w = box.w;
        hold.h = box.h;
    } else if (touch_is_on(target, board->seat, "dots") && board->dots_given < board->dots_most &&
               !board->dots_shown) {
        hold.what = HOLD_DOT;
        hold.now.middle = touch->at;
    } else if (touch_is_on(target, board->seat, "board")) {
        hold.what = HOLD_BOARD;
        hold.now = (struct lie){board->pan, board->zoom, 0};
    } else if (touch_is_on(target, board->seat, "bay")) {
        hold.what = HOLD_BAY;
        hold.now.middle.y = board->bay_pan;
    } else {
        return;
    }
    hold.base = hold.now;
    if (join(board, &hold, touch))
        return;
    add_finger(&hold, touch);
    g_array_append_val(board->holds, hold);
}

// Two fingers on the board: it is zoomed so that they keep what they hold.
static void pinch_board(struct board *board, struct board_hold *hold)
{
    const struct point *a = &hold->fingers[0].from, *b = &hold->fingers[1].from;
    const struct point *c = &hold->fingers[0].at, *d = &hold->fingers[1].at;
    double before = fmax(5, hypot(a->x - b->x, a->y - b->y));
    double k = hypot(c->x - d->x, c->y - d->y) / before;
    struct point from = {(a->x + b->x) / 2, (a->y + b->y) / 2};
    struct point to = {(c->x + d->x) / 2, (c->y + d->y) / 2};
    board->pan = hold->base.middle;
    board->zoom = hold->base.scale;
    board_zoom_to(board, hold->base.scale * k, from);
    board->pan.x -= (to.x - from.x) / board->zoom;
    board->pan.y -= (to.y - from.y) / board->zoom;
    board_stay_in_reach(board);
    hold->now = (struct lie){board->pan, board->zoom, 0};
}

static void follow(struct board *board, struct board_hold *hold)
{
    const struct point from[2] = {hold->fingers[0].from, hold->fingers[1].from};
    const struct point to[2] = {hold->fingers[0].at, hold->fingers[1].at};
    switch (hold->what) {
    case HOLD_CARD:
        hold->now = hold->n == 2 ? lie_pinch(hold->base, from, to)
                                 : lie_move(hold->base, from[0], to[0]);
        break;
    case HOLD_BUNDLE:
    case HOLD_DOT:
        hold->now = lie_move(hold->base, from[0], to[0]);
        break;
    case HOLD_BOARD:
        if (hold->n == 2) {
            pinch_board(board, hold);
        } else if (hold->moving) {
            board->pan.x = hold->base.middle.x - (to[0].x - from[0].x) / board->zoom;
            board->pan.y = hold->base.middle.y - (to[0].y - from[0].y) / board->zoom;
            board_stay_in_reach(board);
            hold->now = (struct lie){board->pan, board->zoom, 0};
        }
        break;
    case HOLD_BAY:
        if (hold->moving) {
            board->bay_pan = hold->base.middle.y - (to[0].y - from[0].y);
            board_stay_in_reach(board);
        }
        break;
    }
}

static void go_on(struct board *board, struct board_hold *hold, int which,
                  const struct touch *touch)
{
    bool pans = hold->what == HOLD_BOARD || hold->what == HOLD_BAY;
    hold->fingers[which].at = touch->at;
    if (!hold->moving && touch->travel > (pans ? FINGER_PAN_START : FINGER_DRAG_START)) {
        hold->moving = true;
        if (!pans) {
            board->selected = 0;
            board->bundle = 0;
        }
    }
    follow(board, hold);
}

// ---- letting go ---------------------------------------------------------------------------------

// The card at a point of the seat, the last drawn first; 0: none.
static int64_t card_at(const struct board *board, struct point at)
{
    struct box bay = board_bay(board);
    for (size_t i = board->parked_n; !box_is_empty(bay) && i-- > 0;) {
        if (box_contains(board_bay_card(board, i), at) && box_contains(bay, at))
            return board->parked[i].id;
    }
    for (size_t k = board->cards_n; k-- > 0;) {
        size_t i = board->order[k];
        if (box_contains(board_card(board, i), at))
            return board->cards[i].id;
    }
    return 0;
}

// Where dropping parks a card: the Themenspeicher, or the button it is folded behind.
static bool is_over_bay(const struct board *board, struct point at)
{
    struct box view = board_view(board);
    if (board_is_folded(board) && board->sheet != SHEET_BAY)
        return at.y > view.y + view.h;
    return box_contains(board_bay(board), at);
}

static void drop_bundle(struct board *board, const struct board_hold *hold,
                        const struct touch *touch)
{
    for (size_t i = 0; i < board->loops_n; i++) {
        if (board->loops[i].id != hold->id && box_contains(board_loop(board, i), touch->at)) {
            board_join_bundles(board, hold->id, board->loops[i].id);
            return;
        }
    }
    board_move_bundle(board, hold->id, hold->now.middle);
}

static void drop(struct board *board, const struct board_hold *hold, const struct touch *touch)
{
    bool parked = false;
    if (hold->what == HOLD_DOT) {
        int64_t card = card_at(board, touch->at);
        if (card != 0) {
            board_give_dot(board, card);
        } else {
            board->dot_home = hold->fingers[0].from;
            board->dot_left = hold->now.middle;
            board->dot_flies = board->stage->now;
        }
    } else if (hold->what == HOLD_BUNDLE) {
        drop_bundle(board, hold, touch);
    } else if (hold->what == HOLD_CARD && board_find(board, hold->id, NULL, &parked) != NULL) {
        bool over = is_over_bay(board, hold->now.middle);
        int seat = board_beyond(board, touch->at);
        if (seat != 0) {
            board->passed = hold->id;
            board->passed_to = seat;
        } else if (over && !parked)
            board_park(board, hold->id, true);
        else if (!over) {
            glides_begin(&board->glides, board->stage, hold->id, hold->now, MOTION_SETTLE);
            board_move_card(board, hold->id, hold->now);
        }
    }
}

enum board_wish board_touch(struct board *board, const struct touch *touch)
{
    if (touch->type == TOUCH_DOWN) {
        take_hold(board, touch);
        return BOARD_NONE;
    }
    int which = 0;
    guint at = 0;
    struct board_hold *hold = find_hold(board, touch->finger, &which, &at);
    bool moved = false;
    if (hold != NULL) {
        if (touch->type != TOUCH_CANCEL)
            go_on(board, hold, which, touch);
        moved = hold->moving;
        if (touch->type != TOUCH_MOVE) {
            hold->fingers[which] = hold->fingers[hold->n - 1];
            hold->n--;
            rebase(hold);
            if (hold->n == 0) {
                struct board_hold last = *hold;
                g_array_remove_index(board->holds, at);
                if (touch->type == TOUCH_UP && last.moving)
                    drop(board, &last, touch);
            }
        }
    }
    if (touch->type != TOUCH_UP || moved)
        return BOARD_NONE;
    return touch_is_tap(touch) ? board_tap(board, touch) : BOARD_NONE;
}
