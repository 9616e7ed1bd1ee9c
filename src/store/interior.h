// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rooms of the store share: the open store, the table of fields, values, and applying
// changes to the projections.
#ifndef ERNTEBILD_STORE_INTERIOR_H
#define ERNTEBILD_STORE_INTERIOR_H

#include <glib.h>

#include "store/db.h"
#include "store/store.h"

// ---- schema -------------------------------------------------------------------------------------

enum field_type { FIELD_TEXT, FIELD_INT, FIELD_REAL, FIELD_ROW }; // FIELD_ROW: id of a row, 0: none

struct field {
    enum entity entity;
    const char *name;
    enum field_type type;
    enum entity of; // FIELD_ROW: of which entity
};

extern const struct field schema_fields[];
extern const size_t schema_fields_n;

const char *schema_entity_name(enum entity entity); // "core_point", NULL when unknown
enum entity schema_entity_of(const char *name);     // 0 when unknown
const struct field *schema_field(enum entity entity, const char *name); // NULL when unknown
char *schema_sql(void); // tables of log and projections; g_free it

// ---- values -------------------------------------------------------------------------------------

struct value {
    enum query_type type; // QUERY_NULL: the empty value
    int64_t i;
    double r;
    char *text; // owned by who holds the value
};

struct value value_of_column(struct query *query, int i); // text is copied
void value_bind(struct query *query, int i, const struct value *value);
void value_clear(struct value *value);
bool value_equal(const struct value *a,
                 const struct value *b); // NULL, 0 and "" are the same: nothing
bool value_is_nothing(const struct value *value);

// ---- the log ------------------------------------------------------------------------------------

struct op {
    enum entity entity;
    int64_t row;
    const struct field *field;
    struct value value;
};

struct change {
    struct store *store; // borrowed
    int64_t device, seq, clock, zone;
    char *label;
    int64_t undoes; // seq of the change of the same device that this one takes back, 0: none
    GArray *ops;    // struct op
};

struct store {
    struct db *db;
    struct world world;
    int64_t device;
    int64_t clock; // of the last change known, hybrid: milliseconds << CLOCK_BITS | counter
    uint64_t revision;
    int64_t data_version;
    bool newer, writes;
    char *label;       // what store_undo_label gave last
    GPtrArray *drafts; // struct draft_slot, see draft.c; NULL: not read yet
    GArray *stale;     // struct stale: rows whose search index is behind
};

#define CLOCK_BITS 16
#define CLOCK_DAY_MS INT64_C(86400000)
int64_t clock_ms(int64_t clock);

struct change *change_new(struct store *store, int64_t zone, const char *label);
void change_free(struct change *change);
void change_set(struct change *change, enum entity entity, int64_t row, const struct field *field,
                struct value value); // takes over the value
// Writes log and projections in the open transaction. `apart`: its clock lies in the future, so it
// is kept and not applied.
void change_write(struct change *change, bool apart);
// This change's clock lies more than a day ahead of ours.
bool change_is_ahead(const struct store *store, int64_t clock);

// ---- projections --------------------------------------------------------------------------------

void projection_apply(struct store *store, int64_t clock, int64_t device, int64_t n,
                      enum entity entity, int64_t row, const struct field *field,
                      const struct value *value);
// All changes of the log that are not apart, in any order, onto empty projections.
void projection_rebuild(struct store *store);

// ---- the search index (search.c) ----------------------------------------------------------------

struct stale {
    enum entity entity;
    int64_t row;
};
// What projection_apply changed is marked; it is settled once, before the transaction ends.
void search_mark(struct store *store, enum entity entity, int64_t row);
void search_settle(struct store *store);
void search_rebuild(struct store *store);
int64_t search_count_wrong(struct store *store); // rows that it does not know as they are

// ---- forgotten names (forget.c) ------------------------------------------------------------------

// In the open transaction: strikes the names of all tombstones from the whole log, and makes the
// projections again when there were any. For changes and tombstones that came from elsewhere.
bool forget_again(struct store *store);

// Changes that were kept apart and whose time has come.
bool log_admit(struct store *store, struct err *err);

// ---- the door -----------------------------------------------------------------------------------

// NFC, without control characters but newlines, trimmed; g_free it. NULL when it is not valid
// UTF-8.
char *text_admit(const char *text, size_t size);

#endif
