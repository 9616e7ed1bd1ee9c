// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search index is a projection like the others: `found` holds the folded words of each live row,
// `search` (FTS5, trigrams) points into it. Trigrams find parts of words, which is what German
// compounds need, and need no word borders, which many scripts do not write.
//
//   text                    plain            spelt (when it differs)
//   Sprachcafé für Mütter   sprachcafe fur mutter    sprachcafe fuer muetter
#include "store/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/rows.h"

enum { TRIGRAM = 3, CANDIDATES = 600 };

static const struct {
    enum entity entity;
    const char *texts;  // SQL expression of what is searched
    const char *about;  // text, second text, where, date, hidden of row ?1
} sources[] = {
    {ENTITY_CARD, "text || char(10) || gloss",
     "SELECT c.text, c.gloss, coalesce(t.title, ''), coalesce(w.date, ''), c.hidden FROM card c"
     " LEFT JOIN \"table\" t ON t.id = c.\"table\" LEFT JOIN workshop w ON w.id = t.workshop"
     " WHERE c.id = ?1"},
    {ENTITY_CORE_POINT, "text",
     "SELECT k.text, '', coalesce(w.title, ''), coalesce(w.date, ''), 0 FROM core_point k"
     " LEFT JOIN workshop w ON w.id = k.workshop WHERE k.id = ?1"},
    {ENTITY_AGREEMENT, "what || char(10) || who || char(10) || \"with\"",
     "SELECT CASE coalesce(nullif(p.name, ''), a.who) WHEN '' THEN a.what"
     " ELSE coalesce(nullif(p.name, ''), a.who) || ': ' || a.what END, '', coalesce(w.title, ''),"
     " a.until, 0 FROM agreement a LEFT JOIN party p ON p.id = a.party"
     " LEFT JOIN workshop w ON w.id = a.workshop WHERE a.id = ?1"},
    {ENTITY_NOTE, "heading || char(10) || text",
     "SELECT n.text, n.heading, coalesce(nullif(n.heading, ''), a.what, o.text, c.text, m.title,"
     " ''), n.date, 0 FROM note n LEFT JOIN agreement a ON a.id = n.agreement"
     " LEFT JOIN offer o ON o.id = n.offer LEFT JOIN card c ON c.id = n.card"
     " LEFT JOIN meeting m ON m.id = n.meeting WHERE n.id = ?1"},
    {ENTITY_OFFER, "text || char(10) || district",
     "SELECT o.text, o.district, coalesce(p.name, ''), o.made_on, 0 FROM offer o"
     " LEFT JOIN party p ON p.id = o.party WHERE o.id = ?1"},
    {ENTITY_PARTY, "name || char(10) || district || char(10) || contact",
     "SELECT name, contact, district, '', 0 FROM party WHERE id = ?1"},
    {ENTITY_MEETING, "title || char(10) || place",
     "SELECT title, place, place, date, 0 FROM meeting WHERE id = ?1"},
    {ENTITY_TABLE, "title || char(10) || question",
     "SELECT t.title, t.question, coalesce(w.title, ''), coalesce(w.date, ''), 0 FROM \"table\" t"
     " LEFT JOIN workshop w ON w.id = t.workshop WHERE t.id = ?1"},
    {ENTITY_BUNDLE, "name",
     "SELECT b.name, '', coalesce(t.title, ''), '', 0 FROM bundle b"
     " LEFT JOIN \"table\" t ON t.id = b.\"table\" WHERE b.id = ?1"},
    {ENTITY_WORKSHOP, "title || char(10) || question",
     "SELECT title, question, place, date, 0 FROM workshop WHERE id = ?1"},
};

static size_t source_of(enum entity entity)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(sources) && sources[i].entity != entity)
        i++;
    return i;
}

// ---- folding ------------------------------------------------------------------------------------

char *search_fold(const char *text)
{
    char *lower = g_utf8_casefold(text, -1), *apart = g_utf8_normalize(lower, -1, G_NORMALIZE_ALL);
    GString *out = g_string_sized_new(strlen(text));
    for (const char *p = apart; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK || c == 0x0640) // Arabic: only a stretch
            continue;
        // One letter, two codes, depending on the keyboard: Persian and Arabic yeh, kaf.
        c = c == 0x06CC || c == 0x0649 ? 0x064A : c == 0x06A9 ? 0x0643 : c;
        g_string_append_unichar(out, c);
    }
    g_free(lower);
    g_free(apart);
    return g_string_free(out, FALSE);
}

// With umlauts written out; NULL when there are none.
static char *fold_spelt(const char *text)
{
    static const struct {
        gunichar letter;
        const char *spelt;
    } umlauts[] = {{0xE4, "ae"}, {0xF6, "oe"}, {0xFC, "ue"}, {0xC4, "Ae"}, {0xD6, "Oe"}, {0xDC, "Ue"}};
    GString *out = g_string_sized_new(strlen(text));
    bool any = false;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        size_t i = 0;
        while (i < G_N_ELEMENTS(umlauts) && umlauts[i].letter != c)
            i++;
        if (i < G_N_ELEMENTS(umlauts))
            g_string_append(out, umlauts[i].spelt);
        else
            g_string_append_unichar(out, c);
        any = any || i < G_N_ELEMENTS(umlauts);
    }
    char *folded = any ? search_fold(out->str) : NULL;
    g_string_free(out, TRUE);
    return folded;
}

// ---- the index ----------------------------------------------------------------------------------

void search_mark(struct store *store, enum entity entity, int64_t row)
{
    if (source_of(entity) == G_N_ELEMENTS(sources))
        return;
    struct stale stale = {entity, row};
    if (store->stale->len > 0) { // fields of one row mostly come together
        const struct stale *last = &g_array_index(store->stale, struct stale, store->stale->len - 1);
        if (last->entity == entity && last->row == row)
            return;
    }
    g_array_append_val(store->stale, stale);
}

// What is searched of a row; NULL when it is not there or laid away. g_free it.
static char *words_of(struct store *store, size_t source, int64_t row)
{
    char *sql = g_strdup_printf("SELECT %s FROM \"%s\" WHERE id = ?1 AND removed = 0",
                                sources[source].texts, schema_entity_name(sources[source].entity));
    struct query *query = rows_query(store, sql, row);
    g_free(sql);
    char *words = NULL;
    if (query_next(query)) {
        words = g_strdup(query_to_text(query, 0));
        query_done(query);
    }
    return words;
}

static void drop(struct store *store, enum entity entity, int64_t row)
{
    struct query *query =
        db_query(store->db, "SELECT id, plain, spelt FROM found WHERE entity = ?1 AND row = ?2");
    query_int(query, 1, entity);
    query_int(query, 2, row);
    if (!query_next(query))
        return;
    int64_t id = query_to_int(query, 0);
    char *plain = g_strdup(query_to_text(query, 1)), *spelt = g_strdup(query_to_text(query, 2));
    query_done(query);
    struct query *out = db_query(
        store->db, "INSERT INTO search(search, rowid, plain, spelt) VALUES('delete', ?1, ?2, ?3)");
    query_int(out, 1, id);
    query_text(out, 2, plain);
    query_text(out, 3, spelt);
    query_run(out);
    query_run(rows_query(store, "DELETE FROM found WHERE id = ?1", id));
    g_free(plain);
    g_free(spelt);
}

static void put(struct store *store, enum entity entity, int64_t row, const char *words)
{
    char *plain = search_fold(words), *spelt = fold_spelt(words);
    struct query *query = db_query(
        store->db, "INSERT INTO found(entity, row, plain, spelt) VALUES(?1, ?2, ?3, ?4)"
                   " RETURNING id");
    query_int(query, 1, entity);
    query_int(query, 2, row);
    query_text(query, 3, plain);
    query_text(query, 4, spelt != NULL ? spelt : "");
    int64_t id = 0;
    if (query_next(query)) {
        id = query_to_int(query, 0);
        query_done(query);
    }
    struct query *in =
        db_query(store->db, "INSERT INTO search(rowid, plain, spelt) VALUES(?1, ?2, ?3)");
    query_int(in, 1, id);
    query_text(in, 2, plain);
    query_text(in, 3, spelt != NULL ? spelt : "");
    query_run(in);
    g_free(plain);
    g_free(spelt);
}

static guint stale_hash(gconstpointer data)
{
    const struct stale *stale = data;
    return g_int64_hash(&stale->row) ^ (guint)stale->entity;
}

static gboolean stale_equal(gconstpointer a, gconstpointer b)
{
    const struct stale *x = a, *y = b;
    return x->entity == y->entity && x->row == y->row;
}

// In the order in which they were written, so that what is newer is found first.
void search_settle(struct store *store)
{
    GHashTable *done = g_hash_table_new(stale_hash, stale_equal);
    for (guint i = 0; i < store->stale->len; i++) {
        struct stale *stale = &g_array_index(store->stale, struct stale, i);
        if (!g_hash_table_add(done, stale))
            continue;
        char *words = words_of(store, source_of(stale->entity), stale->row);
        drop(store, stale->entity, stale->row);
        if (words != NULL && strspn(words, "\n") != strlen(words))
            put(store, stale->entity, stale->row, words);
        g_free(words);
    }
    g_hash_table_destroy(done);
    g_array_set_size(store->stale, 0);
}

void search_rebuild(struct store *store)
{
    g_array_set_size(store->stale, 0);
    db_run(store->db, "DELETE FROM found; INSERT INTO search(search) VALUES('delete-all');", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        char *sql = g_strdup_printf(
            "SELECT id, %s FROM \"%s\" WHERE removed = 0 ORDER BY made, made_n, id",
            sources[i].texts, schema_entity_name(sources[i].entity));
        struct query *query = db_query(store->db, sql);
        g_free(sql);
        while (query_next(query)) {
            const char *words = query_to_text(query, 1);
            if (strspn(words, "\n") != strlen(words))
                put(store, sources[i].entity, query_to_int(query, 0), words);
        }
    }
}

int64_t search_count_wrong(struct store *store)
{
    int64_t wrong = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        char *sql = g_strdup_printf("SELECT words, coalesce(found.plain, '') FROM (SELECT id, %s AS"
                                    " words FROM \"%s\" WHERE removed = 0) AS s LEFT JOIN found ON"
                                    " found.entity = %d AND found.row = s.id",
                                    sources[i].texts,
                                    schema_entity_name(sources[i].entity), (int)sources[i].entity);
        struct query *query = db_query(store->db, sql);
        g_free(sql);
        while (query_next(query)) {
            const char *words = query_to_text(query, 0);
            char *plain = search_fold(strspn(words, "\n") != strlen(words) ? words : "");
            wrong += strcmp(plain, query_to_text(query, 1)) != 0;
            g_free(plain);
        }
    }
    return wrong;
}

// ---- asking -------------------------------------------------------------------------------------

struct candidate {
    enum entity entity;
    int64_t row, id;
    int place; // 0 whole words, 1 beginnings, 2 parts
};

static bool is_letter_before(const char *start, const char *p)
{
    return p > start && g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(p)));
}

// How `word` stands in `text`: 0 whole, 1 beginning of a word, 2 part of one, 3 not at all.
static int place_of(const char *text, const char *word)
{
    int best = 3;
    size_t length = strlen(word);
    for (const char *p = strstr(text, word); p != NULL && best > 0; p = strstr(p + 1, word)) {
        bool before = is_letter_before(text, p);
        bool after = p[length] != '\0' && g_unichar_isalnum(g_utf8_get_char(p + length));
        int place = before ? 2 : after ? 1 : 0;
        best = MIN(best, place);
    }
    return best;
}

static int by_place(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int order = (x->place > y->place) - (x->place < y->place);
    return order != 0 ? order : (x->id < y->id) - (x->id > y->id);
}

// FTS5 query of the words that are long enough: "a" "b", all of them; NULL when none is.
static char *match_of(char **words)
{
    GString *match = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++) {
        if (g_utf8_strlen(*word, -1) < TRIGRAM)
            continue;
        g_string_append_c(match, '"');
        for (const char *p = *word; *p != '\0'; p++)
            g_string_append_printf(match, *p == '"' ? "\"\"" : "%c", *p);
        g_string_append(match, "\" ");
    }
    if (match->len > 0)
        return g_string_free(match, FALSE);
    g_string_free(match, TRUE);
    return NULL;
}

static GArray *candidates(struct store *store, char **words)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct candidate));
    char *match = match_of(words);
    struct query *query =
        match != NULL
            ? db_query(store->db, "SELECT f.id, f.entity, f.row, f.plain, f.spelt FROM search"
                                  " JOIN found f ON f.id = search.rowid WHERE search MATCH ?1"
                                  " ORDER BY search.rowid DESC")
            : db_query(store->db, "SELECT id, entity, row, plain, spelt FROM found"
                                  " WHERE instr(plain, ?1) ORDER BY id DESC");
    query_text(query, 1, match != NULL ? match : words[0]);
    while (all->len < CANDIDATES && query_next(query)) {
        struct candidate one = {(enum entity)query_to_int(query, 1), query_to_int(query, 2),
                                query_to_int(query, 0), 0};
        for (char **word = words; *word != NULL; word++) {
            int plain = place_of(query_to_text(query, 3), *word),
                spelt = place_of(query_to_text(query, 4), *word);
            one.place = MAX(one.place, MIN(plain, spelt));
        }
        if (one.place < 3)
            g_array_append_val(all, one);
    }
    if (all->len == CANDIDATES)
        query_done(query);
    g_free(match);
    g_array_sort(all, by_place);
    return all;
}

static bool tell(struct store *store, struct arena *arena, const struct candidate *one,
                 char **words, struct finding *out)
{
    size_t source = source_of(one->entity);
    if (source == G_N_ELEMENTS(sources)) // a stranger's file
        return false;
    struct query *query = rows_query(store, sources[source].about, one->row);
    if (!query_next(query))
        return false;
    struct row row = {query, arena, 0};
    const char *text = row_text(&row), *other = row_text(&row);
    *out = (struct finding){.entity = one->entity,
                            .row = one->row,
                            .kind = schema_entity_name(one->entity),
                            .text = text,
                            .where = row_text(&row),
                            .date = row_text(&row)};
    out->hidden = row_int(&row) != 0;
    query_done(query);
    // What matched is shown: the rendering of a card rather than a script that nobody searched in.
    char *plain = search_fold(text), *spelt = fold_spelt(text);
    if (*other != '\0' && (*text == '\0' || (place_of(plain, words[0]) == 3 &&
                           (spelt == NULL || place_of(spelt, words[0]) == 3))))
        out->text = one->entity == ENTITY_CARD || one->entity == ENTITY_NOTE ? other : text;
    g_free(plain);
    g_free(spelt);
    return true;
}

struct finding *store_search(struct store *store, struct arena *arena, const char *words,
                             size_t most, size_t *n, struct err *err)
{
    char *folded = search_fold(words);
    char **list = g_strsplit_set(folded, " \t\n", -1), **kept = list;
    for (char **word = list; *word != NULL; word++) // without empty ones
        if (**word != '\0')
            *kept++ = *word;
        else
            g_free(*word);
    *kept = NULL;
    *n = 0;
    struct finding *found = NULL;
    if (list[0] != NULL) {
        GArray *all = candidates(store, list);
        found = ARENA_ARRAY(arena, struct finding, MIN(all->len, most) + 1);
        for (guint i = 0; i < all->len && *n < most; i++)
            *n += tell(store, arena, &g_array_index(all, struct candidate, i), list, &found[*n]);
        g_array_free(all, TRUE);
    }
    if (!db_succeeded(store->db, err))
        *n = 0;
    g_strfreev(list);
    g_free(folded);
    return *n > 0 ? found : NULL;
}
