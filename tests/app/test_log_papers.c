// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The log's drawn pages on the glass: they open, turn, say why when there is nothing to draw, and are
// saved as they are seen; a disk that takes nothing is told in one sentence.

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

#include "script.h"

static const char notes[] = "# Zukunftswerkstatt\nDatum: 2036-03-14\nGruppen: Bündnis Süd, Jugendamt\n"
                            "## Tisch\n- Sprachcafé (5)\n"
                            "## Vereinbarungen\n- Jugendamt: Raum finden, bis 2036-04-30\n"
                            "  Aus: Sprachcafé\n  Stand: erledigt 2036-04-20: Haus 1.\n";

static struct script open_log(const char *workshop)
{
    struct script script = script_new(workshop);
    script_open_log(&script, "2036-05-05");
    return script;
}

static void expect_saved(const struct script *script, const char *name, const char *magic)
{
    char *path = g_build_filename(script->exports, name, NULL), *data = NULL;
    gsize size = 0;
    assert_true(g_file_get_contents(path, &data, &size, NULL));
    assert_true(size > 2000 && strncmp(data, magic, strlen(magic)) == 0);
    g_free(data);
    g_free(path);
}

static void pages_open_and_are_saved_as_they_are_seen(void **state)
{
    (void)state;
    struct script script = open_log(notes);
    script_tap(&script, "tab:who");
    script_tap(&script, "picture:web");
    assert_string_equal(app_screen_name(script.app), "paper");
    script_tap(&script, "save:pdf");
    script_tap(&script, "save:svg");
    script_tap(&script, "save:png");
    expect_saved(&script, "wer-macht-was-2036-05-05.pdf", "%PDF");
    expect_saved(&script, "wer-macht-was-2036-05-05.svg", "<?xml");
    expect_saved(&script, "wer-macht-was-2036-05-05.png", "\x89PNG");
    script_tap(&script, "back");
    assert_string_equal(app_screen_name(script.app), "log");
    script_tap(&script, "tab:course");
    script_tap(&script, "picture:course");
    script_tap(&script, "save:pdf");
    expect_saved(&script, "was-daraus-wurde-2036-05-05.pdf", "%PDF");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "picture:year");
    assert_true(script_says(&script, "2036"));
    script_tap(&script, "page:-1");
    assert_true(script_says(&script, "2035"));
    script_key(&script, KEY_RIGHT);
    assert_true(script_says(&script, "2036"));
    script_free(&script);
}

static void without_ideas_nothing_is_drawn(void **state)
{
    (void)state;
    struct script script = open_log("# Leer\nDatum: 2036-03-14\n");
    script_tap(&script, "tab:course");
    assert_false(script_sees(&script, "picture:course"));
    script_tap(&script, "tab:who");
    script_tap(&script, "picture:web");
    script_tap(&script, "save:pdf");
    script_free(&script);
}

static void a_disk_that_takes_nothing_is_told(void **state)
{
    (void)state;
    struct script script = open_log(notes);
    char *full = script.exports;
    script_close(&script);
    script.exports = g_strdup("/dev/full/exports"); // no folder can be made there
    script_open(&script);
    script_tap(&script, "log");
    script_tap(&script, "tab:who");
    script_tap(&script, "picture:web");
    script_tap(&script, "save:pdf");
    assert_string_equal(app_screen_name(script.app), "paper"); // goes on
    script_tap(&script, "back");
    g_free(script.exports);
    script.exports = full;
    script_free(&script);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_open_and_are_saved_as_they_are_seen),
        cmocka_unit_test(without_ideas_nothing_is_drawn),
        cmocka_unit_test(a_disk_that_takes_nothing_is_told),
    };
    return cmocka_run_group_tests_name("log-papers", tests, NULL, NULL);
}
