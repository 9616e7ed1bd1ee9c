// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Meetings, offers, who does what and what became of it, on the sample network over a year.

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

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "exchange/journey.h"
#include "exchange/minutes.h"
#include "exchange/network.h"
#include "exchange/retention.h"
#include "store/import.h"
#include "store/search.h"

struct fixture {
    char *folder, *path;
    struct store *store;
    struct arena *arena;
    struct err err;
};

static int set_up(void **state)
{
    struct fixture *f = g_new0(struct fixture, 1);
    struct import_result result;
    char *notes = g_build_filename(g_getenv("ERNTEBILD_SOURCE"), "sessions", "magdeburg-netzwerk.md",
                                   NULL);
    f->folder = g_dir_make_tmp("erntebild-network-XXXXXX", NULL);
    f->path = g_build_filename(f->folder, "a.erntebild", NULL);
    f->arena = arena_new();
    f->store = store_open(f->path, STORE_MAKE, world_real(), &f->err);
    if (f->store == NULL || !store_import(f->store, notes, &result, &f->err))
        fail_msg("%s", f->err.text);
    g_free(notes);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    store_close(f->store);
    g_unlink(f->path);
    g_rmdir(f->folder);
    arena_free(f->arena);
    g_free(f->path);
    g_free(f->folder);
    g_free(f);
    return 0;
}

static struct gathering on(struct fixture *f, const char *date)
{
    size_t n;
    struct gathering *all =
        exchange_gatherings(f->store, f->arena, "2017-01-01", 0, 0, &n, &f->err);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].meeting.date, date) == 0)
            return all[i];
    fail_msg("no meeting on %s", date);
    return (struct gathering){0};
}

static void a_series_gives_dates_that_move_and_fall_out(void **state)
{
    struct fixture *f = *state;
    struct gathering next;
    assert_true(on(f, "2016-08-18").moved);
    assert_string_equal(on(f, "2016-08-18").meeting.occurrence, "2016-08-11");
    assert_string_equal(on(f, "2017-01-26").meeting.state, "cancelled");
    assert_true(exchange_next_gathering(f->store, f->arena, "2016-12-16", &next, &f->err));
    assert_string_equal(next.meeting.date, "2017-03-09");
    assert_int_equal(next.meeting.id, 0); // nothing is known of it yet
    // Moving it is known on every machine as the same row; undo takes it back.
    assert_true(exchange_move(f->store, &next, "2017-03-16", NULL, &f->err));
    assert_true(exchange_next_gathering(f->store, f->arena, "2016-12-16", &next, &f->err));
    assert_string_equal(next.meeting.date, "2017-03-16");
    assert_int_equal(next.meeting.id, store_row_of(ENTITY_MEETING, next.meeting.series, 736397));
    assert_true(store_undo(f->store, 0, NULL, &f->err));
    assert_true(exchange_next_gathering(f->store, f->arena, "2016-12-16", &next, &f->err));
    assert_string_equal(next.meeting.date, "2017-03-09");
    assert_true(exchange_cancel(f->store, &next, &f->err));
    assert_true(exchange_next_gathering(f->store, f->arena, "2016-12-16", &next, &f->err));
    assert_string_equal(next.meeting.date, "2017-04-20");
}

static size_t count(const struct agenda *agenda, enum agenda_part part)
{
    size_t n = 0;
    for (size_t i = 0; i < agenda->n; i++)
        n += agenda->points[i].part == part;
    return n;
}

static void a_meeting_opens_with_what_is_due_and_new(void **state)
{
    struct fixture *f = *state;
    struct gathering gathering = on(f, "2017-03-09");
    struct agenda agenda;
    int64_t meeting;
    assert_true(exchange_open(f->store, &gathering, &meeting, &f->err));
    assert_true(exchange_agenda(f->store, f->arena, meeting, "2017-03-09", &agenda, &f->err));
    assert_string_equal(agenda.since, "2016-12-15");
    assert_int_equal(count(&agenda, AGENDA_OVERDUE), 4);
    assert_int_equal(count(&agenda, AGENDA_TOPIC), 3); // parked cards
    assert_int_equal(agenda.discussed, 0);
    // One tap is one change: status, note and the point is ticked, and stays in its place.
    const struct agenda_point *first = &agenda.points[0];
    const struct report report = {.agreement = first->promise->agreement.id, .meeting = meeting,
                                  .status = "done", .note = "geschafft", .day = "2017-03-09"};
    assert_true(exchange_report(f->store, &report, &f->err));
    assert_true(exchange_meeting_note(f->store, meeting, NULL, "Neues Thema", "besprochen", NULL,
                                      "2017-03-09", &f->err));
    assert_true(exchange_agenda(f->store, f->arena, meeting, "2017-03-09", &agenda, &f->err));
    assert_int_equal(count(&agenda, AGENDA_OVERDUE), 4);
    assert_int_equal(count(&agenda, AGENDA_TOPIC), 4);
    assert_int_equal(agenda.discussed, 2);
    // All of the workshop's groups are invited until somebody is ticked; then as they were.
    size_t n;
    struct attendee *all = exchange_attendees(f->store, f->arena, meeting, &n, &f->err);
    assert_int_equal(n, 7);
    assert_string_equal(all[0].state, "invited");
    assert_true(exchange_set_presence(f->store, meeting, all[2].party, "here", &f->err));
    all = exchange_attendees(f->store, f->arena, meeting, &n, &f->err);
    assert_int_equal(n, 7);
    assert_string_equal(all[2].state, "here");
    assert_string_equal(all[0].state, "invited");
}

static void minutes_are_complete(void **state)
{
    struct fixture *f = *state;
    struct minutes minutes;
    int64_t meeting = on(f, "2016-09-22").meeting.id;
    assert_true(exchange_minutes(f->store, f->arena, NULL, meeting, &minutes, &f->err));
    assert_int_equal(minutes.attendees_n, 7);
    assert_int_equal(minutes.talks_n, 4);
    assert_int_equal(minutes.decisions_n, 6);
    assert_true(minutes.decisions[0].fresh);
    assert_string_equal(minutes.next.meeting.date, "2016-11-03");
    char *text = minutes_markdown(&minutes, NULL);
    assert_non_null(strstr(text, "| Fragebogen ins Arabische bringen | Nobody yet | no date | new |"));
    assert_non_null(strstr(text, "every 6 weeks, on Thursdays"));
    g_free(text);
    assert_false(exchange_minutes(f->store, f->arena, NULL, 12345, &minutes, &f->err));
    assert_int_equal(f->err.code, ERR_NOT_FOUND);
}

static void offers_and_requests_meet(void **state)
{
    struct fixture *f = *state;
    size_t n;
    struct match *matches =
        exchange_matches(f->store, f->arena, NULL, "2016-12-20", &n, &f->err);
    assert_int_equal(n, 3);
    assert_string_equal(matches[0].request->text, "Begleitung zum Amt");
    assert_int_equal(matches[0].reasons, 4);
    assert_string_equal(matches[0].shared[REASON_LANGUAGE], "Arabic");
    assert_string_equal(matches[0].shared[REASON_TIME], "Wed morning");
    assert_false(matches[1].holds[REASON_DISTRICT]);
    assert_string_equal(matches[1].other[REASON_DISTRICT], "Süd-West");
    // "Passt nicht" stays; what was agreed is met and gone from the list; undo brings it back.
    assert_true(exchange_decide_match(f->store, &matches[1], "declined", &f->err));
    int64_t agreement;
    assert_true(exchange_agree_match(f->store, NULL, &matches[0],
                                     store_find_workshop(f->store, NULL), 0, "2017-01-03",
                                     "2016-12-20", &agreement, &f->err));
    exchange_matches(f->store, f->arena, NULL, "2016-12-20", &n, &f->err);
    assert_int_equal(n, 1);
    struct agreement made;
    assert_true(store_agreement(f->store, f->arena, agreement, &made, &f->err));
    assert_string_equal(made.who, "Integrations- und Migrationsbeirat");
    assert_string_equal(made.with, "Willkommensbündnis Süd-West");
    assert_true(store_undo(f->store, 0, NULL, &f->err));
    exchange_matches(f->store, f->arena, NULL, "2016-12-20", &n, &f->err);
    assert_int_equal(n, 2);
    exchange_matches(f->store, f->arena, NULL, "2027-01-01", &n, &f->err);
    assert_int_equal(n, 1); // the others have expired
}

static void who_does_what_shows_gaps(void **state)
{
    struct fixture *f = *state;
    struct web web;
    assert_true(exchange_web(f->store, f->arena, "2016-12-20", &web, &f->err));
    assert_int_equal(web.parties_n, 7);
    assert_int_equal(web.topics_n, 6);
    assert_int_equal(web.districts_without_n, 2);
    assert_string_equal(web.districts_without[0], "Buckau");
    assert_string_equal(web.parties[2].topics[0], "Patenschaften & Ehrenamt");
    for (size_t i = 0; i < web.links_n; i++)
        assert_true(web.links[i].weight >= 1 && web.links[i].weight <= 3);
}

static void an_idea_is_followed_to_its_end(void **state)
{
    struct fixture *f = *state;
    size_t n;
    struct finding *found = store_search(f->store, f->arena, "Paten-Pool", 10, &n, &f->err);
    assert_true(n > 0);
    struct journey journey;
    assert_true(exchange_journey(f->store, f->arena, NULL, found[0].row, 0, &journey, &f->err));
    static const enum step_kind kinds[] = {STEP_CARD, STEP_CORE_POINT, STEP_AGREEMENT, STEP_MEETING,
                                           STEP_AGREEMENT, STEP_MEETING, STEP_MEETING};
    assert_int_equal(journey.n, G_N_ELEMENTS(kinds));
    for (size_t i = 0; i < journey.n; i++)
        assert_int_equal(journey.steps[i].kind, kinds[i]);
    struct review review;
    assert_true(exchange_review(f->store, f->arena, 2016, "2017-02-01", &review, &f->err));
    assert_int_equal(review.meetings, 6);
    assert_int_equal(review.made, 15);
    assert_int_equal(review.done, 8);
    assert_int_equal(review.dropped, 1);
    assert_int_equal(review.running + review.open, 6);
    assert_int_equal(review.matches, 1);
    assert_true(exchange_review(f->store, f->arena, 2017, "2017-02-01", &review, &f->err));
    assert_int_equal(review.made + review.done + review.meetings, 0);
}

static void search_finds_parts_umlauts_and_scripts(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *words, *kind, *text;
    } table[] = {
        {"kurs", "offer", "Kurs A2, acht Plätze"}, // a whole word before parts
        {"buendnis", "party", NULL},
        {"BÜNDNIS", "party", NULL},
        {"bundnis", "party", NULL},
        {"sporthalle", "agreement", NULL},
        {"Перекладачі", "card", "Перекладачі: хто і коли може перекладати?"},
        {"الهاتف", "card", NULL},
        {"كلاس", "card", "کلاس زبان با مراقبت از کودکان"}, // kaf as another keyboard writes it
        {"ክንሕግዝ", "card", NULL},
        {"48 Antworten", "note", NULL},
        {"zu", "card", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        size_t n, at = 0;
        struct finding *found = store_search(f->store, f->arena, table[i].words, 100, &n, &f->err);
        while (at < n && strcmp(found[at].kind, table[i].kind) != 0)
            at++;
        if (at == n)
            fail_msg("\"%s\": no %s among %zu", table[i].words, table[i].kind, n);
        if (table[i].text != NULL)
            assert_string_equal(found[at].text, table[i].text);
        if (i == 0)
            assert_int_equal(at, 0);
    }
    size_t n;
    store_search(f->store, f->arena, "gibtesnicht", 10, &n, &f->err);
    assert_int_equal(n, 0);
    store_search(f->store, f->arena, "\" OR search:*", 10, &n, &f->err); // nothing is syntax
    assert_int_equal(f->err.code, ERR_NONE);
}

static void names_are_kept_no_longer_than_wanted(void **state)
{
    struct fixture *f = *state;
    size_t n;
    assert_true(exchange_keep_person(f->store,
                                     &(struct contact_person){.name = "Erika Beispiel", .role = "Leitung"},
                                     "2016-03-14", &f->err));
    exchange_overdue_persons(f->store, f->arena, "2030-01-01", &n, &f->err);
    assert_int_equal(n, 0); // no limit is set
    assert_true(exchange_set_retention(f->store, 12, &f->err));
    exchange_overdue_persons(f->store, f->arena, "2017-03-14", &n, &f->err);
    assert_int_equal(n, 0);
    exchange_overdue_persons(f->store, f->arena, "2017-03-15", &n, &f->err);
    assert_int_equal(n, 1);
    assert_true(exchange_set_retention(f->store, RETENTION_NEVER, &f->err));
    exchange_overdue_persons(f->store, f->arena, "2016-03-14", &n, &f->err);
    assert_int_equal(n, 1);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_series_gives_dates_that_move_and_fall_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_meeting_opens_with_what_is_due_and_new, set_up, tear_down),
        cmocka_unit_test_setup_teardown(minutes_are_complete, set_up, tear_down),
        cmocka_unit_test_setup_teardown(offers_and_requests_meet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(who_does_what_shows_gaps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_idea_is_followed_to_its_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(search_finds_parts_umlauts_and_scripts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_kept_no_longer_than_wanted, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
