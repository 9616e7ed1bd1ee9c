// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A desk: what one seat of the table screen has before it: the board of its table and, while it
// lasts, what lies on it: a composer, a name being given, an agreement being made; or what covers
// it: the finder, the basket, the ranking. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_DESK_H
#define ERNTEBILD_APP_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "app/board.h"
#include "app/cover.h"

struct event;
struct kit;
struct stage;
struct touch;

struct desk {
    struct stage *stage; // borrowed
    int seat;
    int64_t workshop;
    struct board board;
    struct composer *composer; // NULL: nobody writes
    struct naming *naming;     // NULL: nothing is being named
    struct pledge *pledge;     // NULL: nothing is being agreed
    struct cover cover;
    struct table_choice *choice; // NULL: no other table is being chosen
};

void desk_init(struct desk *desk, struct stage *stage, int seat, int64_t workshop, int64_t table);
void desk_clear(struct desk *desk);
// Reads the board again; a card half written opens its composer.
void desk_load(struct desk *desk);
// Shows another table. A card half written stays where it was.
void desk_show_table(struct desk *desk, int64_t table);

void desk_touch(struct desk *desk, const struct touch *touch);
void desk_key(struct desk *desk, const struct event *event); // EVENT_TEXT, _COMPOSE, _KEY, _WHEEL
bool desk_types(const struct desk *desk);                    // keys are a text's right now
void desk_tick(struct desk *desk);
int desk_next_tick(const struct desk *desk, int64_t now); // ms, -1: none
void desk_draw(struct desk *desk, struct kit *kit);       // the kit sits at the seat
void desk_draw_held(struct desk *desk, struct kit *kit);  // above all desks: what is in the hand
bool desk_is_covered(const struct desk *desk);            // its board is not seen
double desk_toast_bottom(const struct desk *desk);        // lower edge of the seat's toasts

#endif
