// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The dots of all tables, for whoever leads (screen 16b): how many there are, which tables have
// given theirs, and the moment they are shown. Never what was chosen.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "store/store.h"

#define TOP 56.0
#define BOTTOM 52.0
#define SEAT 1
#define STATE_H 116.0
#define GAP 14.0
#define DOTS_LARGEST 30
#define PEOPLE_MOST 12

struct state { // of one table
    struct table about;
    int64_t given, voters, most; // most: of one seat
};

struct screen_dots {
    struct screen screen;
    int64_t workshop;
    struct arena *arena;
    struct workshop about;
    struct state *states;
    size_t n;
    double scrolled;
};

static struct screen_dots *self_of(struct screen *screen)
{
    return (struct screen_dots *)(void *)screen;
}

static void enter(struct screen *screen)
{
    struct screen_dots *self = self_of(screen);
    struct stage *stage = screen->stage;
    struct err err = stage_err(stage);
    size_t n;
    arena_reset(self->arena);
    self->about = (struct workshop){.title = "", .dots = DOTS_EACH, .people = 1};
    const struct workshop *workshops = store_workshops(stage->store, self->arena, &n, &err);
    for (size_t i = 0; i < n; i++) {
        if (workshops[i].id == self->workshop)
            self->about = workshops[i];
    }
    const struct table *tables =
        store_tables(stage->store, self->arena, self->workshop, &self->n, &err);
    self->states = ARENA_ARRAY(self->arena, struct state, self->n + 1);
    for (size_t i = 0; i < self->n; i++) {
        struct state *state = &self->states[i];
        state->about = tables[i];
        state->most = store_dots_most(stage->store, tables[i].id);
        store_dots_at(stage->store, tables[i].id, &state->given, &state->voters);
    }
    if (err.code != ERR_NONE)
        stage_warn(stage, SEAT, &err);
}

// ---- acts ---------------------------------------------------------------------------------------

static void set(struct screen_dots *self, const char *label, const char *field, int64_t value)
{
    struct stage *stage = self->screen.stage;
    struct change *change = store_begin(stage->store, 0, label);
    change_int(change, ENTITY_WORKSHOP, self->workshop, field, value);
    stage_commit(stage, SEAT, change);
    enter(&self->screen);
}

static void show_dots(struct screen_dots *self, bool shown)
{
    set(self, shown ? N_("Dots shown") : N_("Dots covered"), "dots_shown", shown);
}

static void tap(struct screen_dots *self, const char *target)
{
    struct stage *stage = self->screen.stage;
    const struct workshop *about = &self->about;
    if (strcmp(target, "dots-back") == 0)
        stage_back(stage);
    else if (strcmp(target, "dots-show") == 0)
        show_dots(self, true);
    else if (strcmp(target, "dots-cover") == 0)
        show_dots(self, false);
    else if (strcmp(target, "dots-more") == 0 && about->dots < DOTS_LARGEST)
        set(self, N_("Number of dots changed"), "dots", about->dots + 1);
    else if (strcmp(target, "dots-fewer") == 0 && about->dots > 1)
        set(self, N_("Number of dots changed"), "dots", about->dots - 1);
    else if (strcmp(target, "people-more") == 0 && about->people < PEOPLE_MOST)
        set(self, N_("Number of people changed"), "people", about->people + 1);
    else if (strcmp(target, "people-fewer") == 0 && about->people > 1)
        set(self, N_("Number of people changed"), "people", about->people - 1);
    else if (g_str_has_prefix(target, "dots-table:"))
        stage_show(stage, screen_table_new(stage, self->workshop,
                                           g_ascii_strtoll(target + 11, NULL, 10)));
}

static bool types(const struct screen *screen)
{
    (void)screen;
    return false;
}

static double scroll_most(const struct screen_dots *self)
{
    size_t rows = (self->n + 1) / 2;
    double room = self->screen.stage->h - TOP - BOTTOM - 60;
    return fmax(0, (double)rows * (STATE_H + GAP) - room);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_dots *self = self_of(screen);
    if (touch->type == TOUCH_MOVE && touch->travel > FINGER_TAP_REACH)
        self->scrolled =
            CLAMP(self->scrolled - (touch->at.y - touch->last.y), 0, scroll_most(self));
    else if (touch_is_tap(touch))
        tap(self, touch->target);
}

static void key(struct screen *screen, const struct event *event)
{
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        stage_back(screen->stage);
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_state(struct kit *kit, const struct state *state, struct box box)
{
    uint32_t accent = colour_accent(state->about.colour);
    // A table whose seats have not begun yet counts as one seat.
    int64_t most = state->most * MAX(state->voters, 1), given = MIN(state->given, most);
    bool done = given >= most;
    kit_begin_target(kit, kit_name(kit, "dots-table:%" G_GINT64_FORMAT, state->about.id), box,
                     state->about.title);
    kit_hand_box(kit, box, 6, COLOUR_PAPER, PEN_MEDIUM,
                 kit_name(kit, "state:%d", state->about.number));
    kit_fill(kit, (struct box){box.x + 2, box.y + 2, box.w - 4, 32}, 4,
             colour_mix(COLOUR_PAPER, accent, 0.28));
    widget_number(kit, box.x + 20, box.y + 18, 12, state->about.number,
                  state->about.colour);
    kit_text_within(kit, state->about.title, box.x + 40, box.y + 18, box.w - 50, 9,
                    (struct kit_type){14, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *count =
        kit_say(kit, kit_tr(kit, N_("%d of %d")), (int)given, (int)most);
    double w = kit_text(kit, count, box.x + 18, box.y + 58,
                        (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *word = done ? kit_tr(kit, N_("done")) : kit_tr(kit, N_("still giving"));
    double x = fmax(box.x + 18 + w + 20, box.x + box.w * 0.55);
    kit_icon(kit, done ? "check" : "pencil", x, box.y + 50, 15, done ? COLOUR_DONE : COLOUR_INK);
    kit_text_within(kit, word, x + 19, box.y + 58, box.x + box.w - x - 24, 9,
                    (struct kit_type){13, 700, done ? COLOUR_DONE : COLOUR_INK, KIT_LEFT, NULL});
    struct box bar = {box.x + 16, box.y + 82, box.w - 32, 20};
    kit_fill(kit, bar, 4, COLOUR_BAR);
    double share = most > 0 ? (double)given / (double)most : 0;
    if (share > 0)
        kit_fill(kit, (struct box){bar.x + 2, bar.y + 2, (bar.w - 4) * share, bar.h - 4}, 3,
                 accent);
    kit_hand_box(kit, bar, 4, COLOUR_NONE, PEN_FINE,
                 kit_name(kit, "bar:%d", state->about.number));
    kit_end(kit);
}

static void draw_stepper(struct kit *kit, const char *name, const char *label, int value, double x,
                         double y, double w, bool fewer, bool more)
{
    kit_text_within(kit, label, x, y + 19, w - 150, 9,
                    (struct kit_type){13, 600, COLOUR_INK, KIT_LEFT, NULL});
    double at = x + w - 142;
    widget_button(kit, kit_name(kit, "%s-fewer", name), (struct box){at, y, 44, 38}, "", "minus",
                  14, fewer ? WIDGET_REST : WIDGET_OFF);
    kit_text(kit, kit_name(kit, "%d", value), at + 71, y + 19,
             (struct kit_type){24, 800, COLOUR_INK, KIT_CENTRE, "en"});
    widget_button(kit, kit_name(kit, "%s-more", name), (struct box){at + 98, y, 44, 38}, "", "plus",
                  14, more ? WIDGET_REST : WIDGET_OFF);
}

static int giving(const struct screen_dots *self)
{
    int n = 0;
    for (size_t i = 0; i < self->n; i++) {
        const struct state *state = &self->states[i];
        n += state->given < state->most * MAX(state->voters, 1);
    }
    return n;
}

static void draw_question(struct kit *kit, const struct screen_dots *self, struct box box)
{
    const struct workshop *about = &self->about;
    bool shown = about->dots_shown;
    kit_hand_box(kit, box, 8, COLOUR_PAPER, PEN_MEDIUM, "question");
    double pad = 22, x = box.x + pad, w = box.w - 2 * pad, y = box.y + 18;
    draw_stepper(kit, "dots", kit_tr(kit, N_("Dots for each person")), about->dots, x, y, w,
                 about->dots > 1 && !shown, about->dots < DOTS_LARGEST && !shown);
    draw_stepper(kit, "people", kit_tr(kit, N_("People at one seat")), about->people, x, y + 48, w,
                 about->people > 1 && !shown, about->people < PEOPLE_MOST && !shown);
    kit_rule(kit, x, y + 98, x + w, y + 98, COLOUR_LINE);
    double button = 58, low = box.y + box.h - button - 18;
    double figure = fmin(150, low - y - 190);
    if (figure > 60) {
        const struct person people[] = {
            {HAIR_HEADSCARF, colour_accent(5), POSE_TALK, STANCE_STAND, 0.6, true, false, false},
            {HAIR_SHORT, colour_accent(1), POSE_GIVE, STANCE_STAND, -0.6, false, false, false}};
        kit_begin(kit, KIND_FIGURE, NULL, NULL);
        figure_person(&kit->pen, x + w / 2 - figure * 0.36, low - 14, figure, &people[0], "dots:1");
        figure_person(&kit->pen, x + w / 2 + figure * 0.36, low - 14, figure, &people[1], "dots:2");
        kit_end(kit);
    }
    int n = giving(self);
    const char *title = shown ? kit_tr(kit, N_("The dots are shown.")) : kit_tr(kit, N_("Show them?"));
    kit_text_within(kit, title, x, y + 122, w, 14,
                    (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *state =
        shown    ? kit_tr(kit, N_("Every table has its ranking in the bar below."))
        : n == 0 ? kit_tr(kit, N_("All tables have given their dots."))
                 : kit_say(kit, tr_plural(kit->tr, "%d table is still giving dots.",
                                           "%d tables are still giving dots.", (size_t)n),
                            n);
    kit_paragraph(kit, state, x, y + 140, w, 2, 9,
                  (struct kit_type){13, 500, COLOUR_GREY, KIT_LEFT, NULL});
    struct box act = {x, low, w, button};
    if (shown)
        widget_button(kit, "dots-cover", act, kit_tr(kit, N_("Cover them")), "eye-off", 18,
                      WIDGET_REST);
    else
        widget_primary(kit, "dots-show", act, kit_tr(kit, N_("Show the dots")), "eye", 24,
                       WIDGET_REST);
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_dots *self = self_of(screen);
    const struct stage *stage = screen->stage;
    double w = stage->w, h = stage->h, right = fmin(430, w * 0.42);
    self->scrolled = CLAMP(self->scrolled, 0, scroll_most(self));
    struct box room = {KIT_MARGIN, TOP + 50, w - right - 3 * KIT_MARGIN, h - TOP - BOTTOM - 60};
    kit_target(kit, "dots-room", (struct box){0, TOP, w, h - TOP - BOTTOM});
    kit_clip(kit, box_grow(room, 3));
    double box_w = (room.w - GAP) / 2;
    for (size_t i = 0; i < self->n; i++) {
        struct box box = {room.x + (double)(i % 2) * (box_w + GAP),
                          room.y + (double)(i / 2) * (STATE_H + GAP) - self->scrolled, box_w,
                          STATE_H};
        if (!box_is_empty(box_intersection(box, room)))
            draw_state(kit, &self->states[i], box);
    }
    kit_unclip(kit);
    kit_text(kit, kit_tr(kit, N_("Who is done?")), KIT_MARGIN, TOP + 27,
             (struct kit_type){20, 800, COLOUR_INK, KIT_LEFT, NULL});
    draw_question(kit, self,
                  (struct box){w - right - KIT_MARGIN, TOP + 14, right, h - TOP - BOTTOM - 28});
    widget_bar(kit, (struct box){0, 0, w, TOP}, true);
    kit_text_within(kit, kit_tr(kit, N_("Dots of all tables")), KIT_MARGIN, TOP / 2, w * 0.4, 14,
                    (struct kit_type){20, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *covered = self->about.dots_shown ? kit_tr(kit, N_("Everyone sees them"))
                                                 : kit_tr(kit, N_("Each seat sees its own only"));
    kit_icon(kit, self->about.dots_shown ? "eye" : "eye-off", w * 0.45, TOP / 2 - 7, 14,
             COLOUR_GREY);
    kit_text_within(kit, covered, w * 0.45 + 20, TOP / 2, w * 0.5, 9,
                    (struct kit_type){12, 500, COLOUR_INK, KIT_LEFT, NULL});
    widget_bar(kit, (struct box){0, h - BOTTOM, w, BOTTOM}, false);
    widget_bar_item(kit, "dots-back", (struct box){KIT_MARGIN, h - BOTTOM + 5, 82, 42},
                    kit_tr(kit, N_("To the hall")), "arrow-left", WIDGET_REST);
}

static void destroy(struct screen *screen)
{
    arena_free(self_of(screen)->arena);
    g_free(screen);
}

struct screen *screen_dots_new(struct stage *stage, int64_t workshop)
{
    static const struct screen_class class = {
        .name = "dots",
        .audience = AUDIENCE_FACILITATORS,
        .enter = enter,
        .touch = touch,
        .key = key,
        .types = types,
        .draw = draw,
        .free = destroy,
    };
    struct screen_dots *self = g_new0(struct screen_dots, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->workshop = workshop;
    self->arena = arena_new();
    return &self->screen;
}
