// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is in the file, as plain structs in the caller's arena.
#include "base/arena.h"
#include "base/err.h"
#include "store/interior.h"

// Reads the columns of a row one after the other.
struct row {
    struct query *query;
    struct arena *arena;
    int column;
};

static const char *text(struct row *row)
{
    return arena_strdup(row->arena, query_to_text(row->query, row->column++));
}

static int64_t integer(struct row *row)
{
    return query_to_int(row->query, row->column++);
}

static double real(struct row *row)
{
    return query_to_real(row->query, row->column++);
}

typedef void fill_row(struct row *row, void *out);

// All rows of a bound query as an array of structs of `size`.
static void *collect(struct store *store, struct arena *arena, struct query *query, size_t size,
                     fill_row *fill, size_t *n, struct err *err)
{
    GByteArray *all = g_byte_array_new();
    *n = 0;
    while (query_next(query)) {
        g_byte_array_set_size(all, (guint)((*n + 1) * size));
        struct row row = {query, arena, 0};
        fill(&row, all->data + *n * size);
        ++*n;
    }
    void *rows = NULL;
    if (!db_succeeded(store->db, err))
        *n = 0;
    else if (*n > 0)
        rows = arena_copy(arena, all->data, *n * size);
    g_byte_array_free(all, TRUE);
    return rows;
}

static struct query *query_of(struct store *store, const char *sql, int64_t workshop)
{
    struct query *query = db_query(store->db, sql);
    query_int(query, 1, workshop);
    return query;
}

bool store_network(struct store *store, struct arena *arena, struct network *out, struct err *err)
{
    *out = (struct network){.title = "", .lang = ""};
    struct query *query =
        db_query(store->db, "SELECT id, title, lang FROM network ORDER BY id LIMIT 1");
    if (query_next(query)) {
        struct row row = {query, arena, 0};
        out->id = integer(&row);
        out->title = text(&row);
        out->lang = text(&row);
        query_done(query);
    }
    return db_succeeded(store->db, err);
}

static void fill_workshop(struct row *row, void *out)
{
    struct workshop *w = out;
    w->id = integer(row);
    w->title = text(row);
    w->subtitle = text(row);
    w->date = text(row);
    w->place = text(row);
    w->host = text(row);
    w->question = text(row);
    w->lang = text(row);
    w->languages = text(row);
    w->motif = text(row);
    w->note = text(row);
    w->phase = integer(row);
}

struct workshop *store_workshops(struct store *store, struct arena *arena, size_t *n,
                                 struct err *err)
{
    return collect(
        store, arena,
        db_query(store->db,
                 "SELECT id, title, subtitle, date, place, host, question,"
                 " lang, languages, motif, note, phase"
                 " FROM workshop WHERE removed = 0 ORDER BY date DESC, made DESC, made_n DESC, id"),
        sizeof(struct workshop), fill_workshop, n, err);
}

static void fill_party(struct row *row, void *out)
{
    struct party *p = out;
    p->id = integer(row);
    p->name = text(row);
    p->kind = text(row);
    p->district = text(row);
    p->contact = text(row);
}

struct party *store_parties(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                            struct err *err)
{
    return collect(
        store, arena,
        query_of(
            store,
            "SELECT p.id, p.name, p.kind, p.district, p.contact FROM party p LEFT JOIN attendance a"
            " ON a.party = p.id AND a.workshop = ?1 AND a.removed = 0"
            " WHERE p.removed = 0 AND (?1 = 0 OR a.id IS NOT NULL)"
            " GROUP BY p.id ORDER BY min(a.position), p.made, p.made_n, p.id",
            workshop),
        sizeof(struct party), fill_party, n, err);
}

static void fill_phase(struct row *row, void *out)
{
    struct phase *p = out;
    p->id = integer(row);
    p->workshop = integer(row);
    p->position = (int)integer(row);
    p->minutes = (int)integer(row);
    p->kind = text(row);
    p->title = text(row);
    p->rules = text(row);
}

struct phase *store_phases(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                           struct err *err)
{
    return collect(
        store, arena,
        query_of(store,
                 "SELECT id, workshop, position, minutes, kind, title, rules FROM phase"
                 " WHERE workshop = ?1 AND removed = 0 ORDER BY position, made, made_n, id",
                 workshop),
        sizeof(struct phase), fill_phase, n, err);
}

static void fill_table(struct row *row, void *out)
{
    struct table *t = out;
    t->id = integer(row);
    t->workshop = integer(row);
    t->number = (int)integer(row);
    t->title = text(row);
    t->question = text(row);
    t->icon = text(row);
}

struct table *store_tables(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                           struct err *err)
{
    struct table *tables =
        collect(store, arena,
                query_of(store,
                         "SELECT id, workshop, number, title, question, icon FROM \"table\""
                         " WHERE workshop = ?1 AND removed = 0 ORDER BY number, made, made_n, id",
                         workshop),
                sizeof(struct table), fill_table, n, err);
    // Two machines may have given the same number: what is shown counts through.
    for (size_t i = 0; i < *n; i++)
        tables[i].number = (int)i + 1;
    return tables;
}

static void fill_card(struct row *row, void *out)
{
    struct card *c = out;
    c->id = integer(row);
    c->table = integer(row);
    c->bundle = integer(row);
    c->party = integer(row);
    c->phase = integer(row);
    c->text = text(row);
    c->lang = text(row);
    c->gloss = text(row);
    c->icon = text(row);
    c->ink = text(row);
    c->votes = integer(row);
    c->parked = integer(row) != 0;
    c->hidden = integer(row) != 0;
    c->removed = integer(row) != 0;
    c->hidden_reason = text(row);
    c->x = real(row);
    c->y = real(row);
    c->scale = real(row);
    c->angle = real(row);
    c->made = clock_ms(integer(row));
}

struct card *store_cards(struct store *store, struct arena *arena, int64_t workshop, int64_t table,
                         enum card_filter filter, size_t *n, struct err *err)
{
    struct query *query = query_of(
        store,
        "SELECT c.id, c.\"table\", c.bundle, c.party, c.phase, c.text, c.lang, c.gloss, c.icon, "
        "c.ink,"
        " c.votes + (SELECT count(*) FROM dot d WHERE d.card = c.id AND d.removed = 0),"
        " c.parked, c.hidden, c.removed, c.hidden_reason, c.x, c.y, c.scale, c.angle, c.made"
        " FROM card c JOIN \"table\" t ON t.id = c.\"table\""
        " WHERE t.workshop = ?1 AND t.removed = 0 AND (?2 = 0 OR t.id = ?2) AND CASE ?3"
        "  WHEN 0 THEN c.removed = 0 AND c.parked = 0 AND c.hidden = 0"
        "  WHEN 1 THEN c.removed = 0 AND c.parked <> 0"
        "  WHEN 2 THEN c.removed = 0 ELSE c.removed <> 0 END"
        " ORDER BY t.number, t.made, t.made_n, t.id, c.made, c.made_n, c.id",
        workshop);
    query_int(query, 2, table);
    query_int(query, 3, filter);
    return collect(store, arena, query, sizeof(struct card), fill_card, n, err);
}

static void fill_bundle(struct row *row, void *out)
{
    struct bundle *b = out;
    b->id = integer(row);
    b->table = integer(row);
    b->name = text(row);
    b->x = real(row);
    b->y = real(row);
}

struct bundle *store_bundles(struct store *store, struct arena *arena, int64_t table, size_t *n,
                             struct err *err)
{
    return collect(
        store, arena,
        query_of(store,
                 "SELECT id, \"table\", name, x, y FROM bundle WHERE \"table\" = ?1 AND removed = 0"
                 " ORDER BY made, made_n, id",
                 table),
        sizeof(struct bundle), fill_bundle, n, err);
}

static void fill_core_point(struct row *row, void *out)
{
    struct core_point *c = out;
    c->id = integer(row);
    c->workshop = integer(row);
    c->text = text(row);
    c->icon = text(row);
    c->tables = text(row);
    c->position = (int)integer(row);
}

struct core_point *store_core_points(struct store *store, struct arena *arena, int64_t workshop,
                                     size_t *n, struct err *err)
{
    return collect(
        store, arena,
        query_of(store,
                 "SELECT id, workshop, text, icon, tables, position FROM core_point"
                 " WHERE workshop = ?1 AND removed = 0 ORDER BY position, made, made_n, id",
                 workshop),
        sizeof(struct core_point), fill_core_point, n, err);
}

static void fill_agreement(struct row *row, void *out)
{
    struct agreement *a = out;
    a->id = integer(row);
    a->workshop = integer(row);
    a->party = integer(row);
    a->who = text(row);
    a->what = text(row);
    a->with = text(row);
    a->until = text(row);
    a->status = text(row);
    a->icon = text(row);
    a->position = (int)integer(row);
}

struct agreement *store_agreements(struct store *store, struct arena *arena, int64_t workshop,
                                   size_t *n, struct err *err)
{
    return collect(
        store, arena,
        query_of(store,
                 "SELECT id, workshop, party, who, what, \"with\", until,"
                 " CASE status WHEN '' THEN 'open' ELSE status END, icon, position FROM agreement"
                 " WHERE (?1 = 0 OR workshop = ?1) AND removed = 0"
                 " ORDER BY CASE ?1 WHEN 0 THEN 0 ELSE position END, made, made_n, id",
                 workshop),
        sizeof(struct agreement), fill_agreement, n, err);
}

static void fill_meeting(struct row *row, void *out)
{
    struct meeting *m = out;
    m->id = integer(row);
    m->workshop = integer(row);
    m->title = text(row);
    m->date = text(row);
    m->time = text(row);
    m->place = text(row);
}

struct meeting *store_meetings(struct store *store, struct arena *arena, int64_t workshop,
                               size_t *n, struct err *err)
{
    return collect(store, arena,
                   query_of(store,
                            "SELECT id, workshop, title, date, time, place FROM meeting"
                            " WHERE (?1 = 0 OR workshop = ?1) AND removed = 0 ORDER BY date, time, "
                            "made, made_n, id",
                            workshop),
                   sizeof(struct meeting), fill_meeting, n, err);
}

static void fill_relation(struct row *row, void *out)
{
    struct relation *r = out;
    r->id = integer(row);
    r->workshop = integer(row);
    r->table_a = integer(row);
    r->table_b = integer(row);
    r->label = text(row);
}

struct relation *store_relations(struct store *store, struct arena *arena, int64_t workshop,
                                 size_t *n, struct err *err)
{
    return collect(store, arena,
                   query_of(store,
                            "SELECT id, workshop, table_a, table_b, label FROM relation"
                            " WHERE workshop = ?1 AND removed = 0 ORDER BY made, made_n, id",
                            workshop),
                   sizeof(struct relation), fill_relation, n, err);
}

static void fill_note(struct row *row, void *out)
{
    struct note *n = out;
    n->id = integer(row);
    n->agreement = integer(row);
    n->date = text(row);
    n->text = text(row);
}

struct note *store_notes(struct store *store, struct arena *arena, int64_t agreement, size_t *n,
                         struct err *err)
{
    return collect(
        store, arena,
        query_of(store,
                 "SELECT id, agreement, date, text FROM note WHERE agreement = ?1 AND removed = 0"
                 " ORDER BY date, made, made_n, id",
                 agreement),
        sizeof(struct note), fill_note, n, err);
}

static void fill_choice(struct row *row, void *out)
{
    struct choice *choice = out;
    choice->id = integer(row);
    choice->term = text(row);
    choice->icon = text(row);
}

struct choice *store_choices(struct store *store, struct arena *arena, size_t *n, struct err *err)
{
    return collect(store, arena,
                   db_query(store->db, "SELECT id, term, icon FROM choice WHERE removed = 0"
                                       " ORDER BY made DESC, made_n DESC, id"),
                   sizeof(struct choice), fill_choice, n, err);
}

static void fill_step(struct row *row, void *out)
{
    struct history_step *step = out;
    step->time = clock_ms(integer(row));
    step->field = text(row);
    step->value = text(row);
    step->label = text(row);
}

struct history_step *store_history(struct store *store, struct arena *arena, enum entity entity,
                                   int64_t row, size_t *n, struct err *err)
{
    struct query *query =
        query_of(store,
                 "SELECT clock, field, value, label FROM op JOIN change USING(device, seq)"
                 " WHERE row = ?1 AND entity = ?2 AND NOT EXISTS (SELECT 1 FROM apart WHERE"
                 " apart.device = op.device AND apart.seq = op.seq) ORDER BY clock, device, n",
                 row);
    query_int(query, 2, entity);
    return collect(store, arena, query, sizeof(struct history_step), fill_step, n, err);
}

static void fill_harvest_item(struct row *row, void *out)
{
    struct harvest_item *h = out;
    h->card = integer(row);
    h->keyword = text(row);
    h->icon = text(row);
    int64_t weight = integer(row); // apart: CLAMP would read several columns
    h->weight = (int)CLAMP(weight, -2, 2);
    h->out = integer(row) != 0;
    h->core = integer(row) != 0;
}

struct harvest_item *store_harvest_items(struct store *store, struct arena *arena, int64_t workshop,
                                         size_t *n, struct err *err)
{
    return collect(
        store, arena,
        query_of(store,
                 "SELECT h.id, h.keyword, h.icon, h.weight, h.out, h.core FROM harvest_item h"
                 " JOIN card c ON c.id = h.id JOIN \"table\" t ON t.id = c.\"table\""
                 " WHERE t.workshop = ?1 AND h.removed = 0 ORDER BY h.id",
                 workshop),
        sizeof(struct harvest_item), fill_harvest_item, n, err);
}
