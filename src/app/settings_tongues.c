// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_panel.h"

#include <math.h>
#include <string.h>

#include "app/language.h"
#include "app/layout.h"
#include "app/sitting.h"
#include "app/stage.h"
#include "app/widget.h"

#define COLUMNS 4
#define ROWS 4

static const char *const own[] = {"de", "en"}; // the facilitator's

void settings_tongues_tap(struct stage *stage, const char *target)
{
    if (g_str_has_prefix(target, "lang:"))
        stage_set_language(stage, target + 5);
    else if (g_str_has_prefix(target, "offer:"))
        stage_offer(stage, target + 6);
    else if (strcmp(target, "greet") == 0)
        stage_greet(stage);
}

static void draw_offer(struct kit *kit, struct box box, const struct layout_language *language,
                       bool on)
{
    const char *hit = kit_name(kit, "offer:%s", language->lang);
    double size = fmax(KIT_TEXT_LEAST, fmin(15, box.h * 0.46));
    kit_begin_target(kit, hit, box, language->name);
    widget_plate(kit, hit, box, on, 1, COLOUR_INK);
    kit_text_within(kit, language->name, box.x + 10, box.y + box.h / 2, box.w - 30, KIT_TEXT_LEAST,
                    (struct kit_type){size, on ? 700 : 400, on ? COLOUR_INK : COLOUR_OFF, KIT_LEFT,
                                      language->lang});
    if (on)
        widget_tick(kit, box.x + box.w - 12, box.y + box.h / 2, fmin(6.5, box.h * 0.24));
    kit_end(kit);
}

static void draw_own(const struct stage *stage, struct kit *kit, struct box box)
{
    double w = fmin(72, (box.w * 0.5) / 2 - 4), x = box.x;
    x += 8 + kit_text(kit, kit_tr(kit, N_("Facilitation:")), x, box.y + box.h / 2,
                      (struct kit_type){11, 600, COLOUR_INK, KIT_LEFT, NULL});
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++) {
        widget_tab(kit, kit_name(kit, "lang:%s", own[i]), (struct box){x, box.y, w, box.h},
                   language_name(own[i]), NULL, strcmp(tr_lang(stage->tr), own[i]) == 0);
        x += w + 6;
    }
    double room = box.x + box.w - x - 6;
    widget_button(kit, "greet", (struct box){x + 6, box.y, room, box.h},
                  kit_tr(kit, N_("Greet all seats anew")), "mood-smile", 11, WIDGET_REST);
}

void settings_tongues_draw(const struct stage *stage, struct kit *kit, struct box box)
{
    size_t n, offered = 0;
    const struct layout_language *all = layouts_languages(stage->layouts, &n);
    n = MIN(n, (size_t)COLUMNS * ROWS);
    for (size_t i = 0; i < n; i++)
        offered += stage_offers(stage, all[i].lang);
    const char *note =
        kit_say(kit, kit_tr(kit, N_("%d of %d, a tap changes it")), (int)offered, (int)n);
    struct box room =
        settings_begin(kit, box, kit_tr(kit, N_("Languages at the seats")), "world", note);
    double foot = fmin(40, room.h * 0.2), gap = 6;
    double w = (room.w - gap * (COLUMNS - 1)) / COLUMNS;
    double h = (room.h - foot - gap * ROWS) / ROWS;
    for (size_t i = 0; i < n; i++)
        draw_offer(kit,
                   (struct box){room.x + (double)(i % COLUMNS) * (w + gap),
                                room.y + (double)(i / COLUMNS) * (h + gap), w, h},
                   &all[i], stage_offers(stage, all[i].lang));
    draw_own(stage, kit, (struct box){room.x, room.y + room.h - foot, room.w, foot});
}
