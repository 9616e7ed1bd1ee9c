// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the composer looks (screens 04 and 07).
#include <math.h>
#include <string.h>

#include "app/composer_parts.h"
#include "app/stage.h"
#include "app/widget.h"
#include "app/wish.h"

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

static void draw_placeholder(struct kit *kit, const struct composer *composer, struct box room)
{
    bool rtl = composer->entry.rtl;
    struct kit_type type = {17, 500, COLOUR_MUTE, rtl ? KIT_RIGHT : KIT_LEFT, NULL};
    kit_text_within(kit, kit_tr(kit, N_("Write your idea")), rtl ? room.x + room.w - 5 : room.x + 5,
                    room.y + room.h / 2, room.w - 5, KIT_TEXT_LEAST, type);
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
    const struct sketch *sketch = &composer->easel.sketch;
    struct box picture = {rooms->icon.x, rooms->icon.y, rooms->icon_size, rooms->icon_size};
    if (!sketch_is_empty(sketch))
        sketch_draw(sketch, kit->scene, affine_multiply(kit->m, sketch_fit(sketch, picture, 1)),
                    0.8);
    else if (rooms->icon_size > 0)
        kit_hand_icon(kit, composer_icon(composer), rooms->icon.x, rooms->icon.y, rooms->icon_size,
                      colour_accent(composer->colour), PEN_MEDIUM, "composer");
    if (composer->entry.text->len == 0)
        draw_placeholder(kit, composer, rooms->text);
    entry_draw(&composer->entry, kit, true);
    if (composer->stage->seat_touched == composer->seat)
        composer->stage->caret =
            affine_apply_box(kit->m, entry_caret_box(&composer->entry, composer->stage->lettering));
    kit_end(kit);
}

static void draw_pictures(struct kit *kit, const struct composer *composer,
                          const struct composer_rooms *rooms)
{
    const double head = rooms->large ? 14 : 0, gap = rooms->large ? 6 : 3.5;
    struct box room = rooms->pictures;
    if (rooms->large)
        kit_text_within(kit, kit_tr(kit, N_("Picture for the idea")), room.x, room.y + 5, room.w,
                        KIT_TEXT_LEAST, (struct kit_type){9, 600, COLOUR_GREY, KIT_LEFT, NULL});
    int columns = rooms->narrow ? COMPOSER_PICTURES : 2;
    int rows = COMPOSER_PICTURES / columns;
    double w = (room.w - (columns - 1) * gap) / columns;
    double h = (room.h - head - (rows - 1) * gap) / rows;
    for (size_t i = 0; i < COMPOSER_PICTURES; i++) {
        struct box box = {room.x + (double)(i % (size_t)columns) * (w + gap),
                          room.y + head + (double)(i / (size_t)columns) * (h + gap), w, h};
        if (i < composer->pictures_n) {
            const struct composer_picture *picture = &composer->pictures[i];
            bool taken = strcmp(composer_icon(composer), picture->icon) == 0;
            widget_icon_tile(kit, kit_name(kit, "icon:seat%d:%s", composer->seat, picture->icon),
                             box, picture->label, picture->icon, colour_accent(composer->colour),
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
    if (rooms->narrow) { // below the keys
        bool show = composer->hidden && composer->mode == COMPOSER_WRITE;
        double w = (room.w - 2 * gap) * 0.27;
        later = (struct box){room.x, room.y, w, room.h};
        undo = (struct box){room.x + w + gap, room.y, w, room.h};
        if (show)
            widget_button(kit, kit_name(kit, "keyboard:seat%d", seat), undo,
                          kit_tr(kit, N_("Keyboard")), NULL, 9.5, WIDGET_REST);
        commit = (struct box){room.x + 2 * (w + gap), room.y, room.w - 2 * (w + gap), room.h};
        if (show)
            undo.w = 0;
    } else if (composer->hidden && composer->mode == COMPOSER_WRITE) { // one row
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
    if (undo.w > 0)
        widget_button(kit, kit_name(kit, "undo-typing:seat%d", seat), undo, undo_word,
                      small ? NULL : "arrow-back-up", small ? 9.5 : 12,
                      entry_can_undo(&composer->entry) ? WIDGET_REST : WIDGET_OFF);
    widget_primary(kit, kit_name(kit, "commit:seat%d", seat), commit, kit_tr(kit, N_("Done")),
                   small ? NULL : "check", small ? 16 : 24,
                   composer_can_commit(composer) ? WIDGET_REST : WIDGET_OFF);
}

static const struct {
    const char *word, *icon;
} modes[COMPOSER_MODES] = {
    [COMPOSER_WRITE] = {N_("Write"), "keyboard"},
    [COMPOSER_DRAW] = {N_("Draw"), "brush"},
    [COMPOSER_PICK] = {N_("Pictures"), "icons"},
};

// To whoever else sits round the glass. Takes its place out of the room of the tabs.
static void draw_turn(struct kit *kit, const struct composer *composer, struct box *room)
{
    const double gap = 4;
    struct box turn = {room->x, room->y + room->h - 28, room->w, 28};
    if (room->h > room->w) {
        room->h -= 28 + gap;
    } else {
        double w = (room->w - COMPOSER_MODES * gap) / (COMPOSER_MODES + 1);
        turn = (struct box){room->x + room->w - w, room->y, w, room->h};
        room->w -= w + gap;
    }
    widget_button(kit, kit_name(kit, "turn-composer:seat%d", composer->seat), turn,
                  kit_tr(kit, N_("Turn")), turn.w > 74 ? "rotate-2" : NULL, 10.5, WIDGET_REST);
}

// A column when the room is higher than wide, else a row.
static void draw_tabs(struct kit *kit, const struct composer *composer, struct box room)
{
    bool column = room.h > room.w, high = !column && room.h > 60;
    double gap = 4;
    if (composer->stage->settings.around)
        draw_turn(kit, composer, &room);
    int across = column ? 1 : high ? 2 : COMPOSER_MODES;
    int down = (COMPOSER_MODES + across - 1) / across;
    double w = (room.w - (across - 1) * gap) / across, h = (room.h - (down - 1) * gap) / down;
    for (int i = 0; i < COMPOSER_MODES; i++) {
        struct box box = {room.x + i % across * (w + gap), room.y + i / across * (h + gap), w, h};
        const char *word = kit_tr(kit, modes[i].word);
        widget_button(kit, kit_name(kit, "mode:seat%d:%d", composer->seat, i), box, word,
                      w > 74 ? modes[i].icon : NULL, 10.5,
                      composer->mode == (enum composer_mode)i ? WIDGET_ON : WIDGET_REST);
    }
}

// Begins to draw a room whose parts change sides for people who read from the right.
static void begin_room(struct kit *kit, const struct composer *composer, struct box room)
{
    kit_mirror(kit, composer_is_rtl(composer) ? 2 * room.x + room.w : 0);
}

static void draw_easel(struct kit *kit, struct composer *composer,
                       const struct composer_rooms *rooms)
{
    struct box room = rooms->buttons;
    easel_draw(&composer->easel, kit);
    begin_room(kit, composer, room);
    double later = room.w * 0.36;
    widget_button(kit, kit_name(kit, "cancel:seat%d", composer->seat),
                  (struct box){room.x, room.y, later, room.h}, kit_tr(kit, N_("Later")),
                  later > 70 ? "clock-pause" : NULL, later > 70 ? 12 : 9.5, WIDGET_REST);
    widget_primary(kit, kit_name(kit, "commit:seat%d", composer->seat),
                   (struct box){room.x + later + 4, room.y, room.w - later - 4, room.h},
                   kit_tr(kit, N_("Done")), room.w > 200 ? "check" : NULL, room.w > 200 ? 22 : 16,
                   composer_can_commit(composer) ? WIDGET_REST : WIDGET_OFF);
    kit_mirror(kit, 0);
}

static void draw_writing(struct composer *composer, struct kit *kit,
                         const struct composer_rooms *rooms)
{
    begin_room(kit, composer, rooms->pictures);
    draw_pictures(kit, composer, rooms);
    kit_mirror(kit, 0);
    if (!composer->hidden)
        keyboard_draw(&composer->keyboard, kit);
    begin_room(kit, composer, rooms->buttons);
    draw_buttons(kit, composer, rooms);
    kit_mirror(kit, 0);
    if (!composer->hidden)
        keyboard_draw_above(&composer->keyboard, kit);
}

static void draw_picking(struct composer *composer, struct kit *kit,
                         const struct composer_rooms *rooms)
{
    picker_draw(&composer->picker, kit, composer_icon(composer), colour_accent(composer->colour));
    begin_room(kit, composer, rooms->buttons);
    draw_buttons(kit, composer, rooms);
    kit_mirror(kit, 0);
    keyboard_draw_above(&composer->picker.keyboard, kit);
}

void composer_draw(struct composer *composer, struct kit *kit)
{
    composer_lay_out(composer); // the glass may have another size now
    struct composer_rooms rooms = composer_rooms(composer);
    const struct seat view = composer_view(composer);
    kit_sit(kit, &view);
    if (composer->card < 0 && composer->mode == COMPOSER_WRITE) {
        kit_mirror(kit, composer_is_rtl(composer) ? 2 * rooms.all.x + rooms.all.w : 0);
        wish_draw(composer, kit, &rooms);
        kit_mirror(kit, 0);
    }
    draw_sheet(kit, composer, &rooms);
    begin_room(kit, composer, rooms.tabs);
    draw_tabs(kit, composer, rooms.tabs);
    kit_mirror(kit, 0);
    if (composer->mode != COMPOSER_DRAW && !box_is_empty(rooms.card))
        draw_text(kit, composer, &rooms);
    if (composer->mode == COMPOSER_DRAW)
        draw_easel(kit, composer, &rooms);
    else if (composer->mode == COMPOSER_PICK)
        draw_picking(composer, kit, &rooms);
    else
        draw_writing(composer, kit, &rooms);
    if (composer->mode == COMPOSER_WRITE)
        composer_draw_text_tools(composer, kit, &rooms);
    kit_sit(kit, stage_seat(composer->stage, composer->seat));
}
