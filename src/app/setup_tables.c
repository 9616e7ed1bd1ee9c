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
#define OPEN_ROW 118.0

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

void setup_end_picking(struct setup *self)
{
    if (*self->picker.chosen == '\0')
        return;
    self->picks = false;
    set_text(self, "icon", self->picker.chosen, N_("Picture chosen"));
    *self->picker.chosen = '\0';
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

static void draw_table(struct kit *kit, const struct setup *self, const struct table *table,
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
    const char *question =
        *table->question != '\0' ? table->question : kit_tr(kit, N_("no guiding question yet"));
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

void setup_tables_draw(struct kit *kit, struct setup *self, struct box room)
{
    double all = 0;
    for (size_t i = 0; i < self->n; i++)
        all += (self->tables[i].id == self->chosen ? OPEN_ROW : ROW) + SETUP_GAP;
    double view = room.h - 52;
    self->pan[0] = CLAMP(self->pan[0], 0, fmax(0, all - view));
    double y = room.y - self->pan[0];
    kit_clip(kit, (struct box){room.x - 3, room.y - 3, room.w + 6, view + 3});
    for (size_t i = 0; i < self->n; i++) {
        double h = self->tables[i].id == self->chosen ? OPEN_ROW : ROW;
        if (y + h > room.y && y < room.y + view)
            draw_table(kit, self, &self->tables[i], (struct box){room.x, y, room.w, h});
        y += h + SETUP_GAP;
    }
    kit_unclip(kit);
    double button = fmin(y, room.y + room.h - 44);
    widget_button(kit, "new-table", (struct box){room.x, button, room.w, 40},
                  kit_tr(kit, N_("Another table")), "plus", 13, WIDGET_REST);
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
                colour_accent(table != NULL ? table->number : 1));
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
