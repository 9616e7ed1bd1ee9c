// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of it (screen 10, below): each idea's way from the card to what was done, on a road.
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

#define WAY_H 176.0
#define STEP_H 82.0
#define JOURNEYS_MOST 12

static const char *kind_words(enum step_kind kind)
{
    static const char *const words[] = {
        [STEP_CARD] = N_("Idea"),           [STEP_CORE_POINT] = N_("Core point"),
        [STEP_AGREEMENT] = N_("Agreement"), [STEP_MEETING] = N_("Meeting"),
        [STEP_DONE] = N_("Done"),           [STEP_DROPPED] = N_("Dropped"),
    };
    return words[kind];
}

static const char *kind_icon(const struct step *step)
{
    static const char *const icons[] = {
        [STEP_CARD] = "bulb",     [STEP_CORE_POINT] = "star", [STEP_AGREEMENT] = "file-check",
        [STEP_MEETING] = "users", [STEP_DONE] = "check",      [STEP_DROPPED] = "x",
    };
    return step->icon != NULL && *step->icon != '\0' ? step->icon : icons[step->kind];
}

static void draw_road(struct kit *kit, double x0, double x1, double y)
{
    kit_fill(kit, (struct box){x0, y - 9, x1 - x0, 18}, 0, COLOUR_SHADOW);
    struct line line;
    line_init(&line);
    line_add(&line, x0, y);
    line_add(&line, x1, y);
    kit_line(kit, &line, 0.9, 9, 8, COLOUR_PAPER);
    line_clear(&line);
    kit_rule(kit, x0, y - 9, x1, y - 9, COLOUR_INK);
    kit_rule(kit, x0, y + 9, x1, y + 9, COLOUR_INK);
}

static void draw_step(struct kit *kit, const struct journey *journey, size_t i, struct box box,
                      double road)
{
    const struct step *step = &journey->steps[i];
    uint32_t accent = journey->colour >= 0 ? colour_accent(journey->colour + 1) : COLOUR_WARM;
    uint32_t fill = step->kind == STEP_DONE   ? COLOUR_DONE_PALE
                    : step->kind == STEP_CARD ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.72)
                                              : COLOUR_PAPER;
    const char *key = kit_name(kit, "step:%" G_GINT64_FORMAT ":%zu", step->row, i);
    bool is_agreement = step->kind == STEP_AGREEMENT;
    if (is_agreement)
        kit_begin_target(kit, kit_name(kit, "agreement:%" G_GINT64_FORMAT, step->row), box,
                         step->title);
    else
        kit_begin(kit, KIND_IDEA, key, step->title);
    kit_hand_box(kit, box, 5, fill, PEN_MEDIUM, key);
    kit_hand_icon(kit, kind_icon(step), box.x + 9, box.y + 10, 24, accent, PEN_FINE, key);
    kit_text_within(kit, kit_tr(kit, kind_words(step->kind)), box.x + 40, box.y + 14, box.w - 48, 8,
                    (struct kit_type){10, 700, COLOUR_GREY, KIT_LEFT, NULL});
    bool with_detail = step->detail != NULL && *step->detail != '\0';
    kit_paragraph(kit, step->title, box.x + 40, box.y + 21, box.w - 48, with_detail ? 2 : 3, 9,
                  (struct kit_type){12.5, 700, COLOUR_INK, KIT_LEFT, NULL});
    if (with_detail)
        kit_text_within(kit, step->detail, box.x + 40, box.y + box.h - 12, box.w - 48,
                        KIT_TEXT_LEAST, (struct kit_type){10, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
    kit_fill(kit, (struct box){box.x + 19, box.y + box.h + 16, 1.6, road - box.y - box.h - 16}, 0,
             COLOUR_INK);
    if (*step->date != '\0')
        widget_chip(kit, NULL, box.x + 8, box.y + box.h + 5, 18,
                    day_words(kit->arena, kit->tr, step->date, DAY_SHORT), NULL, 10, COLOUR_WARM,
                    COLOUR_INK, false);
}

static void draw_way(struct kit *kit, const struct journey *journey, struct box box)
{
    kit_text_within(kit, kit_say(kit, kit_tr(kit, N_("What became of \"%s\"?")), journey->title),
                    box.x, box.y + 12, box.w, 11,
                    (struct kit_type){16, 800, COLOUR_INK, KIT_LEFT, NULL});
    double road = box.y + WAY_H - 22;
    draw_road(kit, 0, box.x + box.w + LOG_MARGIN, road);
    size_t most = (size_t)fmax(1, floor(box.w / 180)),
           first = journey->n > most ? journey->n - most + 1 : 0;
    size_t shown = journey->n - first + (first > 0 ? 1 : 0);
    double pitch = fmin(240, box.w / (double)MAX(shown, 1));
    for (size_t k = 0; k < shown; k++) {
        // The idea itself always stands first.
        size_t i = first > 0 ? (k == 0 ? 0 : first + k - 1) : k;
        draw_step(kit, journey, i,
                  (struct box){box.x + pitch * (double)k, box.y + 28, pitch - 12, STEP_H}, road);
    }
}

static void load(struct log *log, struct err *err)
{
    const struct stage *stage = log->screen.stage;
    log->journeys = exchange_journeys(stage->store, log->arena, stage->tr, JOURNEYS_MOST,
                                      &log->journeys_n, err);
}

static void draw(struct log *log, struct kit *kit, struct box room)
{
    const struct journey *journeys = log->journeys;
    const size_t n = log->journeys_n;
    kit_target(kit, "course", room);
    const double foot = log->screen.stage->h - LOG_BOTTOM;
    room.h -= LOG_BOTTOM;
    double w = room.w - 2 * LOG_MARGIN, all = (double)n * (WAY_H + 14);
    if (n == 0)
        kit_text_within(
            kit, kit_tr(kit, N_("As soon as ideas become agreements, their way is here.")),
            LOG_MARGIN, room.y + 40, w, 9, (struct kit_type){13, 500, COLOUR_GREY, KIT_LEFT, NULL});
    log->pan[LOG_COURSE] = fmin(log->pan[LOG_COURSE], fmax(0, all - room.h + 16));
    kit_clip(kit, room);
    for (size_t i = 0; i < n; i++) {
        double y = room.y + 14 + (WAY_H + 14) * (double)i - log->pan[LOG_COURSE];
        if (y + WAY_H > room.y && y < room.y + room.h)
            draw_way(kit, &journeys[i], (struct box){LOG_MARGIN, y, w, WAY_H});
    }
    kit_unclip(kit);
    widget_bar(kit, (struct box){0, foot, room.w, LOG_BOTTOM}, false);
    widget_button(kit, "picture:year", (struct box){room.w - 15 - 220 - 8 - 220, foot + 8, 220, 42},
                  kit_tr(kit, N_("Our year")), "calendar-stats", 15, WIDGET_REST);
    widget_button(kit, "picture:course", (struct box){room.w - 15 - 220, foot + 8, 220, 42},
                  kit_tr(kit, N_("As a picture")), "photo", 15, n > 0 ? WIDGET_REST : WIDGET_OFF);
}

static bool tap(struct log *log, const char *target)
{
    struct stage *stage = log->screen.stage;
    if (strcmp(target, "picture:year") == 0)
        stage_show(stage, screen_paper_new(stage, PROTOCOL_REVIEW,
                                           g_ascii_strtoll(log->today, NULL, 10), log->today));
    else if (strcmp(target, "picture:course") == 0)
        stage_show(stage, screen_paper_new(stage, PROTOCOL_TIMELINE, 0, log->today));
    log->chosen = log_row(target, "agreement:");
    return log->chosen != 0;
}

const struct log_view log_course = {
    .name = "course", .icon = "route", .label = N_("What became of it"), .load = load, .draw = draw, .tap = tap};
