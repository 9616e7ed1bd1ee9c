// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The start (screen 01): a new workshop, one to go on with, the language of the screen.
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/card.h"
#include "app/kit.h"
#include "app/stage.h"
#include "app/template.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/file.h"
#include "draw/figure.h"
#include "store/import.h"
#include "store/store.h"

#define BAR 50.0
#define RECENT_MOST 3
#define RECENT_WIDTH 410.0
#define SEAT 1
#define SCENERY_LEAST 56.0 // room above the ground

struct recent { // a workshop to go on with
    struct workshop workshop;
    const struct card *cards;
    size_t n;
    const char *phase; // title of the present one, "" : none
};

struct screen_start {
    struct screen screen;
    struct arena *arena; // of the workshops
    struct recent recent[RECENT_MOST];
    size_t n;
};

static struct screen_start *self_of(struct screen *screen)
{
    return (struct screen_start *)(void *)screen;
}

static void enter(struct screen *screen)
{
    struct screen_start *self = self_of(screen);
    struct store *store = screen->stage->store;
    struct err err = stage_err(screen->stage);
    size_t n, phases_n;
    arena_reset(self->arena);
    const struct workshop *workshops = store_workshops(store, self->arena, &n, &err);
    self->n = MIN(n, RECENT_MOST);
    for (size_t i = 0; i < self->n; i++) {
        struct recent *recent = &self->recent[i];
        *recent = (struct recent){.workshop = workshops[i], .phase = ""};
        recent->cards =
            store_cards(store, self->arena, workshops[i].id, 0, CARDS_ALL_LIVE, &recent->n, &err);
        const struct phase *phases =
            store_phases(store, self->arena, workshops[i].id, &phases_n, &err);
        for (size_t k = 0; k < phases_n; k++) {
            if (phases[k].id == workshops[i].phase)
                recent->phase = phases[k].title;
        }
    }
    if (err.code != ERR_NONE)
        stage_warn(screen->stage, SEAT, &err);
}

// ---- events -------------------------------------------------------------------------------------

static void begin_workshop(struct stage *stage, size_t template)
{
    struct err err = stage_err(stage);
    int64_t workshop;
    if (template_make(stage, template, &workshop, &err))
        stage_show_alone(stage, screen_hall_new(stage, workshop));
    else
        stage_warn(stage, SEAT, &err);
}

static void practise(struct stage *stage)
{
    struct err err = stage_err(stage);
    struct import_result result;
    char *path = file_data("sessions/magdeburg-2016.md");
    if (store_import(stage->store, path, &result, &err) &&
        template_add_phases(stage, 0, result.workshop, "fantasy", &err))
        stage_show_alone(stage, screen_hall_new(stage, result.workshop));
    else
        stage_warn(stage, SEAT, &err);
    g_free(path);
}

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_start *self = self_of(screen);
    struct stage *stage = screen->stage;
    const char *target = touch->target;
    if (!touch_is_tap(touch))
        return;
    if (strcmp(target, "new-workshop") == 0)
        begin_workshop(stage, 0);
    else if (strcmp(target, "practice") == 0)
        practise(stage);
    else if (g_str_has_prefix(target, "lang:"))
        stage_set_language(stage, target + 5);
    for (size_t i = 0; i < TEMPLATES && g_str_has_prefix(target, "template:"); i++) {
        if (strcmp(target + 9, template_at(i)->name) == 0)
            begin_workshop(stage, i);
    }
    if (g_str_has_prefix(target, "recent:")) {
        guint64 i = g_ascii_strtoull(target + 7, NULL, 10);
        if (i < self->n)
            stage_show_alone(stage, screen_hall_new(stage, self->recent[i].workshop.id));
    }
}

// ---- left: beginning ----------------------------------------------------------------------------

// Picture above words, or beside them where there are two rows.
static void draw_template(struct kit *kit, const struct template *template, struct box box,
                          bool beside)
{
    const char *hit = kit_name(kit, "template:%s", template->name);
    kit_begin_target(kit, hit, box, kit_tr(kit, template->title));
    kit_fill(kit, box, 8, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    kit_frame(kit, box, 8, 0.7, COLOUR_LINE);
    double size = beside ? 32 : 48;
    double x = beside ? box.x + 8 : box.x + box.w / 2 - size / 2;
    double y = beside ? box.y + (box.h - size) / 2 : box.y + 12;
    kit_hand_icon(kit, template->icon, x, y, size, COLOUR_WARM, PEN_MEDIUM, hit);
    double words = beside ? x + size + 8 : box.x + box.w / 2;
    double room = beside ? box.x + box.w - 4 - words : box.w - 6;
    enum kit_align align = beside ? KIT_LEFT : KIT_CENTRE;
    kit_text_within(kit, kit_tr(kit, template->title), words,
                    box.y + box.h * (beside ? 0.34 : 0.67), room, 9,
                    (struct kit_type){13.5, 700, COLOUR_INK, align, NULL});
    kit_text_within(kit, kit_tr(kit, template->what), words, box.y + box.h * (beside ? 0.68 : 0.84),
                    room, KIT_TEXT_LEAST, (struct kit_type){9.5, 500, COLOUR_GREY, align, NULL});
    kit_end(kit);
}

// Returns the lower edge.
static double draw_templates(struct kit *kit, double x, double y, double w)
{
    int columns = w < 560 ? 2 : TEMPLATES;
    double pitch = (w + 10) / columns, h = columns == 2 ? 52 : 112;
    kit_text(kit, kit_tr(kit, N_("Or from a template:")), x, y - 15,
             (struct kit_type){12, 600, COLOUR_GREY, KIT_LEFT, NULL});
    for (int i = 0; i < TEMPLATES; i++)
        draw_template(
            kit, template_at((size_t)i),
            (struct box){x + i % columns * pitch, y + i / columns * (h + 10), pitch - 10, h},
            columns == 2);
    return y + (TEMPLATES + columns - 1) / columns * (h + 10) - 10;
}

// `k`: of its size.
static void draw_scenery(struct kit *kit, double x, double ground, double w, double k)
{
    static const struct person people[] = {
        {HAIR_HEADSCARF, 0x3CD3ACFFu, POSE_WAVE, STANCE_STAND, -0.5, true, false, false},
        {HAIR_SHORT, 0x559FF5FFu, POSE_TALK, STANCE_WALK, 0.5, false, false, false},
        {HAIR_AFRO, 0xFF8A38FFu, POSE_CHEER, STANCE_STAND, -0.4, false, false, false},
        {HAIR_GREY, 0xCF8468FFu, POSE_GIVE, STANCE_WALK, -0.6, false, false, false},
    };
    struct pen *pen = &kit->pen;
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    pen_push(pen, 0, 0, 1, "scenery");
    figure_panorama(pen, "skyline", x + 12, ground - 4, w - 180 * k, 92 * k);
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        figure_person(pen, x + w - (150 - (double)i * 40) * k, ground, 66 * k,
                      &people[i],
                      kit_name(kit, "start:%zu", i));
    figure_waves(pen, x + 8, x + w, ground + 7, 1.6, 18, "near");
    figure_waves(pen, x + 82, x + w * 0.78, ground + 13, 1.4, 18, "far");
    pen_pop(pen);
    kit_end(kit);
}

static void draw_left(struct kit *kit, const struct stage *stage, double w)
{
    double x = fmin(58, stage->w * 0.05), h = stage->h - BAR, k = fmin(1, h / 630);
    struct kit_type type = {fmax(50, fmin(92 * k, w / 5.2)), 800, COLOUR_WARM, KIT_LEFT, "de"};
    double y = 42 * k + type.size * 0.62;
    kit_text(kit, "Erntebild", x + 3.5, y + 2.5, type);
    type.colour = COLOUR_INK;
    kit_begin(kit, KIND_TITLE, NULL, "Erntebild");
    kit_text(kit, "Erntebild", x, y, type);
    kit_end(kit);
    y += type.size * 0.76;
    kit_text_within(kit, kit_tr(kit, N_("Collect ideas · take a picture along · keep at it")),
                    x + 3, y, w - 6, 10, (struct kit_type){16, 500, COLOUR_GREY, KIT_LEFT, NULL});
    y += 30 * k;
    widget_primary(kit, "new-workshop", (struct box){x, y, fmin(330, w), 66 * k},
                   kit_tr(kit, N_("New workshop")), "plus", 30 * k, WIDGET_REST);
    y += (66 + 52) * k;
    double bottom = draw_templates(kit, x, y, w);
    double ground = stage->h - BAR - 36;
    if (ground - bottom > SCENERY_LEAST)
        draw_scenery(kit, x, ground, w, fmin(1, (ground - bottom - 12) / 92));
}

// ---- right: going on ----------------------------------------------------------------------------

// A wall in small: the shapes of its first cards.
static void draw_small_wall(struct kit *kit, const struct stage *stage, const struct recent *recent,
                            struct box box)
{
    static const struct point places[] = {{8, 10},  {55, 8},  {102, 14}, {12, 44},
                                          {62, 42}, {30, 76}, {86, 78},  {104, 46}};
    kit_fill(kit, box, 3, COLOUR_WALL);
    kit_frame(kit, box, 3, KIT_HAIRLINE, COLOUR_LINE);
    for (size_t i = 0; i < MIN(recent->n, G_N_ELEMENTS(places)); i++) {
        const struct card *card = &recent->cards[i * recent->n / G_N_ELEMENTS(places) % recent->n];
        struct box place = {box.x + places[i].x, box.y + places[i].y, 42, 24};
        struct line outline;
        line_init(&outline);
        card_outline(SHAPE_CLOUD, place, &outline);
        kit_hand_shape(kit, &outline, card_fill_of(SHAPE_CLOUD), PEN_FINE,
                       kit_name(kit, "wall:%zu", i));
        line_clear(&outline);
        const char *icon = cards_icon(stage->cards, stage, card->icon, card->text, card->lang);
        if (*icon != '\0')
            kit_hand_icon(kit, icon, place.x + 15, place.y + 6, 12, colour_accent((int)i % 6 + 1),
                          PEN_FINE * 0.8, icon);
    }
}

static void draw_practice_people(struct kit *kit, struct box box)
{
    static const struct person people[] = {
        {HAIR_BUN, 0xBEE57FFFu, POSE_READ, STANCE_STAND, 0.3, false, false, false},
        {HAIR_CAP, 0x559FF5FFu, POSE_WAVE, STANCE_STAND, -0.4, false, false, false},
    };
    double ground = box.y + box.h - 14, high = fmin(104, box.h - 26);
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    figure_person(&kit->pen, box.x + 66, ground, high, &people[0], "practice:1");
    figure_person(&kit->pen, box.x + 122, ground, high * 0.94, &people[1], "practice:2");
    kit_end(kit);
}

static void draw_recent(struct kit *kit, const struct stage *stage, const struct recent *recent,
                        size_t i, struct box box)
{
    const char *title =
        recent != NULL ? recent->workshop.title : kit_tr(kit, N_("Practice workshop"));
    const char *hit = recent != NULL ? kit_name(kit, "recent:%zu", i) : "practice";
    kit_begin_target(kit, hit, box, title);
    kit_hand_box(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER, PEN_FINE * 1.2,
                 hit);
    double x = box.x + 182, w = box.x + box.w - 14 - x;
    if (recent != NULL)
        draw_small_wall(kit, stage, recent,
                        (struct box){box.x + 14, box.y + (box.h - 106) / 2, 154, 106});
    else
        draw_practice_people(kit, box);
    double y = box.y + 18;
    y += kit_paragraph(kit, title, x, y, w, 2, 13,
                       (struct kit_type){18, 800, COLOUR_INK, KIT_LEFT, NULL}) +
         10;
    struct kit_type type = {10.5, 500, COLOUR_GREY, KIT_LEFT, NULL};
    if (recent == NULL) {
        kit_paragraph(kit, kit_tr(kit, N_("For trying out: nothing breaks")), x, y, w, 2, 9, type);
    } else {
        const char *cards =
            kit_say(kit, tr_plural(kit->tr, "%d card", "%d cards", recent->n), (int)recent->n);
        bool dated = *recent->workshop.date != '\0';
        const char *line =
            dated ? kit_name(kit, "%s · %s", day_words(kit->arena, kit->tr, recent->workshop.date, DAY_FULL), cards) : cards;
        kit_text_within(kit, line, x, y + 6, w, KIT_TEXT_LEAST, type);
        if (*recent->phase != '\0') {
            kit_icon(kit, "player-play", x, box.y + box.h - 31, 13, COLOUR_INK);
            kit_text_within(kit, kit_say(kit, kit_tr(kit, N_("Now: %s")), recent->phase), x + 17,
                            box.y + box.h - 24.5, w - 17, KIT_TEXT_LEAST,
                            (struct kit_type){10.5, 700, COLOUR_INK, KIT_LEFT, NULL});
        }
    }
    kit_end(kit);
}

static void draw_right(struct kit *kit, const struct screen_start *self, double x, double w)
{
    const struct stage *stage = self->screen.stage;
    double room = stage->h - BAR - 84 - 16;
    size_t n = MIN(self->n + 1, RECENT_MOST); // the practice workshop where there is room
    double pitch = fmin(158, room / RECENT_MOST);
    kit_text(kit, kit_tr(kit, self->n > 0 ? N_("Go on") : N_("Try it out")), x, 58,
             (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    for (size_t i = 0; i < n; i++) {
        const struct recent *recent = i < self->n ? &self->recent[i] : NULL;
        draw_recent(kit, stage, recent, i, (struct box){x, 84 + (double)i * pitch, w, pitch - 12});
    }
}

static void draw_bar(struct kit *kit, const struct stage *stage)
{
    static const char *const langs[] = {"de", "en"};
    static const char *const names[] = {"Deutsch", "English"};
    double y = stage->h - BAR, x = fmin(58, stage->w * 0.05);
    widget_bar(kit, (struct box){0, y, stage->w, BAR}, false);
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
        bool on = strcmp(tr_lang(stage->tr), langs[i]) == 0;
        x += widget_chip(kit, kit_name(kit, "lang:%s", langs[i]), x, y + 11, 28, names[i],
                         on ? "world" : NULL, 11, COLOUR_BAR, COLOUR_LINE, on) +
             9;
    }
}

static void draw(struct screen *screen, struct kit *kit)
{
    const struct stage *stage = screen->stage;
    double right = stage->w > 1000 ? RECENT_WIDTH : stage->w * 0.42;
    double x = stage->w - right - 44;
    draw_left(kit, stage, x - 58 - fmin(58, stage->w * 0.05));
    draw_right(kit, self_of(screen), x, right);
    draw_bar(kit, stage);
}

static double toast_bottom(const struct screen *screen, int seat)
{
    (void)seat;
    return screen->stage->h - BAR - 10;
}

static void destroy(struct screen *screen)
{
    arena_free(self_of(screen)->arena);
    g_free(self_of(screen));
}

struct screen *screen_start_new(struct stage *stage)
{
    static const struct screen_class class = {
        .name = "start",
        .audience = AUDIENCE_FACILITATORS,
        .enter = enter,
        .touch = touch,
        .draw = draw,
        .toast_bottom = toast_bottom,
        .free = destroy,
    };
    struct screen_start *self = g_new0(struct screen_start, 1);
    self->screen = (struct screen){.class = &class, .stage = stage};
    self->arena = arena_new();
    return &self->screen;
}
