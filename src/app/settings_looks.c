// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_panel.h"

#include <math.h>
#include <string.h>

#include "app/card.h"
#include "app/stage.h"
#include "app/theme.h"

#define GAP 12.0

void settings_looks_tap(struct stage *stage, const char *target)
{
    struct settings *settings = &stage->settings;
    if (g_str_has_prefix(target, "lettering:")) {
        settings->lettering = (int)CLAMP(g_ascii_strtoll(target + 10, NULL, 10), -1, 1);
    } else if (g_str_has_prefix(target, "sound:")) {
        settings->silent = strcmp(target, "sound:off") == 0;
        stage_sound(stage, SOUND_GONG);
    } else if (g_str_has_prefix(target, "contrast:")) {
        stage_set_contrast(stage, strcmp(target, "contrast:high") == 0);
    } else if (g_str_has_prefix(target, "motion:")) {
        settings->still = strcmp(target, "motion:less") == 0;
    } else {
        return;
    }
    settings_save(settings);
}

static struct box part(struct box room, int i, int n)
{
    double w = (room.w - 8 * (n - 1)) / n;
    return (struct box){room.x + i * (w + 8), room.y, w, room.h};
}

static void draw_lettering(const struct stage *stage, struct kit *kit, struct box box)
{
    static const char *const words[] = {N_("Small"), N_("Normal"), N_("Large")};
    struct box room = settings_begin(kit, box, kit_tr(kit, N_("Lettering")), "typography", NULL);
    for (int i = 0; i < 3; i++) {
        struct box tile = part(room, i, 3);
        bool on = stage->settings.lettering == i - 1;
        struct box free = settings_begin_tile(kit, kit_name(kit, "lettering:%d", i - 1), tile,
                                              kit_tr(kit, words[i]), on);
        kit_text(kit, "Aa", free.x + free.w / 2, free.y + free.h / 2,
                 (struct kit_type){fmax(8 + 2 * i, fmin(15 + 5 * i, free.h * (0.55 + 0.15 * i))),
                                   700, COLOUR_INK, KIT_CENTRE, "en"});
        settings_end_tile(kit, tile, on);
    }
}

static void draw_sound(const struct stage *stage, struct kit *kit, struct box box)
{
    struct box room = settings_begin(kit, box, kit_tr(kit, N_("Sound")), "volume", NULL);
    bool silent = stage->settings.silent;
    settings_tile(kit, "sound:on", part(room, 0, 2), kit_tr(kit, N_("Hear the gong")),
                  "bell-ringing", 26, !silent);
    settings_tile(kit, "sound:off", part(room, 1, 2), kit_tr(kit, N_("All silent")), "volume-off",
                  26, silent);
}

// A little card as it looks in the theme.
static void draw_sample(struct kit *kit, struct box room, const struct theme *theme)
{
    const struct theme *own = kit->theme;
    struct box card = {room.x + room.w * 0.12, room.y + room.h * 0.08, room.w * 0.76,
                       room.h * 0.84};
    struct line outline;
    line_init(&outline);
    card_outline(SHAPE_CLOUD, card, &outline);
    kit_hand_shape(kit, &outline, theme == theme_of(true) ? COLOUR_PAPER : COLOUR_FANTASY,
                   PEN_MEDIUM * theme->line / own->line, "sample");
    line_clear(&outline);
    double size = fmin(card.h * 0.5, card.w * 0.3);
    kit_hand_icon(kit, "bus", card.x + (card.w - size) / 2, card.y + (card.h - size) / 2, size,
                  colour_accent(3), PEN_FINE * theme->line / own->line, "sample");
}

static void draw_contrast(const struct stage *stage, struct kit *kit, struct box box)
{
    static const char *const hits[] = {"contrast:normal", "contrast:high"};
    static const char *const words[] = {N_("Normal"), N_("Strong")};
    struct box room = settings_begin(kit, box, kit_tr(kit, N_("Contrast")), "contrast-2", NULL);
    for (int i = 0; i < 2; i++) {
        struct box tile = part(room, i, 2);
        bool on = stage->settings.contrast == (i == 1);
        draw_sample(kit, settings_begin_tile(kit, hits[i], tile, kit_tr(kit, words[i]), on),
                    theme_of(i == 1));
        settings_end_tile(kit, tile, on);
    }
}

static void draw_motion(const struct stage *stage, struct kit *kit, struct box box)
{
    struct box room = settings_begin(kit, box, kit_tr(kit, N_("Motion")), "wind", NULL);
    bool still = stage->settings.still;
    settings_tile(kit, "motion:normal", part(room, 0, 2), kit_tr(kit, N_("Short and calm")), "wind",
                  26, !still);
    settings_tile(kit, "motion:less", part(room, 1, 2), kit_tr(kit, N_("All at once")),
                  "player-pause", 26, still);
}

void settings_looks_draw(const struct stage *stage, struct kit *kit, struct box box)
{
    double w = (box.w - GAP) / 2, h = (box.h - GAP) / 2;
    draw_lettering(stage, kit, (struct box){box.x, box.y, w, h});
    draw_sound(stage, kit, (struct box){box.x + w + GAP, box.y, w, h});
    draw_contrast(stage, kit, (struct box){box.x, box.y + h + GAP, w, h});
    draw_motion(stage, kit, (struct box){box.x + w + GAP, box.y + h + GAP, w, h});
}
