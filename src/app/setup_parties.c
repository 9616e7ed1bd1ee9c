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
    return setup_commit(self, change);
}

static void name_party(struct setup *self, int64_t id)
{
    for (size_t i = 0; i < self->parties_n; i++) {
        const struct party *party = &self->parties[i];
        if (party->id == id)
            self->naming =
                naming_new_field(self->screen.stage, SETUP_SEAT, 0, ENTITY_PARTY, id, "district",
                                 N_("District changed"), party->district, party->name);
    }
}

bool setup_parties_tap(struct setup *self, const char *target)
{
    if (strcmp(target, "new-party") == 0)
        self->naming = naming_new_line(self->screen.stage, SETUP_SEAT, N_("Name of the group"), "",
                                       said_party, self);
    else if (g_str_has_prefix(target, "party:"))
        name_party(self, g_ascii_strtoll(target + 6, NULL, 10));
    else
        return false;
    return true;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_party(struct kit *kit, const struct party *party, size_t i, struct box box)
{
    const char *hit = kit_name(kit, "party:%" G_GINT64_FORMAT, party->id);
    kit_begin_target(kit, hit, box, party->name);
    kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    pen_push(&kit->pen, 0, 0, 1, hit);
    figure_house(&kit->pen, box.x + 12, box.y + 43, 26, 22, colour_accent((int)i % 6 + 1));
    pen_pop(&kit->pen);
    double x = box.x + 50, w = box.w - 58;
    kit_text_within(kit, party->name, x, box.y + 18, w, 10,
                    (struct kit_type){14, 700, COLOUR_INK, KIT_LEFT, NULL});
    kit_icon(kit, "map-pin", x, box.y + 31, 10, COLOUR_GREY);
    kit_text_within(kit, *party->district != '\0' ? party->district : kit_tr(kit, N_("district")),
                    x + 14, box.y + 37, w - 14, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
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
