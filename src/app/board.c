// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board.h"

#include <math.h>
#include <string.h>

#include "app/phases.h"
#include "app/stage.h"
#include "base/arena.h"
#include "draw/colour.h"

void board_init(struct board *board, struct stage *stage, int seat, int64_t workshop, int64_t table)
{
    *board = (struct board){.stage = stage,
                            .seat = seat,
                            .workshop = workshop,
                            .table = table,
                            .arena = arena_new(),
                            .dot_flies = MOTION_NEVER,
                            .zoom = 1};
    board->spots = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    board->holds = g_array_new(FALSE, TRUE, sizeof(struct board_hold));
    glides_init(&board->glides);
    board->picked = g_array_new(FALSE, FALSE, sizeof(int64_t));
}

void board_clear(struct board *board)
{
    g_hash_table_destroy(board->spots);
    g_array_free(board->holds, TRUE);
    glides_clear(&board->glides);
    g_array_free(board->picked, TRUE);
    arena_free(board->arena);
}

int board_next_tick(const struct board *board, int64_t now)
{
    int glide = glides_next_tick(&board->glides, board->stage, now);
    int frame = board->framed == 0 ? -1 : (int)MAX(1, board->framed_until - now);
    int dot = motion_next_tick(board->stage, MOTION_HOME, board->dot_flies, now);
    frame = frame < 0 ? dot : dot < 0 ? frame : MIN(frame, dot);
    return glide < 0 ? frame : frame < 0 ? glide : MIN(glide, frame);
}

// ---- what it shows ------------------------------------------------------------------------------

int64_t board_own_dots(const struct board *board, int64_t card)
{
    for (size_t i = 0; i < board->own_n; i++) {
        if (board->own[i].card == card)
            return board->own[i].n;
    }
    return 0;
}

int64_t board_votes(const struct board *board, const struct card *card)
{
    return board->dots_shown ? card->votes : card->imported + board_own_dots(board, card->id);
}

int64_t board_zone(const struct board *board)
{
    return sitting_zone(board->table, board->seat);
}

struct card_face board_face(const struct board *board, const struct card *card, bool parked)
{
    struct stage *stage = board->stage;
    struct card_face face =
        cards_face(stage->cards, stage, card,
                   phases_kind(board->phases, board->phases_n, card->phase, board->phase.id),
                   board->about.colour);
    face.tr = stage_tr(stage, board->seat);
    if (*face.lang == '\0')
        face.lang = board->lang;
    face.votes = board_votes(board, card);
    face.width = parked ? board_bay(board).w - 2 * BOARD_BAY_PADDING : board->grid.w;
    face.least_height = parked ? CARD_HEIGHT : board_measures(board).card_h;
    face.fixed_height = parked || board->cards_n >= BOARD_MANY;
    return face;
}

static void load_workshop(struct board *board, struct err *err)
{
    struct store *store = board->stage->store;
    board->phase = (struct phase){.kind = "", .title = "", .rules = ""};
    board->phases = store_phases(store, board->arena, board->workshop, &board->phases_n, err);
    board->lang = "de";
    size_t n;
    const struct workshop *workshops = store_workshops(store, board->arena, &n, err);
    for (size_t i = 0; i < n; i++) {
        if (workshops[i].id != board->workshop)
            continue;
        board->lang = *workshops[i].lang != '\0' ? workshops[i].lang : "de";
        board->dots_shown = workshops[i].dots_shown;
        for (size_t k = 0; k < board->phases_n; k++) {
            if (board->phases[k].id == workshops[i].phase)
                board->phase = board->phases[k];
        }
    }
}

static void load_dots(struct board *board, struct err *err)
{
    struct store *store = board->stage->store;
    char voter[16];
    sitting_name(voter, sizeof voter, board->seat);
    board->own = store_dots_by(store, board->arena, board->table, voter, &board->own_n, err);
    board->dots_given = store_dots_of(store, board->table, voter);
    board->dots_most = store_dots_most(store, board->table);
}

// Live cards on the wall, parked ones, and how many are away.
static void load_cards(struct board *board, struct err *err)
{
    struct store *store = board->stage->store;
    size_t live, away, bundles_n;
    struct card *all = store_cards(store, board->arena, board->workshop, board->table,
                                   CARDS_ALL_LIVE, &live, err);
    store_cards(store, board->arena, board->workshop, board->table, CARDS_REMOVED, &away, err);
    board->cards = ARENA_ARRAY(board->arena, struct card, live + 1);
    board->parked = ARENA_ARRAY(board->arena, struct card, live + 1);
    board->cards_n = board->parked_n = 0;
    board->away_n = away;
    for (size_t i = 0; i < live; i++) {
        if (all[i].hidden)
            board->away_n += facilitator_leads(board->stage);
        else if (all[i].parked)
            board->parked[board->parked_n++] = all[i];
        else
            board->cards[board->cards_n++] = all[i];
    }
    const struct bundle *bundles =
        store_bundles(store, board->arena, board->table, &bundles_n, err);
    board_gather(board, bundles, bundles_n);
}

struct seen { // where a card was
    int64_t card;
    struct lie lie;
};

static GArray *cards_seen(const struct board *board)
{
    GArray *seen = g_array_new(FALSE, FALSE, sizeof(struct seen));
    for (size_t i = 0; i < board->cards_n && board->cards_n <= BOARD_PLAIN; i++) {
        const struct seen one = {board->cards[i].id, board_pose(board, i)};
        g_array_append_val(seen, one);
    }
    return seen;
}

// Cards that lie elsewhere now make their way there. What the fingers hold follows them.
static void glide_all(struct board *board, const GArray *seen)
{
    for (guint k = 0; k < seen->len; k++) {
        const struct seen *one = &g_array_index(seen, struct seen, k);
        size_t i;
        bool parked;
        if (board_find(board, one->card, &i, &parked) == NULL || parked ||
            board_hold_of(board, one->card) != NULL)
            continue;
        struct lie now = board_pose(board, i);
        if (hypot(now.middle.x - one->lie.middle.x, now.middle.y - one->lie.middle.y) > 1)
            glides_begin(&board->glides, board->stage, one->card, one->lie, MOTION_ROOM);
    }
}

void board_fly(struct board *board, int64_t card, struct box from)
{
    size_t i;
    bool parked;
    if (board_find(board, card, &i, &parked) == NULL || parked)
        return;
    struct lie lie = {{from.x + from.w / 2, from.y + from.h / 2},
                      from.w / fmax(1, board->places[i].w), 0};
    glides_begin(&board->glides, board->stage, card, lie, MOTION_FLY);
}

void board_load(struct board *board)
{
    struct stage *stage = board->stage;
    GArray *seen = cards_seen(board);
    struct err err = stage_err(stage);
    arena_reset(board->arena);
    board->about = (struct table){.title = "", .question = "", .icon = "", .number = 1, .colour = 1};
    size_t n;
    const struct table *tables =
        store_tables(stage->store, board->arena, board->workshop, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (tables[i].id == board->table)
            board->about = tables[i];
    }
    load_workshop(board, &err);
    load_dots(board, &err);
    load_cards(board, &err);
    board->can_undo = store_undo_label(stage->store, board_zone(board)) != NULL;
    board->can_redo = store_redo_label(stage->store, board_zone(board)) != NULL;
    board_arrange(board);
    board_stay_in_reach(board);
    glide_all(board, seen);
    g_array_free(seen, TRUE);
    if (board_find(board, board->selected, NULL, NULL) == NULL)
        board->selected = 0;
    if (board_find_loop(board, board->bundle) == NULL)
        board->bundle = 0;
    for (guint i = board->picked->len; i-- > 0;) {
        if (board_find(board, g_array_index(board->picked, int64_t, i), NULL, NULL) == NULL)
            g_array_remove_index(board->picked, i);
    }
    if (err.code != ERR_NONE)
        stage_warn(stage, board->seat, &err);
}

// ---- finding ------------------------------------------------------------------------------------

const struct card *board_find(const struct board *board, int64_t card, size_t *i, bool *parked)
{
    for (size_t k = 0; card != 0 && k < board->cards_n + board->parked_n; k++) {
        bool away = k >= board->cards_n;
        size_t at = away ? k - board->cards_n : k;
        const struct card *found = away ? &board->parked[at] : &board->cards[at];
        if (found->id != card)
            continue;
        if (i != NULL)
            *i = at;
        if (parked != NULL)
            *parked = away;
        return found;
    }
    return NULL;
}

const struct loop *board_find_loop(const struct board *board, int64_t bundle)
{
    for (size_t i = 0; bundle != 0 && i < board->loops_n; i++) {
        if (board->loops[i].id == bundle)
            return &board->loops[i];
    }
    return NULL;
}

bool board_is_picked(const struct board *board, int64_t card)
{
    for (guint i = 0; i < board->picked->len; i++) {
        if (g_array_index(board->picked, int64_t, i) == card)
            return true;
    }
    return false;
}

struct board_hold *board_hold_of(const struct board *board, int64_t id)
{
    for (guint i = 0; i < board->holds->len; i++) {
        struct board_hold *hold = &g_array_index(board->holds, struct board_hold, i);
        if (hold->id == id && id != 0 && hold->moving && hold->what <= HOLD_BUNDLE)
            return hold;
    }
    return NULL;
}
