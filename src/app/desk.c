// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include <glib.h>
#include <string.h>

#include "app/basket.h"
#include "app/composer.h"
#include "app/finder.h"
#include "app/greeting.h"
#include "app/kit.h"
#include "app/naming.h"
#include "app/pledge.h"
#include "app/ranking.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/table_choice.h"
#include "base/arena.h"

#define BAR_TOP 42.6 // bar of the one seat, mm

void desk_init(struct desk *desk, struct stage *stage, int seat, int64_t workshop, int64_t table)
{
    *desk = (struct desk){.stage = stage, .seat = seat, .workshop = workshop};
    board_init(&desk->board, stage, seat, workshop, table);
}

static struct drawer *drawer_of(const struct desk *desk)
{
    return &desk->stage->drawers[desk->seat];
}

static void compose(struct desk *desk, int64_t card)
{
    const struct board *board = &desk->board;
    desk->board.giving = false;
    drawer_open(drawer_of(desk));
    desk->composer = composer_new(board->stage, desk->seat, board, card);
}

// What a card becomes when somebody takes it in hand; 0: nothing to ask.
static void pledge(struct desk *desk, int64_t card)
{
    const struct board *board = &desk->board;
    const struct card *found = board_find(board, card, NULL, NULL);
    if (found == NULL)
        return;
    const struct pledge_origin origin = {
        .card = card,
        .place = board->table,
        .colour = board->about.colour,
        .text = *found->text != '\0' ? found->text : found->gloss,
        .lang = found->lang,
        .icon = cards_icon(desk->stage->cards, desk->stage, found->icon, found->text, found->lang),
    };
    desk->pledge = pledge_new(desk->stage, desk->seat, desk->workshop, &origin);
}

static void leave_to_hall(struct desk *desk)
{
    struct stage *stage = desk->stage;
    if (stage_can_go_back(stage))
        stage_back(stage);
    else
        stage_show_alone(stage, screen_hall_new(stage, desk->workshop));
}

static void remember_table(struct stage *stage, int seat, int64_t table)
{
    if (stage->settings.seats[seat - 1].table == table)
        return;
    stage->settings.seats[seat - 1].table = table;
    settings_save(&stage->settings);
}

void desk_show_table(struct desk *desk, int64_t table)
{
    struct stage *stage = desk->stage;
    int seat = desk->seat;
    g_clear_pointer(&desk->composer, composer_free);
    g_clear_pointer(&desk->naming, naming_free);
    g_clear_pointer(&desk->pledge, pledge_free);
    board_clear(&desk->board);
    board_init(&desk->board, stage, seat, desk->workshop, table);
    board_load(&desk->board);
    struct arena *arena = arena_new();
    const struct draft *draft = store_draft_of(stage->store, arena, seat, table, STORE_ANY_CARD);
    if (draft != NULL)
        compose(desk, draft->card);
    else
        pledge(desk, pledge_interrupted(stage, seat, table));
    arena_free(arena);
}

// The seat goes to another table.
static void move_to(struct desk *desk, int64_t table)
{
    desk_show_table(desk, table);
    remember_table(desk->stage, desk->seat, table);
}

// At one seat the way leads to the hall; where several sit each goes to another table alone.
static void open_choice(struct desk *desk)
{
    if (desk->stage->seats_n == 1)
        leave_to_hall(desk);
    else
        desk->choice =
            table_choice_new(desk->stage, desk->seat, desk->workshop, desk->board.table);
}

static void end_choice(struct desk *desk, const struct touch *touch)
{
    int64_t table = 0;
    enum table_wish wish = table_choice_touch(desk->choice, touch, &table);
    if (wish == TABLE_NONE)
        return;
    g_clear_pointer(&desk->choice, table_choice_free);
    if (wish == TABLE_HALL)
        leave_to_hall(desk);
    else if (wish == TABLE_CHOSEN && table != desk->board.table)
        move_to(desk, table);
}

static void name_bundle(struct desk *desk)
{
    const struct board *board = &desk->board;
    const struct loop *loop = board_find_loop(board, board->bundle);
    if (loop == NULL)
        return;
    char *proposal = board_propose_name(board, loop->id);
    desk->naming = naming_new_field(board->stage, desk->seat, board_zone(board), ENTITY_BUNDLE,
                                    loop->id, "name", N_("Bundle named"), loop->name, proposal);
    g_free(proposal);
}

static void write_gloss(struct desk *desk)
{
    const struct board *board = &desk->board;
    const struct card *card = board_find(board, board->selected, NULL, NULL);
    if (card != NULL)
        desk->naming = naming_new_field(board->stage, desk->seat, board_zone(board), ENTITY_CARD,
                                        card->id, "gloss", N_("Said in German"), card->gloss, "");
}

static void end_pledge(struct desk *desk)
{
    if (!pledge_is_done(desk->pledge))
        return;
    g_clear_pointer(&desk->pledge, pledge_free);
    desk->board.selected = 0;
    board_load(&desk->board);
}

static void draw_composer(void *composer, struct kit *kit)
{
    composer_draw(composer, kit);
}

// Closes the composer; a committed card is shown where it hangs. A new one of the realisation asks
// at once who does it.
static void end_composing(struct desk *desk)
{
    int64_t card = composer_card(desk->composer);
    bool fresh = card != 0 && board_find(&desk->board, card, NULL, NULL) == NULL;
    struct box sheet = composer_sheet(desk->composer);
    drawer_close(drawer_of(desk), composer_top(desk->composer), draw_composer, desk->composer);
    g_clear_pointer(&desk->composer, composer_free);
    desk->board.selected = 0;
    board_load(&desk->board);
    board_reveal(&desk->board, card, false);
    if (card != 0)
        board_fly(&desk->board, card, sheet);
    if (fresh && strcmp(desk->board.phase.kind, "realisation") == 0)
        pledge(desk, card);
}

static void do_wish(struct desk *desk, enum board_wish wish)
{
    struct stage *stage = desk->stage;
    switch (wish) {
    case BOARD_NONE:
        break;
    case BOARD_NEW_CARD:
        compose(desk, 0);
        break;
    case BOARD_EDIT_CARD:
        compose(desk, desk->board.selected);
        break;
    case BOARD_NAME:
        desk->board.giving = false;
        if (desk->stage->seats_n > 1) {
            open_choice(desk);
            break;
        }
        desk->naming =
            naming_new(desk->stage, desk->seat, board_zone(&desk->board), ENTITY_TABLE,
                       desk->board.table, desk->board.about.title, false);
        break;
    case BOARD_NAME_BUNDLE:
        name_bundle(desk);
        break;
    case BOARD_GLOSS:
        write_gloss(desk);
        break;
    case BOARD_WISH:
        compose(desk, -desk->board.selected);
        break;
    case BOARD_AGREE:
        pledge(desk, desk->board.selected);
        break;
    case BOARD_SEARCH:
        toasts_hide(&stage->toasts, desk->seat);
        desk->cover.finder = finder_new(stage, desk->seat, desk->workshop, desk->board.table);
        break;
    case BOARD_BASKET:
        toasts_hide(&stage->toasts, desk->seat);
        desk->cover.basket = basket_new(stage, desk->seat, desk->workshop, desk->board.table);
        break;
    case BOARD_RANKING:
        desk->cover.ranking = ranking_new(stage, desk->seat, desk->workshop, desk->board.table);
        break;
    case BOARD_LEAVE:
        open_choice(desk);
        break;
    }
}

// What covers the seat closes; the finder leads to what was found.
static void end_cover(struct desk *desk)
{
    if (!cover_is_done(&desk->cover))
        return;
    int64_t table = 0, card = cover_card(&desk->cover, &table);
    bool writes = desk->cover.greeting != NULL;
    cover_clear(&desk->cover);
    if (card != 0 && table != desk->board.table)
        move_to(desk, table);
    board_load(&desk->board);
    if (card != 0)
        board_reveal(&desk->board, card, true);
    if (writes)
        compose(desk, 0);
}

static void end_naming(struct desk *desk)
{
    if (!naming_end(&desk->naming))
        return;
    board_load(&desk->board);
}

void desk_touch(struct desk *desk, const struct touch *touch)
{
    if (desk->choice != NULL) {
        end_choice(desk, touch);
        return;
    }
    if (cover_is_open(&desk->cover)) {
        cover_touch(&desk->cover, touch);
        end_cover(desk);
        return;
    }
    if (desk->pledge != NULL) {
        pledge_touch(desk->pledge, touch);
        end_pledge(desk);
        return;
    }
    if (desk->composer != NULL && composer_touch(desk->composer, touch)) {
        if (composer_is_done(desk->composer))
            end_composing(desk);
        return;
    }
    if (desk->naming != NULL && naming_touch(desk->naming, touch)) {
        end_naming(desk);
        return;
    }
    enum board_wish wish = board_touch(&desk->board, touch);
    // While someone writes at the seat, its board is looked at and moved, not written on.
    bool busy = desk->composer != NULL || desk->naming != NULL;
    bool other = wish == BOARD_NAME && desk->stage->seats_n > 1;
    if (!busy || wish == BOARD_LEAVE || other)
        do_wish(desk, wish);
}

void desk_key(struct desk *desk, const struct event *event)
{
    if (cover_is_open(&desk->cover)) {
        cover_key(&desk->cover, event);
        end_cover(desk);
        return;
    }
    if (desk->pledge != NULL) {
        pledge_key(desk->pledge, event);
        end_pledge(desk);
        return;
    }
    if (event->type == EVENT_WHEEL) {
        board_wheel(&desk->board, event->dy);
        return;
    }
    if (desk->naming != NULL) {
        naming_key(desk->naming, event);
        end_naming(desk);
        return;
    }
    bool writes =
        event->type == EVENT_TEXT || (event->type == EVENT_COMPOSE && *event->text != '\0');
    if (desk->composer == NULL && writes) // writing begins by writing
        compose(desk, 0);
    if (desk->composer != NULL) {
        composer_key(desk->composer, event);
        if (composer_is_done(desk->composer))
            end_composing(desk);
    } else if (event->key == KEY_UNDO) {
        board_go_back(&desk->board, false);
    } else if (event->key == KEY_REDO) {
        board_go_back(&desk->board, true);
    } else if (event->key == KEY_ESCAPE) {
        if (!board_dismiss(&desk->board))
            do_wish(desk, BOARD_LEAVE);
    }
}

void desk_clear(struct desk *desk)
{
    cover_clear(&desk->cover);
    composer_free(desk->composer);
    naming_free(desk->naming);
    pledge_free(desk->pledge);
    table_choice_free(desk->choice);
    board_clear(&desk->board);
}

void desk_load(struct desk *desk)
{
    struct arena *arena = arena_new();
    board_load(&desk->board);
    const struct draft *draft =
        store_draft_of(desk->stage->store, arena, desk->seat, desk->board.table, STORE_ANY_CARD);
    if (draft != NULL && desk->composer == NULL)
        compose(desk, draft->card);
    else if (desk->pledge == NULL)
        pledge(desk, pledge_interrupted(desk->stage, desk->seat, desk->board.table));
    if (desk->composer == NULL && desk->pledge == NULL && !cover_is_open(&desk->cover) &&
        desk->stage->settings.seats[desk->seat - 1].greets)
        desk->cover.greeting = greeting_new(desk->stage, desk->seat, &desk->board.about);
    arena_free(arena);
}

bool desk_types(const struct desk *desk)
{
    return desk->composer != NULL || desk->naming != NULL || cover_types(&desk->cover);
}

void desk_tick(struct desk *desk)
{
    cover_tick(&desk->cover);
    if (desk->composer != NULL)
        composer_tick(desk->composer);
    if (desk->naming != NULL)
        naming_tick(desk->naming);
}

// Of two waits, -1: none.
static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

int desk_next_tick(const struct desk *desk, int64_t now)
{
    if (cover_is_open(&desk->cover))
        return cover_next_tick(&desk->cover, now);
    int over = desk->composer != NULL ? composer_next_tick(desk->composer, now)
               : desk->naming != NULL ? naming_next_tick(desk->naming, now)
                                      : -1;
    return sooner(over, board_next_tick(&desk->board, now));
}

void desk_draw(struct desk *desk, struct kit *kit)
{
    if (!cover_is_open(&desk->cover))
        board_draw(&desk->board, kit, desk->composer != NULL || desk->naming != NULL);
    if (desk->composer != NULL) {
        drawer_begin(drawer_of(desk), kit, composer_top(desk->composer));
        composer_draw(desk->composer, kit);
        drawer_end(kit);
    }
    if (desk->naming != NULL)
        naming_draw(desk->naming, kit);
    if (desk->pledge != NULL)
        pledge_draw(desk->pledge, kit, desk->stage->seats_n > 1 ? SEAT_HEAD : BAR_TOP);
    cover_draw(&desk->cover, kit);
    if (desk->choice != NULL)
        table_choice_draw(desk->choice, kit);
}

void desk_draw_held(struct desk *desk, struct kit *kit)
{
    if (!desk_is_covered(desk))
        board_draw_held(&desk->board, kit);
}

bool desk_is_covered(const struct desk *desk)
{
    return cover_is_open(&desk->cover) || desk->pledge != NULL || desk->choice != NULL;
}

double desk_toast_bottom(const struct desk *desk)
{
    if (desk->composer != NULL)
        return composer_top(desk->composer) - 8;
    if (desk->naming != NULL)
        return naming_toast_bottom(desk->naming, 0);
    return seat_height(stage_seat(desk->stage, desk->seat)) - BOARD_BOTTOM - 10;
}
