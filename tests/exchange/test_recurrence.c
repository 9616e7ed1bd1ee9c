// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recurrence against days computed another way: every day of ten years is asked by a rule written in
// C whether it belongs.

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
#include "exchange/recurrence.h"

enum { FIRST_YEAR = 2016, YEARS = 10 };

struct civil {
    int year, month, day, weekday, length; // weekday Monday 0; length of the month
    int number;                            // days since the start of the rule
};

static bool second_tuesday(const struct civil *c)
{
    return c->weekday == 1 && c->number >= 0 && c->number % 14 == 0;
}
static bool fourteenth(const struct civil *c)
{
    return c->day == 14;
}
static bool last_friday(const struct civil *c)
{
    return c->weekday == 4 && c->day + 7 > c->length;
}
static bool thirty_first(const struct civil *c)
{
    return c->day == 31;
}
static bool last_day(const struct civil *c)
{
    return c->day == c->length;
}
static bool leap_day(const struct civil *c)
{
    return c->month == 2 && c->day == 29;
}
static bool six_weeks(const struct civil *c)
{
    return c->number >= 0 && c->number % 42 == 0;
}
static bool third_wednesday(const struct civil *c)
{
    return c->weekday == 2 && (c->day - 1) / 7 == 2;
}
static bool every_other_month(const struct civil *c)
{
    return c->day == 5 && (c->year * 12 + c->month - (2016 * 12 + 1)) % 2 == 0;
}

static const struct {
    const char *said, *start, *rule;
    bool (*belongs)(const struct civil *c);
    int least; // days in ten years, at least
} cases[] = {
    {"jeden zweiten Dienstag", "2016-01-05", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", second_tuesday, 260},
    {"every second Tuesday", "2016-01-05", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", second_tuesday, 260},
    {"am 14. jedes Monats", "2016-01-14", "FREQ=MONTHLY;BYMONTHDAY=14", fourteenth, 120},
    {"day 14 of the month", "2016-01-14", "FREQ=MONTHLY;BYMONTHDAY=14", fourteenth, 120},
    {"letzter Freitag im Monat", "2016-01-29", "FREQ=MONTHLY;BYDAY=-1FR", last_friday, 120},
    {"last Friday of the month", "2016-01-29", "FREQ=MONTHLY;BYDAY=-1FR", last_friday, 120},
    {"am 31. jedes Monats", "2016-01-31", "FREQ=MONTHLY;BYMONTHDAY=31", thirty_first, 70},
    {"letzter Tag im Monat", "2016-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1", last_day, 120},
    {"jedes Jahr", "2016-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", leap_day, 3},
    {"alle 6 Wochen donnerstags", "2016-01-07", "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", six_weeks, 86},
    {"every six weeks on Thursday", "2016-01-07", "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", six_weeks, 86},
    {"alle sechs Wochen", "2016-01-07", "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", six_weeks, 86},
    {"jeden dritten Mittwoch im Monat", "2016-01-20", "FREQ=MONTHLY;BYDAY=3WE", third_wednesday, 120},
    {"alle 2 Monate am 5.", "2016-01-05", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5", every_other_month, 60},
};

static void rules_give_the_days_they_say(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct arena *arena = arena_new();
        struct err err = {0};
        const char *rule = rhythm_read(arena, cases[i].said, cases[i].start, &err);
        if (rule == NULL)
            fail_msg("%s: %s", cases[i].said, err.text);
        assert_string_equal(rule, cases[i].rule);
        assert_true(recurrence_is_valid(rule));
        int start = day_of(cases[i].start), first = day_of("2016-01-01"), last = day_of("2025-12-31");
        size_t n, at = 0;
        const int *days = recurrence_days(arena, rule, cases[i].start, first, last, &n);
        for (int day = start; day <= last; day++) {
            GDate date;
            g_date_clear(&date, 1);
            g_date_set_julian(&date, (guint32)day);
            struct civil c = {g_date_get_year(&date), (int)g_date_get_month(&date),
                              g_date_get_day(&date), (int)g_date_get_weekday(&date) - 1,
                              g_date_get_days_in_month(g_date_get_month(&date), g_date_get_year(&date)),
                              day - start};
            assert_int_equal(day_weekday(day), c.weekday);
            bool given = at < n && days[at] == day;
            if (given != cases[i].belongs(&c))
                fail_msg("%s: %s %s", cases[i].said, day_iso(arena, day),
                         given ? "does not belong" : "is missing");
            at += given;
        }
        assert_int_equal(at, n);
        if ((int)n < cases[i].least)
            fail_msg("%s: only %zu days", cases[i].said, n);
        arena_free(arena);
    }
}

static void what_is_not_understood_is_refused(void **state)
{
    (void)state;
    static const char *const words[] = {"", "manchmal", "FREQ=DAILY;X=\"", "jeden Murmeltag", "alle Wochen 400"};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        struct err err = {0};
        assert_null(rhythm_read(arena, words[i], "", &err));
        assert_int_equal(err.code, ERR_INPUT);
    }
    size_t n;
    assert_null(recurrence_days(arena, "FREQ=NEVER", "2016-01-01", 1, 900000, &n));
    assert_int_equal(n, 0);
    assert_null(recurrence_days(arena, "FREQ=DAILY", "no day", 1, 900000, &n));
    // A rule that gives no day at all comes to an end.
    assert_null(recurrence_days(arena, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2016-01-01",
                                day_of("2016-01-01"), day_of("2036-01-01"), &n));
    arena_free(arena);
}

static void rules_are_said_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *words;
    } table[] = {
        {"FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", "every 6 weeks, on Thursdays"},
        {"FREQ=WEEKLY;BYDAY=MO", "every week, on Mondays"},
        {"FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of the month"},
        {"FREQ=MONTHLY;BYMONTHDAY=14", "on day 14 of the month"},
        {"FREQ=HOURLY", "FREQ=HOURLY"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        assert_string_equal(rhythm_words(arena, NULL, table[i].rule, "2016-01-07"), table[i].words);
    arena_free(arena);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_give_the_days_they_say),
        cmocka_unit_test(what_is_not_understood_is_refused),
        cmocka_unit_test(rules_are_said_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
