// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hall (screen 02): the theme tables of a workshop and the path of its phases.
#include <math.h>
#include <string.h>

#include "app/hall.h"
#include "app/kit.h"
#include "app/naming.h"
#include "app/phase_path.h"
#include "app/phases.h"
#include "app/seat_choice.h"
#include "app/stage.h"
#include "app/tables.h"
#include "app/widget.h"
#include "store/store.h"

#define TOP 64.0
#define BOTTOM 52.6
#define GAP 18.0
#define SEAT 1

struct screen_hall {
    struct screen screen;
    int64_t workshop;
    struct hall hall;
    int64_t gathered;    // table that all were asked to when it was entered, 0
    GPtrArray *drawings; // struct scene: of the islands, drawn when the hall is entered
    double pan;
    struct naming *naming; // NULL: nothing is being named
    bool seating;          // how many sit where is being chosen
};

static struct screen_hall *self_of(struct screen *screen)
{
    return (struct screen_hall *)(void *)screen;
}

static void free_scene(gpointer scene)
{
    scene_free(scene);
}

static void retire_drawings(struct screen_hall *self)
{
    for (guint i = 0; i < self->drawings->len; i++)
        stage_retire(self->screen.stage, g_ptr_array_index(self->drawings, i), free_scene);
    g_ptr_array_set_size(self->drawings, 0);
}

// ---- what it shows ------------------------------------------------------------------------------

static void draw_islands(struct screen_hall *self)
{
    const struct stage *stage = self->screen.stage;
    for (size_t i = 0; i < self->hall.n; i++) {
        struct kit kit;
        struct scene *scene = scene_new(ISLAND_WIDTH, ISLAND_HEIGHT);
        kit_init(&kit, stage, scene, self->hall.arena);
        island_draw(&self->hall.islands[i], &kit);
        kit_clear(&kit);
        g_ptr_array_add(self->drawings, scene);
    }
}

static void load(struct screen_hall *self)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    retire_drawings(self);
    if (!hall_load(&self->hall, stage->store, stage->words, self->workshop, &err))
        stage_warn(stage, SEAT, &err);
    draw_islands(self);
}

static void enter(struct screen *screen)
{
    plenary_attend(screen->stage, self_of(screen)->workshop);
    self_of(screen)->gathered = screen->stage->plenary.about.gathered;
    load(self_of(screen));
}

static void follow(struct screen *screen)
{
    struct stage *stage = screen->stage;
    int64_t table = stage->plenary.about.gathered;
    if (self_of(screen)->hall.revision != store_revision(stage->store))
        load(self_of(screen));
    if (table != 0 && table != self_of(screen)->gathered)
        stage_show(stage, screen_table_new(stage, self_of(screen)->workshop, table));
    self_of(screen)->gathered = table;
}

// ---- geometry -----------------------------------------------------------------------------------

static int columns_of(const struct screen_hall *self)
{
    double w = self->screen.stage->w;
    int most = MAX(1, (int)floor((w - 2 * KIT_MARGIN + GAP) / (ISLAND_WIDTH + GAP)));
    return MIN(most, MAX(1, (int)self->hall.n));
}

static double content_height(const struct screen_hall *self)
{
    int rows = ((int)self->hall.n + columns_of(self) - 1) / columns_of(self);
    return 16 + rows * (ISLAND_HEIGHT + 16);
}

static double view_height(const struct screen_hall *self)
{
    return self->screen.stage->h - TOP - BOTTOM;
}

static void stay_in_reach(struct screen_hall *self)
{
    self->pan = CLAMP(self->pan, 0, fmax(0, content_height(self) - view_height(self)));
}

static struct box island_box(const struct screen_hall *self, size_t i)
{
    int columns = columns_of(self), column = (int)i % columns, row = (int)i / columns;
    double width = columns * (ISLAND_WIDTH + GAP) - GAP;
    double free = fmax(0, view_height(self) - content_height(self)) / 2;
    return (struct box){(self->screen.stage->w - width) / 2 + column * (ISLAND_WIDTH + GAP),
                        TOP + 16 + free + row * (ISLAND_HEIGHT + 16) - self->pan, ISLAND_WIDTH,
                        ISLAND_HEIGHT};
}

// ---- events -------------------------------------------------------------------------------------

static void start_phase(struct screen_hall *self, int64_t id)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    for (size_t i = 0; i < self->hall.phases_n; i++) {
        const struct phase *phase = &self->hall.phases[i];
        bool runs = phase->id == self->hall.about.phase && phase->started != 0;
        if (phase->id == id && !runs && !phase_start(stage, self->workshop, phase, &err))
            stage_warn(stage, SEAT, &err);
    }
}

static void add_table(struct screen_hall *self)
{
    struct stage *stage = self->screen.stage;
    const struct hall *hall = &self->hall;
    char title[TABLES_TITLE];
    int64_t table = tables_add(stage, SEAT, self->workshop, hall->tables, hall->n, title);
    if (table != 0)
        self->naming = naming_new(stage, SEAT, 0, ENTITY_TABLE, table, title, true);
    load(self);
    self->pan = G_MAXDOUBLE;
    stay_in_reach(self);
}

static void go_back(struct screen_hall *self, bool redo)
{
    if (stage_go_back(self->screen.stage, SEAT, redo))
        load(self);
}

static void open_table(struct screen_hall *self, int number)
{
    for (size_t i = 0; i < self->hall.n; i++) {
        if (self->hall.islands[i].table.number == number)
            stage_show(self->screen.stage, screen_table_new(self->screen.stage, self->workshop,
                                                            self->hall.islands[i].table.id));
    }
}

// The second of two taps: with these seats to the tables at once.
static void take_seats(struct screen_hall *self, int people, bool around)
{
    struct stage *stage = self->screen.stage;
    self->seating = false;
    stage_seat_people(stage, people, around);
    if (self->hall.n > 0 && people > 1)
        stage_show(stage, screen_table_new(stage, self->workshop, self->hall.islands[0].table.id));
}

// What only facilitators do once there is a code.
static bool is_reserved(const char *target)
{
    static const char *const reserved[] = {"phase:", "seats", "new-table", "title", "harvest",
                                           "start",  "undo:", "redo:"};
    for (size_t i = 0; i < G_N_ELEMENTS(reserved); i++) {
        if (g_str_has_prefix(target, reserved[i]))
            return true;
    }
    return false;
}

static void tap(struct screen_hall *self, const char *target)
{
    struct stage *stage = self->screen.stage;
    if (is_reserved(target) && !facilitator_allows(stage))
        return;
    int people;
    bool around;
    if (seat_choice_read(target, &people, &around)) {
        take_seats(self, people, around);
        return;
    }
    bool was_seating = self->seating;
    self->seating = !was_seating && strcmp(target, "seats") == 0;
    if (was_seating)
        return;
    if (g_str_has_prefix(target, "table:")) {
        open_table(self, atoi(target + 6));
    } else if (g_str_has_prefix(target, "phase:")) {
        start_phase(self, g_ascii_strtoll(target + 6, NULL, 10));
    } else if (g_str_has_prefix(target, "lang:")) {
        stage_set_language(stage, target + 5);
        load(self); // the islands speak it too
    } else if (strcmp(target, "dots") == 0) {
        stage_show(stage, screen_dots_new(stage, self->workshop));
    } else if (strcmp(target, "harvest") == 0) {
        stage_show(stage, screen_harvest_new(stage, self->workshop));
    } else if (strcmp(target, "log") == 0) {
        stage_show(stage, screen_log_new(stage, self->workshop));
    } else if (strcmp(target, "start") == 0) {
        stage_show_alone(stage, screen_start_new(stage));
    } else if (strcmp(target, "new-table") == 0) {
        add_table(self);
    } else if (strcmp(target, "title") == 0) {
        self->naming = naming_new(stage, SEAT, 0, ENTITY_WORKSHOP, self->workshop,
                                  self->hall.about.title, false);
    } else if (strcmp(target, "undo:seat1") == 0) {
        go_back(self, false);
    } else if (strcmp(target, "redo:seat1") == 0) {
        go_back(self, true);
    }
}

static void end_naming(struct screen_hall *self)
{
    if (naming_end(&self->naming))
        load(self);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_hall *self = self_of(screen);
    if (self->naming != NULL && naming_touch(self->naming, touch)) {
        end_naming(self);
        return;
    }
    bool on_ground =
        strcmp(touch->target, "hall") == 0 || g_str_has_prefix(touch->target, "table:");
    if (on_ground && touch->type == TOUCH_MOVE && touch->travel > FINGER_PAN_START) {
        self->pan -= touch->at.y - touch->last.y;
        stay_in_reach(self);
    }
    if (touch_is_tap(touch) && self->naming == NULL)
        tap(self, touch->target);
}

static void key(struct screen *screen, const struct event *event)
{
    struct screen_hall *self = self_of(screen);
    if (self->naming != NULL) {
        naming_key(self->naming, event);
        end_naming(self);
    } else if (self->seating) {
        self->seating = !(event->type == EVENT_KEY && event->key == KEY_ESCAPE);
    } else if (event->type == EVENT_WHEEL) {
        self->pan -= event->dy;
        stay_in_reach(self);
    } else if (event->type == EVENT_KEY && (event->key == KEY_UNDO || event->key == KEY_REDO)) {
        go_back(self, event->key == KEY_REDO);
    }
}

static void tick(struct screen *screen)
{
    naming_tick(self_of(screen)->naming);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_hall *self = (const struct screen_hall *)(const void *)screen;
    return naming_next_tick(self->naming, now);
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_top(struct kit *kit, const struct screen_hall *self)
{
    double w = self->screen.stage->w;
    widget_bar(kit, (struct box){0, 0, w, TOP}, true);
    double room = self->hall.phases_n > 0 ? w * 0.31 : w - 2 * KIT_MARGIN;
    kit_begin_target(kit, "title", (struct box){KIT_MARGIN - 5, 8, room + 10, 48},
                     self->hall.about.title);
    struct kit_type type = {17, 800, COLOUR_INK, KIT_LEFT, NULL};
    double width =
        kit_text_within(kit, self->hall.about.title, KIT_MARGIN, 23, room - 22, 12, type);
    kit_icon(kit, "pencil", KIT_MARGIN + width + 7, 16, 12, COLOUR_GREY);
    const char *tables =
        kit_say(kit, tr_plural(kit->tr, "%d table", "%d tables", self->hall.n), (int)self->hall.n);
    const char *cards = kit_say(kit, tr_plural(kit->tr, "%d card", "%d cards", self->hall.cards_n),
                                 (int)self->hall.cards_n);
    kit_text_within(kit, kit_name(kit, "%s · %s", tables, cards), KIT_MARGIN, 43, room,
                    KIT_TEXT_LEAST, (struct kit_type){10, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
    double x = KIT_MARGIN + room + 60, right = w - KIT_MARGIN;
    struct clock clock = plenary_clock(self->screen.stage);
    if (clock.state != CLOCK_NONE)
        right -= w > 1000 ? clock_draw_row(kit, &clock, right, TOP / 2, 21, 34, "lead")
                          : clock_draw_row(kit, &clock, right, TOP / 2, 14, 20, "lead");
    if (self->hall.phases_n > 0)
        phase_path_draw(kit, self->hall.phases, self->hall.phases_n, self->hall.about.phase, x,
                        right - 55 - x);
}

static void draw_bottom(struct kit *kit, const struct screen_hall *self)
{
    const struct stage *stage = self->screen.stage;
    double y = stage->h - BOTTOM, x = 12;
    bool german = strcmp(tr_lang(stage->tr), "de") == 0;
    const struct {
        const char *hit, *label, *icon;
        bool off;
    } items[] = {
        {"start", kit_tr(kit, N_("Start")), "home", false},
        {"new-table", kit_tr(kit, N_("New table")), "square-plus", false},
        {"seats", kit_tr(kit, N_("Seats")), "armchair", false},
        {"lead", kit_tr(kit, N_("Facilitator")), "adjustments", false},
        {"log", kit_tr(kit, N_("Log")), "notebook", false},
        {"dots", kit_tr(kit, N_("Dots")), "circle-dot", self->hall.n == 0},
        {"undo:seat1", kit_tr(kit, N_("Undo")), "arrow-back-up",
         store_undo_label(stage->store, 0) == NULL},
        {"redo:seat1", kit_tr(kit, N_("Redo")), "arrow-forward-up",
         store_redo_label(stage->store, 0) == NULL},
        {german ? "lang:en" : "lang:de", german ? "English" : "Deutsch", "world", false},
    };
    widget_bar(kit, (struct box){0, y, stage->w, BOTTOM}, false);
    double room = stage->w - KIT_MARGIN - 189 - 10 - x;
    double item = fmin(82, room / (double)G_N_ELEMENTS(items) - 2);
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++) {
        widget_bar_item(kit, items[i].hit, (struct box){x, y + 5, item, 42}, items[i].label,
                        items[i].icon, items[i].off ? WIDGET_OFF : WIDGET_REST);
        x += item + 2;
    }
    widget_primary(kit, "harvest", (struct box){stage->w - KIT_MARGIN - 189, y + 6, 189, 41},
                   kit_tr(kit, N_("To the harvest")), "basket", 18, WIDGET_REST);
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_hall *self = self_of(screen);
    const struct stage *stage = screen->stage;
    stay_in_reach(self);
    struct box view = {0, TOP, stage->w, stage->h - TOP - BOTTOM};
    kit_target(kit, "hall", view);
    for (size_t i = 0; i < self->hall.n; i++) {
        struct box box = island_box(self, i), seen = box_intersection(box, view);
        if (box_is_empty(seen))
            continue;
        const char *hit = kit_name(kit, "table:%d", self->hall.islands[i].table.number);
        kit_begin_target(kit, hit, seen, self->hall.islands[i].table.title);
        double by = kit_pressed(kit, hit) ? 1.6 : 0;
        scene_use(kit->scene, g_ptr_array_index(self->drawings, i),
                  affine_multiply(kit->m, affine_translation(box.x + by, box.y + by)), 1);
        island_draw_newest(&self->hall.islands[i], stage, kit, box.x + by, box.y + by);
        kit_end(kit);
    }
    draw_top(kit, self);
    if (self->seating) {
        kit_target(kit, "seats-away", view);
        seat_choice_draw(kit, stage, box_grow(view, -12));
    }
    if (self->naming != NULL)
        naming_draw(self->naming, kit);
    else
        draw_bottom(kit, self);
}

static double toast_bottom(const struct screen *screen, int seat)
{
    const struct screen_hall *self = (const struct screen_hall *)(const void *)screen;
    (void)seat;
    return naming_toast_bottom(self->naming, screen->stage->h - BOTTOM - 10);
}

static void destroy(struct screen *screen)
{
    struct screen_hall *self = self_of(screen);
    naming_free(self->naming);
    retire_drawings(self);
    g_ptr_array_free(self->drawings, TRUE);
    hall_clear(&self->hall);
    g_free(self);
}

struct screen *screen_hall_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "hall",
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
    struct screen_hall *self = g_new0(struct screen_hall, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    hall_init(&self->hall);
    self->drawings = g_ptr_array_new();
    return &self->screen;
}
