// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which days a rule gives (RFC 5545, 3.3.10), by libical; and rules as people say them.
#ifndef ERNTEBILD_EXCHANGE_RECURRENCE_H
#define ERNTEBILD_EXCHANGE_RECURRENCE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;
struct tr;

// Days (day_of) from `first` to `last` that `rule` gives from `start` on, ascending; in the arena.
// NULL with *n == 0 when there are none or the rule cannot be read.
int *recurrence_days(struct arena *arena, const char *rule, const char *start, int first, int last,
                     size_t *n);
bool recurrence_is_valid(const char *rule);

// "jeden zweiten Dienstag", "alle 6 Wochen donnerstags", "am 14. jedes Monats", "letzter Freitag im
// Monat", "every second Tuesday", "every 6 weeks on Thursday", "last Friday of the month", "day 14 of
// the month", "every year" or a RRULE itself -> the RRULE value, in the arena. `start` gives the
// weekday where none is said. NULL with err set when it is not understood.
const char *recurrence_read(struct arena *arena, const char *words, const char *start,
                            struct err *err);
// The rule as people say it ("alle 6 Wochen, donnerstags"), in the arena; a rule of another
// calendar that has no such words comes back as it is.
const char *recurrence_words(struct arena *arena, const struct tr *tr, const char *rule,
                             const char *start);

#endif
