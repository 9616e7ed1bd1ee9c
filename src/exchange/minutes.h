// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The minutes of one meeting, complete: what the paper, the Markdown and the screen show.
#ifndef ERNTEBILD_EXCHANGE_MINUTES_H
#define ERNTEBILD_EXCHANGE_MINUTES_H

#include "exchange/meeting.h"

struct tr;

struct talk { // something that was discussed
    const char *title, *text, *icon;
    const char *status; // that an agreement got, or ""
};
struct decision { // an agreement as it stood after the meeting
    struct promise promise; // its agreement as it was then
    bool fresh;         // made at this meeting
    const char *status; // after the meeting
    const char *moved;  // new date it got at the meeting, or ""
};
struct minutes {
    struct gathering gathering;
    const char *workshop;       // title
    const char *workshop_place;
    const char *note; // said on every output ("invented examples"), or ""
    struct attendee *attendees;
    size_t attendees_n;
    struct talk *talks;
    size_t talks_n;
    struct decision *decisions; // new ones, then those that were talked about
    size_t decisions_n;
    struct gathering next; // meeting.date "" : none is set
    const char *rhythm;    // "alle 6 Wochen, donnerstags", or ""
};
// meeting: a row. ERR_NOT_FOUND when there is none.
bool exchange_minutes(struct store *store, struct arena *arena, const struct tr *tr,
                      int64_t meeting, struct minutes *out, struct err *err);
// As Markdown; g_free it.
char *minutes_markdown(const struct minutes *minutes, const struct tr *tr);

// A text to paste into a mail: what a party promised, what is due, the next date. g_free it.
// ERR_NOT_FOUND when there is no such party.
char *exchange_reminder(struct store *store, const struct tr *tr, int64_t party, const char *today,
                        struct err *err);

#endif
