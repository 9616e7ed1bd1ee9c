// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SQLite, and nothing else of it than the store needs: opening a file safely, statements with bound
// values, transactions. The only room that knows sqlite3.h.
#ifndef ERNTEBILD_STORE_DB_H
#define ERNTEBILD_STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct err;

enum db_mode { DB_READ, DB_WRITE, DB_MAKE };

// Opens a file of ours: rollback journal, every commit on the disk, nothing in the file trusted.
// One writing process a file (ERR_BUSY). A new or empty file gets `schema` (DB_MAKE). *version is
// that of the file. NULL on failure. Whether the file is whole is checked; of a large one that is not
// known to be, only what the statements `first` check (each answers "ok"; NULL: all is checked).
struct db *db_open(const char *path, enum db_mode mode, const char *schema,
                   const char *const *first, int64_t *version, struct err *err);
bool db_is_examined(const struct db *db);
// Checks all of it. False with a sentence when the file is damaged.
bool db_examine(struct db *db, struct err *err);
void db_close(struct db *db); // NULL is legal
const char *db_path(const struct db *db);
// Identity of the file on this machine: a copy has another one.
uint64_t db_identity(const struct db *db);
// Grows when another connection has committed.
int64_t db_data_version(struct db *db);

// Transactions nest: only the outermost one commits, and any rollback takes all of it back.
void db_begin(struct db *db);
bool db_commit(struct db *db, struct err *err);
void db_rollback(struct db *db);

// Runs static SQL without values.
bool db_run(struct db *db, const char *sql, struct err *err);

// A statement: prepared once per SQL text and kept. Errors stick to the db until db_failed is asked
// or the transaction ends; a failed statement has no rows.
struct query;
struct query *db_query(struct db *db, const char *sql);
void query_int(struct query *query, int i, int64_t value); // parameters are 1-based
void query_real(struct query *query, int i, double value);
void query_text(struct query *query, int i,
                const char *value); // NULL: no value; borrowed until done
void query_null(struct query *query, int i);
bool query_next(struct query *query); // false: no more rows, and the query is done
void query_done(struct query *query); // ends it early; needed only when rows may be left
bool query_run(struct query *query);  // without rows; false when it failed

enum query_type { QUERY_NULL, QUERY_INT, QUERY_REAL, QUERY_TEXT };
enum query_type query_type(struct query *query, int i); // columns are 0-based
int64_t query_to_int(struct query *query, int i);
double query_to_real(struct query *query, int i);
const char *query_to_text(struct query *query,
                          int i); // "" when there is none; borrowed until the next row

// False with a sentence when a statement has failed since the last time.
bool db_succeeded(struct db *db, struct err *err);

#endif
