// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/forget.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/draft.h"
#include "store/exchange.h"
#include "store/names.h"

enum { FORGET_ZONE = -1 }; // no seat undoes there

// One text of the log.
struct place {
    int64_t device, seq, n;
    char *text;
};

static void place_clear(void *data)
{
    g_free(((struct place *)data)->text);
}

// Overwrites the names in every op; how many ops had one.
static size_t strike_log(struct store *store, const struct names *names)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place));
    g_array_set_clear_func(places, place_clear);
    struct query *query = db_query(
        store->db, "SELECT device, seq, n, value FROM op WHERE typeof(value) = 'text'");
    while (query_next(query)) {
        char *struck = names_strike(names, query_to_text(query, 3));
        if (struck == NULL)
            continue;
        struct place place = {query_to_int(query, 0), query_to_int(query, 1),
                              query_to_int(query, 2), struck};
        g_array_append_val(places, place);
    }
    for (guint i = 0; i < places->len; i++) {
        const struct place *place = &g_array_index(places, struct place, i);
        struct query *set = db_query(
            store->db, "UPDATE op SET value = ?4 WHERE device = ?1 AND seq = ?2 AND n = ?3");
        query_int(set, 1, place->device);
        query_int(set, 2, place->seq);
        query_int(set, 3, place->n);
        query_text(set, 4, place->text);
        query_run(set);
    }
    size_t n = places->len;
    g_array_free(places, TRUE);
    return n;
}

// What else is kept of a person whose name is struck: role and contact say who it was.
static void strike_persons(struct store *store)
{
    struct query *query = db_query(
        store->db, "UPDATE op SET value = '' WHERE entity = ?1 AND typeof(value) = 'text' AND row IN"
                   " (SELECT row FROM op WHERE entity = ?1 AND field = 'name' AND value = '…')");
    query_int(query, 1, ENTITY_PERSON);
    query_run(query);
}

bool forget_again(struct store *store)
{
    struct names names;
    names_init(&names);
    names_load(&names, store);
    bool struck = names.all->len > 0 && strike_log(store, &names) > 0;
    if (struck) {
        strike_persons(store);
        projection_rebuild(store);
    }
    names_clear(&names);
    return struck;
}

// Free pages and old index segments may still hold what was struck.
static bool write_anew(struct store *store, struct err *err)
{
    return db_run(store->db, "VACUUM", err);
}

bool store_forget(struct store *store, const char *name, size_t *places, struct err *err)
{
    *places = 0;
    int words = name != NULL && g_utf8_validate(name, -1, NULL) ? names_words(name) : 0;
    if (words == 0 || words > 8 || strlen(name) < 3)
        return err_set(err, ERR_INPUT,
                       N_("%s: name the person as it is written in the file, such as: First Last."),
                       store_path(store));
    if (!store->writes)
        return err_set(err, ERR_READ_ONLY, N_("%s: it is open for reading only; this was not saved."),
                       store_path(store));
    char *salt = g_strdup_printf("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x",
                                 store->world.random(store->world.context),
                                 store->world.random(store->world.context));
    char *digest = names_digest(name, salt);
    struct change *change = store_begin(store, FORGET_ZONE, N_("Name forgotten"));
    int64_t row = change_new_row(change);
    change_int(change, ENTITY_FORGOTTEN, row, "words", words);
    change_text(change, ENTITY_FORGOTTEN, row, "salt", salt);
    change_text(change, ENTITY_FORGOTTEN, row, "digest", digest);
    g_free(salt);
    g_free(digest);
    // Tombstone and striking are one transaction: never one without the other.
    db_begin(store->db);
    if (!store_commit(change, err)) {
        db_rollback(store->db);
        return false;
    }
    struct names names;
    names_init(&names);
    names_load(&names, store);
    *places = strike_log(store, &names);
    strike_persons(store);
    projection_rebuild(store);
    bool ok = db_commit(store->db, err);
    ok = ok && drafts_strike(store, &names, err) && write_anew(store, err);
    names_clear(&names);
    store->revision++;
    return ok;
}

// ---- a copy for passing on ----------------------------------------------------------------------

static bool is_private(enum entity entity, const char *field)
{
    return entity == ENTITY_PERSON || (entity == ENTITY_DOT && strcmp(field, "voter") == 0) ||
           (entity == ENTITY_PARTY && strcmp(field, "contact") == 0);
}

static GHashTable *hidden_cards(struct store *store)
{
    GHashTable *rows = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    struct query *query = db_query(store->db, "SELECT id FROM card WHERE hidden <> 0");
    while (query_next(query)) {
        int64_t *row = g_new(int64_t, 1);
        *row = query_to_int(query, 0);
        g_hash_table_add(rows, row);
    }
    return rows;
}

// Names of persons that the file knows, as words to strike.
static void known_names(struct store *store, struct names *names, struct arena *arena)
{
    size_t n;
    struct contact_person *persons = store_persons(store, arena, &n, NULL);
    names_load(names, store);
    for (size_t i = 0; i < n; i++)
        names_add(names, persons[i].name);
}

static void copy_cells(struct store *from, struct change *change, const struct names *names)
{
    GHashTable *hidden = hidden_cards(from);
    struct query *query = db_query(
        from->db, "SELECT entity, row, field, value FROM cell WHERE NOT EXISTS (SELECT 1 FROM cell"
                  " AS r WHERE r.entity = cell.entity AND r.row = cell.row AND r.field = 'removed'"
                  " AND r.value = 1) ORDER BY clock, device, entity, row, field");
    while (query_next(query)) {
        enum entity entity = (enum entity)query_to_int(query, 0);
        int64_t row = query_to_int(query, 1);
        const struct field *field = schema_field(entity, query_to_text(query, 2));
        bool covered = (entity == ENTITY_CARD || entity == ENTITY_HARVEST_ITEM) &&
                       g_hash_table_contains(hidden, &row);
        if (field == NULL || covered || is_private(entity, field->name))
            continue;
        struct value value = value_of_column(query, 3);
        char *struck = value.type == QUERY_TEXT ? names_strike(names, value.text) : NULL;
        if (struck != NULL) {
            g_free(value.text);
            value.text = struck;
        }
        change_set(change, entity, row, field, value);
    }
    g_hash_table_destroy(hidden);
}

bool store_copy_without_names(struct store *store, const char *path, struct err *err)
{
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return err_set(err, ERR_USAGE, N_("%s: it is there already. Name a new file."), path);
    struct world world = store->world;
    world.device = 0; // a device of its own: nothing tells who wrote
    struct store *copy = store_open(path, STORE_MAKE, world, err);
    if (copy == NULL)
        return false;
    struct names names;
    struct arena *arena = arena_new();
    names_init(&names);
    known_names(store, &names, arena);
    struct change *change = store_begin(copy, 0, N_("Copy without names"));
    copy_cells(store, change, &names);
    bool ok = store_commit(change, err) && db_succeeded(store->db, err);
    names_clear(&names);
    arena_free(arena);
    store_close(copy);
    return ok;
}
