// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People on their way: on the lanes below the stations, and up and down the bends.
#include "poster/path.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/furniture.h"

#define TALL 46.0     // on a lane, so that heads stay below the stations
#define TALLER 1.12   // hair and hats above a figure's height
#define FEET 5.0      // above the lower edge of the road
#define APART 46.0    // between two who walk together
#define WIDE 560.0    // stations that two walk along
#define KEEP_OFF 40.0 // from a crossing

struct way_figure {
    double x, ground, h;
    bool back, wheels;
};

static void draw_walker(struct page *page, int number, struct way_figure at)
{
    static const enum pose POSES[] = {POSE_DOWN, POSE_WAVE, POSE_GIVE, POSE_DOWN, POSE_TALK};
    struct person person = {
        // 5 and the number of heads share no divisor: all come before one comes again.
        .hair = (enum hair)((number * 5 + 3) % HAIR_COUNT),
        .colour = colour_accent((number * 2 + 1) % 6 + 1),
        .pose = POSES[number % (int)G_N_ELEMENTS(POSES)],
        .stance = STANCE_WALK,
        .look = 0.5,
        .flip = at.back,
    };
    const char *id = arena_printf(page->arena, "figure:path:%d", number);
    const char *alt =
        page_tr(page, at.wheels ? N_("A person in a wheelchair") : N_("Someone on their way"));
    furniture_begin_figure(page, id, alt);
    if (at.wheels) {
        person.pose = POSE_DOWN;
        figure_wheelchair(&page->pen, at.x, at.ground, at.h, &person, id);
    } else {
        figure_person(&page->pen, at.x, at.ground, at.h, &person, id);
    }
    scene_end(page->scene);
    double half = at.h * (at.wheels ? 0.5 : 0.34);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){at.x - half, at.ground - at.h * TALLER, 2 * half, at.h * TALLER});
}

static bool is_clear(const struct path *path, int lane, double x)
{
    for (int i = 0; i < path->crossings_n; i++)
        if (path->crossings[i].row == lane && fabs(path->crossings[i].x - x) < KEEP_OFF + 29)
            return false;
    return true;
}

static void draw_on_lane(struct page *page, int lane, double x, int *number)
{
    const struct path *path = path_of(page);
    if (!is_clear(path, lane, x))
        return;
    double ground = path_lane(path, lane, x) + PATH_ROAD / 2 - FEET;
    draw_walker(page, *number,
                (struct way_figure){x, ground, TALL, path->rows[lane].back, *number % 5 == 3});
    ++*number;
}

void path_draw_people(struct page *page)
{
    const struct path *path = path_of(page);
    int number = 0;
    pen_push(&page->pen, 0, 0, 1, "walkers");
    for (size_t i = 0; i < page->islands_n; i++) {
        const struct island *island = &page->islands[i];
        double middle = island->box.x + island->box.w / 2;
        bool two = island->box.w > WIDE;
        draw_on_lane(page, path->row_of[i], middle - (two ? APART / 2 : 0), &number);
        if (two)
            draw_on_lane(page, path->row_of[i], middle + APART / 2, &number);
    }
    for (int lane = 0; lane < path->rows_n; lane++) {
        double y0 = path->rows[lane].lane;
        double y1 = lane + 1 < path->rows_n ? path->rows[lane + 1].lane : path->last;
        bool right = lane % 2 == 0;
        double h = right ? 88 : 72, x = (right ? path->right : path->left) - 2;
        int n = y1 - y0 > 420 ? 2 : 1;
        for (int i = 0; i < n && y1 - y0 > 150; i++)
            draw_walker(page, number++,
                        (struct way_figure){x, y0 + (y1 - y0) * (i + 0.9) / (n + 0.6), h,
                                            (i + lane) % 2 == 1, false});
    }
    pen_pop(&page->pen);
}
