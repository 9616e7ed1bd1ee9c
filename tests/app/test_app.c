// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people do at the glass, as scripts of events, and what is in the file afterwards.
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
#include "draw/scene.h"
#include "script.h"

static const char workshop[] = "# Mini-Werkstatt\n"
                               "Datum: 2026-01-02\n"
                               "Ort: Magdeburg\n"
                               "## Sprache\n"
                               "Frage: Wie lernen alle schnell Deutsch?\n"
                               "- Sprachcafé in jedem Stadtteil (2)\n"
                               "- [ar] دورات لغة للأمهات (1)\n"
                               "## Wohnen\n"
                               "- Wohnpaten helfen beim Einzug\n";

// ---- writing ------------------------------------------------------------------------------------

static void writes_a_card(void **state)
{
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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

// ---- nothing is lost ----------------------------------------------------------------------------

static void keeps_the_half_typed_card(void **state)
{
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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

static void follows_the_size_of_the_glass(void **state)
{
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
    struct script script = script_new(workshop);
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
        cmocka_unit_test(keeps_the_half_typed_card),
        cmocka_unit_test(keeps_several_drafts),
        cmocka_unit_test(survives_being_killed),
        cmocka_unit_test(says_when_the_disk_is_full),
        cmocka_unit_test(refuses_what_cannot_be_written),
        cmocka_unit_test(shows_what_it_may_only_read),
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
