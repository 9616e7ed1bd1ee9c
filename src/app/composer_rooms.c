// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the composer's parts stand, for seats of every size (screens 04, 06, 07 and 14).
#include <math.h>

#include "app/composer_parts.h"
#include "app/seat_head.h"
#include "app/stage.h"

#define TAB_COLUMN 84.0
#define TAB_ROW 26.0
#define NARROW 390.0 // seats below have their buttons below the keys
#define NARROW_BUTTONS 42.0

// Where picture or drawing and the words stand on the card.
static void place_on_card(const struct composer *composer, struct composer_rooms *rooms)
{
    bool sketch = !sketch_is_empty(&composer->easel.sketch), large = rooms->card.h > 100;
    double icon = sketch ? rooms->card.w * 0.3 : large ? 50 : 30, pad = large ? 22 : 12;
    bool picture = sketch || *composer_icon(composer) != '\0';
    double taken = picture ? icon + (large ? 14 : 8) : 0;
    bool rtl = composer->entry.rtl;
    rooms->icon_size = picture ? icon : 0;
    rooms->icon =
        (struct point){rtl ? rooms->card.x + rooms->card.w - pad - icon : rooms->card.x + pad,
                       rooms->card.y + (rooms->card.h - icon) / 2};
    rooms->text = (struct box){rooms->card.x + pad + (rtl ? 0 : taken), rooms->card.y + 9,
                               rooms->card.w - 2 * pad - taken, rooms->card.h - 18};
}

// Picture 14: card, pictures, tabs, keys and buttons below each other.
static void place_narrow(const struct composer *composer, struct composer_rooms *rooms, double h)
{
    bool tall = h >= 470;
    double card = tall ? 88 : 66, tiles = tall ? 62 : 54, tabs = tall ? 34 : 28;
    double buttons = tall ? 54 : 42, gap = tall ? 8 : 5, end = tall ? 16 : 8;
    rooms->row = tall ? 28 : rooms->pitch;
    double keys = composer->hidden ? 0 : KEYBOARD_ROWS * rooms->row + gap;
    rooms->all.h = 11 + card + gap + tiles + gap + tabs + gap + keys + buttons + end;
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + 10, w = rooms->all.w - 20, top = rooms->all.y + 11;
    rooms->card = (struct box){left, top, w, card};
    rooms->pictures = (struct box){left, top + card + gap, w, tiles};
    rooms->tabs = (struct box){left, rooms->pictures.y + tiles + gap, w, tabs};
    rooms->keys =
        (struct point){rooms->all.x + (rooms->all.w - KEYBOARD_COLUMNS * rooms->pitch) / 2,
                       rooms->tabs.y + tabs + gap};
    rooms->buttons = (struct box){left, h - end - buttons, w, buttons};
    rooms->work = BOX_EMPTY;
    place_on_card(composer, rooms);
}

static void place_writing(const struct composer *composer, struct composer_rooms *rooms, double h)
{
    bool large = rooms->large;
    double side = large ? 14 : 8, gap = large ? 18 : 6, card = large ? 128 : 80;
    double keys = composer->hidden ? (large ? 46 : 30) : KEYBOARD_ROWS * rooms->pitch;
    double tabs = large ? 0 : TAB_ROW + 4;
    rooms->all.h = 16 + card + tabs + gap + keys + (large ? 14 : 8);
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + side, right = rooms->all.x + rooms->all.w - side;
    double top = rooms->all.y + 16, start = large ? left + TAB_COLUMN + 8 : left;
    double pictures = large ? 168 : 116;
    rooms->pictures = (struct box){right - pictures, top, pictures, card + tabs};
    rooms->card = (struct box){start, top, rooms->pictures.x - side - start, card};
    rooms->tabs = large ? (struct box){left, top, TAB_COLUMN, card}
                        : (struct box){left, top + card + 4, rooms->card.w, TAB_ROW};
    rooms->keys = (struct point){left, top + card + tabs + gap};
    double column = left + (composer->hidden ? 0 : KEYBOARD_COLUMNS * rooms->pitch + 8);
    rooms->buttons = (struct box){column, rooms->keys.y, right - column, keys};
    rooms->work = BOX_EMPTY;
    place_on_card(composer, rooms);
}

// The easel above a row of tabs and buttons.
static void place_drawing(struct composer_rooms *rooms, double h)
{
    bool large = rooms->large;
    double side = large ? 14 : 8, row = large ? 50 : 34;
    double sheet = (rooms->all.w - 2 * side) * SKETCH_HEIGHT / SKETCH_WIDTH;
    double wanted = 16 + sheet + easel_tools_height(large) + (large ? 12 : 5) + 8 + row + side;
    rooms->all.h = fmin(wanted, h - (large ? BOARD_TOP + 4 : SEAT_HEAD + 2));
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + side, w = rooms->all.w - 2 * side;
    rooms->tabs = (struct box){left, h - side - row, w * 0.54, row};
    rooms->buttons = (struct box){left + w * 0.54 + 6, h - side - row, w * 0.46 - 6, row};
    rooms->work = (struct box){left, rooms->all.y + 16, w, rooms->tabs.y - 8 - rooms->all.y - 16};
    rooms->card = rooms->pictures = BOX_EMPTY;
}

// Card and tabs, below them the picker with its keys.
static void place_picking(const struct composer *composer, struct composer_rooms *rooms, double h)
{
    bool large = rooms->large;
    double side = large ? 14 : 8, keys = KEYBOARD_ROWS * rooms->pitch, card = large ? 80 : TAB_ROW;
    double grid = large ? 3 * 74 : 2 * 56, field = large ? 38 : 26;
    double wanted = 16 + card + 8 + field + 6 + grid + (large ? 14 : 6) + keys + side;
    wanted += rooms->narrow ? NARROW_BUTTONS + 6 : 0;
    rooms->all.h = fmin(wanted, h - (large ? BOARD_TOP + 4 : SEAT_HEAD + 2));
    rooms->all.y = h - rooms->all.h;
    double left = rooms->all.x + side, w = rooms->all.w - 2 * side, top = rooms->all.y + 16;
    rooms->card = large ? (struct box){left, top, w - 268, card} : BOX_EMPTY;
    rooms->tabs =
        large ? (struct box){left + w - 260, top, 260, card} : (struct box){left, top, w, TAB_ROW};
    rooms->keys = (struct point){left, h - side - keys};
    double column = left + KEYBOARD_COLUMNS * rooms->pitch + 8;
    rooms->buttons = (struct box){column, rooms->keys.y, left + w - column, keys};
    if (rooms->narrow) { // a row below the keys
        rooms->keys.x = rooms->all.x + (rooms->all.w - KEYBOARD_COLUMNS * rooms->pitch) / 2;
        rooms->keys.y -= NARROW_BUTTONS + 6;
        rooms->buttons = (struct box){left, h - side - NARROW_BUTTONS, w, NARROW_BUTTONS};
    }
    double above = rooms->keys.y - (large ? 14 : 6);
    rooms->work = (struct box){left, top + card + 8, w, above - top - card - 8};
    rooms->pictures = BOX_EMPTY;
    if (large)
        place_on_card(composer, rooms);
}

struct seat composer_view(const struct composer *composer)
{
    struct seat view = *stage_seat(composer->stage, composer->seat);
    view.degrees = (view.degrees + 90 * composer->turns) % 360;
    return view;
}

bool composer_is_rtl(const struct composer *composer)
{
    return sitting_is_rtl(composer->stage, composer->seat);
}

static void mirror(struct box *box, const struct box *all)
{
    box->x = 2 * all->x + all->w - box->x - box->w;
}

// For people who read from the right; the keys keep their order, but change sides.
static void mirror_rooms(const struct composer *composer, struct composer_rooms *rooms)
{
    struct box keys = {rooms->keys.x, rooms->keys.y, KEYBOARD_COLUMNS * rooms->pitch, 0};
    struct box *const boxes[] = {&rooms->card, &rooms->pictures, &rooms->buttons, &rooms->tabs,
                                 &keys};
    for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++)
        mirror(boxes[i], &rooms->all);
    rooms->keys.x = keys.x;
    if (!box_is_empty(rooms->card))
        place_on_card(composer, rooms);
}

struct composer_rooms composer_rooms(const struct composer *composer)
{
    struct seat view = composer_view(composer);
    double w = seat_width(&view), h = seat_height(&view);
    bool large = w >= 560 && h >= 400;
    struct composer_rooms rooms = {.large = large,
                                   .narrow = w < NARROW,
                                   .pitch = large                ? KEYBOARD_PITCH
                                            : w < 12 * 24.0 + 12 ? KEYBOARD_PITCH_LEAST
                                                                 : KEYBOARD_PITCH_SMALL};
    rooms.row = rooms.pitch;
    rooms.all.w = fmin(w, large ? 664 : 403.4);
    double free = fmax(0, (w - rooms.all.w) / 2);
    rooms.all.x = free + CLAMP(composer->pushed, -free, free);
    if (composer->mode == COMPOSER_DRAW)
        place_drawing(&rooms, h);
    else if (composer->mode == COMPOSER_PICK)
        place_picking(composer, &rooms, h);
    else if (rooms.narrow)
        place_narrow(composer, &rooms, h);
    else
        place_writing(composer, &rooms, h);
    if (composer_is_rtl(composer))
        mirror_rooms(composer, &rooms);
    return rooms;
}

double composer_top(const struct composer *composer)
{
    // Turned away it covers another part of the seat.
    return composer->turns == 0 ? composer_rooms(composer).all.y
                                : seat_height(stage_seat(composer->stage, composer->seat));
}

struct box composer_sheet(const struct composer *composer)
{
    struct box card = composer_rooms(composer).card;
    if (composer->turns == 0)
        return card;
    const struct seat view = composer_view(composer);
    struct affine back = seat_from_glass(stage_seat(composer->stage, composer->seat));
    return affine_apply_box(affine_multiply(back, seat_to_glass(&view)), card);
}
