// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The greeting: seats that are set up anew say hello until somebody takes a language.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>

#include "app/settings.h"
#include "script.h"

static const char notes[] = "# Netz\n## Garten\n- Beete\n## Chor\n- Lieder\n";

static void takes_a_language(void **state)
{
    struct script script = script_new(notes);
    (void)state;
    script_open(&script);
    script_tap(&script, "seats");
    script_tap(&script, "seats:wall:2");
    if (!script_sees(&script, "hello-ground:seat1"))
        script_tap(&script, "table:1");
    assert_true(script_sees(&script, "hello-ground:seat1") && script_sees(&script, "hello-ground:seat2"));
    script_tap(&script, "hello:seat1:fr");
    script_tap(&script, "new-card:seat1");
    assert_false(script_sees(&script, "hello-ground:seat1"));
    assert_true(script_sees(&script, "hello-ground:seat2")); // still waits for somebody
    assert_true(script_sees(&script, "cancel:seat1"));
    assert_true(script_says(&script, "Écrire"));
    assert_string_equal(settings_load().seats[0].langs[settings_load().seats[0].lang], "fr");
    script_close(&script);
    script_open(&script); // after a restart, too
    assert_false(script_sees(&script, "hello-ground:seat1"));
    script_free(&script);
}

static void offers_what_was_chosen(void **state)
{
    struct script script = script_new(notes);
    (void)state;
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, "lead:settings");
    script_tap(&script, "offer:fr");
    script_tap(&script, "greet");
    script_tap(&script, "back");
    script_tap(&script, "table:1");
    assert_true(script_sees(&script, "hello:seat1:en"));
    assert_false(script_sees(&script, "hello:seat1:fr"));
    for (int i = 0; i < 12 && !script_sees(&script, "hello:seat1:fr"); i++)
        script_tap(&script, "hello-more:seat1"); // but can be had
    assert_true(script_sees(&script, "hello:seat1:fr"));
    script_text(&script, "Hof"); // who writes has come
    assert_false(script_sees(&script, "hello-ground:seat1"));
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_language),
        cmocka_unit_test(offers_what_was_chosen),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
