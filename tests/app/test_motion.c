// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Motion: what moves is where it should be at each moment of the script's clock, fingers find it in
// its place at once, and then the app sleeps.

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

#include "draw/scene.h"
#include "script.h"

static const char notes[] =
    "# Netz\n## Garten\n- Beete\n- Wasser\n## Chor\n- Lieder\n## Rad\n- Luft\n"
    "## Tanz\n- Saal\n## Kochen\n- Suppe\n## Spiel\n- Ball\n";

static struct script script;

static int begin(void **state)
{
    (void)state;
    script = script_new(notes);
    script.seats = 1;
    return 0;
}

static int end(void **state)
{
    (void)state;
    script_free(&script);
    return 0;
}

static void open_table(void)
{
    script_open_table(&script);
    script_wait(&script, 1000);
}

static void tick(int ms)
{
    struct event event = {.type = EVENT_TICK, .time_ms = script.now += ms};
    app_step(script.app, &event);
}

// Where the words of a text are painted, mm on the glass.
static struct box painted(const struct scene *scene, struct affine m, const char *text)
{
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->type == SCENE_TEXT && strcmp(item->text.run->text, text) == 0)
            return affine_apply_box(m, item->box);
        if (item->type != SCENE_USE)
            continue;
        struct box box = painted(item->use.scene, affine_multiply(m, item->use.m), text);
        if (!box_is_empty(box))
            return box;
    }
    return BOX_EMPTY;
}

static struct box seen(const char *text)
{
    return painted(app_scene(script.app), AFFINE_IDENTITY, text);
}

static void a_drawer_slides_in(void **state)
{
    (void)state;
    open_table();
    script_tap(&script, "new-card:seat1");
    struct point there = script_find(&script, "key:seat1:q"); // can be typed on at once
    double first = seen("q").y;
    tick(90);
    double half = seen("q").y;
    tick(90);
    double last = seen("q").y;
    assert_true(first > half && half > last);
    assert_true(half - last < first - half); // it slows down
    assert_true(fabs(last - there.y) < 20);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
}

static void what_is_typed_meanwhile_counts(void **state)
{
    struct card card;
    (void)state;
    open_table();
    script_tap(&script, "new-card:seat1");
    script_type(&script, 1, "Hof");
    script_tap(&script, "commit:seat1");
    script_close(&script);
    assert_true(script_card(&script, "Hof", &card));
}

static void a_card_flies_to_its_place(void **state)
{
    (void)state;
    open_table();
    script_tap(&script, "new-card:seat1");
    script_text(&script, "Kompost");
    script_wait(&script, 500);
    script_tap(&script, "commit:seat1");
    double y[4];
    for (int i = 0; i < 4; i++) {
        y[i] = seen("Kompost").y;
        tick(100);
    }
    assert_true(y[0] > y[1] && y[1] > y[2]); // upwards out of the composer
    assert_true(y[2] >= y[3]);
    double last = seen("Kompost").y;
    script_wait(&script, 5000);
    assert_true(fabs(seen("Kompost").y - last) < 0.01);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
}

static void less_motion_is_none(void **state)
{
    (void)state;
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, "lead:settings");
    script_tap(&script, "motion:less");
    script_close(&script);
    open_table();
    script_tap(&script, "new-card:seat1");
    double at = seen("q").y;
    assert_int_equal(app_next_tick(script.app, script.now), -1);
    tick(300);
    assert_true(fabs(seen("q").y - at) < 0.01);
    script_key(&script, KEY_ESCAPE);
    assert_true(box_is_empty(seen("q"))); // gone at once
    script_tap(&script, "title:seat1");
    script_key(&script, KEY_ESCAPE);
    assert_true(box_is_empty(seen("q")));
}

// Let go on the Themenspeicher's edge it is seen there first, then comes to rest.
static void a_card_settles(void **state)
{
    (void)state;
    open_table();
    char *card = g_strdup(script_first(&script, "card:"));
    struct point at = script_find(&script, card);
    script_event(&script, EVENT_DOWN, 5, at.x, at.y);
    script_event(&script, EVENT_MOVE, 5, at.x + 100, at.y + 90);
    script_event(&script, EVENT_MOVE, 5, at.x + 200, at.y + 180);
    struct box held = seen("Beete");
    script_event(&script, EVENT_UP, 5, at.x + 200, at.y + 180);
    double first = hypot(seen("Beete").x - held.x, seen("Beete").y - held.y);
    assert_true(first < 6); // where the hand left it
    tick(130);
    struct point rests = script_find(&script, card);
    assert_true(fabs(rests.x - at.x - 200) < 20 && fabs(rests.y - at.y - 180) < 20);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
    g_free(card);
}

static void the_facilitators_drawer_comes_and_goes(void **state)
{
    (void)state;
    script_open(&script);
    script_tap(&script, "lead");
    struct point there = script_find(&script, "lead:freeze"); // can be tapped at once
    double first = seen("Anhalten").y;
    tick(90);
    double half = seen("Anhalten").y;
    tick(100);
    double last = seen("Anhalten").y;
    assert_true(first > half && half > last && fabs(last - there.y) < 60);
    script_tap(&script, "lead:close");
    assert_false(script_sees(&script, "lead:freeze")); // gone for fingers
    tick(70);
    assert_true(seen("Anhalten").y > last);
    tick(80);
    assert_true(box_is_empty(seen("Anhalten")));
    script_wait(&script, 1000);
    int wait = app_next_tick(script.app, script.now);
    assert_true(wait < 0 || wait > 1000);
}

static void the_code_comes_and_goes(void **state)
{
    (void)state;
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, "lead:code");
    double first = seen("Code für die Leitung").y;
    tick(190);
    double last = seen("Code für die Leitung").y;
    assert_true(first > last);
    script_key(&script, KEY_ESCAPE);
    assert_false(script_sees(&script, "code:1"));
    tick(70);
    assert_true(seen("Code für die Leitung").y > last);
    tick(200);
    assert_true(box_is_empty(seen("Code für die Leitung")));
}

static void what_is_named_goes_back(void **state)
{
    (void)state;
    script_open(&script);
    script_tap(&script, "title");
    script_wait(&script, 400);
    double open = seen("q").y;
    script_key(&script, KEY_ESCAPE);
    assert_false(script_sees(&script, "commit:seat1"));
    tick(70);
    double half = seen("q").y;
    assert_true(half > open);
    tick(80);
    assert_true(box_is_empty(seen("q")));
    assert_int_equal(app_next_tick(script.app, script.now), -1);
}

// A dot that is let go where no card is flies back to where it was taken.
static void a_dot_flies_home(void **state)
{
    (void)state;
    open_table();
    struct point at = script_find(&script, "dots:seat1");
    size_t rests = app_scene(script.app)->items_n;
    script_event(&script, EVENT_DOWN, 5, at.x, at.y);
    script_event(&script, EVENT_MOVE, 5, at.x - 100, at.y - 90);
    script_event(&script, EVENT_MOVE, 5, at.x - 200, at.y - 180);
    script_event(&script, EVENT_UP, 5, at.x - 200, at.y - 180);
    assert_true(app_scene(script.app)->items_n > rests); // it is on its way
    tick(170);
    assert_int_equal(app_scene(script.app)->items_n, rests);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
}

// The same on the poster, which the screen uses as a scene or, while it flows, as several.
static struct box on_page(const char *text)
{
    const struct scene *scene = app_scene(script.app);
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->type != SCENE_USE || item->use.alpha <= 0)
            continue;
        struct box box = painted(item->use.scene, item->use.m, text);
        if (!box_is_empty(box))
            return box;
    }
    fail_msg("%s is not on the page", text);
    return BOX_EMPTY;
}

// A picture composed anew: cards go from where they stood, and are there after 250 ms.
static void the_picture_flows(void **state)
{
    (void)state;
    script_open(&script);
    script_tap(&script, "harvest");
    script_wait(&script, 3000);
    struct box before = on_page("Beete");
    script_tap(&script, "style:street");
    script_wait(&script, 150); // it is composed
    tick(1);
    struct box first = on_page("Beete");
    assert_true(hypot(first.x - before.x, first.y - before.y) < 4);
    tick(125);
    struct box half = on_page("Beete");
    tick(130);
    struct box last = on_page("Beete");
    assert_true(hypot(last.x - before.x, last.y - before.y) > 10);
    assert_true(hypot(half.x - before.x, half.y - before.y) > 3 &&
                hypot(half.x - last.x, half.y - last.y) > 3);
    script_wait(&script, 1000);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
}

// Nothing moves by itself, whatever the number of seats: no tick is wanted sooner than the clock's
// next minute, and the scene is the same after it.
static void sleeps_when_nothing_happens(void **state)
{
    static const int seats[] = {1, 2, 3, 4, 6};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(seats); i++) {
        script.seats = seats[i];
        script.wall = INT64_C(1457956800000) - script.now; // a whole minute begins
        open_table();
        int wait = app_next_tick(script.app, script.now);
        assert_true(wait < 0 || wait > 1000);
        uint64_t hash = scene_hash(app_scene(script.app));
        tick(1000);
        assert_true(scene_hash(app_scene(script.app)) == hash);
        script_close(&script);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_drawer_slides_in, begin, end),
        cmocka_unit_test_setup_teardown(what_is_typed_meanwhile_counts, begin, end),
        cmocka_unit_test_setup_teardown(a_card_flies_to_its_place, begin, end),
        cmocka_unit_test_setup_teardown(a_card_settles, begin, end),
        cmocka_unit_test_setup_teardown(the_facilitators_drawer_comes_and_goes, begin, end),
        cmocka_unit_test_setup_teardown(the_code_comes_and_goes, begin, end),
        cmocka_unit_test_setup_teardown(what_is_named_goes_back, begin, end),
        cmocka_unit_test_setup_teardown(a_dot_flies_home, begin, end),
        cmocka_unit_test_setup_teardown(the_picture_flows, begin, end),
        cmocka_unit_test_setup_teardown(less_motion_is_none, begin, end),
        cmocka_unit_test_setup_teardown(sleeps_when_nothing_happens, begin, end),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
