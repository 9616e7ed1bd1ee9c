// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging is inserting the changes that one lacks. Checking makes the projections again and
// compares.
#include <string.h>

#include "base/err.h"
#include "base/random.h"
#include "base/tr.h"
#include "store/interior.h"

enum presence { ABSENT, THERE, CONFLICT };

static enum presence find_change(struct store *store, int64_t device, int64_t seq, int64_t clock)
{
    struct query *query =
        db_query(store->db, "SELECT clock FROM change WHERE device = ?1 AND seq = ?2");
    query_int(query, 1, device);
    query_int(query, 2, seq);
    if (!query_next(query))
        return ABSENT;
    enum presence presence = query_to_int(query, 0) == clock ? THERE : CONFLICT;
    query_done(query);
    return presence;
}

// Ops as they are: fields of a newer version are kept in the log.
static void copy_ops(struct store *store, struct store *other, int64_t device, int64_t seq,
                     int64_t clock, bool apart)
{
    struct query *from = db_query(
        other->db,
        "SELECT n, entity, row, field, value FROM op WHERE device = ?1 AND seq = ?2 ORDER BY n");
    query_int(from, 1, device);
    query_int(from, 2, seq);
    while (query_next(from)) {
        struct value value = value_of_column(from, 4);
        char *name = g_strdup(query_to_text(from, 3));
        if (value.type == QUERY_TEXT) { // from outside: whatever it is, it becomes text
            char *text = text_admit(value.text, strlen(value.text));
            g_free(value.text);
            value.text = text != NULL ? text : g_strdup("");
        }
        struct query *to = db_query(store->db, "INSERT INTO op VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        const int64_t keys[] = {device, seq, query_to_int(from, 0), query_to_int(from, 1),
                                query_to_int(from, 2)};
        for (int i = 0; i < 5; i++)
            query_int(to, i + 1, keys[i]);
        query_text(to, 6, name);
        value_bind(to, 7, &value);
        query_run(to);
        enum entity entity = (enum entity)keys[3];
        const struct field *field = schema_field(entity, name);
        if (field != NULL && !apart)
            projection_apply(store, clock, device, keys[2], entity, keys[4], field, &value);
        value_clear(&value);
        g_free(name);
    }
}

static void copy_change(struct store *store, struct store *other, struct query *from,
                        int64_t *latest)
{
    int64_t device = query_to_int(from, 0), seq = query_to_int(from, 1),
            clock = query_to_int(from, 2);
    bool apart = change_is_ahead(store, clock);
    struct query *to = db_query(store->db, "INSERT INTO change VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    for (int i = 0; i < 4; i++)
        query_int(to, i + 1, query_to_int(from, i));
    char *label = text_admit(query_to_text(from, 4), strlen(query_to_text(from, 4)));
    query_text(to, 5, label != NULL ? label : "");
    query_int(to, 6, query_to_int(from, 5));
    query_run(to);
    g_free(label);
    if (apart) {
        struct query *keep = db_query(store->db, "INSERT OR IGNORE INTO apart VALUES(?1, ?2)");
        query_int(keep, 1, device);
        query_int(keep, 2, seq);
        query_run(keep);
    } else {
        *latest = MAX(*latest, clock);
    }
    copy_ops(store, other, device, seq, clock, apart);
}

bool store_merge(struct store *store, struct store *other, size_t *added, struct err *err)
{
    *added = 0;
    int64_t latest = store->clock;
    bool conflict = false;
    db_begin(store->db);
    struct query *from =
        db_query(other->db, "SELECT device, seq, clock, zone, label, undoes FROM change");
    while (query_next(from)) {
        enum presence there =
            find_change(store, query_to_int(from, 0), query_to_int(from, 1), query_to_int(from, 2));
        conflict = conflict || there == CONFLICT;
        if (there != ABSENT)
            continue;
        copy_change(store, other, from, &latest);
        ++*added;
    }
    bool ok = db_succeeded(other->db, err);
    if (ok && conflict)
        ok = err_set(err, ERR_DAMAGED,
                     N_("%s: it holds other changes than %s under the same numbers; one of them "
                        "was put back from "
                        "a backup. Nothing was taken over. Export it as .json and import that."),
                     store_path(other), store_path(store));
    if (!ok) {
        db_rollback(store->db);
        g_array_set_size(store->stale, 0);
        *added = 0;
        return false;
    }
    if (*added > 0)
        forget_again(store);
    search_settle(store);
    if (!db_commit(store->db, err)) {
        *added = 0;
        return false;
    }
    store->clock = latest;
    store->revision++;
    return true;
}

// ---- checks -------------------------------------------------------------------------------------

static uint64_t hash_value(uint64_t hash, const struct value *value)
{
    switch (value->type) {
    case QUERY_INT:
        return hash_bytes(hash, &value->i, sizeof value->i);
    case QUERY_REAL:
        return hash_bytes(hash, &value->r, sizeof value->r);
    case QUERY_TEXT:
        return hash_bytes(hash, value->text, strlen(value->text));
    case QUERY_NULL:
        break;
    }
    return hash;
}

// What a person sees: rows in the paper basket and empty fields are nothing.
bool store_fingerprint(struct store *store, uint64_t *out, struct err *err)
{
    uint64_t hash = HASH_BASIS;
    struct query *query = db_query(
        store->db,
        "SELECT entity, row, field, value FROM cell WHERE NOT EXISTS (SELECT 1 FROM cell AS r WHERE"
        " r.entity = cell.entity AND r.row = cell.row AND r.field = 'removed' AND r.value = 1)"
        " ORDER BY entity, row, field");
    while (query_next(query)) {
        struct value value = value_of_column(query, 3);
        if (!value_is_nothing(&value)) {
            const int64_t keys[] = {query_to_int(query, 0), query_to_int(query, 1)};
            hash = hash_bytes(hash, keys, sizeof keys);
            hash = hash_bytes(hash, query_to_text(query, 2), strlen(query_to_text(query, 2)));
            hash = hash_value(hash, &value);
        }
        value_clear(&value);
    }
    *out = hash;
    return db_succeeded(store->db, err);
}

static int64_t count(struct store *store, const char *sql)
{
    struct query *query = db_query(store->db, sql);
    int64_t n = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return n;
}

bool store_check(struct store *store, void (*say)(void *context, const char *sentence),
                 void *context, size_t *problems, struct err *err)
{
    const struct tr *tr = err != NULL ? err->tr : NULL;
    struct query *query = db_query(store->db, "PRAGMA integrity_check(20)");
    while (query_next(query))
        if (strcmp(query_to_text(query, 0), "ok") != 0) {
            say(context, query_to_text(query, 0));
            ++*problems;
        }
    // A field's cell must be the op with the greatest (clock, device); within one change the last
    // op.
    static const char wrong_cells[] =
        "SELECT count(*) FROM (SELECT entity, row, field, clock, device, value, row_number() OVER"
        " (PARTITION BY entity, row, field ORDER BY clock DESC, device DESC, n DESC) AS place"
        " FROM op JOIN change USING(device, seq) WHERE NOT EXISTS (SELECT 1 FROM apart WHERE"
        " apart.device = op.device AND apart.seq = op.seq)) AS winner"
        " LEFT JOIN cell ON cell.entity = winner.entity AND cell.row = winner.row AND cell.field = "
        "winner.field"
        " WHERE winner.place = 1 AND (cell.value IS NOT winner.value OR cell.clock IS NOT "
        "winner.clock OR"
        " cell.device IS NOT winner.device)";
    static const char lost_cells[] =
        "SELECT count(*) FROM cell WHERE NOT EXISTS (SELECT 1 FROM op WHERE op.entity = "
        "cell.entity AND"
        " op.row = cell.row AND op.field = cell.field AND op.device = cell.device)";
    int64_t wrong = count(store, wrong_cells) + count(store, lost_cells);
    for (enum entity e = 1; schema_entity_name(e) != NULL; e++)
        for (size_t i = 0; i < schema_fields_n; i++) {
            const struct field *field = &schema_fields[i];
            if (field->entity != e)
                continue;
            char *sql = g_strdup_printf(
                "SELECT count(*) FROM cell JOIN \"%s\" AS t ON t.id = cell.row WHERE cell.entity = "
                "%d AND"
                " cell.field = '%s' AND cell.value IS NOT NULL AND t.\"%s\" <> cell.value",
                schema_entity_name(e), (int)e, field->name, field->name);
            wrong += count(store, sql);
            g_free(sql);
        }
    wrong += search_count_wrong(store);
    if (wrong > 0) {
        char *sentence =
            g_strdup_printf(tr_text(tr, N_("%lld fields differ from the log. The log is whole: "
                                           "export the file as .json and import that "
                                           "into a new file.")),
                            (long long)wrong);
        say(context, sentence);
        g_free(sentence);
        ++*problems;
    }
    int64_t apart = count(store, "SELECT count(*) FROM apart");
    if (apart > 0) {
        char *sentence =
            g_strdup_printf(tr_text(tr, N_("%lld changes are dated more than a day ahead and wait "
                                           "for their time. A clock was wrong.")),
                            (long long)apart);
        say(context, sentence);
        g_free(sentence);
        ++*problems;
    }
    return db_succeeded(store->db, err);
}
