// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The facilitator's drawer (picture 22b), over any screen of an open workshop, behind a code once
// one is set: stop all, all to one table, the clock, what is covered, seats, projector. What it
// changes in the workshop is undone at zone 0. Targets begin with "lead:". Unit: mm on the glass.
#ifndef ERNTEBILD_APP_FACILITATOR_H
#define ERNTEBILD_APP_FACILITATOR_H

#include <stdbool.h>
#include <stdint.h>

#include "app/code_sheet.h"

struct event;
struct kit;
struct stage;
struct touch;

#define FACILITATOR_SHUTS_MS 120000 // after the last touch

enum facilitator_state {
    FACILITATOR_AWAY,
    FACILITATOR_ASKED,
    FACILITATOR_SETS_CODE,
    FACILITATOR_OPEN
};

struct facilitator {
    enum facilitator_state state;
    struct code_sheet sheet;
    int64_t touched;   // monotonic ms
    bool alone;        // the sheet of the code leads back to the screen, not to the drawer
    bool trusted;      // the code was typed, and the two minutes are not over
    int hidden_first;  // of the covered cards that are shown
    int64_t looks_at;  // covered card that only the facilitator sees large, 0
};

// Opens the drawer, after the code when there is one.
void facilitator_open(struct stage *stage);
// Sets the code, without the drawer.
void facilitator_set_code(struct stage *stage);
// Whether what only facilitators do may be done now; asks for the code otherwise.
bool facilitator_allows(struct stage *stage);
bool facilitator_leads(const struct stage *stage); // no code is set, or it was typed
// False when the touch or key is none of its business.
bool facilitator_touch(struct stage *stage, const struct touch *touch);
bool facilitator_key(struct stage *stage, const struct event *event);
void facilitator_tick(struct stage *stage);
int facilitator_next_tick(const struct stage *stage, int64_t now);
void facilitator_draw(struct stage *stage, struct kit *kit);

#endif
