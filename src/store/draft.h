// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ERNTEBILD_STORE_DRAFT_H
#define ERNTEBILD_STORE_DRAFT_H

#include <stdbool.h>

struct store;

void drafts_free(struct store *store);

struct err;
struct names;
// Strikes names from half-typed cards.
bool drafts_strike(struct store *store, const struct names *names, struct err *err);

#endif
