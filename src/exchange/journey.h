// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of an idea: card, core point, agreement, meetings, done. And what a year brought.
#ifndef ERNTEBILD_EXCHANGE_JOURNEY_H
#define ERNTEBILD_EXCHANGE_JOURNEY_H

#include "exchange/meeting.h"

enum step_kind { STEP_CARD, STEP_CORE_POINT, STEP_AGREEMENT, STEP_MEETING, STEP_DONE, STEP_DROPPED };

struct step {
    enum step_kind kind;
    const char *date;   // ISO 8601
    const char *title;  // the card's text, the core point, what was agreed
    const char *detail; // votes, who and until when, what was said
    const char *icon;   // "" : suggested by its words
    int64_t row;        // card, core point, agreement or meeting
};
struct journey {
    int64_t card;      // 0: it began with the agreement
    const char *title; // of the idea
    const char *table;
    int colour;        // index of the table's accent, -1: none
    struct step *steps; // by date
    size_t n;
};
struct tr;
// Of one card (`card`), or of the idea behind an agreement (`card` 0). False with err set on
// failure; n == 0 when there is no such row.
bool exchange_journey(struct store *store, struct arena *arena, const struct tr *tr, int64_t card,
                      int64_t agreement, struct journey *out, struct err *err);
// The ideas of which most is known, newest movement first: what "Verlauf" opens with.
struct journey *exchange_journeys(struct store *store, struct arena *arena, const struct tr *tr,
                                  size_t most, size_t *n, struct err *err);

// A year in numbers and names; agreements by what became of them.
struct review {
    int year;
    int workshops, meetings, cards, parties;
    int made, done, running, open, dropped; // agreements made until the end of the year
    int matches;                            // agreements that came from an offer and a request
    struct promise *achieved;               // done in the year, by date
    size_t achieved_n;
    struct gathering *held;
    size_t held_n;
};
bool exchange_review(struct store *store, struct arena *arena, int year, const char *today,
                     struct review *out, struct err *err);

#endif
