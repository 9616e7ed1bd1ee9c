// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seat_choice.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"

#define COUNTS 5
#define GAP 14.0
#define TITLE 22.0 // above a row
#define WORD 22.0  // below a picture

static const int counts[COUNTS] = {1, 2, 3, 4, 6};

bool seat_choice_read(const char *target, int *people, bool *around)
{
    *around = g_str_has_prefix(target, "seats:table:");
    if (!*around && !g_str_has_prefix(target, "seats:wall:"))
        return false;
    *people = (int)g_ascii_strtoll(strrchr(target, ':') + 1, NULL, 10);
    return true;
}

// Where the people of a seat look: up in their own view.
static void draw_arrow(struct kit *kit, struct box zone, int degrees, double size)
{
    struct affine turn =
        affine_multiply(affine_translation(zone.x + zone.w / 2, zone.y + zone.h / 2),
                        affine_rotation(degrees * G_PI / 180));
    const struct point stem[] = {{0, size * 0.5}, {0, -size * 0.5}};
    const struct point head[] = {
        {-size * 0.28, -size * 0.2}, {0, -size * 0.5}, {size * 0.28, -size * 0.2}};
    struct line line;
    line_init(&line);
    for (size_t i = 0; i < G_N_ELEMENTS(stem); i++)
        line_add(&line, stem[i].x, stem[i].y);
    line_transform(&line, turn);
    kit_line(kit, &line, 1.3, 0, 0, COLOUR_INK);
    line.n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(head); i++)
        line_add(&line, head[i].x, head[i].y);
    line_transform(&line, turn);
    kit_line(kit, &line, 1.3, 0, 0, COLOUR_INK);
    line_clear(&line);
}

void seat_choice_picture(struct kit *kit, const struct stage *stage, struct box box, int people,
                         bool around)
{
    struct seat seats[SEATS_MOST];
    size_t n = seats_arrange(seats, people, around, stage->w, stage->h);
    double scale = box.w / stage->w;
    for (size_t i = 0; i < n; i++) {
        struct box zone = {box.x + seats[i].zone.x * scale + 0.8,
                           box.y + seats[i].zone.y * scale + 0.8, seats[i].zone.w * scale - 1.6,
                           seats[i].zone.h * scale - 1.6};
        kit_fill(kit, zone, 2.5, colour_mix(colour_accent((int)i + 1), COLOUR_PAPER, 0.6));
        kit_frame(kit, zone, 2.5, 0.5, COLOUR_INK);
        draw_arrow(kit, zone, seats[i].degrees, fmin(16, fmin(zone.w, zone.h) * 0.5));
    }
}

static void draw_one(struct kit *kit, const struct stage *stage, struct box box, int people,
                     bool around)
{
    const char *hit = kit_name(kit, "seats:%s:%d", around ? "table" : "wall", people);
    const char *word =
        kit_say(kit, tr_plural(kit->tr, "%d seat", "%d seats", (unsigned long)people), people);
    bool fits = seats_fit(people, around, stage->w, stage->h);
    bool on = stage->people == people && stage->settings.around == around;
    struct box glass = {box.x + 8, box.y + 8, box.w - 16, (box.w - 16) * stage->h / stage->w};
    if (fits)
        kit_begin_target(kit, hit, box, word);
    else
        kit_begin(kit, KIND_DECORATION, NULL, word);
    if (on || kit_pressed(kit, hit))
        kit_hand_box(kit, box, 7, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.55), PEN_MEDIUM * 0.8,
                     hit);
    else
        kit_fill(kit, box, 7, COLOUR_PAPER);
    if (fits) {
        kit_fill(kit, glass, 3, COLOUR_PAPER);
        seat_choice_picture(kit, stage, glass, people, around);
        kit_frame(kit, glass, 3, 1, COLOUR_INK);
    } else {
        kit_dashes(kit, glass, 3, 0.7, 4, 3, COLOUR_LINE);
        kit_paragraph(kit, kit_tr(kit, N_("The glass is too small")), glass.x + 6, glass.y + 8,
                      glass.w - 12, 2, KIT_TEXT_LEAST,
                      (struct kit_type){9, 400, COLOUR_OFF, KIT_LEFT, NULL});
    }
    kit_text(
        kit, word, box.x + box.w / 2, box.y + box.h - WORD / 2 - 2,
        (struct kit_type){12, fits ? 800 : 400, fits ? COLOUR_INK : COLOUR_OFF, KIT_CENTRE, NULL});
    if (on)
        widget_tick(kit, box.x + box.w - 12, box.y + 12, 7);
    kit_end(kit);
}

void seat_choice_draw(struct kit *kit, const struct stage *stage, struct box room)
{
    const char *const titles[2] = {kit_tr(kit, N_("At the wall: all upright")),
                                   kit_tr(kit, N_("As a table: each seat faces its edge"))};
    // As large as fits in width and height.
    double w = (room.w - 4 * GAP - 48) / COUNTS, ratio = stage->h / stage->w;
    double most = ((room.h - 56) / 2 - TITLE - 16 - WORD) / ratio + 16;
    w = fmin(w, most);
    double h = 16 + (w - 16) * ratio + WORD, all = COUNTS * w + (COUNTS - 1) * GAP;
    struct box sheet = {room.x + (room.w - all - 48) / 2, 0, all + 48, 2 * (TITLE + h) + 16 + 36};
    sheet.y = room.y + (room.h - sheet.h) / 2;
    kit_target(kit, "seats-sheet", sheet);
    kit_hand_box(kit, sheet, 10, COLOUR_PAPER, PEN_HEAVY * 0.8, "seats");
    for (int row = 0; row < 2; row++) {
        double y = sheet.y + 18 + row * (TITLE + h + 16);
        kit_text_within(kit, titles[row], sheet.x + 24, y + 8, all, 10,
                        (struct kit_type){15, 800, COLOUR_INK, KIT_LEFT, NULL});
        for (int i = 0; i < COUNTS; i++)
            draw_one(kit, stage, (struct box){sheet.x + 24 + i * (w + GAP), y + TITLE, w, h},
                     counts[i], row == 1);
    }
}
