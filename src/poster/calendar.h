// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dates as the poster's language writes them. Internal to poster/.
#ifndef ERNTEBILD_POSTER_CALENDAR_H
#define ERNTEBILD_POSTER_CALENDAR_H

struct page;

enum calendar_form {
    CALENDAR_FULL,    // 14. März 2016
    CALENDAR_WEEKDAY, // Mo, 14. März 2016
    CALENDAR_NEAR,    // 14. März; with the year when it is not that of the workshop
    CALENDAR_DIGITS,  // 14.03.2016; without the year when it is that of the workshop
};

// `date` is ISO 8601 (a time behind it is not shown); what is no date comes back as it is. Months
// are written out where the poster's language has its own words for them, otherwise as numbers. In
// the page's arena.
const char *calendar_date(struct page *page, const char *date, enum calendar_form form);

#endif
