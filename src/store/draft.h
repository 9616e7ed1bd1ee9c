// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ERNTEBILD_STORE_DRAFT_H
#define ERNTEBILD_STORE_DRAFT_H

struct store;

void drafts_free(struct store *store);

#endif
