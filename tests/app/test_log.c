// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The exchange log on the glass: scripts of events on the sample network, told by what lands in the
// file.

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

static const char notes[] = "# Zukunftswerkstatt Integration\n"
                            "Datum: 2016-03-14\n"
                            "Gruppen: Bündnis Süd (Süd), Bündnis Nord (Nord), Jugendamt\n"
                            "## Spracherwerb\n"
                            "- Sprachcafé: reden statt büffeln (5)\n"
                            "## Vereinbarungen\n"
                            "- Jugendamt: Liste der Ansprechpartner, bis 2016-04-30\n"
                            "- Bündnis Süd: Raum für das Sprachcafé finden\n";

static int open_log(void **state)
{
    struct script *script = g_new0(struct script, 1);
    *script = script_new(notes);
    script_open_log(script, "2036-05-03");
    *state = script;
    return 0;
}

static int close_log(void **state)
{
    struct script *script = *state;
    script_free(script);
    g_free(script);
    return 0;
}

// What another reader sees of the agreement with these words.
static struct promise promise_of(struct script *script, struct arena *arena, const char *what)
{
    struct err err = {0};
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    size_t n;
    const struct promise *all = exchange_promises(store, arena, "2016-05-10", &n, &err);
    struct promise found = {.agreement.what = ""};
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].agreement.what, what) == 0)
            found = all[i];
    store_close(store);
    return found;
}

static char *target_of(struct script *script, struct arena *arena, const char *act,
                       const char *what)
{
    struct promise promise = promise_of(script, arena, what);
    return arena_printf(arena, "%s:%" G_GINT64_FORMAT, act, promise.agreement.id);
}

static void a_tap_says_what_runs_and_can_be_taken_back(void **state)
{
    struct script *script = *state;
    struct arena *arena = arena_new();
    const char *what = "Liste der Ansprechpartner";
    script_tap(script, target_of(script, arena, "running", what));
    assert_string_equal(promise_of(script, arena, what).agreement.status, "running");
    script_tap(script, "undo:seat1");
    assert_string_equal(promise_of(script, arena, what).agreement.status, "open");
    script_tap(script, target_of(script, arena, "done", what));
    assert_string_equal(promise_of(script, arena, what).agreement.status, "done");
    arena_free(arena);
}

static void a_card_is_drawn_into_another_lane(void **state)
{
    struct script *script = *state;
    struct arena *arena = arena_new();
    const char *what = "Raum für das Sprachcafé finden";
    script_tap(script, "tab:agreements");
    struct point from = script_find(script, target_of(script, arena, "agreement", what));
    script_event(script, EVENT_DOWN, 7, from.x, from.y);
    for (int i = 1; i <= 30; i++)
        script_event(script, EVENT_MOVE, 7, from.x + 10 * i, from.y + i);
    script_event(script, EVENT_UP, 7, from.x + 300, from.y + 30);
    assert_string_equal(promise_of(script, arena, what).agreement.status, "running");
    arena_free(arena);
}

static void a_lane_can_be_pushed_without_moving_a_card(void **state)
{
    struct script *script = *state;
    struct arena *arena = arena_new();
    const char *what = "Raum für das Sprachcafé finden";
    script_tap(script, "tab:agreements");
    struct point from = script_find(script, target_of(script, arena, "agreement", what));
    script_event(script, EVENT_DOWN, 7, from.x, from.y);
    for (int i = 1; i <= 20; i++)
        script_event(script, EVENT_MOVE, 7, from.x, from.y + 8 * i);
    script_event(script, EVENT_UP, 7, from.x + 300, from.y + 160);
    assert_string_equal(promise_of(script, arena, what).agreement.status, "open");
    arena_free(arena);
}

static void a_new_agreement_is_asked_for_its_owner(void **state)
{
    struct script *script = *state;
    struct arena *arena = arena_new();
    const char *what = "Stühle leihen";
    script_tap(script, "tab:agreements");
    script_tap(script, "export:csv");
    script_tap(script, "export:ics");
    static const char *const papers[] = {"vereinbarungen.csv", "vereinbarungen.ics"};
    static const char *const hold[] = {"Liste der Ansprechpartner", "BEGIN:VTODO"};
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        char *path = g_build_filename(script->exports, papers[i], NULL), *text = NULL;
        assert_true(g_file_get_contents(path, &text, NULL, NULL));
        assert_non_null(strstr(text, hold[i]));
        g_free(text);
        g_free(path);
    }
    script_tap(script, "new-agreement");
    script_text(script, what);
    script_key(script, KEY_ENTER);
    assert_int_equal(promise_of(script, arena, what).agreement.party, 0);
    script_tap(script, "sheet:hand-over");
    struct err err = {0};
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    int64_t party = store_find_party(store, "Bündnis Nord");
    store_close(store);
    script_tap(script, arena_printf(arena, "party:%" G_GINT64_FORMAT, party));
    assert_int_equal(promise_of(script, arena, what).agreement.party, party);
    script_tap(script, "sheet:postpone");
    script_tap(script, script_first(script, "until:"));
    assert_int_equal(strlen(promise_of(script, arena, what).agreement.until), 10);
    script_tap(script, "sheet:note");
    script_text(script, "Das Lager hat zwanzig.");
    script_key(script, KEY_ENTER);
    assert_string_equal(
        promise_of(script, arena, what).notes[promise_of(script, arena, what).notes_n - 1].text,
        "Das Lager hat zwanzig.");
    arena_free(arena);
}

static void a_meeting_runs_point_by_point_to_its_minutes(void **state)
{
    struct script *script = *state;
    struct arena *arena = arena_new();
    script_tap(script, "tab:meetings");
    script_tap(script, "new-meeting");
    script_tap(script, "day:date:2036-05-10");
    script_tap(script, "day:done");
    script_tap(script, "tab:today");
    script_tap(script, "begin-meeting");
    script_tap(script, script_first(script, "here:"));
    script_tap(script, "say:done");
    script_tap(script, "say:note");
    script_text(script, "Steht im Netz.");
    script_key(script, KEY_ENTER);
    script_tap(script, "new-topic");
    script_text(script, "Sommerfest");
    script_key(script, KEY_ENTER);
    script_tap(script, "minutes");
    char *pattern = g_build_filename(script->exports, "protokoll-2036-05-10.pdf", NULL);
    assert_true(g_file_test(pattern, G_FILE_TEST_EXISTS));
    g_free(pattern);
    script_tap(script, "end-meeting");
    struct err err = {0};
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    size_t n;
    struct gathering *all = exchange_gatherings(store, arena, "2036-05-10", 0, 0, &n, &err);
    assert_int_equal(n, 1);
    assert_string_equal(all[0].meeting.state, "held");
    size_t notes_n;
    store_meeting_notes(store, arena, all[0].meeting.id, &notes_n, &err);
    assert_true(notes_n >= 3);
    size_t attendees_n, here = 0;
    struct attendee *attendees =
        exchange_attendees(store, arena, all[0].meeting.id, &attendees_n, &err);
    for (size_t i = 0; i < attendees_n; i++)
        here += strcmp(attendees[i].state, "here") == 0;
    assert_int_equal(here, 1);
    store_close(store);
    arena_free(arena);
}

static void an_offer_says_for_whom_and_when(void **state)
{
    struct script *script = *state;
    struct arena *arena = arena_new();
    script_tap(script, "tab:offers");
    script_tap(script, "new-request");
    script_text(script, "Begleitung zum Amt");
    script_key(script, KEY_ENTER);
    script_tap(script, "kind:company");
    script_tap(script, "speaks:ar");
    script_tap(script, "time:2:0");
    script_tap(script, script_first(script, "offers:"));
    struct err err = {0};
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    size_t n;
    struct offer *offers = store_offers(store, arena, &n, &err);
    assert_int_equal(n, 1);
    assert_true(offers[0].request);
    assert_string_equal(offers[0].category, "company");
    assert_string_equal(offers[0].languages, "ar");
    assert_int_equal(offers[0].times, TIME_BIT(2, PART_MORNING));
    assert_int_not_equal(offers[0].party, 0);
    store_close(store);
    arena_free(arena);
}

static void everything_is_found_from_any_page(void **state)
{
    struct script *script = *state;
    struct arena *arena = arena_new();
    script_tap(script, "tab:who");
    script_tap(script, "search");
    script_text(script, "ansprechpartner");
    script_key(script, KEY_ENTER);
    script_tap(script, script_first(script, "found:"));
    assert_true(script_sees(script, "sheet:note"));
    arena_free(arena);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
#define SCRIPT(name) cmocka_unit_test_setup_teardown(name, open_log, close_log)
    const struct CMUnitTest tests[] = {
        SCRIPT(a_tap_says_what_runs_and_can_be_taken_back),
        SCRIPT(a_card_is_drawn_into_another_lane),
        SCRIPT(a_lane_can_be_pushed_without_moving_a_card),
        SCRIPT(a_new_agreement_is_asked_for_its_owner),
        SCRIPT(a_meeting_runs_point_by_point_to_its_minutes),
        SCRIPT(an_offer_says_for_whom_and_when),
        SCRIPT(everything_is_found_from_any_page),
    };
    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
