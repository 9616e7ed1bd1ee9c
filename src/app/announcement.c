// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/announcement.h"

#include <glib.h>
#include <math.h>

#include "app/card.h"
#include "app/kit.h"
#include "app/phase_path.h"
#include "app/phases.h"
#include "app/stage.h"
#include "app/welcome.h"
#include "app/widget.h"

#define WIDE 640.0 // seats from here on have picture, words and clock side by side
#define VEIL 0xFAF8F4EAu
#define REST_VEIL 0xFAF8F48Cu

static void draw_arc(struct kit *kit, double x, double y, double radius, double from, double to)
{
    struct line arc;
    line_init(&arc);
    for (int i = 0; i <= 16; i++) {
        double angle = (from + (to - from) * i / 16) * G_PI / 180;
        line_add(&arc, x + radius * cos(angle), y + radius * sin(angle));
    }
    kit_line(kit, &arc, 1.2, 0, 0, COLOUR_INK);
    line_clear(&arc);
}

// The gong as it is seen.
static void draw_rings(struct kit *kit, double x, double y, double radius)
{
    for (int i = 0; i < 2; i++) {
        double r = radius * (1.15 + 0.14 * i);
        draw_arc(kit, x, y, r, 150, 210);
        draw_arc(kit, x, y, r, -30, 30);
    }
}

static void draw_shape(struct kit *kit, const struct phase *phase, struct box box)
{
    struct line outline;
    line_init(&outline);
    enum card_shape shape = card_shape_of(phase->kind);
    card_outline(shape, box, &outline);
    kit_hand_shape(kit, &outline, card_fill_of(shape), PEN_HEAVY, "announcement");
    line_clear(&outline);
}

static void draw_rules(struct kit *kit, const struct phase *phase, double x, double y, double w,
                       double pitch, double size)
{
    struct phase_rule rules[PHASE_RULES];
    size_t n = phase_rules(kit, phase, rules);
    for (size_t i = 0; i < n; i++, y += pitch) {
        kit_icon(kit, rules[i].icon, x, y - size * 0.5, size, COLOUR_INK);
        kit_text_within(kit, rules[i].text, x + size * 1.6, y, w - size * 1.6, KIT_TEXT_LEAST,
                        (struct kit_type){size, 600, COLOUR_INK, KIT_LEFT, NULL});
    }
}

static const char *minutes_text(struct kit *kit, const struct phase *phase)
{
    return kit_say(kit,
                    tr_plural(kit->tr, "%d minute", "%d minutes", (unsigned long)phase->minutes),
                    phase->minutes);
}

static void draw_wide(const struct stage *stage, struct kit *kit, const struct phase *phase,
                      struct box room)
{
    double k = fmin(room.w / 1210, room.h / 680);
    struct clock clock = plenary_clock(stage);
    struct box box = {room.x + room.w * 0.115, room.y + 88 * k, room.w * 0.77, room.h - 216 * k};
    double cy = box.y + box.h * 0.5, icon = 118 * k;
    draw_shape(kit, phase, box);
    kit_hand_icon(kit, phase_icon(phase), box.x + 118 * k, cy - icon * 0.62, icon, COLOUR_WARM,
                  PEN_HEAVY, "announcement:icon");
    draw_rings(kit, box.x + 118 * k + icon / 2, cy - icon * 0.12, icon * 0.62);
    bool timed = clock.state != CLOCK_NONE;
    double x = box.x + 300 * k, right = box.x + box.w - (timed ? 300 : 70) * k;
    kit_text(kit, kit_tr(kit, N_("Now:")), x, box.y + 78 * k,
             (struct kit_type){fmax(9, 26 * k), 600, COLOUR_GREY, KIT_LEFT, NULL});
    const char *title = phase_title(kit, phase);
    kit_begin(kit, KIND_TITLE, NULL, title);
    kit_text_within(kit, title, x, box.y + 138 * k, box.x + box.w - 80 * k - x, 20,
                    (struct kit_type){76 * k, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    draw_rules(kit, phase, x, box.y + 212 * k, right - x, 46 * k, fmax(8.5, 24 * k));
    if (timed) {
        double cx = box.x + box.w - 180 * k;
        clock_draw(kit, &clock, cx, box.y + box.h * 0.54, 62 * k);
        kit_text_within(kit, minutes_text(kit, phase), cx, box.y + box.h * 0.54 + 96 * k, 200 * k,
                        9, (struct kit_type){fmax(10, 26 * k), 800, COLOUR_INK, KIT_CENTRE, NULL});
    }
}

static void draw_narrow(const struct stage *stage, struct kit *kit, const struct phase *phase,
                        struct box room)
{
    struct clock clock = plenary_clock(stage);
    double k = fmin(1.25, fmin(room.w / 380, room.h / 320));
    struct box box = {room.x + 14, room.y + 40 * k, room.w - 28, fmin(room.h - 120 * k, 240 * k)};
    draw_shape(kit, phase, box);
    double icon = 44 * k, x = box.x + 34 * k;
    kit_hand_icon(kit, phase_icon(phase), x, box.y + 26 * k, icon, COLOUR_WARM, PEN_MEDIUM,
                  "announcement:icon");
    double words = x + icon + 14 * k, right = box.x + box.w - 26 * k;
    kit_text(kit, kit_tr(kit, N_("Now:")), words, box.y + 30 * k,
             (struct kit_type){10.5 * k, 600, COLOUR_GREY, KIT_LEFT, NULL});
    const char *title = phase_title(kit, phase);
    kit_begin(kit, KIND_TITLE, NULL, title);
    kit_text_within(kit, title, words, box.y + 54 * k, right - words, 14,
                    (struct kit_type){32 * k, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    draw_rules(kit, phase, x, box.y + 92 * k, right - x, 22 * k, fmax(8.5, 12 * k));
    if (clock.state != CLOCK_NONE && box.y + 192 * k + 12 * k < box.y + box.h) {
        clock_draw(kit, &clock, x + 11 * k, box.y + 186 * k, 11 * k);
        kit_text(kit, minutes_text(kit, phase), x + 30 * k, box.y + 186 * k,
                 (struct kit_type){14 * k, 800, COLOUR_INK, KIT_LEFT, NULL});
    }
}

void announcement_draw(const struct stage *stage, struct kit *kit, const struct seat *seat)
{
    double w = seat_width(seat), h = seat_height(seat);
    struct box room = {0, 0, w, h};
    const struct phase *phase = plenary_phase(&stage->plenary);
    kit_mirror(kit, lang_is_rtl(kit->lang) ? w : 0);
    kit_target(kit, kit_name(kit, "announcement:seat%d", seat->number), room);
    kit_fill(kit, room, 0, VEIL);
    bool wide = w >= WIDE && h >= 300;
    if (wide) // the bar of the screen below would be read as this one
        kit_fill(kit, (struct box){0, 0, w, 64}, 0, COLOUR_WALL);
    double button = wide ? 52 : 44, y = h - button - (wide ? 22 : 14);
    bool welcomes = welcome_is_due(stage, seat);
    if (welcomes) {
        double top = wide ? 60 : 38;
        kit_text_within(kit, phase_title(kit, phase), w / 2, top / 2 + 2, w - 40, 12,
                        (struct kit_type){wide ? 26 : 16, 800, COLOUR_INK, KIT_CENTRE, NULL});
        welcome_draw(stage, kit, seat,
                     (struct box){wide ? 24 : 10, top, w - (wide ? 48 : 20), y - top - 12});
    } else if (wide) {
        const struct plenary *plenary = &stage->plenary;
        if (plenary->phases_n > 1 && h > 480)
            phase_path_draw(kit, plenary->phases, plenary->phases_n, plenary->about.phase,
                            w * 0.25, w * 0.5);
        draw_wide(stage, kit, phase, room);
    } else {
        draw_narrow(stage, kit, phase, room);
    }
    struct box go = {w - (wide ? fmin(200, w * 0.2) + w * 0.135 : 134), y,
                     wide ? fmin(200, w * 0.2) : 120, button};
    double left = wide ? w * 0.14 : 14;
    kit_icon(kit, "hand-stop", left, y + button / 2 - 8, 16, COLOUR_GREY);
    kit_paragraph(kit, kit_tr(kit, N_("Keys and cards rest a moment. Half sentences stay.")),
                  left + 22, y + button / 2 - (wide ? 7 : 12), go.x - left - 34, 2, KIT_TEXT_LEAST,
                  (struct kit_type){wide ? 13 : 9, 500, COLOUR_GREY, KIT_LEFT, NULL});
    widget_primary(kit, kit_name(kit, "go:seat%d", seat->number), go,
                   kit_tr(kit, welcomes ? N_("Think on") : N_("Go")), "player-play", wide ? 26 : 20, WIDGET_REST);
    kit_mirror(kit, 0);
}

void rest_draw(const struct stage *stage, struct kit *kit, const struct seat *seat)
{
    double w = seat_width(seat), h = seat_height(seat);
    (void)stage;
    kit_mirror(kit, lang_is_rtl(kit->lang) ? w : 0);
    kit_target(kit, kit_name(kit, "rest:seat%d", seat->number), (struct box){0, 0, w, h});
    kit_fill(kit, (struct box){0, 0, w, h}, 0, REST_VEIL);
    struct box box = {fmax(8, w / 2 - 260), h - 74, fmin(w - 16, 520), 60};
    double button = fmin(100, box.w * 0.26);
    kit_hand_box(kit, box, 8, COLOUR_PAPER, PEN_MEDIUM, "rest");
    kit_icon(kit, "player-pause", box.x + 12, box.y + 16, 28, COLOUR_INK);
    double x = box.x + 50, room = box.w - 50 - button - 16;
    kit_text_within(kit, kit_tr(kit, N_("All rest now")), x, box.y + 20, room, 9,
                    (struct kit_type){18, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_paragraph(kit, kit_tr(kit, N_("What you wrote stays where it is.")), x, box.y + 33, room, 2,
                  KIT_TEXT_LEAST, (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    widget_button(kit, kit_name(kit, "lead:seat%d", seat->number),
                  (struct box){box.x + box.w - button - 8, box.y + 10, button, 40},
                  kit_tr(kit, N_("Facilitator")), w > 500 ? "lock" : NULL, 10.5, WIDGET_REST);
    kit_mirror(kit, 0);
}
