// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Offers and requests, and which of them fit together and why. A contact is always the party's.
#ifndef ERNTEBILD_EXCHANGE_OFFER_H
#define ERNTEBILD_EXCHANGE_OFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/exchange.h"
#include "store/times.h"

struct arena;
struct err;
struct tr;

// Strings may be NULL; id 0: a new one. Text or category must be said. `today` is when.
bool exchange_save_offer(struct store *store, const struct offer *offer, const char *today,
                         int64_t *id, struct err *err);
bool exchange_withdraw_offer(struct store *store, int64_t offer, struct err *err);
// Valid until another day ("": without an end), even if it was withdrawn or is over.
bool exchange_extend_offer(struct store *store, int64_t offer, const char *until, struct err *err);
// Neither met nor withdrawn, and still valid.
bool offer_is_open(const struct offer *offer, const char *today);

// The four reasons. One holds when both sides say something and share it, or when a side leaves it
// open; `shared` has the words of what they share ("Arabisch", "Süd-West", "Mi Vormittag").
enum reason { REASON_KIND, REASON_LANGUAGE, REASON_DISTRICT, REASON_TIME, REASONS };
struct match {
    const struct offer *request, *offer;
    bool holds[REASONS];
    const char *shared[REASONS]; // in the language of tr; "": left open, or it does not hold
    const char *other[REASONS];  // what the offer says instead, where it does not hold
    int reasons;                 // how many hold: "3 von 4 Gründen"
    double score;                // better first: said and shared counts more than left open
    bool asked;                  // "Erst nachfragen" was chosen
};
// How these two fit, whatever the reasons say. Strings in the arena.
struct match exchange_compare(struct arena *arena, const struct tr *tr, const struct offer *request,
                              const struct offer *offer);
// Proposals among open offers and requests: the kind is the same, at least two reasons hold, parties
// differ, nobody said "Passt nicht". Best first; each request's best three.
struct match *exchange_matches(struct store *store, struct arena *arena, const struct tr *tr,
                               const char *today, size_t *n, struct err *err);
// What would fit one that is not saved yet.
struct match *exchange_matches_of(struct store *store, struct arena *arena, const struct tr *tr,
                                  const struct offer *draft, const char *today, size_t *n,
                                  struct err *err);
// "Passt nicht" (declined) and "Erst nachfragen" (asked); NULL takes it back.
bool exchange_decide_match(struct store *store, const struct match *match, const char *state,
                           struct err *err);
// The agreement a match becomes: words for `what`, in the arena. Save it with exchange_agree, with
// who the offering party, with the seeking one, and the offer and request set.
const char *match_words(struct arena *arena, const struct tr *tr, const struct match *match);
bool exchange_agree_match(struct store *store, const struct tr *tr, const struct match *match,
                          int64_t workshop, int64_t meeting, const char *until, const char *today,
                          int64_t *id, struct err *err);

#endif
