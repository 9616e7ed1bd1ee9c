// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The making of a picture: empty at first, the finished page at last, never less than before, in the
// order in which things came; as one page for browsers and as numbered frames.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <json.h>
#include <string.h>

#include "base/err.h"
#include "draw/growth.h"
#include "draw/paint.h"
#include "draw/scene.h"
#include "poster/making.h"
#include "publish/film.h"
#include "publish/press.h"
#include "store/import.h"
#include "store/store.h"

static const char workshop[] = "# Werkstatt Süd\nDatum: 2026-03-14\n## Lernen\n- Sprachcafé am Abend (3)\n"
                               "- [ar] دورات لغة للأمهات (2)\n## Wohnen\n- Garten für alle (4)\n- Ein Fest\n"
                               "## Kernpunkte\n- Wissen, wer was macht\n"
                               "## Vereinbarungen\n- Jugendamt: Liste, bis 2026-04-30\n";

struct fixture {
    char *folder, *path;
    struct store *store;
    struct press *press;
    struct print *print;
    const struct scene *page;
};

static int set_up(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    struct err err = {0};
    struct import_result result;
    fixture->folder = g_dir_make_tmp("erntebild-film-XXXXXX", NULL);
    fixture->path = g_build_filename(fixture->folder, "film.erntebild", NULL);
    fixture->store = store_open(fixture->path, STORE_MAKE, world_real(), &err);
    if (fixture->store != NULL &&
        store_import_text(fixture->store, "a.md", workshop, strlen(workshop), &result, &err))
        fixture->press = press_open(&err);
    if (fixture->press != NULL) {
        const struct poster_options options = {.w_mm = 420, .h_mm = 297, .style = "ring"};
        fixture->print = press_print(fixture->press, fixture->store, result.workshop, &options, &err);
    }
    if (fixture->print == NULL)
        fail_msg("%s", err.text);
    fixture->page = poster_page(fixture->print->poster, 0);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    print_free(fixture->print);
    press_close(fixture->press);
    store_close(fixture->store);
    GDir *dir = g_dir_open(fixture->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        char *path = g_build_filename(fixture->folder, name, NULL);
        g_unlink(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(fixture->folder);
    g_free(fixture->path);
    g_free(fixture->folder);
    g_free(fixture);
    return 0;
}

// How many pixels of a painted scene are not bare paper; the pixels go to `hash`.
static size_t inked(const struct scene *scene, guint *hash)
{
    enum { W = 840, H = 594 };
    uint32_t *pixels = g_new(uint32_t, (size_t)W * H);
    paint_pixels((uint8_t *)pixels, W, H, W * 4, 2, scene, NULL, 0, COLOUR_PAPER);
    size_t n = 0;
    for (size_t i = 0; i < (size_t)W * H; i++)
        n += (pixels[i] & 0xffffff) != 0xffffff ? 1 : 0;
    if (hash != NULL) {
        GBytes *bytes = g_bytes_new_static(pixels, (size_t)W * H * 4);
        *hash = g_bytes_hash(bytes);
        g_bytes_unref(bytes);
    }
    g_free(pixels);
    return n;
}

static void test_it_grows_from_nothing_to_the_page(void **state)
{
    struct fixture *fixture = *state;
    struct making *making = making_new(fixture->page, fixture->print->harvest);
    struct scene *frame = scene_new(fixture->page->w, fixture->page->h);
    making_draw(making, 0, frame);
    assert_int_equal(inked(frame, NULL), 0);
    size_t before = 0;
    for (int i = 1; i <= 12; i++) {
        making_draw(making, i / 12.0, frame);
        size_t now = inked(frame, NULL);
        // A paper base that covers a line is the only thing that takes ink away.
        assert_true(now + now / 50 > before);
        before = now;
    }
    guint last, page;
    inked(frame, &last);
    inked(fixture->page, &page);
    assert_int_equal(last, page);
    scene_free(frame);
    making_free(making);
}

// When the mark with `id` begins to be drawn.
static double begin_of(const struct fixture *fixture, const struct making *making, const char *id)
{
    double first = 2;
    for (size_t i = 0; i < fixture->page->items_n; i++) {
        int mark = fixture->page->items[i].mark;
        double from, to;
        making_span(making, i, &from, &to);
        assert_true(from >= 0 && from <= to && to <= 1.000001);
        if (mark >= 0 && fixture->page->marks[mark].id != NULL &&
            g_str_has_prefix(fixture->page->marks[mark].id, id))
            first = MIN(first, from);
    }
    assert_true(first <= 1);
    return first;
}

static void test_things_come_in_their_order(void **state)
{
    struct fixture *fixture = *state;
    struct harvest *harvest = fixture->print->harvest;
    struct harvest_idea *garden = &harvest->tables[1].ideas[0], *cafe = &harvest->tables[0].ideas[0];
    for (int turn = 0; turn < 2; turn++) {
        garden->made = turn == 0 ? 1 : 9000000000000;
        struct making *making = making_new(fixture->page, harvest);
        double title = begin_of(fixture, making, "title:"), place = begin_of(fixture, making, "table:2");
        double card = begin_of(fixture, making, garden->id), other = begin_of(fixture, making, cafe->id);
        double core = begin_of(fixture, making, "core:"), agreed = begin_of(fixture, making, "agreement:");
        assert_true(title < place && place < card && card < core && core < agreed);
        assert_true(turn == 0 ? card < other : card > other);
        making_free(making);
    }
}

static void test_a_stroke_grows_along_its_path(void **state)
{
    (void)state;
    struct scene *page = scene_new(200, 100), *part = scene_new(200, 100);
    struct line line;
    line_init(&line); // a ribbon from left to right: there below, back above
    for (int i = 0; i <= 10; i++)
        line_add(&line, 10 + i * 10, 51);
    for (int i = 10; i >= 0; i--)
        line_add(&line, 10 + i * 10, 49);
    scene_fill(page, &line, 1, AFFINE_IDENTITY, COLOUR_INK, false);
    line_clear(&line);
    line_add_rect(&line, 10, 10, 60, 30);
    scene_fill(page, &line, 1, AFFINE_IDENTITY, COLOUR_WARM, false);
    assert_int_equal(growth_of(&page->items[0]), GROWTH_STROKE);
    assert_int_equal(growth_of(&page->items[1]), GROWTH_AREA);
    assert_true(growth_length(&page->items[0]) > 99 && growth_length(&page->items[0]) < 103);
    growth_put(part, &page->items[0], 0.5);
    assert_true(part->ink.x == 10 && part->ink.w > 48 && part->ink.w < 52 && part->ink.h == 2);
    scene_reset(part);
    growth_put(part, &page->items[1], 0.5);
    assert_int_equal(part->items[0].colour, colour_fade(COLOUR_WARM, 0.5));
    scene_reset(part);
    growth_put(part, &page->items[0], 0);
    assert_int_equal(part->items_n, 0);
    line_clear(&line);
    scene_free(part);
    scene_free(page);
}

static char *saved(struct fixture *fixture, const char *name, double seconds, size_t *size)
{
    struct err err = {0};
    char *path = g_build_filename(fixture->folder, name, NULL), *bytes;
    const struct film_options options = {.seconds = seconds};
    if (!film_save(fixture->press, fixture->print, path, &options, &err))
        fail_msg("%s", err.text);
    assert_true(g_file_get_contents(path, &bytes, size, NULL));
    g_free(path);
    return bytes;
}

// The layers of the title's drawn letters are uncovered together.
static void test_letters_come_as_one(void **state)
{
    struct fixture *fixture = *state;
    const struct scene *page = fixture->page;
    struct making *making = making_new(page, fixture->print->harvest);
    int letters = 0;
    for (size_t i = 0; i < page->marks_n; i++) {
        const struct scene_mark *mark = &page->marks[i];
        double first, last, from, to;
        if (mark->kind != KIND_TITLE || mark->role != ROLE_H1)
            continue;
        making_span(making, mark->first, &first, &last);
        for (size_t k = mark->first; k < mark->end; k++, letters++) {
            struct box window;
            bool rtl;
            making_span(making, k, &from, &to);
            assert_true(from == first && to == last && from < to);
            assert_true(making_window(making, k, &window, &rtl) && !rtl);
            assert_true(window.w == mark->ink.w);
        }
    }
    assert_true(letters > 3);
    making_free(making);
}

static void test_a_page_for_browsers(void **state)
{
    size_t size, again_size;
    char *page = saved(*state, "a.html", 60, &size), *again = saved(*state, "b.html", 60, &again_size);
    assert_int_equal(size, again_size);
    assert_memory_equal(page, again, size);
    assert_non_null(strstr(page, "<title>Werkstatt Süd</title>"));
    assert_null(strstr(page, "http")); // needs nothing from elsewhere
    const char *data = strstr(page, "const film = ");
    assert_non_null(data);
    // Steps are relative: without its letter the first one would lead to the page's corner.
    assert_false(g_regex_match_simple("M-?[0-9]+ -?[0-9]+ ", data, 0, 0));
    struct json_tokener *tokener = json_tokener_new();
    struct json_object *film = json_tokener_parse_ex(tokener, data + strlen("const film = "), -1), *items;
    assert_non_null(film);
    assert_true(json_object_object_get_ex(film, "items", &items));
    struct fixture *fixture = *state;
    size_t shown = 0;
    for (size_t i = 0; i < fixture->page->items_n; i++)
        shown += growth_of(&fixture->page->items[i]) != GROWTH_BORDER &&
                         !box_is_empty(fixture->page->items[i].box)
                     ? 1
                     : 0;
    assert_int_equal(json_object_array_length(items), shown);
    json_object_put(film);
    json_tokener_free(tokener);
    g_free(page);
    g_free(again);
}

static void test_numbered_frames(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    char *form = g_build_filename(fixture->folder, "f-%02d.png", NULL);
    const struct film_options options = {.seconds = 2, .frames_a_second = 2, .dpi = 30};
    assert_true(film_save(fixture->press, fixture->print, form, &options, &err));
    for (int i = 1; i <= 4; i++) {
        char *name = g_strdup_printf("f-%02d.png", i), *path = g_build_filename(fixture->folder, name, NULL);
        assert_true(g_file_test(path, G_FILE_TEST_EXISTS));
        g_free(path);
        g_free(name);
    }
    g_free(form);
}

static void test_other_names_are_refused(void **state)
{
    struct fixture *fixture = *state;
    static const char *const names[] = {"a.pdf", "a.png", "a-%03d-%03d.png", "a-%s.png", "a-%99d.png", "a"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        struct err err = {0};
        const struct film_options options = {.seconds = 2};
        assert_false(film_save(fixture->press, fixture->print, names[i], &options, &err));
        assert_non_null(strstr(err.text, ".html"));
        assert_false(g_file_test(names[i], G_FILE_TEST_EXISTS));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_grows_from_nothing_to_the_page),
        cmocka_unit_test(test_things_come_in_their_order),
        cmocka_unit_test(test_a_stroke_grows_along_its_path),
        cmocka_unit_test(test_letters_come_as_one),
        cmocka_unit_test(test_a_page_for_browsers),
        cmocka_unit_test(test_numbered_frames),
        cmocka_unit_test(test_other_names_are_refused),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
