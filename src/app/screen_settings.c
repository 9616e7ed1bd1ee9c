// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings (picture 26): panels that count at once and are kept for this display; how long names of
// people stay is the file's.
#include <math.h>
#include <string.h>

#include "app/finger.h"
#include "app/naming.h"
#include "app/settings_panel.h"
#include "app/stage.h"
#include "app/widget.h"

#define TOP 56.0
#define GAP 12.0

struct screen_settings {
    struct screen screen;
    struct settings_size size;
    struct settings_names names;
};

static struct screen_settings *self_of(struct screen *screen)
{
    return (struct screen_settings *)(void *)screen;
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_settings *self = self_of(screen);
    if (settings_names_touch(&self->names, screen->stage, touch))
        return;
    settings_size_touch(&self->size, screen->stage, touch);
    if (!touch_is_tap(touch))
        return;
    if (strcmp(touch->target, "back") == 0)
        stage_back(screen->stage);
    settings_looks_tap(screen->stage, touch->target);
    settings_tongues_tap(screen->stage, touch->target);
}

static void key(struct screen *screen, const struct event *event)
{
    struct screen_settings *self = self_of(screen);
    if (settings_names_key(&self->names, event) || event->type != EVENT_KEY)
        return;
    if (event->key == KEY_ESCAPE)
        stage_back(screen->stage);
    else if (event->key == KEY_LEFT || event->key == KEY_RIGHT)
        settings_size_step(&self->size, event->key == KEY_LEFT ? -1 : 1);
    else if (event->key == KEY_ENTER)
        settings_size_fits(&self->size, screen->stage);
}

static bool types(const struct screen *screen)
{
    const struct screen_settings *self = (const struct screen_settings *)(const void *)screen;
    return self->names.naming != NULL;
}

static void tick(struct screen *screen)
{
    naming_tick(self_of(screen)->names.naming);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_settings *self = (const struct screen_settings *)(const void *)screen;
    return naming_next_tick(self->names.naming, now);
}

static void draw(struct screen *screen, struct kit *kit)
{
    const struct screen_settings *self = self_of(screen);
    const struct stage *stage = screen->stage;
    double w = stage->w, h = stage->h, margin = w < 1000 ? 12 : 18;
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
    double top = TOP + GAP, all = h - top - margin, left = (w - 2 * margin - GAP) * 0.53;
    double upper = (all - GAP) * 0.55, lower = all - GAP - upper, right = margin + left + GAP;
    settings_size_draw(&self->size, stage, kit, (struct box){margin, top, left, upper});
    settings_tongues_draw(stage, kit, (struct box){margin, top + upper + GAP, left, lower});
    settings_looks_draw(stage, kit, (struct box){right, top, w - margin - right, upper});
    settings_names_draw(&self->names, stage, kit,
                        (struct box){right, top + upper + GAP, w - margin - right, lower});
    settings_names_draw_above(&self->names, stage, kit);
}

static void destroy(struct screen *screen)
{
    settings_names_clear(&self_of(screen)->names);
    g_free(self_of(screen));
}

struct screen *screen_settings_new(struct stage *stage)
{
    static const struct screen_class class = {
        .name = "settings",
        .audience = AUDIENCE_FACILITATORS,
        .touch = touch,
        .key = key,
        .types = types,
        .tick = tick,
        .next_tick = next_tick,
        .draw = draw,
        .free = destroy,
    };
    struct screen_settings *self = g_new0(struct screen_settings, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->size.scale = 1;
    return &self->screen;
}
