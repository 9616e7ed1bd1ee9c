// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searching everything that the network remembers, from any page of the log.
#ifndef ERNTEBILD_APP_LOG_SEARCH_H
#define ERNTEBILD_APP_LOG_SEARCH_H

#include "app/log.h"

const char *log_search_icon(enum entity entity); // of what is found
void log_search_load(struct log *log, struct err *err);
void log_search_draw(struct log *log, struct kit *kit, struct box room);
// Whether what is found has a place in the log to go to, and going there.
bool log_search_leads(enum entity entity);
void log_search_go(struct log *log, enum entity entity, int64_t row);
bool log_search_tap(struct log *log, const char *target);
void log_search_close(struct log *log); // what comes next reads its page
void log_search_leave(struct log *log); // back to the page

#endif
