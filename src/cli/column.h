// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table for people on a terminal: columns as wide as what stands in them, in every script.
#ifndef ERNTEBILD_CLI_COLUMN_H
#define ERNTEBILD_CLI_COLUMN_H

#include <stddef.h>

enum { COLUMNS_MOST = 12 };

struct columns {
    const char *heads[COLUMNS_MOST];
    size_t n;
    const char **cells; // rows of n, row after row
    size_t rows;
};

// Prints heads and rows to stdout; the last column is not padded.
void columns_print(const struct columns *columns);

#endif
