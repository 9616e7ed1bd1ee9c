// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing a card: caret and selection under the finger, copying inside a seat, input methods,
// orders of Ge'ez and tones of Vietnamese, keys that real fingers slip off.
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

static const char workshop[] = "# Werkstatt\n## Eins\n## Zwei\n";

static void open_composer(struct script *script)
{
    script_open_table(script);
    script_tap(script, "new-card:seat1");
}

static void choose_language(struct script *script, const char *lang)
{
    char name[64];
    script_down(script, 90, "key:seat1:language");
    script_wait(script, 500);
    g_snprintf(name, sizeof name, "key:seat1:language:%s", lang);
    for (int page = 0; page < 12 && !script_sees(script, name); page++)
        script_tap(script, "key:seat1:more-languages");
    script_event(script, EVENT_CANCEL, 90, 0, 0);
    script_tap(script, name);
}

static void event_text(struct script *script, enum event_type type, const char *text)
{
    struct event event = {.type = type, .time_ms = script->now += 15};
    g_strlcpy(event.text, text, sizeof event.text);
    app_step(script->app, &event);
}

static void press(struct script *script, enum event_key key, unsigned mods)
{
    struct event event = {
        .type = EVENT_KEY, .time_ms = script->now += 15, .key = key, .mods = mods};
    app_step(script->app, &event);
}

static void tap_twice(struct script *script, double x, double y)
{
    for (int i = 0; i < 2; i++) {
        script_event(script, EVENT_DOWN, 5, x, y);
        script_event(script, EVENT_UP, 5, x, y);
    }
}

// Two taps select a word; what is offered cuts, copies and puts it elsewhere.
static void selects_cuts_and_pastes(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_composer(&script);
    script_type(&script, 1, "eins zwei");
    struct point card = script_find(&script, "text:seat1");
    tap_twice(&script, card.x, card.y); // right of the text: its last word
    assert_true(script_sees(&script, "text:seat1:begin"));
    script_tap(&script, "edit:seat1:cut");
    assert_true(script_says(&script, "eins "));
    assert_false(script_sees(&script, "text:seat1:begin"));
    script_key(&script, KEY_HOME);
    press(&script, KEY_PASTE, 0);
    assert_true(script_says(&script, "zweieins "));
    script_tap(&script, "undo-typing:seat1"); // as one act
    assert_true(script_says(&script, "eins "));
    press(&script, KEY_SELECT_ALL, MOD_CTRL);
    press(&script, KEY_COPY, MOD_CTRL);
    script_type(&script, 1, "x"); // takes the place of what is selected
    assert_true(script_says(&script, "x"));
    press(&script, KEY_LEFT, MOD_SHIFT);
    press(&script, KEY_PASTE, 0);
    assert_true(script_says(&script, "eins "));
    script_free(&script);
}

// The end of a selection follows the finger and never passes the other one.
static void moves_the_ends(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_composer(&script);
    script_type(&script, 1, "eins zwei drei");
    struct point card = script_find(&script, "text:seat1");
    tap_twice(&script, card.x + 60, card.y);
    struct point begin = script_find(&script, "text:seat1:begin");
    script_event(&script, EVENT_DOWN, 6, begin.x, begin.y);
    script_event(&script, EVENT_MOVE, 6, begin.x - 400, begin.y);
    script_event(&script, EVENT_UP, 6, begin.x - 400, begin.y);
    script_key(&script, KEY_DELETE); // all was selected
    assert_false(script_sees(&script, "text:seat1:begin"));
    script_type(&script, 1, "neu");
    assert_true(script_says(&script, "neu"));
    script_free(&script);
}

// A finger that rests shows the loupe and moves the caret; lifting ends it.
static void moves_the_caret_with_a_loupe(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_composer(&script);
    script_type(&script, 1, "garten");
    script_wait(&script, 200);
    struct point card = script_find(&script, "text:seat1");
    script_event(&script, EVENT_DOWN, 5, card.x, card.y);
    assert_true(app_next_tick(script.app, script.now) > 0);
    script_wait(&script, 500);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
    script_event(&script, EVENT_MOVE, 5, card.x - 200, card.y); // to the begin
    script_event(&script, EVENT_UP, 5, card.x - 200, card.y);
    script_type(&script, 1, "kinder");
    assert_true(script_says(&script, "kindergarten"));
    script_free(&script);
}

static void keeps_what_is_copied_in_its_seat(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    script.seats = 2;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "new-card:seat2");
    script_type(&script, 1, "geheim");
    press(&script, KEY_SELECT_ALL, MOD_CTRL);
    press(&script, KEY_COPY, MOD_CTRL);
    assert_true(app_has_copied(script.app));
    script_type(&script, 2, "a"); // real keys are this seat's now
    assert_false(app_has_copied(script.app));
    press(&script, KEY_PASTE, 0);
    assert_true(script_says(&script, "a"));
    assert_true(script_says(&script, "geheim"));
    script_text(&script, "b");
    assert_true(script_says(&script, "ab"));
    script_free(&script);
}

// What an input method composes is seen at the caret and is no text until it is committed.
static void shows_what_is_composed(void **state)
{
    struct script script = script_new(workshop);
    struct card card;
    struct box caret, later;
    (void)state;
    open_composer(&script);
    script_type(&script, 1, "a");
    app_scene(script.app);
    assert_true(app_caret(script.app, &caret));
    event_text(&script, EVENT_COMPOSE, "にほん");
    app_scene(script.app);
    assert_true(app_caret(script.app, &later));
    assert_true(later.x > caret.x + 10);
    event_text(&script, EVENT_COMPOSE, "");
    event_text(&script, EVENT_TEXT, "日本");
    script_key(&script, KEY_ENTER);
    assert_true(script_card(&script, "a日本", &card));
    app_scene(script.app);
    assert_false(app_caret(script.app, &later));
    script_free(&script);
}

static void opens_orders_and_tones(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_composer(&script);
    choose_language(&script, "am");
    script_tap(&script, "key:seat1:ሰ");
    script_tap(&script, "key:seat1:order:ሳ");
    script_tap(&script, "key:seat1:order:ሴ"); // another one was meant
    script_tap(&script, "key:seat1:ለ");
    assert_false(script_sees(&script, "key:seat1:order:ሴ"));
    assert_true(script_says(&script, "ሴለ"));
    script_tap(&script, "undo-typing:seat1");
    choose_language(&script, "vi");
    script_tap(&script, "key:seat1:â");
    script_tap(&script, "key:seat1:order:ấ");
    script_tap(&script, "key:seat1:backspace"); // one letter, one tap
    script_tap(&script, "key:seat1:y");
    assert_true(script_says(&script, "y"));
    script_free(&script);
}

// Three languages for quick switching; the words of the seat follow where there are some.
static void switches_languages(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_composer(&script);
    assert_true(script_says(&script, "Fertig") || script_sees(&script, "commit:seat1"));
    choose_language(&script, "el"); // one that is only installed
    assert_true(script_sees(&script, "key:seat1:ψ"));
    choose_language(&script, "ru");
    assert_true(script_sees(&script, "key:seat1:ы"));
    script_tap(&script, "key:seat1:language");
    script_tap(&script, "key:seat1:language");
    script_tap(&script, "key:seat1:language"); // round once
    assert_true(script_sees(&script, "key:seat1:ы"));
    script_close(&script);
    open_composer(&script); // remembered
    assert_true(script_sees(&script, "key:seat1:ы"));
    script_free(&script);
}

// Off the key sideways types the neighbour, farther nothing; a held space that stays is a space.
static void forgives_slips(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_composer(&script);
    struct point f = script_find(&script, "key:seat1:f"),
                 space = script_find(&script, "key:seat1:space");
    script_event(&script, EVENT_DOWN, 1, f.x + 12, f.y);
    script_event(&script, EVENT_UP, 1, f.x + 23, f.y); // over the gap: still within reach
    script_event(&script, EVENT_DOWN, 1, f.x, f.y);
    script_event(&script, EVENT_UP, 1, f.x + 60, f.y);
    script_event(&script, EVENT_DOWN, 1, space.x, space.y);
    script_wait(&script, 600);
    script_event(&script, EVENT_UP, 1, space.x + 1, space.y);
    script_type(&script, 1, "x");
    assert_true(script_says(&script, "f x") || script_says(&script, "g x"));
    script_event(&script, EVENT_DOWN, 1, space.x, space.y); // slid, it moves the caret
    script_wait(&script, 600);
    script_event(&script, EVENT_MOVE, 1, space.x - 13, space.y);
    script_event(&script, EVENT_UP, 1, space.x - 13, space.y);
    script_type(&script, 1, "y");
    assert_true(script_says(&script, "fy x") || script_says(&script, "gy x"));
    script_free(&script);
}

// Three contacts at once are a palm; a finger that nobody hears of ends without acting.
static void ignores_palms_and_stuck_fingers(void **state)
{
    struct script script = script_new(workshop);
    (void)state;
    open_composer(&script);
    script_type(&script, 1, "ab");
    struct point key = script_find(&script, "key:seat1:g"),
                 card = script_find(&script, "text:seat1");
    struct event down = {.type = EVENT_DOWN, .time_ms = script.now += 500};
    for (int i = 0; i < 3; i++) {
        down.finger = 60 + i;
        down.x = key.x + 20 * (i - 1);
        down.y = key.y + 3 * i;
        down.time_ms = script.now += 10;
        app_step(script.app, &down);
    }
    for (int i = 0; i < 3; i++)
        script_event(&script, EVENT_UP, 60 + i, key.x + 20 * (i - 1), key.y);
    assert_true(script_says(&script, "ab"));
    script_down(&script, 70, "key:seat1:backspace"); // its up never comes
    script.now += 2500;
    script_event(&script, EVENT_DOWN, 71, card.x, card.y); // others go on
    script_event(&script, EVENT_UP, 71, card.x, card.y);
    script_wait(&script, 3000);
    assert_true(script_says(&script, "ab"));
    assert_int_equal(app_next_tick(script.app, script.now), -1);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(selects_cuts_and_pastes),
        cmocka_unit_test(moves_the_ends),
        cmocka_unit_test(moves_the_caret_with_a_loupe),
        cmocka_unit_test(keeps_what_is_copied_in_its_seat),
        cmocka_unit_test(shows_what_is_composed),
        cmocka_unit_test(opens_orders_and_tones),
        cmocka_unit_test(switches_languages),
        cmocka_unit_test(forgives_slips),
        cmocka_unit_test(ignores_palms_and_stuck_fingers),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
