// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seat_head.h"

#include <glib.h>
#include <math.h>

#include "app/card.h"
#include "app/kit.h"
#include "app/phases.h"
#include "app/plenary.h"
#include "app/stage.h"
#include "app/widget.h"

#define TURN_H 20.0
#define TURN_REACH 7.0 // its target exceeds its drawing, up and down

// Whether something lies on the corner of the seat that its person sees up at the left or right.
static bool is_crossing(const struct stage *stage, const struct seat *seat, bool right)
{
    struct point points[SEATS_MOST];
    size_t n = seats_crossings(stage->seats, stage->seats_n, points, SEATS_MOST);
    struct point corner =
        affine_apply(seat_to_glass(seat), (struct point){right ? seat_width(seat) : 0, 0});
    for (size_t i = 0; i < n; i++) {
        if (hypot(points[i].x - corner.x, points[i].y - corner.y) < 1)
            return true;
    }
    return false;
}

static double clear_of(const struct kit *kit, const struct stage *stage, const struct seat *seat,
                       bool right)
{
    bool side = kit->mirror > 0 ? !right : right;
    return stage->settings.around && is_crossing(stage, seat, side) ? SEAT_TOKEN_CLEAR : 14;
}

// These stand at the end of the head, each before the last one; they return what is left.
static double draw_turn(struct kit *kit, int number, double right)
{
    struct kit_type word = {9, 600, COLOUR_INK, KIT_LEFT, NULL};
    const char *hit = kit_name(kit, "turn:seat%d", number);
    const char *label = kit_tr(kit, N_("Turn"));
    double width = fmax(44, kit_text_width(kit, label, word) + 30);
    struct box pill = {right - width, (SEAT_HEAD - TURN_H) / 2, width, TURN_H};
    bool pressed = kit_pressed(kit, hit);
    kit_begin_target(kit, hit,
                     (struct box){pill.x, pill.y - TURN_REACH, width, TURN_H + 2 * TURN_REACH - 1},
                     label);
    kit_fill(kit, pill, TURN_H / 2, pressed ? COLOUR_INK : COLOUR_PAPER);
    kit_frame(kit, pill, TURN_H / 2, 0.6, COLOUR_LINE);
    word.colour = pressed ? COLOUR_PAPER : COLOUR_INK;
    kit_icon(kit, "rotate-2", pill.x + 7, pill.y + 4, 12, word.colour);
    kit_text(kit, label, pill.x + 22, pill.y + TURN_H / 2, word);
    kit_end(kit);
    return pill.x - 8;
}

// Where no token lies between the seats each one has its own clock. It leads to the facilitator.
static double draw_clock(struct kit *kit, const struct stage *stage, int number, double right)
{
    struct point points[1];
    struct clock clock = plenary_clock(stage);
    bool token =
        stage->settings.around && seats_crossings(stage->seats, stage->seats_n, points, 1) > 0;
    if (token || clock.state == CLOCK_NONE)
        return right;
    struct kit_type type = {14, 800, COLOUR_INK, KIT_RIGHT, NULL};
    const char *text = clock_text(kit, &clock);
    double width = kit_text_width(kit, text, type);
    kit_begin_target(kit, kit_name(kit, "lead:seat%d", number),
                     (struct box){right - width - 26, 0, width + 30, SEAT_HEAD - 1}, text);
    kit_text(kit, text, right, SEAT_HEAD / 2, type);
    clock_draw(kit, &clock, right - width - 14, SEAT_HEAD / 2, 9);
    kit_end(kit);
    return right - width - 32;
}

static void draw_phase(struct kit *kit, const struct stage *stage, double x, double right)
{
    const struct phase *phase = plenary_phase(&stage->plenary);
    struct kit_type type = {11.5, 700, COLOUR_INK, KIT_RIGHT, NULL};
    const char *title = phase->id != 0 ? phase_title(kit, phase) : "";
    double width = kit_text_width(kit, title, type);
    while (type.size > KIT_TEXT_LEAST && right - x < width + 28) {
        type.size -= 0.5;
        width = kit_text_width(kit, title, type);
    }
    if (*title == '\0' || right - x < width + 28)
        return;
    kit_text(kit, title, right, SEAT_HEAD / 2, type);
    struct line outline;
    enum card_shape shape = card_shape_of(phase->kind);
    line_init(&outline);
    card_outline(shape, (struct box){right - width - 28, 10, 22, 14}, &outline);
    kit_hand_shape(kit, &outline, card_fill_of(shape), PEN_FINE, "phase");
    line_clear(&outline);
}

void seat_head_draw(struct kit *kit, const struct stage *stage, int number,
                    const struct table *table)
{
    const struct seat *seat = stage_seat(stage, number);
    double w = seat_width(seat), middle = SEAT_HEAD / 2;
    kit_mirror(kit, sitting_is_rtl(stage, number) ? w : 0);
    double x = clear_of(kit, stage, seat, false), right = w - clear_of(kit, stage, seat, true);
    uint32_t accent = colour_accent(table->colour);
    struct box bar = {0, 0, w, SEAT_HEAD};
    kit_target(kit, kit_name(kit, "bar:seat%d", number), bar);
    kit_fill(kit, bar, 0, colour_mix(accent, COLOUR_PAPER, 0.72));
    kit_fill(kit, (struct box){0, SEAT_HEAD - 1, w, 1.4}, 0, accent);
    if (stage->settings.around)
        right = draw_turn(kit, number, right);
    right = draw_clock(kit, stage, number, right);
    struct kit_type type = {14, 800, COLOUR_INK, KIT_LEFT, kit_guess_lang(kit, table->title)};
    double width = fmin(kit_text_width(kit, table->title, type), right - x - 45);
    draw_phase(kit, stage, x + width + 56, right);
    kit_begin_target(kit, kit_name(kit, "title:seat%d", number),
                     (struct box){x - 6, 0, width + 52, SEAT_HEAD}, table->title);
    widget_number(kit, x + 11, middle + 1, 11, table->number, table->colour);
    kit_begin(kit, KIND_TABLE, NULL, table->title);
    kit_text_within(kit, table->title, x + 28, middle, width + 0.1, 9, type);
    kit_end(kit);
    kit_icon(kit, "chevron-down", x + 32 + width, middle - 5.5, 11, COLOUR_GREY);
    kit_end(kit);
    kit_mirror(kit, 0);
}

// ---- between the seats --------------------------------------------------------------------------

static void draw_border(struct kit *kit, const struct seat *seat)
{
    const struct box *zone = &seat->zone;
    struct line polygons[2];
    line_init(&polygons[0]);
    line_init(&polygons[1]);
    line_add_rect(&polygons[0], zone->x, zone->y, zone->w, zone->h);
    line_add_rounded_rect(&polygons[1], zone->x + SEAT_GAP / 2, zone->y + SEAT_GAP / 2,
                          zone->w - SEAT_GAP, zone->h - SEAT_GAP, SEAT_RADIUS);
    scene_fill(kit->scene, polygons, 2, kit->m, COLOUR_GAP, true);
    line_clear(&polygons[0]);
    line_clear(&polygons[1]);
}

// The time that is left of the phase, else the time of day, to be read from both sides. It leads to
// the facilitator.
static void draw_token(struct kit *kit, struct point at, const struct clock *clock,
                       const char *time)
{
    struct seat half = {
        .number = 1,
        .zone = {at.x - SEAT_TOKEN, at.y - SEAT_TOKEN, 2 * SEAT_TOKEN, 2 * SEAT_TOKEN}};
    kit_begin_target(kit, "lead", half.zone, time);
    struct line circle;
    line_init(&circle);
    line_add_ellipse(&circle, at.x, at.y, SEAT_TOKEN, SEAT_TOKEN, 0);
    kit_hand_shape(kit, &circle, COLOUR_PAPER, PEN_MEDIUM, "token");
    line_clear(&circle);
    if (clock->state != CLOCK_NONE)
        clock_draw(kit, clock, at.x, at.y, 8);
    else
        kit_icon(kit, "clock-hour-4", at.x - 8, at.y - 8, 16, COLOUR_INK);
    for (int side = 0; side < 2; side++) {
        half.degrees = side * 180;
        kit_sit(kit, &half);
        kit_text(kit, time, SEAT_TOKEN, SEAT_TOKEN + 14.4,
                 (struct kit_type){9.5, 800, COLOUR_INK, KIT_CENTRE, NULL});
    }
    kit_sit(kit, NULL);
    kit_end(kit);
}

void seat_borders_draw(struct kit *kit, const struct stage *stage)
{
    struct point points[SEATS_MOST];
    kit_sit(kit, NULL);
    for (size_t i = 0; i < stage->seats_n; i++)
        draw_border(kit, &stage->seats[i]);
    if (!stage->settings.around)
        return;
    struct clock clock = plenary_clock(stage);
    const char *time =
        clock.state != CLOCK_NONE ? clock_text(kit, &clock) : clock_time_of_day(kit, stage);
    size_t n = seats_crossings(stage->seats, stage->seats_n, points, SEATS_MOST);
    for (size_t i = 0; i < n; i++)
        draw_token(kit, points[i], &clock, time);
}
