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
#include "store/rhythm.h"

#define DATE_ROW 48.0

static void draw_date(struct kit *kit, const struct gathering *gathering, size_t i, struct box box)
{
    const struct meeting *meeting = &gathering->meeting;
    const char *hit = kit_name(kit, "meeting:%zu", i);
    bool past = strcmp(meeting->state, "held") == 0,
         cancelled = strcmp(meeting->state, "cancelled") == 0;
    kit_begin_target(kit, hit, box, meeting->title);
    kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    if (cancelled)
        kit_dashes(kit, box, 6, 0.7, 4, 3, COLOUR_EDGE);
    else
        kit_frame(kit, box, 6, 0.7, COLOUR_EDGE);
    kit_icon(kit,
             past        ? "file-text"
             : cancelled ? "calendar-off"
                         : "calendar",
             box.x + 12, box.y + 15, 18, cancelled ? COLOUR_OFF : COLOUR_INK);
    kit_text_within(
        kit, day_words(kit->arena, kit->tr, meeting->date, DAY_LONG), box.x + 40, box.y + 15,
        box.w - 50, 10,
        (struct kit_type){14, 700, cancelled ? COLOUR_OFF : COLOUR_INK, KIT_LEFT, NULL});
    const char *state = cancelled          ? kit_tr(kit, N_("cancelled"))
                        : past             ? kit_tr(kit, N_("held, with minutes"))
                        : gathering->moved ? kit_tr(kit, N_("moved"))
                                           : meeting->time;
    kit_text_within(kit,
                    kit_name(kit, "%s%s%s", state,
                             *state != '\0' && *meeting->place != '\0' ? " · " : "",
                             meeting->place),
                    box.x + 40, box.y + 34, box.w - 50, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
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
                draw_date(kit, gathering, i, (struct box){x, y, w, DATE_ROW});
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

static bool said_date(void *context, const char *text)
{
    struct log *log = context;
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    const struct meeting meeting = {.workshop = log->workshop, .date = text};
    bool ok = day_of(text) != 0 ? exchange_save_meeting(stage->store, &meeting, NULL, &err)
                                : err_set(&err, ERR_INPUT,
                                          N_("\"%s\" is no date. Write it like 2026-09-22."), text);
    log_tell(log, ok, &err, "calendar-plus", N_("Meeting planned"));
    return ok;
}

static bool said_series(void *context, const char *text)
{
    struct log *log = context;
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    const char *rule = rhythm_read(log->arena, text, log->today, &err);
    const struct series series = {.workshop = log->workshop, .rule = rule, .start = log->today};
    bool ok = rule != NULL && exchange_save_series(stage->store, &series, NULL, &err);
    log_tell(log, ok, &err, "repeat", N_("Meeting planned"));
    return ok;
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
        log_ask(log, N_("On which day? 2026-09-22"), said_date);
    else if (strcmp(target, "new-series") == 0)
        log_ask(log, N_("How often? every 6 weeks on Thursday"), said_series);
    else
        return false;
    return true;
}
