// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading the change log back from the JSON that store_log_json wrote.
#ifndef ERNTEBILD_STORE_LOG_JSON_H
#define ERNTEBILD_STORE_LOG_JSON_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct import_result;
struct store;

// Inserts the changes that the store lacks; nothing is written when any of them is wrong.
bool log_read_json(struct store *store, const char *name, const char *text, size_t size,
                   struct import_result *result, struct err *err);

#endif
