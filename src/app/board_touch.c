// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fingers do on a board.
#include "app/board.h"

#include <math.h>
#include <string.h>

#include "app/stage.h"
#include "app/reason.h"

#define SCALE_STEP 1.2

static int64_t id_after(const char *target, const char *prefix)
{
    return g_str_has_prefix(target, prefix)
               ? g_ascii_strtoll(target + strlen(prefix), NULL, 10)
               : 0;
}

static int64_t card_of(const char *target)
{
    return id_after(target, "card:");
}

// `target` is `name:seatN` of this seat.
static bool is_own(const struct board *board, const char *target, const char *name)
{
    char own[FINGER_TARGET];
    g_snprintf(own, sizeof own, "%s:seat%d", name, board->seat);
    return strcmp(target, own) == 0;
}

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
    struct board_hold hold = {.id = card_of(target)};
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
    } else if (board_find_loop(board, id_after(target, "bundle:")) != NULL) {
        hold.what = HOLD_BUNDLE;
        hold.id = id_after(target, "bundle:");
        const struct loop *loop = board_find_loop(board, hold.id);
        struct box box = board_loop(board, (size_t)(loop - board->loops));
        hold.now.middle = (struct point){box.x, box.y};
        hold.w = box.w;
        hold.h = box.h;
    } else if (is_own(board, target, "dots") && board->dots_given < board->dots_most &&
               !board->dots_shown) {
        hold.what = HOLD_DOT;
        hold.now.middle = touch->at;
    } else if (is_own(board, target, "board")) {
        hold.what = HOLD_BOARD;
        hold.now = (struct lie){board->pan, board->zoom, 0};
    } else if (is_own(board, target, "bay")) {
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
        if (card != 0)
            board_give_dot(board, card);
    } else if (hold->what == HOLD_BUNDLE) {
        drop_bundle(board, hold, touch);
    } else if (hold->what == HOLD_CARD && board_find(board, hold->id, NULL, &parked) != NULL) {
        bool over = is_over_bay(board, hold->now.middle);
        if (over && !parked)
            board_park(board, hold->id, true);
        else if (!over)
            board_move_card(board, hold->id, hold->now);
    }
}

// ---- taps ---------------------------------------------------------------------------------------

static void pick(struct board *board, int64_t card)
{
    for (guint i = 0; i < board->picked->len; i++) {
        if (g_array_index(board->picked, int64_t, i) == card) {
            g_array_remove_index(board->picked, i);
            return;
        }
    }
    g_array_append_val(board->picked, card);
}

static void end_bundling(struct board *board)
{
    board->bundling = false;
    g_array_set_size(board->picked, 0);
}

static enum board_wish tap_card(struct board *board, int64_t card)
{
    board->bundle = 0;
    board->more = false;
    if (board->bundling) {
        pick(board, card);
        return BOARD_NONE;
    }
    if (board->giving) {
        board_give_dot(board, card);
        return BOARD_NONE;
    }
    if (board->selected == card)
        return BOARD_EDIT_CARD;
    board->selected = card;
    return BOARD_NONE;
}

// While bundling, picked cards go into the bundle; with none picked it offers all of its own.
static enum board_wish tap_bundle(struct board *board, int64_t bundle)
{
    const struct loop *loop = board_find_loop(board, bundle);
    if (loop == NULL)
        return BOARD_NONE;
    board->selected = 0;
    if (!board->bundling) {
        if (board->bundle == bundle)
            return BOARD_NAME_BUNDLE;
        board->bundle = bundle;
        return BOARD_NONE;
    }
    if (board->picked->len == 0) {
        for (size_t k = 0; k < loop->n; k++)
            pick(board, board->cards[loop->cards[k]].id);
        return BOARD_NONE;
    }
    GArray *picked = g_array_copy(board->picked);
    end_bundling(board);
    board_bundle(board, (const int64_t *)(const void *)picked->data, picked->len, bundle);
    g_array_free(picked, TRUE);
    return BOARD_NONE;
}

// The people name a new bundle at once, if they want to.
static enum board_wish make_bundle(struct board *board, const int64_t *cards, size_t n)
{
    board->bundle = board_bundle(board, cards, n, 0);
    return board->bundle != 0 ? BOARD_NAME_BUNDLE : BOARD_NONE;
}

static enum board_wish tap_bundling(struct board *board, const char *target)
{
    if (is_own(board, target, "bundle-cancel")) {
        end_bundling(board);
    } else if (is_own(board, target, "bundle-new") && board->picked->len > 0) {
        GArray *picked = g_array_copy(board->picked);
        end_bundling(board);
        enum board_wish wish = make_bundle(
            board, (const int64_t *)(const void *)picked->data, picked->len);
        g_array_free(picked, TRUE);
        return wish;
    }
    return BOARD_NONE;
}

static enum board_wish bundle_stack(struct board *board)
{
    size_t below;
    bool parked;
    if (board_find(board, board->stack, &below, &parked) == NULL || parked)
        return BOARD_NONE;
    GArray *cards = g_array_new(FALSE, FALSE, sizeof(int64_t));
    struct box box = place_box(&board->places[below]);
    for (size_t i = 0; i < board->cards_n; i++) { // all that lie on it
        struct point middle = place_middle(&board->places[i]);
        if (board->bundle_of[i] < 0 && (i == below || box_contains(box, middle)))
            g_array_append_val(cards, board->cards[i].id);
    }
    board->stack = 0;
    enum board_wish wish =
        make_bundle(board, (const int64_t *)(const void *)cards->data, cards->len);
    g_array_free(cards, TRUE);
    return wish;
}

static void tap_dots(struct board *board)
{
    struct stage *stage = board->stage;
    if (board->selected != 0) {
        board_give_dot(board, board->selected);
        return;
    }
    bool left = board->dots_given < board->dots_most;
    board->giving = !board->giving && left;
    if (board->giving)
        stage_say(stage, board->seat, "hand-finger",
                  stage_text(stage, N_("Tap the cards that get a dot")), NULL, NULL);
    else if (!left)
        stage_say(stage, board->seat, "info-circle",
                  stage_text(stage, N_("All your dots are given.")), NULL, NULL);
}

// The row of actions below the selected card or bundle.
static enum board_wish tap_action(struct board *board, const char *target)
{
    bool parked = false;
    int64_t card = board->selected;
    if (is_own(board, target, "act:name"))
        return BOARD_NAME_BUNDLE;
    if (is_own(board, target, "act:dissolve"))
        board_dissolve_bundle(board, board->bundle);
    if (board_find(board, card, NULL, &parked) == NULL)
        return BOARD_NONE;
    if (is_own(board, target, "act:edit"))
        return BOARD_EDIT_CARD;
    if (is_own(board, target, "act:gloss"))
        return BOARD_GLOSS;
    if (is_own(board, target, "act:wish"))
        return BOARD_WISH;
    if (is_own(board, target, "act:agree"))
        return BOARD_AGREE;
    if (is_own(board, target, "act:more") || is_own(board, target, "act:back"))
        board->more = !board->more;
    else if (is_own(board, target, "act:turn"))
        board_turn_card(board, card, 90);
    else if (is_own(board, target, "act:larger"))
        board_scale_card(board, card, SCALE_STEP);
    else if (is_own(board, target, "act:smaller"))
        board_scale_card(board, card, 1 / SCALE_STEP);
    else if (is_own(board, target, "act:hide"))
        board->sheet = SHEET_REASONS;
    else if (is_own(board, target, "act:past"))
        board->sheet = SHEET_PAST;
    else if (is_own(board, target, "act:park"))
        board_park(board, card, !parked);
    else if (is_own(board, target, "act:take-dot"))
        board_take_dot(board, card);
    else if (is_own(board, target, "act:away"))
        board_lay_away(board, card);
    return BOARD_NONE;
}

static void toggle_sheet(struct board *board, enum board_sheet sheet)
{
    board->sheet = board->sheet == sheet ? SHEET_NONE : sheet;
}

static enum board_wish tap_bar(struct board *board, const char *target)
{
    static const struct {
        const char *name;
        enum board_wish wish;
    } wishes[] = {{"new-card", BOARD_NEW_CARD}, {"tables", BOARD_LEAVE},
                  {"title", BOARD_NAME},        {"search", BOARD_SEARCH},
                  {"basket", BOARD_BASKET},     {"ranking", BOARD_RANKING}};
    for (size_t i = 0; i < G_N_ELEMENTS(wishes); i++) {
        if (is_own(board, target, wishes[i].name)) {
            board->sheet = SHEET_NONE;
            return wishes[i].wish;
        }
    }
    if (is_own(board, target, "undo") || is_own(board, target, "take-back")) {
        board_undo(board);
    } else if (is_own(board, target, "redo")) {
        board_redo(board);
    } else if (is_own(board, target, "dots")) {
        tap_dots(board);
    } else if (is_own(board, target, "bundling")) {
        board->sheet = SHEET_NONE;
        board->selected = board->bundle = 0;
        board->giving = false;
        board->bundling = true;
    } else if (is_own(board, target, "whole")) {
        board->sheet = SHEET_NONE;
        board_toggle_whole(board);
    } else if (is_own(board, target, "more")) {
        toggle_sheet(board, SHEET_MORE);
    } else if (is_own(board, target, "bay-button")) {
        toggle_sheet(board, SHEET_BAY);
    }
    return BOARD_NONE;
}

// The empty wall: closes what is open. Seen from far, it leads to that place.
static void tap_wall(struct board *board, const struct touch *touch)
{
    bool open = board_dismiss(board);
    if (!open && board->zoom < 0.5)
        board_zoom_to(board, 1, touch->at);
}

static enum board_wish tap(struct board *board, const struct touch *touch)
{
    const char *target = touch->target;
    if (card_of(target) != 0)
        return tap_card(board, card_of(target));
    if (g_str_has_prefix(target, "bundle:"))
        return tap_bundle(board, id_after(target, "bundle:"));
    if (g_str_has_prefix(target, "own-dot:")) {
        board_take_dot(board, id_after(target, "own-dot:"));
        return BOARD_NONE;
    }
    if (g_str_has_prefix(target, "origin:")) {
        board->selected = 0;
        board_reveal(board, id_after(target, "origin:"), true);
        return BOARD_NONE;
    }
    if (g_str_has_prefix(target, "act:"))
        return tap_action(board, target);
    if (g_str_has_prefix(target, "bundle-"))
        return is_own(board, target, "bundle-stack") ? bundle_stack(board)
                                                     : tap_bundling(board, target);
    if (is_own(board, target, "board") || is_own(board, target, "sheet-close")) {
        tap_wall(board, touch);
        return BOARD_NONE;
    }
    for (size_t i = 0; i < REASONS; i++) {
        char name[24];
        g_snprintf(name, sizeof name, "reason:%d", (int)i);
        if (!is_own(board, target, name))
            continue;
        board->sheet = SHEET_NONE;
        board_hide(board, board->selected, reason_at(i));
        return BOARD_NONE;
    }
    return tap_bar(board, target);
}

bool board_dismiss(struct board *board)
{
    bool open = board->sheet != SHEET_NONE || board->selected != 0 || board->bundle != 0 ||
                board->bundling || board->giving || board->framed != 0;
    if (board->sheet != SHEET_NONE) { // one after the other
        board->sheet = SHEET_NONE;
        return true;
    }
    board->selected = board->bundle = board->framed = 0;
    board->more = board->giving = false;
    end_bundling(board);
    return open;
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
    return touch_is_tap(touch) ? tap(board, touch) : BOARD_NONE;
}
