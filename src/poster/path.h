// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The path: a road winds from TODAY to TOMORROW, tables are stations on it, what the plenary takes
// home are milestones under the title, agreements stand at the last lane (ART-2, section A).
// Internal to poster/.
//
//   title        ~ [station 1] [station 2]
//   (milestones) ~
//   ==TODAY======#==========================\      ~ river   # bridge
//   [station 5]  ~ [station 4] [station 3]  |
//   /============#==========================/
//   |  [agreements] ...            TOMORROW
//   \=======================================
#ifndef ERNTEBILD_POSTER_PATH_H
#define ERNTEBILD_POSTER_PATH_H

#include <stdbool.h>

#include "poster/form.h"
#include "poster/ladder.h"
#include "poster/page.h"

#define PATH_ROWS 4
#define PATH_ROAD 40.0  // width of the road
#define PATH_POST 22.0  // from the stations' place down to the road
#define PATH_TURN 78.0  // width that a bend takes beside a row
#define PATH_RIVER 36.0 // width of the river
#define PATH_BANK 14.0  // free on both sides of it

// Stations above one lane. Rows are walked by turns from left to right and back.
struct path_row {
    int n[2];          // stations left and right of the river; all on the right when there is none
    double x[2], w[2]; // their rooms
    double top, foot;  // y; stations stand on `foot`
    double lane;       // y of the middle of the road below
    bool back;         // walked from right to left
};

// A place on a lane.
struct path_gap {
    int row;
    double x;
};

#define PATH_CROSSINGS 16

// One way to put the tables on the rows; a candidate's detail.
struct path_way {
    int rows;
    int n[PATH_ROWS][2]; // left and right of the river; the title is left of it in the first row
    double share;        // of the width for the title; 1: all of it, and there is no river
    bool river;
    double headroom; // from a lane to the stations below it
};

// What the arrangement found; page->arrangement.
struct path {
    struct page *page;
    struct path_row rows[PATH_ROWS];
    int rows_n;                                // even: the last lane leads to the right again
    double river;                              // x of its middle; 0: there is none
    double start, end;                         // x where the road begins and ends
    double left, right;                        // x of the road's middle in the bends
    double last;                               // y of the road's middle under the agreements
    int *row_of;                               // by table
    struct path_gap crossings[PATH_CROSSINGS]; // for those on foot: connectors cross the road there
    int crossings_n;
};

const struct path *path_of(const struct page *page);
// The middle of the road below `row` at x; the last lane is row rows_n.
double path_lane(const struct path *path, int row, double x);
bool path_is_back(const struct path *path, const struct island *island);

// path_ways.c: in the order in which they are tried, in the page's arena; one of each kind is
// enough where trying is costly.
struct candidates path_ways(struct page *page, bool one_of_a_kind);

// path_road.c: river, road, bridges, crossings and the arrows on it; notes what they occupy.
void path_draw_road(struct page *page);
// Zebra crossings between stations of neighbouring rows that belong together.
void path_find_crossings(struct path *path);

// path_people.c: people on their way wherever the road is free.
void path_draw_people(struct page *page);

// path_stones.c: milestones with the core points. The height they ask for in `width`, and how they
// stand in `room`, on the road.
double path_stones_height(struct page *page, double width);
void path_draw_stones(struct page *page, struct box room);

// path_station.c: what the tables are.
#define PATH_STATIONS 6
extern const struct island_form *const path_stations[PATH_STATIONS];

// path_suits.c: how much the words and dates of a harvest speak of a way to go, 0 .. 1.
double path_suits(const struct harvest *harvest);

#endif
