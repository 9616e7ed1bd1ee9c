// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables.h"

#include <glib.h>

#include "app/stage.h"
#include "store/store.h"

int64_t tables_add(struct stage *stage, int seat, int64_t workshop, const struct table *tables,
                   size_t n, char title[TABLES_TITLE])
{
    int number = 1;
    for (size_t i = 0; i < n; i++)
        number = MAX(number, tables[i].number + 1);
    g_snprintf(title, TABLES_TITLE, stage_text(stage, N_("Table %d")), number);
    struct change *change = store_begin(stage->store, 0, N_("Table added"));
    int64_t table = change_new_row(change);
    change_int(change, ENTITY_TABLE, table, "workshop", workshop);
    change_int(change, ENTITY_TABLE, table, "number", number);
    change_text(change, ENTITY_TABLE, table, "title", title);
    return stage_commit(stage, seat, change) ? table : 0;
}

bool tables_move(struct stage *stage, int seat, const struct table *tables, size_t n, size_t from,
                 size_t to)
{
    if (from >= n || to > n || to == from || to == from + 1)
        return true;
    struct change *change = store_begin(stage->store, 0, N_("Tables put in order"));
    int number = 0;
    for (size_t i = 0; i <= n; i++) {
        if (i == to)
            change_int(change, ENTITY_TABLE, tables[from].id, "number", ++number);
        if (i < n && i != from)
            change_int(change, ENTITY_TABLE, tables[i].id, "number", ++number);
    }
    for (size_t i = 0; i < n; i++)
        change_int(change, ENTITY_TABLE, tables[i].id, "colour", tables[i].colour);
    return stage_commit(stage, seat, change);
}
