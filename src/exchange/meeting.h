// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Meetings of the network: single dates and series, who comes, what is on the agenda, what was said.
// Nothing is saved by a button: every act is one change.
#ifndef ERNTEBILD_EXCHANGE_MEETING_H
#define ERNTEBILD_EXCHANGE_MEETING_H

#include "exchange/agreement.h"
#include "exchange/offer.h"

// One date, whether something is known of it already or not.
struct gathering {
    struct meeting meeting; // id 0: a series gives this day, and nothing is known of it yet
    const struct series *series;  // NULL: a single one
    bool moved;                   // not on the day that the series gives
    int number;                   // 1-based among all that were not cancelled, by date
};
// All from `first` to `last` (day_of; 0 and 0: all that is known, and a year of series from today
// on), by date. Cancelled ones are in it.
struct gathering *exchange_gatherings(struct store *store, struct arena *arena, const char *today,
                                      int first, int last, size_t *n, struct err *err);
// The next one that is not cancelled and not over: today's, or later. False when there is none.
bool exchange_next_gathering(struct store *store, struct arena *arena, const char *today,
                             struct gathering *out, struct err *err);

// A meeting or a series from a line of notes ("every 6 weeks on Thursday from 2026-04-14 17:00, title,
// place") in `workshop`.
bool exchange_plan(struct store *store, int64_t workshop, const char *line, struct err *err);
// A series. Strings may be NULL. id 0: a new one; the new id in *id (may be NULL).
bool exchange_save_series(struct store *store, const struct series *series, int64_t *id,
                          struct err *err);
// A single meeting (series 0) or a date of a series; id 0: a new one. For a date of a series,
// `occurrence` is the series' own day; its row is the same on every machine.
bool exchange_save_meeting(struct store *store, const struct meeting *meeting, int64_t *id,
                           struct err *err);
// The row of a gathering, made when it has none yet.
bool exchange_open(struct store *store, const struct gathering *gathering, int64_t *id,
                   struct err *err);
bool exchange_cancel(struct store *store, const struct gathering *gathering, struct err *err);
// A cancelled one takes place after all.
bool exchange_restore(struct store *store, const struct gathering *gathering, struct err *err);
bool exchange_move(struct store *store, const struct gathering *gathering, const char *date,
                   const char *time, struct err *err);
// state: running (with the time it begins) or held (with the time it ended, "18:40" or NULL).
bool exchange_set_meeting_state(struct store *store, int64_t meeting, const char *state,
                                const char *time, struct err *err);

// ---- who is there -------------------------------------------------------------------------------

struct attendee {
    int64_t party;
    const char *name, *district;
    const char *state; // invited coming here absent
};
// Parties invited to a meeting: those with a presence row; without any, all of its workshop.
struct attendee *exchange_attendees(struct store *store, struct arena *arena, int64_t meeting,
                                    size_t *n, struct err *err);
bool exchange_set_presence(struct store *store, int64_t meeting, int64_t party, const char *state,
                           struct err *err);

// ---- the agenda ---------------------------------------------------------------------------------

enum agenda_part { AGENDA_OVERDUE, AGENDA_TODAY, AGENDA_CHANGED, AGENDA_NEW, AGENDA_TOPIC };

struct agenda_point {
    enum agenda_part part;
    const struct promise *promise; // overdue, for today, changed since
    const struct offer *offer;     // new since
    const struct card *card;       // parked: from the Themenspeicher
    const struct note *topic;      // put on the agenda at the meeting: its heading
    const char *title;             // its words, whatever it is
    const char *party;             // name of who it concerns, ""
    bool discussed;                // a note of this meeting belongs to it
};
struct agenda {
    struct agenda_point *points; // overdue, for today, changed, new, topics
    size_t n, discussed;
    const char *since; // date of the meeting before this one (or of the workshop), ""
};
// What a meeting opens with. Computed from the log; nothing of it is stored.
bool exchange_agenda(struct store *store, struct arena *arena, int64_t meeting, const char *today,
                     struct agenda *out, struct err *err);

// A note of a meeting on a point (status and date: exchange_report), or a new topic: `heading`.
bool exchange_meeting_note(struct store *store, int64_t meeting, const struct agenda_point *point,
                           const char *heading, const char *text, const char *icon, const char *day,
                           struct err *err);

#endif
