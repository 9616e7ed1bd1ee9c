// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards that are dragged across a zone's border: the card asks the people who sit there, and is back
// with the giver when they do not want it or nobody answers. Until they take it nothing changes in
// the file.
#ifndef ERNTEBILD_APP_HANDOVER_H
#define ERNTEBILD_APP_HANDOVER_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct desk;
struct kit;
struct stage;
struct touch;

#define HANDOVER_MS 10000 // so long a card asks

struct handover {
    int giver, taker; // seats
    int64_t card, from, to; // tables it hangs at and would hang at
    int number;             // of the giver's table
    int64_t until;          // monotonic ms
};

struct handovers {
    struct stage *stage; // borrowed
    struct desk *desks;  // of all seats, borrowed
    size_t n;
    GArray *asking; // struct handover, the oldest first
};

void handovers_init(struct handovers *handovers, struct stage *stage, struct desk *desks, size_t n);
void handovers_clear(struct handovers *handovers);
// Takes over what a desk's board has let go beyond its border.
void handovers_collect(struct handovers *handovers, struct desk *desk);
// False: the touch is none of its business.
bool handovers_touch(struct handovers *handovers, const struct touch *touch);
void handovers_tick(struct handovers *handovers);
int handovers_next_tick(const struct handovers *handovers, int64_t now); // ms, -1: none
// Above all desks: what is asked at each, and which zone a card in the hand would ask.
void handovers_draw(const struct handovers *handovers, struct kit *kit);

#endif
