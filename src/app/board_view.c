// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the cards of a board are seen: the view between the bars, its pan and zoom, the
// Themenspeicher.
#include "app/board.h"

#include <math.h>

#include "app/rules.h"
#include "app/seat_head.h"
#include "app/stage.h"

#define BAY_HEAD 50.0 // of the Themenspeicher, above its cards
#define BAY_PITCH 90.0
#define BORDER 8.0 // so far beyond its border a card has left the seat
#define EDGE 5.0 // between what lies outermost and the end of the board
#define ZOOM_MOST 2.0
#define ZOOM_LEAST 0.02
#define FRAMED_MS 4000

struct board_measures board_measures(const struct board *board)
{
    return board_is_narrow(board) ? (struct board_measures){8, 8, 136, 60}
                                  : (struct board_measures){18, 12, CARD_WIDTH, CARD_HEIGHT};
}

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
    double top = BOARD_TOP, strip = rules_strip_height(board);
    if (strip > 0)
        top = SEAT_HEAD + strip + 2;
    return (struct box){0, top, seat_width(seat), seat_height(seat) - top - BOARD_BOTTOM};
}

int board_beyond(const struct board *board, struct point seat_mm)
{
    const struct stage *stage = board->stage;
    const struct seat *own = stage_seat(stage, board->seat);
    struct point glass = affine_apply(seat_to_glass(own), seat_mm);
    for (size_t i = 0; i < stage->seats_n; i++) {
        const struct seat *seat = &stage->seats[i];
        if (seat->number != board->seat && box_contains(box_grow(seat->zone, -BORDER), glass))
            return seat->number;
    }
    return 0;
}

// In the place of the last column, as high as its cards need, above the bar.
struct box board_bay(const struct board *board)
{
    struct box view = board_view(board);
    bool folded = board_is_folded(board);
    if (folded && board->sheet != SHEET_BAY)
        return BOX_EMPTY;
    struct board_measures m = board_measures(board);
    double most = BAY_HEAD + BOARD_BAY_CARDS * BAY_PITCH;
    double h = fmin(most, view.h - 2 * m.gap);
    double w = (folded ? CARD_WIDTH : board->grid.w) + 2 * BOARD_BAY_PADDING;
    double x = view.w - m.side - w + (folded ? 0 : BOARD_BAY_PADDING);
    bool rtl = sitting_is_rtl(board->stage, board->seat);
    return (struct box){rtl ? view.w - x - w : x, view.y + view.h - m.gap - h, w, h};
}

struct box board_bay_card(const struct board *board, size_t i)
{
    struct box bay = board_bay(board);
    return (struct box){bay.x + BOARD_BAY_PADDING,
                        bay.y + BAY_HEAD + (double)i * BAY_PITCH - board->bay_pan,
                        bay.w - 2 * BOARD_BAY_PADDING, CARD_HEIGHT};
}

struct point board_to_seat(const struct board *board, struct point p)
{
    return (struct point){(p.x - board->pan.x) * board->zoom,
                          board_view(board).y + (p.y - BOARD_TOP - board->pan.y) * board->zoom};
}

struct point board_from_seat(const struct board *board, struct point p)
{
    return (struct point){p.x / board->zoom + board->pan.x,
                          (p.y - board_view(board).y) / board->zoom + BOARD_TOP + board->pan.y};
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
    double gap = board->grid.gap;
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
    double gap = board->grid.gap;
    double down = fmax(0, box.y + box.h - (view.y + view.h - gap));
    double up = fmax(0, view.y + gap - box.y);
    double right = fmax(0, box.x + box.w - (view.w - gap)), left = fmax(0, gap - box.x);
    board->pan.y += (down - up) / board->zoom;
    board->pan.x += (right - left) / board->zoom;
    board_stay_in_reach(board);
}
