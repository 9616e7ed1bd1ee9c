// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The start: nothing is in the file yet.
#include <glib.h>
#include <string.h>

#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/file.h"
#include "store/import.h"
#include "store/store.h"

static void touch(struct screen *screen, const struct touch *touch)
{
    struct stage *stage = screen->stage;
    if (!touch_is_tap(touch) || strcmp(touch->target, "sample") != 0)
        return;
    struct err err = stage_err(stage);
    struct import_result result;
    char *path = file_data("sessions/magdeburg-2016.md");
    if (store_import(stage->store, path, &result, &err))
        stage_show_alone(stage, screen_hall_new(stage, result.workshop));
    else
        stage_warn(stage, 1, &err);
    g_free(path);
}

static void draw(struct screen *screen, struct kit *kit)
{
    const struct stage *stage = screen->stage;
    kit_text(kit, "Erntebild", stage->w / 2, stage->h / 2 - 90,
             (struct kit_type){76, 800, COLOUR_INK, KIT_CENTRE, "de"});
    widget_primary(kit, "sample", (struct box){stage->w / 2 - 150, stage->h / 2, 300, 66},
                   kit_tr(kit, N_("Practice workshop")), "flag", 24, WIDGET_REST);
}

static void destroy(struct screen *screen)
{
    g_free(screen);
}

struct screen *screen_start_new(struct stage *stage)
{
    static const struct screen_class class = {
        .name = "start", .touch = touch, .draw = draw, .free = destroy,
    };
    struct screen *screen = g_new0(struct screen, 1);
    *screen = (struct screen){.class = &class, .stage = stage};
    return screen;
}
