// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/calendar.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "poster/page.h"

// YYYY-MM-DD at the start of `text`, no digit after it.
static bool parse(const char *text, GDate *date)
{
    static const size_t iso = 10;
    int day = day_of(text);
    if (day == 0 || g_ascii_isdigit(text[iso]))
        return false;
    g_date_clear(date, 1);
    g_date_set_julian(date, (guint32)day);
    return true;
}

// Whether the catalogue in use is that of the poster's language: English words do not belong into
// the dates of a poster in another.
static bool has_words(const struct page *page)
{
    const char *spoken = page->tools->tr != NULL ? tr_lang(page->tools->tr) : "en";
    size_t n = strcspn(page_lang(page), "-_");
    return strlen(spoken) == n && strncmp(page_lang(page), spoken, n) == 0;
}

static bool is_near(const struct page *page, const GDate *date)
{
    GDate day;
    const char *workshop = page->harvest->date;
    return workshop != NULL && parse(workshop, &day) &&
           g_date_get_year(&day) == g_date_get_year(date);
}

const char *calendar_date(struct page *page, const char *text, enum calendar_form form)
{
    GDate date;
    if (!parse(text, &date))
        return text;
    int day = g_date_get_day(&date), month = (int)g_date_get_month(&date);
    int year = g_date_get_year(&date);
    bool near = (form == CALENDAR_NEAR || form == CALENDAR_DIGITS) && is_near(page, &date);
    if (form == CALENDAR_DIGITS || !has_words(page))
        return near && form == CALENDAR_DIGITS
                   ? arena_printf(page->arena, "%02d.%02d.", day, month)
                   : arena_printf(page->arena, "%02d.%02d.%04d", day, month, year);
    const char *written = day_of_month(page->arena, page->tools->tr, day, month);
    if (near)
        return written;
    if (form == CALENDAR_WEEKDAY)
        return arena_printf(page->arena, "%s%s %s %d",
                            day_weekday_name(page->tools->tr, day_weekday(day_of(text)), 0),
                            page->rtl ? "\xD8\x8C" : ",", written, year);
    return arena_printf(page->arena, "%s %d", written, year);
}
