// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A large file from elsewhere opens when its log is whole; the rest is looked through afterwards. Damage
// that is found then ends the writing; a damaged log is refused at once.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "fake.h"
#include "store/store.h"
#include "store/trust.h"

enum { WORKSHOPS = 9, LETTERS = 1 << 20 };

static void must(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->text);
}

// A large file with WORKSHOPS long workshops, copied as if it came on a stick.
static char *copy_of_large(struct fake *fake)
{
    struct err err = {0};
    char *path = fake_path(fake, "large"), *copy = fake_path(fake, "copy"), *bytes = NULL;
    gsize size;
    char *text = g_malloc(LETTERS);
    memset(text, 'x', LETTERS - 1);
    text[LETTERS - 1] = '\0';
    struct store *store = store_open(path, STORE_MAKE, fake_world(fake, 5), &err);
    must(store != NULL, &err);
    for (int i = 0; i < WORKSHOPS; i++) {
        struct change *change = store_begin(store, 0, "Setup");
        int64_t row = change_new_row(change);
        change_text(change, ENTITY_WORKSHOP, row, "title", "Werkstatt");
        change_text(change, ENTITY_WORKSHOP, row, "note", text);
        must(store_commit(change, &err), &err);
    }
    store_close(store);
    assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    assert_true(g_file_set_contents(copy, bytes, (gssize)size, NULL));
    assert_true(trust_is_worth_it(copy) && !trust_holds(copy));
    g_free(bytes);
    g_free(text);
    g_free(path);
    return copy;
}

// Overwrites the first page of a table's tree.
static void damage(const char *path, const char *table)
{
    sqlite3 *db;
    sqlite3_stmt *statement;
    char noise[4096];
    memset(noise, 0xFF, sizeof noise);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT rootpage FROM sqlite_schema WHERE name = ?1", -1,
                                        &statement, NULL), SQLITE_OK);
    sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    off_t page = (off_t)(sqlite3_column_int64(statement, 0) - 1) * (off_t)sizeof noise;
    sqlite3_finalize(statement);
    sqlite3_close(db);
    int file = open(path, O_WRONLY | O_CLOEXEC);
    assert_int_equal(pwrite(file, noise, sizeof noise, page), sizeof noise);
    close(file);
}

static void a_whole_one_is_known_once_it_was_looked_through(void **state)
{
    (void)state;
    struct fake fake;
    struct err err = {0};
    fake_init(&fake, 1);
    char *path = copy_of_large(&fake);
    struct store *store = store_open_first(path, STORE_WRITE, fake_world(&fake, 6), &err);
    must(store != NULL, &err);
    assert_false(store_is_examined(store));
    store_close(store);
    assert_false(trust_holds(path)); // nobody has read all of it
    store = store_open_first(path, STORE_WRITE, fake_world(&fake, 6), &err);
    must(store != NULL && store_examine(store, &err), &err);
    assert_true(store_is_examined(store));
    store_close(store);
    assert_true(trust_holds(path));
    g_free(path);
    fake_clear(&fake);
}

static void a_damaged_one_is_only_read_from_then_on(void **state)
{
    (void)state;
    struct fake fake;
    struct err err = {0}, unsaved = {0};
    fake_init(&fake, 2);
    char *path = copy_of_large(&fake);
    damage(path, "workshop");
    struct store *store = store_open_first(path, STORE_WRITE, fake_world(&fake, 6), &err);
    must(store != NULL, &err);
    assert_false(store_examine(store, &err));
    assert_int_equal(err.code, ERR_DAMAGED);
    struct change *change = store_begin(store, 0, "Setup");
    change_text(change, ENTITY_PARTY, change_new_row(change), "name", "Amt");
    assert_false(store_commit(change, &unsaved));
    assert_int_equal(unsaved.code, ERR_READ_ONLY);
    store_close(store);
    assert_false(trust_holds(path));
    g_free(path);
    fake_clear(&fake);
}

static void a_damaged_log_is_refused_at_once(void **state)
{
    (void)state;
    struct fake fake;
    struct err err = {0};
    fake_init(&fake, 3);
    char *path = copy_of_large(&fake);
    damage(path, "op");
    assert_null(store_open_first(path, STORE_WRITE, fake_world(&fake, 6), &err));
    assert_int_equal(err.code, ERR_DAMAGED);
    g_free(path);
    fake_clear(&fake);
}

int main(void)
{
    char *cache = fake_remember();
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_one_is_known_once_it_was_looked_through),
        cmocka_unit_test(a_damaged_one_is_only_read_from_then_on),
        cmocka_unit_test(a_damaged_log_is_refused_at_once),
    };
    int failed = cmocka_run_group_tests_name("examine", tests, NULL, NULL);
    fake_forget(cache);
    return failed;
}
