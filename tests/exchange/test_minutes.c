// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Minutes tell what was agreed as it stood at the meeting, whatever became of it later.

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
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"
#include "exchange/minutes.h"
#include "store/fake.h"
#include "store/import.h"

static const char notes[] =
    "# Werkstatt\nDatum: 2016-03-14\nGruppen: Amt, Bündnis\n"
    "## Vereinbarungen\n- Amt: Liste, bis 2016-12-01\n"
    "  Stand: läuft 2016-05-02 bis 2016-06-01: Begonnen.\n"
    "  Stand: Notiz 2016-06-06: Es dauert.\n"
    "  Stand: läuft 2016-07-04 bis 2016-12-01: Später.\n"
    "  Stand: erledigt 2016-11-07: Fertig.\n"
    "## Treffen\n- 2016-05-02 17:00 Eins, Rathaus\n- 2016-06-06 17:00 Zwei, Rathaus\n"
    "- 2016-11-07 17:00 Drei, Rathaus\n";

static void must(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->text);
}

// "what|who|until|status|moved" of the first decision at the meeting of `date`.
static void expect(struct store *store, const char *date, const char *wanted)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct minutes minutes = {0};
    struct tr *tr = tr_open("en");
    size_t n;
    struct meeting *all = store_meetings(store, arena, 0, &n, &err);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].date, date) == 0)
            must(exchange_minutes(store, arena, tr, all[i].id, &minutes, &err), &err);
    assert_true(minutes.decisions_n > 0);
    const struct decision *d = &minutes.decisions[0];
    const struct agreement *a = &d->promise.agreement;
    assert_string_equal(
        arena_printf(arena, "%s|%s|%s|%s|%s", a->what, a->who, a->until, d->status, d->moved), wanted);
    tr_free(tr);
    arena_free(arena);
}

static struct store *open_store(struct fake *fake)
{
    struct err err = {0};
    char *path = fake_path(fake, "a.erntebild");
    struct store *store = store_open(path, STORE_MAKE, fake_world(fake, 1), &err);
    struct import_result result;
    must(store != NULL, &err);
    must(store_import_text(store, "a.md", notes, strlen(notes), &result, &err), &err);
    g_free(path);
    return store;
}

static void of_what_a_scribe_wrote_down_later(void **state)
{
    (void)state;
    struct fake fake;
    fake_init(&fake, 5);
    fake.now += INT64_C(86400000) * 365; // a year after the workshop
    struct store *store = open_store(&fake);
    expect(store, "2016-05-02", "Liste|Amt|2016-06-01|running|2016-06-01");
    expect(store, "2016-06-06", "Liste|Amt|2016-06-01|running|");
    expect(store, "2016-11-07", "Liste|Amt|2016-12-01|done|");
    store_close(store);
    fake_clear(&fake);
}

static int64_t on(const char *date)
{
    return (int64_t)(day_of(date) - day_of("1970-01-01")) * 86400000 + INT64_C(43200000);
}

static void of_what_was_said_at_the_meeting(void **state)
{
    (void)state;
    struct fake fake;
    struct err err = {0};
    fake_init(&fake, 6);
    fake.now = on("2017-01-02");
    struct store *store = open_store(&fake);
    struct arena *arena = arena_new();
    int64_t meeting = 0, agreement = 0;
    must(exchange_save_meeting(store, &(struct meeting){.date = "2017-02-01", .title = "Vier"}, &meeting,
                               &err), &err);
    fake.now = on("2017-02-01");
    const struct agreement_draft draft = {
        .meeting = meeting, .who = "Erika", .what = "Fest planen", .until = "2017-03-01"};
    must(exchange_agree(store, &draft, "2017-02-01", 0, &agreement, &err), &err);
    expect(store, "2017-02-01", "Fest planen|Erika|2017-03-01|open|");
    // Later it is put off, handed over and done: the minutes of then do not change.
    fake.now = on("2017-02-20");
    const struct report later = {.agreement = agreement, .until = "2017-05-01", .day = "2017-02-20"};
    must(exchange_report(store, &later, &err), &err);
    must(exchange_hand_over(store, agreement, store_find_party(store, "Amt"), &err), &err);
    const struct report done = {.agreement = agreement, .status = "done", .day = "2017-02-20"};
    must(exchange_report(store, &done, &err), &err);
    expect(store, "2017-02-01", "Fest planen|Erika|2017-03-01|open|");
    arena_free(arena);
    store_close(store);
    fake_clear(&fake);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_what_a_scribe_wrote_down_later),
        cmocka_unit_test(of_what_was_said_at_the_meeting),
    };
    return cmocka_run_group_tests_name("minutes", tests, NULL, NULL);
}
