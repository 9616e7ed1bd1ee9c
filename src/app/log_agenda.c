// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The agenda of a meeting, point by point; what is said to the current one goes into the minutes.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/log.h"
#include "app/stage.h"
#include "app/widget.h"
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

static const struct agenda_point *current(const struct log *log)
{
    return log->point < log->agenda.n ? &log->agenda.points[log->point] : NULL;
}

// ---- drawing ---------------------------------------------------------------------------------------

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

void log_agenda_draw(struct log *log, struct kit *kit, struct box room)
{
    const struct agenda *agenda = &log->agenda;
    log_draw_heading(kit, kit_tr(kit, N_("Agenda")),
                     kit_say(kit, kit_tr(kit, N_("%d of %d discussed")), (int)agenda->discussed,
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

// ---- acts -----------------------------------------------------------------------------------------

bool log_agenda_note(struct log *log, const char *heading, const char *text)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    const struct agenda_point *point = heading == NULL ? current(log) : NULL;
    bool ok = exchange_meeting_note(stage->store, log->meeting, point, heading, text, NULL,
                                    log->today, &err);
    log_tell(log, ok, &err, "pencil", N_("Noted"));
    return ok;
}

static bool said_note(void *context, const char *text)
{
    return log_agenda_note(context, NULL, text);
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

bool log_agenda_tap(struct log *log, const char *target)
{
    if (strncmp(target, "point:", 6) == 0) {
        log->point = (size_t)log_row(target, "point:");
        log->postponing = 0;
    } else if (strncmp(target, "say:", 4) == 0) {
        return tap_point(log, target + 4);
    } else if (strcmp(target, "next-point") == 0) {
        log->point = MIN(log->point + 1, log->agenda.n > 0 ? log->agenda.n - 1 : 0);
        log->postponing = 0;
    } else {
        return false;
    }
    return true;
}
