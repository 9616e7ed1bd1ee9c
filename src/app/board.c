// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/stage.h"
#include "base/arena.h"
#include "draw/colour.h"

#define BAY_HEAD 50.0 // of the Themenspeicher, above its cards
#define BAY_PITCH 90.0
#define BAY_PADDING 8.0
#define EDGE 5.0 // between what lies outermost and the end of the board
#define ZOOM_MOST 2.0
#define ZOOM_LEAST 0.02
#define FRAMED_MS 4000

struct measures { // mm; narrow seats have smaller cards
    double side, gap, card_w, card_h;
};

static struct measures measures_of(const struct board *board)
{
    return board_is_narrow(board) ? (struct measures){8, 8, 136, 60}
                                  : (struct measures){18, 12, CARD_WIDTH, CARD_HEIGHT};
}

void board_init(struct board *board, struct stage *stage, int seat, int64_t workshop, int64_t table)
{
    *board = (struct board){.stage = stage,
                            .seat = seat,
                            .workshop = workshop,
                            .table = table,
                            .arena = arena_new(),
                            .zoom = 1};
    board->slots = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    board->holds = g_array_new(FALSE, TRUE, sizeof(struct board_hold));
    board->picked = g_array_new(FALSE, FALSE, sizeof(int64_t));
}

void board_clear(struct board *board)
{
    g_hash_table_destroy(board->slots);
    g_array_free(board->holds, TRUE);
    g_array_free(board->picked, TRUE);
    arena_free(board->arena);
}

// ---- geometry -----------------------------------------------------------------------------------

bool board_is_narrow(const struct board *board)
{
    return seat_width(stage_seat(board->stage, board->seat)) < BOARD_NARROW;
}

bool board_is_folded(const struct board *board)
{
    return seat_width(stage_seat(board->stage, board->seat)) < BOARD_WIDE;
}

struct box board_view(const struct board *board)
{
    const struct seat *seat = stage_seat(board->stage, board->seat);
    return (struct box){0, BOARD_TOP, seat_width(seat),
                        seat_height(seat) - BOARD_TOP - BOARD_BOTTOM};
}

static struct grid grid_of(const struct board *board)
{
    struct box view = board_view(board);
    struct measures m = measures_of(board);
    return grid_make(m.side, view.y + m.gap, view.w - 2 * m.side, m.card_w, m.card_h, m.gap);
}

// In the place of the last column, as high as its cards need, above the bar.
struct box board_bay(const struct board *board)
{
    struct box view = board_view(board);
    bool folded = board_is_folded(board);
    if (folded && board->sheet != SHEET_BAY)
        return BOX_EMPTY;
    struct measures m = measures_of(board);
    double most = BAY_HEAD + BOARD_BAY_CARDS * BAY_PITCH;
    double h = fmin(most, view.h - 2 * m.gap);
    double w = (folded ? CARD_WIDTH : board->grid.slot_w) + 2 * BAY_PADDING;
    return (struct box){view.w - m.side - w + (folded ? 0 : BAY_PADDING),
                        view.y + view.h - m.gap - h, w, h};
}

struct box board_bay_card(const struct board *board, size_t i)
{
    struct box bay = board_bay(board);
    return (struct box){bay.x + BAY_PADDING,
                        bay.y + BAY_HEAD + (double)i * BAY_PITCH - board->bay_pan,
                        bay.w - 2 * BAY_PADDING, CARD_HEIGHT};
}

struct point board_to_seat(const struct board *board, struct point p)
{
    return (struct point){(p.x - board->pan.x) * board->zoom,
                          BOARD_TOP + (p.y - BOARD_TOP - board->pan.y) * board->zoom};
}

struct point board_from_seat(const struct board *board, struct point p)
{
    return (struct point){p.x / board->zoom + board->pan.x,
                          (p.y - BOARD_TOP) / board->zoom + BOARD_TOP + board->pan.y};
}

static struct box box_to_seat(const struct board *board, struct box box)
{
    struct point corner = board_to_seat(board, (struct point){box.x, box.y});
    return (struct box){corner.x, corner.y, box.w * board->zoom, box.h * board->zoom};
}

struct box board_card(const struct board *board, size_t i)
{
    return box_to_seat(board, place_box(&board->places[i]));
}

struct box board_loop(const struct board *board, size_t i)
{
    return box_to_seat(board, board->loops[i].box);
}

struct lie board_pose(const struct board *board, size_t i)
{
    const struct place *place = &board->places[i];
    return (struct lie){board_to_seat(board, place_middle(place)), place->scale * board->zoom,
                         place->degrees};
}

struct box board_content(const struct board *board)
{
    struct box all = BOX_EMPTY;
    for (size_t i = 0; i < board->cards_n + board->loops_n; i++)
        all = box_union(all, place_box(&board->places[i]));
    return all;
}

// What is seen of the board at a zoom, board mm.
static struct box seen_at(const struct board *board, double zoom)
{
    struct box view = board_view(board);
    return (struct box){board->pan.x, BOARD_TOP + board->pan.y, view.w / zoom, view.h / zoom};
}

static double zoom_to_fit(const struct board *board)
{
    struct box view = board_view(board), all = board_content(board);
    if (box_is_empty(all))
        return 1;
    double w = fmax(view.w, all.x + all.w + EDGE) - fmin(0, all.x - EDGE);
    double h = fmax(view.h, all.y + all.h + EDGE - BOARD_TOP) - fmin(0, all.y - EDGE - BOARD_TOP);
    return CLAMP(fmin(view.w / w, view.h / h), ZOOM_LEAST, 1);
}

static double bay_pan_most(const struct board *board)
{
    return fmax(0, BAY_HEAD + (double)board->parked_n * BAY_PITCH - board_bay(board).h);
}

void board_stay_in_reach(struct board *board)
{
    double gap = board->grid.pitch_x - board->grid.slot_w;
    board->zoom = CLAMP(board->zoom, zoom_to_fit(board), ZOOM_MOST);
    struct box all = board_content(board), seen = seen_at(board, board->zoom);
    if (box_is_empty(all))
        all = (struct box){0, BOARD_TOP, 0, 0};
    double left = fmin(0, all.x - EDGE), top = fmin(0, all.y - EDGE - BOARD_TOP);
    double right = fmax(0, all.x + all.w + gap - seen.w);
    double bottom = fmax(0, all.y + all.h + gap - BOARD_TOP - seen.h);
    board->pan.x = CLAMP(board->pan.x, left, fmax(left, right));
    board->pan.y = CLAMP(board->pan.y, top, fmax(top, bottom));
    board->bay_pan = CLAMP(board->bay_pan, 0, bay_pan_most(board));
}

void board_zoom_to(struct board *board, double zoom, struct point at)
{
    struct point held = board_from_seat(board, at);
    board->zoom = CLAMP(zoom, zoom_to_fit(board), ZOOM_MOST);
    struct point now = board_from_seat(board, at);
    board->pan.x += held.x - now.x;
    board->pan.y += held.y - now.y;
    board_stay_in_reach(board);
}

bool board_whole_is_seen(const struct board *board)
{
    return zoom_to_fit(board) >= 0.999;
}

void board_toggle_whole(struct board *board)
{
    double fit = zoom_to_fit(board);
    bool whole = board->zoom <= fit * 1.01;
    struct box view = board_view(board);
    board_zoom_to(board, whole ? 1 : fit, (struct point){view.w / 2, view.y});
}

void board_wheel(struct board *board, double dy)
{
    board->pan.y -= dy / board->zoom;
    board_stay_in_reach(board);
}

void board_reveal(struct board *board, int64_t card, bool frame)
{
    size_t i;
    bool parked;
    if (board_find(board, card, &i, &parked) == NULL)
        return;
    if (frame) {
        board->framed = card;
        board->framed_until = board->stage->now + FRAMED_MS;
    }
    if (parked) {
        if (board_is_folded(board))
            board->sheet = SHEET_BAY;
        board->bay_pan = (double)i * BAY_PITCH;
        board_stay_in_reach(board);
        return;
    }
    if (board->zoom < 0.5)
        board->zoom = 1;
    struct box view = board_view(board), box = board_card(board, i);
    double gap = board->grid.pitch_x - board->grid.slot_w;
    double down = fmax(0, box.y + box.h - (view.y + view.h - gap));
    double up = fmax(0, view.y + gap - box.y);
    double right = fmax(0, box.x + box.w - (view.w - gap)), left = fmax(0, gap - box.x);
    board->pan.y += (down - up) / board->zoom;
    board->pan.x += (right - left) / board->zoom;
    board_stay_in_reach(board);
}

int board_next_tick(const struct board *board, int64_t now)
{
    return board->framed == 0 ? -1 : (int)MAX(1, board->framed_until - now);
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

struct card_face board_face(const struct board *board, const struct card *card, bool parked)
{
    struct stage *stage = board->stage;
    struct measures m = measures_of(board);
    return (struct card_face){
        .id = card->id,
        .text = card->text,
        .lang = *card->lang != '\0' ? card->lang : board->lang,
        .gloss = card->gloss,
        .icon = *card->ink != '\0'
                    ? ""
                    : cards_icon(stage->cards, stage, card->icon, card->text, card->lang),
        .ink = card->ink,
        .shape = card_shape_of(kind_of(board, card->phase)),
        .accent = colour_accent(board->about.number),
        .votes = board_votes(board, card),
        .width = parked ? board_bay(board).w - 2 * BAY_PADDING : board->grid.slot_w,
        .least_height = parked ? CARD_HEIGHT : m.card_h,
        .fixed_height = parked || board->cards_n >= BOARD_MANY,
    };
}

// Size of a card at scale 1. Of very many only what a long text would change is not asked.
static void measure(const struct board *board, const struct card *card, struct place *place)
{
    place->w = board->grid.slot_w;
    place->h = measures_of(board).card_h;
    if (board->cards_n >= BOARD_MANY)
        return;
    struct card_face face = board_face(board, card, false);
    place->h = cards_measure(board->stage->cards, board->stage, &face)->h;
}

// The cards of each bundle into its loop; bundles without cards have none.
static void gather_loops(struct board *board, const struct bundle *bundles, size_t n)
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

// The loops with their cards; loops nobody has placed stand below all others.
static void arrange_loops(struct board *board)
{
    struct box view = board_view(board);
    struct measures m = measures_of(board);
    int most = (int)floor((view.w - 2 * m.side - 2 * BUNDLE_PADDING + BUNDLE_GAP) /
                          (board->grid.slot_w + BUNDLE_GAP));
    double *heights = ARENA_ARRAY(board->arena, double, board->cards_n + 1);
    struct point *corners = ARENA_ARRAY(board->arena, struct point, board->cards_n + 1);
    for (size_t b = 0; b < board->loops_n; b++) {
        struct loop *loop = &board->loops[b];
        loop->columns = bundle_columns(loop->n, most);
        for (size_t k = 0; k < loop->n; k++)
            heights[k] = board->places[loop->cards[k]].h;
        struct box size = bundle_size(loop->n, loop->columns, board->grid.slot_w, heights, NULL);
        loop->box.w = size.w;
        loop->box.h = size.h;
        if (!loop->placed) {
            loop->box.x = m.side;
            loop->box.y = view.y + m.gap + BUNDLE_HEAD / 2;
        }
    }
    bundles_part(board->loops, board->loops_n, m.gap);
    for (size_t b = 0; b < board->loops_n; b++) {
        const struct loop *loop = &board->loops[b];
        for (size_t k = 0; k < loop->n; k++)
            heights[k] = board->places[loop->cards[k]].h;
        bundle_size(loop->n, loop->columns, board->grid.slot_w, heights, corners);
        for (size_t k = 0; k < loop->n; k++) {
            struct place *place = &board->places[loop->cards[k]];
            place->x = loop->box.x + corners[k].x;
            place->y = loop->box.y + corners[k].y;
        }
        struct box round = loop->box; // with its head
        round.y -= BUNDLE_HEAD / 2;
        round.h += BUNDLE_HEAD / 2;
        board->places[board->cards_n + b] = (struct place){.w = round.w,
                                                           .h = round.h,
                                                           .scale = 1,
                                                           .fixed = true,
                                                           .x = round.x,
                                                           .y = round.y};
    }
}

// A loose card that a bundle has grown over is seen below it.
static void free_covered(struct board *board, struct place *place)
{
    double gap = board->grid.pitch_x - board->grid.slot_w;
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

static void arrange(struct board *board)
{
    const struct seat *seat = stage_seat(board->stage, board->seat);
    board->seat_w = seat_width(seat);
    board->seat_h = seat_height(seat);
    board->grid = grid_of(board);
    if (board->cards_n >= BOARD_VAST) { // a wall as wide as high is seen better from afar
        struct box view = board_view(board);
        double ratio = view.w / board->grid.pitch_x / (view.h / board->grid.pitch_y);
        board->grid.columns =
            MAX(board->grid.columns, (int)ceil(sqrt((double)board->cards_n * ratio)));
    } else if (board->cards_n + board->parked_n > 0 && !board_is_folded(board)) {
        double below = board_bay(board).y - 4 - board->grid.y;
        double gap = board->grid.pitch_y - board->grid.slot_h;
        board->grid.short_rows = MAX(0, (int)floor((below + gap) / board->grid.pitch_y));
    }
    size_t n = board->cards_n;
    board->places = ARENA_ARRAY(board->arena, struct place, n + board->loops_n + 1);
    board->order = ARENA_ARRAY(board->arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct card *card = &board->cards[i];
        struct place *place = &board->places[i];
        gpointer slot;
        bool stood = g_hash_table_lookup_extended(board->slots, &card->id, NULL, &slot);
        bool inside = board->bundle_of[i] >= 0, laid = card->scale > 0 && !inside;
        *place = (struct place){.scale = laid ? CLAMP(card->scale, 0.5, 3) : 1,
                                .degrees = laid ? card->angle : 0,
                                .fixed = inside || laid,
                                .x = card->x,
                                .y = card->y,
                                .slot = stood ? GPOINTER_TO_INT(slot) : PLACE_NONE};
        measure(board, card, place);
        board->order[i] = i;
    }
    arrange_loops(board);
    for (size_t i = 0; i < n; i++) {
        if (board->places[i].fixed && board->bundle_of[i] < 0)
            free_covered(board, &board->places[i]);
    }
    places_arrange(board->places, n + board->loops_n, &board->grid);
    g_qsort_with_data(board->order, (gint)n, sizeof *board->order, by_height, board);
    for (size_t i = 0; i < n; i++) {
        if (!board->places[i].fixed)
            g_hash_table_insert(board->slots, g_memdup2(&board->cards[i].id, sizeof(int64_t)),
                                GINT_TO_POINTER(board->places[i].slot));
    }
}

void board_fit(struct board *board)
{
    const struct seat *seat = stage_seat(board->stage, board->seat);
    if (board->framed != 0 && board->stage->now >= board->framed_until)
        board->framed = 0;
    if (board->seat_w == seat_width(seat) && board->seat_h == seat_height(seat))
        return;
    arrange(board);
    board_stay_in_reach(board);
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
    g_snprintf(voter, sizeof voter, "seat%d", board->seat);
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
            board->away_n++;
        else if (all[i].parked)
            board->parked[board->parked_n++] = all[i];
        else
            board->cards[board->cards_n++] = all[i];
    }
    const struct bundle *bundles =
        store_bundles(store, board->arena, board->table, &bundles_n, err);
    gather_loops(board, bundles, bundles_n);
}

void board_load(struct board *board)
{
    struct stage *stage = board->stage;
    struct err err = stage_err(stage);
    arena_reset(board->arena);
    board->about = (struct table){.title = "", .question = "", .icon = "", .number = 1};
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
    board->can_undo = store_undo_label(stage->store, board->table) != NULL;
    board->can_redo = store_redo_label(stage->store, board->table) != NULL;
    arrange(board);
    board_stay_in_reach(board);
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
