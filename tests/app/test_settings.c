// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings of the display, and how long names of people stay in the file.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/settings.h"
#include "base/arena.h"
#include "base/err.h"
#include "draw/scene.h"
#include "exchange/meeting.h"
#include "exchange/retention.h"
#include "script.h"
#include "store/exchange.h"

#define DAY_MS INT64_C(86400000)
#define SPRING INT64_C(1457956800000) // 14 March 2016

static struct script script;

static int open_settings(void **state)
{
    (void)state;
    script = script_new("# Zukunftswerkstatt\nDatum: 2016-03-14\n## Tisch\n- Erika kocht\n");
    script.wall = SPRING;
    return 0;
}

static int close_settings(void **state)
{
    (void)state;
    script_free(&script);
    return 0;
}

static void begin(void)
{
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, "lead:settings");
    assert_string_equal(app_screen_name(script.app), "settings");
}

static void measures_the_display(void **state)
{
    double w, h;
    int lettering;
    (void)state;
    begin();
    for (int i = 0; i < 20; i++)
        script_tap(&script, "size:larger"); // what is drawn must grow by a tenth: it is smaller
    script_tap(&script, "size:fits");
    script_tap(&script, "lettering:1");
    app_display(script.app, &w, &h, &lettering);
    assert_in_range((int)w, 1090, 1100);
    assert_in_range((int)h, 610, 620);
    assert_int_equal(lettering, 1);
    script_tap(&script, "size:inches:65");
    app_display(script.app, &w, &h, &lettering);
    assert_in_range((int)w, 1435, 1442); // 16 : 9
    script_tap(&script, "sound:off");
    script_tap(&script, "back");
    script_tap(&script, "lead");
    script_tap(&script, "lead:clock:gong");
    assert_int_equal(script.gongs, 0); // silent
    script_tap(&script, "lead:settings");
    script_tap(&script, "sound:off"); // again: it is heard
    assert_int_equal(script.gongs, 1);
}

static void remembers_looks_and_languages(void **state)
{
    struct settings kept;
    (void)state;
    begin();
    script_tap(&script, "contrast:high");
    script_tap(&script, "motion:less");
    script_tap(&script, "offer:pl");
    script_tap(&script, "offer:bg");
    script_tap(&script, "offer:pl"); // after all
    kept = settings_load();
    assert_true(kept.contrast);
    assert_true(kept.still);
    bool polish = false;
    for (size_t i = 0; i < SETTINGS_OFFERED; i++) {
        polish = polish || strcmp(kept.offered[i], "pl") == 0;
        assert_string_not_equal(kept.offered[i], "bg");
    }
    assert_true(polish);
    script_tap(&script, "contrast:normal");
    assert_false(settings_load().contrast);
}

static void keep(const char *name)
{
    struct err err = {0};
    struct store *store = store_open(script.file, STORE_WRITE, world_real(), &err);
    const struct contact_person person = {.name = name, .role = "", .contact = ""};
    assert_true(exchange_keep_person(store, &person, "2016-03-14", &err));
    store_close(store);
}

static size_t kept(void)
{
    struct err err = {0};
    size_t n;
    struct arena *arena = arena_new();
    struct store *store = store_open(script.file, STORE_READ, world_real(), &err);
    (void)store_persons(store, arena, &n, &err); // NULL when there are none
    assert_int_equal(err.code, ERR_NONE);
    store_close(store);
    arena_free(arena);
    return n;
}

static bool uses_family(const struct scene *scene, const char *family)
{
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->type == SCENE_TEXT && strcmp(item->text.run->family, family) == 0)
            return true;
        if (item->type == SCENE_USE && uses_family(item->use.scene, family))
            return true;
    }
    return false;
}

static void reminds_and_forgets(void **state)
{
    (void)state;
    keep("Erika Muster");
    script.wall = SPRING + 400 * DAY_MS;
    begin();
    assert_false(script_sees(&script, "forget:person:Erika Muster")); // no limit was set
    script_tap(&script, "keep:12");
    script_tap(&script, "forget:person:Erika Muster");
    script_tap(&script, "forget:no"); // it asks
    assert_true(script_sees(&script, "forget:person:Erika Muster"));
    script_tap(&script, "forget:person:Erika Muster");
    script_tap(&script, "forget:yes");
    assert_false(script_sees(&script, "forget:person:Erika Muster"));
    script_close(&script);
    assert_int_equal(kept(), 0);
}

static void names_go_at_the_next_meeting_or_are_not_kept(void **state)
{
    struct err err = {0};
    (void)state;
    keep("Erika Muster");
    struct store *store = store_open(script.file, STORE_WRITE, world_real(), &err);
    const struct meeting meeting = {.title = "Runde", .date = "2016-04-14", .state = "planned"};
    assert_true(exchange_save_meeting(store, &meeting, NULL, &err));
    store_close(store);
    script.today = "2016-04-14";
    begin();
    script_tap(&script, "keep:-1");
    assert_true(script_says(&script, "14. Apr."));
    assert_false(script_sees(&script, "forget:person:Erika Muster")); // they meet today
    script_close(&script);
    script.today = "2016-04-15";
    begin();
    assert_true(script_sees(&script, "forget:person:Erika Muster"));
    script_tap(&script, "keep:-2");
    script_close(&script);
    store = store_open(script.file, STORE_WRITE, world_real(), &err);
    const struct contact_person other = {.name = "Max Muster", .role = "", .contact = ""};
    assert_false(exchange_keep_person(store, &other, "2016-04-15", &err));
    assert_int_equal(err.code, ERR_INPUT);
    err_clear(&err);
    store_close(store);
    assert_int_equal(kept(), 1); // nothing goes without a yes
}

static void is_lettered_in_print(void **state)
{
    (void)state;
    begin();
    script_wait(&script, 500); // the drawer has left
    assert_true(uses_family(app_scene(script.app), "Playpen Sans"));
    script_tap(&script, "typeface:print");
    assert_true(uses_family(app_scene(script.app), "Noto Sans"));
    assert_false(uses_family(app_scene(script.app), "Playpen Sans"));
    script_close(&script); // it is remembered
    begin();
    assert_false(uses_family(app_scene(script.app), "Playpen Sans"));
    script_tap(&script, "back");
    script_tap(&script, "table:1"); // cards as well
    assert_false(uses_family(app_scene(script.app), "Playpen Sans"));
}

static void the_gong_is_as_loud_as_chosen(void **state)
{
    (void)state;
    begin();
    script_tap(&script, "volume:5");
    assert_int_equal(script.gongs, 1);
    double loud = script.volume;
    script_tap(&script, "volume:1");
    assert_int_equal(script.gongs, 2);
    assert_true(script.volume > 0 && script.volume < loud / 4);
    script_tap(&script, "sound:gong");
    assert_int_equal(script.gongs, 3);
    script_tap(&script, "sound:off");
    assert_false(script_sees(&script, "sound:gong"));
    assert_int_equal(script.gongs, 3);
    script_close(&script);
    begin();
    script_tap(&script, "volume:2"); // loud again
    assert_int_equal(script.gongs, 4);
}

static void forgets_a_name_that_is_said(void **state)
{
    struct card card;
    (void)state;
    begin();
    script_tap(&script, "forget");
    script_text(&script, "Erika");
    script_tap(&script, "commit:seat1");
    script_tap(&script, "forget:yes");
    script_close(&script);
    assert_false(script_card(&script, "Erika kocht", &card));
    assert_true(script_card(&script, "… kocht", &card)); // the idea stays
}

static void copies_without_names(void **state)
{
    (void)state;
    keep("Erika Muster");
    begin();
    script_tap(&script, "copy");
    script_tap(&script, "copy"); // never over the first
    script_close(&script);
    char *path = g_build_filename(script.exports, "Ohne Namen.erntebild", NULL);
    char *second = g_build_filename(script.exports, "Ohne Namen 2.erntebild", NULL);
    char *bytes;
    gsize n;
    assert_true(g_file_get_contents(path, &bytes, &n, NULL));
    assert_null(memmem(bytes, n, "Erika Muster", strlen("Erika Muster")));
    assert_true(g_file_test(second, G_FILE_TEST_EXISTS));
    g_free(bytes);
    g_free(path);
    g_free(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(measures_the_display, open_settings, close_settings),
        cmocka_unit_test_setup_teardown(remembers_looks_and_languages, open_settings,
                                        close_settings),
        cmocka_unit_test_setup_teardown(reminds_and_forgets, open_settings, close_settings),
        cmocka_unit_test_setup_teardown(names_go_at_the_next_meeting_or_are_not_kept, open_settings,
                                        close_settings),
        cmocka_unit_test_setup_teardown(is_lettered_in_print, open_settings, close_settings),
        cmocka_unit_test_setup_teardown(the_gong_is_as_loud_as_chosen, open_settings,
                                        close_settings),
        cmocka_unit_test_setup_teardown(forgets_a_name_that_is_said, open_settings,
                                        close_settings),
        cmocka_unit_test_setup_teardown(copies_without_names, open_settings, close_settings),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
