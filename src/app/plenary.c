// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plenary.h"

#include <string.h>

#include "app/announcement.h"
#include "app/motion.h"
#include "app/kit.h"
#include "app/stage.h"
#include "base/arena.h"

#define FOLLOW_MS 500 // how often a process that only reads looks for changes

static const struct phase none = {.kind = "", .title = "", .rules = ""};

void plenary_init(struct plenary *plenary)
{
    *plenary = (struct plenary){.arena = arena_new(), .about = {.title = "", .projector = ""}};
}

void plenary_clear(struct plenary *plenary)
{
    arena_free(plenary->arena);
}

static int64_t wall(const struct stage *stage)
{
    return stage->world.now_ms(stage->world.context);
}

const struct phase *plenary_phase(const struct plenary *plenary)
{
    return plenary->at < plenary->phases_n ? &plenary->phases[plenary->at] : &none;
}

struct clock plenary_clock(const struct stage *stage)
{
    return clock_of(plenary_phase(&stage->plenary), wall(stage));
}

bool plenary_is_frozen(const struct stage *stage)
{
    return stage->plenary.workshop != 0 && stage->plenary.about.frozen;
}

static void load(struct stage *stage)
{
    struct plenary *plenary = &stage->plenary;
    size_t n;
    arena_reset(plenary->arena);
    plenary->about = (struct workshop){.title = "", .projector = "", .lang = ""};
    const struct workshop *workshops = store_workshops(stage->store, plenary->arena, &n, NULL);
    for (size_t i = 0; i < n; i++) {
        if (workshops[i].id == plenary->workshop)
            plenary->about = workshops[i];
    }
    plenary->phases = store_phases(stage->store, plenary->arena, plenary->workshop,
                                   &plenary->phases_n, NULL);
    plenary->at = 0;
    while (plenary->at < plenary->phases_n &&
           plenary->phases[plenary->at].id != plenary->about.phase)
        plenary->at++;
}

void plenary_attend(struct stage *stage, int64_t workshop)
{
    struct plenary *plenary = &stage->plenary;
    if (plenary->workshop == workshop)
        return;
    plenary->workshop = workshop;
    plenary->revision = store_revision(stage->store);
    plenary->until = 0;
    load(stage);
    plenary->announced = plenary_phase(plenary)->started;
    // A clock that ran out while nobody looked is seen, not heard.
    if (plenary_clock(stage).state == CLOCK_OVER)
        plenary->rung = plenary_phase(plenary)->ends;
}

static void announce(struct stage *stage, const struct phase *phase)
{
    struct plenary *plenary = &stage->plenary;
    bool begins = phase->started > plenary->announced;
    plenary->announced = phase->started;
    if (!begins) // undone
        return;
    plenary->until = stage->now + ANNOUNCEMENT_MS;
    memset(plenary->gone, 0, sizeof plenary->gone);
    stage_sound(stage, SOUND_GONG);
}

bool plenary_follow(struct stage *stage)
{
    struct plenary *plenary = &stage->plenary;
    if (plenary->workshop == 0)
        return false;
    uint64_t revision = store_revision(stage->store);
    bool changed = revision != plenary->revision;
    if (changed) {
        plenary->revision = revision;
        load(stage);
        const struct phase *phase = plenary_phase(plenary);
        if (phase->started != plenary->announced)
            announce(stage, phase);
    }
    if (plenary->until != 0 && stage->now >= plenary->until)
        plenary->until = 0;
    const struct phase *phase = plenary_phase(plenary);
    if (plenary_clock(stage).state == CLOCK_OVER && phase->ends > plenary->rung) {
        plenary->rung = phase->ends;
        stage_sound(stage, SOUND_GONG);
    }
    return changed;
}

static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

static int64_t announced_at(const struct plenary *plenary)
{
    return plenary->until != 0 ? plenary->until - ANNOUNCEMENT_MS : MOTION_NEVER;
}

int plenary_next_tick(const struct stage *stage, int64_t now)
{
    const struct plenary *plenary = &stage->plenary;
    if (plenary->workshop == 0)
        return -1;
    struct clock clock = plenary_clock(stage);
    int wait = clock_next_tick(&clock);
    if (clock.state == CLOCK_OVER && plenary_phase(plenary)->ends > plenary->rung)
        wait = 0;
    if (plenary->until != 0)
        wait = sooner(wait, (int)MAX(0, plenary->until - now));
    wait = sooner(wait, motion_next_tick(stage, MOTION_ANNOUNCE, announced_at(plenary), now));
    return stage->reads ? sooner(wait, FOLLOW_MS) : wait;
}

bool plenary_announces(const struct stage *stage, int seat)
{
    return stage->plenary.until != 0 && !stage->plenary.gone[seat - 1];
}

void plenary_hush(struct stage *stage, int seat)
{
    stage->plenary.gone[seat - 1] = true;
    for (size_t i = 0; i < stage->seats_n; i++) {
        if (!stage->plenary.gone[stage->seats[i].number - 1])
            return;
    }
    stage->plenary.until = 0;
}

// From the seat's upper edge.
static void slide_in(const struct stage *stage, struct kit *kit, const struct seat *seat)
{
    double rest = 1 - motion_share(stage, MOTION_ANNOUNCE, announced_at(&stage->plenary));
    kit_clip(kit, (struct box){0, 0, seat_width(seat), seat_height(seat)});
    kit_slide(kit, 0, -rest * seat_height(seat));
    announcement_draw(stage, kit, seat);
    kit_slide(kit, 0, 0);
    kit_unclip(kit);
}

void plenary_draw(const struct stage *stage, struct kit *kit)
{
    bool by_seat = stage_shown(stage)->class->by_seat;
    for (size_t i = 0; i < stage->seats_n; i++) {
        const struct seat *seat = &stage->seats[i];
        kit_sit(kit, seat);
        if (by_seat && plenary_is_frozen(stage))
            rest_draw(stage, kit, seat);
        if (plenary_announces(stage, seat->number))
            slide_in(stage, kit, seat);
    }
    kit_sit(kit, NULL);
}
