// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The dates: meetings to come and meetings that were.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/colour.h"

#define DATE_ROW 48.0
#define ACT_W 68.0

// `acts`: room at its end for what can be done with a date to come, 0: it is over.
static void draw_date(struct kit *kit, const struct gathering *gathering, size_t i, struct box box,
                      double acts)
{
    const double words = box.w - 50 - acts;
    const struct meeting *meeting = &gathering->meeting;
    const char *hit = kit_name(kit, "meeting:%zu", i);
    bool past = strcmp(meeting->state, "held") == 0,
         cancelled = strcmp(meeting->state, "cancelled") == 0;
    kit_begin_target(kit, hit, box, meeting->title);
    widget_plate(kit, hit, box, !cancelled, 0.7, COLOUR_EDGE);
    kit_icon(kit,
             past        ? "file-text"
             : cancelled ? "calendar-off"
                         : "calendar",
             box.x + 12, box.y + 15, 18, cancelled ? COLOUR_OFF : COLOUR_INK);
    kit_text_within(
        kit, day_words(kit->arena, kit->tr, meeting->date, DAY_LONG), box.x + 40, box.y + 15,
        words, 10,
        (struct kit_type){14, 700, cancelled ? COLOUR_OFF : COLOUR_INK, KIT_LEFT, NULL});
    const char *state = cancelled          ? kit_tr(kit, N_("cancelled"))
                        : past             ? kit_tr(kit, N_("held, with minutes"))
                        : gathering->moved ? kit_tr(kit, N_("moved"))
                                           : meeting->time;
    kit_text_within(kit,
                    kit_name(kit, "%s%s%s", state,
                             *state != '\0' && *meeting->place != '\0' ? " · " : "",
                             meeting->place),
                    box.x + 40, box.y + 34, words, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
    if (acts == 0)
        return;
    double x = box.x + box.w - acts, edge = cancelled ? x + ACT_W : x;
    kit_rule(kit, edge, box.y + 8, edge, box.y + box.h - 8, COLOUR_LINE);
    if (cancelled) {
        widget_bar_item(kit, kit_name(kit, "restore:%zu", i),
                        (struct box){x + ACT_W, box.y + 2, ACT_W - 2, box.h - 4},
                        kit_tr(kit, N_("Do it")), "calendar", WIDGET_REST);
        return;
    }
    widget_bar_item(kit, kit_name(kit, "move:%zu", i),
                    (struct box){x + 2, box.y + 2, ACT_W - 2, box.h - 4}, kit_tr(kit, N_("Move it")),
                    "calendar-event", WIDGET_REST);
    widget_bar_item(kit, kit_name(kit, "cancel:%zu", i),
                    (struct box){x + ACT_W, box.y + 2, ACT_W - 2, box.h - 4},
                    kit_tr(kit, N_("Cancel it")), "calendar-off", WIDGET_REST);
}

void log_calendar_draw(struct log *log, struct kit *kit, struct box room)
{
    const struct stage *stage = log->screen.stage;
    double w = (room.w - 2 * LOG_MARGIN - 25) / 2, h = room.h - LOG_BOTTOM - 60;
    size_t count[2] = {0, 0};
    kit_target(kit, "dates", room);
    for (int past = 0; past < 2; past++) {
        double x = LOG_MARGIN + (w + 25) * past;
        log_draw_heading(kit, kit_tr(kit, past ? N_("Held") : N_("Coming up")), NULL, x,
                         room.y + 24, w);
        struct box view = {x, room.y + 42, w, h};
        double y = view.y - log->pan[LOG_MEETINGS];
        kit_clip(kit, view);
        for (size_t k = 0; k < log->gatherings_n; k++) {
            size_t i = past ? log->gatherings_n - 1 - k : k; // what was held last stands first
            const struct gathering *gathering = &log->gatherings[i];
            bool over = strcmp(gathering->meeting.state, "held") == 0 ||
                        day_of(gathering->meeting.date) < day_of(log->today);
            if (over != (past != 0))
                continue;
            if (y + DATE_ROW > view.y && y < view.y + view.h)
                draw_date(kit, gathering, i, (struct box){x, y, w, DATE_ROW},
                          past ? 0 : 2 * ACT_W);
            y += DATE_ROW + 6;
            count[past]++;
        }
        kit_unclip(kit);
        if (count[past] == 0)
            kit_text_within(kit,
                            kit_tr(kit, past ? N_("No meeting was held yet.")
                                             : N_("No meeting is planned yet.")),
                            x, room.y + 52, w, 9,
                            (struct kit_type){13, 500, COLOUR_GREY, KIT_LEFT, NULL});
    }
    double most = fmax(0, (double)MAX(count[0], count[1]) * (DATE_ROW + 6) - h);
    log->pan[LOG_MEETINGS] = fmin(log->pan[LOG_MEETINGS], most);
    double y = stage->h - LOG_BOTTOM;
    widget_bar(kit, (struct box){0, y, stage->w, LOG_BOTTOM}, false);
    widget_bar_item(kit, "undo:seat1", (struct box){12, y + 8, 78, 44}, kit_tr(kit, N_("Undo")),
                    "arrow-back-up",
                    store_undo_label(stage->store, 0) == NULL ? WIDGET_OFF : WIDGET_REST);
    widget_button(kit, "new-series", (struct box){stage->w - 15 - 215 - 8 - 240, y + 8, 240, 42},
                  kit_tr(kit, N_("Meet regularly")), "repeat", 14, WIDGET_REST);
    widget_primary(kit, "new-meeting", (struct box){stage->w - 15 - 215, y + 8, 215, 42},
                   kit_tr(kit, N_("New meeting")), "plus", 17, WIDGET_REST);
}

// ---- acts ---------------------------------------------------------------------------------------

static void change(struct log *log, size_t i, bool cancel)
{
    struct err err = stage_err(log->screen.stage);
    struct store *store = log->screen.stage->store;
    if (i >= log->gatherings_n)
        return;
    const struct gathering *gathering = &log->gatherings[i];
    bool ok = cancel ? exchange_cancel(store, gathering, &err)
                     : exchange_restore(store, gathering, &err);
    log_tell(log, ok, &err, cancel ? "calendar-off" : "calendar",
             cancel ? N_("Meeting cancelled") : N_("Meeting takes place"));
}

static void open_gathering(struct log *log, size_t i)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    int64_t id = 0;
    if (i >= log->gatherings_n)
        return;
    if (!exchange_open(stage->store, &log->gatherings[i], &id, &err))
        stage_warn(stage, LOG_SEAT, &err);
    log_turn_to_meeting(log, id);
}

bool log_calendar_tap(struct log *log, const char *target)
{
    if (strncmp(target, "meeting:", 8) == 0)
        open_gathering(log, (size_t)log_row(target, "meeting:"));
    else if (strcmp(target, "new-meeting") == 0)
        log_date_open(log, DATING_MEETING, 0);
    else if (strcmp(target, "new-series") == 0)
        log_date_open(log, DATING_SERIES, 0);
    else if (strncmp(target, "move:", 5) == 0)
        log_date_open(log, DATING_MOVE, log_row(target, "move:"));
    else if (strncmp(target, "cancel:", 7) == 0)
        change(log, (size_t)log_row(target, "cancel:"), true);
    else if (strncmp(target, "restore:", 8) == 0)
        change(log, (size_t)log_row(target, "restore:"), false);
    else
        return false;
    return true;
}
