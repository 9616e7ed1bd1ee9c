// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/harvest_bar.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/party_chip.h"
#include "app/preview.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "draw/palette.h"
#include "poster/poster.h"
#include "publish/press.h"
#include "store/store.h"

#define ITEM 62.0

static const struct {
    const char *name, *label, *icon;
} styles[] = {
    {"ring", N_("Islands"), "blob"},
    {"path", N_("Path"), "route"},
    {"tree", N_("Tree"), "tree"},
    {"street", N_("Street"), "building-community"},
};

static const char *shown_style(const struct preview *preview)
{
    return preview->print != NULL ? poster_style(preview->print->poster) : "";
}

static const char *shown_palette(const struct preview *preview)
{
    const char *name = preview->print != NULL ? preview->print->harvest->palette : NULL;
    return name != NULL && palette_find(name) != NULL ? name : palette_at(0)->name;
}

void harvest_bar_draw(const struct preview *preview, struct kit *kit, struct box room)
{
    double x = room.x, w = fmin(ITEM, (room.w - 10) / HARVEST_BAR_ITEMS);
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++, x += w)
        widget_bar_item(
            kit, kit_name(kit, "style:%s", styles[i].name), (struct box){x, room.y, w - 2, room.h},
            kit_tr(kit, styles[i].label), styles[i].icon,
            strcmp(shown_style(preview), styles[i].name) == 0 ? WIDGET_ON : WIDGET_REST);
    kit_rule(kit, x + 3, room.y + 3, x + 3, room.y + room.h - 3, COLOUR_LINE);
    x += 8;
    const struct palette *palette = palette_find(shown_palette(preview));
    widget_bar_item(kit, "palette", (struct box){x, room.y, w - 2, room.h},
                    kit_tr(kit, N_("Colours")), "palette",
                    palette != palette_at(0) ? WIDGET_ON : WIDGET_REST);
    x += w;
    char *size = g_ascii_strup(preview_sizes[preview->size], -1);
    widget_bar_item(kit, "format", (struct box){x, room.y, w - 2, room.h},
                    kit_name(kit, "%s", size), "aspect-ratio", WIDGET_REST);
    g_free(size);
    x += w;
    widget_bar_item(kit, "upright", (struct box){x, room.y, w - 2, room.h},
                    kit_tr(kit, preview->portrait ? N_("Upright") : N_("Across")),
                    "file-orientation", preview->portrait ? WIDGET_ON : WIDGET_REST);
    x += w;
    widget_bar_item(kit, "for-party", (struct box){x, room.y, w - 2, room.h},
                    preview->party != NULL
                        ? party_name_within(kit, preview->party, w - 4, KIT_TEXT_LEAST, 600)
                        : kit_tr(kit, N_("For all")),
                    "users-group", preview->party != NULL ? WIDGET_ON : WIDGET_REST);
    x += w;
    widget_bar_item(kit, "sender", (struct box){x, room.y, w - 2, room.h},
                    kit_tr(kit, N_("From whom")), "signature", WIDGET_REST);
}

void harvest_bar_tell(struct preview *preview)
{
    const char *wanted = preview->print != NULL ? poster_wanted(preview->print->poster) : NULL;
    if (wanted != NULL && wanted != preview->told)
        stage_say(preview->stage, 1, "info-circle",
                  stage_text(preview->stage,
                             N_("This composition has no room on this paper. The poster shows islands.")),
                  NULL, NULL);
    preview->told = wanted;
}

// ---- acts ---------------------------------------------------------------------------------------

static void keep(struct preview *preview, const char *label, const char *field, const char *value)
{
    struct stage *stage = preview->stage;
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, label);
    change_text(change, ENTITY_WORKSHOP, preview->workshop, field, value);
    if (!store_commit(change, &err))
        stage_warn(stage, 1, &err);
}

static void next_palette(struct preview *preview)
{
    size_t i = 0;
    while (palette_at(i) != NULL && strcmp(palette_at(i)->name, shown_palette(preview)) != 0)
        i++;
    const struct palette *next = palette_at(i) != NULL ? palette_at(i + 1) : NULL;
    keep(preview, N_("Colours chosen"), "palette", (next != NULL ? next : palette_at(0))->name);
}

// All, then one party after the other.
static void next_party(struct preview *preview)
{
    if (preview->print == NULL)
        return;
    const struct harvest *harvest = preview->print->harvest;
    size_t i = 0;
    while (preview->party != NULL && i < harvest->parties_n &&
           strcmp(harvest->parties[i], preview->party) != 0)
        i++;
    i += preview->party != NULL;
    preview_set_party(preview, i < harvest->parties_n ? harvest->parties[i] : NULL);
}

bool harvest_bar_tap(struct preview *preview, const char *target)
{
    if (strncmp(target, "style:", 6) == 0)
        keep(preview, N_("Composition chosen"), "style", target + 6);
    else if (strcmp(target, "palette") == 0)
        next_palette(preview);
    else if (strcmp(target, "format") == 0)
        preview_set_format(preview, (preview->size + 1) % PREVIEW_SIZES, preview->portrait);
    else if (strcmp(target, "upright") == 0)
        preview_set_format(preview, preview->size, !preview->portrait);
    else if (strcmp(target, "for-party") == 0)
        next_party(preview);
    else
        return false;
    preview_expect(preview);
    return true;
}
