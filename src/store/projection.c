// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The projections: `cell` holds the winner of each field, the op with the greatest (clock, device);
// one table an entity holds the same values. Applying ops is commutative, associative and
// idempotent.
#include "store/interior.h"

static bool fits(const struct field *field, const struct value *value)
{
    switch (value->type) {
    case QUERY_NULL:
        return true;
    case QUERY_TEXT:
        return field->type == FIELD_TEXT;
    case QUERY_INT:
        return field->type != FIELD_TEXT;
    case QUERY_REAL:
        return field->type == FIELD_REAL;
    }
    return false;
}

static const char *nothing(const struct field *field)
{
    return field->type == FIELD_TEXT ? "''" : field->type == FIELD_REAL ? "0.0" : "0";
}

void projection_apply(struct store *store, int64_t clock, int64_t device, int64_t n,
                      enum entity entity, int64_t row, const struct field *field,
                      const struct value *value)
{
    if (!fits(field, value))
        return;
    struct query *cell = db_query(
        store->db, "INSERT INTO cell VALUES(?1, ?2, ?3, ?4, ?5, ?6)"
                   " ON CONFLICT DO UPDATE SET value = excluded.value, clock = excluded.clock,"
                   " device = excluded.device"
                   " WHERE (excluded.clock, excluded.device) >= (clock, device)");
    query_int(cell, 1, entity);
    query_int(cell, 2, row);
    query_text(cell, 3, field->name);
    value_bind(cell, 4, value);
    query_int(cell, 5, clock);
    query_int(cell, 6, device);
    query_run(cell);

    // The names come from the table of fields, never from outside.
    const char *table = schema_entity_name(entity);
    char *sql = g_strdup_printf(
        "INSERT INTO \"%s\"(id, made, made_n) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE"
        " SET made = excluded.made, made_n = excluded.made_n"
        " WHERE (excluded.made, excluded.made_n) < (made, made_n)",
        table);
    struct query *make = db_query(store->db, sql);
    g_free(sql);
    query_int(make, 1, row);
    query_int(make, 2, clock);
    query_int(make, 3, n);
    query_run(make);

    sql = g_strdup_printf(
        "UPDATE \"%s\" SET \"%s\" = coalesce((SELECT value FROM cell WHERE entity = ?1 AND"
        " row = ?2 AND field = ?3), %s) WHERE id = ?2",
        table, field->name, nothing(field));
    struct query *set = db_query(store->db, sql);
    g_free(sql);
    query_int(set, 1, entity);
    query_int(set, 2, row);
    query_text(set, 3, field->name);
    query_run(set);
    search_mark(store, entity, row);
}
