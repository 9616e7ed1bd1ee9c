// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who does what: parties by topic and district, and what nobody does yet.
#ifndef ERNTEBILD_EXCHANGE_NETWORK_H
#define ERNTEBILD_EXCHANGE_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "exchange/agreement.h"

struct arena;
struct err;

// What a party has to do with it.
struct involvement {
    int64_t party;
    const char *name, *kind, *district, *contact;
    int open, done, overdue, cards; // agreements it owns or helps with; cards it brought
    int offers, requests;           // open ones
    const char **topics;            // titles of topics it is linked to, strongest first
    size_t topics_n;
};
struct involvement *exchange_who(struct store *store, struct arena *arena, const char *today,
                                 size_t *n, struct err *err);

// A topic: a theme table. Tables of the same title in several workshops are one topic.
struct topic {
    const char *title, *icon;
    int agreements; // live ones that came from it
    int parties;    // that hold it: 0 is a gap
    int cards;
    int colour;     // index of its accent: the table's number - 1
};
struct link {
    size_t party, topic; // indices
    int agreements, offers, cards;
    int weight;          // 1 thin, 2, 3 thick
};
struct web {
    struct involvement *parties;
    size_t parties_n;
    struct topic *topics;
    size_t topics_n;
    struct link *links; // by party, then topic
    size_t links_n;
    const char **districts_without; // districts that no party is in
    size_t districts_without_n;
};
// An agreement belongs to the topic of the cards it came from; without any, to the topic whose
// title or category its words are nearest to (see network.c).
bool exchange_web(struct store *store, struct arena *arena, const char *today, struct web *out,
                  struct err *err);

#endif
