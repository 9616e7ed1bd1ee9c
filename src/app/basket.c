// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/basket.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/card.h"
#include "app/event.h"
#include "app/phases.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "store/store.h"

#define ROW_GAP 6.0

struct basket {
    struct stage *stage;
    int seat;
    int64_t workshop, table;
    struct arena *arena;
    struct card *cards; // laid away, then hidden
    size_t n;
    struct phase *phases;
    size_t phases_n;
    int colour; // of the table
    double scrolled;
    bool done;
};

struct rooms {
    struct box all, back, list;
    bool small;
    int columns;
    double w, h; // of a row
};

static struct rooms rooms_of(const struct basket *basket)
{
    const struct seat *seat = stage_seat(basket->stage, basket->seat);
    struct rooms rooms = {.all = {0, 0, seat_width(seat), seat_height(seat)}};
    rooms.small = rooms.all.w < 640;
    double side = rooms.small ? 8 : 15, top = rooms.small ? 42 : 64;
    double corner = basket->stage->seats_n > 2 ? SEAT_TOKEN_CLEAR : 0; // the time lies there
    rooms.back = (struct box){side - 5 + corner, rooms.small ? 3 : 12, 52, rooms.small ? 36 : 40};
    rooms.list = (struct box){side, top + 10, rooms.all.w - 2 * side, rooms.all.h - top - 18};
    rooms.columns = rooms.all.w >= 1000 ? 2 : 1;
    rooms.w = (rooms.list.w - (rooms.columns - 1) * 16) / rooms.columns;
    rooms.h = rooms.small ? 60 : 88;
    return rooms;
}

static void load(struct basket *basket)
{
    struct stage *stage = basket->stage;
    struct err err = stage_err(stage);
    size_t away, live, tables_n;
    arena_reset(basket->arena);
    const struct card *removed = store_cards(stage->store, basket->arena, basket->workshop,
                                             basket->table, CARDS_REMOVED, &away, &err);
    const struct card *all = store_cards(stage->store, basket->arena, basket->workshop,
                                         basket->table, CARDS_ALL_LIVE, &live, &err);
    basket->cards = ARENA_ARRAY(basket->arena, struct card, away + live + 1);
    basket->n = 0;
    for (size_t i = 0; i < away; i++)
        basket->cards[basket->n++] = removed[i];
    for (size_t i = 0; i < live; i++) {
        if (all[i].hidden && facilitator_leads(stage)) // covered ones are for them to show
            basket->cards[basket->n++] = all[i];
    }
    basket->phases = store_phases(stage->store, basket->arena, basket->workshop,
                                  &basket->phases_n, &err);
    const struct table *tables =
        store_tables(stage->store, basket->arena, basket->workshop, &tables_n, &err);
    basket->colour = 1;
    for (size_t i = 0; i < tables_n; i++) {
        if (tables[i].id == basket->table)
            basket->colour = tables[i].colour;
    }
    if (err.code != ERR_NONE)
        stage_warn(stage, basket->seat, &err);
}

static void scroll(struct basket *basket, double by)
{
    struct rooms rooms = rooms_of(basket);
    int rows = ((int)basket->n + rooms.columns - 1) / rooms.columns;
    double most = fmax(0, rows * (rooms.h + ROW_GAP) - ROW_GAP - rooms.list.h);
    basket->scrolled = CLAMP(basket->scrolled + by, 0, most);
}

static void bring_back(struct basket *basket, int64_t id)
{
    struct stage *stage = basket->stage;
    for (size_t i = 0; i < basket->n; i++) {
        const struct card *card = &basket->cards[i];
        if (card->id != id)
            continue;
        struct change *change =
            store_begin(stage->store, sitting_zone(basket->table, basket->seat),
                        N_("Card brought back"));
        if (card->removed)
            change_int(change, ENTITY_CARD, id, "removed", 0);
        if (card->hidden)
            change_int(change, ENTITY_CARD, id, "hidden", 0);
        if (stage_commit(stage, basket->seat, change))
            stage_say(stage, basket->seat, "arrow-back-up",
                      stage_text(stage, N_("Back on the wall")), NULL, NULL);
        break;
    }
    load(basket);
    scroll(basket, 0);
    basket->done = basket->n == 0;
}

void basket_touch(struct basket *basket, const struct touch *touch)
{
    const char *rest = touch_after(touch->target, basket->seat, "bring-back");
    if (touch->type == TOUCH_MOVE && touch->travel > FINGER_TAP_REACH)
        scroll(basket, touch->last.y - touch->at.y);
    else if (touch_is_tap(touch) && rest != NULL)
        bring_back(basket, g_ascii_strtoll(rest, NULL, 10));
    else if (touch_is_tap(touch) && touch_after(touch->target, basket->seat, "basket-back") != NULL)
        basket->done = true;
}

void basket_key(struct basket *basket, const struct event *event)
{
    if (event->type == EVENT_WHEEL)
        scroll(basket, -event->dy);
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        basket->done = true;
}

bool basket_is_done(const struct basket *basket)
{
    return basket->done;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_row(struct kit *kit, const struct basket *basket, const struct rooms *rooms,
                     const struct card *card, struct box box)
{
    const struct stage *stage = basket->stage;
    double button = rooms->small ? 76 : 120, face_h = box.h - 8;
    double face_w = face_h * CARD_WIDTH / CARD_HEIGHT;
    kit_fill(kit, box, 6, COLOUR_PAPER);
    kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    struct card_face face =
        cards_face(stage->cards, stage, card,
                   phases_kind(basket->phases, basket->phases_n, card->phase, 0), basket->colour);
    face.tr = kit->tr;
    cards_put(stage->cards, stage, &face, kit, box.x + 5, box.y + 4, face_w);
    double x = box.x + face_w + 16;
    double w = box.x + box.w - button - x - 16, middle = box.y + box.h / 2;
    bool hidden = card->hidden;
    kit_icon(kit, hidden ? "eye-off" : "trash", x, middle - 6, 12, COLOUR_GREY);
    const char *why = !hidden                     ? kit_tr(kit, N_("Laid away"))
                      : *card->hidden_reason != '\0' ? kit_tr(kit, card->hidden_reason)
                                                     : kit_tr(kit, N_("Hidden"));
    kit_paragraph(kit, why, x + 17, middle - (rooms->small ? 7 : 9), w - 17, 2, KIT_TEXT_LEAST,
                  (struct kit_type){rooms->small ? 9 : 11.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    widget_button(kit,
                  kit_name(kit, "bring-back:seat%d:%" G_GINT64_FORMAT, basket->seat, card->id),
                  (struct box){box.x + box.w - button - 8, middle - 19, button, 38},
                  kit_tr(kit, N_("Bring back")), rooms->small ? NULL : "arrow-back-up", 10.5,
                  WIDGET_REST);
}

void basket_draw(struct basket *basket, struct kit *kit)
{
    struct rooms rooms = rooms_of(basket);
    double top = rooms.list.y - 10;
    kit_target(kit, kit_name(kit, "basket-room:seat%d", basket->seat), rooms.all);
    kit_fill(kit, rooms.all, 0, COLOUR_WALL);
    kit_mirror(kit, lang_is_rtl(kit->lang) ? rooms.all.w : 0);
    kit_clip(kit, rooms.list);
    for (size_t i = 0; i < basket->n; i++) {
        int column = (int)i % rooms.columns, row = (int)i / rooms.columns;
        struct box box = {rooms.list.x + column * (rooms.w + 16),
                          rooms.list.y + row * (rooms.h + ROW_GAP) - basket->scrolled, rooms.w,
                          rooms.h};
        struct box seen = box_intersection(box, rooms.list);
        if (!box_is_empty(seen) && seen.h > KIT_TARGET_LEAST)
            draw_row(kit, basket, &rooms, &basket->cards[i], box);
    }
    kit_unclip(kit);
    widget_bar(kit, (struct box){0, 0, rooms.all.w, top}, true);
    widget_bar_item(kit, kit_name(kit, "basket-back:seat%d", basket->seat), rooms.back,
                    kit_tr(kit, N_("Back")),
                    "arrow-left", WIDGET_REST);
    int n = (int)basket->n;
    double x = rooms.back.x + rooms.back.w + 12;
    x += kit_text_within(kit, kit_tr(kit, N_("Paper basket")), x, top / 2, rooms.all.w - x - 80,
                         12, (struct kit_type){rooms.small ? 15 : 24, 800, COLOUR_INK, KIT_LEFT,
                                               NULL});
    kit_text_within(kit, kit_say(kit, tr_plural(kit->tr, "%d card", "%d cards", (size_t)n), n),
                    x + 12, top / 2 + 1, rooms.all.w - x - 20, KIT_TEXT_LEAST,
                    (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_mirror(kit, 0);
}

struct basket *basket_new(struct stage *stage, int seat, int64_t workshop, int64_t table)
{
    struct basket *basket = g_new0(struct basket, 1);
    basket->stage = stage;
    basket->seat = seat;
    basket->workshop = workshop;
    basket->table = table;
    basket->arena = arena_new();
    load(basket);
    return basket;
}

void basket_free(struct basket *basket)
{
    if (basket == NULL)
        return;
    arena_free(basket->arena);
    g_free(basket);
}
