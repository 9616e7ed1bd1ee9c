// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of a query as an array of plain structs in the caller's arena.
#ifndef ERNTEBILD_STORE_ROWS_H
#define ERNTEBILD_STORE_ROWS_H

#include "store/interior.h"

// Reads the columns of a row one after the other.
struct row {
    struct query *query;
    struct arena *arena;
    int column;
};

const char *row_text(struct row *row); // in the arena, never NULL
int64_t row_int(struct row *row);
double row_real(struct row *row);

typedef void row_fill(struct row *row, void *out);

// The statement with its first parameter bound.
struct query *rows_query(struct store *store, const char *sql, int64_t first);
// All rows of a bound query as an array of structs of `size`; NULL with *n == 0 when there are none
// or err is set.
void *rows_collect(struct store *store, struct arena *arena, struct query *query, size_t size,
                   row_fill *fill, size_t *n, struct err *err);

#endif
