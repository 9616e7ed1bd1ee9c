// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A large file that was found whole is not read through again; one that was touched is.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "fake.h"
#include "store/store.h"
#include "store/trust.h"

enum { CARDS = 10, LETTERS = 1 << 20 };

static void must(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->text);
}

static struct store *open_file(struct fake *fake, const char *path, enum store_mode mode,
                               struct err *err)
{
    return store_open(path, mode, fake_world(fake, 5), err);
}

static void what_was_touched_is_checked_again(void **state)
{
    (void)state;
    struct fake fake;
    struct err err = {0};
    fake_init(&fake, 1);
    char *path = fake_path(&fake, "large"), *copy = fake_path(&fake, "copy"), *bytes = NULL;
    gsize size;
    char *text = g_malloc(LETTERS);
    memset(text, 'x', LETTERS - 1);
    text[LETTERS - 1] = '\0';
    struct store *store = open_file(&fake, path, STORE_MAKE, &err);
    must(store != NULL, &err);
    assert_false(trust_holds(path)); // small yet
    struct change *change = store_begin(store, 0, "Setup");
    for (int i = 0; i < CARDS; i++)
        change_text(change, ENTITY_WORKSHOP, change_new_row(change), "note", text);
    must(store_commit(change, &err), &err);
    store_close(store);
    assert_true(trust_holds(path));
    store = open_file(&fake, path, STORE_WRITE, &err);
    must(store != NULL, &err);
    store_close(store);
    assert_true(trust_holds(path));
    // A copy is another file.
    assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    assert_true(g_file_set_contents(copy, bytes, (gssize)size, NULL));
    assert_false(trust_holds(copy));
    // What another program writes is seen and found.
    int file = open(path, O_WRONLY | O_CLOEXEC);
    memset(text, 0xFF, 65536);
    assert_int_equal(pwrite(file, text, 65536, (off_t)(size / 2 & ~4095u)), 65536);
    assert_int_equal(pwrite(file, text, 60000, 8192), 60000);
    close(file);
    assert_false(trust_holds(path));
    assert_null(open_file(&fake, path, STORE_WRITE, &err));
    assert_int_equal(err.code, ERR_DAMAGED);
    assert_false(trust_holds(path));
    g_free(bytes);
    g_free(text);
    g_free(path);
    g_free(copy);
    fake_clear(&fake);
}

int main(void)
{
    char *cache = fake_remember();
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_was_touched_is_checked_again)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fake_forget(cache);
    return failed;
}
