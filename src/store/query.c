// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is in the file, as plain structs in the caller's arena.
#include "base/arena.h"
#include "base/err.h"
#include "store/exchange.h"
#include "store/rows.h"

bool store_pictures(struct store *store, struct arena *arena, int64_t workshop, const char **logo,
                    const char **picture, struct err *err)
{
    *logo = *picture = "";
    struct query *query = db_query(store->db, "SELECT logo, picture FROM workshop WHERE id = ?1");
    query_int(query, 1, workshop);
    if (query_next(query)) {
        struct row row = {query, arena, 0};
        *logo = row_text(&row);
        *picture = row_text(&row);
    }
    query_done(query);
    return db_succeeded(store->db, err);
}

bool store_network(struct store *store, struct arena *arena, struct network *out, struct err *err)
{
    *out = (struct network){.title = "", .lang = "", .districts = ""};
    struct query *query =
        db_query(store->db, "SELECT id, title, lang, districts, retention_months FROM network ORDER BY id LIMIT 1");
    if (query_next(query)) {
        struct row row = {query, arena, 0};
        out->id = row_int(&row);
        out->title = row_text(&row);
        out->lang = row_text(&row);
        out->districts = row_text(&row);
        out->retention_months = (int)row_int(&row);
        query_done(query);
    }
    return db_succeeded(store->db, err);
}

#define DOTS_OF_WORKSHOP "CASE WHEN w.dots > 0 THEN w.dots ELSE 6 END"

static void fill_workshop(struct row *row, void *out)
{
    struct workshop *w = out;
    w->id = row_int(row);
    w->title = row_text(row);
    w->subtitle = row_text(row);
    w->date = row_text(row);
    w->place = row_text(row);
    w->host = row_text(row);
    w->question = row_text(row);
    w->lang = row_text(row);
    w->languages = row_text(row);
    w->motif = row_text(row);
    w->note = row_text(row);
    w->phase = row_int(row);
    w->palette = row_text(row);
    w->style = row_text(row);
    w->footer = row_text(row);
    int64_t dots = row_int(row), people = row_int(row);
    w->dots = (int)CLAMP(dots, 1, 1000);
    w->people = (int)CLAMP(people, 1, 1000);
    w->dots_shown = row_int(row) != 0;
    w->frozen = row_int(row) != 0;
    w->gathered = row_int(row);
    w->projector = row_text(row);
}

struct workshop *store_workshops(struct store *store, struct arena *arena, size_t *n,
                                 struct err *err)
{
    return rows_collect(
        store, arena,
        db_query(store->db,
                 "SELECT id, title, subtitle, date, place, host, question,"
                 " lang, languages, motif, note, phase, palette, style, footer, " DOTS_OF_WORKSHOP ", people, dots_shown,"
                 " frozen, gathered, projector"
                 " FROM workshop w WHERE removed = 0 ORDER BY date DESC, made DESC, made_n DESC, id"),
        sizeof(struct workshop), fill_workshop, n, err);
}

static void fill_party(struct row *row, void *out)
{
    struct party *p = out;
    p->id = row_int(row);
    p->name = row_text(row);
    p->kind = row_text(row);
    p->district = row_text(row);
    p->contact = row_text(row);
}

struct party *store_parties(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                            struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(
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
    p->id = row_int(row);
    p->workshop = row_int(row);
    p->position = (int)row_int(row);
    p->minutes = (int)row_int(row);
    p->kind = row_text(row);
    p->title = row_text(row);
    p->rules = row_text(row);
    p->standard = row_int(row) != 0;
    p->round = (int)row_int(row);
    p->started = row_int(row);
    p->ends = row_int(row);
    p->left = row_int(row);
}

struct phase *store_phases(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                           struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(store,
                 "SELECT id, workshop, position, minutes, kind, title, rules, standard, round,"
                 " started, ends, \"left\" FROM phase"
                 " WHERE workshop = ?1 AND removed = 0 ORDER BY position, made, made_n, id",
                 workshop),
        sizeof(struct phase), fill_phase, n, err);
}

static void fill_table(struct row *row, void *out)
{
    struct table *t = out;
    t->id = row_int(row);
    t->workshop = row_int(row);
    t->number = (int)row_int(row);
    t->title = row_text(row);
    t->question = row_text(row);
    t->icon = row_text(row);
    t->questions = row_text(row);
    t->open = row_text(row);
    t->colour = (int)row_int(row);
}

struct table *store_tables(struct store *store, struct arena *arena, int64_t workshop, size_t *n,
                           struct err *err)
{
    struct table *tables =
        rows_collect(store, arena,
                rows_query(store,
                         "SELECT id, workshop, number, title, question, icon, questions, \"open\", colour"
                         " FROM \"table\""
                         " WHERE workshop = ?1 AND removed = 0 ORDER BY number, made, made_n, id",
                         workshop),
                sizeof(struct table), fill_table, n, err);
    // Two machines may have given the same number: what is shown counts through.
    for (size_t i = 0; i < *n; i++) {
        tables[i].number = (int)i + 1;
        if (tables[i].colour <= 0)
            tables[i].colour = tables[i].number;
    }
    return tables;
}

static void fill_card(struct row *row, void *out)
{
    struct card *c = out;
    c->id = row_int(row);
    c->table = row_int(row);
    c->bundle = row_int(row);
    c->party = row_int(row);
    c->phase = row_int(row);
    c->text = row_text(row);
    c->lang = row_text(row);
    c->gloss = row_text(row);
    c->icon = row_text(row);
    c->ink = row_text(row);
    c->votes = row_int(row);
    c->imported = row_int(row);
    c->parked = row_int(row) != 0;
    c->hidden = row_int(row) != 0;
    c->removed = row_int(row) != 0;
    c->hidden_reason = row_text(row);
    c->x = row_real(row);
    c->y = row_real(row);
    c->scale = row_real(row);
    c->angle = row_real(row);
    c->z = row_int(row);
    c->made = clock_ms(row_int(row));
    c->origin = row_int(row);
    c->settled = row_int(row) != 0;
}

// Of the dots a voter gave at a table only the first count, as many as the workshop gives.
#define DOTS_MOST DOTS_OF_WORKSHOP " * max(w.people, 1)"
#define CARD_COLUMNS(dots)                                                                         \
    "SELECT c.id, c.\"table\", c.bundle, c.party, c.phase, c.text, c.lang, c.gloss, c.icon, c.ink,"  \
    " c.votes + " dots ", c.votes, c.parked,"                                                      \
    " c.hidden, c.removed, c.hidden_reason, c.x, c.y, c.scale, c.angle, c.z, c.made, c.origin, c.settled FROM card c"

struct card *store_cards(struct store *store, struct arena *arena, int64_t workshop, int64_t table,
                         enum card_filter filter, size_t *n, struct err *err)
{
    struct query *query = rows_query(
        store,
        "WITH given AS (SELECT d.card, " DOTS_MOST " AS most, row_number() OVER (PARTITION BY"
        "   c.\"table\", d.voter ORDER BY d.made, d.made_n, d.id) AS nth"
        "   FROM dot d JOIN card c ON c.id = d.card JOIN \"table\" t ON t.id = c.\"table\""
        "   JOIN workshop w ON w.id = t.workshop"
        "   WHERE d.removed = 0 AND c.removed = 0 AND t.workshop = ?1 AND (?2 = 0 OR t.id = ?2)),"
        " counted AS (SELECT card, count(*) AS n FROM given WHERE nth <= most GROUP BY card) "
        CARD_COLUMNS("ifnull(g.n, 0)") " JOIN \"table\" t ON t.id = c.\"table\""
        " LEFT JOIN counted g ON g.card = c.id"
        " WHERE t.workshop = ?1 AND t.removed = 0 AND (?2 = 0 OR t.id = ?2) AND CASE ?3"
        "  WHEN 0 THEN c.removed = 0 AND c.parked = 0 AND c.hidden = 0"
        "  WHEN 1 THEN c.removed = 0 AND c.parked <> 0 AND c.hidden = 0"
        "  WHEN 2 THEN c.removed = 0 ELSE c.removed <> 0 END"
        " ORDER BY t.number, t.made, t.made_n, t.id, c.made, c.made_n, c.id",
        workshop);
    query_int(query, 2, table);
    query_int(query, 3, filter);
    return rows_collect(store, arena, query, sizeof(struct card), fill_card, n, err);
}

// The same for one card alone.
#define DOTS_OF_CARD                                                                               \
    "(SELECT count(*) FROM dot d JOIN \"table\" t ON t.id = c.\"table\""                           \
    " JOIN workshop w ON w.id = t.workshop WHERE d.card = c.id AND d.removed = 0 AND "             \
    DOTS_MOST " >= (SELECT count(*) FROM dot e JOIN card k ON k.id = e.card"                       \
    " WHERE k.\"table\" = c.\"table\" AND k.removed = 0 AND e.removed = 0 AND e.voter = d.voter"   \
    " AND (e.made, e.made_n, e.id) <= (d.made, d.made_n, d.id)))"

bool store_card(struct store *store, struct arena *arena, int64_t id, struct card *out,
                struct err *err)
{
    size_t n;
    struct card *found = rows_collect(store, arena,
                                      rows_query(store, CARD_COLUMNS(DOTS_OF_CARD) " WHERE c.id = ?1", id),
                                      sizeof(struct card), fill_card, &n, err);
    *out = n > 0 ? *found : (struct card){0};
    return err == NULL || err->code == ERR_NONE;
}

static void fill_bundle(struct row *row, void *out)
{
    struct bundle *b = out;
    b->id = row_int(row);
    b->table = row_int(row);
    b->name = row_text(row);
    b->x = row_real(row);
    b->y = row_real(row);
}

struct bundle *store_bundles(struct store *store, struct arena *arena, int64_t table, size_t *n,
                             struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(store,
                 "SELECT id, \"table\", name, x, y FROM bundle WHERE \"table\" = ?1 AND removed = 0"
                 " ORDER BY made, made_n, id",
                 table),
        sizeof(struct bundle), fill_bundle, n, err);
}

static void fill_core_point(struct row *row, void *out)
{
    struct core_point *c = out;
    c->id = row_int(row);
    c->workshop = row_int(row);
    c->text = row_text(row);
    c->icon = row_text(row);
    c->tables = row_text(row);
    c->position = (int)row_int(row);
}

struct core_point *store_core_points(struct store *store, struct arena *arena, int64_t workshop,
                                     size_t *n, struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(store,
                 "SELECT id, workshop, text, icon, tables, position FROM core_point"
                 " WHERE workshop = ?1 AND removed = 0 ORDER BY position, made, made_n, id",
                 workshop),
        sizeof(struct core_point), fill_core_point, n, err);
}

static void fill_relation(struct row *row, void *out)
{
    struct relation *r = out;
    r->id = row_int(row);
    r->workshop = row_int(row);
    r->table_a = row_int(row);
    r->table_b = row_int(row);
    r->label = row_text(row);
}

struct relation *store_relations(struct store *store, struct arena *arena, int64_t workshop,
                                 size_t *n, struct err *err)
{
    return rows_collect(store, arena,
                   rows_query(store,
                            "SELECT id, workshop, table_a, table_b, label FROM relation"
                            " WHERE workshop = ?1 AND removed = 0 ORDER BY made, made_n, id",
                            workshop),
                   sizeof(struct relation), fill_relation, n, err);
}

static void fill_choice(struct row *row, void *out)
{
    struct choice *choice = out;
    choice->id = row_int(row);
    choice->term = row_text(row);
    choice->icon = row_text(row);
}

struct choice *store_choices(struct store *store, struct arena *arena, size_t *n, struct err *err)
{
    return rows_collect(store, arena,
                        db_query(store->db, "SELECT id, term, icon FROM choice WHERE removed = 0"
                                            " ORDER BY made DESC, made_n DESC, id"),
                        sizeof(struct choice), fill_choice, n, err);
}

static void fill_step(struct row *row, void *out)
{
    struct history_step *step = out;
    step->time = clock_ms(row_int(row));
    step->field = row_text(row);
    step->value = row_text(row);
    step->label = row_text(row);
}

struct history_step *store_history(struct store *store, struct arena *arena, enum entity entity,
                                   int64_t row, size_t *n, struct err *err)
{
    struct query *query =
        rows_query(store,
                 "SELECT clock, field, value, label FROM op JOIN change USING(device, seq)"
                 " WHERE row = ?1 AND entity = ?2 AND NOT EXISTS (SELECT 1 FROM apart WHERE"
                 " apart.device = op.device AND apart.seq = op.seq) ORDER BY clock, device, n",
                 row);
    query_int(query, 2, entity);
    return rows_collect(store, arena, query, sizeof(struct history_step), fill_step, n, err);
}

static void fill_harvest_item(struct row *row, void *out)
{
    struct harvest_item *h = out;
    h->card = row_int(row);
    h->keyword = row_text(row);
    h->icon = row_text(row);
    int64_t weight = row_int(row); // apart: CLAMP would read several columns
    h->weight = (int)CLAMP(weight, -2, 2);
    h->out = row_int(row) != 0;
    h->core = row_int(row) != 0;
    h->into = row_int(row);
}

struct harvest_item *store_harvest_items(struct store *store, struct arena *arena, int64_t workshop,
                                         size_t *n, struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(store,
                 "SELECT h.id, h.keyword, h.icon, h.weight, h.out, h.core, h.joined FROM harvest_item h"
                 " JOIN card c ON c.id = h.id JOIN \"table\" t ON t.id = c.\"table\""
                 " WHERE t.workshop = ?1 AND h.removed = 0 ORDER BY h.id",
                 workshop),
        sizeof(struct harvest_item), fill_harvest_item, n, err);
}
