// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The road of agreements: what its rooms share. Internal to poster/.
#ifndef ERNTEBILD_POSTER_STRIP_H
#define ERNTEBILD_POSTER_STRIP_H

#include "poster/furniture.h"
#include "poster/page.h"

// A stretch of the road on which something stands: posts and people keep off it.
struct stretch {
    double from, to;
};

struct strip {
    struct page *page;
    struct box room;
    size_t first, n;        // the agreements it shows
    double road, swing;     // y of its upper edge, and how far it leaves that
    double left_w, right_w; // taken by title and TODAY, by calendar and house
    double boards_y, boards_h;
    bool tall;              // boards above, people and goal below them
    struct stretch taken[32];
    int taken_n;
};

double strip_road_top(const struct strip *strip, double x); // y of the road's edges at x
double strip_road_width(const struct strip *strip, double x);
void strip_take(struct strip *strip, double from, double to);
bool strip_is_free(const struct strip *strip, double from, double to);
// The free place nearest to `x` within from .. to, `pad` on both sides; `x` when there is none.
double strip_free_near(const struct strip *strip, double x, double from, double to, double pad);

// A signpost; x: its post, y: top of its arm, which points along the road.
void strip_draw_sign(struct strip *strip, double x, double y, const char *id, const char *text);
// Half its width, and its height.
double strip_sign_half(struct strip *strip, const char *text);
double strip_sign_height(const struct strip *strip);

// strip_plan.c: which agreement stands where.
struct entry {
    const struct harvest_agreement *agreement;
    struct wording who, what, with;
    struct wording both;  // what and with, on a board of several
    const char *dates[2]; // until when, written out and in digits; NULL: no date
    struct setting who_set, what_set, with_set;
    const char *date;
    double date_w;
    bool date_beside; // on a board of several: on the line of who
    double icon, h;
    bool bare;        // its icon gave way to words
    bool cut;         // some of its words are left to the appendix
};

struct board {
    struct entry *entries;
    int n;
    double x, y, w, h;
    double top; // of the words, below its upper edge
};

struct board_plan {
    struct board *boards;
    int n;
    struct entry *entries;
    int left_out; // agreements only in the appendix
    double who_size, text_size;
    double note_x; // of the line that counts them
};

// Boards between x0 and x1, in the page's arena.
struct board_plan *strip_plan(struct strip *strip, double x0, double x1);
double strip_board_gap(const struct board_plan *plan); // between the entries of one board
double strip_note_width(struct strip *strip);

// strip_board.c. The posts come first: what stands at the roadside hides them.
void strip_draw_posts(struct strip *strip, const struct board_plan *plan);
void strip_draw_boards(struct strip *strip, const struct board_plan *plan);

// strip_goal.c: calendar of the next meeting, TOMORROW, the house.
struct goal {
    double house_x, house_k; // left wall, scale
    double cheering_x;       // 0: nobody
    double sign_x, sign_y;
    struct box calendar;     // empty: no meeting
    bool hung;               // the calendar hangs from a board
    bool posts;              // it stands on posts of its own
};

struct goal strip_place_goal(struct strip *strip, const struct board_plan *plan); // takes stretches
void strip_draw_goal(struct strip *strip, const struct goal *goal);

#define BOARD_PAD 16.0
#define BOARD_FOOT 9.0
#define BOARD_WITH 0.16 // of the text's size, before the line of with
#define DATE_PAD 7.0 // round a date on a board of several

// strip_people.c: people on their way wherever the road is free.
void strip_draw_people(struct strip *strip);

#endif
