// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The change log: appending changes under a hybrid logical clock (Kulkarni et al. 2014, "Logical
// Physical Clocks"): wall milliseconds, and a counter below them that keeps changes in order when
// the wall clock stands still or runs backwards.
#include <string.h>

#include "base/err.h"
#include "base/tr.h"
#include "store/interior.h"

int64_t clock_ms(int64_t clock)
{
    return clock >> CLOCK_BITS;
}

bool change_is_ahead(const struct store *store, int64_t clock)
{
    return clock_ms(clock) > store->world.now_ms(store->world.context) + CLOCK_DAY_MS;
}

static int64_t clock_next(const struct store *store)
{
    int64_t wall = store->world.now_ms(store->world.context) << CLOCK_BITS;
    return MAX(wall, store->clock + 1);
}

struct change *change_new(struct store *store, int64_t zone, const char *label)
{
    struct change *change = g_new0(struct change, 1);
    change->store = store;
    change->zone = zone;
    change->label = g_strdup(label);
    change->ops = g_array_new(FALSE, FALSE, sizeof(struct op));
    return change;
}

void change_free(struct change *change)
{
    for (guint i = 0; i < change->ops->len; i++)
        value_clear(&g_array_index(change->ops, struct op, i).value);
    g_array_free(change->ops, TRUE);
    g_free(change->label);
    g_free(change);
}

struct change *store_begin(struct store *store, int64_t zone, const char *label)
{
    return change_new(store, zone, label);
}

void store_abandon(struct change *change)
{
    change_free(change);
}

int64_t change_new_row(struct change *change)
{
    return world_new_id(&change->store->world);
}

void change_set(struct change *change, enum entity entity, int64_t row, const struct field *field,
                struct value value)
{
    g_assert(field != NULL && field->entity == entity);
    struct op op = {entity, row, field, value};
    g_array_append_val(change->ops, op);
}

void change_text(struct change *change, enum entity entity, int64_t row, const char *field,
                 const char *value)
{
    const struct field *known = schema_field(entity, field);
    g_assert(known != NULL && known->type == FIELD_TEXT);
    char *text = value == NULL ? NULL : text_admit(value, strlen(value));
    g_assert(value == NULL || text != NULL); // checked at the door
    change_set(change, entity, row, known,
               (struct value){.type = text == NULL ? QUERY_NULL : QUERY_TEXT, .text = text});
}

void change_int(struct change *change, enum entity entity, int64_t row, const char *field,
                int64_t value)
{
    const struct field *known = schema_field(entity, field);
    g_assert(known != NULL && (known->type == FIELD_INT || known->type == FIELD_ROW));
    change_set(change, entity, row, known, (struct value){.type = QUERY_INT, .i = value});
}

void change_real(struct change *change, enum entity entity, int64_t row, const char *field,
                 double value)
{
    const struct field *known = schema_field(entity, field);
    g_assert(known != NULL && known->type == FIELD_REAL);
    change_set(change, entity, row, known, (struct value){.type = QUERY_REAL, .r = value});
}

void change_write(struct change *change, bool apart)
{
    struct store *store = change->store;
    struct query *insert = db_query(store->db, "INSERT INTO change VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    const int64_t head[] = {change->device, change->seq, change->clock, change->zone};
    for (int i = 0; i < 4; i++)
        query_int(insert, i + 1, head[i]);
    query_text(insert, 5, change->label);
    query_int(insert, 6, change->undoes);
    query_run(insert);
    if (apart) {
        struct query *keep = db_query(store->db, "INSERT INTO apart VALUES(?1, ?2)");
        query_int(keep, 1, change->device);
        query_int(keep, 2, change->seq);
        query_run(keep);
    }
    for (guint n = 0; n < change->ops->len; n++) {
        const struct op *op = &g_array_index(change->ops, struct op, n);
        struct query *query =
            db_query(store->db, "INSERT INTO op VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        const int64_t keys[] = {change->device, change->seq, n, op->entity, op->row};
        for (int i = 0; i < 5; i++)
            query_int(query, i + 1, keys[i]);
        query_text(query, 6, op->field->name);
        value_bind(query, 7, &op->value);
        query_run(query);
        if (!apart)
            projection_apply(store, change->clock, change->device, n, op->entity, op->row,
                             op->field, &op->value);
    }
}

static int64_t last_seq(struct store *store)
{
    struct query *query = db_query(store->db, "SELECT max(seq) FROM change WHERE device = ?1");
    query_int(query, 1, store->device);
    int64_t seq = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return seq;
}

bool store_commit(struct change *change, struct err *err)
{
    struct store *store = change->store;
    bool ok = true;
    if (!store->writes) {
        ok = err_set(err, ERR_READ_ONLY, N_("%s: it is open for reading only; this was not saved."),
                     store_path(store));
    } else if (change->ops->len > 0 || change->undoes != 0) {
        change->device = store->device;
        change->clock = clock_next(store);
        db_begin(store->db);
        change->seq = last_seq(store) + 1;
        change_write(change, false);
        search_settle(store);
        ok = db_commit(store->db, err);
        if (ok) {
            store->clock = change->clock;
            store->revision++;
        }
    }
    change_free(change);
    return ok;
}

// Applies the ops of one change of the log.
static void apply_change(struct store *store, int64_t device, int64_t seq, int64_t clock)
{
    struct query *ops = db_query(
        store->db,
        "SELECT n, entity, row, field, value FROM op WHERE device = ?1 AND seq = ?2 ORDER BY n");
    query_int(ops, 1, device);
    query_int(ops, 2, seq);
    while (query_next(ops)) {
        enum entity entity = (enum entity)query_to_int(ops, 1);
        const struct field *field = schema_field(entity, query_to_text(ops, 3));
        struct value value = value_of_column(ops, 4);
        if (field != NULL) // a newer version's fields stay in the log
            projection_apply(store, clock, device, query_to_int(ops, 0), entity,
                             query_to_int(ops, 2), field, &value);
        value_clear(&value);
    }
}

bool log_admit(struct store *store, struct err *err)
{
    struct due {
        int64_t device, seq, clock;
    };
    GArray *due = g_array_new(FALSE, FALSE, sizeof(struct due));
    struct query *waiting =
        db_query(store->db, "SELECT device, seq, clock FROM change JOIN apart USING(device, seq)");
    while (query_next(waiting)) {
        struct due one = {query_to_int(waiting, 0), query_to_int(waiting, 1),
                          query_to_int(waiting, 2)};
        if (!change_is_ahead(store, one.clock))
            g_array_append_val(due, one);
    }
    bool ok = db_succeeded(store->db, err);
    if (ok && due->len > 0) {
        db_begin(store->db);
        for (guint i = 0; i < due->len; i++) {
            const struct due *one = &g_array_index(due, struct due, i);
            struct query *admit =
                db_query(store->db, "DELETE FROM apart WHERE device = ?1 AND seq = ?2");
            query_int(admit, 1, one->device);
            query_int(admit, 2, one->seq);
            query_run(admit);
            apply_change(store, one->device, one->seq, one->clock);
            store->clock = MAX(store->clock, one->clock);
        }
        search_settle(store);
        ok = db_commit(store->db, err);
        store->revision++;
    }
    g_array_free(due, TRUE);
    return ok;
}

void projection_rebuild(struct store *store)
{
    db_run(store->db, "DELETE FROM cell", NULL);
    for (enum entity e = 1; schema_entity_name(e) != NULL; e++) {
        char *sql = g_strdup_printf("DELETE FROM \"%s\"", schema_entity_name(e));
        db_run(store->db, sql, NULL);
        g_free(sql);
    }
    struct query *changes = db_query(
        store->db,
        "SELECT device, seq, clock FROM change WHERE NOT EXISTS"
        " (SELECT 1 FROM apart WHERE apart.device = change.device AND apart.seq = change.seq)");
    while (query_next(changes))
        apply_change(store, query_to_int(changes, 0), query_to_int(changes, 1),
                     query_to_int(changes, 2));
    search_rebuild(store);
}
