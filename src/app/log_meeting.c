// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Meetings (screen 24): the dates; and one that runs, with who is there, its agenda and the minutes
// that write themselves.
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
                     kit_say(kit, kit_tr(kit, N_("%d of %d")), (int)here, (int)n), room.x,
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

// What stands at the end of the bar: on with the agenda, at its last point the end; of a meeting that
// is over its minutes.
static void draw_next(const struct log *log, struct kit *kit, struct box box)
{
    bool last = log->point + 1 >= log->agenda.n;
    double size = box.w > 300 ? 20 : 17;
    if (is_held(log))
        widget_primary(kit, "minutes:page", box, kit_tr(kit, N_("See the minutes")), "file-text",
                       size - 2, WIDGET_REST);
    else
        widget_primary(kit, last ? "end-meeting" : "next-point", box,
                       kit_tr(kit, last ? N_("End the meeting") : N_("Next point")),
                       last ? "flag" : "arrow-right", size, WIDGET_REST);
}

// `middle`: the agenda's column; `right`: width of the minutes', 0: there is no room for it.
static void draw_bar(const struct log *log, struct kit *kit, struct box middle, double right)
{
    const struct stage *stage = log->screen.stage;
    const struct {
        const char *hit, *label, *icon;
        bool off, wide; // wide: where there is room, a button below the agenda
    } items[] = {
        {"undo:seat1", kit_tr(kit, N_("Undo")), "arrow-back-up",
         store_undo_label(stage->store, 0) == NULL, false},
        {"dates", kit_tr(kit, N_("All dates")), "calendar", false, false},
        {"minutes", kit_tr(kit, N_("Minutes")), "file-download", false, false},
        {"new-agreement", kit_tr(kit, N_("New agreement")), "plus", false, true},
        {"new-topic", kit_tr(kit, N_("New topic")), "message-plus", false, true},
        {"end-meeting", kit_tr(kit, N_("End the meeting")), "flag",
         is_held(log) || log->point + 1 >= log->agenda.n, true},
    };
    bool wide = right > 0;
    double y = stage->h - LOG_BOTTOM, x = 12, next = middle.x, step = (middle.w + 6) / 3;
    double item = wide ? 80 : 74;
    widget_bar(kit, (struct box){0, y, stage->w, LOG_BOTTOM}, false);
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++) {
        if (items[i].wide && items[i].off)
            continue; // its place is the primary button's
        if (wide && items[i].wide) {
            widget_button(kit, items[i].hit, (struct box){next, y + 8, step - 6, 42},
                          items[i].label, items[i].icon, 13, WIDGET_REST);
            next += step;
            continue;
        }
        widget_bar_item(kit, items[i].hit, (struct box){x, y + 8, item - 2, 44}, items[i].label,
                        items[i].icon, items[i].off ? WIDGET_OFF : WIDGET_REST);
        x += item;
    }
    double end = stage->w - LOG_MARGIN, w = wide ? right : end - x - 10;
    draw_next(log, kit, (struct box){end - w, y + 7, w, 44});
}

static void draw_running(struct log *log, struct kit *kit, const struct gathering *gathering,
                         struct box room)
{
    double y = room.y + 14, h = room.h - 14 - LOG_BOTTOM - 10, w = room.w - 2 * LOG_MARGIN;
    bool wide = room.w >= 1000;
    double left = wide ? 286 : w * 0.34, right = wide ? 331 : 0, gap = 18;
    double middle = w - left - gap - (wide ? right + gap : 0);
    kit_target(kit, "running", room);
    draw_attendance(log, kit, (struct box){LOG_MARGIN, y, left, h});
    log_agenda_draw(log, kit, (struct box){LOG_MARGIN + left + gap, y, middle, h});
    if (wide)
        draw_minutes(log, kit, gathering, (struct box){room.w - LOG_MARGIN - right, y, right, h});
    draw_bar(log, kit, (struct box){LOG_MARGIN + left + gap, room.y, middle, 0}, right);
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

static void save_minutes(struct log *log)
{
    const struct gathering *gathering = running(log);
    char *name = g_strdup_printf("%s-%s.pdf", stage_text(log->screen.stage, N_("meeting-minutes")),
                                 gathering != NULL ? gathering->meeting.date : log->today);
    log_save(log, name, log_write_minutes);
    g_free(name);
}

static bool said_topic(void *context, const char *text)
{
    return log_agenda_note(context, text, NULL);
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

static bool tap(struct log *log, const char *target)
{
    int64_t row;
    if ((row = log_row(target, "here:")) != 0) {
        turn_here(log, row);
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
        return log_agenda_tap(log, target) || log_calendar_tap(log, target) ||
               log_lanes.tap(log, target);
    }
    return true;
}

const struct log_view log_meeting = {.name = "meetings",
                                     .icon = "calendar-event",
                                     .label = N_("Meetings"),
                                     .load = load,
                                     .draw = draw,
                                     .tap = tap};
