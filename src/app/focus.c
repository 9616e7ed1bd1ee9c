// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/focus.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/seat.h"
#include "draw/scene.h"

#define ROW 18.0     // mm: what differs by less in height is one row
#define ASIDE 2.5    // how much more a step aside counts than one ahead
#define LEAST 5.0    // mm: smaller things are not gone to
#define RING 2.5     // mm round the target

// What catches fingers but is no thing to act on, and keys: a real keyboard has its own.
static const char *const passed_over[] = {
    "key:",       "bar:",   "board:",     "bay:",         "composer:",   "handle:",  "naming:",
    "actions:",   "tiles:", "sheet:",     "sheet-room:",  "find-hits:",  "finder:",  "find-keys:",
    "rank-list:", "hall",   "dots-room",  "basket-room:", "ranking-room:", "log-room", "toast",
    "announcement:"};

struct candidate {
    const char *name; // the scene's
    struct point at;  // its middle, seat mm
};

struct gathering {
    const struct scene *scene;
    const struct seat *seats, *seat;
    size_t seats_n;
    struct affine to_seat;
    GArray *all; // struct candidate
};

static bool is_passed_over(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(passed_over); i++) {
        if (g_str_has_prefix(name, passed_over[i]))
            return true;
    }
    return false;
}

static void gather(void *context, const struct scene_mark *mark, struct box box)
{
    struct gathering *gathering = context;
    if (mark->hit == NULL || box.w < LEAST || box.h < LEAST || is_passed_over(mark->hit))
        return;
    struct point middle = {box.x + box.w / 2, box.y + box.h / 2};
    if (seat_at(gathering->seats, gathering->seats_n, middle) != gathering->seat)
        return;
    const char *top = scene_hit(gathering->scene, middle, NULL); // nothing lies on it
    if (top == NULL || strcmp(top, mark->hit) != 0)
        return;
    for (guint i = 0; i < gathering->all->len; i++) { // a thing of two parts is one
        if (strcmp(g_array_index(gathering->all, struct candidate, i).name, mark->hit) == 0)
            return;
    }
    struct candidate candidate = {mark->hit, affine_apply(gathering->to_seat, middle)};
    g_array_append_val(gathering->all, candidate);
}

static int in_reading_order(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    double row = floor(x->at.y / ROW) - floor(y->at.y / ROW);
    if (row != 0)
        return row < 0 ? -1 : 1;
    return x->at.x < y->at.x ? -1 : x->at.x > y->at.x;
}

static int index_of(const GArray *all, const char *name)
{
    for (guint i = 0; i < all->len; i++) {
        if (strcmp(g_array_index(all, struct candidate, i).name, name) == 0)
            return (int)i;
    }
    return -1;
}

// The nearest in a direction, steps aside counting more; -1: none.
static int nearest(const GArray *all, int from, enum focus_way way)
{
    const struct point here = g_array_index(all, struct candidate, from).at;
    double least = 0;
    int best = -1;
    for (guint i = 0; i < all->len; i++) {
        struct point at = g_array_index(all, struct candidate, i).at;
        double dx = at.x - here.x, dy = at.y - here.y;
        double ahead = way == FOCUS_LEFT    ? -dx
                       : way == FOCUS_RIGHT ? dx
                       : way == FOCUS_UP    ? -dy
                                            : dy;
        double aside = way == FOCUS_LEFT || way == FOCUS_RIGHT ? fabs(dy) : fabs(dx);
        double far = ahead + ASIDE * aside;
        if ((int)i == from || ahead < 1 || ahead < aside * 0.4)
            continue;
        if (best < 0 || far < least) {
            best = (int)i;
            least = far;
        }
    }
    return best;
}

bool focus_move(struct focus *focus, const struct scene *scene, const struct seat *seats,
                size_t seats_n, const struct seat *seat, enum focus_way way)
{
    struct gathering gathering = {.scene = scene,
                                  .seats = seats,
                                  .seats_n = seats_n,
                                  .seat = seat,
                                  .to_seat = seat_from_glass(seat),
                                  .all = g_array_new(FALSE, FALSE, sizeof(struct candidate))};
    scene_each_mark(scene, gather, &gathering);
    GArray *all = gathering.all;
    g_array_sort(all, in_reading_order);
    int n = (int)all->len, at = focus->on ? index_of(all, focus->target) : -1, to = -1;
    if (n > 0 && at < 0)
        to = way == FOCUS_PREVIOUS ? n - 1 : 0;
    else if (n > 0 && way == FOCUS_NEXT)
        to = (at + 1) % n;
    else if (n > 0 && way == FOCUS_PREVIOUS)
        to = (at + n - 1) % n;
    else if (n > 0)
        to = nearest(all, at, way);
    if (to >= 0) {
        focus->on = true;
        g_strlcpy(focus->target, g_array_index(all, struct candidate, to).name,
                  sizeof focus->target);
    }
    g_array_free(all, TRUE);
    return to >= 0;
}

bool focus_find(struct focus *focus, const struct scene *scene, struct box *box)
{
    focus->on = focus->on && scene_find(scene, focus->target, box);
    return focus->on;
}

void focus_draw(const struct box *box, struct kit *kit)
{
    struct box ring = box_grow(*box, RING);
    kit_frame(kit, ring, 6, 4.4, COLOUR_PAPER);
    kit_frame(kit, ring, 6, 2.2, COLOUR_INK);
}
