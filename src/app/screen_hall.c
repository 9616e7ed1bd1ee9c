// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hall (screen 02): the theme tables of a workshop and the path of its phases.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/island.h"
#include "app/kit.h"
#include "app/naming.h"
#include "app/phase_path.h"
#include "app/phases.h"
#include "app/seat_choice.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "store/store.h"
#include "words/words.h"

#define TOP 64.0
#define BOTTOM 52.6
#define GAP 18.0
#define SEAT 1

struct screen_hall {
    struct screen screen;
    int64_t workshop;
    struct arena *arena; // of what follows, read from the file
    struct workshop about;
    struct phase *phases;
    size_t phases_n;
    uint64_t revision; // of the file that this is
    int64_t gathered;  // table that all were asked to when it was entered, 0
    struct island *islands;
    size_t n, cards_n;
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

static void count_language(struct island *island, size_t counts[ISLAND_LANGUAGES], const char *lang)
{
    if (*lang == '\0')
        return;
    size_t i = 0;
    while (i < island->languages_n && strcmp(island->languages[i], lang) != 0)
        i++;
    if (i == ISLAND_LANGUAGES)
        return;
    if (i == island->languages_n) {
        island->languages[island->languages_n++] = lang;
        counts[i] = 0;
    }
    counts[i]++;
    for (; i > 0 && counts[i] > counts[i - 1]; i--) { // keeps the most frequent first
        size_t count = counts[i];
        const char *name = island->languages[i];
        counts[i] = counts[i - 1];
        counts[i - 1] = count;
        island->languages[i] = island->languages[i - 1];
        island->languages[i - 1] = name;
    }
}

static const char *kind_of(const struct screen_hall *self, int64_t phase)
{
    for (size_t i = 0; i < self->phases_n; i++) {
        if (self->phases[i].id == (phase != 0 ? phase : self->about.phase))
            return self->phases[i].kind;
    }
    return "";
}

static void fill_island(struct screen_hall *self, struct island *island, const struct card *cards,
                        size_t n)
{
    size_t counts[ISLAND_LANGUAGES];
    for (size_t i = 0; i < n; i++) {
        const struct card *card = &cards[i];
        if (card->table != island->table.id)
            continue;
        if (card->parked) {
            island->parked_n++;
            continue;
        }
        island->cards_n++;
        island->votes += card->votes;
        count_language(island, counts, *card->lang != '\0' ? card->lang : self->about.lang);
        if (island->newest == NULL || card->made >= island->newest->made)
            island->newest = card;
    }
    island->keyword = "";
    if (island->newest != NULL && *island->newest->text != '\0')
        island->keyword = words_understand(self->screen.stage->words, island->newest->text,
                                           island->newest->lang, NULL, self->arena)
                              ->keyword;
    island->phase_kind = island->newest != NULL ? kind_of(self, island->newest->phase) : "";
    self->cards_n += island->cards_n;
}

static void draw_islands(struct screen_hall *self)
{
    const struct stage *stage = self->screen.stage;
    for (size_t i = 0; i < self->n; i++) {
        struct kit kit;
        struct scene *scene = scene_new(ISLAND_WIDTH, ISLAND_HEIGHT);
        kit_init(&kit, stage, scene, self->arena);
        island_draw(&self->islands[i], &kit);
        kit_clear(&kit);
        g_ptr_array_add(self->drawings, scene);
    }
}

static void load(struct screen_hall *self)
{
    struct stage *stage = self->screen.stage;
    struct store *store = stage->store;
    struct err err = stage_err(stage);
    size_t n, cards_n;
    retire_drawings(self);
    arena_reset(self->arena);
    self->revision = store_revision(store);
    self->about = (struct workshop){.title = "", .lang = ""};
    const struct workshop *workshops = store_workshops(store, self->arena, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (workshops[i].id == self->workshop)
            self->about = workshops[i];
    }
    self->phases = store_phases(store, self->arena, self->workshop, &self->phases_n, &err);
    const struct table *tables = store_tables(store, self->arena, self->workshop, &self->n, &err);
    const struct card *cards =
        store_cards(store, self->arena, self->workshop, 0, CARDS_ALL_LIVE, &cards_n, &err);
    self->islands = ARENA_ARRAY(self->arena, struct island, self->n + 1);
    self->cards_n = 0;
    for (size_t i = 0; i < self->n; i++) {
        self->islands[i] = (struct island){.table = tables[i]};
        fill_island(self, &self->islands[i], cards, cards_n);
    }
    draw_islands(self);
    if (err.code != ERR_NONE)
        stage_warn(stage, SEAT, &err);
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
    if (self_of(screen)->revision != store_revision(stage->store))
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
    return MIN(most, MAX(1, (int)self->n));
}

static double content_height(const struct screen_hall *self)
{
    int rows = ((int)self->n + columns_of(self) - 1) / columns_of(self);
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

// One change of the facilitator, with a way back.
static bool commit(struct screen_hall *self, struct change *change)
{
    struct err err = stage_err(self->screen.stage);
    bool done = store_commit(change, &err);
    if (!done)
        stage_warn(self->screen.stage, SEAT, &err);
    load(self);
    return done;
}

static void start_phase(struct screen_hall *self, int64_t id)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    for (size_t i = 0; i < self->phases_n; i++) {
        const struct phase *phase = &self->phases[i];
        bool runs = phase->id == self->about.phase && phase->started != 0;
        if (phase->id == id && !runs && !phase_start(stage, self->workshop, phase, &err))
            stage_warn(stage, SEAT, &err);
    }
}

static void add_table(struct screen_hall *self)
{
    struct stage *stage = self->screen.stage;
    int number = 1;
    for (size_t i = 0; i < self->n; i++)
        number = MAX(number, self->islands[i].table.number + 1);
    char title[64];
    g_snprintf(title, sizeof title, stage_text(stage, N_("Table %d")), number);
    struct change *change = store_begin(stage->store, 0, N_("Table added"));
    int64_t table = change_new_row(change);
    change_int(change, ENTITY_TABLE, table, "workshop", self->workshop);
    change_int(change, ENTITY_TABLE, table, "number", number);
    change_text(change, ENTITY_TABLE, table, "title", title);
    if (commit(self, change))
        self->naming = naming_new(stage, SEAT, 0, ENTITY_TABLE, table, title, true);
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
    for (size_t i = 0; i < self->n; i++) {
        if (self->islands[i].table.number == number)
            stage_show(self->screen.stage, screen_table_new(self->screen.stage, self->workshop,
                                                            self->islands[i].table.id));
    }
}

// The second of two taps: with these seats to the tables at once.
static void take_seats(struct screen_hall *self, int people, bool around)
{
    struct stage *stage = self->screen.stage;
    self->seating = false;
    stage_seat_people(stage, people, around);
    if (self->n > 0 && people > 1)
        stage_show(stage,
                   screen_table_new(stage, self->workshop, self->islands[0].table.id));
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
        self->naming =
            naming_new(stage, SEAT, 0, ENTITY_WORKSHOP, self->workshop, self->about.title, false);
    } else if (strcmp(target, "undo:seat1") == 0) {
        go_back(self, false);
    } else if (strcmp(target, "redo:seat1") == 0) {
        go_back(self, true);
    }
}

static void end_naming(struct screen_hall *self)
{
    if (self->naming == NULL || !naming_is_done(self->naming))
        return;
    g_clear_pointer(&self->naming, naming_free);
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
    if (self_of(screen)->naming != NULL)
        naming_tick(self_of(screen)->naming);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_hall *self = (const struct screen_hall *)(const void *)screen;
    return self->naming != NULL ? naming_next_tick(self->naming, now) : -1;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_top(struct kit *kit, const struct screen_hall *self)
{
    double w = self->screen.stage->w;
    widget_bar(kit, (struct box){0, 0, w, TOP}, true);
    double room = self->phases_n > 0 ? w * 0.31 : w - 2 * KIT_MARGIN;
    kit_begin_target(kit, "title", (struct box){KIT_MARGIN - 5, 8, room + 10, 48},
                     self->about.title);
    struct kit_type type = {17, 800, COLOUR_INK, KIT_LEFT, NULL};
    double width = kit_text_within(kit, self->about.title, KIT_MARGIN, 23, room - 22, 12, type);
    kit_icon(kit, "pencil", KIT_MARGIN + width + 7, 16, 12, COLOUR_GREY);
    const char *tables =
        kit_name(kit, tr_plural(kit->tr, "%d table", "%d tables", self->n), (int)self->n);
    const char *cards =
        kit_name(kit, tr_plural(kit->tr, "%d card", "%d cards", self->cards_n), (int)self->cards_n);
    kit_text_within(kit, kit_name(kit, "%s · %s", tables, cards), KIT_MARGIN, 43, room,
                    KIT_TEXT_LEAST, (struct kit_type){10, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
    double x = KIT_MARGIN + room + 60, right = w - KIT_MARGIN;
    struct clock clock = plenary_clock(self->screen.stage);
    if (clock.state != CLOCK_NONE)
        right -= w > 1000 ? clock_draw_row(kit, &clock, right, TOP / 2, 21, 34, "lead")
                          : clock_draw_row(kit, &clock, right, TOP / 2, 14, 20, "lead");
    if (self->phases_n > 0)
        phase_path_draw(kit, self->phases, self->phases_n, self->about.phase, x, right - 55 - x);
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
        {"dots", kit_tr(kit, N_("Dots")), "circle-dot", self->n == 0},
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
    for (size_t i = 0; i < self->n; i++) {
        struct box box = island_box(self, i), seen = box_intersection(box, view);
        if (box_is_empty(seen))
            continue;
        const char *hit = kit_name(kit, "table:%d", self->islands[i].table.number);
        kit_begin_target(kit, hit, seen, self->islands[i].table.title);
        double by = kit_pressed(kit, hit) ? 1.6 : 0;
        scene_use(kit->scene, g_ptr_array_index(self->drawings, i),
                  affine_multiply(kit->m, affine_translation(box.x + by, box.y + by)), 1);
        island_draw_newest(&self->islands[i], stage, kit, box.x + by, box.y + by);
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
    return self->naming != NULL ? naming_top(self->naming) - 8 : screen->stage->h - BOTTOM - 10;
}

static void destroy(struct screen *screen)
{
    struct screen_hall *self = self_of(screen);
    naming_free(self->naming);
    retire_drawings(self);
    g_ptr_array_free(self->drawings, TRUE);
    arena_free(self->arena);
    g_free(self);
}

struct screen *screen_hall_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "hall",
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
    self->arena = arena_new();
    self->drawings = g_ptr_array_new();
    return &self->screen;
}
