// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the cards of a board stand: bundles with their loops, what people laid somewhere, the others
// in rows.
#include "app/board.h"

#include <math.h>
#include <stdlib.h>

#include "app/stage.h"
#include "base/arena.h"

static struct grid grid_of(const struct board *board)
{
    struct box view = board_view(board);
    struct board_measures m = board_measures(board);
    return grid_make(m.side, BOARD_TOP + m.gap, view.w - 2 * m.side, m.card_w, m.card_h, m.gap,
                     sitting_is_rtl(board->stage, board->seat));
}

// Size of a card at scale 1. Of very many only what a long text would change is not asked.
static void measure(const struct board *board, const struct card *card, struct place *place)
{
    place->w = board->grid.w;
    place->h = board_measures(board).card_h;
    if (board->cards_n >= BOARD_MANY)
        return;
    struct card_face face = board_face(board, card, false);
    place->h = cards_measure(board->stage->cards, board->stage, &face)->h;
}

// The cards of each bundle into its loop; bundles without cards have none.
void board_gather(struct board *board, const struct bundle *bundles, size_t n)
{
    board->loops = ARENA_ARRAY(board->arena, struct loop, n + 1);
    board->bundle_of = ARENA_ARRAY(board->arena, int, board->cards_n + 1);
    size_t *counts = ARENA_ARRAY(board->arena, size_t, n + 1);
    int *of = board->bundle_of;
    for (size_t i = 0; i < board->cards_n; i++) {
        of[i] = -1;
        for (size_t b = 0; board->cards[i].bundle != 0 && b < n; b++) {
            if (bundles[b].id == board->cards[i].bundle) {
                of[i] = (int)b;
                counts[b]++;
            }
        }
    }
    int *index = ARENA_ARRAY(board->arena, int, n + 1); // of the bundle's loop
    board->loops_n = 0;
    for (size_t b = 0; b < n; b++) {
        if (counts[b] == 0)
            continue;
        index[b] = (int)board->loops_n;
        board->loops[board->loops_n++] =
            (struct loop){.id = bundles[b].id,
                          .name = bundles[b].name,
                          .box = {bundles[b].x, bundles[b].y, 0, 0},
                          .cards = ARENA_ARRAY(board->arena, size_t, counts[b]),
                          .placed = bundles[b].x != 0 || bundles[b].y != 0};
    }
    for (size_t i = 0; i < board->cards_n; i++) {
        if (of[i] < 0)
            continue;
        of[i] = index[of[i]];
        struct loop *loop = &board->loops[of[i]];
        loop->cards[loop->n++] = i;
    }
}

// Loops nobody has placed stand beside each other, in rows.
static void line_up(struct board *board, double gap)
{
    struct board_measures m = board_measures(board);
    bool leftwards = board->grid.pitch < 0;
    double width = board_view(board).w, x = m.side, y = board->grid.y + BUNDLE_HEAD / 2, high = 0;
    for (size_t b = 0; b < board->loops_n; b++) {
        struct loop *loop = &board->loops[b];
        if (loop->placed)
            continue;
        if (x > m.side && x + loop->box.w > width - m.side) {
            x = m.side;
            y += high + gap + BUNDLE_HEAD / 2;
            high = 0;
        }
        loop->box.x = leftwards ? width - x - loop->box.w : x;
        loop->box.y = y;
        x += loop->box.w + gap;
        high = fmax(high, loop->box.h);
    }
}

// The loops with their cards.
static void place_loops(struct board *board)
{
    struct box view = board_view(board);
    struct board_measures m = board_measures(board);
    int most = (int)floor((view.w - 2 * m.side - 2 * BUNDLE_PADDING + BUNDLE_GAP) /
                          (board->grid.w + BUNDLE_GAP));
    double *heights = ARENA_ARRAY(board->arena, double, board->cards_n + 1);
    struct point *corners = ARENA_ARRAY(board->arena, struct point, board->cards_n + 1);
    for (size_t b = 0; b < board->loops_n; b++) {
        struct loop *loop = &board->loops[b];
        loop->columns = bundle_columns(loop->n, most);
        for (size_t k = 0; k < loop->n; k++)
            heights[k] = board->places[loop->cards[k]].h;
        struct box size = bundle_size(loop->n, loop->columns, board->grid.w, heights, NULL);
        loop->box.w = size.w;
        loop->box.h = size.h;
    }
    line_up(board, m.gap);
    bundles_part(board->loops, board->loops_n, m.gap);
    for (size_t b = 0; b < board->loops_n; b++) {
        const struct loop *loop = &board->loops[b];
        for (size_t k = 0; k < loop->n; k++)
            heights[k] = board->places[loop->cards[k]].h;
        bundle_size(loop->n, loop->columns, board->grid.w, heights, corners);
        for (size_t k = 0; k < loop->n; k++) {
            struct place *place = &board->places[loop->cards[k]];
            place->x = loop->box.x + corners[k].x;
            place->y = loop->box.y + corners[k].y;
        }
        struct box round = loop->box; // with its head
        round.y -= BUNDLE_HEAD / 2;
        round.h += BUNDLE_HEAD / 2;
        board->places[board->cards_n + b] = (struct place){
            .w = round.w, .h = round.h, .scale = 1, .fixed = true, .x = round.x, .y = round.y};
    }
}

// A loose card that a bundle has grown over is seen below it.
static void free_covered(struct board *board, struct place *place)
{
    double gap = board->grid.gap;
    for (size_t b = 0; b < board->loops_n; b++) {
        const struct box *box = &board->loops[b].box;
        if (box_contains(*box, place_middle(place)))
            place->y = box->y + box->h + gap;
    }
}

static int by_height(const void *a, const void *b, void *data)
{
    const struct board *board = data;
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    int64_t zx = board->cards[x].z, zy = board->cards[y].z;
    return zx != zy ? (zx < zy ? -1 : 1) : x < y ? -1 : x > y;
}

void board_arrange(struct board *board)
{
    const struct seat *seat = stage_seat(board->stage, board->seat);
    board->seat_w = seat_width(seat);
    board->seat_h = seat_height(seat);
    board->grid = grid_of(board);
    if (board->cards_n >= BOARD_VAST) { // a wall as wide as high is seen better from afar
        struct box view = board_view(board);
        double ratio = view.w / (board->grid.w + board->grid.gap) /
                       (view.h / (board->grid.h + board->grid.gap));
        board->grid.columns =
            MAX(board->grid.columns, (int)ceil(sqrt((double)board->cards_n * ratio)));
    } else if (board->cards_n + board->parked_n > 0 && !board_is_folded(board)) {
        board->grid.last_bottom = board_bay(board).y - 4;
    }
    size_t n = board->cards_n;
    board->places = ARENA_ARRAY(board->arena, struct place, n + board->loops_n + 1);
    board->order = ARENA_ARRAY(board->arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct card *card = &board->cards[i];
        struct place *place = &board->places[i];
        const struct spot *stood = g_hash_table_lookup(board->spots, &card->id);
        bool inside = board->bundle_of[i] >= 0, laid = card->scale > 0 && !inside;
        *place = (struct place){.scale = laid ? CLAMP(card->scale, 0.5, 3) : 1,
                                .degrees = laid ? card->angle : 0,
                                .fixed = inside || laid,
                                .x = card->x,
                                .y = card->y,
                                .spot = stood != NULL ? *stood : (struct spot){PLACE_NONE, 0}};
        measure(board, card, place);
        board->order[i] = i;
    }
    place_loops(board);
    for (size_t i = 0; i < n; i++) {
        if (board->places[i].fixed && board->bundle_of[i] < 0)
            free_covered(board, &board->places[i]);
    }
    places_arrange(board->places, n + board->loops_n, &board->grid);
    g_qsort_with_data(board->order, (gint)n, sizeof *board->order, by_height, board);
    for (size_t i = 0; i < n; i++) {
        if (!board->places[i].fixed)
            g_hash_table_insert(board->spots, g_memdup2(&board->cards[i].id, sizeof(int64_t)),
                                g_memdup2(&board->places[i].spot, sizeof(struct spot)));
    }
}

void board_fit(struct board *board)
{
    const struct seat *seat = stage_seat(board->stage, board->seat);
    if (board->framed != 0 && board->stage->now >= board->framed_until)
        board->framed = 0;
    bool leftwards = sitting_is_rtl(board->stage, board->seat);
    if (board->seat_w == seat_width(seat) && board->seat_h == seat_height(seat) &&
        leftwards == (board->grid.pitch < 0))
        return;
    g_hash_table_remove_all(board->spots); // other columns
    board_arrange(board);
    board_stay_in_reach(board);
}
