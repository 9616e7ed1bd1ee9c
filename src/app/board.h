// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A board: the cards of one theme table at one seat (screen 03). Cards are selected, moved, parked,
// laid away and get dots; writing them is the composer's. Unit: the seat's mm; cards lie in the
// board's mm, which pan under the bars.
#ifndef ERNTEBILD_APP_BOARD_H
#define ERNTEBILD_APP_BOARD_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "app/card.h"
#include "app/finger.h"
#include "app/place.h"
#include "store/store.h"

struct kit;
struct stage;

#define BOARD_TOP 42.0    // height of the bar above
#define BOARD_BOTTOM 48.6 // height of the bar below
#define BOARD_DOTS 6      // each seat may give
#define BOARD_BAY_CARDS 3 // seen at once in the Themenspeicher

// One finger that moves something.
struct board_drag {
    int64_t finger;
    enum { DRAG_CARD, DRAG_DOT, DRAG_BOARD, DRAG_BAY } what;
    int64_t card;
    bool moving;     // far enough from where it went down
    struct point at; // of the card's corner or the dot's middle, seat mm
    double w, h;
    double pan; // of board or bay when it went down
};

struct board {
    struct stage *stage; // borrowed
    int seat;
    int64_t workshop, table;

    struct arena *arena; // of what follows, read from the file
    struct table about;
    struct phase phase; // the workshop's present one; kind "" when there is none
    struct card *cards; // shown, in the order they came
    size_t cards_n;
    struct card *parked;
    size_t parked_n;
    struct phase *phases;
    size_t phases_n;
    int64_t dots_given;
    bool can_undo, can_redo;

    struct place *places; // of cards, in the arena
    GHashTable *slots;    // card -> slot it stands in while the board is open
    struct grid grid;
    double seat_w, seat_h; // that it was arranged for
    double pan, bay_pan;   // how far the content has moved up
    int64_t selected;      // card or 0
    bool giving;           // dots: the next taps on cards give one
    GArray *drags;         // struct board_drag
};

// What a touch or key on the board leads to; the screen does it.
enum board_wish { BOARD_NONE, BOARD_NEW_CARD, BOARD_EDIT_CARD, BOARD_NAME, BOARD_LEAVE };

void board_init(struct board *board, struct stage *stage, int seat, int64_t workshop,
                int64_t table);
void board_clear(struct board *board);
// Reads the table again. What cannot be read is told to the seat.
void board_load(struct board *board);
// Arranges the cards anew when the seat's size has changed.
void board_fit(struct board *board);
// `card` is the selected one for BOARD_EDIT_CARD.
enum board_wish board_touch(struct board *board, const struct touch *touch);
void board_wheel(struct board *board, double dy);
void board_undo(struct board *board);
void board_redo(struct board *board);
// Moves the board so that a card is seen.
void board_reveal(struct board *board, int64_t card);
// `writing`: a composer covers the lower part, the bar below is not there.
void board_draw(struct board *board, struct kit *kit, bool writing);

// ---- shared by the board's files ----------------------------------------------------------------
struct box board_view(const struct board *board); // between the bars
struct box board_bay(const struct board *board);
struct box board_bay_card(const struct board *board, size_t i); // i-th parked card, seat mm
struct box board_card(const struct board *board, size_t i);     // i-th card, seat mm
struct card_face board_face(const struct board *board, const struct card *card, bool parked);
const struct card *board_find(const struct board *board, int64_t card, size_t *i, bool *parked);
// Acts on the file; each is one change, told to the seat, and the board is read again.
void board_move_card(struct board *board, int64_t card, struct point seat_mm);
void board_park(struct board *board, int64_t card, bool parked);
void board_lay_away(struct board *board, int64_t card);
void board_give_dot(struct board *board, int64_t card);
void board_take_dot(struct board *board, int64_t card);
struct board_drag *board_drag_of(const struct board *board, int64_t card); // that moves it, or NULL

#endif
