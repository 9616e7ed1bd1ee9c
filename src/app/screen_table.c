// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table screen: at every seat a board and, while someone writes, a composer.
#include <glib.h>
#include <string.h>

#include "app/basket.h"
#include "app/board.h"
#include "app/composer.h"
#include "app/finder.h"
#include "app/kit.h"
#include "app/naming.h"
#include "app/pledge.h"
#include "app/ranking.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/table_choice.h"
#include "base/arena.h"

struct place_at_table { // what one seat shows
    struct board board;
    struct composer *composer;   // NULL: nobody writes
    struct naming *naming;       // NULL: nothing is being named
    struct pledge *pledge;       // NULL: nothing is being agreed
    struct finder *finder;       // of these three at most one is there; it covers the seat
    struct basket *basket;
    struct ranking *ranking;
    struct table_choice *choice; // NULL: no other table is being chosen
};

struct screen_table {
    struct screen screen;
    int64_t workshop;
    struct place_at_table seats[SEATS_MOST];
    size_t n;
    uint64_t revision; // of the file that the boards show
    int64_t gathered;  // table that the facilitator has brought all to, 0: each at its own
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

static void leave_to_hall(struct screen_table *self)
{
    struct stage *stage = self->screen.stage;
    if (stage_can_go_back(stage))
        stage_back(stage);
    else
        stage_show_alone(stage, screen_hall_new(stage, self->workshop));
}

static void remember_table(struct stage *stage, int seat, int64_t table)
{
    if (stage->settings.seats[seat - 1].table == table)
        return;
    stage->settings.seats[seat - 1].table = table;
    settings_save(&stage->settings);
}

// The seat shows another table. A card half written stays where it was.
static void show_table(struct screen_table *self, struct place_at_table *place, int64_t table)
{
    struct stage *stage = self->screen.stage;
    int seat = place->board.seat;
    g_clear_pointer(&place->composer, composer_free);
    g_clear_pointer(&place->naming, naming_free);
    g_clear_pointer(&place->pledge, pledge_free);
    board_clear(&place->board);
    board_init(&place->board, stage, seat, self->workshop, table);
    board_load(&place->board);
    struct arena *arena = arena_new();
    const struct draft *draft = store_draft_of(stage->store, arena, seat, table, STORE_ANY_CARD);
    if (draft != NULL)
        compose(place, draft->card);
    arena_free(arena);
}

// The seat goes to another table.
static void move_to(struct screen_table *self, struct place_at_table *place, int64_t table)
{
    show_table(self, place, table);
    remember_table(self->screen.stage, place->board.seat, table);
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
        struct place_at_table *place = &self->seats[i];
        int64_t own = stage->settings.seats[place->board.seat - 1].table;
        int64_t table = wanted != 0 ? wanted : own;
        if (table != 0 && table != place->board.table)
            show_table(self, place, table);
    }
}

static void enter(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    struct arena *arena = arena_new();
    plenary_attend(screen->stage, self->workshop);
    for (size_t i = 0; i < self->n; i++) {
        struct place_at_table *place = &self->seats[i];
        board_load(&place->board);
        const struct draft *draft = store_draft_of(screen->stage->store, arena, place->board.seat,
                                                   place->board.table, STORE_ANY_CARD);
        if (draft != NULL && place->composer == NULL)
            compose(place, draft->card);
    }
    arena_free(arena);
    self->revision = store_revision(screen->stage->store);
    gather(self);
}

// At one seat the way leads to the hall; where several sit each goes to another table alone.
static void open_choice(struct screen_table *self, struct place_at_table *place)
{
    if (self->screen.stage->seats_n == 1)
        leave_to_hall(self);
    else
        place->choice = table_choice_new(self->screen.stage, place->board.seat, self->workshop,
                                         place->board.table);
}

static void end_choice(struct screen_table *self, struct place_at_table *place,
                       const struct touch *touch)
{
    int64_t table = 0;
    enum table_wish wish = table_choice_touch(place->choice, touch, &table);
    if (wish == TABLE_NONE)
        return;
    g_clear_pointer(&place->choice, table_choice_free);
    if (wish == TABLE_HALL)
        leave_to_hall(self);
    else if (wish == TABLE_CHOSEN && table != place->board.table)
        move_to(self, place, table);
}

static void name_bundle(struct place_at_table *place)
{
    const struct board *board = &place->board;
    const struct loop *loop = board_find_loop(board, board->bundle);
    if (loop == NULL)
        return;
    char *proposal = board_propose_name(board, loop->id);
    place->naming = naming_new_field(board->stage, board->seat, board->table, ENTITY_BUNDLE,
                                     loop->id, "name", N_("Bundle named"), loop->name, proposal);
    g_free(proposal);
}

static void write_gloss(struct place_at_table *place)
{
    const struct board *board = &place->board;
    const struct card *card = board_find(board, board->selected, NULL, NULL);
    if (card != NULL)
        place->naming = naming_new_field(board->stage, board->seat, board->table, ENTITY_CARD,
                                         card->id, "gloss", N_("Said in German"), card->gloss, "");
}

static void pledge(struct screen_table *self, struct place_at_table *place, int64_t card)
{
    const struct board *board = &place->board;
    const struct card *found = board_find(board, card, NULL, NULL);
    if (found != NULL)
        place->pledge = pledge_new(self->screen.stage, board->seat, self->workshop,
                                   board->about.number, found);
}

static void end_pledge(struct place_at_table *place)
{
    if (!pledge_is_done(place->pledge))
        return;
    g_clear_pointer(&place->pledge, pledge_free);
    place->board.selected = 0;
    board_load(&place->board);
}

// Closes the composer; a committed card is shown where it hangs. A new one of the realisation asks
// at once who does it.
static void compose_done(struct screen_table *self, struct place_at_table *place)
{
    int64_t card = composer_card(place->composer);
    bool fresh = card != 0 && board_find(&place->board, card, NULL, NULL) == NULL;
    g_clear_pointer(&place->composer, composer_free);
    place->board.selected = 0;
    board_load(&place->board);
    board_reveal(&place->board, card, false);
    if (fresh && strcmp(place->board.phase.kind, "realisation") == 0)
        pledge(self, place, card);
}

static void do_wish(struct screen_table *self, struct place_at_table *place, enum board_wish wish)
{
    struct stage *stage = self->screen.stage;
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
        if (self->screen.stage->seats_n > 1) {
            open_choice(self, place);
            break;
        }
        place->naming =
            naming_new(self->screen.stage, place->board.seat, place->board.table, ENTITY_TABLE,
                       place->board.table, place->board.about.title, false);
        break;
    case BOARD_NAME_BUNDLE:
        name_bundle(place);
        break;
    case BOARD_GLOSS:
        write_gloss(place);
        break;
    case BOARD_WISH:
        compose(place, -place->board.selected);
        break;
    case BOARD_AGREE:
        pledge(self, place, place->board.selected);
        break;
    case BOARD_SEARCH:
        toasts_hide(&stage->toasts, place->board.seat);
        place->finder =
            finder_new(stage, place->board.seat, self->workshop, place->board.table);
        break;
    case BOARD_BASKET:
        toasts_hide(&stage->toasts, place->board.seat);
        place->basket =
            basket_new(stage, place->board.seat, self->workshop, place->board.table);
        break;
    case BOARD_RANKING:
        place->ranking =
            ranking_new(stage, place->board.seat, self->workshop, place->board.table);
        break;
    case BOARD_LEAVE:
        open_choice(self, place);
        break;
    }
}

static void clear_covers(struct place_at_table *place)
{
    g_clear_pointer(&place->finder, finder_free);
    g_clear_pointer(&place->basket, basket_free);
    g_clear_pointer(&place->ranking, ranking_free);
}

static bool is_covered(const struct place_at_table *place)
{
    return place->finder != NULL || place->basket != NULL || place->ranking != NULL;
}

// What covers the seat closes; the finder leads to what was found.
static void end_cover(struct screen_table *self, struct place_at_table *place)
{
    bool done = (place->finder != NULL && finder_is_done(place->finder)) ||
                (place->basket != NULL && basket_is_done(place->basket)) ||
                (place->ranking != NULL && ranking_is_done(place->ranking));
    if (!done)
        return;
    int64_t table = 0, card = place->finder != NULL ? finder_card(place->finder, &table) : 0;
    clear_covers(place);
    if (card != 0 && table != place->board.table)
        move_to(self, place, table);
    board_load(&place->board);
    if (card != 0)
        board_reveal(&place->board, card, true);
}

static void touch_cover(struct place_at_table *place, const struct touch *touch)
{
    if (place->finder != NULL)
        finder_touch(place->finder, touch);
    else if (place->basket != NULL)
        basket_touch(place->basket, touch);
    else
        ranking_touch(place->ranking, touch);
}

static void press_cover(struct place_at_table *place, const struct event *event)
{
    if (place->finder != NULL)
        finder_key(place->finder, event);
    else if (place->basket != NULL)
        basket_key(place->basket, event);
    else
        ranking_key(place->ranking, event);
}

static void draw_cover(struct place_at_table *place, struct kit *kit)
{
    if (place->finder != NULL)
        finder_draw(place->finder, kit);
    else if (place->basket != NULL)
        basket_draw(place->basket, kit);
    else if (place->ranking != NULL)
        ranking_draw(place->ranking, kit);
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

static void follow(struct screen *screen)
{
    gather(self_of(screen));
    share(self_of(screen), NULL);
}

static void touch_place(struct screen_table *self, struct place_at_table *place,
                        const struct touch *touch)
{
    if (place->choice != NULL) {
        end_choice(self, place, touch);
        return;
    }
    if (is_covered(place)) {
        touch_cover(place, touch);
        end_cover(self, place);
        return;
    }
    if (place->pledge != NULL) {
        pledge_touch(place->pledge, touch);
        end_pledge(place);
        return;
    }
    if (place->composer != NULL && composer_touch(place->composer, touch)) {
        if (composer_is_done(place->composer))
            compose_done(self, place);
        return;
    }
    if (place->naming != NULL && naming_touch(place->naming, touch)) {
        end_naming(place);
        return;
    }
    enum board_wish wish = board_touch(&place->board, touch);
    // While someone writes at the seat, its board is looked at and moved, not written on.
    bool busy = place->composer != NULL || place->naming != NULL;
    bool other = wish == BOARD_NAME && self->screen.stage->seats_n > 1;
    if (!busy || wish == BOARD_LEAVE || other)
        do_wish(self, place, wish);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_table *self = self_of(screen);
    struct place_at_table *place = at_seat(self, touch->seat);
    char turn[32];
    g_snprintf(turn, sizeof turn, "turn:seat%d", touch->seat);
    if (strcmp(touch->target, turn) == 0) {
        if (touch_is_tap(touch))
            stage_turn_seat(screen->stage, touch->seat);
        return;
    }
    touch_place(self, place, touch);
    share(self, place);
}

static void key_place(struct screen_table *self, struct place_at_table *place,
                      const struct event *event)
{
    if (is_covered(place)) {
        press_cover(place, event);
        end_cover(self, place);
        return;
    }
    if (place->pledge != NULL) {
        pledge_key(place->pledge, event);
        end_pledge(place);
        return;
    }
    if (event->type == EVENT_WHEEL) {
        board_wheel(&place->board, event->dy);
        return;
    }
    if (place->naming != NULL) {
        naming_key(place->naming, event);
        end_naming(place);
        return;
    }
    bool writes =
        event->type == EVENT_TEXT || (event->type == EVENT_COMPOSE && *event->text != '\0');
    if (place->composer == NULL && writes) // writing begins by writing
        compose(place, 0);
    if (place->composer != NULL) {
        composer_key(place->composer, event);
        if (composer_is_done(place->composer))
            compose_done(self, place);
    } else if (event->key == KEY_UNDO) {
        board_undo(&place->board);
    } else if (event->key == KEY_REDO) {
        board_redo(&place->board);
    } else if (event->key == KEY_ESCAPE) {
        if (!board_dismiss(&place->board))
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

static bool types(const struct screen *screen)
{
    const struct screen_table *self = (const struct screen_table *)(const void *)screen;
    for (size_t i = 0; i < self->n; i++) {
        const struct place_at_table *place = &self->seats[i];
        if (place->board.seat == screen->stage->seat_touched)
            return place->composer != NULL || place->naming != NULL || place->finder != NULL;
    }
    return false;
}

static void tick(struct screen *screen)
{
    struct screen_table *self = self_of(screen);
    for (size_t i = 0; i < self->n; i++) {
        if (self->seats[i].finder != NULL)
            finder_tick(self->seats[i].finder);
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
        int wait = place->finder != NULL     ? finder_next_tick(place->finder, now)
                   : place->composer != NULL ? composer_next_tick(place->composer, now)
                   : place->naming != NULL ? naming_next_tick(place->naming, now)
                                           : board_next_tick(&place->board, now);
        if (wait >= 0)
            least = least < 0 ? wait : MIN(least, wait);
    }
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
        struct place_at_table *place = &self->seats[i];
        kit_sit(kit, stage_seat(stage, place->board.seat));
        if (stage->seats_n > 1)
            kit_clip(kit, (struct box){0, 0, seat_width(&stage->seats[i]),
                                       seat_height(&stage->seats[i])});
        if (!is_covered(place))
            board_draw(&place->board, kit, place->composer != NULL || place->naming != NULL);
        if (place->composer != NULL)
            composer_draw(place->composer, kit);
        if (place->naming != NULL)
            naming_draw(place->naming, kit);
        if (place->pledge != NULL)
            pledge_draw(place->pledge, kit);
        draw_cover(place, kit);
        if (place->choice != NULL)
            table_choice_draw(place->choice, kit);
        if (stage->seats_n > 1)
            kit_unclip(kit);
    }
    if (stage->seats_n > 1)
        seat_borders_draw(kit, stage);
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
        clear_covers(&self->seats[i]);
        composer_free(self->seats[i].composer);
        naming_free(self->seats[i].naming);
        pledge_free(self->seats[i].pledge);
        table_choice_free(self->seats[i].choice);
        board_clear(&self->seats[i].board);
    }
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
        board_init(&self->seats[i].board, stage, seats[i].number, self->workshop, at[i]);
        stage->settings.seats[i].table = at[i];
    }
    settings_save(&stage->settings);
    arena_free(arena);
}

struct screen *screen_table_new(struct stage *stage, int64_t workshop, int64_t table)
{
    static const struct screen_class class = {
        .name = "table",
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
    return &self->screen;
}
