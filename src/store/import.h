// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading workshops from text: a scribe's Markdown (DESIGN.md), CSV (RFC 4180 and its cousins),
// our own lossless JSON.
#ifndef ERNTEBILD_STORE_IMPORT_H
#define ERNTEBILD_STORE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct store;

struct import_result {
    int64_t workshop; // that received the cards
    size_t cards, tables, agreements;
    size_t repeated; // cards left out because the same card is there already
};

// Imports `path` by its extension; nothing is written when any line is wrong, and err names file
// and line. A source imported again adds only what is new.
bool store_import(struct store *store, const char *path, struct import_result *result,
                  struct err *err);
// The same from memory; `name` is used in messages, its extension chooses the format.
bool store_import_text(struct store *store, const char *name, const char *text, size_t size,
                       struct import_result *result, struct err *err);

#endif
