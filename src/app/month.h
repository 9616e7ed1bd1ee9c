// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A month sheet to choose a day from (picture 19). Days are as in base/day.h.
#ifndef ERNTEBILD_APP_MONTH_H
#define ERNTEBILD_APP_MONTH_H

#include <stdbool.h>

#include "draw/geometry.h"

struct kit;

// Public holidays of all of Germany and of Saxony-Anhalt, and weekends.
bool month_is_free(int day);
int month_working_day(int day); // itself, or the next one that is not free
// The month `months` after that of `today`. Hits: `prefix` + "date:ISO", "month:1", "month:-1".
// `colour`: of the table, which the head has.
void month_draw(struct kit *kit, const char *prefix, struct box room, const char *today, int months,
                const char *chosen, int colour);

#endif
