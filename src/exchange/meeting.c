// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/meeting.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "base/day.h"
#include "exchange/recurrence.h"

enum { AHEAD_DAYS = 366 };

// ---- what there is ------------------------------------------------------------------------------

// "17:00" and 90 minutes -> "18:30"; "" when nothing is said.
static const char *end_of(struct arena *arena, const struct series *series)
{
    int hour, minute;
    if (series->minutes <= 0 || sscanf(series->time, "%2d:%2d", &hour, &minute) != 2)
        return "";
    int end = (hour * 60 + minute + series->minutes) % (24 * 60);
    return arena_printf(arena, "%02d:%02d", end / 60, end % 60);
}

static struct gathering of_series(struct arena *arena, const struct series *series, const char *day)
{
    return (struct gathering){
        .meeting = {.workshop = series->workshop,
                    .series = series->id,
                    .occurrence = day,
                    .title = series->title,
                    .date = day,
                    .time = series->time,
                    .end = end_of(arena, series),
                    .place = series->place,
                    .host = series->host,
                    .state = "planned"},
        .series = series,
    };
}

// A known date of a series says only what is different.
static void complete(struct gathering *gathering, struct arena *arena)
{
    struct meeting *meeting = &gathering->meeting;
    const struct series *series = gathering->series;
    if (series == NULL)
        return;
    const char *end = end_of(arena, series);
    meeting->date = *meeting->date != '\0' ? meeting->date : meeting->occurrence;
    meeting->title = *meeting->title != '\0' ? meeting->title : series->title;
    meeting->end = *meeting->end != '\0' || *meeting->time != '\0' ? meeting->end : end;
    meeting->time = *meeting->time != '\0' ? meeting->time : series->time;
    meeting->place = *meeting->place != '\0' ? meeting->place : series->place;
    meeting->host = meeting->host != 0 ? meeting->host : series->host;
    meeting->workshop = meeting->workshop != 0 ? meeting->workshop : series->workshop;
    gathering->moved = *meeting->occurrence != '\0' &&
                       strcmp(meeting->date, meeting->occurrence) != 0;
}

static int by_date(const void *a, const void *b)
{
    const struct gathering *x = a, *y = b;
    int order = strcmp(x->meeting.date, y->meeting.date);
    order = order != 0 ? order : strcmp(x->meeting.time, y->meeting.time);
    return order != 0 ? order : (x->meeting.id > y->meeting.id) - (x->meeting.id < y->meeting.id);
}

struct gathering *exchange_gatherings(struct store *store, struct arena *arena, const char *today,
                                      int first, int last, size_t *n, struct err *err)
{
    size_t meetings_n, series_n;
    struct meeting *meetings = store_meetings(store, arena, 0, &meetings_n, err);
    struct series *series = store_series(store, arena, &series_n, err);
    GArray *all = g_array_new(FALSE, TRUE, sizeof(struct gathering));
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < meetings_n; i++) {
        struct gathering one = {.meeting = meetings[i]};
        for (size_t k = 0; k < series_n; k++)
            if (series[k].id == meetings[i].series)
                one.series = &series[k];
        complete(&one, arena);
        g_hash_table_add(known, arena_printf(arena, "%" G_GINT64_FORMAT " %s", meetings[i].series,
                                             meetings[i].occurrence));
        g_array_append_val(all, one);
    }
    bool everything = first == 0 && last == 0;
    int from = everything ? day_of(today) : first, to = everything ? from + AHEAD_DAYS : last;
    for (size_t k = 0; k < series_n; k++) {
        size_t days_n;
        int *days = recurrence_days(arena, series[k].rule, series[k].start, from, to, &days_n);
        for (size_t i = 0; i < days_n; i++) {
            const char *day = day_iso(arena, days[i]);
            if (g_hash_table_contains(known, arena_printf(arena, "%" G_GINT64_FORMAT " %s",
                                                          series[k].id, day)))
                continue;
            struct gathering one = of_series(arena, &series[k], day);
            g_array_append_val(all, one);
        }
    }
    g_hash_table_destroy(known);
    g_array_sort(all, by_date);
    // Numbers count from the first known one, whatever part is asked for.
    int number = 0;
    guint kept = 0;
    for (guint i = 0; i < all->len; i++) {
        struct gathering one = g_array_index(all, struct gathering, i);
        if (strcmp(one.meeting.state, "cancelled") != 0)
            one.number = ++number;
        int day = day_of(one.meeting.date);
        if (everything || (day >= first && day <= last))
            g_array_index(all, struct gathering, kept++) = one;
    }
    *n = kept;
    struct gathering *result =
        *n > 0 ? arena_copy(arena, all->data, *n * sizeof(struct gathering)) : NULL;
    g_array_free(all, TRUE);
    return result;
}

bool exchange_next_gathering(struct store *store, struct arena *arena, const char *today,
                             struct gathering *out, struct err *err)
{
    size_t n;
    struct gathering *all = exchange_gatherings(store, arena, today, 0, 0, &n, err);
    for (size_t i = 0; i < n; i++) {
        const char *state = all[i].meeting.state;
        if (strcmp(all[i].meeting.date, today) >= 0 && strcmp(state, "cancelled") != 0 &&
            strcmp(state, "held") != 0) {
            *out = all[i];
            return true;
        }
    }
    *out = (struct gathering){0};
    return false;
}

// ---- writing ------------------------------------------------------------------------------------

static void put(struct change *change, enum entity entity, int64_t row, const char *field,
                const char *value)
{
    change_text(change, entity, row, field, value != NULL ? value : "");
}

bool exchange_save_series(struct store *store, const struct series *series, int64_t *id,
                          struct err *err)
{
    if (day_of(series->start != NULL ? series->start : "") == 0 || series->rule == NULL ||
        !recurrence_is_valid(series->rule))
        return err_set(err, ERR_INPUT, N_("%s: a series needs a first day and a rule."),
                       store_path(store));
    struct change *change = store_begin(store, 0, N_("Meetings planned"));
    int64_t row = series->id != 0 ? series->id : change_new_row(change);
    put(change, ENTITY_SERIES, row, "title", series->title);
    put(change, ENTITY_SERIES, row, "rule", series->rule);
    put(change, ENTITY_SERIES, row, "start", series->start);
    put(change, ENTITY_SERIES, row, "time", series->time);
    put(change, ENTITY_SERIES, row, "place", series->place);
    change_int(change, ENTITY_SERIES, row, "minutes", series->minutes);
    change_int(change, ENTITY_SERIES, row, "host", series->host);
    change_int(change, ENTITY_SERIES, row, "workshop", series->workshop);
    bool ok = store_commit(change, err);
    if (ok && id != NULL)
        *id = row;
    return ok;
}

// The row of a date of a series is the same on every machine.
static int64_t row_of(struct change *change, const struct meeting *meeting)
{
    if (meeting->id != 0)
        return meeting->id;
    if (meeting->series != 0 && meeting->occurrence != NULL && day_of(meeting->occurrence) != 0)
        return store_row_of(ENTITY_MEETING, meeting->series, day_of(meeting->occurrence));
    return change_new_row(change);
}

static int64_t write_meeting(struct change *change, const struct meeting *meeting)
{
    int64_t row = row_of(change, meeting);
    put(change, ENTITY_MEETING, row, "title", meeting->title);
    put(change, ENTITY_MEETING, row, "date", meeting->date);
    put(change, ENTITY_MEETING, row, "time", meeting->time);
    put(change, ENTITY_MEETING, row, "end", meeting->end);
    put(change, ENTITY_MEETING, row, "place", meeting->place);
    put(change, ENTITY_MEETING, row, "state", meeting->state);
    put(change, ENTITY_MEETING, row, "occurrence", meeting->occurrence);
    change_int(change, ENTITY_MEETING, row, "host", meeting->host);
    change_int(change, ENTITY_MEETING, row, "series", meeting->series);
    change_int(change, ENTITY_MEETING, row, "workshop", meeting->workshop);
    change_int(change, ENTITY_MEETING, row, "removed", 0);
    return row;
}

bool exchange_save_meeting(struct store *store, const struct meeting *meeting, int64_t *id,
                           struct err *err)
{
    if (day_of(meeting->date != NULL ? meeting->date : "") == 0)
        return err_set(err, ERR_INPUT, N_("%s: a meeting needs a day, such as 2026-04-14."),
                       store_path(store));
    struct change *change = store_begin(store, 0, N_("Meeting planned"));
    int64_t row = write_meeting(change, meeting);
    bool ok = store_commit(change, err);
    if (ok && id != NULL)
        *id = row;
    return ok;
}

bool exchange_open(struct store *store, const struct gathering *gathering, int64_t *id,
                   struct err *err)
{
    if (gathering->meeting.id != 0) {
        *id = gathering->meeting.id;
        return true;
    }
    return exchange_save_meeting(store, &gathering->meeting, id, err);
}

static bool set_state(struct store *store, const struct gathering *gathering, const char *state,
                      const char *label, struct err *err)
{
    struct meeting meeting = gathering->meeting;
    meeting.state = state;
    struct change *change = store_begin(store, 0, label);
    write_meeting(change, &meeting);
    return store_commit(change, err);
}

bool exchange_cancel(struct store *store, const struct gathering *gathering, struct err *err)
{
    return set_state(store, gathering, "cancelled", N_("Meeting cancelled"), err);
}

bool exchange_restore(struct store *store, const struct gathering *gathering, struct err *err)
{
    return set_state(store, gathering, "planned", N_("Meeting takes place"), err);
}

bool exchange_move(struct store *store, const struct gathering *gathering, const char *date,
                   const char *time, struct err *err)
{
    struct meeting meeting = gathering->meeting;
    meeting.date = date;
    if (time != NULL) {
        meeting.time = time;
        meeting.end = "";
    }
    if (day_of(date) == 0)
        return err_set(err, ERR_INPUT, N_("%s: a meeting needs a day, such as 2026-04-14."),
                       store_path(store));
    struct change *change = store_begin(store, 0, N_("Meeting moved"));
    write_meeting(change, &meeting);
    return store_commit(change, err);
}

bool exchange_set_meeting_state(struct store *store, int64_t meeting, const char *state,
                                const char *time, struct err *err)
{
    bool over = strcmp(state, "held") == 0;
    struct change *change =
        store_begin(store, 0, over ? N_("Meeting ended") : N_("Meeting begun"));
    change_text(change, ENTITY_MEETING, meeting, "state", state);
    if (time != NULL)
        change_text(change, ENTITY_MEETING, meeting, over ? "end" : "time", time);
    return store_commit(change, err);
}

// ---- who is there -------------------------------------------------------------------------------

struct attendee *exchange_attendees(struct store *store, struct arena *arena, int64_t meeting,
                                    size_t *n, struct err *err)
{
    struct meeting about;
    size_t known_n, parties_n, all_n;
    store_meeting(store, arena, meeting, &about, err);
    struct presence *known = store_presence(store, arena, meeting, &known_n, err);
    struct party *all = store_parties(store, arena, 0, &all_n, err);
    struct party *parties = store_parties(store, arena, about.workshop, &parties_n, err);
    struct attendee *attendees = ARENA_ARRAY(arena, struct attendee, known_n + parties_n + 1);
    *n = 0;
    for (size_t i = 0; i < parties_n; i++)
        attendees[(*n)++] = (struct attendee){parties[i].id, parties[i].name, parties[i].district,
                                              known_n == 0 ? "invited" : ""};
    for (size_t i = 0; i < known_n; i++) {
        size_t at = 0;
        while (at < *n && attendees[at].party != known[i].party)
            at++;
        for (size_t k = 0; at == *n && k < all_n; k++)
            if (all[k].id == known[i].party) {
                attendees[(*n)++] =
                    (struct attendee){all[k].id, all[k].name, all[k].district, ""};
                break;
            }
        if (at < *n)
            attendees[at].state = known[i].state;
    }
    // Parties of the workshop that were not invited to a meeting with invitations of its own.
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++)
        if (*attendees[i].state != '\0')
            attendees[kept++] = attendees[i];
    *n = kept;
    return kept > 0 ? attendees : NULL;
}

bool exchange_set_presence(struct store *store, int64_t meeting, int64_t party, const char *state,
                           struct err *err)
{
    struct arena *arena = arena_new();
    size_t n, known_n;
    struct change *change = store_begin(store, 0, N_("Attendance noted"));
    // The first tick makes the invitation explicit: who comes later to the workshop's list does not
    // change who was invited here.
    store_presence(store, arena, meeting, &known_n, err);
    struct attendee *all =
        known_n == 0 ? exchange_attendees(store, arena, meeting, &n, err) : NULL;
    for (size_t i = 0; all != NULL && i < n; i++) {
        int64_t row = store_row_of(ENTITY_PRESENCE, meeting, all[i].party);
        change_int(change, ENTITY_PRESENCE, row, "meeting", meeting);
        change_int(change, ENTITY_PRESENCE, row, "party", all[i].party);
        change_text(change, ENTITY_PRESENCE, row, "state", "invited");
        change_int(change, ENTITY_PRESENCE, row, "removed", 0);
    }
    int64_t row = store_row_of(ENTITY_PRESENCE, meeting, party);
    change_int(change, ENTITY_PRESENCE, row, "meeting", meeting);
    change_int(change, ENTITY_PRESENCE, row, "party", party);
    change_text(change, ENTITY_PRESENCE, row, "state", state);
    change_int(change, ENTITY_PRESENCE, row, "removed", 0);
    arena_free(arena);
    return store_commit(change, err);
}
