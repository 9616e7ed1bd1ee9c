// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was agreed, what became of it, and its calendar.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <libical/ical.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "exchange/calendar.h"
#include "exchange/network.h"
#include "store/import.h"
#include "store/search.h"

struct fixture {
    char *folder, *path;
    struct store *store;
    struct arena *arena;
};

static const char notes[] =
    "# Werkstatt\nDatum: 2026-03-14\nGruppen: Amt, Bündnis (Nord)\n## Tisch\n- Sprachcafé im Park\n"
    "## Kernpunkte\n- Wissen, wer was macht\n"
    "## Vereinbarungen\n- Amt: Liste, bis 2026-04-30, mit Bündnis\n- Bündnis: Fest, bis "
    "2026-05-10\n"
    "- jemand, der Deutsch übt\n"
    "## Treffen\n- 2026-04-14 17:30 Runde, Rathaus; Saal 2\n- 2026-06-01 Sommerfest\n";

static int set_up(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    struct err err = {0};
    struct import_result result;
    fixture->folder = g_dir_make_tmp("erntebild-exchange-XXXXXX", NULL);
    fixture->path = g_build_filename(fixture->folder, "a.erntebild", NULL);
    fixture->arena = arena_new();
    fixture->store = store_open(fixture->path, STORE_MAKE, world_real(), &err);
    if (fixture->store == NULL ||
        !store_import_text(fixture->store, "a.md", notes, strlen(notes), &result, &err))
        fail_msg("%s", err.text);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    store_close(fixture->store);
    g_unlink(fixture->path);
    g_rmdir(fixture->folder);
    arena_free(fixture->arena);
    g_free(fixture->path);
    g_free(fixture->folder);
    g_free(fixture);
    return 0;
}

static void what_is_due_follows_the_day(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *today;
        enum due first, second;
    } table[] = {
        {"2026-03-20", DUE_LATER, DUE_LATER},     {"2026-04-20", DUE_SOON, DUE_LATER},
        {"2026-04-30", DUE_TODAY, DUE_SOON},      {"2026-05-01", DUE_OVERDUE, DUE_SOON},
        {"2027-01-01", DUE_OVERDUE, DUE_OVERDUE},
    };
    size_t n;
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        struct promise *promises =
            exchange_promises(fixture->store, fixture->arena, table[i].today, &n, NULL);
        assert_int_equal(n, 3);
        assert_int_equal(promises[0].due, table[i].first);
        assert_int_equal(promises[1].due, table[i].second);
        assert_int_equal(promises[2].due, DUE_OPEN_END); // no date is shown, not refused
        assert_string_equal(promises[2].agreement.who, "");
    }
}

static void a_status_keeps_its_history(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    size_t n;
    assert_true(
        exchange_set_status(fixture->store, 1, "running", "angefangen", "2026-04-01", &err));
    assert_true(exchange_set_status(fixture->store, 1, "done", NULL, "2026-04-29", &err));
    assert_false(exchange_set_status(fixture->store, 7, "done", NULL, "2026-04-29", &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    struct promise *promises =
        exchange_promises(fixture->store, fixture->arena, "2027-01-01", &n, NULL);
    assert_int_equal(promises[0].due, DUE_CLOSED);
    assert_int_equal(promises[0].notes_n, 1);
    assert_string_equal(promises[0].notes[0].text, "angefangen");
    int changes = 0;
    size_t steps_n;
    struct history_step *steps = store_history(fixture->store, fixture->arena, ENTITY_AGREEMENT,
                                               promises[0].agreement.id, &steps_n, NULL);
    for (size_t i = 0; i < steps_n; i++)
        changes += strcmp(steps[i].field, "status") == 0;
    assert_int_equal(changes, 2);
    assert_true(store_undo(fixture->store, 0, NULL, NULL)); // as everything
    promises = exchange_promises(fixture->store, fixture->arena, "2027-01-01", &n, NULL);
    assert_string_equal(promises[0].agreement.status, "running");
}

static void a_line_becomes_an_agreement(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    int64_t workshop = store_find_workshop(fixture->store, NULL);
    size_t n;
    assert_true(exchange_add(fixture->store, workshop,
                             "Bündnis: Patenliste, bis 2026-07-01, mit Amt", &err));
    struct promise *promises =
        exchange_promises(fixture->store, fixture->arena, "2026-03-14", &n, NULL);
    assert_int_equal(n, 4);
    assert_string_equal(promises[3].agreement.what, "Patenliste");
    assert_true(promises[3].agreement.party == store_find_party(fixture->store, "bündnis"));
    assert_false(exchange_add(fixture->store, workshop,
                              "Bündnis: Patenliste, bis 2026-07-01, mit Amt", &err));
    err_clear(&err);
    assert_false(exchange_add(fixture->store, workshop, "", &err));
    err_clear(&err);
    assert_false(exchange_add(fixture->store, workshop, "A: B, bis 2026-99-01", &err));
    size_t who_n;
    struct involvement *who =
        exchange_who(fixture->store, fixture->arena, "2026-06-01", &who_n, NULL);
    assert_int_equal(who_n, 2);
    assert_int_equal(who[1].open, 3); // two of its own, one it helps with
    assert_int_equal(who[1].overdue, 2);
}

static void everything_is_found(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *words;
        size_t n;
        const char *kind;
    } table[] = {{"SPRACHCAFÉ", 1, "card"},
                 {"wer was", 1, "core_point"},
                 {"übt", 1, "agreement"},
                 {"fehlt", 0, NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        size_t n;
        struct finding *found =
            store_search(fixture->store, fixture->arena, table[i].words, 50, &n, NULL);
        assert_int_equal(n, table[i].n);
        if (n > 0)
            assert_string_equal(found[0].kind, table[i].kind);
    }
}

// What a calendar program reads, by UID.
static icalcomponent *find(icalcomponent *calendar, icalcomponent_kind kind, const char *summary)
{
    for (icalcomponent *c = icalcomponent_get_first_component(calendar, kind); c != NULL;
         c = icalcomponent_get_next_component(calendar, kind))
        if (strcmp(icalcomponent_get_summary(c), summary) == 0)
            return c;
    fail_msg("%s is not in the calendar", summary);
    return NULL;
}

static void calendars_are_read_and_updated(void **state)
{
    struct fixture *fixture = *state;
    char *text = exchange_calendar(fixture->store, NULL, 0, 0, NULL);
    icalcomponent *calendar = icalparser_parse_string(text);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 2);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_VTODO_COMPONENT), 3);
    icalcomponent *meeting = find(calendar, ICAL_VEVENT_COMPONENT, "Runde");
    icaltimetype start = icalcomponent_get_dtstart(meeting), end = icalcomponent_get_dtend(meeting);
    assert_true(start.year == 2026 && start.month == 4 && start.day == 14 && start.hour == 17 &&
                start.minute == 30 && start.second == 0);
    assert_int_equal(end.hour, 19);
    assert_string_equal(icalcomponent_get_location(meeting), "Rathaus; Saal 2");
    assert_true(
        icalcomponent_get_dtstart(find(calendar, ICAL_VEVENT_COMPONENT, "Sommerfest")).is_date);
    icalcomponent *todo = find(calendar, ICAL_VTODO_COMPONENT, "Amt: Liste");
    char *uid = g_strdup(icalcomponent_get_uid(todo));
    int sequence = icalcomponent_get_sequence(todo);
    assert_int_equal(icalcomponent_get_due(todo).day, 30);
    g_usleep(2000);
    assert_true(exchange_set_status(fixture->store, 1, "done", NULL, "2026-04-29", NULL));
    char *later = exchange_calendar(fixture->store, NULL, 0, 0, NULL);
    icalcomponent *updated = icalparser_parse_string(later);
    todo = find(updated, ICAL_VTODO_COMPONENT, "Amt: Liste");
    assert_string_equal(icalcomponent_get_uid(todo), uid);
    assert_true(icalcomponent_get_sequence(todo) > sequence);
    assert_int_equal(icalcomponent_get_status(todo), ICAL_STATUS_COMPLETED);
    icalcomponent_free(updated);
    icalcomponent_free(calendar);
    g_free(uid);
    g_free(later);
    g_free(text);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_due_follows_the_day, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_status_keeps_its_history, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_becomes_an_agreement, set_up, tear_down),
        cmocka_unit_test_setup_teardown(everything_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(calendars_are_read_and_updated, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
