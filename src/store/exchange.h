// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the exchange log keeps in the file beside agreements and meetings (store.h): series, offers
// and requests, who helps, where agreements came from, who was there. Plain rows; what they mean
// together is said in exchange/. Arrays live in the caller's arena, as in store.h.
#ifndef ERNTEBILD_STORE_EXCHANGE_H
#define ERNTEBILD_STORE_EXCHANGE_H

#include "store/store.h"

// Meetings that recur.
struct series {
    int64_t id, workshop;
    const char *title;
    const char *rule;        // RFC 5545 RRULE value: "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH"
    const char *start;       // ISO 8601, the first day
    const char *time;        // "17:00", or ""
    int minutes;             // how long, 0: not said
    const char *place;
    int64_t host;            // party, 0
};

struct offer {
    int64_t id, party;
    bool request;            // we look for it; false: we have it
    const char *category;    // sponsorship language company work room other
    const char *text;
    const char *languages;   // codes, comma-separated: "de,ar"; "" : no matter
    const char *district;    // names, comma-separated; "" : everywhere
    unsigned times;          // TIME_BIT (store/times.h), 0: no matter
    const char *valid_until; // ISO 8601, "" : open
    const char *made_on;     // ISO 8601, or ""
    const char *icon;
    const char *state;       // "" met withdrawn
};

// What people decided about a proposed match.
struct pairing {
    int64_t request, offer;
    const char *state; // asked declined
};

struct involved {
    int64_t agreement, party;
};

// Where an agreement came from: a card (core_point 0) or a core point (card 0).
struct source {
    int64_t agreement, card, core_point;
    const char *text, *table, *date; // of the card or core point; its table's title or ""; workshop
};

struct presence {
    int64_t meeting, party;
    const char *state; // invited coming here absent
};

// Optional, and only with the person's consent: never needed by any function. See store/forget.h.
struct contact_person {
    int64_t id, party;
    const char *name, *role, *contact, *made_on;
};

struct series *store_series(struct store *store, struct arena *arena, size_t *n, struct err *err);
struct offer *store_offers(struct store *store, struct arena *arena, size_t *n,
                           struct err *err); // of all states, in the order they were made
struct pairing *store_pairings(struct store *store, struct arena *arena, size_t *n,
                               struct err *err);
// agreement 0: of all, by agreement.
struct involved *store_involved(struct store *store, struct arena *arena, int64_t agreement,
                                size_t *n, struct err *err);
struct source *store_sources(struct store *store, struct arena *arena, int64_t agreement, size_t *n,
                             struct err *err);
// meeting 0: of all, by meeting.
struct presence *store_presence(struct store *store, struct arena *arena, int64_t meeting,
                                size_t *n, struct err *err);
struct note *store_meeting_notes(struct store *store, struct arena *arena, int64_t meeting,
                                 size_t *n, struct err *err); // in the order they were written
struct contact_person *store_persons(struct store *store, struct arena *arena, size_t *n, struct err *err);
// One of them; id 0 in *out when there is none.
bool store_meeting(struct store *store, struct arena *arena, int64_t id, struct meeting *out,
                   struct err *err);
bool store_agreement(struct store *store, struct arena *arena, int64_t id, struct agreement *out,
                     struct err *err);
bool store_card(struct store *store, struct arena *arena, int64_t id, struct card *out,
                struct err *err);

// How many cards a party brought to a table.
struct contribution {
    int64_t party, table;
    int cards;
};
struct contribution *store_contributions(struct store *store, struct arena *arena, size_t *n,
                                         struct err *err);

// The row that joins `a` and `b`: the same on every machine, so that joining twice is joining once.
// Setting its fields needs "removed" 0 too, in case someone had taken it apart.
int64_t store_row_of(enum entity entity, int64_t a, int64_t b);

// How a row's life shows in a calendar: times in ms since 1970 UTC.
struct life {
    int64_t made, changed;
    int changes; // after it was made
};
bool store_life(struct store *store, enum entity entity, int64_t row, struct life *out,
                struct err *err);
// Of a series with all its dates, those laid away too: it only ever grows.
bool store_series_life(struct store *store, int64_t series, struct life *out, struct err *err);

#endif
