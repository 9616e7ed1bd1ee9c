// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "app/layout.h"
#include "app/shapes.h"
#include "app/theme.h"
#include "base/day.h"
#include "draw/lettering.h"
#include "store/store.h"

static void ask(struct stage *stage, int next, struct screen *coming)
{
    // The last wish of one event counts.
    if (stage->coming != NULL)
        stage->coming->class->free(stage->coming);
    stage->next = next;
    stage->coming = coming;
}

void stage_show(struct stage *stage, struct screen *screen)
{
    ask(stage, STAGE_SHOW, screen);
}

void stage_show_alone(struct stage *stage, struct screen *screen)
{
    ask(stage, STAGE_SHOW_ALONE, screen);
}

void stage_back(struct stage *stage)
{
    if (stage_can_go_back(stage))
        ask(stage, STAGE_BACK, NULL);
}

bool stage_can_go_back(const struct stage *stage)
{
    return stage->screens->len > 1;
}

struct screen *stage_shown(const struct stage *stage)
{
    guint n = stage->screens->len;
    return n > 0 ? g_ptr_array_index(stage->screens, n - 1) : NULL;
}

static void close_shown(struct stage *stage)
{
    struct screen *screen = stage_shown(stage);
    g_ptr_array_remove_index(stage->screens, stage->screens->len - 1);
    screen->class->free(screen);
}

void stage_retire(struct stage *stage, void *data, GDestroyNotify destroy)
{
    struct retired retired = {data, destroy};
    if (data != NULL)
        g_array_append_val(stage->retired, retired);
}

void stage_free_retired(struct stage *stage)
{
    for (guint i = 0; i < stage->retired->len; i++) {
        const struct retired *retired = &g_array_index(stage->retired, struct retired, i);
        retired->destroy(retired->data);
    }
    g_array_set_size(stage->retired, 0);
}

void stage_arrange(struct stage *stage, double w, double h)
{
    const struct screen *shown = stage_shown(stage);
    bool by_seat = shown != NULL && shown->class->by_seat;
    stage->w = w;
    stage->h = h;
    stage->seats_n =
        seats_arrange(stage->seats, by_seat ? stage->people : 1, stage->settings.around, w, h);
    for (size_t i = 0; by_seat && i < stage->seats_n; i++) {
        struct seat *seat = &stage->seats[i];
        seat->degrees = (seat->degrees + 90 * stage->settings.seats[i].turns) % 360;
    }
    if (stage_seat(stage, stage->seat_touched)->number != stage->seat_touched)
        stage->seat_touched = stage->seats[0].number;
}

void stage_turn_seat(struct stage *stage, int number)
{
    struct settings_seat *kept = &stage->settings.seats[number - 1];
    kept->turns = (kept->turns + 1) % 4;
    stage_arrange(stage, stage->w, stage->h);
    settings_save(&stage->settings);
}

void stage_seat_people(struct stage *stage, int people, bool around)
{
    stage->people = stage->settings.people = people;
    stage->settings.around = around;
    for (int i = 0; i < SETTINGS_SEATS; i++) {
        stage->settings.seats[i].turns = 0;
        stage->settings.seats[i].table = 0;
    }
    stage_greet(stage);
    stage_arrange(stage, stage->w, stage->h);
}

void stage_turn(struct stage *stage)
{
    while (stage->next != STAGE_STAY) { // entering a screen may lead on to another
        int next = stage->next;
        struct screen *coming = stage->coming;
        struct screen *shown = stage_shown(stage);
        stage->next = STAGE_STAY;
        stage->coming = NULL;
        if (shown != NULL && shown->class->leave != NULL)
            shown->class->leave(shown);
        // What fingers hold belongs to the screen that goes.
        fingers_free(stage->fingers);
        stage->fingers = fingers_new();
        toasts_clear(&stage->toasts);
        for (int seat = 1; seat <= SEATS_MOST; seat++)
            drawer_clear(&stage->drawers[seat]);
        if (next == STAGE_BACK)
            close_shown(stage);
        while (next == STAGE_SHOW_ALONE && stage->screens->len > 0)
            close_shown(stage);
        if (coming != NULL)
            g_ptr_array_add(stage->screens, coming);
        shown = stage_shown(stage);
        assert(shown != NULL);
        stage_arrange(stage, stage->w, stage->h);
        if (shown->class->enter != NULL)
            shown->class->enter(shown);
    }
}

static const struct tr *heard(const struct stage *stage)
{
    return stage->spoken != NULL ? stage->spoken : stage_tr(stage, 0);
}

const char *stage_text(const struct stage *stage, const char *id)
{
    return tr_text(heard(stage), id);
}

const char *stage_today(const struct stage *stage, struct arena *arena)
{
    return stage->today != NULL ? stage->today : day_today(arena, &stage->world);
}

struct err stage_err(const struct stage *stage)
{
    return (struct err){.tr = heard(stage)};
}

const struct tr *stage_tr(const struct stage *stage, int seat)
{
    const struct screen *shown = stage_shown(stage);
    if (stage_is_led(stage))
        return stage->tr;
    return shown != NULL && shown->class->by_seat && seat > 0 ? sitting_tr(stage, seat)
                                                              : stage->common;
}

bool stage_is_led(const struct stage *stage)
{
    const struct screen *shown = stage_shown(stage);
    return shown != NULL && shown->class->audience == AUDIENCE_FACILITATORS;
}

void stage_set_language(struct stage *stage, const char *lang)
{
    struct settings *settings = &stage->settings;
    bool third = strcmp(tr_lang(stage->common), "de") != 0 && strcmp(tr_lang(stage->common), "en") != 0;
    stage->spoken = NULL;
    tr_free(stage->tr);
    stage->tr = tr_open(lang);
    g_strlcpy(settings->lead_lang, lang, sizeof settings->lead_lang);
    if (!third) {
        tr_free(stage->common);
        stage->common = tr_open(lang);
        g_strlcpy(settings->lang, lang, sizeof settings->lang);
    }
    settings_save(settings);
}

// All are offered until someone chooses: then they are written down.
bool stage_offers(const struct stage *stage, const char *lang)
{
    const struct settings *settings = &stage->settings;
    bool offers = *settings->offered[0] == '\0';
    for (size_t i = 0; i < SETTINGS_OFFERED && !offers; i++)
        offers = strcmp(settings->offered[i], lang) == 0;
    return offers;
}

void stage_offer(struct stage *stage, const char *lang)
{
    struct settings *settings = &stage->settings;
    size_t n;
    const struct layout_language *all = layouts_languages(stage->layouts, &n);
    char offered[SETTINGS_OFFERED][16] = {""};
    size_t k = 0;
    for (size_t i = 0; i < MIN(n, layout_recipes_n) && k < SETTINGS_OFFERED; i++) {
        if (stage_offers(stage, all[i].lang) != (strcmp(all[i].lang, lang) == 0))
            g_strlcpy(offered[k++], all[i].lang, sizeof offered[0]);
    }
    if (k == 0) // one at least
        return;
    memcpy(settings->offered, offered, sizeof offered);
    settings_save(settings);
}

void stage_greet(struct stage *stage)
{
    for (int i = 0; i < SETTINGS_SEATS; i++)
        stage->settings.seats[i].greets = true;
    settings_save(&stage->settings);
}

static void free_cards(gpointer cards)
{
    cards_free(cards);
}

static void free_shapes(gpointer shapes)
{
    shapes_free(shapes);
}

// What is kept was drawn as it no longer looks.
static void draw_anew(struct stage *stage)
{
    stage_retire(stage, stage->cards, free_cards);
    stage_retire(stage, stage->shapes, free_shapes);
    stage->cards = cards_new();
    stage->shapes = shapes_new(stage->theme->palette);
}

void stage_set_contrast(struct stage *stage, bool high)
{
    stage->settings.contrast = high;
    settings_save(&stage->settings);
    stage->theme = theme_of(high);
    draw_anew(stage);
}

// The other one stays open: screens below this one still hold lines of it.
void stage_set_typeface(struct stage *stage, bool print)
{
    stage->settings.print = print;
    settings_save(&stage->settings);
    stage_choose_lettering(stage);
    draw_anew(stage);
}

void stage_choose_lettering(struct stage *stage)
{
    if (stage->settings.print && stage->print == NULL)
        stage->print = lettering_new_print(stage->hand);
    stage->lettering = stage->settings.print ? stage->print : stage->hand;
}

void stage_say(struct stage *stage, int seat, const char *icon, const char *text,
               const char *action, const char *label)
{
    toasts_show(&stage->toasts, seat, icon, text, action, label, tr_lang(heard(stage)), false,
                stage->now);
}

void stage_warn(struct stage *stage, int seat, const struct err *err)
{
    assert(err->code != ERR_NONE);
    toasts_show(&stage->toasts, seat, "alert-triangle", err->text, NULL, NULL, tr_lang(err->tr), true,
                stage->now);
}

bool stage_commit(struct stage *stage, int seat, struct change *change)
{
    struct err err = stage_err(stage);
    bool done = store_commit(change, &err);
    if (!done)
        stage_warn(stage, seat, &err);
    return done;
}

void stage_sound(const struct stage *stage, enum sound sound)
{
    // Steps that sound equally far apart: 6 dB each.
    double volume = pow(0.5, SETTINGS_VOLUMES - stage->settings.volume);
    if (stage->play != NULL && !stage->settings.silent)
        stage->play(stage->play_context, sound, volume);
}

const struct seat *stage_seat(const struct stage *stage, int number)
{
    for (size_t i = 0; i < stage->seats_n; i++) {
        if (stage->seats[i].number == number)
            return &stage->seats[i];
    }
    return &stage->seats[0];
}

bool stage_go_back(struct stage *stage, int seat, bool redo)
{
    return sitting_go_back(stage, seat, 0, redo);
}
