// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recurrence.h"

#include <glib.h>
#include <libical/ical.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"

static icaltimetype time_of(int day)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)day);
    icaltimetype time = icaltime_null_date(); // its hours are -1, with which days come twice
    time.hour = time.minute = time.second = 0;
    time.year = g_date_get_year(&date);
    time.month = (int)g_date_get_month(&date);
    time.day = g_date_get_day(&date);
    return time;
}

static bool parse(const char *rule, struct icalrecurrencetype *out)
{
    icalerror_set_errors_are_fatal(0);
    icalerror_clear_errno();
    *out = icalrecurrencetype_from_string(rule);
    bool ok = icalerrno == ICAL_NO_ERROR && out->freq != ICAL_NO_RECURRENCE;
    icalerror_clear_errno();
    return ok;
}

bool recurrence_is_valid(const char *rule)
{
    struct icalrecurrencetype recur;
    return parse(rule, &recur);
}

int *recurrence_days(struct arena *arena, const char *rule, const char *start, int first, int last,
                     size_t *n)
{
    struct icalrecurrencetype recur;
    int begin = day_of(start);
    *n = 0;
    if (begin == 0 || !parse(rule, &recur))
        return NULL;
    icalrecur_iterator *iterator = icalrecur_iterator_new(recur, time_of(begin));
    if (iterator == NULL)
        return NULL;
    GArray *days = g_array_new(FALSE, FALSE, sizeof(int));
    for (;;) {
        icaltimetype time = icalrecur_iterator_next(iterator);
        if (icaltime_is_null_time(time))
            break;
        GDate date;
        g_date_clear(&date, 1);
        g_date_set_dmy(&date, (GDateDay)time.day, (GDateMonth)time.month, (GDateYear)time.year);
        int day = (int)g_date_get_julian(&date);
        if (day > last)
            break;
        if (day >= first && day >= begin)
            g_array_append_val(days, day);
    }
    icalrecur_iterator_free(iterator);
    *n = days->len;
    int *result = *n > 0 ? arena_copy(arena, days->data, *n * sizeof(int)) : NULL;
    g_array_free(days, TRUE);
    return result;
}
