// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The clock of a phase as it is drawn: until its time is up, on large and small glass, and at a seat
// that reads from the right.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/settings.h"
#include "draw/colour.h"
#include "draw/scene.h"
#include "script.h"

#define MINUTE_MS 60000
#define NOON INT64_C(1458910800000) // a day in March 2016

// A short workshop whose first phase, of 25 minutes, runs.
static struct script begin(double w, double h, const char *lang)
{
    struct script script = script_new(NULL);
    script.w_mm = w;
    script.h_mm = h;
    script.lang = lang;
    script.seats = 1;
    script.wall = NOON;
    struct settings settings = settings_load();
    settings.still = true;
    settings_save(&settings);
    script_open(&script);
    script_tap(&script, "template:short");
    script_tap(&script, "lead");
    script_tap(&script, "lead:clock:rest");
    script_tap(&script, "lead:close");
    script_wait(&script, 9000); // until the announcement has gone
    return script;
}

static void it_is_drawn_until_its_time_is_up(void **state)
{
    static const double glasses[][2] = {{1210, 680.6}, {806.4, 504}};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(glasses); i++) {
        struct script script = begin(glasses[i][0], glasses[i][1], "de");
        assert_true(script_draws(&script, "24:51"));
        script_wait(&script, 23 * MINUTE_MS);
        assert_true(script_draws(&script, "bald Schluss"));
        script_tap(&script, "table:1");
        assert_true(script_draws(&script, "bald Schluss"));
        script_wait(&script, 2 * MINUTE_MS);
        assert_true(script_draws(&script, "Zeit ist um"));
        script_key(&script, KEY_ESCAPE);
        assert_true(script_draws(&script, "Zeit ist um"));
        script_free(&script);
    }
}

// The pie stands where its ring does, at the left.
static void it_changes_sides_as_one(void **state)
{
    (void)state;
    struct script script = begin(1210, 680.6, "ar");
    script_tap(&script, "table:1");
    assert_true(script_draws(&script, "٢٤:٥١"));
    const struct scene *scene = app_scene(script.app);
    int pies = 0;
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->type != SCENE_FILL || item->colour != COLOUR_WARM || item->box.y > 42)
            continue;
        assert_true(item->box.x + item->box.w < script.w_mm / 2);
        pies++;
    }
    assert_int_equal(pies, 1);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_drawn_until_its_time_is_up),
        cmocka_unit_test(it_changes_sides_as_one),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
