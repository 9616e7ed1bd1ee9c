// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards as scripts of events: written on the keys, changed, parked, given dots; acts are undone.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "script.h"

// ---- writing ------------------------------------------------------------------------------------

static void writes_a_card(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_type(&script, 1, "Sprachkurs mit Kinderbetreuung, früh");
    assert_true(script_says(&script, "Sprachkurs mit Kinderbetreuung, früh"));
    assert_false(script_card(&script, "Sprachkurs mit Kinderbetreuung, früh", &card));
    script_tap(&script, "commit:seat1");
    assert_false(script_sees(&script, "commit:seat1"));
    assert_true(script_card(&script, "Sprachkurs mit Kinderbetreuung, früh", &card));
    assert_string_equal(card.lang, "de");
    assert_true(script_sees(
        &script, script_card_name(&script, "card", "Sprachkurs mit Kinderbetreuung, früh")));
    script_close(&script);
    script_open(&script); // and after a new start
    assert_true(script_card(&script, "Sprachkurs mit Kinderbetreuung, früh", &card));
    script_free(&script);
}

static void suggests_pictures(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_type(&script, 1, "Kaffee");
    assert_true(script_sees(&script, "icon:seat1:coffee"));
    script_tap(&script, "icon:seat1:coffee"); // chosen: stays whatever is written
    script_type(&script, 1, " und Tanz");
    assert_true(script_sees(&script, "icon:seat1:coffee"));
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "Kaffee und Tanz", &card));
    assert_string_equal(card.icon, "coffee");
    script_free(&script);
}

static void edits_with_keys_and_fingers(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_text(&script, "Gaten"); // a real keyboard opens the composer
    script_key(&script, KEY_LEFT);
    script_key(&script, KEY_LEFT);
    script_key(&script, KEY_LEFT);
    script_text(&script, "r");
    script_key(&script, KEY_END);
    script_tap(&script, "key:seat1:backspace");
    script_type(&script, 1, "n für alle");
    script_tap(&script, "undo-typing:seat1");
    script_type(&script, 1, "alle");
    script_down(&script, 7, "key:seat1:!"); // the hand slides away: nothing
    struct point away = script_find(&script, "text:seat1");
    script_event(&script, EVENT_MOVE, 7, away.x, away.y);
    script_event(&script, EVENT_UP, 7, away.x, away.y);
    script_key(&script, KEY_ENTER);
    assert_true(script_card(&script, "Garten für alle", &card));
    script_free(&script);
}

static void holds_a_key_for_other_signs(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_type(&script, 1, "Caf");
    struct point key = script_find(&script, "key:seat1:e");
    script_event(&script, EVENT_DOWN, 3, key.x, key.y);
    script_wait(&script, 400);
    script_event(&script, EVENT_MOVE, 3, key.x + 32, key.y - 40); // to the second sign: é
    script_event(&script, EVENT_UP, 3, key.x + 32, key.y - 40);
    script_down(&script, 3, "key:seat1:shift"); // held, as on a real keyboard
    script_down(&script, 4, "key:seat1:s");
    script_up(&script, 4, "key:seat1:s");
    script_up(&script, 3, "key:seat1:shift");
    script_type(&script, 1, "x");
    script_tap(&script, "key:seat1:123");
    script_tap(&script, "key:seat1:7");
    script_tap(&script, "key:seat1:123");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "CaféSx7", &card));
    script_free(&script);
}

static void deletes_while_held(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open_table(&script);
    script_text(&script, "viel zu lang geschrieben");
    script_down(&script, 3, "key:seat1:backspace");
    script_wait(&script, 4000);
    script_up(&script, 3, "key:seat1:backspace");
    assert_false(script_says(&script, "viel zu lang geschrieben"));
    script_wait(&script, 1000);
    assert_int_equal(app_next_tick(script.app, script.now), -1);
    script_free(&script);
}

static void writes_arabic(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_text(&script, "أخبار بصوت ");
    script_text(&script, "بطيء");
    script_key(&script, KEY_RIGHT); // towards the begin
    script_key(&script, KEY_LEFT);
    script_text(&script, "؟");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "أخبار بصوت بطيء؟", &card));
    assert_string_equal(card.lang, "ar");
    script_free(&script);
}

static void keeps_long_and_strange_text(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 60; i++) {
        script_text(&script, "Donaudampfschifffahrt 👩‍👩‍👧 e\u0301 ");
        g_string_append(text, "Donaudampfschifffahrt 👩‍👩‍👧 é ");
    }
    script_key(&script, KEY_UP);
    script_key(&script, KEY_DOWN);
    script_key(&script, KEY_HOME);
    script_key(&script, KEY_END);
    app_scene(script.app);
    script_text(&script, "x\x01\x02\ty");
    g_string_append(text, "x y");
    script_tap(&script, "commit:seat1");
    size_t n = script_cards(&script, CARDS_ALL_LIVE);
    assert_int_equal(n, 4);
    // All that had room is there, in one piece.
    bool found = script_card(&script, text->str, &card);
    if (!found) {
        g_string_truncate(text, text->len - 3);
        while (!found && text->len > 0) {
            g_string_truncate(text,
                              text->len - strlen("Donaudampfschifffahrt 👩‍👩‍👧 é "));
            char *shorter = g_strdup_printf("%sx y", text->str);
            found = script_card(&script, shorter, &card);
            g_free(shorter);
        }
    }
    assert_true(found);
    g_string_free(text, TRUE);
    script_free(&script);
}

// ---- cards --------------------------------------------------------------------------------------

static void undoes_and_redoes(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    script_text(&script, "Tandem");
    script_key(&script, KEY_ENTER);
    assert_int_equal(script_cards(&script, CARDS_SHOWN), 4);
    script_tap(&script, "undo:seat1");
    assert_int_equal(script_cards(&script, CARDS_SHOWN), 3);
    script_tap(&script, "redo:seat1");
    assert_true(script_card(&script, "Tandem", &card));
    script_free(&script);
}

static void changes_a_card(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    char *name = g_strdup(script_card_name(&script, "card", "Sprachcafé in jedem Stadtteil"));
    script_tap(&script, name);
    script_tap(&script, "act:edit:seat1");
    assert_true(script_says(&script, "Sprachcafé in jedem Stadtteil"));
    script_key(&script, KEY_END);
    script_type(&script, 1, " und am Abend");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "Sprachcafé in jedem Stadtteil und am Abend", &card));
    assert_int_equal(card.votes, 2);
    assert_int_equal(script_cards(&script, CARDS_SHOWN), 3);
    g_free(name);
    script_free(&script);
}

static void parks_and_brings_back(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open_table(&script);
    char *name = g_strdup(script_card_name(&script, "card", "Sprachcafé in jedem Stadtteil"));
    script_tap(&script, name);
    script_tap(&script, "act:park:seat1");
    assert_int_equal(script_cards(&script, CARDS_PARKED), 1);
    script_tap(&script, "take-back:seat1"); // the toast's button
    assert_int_equal(script_cards(&script, CARDS_PARKED), 0);
    struct point card = script_find(&script, name), bay = script_find(&script, "bay:seat1");
    script_event(&script, EVENT_DOWN, 2, card.x, card.y); // dragged there
    script_event(&script, EVENT_MOVE, 2, (card.x + bay.x) / 2, card.y);
    script_event(&script, EVENT_MOVE, 2, bay.x, bay.y);
    script_event(&script, EVENT_UP, 2, bay.x, bay.y);
    assert_int_equal(script_cards(&script, CARDS_PARKED), 1);
    script_tap(&script, name);
    script_tap(&script, "act:park:seat1");
    assert_int_equal(script_cards(&script, CARDS_PARKED), 0);
    script_tap(&script, "act:away:seat1"); // still selected
    assert_int_equal(script_cards(&script, CARDS_REMOVED), 1);
    g_free(name);
    script_free(&script);
}

static void gives_dots(void **state)
{
    struct script script = script_new(script_workshop);
    struct card card;
    (void)state;
    script_open_table(&script);
    char *name = g_strdup(script_card_name(&script, "card", "Sprachcafé in jedem Stadtteil"));
    script_tap(&script, "dots:seat1");
    script_tap(&script, name);
    script_tap(&script, name);
    assert_true(script_card(&script, "Sprachcafé in jedem Stadtteil", &card));
    assert_int_equal(card.votes, 4);
    assert_true(script_says(&script, "noch 4"));
    script_tap(&script, "dots:seat1"); // done with giving
    struct point dots = script_find(&script, "dots:seat1"), at = script_find(&script, name);
    script_event(&script, EVENT_DOWN, 2, dots.x, dots.y);
    script_event(&script, EVENT_MOVE, 2, at.x, dots.y);
    script_event(&script, EVENT_MOVE, 2, at.x, at.y);
    script_event(&script, EVENT_UP, 2, at.x, at.y);
    assert_true(script_card(&script, "Sprachcafé in jedem Stadtteil", &card));
    assert_int_equal(card.votes, 5);
    for (int i = 0; i < 3; i++) { // all of them, never more
        script_event(&script, EVENT_DOWN, 2, dots.x, dots.y);
        script_event(&script, EVENT_MOVE, 2, at.x, at.y);
        script_event(&script, EVENT_UP, 2, at.x, at.y);
        script_wait(&script, 100);
    }
    script_tap(&script, name);
    script_tap(&script, "act:take-dot:seat1");
    assert_true(script_card(&script, "Sprachcafé in jedem Stadtteil", &card));
    assert_int_equal(card.votes, 7);
    g_free(name);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_a_card),
        cmocka_unit_test(suggests_pictures),
        cmocka_unit_test(edits_with_keys_and_fingers),
        cmocka_unit_test(holds_a_key_for_other_signs),
        cmocka_unit_test(deletes_while_held),
        cmocka_unit_test(writes_arabic),
        cmocka_unit_test(keeps_long_and_strange_text),
        cmocka_unit_test(undoes_and_redoes),
        cmocka_unit_test(changes_a_card),
        cmocka_unit_test(parks_and_brings_back),
        cmocka_unit_test(gives_dots),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
