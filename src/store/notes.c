// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notes.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/applying.h"

static const char *const head_fields[HEAD_COUNT] = {
    [HEAD_DATE] = "date",         [HEAD_PLACE] = "place",      [HEAD_HOST] = "host",
    [HEAD_QUESTION] = "question", [HEAD_LANG] = "lang",        [HEAD_MOTIF] = "motif",
    [HEAD_NOTE] = "note",         [HEAD_SUBTITLE] = "subtitle"};

void notes_init(struct notes *notes, const char *name)
{
    notes->arena = arena_new();
    notes->name = arena_strdup(notes->arena, name);
    notes->workshops = g_array_new(FALSE, TRUE, sizeof(struct note_workshop));
}

void notes_clear(struct notes *notes)
{
    for (guint i = 0; i < notes->workshops->len; i++) {
        struct note_workshop *w = &g_array_index(notes->workshops, struct note_workshop, i);
        for (guint t = 0; t < w->tables->len; t++)
            g_array_free(g_array_index(w->tables, struct note_table, t).cards, TRUE);
        GArray *const arrays[] = {w->tables,   w->parties, w->agreements,
                                  w->meetings, w->core,    w->relations, w->offers};
        for (size_t k = 0; k < G_N_ELEMENTS(arrays); k++)
            g_array_free(arrays[k], TRUE);
    }
    g_array_free(notes->workshops, TRUE);
    arena_free(notes->arena);
}

struct note_workshop *notes_add_workshop(struct notes *notes, const char *title)
{
    struct note_workshop w = {.title = title};
    for (int i = 0; i < HEAD_ALL; i++)
        w.head[i] = "";
    w.tables = g_array_new(FALSE, TRUE, sizeof(struct note_table));
    w.parties = g_array_new(FALSE, TRUE, sizeof(struct note_party));
    w.agreements = g_array_new(FALSE, TRUE, sizeof(struct note_agreement));
    w.meetings = g_array_new(FALSE, TRUE, sizeof(struct note_meeting));
    w.core = g_array_new(FALSE, TRUE, sizeof(struct note_core));
    w.relations = g_array_new(FALSE, TRUE, sizeof(struct note_relation));
    w.offers = g_array_new(FALSE, TRUE, sizeof(struct note_offer));
    g_array_append_val(notes->workshops, w);
    return &g_array_index(notes->workshops, struct note_workshop, notes->workshops->len - 1);
}

// `title` without the number written before it, when that is `number`: people head a sheet "Tisch 3:
// Garten" or "3. Garten", and every picture of a table shows its number already.
static const char *without_number(const char *title, guint number)
{
    static const char *const words[] = {"Tisch", "Thementisch", "Table"};
    const char *at = title;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t n = strlen(words[i]);
        if (g_ascii_strncasecmp(title, words[i], n) == 0 && title[n] == ' ')
            at = title + n + 1;
    }
    char *end;
    if (!g_ascii_isdigit(*at) || g_ascii_strtoull(at, &end, 10) != number)
        return title;
    size_t mark = strspn(end, ":.)");
    const char *rest = end + mark + strspn(end + mark, " ");
    return mark == 1 && end[1] == ' ' && *rest != '\0' ? rest : title;
}

struct note_table *notes_table_called(struct note_workshop *workshop, const char *title)
{
    for (guint i = 0; i < workshop->tables->len; i++) {
        struct note_table *table = &g_array_index(workshop->tables, struct note_table, i);
        if (strcmp(table->title, title) == 0 ||
            strcmp(table->title, without_number(title, i + 1)) == 0)
            return table;
    }
    return NULL;
}

struct note_table *notes_add_table(struct note_workshop *workshop, const char *title)
{
    title = without_number(title, workshop->tables->len + 1);
    struct note_table table = {title, "", "", g_array_new(FALSE, TRUE, sizeof(struct note_card))};
    g_array_append_val(workshop->tables, table);
    return &g_array_index(workshop->tables, struct note_table, workshop->tables->len - 1);
}

// ---- into the store -----------------------------------------------------------------------------

void applying_text(struct applying *a, enum entity entity, int64_t row, const char *field,
                     const char *text)
{
    if (*text != '\0')
        change_text(a->change, entity, row, field, text);
}

void applying_remember(GHashTable *table, struct arena *arena, const char *key, int64_t id)
{
    int64_t *value = ARENA_NEW(arena, int64_t);
    *value = id;
    g_hash_table_insert(table, (gpointer)(guintptr)arena_strdup(arena, key), value);
}

int64_t applying_known(GHashTable *table, const char *key)
{
    const int64_t *id = g_hash_table_lookup(table, key);
    return id != NULL ? *id : 0;
}

const char *applying_fold(struct applying *a, const char *name)
{
    char *fold = g_utf8_casefold(name, -1);
    const char *kept = arena_strdup(a->arena, fold);
    g_free(fold);
    return kept;
}

void applying_source(struct applying *a, enum entity entity, int64_t row, const char *text)
{
    struct known_source *source = ARENA_NEW(a->arena, struct known_source);
    *source = (struct known_source){entity, row};
    const char *key = applying_fold(a, text);
    if (*key != '\0' && !g_hash_table_contains(a->sources, key))
        g_hash_table_insert(a->sources, (gpointer)(guintptr)key, source);
}

int64_t applying_party(struct applying *a, const char *name, const char *district)
{
    if (*name == '\0')
        return 0;
    const char *key = applying_fold(a, name);
    int64_t id = applying_known(a->parties, key);
    if (id != 0)
        return id;
    id = change_new_row(a->change);
    change_text(a->change, ENTITY_PARTY, id, "name", name);
    applying_text(a, ENTITY_PARTY, id, "district", district);
    applying_remember(a->parties, a->arena, key, id);
    return id;
}

static int64_t workshop_row(struct applying *a, const struct note_workshop *w)
{
    size_t n;
    struct workshop *all = store_workshops(a->store, a->arena, &n, a->err);
    for (size_t i = 0; i < n; i++)
        if (strcmp(applying_fold(a, all[i].title), applying_fold(a, w->title)) == 0 &&
            (*w->head[HEAD_DATE] == '\0' || strcmp(all[i].date, w->head[HEAD_DATE]) == 0))
            return all[i].id;
    int64_t id = change_new_row(a->change);
    change_text(a->change, ENTITY_WORKSHOP, id, "title", w->title);
    for (int i = 0; i < HEAD_COUNT; i++)
        applying_text(a, ENTITY_WORKSHOP, id, head_fields[i], w->head[i]);
    return id;
}

static int64_t phase_row(struct applying *a, int64_t workshop, GHashTable *phases,
                         const char *title)
{
    if (*title == '\0')
        return 0;
    const char *key = applying_fold(a, title);
    int64_t id = applying_known(phases, key);
    if (id != 0)
        return id;
    id = change_new_row(a->change);
    change_int(a->change, ENTITY_PHASE, id, "workshop", workshop);
    change_text(a->change, ENTITY_PHASE, id, "title", title);
    change_int(a->change, ENTITY_PHASE, id, "position", (int64_t)g_hash_table_size(phases) + 1);
    applying_remember(phases, a->arena, key, id);
    return id;
}

// A card is called by its text, its rendering, or what stands before the colon.
static void know_card(struct applying *a, int64_t row, const char *text, const char *gloss)
{
    const char *const names[] = {text, gloss};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *colon = strstr(names[i], ": ");
        applying_source(a, ENTITY_CARD, row, names[i]);
        if (colon != NULL)
            applying_source(a, ENTITY_CARD, row,
                            arena_strndup(a->arena, names[i], (size_t)(colon - names[i])));
    }
}

static void apply_cards(struct applying *a, int64_t workshop, int64_t table,
                        const struct note_table *from, GHashTable *there, GHashTable *phases)
{
    for (guint i = 0; i < from->cards->len; i++) {
        const struct note_card *card = &g_array_index(from->cards, struct note_card, i);
        const char *key =
            arena_printf(a->arena, "%" G_GINT64_FORMAT "\n%s\n%s", table, card->lang, card->text);
        // Two people may have written the same: only as many are left out as are there already.
        int64_t *known = g_hash_table_lookup(there, key);
        if (known != NULL && *known > 0) {
            --*known;
            a->result->repeated++;
            continue;
        }
        int64_t row = change_new_row(a->change);
        change_int(a->change, ENTITY_CARD, row, "table", table);
        applying_text(a, ENTITY_CARD, row, "text", card->text);
        applying_text(a, ENTITY_CARD, row, "lang", card->lang);
        applying_text(a, ENTITY_CARD, row, "gloss", card->gloss);
        applying_text(a, ENTITY_CARD, row, "icon", card->icon);
        if (card->votes != 0)
            change_int(a->change, ENTITY_CARD, row, "votes", card->votes);
        int64_t party = applying_party(a, card->party, ""),
                phase = phase_row(a, workshop, phases, card->phase);
        if (party != 0)
            change_int(a->change, ENTITY_CARD, row, "party", party);
        if (phase != 0)
            change_int(a->change, ENTITY_CARD, row, "phase", phase);
        if (card->parked)
            change_int(a->change, ENTITY_CARD, row, "parked", 1);
        know_card(a, row, card->text, card->gloss);
        a->result->cards++;
    }
}

// Rows of the tables of these notes, in their order; in the arena.
static int64_t *apply_tables(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    size_t n, cards_n, phases_n;
    struct table *tables = store_tables(a->store, a->arena, workshop, &n, a->err);
    struct card *cards =
        store_cards(a->store, a->arena, workshop, 0, CARDS_ALL_LIVE, &cards_n, a->err);
    struct phase *known = store_phases(a->store, a->arena, workshop, &phases_n, a->err);
    GHashTable *there = g_hash_table_new(g_str_hash, g_str_equal),
               *phases = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < cards_n; i++) {
        const char *key = arena_printf(a->arena, "%" G_GINT64_FORMAT "\n%s\n%s", cards[i].table,
                                       cards[i].lang, cards[i].text);
        applying_remember(there, a->arena, key, applying_known(there, key) + 1);
        know_card(a, cards[i].id, cards[i].text, cards[i].gloss);
    }
    for (size_t i = 0; i < phases_n; i++)
        applying_remember(phases, a->arena, applying_fold(a, known[i].title), known[i].id);
    int64_t *rows = ARENA_ARRAY(a->arena, int64_t, w->tables->len + 1);
    size_t fresh = 0;
    for (guint t = 0; t < w->tables->len; t++) {
        const struct note_table *from = &g_array_index(w->tables, struct note_table, t);
        for (size_t i = 0; i < n && rows[t] == 0; i++)
            if (strcmp(applying_fold(a, tables[i].title), applying_fold(a, from->title)) == 0)
                rows[t] = tables[i].id;
        if (rows[t] == 0) {
            rows[t] = change_new_row(a->change);
            change_int(a->change, ENTITY_TABLE, rows[t], "workshop", workshop);
            change_int(a->change, ENTITY_TABLE, rows[t], "number", (int64_t)(n + ++fresh));
            change_text(a->change, ENTITY_TABLE, rows[t], "title", from->title);
            applying_text(a, ENTITY_TABLE, rows[t], "question", from->question);
            applying_text(a, ENTITY_TABLE, rows[t], "icon", from->icon);
            a->result->tables++;
        }
        apply_cards(a, workshop, rows[t], from, there, phases);
    }
    g_hash_table_destroy(there);
    g_hash_table_destroy(phases);
    return rows;
}

static void apply_parties(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    size_t n;
    struct party *here = store_parties(a->store, a->arena, workshop, &n, a->err);
    for (guint i = 0; i < w->parties->len; i++) {
        const struct note_party *party = &g_array_index(w->parties, struct note_party, i);
        int64_t id = applying_party(a, party->name, party->district);
        if (!notes_apply_party(a, id, party))
            return;
        bool attends = false;
        for (size_t k = 0; k < n; k++)
            attends = attends || here[k].id == id;
        for (guint k = 0; k < i; k++) // twice in these notes: in the head and with its contact
            attends = attends ||
                      strcmp(applying_fold(a, g_array_index(w->parties, struct note_party, k).name),
                             applying_fold(a, party->name)) == 0;
        if (attends)
            continue;
        int64_t row = change_new_row(a->change);
        change_int(a->change, ENTITY_ATTENDANCE, row, "workshop", workshop);
        change_int(a->change, ENTITY_ATTENDANCE, row, "party", id);
        change_int(a->change, ENTITY_ATTENDANCE, row, "position", (int64_t)(n + i + 1));
    }
}

// The network itself: its name and the districts of its city.
static void apply_network(struct applying *a, const struct note_workshop *w)
{
    struct network known;
    if (*w->head[HEAD_NETWORK] == '\0' && *w->head[HEAD_DISTRICTS] == '\0')
        return;
    store_network(a->store, a->arena, &known, a->err);
    int64_t row = known.id != 0 ? known.id : NETWORK_ROW;
    if (strcmp(known.title, w->head[HEAD_NETWORK]) != 0)
        applying_text(a, ENTITY_NETWORK, row, "title", w->head[HEAD_NETWORK]);
    if (strcmp(known.districts, w->head[HEAD_DISTRICTS]) != 0)
        applying_text(a, ENTITY_NETWORK, row, "districts", w->head[HEAD_DISTRICTS]);
}

static void apply_core(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    size_t n;
    struct core_point *there = store_core_points(a->store, a->arena, workshop, &n, a->err);
    for (guint i = 0; i < w->core->len; i++) {
        const struct note_core *core = &g_array_index(w->core, struct note_core, i);
        bool known = false;
        for (size_t k = 0; k < n; k++) {
            known = known || strcmp(there[k].text, core->text) == 0;
            applying_source(a, ENTITY_CORE_POINT, there[k].id, there[k].text);
        }
        if (known)
            continue;
        int64_t row = change_new_row(a->change);
        applying_source(a, ENTITY_CORE_POINT, row, core->text);
        change_int(a->change, ENTITY_CORE_POINT, row, "workshop", workshop);
        change_text(a->change, ENTITY_CORE_POINT, row, "text", core->text);
        applying_text(a, ENTITY_CORE_POINT, row, "icon", core->icon);
        applying_text(a, ENTITY_CORE_POINT, row, "tables", core->tables);
        change_int(a->change, ENTITY_CORE_POINT, row, "position", (int64_t)(n + i + 1));
    }
}

static void apply_relations(struct applying *a, int64_t workshop, const struct note_workshop *w,
                            const int64_t *tables)
{
    size_t n;
    struct relation *there = store_relations(a->store, a->arena, workshop, &n, a->err);
    for (guint i = 0; i < w->relations->len; i++) {
        const struct note_relation *from = &g_array_index(w->relations, struct note_relation, i);
        int64_t x = tables[from->a - 1], y = tables[from->b - 1];
        bool known = false;
        for (size_t k = 0; k < n; k++)
            known = known || (there[k].table_a == x && there[k].table_b == y);
        if (known)
            continue;
        int64_t row = change_new_row(a->change);
        change_int(a->change, ENTITY_RELATION, row, "workshop", workshop);
        change_int(a->change, ENTITY_RELATION, row, "table_a", x);
        change_int(a->change, ENTITY_RELATION, row, "table_b", y);
        applying_text(a, ENTITY_RELATION, row, "label", from->label);
    }
}

bool notes_apply(const struct notes *notes, struct store *store, struct import_result *result,
                 struct err *err)
{
    struct err own = {0};
    struct applying a = {
        .notes = notes,
        .store = store,
        .change = store_begin(store, 0, N_("Import")),
        .arena = arena_new(),
        .result = result,
        .parties = g_hash_table_new(g_str_hash, g_str_equal),
        .sources = g_hash_table_new(g_str_hash, g_str_equal),
        .err = err != NULL ? err : &own,
    };
    size_t n;
    struct party *parties = store_parties(store, a.arena, 0, &n, a.err);
    for (size_t i = 0; i < n; i++)
        applying_remember(a.parties, a.arena, applying_fold(&a, parties[i].name), parties[i].id);
    for (guint i = 0; i < notes->workshops->len; i++) {
        const struct note_workshop *w = &g_array_index(notes->workshops, struct note_workshop, i);
        g_hash_table_remove_all(a.sources);
        apply_network(&a, w);
        int64_t workshop = result->workshop = workshop_row(&a, w);
        apply_parties(&a, workshop, w);
        const int64_t *tables = apply_tables(&a, workshop, w);
        apply_core(&a, workshop, w);
        apply_relations(&a, workshop, w, tables);
        if (!notes_apply_exchange(&a, workshop, w))
            break;
    }
    bool ok = a.err->code == ERR_NONE;
    if (ok)
        ok = store_commit(a.change, a.err);
    else
        store_abandon(a.change);
    g_hash_table_destroy(a.parties);
    g_hash_table_destroy(a.sources);
    arena_free(a.arena);
    return ok;
}
