// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Meetings (screen 24): the dates; and one that runs, with who is there, the agenda point by point
// and the minutes that write themselves.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/colour.h"

#define ROW 42.0
#define CURRENT 150.0

static const char *const parts[] = {
    [AGENDA_OVERDUE] = N_("Overdue"),       [AGENDA_TODAY] = N_("Promised for today"),
    [AGENDA_CHANGED] = N_("Changed since"), [AGENDA_NEW] = N_("New since"),
    [AGENDA_TOPIC] = N_("Topics"),
};
static const char *const part_icons[] = {
    [AGENDA_OVERDUE] = "alert-triangle",
    [AGENDA_TODAY] = "calendar-check",
    [AGENDA_CHANGED] = "refresh",
    [AGENDA_NEW] = "sparkles",
    [AGENDA_TOPIC] = "list",
};
static const char *const statuses[] = {"open", "running", "done", "dropped"};

// It is over: what is seen is what was said then.
static bool is_held(const struct log *log)
{
    const char *state = log->minutes.gathering.meeting.state;
    return state != NULL && strcmp(state, "held") == 0;
}

static void load(struct log *log, struct err *err)
{
    struct stage *stage = log->screen.stage;
    log->agenda = (struct agenda){0};
    log->minutes = (struct minutes){0};
    log->attendees_n = 0;
    if (log->meeting == 0)
        return;
    log->attendees =
        exchange_attendees(stage->store, log->arena, log->meeting, &log->attendees_n, err);
    exchange_minutes(stage->store, log->arena, stage->tr, log->meeting, &log->minutes, err);
    if (is_held(log))
        log->then = log->minutes.gathering.meeting.date;
    exchange_agenda(stage->store, log->arena, log->meeting, log->then, &log->agenda, err);
    log->point = MIN(log->point, log->agenda.n > 0 ? log->agenda.n - 1 : 0);
}

static const struct agenda_point *current(const struct log *log)
{
    return log->point < log->agenda.n ? &log->agenda.points[log->point] : NULL;
}

// ---- one that runs ------------------------------------------------------------------------------

static const struct gathering *running(const struct log *log)
{
    for (size_t i = 0; i < log->gatherings_n; i++)
        if (log->gatherings[i].meeting.id == log->meeting && log->meeting != 0)
            return &log->gatherings[i];
    return NULL;
}

static void draw_attendance(const struct log *log, struct kit *kit, struct box room)
{
    const struct attendee *all = log->attendees;
    const size_t n = log->attendees_n;
    size_t here = 0;
    for (size_t i = 0; i < n; i++)
        here += strcmp(all[i].state, "here") == 0;
    log_draw_heading(kit, kit_tr(kit, N_("Who is here?")),
                     kit_name(kit, kit_tr(kit, N_("%d of %d")), (int)here, (int)n), room.x,
                     room.y + 12, room.w);
    double y = room.y + 30;
    for (size_t i = 0; i < n && y + 38 <= room.y + room.h; i++, y += ROW) {
        bool is_here = strcmp(all[i].state, "here") == 0;
        struct box row = {room.x, y, room.w, 38};
        kit_begin_target(kit, kit_name(kit, "here:%" G_GINT64_FORMAT, all[i].party), row,
                         all[i].name);
        kit_fill(kit, row, 5, is_here ? COLOUR_PAPER : COLOUR_WALL);
        if (is_here)
            kit_frame(kit, row, 5, 1.1, COLOUR_INK);
        else
            kit_dashes(kit, row, 5, KIT_HAIRLINE, 4, 3, COLOUR_EDGE);
        log_draw_party(log, kit, all[i].party, all[i].name, row.x + 9, row.y + 19, row.w - 44, 13);
        if (is_here)
            widget_tick(kit, row.x + row.w - 17, row.y + 19, 9);
        else
            kit_ring(kit, row.x + row.w - 17, row.y + 19, 9, 0.8, COLOUR_EDGE);
        kit_end(kit);
    }
}

static void draw_current(struct log *log, struct kit *kit, const struct agenda_point *point,
                         struct box box)
{
    kit_hand_box(kit, box, 6, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.7), PEN_MEDIUM * 1.2,
                 "current point");
    double x = box.x + 12, w = box.w - 24;
    double flag = point->promise != NULL
                      ? log_draw_due(log, kit, point->promise, box.x + box.w - 8, box.y + 40)
                      : 0;
    kit_text_within(kit, point->title, x, box.y + 18, w, 11,
                    (struct kit_type){19, 800, COLOUR_INK, KIT_LEFT, NULL});
    if (point->promise != NULL)
        log_draw_party(log, kit, point->promise->agreement.party, point->promise->agreement.who, x,
                       box.y + 40, w - flag - 8, 11);
    else if (*point->party != '\0')
        log_draw_party(log, kit, 0, point->party, x, box.y + 40, w, 11);
    if (point->promise != NULL) {
        if (log->postponing == point->promise->agreement.id) {
            log_dates_draw(log, kit, (struct box){x, box.y + 56, w, 40});
        } else {
            double step = (w + 4) / 5;
            for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
                widget_button(kit, kit_name(kit, "say:%s", statuses[i]),
                              (struct box){x + step * (double)i, box.y + 56, step - 4, 40},
                              log_status(kit, statuses[i]), status_icon(statuses[i]), 11,
                              strcmp(point->promise->agreement.status, statuses[i]) == 0
                                  ? WIDGET_ON
                                  : WIDGET_REST);
            widget_button(kit, "say:postpone", (struct box){x + step * 4, box.y + 56, step - 4, 40},
                          kit_tr(kit, N_("Put off")), "calendar-plus", 11, WIDGET_REST);
        }
    }
    widget_button(kit, "say:note", (struct box){x, box.y + 102, w, 38},
                  kit_tr(kit, N_("Note it down")), "pencil", 13, WIDGET_REST);
}

static void draw_agenda(struct log *log, struct kit *kit, struct box room)
{
    const struct agenda *agenda = &log->agenda;
    log_draw_heading(kit, kit_tr(kit, N_("Agenda")),
                     kit_name(kit, kit_tr(kit, N_("%d of %d discussed")), (int)agenda->discussed,
                              (int)agenda->n),
                     room.x, room.y + 12, room.w);
    struct box view = {room.x - 2, room.y + 28, room.w + 4, room.h - 28};
    double y = view.y + 4 - log->pan[LOG_MEETINGS];
    int part = -1;
    kit_clip(kit, view);
    for (size_t i = 0; i < agenda->n; i++) {
        const struct agenda_point *point = &agenda->points[i];
        if ((int)point->part != part) {
            part = (int)point->part;
            uint32_t colour = part == AGENDA_OVERDUE ? COLOUR_WARN : COLOUR_INK;
            const char *head = kit_tr(kit, parts[part]);
            if (part == AGENDA_NEW && *agenda->since != '\0')
                head = kit_name(kit, "%s %s", head,
                                day_words(kit->arena, kit->tr, agenda->since, DAY_SHORT));
            kit_icon(kit, part_icons[part], room.x, y + 3, 13, colour);
            kit_text_within(kit, head, room.x + 18, y + 10, room.w - 20, 9,
                            (struct kit_type){12, 800, colour, KIT_LEFT, NULL});
            y += 22;
        }
        if (i == log->point) {
            draw_current(log, kit, point, (struct box){room.x, y, room.w, CURRENT});
            y += CURRENT + 6;
            continue;
        }
        struct box row = {room.x, y, room.w, ROW};
        const char *hit = kit_name(kit, "point:%zu", i);
        kit_begin_target(kit, hit, row, point->title);
        kit_fill(kit, row, 5, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, row, 5, KIT_HAIRLINE, COLOUR_LINE);
        if (point->discussed)
            widget_tick(kit, row.x + 17, row.y + ROW / 2, 9);
        else
            kit_ring(kit, row.x + 17, row.y + ROW / 2, 9, 0.8, COLOUR_EDGE);
        double flag = point->promise != NULL ? log_draw_due(log, kit, point->promise,
                                                            row.x + row.w - 6, row.y + ROW / 2)
                                             : 0;
        kit_text_within(kit, point->title, row.x + 34,
                        row.y + (*point->party != '\0' ? 14 : ROW / 2), row.w - flag - 48, 9,
                        (struct kit_type){13, 700, COLOUR_INK, KIT_LEFT, NULL});
        if (*point->party != '\0')
            kit_text_within(kit, point->party, row.x + 34, row.y + 31, row.w - flag - 48,
                            KIT_TEXT_LEAST,
                            (struct kit_type){9.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
        kit_end(kit);
        y += ROW + 5;
    }
    kit_unclip(kit);
    double all = y + log->pan[LOG_MEETINGS] - view.y;
    log->pan[LOG_MEETINGS] = fmin(log->pan[LOG_MEETINGS], fmax(0, all - view.h));
    if (agenda->n == 0)
        kit_text_within(kit, kit_tr(kit, N_("Nothing is on the agenda yet.")), room.x, room.y + 46,
                        room.w, 9, (struct kit_type){13, 500, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_minutes(const struct log *log, struct kit *kit, const struct gathering *gathering,
                         struct box box)
{
    const struct minutes *minutes = &log->minutes;
    kit_hand_box(kit, box, 6, COLOUR_PAPER, PEN_MEDIUM, "minutes");
    double x = box.x + 18, w = box.w - 36, y = box.y + 28, foot = box.y + box.h - 14;
    kit_text_within(kit, kit_tr(kit, N_("The minutes")), x, y, w, 12,
                    (struct kit_type){19, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_text_within(
        kit,
        kit_name(kit, "%s%s%s",
                 day_words(kit->arena, kit->tr, gathering->meeting.date, DAY_WEEKDAY),
                 *gathering->meeting.place != '\0' ? ", " : "", gathering->meeting.place),
        x, y + 19, w, KIT_TEXT_LEAST, (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
    y += 38;
    for (size_t i = 0; i < minutes->talks_n && y + 30 < foot; i++) {
        const struct talk *talk = &minutes->talks[i];
        kit_icon(kit, talk->icon != NULL && *talk->icon != '\0' ? talk->icon : "message", x, y, 14,
                 COLOUR_INK);
        y += kit_paragraph(kit, talk->title, x + 21, y, w - 21, 2, 9,
                           (struct kit_type){12.5, 700, COLOUR_INK, KIT_LEFT, NULL});
        if (*talk->text != '\0')
            y += kit_paragraph(kit, talk->text, x + 21, y + 1, w - 21, 2, 8.5,
                               (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
        y += 5;
        kit_rule(kit, x, y, x + w, y, COLOUR_LINE);
        y += 5;
    }
    bool headed = false;
    for (size_t i = 0; i < minutes->decisions_n && y + 84 < foot; i++) {
        if (!minutes->decisions[i].fresh)
            continue;
        if (!headed)
            kit_text(kit, kit_tr(kit, N_("Agreed today")), x, y + 10,
                     (struct kit_type){13, 800, COLOUR_INK, KIT_LEFT, NULL});
        y += headed ? 0 : 22;
        headed = true;
        log_draw_card(
            log, kit, &minutes->decisions[i].promise, (struct box){x - 4, y, w + 8, 66},
            kit_name(kit, "agreement:%" G_GINT64_FORMAT, minutes->decisions[i].promise.agreement.id),
            false);
        y += 72;
    }
    kit_icon(kit, "device-floppy", x, foot - 12, 11, COLOUR_GREY);
    kit_text_within(kit, kit_tr(kit, N_("Everything is kept.")), x + 16, foot - 6, w - 16,
                    KIT_TEXT_LEAST, (struct kit_type){10, 500, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_running(struct log *log, struct kit *kit, const struct gathering *gathering,
                         struct box room)
{
    const struct stage *stage = log->screen.stage;
    double y = room.y + 14, h = room.h - 14 - LOG_BOTTOM - 10, w = room.w - 2 * LOG_MARGIN;
    bool wide = room.w >= 1000;
    double left = wide ? 286 : w * 0.34, right = wide ? 331 : 0, gap = 18;
    double middle = w - left - gap - (wide ? right + gap : 0);
    kit_target(kit, "running", room);
    draw_attendance(log, kit, (struct box){LOG_MARGIN, y, left, h});
    draw_agenda(log, kit, (struct box){LOG_MARGIN + left + gap, y, middle, h});
    if (wide)
        draw_minutes(log, kit, gathering, (struct box){room.w - LOG_MARGIN - right, y, right, h});
    y = stage->h - LOG_BOTTOM;
    widget_bar(kit, (struct box){0, y, stage->w, LOG_BOTTOM}, false);
    widget_bar_item(kit, "undo:seat1", (struct box){12, y + 8, 78, 44}, kit_tr(kit, N_("Undo")),
                    "arrow-back-up",
                    store_undo_label(stage->store, 0) == NULL ? WIDGET_OFF : WIDGET_REST);
    widget_bar_item(kit, "dates", (struct box){92, y + 8, 78, 44}, kit_tr(kit, N_("All dates")),
                    "calendar", WIDGET_REST);
    widget_bar_item(kit, "minutes", (struct box){172, y + 8, 78, 44}, kit_tr(kit, N_("Minutes")),
                    "file-download", WIDGET_REST);
    double x = LOG_MARGIN + left + gap, step = (middle + 6) / 3;
    widget_button(kit, "new-agreement", (struct box){x, y + 8, step - 6, 42},
                  kit_tr(kit, N_("New agreement")), "plus", 13, WIDGET_REST);
    widget_button(kit, "new-topic", (struct box){x + step, y + 8, step - 6, 42},
                  kit_tr(kit, N_("New topic")), "message-plus", 13, WIDGET_REST);
    if (is_held(log)) {
        widget_primary(kit, "minutes:page",
                       wide ? (struct box){room.w - LOG_MARGIN - right, y + 7, right, 44}
                            : (struct box){x + 2 * step, y + 8, step - 6, 42},
                       kit_tr(kit, N_("See the minutes")), "file-text", wide ? 18 : 13,
                       WIDGET_REST);
        return;
    }
    bool last = log->point + 1 >= log->agenda.n;
    if (!last || !wide)
        widget_button(kit, "end-meeting", (struct box){x + 2 * step, y + 8, step - 6, 42},
                      kit_tr(kit, N_("End the meeting")), "flag", 13, WIDGET_REST);
    if (wide)
        widget_primary(kit, last ? "end-meeting" : "next-point",
                       (struct box){room.w - LOG_MARGIN - right, y + 7, right, 44},
                       kit_tr(kit, last ? N_("End the meeting") : N_("Next point")),
                       last ? "flag" : "arrow-right", 20, WIDGET_REST);
}

static void draw(struct log *log, struct kit *kit, struct box room)
{
    const struct gathering *gathering = running(log);
    if (gathering != NULL)
        draw_running(log, kit, gathering, room);
    else
        log_calendar_draw(log, kit, room);
}

// ---- acts ---------------------------------------------------------------------------------------

static void turn_here(struct log *log, int64_t party)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    bool here = false;
    for (size_t i = 0; i < log->attendees_n; i++)
        if (log->attendees[i].party == party)
            here = strcmp(log->attendees[i].state, "here") == 0;
    if (!exchange_set_presence(stage->store, log->meeting, party, here ? "absent" : "here", &err))
        stage_warn(stage, LOG_SEAT, &err);
    log_load(log);
}

static bool note(struct log *log, const char *heading, const char *text)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    const struct agenda_point *point = heading == NULL ? current(log) : NULL;
    bool ok = exchange_meeting_note(stage->store, log->meeting, point, heading, text, NULL,
                                    log->today, &err);
    log_tell(log, ok, &err, "pencil", N_("Noted"));
    return ok;
}

static void save_minutes(struct log *log)
{
    const struct gathering *gathering = running(log);
    char *name = g_strdup_printf("%s-%s.pdf", stage_text(log->screen.stage, N_("meeting-minutes")),
                                 gathering != NULL ? gathering->meeting.date : log->today);
    log_save(log, name, log_write_minutes);
    g_free(name);
}

static bool said_note(void *context, const char *text)
{
    return note(context, NULL, text);
}

static bool said_topic(void *context, const char *text)
{
    return note(context, text, NULL);
}

static void end_meeting(struct log *log)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    bool ok = exchange_set_meeting_state(stage->store, log->meeting, "held", log_clock(log), &err);
    if (ok)
        log->meeting = 0;
    log_tell(log, ok, &err, "flag", N_("The meeting has ended, its minutes are kept"));
}

static bool tap_point(struct log *log, const char *say)
{
    if (strcmp(say, "note") == 0) {
        log_ask(log, N_("What is there to say?"), said_note);
        return true;
    }
    const struct promise *promise = current(log) != NULL ? current(log)->promise : NULL;
    if (promise == NULL)
        return false;
    int64_t id = promise->agreement.id;
    if (strcmp(say, "postpone") == 0)
        log->postponing = log->postponing == id ? 0 : id;
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
        if (strcmp(say, statuses[i]) == 0)
            log_report(log, id, statuses[i], NULL, NULL);
    return true;
}

static bool tap(struct log *log, const char *target)
{
    int64_t row;
    if ((row = log_row(target, "here:")) != 0) {
        turn_here(log, row);
    } else if (strncmp(target, "point:", 6) == 0) {
        log->point = (size_t)log_row(target, "point:");
        log->postponing = 0;
    } else if (strncmp(target, "say:", 4) == 0) {
        return tap_point(log, target + 4);
    } else if (strcmp(target, "next-point") == 0) {
        log->point = MIN(log->point + 1, log->agenda.n > 0 ? log->agenda.n - 1 : 0);
        log->postponing = 0;
    } else if (strcmp(target, "end-meeting") == 0) {
        end_meeting(log);
    } else if (strcmp(target, "minutes") == 0) {
        save_minutes(log);
    } else if (strcmp(target, "minutes:page") == 0) {
        stage_show(log->screen.stage,
                   screen_paper_new(log->screen.stage, PROTOCOL_MINUTES, log->meeting, log->today));
    } else if (strcmp(target, "dates") == 0) {
        log_turn_to_meeting(log, 0);
    } else if (strcmp(target, "new-topic") == 0) {
        log_ask(log, N_("What is it about?"), said_topic);
    } else {
        return log_calendar_tap(log, target) || log_lanes.tap(log, target);
    }
    return true;
}

const struct log_view log_meeting = {.name = "meetings",
                                     .icon = "calendar-event",
                                     .label = N_("Meetings"),
                                     .load = load,
                                     .draw = draw,
                                     .tap = tap};
