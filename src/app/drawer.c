// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawer.h"

#include "app/kit.h"
#include "app/motion.h"
#include "app/stage.h"
#include "base/arena.h"

void drawer_init(struct drawer *drawer, struct stage *stage, int seat)
{
    *drawer = (struct drawer){
        .stage = stage, .seat = seat, .opened = MOTION_NEVER, .closed = MOTION_NEVER};
}

static void free_scene(gpointer scene)
{
    scene_free(scene);
}

void drawer_clear(struct drawer *drawer)
{
    stage_retire(drawer->stage, drawer->leaving, free_scene);
    drawer->leaving = NULL;
}

void drawer_open(struct drawer *drawer)
{
    drawer->opened = drawer->stage->now;
}

static double way_from(const struct drawer *drawer, double top)
{
    return seat_height(stage_seat(drawer->stage, drawer->seat)) - top;
}

void drawer_close(struct drawer *drawer, double top, drawer_draw *draw, void *content)
{
    struct stage *stage = drawer->stage;
    drawer_clear(drawer);
    drawer->closed = stage->now;
    if (motion_share(stage, MOTION_CLOSE, drawer->closed) >= 1)
        return;
    struct arena *arena = arena_new();
    struct kit kit;
    drawer->way = way_from(drawer, top);
    drawer->leaving = scene_new(stage->w, stage->h);
    kit_init(&kit, stage, drawer->leaving, arena);
    kit_sit(&kit, stage_seat(stage, drawer->seat));
    draw(content, &kit);
    kit_clear(&kit);
    arena_free(arena);
    for (size_t i = 0; i < drawer->leaving->marks_n; i++) { // it is neither touched nor read out
        struct scene_mark *mark = &drawer->leaving->marks[i];
        mark->hit = mark->id = mark->text = NULL;
    }
}

void drawer_begin(struct drawer *drawer, struct kit *kit, double top)
{
    double gone = motion_share(drawer->stage, MOTION_CLOSE, drawer->closed);
    if (drawer->leaving != NULL && gone < 1) {
        struct affine seat = seat_to_glass(stage_seat(drawer->stage, drawer->seat));
        struct point to = affine_apply(seat, (struct point){0, gone * drawer->way});
        scene_use(kit->scene, drawer->leaving, affine_translation(to.x - seat.x0, to.y - seat.y0),
                  1);
    }
    double rest = 1 - motion_share(drawer->stage, MOTION_OPEN, drawer->opened);
    kit_slide(kit, 0, rest * way_from(drawer, top));
}

void drawer_end(struct kit *kit)
{
    kit_slide(kit, 0, 0);
}

int drawer_next_tick(const struct drawer *drawer, int64_t now)
{
    int in = motion_next_tick(drawer->stage, MOTION_OPEN, drawer->opened, now);
    int out = motion_next_tick(drawer->stage, MOTION_CLOSE, drawer->closed, now);
    return in < 0 ? out : out < 0 ? in : MIN(in, out);
}
