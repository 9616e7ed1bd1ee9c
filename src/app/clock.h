// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The clock of a phase: read from when it started and when it ends, both in the file, so that it
// survives a kill and every process on the file shows the same. Unit: mm, milliseconds.
#ifndef ERNTEBILD_APP_CLOCK_H
#define ERNTEBILD_APP_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct kit;
struct phase;
struct stage;

enum clock_state {
    CLOCK_NONE,    // the phase has no minutes
    CLOCK_READY,   // not started
    CLOCK_RUNS,
    CLOCK_STOPPED, // by the facilitator
    CLOCK_OVER,
};

struct clock {
    enum clock_state state;
    int64_t left, total;
};

struct clock clock_of(const struct phase *phase, int64_t wall_ms);
bool clock_is_ending(const struct clock *clock); // the last tenth runs
int clock_next_tick(const struct clock *clock);  // ms until another second shows, -1: never
// "12:40"; "75:00" for more than an hour. Lives as long as the drawing.
const char *clock_text(struct kit *kit, const struct clock *clock);
const char *clock_time_of_day(struct kit *kit, const struct stage *stage); // "14:05", local
// The disc whose pie empties clockwise; pause bars while it is stopped.
void clock_draw(struct kit *kit, const struct clock *clock, double x, double y, double radius);
// Disc and digits in a row that ends at `right` with its middle at `y`; near the end also in words,
// below the digits. A target "lead" when `touched`. Returns the width.
double clock_draw_row(struct kit *kit, const struct clock *clock, double right, double y,
                      double radius, double size, const char *hit);

#endif
