// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "base/err.h"
#include "base/random.h"
#include "store/draft.h"
#include "store/interior.h"

enum { STORE_VERSION = 1 };

static int64_t meta_int(struct store *store, const char *name)
{
    struct query *query = db_query(store->db, "SELECT value FROM meta WHERE name = ?1");
    query_text(query, 1, name);
    int64_t value = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return value;
}

static void set_meta_int(struct store *store, const char *name, int64_t value)
{
    struct query *query = db_query(store->db, "INSERT OR REPLACE INTO meta VALUES(?1, ?2)");
    query_text(query, 1, name);
    query_int(query, 2, value);
    query_run(query);
}

// Which device writes here. A copy of the file is another device: both may go on, and merge.
static bool settle_device(struct store *store, struct err *err)
{
    store->device = (int64_t)(store->world.device & INT64_MAX);
    if (store->device != 0)
        return true;
    int64_t home = (int64_t)(db_identity(store->db) & INT64_MAX);
    store->device = meta_int(store, "device");
    if (store->device != 0 && meta_int(store, "home") == home)
        return db_succeeded(store->db, err);
    store->device = world_new_id(&store->world);
    db_begin(store->db);
    set_meta_int(store, "device", store->device);
    set_meta_int(store, "home", home);
    return db_commit(store->db, err);
}

// Projections are made anew when the table of fields has changed since they were made.
static bool schema_is_settled(struct store *store, const char *schema)
{
    return meta_int(store, "schema") == (int64_t)(hash_text(schema) & INT64_MAX);
}

// A reader of an older file has it settled by a writer first.
static bool settle_reader(struct store *store, struct world world, struct err *err)
{
    struct store *writer = store_open(store_path(store), STORE_WRITE, world, err);
    store_close(writer);
    return writer != NULL;
}

static bool settle_schema(struct store *store, const char *schema, struct err *err)
{
    if (schema_is_settled(store, schema))
        return db_succeeded(store->db, err);
    db_begin(store->db);
    db_run(store->db, schema, NULL);
    projection_rebuild(store);
    set_meta_int(store, "schema", (int64_t)(hash_text(schema) & INT64_MAX));
    return db_commit(store->db, err);
}

static bool read_clock(struct store *store, struct err *err)
{
    struct query *query = db_query(
        store->db,
        "SELECT max(clock) FROM change WHERE NOT EXISTS"
        " (SELECT 1 FROM apart WHERE apart.device = change.device AND apart.seq = change.seq)");
    store->clock = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return db_succeeded(store->db, err);
}

static struct store *open_store(const char *path, enum store_mode mode, const char *const *first,
                                struct world world, struct err *err)
{
    static const enum db_mode modes[] = {
        [STORE_WRITE] = DB_WRITE, [STORE_MAKE] = DB_MAKE, [STORE_READ] = DB_READ};
    struct store *store = g_new0(struct store, 1);
    store->world = world;
    store->writes = mode != STORE_READ;
    store->revision = 1;
    store->stale = g_array_new(FALSE, FALSE, sizeof(struct stale));
    int64_t version = 0;
    char *schema = schema_sql();
    store->db = db_open(path, modes[mode], schema, first, &version, err);
    bool ok = store->db != NULL;
    if (ok && store->writes)
        ok = settle_schema(store, schema, err);
    else if (ok && version <= STORE_VERSION && !schema_is_settled(store, schema))
        ok = settle_reader(store, world, err);
    g_free(schema);
    ok = ok && read_clock(store, err);
    if (ok && store->writes)
        ok = settle_device(store, err) && log_admit(store, err);
    if (!ok) {
        store_close(store);
        return NULL;
    }
    store->newer = version > STORE_VERSION;
    store->data_version = db_data_version(store->db);
    return store;
}

struct store *store_open(const char *path, enum store_mode mode, struct world world,
                         struct err *err)
{
    return open_store(path, mode, NULL, world, err);
}

struct store *store_open_first(const char *path, enum store_mode mode, struct world world,
                               struct err *err)
{
    // The truth: without it there is nothing to show.
    static const char *const truth[] = {"PRAGMA quick_check('op')", "PRAGMA quick_check('change')",
                                        "PRAGMA quick_check('apart')", "PRAGMA quick_check('meta')",
                                        NULL};
    return open_store(path, mode, truth, world, err);
}

bool store_is_examined(const struct store *store)
{
    return db_is_examined(store->db);
}

bool store_examine(struct store *store, struct err *err)
{
    bool whole = db_examine(store->db, err);
    store->writes = store->writes && whole; // nothing more is put into a damaged file
    return whole;
}

void store_close(struct store *store)
{
    if (store == NULL)
        return;
    drafts_free(store);
    db_close(store->db);
    g_array_free(store->stale, TRUE);
    g_free(store->label);
    g_free(store);
}

const char *store_path(const struct store *store)
{
    return db_path(store->db);
}

bool store_is_newer(const struct store *store)
{
    return store->newer;
}

uint64_t store_revision(struct store *store)
{
    int64_t version = db_data_version(store->db);
    if (version != store->data_version) {
        store->data_version = version;
        store->revision++;
    }
    return store->revision;
}

bool store_rebuild(struct store *store, struct err *err)
{
    db_begin(store->db);
    projection_rebuild(store);
    store->revision++;
    return db_commit(store->db, err);
}
