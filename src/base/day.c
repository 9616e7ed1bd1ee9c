// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/day.h"

#include <glib.h>
#include <stdbool.h>
#include <time.h>

#include "base/arena.h"
#include "base/tr.h"
#include "base/world.h"

static const char *const months[] = {
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};
// With its day: many languages put the month into another case there.
static const char *const days_of_months[] = {
    N_("%d January"),   N_("%d February"), N_("%d March"),    N_("%d April"),
    N_("%d May"),       N_("%d June"),     N_("%d July"),     N_("%d August"),
    N_("%d September"), N_("%d October"),  N_("%d November"), N_("%d December"),
};
static const char *const months_short[] = {
    N_("Jan."), N_("Feb."), N_("Mar."),  N_("Apr."), N_("May."), N_("Jun."),
    N_("Jul."), N_("Aug."), N_("Sept."), N_("Oct."), N_("Nov."), N_("Dec."),
};
static const char *const weekdays[] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
};
static const char *const weekdays_short[] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

// YYYY-MM-DD at the start of the text.
static bool parse(const char *text, GDate *date)
{
    static const int digits[] = {4, 2, 2};
    int part[3] = {0};
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < digits[i]; k++, text++) {
            if (!g_ascii_isdigit(*text))
                return false;
            part[i] = part[i] * 10 + (*text - '0');
        }
        if (i < 2 && *text++ != '-')
            return false;
    }
    if (!g_date_valid_dmy((GDateDay)part[2], (GDateMonth)part[1], (GDateYear)part[0]))
        return false;
    g_date_clear(date, 1);
    g_date_set_dmy(date, (GDateDay)part[2], (GDateMonth)part[1], (GDateYear)part[0]);
    return true;
}

int day_of(const char *iso)
{
    GDate date;
    return parse(iso, &date) ? (int)g_date_get_julian(&date) : 0;
}

// "14.3.2017" or "14. 3. 2017": its parts and how many bytes they take; 0: there is none.
static size_t parse_german(const char *text, int part[3])
{
    const char *p = text;
    for (int i = 0; i < 3; i++) {
        const int most = i == 2 ? 4 : 2;
        int digits = 0;
        part[i] = 0;
        for (; digits < most && g_ascii_isdigit(*p); digits++, p++)
            part[i] = part[i] * 10 + (*p - '0');
        if (digits == 0 || (i == 2 && digits < 4) || (i < 2 && *p++ != '.'))
            return 0;
        if (i < 2 && *p == ' ')
            p++;
    }
    return (size_t)(p - text);
}

const char *day_read(struct arena *arena, const char *text, size_t *length)
{
    static const size_t iso = 10;
    GDate date;
    int part[3];
    size_t taken = parse(text, &date) ? iso : parse_german(text, part);
    if (taken == 0 || (length == NULL && text[taken] != '\0') || g_ascii_isdigit(text[taken]))
        return NULL;
    if (length != NULL)
        *length = taken;
    if (day_of(text) != 0)
        return arena_strndup(arena, text, iso);
    if (!g_date_valid_dmy((GDateDay)part[0], (GDateMonth)part[1], (GDateYear)part[2]))
        return NULL;
    return arena_printf(arena, "%04d-%02d-%02d", part[2], part[1], part[0]);
}

static GDate date_of(int day)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)day);
    return date;
}

const char *day_iso(struct arena *arena, int day)
{
    if (day <= 0)
        return "";
    GDate date = date_of(day);
    return arena_printf(arena, "%04d-%02d-%02d", g_date_get_year(&date),
                        (int)g_date_get_month(&date), g_date_get_day(&date));
}

int day_weekday(int day)
{
    return (day - 1) % 7; // 1 January 0001 was a Monday
}

const char *day_today(struct arena *arena, const struct world *world)
{
    time_t now = (time_t)(world->now_ms(world->context) / 1000);
    struct tm local;
    char text[16];
    strftime(text, sizeof text, "%Y-%m-%d", localtime_r(&now, &local));
    return arena_strdup(arena, text);
}

const char *day_weekday_name(const struct tr *tr, int weekday, int in_full)
{
    return tr_text(tr, in_full ? weekdays[weekday] : weekdays_short[weekday]);
}

const char *day_of_month(struct arena *arena, const struct tr *tr, int day, int month)
{
    const char *pattern = tr_text(tr, days_of_months[month - 1]);
    const char *place = strstr(pattern, "%d");
    if (place == NULL)
        return arena_strdup(arena, pattern);
    return arena_printf(arena, "%.*s%d%s", (int)(place - pattern), pattern, day, place + 2);
}

static const char *day_in_short(struct arena *arena, const struct tr *tr, int day, int month)
{
    char text[96];
    g_snprintf(text, sizeof text, tr_text(tr, N_("%d %s")), day,
               tr_text(tr, months_short[month - 1]));
    return arena_strdup(arena, text);
}

const char *day_words(struct arena *arena, const struct tr *tr, const char *iso, enum day_form form)
{
    GDate date;
    if (!parse(iso, &date))
        return iso;
    int number = g_date_get_day(&date), month = (int)g_date_get_month(&date);
    int weekday = (int)g_date_get_weekday(&date) - 1;
    const char *day = form == DAY_SHORT ? day_in_short(arena, tr, number, month)
                                        : day_of_month(arena, tr, number, month);
    switch (form) {
    case DAY_FULL:
        return arena_printf(arena, "%s %d", day, g_date_get_year(&date));
    case DAY_WEEKDAY:
        return arena_printf(arena, tr_text(tr, N_("%s, %s")), day_weekday_name(tr, weekday, false),
                            day);
    case DAY_LONG:
        return arena_printf(arena, tr_text(tr, N_("%s, %s")), day_weekday_name(tr, weekday, true),
                            arena_printf(arena, "%s %d", day, g_date_get_year(&date)));
    case DAY_SHORT:
    case DAY_MONTH:
        break;
    }
    return day;
}

const char *day_month_year(struct arena *arena, const struct tr *tr, const char *iso)
{
    GDate date;
    if (!parse(iso, &date))
        return iso;
    return arena_printf(arena, "%s %d", tr_text(tr, months[g_date_get_month(&date) - 1]),
                        g_date_get_year(&date));
}

const char *day_due_words(struct arena *arena, const struct tr *tr, const char *until,
                          const char *today)
{
    int end = day_of(until), now = day_of(today);
    if (end == 0)
        return tr_text(tr, N_("no date"));
    if (now == 0 || end > now)
        return arena_printf(arena, tr_text(tr, N_("until %s")),
                            day_words(arena, tr, until, DAY_SHORT));
    if (end == now)
        return tr_text(tr, N_("due today"));
    int late = now - end;
    return arena_printf(
        arena, tr_plural(tr, "due for %d day", "due for %d days", (unsigned long)late), late);
}
