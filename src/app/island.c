// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/island.h"

#include <glib.h>
#include <math.h>

#include "app/card.h"
#include "app/language.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/random.h"
#include "draw/figure.h"

#define W ISLAND_WIDTH
#define H ISLAND_HEIGHT

static void smooth_of(struct line *line, const struct point *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        line_add(line, p[i].x, p[i].y);
    line_smooth(line, true, 8);
}

// Six outlines, told apart without colour: the same as on the poster.
static void outline_of(int number, struct line *line)
{
    static const struct point drop[] = {{14, 20},          {W * 0.4, 15},   {W - 16, 19},
                                        {W + 1, H * 0.4},  {W - 8, H - 10}, {W * 0.6, H - 4},
                                        {W * 0.25, H - 8}, {10, H - 6},     {-2, H * 0.6}};
    static const struct point pebble[] = {{8, 26},       {W * 0.5, 17},   {W - 10, 24},
                                          {W, H * 0.55}, {W - 12, H - 8}, {W * 0.5, H - 4},
                                          {12, H - 7},   {-1, H * 0.5}};
    switch ((number - 1) % 6) {
    case 0:
        line_add_rect(line, 0, 16, W, H - 24);
        break;
    case 1:
        smooth_of(line, drop, G_N_ELEMENTS(drop));
        break;
    case 2:
        figure_bubble_path(line, 0, 16, W, H - 22, 22, &(struct point){W * 0.2, H + 6}, 20);
        break;
    case 3:
        line_add_rounded_rect(line, 6, 22, W - 12, H - 28, 40);
        line_scallop(line, 30, 6.5);
        break;
    case 4: // a sheet with its corner turned up
        line_add(line, 0, 16);
        line_add(line, W, 16);
        line_add(line, W, H - 22);
        line_add(line, W - 16, H - 6);
        line_add(line, 0, H - 6);
        break;
    default:
        smooth_of(line, pebble, G_N_ELEMENTS(pebble));
        break;
    }
}

// What of a polygon lies below `y` (Sutherland and Hodgman 1974).
static void cut_below(const struct line *polygon, double y, struct line *out)
{
    for (size_t i = 0; i < polygon->n; i++) {
        struct point a = polygon->p[i], b = polygon->p[(i + 1) % polygon->n];
        if (a.y >= y)
            line_add(out, a.x, a.y);
        if ((a.y >= y) != (b.y >= y))
            line_add(out, a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y);
    }
}

static void draw_ground(struct kit *kit, int number, int colour)
{
    struct line outline, lower;
    struct pen *pen = &kit->pen;
    line_init(&outline);
    line_init(&lower);
    outline_of(number, &outline);
    cut_below(&outline, H * 0.60, &lower);
    pen_push(pen, 3, 3, 1, NULL);
    pen_polygon(pen, &outline, COLOUR_SHADOW);
    pen_pop(pen);
    struct pen_stroke stroke = PEN_STROKE(PEN_MEDIUM);
    if ((number - 1) % 6 == 0) { // a board on its legs
        for (int side = 0; side < 2; side++) {
            struct line leg;
            double x = W * (side == 0 ? 0.18 : 0.82);
            line_init(&leg);
            line_add(&leg, x, H - 8);
            line_add(&leg, x + (side == 0 ? -6 : 6), H + 3);
            pen_line(pen, &leg, stroke);
            line_clear(&leg);
        }
    }
    pen_polygon(pen, &outline, COLOUR_PAPER);
    pen_polygon(pen, &lower, colour_mix(colour_accent(colour), COLOUR_PAPER, 0.72));
    stroke.width = PEN_MEDIUM * 1.2;
    stroke.closed = true;
    pen_line(pen, &outline, stroke);
    if ((number - 1) % 6 == 4) {
        struct line corner;
        line_init(&corner);
        line_add(&corner, W - 16, H - 6);
        line_add(&corner, W - 14, H - 20);
        line_add(&corner, W, H - 22);
        pen_shape(pen, &corner, COLOUR_SHADOW, PEN_MEDIUM, 0, 0, 0);
        line_clear(&corner);
    }
    line_clear(&outline);
    line_clear(&lower);
}

static void draw_heading(struct kit *kit, const struct table *table)
{
    struct kit_type type = {17, 800, COLOUR_INK, KIT_LEFT, NULL};
    double most = W - 22 - 46 - 14;
    while (type.size > 12 && kit_text_width(kit, table->title, type) > most)
        type.size -= 0.5;
    double width = fmin(most, kit_text_width(kit, table->title, type));
    figure_ribbon(&kit->pen, 22, 0, width + 46, 30, colour_accent(table->colour), 10, 0, "ribbon");
    kit_begin(kit, KIND_TABLE, NULL, table->title);
    kit_text_within(kit, table->title, 58, 15, most, 9, type);
    kit_end(kit);
    struct line circle;
    line_init(&circle);
    line_add_ellipse(&circle, 24, 15, 17, 17, 0);
    kit_hand_shape(kit, &circle, COLOUR_PAPER, PEN_FINE * 1.2, "number");
    line_clear(&circle);
    kit_text(kit, kit_say(kit, "%d", table->number), 24, 15,
             (struct kit_type){21, 800, COLOUR_INK, KIT_CENTRE, NULL});
}

// People from the neutral pool, always the same ones at a table.
static void draw_people(struct kit *kit, int number)
{
    struct person people[6];
    struct random random = random_of(kit_name(kit, "hall:%d", number));
    int hairs[HAIR_COUNT];
    for (int i = 0; i < HAIR_COUNT; i++)
        hairs[i] = i;
    for (int i = 0; i < 6; i++) {
        int k = i + (int)random_below(&random, (size_t)(HAIR_COUNT - i));
        int hair = hairs[k];
        hairs[k] = hairs[i];
        people[i] = (struct person){.hair = (enum hair)hair,
                                    .colour = colour_accent(1 + (number + i * 2) % 6),
                                    .pose = POSE_DOWN,
                                    .look = i % 2 == 0 ? 0.4 : -0.4};
    }
    int front = 2 + number % 2;
    kit_begin(kit, KIND_FIGURE, NULL, NULL);
    pen_push(&kit->pen, 0, 0, 1, "people");
    figure_round_table(&kit->pen, W * 0.30, H * 0.62, W * 0.20, H * 0.135, people, 3, people + 3,
                       front, NULL, "table");
    pen_pop(&kit->pen);
    kit_end(kit);
}

static void draw_languages(struct kit *kit, const struct island *island, double x, double y)
{
    double right = W - 10;
    for (size_t i = 0; i < island->languages_n; i++) {
        const char *lang = island->languages[i], *name = language_name(lang);
        struct kit_type type = {8.5, 600, COLOUR_INK, KIT_LEFT, lang};
        double width = kit_text_width(kit, name, type) + 10;
        bool last = i + 1 == island->languages_n;
        if (x + width + (last ? 0 : 26) > right) {
            const char *more = kit_name(kit, "+%zu", island->languages_n - i);
            widget_chip(kit, NULL, x, y, 15, more, NULL, 8.5, COLOUR_PAPER, COLOUR_LINE, false);
            return;
        }
        struct box box = {x, y, width, 15};
        kit_fill(kit, box, 7.5, COLOUR_PAPER);
        kit_frame(kit, box, 7.5, KIT_HAIRLINE, COLOUR_LINE);
        kit_text(kit, name, x + 5, y + 7.5, type);
        x += width + 4;
    }
}

static void draw_state(struct kit *kit, const struct island *island, double x, double y)
{
    const char *icon = "sparkles", *words = kit_tr(kit, N_("still free"));
    if (island->votes > 0) {
        icon = "circle-dot";
        words = kit_say(kit, tr_plural(kit->tr, "%d dot", "%d dots", (unsigned long)island->votes),
                         (int)island->votes);
    } else if (island->cards_n > 0) {
        icon = "pencil";
        words = kit_tr(kit, N_("is collecting"));
    }
    kit_icon(kit, icon, x + 2, y - 7, 14, COLOUR_INK);
    kit_text_within(kit, words, x + 20, y, W - 12 - x - 20, 9,
                    (struct kit_type){12, 600, COLOUR_INK, KIT_LEFT, NULL});
}

void island_draw_newest(const struct island *island, const struct stage *stage, struct kit *kit,
                        double x, double y)
{
    const struct card *card = island->newest;
    if (card == NULL)
        return;
    struct card_face face =
        cards_face(stage->cards, stage, card, island->phase_kind, island->table.colour);
    face.width = W * 0.4 - 6;
    face.least_size = 9;
    const struct card_drawing *drawing = cards_draw(stage->cards, stage, &face);
    if (drawing->cut && *island->keyword != '\0') { // too long for here: what it is about
        face.text = island->keyword;
        face.gloss = "";
        drawing = cards_draw(stage->cards, stage, &face);
    }
    double degrees = island->table.number % 2 == 0 ? 0.7 : -0.8;
    struct affine turn = affine_multiply(affine_translation(x + W * 0.60 - 6, y + 156),
                                         affine_rotation(degrees * G_PI / 180));
    scene_use(kit->scene, drawing->scene, affine_multiply(kit->m, turn), 1);
}

void island_draw(const struct island *island, struct kit *kit)
{
    int number = island->table.number;
    pen_push(&kit->pen, 0, 0, 1, kit_name(kit, "island:%d", number));
    draw_ground(kit, number, island->table.colour);
    draw_heading(kit, &island->table);
    draw_people(kit, number);
    double x = W * 0.60;
    const char *count = kit_say(kit, "%zu", island->cards_n);
    kit_begin(kit, KIND_DECORATION, NULL, count);
    double width =
        kit_text(kit, count, x, 66, (struct kit_type){44, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_text_on(kit, tr_plural(kit->tr, "card", "cards", island->cards_n), x + width + 7, 82,
                (struct kit_type){13, 600, COLOUR_GREY, KIT_LEFT, NULL});
    kit_end(kit);
    draw_languages(kit, island, x, 101);
    draw_state(kit, island, x, 136);
    pen_pop(&kit->pen);
}
