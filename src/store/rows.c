// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include "base/arena.h"

const char *row_text(struct row *row)
{
    return arena_strdup(row->arena, query_to_text(row->query, row->column++));
}

int64_t row_int(struct row *row)
{
    return query_to_int(row->query, row->column++);
}

double row_real(struct row *row)
{
    return query_to_real(row->query, row->column++);
}

struct query *rows_query(struct store *store, const char *sql, int64_t first)
{
    struct query *query = db_query(store->db, sql);
    query_int(query, 1, first);
    return query;
}

void *rows_collect(struct store *store, struct arena *arena, struct query *query, size_t size,
                   row_fill *fill, size_t *n, struct err *err)
{
    GByteArray *all = g_byte_array_new();
    *n = 0;
    while (query_next(query)) {
        g_byte_array_set_size(all, (guint)((*n + 1) * size));
        struct row row = {query, arena, 0};
        fill(&row, all->data + *n * size);
        ++*n;
    }
    void *rows = NULL;
    if (!db_succeeded(store->db, err))
        *n = 0;
    else if (*n > 0)
        rows = arena_copy(arena, all->data, *n * size);
    g_byte_array_free(all, TRUE);
    return rows;
}
