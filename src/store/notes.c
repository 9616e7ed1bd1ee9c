// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notes.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/exchange.h"
#include "store/interior.h"

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
                                  w->meetings, w->core,    w->relations};
        for (size_t k = 0; k < G_N_ELEMENTS(arrays); k++)
            g_array_free(arrays[k], TRUE);
    }
    g_array_free(notes->workshops, TRUE);
    arena_free(notes->arena);
}

struct note_workshop *notes_add_workshop(struct notes *notes, const char *title)
{
    struct note_workshop w = {.title = title};
    for (int i = 0; i < HEAD_COUNT; i++)
        w.head[i] = "";
    w.tables = g_array_new(FALSE, TRUE, sizeof(struct note_table));
    w.parties = g_array_new(FALSE, TRUE, sizeof(struct note_party));
    w.agreements = g_array_new(FALSE, TRUE, sizeof(struct note_agreement));
    w.meetings = g_array_new(FALSE, TRUE, sizeof(struct note_meeting));
    w.core = g_array_new(FALSE, TRUE, sizeof(struct note_core));
    w.relations = g_array_new(FALSE, TRUE, sizeof(struct note_relation));
    g_array_append_val(notes->workshops, w);
    return &g_array_index(notes->workshops, struct note_workshop, notes->workshops->len - 1);
}

struct note_table *notes_add_table(struct note_workshop *workshop, const char *title)
{
    struct note_table table = {title, "", "", g_array_new(FALSE, TRUE, sizeof(struct note_card))};
    g_array_append_val(workshop->tables, table);
    return &g_array_index(workshop->tables, struct note_table, workshop->tables->len - 1);
}

bool note_date_is_valid(const char *text)
{
    int y, m, d, end = 0;
    return sscanf(text, "%4d-%2d-%2d%n", &y, &m, &d, &end) == 3 && end == 10 && text[10] == '\0' &&
           y > 0 && m >= 1 && m <= 12 && d >= 1 &&
           g_date_valid_dmy((GDateDay)d, (GDateMonth)m, (GDateYear)y);
}

// ---- into the store -----------------------------------------------------------------------------

struct applying {
    const struct notes *notes;
    struct store *store;
    struct change *change;
    struct arena *arena;
    struct import_result *result;
    GHashTable *parties; // folded name -> id (int64_t in the arena)
    struct err *err;
};

static void set_text(struct applying *a, enum entity entity, int64_t row, const char *field,
                     const char *text)
{
    if (*text != '\0')
        change_text(a->change, entity, row, field, text);
}

static void remember(GHashTable *table, struct arena *arena, const char *key, int64_t id)
{
    int64_t *value = ARENA_NEW(arena, int64_t);
    *value = id;
    g_hash_table_insert(table, (gpointer)(guintptr)arena_strdup(arena, key), value);
}

static int64_t lookup(GHashTable *table, const char *key)
{
    const int64_t *id = g_hash_table_lookup(table, key);
    return id != NULL ? *id : 0;
}

static const char *folded(struct applying *a, const char *name)
{
    char *fold = g_utf8_casefold(name, -1);
    const char *kept = arena_strdup(a->arena, fold);
    g_free(fold);
    return kept;
}

static int64_t party_row(struct applying *a, const char *name, const char *district)
{
    if (*name == '\0')
        return 0;
    const char *key = folded(a, name);
    int64_t id = lookup(a->parties, key);
    if (id != 0)
        return id;
    id = change_new_row(a->change);
    change_text(a->change, ENTITY_PARTY, id, "name", name);
    set_text(a, ENTITY_PARTY, id, "district", district);
    remember(a->parties, a->arena, key, id);
    return id;
}

static int64_t workshop_row(struct applying *a, const struct note_workshop *w)
{
    size_t n;
    struct workshop *all = store_workshops(a->store, a->arena, &n, a->err);
    for (size_t i = 0; i < n; i++)
        if (strcmp(folded(a, all[i].title), folded(a, w->title)) == 0 &&
            (*w->head[HEAD_DATE] == '\0' || strcmp(all[i].date, w->head[HEAD_DATE]) == 0))
            return all[i].id;
    int64_t id = change_new_row(a->change);
    change_text(a->change, ENTITY_WORKSHOP, id, "title", w->title);
    for (int i = 0; i < HEAD_COUNT; i++)
        set_text(a, ENTITY_WORKSHOP, id, head_fields[i], w->head[i]);
    return id;
}

static int64_t phase_row(struct applying *a, int64_t workshop, GHashTable *phases,
                         const char *title)
{
    if (*title == '\0')
        return 0;
    const char *key = folded(a, title);
    int64_t id = lookup(phases, key);
    if (id != 0)
        return id;
    id = change_new_row(a->change);
    change_int(a->change, ENTITY_PHASE, id, "workshop", workshop);
    change_text(a->change, ENTITY_PHASE, id, "title", title);
    change_int(a->change, ENTITY_PHASE, id, "position", (int64_t)g_hash_table_size(phases) + 1);
    remember(phases, a->arena, key, id);
    return id;
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
        set_text(a, ENTITY_CARD, row, "text", card->text);
        set_text(a, ENTITY_CARD, row, "lang", card->lang);
        set_text(a, ENTITY_CARD, row, "gloss", card->gloss);
        set_text(a, ENTITY_CARD, row, "icon", card->icon);
        if (card->votes != 0)
            change_int(a->change, ENTITY_CARD, row, "votes", card->votes);
        int64_t party = party_row(a, card->party, ""),
                phase = phase_row(a, workshop, phases, card->phase);
        if (party != 0)
            change_int(a->change, ENTITY_CARD, row, "party", party);
        if (phase != 0)
            change_int(a->change, ENTITY_CARD, row, "phase", phase);
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
        remember(there, a->arena, key, lookup(there, key) + 1);
    }
    for (size_t i = 0; i < phases_n; i++)
        remember(phases, a->arena, folded(a, known[i].title), known[i].id);
    int64_t *rows = ARENA_ARRAY(a->arena, int64_t, w->tables->len + 1);
    size_t fresh = 0;
    for (guint t = 0; t < w->tables->len; t++) {
        const struct note_table *from = &g_array_index(w->tables, struct note_table, t);
        for (size_t i = 0; i < n && rows[t] == 0; i++)
            if (strcmp(folded(a, tables[i].title), folded(a, from->title)) == 0)
                rows[t] = tables[i].id;
        if (rows[t] == 0) {
            rows[t] = change_new_row(a->change);
            change_int(a->change, ENTITY_TABLE, rows[t], "workshop", workshop);
            change_int(a->change, ENTITY_TABLE, rows[t], "number", (int64_t)(n + ++fresh));
            change_text(a->change, ENTITY_TABLE, rows[t], "title", from->title);
            set_text(a, ENTITY_TABLE, rows[t], "question", from->question);
            set_text(a, ENTITY_TABLE, rows[t], "icon", from->icon);
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
        int64_t id = party_row(a, party->name, party->district);
        bool attends = false;
        for (size_t k = 0; k < n; k++)
            attends = attends || here[k].id == id;
        if (attends)
            continue;
        int64_t row = change_new_row(a->change);
        change_int(a->change, ENTITY_ATTENDANCE, row, "workshop", workshop);
        change_int(a->change, ENTITY_ATTENDANCE, row, "party", id);
        change_int(a->change, ENTITY_ATTENDANCE, row, "position", (int64_t)(n + i + 1));
    }
}

static void apply_core(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    size_t n;
    struct core_point *there = store_core_points(a->store, a->arena, workshop, &n, a->err);
    for (guint i = 0; i < w->core->len; i++) {
        const struct note_core *core = &g_array_index(w->core, struct note_core, i);
        bool known = false;
        for (size_t k = 0; k < n; k++)
            known = known || strcmp(there[k].text, core->text) == 0;
        if (known)
            continue;
        int64_t row = change_new_row(a->change);
        change_int(a->change, ENTITY_CORE_POINT, row, "workshop", workshop);
        change_text(a->change, ENTITY_CORE_POINT, row, "text", core->text);
        set_text(a, ENTITY_CORE_POINT, row, "icon", core->icon);
        set_text(a, ENTITY_CORE_POINT, row, "tables", core->tables);
        change_int(a->change, ENTITY_CORE_POINT, row, "position", (int64_t)(n + i + 1));
    }
}

// The end of the first name in a list "Amt, Sozial- und Jugendamt und Freiwillige": the longest one
// that is a known party (names may hold an "und"), else the shortest. *next is where the list goes on.
static size_t first_name(struct applying *a, const char *list, const char **next)
{
    static const char *const borders[] = {", ", " und ", " and ", " & "};
    size_t best = 0, shortest = strlen(list), skip = 0, shortest_skip = 0;
    for (size_t end = 1; list[end - 1] != '\0'; end++) {
        size_t border = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(borders); i++)
            if (g_str_has_prefix(list + end, borders[i]))
                border = strlen(borders[i]);
        if (border == 0 && list[end] != '\0')
            continue;
        if (lookup(a->parties, folded(a, arena_strndup(a->arena, list, end))) != 0) {
            best = end;
            skip = border;
        }
        if (end < shortest) {
            shortest = end;
            shortest_skip = border;
        }
    }
    *next = best > 0 ? list + best + skip : list + shortest + shortest_skip;
    return best > 0 ? best : shortest;
}

// Parties that are known help as parties, the rest as words.
static void apply_helpers(struct applying *a, int64_t agreement, const char *with)
{
    GString *rest = g_string_new(NULL);
    int64_t position = 0;
    for (const char *next; *with != '\0'; with = next) {
        const char *name = arena_strndup(a->arena, with, first_name(a, with, &next));
        int64_t party = lookup(a->parties, folded(a, name));
        if (party != 0) {
            int64_t row = store_row_of(ENTITY_INVOLVED, agreement, party);
            change_int(a->change, ENTITY_INVOLVED, row, "agreement", agreement);
            change_int(a->change, ENTITY_INVOLVED, row, "party", party);
            change_int(a->change, ENTITY_INVOLVED, row, "position", ++position);
        } else {
            g_string_append_printf(rest, "%s%s", rest->len > 0 ? ", " : "", name);
        }
    }
    set_text(a, ENTITY_AGREEMENT, agreement, "with", rest->str);
    g_string_free(rest, TRUE);
}

static void apply_agreements(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    size_t n;
    struct agreement *there = store_agreements(a->store, a->arena, workshop, &n, a->err);
    for (guint i = 0; i < w->agreements->len; i++) {
        const struct note_agreement *from = &g_array_index(w->agreements, struct note_agreement, i);
        bool known = false;
        for (size_t k = 0; k < n; k++)
            known = known || (strcmp(there[k].what, from->what) == 0 &&
                              strcmp(there[k].who, from->who) == 0);
        if (known)
            continue;
        int64_t row = change_new_row(a->change), party = lookup(a->parties, folded(a, from->who));
        change_int(a->change, ENTITY_AGREEMENT, row, "workshop", workshop);
        set_text(a, ENTITY_AGREEMENT, row, "who", from->who);
        if (party != 0)
            change_int(a->change, ENTITY_AGREEMENT, row, "party", party);
        set_text(a, ENTITY_AGREEMENT, row, "what", from->what);
        apply_helpers(a, row, from->with);
        set_text(a, ENTITY_AGREEMENT, row, "until", from->until);
        set_text(a, ENTITY_AGREEMENT, row, "icon", from->icon);
        change_int(a->change, ENTITY_AGREEMENT, row, "position", (int64_t)(n + i + 1));
        a->result->agreements++;
    }
}

static void apply_meetings(struct applying *a, int64_t workshop, const struct note_workshop *w)
{
    size_t n;
    struct meeting *there = store_meetings(a->store, a->arena, workshop, &n, a->err);
    for (guint i = 0; i < w->meetings->len; i++) {
        const struct note_meeting *from = &g_array_index(w->meetings, struct note_meeting, i);
        bool known = false;
        for (size_t k = 0; k < n; k++)
            known = known || (strcmp(there[k].date, from->date) == 0 &&
                              strcmp(there[k].title, from->title) == 0);
        if (known)
            continue;
        int64_t row = change_new_row(a->change);
        change_int(a->change, ENTITY_MEETING, row, "workshop", workshop);
        set_text(a, ENTITY_MEETING, row, "title", from->title);
        set_text(a, ENTITY_MEETING, row, "date", from->date);
        set_text(a, ENTITY_MEETING, row, "time", from->time);
        set_text(a, ENTITY_MEETING, row, "place", from->place);
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
        set_text(a, ENTITY_RELATION, row, "label", from->label);
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
        .err = err != NULL ? err : &own,
    };
    size_t n;
    struct party *parties = store_parties(store, a.arena, 0, &n, a.err);
    for (size_t i = 0; i < n; i++)
        remember(a.parties, a.arena, folded(&a, parties[i].name), parties[i].id);
    for (guint i = 0; i < notes->workshops->len; i++) {
        const struct note_workshop *w = &g_array_index(notes->workshops, struct note_workshop, i);
        int64_t workshop = result->workshop = workshop_row(&a, w);
        apply_parties(&a, workshop, w);
        const int64_t *tables = apply_tables(&a, workshop, w);
        apply_core(&a, workshop, w);
        apply_agreements(&a, workshop, w);
        apply_meetings(&a, workshop, w);
        apply_relations(&a, workshop, w, tables);
    }
    bool ok = a.err->code == ERR_NONE;
    if (ok)
        ok = store_commit(a.change, a.err);
    else
        store_abandon(a.change);
    g_hash_table_destroy(a.parties);
    arena_free(a.arena);
    return ok;
}
