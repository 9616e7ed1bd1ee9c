// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/calendar.h"

#include <glib.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/store.h"

#define PRODUCT "-//Erntebild//Erntebild " ERNTEBILD_VERSION "//DE"
enum { MEETING_HOURS = 2 };

struct diary {
    struct store *store;
    struct arena *arena;
    icalcomponent *calendar;
    struct err *err;
};

static icaltimetype date_of(const char *iso)
{
    icaltimetype time = icaltime_null_date();
    time.hour = time.minute = time.second = 0;
    sscanf(iso, "%4d-%2d-%2d", &time.year, &time.month, &time.day);
    time.is_date = 1;
    return time;
}

// How often the row was changed since it was made, when last, and when it was done.
static void add_life(struct diary *diary, icalcomponent *component, enum entity entity, int64_t row,
                     const char *kind)
{
    size_t n;
    struct history_step *steps =
        store_history(diary->store, diary->arena, entity, row, &n, diary->err);
    int sequence = 0;
    int64_t last = 0, done = 0;
    for (size_t i = 0; i < n; i++) {
        sequence += i > 0 && steps[i].time != last;
        last = steps[i].time;
        if (strcmp(steps[i].field, "status") == 0)
            done = strcmp(steps[i].value, "done") == 0 ? last : 0;
    }
    const char *uid = arena_printf(diary->arena, "%s-%" G_GINT64_FORMAT "@erntebild", kind, row);
    icaltimetype stamp =
        icaltime_from_timet_with_zone((time_t)(last / 1000), 0, icaltimezone_get_utc_timezone());
    icalcomponent_add_property(component, icalproperty_new_uid(uid));
    icalcomponent_add_property(component, icalproperty_new_dtstamp(stamp));
    icalcomponent_add_property(component, icalproperty_new_sequence(sequence));
    if (done > 0)
        icalcomponent_add_property(component,
                                   icalproperty_new_completed(icaltime_from_timet_with_zone(
                                       (time_t)(done / 1000), 0, icaltimezone_get_utc_timezone())));
}

static void add_meeting(struct diary *diary, const struct meeting *meeting)
{
    icalcomponent *event = icalcomponent_new_vevent();
    add_life(diary, event, ENTITY_MEETING, meeting->id, "meeting");
    icaltimetype start = date_of(meeting->date);
    int hour, minute;
    // A floating time: the hall's own clock, whatever zone a calendar lives in.
    if (sscanf(meeting->time, "%2d:%2d", &hour, &minute) == 2) {
        start.is_date = 0;
        start.hour = hour;
        start.minute = minute;
        icaltimetype end = start;
        icaltime_adjust(&end, 0, MEETING_HOURS, 0, 0);
        icalcomponent_add_property(event, icalproperty_new_dtstart(start));
        icalcomponent_add_property(event, icalproperty_new_dtend(end));
    } else {
        icalcomponent_add_property(event, icalproperty_new_dtstart(start));
    }
    icalcomponent_add_property(event, icalproperty_new_summary(meeting->title));
    if (*meeting->place != '\0')
        icalcomponent_add_property(event, icalproperty_new_location(meeting->place));
    icalcomponent_add_component(diary->calendar, event);
}

static icalproperty_status status_of(const char *status)
{
    return strcmp(status, "done") == 0      ? ICAL_STATUS_COMPLETED
           : strcmp(status, "running") == 0 ? ICAL_STATUS_INPROCESS
           : strcmp(status, "dropped") == 0 ? ICAL_STATUS_CANCELLED
                                            : ICAL_STATUS_NEEDSACTION;
}

static void add_agreement(struct diary *diary, const struct agreement *agreement)
{
    icalcomponent *todo = icalcomponent_new_vtodo();
    add_life(diary, todo, ENTITY_AGREEMENT, agreement->id, "agreement");
    const char *who =
        *agreement->who != '\0' ? arena_printf(diary->arena, "%s: ", agreement->who) : "";
    icalcomponent_add_property(
        todo, icalproperty_new_summary(arena_printf(diary->arena, "%s%s", who, agreement->what)));
    if (*agreement->with != '\0')
        icalcomponent_add_property(todo, icalproperty_new_description(agreement->with));
    if (*agreement->until != '\0')
        icalcomponent_add_property(todo, icalproperty_new_due(date_of(agreement->until)));
    icalcomponent_add_property(todo, icalproperty_new_status(status_of(agreement->status)));
    icalcomponent_add_component(diary->calendar, todo);
}

char *exchange_calendar(struct store *store, int64_t workshop, struct err *err)
{
    struct err own = {0};
    struct diary diary = {store, arena_new(), icalcomponent_new_vcalendar(),
                          err != NULL ? err : &own};
    icalcomponent_add_property(diary.calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(diary.calendar, icalproperty_new_prodid(PRODUCT));
    size_t n;
    struct meeting *meetings = store_meetings(store, diary.arena, workshop, &n, diary.err);
    for (size_t i = 0; i < n; i++)
        if (*meetings[i].date != '\0')
            add_meeting(&diary, &meetings[i]);
    struct agreement *agreements = store_agreements(store, diary.arena, workshop, &n, diary.err);
    for (size_t i = 0; i < n; i++)
        add_agreement(&diary, &agreements[i]);
    char *text = icalcomponent_as_ical_string_r(diary.calendar), *copy = NULL;
    if (diary.err->code == ERR_NONE)
        copy = g_strdup(text);
    free(text);
    icalcomponent_free(diary.calendar);
    arena_free(diary.arena);
    return copy;
}
