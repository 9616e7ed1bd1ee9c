// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A board: the cards of one theme table at one seat (screen 03). Cards are selected, moved, turned,
// enlarged, stacked, bundled, parked, laid away and get dots; writing them is the composer's. Unit:
// the seat's mm; cards lie in the board's mm, which pan and zoom between the bars.
#ifndef ERNTEBILD_APP_BOARD_H
#define ERNTEBILD_APP_BOARD_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "app/bundle.h"
#include "app/card.h"
#include "app/finger.h"
#include "app/glide.h"
#include "app/place.h"
#include "app/lie.h"
#include "store/store.h"

struct kit;
struct stage;

#define BOARD_TOP 42.0     // height of the bar above, and where the board's own mm begin
#define BOARD_BOTTOM 48.6  // height of the bar below
#define BOARD_BAY_CARDS 3  // seen at once in the Themenspeicher
#define BOARD_BAY_PADDING 8.0 // round its cards
#define BOARD_NARROW 640.0 // seats below have smaller cards
#define BOARD_WIDE 1000.0  // seats below have the Themenspeicher folded behind a button
#define BOARD_MANY 400     // cards; from here on a long text does not make its card higher
#define BOARD_VAST 1000    // cards; from here on the wall grows to all sides
#define BOARD_PAST_LINES 9 // steps of a card's history that are seen at once
#define BOARD_PLAIN 160    // cards seen at once; more are drawn without what is written on them

// What one or two fingers hold.
struct board_hold {
    enum { HOLD_CARD, HOLD_BUNDLE, HOLD_DOT, HOLD_BOARD, HOLD_BAY } what;
    int64_t id;  // of the card or bundle
    bool moving; // far enough from where it went down
    struct {
        int64_t finger;
        struct point from, at; // seat mm
    } fingers[2];
    int n;
    struct lie base, now; // of what is held, when the fingers took hold and now; seat mm
    double w, h;           // of it at scale 1
};

// The Themenspeicher is always there, or folded behind a button of a narrow seat's bar.
enum board_sheet { SHEET_NONE, SHEET_MORE, SHEET_BAY, SHEET_REASONS, SHEET_PAST, SHEET_RULES };

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
    const char *lang; // of the workshop
    size_t away_n;    // cards in the paper basket and hidden ones
    struct dots *own; // dots of this seat
    size_t own_n;
    int64_t dots_given, dots_most;
    bool dots_shown;
    bool can_undo, can_redo;

    struct place *places; // of cards, then of loops, in the arena
    size_t *order;        // indices of cards, the lowest first
    int *bundle_of;       // index of the card's loop, -1: loose
    struct loop *loops;
    size_t loops_n;
    GHashTable *spots; // card -> struct spot where it stands while the board is open
    struct grid grid;
    double seat_w, seat_h; // that it was arranged for
    struct point pan;      // board mm that the view begins at, beside its own corner
    double zoom;
    double bay_pan;      // how far the parked cards have moved up
    int64_t selected;    // card or 0
    int64_t bundle;      // selected bundle or 0
    bool more;           // the other row of actions
    bool giving;         // dots: the next taps on cards give one
    struct point dot_home, dot_left; // where a dot was taken, and where it was let go beside the cards
    int64_t dot_flies;   // monotonic ms since when it flies home
    bool bundling;       // the next taps on cards pick them for a bundle
    GArray *picked;      // int64_t cards
    int64_t stack;       // card that another was laid on last: may become a bundle
    int64_t framed;      // card shown to someone who looked for it
    int64_t framed_until; // monotonic ms
    enum board_sheet sheet;
    size_t older; // steps of a card's history that are newer than those the sheet shows
    GArray *holds; // struct board_hold
    struct glides glides;
    int64_t passed; // card that was let go in another seat's zone, until somebody collects it
    int passed_to;  // that seat
};

// What a touch or key on the board leads to; the screen does it.
enum board_wish {
    BOARD_NONE,
    BOARD_NEW_CARD,
    BOARD_EDIT_CARD,   // board->selected
    BOARD_NAME,        // the table
    BOARD_NAME_BUNDLE, // board->bundle
    BOARD_GLOSS,       // board->selected
    BOARD_WISH,        // turn the critique board->selected
    BOARD_AGREE,       // make an agreement of board->selected
    BOARD_SEARCH,
    BOARD_BASKET,
    BOARD_RANKING,
    BOARD_LEAVE
};

void board_init(struct board *board, struct stage *stage, int seat, int64_t workshop,
                int64_t table);
void board_clear(struct board *board);
// Reads the table again. What cannot be read is told to the seat.
void board_load(struct board *board);
// Arranges the cards anew when the seat's size or its way of reading has changed.
void board_fit(struct board *board);
enum board_wish board_touch(struct board *board, const struct touch *touch);
// The card comes flying from `from` (seat mm) to where it hangs.
void board_fly(struct board *board, int64_t card, struct box from);
void board_wheel(struct board *board, double dy);
// One step back, or forth again, of what this seat did at its table.
void board_go_back(struct board *board, bool redo);
int64_t board_zone(const struct board *board); // where its undo finds that
// Escape: what is open or selected on the board closes; false: nothing was.
bool board_dismiss(struct board *board);
// Moves the board so that a card is seen; `frame`: and shows for a while which it is.
void board_reveal(struct board *board, int64_t card, bool frame);
int board_next_tick(const struct board *board, int64_t now);
// `writing`: a composer covers the lower part, the bar below is not there.
void board_draw(struct board *board, struct kit *kit, bool writing);
// What is in the hand, above all that is drawn: it may reach beyond the seat's zone.
void board_draw_held(struct board *board, struct kit *kit);

// ---- shared by the board's files ----------------------------------------------------------------
struct board_measures { // mm; narrow seats have smaller cards
    double side, gap, card_w, card_h;
};
struct board_measures board_measures(const struct board *board);
bool board_is_narrow(const struct board *board);
bool board_is_folded(const struct board *board);
struct box board_view(const struct board *board); // between the bars
int board_beyond(const struct board *board, struct point seat_mm); // seat whose zone that is; 0: own
struct box board_bay(const struct board *board);  // empty while it is folded
struct box board_bay_card(const struct board *board, size_t i); // i-th parked card, seat mm
struct box board_card(const struct board *board, size_t i);     // i-th card, seat mm
struct box board_loop(const struct board *board, size_t i);     // i-th bundle, seat mm
struct box board_content(const struct board *board);            // board mm
struct point board_to_seat(const struct board *board, struct point board_mm);
struct point board_from_seat(const struct board *board, struct point seat_mm);
struct lie board_pose(const struct board *board, size_t i); // of a card, seat mm
void board_zoom_to(struct board *board, double zoom, struct point seat_mm); // that point stays
void board_stay_in_reach(struct board *board);
bool board_whole_is_seen(const struct board *board);
void board_toggle_whole(struct board *board);
struct card_face board_face(const struct board *board, const struct card *card, bool parked);
const struct card *board_find(const struct board *board, int64_t card, size_t *i, bool *parked);
const struct loop *board_find_loop(const struct board *board, int64_t bundle);
int64_t board_own_dots(const struct board *board, int64_t card);
int64_t board_votes(const struct board *board, const struct card *card); // that this seat sees
bool board_is_picked(const struct board *board, int64_t card);
struct board_hold *board_hold_of(const struct board *board, int64_t id); // that moves it, or NULL

// What was read stands where it belongs (board_arrange.c).
void board_gather(struct board *board, const struct bundle *bundles, size_t n); // into loops
void board_arrange(struct board *board);

// Touches that were taps (board_tap.c), and what of dots, cards and bundles a hit name is about.
enum board_wish board_tap(struct board *board, const struct touch *touch);
int64_t board_id_after(const char *target, const char *prefix); // 0: it does not begin so

// Acts on the file; each is one change, told to the seat, and the board is read again.
void board_move_card(struct board *board, int64_t card, struct lie pose);
void board_turn_card(struct board *board, int64_t card, double degrees);
void board_scale_card(struct board *board, int64_t card, double factor);
void board_park(struct board *board, int64_t card, bool parked);
// Hangs the card at another table, where the undo of `seat` finds it. False: it stays.
bool board_pass(struct board *board, int64_t card, int64_t table, int seat);
void board_lay_away(struct board *board, int64_t card);
void board_hide(struct board *board, int64_t card, const char *reason);
void board_give_dot(struct board *board, int64_t card);
void board_take_dot(struct board *board, int64_t card);
// Cards into a bundle (0: a new one, whose id is returned) out of those they were in.
int64_t board_bundle(struct board *board, const int64_t *cards, size_t n, int64_t bundle);
void board_move_bundle(struct board *board, int64_t bundle, struct point seat_mm);
void board_join_bundles(struct board *board, int64_t from, int64_t into);
void board_dissolve_bundle(struct board *board, int64_t bundle);
// What the cards of a bundle have in common, as a proposal for its name. g_free it.
char *board_propose_name(const struct board *board, int64_t bundle);

// How the sheets over the board look (board_sheet.c).
void board_draw_sheet(struct board *board, struct kit *kit);
void board_draw_bars(struct board *board, struct kit *kit, bool writing); // board_bars.c

#endif
