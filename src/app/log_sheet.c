// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/month.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/colour.h"

#define SHEET_W 610.0
#define SHEET_H 420.0
#define SHEET_H_PARTIES 560.0
#define NOTES_MOST 4

static const char *const statuses[] = {"open", "running", "done", "dropped"};

static struct box sheet_box(const struct log *log)
{
    const struct stage *stage = log->screen.stage;
    double w = fmin(SHEET_W, stage->w - 40),
           h = fmin(log->handing != 0 ? SHEET_H_PARTIES : SHEET_H, stage->h - LOG_TOP - 20);
    return (struct box){(stage->w - w) / 2, LOG_TOP + (stage->h - LOG_TOP - h) / 2, w, h};
}

// ---- dates --------------------------------------------------------------------------------------

#define QUICK_DAYS 3

// The next meeting, then in one, two, four weeks.
static int quick_days(const struct log *log, int days[QUICK_DAYS])
{
    int today = day_of(log->today), n = 0;
    if (log->has_next && day_of(log->next.meeting.date) > today)
        days[n++] = day_of(log->next.meeting.date);
    for (int weeks = 1; weeks <= 8 && n < QUICK_DAYS; weeks *= 2) {
        int day = month_working_day(today + 7 * weeks);
        bool known = false;
        for (int i = 0; i < n; i++)
            known = known || days[i] == day;
        if (!known)
            days[n++] = day;
    }
    return n;
}

void log_dates_draw(struct log *log, struct kit *kit, struct box box)
{
    int days[QUICK_DAYS], n = quick_days(log, days);
    double w = (box.w - 4.0 * n) / (n + 1);
    for (int i = 0; i < n; i++) {
        const char *iso = day_iso(kit->arena, days[i]);
        widget_button(kit, kit_name(kit, "until:%s", iso),
                      (struct box){box.x + (w + 4) * i, box.y, w, box.h},
                      day_words(kit->arena, kit->tr, iso, DAY_SHORT), NULL, 11, WIDGET_REST);
    }
    widget_button(kit, "until:other", (struct box){box.x + (w + 4) * n, box.y, w, box.h},
                  kit_tr(kit, N_("Another day")), "calendar", 11, WIDGET_REST);
}

bool log_dates_tap(struct log *log, const char *target)
{
    if (log->postponing == 0 || strncmp(target, "until:", 6) != 0)
        return false;
    int64_t agreement = log->postponing;
    if (strcmp(target, "until:other") == 0) {
        log_date_open(log, DATING_AGREEMENT, agreement);
        return true;
    }
    log->postponing = 0;
    char *until = g_strdup(target + 6);
    log_report(log, agreement, NULL, until, NULL);
    g_free(until);
    return true;
}

// ---- the sheet ----------------------------------------------------------------------------------

static void draw_statuses(struct kit *kit, const struct promise *promise, struct box box)
{
    double w = (box.w - 4 * 6) / 5;
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++) {
        bool on = strcmp(promise->agreement.status, statuses[i]) == 0;
        widget_button(kit, kit_name(kit, "status:%s", statuses[i]),
                      (struct box){box.x + (w + 6) * (double)i, box.y, w, box.h},
                      log_status(kit, statuses[i]), status_icon(statuses[i]), 11,
                      on ? WIDGET_ON : WIDGET_REST);
    }
    widget_button(kit, "sheet:postpone", (struct box){box.x + (w + 6) * 4, box.y, w, box.h},
                  kit_tr(kit, N_("Put off")), "calendar-plus", 11, WIDGET_REST);
}

static void draw_parties(struct log *log, struct kit *kit, struct box box)
{
    int columns = 2, rows = (int)fmax(1, floor(box.h / 38));
    double w = (box.w - 8) / columns;
    for (size_t i = 0; i < log->parties_n && (int)i < columns * rows; i++) {
        struct box cell = {box.x + (w + 8) * (double)((int)i % columns),
                           box.y + 38 * (double)((int)i / columns), w, 34};
        const char *hit = kit_name(kit, "party:%" G_GINT64_FORMAT, log->parties[i].id);
        kit_begin_target(kit, hit, cell, log->parties[i].name);
        kit_fill(kit, cell, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, cell, 6, 0.7, COLOUR_EDGE);
        log_draw_party(log, kit, log->parties[i].id, log->parties[i].name, cell.x + 8,
                       cell.y + cell.h / 2, cell.w - 16, 12);
        kit_end(kit);
    }
}

// What was said of it, the newest last.
static void draw_notes(const struct log *log, struct kit *kit, const struct promise *promise,
                       struct box box)
{
    (void)log;
    double y = box.y + 8;
    struct kit_type head = {11, 700, COLOUR_GREY, KIT_LEFT, NULL};
    kit_text(kit, kit_tr(kit, N_("What was said")), box.x, y, head);
    y += 20;
    size_t first = promise->notes_n > NOTES_MOST ? promise->notes_n - NOTES_MOST : 0;
    if (promise->notes_n == 0)
        kit_text(kit, kit_tr(kit, N_("Nothing yet.")), box.x, y,
                 (struct kit_type){12, 500, COLOUR_GREY, KIT_LEFT, NULL});
    for (size_t i = first; i < promise->notes_n && y + 18 < box.y + box.h; i++) {
        const struct note *note = &promise->notes[i];
        const char *date = day_words(kit->arena, kit->tr, note->date, DAY_SHORT);
        kit_text_within(kit, date, box.x, y, 66, KIT_TEXT_LEAST,
                        (struct kit_type){11, 600, COLOUR_GREY, KIT_LEFT, NULL});
        const char *words = *note->text != '\0' ? note->text
                            : *note->status != '\0'
                                ? log_status(kit, note->status)
                                : kit_say(kit, kit_tr(kit, N_("until %s")),
                                           day_words(kit->arena, kit->tr, note->until, DAY_SHORT));
        y += fmax(20, kit_paragraph(kit, words, box.x + 72, y - 8, box.w - 72, 2, 9,
                                    (struct kit_type){12, 500, COLOUR_INK, KIT_LEFT, NULL}) +
                          4);
    }
}

void log_sheet_draw(struct log *log, struct kit *kit)
{
    const struct promise *promise = log_promise(log, log->chosen);
    if (promise == NULL)
        return;
    const struct stage *stage = log->screen.stage;
    struct box box = sheet_box(log);
    kit_target(kit, "sheet:away", (struct box){0, LOG_TOP, stage->w, stage->h - LOG_TOP});
    kit_target(kit, "sheet", box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY, "agreement sheet");
    double x = box.x + 20, w = box.w - 40, y = box.y + 18;
    y += kit_paragraph(kit, promise->agreement.what, x, y, w - 60, 3, 14,
                       (struct kit_type){22, 800, COLOUR_INK, KIT_LEFT, NULL}) +
         6;
    widget_bar_item(kit, "sheet:away", (struct box){box.x + box.w - 70, box.y + 10, 60, 42},
                    kit_tr(kit, N_("Close")), "x", WIDGET_REST);
    const char *origin = log_origin(log, kit, promise);
    if (*origin != '\0') {
        kit_text_within(kit, kit_name(kit, "↳ %s", origin), x, y + 6, w, 9,
                        (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
        y += 22;
    }
    double flag = log_draw_due(log, kit, promise, x + w, y + 12);
    log_draw_party(log, kit, promise->agreement.party, promise->agreement.who, x, y + 12,
                   w - flag - 20, 13);
    y += 30;
    if (promise->agreement.with != NULL && *promise->agreement.with != '\0') {
        kit_text_within(kit, kit_say(kit, kit_tr(kit, N_("with %s")), promise->agreement.with), x,
                        y + 4, w, 9, (struct kit_type){11.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
        y += 20;
    }
    draw_statuses(kit, promise, (struct box){x, y, w, 42});
    y += 50;
    struct box rest = {x, y, w, box.y + box.h - y - 58};
    if (log->postponing != 0)
        log_dates_draw(log, kit, (struct box){x, y, w, 42});
    else if (log->handing != 0)
        draw_parties(log, kit, rest);
    else
        draw_notes(log, kit, promise, rest);
    y = box.y + box.h - 52;
    widget_button(kit, "sheet:hand-over", (struct box){x, y, w / 2 - 3, 40},
                  kit_tr(kit, N_("Who does it?")), "users", 12,
                  log->handing != 0 ? WIDGET_ON : WIDGET_REST);
    widget_button(kit, "sheet:note", (struct box){x + w / 2 + 3, y, w / 2 - 3, 40},
                  kit_tr(kit, N_("Add a note")), "pencil", 12, WIDGET_REST);
}

static bool said_note(void *context, const char *text)
{
    struct log *log = context;
    return log_report(log, log->chosen, NULL, NULL, text);
}

static void hand_over(struct log *log, int64_t party)
{
    struct err err = stage_err(log->screen.stage);
    bool ok = exchange_hand_over(log->screen.stage->store, log->chosen, party, &err);
    log->handing = 0;
    log_tell(log, ok, &err, "users", N_("Handed over"));
}

bool log_sheet_tap(struct log *log, const char *target)
{
    if (log_dates_tap(log, target))
        return true;
    if (log->chosen == 0)
        return false;
    if (strcmp(target, "sheet:away") == 0) {
        log->chosen = log->postponing = log->handing = 0;
    } else if (strncmp(target, "status:", 7) == 0) {
        for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
            if (strcmp(target + 7, statuses[i]) == 0)
                log_report(log, log->chosen, statuses[i], NULL, NULL);
    } else if (strcmp(target, "sheet:postpone") == 0) {
        log->postponing = log->postponing != 0 ? 0 : log->chosen;
    } else if (strcmp(target, "sheet:hand-over") == 0) {
        log->handing = log->handing != 0 ? 0 : log->chosen;
        log->postponing = 0;
    } else if (strcmp(target, "sheet:note") == 0) {
        log_ask(log, N_("What is there to say?"), said_note);
    } else if (strncmp(target, "party:", 6) == 0) {
        hand_over(log, log_row(target, "party:"));
    }
    return true; // what lies below the sheet is not meant
}
