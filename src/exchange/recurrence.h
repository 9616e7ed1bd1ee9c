// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which days a rule gives (RFC 5545, 3.3.10), by libical. Rules as people say them:
// store/rhythm.h.
#ifndef ERNTEBILD_EXCHANGE_RECURRENCE_H
#define ERNTEBILD_EXCHANGE_RECURRENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "store/rhythm.h"

struct arena;

// Days (day_of) from `first` to `last` that `rule` gives from `start` on, ascending; in the arena.
// NULL with *n == 0 when there are none or the rule cannot be read.
int *recurrence_days(struct arena *arena, const char *rule, const char *start, int first, int last,
                     size_t *n);
bool recurrence_is_valid(const char *rule);

#endif
