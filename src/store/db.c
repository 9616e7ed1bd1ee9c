// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/random.h"
#include "base/tr.h"
#include "store/trust.h"

enum { APPLICATION_ID = 0x45726E74, USER_VERSION = 1, BUSY_MS = 4000 }; // "Ernt"

struct query {
    struct db *db;
    sqlite3_stmt *statement;
    bool busy;
};

struct db {
    sqlite3 *handle;
    char *path;
    int lock; // holds the writer's lock; closed last, since closing any descriptor of a file drops
              // the locks that SQLite holds on it
    uint64_t identity;
    GHashTable *queries; // SQL text -> struct query
    int depth;           // of transactions
    bool taken_back;     // an inner transaction was rolled back
    bool wrote;          // opened for writing
    bool examined;       // all of it was found whole
    int failure;         // first SQLite error code, sticky
    int failure_errno;
};

// ---- failures -----------------------------------------------------------------------------------

static void remember(struct db *db, int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || db->failure != SQLITE_OK)
        return;
    db->failure = sqlite3_extended_errcode(db->handle);
    db->failure_errno = sqlite3_system_errno(db->handle);
}

static bool say(int code, int errnum, const char *path, struct err *err)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return err_set_errno(err, ENOSPC, path);
    case SQLITE_READONLY:
        return err_set_errno(err, EACCES, path);
    case SQLITE_CANTOPEN:
        return err_set_errno(err, errnum != 0 ? errnum : EACCES, path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_set(err, ERR_BUSY, N_("%s: another program writes in it. Close it there first."),
                       path);
    case SQLITE_NOTADB:
        return err_set(err, ERR_FOREIGN, N_("%s: this is no Erntebild file. Name another one."),
                       path);
    case SQLITE_CORRUPT:
        return err_set(err, ERR_DAMAGED,
                       N_("%s: the file is damaged. Keep it, and go on with a copy from before."),
                       path);
    case SQLITE_IOERR:
        if (errnum == ENOSPC || errnum == EDQUOT || errnum == EFBIG || errnum == 0)
            return err_set_errno(err, ENOSPC, path);
        return err_set_errno(err, errnum, path);
    default:
        return err_set(err, ERR_IO, "%s: %s.", path, sqlite3_errstr(code));
    }
}

bool db_succeeded(struct db *db, struct err *err)
{
    int code = db->failure, errnum = db->failure_errno;
    db->failure = SQLITE_OK;
    return code == SQLITE_OK || say(code, errnum, db->path, err);
}

// ---- opening ------------------------------------------------------------------------------------

static int64_t pragma(struct db *db, const char *sql)
{
    struct query *query = db_query(db, sql);
    int64_t value = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return value;
}

// The writer's lock lies on the file itself: there is nothing to clean up after a kill.
static bool take_lock(struct db *db, bool write, struct err *err)
{
    db->lock = open(db->path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (db->lock < 0 || fstat(db->lock, &about) != 0)
        return err_set_errno(err, errno, db->path);
    if (!S_ISREG(about.st_mode))
        return err_set_errno(err, EISDIR, db->path);
    char *machine = NULL;
    g_file_get_contents("/etc/machine-id", &machine, NULL, NULL);
    uint64_t identity = hash_text(machine != NULL ? machine : "");
    g_free(machine);
    const uint64_t numbers[] = {(uint64_t)about.st_dev, (uint64_t)about.st_ino};
    db->identity = hash_bytes(identity, numbers, sizeof numbers);
    if (write && flock(db->lock, LOCK_EX | LOCK_NB) != 0)
        return say(SQLITE_BUSY, 0, db->path, err);
    return true;
}

// Nothing that a stranger put into the file may run or mislead.
static void harden(struct db *db)
{
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_busy_timeout(db->handle, BUSY_MS);
    db_run(db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
           " PRAGMA secure_delete = ON;",
           NULL);
}

static bool make(struct db *db, const char *schema, struct err *err)
{
    db_begin(db);
    char *sql = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                APPLICATION_ID, USER_VERSION);
    bool ok = db_run(db, sql, err) && db_run(db, schema, err);
    g_free(sql);
    if (!ok)
        db_rollback(db);
    return ok && db_commit(db, err);
}

static bool answers_ok(struct db *db, const char *sql)
{
    struct query *check = db_query(db, sql);
    bool ok = query_next(check) && strcmp(query_to_text(check, 0), "ok") == 0;
    query_done(check);
    return ok;
}

bool db_is_examined(const struct db *db)
{
    return db->examined;
}

bool db_examine(struct db *db, struct err *err)
{
    db->examined = db->examined || answers_ok(db, "PRAGMA quick_check(1)");
    if (!db_succeeded(db, err))
        return false;
    if (!db->examined)
        return say(SQLITE_CORRUPT, 0, db->path, err);
    trust_keep(db->path);
    return true;
}

// The file is one of ours and whole, or at least what `first` checks of it.
static bool inspect(struct db *db, enum db_mode mode, const char *const *first, int64_t *version,
                    struct err *err)
{
    bool whole = db->examined = trust_holds(db->path);
    if (!whole && first != NULL && trust_is_worth_it(db->path))
        for (whole = true; whole && *first != NULL; first++)
            whole = answers_ok(db, *first);
    else if (!whole)
        whole = db->examined = answers_ok(db, "PRAGMA quick_check(1)");
    int code = db->failure & 0xFF;
    bool foreign = code == SQLITE_NOTADB;
    if (code == SQLITE_OK && pragma(db, "PRAGMA application_id") != APPLICATION_ID)
        foreign = true;
    if (foreign) {
        db->failure = SQLITE_OK;
        return say(SQLITE_NOTADB, 0, db->path, err);
    }
    if (!db_succeeded(db, err))
        return false;
    if (!whole)
        return say(SQLITE_CORRUPT, 0, db->path, err);
    if (db->examined)
        trust_keep(db->path);
    *version = pragma(db, "PRAGMA user_version");
    if (*version > USER_VERSION && mode != DB_READ)
        return err_set(err, ERR_NEWER,
                       N_("%s: a newer Erntebild wrote this file; here it can only be read. "
                          "Install the newer one."),
                       db->path);
    return db_succeeded(db, err);
}

static bool is_empty(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode) && about.st_size == 0;
}

// Killed while it was made: SQLite has taken back all of it just now.
static bool was_never_made(struct db *db)
{
    return pragma(db, "PRAGMA page_count") == 0 && db->failure == SQLITE_OK;
}

static bool open_file(struct db *db, enum db_mode mode, const char *schema,
                      const char *const *first, int64_t *version, struct err *err)
{
    bool fresh =
        mode == DB_MAKE && (!g_file_test(db->path, G_FILE_TEST_EXISTS) || is_empty(db->path));
    // A reader may have to roll back what a killed writer left: it opens for writing where it can,
    // and then forbids itself to write.
    bool writable = mode != DB_READ || access(db->path, W_OK) == 0;
    int flags = writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (fresh) {
        int fd = open(db->path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (fd < 0)
            return err_set_errno(err, errno, db->path);
        close(fd);
    }
    if (!take_lock(db, mode != DB_READ, err))
        return false;
    if (mode != DB_READ && access(db->path, W_OK) != 0)
        return err_set_errno(err, errno, db->path);
    if (!fresh && is_empty(db->path))
        return say(SQLITE_NOTADB, 0, db->path, err);
    int code = sqlite3_open_v2(db->path, &db->handle, flags | SQLITE_OPEN_PRIVATECACHE, NULL);
    if (code != SQLITE_OK)
        return say(code, sqlite3_system_errno(db->handle), db->path, err);
    sqlite3_extended_result_codes(db->handle, 1);
    harden(db);
    fresh = fresh || (mode == DB_MAKE && was_never_made(db));
    if (!fresh && !inspect(db, mode, first, version, err))
        return false;
    if (mode == DB_READ && !db_run(db, "PRAGMA query_only = ON", err))
        return false;
    db->wrote = mode != DB_READ;
    if (mode != DB_READ &&
        !db_run(db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;", err))
        return false;
    if (fresh) {
        *version = USER_VERSION;
        db->examined = true;
        if (!make(db, schema, err)) {
            unlink(db->path); // nothing half-made stays
            return false;
        }
    }
    return true;
}

static void query_free(void *data)
{
    struct query *query = data;
    sqlite3_finalize(query->statement);
    g_free(query);
}

struct db *db_open(const char *path, enum db_mode mode, const char *schema,
                   const char *const *first, int64_t *version, struct err *err)
{
    struct db *db = g_new0(struct db, 1);
    db->path = g_strdup(path);
    db->lock = -1;
    db->queries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, query_free);
    if (!open_file(db, mode, schema, first, version, err)) {
        db_close(db);
        return NULL;
    }
    return db;
}

void db_close(struct db *db)
{
    if (db == NULL)
        return;
    g_assert(db->depth == 0);
    g_hash_table_destroy(db->queries);
    sqlite3_close(db->handle);
    if (db->wrote && db->examined)
        trust_keep(db->path); // as it is now: under our lock nobody else wrote in it
    if (db->lock >= 0)
        close(db->lock);
    g_free(db->path);
    g_free(db);
}

const char *db_path(const struct db *db)
{
    return db->path;
}

uint64_t db_identity(const struct db *db)
{
    return db->identity;
}

int64_t db_data_version(struct db *db)
{
    return pragma(db, "PRAGMA data_version");
}

// ---- transactions -------------------------------------------------------------------------------

void db_begin(struct db *db)
{
    if (db->depth++ == 0) {
        db->taken_back = false;
        remember(db, sqlite3_exec(db->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL));
    }
}

static void take_back(struct db *db)
{
    // SQLite may have rolled back by itself already (disk full).
    if (!sqlite3_get_autocommit(db->handle))
        sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool db_commit(struct db *db, struct err *err)
{
    g_assert(db->depth > 0);
    if (--db->depth > 0)
        return db->failure == SQLITE_OK && !db->taken_back;
    if (db->failure == SQLITE_OK && !db->taken_back)
        remember(db, sqlite3_exec(db->handle, "COMMIT", NULL, NULL, NULL));
    bool ok = db->failure == SQLITE_OK && !db->taken_back;
    if (!ok)
        take_back(db);
    return db_succeeded(db, err) && ok;
}

void db_rollback(struct db *db)
{
    g_assert(db->depth > 0);
    db->taken_back = true;
    if (--db->depth > 0)
        return;
    take_back(db);
    db->failure = SQLITE_OK;
}

bool db_run(struct db *db, const char *sql, struct err *err)
{
    remember(db, sqlite3_exec(db->handle, sql, NULL, NULL, NULL));
    return err == NULL || db_succeeded(db, err);
}

// ---- statements ---------------------------------------------------------------------------------

struct query *db_query(struct db *db, const char *sql)
{
    struct query *query = g_hash_table_lookup(db->queries, sql);
    if (query == NULL) {
        query = g_new0(struct query, 1);
        query->db = db;
        g_hash_table_insert(db->queries, g_strdup(sql), query);
    }
    if (query->statement == NULL)
        remember(db, sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                        &query->statement, NULL));
    g_assert(!query->busy); // a query is not asked again while its rows are read
    query->busy = true;
    return query;
}

void query_int(struct query *query, int i, int64_t value)
{
    remember(query->db, sqlite3_bind_int64(query->statement, i, value));
}

void query_real(struct query *query, int i, double value)
{
    remember(query->db, sqlite3_bind_double(query->statement, i, value));
}

void query_text(struct query *query, int i, const char *value)
{
    remember(query->db, value == NULL
                            ? sqlite3_bind_null(query->statement, i)
                            : sqlite3_bind_text(query->statement, i, value, -1, SQLITE_STATIC));
}

void query_null(struct query *query, int i)
{
    remember(query->db, sqlite3_bind_null(query->statement, i));
}

void query_done(struct query *query)
{
    if (query->statement != NULL) { // NULL: it could not even be prepared
        sqlite3_reset(query->statement);
        sqlite3_clear_bindings(query->statement);
    }
    query->busy = false;
}

bool query_next(struct query *query)
{
    int code = query->db->failure != SQLITE_OK ? SQLITE_ABORT : sqlite3_step(query->statement);
    if (code == SQLITE_ROW)
        return true;
    if (query->db->failure == SQLITE_OK)
        remember(query->db, code);
    query_done(query);
    return false;
}

bool query_run(struct query *query)
{
    if (query_next(query))
        query_done(query);
    return query->db->failure == SQLITE_OK;
}

enum query_type query_type(struct query *query, int i)
{
    switch (sqlite3_column_type(query->statement, i)) {
    case SQLITE_INTEGER:
        return QUERY_INT;
    case SQLITE_FLOAT:
        return QUERY_REAL;
    case SQLITE_TEXT:
        return QUERY_TEXT;
    default:
        return QUERY_NULL;
    }
}

int64_t query_to_int(struct query *query, int i)
{
    return sqlite3_column_int64(query->statement, i);
}

double query_to_real(struct query *query, int i)
{
    return sqlite3_column_double(query->statement, i);
}

const char *query_to_text(struct query *query, int i)
{
    const unsigned char *text = sqlite3_column_text(query->statement, i);
    return text != NULL ? (const char *)text : "";
}
