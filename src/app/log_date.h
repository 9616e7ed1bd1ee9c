// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Choosing a day in the log (picture 19): until when, valid until, the day of a meeting, and how often
// people meet. A tap, the mouse or the arrow keys; nothing is typed. Internal to the log's files.
#ifndef ERNTEBILD_APP_LOG_DATE_H
#define ERNTEBILD_APP_LOG_DATE_H

#include <stdint.h>

#include "app/event.h"
#include "draw/geometry.h"

struct kit;
struct log;

enum log_dating {
    DATING_NOTHING, // closed
    DATING_AGREEMENT,
    DATING_OFFER,
    DATING_MEETING,
    DATING_SERIES,
    DATING_MOVE, // a meeting to another day
    DATINGS
};

struct log_date {
    enum log_dating what;
    int64_t row;   // the agreement or offer; the place of a meeting among log->gatherings
    int month;     // shown: so many after today's
    int day;       // chosen, day_of; 0: none
    int hour;      // of a meeting, -1: not said
    int rhythm;    // of a series, among the ones that are proposed
};

void log_date_open(struct log *log, enum log_dating what, int64_t row);
void log_date_draw(struct log *log, struct kit *kit);
bool log_date_tap(struct log *log, const char *target); // false: nothing is being chosen
bool log_date_key(struct log *log, enum event_key key);  // the same

#endif
