// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table screen: a desk at every seat.
#include <glib.h>
#include <string.h>

#include "app/desk.h"
#include "app/handover.h"
#include "app/kit.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "base/arena.h"

struct screen_table {
    struct screen screen;
    int64_t workshop;
    struct desk desks[SEATS_MOST];
    size_t n;
    struct handovers handovers; // cards on their way from one to another
    uint64_t revision; // of the file that the boards show
    int64_t gathered;  // table that the facilitator has brought all to, 0: each at its own
};

static struct screen_table *self_of(struct screen *screen)
{
    return (struct screen_table *)(void *)screen;
}

static struct desk *at_seat(struct screen_table *self, int seat)
{
    for (size_t i = 0; i < self->n; i++) {
        if (self->desks[i].seat == seat)
            return &self->desks[i];
    }
    return &self->desks[0];
}

// All seats show the table that the facilitator chose, until each goes back to its own.
static void gather(struct screen_table *self)
{
    const struct stage *stage = self->screen.stage;
    int64_t wanted = stage->plenary.about.gathered;
    if (wanted == self->gathered)
        return;
    self->gathered = wanted;
    for (size_t i = 0; i < self->n; i++) {
        struct desk *desk = &self->desks[i];
        int64_t own = stage->settings.seats[desk->seat - 1].table;
        int64_t table = wanted != 0 ? wanted : own;
        if (table != 0 && table != desk->board.table)
            desk_show_table(desk, table);
    }
}

static void enter(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    plenary_attend(screen->stage, self->workshop);
    for (size_t i = 0; i < self->n; i++)
        desk_load(&self->desks[i]);
    self->revision = store_revision(screen->stage->store);
    gather(self);
}

// What one seat has changed the others see too.
static void share(struct screen_table *self, const struct desk *changed)
{
    uint64_t revision = store_revision(self->screen.stage->store);
    for (size_t i = 0; i < self->n && revision != self->revision; i++) {
        if (&self->desks[i] != changed)
            board_load(&self->desks[i].board);
    }
    self->revision = revision;
}

static void follow(struct screen *screen)
{
    gather(self_of(screen));
    share(self_of(screen), NULL);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_table *self = self_of(screen);
    struct desk *desk = at_seat(self, touch->seat);
    char turn[32];
    g_snprintf(turn, sizeof turn, "turn:seat%d", touch->seat);
    if (strcmp(touch->target, turn) == 0) {
        if (touch_is_tap(touch))
            stage_turn_seat(screen->stage, touch->seat);
        return;
    }
    if (!handovers_touch(&self->handovers, touch)) {
        desk_touch(desk, touch);
        handovers_collect(&self->handovers, desk);
    }
    share(self, desk);
}

static void key(struct screen *screen, const struct event *event)
{
    struct screen_table *self = self_of(screen);
    struct desk *desk = at_seat(self, screen->stage->seat_touched);
    desk_key(desk, event);
    share(self, desk);
}

static bool types(const struct screen *screen)
{
    const struct screen_table *self = (const struct screen_table *)(const void *)screen;
    for (size_t i = 0; i < self->n; i++) {
        if (self->desks[i].seat == screen->stage->seat_touched)
            return desk_types(&self->desks[i]);
    }
    return false;
}

static void tick(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    for (size_t i = 0; i < self->n; i++)
        desk_tick(&self->desks[i]);
    handovers_tick(&self->handovers);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_table *self = (const struct screen_table *)(const void *)screen;
    int least = -1;
    for (size_t i = 0; i < self->n; i++) {
        int wait = desk_next_tick(&self->desks[i], now);
        if (wait >= 0)
            least = least < 0 ? wait : MIN(least, wait);
    }
    int asking = handovers_next_tick(&self->handovers, now);
    if (asking >= 0)
        least = least < 0 ? asking : MIN(least, asking);
    struct point points[SEATS_MOST];
    const struct stage *stage = screen->stage;
    if (stage->settings.around && seats_crossings(stage->seats, stage->seats_n, points, 1) > 0) {
        int minute = (int)(60000 - stage->world.now_ms(stage->world.context) % 60000);
        least = least < 0 ? minute : MIN(least, minute);
    }
    return least;
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_table *self = self_of(screen);
    const struct stage *stage = screen->stage;
    for (size_t i = 0; i < self->n && i < stage->seats_n; i++) {
        struct desk *desk = &self->desks[i];
        kit_sit(kit, stage_seat(stage, desk->seat));
        if (stage->seats_n > 1)
            kit_clip(kit, (struct box){0, 0, seat_width(&stage->seats[i]),
                                       seat_height(&stage->seats[i])});
        desk_draw(desk, kit);
        if (stage->seats_n > 1)
            kit_unclip(kit);
    }
    if (stage->seats_n > 1)
        seat_borders_draw(kit, stage);
    handovers_draw(&self->handovers, kit);
    for (size_t i = 0; i < self->n && i < stage->seats_n; i++) {
        kit_sit(kit, stage_seat(stage, self->desks[i].seat));
        desk_draw_held(&self->desks[i], kit);
    }
    kit_sit(kit, NULL);
}

static double toast_bottom(const struct screen *screen, int seat)
{
    const struct screen_table *self = (const struct screen_table *)(const void *)screen;
    for (size_t i = 0; i < self->n; i++) {
        if (self->desks[i].seat == seat)
            return desk_toast_bottom(&self->desks[i]);
    }
    return seat_height(stage_seat(screen->stage, seat)) - BOARD_BOTTOM - 10;
}

static void destroy(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    for (size_t i = 0; i < self->n; i++)
        desk_clear(&self->desks[i]);
    handovers_clear(&self->handovers);
    g_free(self);
}

static bool has_table(const struct table *tables, size_t n, int64_t table)
{
    for (size_t i = 0; i < n; i++) {
        if (tables[i].id == table)
            return true;
    }
    return false;
}

// Where each seat was last, else one table a seat in their order. Somebody sits at `wanted`.
static void seat_at_tables(struct screen_table *self, int64_t wanted)
{
    struct stage *stage = self->screen.stage;
    struct arena *arena = arena_new();
    struct seat seats[SEATS_MOST];
    size_t n = 0;
    const struct table *tables = store_tables(stage->store, arena, self->workshop, &n, NULL);
    int64_t at[SEATS_MOST];
    bool taken = false;
    self->n = seats_arrange(seats, stage->people, stage->settings.around, stage->w, stage->h);
    for (size_t i = 0; i < self->n; i++) {
        int64_t kept = stage->settings.seats[i].table;
        const struct draft *draft = store_draft(stage->store, arena, seats[i].number);
        at[i] = has_table(tables, n, kept)                            ? kept
                : draft != NULL && has_table(tables, n, draft->table) ? draft->table
                : n > 0                                               ? tables[i % n].id
                                                                      : wanted;
        taken = taken || at[i] == wanted;
    }
    if (!taken || self->n == 1)
        at[0] = wanted;
    for (size_t i = 0; i < self->n; i++) {
        desk_init(&self->desks[i], stage, seats[i].number, self->workshop, at[i]);
        stage->settings.seats[i].table = at[i];
    }
    settings_save(&stage->settings);
    arena_free(arena);
}

struct screen *screen_table_new(struct stage *stage, int64_t workshop, int64_t table)
{
    static const struct screen_class class = {
        .name = "table",
        .audience = AUDIENCE_PARTICIPANTS,
        .by_seat = true,
        .enter = enter,
        .follow = follow,
        .touch = touch,
        .key = key,
        .types = types,
        .tick = tick,
        .next_tick = next_tick,
        .draw = draw,
        .toast_bottom = toast_bottom,
        .free = destroy,
    };
    struct screen_table *self = g_new0(struct screen_table, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    seat_at_tables(self, table);
    handovers_init(&self->handovers, stage, self->desks, self->n);
    return &self->screen;
}
