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

// NULL: the glass.
static const struct seat *seat_of(const struct drawer *drawer)
{
    return drawer->seat > 0 ? stage_seat(drawer->stage, drawer->seat) : NULL;
}

static double way_from(const struct drawer *drawer, double top)
{
    const struct seat *seat = seat_of(drawer);
    return (seat != NULL ? seat_height(seat) : drawer->stage->h) - top;
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
    kit_sit(&kit, seat_of(drawer));
    draw(content, &kit);
    kit_clear(&kit);
    arena_free(arena);
    for (size_t i = 0; i < drawer->leaving->marks_n; i++) { // it is neither touched nor read out
        struct scene_mark *mark = &drawer->leaving->marks[i];
        mark->hit = mark->id = mark->text = NULL;
    }
}

void drawer_draw_leaving(const struct drawer *drawer, struct kit *kit)
{
    double gone = motion_share(drawer->stage, MOTION_CLOSE, drawer->closed);
    if (drawer->leaving == NULL || gone >= 1)
        return;
    const struct seat *seat = seat_of(drawer);
    struct affine m = seat != NULL ? seat_to_glass(seat) : AFFINE_IDENTITY;
    struct point to = affine_apply(m, (struct point){0, gone * drawer->way});
    scene_use(kit->scene, drawer->leaving, affine_translation(to.x - m.x0, to.y - m.y0), 1);
}

void drawer_begin(const struct drawer *drawer, struct kit *kit, double top)
{
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
