// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Agreements across all workshops of a network: who does what until when, what is due, what became
// of it. Dates are ISO 8601; results live in the caller's arena.
#ifndef ERNTEBILD_EXCHANGE_AGREEMENT_H
#define ERNTEBILD_EXCHANGE_AGREEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

struct arena;
struct err;

enum due {
    DUE_CLOSED,
    DUE_OVERDUE,
    DUE_TODAY,
    DUE_SOON,
    DUE_LATER,
    DUE_OPEN_END
}; // soon: in 14 days

struct promise {
    struct agreement agreement; // who: the party's name where it is one
    int number;                 // 1-based, the same as long as nothing is removed
    enum due due;
    const char *workshop, *workshop_date; // where it was made
    const struct note *notes;
    size_t notes_n;
};

// All agreements, in the order they were made. `today` decides what is due. NULL with n == 0 when
// there are none, or err is set.
struct promise *exchange_promises(struct store *store, struct arena *arena, const char *today,
                                  size_t *n, struct err *err);
const char *due_name(enum due due); // "overdue", for scripts

// Makes one from a line of notes ("who: what, bis 2026-04-30, mit whom") in `workshop`.
bool exchange_add(struct store *store, int64_t workshop, const char *line, struct err *err);

// status: open running done dropped. `note` may be NULL. ERR_NOT_FOUND when there is no such
// number.
bool exchange_set_status(struct store *store, int number, const char *status, const char *note,
                         const char *today, struct err *err);

// What a party has to do with it.
struct involvement {
    const char *name, *district, *contact;
    int open, done, overdue, cards; // agreements it owns or helps with; cards it brought
    const char **topics;            // titles of tables its cards came from
    size_t topics_n;
};
struct involvement *exchange_who(struct store *store, struct arena *arena, const char *today,
                                 size_t *n, struct err *err);

// Everything that holds `words` (folded, every script): cards, core points, agreements, notes.
struct finding {
    const char *kind; // "card" "core_point" "agreement" "note"
    const char *text, *where, *date;
};
struct finding *exchange_search(struct store *store, struct arena *arena, const char *words,
                                size_t *n, struct err *err);

#endif
