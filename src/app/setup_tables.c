// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of a workshop that is set up: name, picture, guiding question in several languages.
#include "app/setup.h"

#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/language.h"
#include "app/question.h"
#include "app/stage.h"
#include "app/tables.h"
#include "app/widget.h"

#define ROW 62.0
#define OPEN_ROW 164.0
#define NARROW 420.0 // rows below have their buttons one below the other
#define ACT 42.0     // height of a button
#define ACT_GAP 5.0
#define HANDLE 40.0 // width of what a row is dragged by
#define COLOUR_PITCH 34.0

static const char *const langs[] = {"de", "en", "ar", "fa", "ku", "ckb", "uk", "ru",
                                    "tr", "fr", "es", "ro", "pl", "bg",  "vi", "ti"};

static const struct table *chosen_table(const struct setup *self)
{
    for (size_t i = 0; i < self->n; i++) {
        if (self->tables[i].id == self->chosen)
            return &self->tables[i];
    }
    return NULL;
}

static void set_text(struct setup *self, const char *field, const char *text, const char *label)
{
    struct change *change = store_begin(self->screen.stage->store, 0, label);
    change_text(change, ENTITY_TABLE, self->chosen, field, text);
    (void)setup_commit(self, change);
}

static bool said_question(void *context, const char *text)
{
    struct setup *self = context;
    const struct table *table = chosen_table(self);
    if (table == NULL)
        return true;
    char *all = question_set(table, self->lang, text);
    set_text(self, "questions", all, N_("Question changed"));
    g_free(all);
    return true;
}

static void add_table(struct setup *self)
{
    char title[TABLES_TITLE];
    self->chosen =
        tables_add(self->screen.stage, SETUP_SEAT, self->workshop, self->tables, self->n, title);
    self->pan[0] = G_MAXDOUBLE;
    setup_load(self);
}

static void ask_language(struct setup *self, const char *lang)
{
    const struct table *table = chosen_table(self);
    self->asks_language = false;
    if (table == NULL)
        return;
    g_strlcpy(self->lang, lang, sizeof self->lang);
    const char *now = question_in(table, lang, self->arena);
    self->naming = naming_new_line(self->screen.stage, SETUP_SEAT, N_("Guiding question"),
                                   now == table->question ? "" : now, said_question, self);
}

static void tap_table(struct setup *self, const char *act)
{
    struct stage *stage = self->screen.stage;
    const struct table *table = chosen_table(self);
    if (table == NULL)
        return;
    if (strcmp(act, "name") == 0) {
        self->naming =
            naming_new(stage, SETUP_SEAT, 0, ENTITY_TABLE, table->id, table->title, false);
    } else if (strcmp(act, "question") == 0) {
        self->naming = naming_new_field(stage, SETUP_SEAT, 0, ENTITY_TABLE, table->id, "question",
                                        N_("Question changed"), table->question, "");
    } else if (strcmp(act, "open") == 0) {
        self->naming = naming_new_field(stage, SETUP_SEAT, 0, ENTITY_TABLE, table->id, "open",
                                        N_("Open question changed"), table->open, "");
    } else if (strcmp(act, "up") == 0 && table->number > 1) {
        size_t at = (size_t)(table - self->tables);
        tables_move(stage, SETUP_SEAT, self->tables, self->n, at, at - 1);
        setup_load(self);
    } else if (strcmp(act, "down") == 0) {
        size_t at = (size_t)(table - self->tables);
        tables_move(stage, SETUP_SEAT, self->tables, self->n, at, MIN(self->n, at + 2));
        setup_load(self);
    } else if (g_str_has_prefix(act, "colour:")) {
        struct change *change = store_begin(stage->store, 0, N_("Colour chosen"));
        change_int(change, ENTITY_TABLE, table->id, "colour", atoi(act + 7));
        setup_commit(self, change);
    } else if (strcmp(act, "languages") == 0) {
        self->asks_language = true;
    } else if (strcmp(act, "picture") == 0) {
        self->picks = true;
        picker_offer(&self->picker, NULL, 0);
    } else if (strcmp(act, "away") == 0) {
        struct change *change = store_begin(stage->store, 0, N_("Table laid away"));
        change_int(change, ENTITY_TABLE, table->id, "removed", 1);
        self->chosen = 0;
        if (setup_commit(self, change))
            stage_say(stage, SETUP_SEAT, "trash", stage_text(stage, N_("Table laid away")),
                      "undo:seat1", stage_text(stage, N_("Undo")));
    }
}

bool setup_tables_tap(struct setup *self, const char *target)
{
    if (self->asks_language) {
        if (g_str_has_prefix(target, "question-lang:"))
            ask_language(self, target + 14);
        self->asks_language = false;
    } else if (g_str_has_prefix(target, "row:")) {
        int64_t id = g_ascii_strtoll(target + 4, NULL, 10);
        self->chosen = self->chosen == id ? 0 : id;
    } else if (g_str_has_prefix(target, "set:")) {
        tap_table(self, target + 4);
    } else if (strcmp(target, "new-table") == 0) {
        add_table(self);
    } else {
        return false;
    }
    return true;
}

static bool is_narrow(double row_w)
{
    return row_w < NARROW;
}

static double row_height(const struct setup *self, size_t i)
{
    if (self->tables[i].id != self->chosen)
        return ROW;
    return OPEN_ROW + (is_narrow(self->tables_room.w) ? ACT + ACT_GAP : 0);
}

// Upper edge of the i-th row; of the n-th, the end of them.
static double row_top(const struct setup *self, size_t i)
{
    double y = self->tables_room.y - self->pan[0];
    for (size_t k = 0; k < i; k++)
        y += row_height(self, k) + SETUP_GAP;
    return y;
}

// The row before which what is in the hand would stand.
static size_t aim_of(const struct setup *self)
{
    size_t i = 0;
    while (i < self->n && row_top(self, i) + ROW / 2 < self->hand)
        i++;
    return i;
}

bool setup_tables_drag(struct setup *self, const struct touch *touch)
{
    if (!g_str_has_prefix(touch->target, "order:"))
        return false;
    int64_t id = g_ascii_strtoll(touch->target + 6, NULL, 10);
    if (touch->type == TOUCH_MOVE && touch->travel > FINGER_DRAG_START) {
        self->dragged = id;
        self->hand = touch->at.y;
    } else if (touch->type == TOUCH_UP && self->dragged == id) {
        for (size_t i = 0; i < self->n; i++) {
            if (self->tables[i].id == id) {
                tables_move(self->screen.stage, SETUP_SEAT, self->tables, self->n, i, aim_of(self));
                break;
            }
        }
        setup_load(self);
    } else if (touch_is_tap(touch)) { // the handle is part of the row
        self->chosen = self->chosen == id ? 0 : id;
    }
    if (touch->type == TOUCH_UP || touch->type == TOUCH_CANCEL)
        self->dragged = 0;
    return true;
}

void setup_end_picking(struct setup *self)
{
    if (*self->picker.chosen == '\0')
        return;
    self->picks = false;
    set_text(self, "icon", self->picker.chosen, N_("Picture chosen"));
    *self->picker.chosen = '\0';
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_colours(struct kit *kit, const struct table *table, double x, double y,
                         double pitch)
{
    for (int i = 1; i <= COLOUR_ACCENTS; i++, x += pitch) {
        const char *hit = kit_name(kit, "set:colour:%d", i);
        bool on = (table->colour - 1) % COLOUR_ACCENTS == i - 1;
        kit_begin_target(kit, hit, (struct box){x, y, pitch, COLOUR_PITCH},
                         kit_say(kit, kit_tr(kit, N_("Colour %d")), i));
        double middle = x + pitch / 2, r = fmin(12, pitch / 2 - 3);
        if (on)
            kit_ring(kit, middle, y + COLOUR_PITCH / 2, r + 3, 1.6, COLOUR_INK);
        widget_number(kit, middle, y + COLOUR_PITCH / 2, r, i, i);
        if (on)
            widget_tick(kit, middle + 11, y + 6, 6);
        kit_end(kit);
    }
}

static void draw_open(struct kit *kit, const struct table *table, struct box box, bool last)
{
    const struct {
        const char *hit, *word, *icon;
        bool off;
    } acts[] = {{"set:name", kit_tr(kit, N_("Name")), "pencil", false},
                {"set:picture", kit_tr(kit, N_("Picture")), "icons", false},
                {"set:question", kit_tr(kit, N_("Question")), "question-mark", false},
                {"set:open", kit_tr(kit, N_("Still open")), "help", false},
                {"set:languages", kit_tr(kit, N_("Languages")), "language", false},
                {"set:away", kit_tr(kit, N_("Away")), "trash", false},
                {"set:up", kit_tr(kit, N_("Forward")), "arrow-up", table->number <= 1},
                {"set:down", kit_tr(kit, N_("Backward")), "arrow-down", last}};
    const size_t n = G_N_ELEMENTS(acts);
    bool narrow = is_narrow(box.w);
    size_t columns = narrow ? 4 : 6;
    double w = (box.w - 24 + ACT_GAP) / (double)columns - ACT_GAP, y = box.y + ROW + 2;
    double x = box.x + 16;
    x += kit_text(kit, kit_tr(kit, N_("Colour")), x, y + COLOUR_PITCH / 2,
                  (struct kit_type){11, 600, COLOUR_GREY, KIT_LEFT, NULL}) +
         10;
    draw_colours(kit, table, x, y, fmin(COLOUR_PITCH, (box.x + box.w - 8 - x) / COLOUR_ACCENTS));
    double move = fmin(110, (box.x + box.w - 12 - ACT_GAP - x - COLOUR_ACCENTS * COLOUR_PITCH - 8) / 2);
    for (size_t i = 0; i < n; i++) {
        struct box act = {box.x + 12 + (double)(i % columns) * (w + ACT_GAP),
                          y + COLOUR_PITCH + 10 + (double)(i / columns) * (ACT + ACT_GAP), w, ACT};
        if (i >= columns && !narrow) // beside the colours
            act = (struct box){box.x + box.w - 12 - (double)(n - i) * (move + ACT_GAP) + ACT_GAP, y,
                               move, COLOUR_PITCH};
        widget_button(kit, acts[i].hit, act, acts[i].word, act.w > 76 ? acts[i].icon : NULL, 11,
                      acts[i].off ? WIDGET_OFF : WIDGET_REST);
    }
}

static void draw_table(struct kit *kit, const struct setup *self, const struct table *table,
                       struct box box)
{
    bool open = table->id == self->chosen;
    const char *hit = kit_name(kit, "row:%" G_GINT64_FORMAT, table->id);
    uint32_t accent = colour_accent(table->colour);
    kit_begin_target(kit, hit, (struct box){box.x, box.y, box.w, ROW - 2}, table->title);
    if (open) {
        kit_hand_box(kit, box, 6, colour_mix(accent, COLOUR_PAPER, 0.85), PEN_MEDIUM, hit);
    } else {
        kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    }
    widget_number(kit, box.x + 24, box.y + ROW / 2 - 1, 14, table->number, table->colour);
    double x = box.x + 50;
    if (*table->icon != '\0') {
        kit_hand_icon(kit, table->icon, x, box.y + ROW / 2 - 15, 28, accent, PEN_FINE * 1.2, hit);
        x += 42;
    }
    double w = box.x + box.w - HANDLE - x;
    kit_text_within(kit, table->title, x, box.y + 20, w, 11,
                    (struct kit_type){17, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *question =
        *table->question != '\0' ? table->question : kit_tr(kit, N_("no guiding question yet"));
    double qw = kit_text_within(kit, question, x, box.y + 42,
                                *table->questions != '\0' ? w * 0.7 : w, 9,
                                (struct kit_type){12, 500, COLOUR_GREY, KIT_LEFT, NULL});
    double chip = x + qw + 10;
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
        if (question_in(table, langs[i], kit->arena) == table->question)
            continue;
        double width = kit_text_width(kit, language_name(langs[i]),
                                      (struct kit_type){8.5, 600, COLOUR_INK, KIT_LEFT, langs[i]});
        if (chip + width + 14 > box.x + box.w - HANDLE)
            break;
        chip += widget_chip(kit, NULL, chip, box.y + 34, 16, language_name(langs[i]), NULL, 8.5,
                            COLOUR_BAR, COLOUR_NONE, false) +
                4;
    }
    kit_end(kit);
    struct box handle = {box.x + box.w - HANDLE, box.y, HANDLE, ROW - 2};
    kit_begin_target(kit, kit_name(kit, "order:%" G_GINT64_FORMAT, table->id), handle,
                     kit_tr(kit, N_("Drag to put in order")));
    kit_icon(kit, "grip-vertical", handle.x + 11, handle.y + handle.h / 2 - 9, 18, COLOUR_EDGE);
    kit_end(kit);
    if (open)
        draw_open(kit, table, box, table == &self->tables[self->n - 1]);
}

// The row in the hand, and where it would stand.
static void draw_dragged(struct kit *kit, const struct setup *self)
{
    struct box room = self->tables_room;
    for (size_t i = 0; i < self->n; i++) {
        if (self->tables[i].id != self->dragged)
            continue;
        double y = row_top(self, aim_of(self)) - SETUP_GAP / 2;
        kit_fill(kit, (struct box){room.x, y - 1.5, room.w, 3}, 1.5, COLOUR_INK);
        struct box box = {room.x + 4, self->hand - ROW / 2, room.w, ROW};
        struct table table = self->tables[i];
        struct setup closed = *self;
        closed.chosen = 0;
        kit_fill(kit, (struct box){box.x + 5, box.y + 6, box.w, box.h}, 6, COLOUR_SHADOW);
        draw_table(kit, &closed, &table, box);
    }
}

void setup_tables_draw(struct kit *kit, struct setup *self, struct box room)
{
    double all = 0, view = room.h - 52;
    self->tables_room = room;
    for (size_t i = 0; i < self->n; i++)
        all += row_height(self, i) + SETUP_GAP;
    self->pan[0] = CLAMP(self->pan[0], 0, fmax(0, all - view));
    double y = room.y - self->pan[0];
    kit_clip(kit, (struct box){room.x - 3, room.y - 3, room.w + 6, view + 3});
    for (size_t i = 0; i < self->n; i++) {
        double h = row_height(self, i);
        if (y + h > room.y && y < room.y + view && self->tables[i].id != self->dragged)
            draw_table(kit, self, &self->tables[i], (struct box){room.x, y, room.w, h});
        y += h + SETUP_GAP;
    }
    draw_dragged(kit, self);
    kit_unclip(kit);
    double button = fmin(y, room.y + room.h - 44);
    double half = self->earlier != 0 ? (room.w - SETUP_GAP) / 2 : room.w;
    widget_button(kit, "new-table", (struct box){room.x, button, half, 40},
                  kit_tr(kit, N_("Another table")), "plus", 13, WIDGET_REST);
    if (self->earlier != 0)
        widget_button(kit, "take-over",
                      (struct box){room.x + half + SETUP_GAP, button, half, 40},
                      kit_tr(kit, N_("From the last workshop")), "history", 13, WIDGET_REST);
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

static void draw_picker(struct kit *kit, struct setup *self)
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
                colour_accent(table != NULL ? table->colour : 1));
    double column = x + 14 + KEYBOARD_COLUMNS * KEYBOARD_PITCH + 8;
    if (x + w - 14 - column > 60)
        widget_button(kit, "picker-close",
                      (struct box){column, stage->h - keys - 18, x + w - 14 - column, 46},
                      kit_tr(kit, N_("Close")), "x", 12, WIDGET_REST);
}

void setup_sheets_draw(struct kit *kit, struct setup *self)
{
    if (self->asks_language)
        draw_languages(self->screen.stage, kit);
    if (self->picks)
        draw_picker(kit, self);
}
