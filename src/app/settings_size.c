// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_panel.h"

#include <math.h>
#include <string.h>

#include "app/finger.h"
#include "app/stage.h"
#include "app/widget.h"

#define CARD_W 85.6 // mm: a bank card (ISO/IEC 7810 ID-1)
#define CARD_H 54.0
#define STEP 0.005 // of the size a tap
#define LEAST 0.25
#define MOST 4.0

static const int inches[] = {43, 55, 65, 75, 86}; // of displays that are sold for rooms

// ---- acts ---------------------------------------------------------------------------------------

static void keep(struct stage *stage, double w, double h)
{
    stage->settings.glass_w = w;
    stage->settings.glass_h = h;
    settings_save(&stage->settings);
    stage_say(stage, SETTINGS_SEAT, "ruler-2",
              stage_text(stage, N_("The size of this display is known.")), NULL, NULL);
}

// What is drawn `scale` times as large as designed is as large as the real thing: so the glass is
// this large.
void settings_size_fits(struct settings_size *size, struct stage *stage)
{
    keep(stage, stage->w / size->scale, stage->h / size->scale);
    size->scale = 1; // the glass is drawn in its new millimetres
}

void settings_size_step(struct settings_size *size, int steps)
{
    size->scale = CLAMP(size->scale * pow(1 + STEP, steps), LEAST, MOST);
}

// A display of the same shape as the glass, so many inches across.
static void take_inches(struct settings_size *size, struct stage *stage, double across)
{
    double k = across * 25.4 / hypot(stage->w, stage->h);
    keep(stage, stage->w * k, stage->h * k);
    size->scale = 1;
}

void settings_size_touch(struct settings_size *size, struct stage *stage, const struct touch *touch)
{
    // Two pictures follow a finger that is drawn sideways: out makes them larger.
    if (strcmp(touch->target, "measure") == 0 && touch->type == TOUCH_MOVE)
        size->scale = CLAMP(size->scale + (touch->at.x - touch->last.x) / 200, LEAST, MOST);
    if (!touch_is_tap(touch))
        return;
    if (strcmp(touch->target, "size:smaller") == 0)
        settings_size_step(size, -1);
    else if (strcmp(touch->target, "size:larger") == 0)
        settings_size_step(size, 1);
    else if (strcmp(touch->target, "size:fits") == 0)
        settings_size_fits(size, stage);
    else if (g_str_has_prefix(touch->target, "size:inches:"))
        take_inches(size, stage, g_ascii_strtod(touch->target + strlen("size:inches:"), NULL));
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_ruler(struct kit *kit, double x, double y, double scale, double room)
{
    double w = fmin(room, 200 * scale), cm = 10 * scale;
    kit_hand_box(kit, (struct box){x, y, w, CARD_H * 0.9}, 3,
                 colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45), PEN_FINE * 1.2, "ruler");
    for (int i = 0; i * cm <= w + 0.01; i++) {
        kit_rule(kit, x + i * cm, y, x + i * cm, y + (i % 5 == 0 ? 14 : 9), COLOUR_INK);
        if (i % 5 == 0 && i * cm + 6 < w && i > 0)
            kit_text(kit, kit_name(kit, "%d", i), x + i * cm, y + 26,
                     (struct kit_type){12, 700, COLOUR_INK, KIT_CENTRE, "en"});
    }
    kit_text(kit, "cm", x + w - 12, y + 40,
             (struct kit_type){9, 600, COLOUR_INK, KIT_CENTRE, "en"});
}

static void draw_bank_card(struct kit *kit, double x, double y, double scale)
{
    struct box card = {x, y, CARD_W * scale, CARD_H * scale};
    kit_hand_box(kit, card, 3.5 * scale, colour_mix(colour_accent(1), COLOUR_PAPER, 0.6),
                 PEN_FINE * 1.2, "bank card");
    kit_fill(kit, (struct box){x + 9 * scale, y + 18 * scale, 12 * scale, 9 * scale}, 1.5,
             COLOUR_WARM);
    for (int i = 0; i < 2; i++)
        kit_rule(kit, x + 9 * scale, y + (38 + 6 * i) * scale, x + (46 - 8 * i) * scale,
                 y + (38 + 6 * i) * scale, COLOUR_INK);
}

static void draw_inches(const struct stage *stage, struct kit *kit, struct box room)
{
    const struct settings *settings = &stage->settings;
    int known = (int)lrint(hypot(settings->glass_w, settings->glass_h) / 25.4);
    double w = (room.w - 8 * (G_N_ELEMENTS(inches) - 1)) / (double)G_N_ELEMENTS(inches);
    for (size_t i = 0; i < G_N_ELEMENTS(inches); i++) {
        struct box tile = {room.x + (double)i * (w + 8), room.y, w, room.h};
        const char *word = kit_say(kit, kit_tr(kit, N_("%d inches")), inches[i]);
        settings_tile(kit, kit_name(kit, "size:inches:%d", inches[i]), tile, word, "device-tv", 20,
                      known == inches[i]);
    }
}

void settings_size_draw(const struct settings_size *size, const struct stage *stage,
                        struct kit *kit, struct box box)
{
    double w = stage->w / size->scale, h = stage->h / size->scale;
    const char *known = kit_say(kit, kit_tr(kit, N_("%d inches, %d × %d mm")),
                                 (int)lrint(hypot(w, h) / 25.4), (int)lrint(w), (int)lrint(h));
    struct box room =
        settings_begin(kit, box, kit_tr(kit, N_("Size of the display")), "ruler-2", known);
    bool small = box.h < 260;
    kit_paragraph(
        kit, kit_tr(kit, N_("Hold a bank card to the glass. Larger or smaller until it fits.")),
        room.x, room.y, room.w, 1, KIT_TEXT_LEAST,
        (struct kit_type){12.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    double y = room.y + 26, scale = fmin(size->scale, (room.w - 10) / CARD_W);
    double below = small ? 48 : 118;
    struct box drag = {room.x - 3, y - 4, room.w + 6, room.y + room.h - below - y};
    kit_target(kit, "measure", drag);
    kit_clip(kit, drag);
    draw_bank_card(kit, room.x, y, scale);
    double x = room.x + CARD_W * scale + 16;
    if (room.x + room.w - x > 60)
        draw_ruler(kit, x, y, size->scale, room.x + room.w - x);
    kit_unclip(kit);
    if (!small)
        draw_inches(stage, kit, (struct box){room.x, room.y + room.h - 108, room.w, 54});
    y = room.y + room.h - 44;
    double gap = 8, bw = (room.w - 2 * gap) / 3.4;
    widget_button(kit, "size:smaller", (struct box){room.x, y, bw, 44}, kit_tr(kit, N_("Smaller")),
                  "minus", 13, WIDGET_REST);
    widget_button(kit, "size:larger", (struct box){room.x + bw + gap, y, bw, 44},
                  kit_tr(kit, N_("Larger")), "plus", 13, WIDGET_REST);
    widget_primary(kit, "size:fits",
                   (struct box){room.x + 2 * (bw + gap), y, room.w - 2 * (bw + gap), 44},
                   kit_tr(kit, N_("It fits")), "check", 19, WIDGET_REST);
}
