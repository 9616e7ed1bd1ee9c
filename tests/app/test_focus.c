// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A physical keyboard alone: to a table, a card, its actions and back.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/focus.h"
#include "app/seat.h"
#include "draw/scene.h"
#include "script.h"

static const char workshop[] = "# Mini-Werkstatt\n"
                               "Datum: 2026-01-02\n"
                               "## Sprache\n"
                               "- Sprachcafé\n"
                               "- Lesepaten\n"
                               "- Singen\n"
                               "## Wohnen\n"
                               "- Wohnpaten\n";

static void arrows_lead_to_cards_and_enter_acts(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_key(&script, KEY_DOWN); // the first thing of all: the title
    script_key(&script, KEY_DOWN); // below it a card
    script_key(&script, KEY_ENTER);
    assert_true(script_sees(&script, "act:edit:seat1"));
    script_key(&script, KEY_ENTER); // again: it is written on
    assert_true(script_sees(&script, "commit:seat1"));
    script_key(&script, KEY_ESCAPE); // the focus goes
    script_key(&script, KEY_ESCAPE); // the composer goes
    assert_false(script_sees(&script, "commit:seat1"));
    script_free(&script);
}

static void tab_goes_round_and_comes_to_all(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    const char *const wanted[] = {"new-card:seat1", "search:seat1", "bundling:seat1",
                                  "dots:seat1"};
    struct seat seat = {.number = 1, .zone = {0, 0, 1210, 680.6}};
    struct focus focus = {.on = false};
    const struct scene *scene = app_scene(script.app);
    bool found[G_N_ELEMENTS(wanted)] = {false}, card = false;
    char first[FINGER_TARGET] = "";
    int steps = 0;
    for (; steps < 60; steps++) {
        assert_true(focus_move(&focus, scene, &seat, 1, &seat, FOCUS_NEXT));
        if (steps == 0)
            g_strlcpy(first, focus.target, sizeof first);
        else if (strcmp(first, focus.target) == 0)
            break;
        for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
            found[i] = found[i] || strcmp(focus.target, wanted[i]) == 0;
        card = card || strcmp(focus.target, script_card_name(&script, "card", "Singen")) == 0;
    }
    assert_true(steps < 60 && card);
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        if (!found[i] && strcmp(first, wanted[i]) != 0)
            fail_msg("never came to %s", wanted[i]);
    }
    assert_true(focus_move(&focus, scene, &seat, 1, &seat, FOCUS_PREVIOUS));
    script_free(&script);
}

static void right_of_a_card_is_the_next(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    struct seat seat = {.number = 1, .zone = {0, 0, 1210, 680.6}};
    struct focus focus = {.on = true};
    g_strlcpy(focus.target, script_card_name(&script, "card", "Sprachcafé"), sizeof focus.target);
    const struct scene *scene = app_scene(script.app);
    assert_true(focus_move(&focus, scene, &seat, 1, &seat, FOCUS_RIGHT));
    assert_string_equal(focus.target, script_card_name(&script, "card", "Lesepaten"));
    assert_true(focus_move(&focus, scene, &seat, 1, &seat, FOCUS_RIGHT));
    assert_string_equal(focus.target, script_card_name(&script, "card", "Singen"));
    assert_true(focus_move(&focus, scene, &seat, 1, &seat, FOCUS_LEFT));
    assert_string_equal(focus.target, script_card_name(&script, "card", "Lesepaten"));
    struct box box;
    assert_true(focus_find(&focus, scene, &box));
    g_strlcpy(focus.target, "gone", sizeof focus.target);
    assert_false(focus_find(&focus, scene, &box));
    assert_false(focus.on);
    script_free(&script);
}

static void typing_begins_a_card_all_the_same(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    struct card card;
    script_open_table(&script);
    script_key(&script, KEY_DOWN);
    script_text(&script, "Neu");
    script_key(&script, KEY_LEFT); // in the text
    script_text(&script, "x");
    script_key(&script, KEY_ENTER);
    assert_true(script_card(&script, "Nexu", &card));
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrows_lead_to_cards_and_enter_acts),
        cmocka_unit_test(tab_goes_round_and_comes_to_all),
        cmocka_unit_test(right_of_a_card_is_the_next),
        cmocka_unit_test(typing_begins_a_card_all_the_same),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
