// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of scenes: formats, pages, resolution, failures that leave nothing behind.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "draw/geometry.h"
#include "draw/scene.h"
#include "publish/publish.h"

struct fixture {
    char *folder;
    struct scene *pages[2];
};

static int set_up(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    fixture->folder = g_dir_make_tmp("erntebild-picture-XXXXXX", NULL);
    for (int i = 0; i < 2; i++) {
        fixture->pages[i] = scene_new(100, 50);
        struct line line;
        line_init(&line);
        line_add_rect(&line, 10, 10, 20 + 10 * i, 20);
        scene_begin(
            fixture->pages[i],
            (struct scene_mark){.kind = KIND_FIGURE, .role = ROLE_FIGURE, .box = BOX_EMPTY});
        scene_fill(fixture->pages[i], &line, 1, AFFINE_IDENTITY, COLOUR_WARM, false);
        scene_end(fixture->pages[i]);
        line_clear(&line);
    }
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    GDir *dir = g_dir_open(fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        char *path = g_build_filename(fixture->folder, name, NULL);
        g_unlink(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(fixture->folder);
    for (int i = 0; i < 2; i++)
        scene_free(fixture->pages[i]);
    g_free(fixture->folder);
    g_free(fixture);
    return 0;
}

// The bytes that `name` holds after publishing both pages to it; g_free them.
static char *publish(struct fixture *fixture, const char *name, double dpi, size_t *size)
{
    char *path = g_build_filename(fixture->folder, name, NULL);
    const struct publication publication = {
        .title = "Werkstatt", .lang = "de", .date = "2016-03-14"};
    const struct scene *pages[] = {fixture->pages[0], fixture->pages[1]};
    struct err err = {0};
    if (!publish_scenes(path, pages, 2, &publication, dpi, &err))
        fail_msg("%s", err.text);
    char *bytes;
    assert_true(g_file_get_contents(path, &bytes, size, NULL));
    g_free(path);
    return bytes;
}

static guint32 big_endian(const char *bytes)
{
    guint32 value;
    memcpy(&value, bytes, sizeof value);
    return GUINT32_FROM_BE(value);
}

static void test_png_size_and_resolution(void **state)
{
    size_t size;
    char *png = publish(*state, "a.png", 254, &size); // 10 pixels a mm
    assert_memory_equal(png, "\x89PNG", 4);
    assert_int_equal(big_endian(png + 16), 1000);
    assert_int_equal(big_endian(png + 20), 500);
    g_free(png);
    png = publish(*state, "a-2.png", 0, &size);  // page 2 by its own name is page 1 here
    assert_int_equal(big_endian(png + 16), 591); // 150 dpi
    g_free(png);
}

static void test_png_has_a_file_a_page(void **state)
{
    struct fixture *fixture = *state;
    size_t size;
    g_free(publish(fixture, "b.PNG", 50, &size));
    char *second = g_build_filename(fixture->folder, "b-2.PNG", NULL);
    assert_true(g_file_test(second, G_FILE_TEST_EXISTS));
    g_free(second);
}

static void test_pdf_holds_all_pages_and_its_date(void **state)
{
    size_t size;
    char *pdf = publish(*state, "c.pdf", 0, &size);
    assert_memory_equal(pdf, "%PDF-1.5", 8);
    struct fixture *fixture = *state;
    char *path = g_build_filename(fixture->folder, "c.pdf", NULL), *info = NULL;
    char *argv[] = {(char[]){"pdfinfo"}, (char[]){"-isodates"}, path, NULL};
    assert_true(
        g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &info, NULL, NULL, NULL));
    char *pages = strstr(info, "Pages:");
    assert_non_null(pages);
    assert_int_equal(atoi(pages + strlen("Pages:")), 2);
    assert_non_null(strstr(info, "2016-03-14T"));
    char *tagged = strstr(info, "Tagged:");
    assert_non_null(tagged);
    assert_memory_equal(g_strchug(tagged + strlen("Tagged:")), "yes", 3);
    g_free(info);
    g_free(path);
    size_t again_size;
    char *again = publish(*state, "d.pdf", 0, &again_size);
    assert_int_equal(size, again_size);
    assert_memory_equal(pdf, again, size);
    g_free(again);
    g_free(pdf);
}

static void test_svg_is_millimetre_true(void **state)
{
    size_t size;
    char *svg = publish(*state, "e.svg", 0, &size);
    assert_non_null(strstr(svg, "width=\"283.46")); // 100 mm in points
    g_free(svg);
}

static void test_failures_leave_nothing(void **state)
{
    struct fixture *fixture = *state;
    const struct publication publication = {0};
    const struct scene *pages[] = {fixture->pages[0]};
    struct err err = {0};
    assert_false(publish_scenes("poster.gif", pages, 1, &publication, 0, &err));
    assert_int_equal(err.code, ERR_USAGE);
    err_clear(&err);
    char *path = g_build_filename(fixture->folder, "no", "x.pdf", NULL);
    assert_false(publish_scenes(path, pages, 1, &publication, 0, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    g_free(path);
    err_clear(&err);
    path = g_build_filename(fixture->folder, "huge.png", NULL);
    assert_false(publish_scenes(path, pages, 1, &publication, 2e6, &err));
    assert_int_equal(err.code, ERR_INPUT);
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    g_free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_png_size_and_resolution, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_png_has_a_file_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pdf_holds_all_pages_and_its_date, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_svg_is_millimetre_true, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_failures_leave_nothing, set_up, tear_down),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
