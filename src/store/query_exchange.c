// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/arena.h"
#include "base/err.h"
#include "base/random.h"
#include "store/exchange.h"
#include "store/rows.h"

// ---- agreements ---------------------------------------------------------------------------------

static void fill_agreement(struct row *row, void *out)
{
    struct agreement *a = out;
    a->id = row_int(row);
    a->workshop = row_int(row);
    a->party = row_int(row);
    a->who = row_text(row);
    a->what = row_text(row);
    a->with = row_text(row);
    a->until = row_text(row);
    a->status = row_text(row);
    a->category = row_text(row);
    a->icon = row_text(row);
    a->made_on = row_text(row);
    a->done_on = row_text(row);
    a->meeting = row_int(row);
    a->offer = row_int(row);
    a->request = row_int(row);
    a->position = (int)row_int(row);
}

// Names of parties are read from the parties, so that renaming one renames it everywhere.
#define AGREEMENT_COLUMNS                                                                          \
    "SELECT a.id, a.workshop, a.party, coalesce(nullif(p.name, ''), a.who), a.what,"               \
    " coalesce((SELECT group_concat(name, ', ') FROM (SELECT q.name FROM involved i JOIN party q"  \
    "  ON q.id = i.party WHERE i.agreement = a.id AND i.removed = 0"                               \
    "  ORDER BY i.position, i.made, i.made_n)) || CASE a.\"with\" WHEN '' THEN '' ELSE ', ' END,"  \
    "  '') || a.\"with\","                                                                         \
    " a.until, CASE a.status WHEN '' THEN 'open' ELSE a.status END, a.category, a.icon,"           \
    " coalesce(nullif(a.made_on, ''), nullif(m.date, ''), w.date, ''), a.done_on, a.meeting,"      \
    " a.offer, a.request, a.position FROM agreement a LEFT JOIN party p ON p.id = a.party"         \
    " LEFT JOIN meeting m ON m.id = a.meeting LEFT JOIN workshop w ON w.id = a.workshop"

struct agreement *store_agreements(struct store *store, struct arena *arena, int64_t workshop,
                                   size_t *n, struct err *err)
{
    return rows_collect(store, arena,
                        rows_query(store,
                                   AGREEMENT_COLUMNS
                                   " WHERE (?1 = 0 OR a.workshop = ?1) AND a.removed = 0"
                                   " ORDER BY CASE ?1 WHEN 0 THEN 0 ELSE a.position END, a.made,"
                                   " a.made_n, a.id",
                                   workshop),
                        sizeof(struct agreement), fill_agreement, n, err);
}

bool store_agreement(struct store *store, struct arena *arena, int64_t id, struct agreement *out,
                     struct err *err)
{
    size_t n;
    struct agreement *found =
        rows_collect(store, arena,
                     rows_query(store, AGREEMENT_COLUMNS " WHERE a.id = ?1 AND a.removed = 0", id),
                     sizeof(struct agreement), fill_agreement, &n, err);
    *out = n > 0 ? *found : (struct agreement){0};
    return err == NULL || err->code == ERR_NONE;
}

static void fill_note(struct row *row, void *out)
{
    struct note *n = out;
    n->id = row_int(row);
    n->agreement = row_int(row);
    n->meeting = row_int(row);
    n->offer = row_int(row);
    n->card = row_int(row);
    n->date = row_text(row);
    n->text = row_text(row);
    n->heading = row_text(row);
    n->status = row_text(row);
    n->until = row_text(row);
    n->icon = row_text(row);
}

#define NOTE_COLUMNS                                                                               \
    "SELECT id, agreement, meeting, offer, card, date, text, heading, status, until, icon FROM note"

struct note *store_notes(struct store *store, struct arena *arena, int64_t agreement, size_t *n,
                         struct err *err)
{
    return rows_collect(store, arena,
                        rows_query(store,
                                   NOTE_COLUMNS " WHERE CASE ?1 WHEN 0 THEN agreement <> 0"
                                                " ELSE agreement = ?1 END AND removed = 0"
                                                " ORDER BY agreement, date, made, made_n, id",
                                   agreement),
                        sizeof(struct note), fill_note, n, err);
}

struct note *store_meeting_notes(struct store *store, struct arena *arena, int64_t meeting,
                                 size_t *n, struct err *err)
{
    return rows_collect(store, arena,
                        rows_query(store,
                                   NOTE_COLUMNS " WHERE meeting = ?1 AND removed = 0"
                                                " ORDER BY made, made_n, id",
                                   meeting),
                        sizeof(struct note), fill_note, n, err);
}

static void fill_involved(struct row *row, void *out)
{
    struct involved *i = out;
    i->agreement = row_int(row);
    i->party = row_int(row);
}

struct involved *store_involved(struct store *store, struct arena *arena, int64_t agreement,
                                size_t *n, struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(store,
                   "SELECT i.agreement, i.party FROM involved i JOIN party p ON p.id = i.party"
                   " WHERE (?1 = 0 OR i.agreement = ?1) AND i.removed = 0 AND p.removed = 0"
                   " ORDER BY i.agreement, i.position, i.made, i.made_n, i.id",
                   agreement),
        sizeof(struct involved), fill_involved, n, err);
}

static void fill_source(struct row *row, void *out)
{
    struct source *s = out;
    s->agreement = row_int(row);
    s->card = row_int(row);
    s->core_point = row_int(row);
    s->text = row_text(row);
    s->table = row_text(row);
    s->date = row_text(row);
}

struct source *store_sources(struct store *store, struct arena *arena, int64_t agreement, size_t *n,
                             struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(
            store,
            "SELECT s.agreement, coalesce(c.id, 0), coalesce(k.id, 0), coalesce(c.text, k.text),"
            " coalesce(t.title, ''), coalesce(w.date, v.date, '') FROM source s"
            " LEFT JOIN card c ON c.id = s.card AND c.removed = 0"
            " LEFT JOIN core_point k ON k.id = s.core_point AND k.removed = 0"
            " LEFT JOIN \"table\" t ON t.id = c.\"table\" LEFT JOIN workshop w ON w.id = t.workshop"
            " LEFT JOIN workshop v ON v.id = k.workshop"
            " WHERE (?1 = 0 OR s.agreement = ?1) AND s.removed = 0"
            " AND (c.id IS NOT NULL OR k.id IS NOT NULL)"
            " ORDER BY s.agreement, s.made, s.made_n, s.id",
            agreement),
        sizeof(struct source), fill_source, n, err);
}

// ---- meetings -----------------------------------------------------------------------------------

static void fill_meeting(struct row *row, void *out)
{
    struct meeting *m = out;
    m->id = row_int(row);
    m->workshop = row_int(row);
    m->series = row_int(row);
    m->occurrence = row_text(row);
    m->title = row_text(row);
    m->date = row_text(row);
    m->time = row_text(row);
    m->end = row_text(row);
    m->place = row_text(row);
    m->host = row_int(row);
    m->state = row_text(row);
}

#define MEETING_COLUMNS                                                                            \
    "SELECT id, workshop, series, occurrence, title, date, time, \"end\", place, host,"            \
    " CASE state WHEN '' THEN 'planned' ELSE state END FROM meeting"

struct meeting *store_meetings(struct store *store, struct arena *arena, int64_t workshop,
                               size_t *n, struct err *err)
{
    return rows_collect(store, arena,
                        rows_query(store,
                                   MEETING_COLUMNS
                                   " WHERE (?1 = 0 OR workshop = ?1) AND removed = 0"
                                   " ORDER BY date, time, made, made_n, id",
                                   workshop),
                        sizeof(struct meeting), fill_meeting, n, err);
}

bool store_meeting(struct store *store, struct arena *arena, int64_t id, struct meeting *out,
                   struct err *err)
{
    size_t n;
    struct meeting *found = rows_collect(
        store, arena, rows_query(store, MEETING_COLUMNS " WHERE id = ?1 AND removed = 0", id),
        sizeof(struct meeting), fill_meeting, &n, err);
    *out = n > 0 ? *found : (struct meeting){0};
    return err == NULL || err->code == ERR_NONE;
}

static void fill_series(struct row *row, void *out)
{
    struct series *s = out;
    s->id = row_int(row);
    s->workshop = row_int(row);
    s->title = row_text(row);
    s->rule = row_text(row);
    s->start = row_text(row);
    s->time = row_text(row);
    s->minutes = (int)row_int(row);
    s->place = row_text(row);
    s->host = row_int(row);
}

struct series *store_series(struct store *store, struct arena *arena, size_t *n, struct err *err)
{
    return rows_collect(
        store, arena,
        db_query(store->db, "SELECT id, workshop, title, rule, start, time, minutes, place, host"
                            " FROM series WHERE removed = 0 ORDER BY start, made, made_n, id"),
        sizeof(struct series), fill_series, n, err);
}

static void fill_presence(struct row *row, void *out)
{
    struct presence *p = out;
    p->meeting = row_int(row);
    p->party = row_int(row);
    p->state = row_text(row);
}

struct presence *store_presence(struct store *store, struct arena *arena, int64_t meeting,
                                size_t *n, struct err *err)
{
    return rows_collect(
        store, arena,
        rows_query(store,
                   "SELECT s.meeting, s.party, s.state FROM presence s JOIN party p"
                   " ON p.id = s.party WHERE (?1 = 0 OR s.meeting = ?1) AND s.removed = 0"
                   " AND p.removed = 0 ORDER BY s.meeting, s.made, s.made_n, s.id",
                   meeting),
        sizeof(struct presence), fill_presence, n, err);
}

// ---- offers -------------------------------------------------------------------------------------

static void fill_offer(struct row *row, void *out)
{
    struct offer *o = out;
    o->id = row_int(row);
    o->party = row_int(row);
    o->request = row_int(row) != 0;
    o->category = row_text(row);
    o->text = row_text(row);
    o->languages = row_text(row);
    o->district = row_text(row);
    o->times = (unsigned)row_int(row);
    o->valid_until = row_text(row);
    o->made_on = row_text(row);
    o->icon = row_text(row);
    o->state = row_text(row);
}

struct offer *store_offers(struct store *store, struct arena *arena, size_t *n, struct err *err)
{
    return rows_collect(
        store, arena,
        db_query(store->db, "SELECT id, party, side = 'request', category, text, languages,"
                            " district, times, valid_until, made_on, icon, state FROM offer"
                            " WHERE removed = 0 ORDER BY made, made_n, id"),
        sizeof(struct offer), fill_offer, n, err);
}

static void fill_pairing(struct row *row, void *out)
{
    struct pairing *p = out;
    p->request = row_int(row);
    p->offer = row_int(row);
    p->state = row_text(row);
}

struct pairing *store_pairings(struct store *store, struct arena *arena, size_t *n, struct err *err)
{
    return rows_collect(store, arena,
                        db_query(store->db, "SELECT request, offer, state FROM pairing"
                                            " WHERE removed = 0 ORDER BY made, made_n, id"),
                        sizeof(struct pairing), fill_pairing, n, err);
}

// ---- people and parties -------------------------------------------------------------------------

static void fill_person(struct row *row, void *out)
{
    struct contact_person *p = out;
    p->id = row_int(row);
    p->party = row_int(row);
    p->name = row_text(row);
    p->role = row_text(row);
    p->contact = row_text(row);
    p->made_on = row_text(row);
}

struct contact_person *store_persons(struct store *store, struct arena *arena, size_t *n, struct err *err)
{
    return rows_collect(store, arena,
                        db_query(store->db,
                                 "SELECT id, party, name, role, contact, made_on FROM person"
                                 " WHERE removed = 0 AND name <> '' ORDER BY made, made_n, id"),
                        sizeof(struct contact_person), fill_person, n, err);
}

static void fill_contribution(struct row *row, void *out)
{
    struct contribution *c = out;
    c->party = row_int(row);
    c->table = row_int(row);
    c->cards = (int)row_int(row);
}

struct contribution *store_contributions(struct store *store, struct arena *arena, size_t *n,
                                         struct err *err)
{
    return rows_collect(
        store, arena,
        db_query(store->db,
                 "SELECT party, \"table\", count(*) FROM card WHERE party <> 0 AND removed = 0"
                 " GROUP BY party, \"table\" ORDER BY party, \"table\""),
        sizeof(struct contribution), fill_contribution, n, err);
}

// ---- rows ---------------------------------------------------------------------------------------

int64_t store_row_of(enum entity entity, int64_t a, int64_t b)
{
    const int64_t keys[] = {entity, a, b};
    return (int64_t)(hash_bytes(HASH_BASIS, keys, sizeof keys) & INT64_MAX);
}

static bool read_life(struct store *store, struct query *query, struct life *out, struct err *err)
{
    *out = (struct life){0};
    if (query_next(query)) {
        *out = (struct life){clock_ms(query_to_int(query, 0)), clock_ms(query_to_int(query, 1)),
                             (int)MAX(query_to_int(query, 2) - 1, 0)};
        query_done(query);
    }
    return db_succeeded(store->db, err);
}

bool store_life(struct store *store, enum entity entity, int64_t row, struct life *out,
                struct err *err)
{
    struct query *query = rows_query(
        store,
        "SELECT min(clock), max(clock), count(DISTINCT clock) FROM op JOIN change"
        " USING(device, seq) WHERE row = ?1 AND entity = ?2 AND NOT EXISTS (SELECT 1 FROM apart"
        " WHERE apart.device = op.device AND apart.seq = op.seq)",
        row);
    query_int(query, 2, entity);
    return read_life(store, query, out, err);
}

bool store_series_life(struct store *store, int64_t series, struct life *out, struct err *err)
{
    struct query *query = rows_query(
        store,
        "SELECT min(clock), max(clock), count(DISTINCT clock) FROM op JOIN change"
        " USING(device, seq) WHERE ((entity = ?2 AND row = ?1) OR (entity = ?3 AND row IN"
        " (SELECT id FROM meeting WHERE series = ?1))) AND NOT EXISTS (SELECT 1 FROM apart"
        " WHERE apart.device = op.device AND apart.seq = op.seq)",
        series);
    query_int(query, 2, ENTITY_SERIES);
    query_int(query, 3, ENTITY_MEETING);
    return read_life(store, query, out, err);
}
