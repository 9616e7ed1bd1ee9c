// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole app as scripts of events: the glass and many fingers on it, the screens and what leaves
// them, sizes of targets.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "draw/scene.h"
#include "script.h"

static void follows_the_size_of_the_glass(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open_table(&script);
    static const double sizes[][2] = {
        {806, 504}, {806, 1433}, {1610, 504}, {1210, 680}, {2420, 1361}};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        script_event(&script, EVENT_RESIZE, 0, sizes[i][0], sizes[i][1]);
        script_tap(&script, "new-card:seat1");
        script_type(&script, 1, "ab");
        struct point at = script_find(&script, "commit:seat1");
        assert_true(at.x > 0 && at.x < sizes[i][0] && at.y > 0 && at.y < sizes[i][1]);
        script_tap(&script, "commit:seat1");
        script_tap(&script, "tables:seat1");
        script_tap(&script, "harvest");
        script_tap(&script, "export");
        at = script_find(&script, "save");
        assert_true(at.x > 0 && at.x < sizes[i][0] && at.y > 0 && at.y < sizes[i][1]);
        script_tap(&script, "close");
        script_tap(&script, "back");
        script_tap(&script, "table:1");
    }
    assert_int_equal(script_cards(&script, CARDS_SHOWN), 8);
    script_free(&script);
}

// ---- many fingers -------------------------------------------------------------------------------

static void two_seats_type_at_once(void **state)
{
    static const char *const texts[2] = {"links und rechts", "oben und unten !"};
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script.seats = 2;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "new-card:seat2");
    for (size_t i = 0; i < strlen(texts[0]); i++) {
        char names[2][32];
        for (int s = 0; s < 2; s++) {
            char key[] = {texts[s][i], '\0'};
            g_snprintf(names[s], sizeof names[s], "key:seat%d:%s", s + 1,
                       *key == ' ' ? "space" : key);
            script_down(&script, 10 + s, names[s]);
        }
        for (int s = 0; s < 2; s++)
            script_up(&script, 10 + (s + (int)i) % 2, names[(s + (int)i) % 2]);
    }
    script_down(&script, 10, "commit:seat1");
    script_down(&script, 11, "commit:seat2");
    script_up(&script, 11, "commit:seat2");
    script_up(&script, 10, "commit:seat1");
    assert_true(script_card(&script, "links und rechts", &card));
    assert_true(script_card(&script, "oben und unten !", &card));
    script_free(&script);
}

static void quick_fingers_overlap(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_down(&script, 1, "key:seat1:h");
    script_down(&script, 2, "key:seat1:a"); // before the first has gone up
    script_up(&script, 2, "key:seat1:a");
    script_up(&script, 1, "key:seat1:h");
    script_down(&script, 1, "key:seat1:u");
    script_down(&script, 1, "key:seat1:u"); // said twice by the display
    script_up(&script, 1, "key:seat1:u");
    script_down(&script, 5, "key:seat1:s"); // its up gets lost
    script_wait(&script, 200);
    script_down(&script, 5, "key:seat1:e");
    script_up(&script, 5, "key:seat1:e");
    script_up(&script, 9, "key:seat1:q"); // an up without a down
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "hause", &card));
    script_free(&script);
}

static void forgets_lost_fingers(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_down(&script, 5, "key:seat1:q"); // never heard of again
    script_wait(&script, 5000);
    script_type(&script, 1, "ab");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "ab", &card));
    script_free(&script);
}

// Events that come faster than the screen is drawn.
static void tap_unseen(struct script *script, struct point at)
{
    struct event event = {.type = EVENT_DOWN,
                          .time_ms = script->now += 20,
                          .finger = script->now % 3,
                          .x = at.x,
                          .y = at.y};
    app_step(script->app, &event);
    event.type = EVENT_UP;
    app_step(script->app, &event);
}

static void comes_in_bursts(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    char name[64];
    (void)state;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    const struct point keys[] = {script_find(&script, "key:seat1:a"),
                                 script_find(&script, "key:seat1:b")};
    for (int i = 0; i < 40; i++)
        tap_unseen(&script, keys[i % 2]);
    script_key(&script, KEY_ENTER);
    assert_true(script_card(&script, "abababababababababababababababababababab", &card));
    script_tap(&script, "tables:seat1");
    script_tap(&script, "harvest");
    g_snprintf(name, sizeof name, "harvest:take:%" G_GINT64_FORMAT, card.id);
    struct point take = script_find(&script, name), back = script_find(&script, "back");
    const struct point points[] = {take, take, take, back, take};
    for (size_t i = 0; i < G_N_ELEMENTS(points); i++) {
        tap_unseen(&script, points[i]);
        struct event tick = {.type = EVENT_TICK, .time_ms = script.now += 200};
        app_step(script.app, &tick); // composes the poster anew
    }
    assert_string_equal(app_screen_name(script.app), "hall");
    app_scene(script.app);
    script_free(&script);
}

// ---- screens ------------------------------------------------------------------------------------

static void begins_with_an_empty_file(void **state)
{
    struct script script = script_new(NULL);
    struct card card;
    (void)state;
    script_open(&script);
    assert_string_equal(app_screen_name(script.app), "start");
    assert_int_equal(app_next_tick(script.app, script.now), -1);
    script_tap(&script, "lang:en");
    assert_true(script_says(&script, "New workshop"));
    script_tap(&script, "lang:de");
    script_tap(&script, "new-workshop");
    assert_string_equal(app_screen_name(script.app), "hall");
    script_tap(&script, "new-table");
    script_type(&script, 1, "Wohnen");
    script_tap(&script, "commit:seat1");
    assert_true(script_says(&script, "Wohnen"));
    script_tap(&script, "table:1");
    assert_true(script_says(&script, "Noch ist alles frei."));
    script_text(&script, "Erste");
    script_key(&script, KEY_ENTER);
    assert_true(script_card(&script, "Erste", &card));
    assert_true(card.phase != 0);
    script_tap(&script, "tables:seat1");
    assert_string_equal(app_screen_name(script.app), "hall");
    script_tap(&script, "start");
    assert_true(script_sees(&script, "recent:0"));
    script_tap(&script, "practice");
    assert_string_equal(app_screen_name(script.app), "hall");
    assert_true(script_says(&script, "Spracherwerb"));
    script_free(&script);
}

static void speaks_english(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open(&script);
    assert_true(script_says(&script, "Zur Ernte"));
    script_tap(&script, "lang:en");
    assert_true(script_says(&script, "To the harvest"));
    script_close(&script);
    script.lang = NULL; // remembered
    script_open(&script);
    assert_true(script_says(&script, "To the harvest"));
    script_tap(&script, "table:1");
    script_tap(&script, "new-card:seat1");
    assert_true(script_sees(&script, "key:seat1:'")); // the English keys
    script_tap(&script, "key:seat1:language");
    assert_true(script_sees(&script, "key:seat1:ü"));
    script_free(&script);
}

static size_t files_in(const char *folder, const char *extension)
{
    size_t n = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        n += g_str_has_suffix(name, extension);
        assert_null(strstr(name, ".tmp"));
    }
    if (dir != NULL)
        g_dir_close(dir);
    return n;
}

static void gives_the_picture_away(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open(&script);
    script_tap(&script, "harvest");
    assert_string_equal(app_screen_name(script.app), "harvest");
    assert_true(script_says(&script, "Mini-Werkstatt")); // on the live poster
    script_tap(&script, "export");
    script_tap(&script, "size:a3");
    script_tap(&script, "format:png");
    script_tap(&script, "format:svg");
    script_tap(&script, "save");
    assert_int_equal(files_in(script.exports, ""), 0); // first the screen says so
    script_wait(&script, 2000);
    assert_int_equal(files_in(script.exports, ".pdf"), 1);
    assert_true(files_in(script.exports, ".png") >= 1);
    assert_true(files_in(script.exports, ".svg") >= 1);
    script_tap(&script, "open:0");
    assert_non_null(script.opened);
    assert_true(g_str_has_prefix(script.opened, script.exports));
    assert_true(g_str_has_suffix(script.opened, ".pdf"));
    assert_true(g_file_test(script.opened, G_FILE_TEST_IS_REGULAR));
    script_tap(&script, "save"); // again: what is there stays
    script_wait(&script, 2000);
    assert_int_equal(files_in(script.exports, ".pdf"), 2);
    script_tap(&script, "close");
    assert_false(script_sees(&script, "save"));
    script_wait(&script, 10000);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
    script_free(&script);
}

static void says_why_it_cannot_save(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    g_free(script.exports);
    script.exports = g_strdup("/proc/bilder");
    script_open(&script);
    script_tap(&script, "harvest");
    script_tap(&script, "export");
    script_tap(&script, "save");
    script_wait(&script, 2000);
    assert_false(script_sees(&script, "open:0"));
    assert_true(script_sees(&script, "problem"));
    script_free(&script);
}

static void curates(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    char name[64];
    (void)state;
    script_open(&script);
    assert_true(script_card(&script, "Sprachcafé in jedem Stadtteil", &card));
    script_tap(&script, "harvest");
    assert_true(script_says(&script, "3 von 3 Karten sind im Bild"));
    g_snprintf(name, sizeof name, "harvest:take:%" G_GINT64_FORMAT, card.id);
    script_tap(&script, name);
    script_wait(&script, 500);
    assert_true(script_says(&script, "2 von 3 Karten sind im Bild"));
    script_tap(&script, "undo:seat1");
    script_wait(&script, 500);
    assert_true(script_says(&script, "3 von 3 Karten sind im Bild"));
    g_snprintf(name, sizeof name, "harvest:row:%" G_GINT64_FORMAT, card.id);
    script_tap(&script, name);
    g_snprintf(name, sizeof name, "harvest:larger:%" G_GINT64_FORMAT, card.id);
    script_tap(&script, name);
    g_snprintf(name, sizeof name, "harvest:core:%" G_GINT64_FORMAT, card.id);
    script_tap(&script, name);
    script_wait(&script, 500);
    script_tap(&script, "back");
    assert_string_equal(app_screen_name(script.app), "hall");
    script_free(&script);
}

// ---- sizes --------------------------------------------------------------------------------------

static void check_target(void *context, const struct scene_mark *mark, struct box box)
{
    if (mark->hit == NULL)
        return;
    if (box.w < 14.99 || box.h < 14.99)
        fail_msg("%s: %s is %.1f x %.1f mm", (const char *)context, mark->hit, box.w, box.h);
}

static void check_screen(struct script *script)
{
    const char *first = NULL;
    const struct scene *scene = app_scene(script->app);
    scene_each_mark(scene, check_target, (void *)(uintptr_t)app_screen_name(script->app));
    if (scene_missing_glyphs(scene, &first) > 0)
        fail_msg("%s: no glyphs for \"%s\"", app_screen_name(script->app), first);
}

static void targets_are_large_enough(void **state)
{
    static const char *const langs[] = {"de", "en"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
        struct script script = script_new(NULL);
        script.lang = langs[i];
        script_open(&script);
        check_screen(&script);
        script_tap(&script, "practice");
        check_screen(&script);
        script_tap(&script, "table:3");
        check_screen(&script);
        script_tap(&script, "new-card:seat1");
        check_screen(&script);
        script_tap(&script, "key:seat1:123");
        check_screen(&script);
        script_tap(&script, "key:seat1:hide");
        check_screen(&script);
        script_tap(&script, "cancel:seat1");
        script_tap(&script, "tables:seat1");
        script_tap(&script, "harvest");
        check_screen(&script);
        script_tap(&script, "export");
        check_screen(&script);
        script_free(&script);
    }
}

// The same state, drawn again, is the same: nothing moves by itself.
static void rests(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open_table(&script);
    uint64_t before = scene_hash(app_scene(script.app));
    struct event tick = {.type = EVENT_TICK, .time_ms = script.now + 100000};
    app_step(script.app, &tick);
    assert_true(before == scene_hash(app_scene(script.app)));
    assert_int_equal(app_next_tick(script.app, tick.time_ms), -1);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_size_of_the_glass),
        cmocka_unit_test(two_seats_type_at_once),
        cmocka_unit_test(quick_fingers_overlap),
        cmocka_unit_test(forgets_lost_fingers),
        cmocka_unit_test(comes_in_bursts),
        cmocka_unit_test(begins_with_an_empty_file),
        cmocka_unit_test(speaks_english),
        cmocka_unit_test(gives_the_picture_away),
        cmocka_unit_test(says_why_it_cannot_save),
        cmocka_unit_test(curates),
        cmocka_unit_test(targets_are_large_enough),
        cmocka_unit_test(rests),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
