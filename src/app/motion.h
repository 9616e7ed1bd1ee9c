// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Motion: how far something has come that began to move at a moment. Time is that of the events:
// nothing here asks a clock. With "less motion" everything is there at once.
#ifndef ERNTEBILD_APP_MOTION_H
#define ERNTEBILD_APP_MOTION_H

#include <stdint.h>

struct stage;

enum motion {
    MOTION_SETTLE,   // a card that was let go
    MOTION_ROOM,     // cards that make room, or come into a bundle
    MOTION_OPEN,     // a drawer or sheet from its own edge
    MOTION_CLOSE,    // back there
    MOTION_FLY,      // a card from the composer to the board
    MOTION_ANNOUNCE, // a phase
    MOTION_HOME,     // a dot that was let go beside the cards
    MOTION_TURN,     // a critique into its wish
    MOTION_FLOW,     // a picture that was composed anew
};

#define MOTION_NEVER (INT64_MIN / 2) // did not begin: is over

// 0: where it was; 1: there.
double motion_share(const struct stage *stage, enum motion motion, int64_t since);
// ms until it wants to be drawn again at `now`, -1: it is there.
int motion_next_tick(const struct stage *stage, enum motion motion, int64_t since, int64_t now);

#endif
