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

static const char *const weekdays[] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

// YYYY-MM-DD at the start of `text`.
static bool parse(const char *text, GDate *date)
{
    int part[3] = {0};
    static const int digits[] = {4, 2, 2};
    const char *c = text;
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < digits[i]; k++, c++) {
            if (!g_ascii_isdigit(*c))
                return false;
            part[i] = part[i] * 10 + (*c - '0');
        }
        if (i < 2 && *c++ != '-')
            return false;
    }
    if (g_ascii_isdigit(*c) ||
        !g_date_valid_dmy((GDateDay)part[2], (GDateMonth)part[1], (GDateYear)part[0]))
        return false;
    g_date_set_dmy(date, (GDateDay)part[2], (GDateMonth)part[1], (GDateYear)part[0]);
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
                            page_tr(page, weekdays[g_date_get_weekday(&date) - 1]),
                            page->rtl ? "\xD8\x8C" : ",", written, year);
    return arena_printf(page->arena, "%s %d", written, year);
}
