// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What taps do on a board.
#include "app/board.h"

#include <string.h>

#include "app/reason.h"
#include "app/stage.h"

#define SCALE_STEP 1.2

int64_t board_id_after(const char *target, const char *prefix)
{
    return g_str_has_prefix(target, prefix) ? g_ascii_strtoll(target + strlen(prefix), NULL, 10)
                                            : 0;
}

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
    if (board_find(board, card, NULL, NULL) == NULL)
        return BOARD_NONE; // another seat's, held over this one
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
    if (touch_is_on(target, board->seat, "bundle-cancel")) {
        end_bundling(board);
    } else if (touch_is_on(target, board->seat, "bundle-new") && board->picked->len > 0) {
        GArray *picked = g_array_copy(board->picked);
        end_bundling(board);
        enum board_wish wish =
            make_bundle(board, (const int64_t *)(const void *)picked->data, picked->len);
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

static void open_past(struct board *board)
{
    board->sheet = SHEET_PAST;
    board->older = 0;
}

// The row of actions below the selected card or bundle.
static enum board_wish tap_action(struct board *board, const char *target)
{
    bool parked = false;
    int64_t card = board->selected;
    if (touch_is_on(target, board->seat, "act:name"))
        return BOARD_NAME_BUNDLE;
    if (touch_is_on(target, board->seat, "act:dissolve"))
        board_dissolve_bundle(board, board->bundle);
    if (board_find(board, card, NULL, &parked) == NULL)
        return BOARD_NONE;
    if (touch_is_on(target, board->seat, "act:edit"))
        return BOARD_EDIT_CARD;
    if (touch_is_on(target, board->seat, "act:gloss"))
        return BOARD_GLOSS;
    if (touch_is_on(target, board->seat, "act:wish"))
        return BOARD_WISH;
    if (touch_is_on(target, board->seat, "act:agree"))
        return BOARD_AGREE;
    if (touch_is_on(target, board->seat, "act:more") ||
        touch_is_on(target, board->seat, "act:back"))
        board->more = !board->more;
    else if (touch_is_on(target, board->seat, "act:turn"))
        board_turn_card(board, card, 90);
    else if (touch_is_on(target, board->seat, "act:larger"))
        board_scale_card(board, card, SCALE_STEP);
    else if (touch_is_on(target, board->seat, "act:smaller"))
        board_scale_card(board, card, 1 / SCALE_STEP);
    else if (touch_is_on(target, board->seat, "act:hide"))
        board->sheet = SHEET_REASONS;
    else if (touch_is_on(target, board->seat, "act:past"))
        open_past(board);
    else if (touch_is_on(target, board->seat, "act:park"))
        board_park(board, card, !parked);
    else if (touch_is_on(target, board->seat, "act:take-dot"))
        board_take_dot(board, card);
    else if (touch_is_on(target, board->seat, "act:away"))
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
        if (touch_is_on(target, board->seat, wishes[i].name)) {
            board->sheet = SHEET_NONE;
            return wishes[i].wish;
        }
    }
    if (touch_is_on(target, board->seat, "undo") || touch_is_on(target, board->seat, "take-back")) {
        board_go_back(board, false);
    } else if (touch_is_on(target, board->seat, "redo")) {
        board_go_back(board, true);
    } else if (touch_is_on(target, board->seat, "dots")) {
        tap_dots(board);
    } else if (touch_is_on(target, board->seat, "bundling")) {
        board->sheet = SHEET_NONE;
        board->selected = board->bundle = 0;
        board->giving = false;
        board->bundling = true;
    } else if (touch_is_on(target, board->seat, "whole")) {
        board->sheet = SHEET_NONE;
        board_toggle_whole(board);
    } else if (touch_is_on(target, board->seat, "more")) {
        toggle_sheet(board, SHEET_MORE);
    } else if (touch_is_on(target, board->seat, "rules")) {
        toggle_sheet(board, SHEET_RULES);
    } else if (touch_is_on(target, board->seat, "bay-button")) {
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

enum board_wish board_tap(struct board *board, const struct touch *touch)
{
    const char *target = touch->target;
    if (board_id_after(target, "card:") != 0)
        return tap_card(board, board_id_after(target, "card:"));
    if (g_str_has_prefix(target, "bundle:"))
        return tap_bundle(board, board_id_after(target, "bundle:"));
    if (g_str_has_prefix(target, "own-dot:")) {
        board_take_dot(board, board_id_after(target, "own-dot:"));
        return BOARD_NONE;
    }
    if (g_str_has_prefix(target, "origin:")) {
        board->selected = 0;
        board_reveal(board, board_id_after(target, "origin:"), true);
        return BOARD_NONE;
    }
    if (g_str_has_prefix(target, "act:"))
        return tap_action(board, target);
    if (g_str_has_prefix(target, "bundle-"))
        return touch_is_on(target, board->seat, "bundle-stack") ? bundle_stack(board)
                                                                : tap_bundling(board, target);
    if (touch_is_on(target, board->seat, "sheet-older")) {
        board->older += BOARD_PAST_LINES;
        return BOARD_NONE;
    }
    if (touch_is_on(target, board->seat, "board") ||
        touch_is_on(target, board->seat, "sheet-close")) {
        tap_wall(board, touch);
        return BOARD_NONE;
    }
    for (size_t i = 0; i < REASONS; i++) {
        char name[24];
        g_snprintf(name, sizeof name, "reason:%d", (int)i);
        if (!touch_is_on(target, board->seat, name))
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
