// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Setting up a workshop (picture 11): its tables with picture and guiding question in several
// languages, the parties that are here. All of it is voluntary.
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/language.h"
#include "app/naming.h"
#include "app/picker.h"
#include "app/question.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "draw/figure.h"
#include "store/store.h"
#include "words/words.h"

#define SEAT 1
#define TOP 56.0
#define BOTTOM 58.0
#define ROW 62.0
#define OPEN_ROW 118.0
#define PARTY_ROW 54.0
#define GAP 6.0

static const char *const langs[] = {"de", "en", "ar", "fa", "ku", "ckb", "uk", "ru",
                                    "tr", "fr", "es", "ro", "pl", "bg",  "vi", "ti"};

struct screen_setup {
    struct screen screen;
    int64_t workshop;
    struct arena *arena; // of what follows, read from the file
    struct workshop about;
    const struct table *tables;
    size_t n;
    const struct party *parties;
    size_t parties_n;
    int64_t chosen; // table whose row is open, 0
    double pan[2];  // of tables and parties
    bool asks_language;
    char lang[16];         // of the question that is being written
    struct naming *naming; // NULL: nothing is being typed
    struct picker picker;
    bool picks; // a picture for the chosen table
};

static struct screen_setup *self_of(struct screen *screen)
{
    return (struct screen_setup *)(void *)screen;
}

static void load(struct screen_setup *self)
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
    self->tables = store_tables(stage->store, self->arena, self->workshop, &self->n, &err);
    self->parties =
        store_parties(stage->store, self->arena, self->workshop, &self->parties_n, &err);
    if (err.code != ERR_NONE)
        stage_warn(stage, SEAT, &err);
}

static void enter(struct screen *screen)
{
    plenary_attend(screen->stage, self_of(screen)->workshop);
    load(self_of(screen));
}

static void follow(struct screen *screen)
{
    load(self_of(screen));
}

static const struct table *chosen_table(const struct screen_setup *self)
{
    for (size_t i = 0; i < self->n; i++) {
        if (self->tables[i].id == self->chosen)
            return &self->tables[i];
    }
    return NULL;
}

// ---- acts ---------------------------------------------------------------------------------------

static bool commit(struct screen_setup *self, struct change *change)
{
    struct err err = stage_err(self->screen.stage);
    bool done = store_commit(change, &err);
    if (!done)
        stage_warn(self->screen.stage, SEAT, &err);
    load(self);
    return done;
}

static void set_text(struct screen_setup *self, const char *field, const char *text,
                     const char *label)
{
    struct change *change = store_begin(self->screen.stage->store, 0, label);
    change_text(change, ENTITY_TABLE, self->chosen, field, text);
    (void)commit(self, change);
}

static bool said_party(void *context, const char *text)
{
    struct screen_setup *self = context;
    struct change *change = store_begin(self->screen.stage->store, 0, N_("Party added"));
    int64_t party = store_find_party(self->screen.stage->store, text);
    if (party == 0) {
        party = change_new_row(change);
        change_text(change, ENTITY_PARTY, party, "name", text);
    }
    int64_t here = change_new_row(change);
    change_int(change, ENTITY_ATTENDANCE, here, "workshop", self->workshop);
    change_int(change, ENTITY_ATTENDANCE, here, "party", party);
    change_int(change, ENTITY_ATTENDANCE, here, "position", (int64_t)self->parties_n + 1);
    return commit(self, change);
}

static bool said_question(void *context, const char *text)
{
    struct screen_setup *self = context;
    const struct table *table = chosen_table(self);
    if (table == NULL)
        return true;
    char *all = question_set(table, self->lang, text);
    set_text(self, "questions", all, N_("Question changed"));
    g_free(all);
    return true;
}

static void add_table(struct screen_setup *self)
{
    struct stage *stage = self->screen.stage;
    int number = self->n > 0 ? self->tables[self->n - 1].number + 1 : 1;
    char title[64];
    g_snprintf(title, sizeof title, stage_text(stage, N_("Table %d")), number);
    struct change *change = store_begin(stage->store, 0, N_("Table added"));
    int64_t table = self->chosen = change_new_row(change);
    change_int(change, ENTITY_TABLE, table, "workshop", self->workshop);
    change_int(change, ENTITY_TABLE, table, "number", number);
    change_text(change, ENTITY_TABLE, table, "title", title);
    (void)commit(self, change);
    self->pan[0] = G_MAXDOUBLE;
}

static void ask_language(struct screen_setup *self, const char *lang)
{
    const struct table *table = chosen_table(self);
    self->asks_language = false;
    if (table == NULL)
        return;
    g_strlcpy(self->lang, lang, sizeof self->lang);
    const char *now = question_in(table, lang, self->arena);
    self->naming = naming_new_line(self->screen.stage, SEAT, N_("Guiding question"),
                                   now == table->question ? "" : now, said_question, self);
}

// ---- events -------------------------------------------------------------------------------------

static void tap_table(struct screen_setup *self, const char *act)
{
    struct stage *stage = self->screen.stage;
    const struct table *table = chosen_table(self);
    if (table == NULL)
        return;
    if (strcmp(act, "name") == 0) {
        self->naming = naming_new(stage, SEAT, 0, ENTITY_TABLE, table->id, table->title, false);
    } else if (strcmp(act, "question") == 0) {
        self->naming = naming_new_field(stage, SEAT, 0, ENTITY_TABLE, table->id, "question",
                                        N_("Question changed"), table->question, "");
    } else if (strcmp(act, "open") == 0) {
        self->naming = naming_new_field(stage, SEAT, 0, ENTITY_TABLE, table->id, "open",
                                        N_("Open question changed"), table->open, "");
    } else if (strcmp(act, "languages") == 0) {
        self->asks_language = true;
    } else if (strcmp(act, "picture") == 0) {
        self->picks = true;
        picker_offer(&self->picker, NULL, 0);
    } else if (strcmp(act, "away") == 0) {
        struct change *change = store_begin(stage->store, 0, N_("Table laid away"));
        change_int(change, ENTITY_TABLE, table->id, "removed", 1);
        self->chosen = 0;
        if (commit(self, change))
            stage_say(stage, SEAT, "trash", stage_text(stage, N_("Table laid away")), "undo:seat1",
                      stage_text(stage, N_("Undo")));
    }
}

static void name_party(struct screen_setup *self, int64_t id)
{
    for (size_t i = 0; i < self->parties_n; i++) {
        const struct party *party = &self->parties[i];
        if (party->id == id)
            self->naming =
                naming_new_field(self->screen.stage, SEAT, 0, ENTITY_PARTY, id, "district",
                                 N_("District changed"), party->district, party->name);
    }
}

static void tap(struct screen_setup *self, const char *target)
{
    struct stage *stage = self->screen.stage;
    if (self->asks_language) {
        if (g_str_has_prefix(target, "question-lang:"))
            ask_language(self, target + 14);
        self->asks_language = false;
    } else if (strcmp(target, "back") == 0) {
        if (stage_can_go_back(stage))
            stage_back(stage);
        else
            stage_show_alone(stage, screen_hall_new(stage, self->workshop));
    } else if (strcmp(target, "begin") == 0) {
        stage_show_alone(stage, screen_hall_new(stage, self->workshop));
    } else if (g_str_has_prefix(target, "row:")) {
        int64_t id = g_ascii_strtoll(target + 4, NULL, 10);
        self->chosen = self->chosen == id ? 0 : id;
    } else if (g_str_has_prefix(target, "set:")) {
        tap_table(self, target + 4);
    } else if (strcmp(target, "new-table") == 0) {
        add_table(self);
    } else if (strcmp(target, "new-party") == 0) {
        self->naming =
            naming_new_line(stage, SEAT, N_("Name of the group"), "", said_party, self);
    } else if (g_str_has_prefix(target, "party:")) {
        name_party(self, g_ascii_strtoll(target + 6, NULL, 10));
    } else if (strcmp(target, "title") == 0) {
        self->naming =
            naming_new(stage, SEAT, 0, ENTITY_WORKSHOP, self->workshop, self->about.title, false);
    } else if (strcmp(target, "place") == 0) {
        self->naming = naming_new_field(stage, SEAT, 0, ENTITY_WORKSHOP, self->workshop, "place",
                                        N_("Place changed"), self->about.place, "");
    } else if (strcmp(target, "undo:seat1") == 0) {
        struct err err = stage_err(stage);
        if (!store_undo(stage->store, 0, &err) && err.code != ERR_NONE)
            stage_warn(stage, SEAT, &err);
        load(self);
    }
}

static void end_naming(struct screen_setup *self)
{
    if (self->naming == NULL || !naming_is_done(self->naming))
        return;
    g_clear_pointer(&self->naming, naming_free);
    load(self);
}

static void end_picking(struct screen_setup *self)
{
    if (*self->picker.chosen == '\0')
        return;
    self->picks = false;
    set_text(self, "icon", self->picker.chosen, N_("Picture chosen"));
    *self->picker.chosen = '\0';
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_setup *self = self_of(screen);
    if (self->naming != NULL) {
        if (naming_touch(self->naming, touch))
            end_naming(self);
        return;
    }
    if (self->picks) {
        if (picker_touch(&self->picker, touch))
            end_picking(self);
        else if (touch_is_tap(touch) && strcmp(touch->target, "picker-close") == 0)
            self->picks = false;
        return;
    }
    int list = touch->from.x < screen->stage->w * 0.56 ? 0 : 1;
    if (touch->type == TOUCH_MOVE && touch->travel > FINGER_PAN_START)
        self->pan[list] = fmax(0, self->pan[list] - (touch->at.y - touch->last.y));
    if (touch_is_tap(touch))
        tap(self, touch->target);
}

static void key(struct screen *screen, const struct event *event)
{
    struct screen_setup *self = self_of(screen);
    bool escape = event->type == EVENT_KEY && event->key == KEY_ESCAPE;
    if (self->naming != NULL) {
        naming_key(self->naming, event);
        end_naming(self);
    } else if (self->picks && !escape) {
        picker_key(&self->picker, event);
        end_picking(self);
    } else if (escape && (self->picks || self->asks_language)) {
        self->picks = self->asks_language = false;
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
    struct screen_setup *self = self_of(screen);
    if (self->naming != NULL)
        naming_tick(self->naming);
    if (self->picks)
        keyboard_tick(&self->picker.keyboard, screen->stage->now);
}

static int next_tick(const struct screen *screen, int64_t now)
{
    const struct screen_setup *self = (const struct screen_setup *)(const void *)screen;
    return self->naming != NULL ? naming_next_tick(self->naming, now)
           : self->picks        ? keyboard_next_tick(&self->picker.keyboard, now)
                                : -1;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_open(struct kit *kit, const struct table *table, struct box box)
{
    const struct {
        const char *hit, *word, *icon;
    } acts[] = {{"set:name", kit_tr(kit, N_("Name")), "pencil"},
                {"set:picture", kit_tr(kit, N_("Picture")), "icons"},
                {"set:question", kit_tr(kit, N_("Question")), "question-mark"},
                {"set:open", kit_tr(kit, N_("Still open")), "help"},
                {"set:languages", kit_tr(kit, N_("Languages")), "language"},
                {"set:away", kit_tr(kit, N_("Away")), "trash"}};
    double gap = 5, w = (box.w - 24 - 4 * gap) / (double)G_N_ELEMENTS(acts);
    (void)table;
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++)
        widget_button(kit, acts[i].hit,
                      (struct box){box.x + 12 + (double)i * (w + gap), box.y + ROW + 4, w, 42},
                      acts[i].word, acts[i].icon, 11, WIDGET_REST);
}

static void draw_table(struct kit *kit, const struct screen_setup *self, const struct table *table,
                       struct box box)
{
    bool open = table->id == self->chosen;
    const char *hit = kit_name(kit, "row:%" G_GINT64_FORMAT, table->id);
    uint32_t accent = colour_accent(table->number);
    kit_begin_target(kit, hit, (struct box){box.x, box.y, box.w, ROW - 2}, table->title);
    if (open) {
        kit_hand_box(kit, box, 6, colour_mix(accent, COLOUR_PAPER, 0.85), PEN_MEDIUM, hit);
    } else {
        kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    }
    widget_number(kit, box.x + 24, box.y + ROW / 2 - 1, 14, table->number);
    double x = box.x + 50;
    if (*table->icon != '\0') {
        kit_hand_icon(kit, table->icon, x, box.y + ROW / 2 - 15, 28, accent, PEN_FINE * 1.2, hit);
        x += 42;
    }
    double w = box.x + box.w - 12 - x;
    kit_text_within(kit, table->title, x, box.y + 20, w, 11,
                    (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *question = *table->question != '\0' ? table->question
                                                    : kit_tr(kit, N_("no guiding question yet"));
    double qw = kit_text_within(kit, question, x, box.y + 42, w * 0.7, 9,
                                (struct kit_type){12, 500, COLOUR_GREY, KIT_LEFT, NULL});
    double chip = x + qw + 10;
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
        if (question_in(table, langs[i], kit->arena) == table->question)
            continue;
        double width = kit_text_width(kit, language_name(langs[i]),
                                      (struct kit_type){8.5, 600, COLOUR_INK, KIT_LEFT, langs[i]});
        if (chip + width + 14 > box.x + box.w - 8)
            break;
        chip += widget_chip(kit, NULL, chip, box.y + 34, 16, language_name(langs[i]), NULL, 8.5,
                            COLOUR_BAR, COLOUR_NONE, false) +
                4;
    }
    kit_end(kit);
    if (open)
        draw_open(kit, table, box);
}

static void draw_tables(struct kit *kit, struct screen_setup *self, struct box room)
{
    double all = 0;
    for (size_t i = 0; i < self->n; i++)
        all += (self->tables[i].id == self->chosen ? OPEN_ROW : ROW) + GAP;
    double view = room.h - 52;
    self->pan[0] = CLAMP(self->pan[0], 0, fmax(0, all - view));
    double y = room.y - self->pan[0];
    kit_clip(kit, (struct box){room.x - 3, room.y - 3, room.w + 6, view + 3});
    for (size_t i = 0; i < self->n; i++) {
        double h = self->tables[i].id == self->chosen ? OPEN_ROW : ROW;
        if (y + h > room.y && y < room.y + view)
            draw_table(kit, self, &self->tables[i], (struct box){room.x, y, room.w, h});
        y += h + GAP;
    }
    kit_unclip(kit);
    double button = fmin(y, room.y + room.h - 44);
    widget_button(kit, "new-table", (struct box){room.x, button, room.w, 40},
                  kit_tr(kit, N_("Another table")), "plus", 13, WIDGET_REST);
}

static void draw_party(struct kit *kit, const struct party *party, size_t i, struct box box)
{
    const char *hit = kit_name(kit, "party:%" G_GINT64_FORMAT, party->id);
    kit_begin_target(kit, hit, box, party->name);
    kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    pen_push(&kit->pen, 0, 0, 1, hit);
    figure_house(&kit->pen, box.x + 12, box.y + 43, 26, 22, colour_accent((int)i % 6 + 1));
    pen_pop(&kit->pen);
    double x = box.x + 50, w = box.w - 58;
    kit_text_within(kit, party->name, x, box.y + 18, w, 10,
                    (struct kit_type){14, 700, COLOUR_INK, KIT_LEFT, NULL});
    kit_icon(kit, "map-pin", x, box.y + 31, 10, COLOUR_GREY);
    kit_text_within(kit, *party->district != '\0' ? party->district : kit_tr(kit, N_("district")),
                    x + 14, box.y + 37, w - 14, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
}

static void draw_parties(struct kit *kit, struct screen_setup *self, struct box room)
{
    double view = room.h - 52, all = (double)self->parties_n * (PARTY_ROW + GAP);
    self->pan[1] = CLAMP(self->pan[1], 0, fmax(0, all - view));
    double y = room.y - self->pan[1];
    kit_clip(kit, (struct box){room.x - 1, room.y, room.w + 2, view});
    for (size_t i = 0; i < self->parties_n; i++, y += PARTY_ROW + GAP) {
        if (y + PARTY_ROW > room.y && y < room.y + view)
            draw_party(kit, &self->parties[i], i, (struct box){room.x, y, room.w, PARTY_ROW});
    }
    kit_unclip(kit);
    widget_button(kit, "new-party",
                  (struct box){room.x, fmin(y, room.y + room.h - 44), room.w, 40},
                  kit_tr(kit, N_("Another group")), "plus", 13, WIDGET_REST);
}

static void draw_languages(const struct stage *stage, struct kit *kit)
{
    double w = fmin(560, stage->w - 60), pitch = (w - 28) / 4, h = 62 + 4 * 46;
    struct box box = {(stage->w - w) / 2, (stage->h - h) / 2, w, h};
    kit_target(kit, "languages-close", (struct box){0, 0, stage->w, stage->h});
    kit_target(kit, "languages-sheet", box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY * 0.8, "languages");
    kit_text(kit, kit_tr(kit, N_("The question in which language?")), box.x + 18, box.y + 26,
             (struct kit_type){18, 800, COLOUR_INK, KIT_LEFT, NULL});
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
        widget_button(kit, kit_name(kit, "question-lang:%s", langs[i]),
                      (struct box){box.x + 16 + (double)(i % 4) * pitch,
                                   box.y + 48 + (double)(i / 4) * 46, pitch - 6, 40},
                      language_name(langs[i]), NULL, 12.5, WIDGET_REST);
}

static void draw_picker(struct kit *kit, struct screen_setup *self)
{
    const struct stage *stage = self->screen.stage;
    const struct table *table = chosen_table(self);
    double w = fmin(700, stage->w - 20), x = (stage->w - w) / 2, h = fmin(520, stage->h - 20);
    struct box all = {x, stage->h - h, w, h};
    double keys = KEYBOARD_ROWS * KEYBOARD_PITCH;
    kit_target(kit, "picker-close", (struct box){0, 0, stage->w, stage->h});
    widget_drawer(kit, "picker-room", all);
    picker_place(&self->picker, (struct box){x + 14, all.y + 16, w - 28, h - keys - 50},
                 (struct point){x + 14, stage->h - keys - 18}, KEYBOARD_PITCH, stage->w);
    picker_draw(&self->picker, kit, table != NULL ? table->icon : "",
                colour_accent(table != NULL ? table->number : 1));
    double column = x + 14 + KEYBOARD_COLUMNS * KEYBOARD_PITCH + 8;
    if (x + w - 14 - column > 60)
        widget_button(kit, "picker-close",
                      (struct box){column, stage->h - keys - 18, x + w - 14 - column, 46},
                      kit_tr(kit, N_("Close")), "x", 12, WIDGET_REST);
}

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

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_setup *self = self_of(screen);
    const struct stage *stage = screen->stage;
    double w = stage->w, h = stage->h, left = 15, split = w * 0.56;
    struct kit_type head = {20, 800, COLOUR_INK, KIT_LEFT, NULL};
    draw_top(kit, w);
    kit_text(kit, kit_tr(kit, N_("Tables")), left + 3, TOP + 24, head);
    kit_text(kit, kit_tr(kit, N_("Groups")), split + 3, TOP + 24, head);
    double y = TOP + 44, room = h - y - BOTTOM - 8;
    draw_tables(kit, self, (struct box){left, y, split - left - 18, room});
    draw_parties(kit, self, (struct box){split, y, w - split - 15, room});
    widget_bar(kit, (struct box){0, h - BOTTOM, w, BOTTOM}, false);
    double by = h - BOTTOM + 8, bw = fmin(190, w * 0.16);
    widget_button(kit, "title", (struct box){15, by, bw, 42}, kit_tr(kit, N_("Name")), "pencil", 13,
                  WIDGET_REST);
    widget_button(kit, "place", (struct box){15 + bw + 8, by, bw, 42}, kit_tr(kit, N_("Place")),
                  "map-pin", 13, WIDGET_REST);
    widget_button(kit, "undo:seat1", (struct box){15 + 2 * (bw + 8), by, bw, 42},
                  kit_tr(kit, N_("Undo")), "arrow-back-up", 13,
                  store_undo_label(stage->store, 0) != NULL ? WIDGET_REST : WIDGET_OFF);
    widget_primary(kit, "begin", (struct box){w - 15 - 250, by - 2, 250, 46},
                   kit_tr(kit, N_("Let us begin")), "arrow-right", 20, WIDGET_REST);
    if (self->asks_language)
        draw_languages(stage, kit);
    if (self->picks)
        draw_picker(kit, self);
    if (self->naming != NULL)
        naming_draw(self->naming, kit);
}

static double toast_bottom(const struct screen *screen, int seat)
{
    const struct screen_setup *self = (const struct screen_setup *)(const void *)screen;
    (void)seat;
    return self->naming != NULL ? naming_top(self->naming) - 8 : screen->stage->h - BOTTOM - 10;
}

static void destroy(struct screen *screen)
{
    struct screen_setup *self = self_of(screen);
    naming_free(self->naming);
    picker_clear(&self->picker);
    arena_free(self->arena);
    g_free(self);
}

struct screen *screen_setup_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "setup",
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
    struct screen_setup *self = g_new0(struct screen_setup, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    self->arena = arena_new();
    picker_init(&self->picker, stage, SEAT, tr_lang(stage->tr));
    return &self->screen;
}
