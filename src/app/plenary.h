// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plenary: what concerns everyone at once. The present phase and its clock, whether all rest,
// which table all look at; the announcement of a phase that has just begun and the gong. Read from
// the file, so that it is the same after a kill and in every process.
#ifndef ERNTEBILD_APP_PLENARY_H
#define ERNTEBILD_APP_PLENARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/clock.h"
#include "app/seat.h"
#include "store/store.h"

struct arena;
struct kit;
struct stage;

#define ANNOUNCEMENT_MS 8000 // then it goes by itself

struct plenary {
    int64_t workshop;    // 0: none is open
    uint64_t revision;   // of the file, when it was read
    struct arena *arena; // of what follows
    struct workshop about;
    const struct phase *phases;
    size_t phases_n, at; // at: index of the present phase; phases_n: none
    // What was made known: the start of a phase, the end of its clock.
    int64_t announced, rung;
    int64_t until; // monotonic ms at which the announcement goes, 0: there is none
    bool gone[SEATS_MOST]; // closed at this seat
};

void plenary_init(struct plenary *plenary);
void plenary_clear(struct plenary *plenary);
// From now on it is about this workshop; what began earlier is not announced.
void plenary_attend(struct stage *stage, int64_t workshop);
// Reads the file again when it has changed; announces and rings what there is to. True when what it
// tells is another now.
bool plenary_follow(struct stage *stage);
int plenary_next_tick(const struct stage *stage, int64_t now);

// The present phase; one with id 0 when there is none. Borrowed until the next change.
const struct phase *plenary_phase(const struct plenary *plenary);
struct clock plenary_clock(const struct stage *stage);
// All seats rest: nobody writes until the facilitator goes on.
bool plenary_is_frozen(const struct stage *stage);

// A phase is being announced at this seat.
bool plenary_announces(const struct stage *stage, int seat);
void plenary_hush(struct stage *stage, int seat);
// Announcement or rest of every seat, over the screen.
void plenary_draw(const struct stage *stage, struct kit *kit);

#endif
