// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Acts that several rooms need, and finding things by the names people use.
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/interior.h"

// The text as it may enter the file, or NULL with err set.
static char *admit(struct store *store, const char *value, struct err *err)
{
    char *text = text_admit(value != NULL ? value : "", value != NULL ? strlen(value) : 0);
    if (text == NULL)
        err_set(err, ERR_INPUT,
                N_("%s: the text is not valid UTF-8. Save it as UTF-8 and try again."),
                store_path(store));
    return text;
}

// The phase that the table's workshop is in, 0: none.
static int64_t phase_at(struct store *store, int64_t table)
{
    struct query *query =
        db_query(store->db, "SELECT w.phase FROM workshop w JOIN \"table\" t ON t.workshop = w.id"
                            " WHERE t.id = ?1");
    query_int(query, 1, table);
    int64_t phase = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return phase;
}

bool store_add_card(struct store *store, int64_t table, const char *seat, const char *text,
                    const char *lang, const char *gloss, const char *icon, const char *ink, int64_t party,
                    int64_t votes, int64_t *id, struct err *err)
{
    const struct {
        const char *field, *value;
    } texts[] = {{"text", text}, {"lang", lang}, {"gloss", gloss}, {"icon", icon}, {"ink", ink}};
    struct change *change = store_begin(store, store_zone(table, seat), N_("Card written"));
    int64_t row = change_new_row(change);
    change_int(change, ENTITY_CARD, row, "table", table);
    int64_t phase = phase_at(store, table);
    if (phase != 0)
        change_int(change, ENTITY_CARD, row, "phase", phase);
    bool said = false; // a card shows something
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        char *value = admit(store, texts[i].value, err);
        if (value == NULL) {
            store_abandon(change);
            return false;
        }
        if (*value != '\0')
            change_text(change, ENTITY_CARD, row, texts[i].field, value);
        said = said || (*value != '\0' && strcmp(texts[i].field, "lang") != 0);
        g_free(value);
    }
    if (!said) {
        store_abandon(change);
        return err_set(
            err, ERR_INPUT,
            N_("%s: a card without words or drawing was not added. Write something on it."),
            store_path(store));
    }
    if (party != 0)
        change_int(change, ENTITY_CARD, row, "party", party);
    if (votes != 0)
        change_int(change, ENTITY_CARD, row, "votes", votes);
    if (!store_commit(change, err))
        return false;
    if (id != NULL)
        *id = row;
    return true;
}

static int64_t table_of_card(struct store *store, int64_t card)
{
    struct query *query = db_query(store->db, "SELECT \"table\" FROM card WHERE id = ?1");
    query_int(query, 1, card);
    int64_t table = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return table;
}

// A seat is another person on another device. g_free it.
static char *voter_key(const struct store *store, const char *voter)
{
    return g_strdup_printf("%s@%016" G_GINT64_MODIFIER "x", voter != NULL ? voter : "",
                           (guint64)store->device);
}

int64_t store_dots_most(struct store *store, int64_t table)
{
    struct query *query = db_query(
        store->db, "SELECT CASE WHEN w.dots > 0 THEN w.dots ELSE 6 END * max(w.people, 1)"
                   " FROM workshop w JOIN \"table\" t ON t.workshop = w.id WHERE t.id = ?1");
    query_int(query, 1, table);
    int64_t most = query_next(query) ? query_to_int(query, 0) : DOTS_EACH;
    query_done(query);
    return most;
}

bool store_add_dot(struct store *store, int64_t card, const char *voter, struct err *err)
{
    int64_t table = table_of_card(store, card);
    if (store_dots_of(store, table, voter) >= store_dots_most(store, table))
        return err_set(err, ERR_INPUT, N_("All your dots are given."));
    char *key = voter_key(store, voter);
    struct change *change = store_begin(store, store_zone(table, voter), N_("Dot given"));
    int64_t row = change_new_row(change);
    change_int(change, ENTITY_DOT, row, "card", card);
    change_text(change, ENTITY_DOT, row, "voter", key);
    g_free(key);
    return store_commit(change, err);
}

bool store_take_dot(struct store *store, int64_t card, const char *voter, bool *taken,
                    struct err *err)
{
    char *key = voter_key(store, voter);
    struct query *query =
        db_query(store->db, "SELECT id FROM dot WHERE card = ?1 AND voter = ?2 AND removed = 0"
                            " ORDER BY made DESC, made_n DESC, id LIMIT 1");
    query_int(query, 1, card);
    query_text(query, 2, key);
    int64_t dot = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    g_free(key);
    *taken = dot != 0;
    if (!db_succeeded(store->db, err) || dot == 0)
        return err == NULL || err->code == ERR_NONE;
    int64_t zone = store_zone(table_of_card(store, card), voter);
    struct change *change = store_begin(store, zone, N_("Dot taken back"));
    change_int(change, ENTITY_DOT, dot, "removed", 1);
    return store_commit(change, err);
}

int64_t store_dots_of(struct store *store, int64_t table, const char *voter)
{
    char *key = voter_key(store, voter);
    struct query *query = db_query(
        store->db, "SELECT count(*) FROM dot d JOIN card c ON c.id = d.card"
                   " WHERE c.\"table\" = ?1 AND d.voter = ?2 AND d.removed = 0 AND c.removed = 0");
    query_int(query, 1, table);
    query_text(query, 2, key);
    int64_t n = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    g_free(key);
    return n;
}

struct dots *store_dots_by(struct store *store, struct arena *arena, int64_t table,
                           const char *voter, size_t *n, struct err *err)
{
    char *key = voter_key(store, voter);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct dots));
    struct query *query =
        db_query(store->db, "SELECT d.card, count(*) FROM dot d JOIN card c ON c.id = d.card"
                            " WHERE c.\"table\" = ?1 AND d.voter = ?2 AND d.removed = 0"
                            " AND c.removed = 0 GROUP BY d.card ORDER BY d.card");
    query_int(query, 1, table);
    query_text(query, 2, key);
    while (query_next(query)) {
        struct dots dots = {query_to_int(query, 0), query_to_int(query, 1)};
        g_array_append_val(all, dots);
    }
    query_done(query);
    g_free(key);
    bool read = db_succeeded(store->db, err);
    *n = read ? all->len : 0;
    struct dots *out = ARENA_ARRAY(arena, struct dots, *n + 1);
    if (*n > 0)
        memcpy(out, all->data, *n * sizeof *out);
    g_array_free(all, TRUE);
    return read ? out : NULL;
}

void store_dots_at(struct store *store, int64_t table, int64_t *given, int64_t *voters)
{
    struct query *query =
        db_query(store->db, "SELECT count(*), count(DISTINCT d.voter) FROM dot d"
                            " JOIN card c ON c.id = d.card WHERE c.\"table\" = ?1"
                            " AND d.removed = 0 AND c.removed = 0");
    query_int(query, 1, table);
    bool found = query_next(query);
    *given = found ? query_to_int(query, 0) : 0;
    *voters = found ? query_to_int(query, 1) : 0;
    query_done(query);
}

// ---- by name ------------------------------------------------------------------------------------

// SQLite folds ASCII only; names are folded here.
static bool same_name(const char *a, const char *b)
{
    char *x = g_utf8_casefold(a, -1), *y = g_utf8_casefold(b, -1);
    char *xn = g_utf8_normalize(x, -1, G_NORMALIZE_NFC),
         *yn = g_utf8_normalize(y, -1, G_NORMALIZE_NFC);
    bool same = strcmp(xn, yn) == 0;
    g_free(x);
    g_free(y);
    g_free(xn);
    g_free(yn);
    return same;
}

// What may be looked for: valid, trimmed; NULL otherwise. g_free it.
static char *wanted(const char *name)
{
    return name == NULL ? NULL : text_admit(name, strlen(name));
}

int64_t store_find_table(struct store *store, int64_t workshop, const char *name)
{
    char *title = wanted(name);
    if (title == NULL)
        return 0;
    struct arena *arena = arena_new();
    size_t n;
    struct table *tables = store_tables(store, arena, workshop, &n, NULL);
    int64_t found = 0;
    for (size_t i = 0; i < n && found == 0; i++)
        if (same_name(tables[i].title, title))
            found = tables[i].id;
    char *end;
    long number = strtol(title, &end, 10);
    if (found == 0 && *title != '\0' && *end == '\0' && number >= 1 && (size_t)number <= n)
        found = tables[number - 1].id;
    arena_free(arena);
    g_free(title);
    return found;
}

int64_t store_find_party(struct store *store, const char *name)
{
    char *title = wanted(name);
    if (title == NULL)
        return 0;
    struct arena *arena = arena_new();
    size_t n;
    struct party *parties = store_parties(store, arena, 0, &n, NULL);
    int64_t found = 0;
    for (size_t i = 0; i < n && found == 0; i++)
        if (same_name(parties[i].name, title))
            found = parties[i].id;
    arena_free(arena);
    g_free(title);
    return found;
}

// The row of this term's choice, 0 for none.
static int64_t find_choice(struct store *store, const char *term)
{
    struct arena *arena = arena_new();
    size_t n;
    struct choice *choices = store_choices(store, arena, &n, NULL);
    int64_t found = 0;
    for (size_t i = 0; i < n && found == 0; i++)
        if (same_name(choices[i].term, term))
            found = choices[i].id;
    arena_free(arena);
    return found;
}

bool store_choose(struct store *store, const char *term, const char *icon, struct err *err)
{
    char *word = admit(store, term, err);
    if (word == NULL)
        return false;
    if (*word == '\0') {
        g_free(word);
        return err_set(err, ERR_INPUT, N_("%s: an icon needs the word that it stands for."),
                       store_path(store));
    }
    struct change *change = store_begin(store, 0, N_("Icon chosen for a word"));
    int64_t row = find_choice(store, word);
    if (row == 0)
        row = change_new_row(change);
    change_text(change, ENTITY_CHOICE, row, "term", word);
    change_text(change, ENTITY_CHOICE, row, "icon", icon);
    g_free(word);
    return store_commit(change, err);
}

bool store_forget_choice(struct store *store, const char *term, bool *known, struct err *err)
{
    char *word = admit(store, term, err);
    if (word == NULL)
        return false;
    int64_t row = find_choice(store, word);
    g_free(word);
    *known = row != 0;
    if (row == 0)
        return true;
    struct change *change = store_begin(store, 0, N_("Icon of a word forgotten"));
    change_int(change, ENTITY_CHOICE, row, "removed", 1);
    return store_commit(change, err);
}

int64_t store_find_workshop(struct store *store, const char *title)
{
    char *name = wanted(title != NULL ? title : "");
    if (name == NULL)
        return 0;
    struct arena *arena = arena_new();
    size_t n;
    struct workshop *workshops = store_workshops(store, arena, &n, NULL);
    int64_t found = 0;
    for (size_t i = 0; i < n && found == 0; i++)
        if (*name == '\0' || same_name(workshops[i].title, name))
            found = workshops[i].id;
    arena_free(arena);
    g_free(name);
    return found;
}
