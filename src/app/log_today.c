// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Today (screen 09): the next meeting and who comes, what is due, what fits together.
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/log.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/colour.h"
#include "store/rhythm.h"

#define CARD_H 128.0
#define MATCH_H 178.0

static void load(struct log *log, struct err *err)
{
    if (log->next.meeting.id != 0) {
        log->attendees = exchange_attendees(log->screen.stage->store, log->arena,
                                            log->next.meeting.id, &log->attendees_n, err);
        return;
    }
    // Nobody was asked yet.
    struct attendee *asked = ARENA_ARRAY(log->arena, struct attendee, log->parties_n + 1);
    for (size_t i = 0; i < log->parties_n; i++)
        asked[i] = (struct attendee){log->parties[i].id, log->parties[i].name,
                                     log->parties[i].district, "invited"};
    log->attendees = asked;
    log->attendees_n = log->parties_n;
}

// ---- the next meeting ---------------------------------------------------------------------------

static const char *in_days(const struct log *log, struct kit *kit, const char *date)
{
    int days = day_of(date) - day_of(log->today);
    return days == 0 ? kit_tr(kit, N_("today"))
           : days == 1
               ? kit_tr(kit, N_("tomorrow"))
               : kit_say(kit, tr_plural(kit->tr, "in %d day", "in %d days", (unsigned)days), days);
}

static double draw_fact(struct kit *kit, const char *icon, const char *text, double x, double y,
                        double width)
{
    if (text == NULL || *text == '\0')
        return y;
    kit_icon(kit, icon, x, y - 7, 14, COLOUR_GREY);
    kit_text_within(kit, text, x + 19, y, width - 19, 9,
                    (struct kit_type){12, 500, COLOUR_INK, KIT_LEFT, NULL});
    return y + 22;
}

static void draw_attendees(const struct log *log, struct kit *kit, struct box room)
{
    const struct attendee *all = log->attendees;
    const size_t n = log->attendees_n;
    size_t coming = 0;
    for (size_t i = 0; i < n; i++)
        coming += strcmp(all[i].state, "coming") == 0 || strcmp(all[i].state, "here") == 0;
    struct kit_type small = {11, 700, COLOUR_GREY, KIT_LEFT, NULL};
    kit_text(kit, kit_tr(kit, N_("Who comes?")), room.x, room.y + 8, small);
    small.align = KIT_RIGHT;
    if (n > 0)
        kit_text(kit, kit_say(kit, kit_tr(kit, N_("%d of %d")), (int)coming, (int)n),
                 room.x + room.w, room.y + 8, small);
    double pitch = fmin(36, (room.h - 20) / (double)MAX(n, 1)), y = room.y + 20;
    size_t rows = pitch >= 22 ? n : (size_t)fmax(0, (room.h - 20) / 22);
    for (size_t i = 0; i < rows && i < n; i++, y += fmax(22, pitch)) {
        bool comes = strcmp(all[i].state, "coming") == 0 || strcmp(all[i].state, "here") == 0;
        struct box row = {room.x - 4, y, room.w + 8, fmax(22, pitch)};
        kit_begin_target(kit, kit_name(kit, "coming:%" G_GINT64_FORMAT, all[i].party), row,
                         all[i].name);
        log_draw_party(log, kit, all[i].party, all[i].name, room.x, y + row.h / 2, room.w - 34, 13);
        if (comes)
            widget_tick(kit, room.x + room.w - 12, y + row.h / 2, 9);
        else
            kit_ring(kit, room.x + room.w - 12, y + row.h / 2, 9, 0.8, COLOUR_EDGE);
        kit_end(kit);
    }
}

static void draw_next(struct log *log, struct kit *kit, struct box box)
{
    kit_hand_box(kit, box, 6, COLOUR_PAPER, PEN_MEDIUM * 1.2, "next meeting");
    struct box head = {box.x, box.y, box.w, 46};
    kit_hand_box(kit, head, 6, COLOUR_WARM, PEN_MEDIUM, "next head");
    for (int i = 0; i < 3; i++)
        kit_fill(kit, (struct box){box.x + box.w * (0.2 + 0.3 * i), box.y - 9, 2, 21}, 1,
                 COLOUR_INK);
    kit_text(kit, kit_tr(kit, N_("Next meeting")), box.x + box.w / 2, box.y + 25,
             (struct kit_type){16, 800, COLOUR_INK, KIT_CENTRE, NULL});
    double x = box.x + 18, w = box.w - 36, y = box.y + 62;
    struct box primary = {x, box.y + box.h - 78, w, 62};
    if (!log->has_next) {
        kit_paragraph(kit, kit_tr(kit, N_("No meeting is planned yet.")), x, y + 10, w, 3, 10,
                      (struct kit_type){14, 500, COLOUR_GREY, KIT_LEFT, NULL});
        widget_primary(kit, "tab:meetings", primary, kit_tr(kit, N_("Plan a meeting")),
                       "calendar-plus", 19, WIDGET_REST);
        return;
    }
    const struct meeting *meeting = &log->next.meeting;
    int day = atoi(strlen(meeting->date) >= 10 ? meeting->date + 8 : "0");
    double number = kit_text(kit, kit_name(kit, "%d", day), x + 4, y + 34,
                             (struct kit_type){64, 800, COLOUR_INK, KIT_LEFT, NULL});
    double right = x + number + 18, width = w - number - 18;
    kit_text_within(kit, day_weekday_name(kit->tr, day_weekday(day_of(meeting->date)), 1), right,
                    y + 14, width, 10, (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *month = day_month_year(kit->arena, kit->tr, meeting->date);
    kit_text_within(
        kit, *meeting->time != '\0' ? kit_name(kit, "%s, %s", month, meeting->time) : month, right,
        y + 36, width, 9, (struct kit_type){13, 600, COLOUR_INK, KIT_LEFT, NULL});
    kit_text_within(kit, in_days(log, kit, meeting->date), right, y + 55, width, 9,
                    (struct kit_type){12, 500, COLOUR_GREY, KIT_LEFT, NULL});
    y = draw_fact(kit, "map-pin", meeting->place, x, y + 88, w);
    if (log->next.series != NULL)
        y = draw_fact(
            kit, "repeat",
            rhythm_words(kit->arena, kit->tr, log->next.series->rule, log->next.series->start), x,
            y, w);
    kit_rule(kit, x, y, x + w, y, COLOUR_LINE);
    draw_attendees(log, kit, (struct box){x + 4, y + 10, w - 8, primary.y - y - 20});
    widget_primary(kit, "begin-meeting", primary,
                   kit_tr(kit, strcmp(meeting->state, "running") == 0 ? N_("Go on with the meeting")
                                                                      : N_("Begin the meeting")),
                   "player-play", 22, WIDGET_REST);
}

// ---- what is due --------------------------------------------------------------------------------

static bool is_due(const struct promise *promise)
{
    return promise->due == DUE_OVERDUE || promise->due == DUE_TODAY || promise->due == DUE_SOON;
}

static void draw_due_card(struct log *log, struct kit *kit, const struct promise *promise,
                          struct box box)
{
    struct box face = {box.x, box.y, box.w, box.h - 42};
    int64_t id = promise->agreement.id;
    kit_hand_box(kit, box, 4, COLOUR_PAPER, PEN_MEDIUM,
                 kit_name(kit, "due card:%d", promise->number));
    log_draw_card(log, kit, promise, face, kit_name(kit, "agreement:%" G_GINT64_FORMAT, id), false);
    const char *origin = log_origin(log, kit, promise);
    if (*origin != '\0')
        kit_text_within(kit, kit_name(kit, "↳ %s", origin), face.x + 46, face.y + 40, face.w - 60,
                        KIT_TEXT_LEAST, (struct kit_type){9.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    double y = face.y + face.h + 4, w = (box.w - 16) / 3;
    if (log->postponing == id) {
        log_dates_draw(log, kit, (struct box){box.x + 6, y, box.w - 12, 34});
        return;
    }
    bool running = strcmp(promise->agreement.status, "running") == 0;
    const struct {
        const char *hit, *label, *icon;
        bool on;
    } acts[] = {{"running", log_status(kit, "running"), "player-play", running},
                {"done", log_status(kit, "done"), "check", false},
                {"postpone", kit_tr(kit, N_("Put off")), "calendar-plus", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++) {
        struct box act = {box.x + 6 + (w + 2) * (double)i, y, w, 34};
        const char *hit = kit_name(kit, "%s:%" G_GINT64_FORMAT, acts[i].hit, id);
        widget_button(kit, hit, act, acts[i].label, acts[i].icon, 11,
                      acts[i].on ? WIDGET_ON : WIDGET_REST);
    }
}

static void draw_due(struct log *log, struct kit *kit, struct box room)
{
    size_t n = 0, live = 0;
    for (size_t i = 0; i < log->promises_n; i++) {
        n += is_due(&log->promises[i]);
        live += log->promises[i].due != DUE_CLOSED;
    }
    log_draw_heading(kit, kit_tr(kit, N_("Up now")),
                     kit_say(kit, kit_tr(kit, N_("%d of %d agreements")), (int)n, (int)live),
                     room.x, room.y + 12, room.w);
    if (n == 0)
        kit_paragraph(kit, kit_tr(kit, N_("Nothing is due in the next two weeks.")), room.x,
                      room.y + 40, room.w, 3, 10,
                      (struct kit_type){13, 500, COLOUR_GREY, KIT_LEFT, NULL});
    struct box view = {room.x - 4, room.y + 30, room.w + 8, room.h - 30};
    double all = (double)n * (CARD_H + 12);
    log->pan[LOG_TODAY] = fmin(log->pan[LOG_TODAY], fmax(0, all - view.h));
    double y = view.y + 2 - log->pan[LOG_TODAY];
    kit_clip(kit, view);
    for (int due = DUE_OVERDUE; due <= DUE_SOON; due++)
        for (size_t i = 0; i < log->promises_n; i++) {
            if ((int)log->promises[i].due != due)
                continue;
            if (y + CARD_H > view.y && y < view.y + view.h)
                draw_due_card(log, kit, &log->promises[i], (struct box){room.x, y, room.w, CARD_H});
            y += CARD_H + 12;
        }
    kit_unclip(kit);
}

// ---- what fits together -------------------------------------------------------------------------

static void draw_matches(struct log *log, struct kit *kit, struct box room)
{
    size_t n = log->matches_n, rows = (size_t)fmax(0, (room.h - 30) / MATCH_H);
    log_draw_heading(kit, kit_tr(kit, N_("Fits together")),
                     kit_say(kit, tr_plural(kit->tr, "%d proposal", "%d proposals", n), (int)n),
                     room.x, room.y + 12, room.w);
    if (n == 0)
        kit_paragraph(kit, kit_tr(kit, N_("Offers and requests that fit appear here.")), room.x,
                      room.y + 40, room.w, 3, 10,
                      (struct kit_type){13, 500, COLOUR_GREY, KIT_LEFT, NULL});
    for (size_t i = 0; i < n && i < rows; i++)
        log_match_draw(
            log, kit, &log->matches[i], i,
            (struct box){room.x, room.y + 32 + MATCH_H * (double)i, room.w, MATCH_H - 14});
}

static void draw(struct log *log, struct kit *kit, struct box room)
{
    double y = room.y + 24, h = room.h - 24 - LOG_MARGIN, w = room.w - 2 * LOG_MARGIN;
    bool wide = room.w >= 1000;
    double left = wide ? 350 : fmin(330, w * 0.45);
    double middle = wide ? (w - left - 2 * 25) / 2 + 5 : w - left - 20;
    draw_next(log, kit, (struct box){LOG_MARGIN, y, left, h});
    draw_due(log, kit, (struct box){LOG_MARGIN + left + (wide ? 25 : 20), y - 10, middle, h + 10});
    if (wide)
        draw_matches(
            log, kit,
            (struct box){LOG_MARGIN + left + middle + 50, y - 10, w - left - middle - 50, h + 10});
}

// ---- acts ---------------------------------------------------------------------------------------

static void begin_meeting(struct log *log)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    int64_t id = 0;
    bool ok = exchange_open(stage->store, &log->next, &id, &err) &&
              (strcmp(log->next.meeting.state, "running") == 0 ||
               exchange_set_meeting_state(stage->store, id, "running", log_clock(log), &err));
    if (!ok) {
        stage_warn(stage, LOG_SEAT, &err);
        return;
    }
    log_turn_to_meeting(log, id);
}

static void turn_coming(struct log *log, int64_t party)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    int64_t id = 0;
    if (!exchange_open(stage->store, &log->next, &id, &err)) {
        stage_warn(stage, LOG_SEAT, &err);
        return;
    }
    bool comes = false;
    for (size_t i = 0; i < log->attendees_n; i++)
        if (log->attendees[i].party == party)
            comes = strcmp(log->attendees[i].state, "coming") == 0;
    if (!exchange_set_presence(stage->store, id, party, comes ? "invited" : "coming", &err))
        stage_warn(stage, LOG_SEAT, &err);
    log_load(log);
}

static bool tap(struct log *log, const char *target)
{
    int64_t row;
    if (strcmp(target, "begin-meeting") == 0)
        begin_meeting(log);
    else if ((row = log_row(target, "coming:")) != 0)
        turn_coming(log, row);
    else if ((row = log_row(target, "running:")) != 0)
        log_report(log, row, "running", NULL, NULL);
    else if ((row = log_row(target, "done:")) != 0)
        log_report(log, row, "done", NULL, NULL);
    else if ((row = log_row(target, "postpone:")) != 0)
        log->postponing = row;
    else if ((row = log_row(target, "agreement:")) != 0)
        log->chosen = row;
    else
        return log_offers.tap(log, target);
    return true;
}

const struct log_view log_today = {
    .name = "today", .icon = "sun", .label = N_("Today"), .load = load, .draw = draw, .tap = tap};
