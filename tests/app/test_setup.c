// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Setting up a workshop: order and colours of its tables, its phases, its seats.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "script.h"

static struct script open_setup(const char *workshop)
{
    struct script script = script_new(workshop);
    script_open(&script);
    if (workshop == NULL)
        script_tap(&script, "new-workshop");
    script_tap(&script, "lead");
    script_tap(&script, "lead:setup");
    assert_string_equal(app_screen_name(script.app), "setup");
    return script;
}

static const char workshop[] = "# Werkstatt\n## Arbeit\n## Sprache\n## Alltag\n";

// What another reader of the file sees; the arena is the caller's.
static struct store *read_file(struct script *script, int64_t *about)
{
    struct err err = {0};
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    assert_non_null(store);
    *about = store_find_workshop(store, NULL);
    return store;
}

// Titles and colours of the tables in their order: "Arbeit 1, Sprache 2".
static void has_tables(struct script *script, const char *wanted)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    size_t n;
    int64_t about;
    struct store *store = read_file(script, &about);
    const struct table *tables = store_tables(store, arena, about, &n, &err);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s %d", i > 0 ? ", " : "", tables[i].title,
                               tables[i].colour);
    assert_string_equal(text->str, wanted);
    g_string_free(text, TRUE);
    store_close(store);
    arena_free(arena);
}

// The hit name of a table's part: row, order.
static char *of_table(struct script *script, const char *part, const char *title)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    size_t n;
    int64_t about;
    char *name = NULL;
    struct store *store = read_file(script, &about);
    const struct table *tables = store_tables(store, arena, about, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(tables[i].title, title) == 0)
            name = g_strdup_printf("%s:%" G_GINT64_FORMAT, part, tables[i].id);
    }
    store_close(store);
    arena_free(arena);
    assert_non_null(name);
    return name;
}

static void a_dragged_row_goes_elsewhere(void **state)
{
    (void)state;
    struct script script = open_setup(workshop);
    char *handle = of_table(&script, "order", "Arbeit"), *last = of_table(&script, "row", "Alltag");
    struct point from = script_find(&script, handle), to = script_find(&script, last);
    has_tables(&script, "Arbeit 1, Sprache 2, Alltag 3");
    script_event(&script, EVENT_DOWN, 1, from.x, from.y);
    for (int i = 1; i <= 6; i++)
        script_event(&script, EVENT_MOVE, 1, from.x, from.y + (to.y + 20 - from.y) * i / 6);
    script_event(&script, EVENT_UP, 1, from.x, to.y + 20);
    has_tables(&script, "Sprache 2, Alltag 3, Arbeit 1"); // each keeps its colour
    script_tap(&script, "undo:seat1");
    has_tables(&script, "Arbeit 1, Sprache 2, Alltag 3");
    // A finger that is lost moves nothing.
    script_event(&script, EVENT_DOWN, 1, from.x, from.y);
    script_event(&script, EVENT_MOVE, 1, from.x, to.y);
    script_event(&script, EVENT_CANCEL, 1, from.x, to.y);
    has_tables(&script, "Arbeit 1, Sprache 2, Alltag 3");
    g_free(handle);
    g_free(last);
    script_free(&script);
}

static void buttons_put_in_order_too(void **state)
{
    (void)state;
    struct script script = open_setup(workshop);
    char *row = of_table(&script, "row", "Sprache");
    script_tap(&script, row);
    script_tap(&script, "set:up");
    has_tables(&script, "Sprache 2, Arbeit 1, Alltag 3");
    assert_false(script_sees(&script, "set:up")); // it is the first
    script_tap(&script, "set:down");
    script_tap(&script, "set:down");
    has_tables(&script, "Arbeit 1, Alltag 3, Sprache 2");
    assert_false(script_sees(&script, "set:down"));
    g_free(row);
    script_free(&script);
}

static void a_table_has_the_colour_it_was_given(void **state)
{
    (void)state;
    struct script script = open_setup(workshop);
    char *row = of_table(&script, "row", "Sprache");
    script_tap(&script, row);
    script_tap(&script, "set:colour:6");
    has_tables(&script, "Arbeit 1, Sprache 6, Alltag 3");
    script_tap(&script, "undo:seat1");
    has_tables(&script, "Arbeit 1, Sprache 2, Alltag 3");
    g_free(row);
    script_free(&script);
}

static void has_phase(struct script *script, size_t i, const char *title, int minutes,
                      const char *rules, bool standard)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    size_t n;
    int64_t about;
    struct store *store = read_file(script, &about);
    const struct phase *phases = store_phases(store, arena, about, &n, &err);
    assert_true(i < n);
    assert_int_equal(phases[i].minutes, minutes);
    assert_true(phases[i].standard == standard);
    if (title != NULL)
        assert_string_equal(phases[i].title, title);
    if (rules != NULL)
        assert_string_equal(phases[i].rules, rules);
    store_close(store);
    arena_free(arena);
}

static void phases_are_edited(void **state)
{
    (void)state;
    struct script script = open_setup(NULL);
    script_tap(&script, "times");
    has_phase(&script, 0, NULL, 30, NULL, true);
    char *more = g_strdup(script_first(&script, "phase-more:"));
    script_tap(&script, more);
    has_phase(&script, 0, NULL, 35, NULL, true);
    g_free(more);
    char *rules = g_strdup(script_first(&script, "phase-rules:"));
    script_tap(&script, rules);
    script_text(&script, "; Pausen sind erlaubt");
    script_key(&script, KEY_ENTER);
    g_free(rules);
    has_phase(&script, 0, "Vorbereitung", 35,
              "Alle kommen zu Wort; Kurz und klar; Fragen sind willkommen; Pausen sind erlaubt",
              false);
    char *away = g_strdup(script_first(&script, "phase-away:"));
    script_tap(&script, away);
    assert_false(script_sees(&script, away));
    script_tap(&script, "undo:seat1"); // on the toast
    assert_true(script_sees(&script, away));
    g_free(away);
    script_tap(&script, "new-phase");
    script_text(&script, "Essen");
    script_key(&script, KEY_ENTER);
    has_phase(&script, 5, "Essen", 20, NULL, false);
    script_key(&script, KEY_ESCAPE); // the sheet, not the screen
    assert_string_equal(app_screen_name(script.app), "setup");
    assert_false(script_sees(&script, "times-sheet"));
    script_free(&script);
}

static void seats_are_chosen_here_too(void **state)
{
    (void)state;
    struct script script = open_setup(workshop);
    script_tap(&script, "seats");
    script_tap(&script, "seats:wall:3");
    assert_string_equal(app_screen_name(script.app), "setup");
    script_tap(&script, "begin");
    script_tap(&script, "table:1");
    assert_true(script_sees(&script, "new-card:seat3"));
    script_free(&script);
}

// A second workshop in the file goes on from the first: its empty tables take in the earlier ones.
static void goes_on_from_the_last_workshop(void **state)
{
    (void)state;
    struct script script = script_new("# Erste\nGruppen: Chor, Verein\n## Arbeit\nFrage: Wo?\n"
                                      "- Karte\n## Sprache\n## Alltag\n## Wohnen\n");
    script_open(&script);
    script_tap(&script, "start");
    script_tap(&script, "new-workshop");
    script_tap(&script, "lead");
    script_tap(&script, "lead:setup");
    script_tap(&script, "take-over");
    assert_true(script_says(&script, "Arbeit") && script_says(&script, "Wohnen"));
    assert_true(script_says(&script, "Verein"));
    struct err err = {0};
    struct arena *arena = arena_new();
    size_t n;
    int64_t about;
    struct store *store = read_file(&script, &about);
    const struct table *tables = store_tables(store, arena, about, &n, &err);
    assert_true(n >= 4);
    assert_string_equal(tables[0].question, "Wo?");
    store_close(store);
    arena_free(arena);
    assert_false(script_says(&script, "Tisch 1"));
    script_tap(&script, "undo:seat1");
    assert_false(script_says(&script, "Arbeit"));
    assert_true(script_says(&script, "Tisch 1"));
    script_free(&script);
}

static void the_day_is_read_as_people_write_it(void **state)
{
    struct err err = {0};
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, "lead:setup");
    script_tap(&script, "date");
    script_key(&script, KEY_SELECT_ALL);
    for (int i = 0; i < 40; i++)
        script_key(&script, KEY_BACKSPACE);
    script_text(&script, "bald");
    script_tap(&script, "commit:seat1");
    assert_true(script_sees(&script, "commit:seat1")); // asks on
    for (int i = 0; i < 4; i++)
        script_key(&script, KEY_BACKSPACE);
    script_text(&script, "3.10.2026");
    script_tap(&script, "commit:seat1");
    script_close(&script);
    struct arena *arena = arena_new();
    int64_t about;
    size_t n;
    struct store *store = read_file(&script, &about);
    const struct workshop *workshops = store_workshops(store, arena, &n, &err);
    assert_string_equal(workshops[0].date, "2026-10-03");
    store_close(store);
    arena_free(arena);
    script_free(&script);
}

static void the_code_is_set_from_here(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, "lead:setup");
    script_tap(&script, "code-sheet");
    for (int i = 0; i < 8; i++) // twice
        script_tap(&script, "code:7");
    assert_false(script_sees(&script, "code:7"));
    assert_false(script_sees(&script, "lead:freeze")); // the drawer stays away
    assert_string_equal(app_screen_name(script.app), "setup");
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dragged_row_goes_elsewhere),
        cmocka_unit_test(buttons_put_in_order_too),
        cmocka_unit_test(a_table_has_the_colour_it_was_given),
        cmocka_unit_test(phases_are_edited),
        cmocka_unit_test(seats_are_chosen_here_too),
        cmocka_unit_test(goes_on_from_the_last_workshop),
        cmocka_unit_test(the_day_is_read_as_people_write_it),
        cmocka_unit_test(the_code_is_set_from_here),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
