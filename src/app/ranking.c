// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ranking.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/card.h"
#include "app/event.h"
#include "app/phases.h"
#include "app/rank.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "store/store.h"

#define TOP 42.0
#define BOTTOM 62.0
#define PITCH 68.0       // of a row
#define PITCH_SMALL 40.0 // at a seat
#define DOTS_DRAWN 10
#define PODIUM_LEAST 1000.0 // narrower zones have the list only

struct ranking {
    struct stage *stage;
    int seat;
    int64_t workshop, table;
    struct arena *arena;
    struct table about;
    struct card *cards;
    size_t n;
    struct rank *ranks;
    struct phase *phases;
    size_t phases_n;
    bool without; // cards without a dot are listed too
    double scrolled;
    bool done;
};

static void load(struct ranking *ranking)
{
    struct stage *stage = ranking->stage;
    struct err err = stage_err(stage);
    size_t tables_n;
    arena_reset(ranking->arena);
    ranking->about = (struct table){.title = "", .question = "", .icon = "", .number = 1, .colour = 1};
    const struct table *tables =
        store_tables(stage->store, ranking->arena, ranking->workshop, &tables_n, &err);
    for (size_t i = 0; i < tables_n; i++) {
        if (tables[i].id == ranking->table)
            ranking->about = tables[i];
    }
    ranking->phases = store_phases(stage->store, ranking->arena, ranking->workshop,
                                   &ranking->phases_n, &err);
    ranking->cards = store_cards(stage->store, ranking->arena, ranking->workshop, ranking->table,
                                 CARDS_SHOWN, &ranking->n, &err);
    ranking->ranks = ARENA_ARRAY(ranking->arena, struct rank, ranking->n + 1);
    for (size_t i = 0; i < ranking->n; i++)
        ranking->ranks[i] = (struct rank){.card = i, .votes = ranking->cards[i].votes};
    rank_sort(ranking->ranks, ranking->n);
    if (err.code != ERR_NONE)
        stage_warn(stage, ranking->seat, &err);
}

// ---- geometry -----------------------------------------------------------------------------------

struct rooms {
    struct box all, podium, list, bar; // podium empty: list only
    bool small;
    double pitch;
    size_t first; // rank that the list begins with
    size_t n;     // rows
};

static size_t with_votes(const struct ranking *ranking)
{
    size_t n = 0;
    while (n < ranking->n && ranking->ranks[n].votes > 0)
        n++;
    return n;
}

static struct rooms rooms_of(const struct ranking *ranking)
{
    const struct seat *seat = stage_seat(ranking->stage, ranking->seat);
    struct rooms rooms = {.all = {0, 0, seat_width(seat), seat_height(seat)},
                          .podium = BOX_EMPTY};
    rooms.small = rooms.all.w < 640;
    rooms.pitch = rooms.small ? PITCH_SMALL : PITCH;
    double bottom = rooms.small ? 48 : BOTTOM, side = rooms.small ? 8 : 18;
    size_t on = rank_podium(ranking->ranks, ranking->n);
    bool podium = rooms.all.w >= PODIUM_LEAST && on > 0 && on <= 3;
    double h = rooms.all.h - TOP - bottom;
    rooms.bar = (struct box){0, rooms.all.h - bottom, rooms.all.w, bottom};
    rooms.list = (struct box){side, TOP + 8, rooms.all.w - 2 * side, h - 16};
    if (podium) {
        double w = fmin(412, rooms.all.w * 0.36);
        rooms.list = (struct box){rooms.all.w - side - w, TOP + 46, w, h - 54};
        rooms.podium = (struct box){side, TOP, rooms.list.x - 2 * side, h};
        rooms.first = on;
    }
    size_t shown = ranking->without ? ranking->n : with_votes(ranking);
    rooms.n = shown > rooms.first ? shown - rooms.first : 0;
    return rooms;
}

static void scroll(struct ranking *ranking, double by)
{
    struct rooms rooms = rooms_of(ranking);
    double most = fmax(0, ((double)rooms.n + 1) * rooms.pitch - rooms.list.h);
    ranking->scrolled = CLAMP(ranking->scrolled + by, 0, most);
}

// ---- acts ---------------------------------------------------------------------------------------

// Those on the podium go onto the picture as core points; one act.
static void lift(struct ranking *ranking)
{
    struct stage *stage = ranking->stage;
    size_t on = rank_podium(ranking->ranks, ranking->n);
    int64_t zone = sitting_zone(ranking->table, ranking->seat);
    struct change *change = store_begin(stage->store, zone, N_("Core points lifted"));
    for (size_t i = 0; i < on; i++)
        change_int(change, ENTITY_HARVEST_ITEM, ranking->cards[ranking->ranks[i].card].id, "core",
                   1);
    if (stage_commit(stage, ranking->seat, change))
        stage_say(stage, ranking->seat, "star",
                  stage_text(stage, N_("They are core points of the picture now.")), NULL, NULL);
}

void ranking_touch(struct ranking *ranking, const struct touch *touch)
{
    if (touch->type == TOUCH_MOVE && touch->travel > FINGER_TAP_REACH)
        scroll(ranking, touch->last.y - touch->at.y);
    if (!touch_is_tap(touch))
        return;
    if (touch_is_on(touch->target, ranking->seat, "rank-back"))
        ranking->done = true;
    else if (touch_is_on(touch->target, ranking->seat, "rank-core"))
        lift(ranking);
    else if (touch_is_on(touch->target, ranking->seat, "rank-without"))
        ranking->without = !ranking->without;
}

void ranking_key(struct ranking *ranking, const struct event *event)
{
    if (event->type == EVENT_WHEEL)
        scroll(ranking, -event->dy);
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        ranking->done = true;
}

bool ranking_is_done(const struct ranking *ranking)
{
    return ranking->done;
}

// ---- drawing ------------------------------------------------------------------------------------

static struct card_face face_of(const struct ranking *ranking, const struct card *card)
{
    struct stage *stage = ranking->stage;
    struct card_face face = cards_face(stage->cards, stage, card,
                                       phases_kind(ranking->phases, ranking->phases_n, card->phase, 0),
                                       ranking->about.colour);
    face.tr = stage_tr(stage, ranking->seat);
    return face;
}

static void draw_dots(struct kit *kit, const struct ranking *ranking, double x, double y,
                      double radius, int64_t votes)
{
    int n = votes <= DOTS_DRAWN ? (int)votes : 1;
    for (int i = 0; i < n; i++)
        widget_dot(kit, x + i * radius * 2.35, y, radius, colour_accent(ranking->about.colour),
                   true, kit_name(kit, "rank:%d", i));
}

static const char *votes_text(struct kit *kit, int64_t votes)
{
    return kit_say(kit, tr_plural(kit->tr, "%d dot", "%d dots", (size_t)votes), (int)votes);
}

// One block of the podium with its card above; higher places stand higher.
static void draw_block(struct kit *kit, const struct ranking *ranking, const struct rank *rank,
                       double x, double w, double floor, double k)
{
    static const double heights[] = {236, 156, 110};
    double h = heights[rank->place - 1] * k, y = floor - h;
    const struct card *card = &ranking->cards[rank->card];
    struct box block = {x, y, w, h};
    kit_fill(kit, (struct box){x + 4, y + 5, w, h - 3}, 0, COLOUR_SHADOW);
    kit_hand_box(kit, block, 0,
                 rank->place == 1 ? colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.55) : COLOUR_PAPER,
                 PEN_HEAVY, kit_name(kit, "block:%" G_GINT64_FORMAT, card->id));
    kit_text(kit, kit_say(kit, "%d", rank->place), x + w / 2, y + h * 0.52,
             (struct kit_type){fmin(rank->place == 1 ? 64 : 52, h * 0.6), 800, COLOUR_INK,
                               KIT_CENTRE, NULL});
    struct card_face face = face_of(ranking, card);
    double scale = fmin(1, w / CARD_WIDTH), card_y = y - CARD_HEIGHT * scale - 10 * k;
    double card_x = x + (w - CARD_WIDTH * scale) / 2;
    kit_begin(kit, KIND_DECORATION, kit_name(kit, "card:%" G_GINT64_FORMAT, card->id), card->text);
    cards_put(ranking->stage->cards, ranking->stage, &face, kit, card_x, card_y,
              CARD_WIDTH * scale);
    kit_end(kit);
    const double radius = 5.5 * fmin(1, k * 1.1);
    int drawn = rank->votes <= DOTS_DRAWN ? (int)rank->votes : 1;
    double row = (drawn - 1) * radius * 2.35;
    draw_dots(kit, ranking, x + w / 2 - row / 2, card_y - 10 * k, radius, rank->votes);
    kit_text_within(kit, votes_text(kit, rank->votes), x + w / 2, card_y - 32 * k, w, 12,
                    (struct kit_type){rank->place == 1 ? 30 * k : 24 * k, 800, COLOUR_INK,
                                      KIT_CENTRE, NULL});
}

static void draw_podium(struct kit *kit, const struct ranking *ranking, const struct rooms *rooms)
{
    struct box room = rooms->podium;
    size_t on = rank_podium(ranking->ranks, ranking->n);
    double k = fmin(1.05, room.h / 560), figure = 70 * k;
    double w = fmin(214, (room.w - 2 * figure) / 3 - 3), floor = room.y + room.h - 62 * k;
    static const int slots[3][3] = {{1, 1, 1}, {1, 0, 0}, {1, 0, 2}}; // where each rank stands
    double left = room.x + (room.w - 3 * w - 6) / 2;
    // The pen does not mirror: those who cheer change sides here.
    double mirror = kit->mirror, turn = mirror > 0 ? -0.5 : 0.5;
    const struct person cheer = {HAIR_HEADSCARF, colour_accent(5), POSE_CHEER, STANCE_STAND,
                                 turn, true, false, false};
    const struct person other = {HAIR_SHORT, colour_accent(1), POSE_CHEER, STANCE_STAND,
                                 -turn, false, false, false};
    for (size_t i = 0; i < on; i++) {
        double x = left + slots[on - 1][i] * (w + 3), middle = x + w / 2;
        draw_block(kit, ranking, &ranking->ranks[i], x, w, floor, k);
        if (i == 0)
            figure_sparkle(&kit->pen, mirror > 0 ? mirror - middle : middle,
                           floor - (236 + CARD_HEIGHT * fmin(1, w / CARD_WIDTH) + 62) * k - 8,
                           20 * k, 5, -150, -30);
    }
    double first = left - figure * 0.45, second = left + 3 * w + 6 + figure * 0.45;
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    figure_person(&kit->pen, mirror > 0 ? mirror - first : first, floor + 34 * k, 118 * k, &cheer,
                  "rank:1");
    figure_person(&kit->pen, mirror > 0 ? mirror - second : second, floor + 34 * k, 118 * k,
                  &other, "rank:2");
    kit_end(kit);
    for (size_t i = 0; i < on; i++) {
        if (ranking->ranks[i].sharing > 1) {
            kit_text_within(kit, kit_tr(kit, N_("Equal count: the same place.")),
                            room.x + room.w / 2, floor + 24 * k, room.w - 2 * figure, 9,
                            (struct kit_type){13, 600, COLOUR_GREY, KIT_CENTRE, NULL});
            break;
        }
    }
}

static void draw_row(struct kit *kit, const struct ranking *ranking, const struct rooms *rooms,
                     const struct rank *rank, struct box box)
{
    const struct card *card = &ranking->cards[rank->card];
    struct card_face face = face_of(ranking, card);
    bool small = rooms->small;
    double middle = box.y + box.h / 2, place = small ? 17 : 24, icon = small ? 22 : 36;
    double x = box.x + (small ? 24 : 32);
    kit_text(kit, kit_say(kit, "%d", rank->place), x, middle,
             (struct kit_type){place, 800, COLOUR_INK, KIT_RIGHT, NULL});
    if (rank->sharing > 1)
        kit_text(kit, "=", x + 4, middle,
                 (struct kit_type){place * 0.55, 600, COLOUR_GREY, KIT_LEFT, "en"});
    x += small ? 14 : 28;
    if (face.icon != NULL && *face.icon != '\0')
        kit_hand_icon(kit, face.icon, x, middle - icon / 2, icon, face.accent, PEN_FINE, face.icon);
    x += icon + (small ? 6 : 12);
    double count = small ? 22 : 30;
    int most = (int)MIN(ranking->ranks[rooms->first].votes, DOTS_DRAWN);
    double dots = small ? 16 : fmin(box.w * 0.3, most * 11.8); // texts get what they leave
    double w = box.x + box.w - count - dots - x - 14;
    bool gloss = *card->gloss != '\0' && !small;
    const char *text = *card->text != '\0' ? card->text : kit_tr(kit, N_("Drawing"));
    const struct run *run = lettering_run(kit->lettering, text, 700, NULL);
    struct kit_type type = {small ? 12 : 16, 700, COLOUR_INK, KIT_LEFT, run->lang};
    double width = kit_text_width(kit, text, type);
    if (width <= w || gloss || small) {
        kit_text_within(kit, text, x, middle - (gloss ? 8 : 0), w, small ? 9 : 11, type);
    } else {
        type.size = 13.5;
        kit_paragraph(kit, text, x, middle - 19, w, 2, 11, type);
    }
    if (gloss)
        kit_text_within(kit, card->gloss, x, middle + 12, w, KIT_TEXT_LEAST,
                        (struct kit_type){10, 500, COLOUR_GREY, KIT_LEFT, "de"});
    draw_dots(kit, ranking, x + w + 8, middle, small ? 4.5 : 5, small ? 1 : rank->votes);
    kit_text(kit, kit_say(kit, "%d", (int)rank->votes), box.x + box.w - 4, middle,
             (struct kit_type){place, 800, COLOUR_INK, KIT_RIGHT, NULL});
    kit_rule(kit, box.x, box.y + box.h, box.x + box.w, box.y + box.h, COLOUR_LINE);
}

static void draw_list(struct kit *kit, const struct ranking *ranking, const struct rooms *rooms)
{
    struct box room = rooms->list;
    int with = (int)with_votes(ranking), rest = (int)ranking->n - with;
    if (!box_is_empty(rooms->podium)) {
        kit_text(kit, kit_tr(kit, N_("After that")), room.x, room.y - 22,
                 (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
        kit_text_within(kit,
                        kit_say(kit, kit_tr(kit, N_("%d cards, %d with dots")), (int)ranking->n,
                                 with),
                        room.x + room.w, room.y - 20, room.w * 0.5, KIT_TEXT_LEAST,
                        (struct kit_type){11.5, 500, COLOUR_GREY, KIT_RIGHT, NULL});
    }
    kit_target(kit, kit_name(kit, "rank-list:seat%d", ranking->seat), room);
    kit_clip(kit, room);
    double y = room.y - ranking->scrolled;
    for (size_t i = 0; i < rooms->n; i++, y += rooms->pitch) {
        struct box box = {room.x, y, room.w, rooms->pitch};
        if (!box_is_empty(box_intersection(box, room)))
            draw_row(kit, ranking, rooms, &ranking->ranks[rooms->first + i], box);
    }
    if (rest > 0 && y + 20 < room.y + room.h) {
        const char *label =
            ranking->without
                ? kit_tr(kit, N_("Only with dots"))
                : kit_say(kit, tr_plural(kit->tr, "%d more without a dot",
                                          "%d more without a dot", (size_t)rest),
                           rest);
        widget_button(kit, kit_name(kit, "rank-without:seat%d", ranking->seat),
                      (struct box){room.x + room.w / 2 - 80, y + 6, 160, 28}, label,
                      ranking->without ? "chevron-up" : "chevron-down", 11, WIDGET_REST);
    }
    kit_unclip(kit);
}

static void draw_bars(struct kit *kit, const struct ranking *ranking, const struct rooms *rooms)
{
    double corner = ranking->stage->seats_n > 2 ? SEAT_TOKEN_CLEAR : 0; // the time lies there
    double x = 15 + corner, middle = TOP / 2, w = rooms->all.w;
    widget_bar(kit, (struct box){0, 0, w, TOP}, true);
    widget_number(kit, x + 13, middle, 13, ranking->about.number, ranking->about.colour);
    x += 32;
    x += kit_text_within(kit, ranking->about.title, x, middle, w * 0.34, 11,
                         (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL}) +
         14;
    kit_rule(kit, x, 10, x, TOP - 10, COLOUR_LINE);
    x += 14;
    x += kit_text_within(kit, kit_tr(kit, N_("Ranking")), x, middle, w - x - corner - 20, 11,
                         (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL}) +
         18;
    if (!rooms->small) {
        int64_t votes = 0;
        for (size_t i = 0; i < ranking->n; i++)
            votes += ranking->cards[i].votes;
        const char *given = votes_text(kit, votes);
        kit_icon(kit, "eye", x, middle - 6, 12, COLOUR_GREY);
        x += 16 +
             kit_text(kit, given, x + 16, middle,
                      (struct kit_type){9.5, 500, COLOUR_INK, KIT_LEFT, NULL}) +
             18;
        kit_icon(kit, "equal", x, middle - 6, 12, COLOUR_GREY);
        kit_text_within(kit, kit_tr(kit, N_("Equal count: the same place.")), x + 16, middle,
                        w - x - 30, KIT_TEXT_LEAST,
                        (struct kit_type){9.5, 500, COLOUR_INK, KIT_LEFT, NULL});
    }
    struct box bar = rooms->bar;
    widget_bar(kit, bar, false);
    double h = bar.h - 12, back = rooms->small ? 60 : 72;
    widget_bar_item(kit, kit_name(kit, "rank-back:seat%d", ranking->seat),
                    (struct box){rooms->small ? 6 : 15, bar.y + 6, back, h},
                    kit_tr(kit, N_("To the wall")),
                    "arrow-left", WIDGET_REST);
    double primary = rooms->small ? fmin(200, w - back - 24) : 330;
    if (!rooms->small)
        kit_text_within(kit, kit_tr(kit, N_("The wall stays as it was.")), 110, bar.y + bar.h / 2,
                        w - primary - 150, 9,
                        (struct kit_type){12, 500, COLOUR_GREY, KIT_LEFT, NULL});
    size_t on = rank_podium(ranking->ranks, ranking->n);
    widget_primary(kit, kit_name(kit, "rank-core:seat%d", ranking->seat),
                   (struct box){w - primary - (rooms->small ? 8 : 15), bar.y + 6, primary, h - 2},
                   kit_tr(kit, N_("Take on the first")), rooms->small ? NULL : "hammer",
                   rooms->small ? 14 : 22, on > 0 ? WIDGET_REST : WIDGET_OFF);
}

void ranking_draw(struct ranking *ranking, struct kit *kit)
{
    struct rooms rooms = rooms_of(ranking);
    kit_target(kit, kit_name(kit, "ranking-room:seat%d", ranking->seat), rooms.all);
    kit_fill(kit, rooms.all, 0, COLOUR_WALL);
    kit_mirror(kit, lang_is_rtl(kit->lang) ? rooms.all.w : 0);
    if (!box_is_empty(rooms.podium))
        draw_podium(kit, ranking, &rooms);
    draw_list(kit, ranking, &rooms);
    draw_bars(kit, ranking, &rooms);
    kit_mirror(kit, 0);
}

struct ranking *ranking_new(struct stage *stage, int seat, int64_t workshop, int64_t table)
{
    struct ranking *ranking = g_new0(struct ranking, 1);
    ranking->stage = stage;
    ranking->seat = seat;
    ranking->workshop = workshop;
    ranking->table = table;
    ranking->arena = arena_new();
    load(ranking);
    return ranking;
}

void ranking_free(struct ranking *ranking)
{
    if (ranking == NULL)
        return;
    arena_free(ranking->arena);
    g_free(ranking);
}
