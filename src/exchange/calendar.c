// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/calendar.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "exchange/agreement.h"
#include "base/day.h"
#include "exchange/recurrence.h"

#define PRODUCT "-//Erntebild//Erntebild " ERNTEBILD_VERSION "//DE"
#define ZONE "Europe/Berlin"
enum { MEETING_MINUTES = 120, LINE_OCTETS = 73, DAYS_AHEAD = 366 * 8 };

// The European Union's rules since 1996; the same words as the IANA time zone database gives them.
static const char zone[] =
    "BEGIN:VTIMEZONE\r\nTZID:" ZONE "\r\n"
    "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
    "DTSTART:19810329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
    "DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

struct diary {
    struct store *store;
    struct arena *arena;
    const struct tr *tr;
    GString *out;
    struct err *err;
};

// ---- lines --------------------------------------------------------------------------------------

// One content line, folded so that no line is longer than 75 octets and no letter is cut.
static void line(struct diary *d, const char *name, const char *value)
{
    char *whole = g_strdup_printf("%s:%s", name, value);
    size_t room = LINE_OCTETS;
    for (const char *p = whole; *p != '\0';) {
        const char *next = g_utf8_next_char(p);
        if ((size_t)(next - p) > room) {
            g_string_append(d->out, "\r\n ");
            room = LINE_OCTETS - 1;
        }
        g_string_append_len(d->out, p, next - p);
        room -= (size_t)(next - p);
        p = next;
    }
    g_string_append(d->out, "\r\n");
    g_free(whole);
}

// A value of type TEXT (3.3.11); nothing when it is empty.
static void text_line(struct diary *d, const char *name, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    GString *value = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p++)
        if (*p == '\n')
            g_string_append(value, "\\n");
        else if (strchr("\\;,", *p) != NULL)
            g_string_append_printf(value, "\\%c", *p);
        else
            g_string_append_c(value, *p);
    line(d, name, value->str);
    g_string_free(value, TRUE);
}

static const char *utc(struct diary *d, int64_t ms)
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    char text[32];
    gmtime_r(&seconds, &tm);
    strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &tm);
    return arena_strdup(d->arena, text);
}

// "2016-09-22" -> "20160922"
static const char *digits(struct diary *d, const char *iso)
{
    return arena_printf(d->arena, "%.4s%.2s%.2s", iso, iso + 5, iso + 8);
}

// Minutes since midnight; -1 when nothing is said.
static int minutes_of(const char *time)
{
    int hour, minute;
    return sscanf(time, "%2d:%2d", &hour, &minute) == 2 && hour < 24 && minute < 60
               ? hour * 60 + minute
               : -1;
}

// A day or a time of a day, as DTSTART and its like: name, parameters and value.
static void moment(struct diary *d, const char *name, const char *iso, int minutes)
{
    if (minutes < 0) {
        line(d, arena_printf(d->arena, "%s;VALUE=DATE", name), digits(d, iso));
        return;
    }
    const char *day = minutes < 24 * 60 ? iso : day_iso(d->arena, day_of(iso) + 1);
    minutes %= 24 * 60;
    line(d, arena_printf(d->arena, "%s;TZID=" ZONE, name),
         arena_printf(d->arena, "%sT%02d%02d00", digits(d, day), minutes / 60, minutes % 60));
}

static void identity(struct diary *d, const char *kind, int64_t id, const struct life *life)
{
    line(d, "UID", arena_printf(d->arena, "%s-%" G_GINT64_FORMAT "@erntebild", kind, id));
    line(d, "DTSTAMP", utc(d, life->changed));
    line(d, "CREATED", utc(d, life->made));
    line(d, "LAST-MODIFIED", utc(d, life->changed));
    line(d, "SEQUENCE", arena_printf(d->arena, "%d", life->changes));
}

// ---- meetings -----------------------------------------------------------------------------------

static void hours(struct diary *d, const char *date, const char *time, const char *end, int length)
{
    int from = minutes_of(time), to = minutes_of(end);
    moment(d, "DTSTART", date, from);
    if (from < 0)
        return;
    if (to < 0)
        to = from + (length > 0 ? length : MEETING_MINUTES);
    moment(d, "DTEND", date, to > from ? to : to + 24 * 60);
}

static void event(struct diary *d, const struct meeting *meeting, const char *title,
                  const char *place)
{
    text_line(d, "SUMMARY", title);
    text_line(d, "LOCATION", place);
    line(d, "STATUS", strcmp(meeting->state, "cancelled") == 0 ? "CANCELLED" : "CONFIRMED");
}

static void single(struct diary *d, const struct meeting *meeting)
{
    struct life life;
    store_life(d->store, ENTITY_MEETING, meeting->id, &life, d->err);
    line(d, "BEGIN", "VEVENT");
    identity(d, "meeting", meeting->id, &life);
    hours(d, meeting->date, meeting->time, meeting->end, 0);
    event(d, meeting, meeting->title, meeting->place);
    line(d, "END", "VEVENT");
}

static const char *or_of(const char *own, const char *series)
{
    return *own != '\0' ? own : series;
}

// A date of the series that is not as the series says.
static bool differs(const struct meeting *m, const struct series *s)
{
    return (*m->date != '\0' && strcmp(m->date, m->occurrence) != 0) ||
           (*m->time != '\0' && strcmp(m->time, s->time) != 0) ||
           (*m->place != '\0' && strcmp(m->place, s->place) != 0) ||
           (*m->title != '\0' && strcmp(m->title, s->title) != 0) ||
           (*m->end != '\0' && minutes_of(m->end) - minutes_of(s->time) !=
                                   (s->minutes > 0 ? s->minutes : MEETING_MINUTES));
}

static void recurring(struct diary *d, const struct series *series, const struct meeting *meetings,
                      size_t n)
{
    size_t days_n;
    int begin = day_of(series->start), from = minutes_of(series->time);
    const int *days = recurrence_days(d->arena, series->rule, series->start, begin,
                                      begin + DAYS_AHEAD, &days_n);
    if (days_n == 0)
        return;
    struct life life;
    store_series_life(d->store, series->id, &life, d->err);
    line(d, "BEGIN", "VEVENT");
    identity(d, "series", series->id, &life);
    // The first day that the rule gives: a DTSTART beside it would be a date of its own.
    hours(d, day_iso(d->arena, days[0]), series->time, "", series->minutes);
    line(d, "RRULE", series->rule);
    for (size_t i = 0; i < n; i++)
        if (meetings[i].series == series->id && strcmp(meetings[i].state, "cancelled") == 0)
            moment(d, "EXDATE", meetings[i].occurrence, from);
    text_line(d, "SUMMARY", series->title);
    text_line(d, "LOCATION", series->place);
    line(d, "STATUS", "CONFIRMED");
    line(d, "END", "VEVENT");
    for (size_t i = 0; i < n; i++) {
        const struct meeting *m = &meetings[i];
        if (m->series != series->id || strcmp(m->state, "cancelled") == 0 || !differs(m, series))
            continue;
        line(d, "BEGIN", "VEVENT");
        identity(d, "series", series->id, &life);
        moment(d, "RECURRENCE-ID", m->occurrence, from);
        hours(d, or_of(m->date, m->occurrence), or_of(m->time, series->time), m->end,
              series->minutes);
        event(d, m, or_of(m->title, series->title), or_of(m->place, series->place));
        line(d, "END", "VEVENT");
    }
}

// ---- agreements ---------------------------------------------------------------------------------

static const char *status_of(const char *status)
{
    return strcmp(status, "done") == 0      ? "COMPLETED"
           : strcmp(status, "running") == 0 ? "IN-PROCESS"
           : strcmp(status, "dropped") == 0 ? "CANCELLED"
                                            : "NEEDS-ACTION";
}

static void task(struct diary *d, const struct promise *promise)
{
    const struct agreement *a = &promise->agreement;
    struct life life;
    GString *about = g_string_new(NULL);
    if (*a->with != '\0')
        g_string_append_printf(about, tr_text(d->tr, N_("with %s")), a->with);
    for (size_t i = 0; i < promise->notes_n; i++)
        if (*promise->notes[i].text != '\0')
            g_string_append_printf(about, "%s%s: %s", about->len > 0 ? "\n" : "",
                                   promise->notes[i].date, promise->notes[i].text);
    store_life(d->store, ENTITY_AGREEMENT, a->id, &life, d->err);
    line(d, "BEGIN", "VTODO");
    identity(d, "agreement", a->id, &life);
    text_line(d, "SUMMARY",
              *a->who != '\0' ? arena_printf(d->arena, "%s: %s", a->who, a->what) : a->what);
    text_line(d, "DESCRIPTION", about->str);
    text_line(d, "CATEGORIES",
              *a->category != '\0' ? tr_text(d->tr, category_words(a->category)) : "");
    if (day_of(a->until) != 0)
        moment(d, "DUE", a->until, -1);
    line(d, "STATUS", status_of(a->status));
    if (strcmp(a->status, "done") == 0) {
        // A moment is asked for; what is known is the day.
        line(d, "COMPLETED",
             day_of(a->done_on) != 0
                 ? arena_printf(d->arena, "%sT120000Z", digits(d, a->done_on))
                 : utc(d, life.changed));
        line(d, "PERCENT-COMPLETE", "100");
    }
    line(d, "END", "VTODO");
    g_string_free(about, TRUE);
}

static bool concerns(const struct promise *promise, int64_t party)
{
    bool yes = party == 0 || promise->agreement.party == party;
    for (size_t i = 0; i < promise->with_n; i++)
        yes = yes || promise->with[i] == party;
    return yes;
}

char *exchange_calendar(struct store *store, const struct tr *tr, int64_t workshop, int64_t party,
                        struct err *err)
{
    struct err own = {0};
    struct diary d = {store, arena_new(), tr, g_string_new(NULL), err != NULL ? err : &own};
    size_t meetings_n, series_n, promises_n;
    struct meeting *meetings = store_meetings(store, d.arena, 0, &meetings_n, d.err);
    struct series *series = store_series(store, d.arena, &series_n, d.err);
    struct promise *promises = exchange_promises(store, d.arena, "", &promises_n, d.err);
    line(&d, "BEGIN", "VCALENDAR");
    line(&d, "VERSION", "2.0");
    line(&d, "PRODID", PRODUCT);
    line(&d, "CALSCALE", "GREGORIAN");
    g_string_append(d.out, zone);
    for (size_t i = 0; i < series_n; i++)
        if (workshop == 0 || series[i].workshop == workshop)
            recurring(&d, &series[i], meetings, meetings_n);
    for (size_t i = 0; i < meetings_n; i++)
        if (meetings[i].series == 0 && day_of(meetings[i].date) != 0 &&
            (workshop == 0 || meetings[i].workshop == workshop))
            single(&d, &meetings[i]);
    for (size_t i = 0; i < promises_n; i++)
        if ((workshop == 0 || promises[i].agreement.workshop == workshop) &&
            concerns(&promises[i], party))
            task(&d, &promises[i]);
    line(&d, "END", "VCALENDAR");
    arena_free(d.arena);
    return g_string_free(d.out, d.err->code != ERR_NONE);
}
