// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Drawings made with the finger: what is kept, what is read again, what is painted.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/colour.h"
#include "draw/scene.h"
#include "draw/sketch.h"

static void reads_what_it_wrote(void **state)
{
    (void)state;
    struct random random = random_of("sketch");
    struct sketch sketch, again;
    sketch_init(&sketch);
    sketch_init(&again);
    for (int i = 0; i < 30; i++) {
        double width = i % 2 == 0 ? SKETCH_PEN_MEDIUM : SKETCH_PEN_HEAVY;
        struct point at = {random_below(&random, 170), random_below(&random, 80)};
        assert_true(sketch_begin(&sketch, sketch_inks[i % SKETCH_INKS], width, at));
        for (int k = 0; k < i; k++) {
            at.x += 3;
            at.y -= 1.25;
            assert_true(sketch_go_on(&sketch, at));
        }
    }
    char *text = sketch_write(&sketch);
    assert_true(sketch_read(&again, text));
    char *second = sketch_write(&again);
    assert_string_equal(text, second);
    assert_int_equal(again.n, 30);
    assert_int_equal(again.points, sketch.points);
    assert_int_equal(again.strokes[29].colour, sketch_inks[29 % SKETCH_INKS]);
    g_free(text);
    g_free(second);
    sketch_clear(&sketch);
    sketch_clear(&again);
}

static void keeps_what_can_be_read(void **state)
{
    static const struct {
        const char *text;
        size_t strokes;
        bool whole;
    } cases[] = {
        {"", 0, true},
        {"1,2 3,4", 1, true},
        {"1,2", 1, true},
        {"1,2 3,4;#B83D26/2.1 5,6 7,8", 2, true},
        {"1,2 3,4;#B83D26/2.1", 1, false},
        {"1,2;#B83D26/-1 5,6", 1, false},
        {"1,2;#B83D26/0 5,6", 1, false},
        {"1,2;nan,3", 1, false},
        {"1,2;1e99,3", 1, false},
        {"1,2;3", 1, false},
        {"words", 0, false},
        {"#12/1 1,2", 0, false},
    };
    (void)state;
    struct sketch sketch;
    sketch_init(&sketch);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_int_equal(sketch_read(&sketch, cases[i].text), cases[i].whole);
        assert_int_equal(sketch.n, cases[i].strokes);
    }
    sketch_clear(&sketch);
}

static void a_full_sheet_takes_no_more(void **state)
{
    (void)state;
    struct sketch sketch;
    sketch_init(&sketch);
    assert_true(sketch_begin(&sketch, COLOUR_INK, 1, (struct point){0, 0}));
    bool more = true;
    for (int i = 1; i < SKETCH_POINTS_MOST * 2 && more; i++)
        more = sketch_go_on(&sketch, (struct point){i, 0});
    assert_false(more);
    assert_int_equal(sketch.points, SKETCH_POINTS_MOST);
    assert_false(sketch_begin(&sketch, COLOUR_INK, 1, (struct point){0, 0}));
    sketch_take_last(&sketch);
    assert_true(sketch_begin(&sketch, COLOUR_INK, 1, (struct point){0, 0}));
    sketch_clear(&sketch);
}

static void the_eraser_takes_strokes_it_meets(void **state)
{
    (void)state;
    struct sketch sketch;
    sketch_init(&sketch);
    assert_true(sketch_read(&sketch, "0,0 100,0;0,20 100,20;50,10 50,11"));
    assert_int_equal(sketch_erase(&sketch, (struct point){50, 3}, 2), 0);
    assert_int_equal(sketch_erase(&sketch, (struct point){50, 2}, 2), 1);
    assert_int_equal(sketch.n, 2);
    assert_true(sketch.strokes[0].line.p[0].y == 20);
    sketch_clear(&sketch);
}

// One item a stroke, inside the box it is to fit, of the same proportions.
static void fits_its_box(void **state)
{
    (void)state;
    struct sketch sketch;
    struct scene *scene = scene_new(100, 100);
    sketch_init(&sketch);
    assert_true(sketch_read(&sketch, "10,10 30,10 30,20;#6B3FA0/2.6 20,30"));
    struct box box = {40, 40, 50, 20};
    sketch_draw(&sketch, scene, sketch_fit(&sketch, box, 10), 0);
    assert_int_equal(scene->items_n, 2);
    assert_int_equal(scene->items[1].colour, 0x6B3FA0FFu);
    struct box ink = scene->ink;
    assert_true(ink.x >= box.x - 0.1 && ink.y >= box.y - 0.1);
    assert_true(ink.x + ink.w <= box.x + box.w + 0.1 && ink.y + ink.h <= box.y + box.h + 0.1);
    assert_true(ink.h > 19);
    sketch_clear(&sketch);
    scene_free(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_it_wrote),
        cmocka_unit_test(keeps_what_can_be_read),
        cmocka_unit_test(a_full_sheet_takes_no_more),
        cmocka_unit_test(the_eraser_takes_strokes_it_meets),
        cmocka_unit_test(fits_its_box),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
