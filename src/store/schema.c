// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "store/interior.h"

static const char *const entities[] = {
    [ENTITY_NETWORK] = "network",
    [ENTITY_PARTY] = "party",
    [ENTITY_WORKSHOP] = "workshop",
    [ENTITY_PHASE] = "phase",
    [ENTITY_TABLE] = "table",
    [ENTITY_CARD] = "card",
    [ENTITY_BUNDLE] = "bundle",
    [ENTITY_DOT] = "dot",
    [ENTITY_HARVEST_ITEM] = "harvest_item",
    [ENTITY_CORE_POINT] = "core_point",
    [ENTITY_AGREEMENT] = "agreement",
    [ENTITY_MEETING] = "meeting",
    [ENTITY_RELATION] = "relation",
    [ENTITY_ATTENDANCE] = "attendance",
    [ENTITY_NOTE] = "note",
    [ENTITY_CHOICE] = "choice",
    [ENTITY_SERIES] = "series",
    [ENTITY_OFFER] = "offer",
    [ENTITY_PAIRING] = "pairing",
    [ENTITY_INVOLVED] = "involved",
    [ENTITY_SOURCE] = "source",
    [ENTITY_PRESENCE] = "presence",
    [ENTITY_PERSON] = "person",
    [ENTITY_FORGOTTEN] = "forgotten",
    [ENTITY_PLACEMENT] = "placement",
};

#define TEXT(entity, name)                                                                         \
    {                                                                                              \
        ENTITY_##entity, name, FIELD_TEXT, 0                                                       \
    }
#define INT(entity, name)                                                                          \
    {                                                                                              \
        ENTITY_##entity, name, FIELD_INT, 0                                                        \
    }
#define REAL(entity, name)                                                                         \
    {                                                                                              \
        ENTITY_##entity, name, FIELD_REAL, 0                                                       \
    }
#define ROW(entity, name, of)                                                                      \
    {                                                                                              \
        ENTITY_##entity, name, FIELD_ROW, ENTITY_##of                                              \
    }

const struct field schema_fields[] = {
    TEXT(NETWORK, "title"),
    TEXT(NETWORK, "lang"),
    TEXT(NETWORK, "districts"),
    INT(NETWORK, "retention_months"),
    INT(NETWORK, "removed"),

    TEXT(PARTY, "name"),
    TEXT(PARTY, "kind"),
    TEXT(PARTY, "district"),
    TEXT(PARTY, "contact"), // of the organisation, never of a person
    INT(PARTY, "removed"),

    TEXT(WORKSHOP, "title"),
    TEXT(WORKSHOP, "subtitle"),
    TEXT(WORKSHOP, "date"),
    TEXT(WORKSHOP, "place"),
    TEXT(WORKSHOP, "host"),
    TEXT(WORKSHOP, "question"),
    TEXT(WORKSHOP, "lang"),
    TEXT(WORKSHOP, "languages"),
    TEXT(WORKSHOP, "motif"),
    TEXT(WORKSHOP, "note"),
    TEXT(WORKSHOP, "palette"),
    TEXT(WORKSHOP, "style"),
    TEXT(WORKSHOP, "footer"),
    TEXT(WORKSHOP, "logo"),    // base64 of a PNG
    TEXT(WORKSHOP, "picture"), // likewise: beside the title
    ROW(WORKSHOP, "phase", PHASE),
    INT(WORKSHOP, "dots"),       // that each person may give at a table; 0: DOTS_EACH
    INT(WORKSHOP, "people"),     // who share the dots of one seat; 0: one
    INT(WORKSHOP, "dots_shown"), // to everyone; 0: each seat sees its own
    INT(WORKSHOP, "frozen"),     // all seats rest
    ROW(WORKSHOP, "gathered", TABLE), // that all seats show, 0: each its own
    TEXT(WORKSHOP, "projector"), // what the projector shows: "" picture hall table clock dark
    INT(WORKSHOP, "removed"),

    ROW(PHASE, "workshop", WORKSHOP),
    INT(PHASE, "position"),
    INT(PHASE, "minutes"),
    TEXT(PHASE, "kind"),
    TEXT(PHASE, "title"),
    TEXT(PHASE, "rules"),
    INT(PHASE, "standard"), // 1: title and rules are those of its kind, said in any language
    INT(PHASE, "round"),    // of a World Café, 1-based; 0: none
    INT(PHASE, "started"),  // wall ms since 1970 UTC, 0: not yet
    INT(PHASE, "ends"),     // likewise; what it says counts while it is not stopped
    INT(PHASE, "left"),     // ms that were left when the clock was stopped, 0: it runs
    INT(PHASE, "removed"),

    ROW(TABLE, "workshop", WORKSHOP),
    INT(TABLE, "number"),
    TEXT(TABLE, "title"),
    TEXT(TABLE, "question"),
    TEXT(TABLE, "icon"),
    INT(TABLE, "colour"), // 1-based among the accents, 0: that of its number
    TEXT(TABLE, "questions"), // the guiding question in other languages: "ar: ...", one a line
    TEXT(TABLE, "open"),      // what the host passes on to the next group as a question
    INT(TABLE, "removed"),

    ROW(CARD, "table", TABLE),
    ROW(CARD, "bundle", BUNDLE),
    ROW(CARD, "party", PARTY),
    ROW(CARD, "phase", PHASE),
    ROW(CARD, "origin", CARD), // the critique that this wish was turned from
    TEXT(CARD, "text"),
    TEXT(CARD, "lang"),
    TEXT(CARD, "gloss"),
    TEXT(CARD, "icon"),
    TEXT(CARD, "ink"),
    INT(CARD, "settled"), // a critique that stays as it is
    INT(CARD, "votes"), // as imported; dots are added to them
    INT(CARD, "parked"),
    INT(CARD, "hidden"),
    TEXT(CARD, "hidden_reason"),
    REAL(CARD, "x"),
    REAL(CARD, "y"),
    REAL(CARD, "scale"),
    REAL(CARD, "angle"),
    INT(CARD, "z"), // the greater lies on the smaller
    INT(CARD, "removed"),

    ROW(BUNDLE, "table", TABLE),
    TEXT(BUNDLE, "name"),
    REAL(BUNDLE, "x"),
    REAL(BUNDLE, "y"),
    INT(BUNDLE, "removed"),

    ROW(DOT, "card", CARD),
    TEXT(DOT, "voter"),
    INT(DOT, "removed"),

    // Its row is the card's, so that two machines that curate one card mean the same item.
    TEXT(HARVEST_ITEM, "keyword"),
    TEXT(HARVEST_ITEM, "icon"),
    INT(HARVEST_ITEM, "weight"),
    INT(HARVEST_ITEM, "out"),
    INT(HARVEST_ITEM, "core"),
    ROW(HARVEST_ITEM, "joined", CARD), // says the same as that one
    INT(HARVEST_ITEM, "removed"),

    ROW(CORE_POINT, "workshop", WORKSHOP),
    TEXT(CORE_POINT, "text"),
    TEXT(CORE_POINT, "icon"),
    TEXT(CORE_POINT, "tables"),
    INT(CORE_POINT, "position"),
    INT(CORE_POINT, "removed"),

    ROW(AGREEMENT, "workshop", WORKSHOP),
    ROW(AGREEMENT, "party", PARTY),
    TEXT(AGREEMENT, "who"),
    TEXT(AGREEMENT, "what"),
    TEXT(AGREEMENT, "with"),
    TEXT(AGREEMENT, "until"),
    TEXT(AGREEMENT, "status"),
    TEXT(AGREEMENT, "icon"),
    TEXT(AGREEMENT, "category"),
    TEXT(AGREEMENT, "made_on"),
    TEXT(AGREEMENT, "done_on"),
    ROW(AGREEMENT, "meeting", MEETING),
    ROW(AGREEMENT, "offer", OFFER),
    ROW(AGREEMENT, "request", OFFER),
    INT(AGREEMENT, "position"),
    INT(AGREEMENT, "removed"),

    ROW(MEETING, "workshop", WORKSHOP),
    TEXT(MEETING, "title"),
    TEXT(MEETING, "date"),
    TEXT(MEETING, "time"),
    TEXT(MEETING, "place"),
    ROW(MEETING, "series", SERIES),
    TEXT(MEETING, "occurrence"),
    TEXT(MEETING, "end"),
    ROW(MEETING, "host", PARTY),
    TEXT(MEETING, "state"),
    INT(MEETING, "removed"),

    ROW(RELATION, "workshop", WORKSHOP),
    ROW(RELATION, "table_a", TABLE),
    ROW(RELATION, "table_b", TABLE),
    TEXT(RELATION, "label"),
    INT(RELATION, "removed"),

    ROW(ATTENDANCE, "workshop", WORKSHOP),
    ROW(ATTENDANCE, "party", PARTY),
    INT(ATTENDANCE, "position"),
    INT(ATTENDANCE, "removed"),

    ROW(NOTE, "agreement", AGREEMENT),
    TEXT(NOTE, "date"),
    TEXT(NOTE, "text"),
    ROW(NOTE, "meeting", MEETING),
    ROW(NOTE, "offer", OFFER),
    ROW(NOTE, "card", CARD),
    TEXT(NOTE, "heading"),
    TEXT(NOTE, "status"),
    TEXT(NOTE, "until"),
    TEXT(NOTE, "icon"),
    INT(NOTE, "removed"),

    TEXT(CHOICE, "term"),
    TEXT(CHOICE, "icon"),
    INT(CHOICE, "removed"),

    ROW(SERIES, "workshop", WORKSHOP),
    TEXT(SERIES, "title"),
    TEXT(SERIES, "rule"), // RFC 5545 RRULE value
    TEXT(SERIES, "start"),
    TEXT(SERIES, "time"),
    INT(SERIES, "minutes"),
    TEXT(SERIES, "place"),
    ROW(SERIES, "host", PARTY),
    INT(SERIES, "removed"),

    TEXT(OFFER, "side"), // offer request
    TEXT(OFFER, "category"),
    TEXT(OFFER, "text"),
    TEXT(OFFER, "languages"),
    TEXT(OFFER, "district"),
    INT(OFFER, "times"), // bit day * 3 + part of the day
    ROW(OFFER, "party", PARTY),
    TEXT(OFFER, "valid_until"),
    TEXT(OFFER, "made_on"),
    TEXT(OFFER, "icon"),
    TEXT(OFFER, "state"), // "" met withdrawn
    INT(OFFER, "removed"),

    // The rows of the next four are made from what they join (store_row_of), so that two machines
    // that join the same mean the same row.
    ROW(PAIRING, "request", OFFER),
    ROW(PAIRING, "offer", OFFER),
    TEXT(PAIRING, "state"), // asked declined
    INT(PAIRING, "removed"),

    ROW(INVOLVED, "agreement", AGREEMENT),
    ROW(INVOLVED, "party", PARTY),
    INT(INVOLVED, "position"),
    INT(INVOLVED, "removed"),

    ROW(SOURCE, "agreement", AGREEMENT),
    ROW(SOURCE, "card", CARD),
    ROW(SOURCE, "core_point", CORE_POINT),
    INT(SOURCE, "removed"),

    ROW(PRESENCE, "meeting", MEETING),
    ROW(PRESENCE, "party", PARTY),
    TEXT(PRESENCE, "state"), // invited coming here absent
    INT(PRESENCE, "removed"),

    // What persons may be forgotten by: store/forget.c overwrites these in the log too.
    ROW(PERSON, "party", PARTY),
    TEXT(PERSON, "name"),
    TEXT(PERSON, "role"),
    TEXT(PERSON, "contact"),
    TEXT(PERSON, "made_on"),
    INT(PERSON, "removed"),

    INT(FORGOTTEN, "words"),
    TEXT(FORGOTTEN, "salt"),
    TEXT(FORGOTTEN, "digest"),
    INT(FORGOTTEN, "removed"),

    // Its row is made from what is placed and from the composition.
    ROW(PLACEMENT, "card", CARD),
    ROW(PLACEMENT, "table", TABLE),
    TEXT(PLACEMENT, "style"),
    REAL(PLACEMENT, "x"),
    REAL(PLACEMENT, "y"),
    INT(PLACEMENT, "slot"),
    TEXT(PLACEMENT, "theme"),  // among the cards of the table; "": the table itself
    INT(PLACEMENT, "outside"), // of a card: x and y are shares of the page, not of its table's room
    INT(PLACEMENT, "removed"),
};
const size_t schema_fields_n = G_N_ELEMENTS(schema_fields);

const char *schema_entity_name(enum entity entity)
{
    return (size_t)entity < G_N_ELEMENTS(entities) ? entities[entity] : NULL;
}

enum entity schema_entity_of(const char *name)
{
    for (size_t i = 1; i < G_N_ELEMENTS(entities); i++)
        if (strcmp(entities[i], name) == 0)
            return (enum entity)i;
    return 0;
}

const struct field *schema_field(enum entity entity, const char *name)
{
    for (size_t i = 0; i < schema_fields_n; i++)
        if (schema_fields[i].entity == entity && strcmp(schema_fields[i].name, name) == 0)
            return &schema_fields[i];
    return NULL;
}

// The log is what happened; `apart` lists changes of it that wait for their time. `cell` is the
// winner of each field, and one table an entity holds the same values for the queries. Both can be
// made again from the log.
static const char log_tables[] =
    "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value ANY) STRICT;"
    "CREATE TABLE IF NOT EXISTS change(device INTEGER NOT NULL, seq INTEGER NOT NULL, clock "
    "INTEGER NOT NULL,"
    " zone INTEGER NOT NULL, label TEXT NOT NULL, undoes INTEGER NOT NULL, PRIMARY KEY(device, "
    "seq))"
    " STRICT, WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS change_zone ON change(device, zone, seq);"
    "CREATE INDEX IF NOT EXISTS change_clock ON change(device, clock);"
    "CREATE TABLE IF NOT EXISTS op(device INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT "
    "NULL,"
    " entity INTEGER NOT NULL, row INTEGER NOT NULL, field TEXT NOT NULL, value ANY,"
    " PRIMARY KEY(device, seq, n)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS op_row ON op(entity, row, field);"
    "CREATE TABLE IF NOT EXISTS apart(device INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY "
    "KEY(device, seq))"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS cell(entity INTEGER NOT NULL, row INTEGER NOT NULL, field TEXT NOT "
    "NULL, value "
    "ANY,"
    " clock INTEGER NOT NULL, device INTEGER NOT NULL, PRIMARY KEY(entity, row, field))"
    " STRICT, WITHOUT ROWID;";

// What is searched (search.c). An index over the table beside it, which holds the words once.
static const char search_tables[] =
    "DROP TABLE IF EXISTS search; DROP TABLE IF EXISTS found;"
    "CREATE TABLE found(id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, row INTEGER NOT NULL,"
    " plain TEXT NOT NULL, spelt TEXT NOT NULL, UNIQUE(entity, row)) STRICT;"
    "CREATE VIRTUAL TABLE search USING fts5(plain, spelt, content='found', content_rowid='id',"
    " tokenize='trigram');";

char *schema_sql(void)
{
    GString *sql = g_string_new(log_tables);
    for (size_t e = 1; e < G_N_ELEMENTS(entities); e++) {
        g_string_append_printf(sql,
                               "DROP TABLE IF EXISTS \"%s\"; CREATE TABLE \"%s\"(id INTEGER "
                               "PRIMARY KEY, made INTEGER NOT NULL, "
                               "made_n INTEGER NOT NULL",
                               entities[e], entities[e]);
        for (size_t i = 0; i < schema_fields_n; i++) {
            const struct field *field = &schema_fields[i];
            if ((size_t)field->entity != e)
                continue;
            const char *type = field->type == FIELD_TEXT   ? "TEXT NOT NULL DEFAULT ''"
                               : field->type == FIELD_REAL ? "REAL NOT NULL DEFAULT 0"
                                                           : "INTEGER NOT NULL DEFAULT 0";
            g_string_append_printf(sql, ", \"%s\" %s", field->name, type);
        }
        g_string_append(sql, ") STRICT;");
        for (size_t i = 0; i < schema_fields_n; i++) {
            const struct field *field = &schema_fields[i];
            if ((size_t)field->entity == e && field->type == FIELD_ROW)
                g_string_append_printf(sql, "CREATE INDEX \"%s_%s\" ON \"%s\"(\"%s\");",
                                       entities[e], field->name, entities[e], field->name);
        }
    }
    g_string_append(sql, search_tables);
    return g_string_free(sql, FALSE);
}
