// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table screen: at every seat a board and, while someone writes, a composer.
#include <glib.h>
#include <string.h>

#include "app/board.h"
#include "app/composer.h"
#include "app/kit.h"
#include "app/naming.h"
#include "app/stage.h"
#include "base/arena.h"

struct place_at_table { // what one seat shows
    struct board board;
    struct composer *composer; // NULL: nobody writes
    struct naming *naming;     // NULL: the table is not being named
};

struct screen_table {
    struct screen screen;
    int64_t workshop, table;
    struct place_at_table seats[SEATS_MOST];
    size_t n;
    uint64_t revision; // of the file that the boards show
};

static struct screen_table *self_of(struct screen *screen)
{
    return (struct screen_table *)(void *)screen;
}

static struct place_at_table *at_seat(struct screen_table *self, int seat)
{
    for (size_t i = 0; i < self->n; i++) {
        if (self->seats[i].board.seat == seat)
            return &self->seats[i];
    }
    return &self->seats[0];
}

static void compose(struct place_at_table *place, int64_t card)
{
    const struct board *board = &place->board;
    place->board.giving = false;
    place->composer = composer_new(board->stage, board->seat, board, card);
}

// Closes the composer; a committed card is shown where it hangs.
static void compose_done(struct place_at_table *place)
{
    int64_t card = composer_card(place->composer);
    g_clear_pointer(&place->composer, composer_free);
    place->board.selected = 0;
    board_load(&place->board);
    board_reveal(&place->board, card);
}

static void enter(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < self->n; i++) {
        struct place_at_table *place = &self->seats[i];
        board_load(&place->board);
        const struct draft *draft = store_draft_of(screen->stage->store, arena, place->board.seat,
                                                   self->table, STORE_ANY_CARD);
        if (draft != NULL && place->composer == NULL)
            compose(place, draft->card);
    }
    arena_free(arena);
    self->revision = store_revision(screen->stage->store);
}

static void do_wish(struct screen_table *self, struct place_at_table *place, enum board_wish wish)
{
    switch (wish) {
    case BOARD_NONE:
        break;
    case BOARD_NEW_CARD:
        compose(place, 0);
        break;
    case BOARD_EDIT_CARD:
        compose(place, place->board.selected);
        break;
    case BOARD_NAME:
        place->board.giving = false;
        place->naming = naming_new(self->screen.stage, place->board.seat, self->table, ENTITY_TABLE,
                                   self->table, place->board.about.title, false);
        break;
    case BOARD_LEAVE:
        if (stage_can_go_back(self->screen.stage))
            stage_back(self->screen.stage);
        else
            stage_show_alone(self->screen.stage,
                             screen_hall_new(self->screen.stage, self->workshop));
        break;
    }
}

static void end_naming(struct place_at_table *place)
{
    if (!naming_is_done(place->naming))
        return;
    g_clear_pointer(&place->naming, naming_free);
    board_load(&place->board);
}

// What one seat has changed the others see too.
static void share(struct screen_table *self, const struct place_at_table *changed)
{
    uint64_t revision = store_revision(self->screen.stage->store);
    for (size_t i = 0; i < self->n && revision != self->revision; i++) {
        if (&self->seats[i] != changed)
            board_load(&self->seats[i].board);
    }
    self->revision = revision;
}

static void touch_place(struct screen_table *self, struct place_at_table *place,
                        const struct touch *touch)
{
    if (place->composer != NULL && composer_touch(place->composer, touch)) {
        if (composer_is_done(place->composer))
            compose_done(place);
        return;
    }
    if (place->naming != NULL && naming_touch(place->naming, touch)) {
        end_naming(place);
        return;
    }
    enum board_wish wish = board_touch(&place->board, touch);
    // While someone writes at the seat, its board is looked at and moved, not written on.
    bool busy = place->composer != NULL || place->naming != NULL;
    if (!busy || wish == BOARD_LEAVE)
        do_wish(self, place, wish);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_table *self = self_of(screen);
    struct place_at_table *place = at_seat(self, touch->seat);
    touch_place(self, place, touch);
    share(self, place);
}

static void key_place(struct screen_table *self, struct place_at_table *place,
                      const struct event *event)
{
    if (event->type == EVENT_WHEEL) {
        board_wheel(&place->board, event->dy);
        return;
    }
    if (place->naming != NULL) {
        naming_key(place->naming, event);
        end_naming(place);
        return;
    }
    if (place->composer == NULL && event->type == EVENT_TEXT) // writing begins by writing
        compose(place, 0);
    if (place->composer != NULL) {
        composer_key(place->composer, event);
        if (composer_is_done(place->composer))
            compose_done(place);
    } else if (event->key == KEY_UNDO) {
        board_undo(&place->board);
    } else if (event->key == KEY_REDO) {
        board_redo(&place->board);
    } else if (event->key == KEY_ESCAPE) {
        if (place->board.selected != 0)
            place->board.selected = 0;
        else
            do_wish(self, place, BOARD_LEAVE);
    }
}

static void key(struct screen *screen, const struct event *event)
{
    struct screen_table *self = self_of(screen);
    struct place_at_table *place = at_seat(self, screen->stage->seat_touched);
    key_place(self, place, event);
    share(self, place);
}

static void tick(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    for (size_t i = 0; i < self->n; i++) {
        if (self->seats[i].composer != NULL)
            composer_tick(self->seats[i].composer);
        if (self->seats[i].naming != NULL)
            naming_tick(self->seats[i].naming);
    }
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_table *self = (const struct screen_table *)(const void *)screen;
    int least = -1;
    for (size_t i = 0; i < self->n; i++) {
        const struct place_at_table *place = &self->seats[i];
        int wait = place->composer != NULL ? composer_next_tick(place->composer, now)
                   : place->naming != NULL ? naming_next_tick(place->naming, now)
                                           : -1;
        if (wait >= 0)
            least = least < 0 ? wait : MIN(least, wait);
    }
    return least;
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_table *self = self_of(screen);
    for (size_t i = 0; i < self->n; i++) {
        struct place_at_table *place = &self->seats[i];
        kit_sit(kit, stage_seat(screen->stage, place->board.seat));
        board_draw(&place->board, kit, place->composer != NULL || place->naming != NULL);
        if (place->composer != NULL)
            composer_draw(place->composer, kit);
        if (place->naming != NULL)
            naming_draw(place->naming, kit);
    }
    kit_sit(kit, NULL);
}

static double toast_bottom(const struct screen *screen, int seat)
{
    const struct screen_table *self = (const struct screen_table *)(const void *)screen;
    for (size_t i = 0; i < self->n; i++) {
        const struct place_at_table *place = &self->seats[i];
        if (place->board.seat == seat && place->composer != NULL)
            return composer_top(place->composer) - 8;
        if (place->board.seat == seat && place->naming != NULL)
            return naming_top(place->naming) - 8;
    }
    return seat_height(stage_seat(screen->stage, seat)) - BOARD_BOTTOM - 10;
}

static void destroy(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    for (size_t i = 0; i < self->n; i++) {
        composer_free(self->seats[i].composer);
        naming_free(self->seats[i].naming);
        board_clear(&self->seats[i].board);
    }
    g_free(self);
}

struct screen *screen_table_new(struct stage *stage, int64_t workshop, int64_t table)
{
    static const struct screen_class class = {
        .name = "table",
        .by_seat = true,
        .enter = enter,
        .touch = touch,
        .key = key,
        .tick = tick,
        .next_tick = next_tick,
        .draw = draw,
        .toast_bottom = toast_bottom,
        .free = destroy,
    };
    struct screen_table *self = g_new0(struct screen_table, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    self->table = table;
    struct seat seats[SEATS_MOST];
    self->n = seats_arrange(seats, stage->people, stage->w, stage->h);
    for (size_t i = 0; i < self->n; i++)
        board_init(&self->seats[i].board, stage, seats[i].number, workshop, table);
    return &self->screen;
}
