// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// World Café: a new round. Groups move on, cards stay: the host of the table greets the next group
// with what was important and what is open (pictures 20 and 33). Unit: the seat's mm.
#ifndef ERNTEBILD_APP_WELCOME_H
#define ERNTEBILD_APP_WELCOME_H

#include <stdbool.h>

#include "draw/geometry.h"

struct kit;
struct seat;
struct stage;

// The present phase is a later round, and the seat is at a table that can be greeted from.
bool welcome_is_due(const struct stage *stage, const struct seat *seat);
// In `room`; the button to go on is the announcement's.
void welcome_draw(const struct stage *stage, struct kit *kit, const struct seat *seat,
                  struct box room);

#endif
