// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Days in the log are chosen, never typed: by a tap or by the arrow keys; meetings that recur, that are
// moved, cancelled and take place after all. Told by what lands in the file.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "exchange/agreement.h"
#include "exchange/meeting.h"
#include "script.h"

#define TODAY "2036-05-05" // a Monday

static const char notes[] = "# Zukunftswerkstatt\nDatum: 2036-03-14\nGruppen: Bündnis Süd, Jugendamt\n"
                            "## Tisch\n- Sprachcafé (5)\n"
                            "## Vereinbarungen\n- Jugendamt: Liste, bis 2036-04-30\n"
                            "## Angebote und Gesuche\n- Biete: Kurs A2\n  Art: Sprache\n";

struct view { // what another reader sees
    struct arena *arena;
    struct store *store;
};

static int open_log(void **state)
{
    struct script *script = g_new0(struct script, 1);
    *script = script_new(notes);
    script_open_log(script, TODAY);
    *state = script;
    return 0;
}

static int close_log(void **state)
{
    script_free(*state);
    g_free(*state);
    return 0;
}

static struct view view_of(struct script *script)
{
    struct err err = {0};
    return (struct view){arena_new(), store_open(script->file, STORE_READ, world_real(), &err)};
}

static void view_close(struct view *view)
{
    store_close(view->store);
    arena_free(view->arena);
}

// "2036-05-30 17:00 cancelled, ..." of the first `most` dates; planned ones without their state.
static void expect_dates(struct script *script, size_t most, const char *wanted)
{
    struct view view = view_of(script);
    struct err err = {0};
    size_t n;
    const struct gathering *all =
        exchange_gatherings(view.store, view.arena, TODAY, 0, 0, &n, &err);
    const char *told = "";
    for (size_t i = 0; i < n && i < most; i++) {
        const struct meeting *m = &all[i].meeting;
        bool planned = strcmp(m->state, "planned") == 0;
        told = arena_printf(view.arena, "%s%s%s %s%s%s", told, i > 0 ? ", " : "", m->date, m->time,
                            planned ? "" : " ", planned ? "" : m->state);
    }
    assert_string_equal(told, wanted);
    view_close(&view);
}

static void expect_until(struct script *script, const char *wanted)
{
    struct view view = view_of(script);
    struct err err = {0};
    size_t n;
    const struct promise *all = exchange_promises(view.store, view.arena, TODAY, &n, &err);
    assert_string_equal(all[0].agreement.until, wanted);
    view_close(&view);
}

static void meetings_recur_as_the_chosen_day_says(void **state)
{
    struct script *script = *state;
    script_tap(script, "tab:meetings");
    script_tap(script, "new-series");
    assert_false(script_sees(script, "day:done")); // without a day there is nothing to do
    script_tap(script, "day:date:2036-05-30");     // the last Friday
    script_tap(script, "hour:18");
    script_tap(script, "rhythm:5");
    assert_true(script_says(script, "Fr, 30. Mai · Fr, 27. Juni · Fr, 25. Juli"));
    script_tap(script, "rhythm:3"); // every six weeks
    assert_true(script_says(script, "Fr, 30. Mai · Fr, 11. Juli · Fr, 22. August"));
    script_tap(script, "rhythm:4"); // the 30th: not in February
    assert_true(script_says(script, "Fr, 30. Mai · Mo, 30. Juni · Mi, 30. Juli"));
    script_tap(script, "rhythm:5");
    script_tap(script, "day:done");
    expect_dates(script, 3, "2036-05-30 18:00, 2036-06-27 18:00, 2036-07-25 18:00");
}

static void a_date_is_moved_cancelled_and_takes_place_after_all(void **state)
{
    struct script *script = *state;
    script_tap(script, "tab:meetings");
    script_tap(script, "new-series");
    script_tap(script, "day:date:2036-05-13"); // every second Tuesday
    script_tap(script, "day:done");
    script_tap(script, "move:1");
    script_tap(script, "day:month:1"); // cannot be in May any more by mistake
    script_tap(script, "day:month:-1");
    script_tap(script, "day:date:2036-05-28");
    script_tap(script, "day:done");
    expect_dates(script, 3, "2036-05-13 17:00, 2036-05-28 17:00, 2036-06-10 17:00");
    script_tap(script, "cancel:0");
    expect_dates(script, 2, "2036-05-13 17:00 cancelled, 2036-05-28 17:00");
    script_tap(script, "undo:seat1");
    expect_dates(script, 2, "2036-05-13 17:00, 2036-05-28 17:00");
    script_tap(script, "cancel:2");
    expect_dates(script, 3, "2036-05-13 17:00, 2036-05-28 17:00, 2036-06-10 17:00 cancelled");
    script_tap(script, "restore:2");
    expect_dates(script, 3, "2036-05-13 17:00, 2036-05-28 17:00, 2036-06-10 17:00");
}

static void an_agreement_gets_any_day_by_keys_alone(void **state)
{
    struct script *script = *state;
    script_tap(script, "tab:agreements");
    script_tap(script, script_first(script, "agreement:"));
    script_tap(script, "sheet:postpone");
    script_tap(script, "until:other");
    script_key(script, KEY_DOWN); // a week later
    script_key(script, KEY_DOWN);
    script_key(script, KEY_RIGHT);
    script_key(script, KEY_LEFT);
    script_key(script, KEY_LEFT); // the day before
    script_key(script, KEY_ENTER);
    expect_until(script, "2036-05-18");
    script_tap(script, "sheet:postpone");
    script_tap(script, "until:other");
    script_key(script, KEY_UP); // nothing lies before today
    assert_false(script_sees(script, "day:date:2036-05-04"));
    script_tap(script, "day:undated");
    expect_until(script, "");
    script_tap(script, "undo:seat1");
    expect_until(script, "2036-05-18");
    script_tap(script, "sheet:postpone");
    script_tap(script, "until:other");
    script_key(script, KEY_ESCAPE); // nothing is chosen
    expect_until(script, "2036-05-18");
    assert_true(script_sees(script, "sheet:postpone"));
}

static void an_offer_says_how_long_it_is_valid(void **state)
{
    struct script *script = *state;
    struct err err = {0};
    size_t n;
    script_tap(script, "tab:offers");
    script_tap(script, script_first(script, "offer:"));
    script_tap(script, "valid");
    script_tap(script, "day:month:1");
    script_tap(script, "day:date:2036-06-30");
    struct view view = view_of(script);
    const struct offer *all = store_offers(view.store, view.arena, &n, &err);
    assert_string_equal(all[0].valid_until, "2036-06-30");
    view_close(&view);
    assert_true(script_sees(script, "offer-sheet"));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(meetings_recur_as_the_chosen_day_says, open_log, close_log),
        cmocka_unit_test_setup_teardown(a_date_is_moved_cancelled_and_takes_place_after_all, open_log,
                                        close_log),
        cmocka_unit_test_setup_teardown(an_agreement_gets_any_day_by_keys_alone, open_log, close_log),
        cmocka_unit_test_setup_teardown(an_offer_says_how_long_it_is_valid, open_log, close_log),
    };
    return cmocka_run_group_tests_name("log-dates", tests, NULL, NULL);
}
