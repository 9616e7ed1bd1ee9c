// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Days: ISO 8601 dates as numbers one can count with, and as people write them.
#ifndef ERNTEBILD_BASE_DAY_H
#define ERNTEBILD_BASE_DAY_H

#include <stddef.h>

struct arena;
struct tr;
struct world;

// Days since the end of the year 0; 0 when the text does not begin with a valid date.
int day_of(const char *iso);
// A date as people type it, 2017-03-14 or 14.3.2017, at the start of `text`: ISO 8601, in the arena.
// *length (may be NULL: nothing may follow) gets how many bytes it takes. NULL: there is none.
const char *day_read(struct arena *arena, const char *text, size_t *length);
const char *day_iso(struct arena *arena, int day); // "" for 0
int day_weekday(int day);                          // Monday 0
const char *day_today(struct arena *arena, const struct world *world); // local date

enum day_form {
    DAY_SHORT,   // 5. Okt.
    DAY_MONTH,   // 5. Oktober
    DAY_FULL,    // 5. Oktober 2016
    DAY_WEEKDAY, // Do, 5. Oktober
    DAY_LONG,    // Donnerstag, 5. Oktober 2016
};
// What is no date comes back as it is. In the arena.
const char *day_words(struct arena *arena, const struct tr *tr, const char *iso,
                      enum day_form form);
const char *day_of_month(struct arena *arena, const struct tr *tr, int day,
                         int month); // "5. Oktober"; month 1 to 12
const char *day_weekday_name(const struct tr *tr, int weekday, int in_full); // "Mo", "Montag"
const char *day_month_year(struct arena *arena, const struct tr *tr,
                           const char *iso); // "Oktober 2016"
// "seit 12 Tagen fällig", "heute", "bis 5. Okt.", "ohne Datum": how a date stands to today.
const char *day_due_words(struct arena *arena, const struct tr *tr, const char *until,
                          const char *today);

#endif
