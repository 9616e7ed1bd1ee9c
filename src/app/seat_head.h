// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of a seat's zone when several sit at the glass: number and name of its table, which lead
// to the other tables, and the button that turns the seat. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_SEAT_HEAD_H
#define ERNTEBILD_APP_SEAT_HEAD_H

#include "store/store.h"

struct kit;
struct stage;

#define SEAT_HEAD 34.0     // its height
#define SEAT_TOKEN 23.0    // radius of what lies where four seats meet
#define SEAT_TOKEN_CLEAR 30.0

// Hit names "title:seatN" (the table), "turn:seatN" and "lead:seatN" (the clock).
void seat_head_draw(struct kit *kit, const struct stage *stage, int seat, const struct table *table);
// The gaps between the zones, and the time where four of them meet. After all seats.
void seat_borders_draw(struct kit *kit, const struct stage *stage);

#endif
