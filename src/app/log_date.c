// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_date.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/month.h"
#include "app/party_chip.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "exchange/recurrence.h"

#define MONTH_W 560.0
#define SIDE_W 290.0
#define SHEET_H 548.0
#define QUICK_H 46.0
#define HEAD_NUMBER 5 // whose accent the month has
#define NEXT_SHOWN 3
#define YEAR_AND_MORE 400 // days in which a rhythm comes three times

enum { RHYTHMS = 6, HOURS = 8, QUICK_MOST = 4 };
static const int hours[HOURS] = {10, 14, 15, 16, 17, 18, 19, 20};

static const struct {
    const char *title, *said, *icon; // English message ids
} purposes[DATINGS] = {
    [DATING_AGREEMENT] = {N_("Until when?"), N_("Put off"), "calendar"},
    [DATING_OFFER] = {N_("Valid until when?"), N_("Entry extended"), "calendar"},
    [DATING_MEETING] = {N_("When do we meet?"), N_("Meeting planned"), "calendar-plus"},
    [DATING_SERIES] = {N_("When for the first time, and how often?"), N_("Meeting planned"), "repeat"},
    [DATING_MOVE] = {N_("On which other day?"), N_("Meeting moved"), "calendar-event"},
};

// A meeting has a time too, so that a tap on a day is not all.
static bool has_time(const struct log_date *date)
{
    return date->what == DATING_MEETING || date->what == DATING_SERIES || date->what == DATING_MOVE;
}

void log_date_open(struct log *log, enum log_dating what, int64_t row)
{
    log->dating = (struct log_date){.what = what, .row = row, .hour = -1, .rhythm = 1};
    if (has_time(&log->dating) && what != DATING_MOVE)
        log->dating.hour = 17;
}

static void put_away(struct log *log)
{
    log->dating.what = DATING_NOTHING;
}

// ---- how often ----------------------------------------------------------------------------------

// The rules that the chosen day gives: every week ... every six weeks on its weekday, on its day of the
// month, and on its place among the weekdays of the month. In the arena.
static const char *rule_of(struct arena *arena, int day, int choice)
{
    static const char *const codes[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    static const int weeks[] = {1, 2, 4, 6};
    const char *weekday = codes[day_weekday(day)];
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, (guint32)day);
    const int of_month = g_date_get_day(&date),
              last = g_date_get_days_in_month(g_date_get_month(&date), g_date_get_year(&date));
    if (choice < (int)G_N_ELEMENTS(weeks))
        return arena_printf(arena, "FREQ=WEEKLY%s;BYDAY=%s",
                            weeks[choice] > 1 ? arena_printf(arena, ";INTERVAL=%d", weeks[choice]) : "",
                            weekday);
    if (choice == (int)G_N_ELEMENTS(weeks))
        return arena_printf(arena, "FREQ=MONTHLY;BYMONTHDAY=%d", of_month);
    return arena_printf(arena, "FREQ=MONTHLY;BYDAY=%d%s", of_month + 7 > last ? -1 : (of_month + 6) / 7,
                        weekday);
}

static void draw_rhythms(const struct log *log, struct kit *kit, struct box box)
{
    const struct log_date *date = &log->dating;
    const double pitch = box.h / RHYTHMS;
    for (int i = 0; i < RHYTHMS; i++) {
        const char *words =
            rhythm_words(kit->arena, kit->tr, rule_of(kit->arena, date->day, i),
                         day_iso(kit->arena, date->day));
        party_chip_draw_date(kit, kit_name(kit, "rhythm:%d", i),
                             (struct box){box.x, box.y + pitch * i, box.w, pitch - 4}, words, NULL,
                             date->rhythm == i, false);
    }
}

static void draw_next_dates(const struct log *log, struct kit *kit, double x, double y, double width)
{
    const struct log_date *date = &log->dating;
    size_t n;
    const int *days =
        recurrence_days(kit->arena, rule_of(kit->arena, date->day, date->rhythm),
                        day_iso(kit->arena, date->day), date->day, date->day + YEAR_AND_MORE, &n);
    const char *words = "";
    for (size_t i = 0; i < n && i < NEXT_SHOWN; i++)
        words = kit_name(kit, "%s%s%s", words, i > 0 ? " · " : "",
                         day_words(kit->arena, kit->tr, day_iso(kit->arena, days[i]), DAY_WEEKDAY));
    kit_begin(kit, KIND_DECORATION, "next dates", words);
    kit_text_within(kit, kit_tr(kit, N_("The first three:")), x, y, width, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 700, COLOUR_GREY, KIT_LEFT, NULL});
    kit_paragraph(kit, words, x, y + 9, width, 2, 9,
                  (struct kit_type){11.5, 600, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
}

// ---- the sheet ----------------------------------------------------------------------------------

static struct box sheet_box(const struct log *log)
{
    const struct stage *stage = log->screen.stage;
    double w = fmin(MONTH_W + 40 + (has_time(&log->dating) ? SIDE_W + 18 : 0), stage->w - 24),
           h = fmin(SHEET_H, stage->h - LOG_TOP - 16);
    return (struct box){(stage->w - w) / 2, LOG_TOP + 8, w, h};
}

struct quick {
    const char *word;
    int day; // 0: without a date
};

// The next meeting, in two weeks, in a month; last "without a date" where one can do without.
static int quick_of(const struct log *log, struct kit *kit, struct quick *quick)
{
    const int today = day_of(log->today);
    const bool open = log->dating.what == DATING_AGREEMENT || log->dating.what == DATING_OFFER;
    int n = 0;
    if (open && log->has_next && day_of(log->next.meeting.date) > today)
        quick[n++] = (struct quick){kit_tr(kit, N_("until the meeting")), day_of(log->next.meeting.date)};
    quick[n++] = (struct quick){kit_tr(kit, N_("in 2 weeks")), month_working_day(today + 14)};
    quick[n++] = (struct quick){kit_tr(kit, N_("in 1 month")), month_working_day(today + 30)};
    if (n < QUICK_MOST - 1)
        quick[n++] = (struct quick){kit_tr(kit, N_("in 3 months")), month_working_day(today + 91)};
    if (open)
        quick[n++] = (struct quick){kit_tr(kit, N_("without a date")), 0};
    return n;
}

static void draw_quick(const struct log *log, struct kit *kit, struct box box)
{
    struct quick quick[QUICK_MOST];
    const int n = quick_of(log, kit, quick);
    const double w = (box.w - 6.0 * (n - 1)) / n;
    for (int i = 0; i < n; i++) {
        const char *iso = day_iso(kit->arena, quick[i].day);
        party_chip_draw_date(kit,
                             quick[i].day != 0 ? kit_name(kit, "day:date:%s", iso) : "day:undated",
                             (struct box){box.x + (w + 6) * i, box.y, w, box.h}, quick[i].word,
                             quick[i].day != 0 ? day_words(kit->arena, kit->tr, iso, DAY_WEEKDAY)
                                               : kit_tr(kit, N_("later")),
                             quick[i].day != 0 && quick[i].day == log->dating.day,
                             quick[i].day == 0);
    }
}

static void draw_hours(const struct log *log, struct kit *kit, struct box box)
{
    const int columns = HOURS / 2;
    const double w = (box.w + 4) / columns, h = (box.h + 4) / 2;
    for (int i = 0; i < HOURS; i++)
        party_chip_draw_date(kit, kit_name(kit, "hour:%d", hours[i]),
                             (struct box){box.x + w * (i % columns), box.y + h * (i / columns), w - 4,
                                          h - 4},
                             kit_name(kit, "%d:00", hours[i]), NULL, log->dating.hour == hours[i],
                             false);
}

static double draw_label(struct kit *kit, const char *text, double x, double y, double width)
{
    kit_text_within(kit, text, x, y + 7, width, KIT_TEXT_LEAST,
                    (struct kit_type){11.5, 700, COLOUR_GREY, KIT_LEFT, NULL});
    return y + 17;
}

// What a meeting needs beside its day.
static void draw_side(const struct log *log, struct kit *kit, struct box box)
{
    const struct log_date *date = &log->dating;
    const bool series = date->what == DATING_SERIES;
    const double primary = box.y + box.h - 48, hours_h = series && box.h < 420 ? 60 : 72;
    double y = draw_label(kit, kit_tr(kit, N_("At what time?")), box.x, box.y, box.w);
    draw_hours(log, kit, (struct box){box.x, y, box.w, hours_h});
    y += hours_h + 8;
    if (series && date->day != 0) {
        y = draw_label(kit, kit_tr(kit, N_("How often?")), box.x, y, box.w);
        draw_rhythms(log, kit, (struct box){box.x, y, box.w, fmin(6 * 38, primary - y - 46)});
        y += fmin(6 * 38, primary - y - 46);
        draw_next_dates(log, kit, box.x, y + 8, box.w);
    } else {
        kit_paragraph(kit,
                      date->day != 0 ? day_words(kit->arena, kit->tr, day_iso(kit->arena, date->day),
                                                 DAY_LONG)
                                     : kit_tr(kit, N_("Tap a day.")),
                      box.x, y + 4, box.w, 2, 10,
                      (struct kit_type){15, 700, COLOUR_INK, KIT_LEFT, NULL});
    }
    widget_primary(kit, "day:done", (struct box){box.x, primary, box.w, 46},
                   kit_tr(kit, series                      ? N_("Meet regularly")
                               : date->what == DATING_MOVE ? N_("Move it")
                                                           : N_("Plan the meeting")),
                   purposes[date->what].icon, 17, date->day != 0 ? WIDGET_REST : WIDGET_OFF);
}

void log_date_draw(struct log *log, struct kit *kit)
{
    const struct log_date *date = &log->dating;
    const struct stage *stage = log->screen.stage;
    const struct box box = sheet_box(log);
    const double pad = 20, side = has_time(date) ? fmin(SIDE_W, box.w * 0.36) + 18 : 0;
    const double x = box.x + pad, w = box.w - 2 * pad - side;
    kit_target(kit, "day:away", (struct box){0, LOG_TOP, stage->w, stage->h - LOG_TOP});
    kit_target(kit, "day:sheet", box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY, "date sheet");
    kit_icon(kit, "calendar", x, box.y + 17, 20, COLOUR_INK);
    kit_text_within(kit, kit_tr(kit, purposes[date->what].title), x + 28, box.y + 28,
                    box.w - 2 * pad - 100, 12, (struct kit_type){21, 800, COLOUR_INK, KIT_LEFT, NULL});
    widget_bar_item(kit, "day:away", (struct box){box.x + box.w - 70, box.y + 7, 60, 42},
                    kit_tr(kit, N_("Close")), "x", WIDGET_REST);
    const double top = box.y + 54, bottom = box.y + box.h - 16;
    draw_quick(log, kit, (struct box){x, top, w, QUICK_H});
    month_draw(kit, "day:",
               (struct box){x, top + QUICK_H + 12, w, bottom - top - QUICK_H - 12}, log->today,
               date->month, day_iso(kit->arena, date->day), HEAD_NUMBER);
    if (side > 0)
        draw_side(log, kit, (struct box){x + w + 18, top, side - 18, bottom - top});
}

// ---- acts ---------------------------------------------------------------------------------------

// The month of the chosen day is the one that is shown.
static void choose(struct log *log, int day)
{
    GDate date, today;
    g_date_clear(&date, 1);
    g_date_clear(&today, 1);
    g_date_set_julian(&date, (guint32)day);
    g_date_set_julian(&today, (guint32)day_of(log->today));
    log->dating.day = day;
    log->dating.month = (g_date_get_year(&date) - g_date_get_year(&today)) * 12 +
                        (int)g_date_get_month(&date) - (int)g_date_get_month(&today);
}

static bool save_meeting(struct log *log, const char *day, const char *time, struct err *err)
{
    const struct log_date *date = &log->dating;
    struct store *store = log->screen.stage->store;
    if (date->what == DATING_SERIES) {
        const struct series series = {.workshop = log->workshop,
                                      .rule = rule_of(log->arena, date->day, date->rhythm),
                                      .start = day,
                                      .time = time};
        return exchange_save_series(store, &series, NULL, err);
    }
    if (date->what == DATING_MEETING) {
        const struct meeting meeting = {.workshop = log->workshop, .date = day, .time = time};
        return exchange_save_meeting(store, &meeting, NULL, err);
    }
    return (size_t)date->row >= log->gatherings_n ||
           exchange_move(store, &log->gatherings[date->row], day, date->hour >= 0 ? time : NULL, err);
}

// Day 0: without a date.
static void done(struct log *log, int day)
{
    const struct log_date date = log->dating;
    struct err err = stage_err(log->screen.stage);
    const char *iso = day_iso(log->arena, day),
               *time = date.hour >= 0 ? arena_printf(log->arena, "%02d:00", date.hour) : "";
    if (date.what == DATING_AGREEMENT) {
        put_away(log);
        log->postponing = 0;
        log_report(log, date.row, NULL, iso, NULL);
        return;
    }
    bool ok = date.what == DATING_OFFER
                  ? exchange_extend_offer(log->screen.stage->store, date.row, iso, &err)
                  : save_meeting(log, iso, time, &err);
    put_away(log);
    log_tell(log, ok, &err, purposes[date.what].icon, purposes[date.what].said);
}

bool log_date_tap(struct log *log, const char *target)
{
    struct log_date *date = &log->dating;
    if (date->what == DATING_NOTHING)
        return false;
    if (strcmp(target, "day:away") == 0) {
        put_away(log);
    } else if (strncmp(target, "day:date:", 9) == 0) {
        choose(log, day_of(target + 9));
        if (!has_time(date))
            done(log, date->day);
    } else if (strncmp(target, "day:month:", 10) == 0) {
        date->month = MAX(0, date->month + (int)g_ascii_strtoll(target + 10, NULL, 10));
    } else if (strcmp(target, "day:undated") == 0) {
        done(log, 0);
    } else if (strncmp(target, "hour:", 5) == 0) {
        int hour = (int)log_row(target, "hour:");
        date->hour = date->hour == hour ? -1 : hour;
    } else if (strncmp(target, "rhythm:", 7) == 0) {
        date->rhythm = (int)log_row(target, "rhythm:");
    } else if (strcmp(target, "day:done") == 0 && date->day != 0) {
        done(log, date->day);
    }
    return true; // what lies below the sheet is not meant
}

bool log_date_key(struct log *log, enum event_key key)
{
    struct log_date *date = &log->dating;
    if (date->what == DATING_NOTHING)
        return false;
    const int today = day_of(log->today), from = date->day != 0 ? date->day : today;
    if (key == KEY_ESCAPE)
        put_away(log);
    else if (key == KEY_ENTER && date->day != 0)
        done(log, date->day);
    else if (key == KEY_LEFT || key == KEY_RIGHT || key == KEY_UP || key == KEY_DOWN)
        choose(log, MAX(today, from + (key == KEY_LEFT    ? -1
                                       : key == KEY_RIGHT ? 1
                                       : key == KEY_UP    ? -7
                                                          : 7)));
    return true;
}
