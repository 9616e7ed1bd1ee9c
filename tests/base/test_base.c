// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/random.h"
#include "base/tr.h"
#include "base/world.h"

static void test_first_error_wins(void **state)
{
    (void)state;
    struct err err = {0};
    assert_false(err_set(&err, ERR_INPUT, "line %d", 3));
    assert_false(err_set(&err, ERR_IO, "later"));
    assert_int_equal(err.code, ERR_INPUT);
    assert_string_equal(err.text, "line 3");
    err_clear(&err);
    err_set_errno(&err, ENOSPC, "/stick/bild.pdf");
    assert_int_equal(err.code, ERR_FULL);
    assert_non_null(strstr(err.text, "/stick/bild.pdf"));
}

static void test_long_error_stays_valid_utf8(void **state)
{
    (void)state;
    GString *long_name = g_string_new(NULL);
    for (int i = 0; i < 1000; i++)
        g_string_append(long_name, "ü");
    struct err err = {0};
    err_set(&err, ERR_INPUT, "x%s", long_name->str);
    assert_true(g_utf8_validate(err.text, -1, NULL));
    g_string_free(long_name, TRUE);
}

static void test_arena_pieces_are_zero_and_apart(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct random random = random_of("arena");
    unsigned char *pieces[500];
    size_t sizes[500];
    for (int i = 0; i < 500; i++) {
        sizes[i] = random_below(&random, 2) ? random_below(&random, 200) : random_below(&random, 40000);
        pieces[i] = arena_alloc(arena, sizes[i]);
        assert_int_equal((uintptr_t)pieces[i] % 16, 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], i % 251 + 1, sizes[i]);
    }
    for (int i = 0; i < 500; i++)
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], i % 251 + 1);
    arena_reset(arena);
    assert_int_equal(arena_size(arena), 0);
    assert_string_equal(arena_printf(arena, "%d %s", 7, "Karten"), "7 Karten");
    arena_free(arena);
}

// First outputs of splitmix64 for seed 0 (reference implementation by S. Vigna).
static void test_splitmix_reference(void **state)
{
    (void)state;
    struct random random = random_seeded(0);
    assert_true(random_next(&random) == UINT64_C(0xE220A8397B1DCDAF));
    assert_true(random_next(&random) == UINT64_C(0x6E789E6AA1B965F4));
    assert_true(random_next(&random) == UINT64_C(0x06C45D188009454F));
}

static void test_file_is_old_or_new(void **state)
{
    (void)state;
    char *folder = g_dir_make_tmp("erntebild-XXXXXX", NULL);
    char *path = g_build_filename(folder, "a.txt", NULL);
    struct err err = {0};
    assert_true(file_write(path, "eins", 4, &err));
    assert_true(file_write(path, "zwei!", 5, &err));
    size_t size;
    char *back = file_read(path, &size, &err);
    assert_int_equal(size, 5);
    assert_string_equal(back, "zwei!");
    g_free(back);
    char *in_nowhere = g_build_filename(folder, "no", "a.txt", NULL);
    assert_false(file_write(in_nowhere, "x", 1, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    err_clear(&err);
    assert_false(file_write(folder, "x", 1, &err)); // a folder is not replaced
    assert_int_equal(err.code, ERR_INPUT);
    GDir *dir = g_dir_open(folder, 0, NULL);
    int n = 0;
    while (g_dir_read_name(dir) != NULL)
        n++;
    assert_int_equal(n, 1); // nothing half-written is left
    g_dir_close(dir);
    g_unlink(path);
    g_rmdir(folder);
    g_free(in_nowhere);
    g_free(path);
    g_free(folder);
}

static void test_unknown_catalogue_answers_with_ids(void **state)
{
    (void)state;
    struct tr *tr = tr_open("xx");
    assert_string_equal(tr_text(tr, "New idea"), "New idea");
    assert_string_equal(tr_plural(tr, "%lu card", "%lu cards", 2), "%lu cards");
    tr_free(tr);
    tr = tr_open("../../etc/passwd");
    assert_string_equal(tr_text(tr, "New idea"), "New idea");
    tr_free(tr);
}

static void test_ids_are_positive(void **state)
{
    (void)state;
    struct world world = world_real();
    for (int i = 0; i < 1000; i++)
        assert_true(world_new_id(&world) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_error_wins),
        cmocka_unit_test(test_long_error_stays_valid_utf8),
        cmocka_unit_test(test_arena_pieces_are_zero_and_apart),
        cmocka_unit_test(test_splitmix_reference),
        cmocka_unit_test(test_file_is_old_or_new),
        cmocka_unit_test(test_unknown_catalogue_answers_with_ids),
        cmocka_unit_test(test_ids_are_positive),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
