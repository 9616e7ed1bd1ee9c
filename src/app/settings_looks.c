// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_panel.h"

#include <math.h>
#include <string.h>

#include "app/card.h"
#include "app/stage.h"
#include "app/theme.h"
#include "app/widget.h"

#define GAP 12.0

void settings_looks_tap(struct stage *stage, const char *target)
{
    struct settings *settings = &stage->settings;
    if (g_str_has_prefix(target, "lettering:")) {
        settings->lettering = (int)CLAMP(g_ascii_strtoll(target + 10, NULL, 10), -1, 1);
    } else if (g_str_has_prefix(target, "typeface:")) {
        stage_set_typeface(stage, strcmp(target, "typeface:print") == 0);
        return;
    } else if (g_str_has_prefix(target, "volume:")) { // is heard at once
        settings->silent = false;
        settings->volume = (int)CLAMP(g_ascii_strtoll(target + 7, NULL, 10), 1, SETTINGS_VOLUMES);
        stage_sound(stage, SOUND_GONG);
    } else if (strcmp(target, "sound:gong") == 0) {
        stage_sound(stage, SOUND_GONG);
    } else if (strcmp(target, "sound:off") == 0) {
        settings->silent = !settings->silent;
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

static double button_height(struct box room)
{
    return fmin(38, fmax(20, room.h * 0.4));
}

static struct box part(struct box room, int i, int n)
{
    double w = (room.w - 8 * (n - 1)) / n;
    return (struct box){room.x + i * (w + 8), room.y, w, room.h};
}

// The upper part of a panel's room and the row of two buttons below it.
static struct box upper(struct box room)
{
    return (struct box){room.x, room.y, room.w, room.h - button_height(room) - 6};
}

static struct box button(struct box room, int i)
{
    double h = button_height(room);
    return part((struct box){room.x, room.y + room.h - h, room.w, h}, i, 2);
}

static void draw_lettering(const struct stage *stage, struct kit *kit, struct box box)
{
    static const char *const words[] = {N_("Small"), N_("Normal"), N_("Large")};
    struct box room = settings_begin(kit, box, kit_tr(kit, N_("Lettering")), "typography", NULL);
    for (int i = 0; i < 3; i++) {
        struct box tile = part(upper(room), i, 3);
        bool on = stage->settings.lettering == i - 1;
        struct box free = settings_begin_tile(kit, kit_name(kit, "lettering:%d", i - 1), tile,
                                              kit_tr(kit, words[i]), on);
        kit_text(kit, "Aa", free.x + free.w / 2, free.y + free.h / 2,
                 (struct kit_type){fmax(8 + 2 * i, fmin(15 + 5 * i, free.h * (0.55 + 0.15 * i))),
                                   700, COLOUR_INK, KIT_CENTRE, "en"});
        settings_end_tile(kit, tile, on);
    }
    bool print = stage->settings.print;
    widget_button(kit, "typeface:hand", button(room, 0), kit_tr(kit, N_("By hand")), "pencil", 10.5,
                  print ? WIDGET_REST : WIDGET_ON);
    widget_button(kit, "typeface:print", button(room, 1), kit_tr(kit, N_("In print")), NULL, 10.5,
                  print ? WIDGET_ON : WIDGET_REST);
}

// Steps like stairs; what is set and all below it is filled. A tap is heard.
static void draw_volume(const struct settings *settings, struct kit *kit, struct box room)
{
    for (int i = 0; i < SETTINGS_VOLUMES; i++) {
        struct box step = part(room, i, SETTINGS_VOLUMES);
        const char *hit = kit_name(kit, "volume:%d", i + 1);
        double h = fmax(5, (room.h - 4) * (0.3 + 0.7 * i / (SETTINGS_VOLUMES - 1)));
        struct box bar = {step.x + 2, room.y + room.h - h, step.w - 4, h};
        bool on = !settings->silent && i < settings->volume;
        kit_begin_target(kit, hit, step, kit_say(kit, kit_tr(kit, N_("Volume %d")), i + 1));
        kit_fill(kit, bar, 3, on || kit_pressed(kit, hit) ? COLOUR_INK : COLOUR_BAR);
        if (!on)
            kit_frame(kit, bar, 3, 0.7, COLOUR_EDGE);
        kit_end(kit);
    }
}

static void draw_sound(const struct stage *stage, struct kit *kit, struct box box)
{
    struct box room = settings_begin(kit, box, kit_tr(kit, N_("Sound")), "volume", NULL);
    bool silent = stage->settings.silent, icons = room.w > 180;
    draw_volume(&stage->settings, kit, upper(room));
    widget_button(kit, "sound:gong", button(room, 0), kit_tr(kit, N_("Hear the gong")),
                  icons ? "bell-ringing" : NULL, 10.5, silent ? WIDGET_OFF : WIDGET_REST);
    widget_button(kit, "sound:off", button(room, 1), kit_tr(kit, N_("All silent")),
                  icons ? "volume-off" : NULL, 10.5, silent ? WIDGET_ON : WIDGET_REST);
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
