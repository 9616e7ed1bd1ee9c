// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What hosts bring: their picture stands once on the page of every composition, clear of all words; and
// the panorama that suits a workshop which chose none.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/err.h"
#include "draw/scene.h"
#include "poster/harvest.h"
#include "poster/motif.h"
#include "publish/press.h"
#include "store/import.h"
#include "store/store.h"

static const char workshop[] = "# Zukunftswerkstatt Süd\nDatum: 2026-03-14\nOrt: Rathaus\n"
                               "Frage: Wie wollen wir leben?\n## Lernen\n- Sprachcafé am Abend (3)\n"
                               "- Lesepaten in der Kita (2)\n## Wohnen\n- Garten für alle (4)\n- Ein Fest\n"
                               "## Kernpunkte\n- Wissen, wer was macht\n- Mehr Zeit\n";
static const char dot[] = // a PNG of one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

// The box of the only picture; every mark with words keeps clear of it.
static struct box box_of_picture(const struct scene *page)
{
    struct box box = BOX_EMPTY;
    for (size_t i = 0; i < page->marks_n; i++)
        if (g_strcmp0(page->marks[i].id, "figure:picture") == 0) {
            assert_true(box_is_empty(box));
            box = page->marks[i].ink;
        }
    return box;
}

static void check_page(const struct scene *page, const char *style)
{
    size_t images = 0;
    struct box box = box_of_picture(page), sheet = {0, 0, page->w, page->h};
    for (size_t i = 0; i < page->items_n; i++)
        images += page->items[i].type == SCENE_IMAGE ? 1 : 0;
    if (images != 1 || box.w < 0.04 * page->w)
        fail_msg("%s: %zu pictures, %.0f mm wide", style, images, box.w);
    assert_true(box.x >= 0 && box.y >= 0 && box.x + box.w <= sheet.w && box.y + box.h <= sheet.h);
    for (size_t i = 0; i < page->marks_n; i++)
        if (page->marks[i].text != NULL && box_overlaps(page->marks[i].ink, box, 0))
            fail_msg("%s: \"%s\" lies on the picture", style, page->marks[i].text);
}

static void test_the_picture_is_on_every_composition(void **state)
{
    (void)state;
    struct err err = {0};
    struct import_result result;
    char *folder = g_dir_make_tmp("erntebild-hosts-XXXXXX", NULL);
    char *path = g_build_filename(folder, "a.erntebild", NULL);
    struct store *store = store_open(path, STORE_MAKE, world_real(), &err);
    struct press *press = press_open(&err);
    assert_true(store != NULL && press != NULL);
    assert_true(store_import_text(store, "a.md", workshop, strlen(workshop), &result, &err));
    struct change *change = store_begin(store, 0, "test");
    change_text(change, ENTITY_WORKSHOP, result.workshop, "picture", dot);
    assert_true(store_commit(change, &err));
    for (size_t i = 0; poster_style_name(i) != NULL; i++)
        for (int upright = 0; upright < 2; upright++) {
            const struct poster_options options = {.w_mm = upright ? 594 : 841,
                                                   .h_mm = upright ? 841 : 594,
                                                   .style = poster_style_name(i)};
            struct print *print = press_print(press, store, result.workshop, &options, &err);
            assert_non_null(print);
            assert_string_equal(poster_style(print->poster), options.style);
            check_page(poster_page(print->poster, 0), options.style);
            print_free(print);
        }
    press_close(press);
    store_close(store);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        char *file = g_build_filename(folder, name, NULL);
        g_unlink(file);
        g_free(file);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    g_free(path);
    g_free(folder);
}

static void test_the_panorama_suits(void **state)
{
    (void)state;
    static const struct {
        const char *title, *place, *motif;
    } rows[] = {
        {"Schule der Zukunft", "Magdeburg", "school"}, {"Zukunft", "Rathaus Magdeburg", "skyline"},
        {"Unser Dorf", NULL, "village"},               {"Klimarat", "Linz", "hills"},
        {"Parkplätze", NULL, "door"},                  {"Der Park", NULL, "park"},
        {"مدرستنا", NULL, "door"},                     {NULL, NULL, "door"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct harvest harvest = {.title = rows[i].title, .place = rows[i].place};
        assert_string_equal(motif_of(&harvest), rows[i].motif);
        harvest.picture = dot;
        assert_null(motif_of(&harvest));
        harvest.motif = "port"; // what was chosen wins
        assert_string_equal(motif_of(&harvest), "port");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_picture_is_on_every_composition),
        cmocka_unit_test(test_the_panorama_suits),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("hosts", tests, NULL, NULL);
}
