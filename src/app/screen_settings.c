// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings of this display (picture 26): its size, measured with a bank card; the size of lettering;
// sound. They count at once and are kept for this display, not in the file.
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"

#define SEAT 1
#define TOP 56.0
#define CARD_W 85.6 // mm: a bank card (ISO/IEC 7810 ID-1)
#define CARD_H 54.0
#define STEP 0.005 // of the size a tap
#define LEAST 0.25
#define MOST 4.0

struct screen_settings {
    struct screen screen;
    double scale; // of the pictures that are held against real things
};

static struct screen_settings *self_of(struct screen *screen)
{
    return (struct screen_settings *)(void *)screen;
}

// ---- acts ---------------------------------------------------------------------------------------

// What is drawn `scale` times as large as designed is as large as the real thing: so the glass is
// this large.
static void measure(struct screen_settings *self)
{
    struct stage *stage = self->screen.stage;
    stage->settings.glass_w = stage->w / self->scale;
    stage->settings.glass_h = stage->h / self->scale;
    settings_save(&stage->settings);
    stage_say(stage, SEAT, "ruler-2", stage_text(stage, N_("The size of this display is known.")),
              NULL, NULL);
}

static void tap(struct screen_settings *self, const char *target)
{
    struct stage *stage = self->screen.stage;
    struct settings *settings = &stage->settings;
    if (strcmp(target, "back") == 0) {
        stage_back(stage);
    } else if (strcmp(target, "smaller") == 0) {
        self->scale = fmax(LEAST, self->scale * (1 - STEP));
    } else if (strcmp(target, "larger") == 0) {
        self->scale = fmin(MOST, self->scale * (1 + STEP));
    } else if (strcmp(target, "fits") == 0) {
        measure(self);
        self->scale = 1; // the glass is drawn in its new millimetres
    } else if (strcmp(target, "sound:on") == 0 || strcmp(target, "sound:off") == 0) {
        settings->silent = strcmp(target, "sound:off") == 0;
        stage_sound(stage, SOUND_GONG);
    } else if (g_str_has_prefix(target, "lettering:")) {
        settings->lettering = (int)CLAMP(g_ascii_strtoll(target + 10, NULL, 10), -1, 1);
    } else if (g_str_has_prefix(target, "lang:")) {
        stage_set_language(stage, target + 5);
    }
    settings_save(settings);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_settings *self = self_of(screen);
    // Two pictures follow a finger that is drawn sideways: out makes them larger.
    if (strcmp(touch->target, "measure") == 0 && touch->type == TOUCH_MOVE)
        self->scale = CLAMP(self->scale + (touch->at.x - touch->last.x) / 200, LEAST, MOST);
    if (touch_is_tap(touch))
        tap(self, touch->target);
}

static void key(struct screen *screen, const struct event *event)
{
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        tap(self_of(screen), "back");
    else if (event->type == EVENT_KEY && (event->key == KEY_LEFT || event->key == KEY_RIGHT))
        tap(self_of(screen), event->key == KEY_LEFT ? "smaller" : "larger");
    else if (event->type == EVENT_KEY && event->key == KEY_ENTER)
        tap(self_of(screen), "fits");
}

// ---- drawing ------------------------------------------------------------------------------------

static struct box begin_panel(struct kit *kit, struct box box, const char *title, const char *icon,
                              const char *note)
{
    kit_fill(kit, box, 7, COLOUR_PAPER);
    kit_frame(kit, box, 7, KIT_HAIRLINE, COLOUR_LINE);
    kit_icon(kit, icon, box.x + 16, box.y + 14, 18, COLOUR_INK);
    kit_text_within(kit, title, box.x + 42, box.y + 23, box.w * 0.5, 12,
                    (struct kit_type){19, 800, COLOUR_INK, KIT_LEFT, NULL});
    if (note != NULL)
        kit_text_within(kit, note, box.x + box.w - 16, box.y + 24, box.w * 0.42, KIT_TEXT_LEAST,
                        (struct kit_type){10.5, 500, COLOUR_GREY, KIT_RIGHT, NULL});
    return (struct box){box.x + 16, box.y + 46, box.w - 32, box.h - 60};
}

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

static void draw_size(const struct screen_settings *self, struct kit *kit, struct box box)
{
    const struct stage *stage = self->screen.stage;
    double w = stage->w / self->scale, h = stage->h / self->scale;
    const char *size = kit_name(kit, kit_tr(kit, N_("%d inches, %d × %d mm")),
                                (int)lrint(hypot(w, h) / 25.4), (int)lrint(w), (int)lrint(h));
    struct box room = begin_panel(kit, box, kit_tr(kit, N_("Size of the display")), "ruler-2", size);
    kit_paragraph(kit,
                  kit_tr(kit, N_("Hold a bank card to the glass. Larger or smaller until it fits.")),
                  room.x, room.y, room.w, 2, 9,
                  (struct kit_type){12.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    double y = room.y + 36, scale = fmin(self->scale, (room.w - 10) / CARD_W);
    struct box drag = {room.x - 3, y - 8, room.w + 6, fmax(CARD_H * scale, CARD_H) + 20};
    kit_target(kit, "measure", drag);
    kit_clip(kit, drag);
    draw_bank_card(kit, room.x, y, scale);
    double x = room.x + CARD_W * scale + 16;
    if (room.x + room.w - x > 60)
        draw_ruler(kit, x, y, self->scale, room.x + room.w - x);
    kit_unclip(kit);
    y = box.y + box.h - 62;
    double gap = 8, bw = (room.w - 2 * gap) / 3.4;
    widget_button(kit, "smaller", (struct box){room.x, y, bw, 46}, kit_tr(kit, N_("Smaller")),
                  "minus", 13, WIDGET_REST);
    widget_button(kit, "larger", (struct box){room.x + bw + gap, y, bw, 46},
                  kit_tr(kit, N_("Larger")), "plus", 13, WIDGET_REST);
    widget_primary(kit, "fits",
                   (struct box){room.x + 2 * (bw + gap), y, room.w - 2 * (bw + gap), 46},
                   kit_tr(kit, N_("It fits")), "check", 19, WIDGET_REST);
}

static void draw_choice(struct kit *kit, const char *hit, struct box box, const char *word,
                        const char *icon, double size, bool on)
{
    kit_begin_target(kit, hit, box, word);
    if (on) {
        kit_hand_box(kit, box, 6, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.5), PEN_FINE * 1.4, hit);
    } else {
        kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, box, 6, 0.7, COLOUR_EDGE);
    }
    double y = box.y + box.h * 0.38;
    if (icon != NULL)
        kit_icon(kit, icon, box.x + box.w / 2 - size / 2, y - size / 2, size, COLOUR_INK);
    else
        kit_text(kit, "Aa", box.x + box.w / 2, y,
                 (struct kit_type){size, 700, COLOUR_INK, KIT_CENTRE, "en"});
    kit_text_within(kit, word, box.x + box.w / 2, box.y + box.h - 14, box.w - 8, KIT_TEXT_LEAST,
                    (struct kit_type){11, 600, COLOUR_INK, KIT_CENTRE, NULL});
    kit_end(kit);
    if (on)
        widget_tick(kit, box.x + box.w - 6, box.y + 6, 6.5);
}

static void draw_lettering(const struct stage *stage, struct kit *kit, struct box box)
{
    static const char *const words[] = {N_("Small"), N_("Normal"), N_("Large")};
    struct box room = begin_panel(kit, box, kit_tr(kit, N_("Lettering")), "typography",
                                  kit_tr(kit, N_("keys and cards grow with it")));
    double w = (room.w - 16) / 3;
    for (int i = 0; i < 3; i++)
        draw_choice(kit, kit_name(kit, "lettering:%d", i - 1),
                    (struct box){room.x + i * (w + 8), room.y, w, room.h}, kit_tr(kit, words[i]),
                    NULL, 15 + 5 * i, stage->settings.lettering == i - 1);
}

static void draw_sound(const struct stage *stage, struct kit *kit, struct box box)
{
    struct box room = begin_panel(kit, box, kit_tr(kit, N_("Sound")), "volume", NULL);
    double w = (room.w - 8) / 2;
    bool silent = stage->settings.silent;
    draw_choice(kit, "sound:on", (struct box){room.x, room.y, w, room.h},
                kit_tr(kit, N_("Hear the gong")), "bell-ringing", 24, !silent);
    draw_choice(kit, "sound:off", (struct box){room.x + w + 8, room.y, w, room.h},
                kit_tr(kit, N_("All silent")), "volume-off", 24, silent);
}

static void draw_language(const struct stage *stage, struct kit *kit, struct box box)
{
    struct box room = begin_panel(kit, box, kit_tr(kit, N_("Language of the screen")), "language",
                                  kit_tr(kit, N_("each seat has its own")));
    static const char *const langs[] = {"de", "en"};
    static const char *const names[] = {"Deutsch", "English"};
    double w = (room.w - 8) / 2;
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
        draw_choice(kit, kit_name(kit, "lang:%s", langs[i]),
                    (struct box){room.x + (double)i * (w + 8), room.y, w, room.h}, names[i],
                    "world", 24, strcmp(tr_lang(stage->tr), langs[i]) == 0);
}

static void draw(struct screen *screen, struct kit *kit)
{
    const struct screen_settings *self = self_of(screen);
    const struct stage *stage = screen->stage;
    double w = stage->w, h = stage->h, split = w * 0.56;
    widget_bar(kit, (struct box){0, 0, w, TOP}, true);
    widget_bar_item(kit, "back", (struct box){14, 6, 50, 44}, kit_tr(kit, N_("Back")),
                    "arrow-left", WIDGET_REST);
    kit_begin(kit, KIND_TITLE, NULL, kit_tr(kit, N_("Settings")));
    double x = 74 + kit_text(kit, kit_tr(kit, N_("Settings")), 74, TOP / 2,
                             (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    kit_text_within(kit, kit_tr(kit, N_("Counts at once, and for this display.")), x + 28,
                    TOP / 2 + 2, w - x - 50, KIT_TEXT_LEAST,
                    (struct kit_type){12, 500, COLOUR_GREY, KIT_LEFT, NULL});
    double y = TOP + 16, all = fmin(h - y - 16, 480), third = (all - 2 * 12) / 3;
    draw_size(self, kit, (struct box){18, y, split - 18 - 12, all});
    struct box right = {split, y, w - split - 18, third};
    draw_lettering(stage, kit, right);
    right.y += third + 12;
    draw_sound(stage, kit, right);
    right.y += third + 12;
    draw_language(stage, kit, right);
}

static void destroy(struct screen *screen)
{
    g_free(self_of(screen));
}

struct screen *screen_settings_new(struct stage *stage)
{
    static const struct screen_class class = {
        .name = "settings",
        .touch = touch,
        .key = key,
        .draw = draw,
        .free = destroy,
    };
    struct screen_settings *self = g_new0(struct screen_settings, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->scale = 1;
    return &self->screen;
}
