// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a board does to the file: one change an act, said in one sentence where it is not seen.
#include "app/board.h"

#include <math.h>

#include "app/stage.h"

// Commits, or says why not; reads the board again either way.
static bool finish(struct board *board, struct change *change)
{
    struct err err = stage_err(board->stage);
    bool done = store_commit(change, &err);
    if (!done)
        stage_warn(board->stage, board->seat, &err);
    board_load(board);
    return done;
}

// Says `text` with the button that takes it back.
static void say_undoable(struct board *board, const char *icon, const char *text)
{
    char action[32];
    g_snprintf(action, sizeof action, "take-back:seat%d", board->seat);
    stage_say(board->stage, board->seat, icon, text, action, stage_text(board->stage, N_("Undo")));
}

void board_move_card(struct board *board, int64_t card, struct point seat_mm)
{
    size_t i;
    bool parked;
    if (board_find(board, card, &i, &parked) == NULL)
        return;
    struct point at = {seat_mm.x, seat_mm.y + board->pan};
    if (!parked) {
        struct box area = board_view(board);
        area.y += 6;
        area.h += fmax(0, board->pan + area.h);
        board->places[i].x = at.x;
        board->places[i].y = at.y;
        at = places_nearest(board->places, board->cards_n, i, area, CARD_WIDTH);
    }
    struct change *change = store_begin(board->stage->store, board->table, N_("Card moved"));
    change_real(change, ENTITY_CARD, card, "x", at.x);
    change_real(change, ENTITY_CARD, card, "y", at.y);
    change_real(change, ENTITY_CARD, card, "scale", 1);
    if (parked)
        change_int(change, ENTITY_CARD, card, "parked", 0);
    finish(board, change);
}

void board_park(struct board *board, int64_t card, bool parked)
{
    struct change *change = store_begin(board->stage->store, board->table,
                                        parked ? N_("Card parked") : N_("Card brought back"));
    change_int(change, ENTITY_CARD, card, "parked", parked);
    if (finish(board, change))
        say_undoable(board, "archive",
                     stage_text(board->stage, parked ? N_("Parked") : N_("Back on the wall")));
}

void board_lay_away(struct board *board, int64_t card)
{
    struct change *change = store_begin(board->stage->store, board->table, N_("Card laid away"));
    change_int(change, ENTITY_CARD, card, "removed", 1);
    if (finish(board, change))
        say_undoable(board, "trash", stage_text(board->stage, N_("In the paper basket")));
}

static void voter_of(const struct board *board, char *voter, size_t size)
{
    g_snprintf(voter, size, "seat%d", board->seat);
}

void board_give_dot(struct board *board, int64_t card)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    char voter[16];
    voter_of(board, voter, sizeof voter);
    if (board->dots_given >= BOARD_DOTS) {
        board->giving = false;
        stage_say(stage, board->seat, "info-circle",
                  stage_text(stage, N_("All your dots are given.")), NULL, NULL);
        return;
    }
    if (!store_add_dot(stage->store, card, voter, &err))
        stage_warn(stage, board->seat, &err);
    board_load(board);
    if (board->dots_given >= BOARD_DOTS)
        board->giving = false;
}

void board_take_dot(struct board *board, int64_t card)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    char voter[16];
    bool taken = false;
    voter_of(board, voter, sizeof voter);
    if (!store_take_dot(stage->store, card, voter, &taken, &err))
        stage_warn(stage, board->seat, &err);
    else if (!taken)
        stage_say(stage, board->seat, "info-circle",
                  stage_text(stage, N_("None of your dots is here.")), NULL, NULL);
    board_load(board);
}

// What was undone or done again, by its label.
static void say_again(struct board *board, const char *icon, char *label)
{
    stage_say(board->stage, board->seat, icon, stage_text(board->stage, label), NULL, NULL);
}

void board_undo(struct board *board)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    char *label = g_strdup(store_undo_label(stage->store, board->table));
    if (label != NULL) {
        if (store_undo(stage->store, board->table, &err))
            say_again(board, "arrow-back-up", label);
        else
            stage_warn(stage, board->seat, &err);
        board_load(board);
    }
    g_free(label);
}

void board_redo(struct board *board)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    char *label = g_strdup(store_redo_label(stage->store, board->table));
    if (label != NULL) {
        if (store_redo(stage->store, board->table, &err))
            say_again(board, "arrow-forward-up", label);
        else
            stage_warn(stage, board->seat, &err);
        board_load(board);
    }
    g_free(label);
}
