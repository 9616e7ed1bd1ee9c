// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nothing is lost: half-typed cards, a killed program, a full disk, files that may only be read.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "script.h"

static void keeps_the_half_typed_card(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_type(&script, 1, "Halb fertig");
    script_close(&script);
    script_open(&script);
    assert_string_equal(app_screen_name(script.app), "table");
    assert_true(script_says(&script, "Halb fertig"));
    script_tap(&script, "cancel:seat1"); // later
    assert_false(script_says(&script, "Halb fertig"));
    script_tap(&script, "new-card:seat1");
    assert_true(script_says(&script, "Halb fertig"));
    script_tap(&script, "commit:seat1");
    assert_int_equal(script_cards(&script, CARDS_SHOWN), 4);
    script_tap(&script, "new-card:seat1");
    script_text(&script, "neu"); // committed drafts are gone
    assert_true(script_says(&script, "neu"));
    script_free(&script);
}

// One half-typed card at each table, and one of a card that is being changed.
static void keeps_several_drafts(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    script_open_table(&script);
    script_text(&script, "eins");
    script_tap(&script, "cancel:seat1");
    char *name = g_strdup(script_card_name(&script, "card", "Sprachcafé in jedem Stadtteil"));
    script_tap(&script, name);
    script_tap(&script, "act:edit:seat1");
    script_text(&script, " heute");
    script_tap(&script, "cancel:seat1");
    script_tap(&script, "tables:seat1");
    script_tap(&script, "table:2");
    assert_false(script_sees(&script, "commit:seat1"));
    script_text(&script, "zwei");
    script_close(&script);
    script_open(&script);
    assert_true(script_says(&script, "zwei"));
    script_tap(&script, "commit:seat1");
    script_tap(&script, "tables:seat1");
    script_tap(&script, "table:1");
    assert_true(script_says(&script, "Sprachcafé in jedem Stadtteil heute"));
    script_tap(&script, "commit:seat1");
    script_tap(&script, "new-card:seat1");
    assert_true(script_says(&script, "eins"));
    g_free(name);
    script_free(&script);
}

// A failing assertion ends the child instead of going on with the other tests in it.
static pid_t fork_child(void)
{
    pid_t child = fork();
    if (child == 0)
        g_setenv("CMOCKA_TEST_ABORT", "1", TRUE);
    return child;
}

static void survives_being_killed(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    pid_t child = fork_child();
    if (child == 0) {
        script_open_table(&script);
        script_text(&script, "Ganz");
        script_key(&script, KEY_ENTER);
        script_tap(&script, "new-card:seat1");
        script_type(&script, 1, "mitten im W");
        kill(getpid(), SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    struct card card;
    script_open(&script);
    assert_true(script_card(&script, "Ganz", &card));
    assert_true(script_says(&script, "mitten im W"));
    script_type(&script, 1, "ort");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "mitten im Wort", &card));
    script_free(&script);
}

// The disk takes no more: one sentence, and what was written stays on the screen.
static int write_on_a_full_disk(struct script *script)
{
    script_open_table(script);
    script_tap(script, "new-card:seat1");
    script_type(script, 1, "bleibt");
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_FSIZE, &none) != 0)
        return 10;
    script_tap(script, "commit:seat1");
    if (!script_sees(script, "toast:seat1"))
        return 11;
    if (!script_says(script, "bleibt") || !script_sees(script, "commit:seat1"))
        return 12;
    return 0;
}

static void says_when_the_disk_is_full(void **state)
{
    struct script script = script_new(script_workshop);
    (void)state;
    pid_t child = fork_child();
    if (child == 0)
        _exit(write_on_a_full_disk(&script));
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    script_open(&script);
    assert_true(script_says(&script, "bleibt")); // the draft of before
    script_free(&script);
}

static void refuses_what_cannot_be_written(void **state)
{
    struct err err = {0};
    const struct app_options options = {.file = "/proc/netz.erntebild", .world = world_real()};
    (void)state;
    assert_null(app_new(&options, &err));
    assert_int_not_equal(err.code, ERR_NONE);
    assert_non_null(strstr(err.text, "/proc/netz.erntebild"));
    assert_null(strchr(err.text, '\n'));
}

// A file of a newer version: SQLite's user version stands at byte 60.
static void shows_what_it_may_only_read(void **state)
{
    struct script script = script_new(script_workshop);
    char *bytes;
    gsize size;
    (void)state;
    assert_true(g_file_get_contents(script.file, &bytes, &size, NULL));
    memset(bytes + 60, 0x11, 4);
    assert_true(g_file_set_contents(script.file, bytes, (gssize)size, NULL));
    g_free(bytes);
    script_open(&script);
    assert_string_equal(app_screen_name(script.app), "hall");
    assert_true(script_sees(&script, "toast:seat1"));
    script_wait(&script, 20000);
    assert_false(script_sees(&script, "toast:seat1"));
    script_tap(&script, "table:1");
    script_text(&script, "geht nicht");
    script_tap(&script, "commit:seat1");
    assert_true(script_sees(&script, "toast:seat1")); // says so
    assert_true(script_says(&script, "geht nicht"));  // and keeps it
    script_tap(&script, "cancel:seat1");
    script_tap(&script, "tables:seat1");
    script_tap(&script, "harvest"); // the poster can be taken away all the same
    script_tap(&script, "export");
    script_tap(&script, "save");
    script_wait(&script, 2000);
    assert_true(script_sees(&script, "open:0"));
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_half_typed_card),
        cmocka_unit_test(keeps_several_drafts),
        cmocka_unit_test(survives_being_killed),
        cmocka_unit_test(says_when_the_disk_is_full),
        cmocka_unit_test(refuses_what_cannot_be_written),
        cmocka_unit_test(shows_what_it_may_only_read),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
