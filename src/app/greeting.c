// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/greeting.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/language.h"
#include "app/layout.h"
#include "app/sitting.h"
#include "app/stage.h"
#include "app/widget.h"
#include "draw/figure.h"

#define PAGE 16 // tiles at once
#define GAP 6.0
#define PITCH 0.54  // of people, share of their height
#define LARGE 500.0 // height from which on there are people above the tiles

struct greeting {
    struct stage *stage; // borrowed
    int seat, number, colour; // number and colour of the table
    bool others; // the languages that are not offered
    size_t first;
    bool done;
};

static const struct hello {
    const char *lang, *word;
    enum hair hair;
    int accent;
} hellos[] = {
    {"de", "Hallo", HAIR_SHORT, 1},     {"en", "Hello", HAIR_BOB, 2},
    {"ar", "مرحبا", HAIR_BEARD, 3},     {"fa", "سلام", HAIR_HEADSCARF, 4},
    {"ku", "Silav", HAIR_SIDE, 5},      {"ckb", "سڵاو", HAIR_TURBAN, 6},
    {"uk", "Привіт", HAIR_PONYTAIL, 1}, {"ru", "Привет", HAIR_GREY, 2},
    {"tr", "Merhaba", HAIR_BUN, 3},     {"fr", "Bonjour", HAIR_GLASSES, 4},
    {"es", "Hola", HAIR_CURLY, 5},      {"ro", "Bună", HAIR_CAP, 6},
    {"pl", "Cześć", HAIR_SHORT, 1},     {"bg", "Здравей", HAIR_PONYTAIL, 2},
    {"vi", "Xin chào", HAIR_LONG, 3},   {"ti", "ሰላም", HAIR_AFRO, 4},
    {"am", "ሰላም", HAIR_CURLY, 5},
};

struct greeting *greeting_new(struct stage *stage, int seat, const struct table *table)
{
    struct greeting *greeting = g_new0(struct greeting, 1);
    greeting->stage = stage;
    greeting->seat = seat;
    greeting->number = table->number;
    greeting->colour = table->colour;
    return greeting;
}

void greeting_free(struct greeting *greeting)
{
    g_free(greeting);
}

bool greeting_is_done(const struct greeting *greeting)
{
    return greeting->done;
}

// ---- what it offers -----------------------------------------------------------------------------

static const struct hello *hello_of(const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(hellos); i++) {
        if (strcmp(hellos[i].lang, lang) == 0)
            return &hellos[i];
    }
    return NULL;
}

static bool is_offered(const struct greeting *greeting, size_t i)
{
    return i < layout_recipes_n && stage_offers(greeting->stage, layout_recipes[i].lang);
}

// The languages of the page; returns how many.
static size_t page(const struct greeting *greeting, const char *langs[PAGE], bool *more)
{
    size_t n, k = 0, skipped = 0;
    const struct layout_language *all = layouts_languages(greeting->stage->layouts, &n);
    *more = false;
    for (size_t i = 0; i < n; i++) {
        if (is_offered(greeting, i) == greeting->others)
            continue;
        if (skipped++ < greeting->first)
            continue;
        if (k == PAGE) {
            *more = true;
            break;
        }
        langs[k++] = all[i].lang;
    }
    return k;
}

static void turn_page(struct greeting *greeting)
{
    const char *langs[PAGE];
    bool more;
    size_t n = page(greeting, langs, &more);
    if (more) {
        greeting->first += n;
        return;
    }
    greeting->first = 0;
    greeting->others = !greeting->others;
}

// ---- acts ---------------------------------------------------------------------------------------

static void leave(struct greeting *greeting)
{
    struct stage *stage = greeting->stage;
    stage->settings.seats[greeting->seat - 1].greets = false;
    settings_save(&stage->settings);
    greeting->done = true;
}

void greeting_touch(struct greeting *greeting, const struct touch *touch)
{
    if (!touch_is_tap(touch))
        return;
    if (g_str_has_prefix(touch->target, "hello:"))
        sitting_take_lang(greeting->stage, greeting->seat, strrchr(touch->target, ':') + 1);
    else if (g_str_has_prefix(touch->target, "new-card:"))
        leave(greeting);
    else if (g_str_has_prefix(touch->target, "hello-more:"))
        turn_page(greeting);
}

void greeting_key(struct greeting *greeting, const struct event *event)
{
    if (event->type == EVENT_TEXT ||
        (event->type == EVENT_KEY && (event->key == KEY_ENTER || event->key == KEY_ESCAPE)))
        leave(greeting);
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_tile(const struct greeting *greeting, struct kit *kit, struct box box,
                      const char *lang, bool chosen)
{
    const char *hit = kit_name(kit, "hello:seat%d:%s", greeting->seat, lang);
    const struct hello *hello = hello_of(lang);
    const char *name = language_name(lang);
    bool rtl = lang_is_rtl(lang), wide = box.w >= 150;
    kit_begin_target(kit, hit, box, name);
    if (chosen) {
        kit_hand_box(kit, box, 7, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45), PEN_MEDIUM, hit);
    } else {
        kit_fill(kit, box, 7, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, box, 7, KIT_HAIRLINE, COLOUR_EDGE);
    }
    double bust = hello != NULL && box.h >= 38 ? fmin(box.h * 0.8, box.w * 0.34) : 0;
    double taken = bust > 0 ? bust * 0.86 + (wide ? 14 : 5) : 8;
    if (bust > 0) {
        const struct person person = {hello->hair,
                                      colour_accent(hello->accent),
                                      POSE_DOWN,
                                      STANCE_STAND,
                                      rtl ? -0.4 : 0.4,
                                      false,
                                      rtl,
                                      false};
        double x = box.x + taken - bust * 0.43 - (wide ? 2 : 1);
        if (rtl)
            x = 2 * box.x + box.w - x;
        kit_clip(kit, box);
        figure_bust(&kit->pen, x, box.y + box.h - 0.6, bust, &person, hit);
        kit_unclip(kit);
    }
    double x = rtl ? box.x + box.w - taken - 4 : box.x + taken + 4, room = box.w - taken - 8;
    enum kit_align side = rtl ? KIT_RIGHT : KIT_LEFT;
    double large = wide ? fmin(34, box.h * 0.36) : fmin(19, box.h * 0.4);
    double small = wide ? fmin(17, box.h * 0.19) : 11;
    if (hello != NULL) {
        kit_text_within(kit, hello->word, x, box.y + box.h * 0.38, room, 9,
                        (struct kit_type){fmax(9, large), 800, COLOUR_INK, side, lang});
        kit_text_within(kit, name, x, box.y + box.h * 0.76, room, KIT_TEXT_LEAST,
                        (struct kit_type){fmax(8, small), 600, COLOUR_GREY, side, lang});
    } else {
        kit_text_within(kit, name, x, box.y + box.h / 2, room, KIT_TEXT_LEAST,
                        (struct kit_type){fmax(9, large * 0.7), 700, COLOUR_INK, side, lang});
    }
    kit_end(kit);
    if (chosen)
        widget_tick(kit, rtl ? box.x + 8 : box.x + box.w - 8, box.y + 8, wide ? 7 : 5.5);
}

static void draw_people(struct kit *kit, double middle, double ground, double h)
{
    static const struct {
        enum hair hair;
        int accent;
        enum pose pose;
        bool dress;
    } people[] = {
        {HAIR_HEADSCARF, 5, POSE_WAVE, true}, {HAIR_AFRO, 3, POSE_CHEER, false},
        {HAIR_TURBAN, 2, POSE_WAVE, false},   {HAIR_BOB, 4, POSE_CHEER, false},
        {HAIR_SHORT, 1, POSE_WAVE, false},
    };
    double pitch = h * PITCH, x = middle - 2 * pitch;
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++) {
        const struct person person = {people[i].hair,
                                      colour_accent(people[i].accent),
                                      people[i].pose,
                                      STANCE_STAND,
                                      0.2 * (2 - (int)i),
                                      people[i].dress,
                                      false,
                                      false};
        figure_person(&kit->pen, x + (double)i * pitch, ground, h, &person, "hello");
    }
    kit_end(kit);
}

// What they can do here, as pictures.
static void draw_bubbles(struct kit *kit, double middle, double ground, double h)
{
    double pitch = h * PITCH;
    for (int side = -1; side <= 1; side += 2) {
        static const char *const icons[2][2] = {{"world", "language"}, {"pencil", "photo"}};
        struct box box = {middle + side * (3.9 * pitch) - 68, ground - h * 0.9, 136, h * 0.52};
        struct point tip = {side < 0 ? box.x + box.w + 18 : box.x - 18, box.y + box.h / 2};
        struct line bubble;
        line_init(&bubble);
        figure_bubble_path(&bubble, box.x, box.y, box.w, box.h, 12, &tip, 12);
        kit_hand_shape(kit, &bubble, COLOUR_PAPER, PEN_MEDIUM, "hello bubble");
        line_clear(&bubble);
        double size = box.h * 0.5;
        for (int i = 0; i < 2; i++)
            kit_icon(kit, icons[side > 0][i], box.x + box.w * (0.32 + 0.36 * i) - size / 2,
                     box.y + (box.h - size) / 2, size, COLOUR_INK);
    }
}

static void draw_ways(struct kit *kit, struct box room)
{
    static const char *const icons[] = {"keyboard", "brush", "icons"};
    const char *const words[] = {kit_tr(kit, N_("Write")), kit_tr(kit, N_("Draw")),
                                 kit_tr(kit, N_("Pictures"))};
    double w = room.w / 3;
    for (int i = 0; i < 3; i++) {
        double size = fmin(26, room.h * 0.5), x = room.x + i * w;
        struct kit_type type = {fmax(KIT_TEXT_LEAST, fmin(14, room.h * 0.32)), 600, COLOUR_INK,
                                KIT_LEFT, NULL};
        if (w < 70) { // the word below
            type.align = KIT_CENTRE;
            type.size = KIT_TEXT_LEAST;
            kit_icon(kit, icons[i], x + w / 2 - 7, room.y + 4, 14, COLOUR_INK);
            kit_text_within(kit, words[i], x + w / 2, room.y + room.h - 7, w - 2, KIT_TEXT_LEAST,
                            type);
            continue;
        }
        kit_icon(kit, icons[i], x, room.y + (room.h - size) / 2, size, COLOUR_INK);
        kit_text_within(kit, words[i], x + size + 5, room.y + room.h / 2, w - size - 9,
                        KIT_TEXT_LEAST, type);
    }
}

// It speaks the language that was chosen, mirrored at once.
static void draw_bar(const struct greeting *greeting, struct kit *kit, struct box bar)
{
    bool wide = bar.w >= 700;
    double pad = wide ? 18 : 6, h = bar.h - (wide ? 22 : 8), y = bar.y + (bar.h - h) / 2;
    double go = wide ? 330 : fmin(120, bar.w * 0.27), more = wide ? 172 : bar.w * 0.16;
    kit_mirror(kit, sitting_is_rtl(greeting->stage, greeting->seat) ? bar.w : 0);
    widget_bar(kit, bar, false);
    widget_button(kit, kit_name(kit, "hello-more:seat%d", greeting->seat),
                  (struct box){pad, y, more, h}, "…", "world", wide ? 17 : 11, WIDGET_REST);
    draw_ways(kit, (struct box){pad + more + (wide ? 50 : 8), y,
                                bar.w - 2 * pad - more - go - (wide ? 100 : 16), h});
    widget_primary(kit, kit_name(kit, "new-card:seat%d", greeting->seat),
                   (struct box){bar.w - pad - go, y, go, h}, kit_tr(kit, N_("Go")),
                   "arrow-right",
                   wide ? 26 : 15, WIDGET_REST);
    kit_mirror(kit, 0);
}

void greeting_draw(const struct greeting *greeting, struct kit *kit)
{
    const struct seat *seat = stage_seat(greeting->stage, greeting->seat);
    double w = seat_width(seat), h = seat_height(seat);
    bool large = h >= LARGE && w >= 700;
    double head = large ? 146 : 40, bar = large ? 78 : 44, side = large ? 18 : 8;
    const char *langs[PAGE], *chosen = sitting_lang(greeting->stage, greeting->seat);
    bool more;
    size_t n = page(greeting, langs, &more), columns = w >= 330 ? 4 : 3;
    size_t rows = MAX((n + columns - 1) / columns, large ? 4 : 1);
    kit_target(kit, kit_name(kit, "hello-ground:seat%d", greeting->seat), (struct box){0, 0, w, h});
    kit_fill(kit, (struct box){0, 0, w, h}, 0, COLOUR_WALL);
    double gap = large ? 12 : GAP, people = large ? 118 : 34;
    if (large) {
        widget_number(kit, side + 34, head / 2 - 2, 30, greeting->number, greeting->colour);
        draw_bubbles(kit, w / 2, head - 6, people);
    } else { // where seats meet lies the clock
        widget_number(kit, w / 2 - 3.5 * people * PITCH, head / 2, 14, greeting->number,
                      greeting->colour);
    }
    draw_people(kit, w / 2, head - (large ? 6 : 3), people);
    double tile_w = (w - 2 * side - gap * (double)(columns - 1)) / (double)columns;
    double tile_h = (h - head - bar - gap * (double)rows) / (double)rows;
    tile_h = fmin(tile_h, tile_w * 0.6);
    for (size_t i = 0; i < n; i++)
        draw_tile(greeting, kit,
                  (struct box){side + (double)(i % columns) * (tile_w + gap),
                               head + (double)(i / columns) * (tile_h + gap), tile_w, tile_h},
                  langs[i], strcmp(langs[i], chosen) == 0);
    draw_bar(greeting, kit, (struct box){0, h - bar, w, bar});
}
