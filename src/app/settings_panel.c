// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_panel.h"

#include <math.h>

#include "app/widget.h"

struct box settings_begin(struct kit *kit, struct box box, const char *title, const char *icon,
                          const char *note)
{
    bool small = box.h < 130;
    double head = small ? 30 : 44, size = small ? 14 : 19;
    kit_fill(kit, box, 7, COLOUR_PAPER);
    kit_frame(kit, box, 7, KIT_HAIRLINE, COLOUR_LINE);
    kit_icon(kit, icon, box.x + 14, box.y + (head - size) / 2 + 1, size, COLOUR_INK);
    double x = box.x + 20 + size, room = box.x + box.w - 14 - x;
    double w = kit_text_within(kit, title, x, box.y + head / 2 + 1, room, 10,
                               (struct kit_type){size, 800, COLOUR_INK, KIT_LEFT, NULL});
    struct kit_type type = {KIT_TEXT_LEAST, 500, COLOUR_GREY, KIT_RIGHT, NULL};
    bool fits = note != NULL && kit_text_width(kit, note, type) <= room - w - 12;
    type.size = 10.5;
    if (fits)
        kit_text_within(kit, note, box.x + box.w - 14, box.y + head / 2 + 2, room - w - 12,
                        KIT_TEXT_LEAST, type);
    double side = small ? 10 : 14;
    return (struct box){box.x + side, box.y + head, box.w - 2 * side, box.h - head - side};
}

struct box settings_begin_tile(struct kit *kit, const char *hit, struct box box, const char *word,
                               bool on)
{
    double size = box.h < 64 ? 9 : 11;
    kit_begin_target(kit, hit, box, word);
    if (on) {
        kit_hand_box(kit, box, 6, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.5), PEN_FINE * 1.4, hit);
    } else {
        kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, box, 6, 0.7, COLOUR_EDGE);
    }
    kit_text_within(kit, word, box.x + box.w / 2, box.y + box.h - size * 1.1, box.w - 8,
                    KIT_TEXT_LEAST, (struct kit_type){size, 600, COLOUR_INK, KIT_CENTRE, NULL});
    return (struct box){box.x + 4, box.y + 4, box.w - 8, box.h - size * 1.8 - 4};
}

void settings_end_tile(struct kit *kit, struct box box, bool on)
{
    kit_end(kit);
    if (on)
        widget_tick(kit, box.x + box.w - 6, box.y + 6, 6.5);
}

void settings_tile(struct kit *kit, const char *hit, struct box box, const char *word,
                   const char *icon, double size, bool on)
{
    struct box room = settings_begin_tile(kit, hit, box, word, on);
    size = fmin(size, room.h);
    kit_icon(kit, icon, room.x + (room.w - size) / 2, room.y + (room.h - size) / 2, size,
             COLOUR_INK);
    settings_end_tile(kit, box, on);
}
