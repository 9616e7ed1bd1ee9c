// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long names of persons are kept: a setting of the network, and whose time is over. Forgetting
// itself is store/forget.h; nothing is forgotten without somebody saying so.
#ifndef ERNTEBILD_EXCHANGE_RETENTION_H
#define ERNTEBILD_EXCHANGE_RETENTION_H

#include <stdbool.h>

#include "store/exchange.h"

struct arena;
struct err;

// In place of a number of months.
#define RETENTION_NO_LIMIT 0
#define RETENTION_NEXT_MEETING (-1) // until the first meeting after a name was kept is over
#define RETENTION_NEVER (-2)        // names of persons are not kept at all

bool exchange_set_retention(struct store *store, int months, struct err *err);
// Persons that have been kept longer than the network wants; NULL with *n == 0 when there are none or
// no limit is set.
struct contact_person *exchange_overdue_persons(struct store *store, struct arena *arena,
                                                const char *today, size_t *n, struct err *err);
// Keeps a person's name, with consent. Strings may be NULL.
bool exchange_keep_person(struct store *store, const struct contact_person *person,
                          const char *today, struct err *err);

#endif
