// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the composer looks (screen 04).
#include <math.h>
#include <string.h>

#include "app/composer_parts.h"
#include "app/stage.h"
#include "app/widget.h"

static void draw_sheet(struct kit *kit, const struct composer *composer,
                       const struct composer_rooms *rooms)
{
    struct box all = rooms->all;
    widget_drawer(kit, kit_name(kit, "composer:seat%d", composer->seat), all);
    kit_begin_target(kit, kit_name(kit, "handle:seat%d", composer->seat),
                     (struct box){all.x + all.w / 2 - 60, all.y, 120, 15}, NULL);
    kit_fill(kit, (struct box){all.x + all.w / 2 - 22, all.y + 4, 44, 3}, 1.5, COLOUR_LINE);
    kit_end(kit);
}

static void draw_text(struct kit *kit, struct composer *composer,
                      const struct composer_rooms *rooms)
{
    struct line outline;
    line_init(&outline);
    card_outline(composer->shape, rooms->card, &outline);
    kit_begin_target(kit, kit_name(kit, "text:seat%d", composer->seat), rooms->card,
                     composer->entry.text->str);
    kit_hand_shape(kit, &outline, card_fill_of(composer->shape), PEN_HEAVY * 0.8, "composer");
    line_clear(&outline);
    if (rooms->icon_size > 0)
        kit_hand_icon(kit, composer_icon(composer), rooms->icon.x, rooms->icon.y, rooms->icon_size,
                      colour_accent(composer->number), PEN_MEDIUM, "composer");
    if (composer->entry.text->len == 0)
        kit_text_within(kit, kit_tr(kit, N_("Write your idea")), rooms->text.x + 5,
                        rooms->text.y + rooms->text.h / 2, rooms->text.w - 5, KIT_TEXT_LEAST,
                        (struct kit_type){17, 500, COLOUR_MUTE, KIT_LEFT, NULL});
    entry_draw(&composer->entry, kit, true);
    kit_end(kit);
}

static void draw_pictures(struct kit *kit, const struct composer *composer,
                          const struct composer_rooms *rooms)
{
    const double head = 14, gap = 6;
    struct box room = rooms->pictures;
    kit_text_within(kit, kit_tr(kit, N_("Picture for the idea")), room.x, room.y + 5, room.w,
                    KIT_TEXT_LEAST, (struct kit_type){9, 600, COLOUR_GREY, KIT_LEFT, NULL});
    bool large = room.h > 100;
    int columns = large ? 2 : COMPOSER_PICTURES;
    int rows = COMPOSER_PICTURES / columns;
    double w = (room.w - (columns - 1) * gap) / columns;
    double h = (room.h - head - (rows - 1) * gap) / rows;
    if (!large) { // two rows of bare pictures would be too small: two of them only
        columns = 2;
        w = (room.w - gap) / 2;
    }
    for (size_t i = 0; i < (large ? COMPOSER_PICTURES : 2); i++) {
        struct box box = {room.x + (double)(i % (size_t)columns) * (w + gap),
                          room.y + head + (double)(i / (size_t)columns) * (h + gap), w, h};
        if (i < composer->pictures_n) {
            const struct composer_picture *picture = &composer->pictures[i];
            bool taken = strcmp(composer_icon(composer), picture->icon) == 0;
            widget_icon_tile(kit, kit_name(kit, "icon:seat%d:%s", composer->seat, picture->icon),
                             box, picture->label, picture->icon, colour_accent(composer->number),
                             taken);
        } else { // comes with the words
            kit_dashes(kit, box, 6, 0.7, 3, 3, COLOUR_LINE);
        }
    }
}

static void draw_buttons(struct kit *kit, const struct composer *composer,
                         const struct composer_rooms *rooms)
{
    int seat = composer->seat;
    struct box room = rooms->buttons, later, undo, commit;
    double gap = 3.5;
    const char *later_word = kit_tr(kit, N_("Later")), *undo_word = kit_tr(kit, N_("Undo"));
    if (composer->hidden) { // one row
        double w = (room.w - 3 * gap) / 5;
        widget_button(kit, kit_name(kit, "keyboard:seat%d", seat),
                      (struct box){room.x, room.y, w, room.h}, kit_tr(kit, N_("Keyboard")),
                      "keyboard", 12, WIDGET_REST);
        later = (struct box){room.x + w + gap, room.y, w, room.h};
        undo = (struct box){room.x + 2 * (w + gap), room.y, w, room.h};
        commit = (struct box){room.x + 3 * (w + gap), room.y, 2 * w, room.h};
    } else {
        double pitch = room.h / 4;
        later = (struct box){room.x, room.y + gap / 2, room.w, pitch - gap};
        undo = (struct box){room.x, room.y + pitch + gap / 2, room.w, pitch - gap};
        commit = (struct box){room.x, room.y + 2 * pitch + gap / 2, room.w, 2 * pitch - gap};
    }
    bool small = commit.w < 110;
    widget_button(kit, kit_name(kit, "cancel:seat%d", seat), later, later_word, "clock-pause",
                  small ? 9.5 : 12, WIDGET_REST);
    widget_button(kit, kit_name(kit, "undo-typing:seat%d", seat), undo, undo_word,
                  small ? NULL : "arrow-back-up", small ? 9.5 : 12,
                  entry_can_undo(&composer->entry) ? WIDGET_REST : WIDGET_OFF);
    widget_primary(kit, kit_name(kit, "commit:seat%d", seat), commit, kit_tr(kit, N_("Done")),
                   small ? NULL : "check", small ? 16 : 24,
                   composer_can_commit(composer) ? WIDGET_REST : WIDGET_OFF);
}

void composer_draw(struct composer *composer, struct kit *kit)
{
    composer_lay_out(composer); // the glass may have another size now
    struct composer_rooms rooms = composer_rooms(composer);
    draw_sheet(kit, composer, &rooms);
    draw_text(kit, composer, &rooms);
    draw_pictures(kit, composer, &rooms);
    if (!composer->hidden)
        keyboard_draw(&composer->keyboard, kit);
    draw_buttons(kit, composer, &rooms);
    if (!composer->hidden)
        keyboard_draw_above(&composer->keyboard, kit);
}
