// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ground floor of a house: doors, shops, and a stretch of wall before which someone passes by,
// so that nobody stands before those in the shop.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/stroke.h"
#include "poster/street.h"

#define UNIT 430.0      // a wide house has several doors
#define DOOR_ROOM 100.0 // widths in a ground floor of FRONT_FLOOR
#define SHOP_LEAST 74.0
#define PASSER_ROOM 62.0
#define PASSER_TALL 102.0
#define SIDE 11.0
#define BETWEEN 8.0
#define FEET 11.0 // of those who pass by, below the ground line

enum part { PART_NONE, PART_DOOR, PART_SHOP, PART_PASSER };
#define PARTS 3

struct bay {
    enum part part[PARTS];
    double x[PARTS], w[PARTS];
};

// What stands in one unit of the front from x0 to x1, from left to right.
static struct bay bay_of(double x0, double x1, double k, int number)
{
    static const enum part ORDERS[][PARTS] = {
        {PART_DOOR, PART_SHOP, PART_PASSER},
        {PART_SHOP, PART_DOOR, PART_PASSER},
        {PART_PASSER, PART_SHOP, PART_DOOR},
        {PART_PASSER, PART_DOOR, PART_SHOP},
    };
    double room = x1 - x0 - 2 * SIDE * k;
    double shop = room - (DOOR_ROOM + PASSER_ROOM + 2 * BETWEEN) * k;
    bool with_shop = shop >= SHOP_LEAST * k, with_passer = true;
    if (!with_shop) {
        shop = room - (DOOR_ROOM + BETWEEN) * k;
        with_shop = number % 2 == 0 && shop >= SHOP_LEAST * k;
        with_passer = !with_shop && room >= (DOOR_ROOM + BETWEEN + PASSER_ROOM) * k;
    }
    struct bay bay = {.part = {PART_NONE}};
    double used = DOOR_ROOM * k + (with_shop ? shop + BETWEEN * k : 0) +
                  (with_passer ? (PASSER_ROOM + BETWEEN) * k : 0);
    double x = x0 + SIDE * k + fmax(0, room - used) / 2;
    const enum part *order = ORDERS[number % (int)G_N_ELEMENTS(ORDERS)];
    for (int i = 0, n = 0; i < PARTS; i++) {
        enum part part = order[i];
        if ((part == PART_SHOP && !with_shop) || (part == PART_PASSER && !with_passer))
            continue;
        double w = part == PART_DOOR ? DOOR_ROOM * k : part == PART_SHOP ? shop : PASSER_ROOM * k;
        bay.part[n] = part;
        bay.x[n] = x;
        bay.w[n++] = w;
        x += w + BETWEEN * k;
    }
    return bay;
}

static int bays_of(const struct house *house)
{
    return MAX(1, (int)lround((house->right - house->left) / UNIT));
}

static struct bay nth_bay(const struct house *house, int i)
{
    double w = (house->right - house->left) / bays_of(house);
    double x = house->left + i * w;
    return bay_of(x, x + w, house->floor / FRONT_FLOOR, house->number + i);
}

void street_draw_floor(struct page *page, const struct island *island, const struct house *house)
{
    struct pen *pen = &page->pen;
    double k = house->floor / FRONT_FLOOR, l = house->left, r = house->right, y = house->ground;
    double top = y - house->floor + 5;
    stroke_pull(pen, POINTS({l - 4, top}, {r + 5, top - 1}), STROKE_STRAIGHT, PEN_MEDIUM, 1);
    stroke_pull(pen, POINTS({l - 4, top + 7 * k}, {r + 5, top + 6 * k}), STROKE_STRAIGHT, PEN_FINE,
                0.8);
    for (int i = 0; i < bays_of(house); i++) {
        struct bay bay = nth_bay(house, i);
        for (int part = 0; part < PARTS; part++) {
            const char *key = arena_printf(page->arena, "bay %d %d", i, part);
            if (bay.part[part] == PART_DOOR)
                figure_door(pen, bay.x[part] + DOOR_LEAF * k, y, k, island->colour, key);
            else if (bay.part[part] == PART_SHOP)
                figure_shop(pen, bay.x[part] + 6 * k, y, bay.w[part] - 12 * k, k, island->colour,
                            island->table->icon, key);
        }
    }
}

void street_draw_passer(struct page *page, const struct house *house)
{
    static const enum pose POSES[] = {POSE_WAVE, POSE_GIVE, POSE_DOWN, POSE_POINT, POSE_HIP};
    double k = house->floor / FRONT_FLOOR;
    for (int i = 0; i < bays_of(house); i += 2) {
        struct bay bay = nth_bay(house, i);
        for (int part = 0; part < PARTS; part++) {
            if (bay.part[part] != PART_PASSER)
                continue;
            int turn = house->number + i;
            bool on_wheels = turn % 4 == 3, flip = bay.x[part] > (house->left + house->right) / 2;
            struct person person = {
                .hair = (enum hair)((turn * 5 + 2) % HAIR_COUNT),
                .colour = colour_accent((house->number + 2) % 6 + 1),
                .pose = POSES[turn % (int)G_N_ELEMENTS(POSES)],
                .stance = turn % 3 == 2 ? STANCE_WALK : STANCE_STAND,
                .dress = turn % 5 == 1,
                .look = 0.6,
                .flip = flip,
            };
            double x = bay.x[part] + bay.w[part] / 2, y = house->ground + FEET * k;
            const char *key = arena_printf(page->arena, "passer %d %d", house->number, i);
            furniture_begin_figure(page, arena_printf(page->arena, "figure:%s", key),
                                   on_wheels ? page_tr(page, N_("A person in a wheelchair"))
                                             : page_tr(page, N_("A person")));
            if (on_wheels)
                figure_wheelchair(&page->pen, x, y, PASSER_TALL * 0.96 * k, &person, key);
            else
                figure_person(&page->pen, x, y, PASSER_TALL * k, &person, key);
            scene_end(page->scene);
        }
    }
}
