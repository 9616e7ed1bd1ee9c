// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Agreements across all workshops of a network: who does what until when, what is due, what became
// of it. Dates are ISO 8601; results live in the caller's arena. What is missing (who, until) is
// shown, never refused.
#ifndef ERNTEBILD_EXCHANGE_AGREEMENT_H
#define ERNTEBILD_EXCHANGE_AGREEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/exchange.h"

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
    const struct note *notes;             // oldest first
    size_t notes_n;
    const int64_t *with; // parties that help
    size_t with_n;
    const struct source *sources; // cards and core points it came from
    size_t sources_n;
};

// All agreements, in the order they were made. `today` decides what is due. NULL with n == 0 when
// there are none, or err is set.
struct promise *exchange_promises(struct store *store, struct arena *arena, const char *today,
                                  size_t *n, struct err *err);
const char *due_name(enum due due); // "overdue", for scripts
// The one with this id among `promises`, or NULL.
const struct promise *exchange_promise(const struct promise *promises, size_t n, int64_t id);

// As it stood at the end of the day `date`: its words, who, until when and status. The rest is as now.
bool exchange_agreement_then(struct store *store, struct arena *arena, const struct promise *now,
                             const char *date, struct agreement *out, struct err *err);

// An agreement as it is written down. Strings may be NULL (""), numbers 0: not said.
struct agreement_draft {
    int64_t id; // 0: a new one; otherwise all that is said here replaces what was
    int64_t workshop, meeting;
    int64_t party;          // who; 0: nobody yet, or `who` as free text
    const char *who, *what; // what must not be empty
    const int64_t *with;    // parties that help
    size_t with_n;
    const char *with_text; // others who help, as free text
    const char *until, *category, *icon;
    const int64_t *cards, *core_points; // where it came from
    size_t cards_n, core_points_n;
    int64_t offer, request; // the match it came from: both are then met
};
// Writes it as one change, in zone `zone` (0: the facilitator's). `today` is when it is made. *id
// (may be NULL) gets its row.
bool exchange_agree(struct store *store, const struct agreement_draft *draft, const char *today,
                    int64_t zone, int64_t *id, struct err *err);

// What is said of an agreement: a status, a new date, a note, or any of them; one change.
struct report {
    int64_t agreement;
    int64_t meeting;     // where it was said, 0: between meetings
    const char *status;  // open running done dropped; NULL: as it was
    const char *until;   // the new date; NULL: as it was, "": without one
    const char *note;    // NULL or "": nothing said
    const char *day;     // when, ISO 8601
    int64_t zone;
};
bool exchange_report(struct store *store, const struct report *report, struct err *err);

// Gives an open agreement to a party (0: to nobody).
bool exchange_hand_over(struct store *store, int64_t agreement, int64_t party, struct err *err);

// Makes one from a line of notes ("who: what, bis 2026-04-30, mit whom") in `workshop`.
bool exchange_add(struct store *store, int64_t workshop, const char *line, struct err *err);

// status: open running done dropped. `note` may be NULL. ERR_NOT_FOUND when there is no such
// number.
bool exchange_set_status(struct store *store, int number, const char *status, const char *note,
                         const char *today, struct err *err);

// The kinds of agreements, offers and requests, in the order they are shown.
#define CATEGORIES 7
extern const char *const category_names[CATEGORIES]; // "sponsorship" ... "other"
const char *category_words(const char *category);    // English message id: "Sponsorship"
const char *category_icon(const char *category);     // name of a Tabler icon
const char *status_words(const char *status);        // English message id: "running"
const char *status_icon(const char *status);

#endif
