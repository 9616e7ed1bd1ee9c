// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a board does to the file: one change an act, said in one sentence where it is not seen.
#include "app/board.h"

#include <math.h>

#include "app/stage.h"
#include "base/arena.h"
#include "words/words.h"

#define SCALE_LEAST 0.7
#define SCALE_MOST 2.0
#define SNAP 4.0 // degrees

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

static void say(struct board *board, const char *icon, const char *text)
{
    stage_say(board->stage, board->seat, icon, text, NULL, NULL);
}

// Says `text` with the button that takes it back.
static void say_undoable(struct board *board, const char *icon, const char *text)
{
    char action[32];
    g_snprintf(action, sizeof action, "take-back:seat%d", board->seat);
    stage_say(board->stage, board->seat, icon, text, action, stage_text(board->stage, N_("Undo")));
}

// Above all that lie there.
static int64_t top_of(const struct board *board)
{
    int64_t top = 0;
    for (size_t i = 0; i < board->cards_n; i++)
        top = MAX(top, board->cards[i].z);
    return top + 1;
}

// ---- bundles ------------------------------------------------------------------------------------

// A bundle whose cards all are in `cards` has none when they leave.
static void take_out(struct board *board, struct change *change, const int64_t *cards, size_t n,
                     int64_t into)
{
    for (size_t b = 0; b < board->loops_n; b++) {
        const struct loop *loop = &board->loops[b];
        size_t leave = 0;
        for (size_t k = 0; k < loop->n; k++) {
            for (size_t i = 0; i < n; i++)
                leave += cards[i] == board->cards[loop->cards[k]].id;
        }
        if (loop->id != into && leave == loop->n)
            change_int(change, ENTITY_BUNDLE, loop->id, "removed", 1);
    }
}

// Where a new bundle of these cards stands: round the first of them, where there is room.
static struct point place_for(struct board *board, const int64_t *cards, size_t n)
{
    size_t first = 0;
    bool parked = true;
    for (size_t i = 0; i < n && parked; i++)
        board_find(board, cards[i], &first, &parked);
    struct box view = board_view(board);
    if (parked) // only parked ones: where people look
        return board_from_seat(board, (struct point){view.x + 20, view.y + 30});
    struct place *others = g_new0(struct place, board->cards_n + board->loops_n + 1);
    size_t others_n = 0;
    double high = 0;
    for (size_t i = 0; i < board->cards_n + board->loops_n; i++) {
        bool own = false;
        for (size_t k = 0; i < board->cards_n && k < n; k++)
            own = own || board->cards[i].id == cards[k];
        if (own)
            high = fmax(high, board->places[i].h);
        else if (i >= board->cards_n || board->places[i].fixed)
            others[others_n++] = board->places[i]; // the others give way
    }
    int columns = bundle_columns(n, board->grid.columns);
    double *heights = g_new(double, n);
    for (size_t i = 0; i < n; i++)
        heights[i] = high;
    struct box size = bundle_size(n, columns, board->grid.w, heights, NULL);
    const struct place *at = &board->places[first];
    others[others_n] = (struct place){.w = size.w,
                                      .h = size.h + BUNDLE_HEAD / 2,
                                      .scale = 1,
                                      .x = at->x - BUNDLE_PADDING,
                                      .y = at->y - BUNDLE_TOP - BUNDLE_HEAD / 2};
    struct box area = {8, BOARD_TOP + 6, view.w - 16, 1e6}, bay = board_bay(board);
    if (!board_is_folded(board) && !box_is_empty(bay)) { // beside the Themenspeicher
        area.w = view.w - bay.w - 16;
        area.x = bay.x < view.w / 2 ? bay.x + bay.w + 8 : 8;
    }
    struct point by = places_nearest(others, others_n + 1, others_n, area, 600);
    struct point to = {others[others_n].x + by.x, others[others_n].y + by.y + BUNDLE_HEAD / 2};
    g_free(heights);
    g_free(others);
    return to;
}

int64_t board_bundle(struct board *board, const int64_t *cards, size_t n, int64_t bundle)
{
    struct point at = bundle == 0 ? place_for(board, cards, n) : (struct point){0, 0};
    struct change *change = store_begin(board->stage->store, board_zone(board),
                                        bundle == 0 ? N_("Bundle made") : N_("Cards bundled"));
    int64_t into = bundle;
    if (into == 0) {
        into = change_new_row(change);
        change_int(change, ENTITY_BUNDLE, into, "table", board->table);
        change_real(change, ENTITY_BUNDLE, into, "x", at.x);
        change_real(change, ENTITY_BUNDLE, into, "y", at.y);
    }
    take_out(board, change, cards, n, into);
    for (size_t i = 0; i < n; i++) {
        bool parked = false;
        board_find(board, cards[i], NULL, &parked);
        change_int(change, ENTITY_CARD, cards[i], "bundle", into);
        if (parked)
            change_int(change, ENTITY_CARD, cards[i], "parked", 0);
    }
    return finish(board, change) ? into : 0;
}

void board_move_bundle(struct board *board, int64_t bundle, struct point seat_mm)
{
    struct point at = board_from_seat(board, seat_mm);
    struct change *change = store_begin(board->stage->store, board_zone(board), N_("Bundle moved"));
    change_real(change, ENTITY_BUNDLE, bundle, "x", at.x);
    change_real(change, ENTITY_BUNDLE, bundle, "y", at.y);
    finish(board, change);
}

void board_join_bundles(struct board *board, int64_t from, int64_t into)
{
    const struct loop *loop = board_find_loop(board, from);
    if (loop == NULL || board_find_loop(board, into) == NULL || from == into)
        return;
    struct change *change = store_begin(board->stage->store, board_zone(board), N_("Bundles joined"));
    for (size_t k = 0; k < loop->n; k++)
        change_int(change, ENTITY_CARD, board->cards[loop->cards[k]].id, "bundle", into);
    change_int(change, ENTITY_BUNDLE, from, "removed", 1);
    if (finish(board, change))
        say_undoable(board, "stack-2", stage_text(board->stage, N_("Bundles joined")));
}

void board_dissolve_bundle(struct board *board, int64_t bundle)
{
    const struct loop *loop = board_find_loop(board, bundle);
    if (loop == NULL)
        return;
    struct change *change = store_begin(board->stage->store, board_zone(board), N_("Bundle dissolved"));
    for (size_t k = 0; k < loop->n; k++)
        change_int(change, ENTITY_CARD, board->cards[loop->cards[k]].id, "bundle", 0);
    change_int(change, ENTITY_BUNDLE, bundle, "removed", 1);
    if (finish(board, change))
        say_undoable(board, "stack-2", stage_text(board->stage, N_("Bundle dissolved")));
}

char *board_propose_name(const struct board *board, int64_t bundle)
{
    const struct loop *loop = board_find_loop(board, bundle);
    if (loop == NULL)
        return g_strdup("");
    struct arena *arena = arena_new();
    struct word_text *texts = ARENA_ARRAY(arena, struct word_text, loop->n);
    for (size_t k = 0; k < loop->n; k++) {
        const struct card *card = &board->cards[loop->cards[k]];
        texts[k] = (struct word_text){card->text, card->lang};
    }
    char *name =
        g_strdup(words_name_bundle(board->stage->words, texts, loop->n, NULL, arena));
    arena_free(arena);
    return name;
}

// ---- cards --------------------------------------------------------------------------------------

static const struct loop *loop_at(const struct board *board, struct point seat_mm)
{
    for (size_t i = board->loops_n; i-- > 0;) {
        if (box_contains(board_loop(board, i), seat_mm))
            return &board->loops[i];
    }
    return NULL;
}

// The card whose inner part `at` (board mm) is over, but for `i`; -1: none.
static int stacked_on(const struct board *board, size_t i, struct point at)
{
    for (size_t k = board->cards_n; k-- > 0;) {
        size_t other = board->order[k];
        if (other == i || board->bundle_of[other] >= 0)
            continue;
        struct box box = place_box(&board->places[other]);
        struct box inner = {box.x + box.w * 0.22, box.y + box.h * 0.2, box.w * 0.56, box.h * 0.6};
        if (box_contains(inner, at))
            return (int)other;
    }
    return -1;
}

// Lays the card where the hand left it: aside of others, or right on one.
static void lay(struct board *board, struct change *change, size_t i, struct point middle,
                double scale, double degrees)
{
    struct place *place = &board->places[i];
    place->scale = scale;
    place->degrees = degrees;
    place->x = middle.x - place->w * scale / 2;
    place->y = middle.y - place->h * scale / 2;
    int below = stacked_on(board, i, middle);
    if (below < 0) {
        struct box view = board_view(board), all = board_content(board);
        struct box area = {fmin(0, all.x) + 4, BOARD_TOP + 6, fmax(view.w, all.x + all.w) + 1000,
                           fmax(view.h, all.y + all.h) + 1000};
        struct point by = places_nearest(board->places, board->cards_n + board->loops_n, i, area,
                                         CARD_WIDTH);
        place->x += by.x;
        place->y += by.y;
    } else { // what lies below stays where it is, and is known to be below
        const struct place *under = &board->places[below];
        int64_t id = board->cards[below].id;
        board->stack = id;
        if (board->cards[below].scale <= 0) {
            change_real(change, ENTITY_CARD, id, "x", under->x);
            change_real(change, ENTITY_CARD, id, "y", under->y);
            change_real(change, ENTITY_CARD, id, "scale", 1);
        }
    }
    int64_t card = board->cards[i].id;
    change_real(change, ENTITY_CARD, card, "x", place->x);
    change_real(change, ENTITY_CARD, card, "y", place->y);
    change_real(change, ENTITY_CARD, card, "scale", scale);
    change_real(change, ENTITY_CARD, card, "angle", degrees);
    change_int(change, ENTITY_CARD, card, "z", top_of(board));
}

void board_move_card(struct board *board, int64_t card, struct lie pose)
{
    size_t i;
    bool parked;
    if (board_find(board, card, &i, &parked) == NULL)
        return;
    const struct loop *loop = loop_at(board, pose.middle);
    if (loop != NULL) {
        if (parked || board->cards[i].bundle != loop->id)
            board_bundle(board, &card, 1, loop->id);
        return;
    }
    struct point middle = board_from_seat(board, pose.middle);
    double scale = CLAMP(pose.scale / board->zoom, SCALE_LEAST, SCALE_MOST);
    struct change *change = store_begin(board->stage->store, board_zone(board), N_("Card moved"));
    board->stack = 0;
    if (parked) { // has no place of its own yet
        double w = board->grid.w, h = board->grid.h;
        change_real(change, ENTITY_CARD, card, "x", middle.x - w / 2);
        change_real(change, ENTITY_CARD, card, "y", fmax(board_view(board).y + 6, middle.y - h / 2));
        change_real(change, ENTITY_CARD, card, "scale", 1);
        change_int(change, ENTITY_CARD, card, "z", top_of(board));
        change_int(change, ENTITY_CARD, card, "parked", 0);
    } else {
        if (board->bundle_of[i] >= 0) {
            take_out(board, change, &card, 1, 0);
            change_int(change, ENTITY_CARD, card, "bundle", 0);
        }
        lay(board, change, i, middle, scale, lie_snap(pose.degrees, SNAP));
    }
    if (finish(board, change) && board->stack != 0) {
        char action[32];
        g_snprintf(action, sizeof action, "bundle-stack:seat%d", board->seat);
        stage_say(board->stage, board->seat, "stack-2",
                  stage_text(board->stage, N_("One on the other")), action,
                  stage_text(board->stage, N_("Bundle them")));
    }
}

// Turned or scaled where it is: it gets a place of its own.
static void pose_card(struct board *board, int64_t card, const char *label, double by,
                      double factor)
{
    size_t i;
    bool parked;
    if (board_find(board, card, &i, &parked) == NULL || parked || board->bundle_of[i] >= 0)
        return;
    const struct place *place = &board->places[i];
    double scale = CLAMP(place->scale * factor, SCALE_LEAST, SCALE_MOST);
    struct change *change = store_begin(board->stage->store, board_zone(board), label);
    struct point middle = place_middle(place);
    change_real(change, ENTITY_CARD, card, "x", middle.x - place->w * scale / 2);
    change_real(change, ENTITY_CARD, card, "y", middle.y - place->h * scale / 2);
    change_real(change, ENTITY_CARD, card, "scale", scale);
    change_real(change, ENTITY_CARD, card, "angle", lie_snap(place->degrees + by, SNAP));
    change_int(change, ENTITY_CARD, card, "z", top_of(board));
    finish(board, change);
}

bool board_pass(struct board *board, int64_t card, int64_t table, int seat)
{
    bool parked = false;
    if (board_find(board, card, NULL, &parked) == NULL)
        return false;
    struct change *change = store_begin(board->stage->store, sitting_zone(table, seat), N_("Card passed on"));
    take_out(board, change, &card, 1, 0);
    change_int(change, ENTITY_CARD, card, "table", table);
    change_int(change, ENTITY_CARD, card, "bundle", 0);
    if (parked)
        change_int(change, ENTITY_CARD, card, "parked", 0);
    change_real(change, ENTITY_CARD, card, "scale", 0); // where there is room
    return finish(board, change);
}

void board_turn_card(struct board *board, int64_t card, double degrees)
{
    pose_card(board, card, N_("Card turned"), degrees, 1);
}

void board_scale_card(struct board *board, int64_t card, double factor)
{
    pose_card(board, card, factor > 1 ? N_("Card enlarged") : N_("Card made smaller"), 0, factor);
}

void board_park(struct board *board, int64_t card, bool parked)
{
    struct change *change = store_begin(board->stage->store, board_zone(board),
                                        parked ? N_("Card parked") : N_("Card brought back"));
    change_int(change, ENTITY_CARD, card, "parked", parked);
    if (finish(board, change))
        say_undoable(board, "archive",
                     stage_text(board->stage, parked ? N_("Parked") : N_("Back on the wall")));
}

void board_lay_away(struct board *board, int64_t card)
{
    struct change *change = store_begin(board->stage->store, board_zone(board), N_("Card laid away"));
    change_int(change, ENTITY_CARD, card, "removed", 1);
    if (finish(board, change))
        say_undoable(board, "trash", stage_text(board->stage, N_("In the paper basket")));
}

void board_hide(struct board *board, int64_t card, const char *reason)
{
    struct change *change = store_begin(board->stage->store, board_zone(board), N_("Card hidden"));
    change_int(change, ENTITY_CARD, card, "hidden", 1);
    change_text(change, ENTITY_CARD, card, "hidden_reason", reason);
    if (finish(board, change))
        say_undoable(board, "eye-off", stage_text(board->stage, N_("Hidden")));
}

// ---- dots ---------------------------------------------------------------------------------------

void board_give_dot(struct board *board, int64_t card)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    char voter[16];
    sitting_name(voter, sizeof voter, board->seat);
    if (board->dots_given >= board->dots_most) {
        board->giving = false;
        say(board, "info-circle", stage_text(stage, N_("All your dots are given.")));
        return;
    }
    if (!store_add_dot(stage->store, card, voter, &err))
        stage_warn(stage, board->seat, &err);
    board_load(board);
    if (board->dots_given >= board->dots_most)
        board->giving = false;
}

void board_take_dot(struct board *board, int64_t card)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    char voter[16];
    bool taken = false;
    sitting_name(voter, sizeof voter, board->seat);
    if (!store_take_dot(stage->store, card, voter, &taken, &err))
        stage_warn(stage, board->seat, &err);
    else if (!taken)
        say(board, "info-circle", stage_text(stage, N_("None of your dots is here.")));
    board_load(board);
}

// ---- back and forth -----------------------------------------------------------------------------

void board_go_back(struct board *board, bool redo)
{
    if (sitting_go_back(board->stage, board->seat, board_zone(board), redo))
        board_load(board);
}
