// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hall: the theme tables of a workshop.
#include <glib.h>

#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "store/store.h"

struct screen_hall {
    struct screen screen;
    int64_t workshop;
    struct arena *arena; // of the tables
    struct table *tables;
    size_t n;
};

static struct screen_hall *self_of(struct screen *screen)
{
    return (struct screen_hall *)(void *)screen;
}

static void enter(struct screen *screen)
{
    struct screen_hall *self = self_of(screen);
    struct err err = stage_err(screen->stage);
    arena_reset(self->arena);
    self->tables = store_tables(screen->stage->store, self->arena, self->workshop, &self->n, &err);
    if (err.code != ERR_NONE)
        stage_warn(screen->stage, 1, &err);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_hall *self = self_of(screen);
    if (!touch_is_tap(touch) || !g_str_has_prefix(touch->target, "table:"))
        return;
    int64_t table = g_ascii_strtoll(touch->target + 6, NULL, 10);
    stage_show(screen->stage, screen_table_new(screen->stage, self->workshop, table));
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_hall *self = self_of(screen);
    double y = 30;
    for (size_t i = 0; i < self->n; i++) {
        struct box box = {90, y, screen->stage->w - 180, 60};
        widget_button(kit, kit_name(kit, "table:%" G_GINT64_FORMAT, self->tables[i].id), box,
                      self->tables[i].title, NULL, 17, WIDGET_REST);
        widget_number(kit, 60, y + 30, 20, self->tables[i].number);
        y += 74;
    }
}

static void destroy(struct screen *screen)
{
    arena_free(self_of(screen)->arena);
    g_free(self_of(screen));
}

struct screen *screen_hall_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "hall", .enter = enter, .touch = touch, .draw = draw, .free = destroy,
    };
    struct screen_hall *self = g_new0(struct screen_hall, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    self->arena = arena_new();
    return &self->screen;
}
