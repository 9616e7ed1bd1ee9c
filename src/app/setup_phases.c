// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The phases of a workshop that is set up: their names, lengths, rules and order.
#include "app/setup.h"

#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/phases.h"
#include "app/stage.h"
#include "app/widget.h"

#define WIDTH 900.0
#define HEAD 58.0
#define FOOT 58.0
#define PITCH 56.0
#define STEP 5 // minutes
#define MINUTES_MOST 600
#define MINUTES_NEW 20

static const struct phase *phase_of(const struct setup *self, int64_t id)
{
    for (size_t i = 0; i < self->phases_n; i++) {
        if (self->phases[i].id == id)
            return &self->phases[i];
    }
    return NULL;
}

// What a standard phase says in any language is written down when people change a part of it.
static void make_own(struct setup *self, struct change *change, const struct phase *phase)
{
    const struct tr *tr = self->screen.stage->tr;
    const struct phase_model *model = phase_model(phase->kind, phase->round);
    if (!phase->standard || model == NULL)
        return;
    char *rules = phase_model_rules(model, tr);
    change_int(change, ENTITY_PHASE, phase->id, "standard", 0);
    change_text(change, ENTITY_PHASE, phase->id, "rules", rules);
    change_text(change, ENTITY_PHASE, phase->id, "title", tr_text(tr, model->title));
    g_free(rules);
}

static bool said_name(void *context, const char *text)
{
    struct setup *self = context;
    const struct phase *phase = phase_of(self, self->phase);
    if (phase == NULL)
        return true;
    struct change *change = store_begin(self->screen.stage->store, 0, N_("Name changed"));
    make_own(self, change, phase);
    change_text(change, ENTITY_PHASE, phase->id, "title", text);
    return setup_commit(self, change);
}

static bool said_rules(void *context, const char *text)
{
    struct setup *self = context;
    const struct phase *phase = phase_of(self, self->phase);
    if (phase == NULL)
        return true;
    struct change *change = store_begin(self->screen.stage->store, 0, N_("Rules changed"));
    make_own(self, change, phase);
    change_text(change, ENTITY_PHASE, phase->id, "rules", text);
    return setup_commit(self, change);
}

// Its title and rules as the facilitator reads them. g_free it.
static char *title_now(const struct setup *self, const struct phase *phase)
{
    const struct phase_model *model = phase_model(phase->kind, phase->round);
    bool standard = phase->standard && model != NULL;
    const struct tr *tr = self->screen.stage->tr;
    if (standard && phase->round > 0)
        return g_strdup_printf(tr_text(tr, N_("Round %d")), phase->round);
    return g_strdup(standard ? tr_text(tr, model->title) : phase->title);
}

static char *rules_now(const struct setup *self, const struct phase *phase)
{
    const struct phase_model *model = phase_model(phase->kind, phase->round);
    char *rules = phase->standard && model != NULL
                      ? phase_model_rules(model, self->screen.stage->tr)
                      : g_strdup(phase->rules);
    char **lines = g_strsplit(rules, "\n", -1);
    char *joined = g_strjoinv("; ", lines);
    g_strfreev(lines);
    g_free(rules);
    return joined;
}

static void ask(struct setup *self, const struct phase *phase, bool rules)
{
    char *now = rules ? rules_now(self, phase) : title_now(self, phase);
    self->phase = phase->id;
    self->naming = naming_new_line(
        self->screen.stage, SETUP_SEAT,
        stage_text(self->screen.stage, rules ? N_("Rules; one after the other") : N_("Name")), now,
        rules ? said_rules : said_name, self);
    g_free(now);
}

static void set_minutes(struct setup *self, const struct phase *phase, int minutes)
{
    struct change *change = store_begin(self->screen.stage->store, 0, N_("Length changed"));
    change_int(change, ENTITY_PHASE, phase->id, "minutes", CLAMP(minutes, 0, MINUTES_MOST));
    setup_commit(self, change);
}

static void leave_out(struct setup *self, const struct phase *phase)
{
    struct stage *stage = self->screen.stage;
    struct change *change = store_begin(stage->store, 0, N_("Phase left out"));
    change_int(change, ENTITY_PHASE, phase->id, "removed", 1);
    if (setup_commit(self, change))
        stage_say(stage, SETUP_SEAT, "trash", stage_text(stage, N_("Phase left out")), "undo:seat1",
                  stage_text(stage, N_("Undo")));
}

// One place earlier: all are counted through, two machines may have given the same position.
static void move_up(struct setup *self, const struct phase *phase)
{
    size_t at = (size_t)(phase - self->phases);
    if (at == 0)
        return;
    struct change *change = store_begin(self->screen.stage->store, 0, N_("Phases put in order"));
    for (size_t i = 0; i < self->phases_n; i++) {
        size_t to = i == at ? at - 1 : i == at - 1 ? at : i;
        change_int(change, ENTITY_PHASE, self->phases[i].id, "position", (int64_t)to + 1);
    }
    setup_commit(self, change);
}

static void add_phase(struct setup *self)
{
    struct stage *stage = self->screen.stage;
    struct change *change = store_begin(stage->store, 0, N_("Phase added"));
    int64_t row = self->phase = change_new_row(change);
    int64_t position = self->phases_n > 0 ? self->phases[self->phases_n - 1].position + 1 : 1;
    change_int(change, ENTITY_PHASE, row, "workshop", self->workshop);
    change_int(change, ENTITY_PHASE, row, "position", position);
    change_int(change, ENTITY_PHASE, row, "minutes", MINUTES_NEW);
    change_text(change, ENTITY_PHASE, row, "kind", "fantasy");
    change_text(change, ENTITY_PHASE, row, "title", stage_text(stage, N_("New phase")));
    if (setup_commit(self, change))
        self->naming = naming_new_line(stage, SETUP_SEAT, stage_text(stage, N_("Name")), "",
                                       said_name, self);
}

bool setup_phases_tap(struct setup *self, const char *target)
{
    if (strcmp(target, "times") == 0 || strcmp(target, "times-close") == 0) {
        self->times = !self->times;
    } else if (strcmp(target, "new-phase") == 0) {
        add_phase(self);
    } else if (g_str_has_prefix(target, "phase-")) {
        const char *id = strchr(target, ':');
        const struct phase *phase =
            id != NULL ? phase_of(self, g_ascii_strtoll(id + 1, NULL, 10)) : NULL;
        if (phase == NULL)
            return true;
        if (g_str_has_prefix(target, "phase-less:"))
            set_minutes(self, phase, phase->minutes - STEP);
        else if (g_str_has_prefix(target, "phase-more:"))
            set_minutes(self, phase, phase->minutes + STEP);
        else if (g_str_has_prefix(target, "phase-name:"))
            ask(self, phase, false);
        else if (g_str_has_prefix(target, "phase-rules:"))
            ask(self, phase, true);
        else if (g_str_has_prefix(target, "phase-up:"))
            move_up(self, phase);
        else if (g_str_has_prefix(target, "phase-away:"))
            leave_out(self, phase);
    } else {
        return self->times; // nothing below the sheet is touched
    }
    return true;
}

// ---- drawing ------------------------------------------------------------------------------------

static const char *hit_of(struct kit *kit, const char *act, const struct phase *phase)
{
    return kit_name(kit, "phase-%s:%" G_GINT64_FORMAT, act, phase->id);
}

static void draw_phase(struct kit *kit, const struct phase *phase, bool first, bool now,
                       struct box box)
{
    double h = fmin(40, box.h - 6), y = box.y + (box.h - h) / 2, gap = 4;
    double button = fmax(58, box.w * 0.1), small = 36;
    double right = box.x + box.w - 2 * (button + gap) - (small + gap);
    double times = right - 2 * small - 74;
    const char *name = hit_of(kit, "name", phase);
    struct box title = {box.x, y, times - box.x - gap, h};
    kit_begin_target(kit, name, title, phase_title(kit, phase));
    if (kit_pressed(kit, name))
        kit_fill(kit, title, 6, COLOUR_BAR);
    kit_icon(kit, phase_icon(phase), title.x + 6, y + h / 2 - 9, 18, COLOUR_INK);
    struct kit_type type = {15, now ? 800 : 600, COLOUR_INK, KIT_LEFT, NULL};
    double w = kit_text_within(kit, phase_title(kit, phase), title.x + 32, y + h / 2,
                               title.w - 52, 9, type);
    kit_icon(kit, "pencil", title.x + 36 + w, y + h / 2 - 5, 10, COLOUR_GREY);
    kit_end(kit);
    widget_button(kit, hit_of(kit, "less", phase), (struct box){times, y, small, h}, "\u2212", NULL,
                  16, phase->minutes > 0 ? WIDGET_REST : WIDGET_OFF);
    kit_text_within(kit, kit_say(kit, kit_tr(kit, N_("%d min")), phase->minutes),
                    times + small + 35, y + h / 2, 66, 9,
                    (struct kit_type){14, 800, COLOUR_INK, KIT_CENTRE, NULL});
    widget_button(kit, hit_of(kit, "more", phase), (struct box){times + small + 70, y, small, h},
                  "+", NULL, 16, WIDGET_REST);
    widget_button(kit, hit_of(kit, "up", phase), (struct box){right, y, small, h}, "", "arrow-up",
                  12, first ? WIDGET_OFF : WIDGET_REST);
    right += small + gap;
    widget_button(kit, hit_of(kit, "rules", phase), (struct box){right, y, button, h},
                  kit_tr(kit, N_("Rules")), button > 76 ? "list-check" : NULL, 11.5, WIDGET_REST);
    widget_button(kit, hit_of(kit, "away", phase),
                  (struct box){right + button + gap, y, button, h}, kit_tr(kit, N_("Away")),
                  button > 76 ? "trash" : NULL, 11.5, WIDGET_REST);
}

void setup_phases_draw(struct kit *kit, struct setup *self)
{
    const struct stage *stage = self->screen.stage;
    if (!self->times)
        return;
    double w = fmin(WIDTH, stage->w - 30), n = (double)self->phases_n;
    double pitch = fmin(PITCH, (stage->h - HEAD - FOOT - 40) / fmax(n, 1));
    struct box box = {(stage->w - w) / 2, 0, w, HEAD + FOOT + n * pitch};
    box.y = (stage->h - box.h) / 2;
    kit_target(kit, "times-close", (struct box){0, 0, stage->w, stage->h});
    kit_target(kit, "times-sheet", box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY, "times");
    int all = 0;
    for (size_t i = 0; i < self->phases_n; i++)
        all += self->phases[i].minutes;
    kit_text(kit, kit_tr(kit, N_("Phases and times")), box.x + 22, box.y + HEAD / 2 + 2,
             (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_text(kit, kit_say(kit, kit_tr(kit, N_("%d:%02d hours in all")), all / 60, all % 60),
             box.x + w - 22, box.y + HEAD / 2 + 3,
             (struct kit_type){13, 600, COLOUR_GREY, KIT_RIGHT, NULL});
    for (size_t i = 0; i < self->phases_n; i++) {
        struct box row = {box.x + 16, box.y + HEAD + (double)i * pitch, w - 32, pitch};
        kit_rule(kit, row.x, row.y, row.x + row.w, row.y, COLOUR_LINE);
        draw_phase(kit, &self->phases[i], i == 0, self->phases[i].id == self->about.phase, row);
    }
    double y = box.y + box.h - FOOT + 8;
    widget_button(kit, "new-phase", (struct box){box.x + 16, y, 190, 42},
                  kit_tr(kit, N_("Another phase")), "plus", 13, WIDGET_REST);
    widget_button(kit, "times-close", (struct box){box.x + w - 16 - 150, y, 150, 42},
                  kit_tr(kit, N_("Close")), "check", 13, WIDGET_REST);
}
