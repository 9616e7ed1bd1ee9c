// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parties that are at a workshop, with their districts.
#include "app/setup.h"

#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"
#include "draw/figure.h"

#define PARTY_ROW 54.0

static bool said_party(void *context, const char *text)
{
    struct setup *self = context;
    struct change *change = store_begin(self->screen.stage->store, 0, N_("Party added"));
    int64_t party = store_find_party(self->screen.stage->store, text);
    if (party == 0) {
        party = change_new_row(change);
        change_text(change, ENTITY_PARTY, party, "name", text);
    }
    int64_t here = change_new_row(change);
    change_int(change, ENTITY_ATTENDANCE, here, "workshop", self->workshop);
    change_int(change, ENTITY_ATTENDANCE, here, "party", party);
    change_int(change, ENTITY_ATTENDANCE, here, "position", (int64_t)self->parties_n + 1);
    self->newest = party;
    return setup_commit(self, change);
}

static const struct party *party_of(const struct setup *self, int64_t id)
{
    for (size_t i = 0; i < self->parties_n; i++) {
        if (self->parties[i].id == id)
            return &self->parties[i];
    }
    return NULL;
}

static void name_party(struct setup *self, int64_t id)
{
    const struct party *party = party_of(self, id);
    if (party != NULL)
        self->naming =
            naming_new_field(self->screen.stage, SETUP_SEAT, 0, ENTITY_PARTY, id, "name",
                             N_("Name changed"), party->name, "");
}

static void place_party(struct setup *self, int64_t id)
{
    const struct party *party = party_of(self, id);
    if (party != NULL)
        self->naming =
            naming_new_field(self->screen.stage, SETUP_SEAT, 0, ENTITY_PARTY, id, "district",
                             N_("District changed"), party->district, "");
}

void setup_ask_district(struct setup *self)
{
    const struct party *party = party_of(self, self->newest);
    self->newest = 0;
    if (party != NULL && *party->district == '\0')
        place_party(self, party->id);
}

bool setup_parties_tap(struct setup *self, const char *target)
{
    if (strcmp(target, "new-party") == 0)
        self->naming = naming_new_line(self->screen.stage, SETUP_SEAT, N_("Name of the group"), "",
                                       said_party, self);
    else if (g_str_has_prefix(target, "party:"))
        name_party(self, g_ascii_strtoll(target + 6, NULL, 10));
    else if (g_str_has_prefix(target, "district:"))
        place_party(self, g_ascii_strtoll(target + 9, NULL, 10));
    else
        return false;
    return true;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_party(struct kit *kit, const struct party *party, size_t i, struct box box)
{
    const char *hit = kit_name(kit, "party:%" G_GINT64_FORMAT, party->id);
    double half = box.w * 0.56;
    kit_begin_target(kit, hit, (struct box){box.x, box.y, half, box.h}, party->name);
    kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    pen_push(&kit->pen, 0, 0, 1, hit);
    figure_house(&kit->pen, box.x + 12, box.y + 43, 26, 22, colour_accent((int)i % 6 + 1));
    pen_pop(&kit->pen);
    double x = box.x + 50, middle = box.y + box.h / 2;
    struct kit_type type = {13.5, 700, COLOUR_INK, KIT_LEFT, NULL};
    if (kit_text_width(kit, party->name, type) <= half - 56)
        kit_text(kit, party->name, x, middle, type);
    else
        kit_paragraph(kit, party->name, x, middle - 17, half - 56, 2, 9, type);
    kit_end(kit);
    struct box at = {box.x + half + 4, box.y + 8, box.w - half - 12, box.h - 16};
    const char *district = kit_name(kit, "district:%" G_GINT64_FORMAT, party->id);
    bool known = *party->district != '\0';
    kit_begin_target(kit, district, at, known ? party->district : kit_tr(kit, N_("district")));
    if (kit_pressed(kit, district))
        kit_fill(kit, at, 6, COLOUR_BAR);
    if (known)
        kit_frame(kit, at, 6, KIT_HAIRLINE, COLOUR_LINE);
    else
        kit_dashes(kit, at, 6, 0.7, 4, 3, COLOUR_EDGE);
    kit_icon(kit, "map-pin", at.x + 6, middle - 6, 12, COLOUR_GREY);
    kit_text_within(kit, known ? party->district : kit_tr(kit, N_("district")), at.x + 21, middle,
                    at.w - 25, KIT_TEXT_LEAST,
                    (struct kit_type){11, 500, known ? COLOUR_INK : COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
}

void setup_parties_draw(struct kit *kit, struct setup *self, struct box room)
{
    double view = room.h - 52, all = (double)self->parties_n * (PARTY_ROW + SETUP_GAP);
    self->pan[1] = CLAMP(self->pan[1], 0, fmax(0, all - view));
    double y = room.y - self->pan[1];
    kit_clip(kit, (struct box){room.x - 1, room.y, room.w + 2, view});
    for (size_t i = 0; i < self->parties_n; i++, y += PARTY_ROW + SETUP_GAP) {
        if (y + PARTY_ROW > room.y && y < room.y + view)
            draw_party(kit, &self->parties[i], i, (struct box){room.x, y, room.w, PARTY_ROW});
    }
    kit_unclip(kit);
    widget_button(kit, "new-party", (struct box){room.x, fmin(y, room.y + room.h - 44), room.w, 40},
                  kit_tr(kit, N_("Another group")), "plus", 13, WIDGET_REST);
}
