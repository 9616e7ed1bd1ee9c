// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules of recurrence as people say them and as RFC 5545 (3.3.10) writes them.
#ifndef ERNTEBILD_STORE_RHYTHM_H
#define ERNTEBILD_STORE_RHYTHM_H

struct arena;
struct err;
struct tr;

// "jeden zweiten Dienstag", "alle 6 Wochen donnerstags", "am 14. jedes Monats", "letzter Freitag im
// Monat", "every second Tuesday", "every 6 weeks on Thursday", "last Friday of the month", "day 14 of
// the month", "every year" or a RRULE itself -> the RRULE value, in the arena. `start` gives the
// weekday where none is said. NULL with err set when it is not understood.
const char *rhythm_read(struct arena *arena, const char *words, const char *start,
                            struct err *err);
// The rule as people say it ("alle 6 Wochen, donnerstags"), in the arena; a rule of another
// calendar that has no such words comes back as it is.
const char *rhythm_words(struct arena *arena, const struct tr *tr, const char *rule,
                             const char *start);

#endif
