// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Meetings and agreements as iCalendar (RFC 5545): VEVENT and VTODO with stable UID and a SEQUENCE
// that grows with the change log, so that a calendar that reads it again updates its entries instead
// of doubling them. Times are those of Europe/Berlin, whose rules come with the file.
#ifndef ERNTEBILD_EXCHANGE_CALENDAR_H
#define ERNTEBILD_EXCHANGE_CALENDAR_H

#include <stdint.h>

struct err;
struct store;
struct tr;

// Meetings and agreements of `workshop` (0: of the whole network); with `party` only those
// agreements that it has to do with. UTF-8 with CRLF; g_free it. NULL on failure.
char *exchange_calendar(struct store *store, const struct tr *tr, int64_t workshop, int64_t party,
                        struct err *err);

#endif
