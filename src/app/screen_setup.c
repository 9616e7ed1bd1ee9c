// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Setting up a workshop (picture 11): its tables with picture and guiding question in several
// languages, the parties that are here. All of it is voluntary.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/kit.h"
#include "app/seat_choice.h"
#include "app/setup.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "store/store.h"

#define TOP 56.0
#define BOTTOM 58.0

static struct setup *self_of(struct screen *screen)
{
    return (struct setup *)(void *)screen;
}

void setup_load(struct setup *self)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    size_t n;
    arena_reset(self->arena);
    self->about = (struct workshop){.title = "", .place = "", .lang = ""};
    const struct workshop *workshops = store_workshops(stage->store, self->arena, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (workshops[i].id == self->workshop)
            self->about = workshops[i];
    }
    self->earlier = setup_earlier(self, workshops, n);
    self->tables = store_tables(stage->store, self->arena, self->workshop, &self->n, &err);
    self->phases = store_phases(stage->store, self->arena, self->workshop, &self->phases_n, &err);
    self->parties =
        store_parties(stage->store, self->arena, self->workshop, &self->parties_n, &err);
    if (err.code != ERR_NONE)
        stage_warn(stage, SETUP_SEAT, &err);
}

static void enter(struct screen *screen)
{
    plenary_attend(screen->stage, self_of(screen)->workshop);
    setup_load(self_of(screen));
}

static void follow(struct screen *screen)
{
    setup_load(self_of(screen));
}

bool setup_commit(struct setup *self, struct change *change)
{
    bool done = stage_commit(self->screen.stage, SETUP_SEAT, change);
    setup_load(self);
    return done;
}

// ---- events -------------------------------------------------------------------------------------

// A day as people type it: "14.3.2016".
static bool said_date(void *context, const char *text)
{
    struct setup *self = context;
    struct stage *stage = self->screen.stage;
    const char *day = day_read(self->arena, text, NULL);
    if (day == NULL) {
        stage_say(stage, SETUP_SEAT, "calendar-question",
                  stage_text(stage, N_("Write the day like 14.3.2016.")), NULL, NULL);
        return false;
    }
    struct change *change = store_begin(stage->store, 0, N_("Date changed"));
    change_text(change, ENTITY_WORKSHOP, self->workshop, "date", day);
    return stage_commit(stage, SETUP_SEAT, change);
}

static void ask_date(struct setup *self)
{
    struct stage *stage = self->screen.stage;
    const char *now = *self->about.date != '\0' ? self->about.date : stage_today(stage, self->arena);
    int year = 0, month = 0, day = 0;
    const char *shown = sscanf(now, "%d-%d-%d", &year, &month, &day) == 3
                            ? arena_printf(self->arena, "%d.%d.%d", day, month, year)
                            : "";
    self->naming = naming_new_line(stage, SETUP_SEAT, stage_text(stage, N_("On which day?")), shown,
                                   said_date, self);
}

static void tap(struct setup *self, const char *target)
{
    struct stage *stage = self->screen.stage;
    int people;
    bool around;
    if (self->seating) {
        if (seat_choice_read(target, &people, &around))
            stage_seat_people(stage, people, around);
        self->seating = strcmp(target, "seats-sheet") == 0;
        return;
    }
    if (strcmp(target, "undo:seat1") != 0 &&
        (setup_phases_tap(self, target) || setup_tables_tap(self, target) ||
         setup_parties_tap(self, target) || setup_again_tap(self, target)))
        return;
    if (strcmp(target, "back") == 0) {
        if (stage_can_go_back(stage))
            stage_back(stage);
        else
            stage_show_alone(stage, screen_hall_new(stage, self->workshop));
    } else if (strcmp(target, "begin") == 0) {
        stage_show_alone(stage, screen_hall_new(stage, self->workshop));
    } else if (strcmp(target, "title") == 0) {
        self->naming = naming_new(stage, SETUP_SEAT, 0, ENTITY_WORKSHOP, self->workshop,
                                  self->about.title, false);
    } else if (strcmp(target, "place") == 0) {
        self->naming = naming_new_field(stage, SETUP_SEAT, 0, ENTITY_WORKSHOP, self->workshop,
                                        "place", N_("Place changed"), self->about.place, "");
    } else if (strcmp(target, "date") == 0) {
        ask_date(self);
    } else if (strcmp(target, "code-sheet") == 0) {
        facilitator_set_code(stage);
    } else if (strcmp(target, "seats") == 0) {
        self->seating = true;
    } else if (strcmp(target, "undo:seat1") == 0) {
        stage_go_back(stage, SETUP_SEAT, false);
        setup_load(self);
    }
}

static void end_naming(struct setup *self)
{
    if (!naming_end(&self->naming))
        return;
    setup_load(self);
    setup_ask_district(self);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct setup *self = self_of(screen);
    if (self->naming != NULL) {
        if (naming_touch(self->naming, touch))
            end_naming(self);
        return;
    }
    if (self->picks) {
        if (picker_touch(&self->picker, touch))
            setup_end_picking(self);
        else if (touch_is_tap(touch) && strcmp(touch->target, "picker-close") == 0)
            self->picks = false;
        return;
    }
    if (setup_tables_drag(self, touch))
        return;
    int list = touch->from.x < screen->stage->w * 0.56 ? 0 : 1;
    if (touch->type == TOUCH_MOVE && touch->travel > FINGER_PAN_START)
        self->pan[list] = fmax(0, self->pan[list] - (touch->at.y - touch->last.y));
    if (touch_is_tap(touch))
        tap(self, touch->target);
}

static void key(struct screen *screen, const struct event *event)
{
    struct setup *self = self_of(screen);
    bool escape = event->type == EVENT_KEY && event->key == KEY_ESCAPE;
    if (self->naming != NULL) {
        naming_key(self->naming, event);
        end_naming(self);
    } else if (self->picks && !escape) {
        picker_key(&self->picker, event);
        setup_end_picking(self);
    } else if (escape && (self->picks || self->asks_language || self->times || self->seating)) {
        self->picks = self->asks_language = self->times = self->seating = false;
    } else if (escape) {
        tap(self, "back");
    } else if (event->type == EVENT_KEY && event->key == KEY_UNDO) {
        tap(self, "undo:seat1");
    } else if (event->type == EVENT_WHEEL) {
        self->pan[0] = fmax(0, self->pan[0] - event->dy);
    }
}

static void tick(struct screen *screen)
{
    struct setup *self = self_of(screen);
    naming_tick(self->naming);
    if (self->picks)
        keyboard_tick(&self->picker.keyboard, screen->stage->now);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct setup *self = (const struct setup *)(const void *)screen;
    return self->naming != NULL ? naming_next_tick(self->naming, now)
           : self->picks        ? keyboard_next_tick(&self->picker.keyboard, now)
                                : -1;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_top(struct kit *kit, double w)
{
    widget_bar(kit, (struct box){0, 0, w, TOP}, true);
    widget_bar_item(kit, "back", (struct box){14, 6, 50, 44}, kit_tr(kit, N_("Back")),
                    "arrow-left", WIDGET_REST);
    struct kit_type type = {24, 800, COLOUR_INK, KIT_LEFT, NULL};
    kit_begin(kit, KIND_TITLE, NULL, kit_tr(kit, N_("Set up")));
    double x = 74 + kit_text(kit, kit_tr(kit, N_("Set up")), 74, TOP / 2, type) + 28;
    kit_end(kit);
    kit_text_within(kit, kit_tr(kit, N_("All of this is voluntary: you can begin at once.")), x,
                    TOP / 2 + 2, w - x - 20, KIT_TEXT_LEAST,
                    (struct kit_type){12, 500, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_bottom(struct kit *kit, const struct setup *self)
{
    const struct stage *stage = self->screen.stage;
    const struct {
        const char *hit, *label, *icon;
        double share;
    } items[] = {
        {"title", kit_tr(kit, N_("Name")), "pencil", 0.8},
        {"date", kit_tr(kit, N_("Date")), "calendar", 0.85},
        {"place", kit_tr(kit, N_("Place")), "map-pin", 0.8},
        {"times", kit_tr(kit, N_("Phases and times")), "clock", 1.5},
        {"seats", kit_tr(kit, N_("Seats")), "armchair", 0.9},
        {"code-sheet", kit_tr(kit, N_("Code")), "lock", 0.8},
        {"undo:seat1", kit_tr(kit, N_("Undo")), "arrow-back-up", 1.05},
    };
    double y = stage->h - BOTTOM + 8, begin = fmin(250, stage->w * 0.24), x = 15;
    double pitch = (stage->w - 30 - begin) / 6.7;
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++) {
        double w = pitch * items[i].share;
        bool off = i + 1 == G_N_ELEMENTS(items) && store_undo_label(stage->store, 0) == NULL;
        widget_button(kit, items[i].hit, (struct box){x, y, w - 8, 42}, items[i].label,
                      pitch > 120 ? items[i].icon : NULL, 13, off ? WIDGET_OFF : WIDGET_REST);
        x += w;
    }
    widget_primary(kit, "begin", (struct box){stage->w - 15 - begin, y - 2, begin, 46},
                   kit_tr(kit, N_("Let us begin")), "arrow-right", fmin(20, begin / 12.5),
                   WIDGET_REST);
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct setup *self = self_of(screen);
    const struct stage *stage = screen->stage;
    double w = stage->w, h = stage->h, left = 15, split = w * 0.56;
    struct kit_type head = {20, 800, COLOUR_INK, KIT_LEFT, NULL};
    draw_top(kit, w);
    kit_text(kit, kit_tr(kit, N_("Tables")), left + 3, TOP + 24, head);
    kit_text(kit, kit_tr(kit, N_("Groups")), split + 3, TOP + 24, head);
    double y = TOP + 44, room = h - y - BOTTOM - 8;
    setup_tables_draw(kit, self, (struct box){left, y, split - left - 18, room});
    setup_parties_draw(kit, self, (struct box){split, y, w - split - 15, room});
    widget_bar(kit, (struct box){0, h - BOTTOM, w, BOTTOM}, false);
    draw_bottom(kit, self);
    setup_phases_draw(kit, self);
    if (self->seating) {
        kit_target(kit, "seats-away", (struct box){0, 0, w, h});
        seat_choice_draw(kit, stage, (struct box){12, 12, w - 24, h - 24});
    }
    setup_sheets_draw(kit, self);
    if (self->naming != NULL)
        naming_draw(self->naming, kit);
}

static double toast_bottom(const struct screen *screen, int seat)
{
    const struct setup *self = (const struct setup *)(const void *)screen;
    (void)seat;
    return naming_toast_bottom(self->naming, screen->stage->h - BOTTOM - 10);
}

static void destroy(struct screen *screen)
{
    struct setup *self = self_of(screen);
    naming_free(self->naming);
    picker_clear(&self->picker);
    arena_free(self->arena);
    g_free(self);
}

struct screen *screen_setup_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "setup",
        .audience = AUDIENCE_FACILITATORS,
        .enter = enter,
        .follow = follow,
        .touch = touch,
        .key = key,
        .tick = tick,
        .next_tick = next_tick,
        .draw = draw,
        .toast_bottom = toast_bottom,
        .free = destroy,
    };
    struct setup *self = g_new0(struct setup, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    self->arena = arena_new();
    picker_init(&self->picker, stage, SETUP_SEAT, tr_lang(stage->tr));
    return &self->screen;
}
