// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The harvest (screens 08 and 08b): the list of cards, the live poster, what people take away.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/handout.h"
#include "app/harvest_bar.h"
#include "app/harvest_list.h"
#include "app/harvest_picture.h"
#include "app/kit.h"
#include "app/naming.h"
#include "app/pledge.h"
#include "app/preview.h"
#include "app/sender.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "poster/poster.h"
#include "publish/press.h"
#include "store/exchange.h"
#include "store/store.h"

#define TOP 56.0
#define BOTTOM 60.0
#define SEAT 1 // harvesting is one person's, at the whole glass

struct screen_harvest {
    struct screen screen;
    int64_t workshop;
    struct preview preview;
    struct harvest_list list;
    struct harvest_picture picture;
    struct handout *handout; // NULL: not open
    struct naming *naming;   // of a keyword, NULL: none
    struct sender *sender;   // logo and foot, NULL: not open
    struct pledge *pledge;   // an agreement is made, NULL: none
    struct arena *arena;     // of the tables
    struct table *tables;
    size_t n;
};

static struct screen_harvest *self_of(struct screen *screen)
{
    return (struct screen_harvest *)(void *)screen;
}

static void load(struct screen_harvest *self)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    arena_reset(self->arena);
    self->tables = store_tables(stage->store, self->arena, self->workshop, &self->n, &err);
    if (err.code != ERR_NONE)
        stage_warn(stage, SEAT, &err);
    self->picture.placing.tables = self->tables;
    self->picture.placing.tables_n = self->n;
    if (preview_is_old(&self->preview)) // what is dragged is of the poster that goes
        harvest_picture_let_go(&self->picture);
    preview_renew(&self->preview);
    harvest_bar_tell(&self->preview);
    harvest_rows_load(&self->list.rows, &self->preview, self->list.filter);
}

// The questions about a card, or a core point.
static void agree(struct screen_harvest *self, int64_t row)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    struct pledge_origin origin = {.place = self->workshop, .text = "", .lang = "", .icon = ""};
    const struct harvest_row *card = harvest_rows_find(&self->list.rows, row);
    size_t n = 0;
    const struct core_point *points =
        store_core_points(stage->store, self->arena, self->workshop, &n, &err);
    for (size_t i = 0; i < n; i++)
        if (points[i].id == row) {
            origin.core_point = row;
            origin.text = points[i].text;
            origin.icon = points[i].icon;
        }
    struct card whole; // the list shows a part of its words
    if (card != NULL && store_card(stage->store, self->arena, row, &whole, &err)) {
        origin.card = row;
        origin.colour = card->colour;
        origin.text = *whole.text != '\0' ? whole.text : card->keyword;
        origin.lang = whole.lang;
        origin.icon = card->icon != NULL ? card->icon : "";
    }
    if (origin.card != 0 || origin.core_point != 0)
        self->pledge = pledge_new(stage, SEAT, self->workshop, &origin);
}

static void enter(struct screen *screen)
{
    struct screen_harvest *self = self_of(screen);
    load(self);
    int64_t row = pledge_interrupted(screen->stage, SEAT, self->workshop);
    if (row != 0 && self->pledge == NULL)
        agree(self, row);
}

static struct box paper_room(const struct stage *stage)
{
    double x = harvest_list_width(stage->w) + 18;
    return (struct box){x, TOP + 12, stage->w - x - KIT_MARGIN, stage->h - TOP - BOTTOM - 24};
}

// ---- events -------------------------------------------------------------------------------------

static void go_back(struct screen *screen, bool redo)
{
    if (stage_go_back(screen->stage, SEAT, redo))
        load(self_of(screen));
}

static void turn_page(struct screen_harvest *self, int by)
{
    int pages = (int)preview_pages(&self->preview);
    self->preview.page = (size_t)CLAMP((int)self->preview.page + by, 0, MAX(0, pages - 1));
}

static void tap(struct screen *screen, const char *target)
{
    struct screen_harvest *self = self_of(screen);
    if (g_str_has_prefix(target, "filter:")) {
        harvest_list_set_filter(&self->list, atoi(target + 7));
        harvest_rows_load(&self->list.rows, &self->preview, self->list.filter);
    } else if (harvest_bar_tap(&self->preview, target)) {
        return;
    } else if (strcmp(target, "back") == 0) {
        if (stage_can_go_back(screen->stage))
            stage_back(screen->stage);
        else
            stage_show_alone(screen->stage, screen_hall_new(screen->stage, self->workshop));
    } else if (strcmp(target, "undo:seat1") == 0) {
        go_back(screen, false);
    } else if (strcmp(target, "redo:seat1") == 0) {
        go_back(screen, true);
    } else if (strcmp(target, "page:before") == 0 || strcmp(target, "page:next") == 0) {
        turn_page(self, target[5] == 'n' ? 1 : -1);
    } else if (strcmp(target, "sender") == 0) {
        self->sender = sender_new(screen->stage, self->workshop);
    } else if (strcmp(target, "export") == 0) {
        self->preview.page = 0;
        self->handout = handout_new(screen->stage, &self->preview);
    }
}

// The keyword of the card that the list wants to have written anew; the original stays.
static void reword(struct screen_harvest *self)
{
    int64_t card = self->list.rewording;
    self->list.rewording = 0;
    const struct harvest_row *row = harvest_rows_find(&self->list.rows, card);
    if (row != NULL)
        self->naming = naming_new_field(self->screen.stage, SEAT, 0, ENTITY_HARVEST_ITEM, card,
                                        "keyword", N_("Keyword changed"), row->keyword, "");
}

static void end_naming(struct screen_harvest *self)
{
    if (naming_end(&self->naming))
        load(self);
}

// What was done on the picture is shown at once.
static void follow_picture(struct screen_harvest *self, enum harvest_picture_act act)
{
    int64_t card = harvest_picture_card(&self->picture);
    if (act == PICTURE_CHANGED)
        load(self);
    else if (act == PICTURE_SELECTED)
        harvest_list_select(&self->list, card);
    else if (act == PICTURE_AGREES)
        agree(self, harvest_picture_core_point(&self->picture));
}

static void end_pledge(struct screen_harvest *self)
{
    if (self->pledge == NULL || !pledge_is_done(self->pledge))
        return;
    g_clear_pointer(&self->pledge, pledge_free);
    harvest_picture_select(&self->picture, 0);
    load(self); // it stands on the road
}

static const struct harvest *shown(const struct screen_harvest *self)
{
    return self->preview.print != NULL ? self->preview.print->harvest : NULL;
}

static void follow_sender(struct screen_harvest *self, bool changed)
{
    if (changed)
        load(self);
    if (self->sender->done)
        g_clear_pointer(&self->sender, sender_free);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_harvest *self = self_of(screen);
    if (self->sender != NULL) {
        follow_sender(self, sender_touch(self->sender, shown(self), touch));
        return;
    }
    if (self->pledge != NULL) {
        pledge_touch(self->pledge, touch);
        end_pledge(self);
        return;
    }
    if (self->naming != NULL) {
        naming_touch(self->naming, touch);
        end_naming(self);
        return;
    }
    if (self->handout != NULL) {
        handout_touch(self->handout, touch);
        if (self->handout->done)
            g_clear_pointer(&self->handout, handout_free);
    } else if (harvest_picture_owns(touch->target)) {
        follow_picture(self, harvest_picture_touch(&self->picture, touch));
    } else if (harvest_list_touch(&self->list, touch)) {
        preview_expect(&self->preview);
    } else if (touch_is_tap(touch)) {
        tap(screen, touch->target);
    }
    if (self->list.selected != harvest_picture_card(&self->picture) &&
        !harvest_picture_owns(touch->target))
        harvest_picture_select(&self->picture, 0);
    if (self->list.rewording != 0)
        reword(self);
    if (self->list.agreeing != 0)
        agree(self, self->list.agreeing);
    self->list.agreeing = 0;
}

static void key(struct screen *screen, const struct event *event)
{
    struct screen_harvest *self = self_of(screen);
    if (self->sender != NULL) {
        follow_sender(self, sender_key(self->sender, event));
        return;
    }
    if (self->pledge != NULL) {
        pledge_key(self->pledge, event);
        end_pledge(self);
        return;
    }
    if (self->naming != NULL) {
        naming_key(self->naming, event);
        end_naming(self);
        return;
    }
    if (event->type == EVENT_WHEEL && self->handout == NULL)
        harvest_list_wheel(&self->list, event->dy);
    if (event->type != EVENT_KEY)
        return;
    enum harvest_picture_act act =
        self->handout == NULL ? harvest_picture_key(&self->picture, event) : PICTURE_NONE;
    if (act != PICTURE_NONE) {
        follow_picture(self, act);
        return;
    }
    if (event->key == KEY_ESCAPE && self->handout != NULL)
        g_clear_pointer(&self->handout, handout_free);
    else if (event->key == KEY_ESCAPE)
        tap(screen, "back");
    else if ((event->key == KEY_UNDO || event->key == KEY_REDO) && self->handout == NULL)
        go_back(screen, event->key == KEY_REDO);
}

static void tick(struct screen *screen)
{
    struct screen_harvest *self = self_of(screen);
    preview_tick(&self->preview);
    if (self->preview.due > 0 && screen->stage->now >= self->preview.due)
        load(self);
    if (self->handout != NULL)
        handout_tick(self->handout);
    if (self->sender != NULL)
        sender_tick(self->sender);
    naming_tick(self->naming);
}

// Of two waits, -1: none.
static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_harvest *self = (const struct screen_harvest *)(const void *)screen;
    int preview = preview_next_tick(&self->preview, now);
    int handout = self->handout != NULL ? handout_next_tick(self->handout, now) : -1;
    int sender = self->sender != NULL ? sender_next_tick(self->sender, now) : -1;
    return sooner(sooner(preview, handout), sooner(sender, naming_next_tick(self->naming, now)));
}

// ---- drawing ------------------------------------------------------------------------------------

// The upper bar with its title, a message id; where that ends.
static double draw_title(struct kit *kit, const struct stage *stage, const char *id)
{
    const char *title = kit_tr(kit, id);
    widget_bar(kit, (struct box){0, 0, stage->w, TOP}, true);
    kit_begin(kit, KIND_TITLE, NULL, title);
    double w = kit_text(kit, title, KIT_MARGIN, TOP / 2,
                        (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    return KIT_MARGIN + w;
}

static void draw_top(struct kit *kit, struct screen_harvest *self)
{
    const struct stage *stage = self->screen.stage;
    double x = draw_title(kit, stage, N_("Harvest")) + 18;
    x += widget_chip(kit, "filter:0", x, 15, 26, kit_tr(kit, N_("All tables")), NULL, 10,
                     COLOUR_PAPER, COLOUR_LINE, self->list.filter == 0) +
         12;
    double right = stage->w - KIT_MARGIN - 3 * 64;
    for (size_t i = 0; i < self->n && x + 30 < right; i++) {
        int number = self->tables[i].number;
        const char *hit = kit_name(kit, "filter:%d", number);
        kit_begin_target(kit, hit, (struct box){x, 13, 29, 30}, self->tables[i].title);
        if (self->list.filter == number || kit_pressed(kit, hit))
            kit_ring(kit, x + 14.5, TOP / 2, 14, 1.6, COLOUR_INK);
        widget_number(kit, x + 14.5, TOP / 2, 11, number, self->tables[i].colour);
        kit_end(kit);
        x += 32.5;
    }
    x += 14;
    const char *count = kit_say(kit, kit_tr(kit, N_("%d of %d cards are in the picture")),
                                 (int)self->list.rows.seen_n, (int)self->list.rows.cards_n);
    if (right - x > 60) {
        kit_begin(kit, KIND_DECORATION, NULL, count);
        kit_text_within(kit, count, x, TOP / 2, right - x - 8, 8.5,
                        (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
        kit_end(kit);
    }
    bool undo = store_undo_label(stage->store, 0) != NULL;
    bool redo = store_redo_label(stage->store, 0) != NULL;
    widget_bar_item(kit, "undo:seat1", (struct box){right, 7, 62, 42}, kit_tr(kit, N_("Undo")),
                    "arrow-back-up", undo ? WIDGET_REST : WIDGET_OFF);
    widget_bar_item(kit, "redo:seat1", (struct box){right + 64, 7, 62, 42}, kit_tr(kit, N_("Redo")),
                    "arrow-forward-up", redo ? WIDGET_REST : WIDGET_OFF);
    widget_bar_item(kit, "back", (struct box){right + 128, 7, 62, 42},
                    kit_tr(kit, N_("To the hall")), "layout-grid", WIDGET_REST);
}

static void draw_bottom(struct kit *kit, const struct screen_harvest *self)
{
    const struct stage *stage = self->screen.stage;
    double y = stage->h - BOTTOM, right = stage->w - KIT_MARGIN;
    size_t pages = preview_pages(&self->preview), page = self->preview.page;
    widget_bar(kit, (struct box){0, y, stage->w, BOTTOM}, false);
    widget_primary(kit, "export", (struct box){right - 210, y + 6, 210, 46},
                   kit_tr(kit, N_("Take it home")), "gift", 20, pages > 0 ? WIDGET_REST : WIDGET_OFF);
    double x = KIT_MARGIN;
    harvest_bar_draw(&self->preview, kit, (struct box){x, y + 6, fmin(HARVEST_BAR_ITEMS * 62 + 10, right - 220 - x), 46});
    x += HARVEST_BAR_ITEMS * 62 + 22;
    if (pages > 1 && x + 262 < right - 210) {
        widget_bar_item(kit, "page:before", (struct box){x, y + 6, 60, 46},
                        kit_tr(kit, N_("Page back")), "chevron-left",
                        page > 0 ? WIDGET_REST : WIDGET_OFF);
        const char *place =
            kit_say(kit, kit_tr(kit, N_("Page %d of %d")), (int)page + 1, (int)pages);
        kit_text_within(kit, place, x + 130, y + 29, 130, 8.5,
                        (struct kit_type){12, 600, COLOUR_INK, KIT_CENTRE, NULL});
        widget_bar_item(kit, "page:next", (struct box){x + 200, y + 6, 60, 46},
                        kit_tr(kit, N_("Page on")), "chevron-right",
                        page + 1 < pages ? WIDGET_REST : WIDGET_OFF);
    }
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_harvest *self = self_of(screen);
    const struct stage *stage = screen->stage;
    struct box room = paper_room(stage);
    kit_target(kit, "ground", (struct box){0, 0, stage->w, stage->h});
    harvest_list_draw(
        &self->list, kit,
        (struct box){12, TOP + 6, harvest_list_width(stage->w) - 12,
                     stage->h - TOP - BOTTOM - 12});
    preview_draw(&self->preview, kit, room);
    harvest_picture_draw(&self->picture, kit, room, self->list.selected);
    draw_top(kit, self);
    draw_bottom(kit, self);
    if (self->handout != NULL)
        handout_draw(self->handout, kit, (struct box){0, 0, stage->w, stage->h},
                     preview_paper(&self->preview, room));
    if (self->naming != NULL)
        naming_draw(self->naming, kit);
    if (self->sender != NULL)
        sender_draw(self->sender, shown(self), kit, (struct box){0, 0, stage->w, stage->h},
                    preview_paper(&self->preview, room));
    if (self->pledge != NULL) {
        draw_title(kit, stage, N_("Agreement"));
        pledge_draw(self->pledge, kit, TOP);
    }
}

// Arrows move what is selected on the picture.
static bool moves(const struct screen *screen)
{
    const struct screen_harvest *self = (const struct screen_harvest *)(const void *)screen;
    return *self->picture.held != '\0' && self->handout == NULL && self->naming == NULL &&
           self->pledge == NULL && self->sender == NULL;
}

static double toast_bottom(const struct screen *screen, int seat)
{
    (void)seat;
    return screen->stage->h - BOTTOM - 10;
}

static void destroy(struct screen *screen)
{
    struct screen_harvest *self = self_of(screen);
    handout_free(self->handout);
    naming_free(self->naming);
    pledge_free(self->pledge);
    sender_free(self->sender);
    harvest_list_clear(&self->list);
    harvest_picture_let_go(&self->picture);
    preview_clear(&self->preview);
    arena_free(self->arena);
    g_free(self);
}

struct screen *screen_harvest_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "harvest",
        .audience = AUDIENCE_FACILITATORS,
        .enter = enter,
        .touch = touch,
        .key = key,
        .moves = moves,
        .tick = tick,
        .next_tick = next_tick,
        .draw = draw,
        .toast_bottom = toast_bottom,
        .free = destroy,
    };
    struct screen_harvest *self = g_new0(struct screen_harvest, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    self->arena = arena_new();
    preview_init(&self->preview, stage, workshop);
    harvest_list_init(&self->list, stage, workshop);
    harvest_picture_init(&self->picture, stage, &self->preview);
    return &self->screen;
}
