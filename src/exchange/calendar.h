// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Meetings and agreements as iCalendar (RFC 5545): VEVENT and VTODO with stable UID and SEQUENCE,
// so that a calendar that reads it again updates its entries instead of doubling them.
#ifndef ERNTEBILD_EXCHANGE_CALENDAR_H
#define ERNTEBILD_EXCHANGE_CALENDAR_H

#include <stdint.h>

struct err;
struct store;

// Of `workshop`, 0: of the whole network. UTF-8 with CRLF; g_free it. NULL on failure.
char *exchange_calendar(struct store *store, int64_t workshop, struct err *err);

#endif
