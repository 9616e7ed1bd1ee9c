// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board.h"

#include <math.h>
#include <string.h>

#include "app/stage.h"
#include "base/arena.h"
#include "draw/colour.h"

#define SIDE 18.0     // mm, left and right of the cards
#define GAP 12.0      // between cards
#define BAY_HEAD 50.0 // of the Themenspeicher, above its cards
#define BAY_PITCH 90.0
#define BAY_PADDING 8.0

void board_init(struct board *board, struct stage *stage, int seat, int64_t workshop, int64_t table)
{
    *board = (struct board){
        .stage = stage, .seat = seat, .workshop = workshop, .table = table, .arena = arena_new()};
    board->slots = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    board->drags = g_array_new(FALSE, TRUE, sizeof(struct board_drag));
}

void board_clear(struct board *board)
{
    g_hash_table_destroy(board->slots);
    g_array_free(board->drags, TRUE);
    arena_free(board->arena);
}

// ---- geometry -----------------------------------------------------------------------------------

struct box board_view(const struct board *board)
{
    const struct seat *seat = stage_seat(board->stage, board->seat);
    return (struct box){0, BOARD_TOP, seat_width(seat),
                        seat_height(seat) - BOARD_TOP - BOARD_BOTTOM};
}

static struct grid grid_of(const struct board *board)
{
    struct box view = board_view(board);
    return grid_make(SIDE, view.y + GAP, view.w - 2 * SIDE, CARD_WIDTH, CARD_HEIGHT, GAP);
}

// In the place of the last column, as high as its cards need, above the bar.
struct box board_bay(const struct board *board)
{
    struct box view = board_view(board);
    double most = BAY_HEAD + BOARD_BAY_CARDS * BAY_PITCH;
    double h = fmin(most, view.h - 2 * GAP);
    double w = board->grid.slot_w + 2 * BAY_PADDING;
    return (struct box){view.w - SIDE - w + BAY_PADDING, view.y + view.h - GAP - h, w, h};
}

struct box board_bay_card(const struct board *board, size_t i)
{
    struct box bay = board_bay(board);
    return (struct box){bay.x + BAY_PADDING,
                        bay.y + BAY_HEAD + (double)i * BAY_PITCH - board->bay_pan,
                        bay.w - 2 * BAY_PADDING, CARD_HEIGHT};
}

struct box board_card(const struct board *board, size_t i)
{
    const struct place *place = &board->places[i];
    return (struct box){place->x, place->y - board->pan, place->w, place->h};
}

static double pan_most(const struct board *board)
{
    struct box view = board_view(board);
    return fmax(0, places_bottom(board->places, board->cards_n) + GAP - view.y - view.h);
}

static double bay_pan_most(const struct board *board)
{
    return fmax(0, BAY_HEAD + (double)board->parked_n * BAY_PITCH - board_bay(board).h);
}

static void stay_in_reach(struct board *board)
{
    board->pan = CLAMP(board->pan, 0, pan_most(board));
    board->bay_pan = CLAMP(board->bay_pan, 0, bay_pan_most(board));
}

void board_wheel(struct board *board, double dy)
{
    board->pan -= dy;
    stay_in_reach(board);
}

void board_reveal(struct board *board, int64_t card)
{
    size_t i;
    bool parked;
    if (board_find(board, card, &i, &parked) == NULL || parked)
        return;
    struct box view = board_view(board), box = board_card(board, i);
    if (box.y + box.h > view.y + view.h - GAP)
        board->pan += box.y + box.h - (view.y + view.h - GAP);
    else if (box.y < view.y + GAP)
        board->pan -= view.y + GAP - box.y;
    stay_in_reach(board);
}

// ---- what it shows ------------------------------------------------------------------------------

static const char *kind_of(const struct board *board, int64_t phase)
{
    for (size_t i = 0; i < board->phases_n; i++) {
        if (board->phases[i].id == phase)
            return board->phases[i].kind;
    }
    return board->phase.kind;
}

struct card_face board_face(const struct board *board, const struct card *card, bool parked)
{
    struct stage *stage = board->stage;
    return (struct card_face){
        .id = card->id,
        .text = card->text,
        .lang = card->lang,
        .gloss = card->gloss,
        .icon = *card->ink != '\0'
                    ? ""
                    : cards_icon(stage->cards, stage, card->icon, card->text, card->lang),
        .ink = card->ink,
        .shape = card_shape_of(kind_of(board, card->phase)),
        .accent = colour_accent(board->about.number),
        .votes = card->votes,
        .width = parked ? board_bay(board).w - 2 * BAY_PADDING : board->grid.slot_w,
        .least_height = CARD_HEIGHT,
        .fixed_height = parked,
    };
}

static void arrange(struct board *board)
{
    struct stage *stage = board->stage;
    const struct seat *seat = stage_seat(stage, board->seat);
    board->seat_w = seat_width(seat);
    board->seat_h = seat_height(seat);
    board->grid = grid_of(board);
    if (board->cards_n + board->parked_n > 0) {
        double below = board_bay(board).y - 4 - board->grid.y;
        board->grid.short_rows = MAX(0, (int)floor((below + GAP) / board->grid.pitch_y));
    }
    board->places = ARENA_ARRAY(board->arena, struct place, board->cards_n);
    for (size_t i = 0; i < board->cards_n; i++) {
        const struct card *card = &board->cards[i];
        struct card_face face = board_face(board, card, false);
        const struct card_drawing *drawing = cards_measure(stage->cards, stage, &face);
        gpointer slot;
        bool stood = g_hash_table_lookup_extended(board->slots, &card->id, NULL, &slot);
        board->places[i] = (struct place){.w = drawing->w,
                                          .h = drawing->h,
                                          .fixed = card->scale > 0,
                                          .x = card->x,
                                          .y = card->y,
                                          .slot = stood ? GPOINTER_TO_INT(slot) : PLACE_NONE};
    }
    places_arrange(board->places, board->cards_n, &board->grid);
    for (size_t i = 0; i < board->cards_n; i++) {
        if (!board->places[i].fixed)
            g_hash_table_insert(board->slots, g_memdup2(&board->cards[i].id, sizeof(int64_t)),
                                GINT_TO_POINTER(board->places[i].slot));
    }
}

void board_fit(struct board *board)
{
    const struct seat *seat = stage_seat(board->stage, board->seat);
    if (board->seat_w == seat_width(seat) && board->seat_h == seat_height(seat))
        return;
    arrange(board);
    stay_in_reach(board);
}

static void load_phase(struct board *board, struct err *err)
{
    struct store *store = board->stage->store;
    board->phase = (struct phase){.kind = "", .title = "", .rules = ""};
    board->phases = store_phases(store, board->arena, board->workshop, &board->phases_n, err);
    size_t n;
    const struct workshop *workshops = store_workshops(store, board->arena, &n, err);
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; workshops[i].id == board->workshop && k < board->phases_n; k++) {
            if (board->phases[k].id == workshops[i].phase)
                board->phase = board->phases[k];
        }
    }
}

void board_load(struct board *board)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    char voter[16];
    g_snprintf(voter, sizeof voter, "seat%d", board->seat);
    arena_reset(board->arena);
    board->about = (struct table){.title = "", .question = "", .icon = "", .number = 1};
    size_t n;
    const struct table *tables =
        store_tables(stage->store, board->arena, board->workshop, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (tables[i].id == board->table)
            board->about = tables[i];
    }
    load_phase(board, &err);
    board->cards = store_cards(stage->store, board->arena, board->workshop, board->table,
                               CARDS_SHOWN, &board->cards_n, &err);
    board->parked = store_cards(stage->store, board->arena, board->workshop, board->table,
                                CARDS_PARKED, &board->parked_n, &err);
    board->dots_given = store_dots_of(stage->store, board->table, voter);
    board->can_undo = store_undo_label(stage->store, board->table) != NULL;
    board->can_redo = store_redo_label(stage->store, board->table) != NULL;
    arrange(board);
    stay_in_reach(board);
    if (board_find(board, board->selected, NULL, NULL) == NULL)
        board->selected = 0;
    if (err.code != ERR_NONE)
        stage_warn(stage, board->seat, &err);
}

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

struct board_drag *board_drag_of(const struct board *board, int64_t card)
{
    for (guint i = 0; i < board->drags->len; i++) {
        struct board_drag *drag = &g_array_index(board->drags, struct board_drag, i);
        if (drag->what == DRAG_CARD && drag->card == card && drag->moving)
            return drag;
    }
    return NULL;
}
