// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sample's poster as it is painted: without its words, no ink may stand where the words will
// stand; no letter may be missing; ink and colour keep their share of the page (ART.md, section 1).

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
#include "draw/paint.h"
#include "draw/scene.h"
#include "publish/press.h"
#include "store/import.h"
#include "store/store.h"

#define PIXELS_A_MM 2.0
#define DARK 110 // a channel below this in all three is ink

struct fixture {
    char *folder, *path;
    struct store *store;
    struct press *press;
    struct print *print;
};

static int set_up(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    struct err err = {0};
    fixture->folder = g_dir_make_tmp("erntebild-pixels-XXXXXX", NULL);
    fixture->path = g_build_filename(fixture->folder, "sample.erntebild", NULL);
    fixture->store = store_open(fixture->path, STORE_MAKE, world_real(), &err);
    char *source = g_build_filename(g_getenv("ERNTEBILD_SOURCE"), "sessions/magdeburg-2016.md", NULL);
    struct import_result result;
    if (fixture->store != NULL && store_import(fixture->store, source, &result, &err))
        fixture->press = press_open(&err);
    if (fixture->press != NULL) {
        const struct poster_options options = {.w_mm = 841, .h_mm = 594};
        fixture->print = press_print(fixture->press, fixture->store, result.workshop, &options, &err);
    }
    g_free(source);
    if (fixture->print == NULL)
        fail_msg("%s", err.text);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    print_free(fixture->print);
    press_close(fixture->press);
    store_close(fixture->store);
    g_unlink(fixture->path);
    g_rmdir(fixture->folder);
    g_free(fixture->path);
    g_free(fixture->folder);
    g_free(fixture);
    return 0;
}

struct picture {
    int w, h;
    uint32_t *pixels;
};

static struct picture paint(const struct scene *scene)
{
    struct picture picture = {(int)(scene->w * PIXELS_A_MM), (int)(scene->h * PIXELS_A_MM), NULL};
    picture.pixels = g_new(uint32_t, (size_t)picture.w * (size_t)picture.h);
    paint_pixels((uint8_t *)picture.pixels, picture.w, picture.h, picture.w * 4, PIXELS_A_MM, scene, NULL, 0,
                 COLOUR_PAPER);
    return picture;
}

static bool is_dark(uint32_t pixel)
{
    return (pixel >> 16 & 255) < DARK && (pixel >> 8 & 255) < DARK && (pixel & 255) < DARK;
}

static int dark_pixels(const struct picture *picture, struct box mm)
{
    int n = 0;
    int x1 = (int)((mm.x + mm.w) * PIXELS_A_MM), y1 = (int)((mm.y + mm.h) * PIXELS_A_MM);
    for (int y = (int)(mm.y * PIXELS_A_MM) + 1; y < MIN(y1, picture->h); y++)
        for (int x = (int)(mm.x * PIXELS_A_MM) + 1; x < MIN(x1, picture->w); x++)
            n += is_dark(picture->pixels[y * picture->w + x]);
    return n;
}

// Titles are drawn as outlines, and stand on nothing but paper.
static bool is_lettering(const struct scene *scene, const struct scene_item *item)
{
    return item->type == SCENE_TEXT && (item->mark < 0 || scene->marks[item->mark].kind != KIND_TITLE);
}

static void words_stand_on_clear_ground(void **state)
{
    struct fixture *fixture = *state;
    const struct scene *scene = poster_page(fixture->print->poster, 0);
    struct scene wordless = *scene;
    wordless.items = g_memdup2(scene->items, scene->items_n * sizeof *scene->items);
    for (size_t i = 0; i < scene->items_n; i++)
        if (is_lettering(scene, &scene->items[i]))
            wordless.items[i].colour = COLOUR_NONE;
    struct picture picture = paint(&wordless);
    int bad = 0, words = 0;
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (!is_lettering(scene, item))
            continue;
        words++;
        // A few pixels are the blur of a line beside it.
        int dark = dark_pixels(&picture, item->box);
        if (dark > 4) {
            print_message("# %d dark pixels under \"%s\"\n", dark, item->text.run->text);
            bad++;
        }
    }
    assert_true(words > 150);
    assert_int_equal(bad, 0);
    g_free(picture.pixels);
    g_free(wordless.items);
}

static void no_letter_is_missing(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < poster_pages(fixture->print->poster); i++) {
        const char *first = NULL;
        int missing = scene_missing_glyphs(poster_page(fixture->print->poster, i), &first);
        if (missing > 0)
            fail_msg("page %zu: %d characters without a glyph, first in \"%s\"", i + 1, missing, first);
    }
}

static void ink_and_colour_keep_their_share(void **state)
{
    struct fixture *fixture = *state;
    struct picture picture = paint(poster_page(fixture->print->poster, 0));
    double white = 0, ink = 0, all = (double)picture.w * picture.h;
    for (int i = 0; i < picture.w * picture.h; i++) {
        uint32_t pixel = picture.pixels[i] & 0xFFFFFF;
        white += pixel == 0xFFFFFF;
        ink += is_dark(pixel);
    }
    print_message("# white %.1f %%, ink %.1f %%, colour %.1f %%\n", 100 * white / all, 100 * ink / all,
                  100 * (all - white - ink) / all);
    assert_true(white / all > 0.60);
    assert_true(ink / all > 0.05 && ink / all < 0.12);
    g_free(picture.pixels);
}

static void the_same_data_draws_the_same_lines(void **state)
{
    struct fixture *fixture = *state;
    const struct poster_options options = {.w_mm = 841, .h_mm = 594};
    struct err err = {0};
    struct print *again = press_print(fixture->press, fixture->store, store_find_workshop(fixture->store, NULL),
                                      &options, &err);
    assert_non_null(again);
    assert_true(scene_hash(poster_page(again->poster, 0)) == scene_hash(poster_page(fixture->print->poster, 0)));
    print_free(again);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_on_clear_ground),
        cmocka_unit_test(no_letter_is_missing),
        cmocka_unit_test(ink_and_colour_keep_their_share),
        cmocka_unit_test(the_same_data_draws_the_same_lines),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
