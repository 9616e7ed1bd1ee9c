// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The road of agreements: from TODAY, past the boards, to the next meeting and TOMORROW. Landscape
// pages have title, boards and goal in one row; on portrait pages the boards stand on long posts
// and the goal stands under them.
#include "poster/strip.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/calendar.h"

#define ROAD_BELOW 50.0 // from the road's upper edge to the foot of the room
#define CALENDAR_W 196.0
#define CALENDAR_H 94.0

double strip_road_top(const struct strip *strip, double x)
{
    double t = (x - strip->room.x) / strip->room.w;
    return strip->road + 9 * sin(t * G_PI * 4.2 + 0.6);
}

double strip_road_width(const struct strip *strip, double x)
{
    return 36 + 7 * sin((x - strip->room.x) / strip->room.w * G_PI * 2);
}

bool strip_fit_line(struct page *page, const char *text, int weight, double width, double most,
                    double *size)
{
    *size = furniture_size(page, text, weight, width, most);
    return furniture_width(page, text, weight, *size) <= width + 0.01;
}

static void draw_road(struct strip *strip)
{
    enum { STEPS = 60 };
    struct page *page = strip->page;
    struct pen *pen = &page->pen;
    struct line upper, lower, area, middle;
    line_init(&upper);
    line_init(&lower);
    line_init(&area);
    line_init(&middle);
    for (int i = 0; i <= STEPS; i++) {
        double x = strip->room.x + strip->room.w * i / STEPS, y = strip_road_top(strip, x),
               w = strip_road_width(strip, x);
        line_add(&upper, x, y);
        line_add(&lower, x, y + w);
        line_add(&middle, x, y + w * 0.52);
    }
    line_append(&area, &lower);
    line_reverse(&area);
    struct line all;
    line_init(&all);
    line_append(&all, &upper);
    line_append(&all, &area);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "road");
    pen_fill(pen, &all, COLOUR_SHADOW, 0, 2, 0.6, 0);
    struct pen_stroke edge = PEN_STROKE(PEN_MEDIUM * 1.1);
    edge.wobble = 1.6;
    edge.overshoot = 0;
    pen_line(pen, &upper, edge);
    pen_line(pen, &lower, edge);
    struct pen_stroke dashes = PEN_STROKE(PEN_HEAVY * 0.9);
    dashes.colour = COLOUR_PAPER;
    dashes.wobble = 0.5;
    dashes.dash = 28;
    dashes.gap = 32;
    dashes.overshoot = 0;
    pen_line(pen, &middle, dashes);
    pen_pop(pen);
    scene_end(page->scene);
    page_note(page, OBSTACLE_SCENERY,
              (struct box){strip->room.x, strip->road - 10, strip->room.w, ROAD_BELOW + 8});
    line_clear(&upper);
    line_clear(&lower);
    line_clear(&area);
    line_clear(&middle);
    line_clear(&all);
}

// A signpost; x: its post. Its arm points along the road.
static void draw_sign(struct strip *strip, double x, double y, const char *id, const char *text)
{
    struct page *page = strip->page;
    struct pen *pen = &page->pen;
    double size = fmax(21, page->min_size),
           half = fmax(46, furniture_width(page, text, WEIGHT_BLACK, size) / 2 + 12),
           h = size * 1.55;
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, id);
    struct line post, arm;
    line_init(&post);
    line_init(&arm);
    line_add(&post, x, strip_road_top(strip, x) + 4);
    line_add(&post, x, y + 8);
    struct pen_stroke heavy = PEN_STROKE(PEN_HEAVY * 0.8);
    pen_line(pen, &post, heavy);
    line_add(&arm, x - half, y + 2);
    line_add(&arm, x + half, y);
    line_add(&arm, x + half + h * 0.55, y + h / 2);
    line_add(&arm, x + half, y + h);
    line_add(&arm, x - half, y + h - 1);
    pen_shape(pen, &arm, COLOUR_NONE, PEN_MEDIUM, 0, 0, 0);
    line_clear(&post);
    line_clear(&arm);
    pen_pop(pen);
    scene_end(page->scene);
    page_line(page, KIND_AGREEMENT, id, NULL, text, WEIGHT_BLACK, NULL, x,
              furniture_baseline(page, text, WEIGHT_BLACK, y + h / 2, size), size, PEN_CENTRE,
              COLOUR_INK);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){x - half - 4, y - 3, 2 * half + h * 0.55 + 8, strip->road - y + 6});
}

// Three people under way, the last a child.
static void draw_walkers(struct strip *strip, double x, double x1)
{
    static const struct person people[] = {
        {.hair = HAIR_HEADSCARF, .pose = POSE_DOWN, .stance = STANCE_WALK, .look = 0.5},
        {.hair = HAIR_SHORT, .pose = POSE_GIVE, .stance = STANCE_WALK, .look = 0.5},
        {.hair = HAIR_PONYTAIL, .pose = POSE_WAVE, .stance = STANCE_WALK, .look = 0.5},
    };
    static const double heights[] = {88, 90, 58}, steps[] = {66, 58, 0};
    struct page *page = strip->page;
    if (x + 150 > x1)
        return;
    furniture_begin_figure(page, "figure:walkers", page_tr(page, N_("People on their way")));
    for (int i = 0; i < 3; i++) {
        struct person person = people[i];
        person.colour = colour_accent(i == 0 ? 5 : i == 1 ? 1 : 3);
        double y = strip_road_top(strip, x) + 19;
        figure_person(&page->pen, x, y, heights[i], &person,
                      arena_printf(page->arena, "walker %d", i));
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){x - 26, y - heights[i] * 1.12 - 4, 52, heights[i] * 1.12});
        x += steps[i];
    }
    scene_end(page->scene);
}

static void draw_heading(struct strip *strip)
{
    struct page *page = strip->page;
    const char *title = page_tr(page, N_("Agreements")),
               *question = page_tr(page, N_("Who does what by when?"));
    double x = strip->room.x + 26, y = strip->room.y + 4, room = strip->left_w - 52, size, small;
    strip_fit_line(page, title, WEIGHT_BLACK, room - 44, fmax(37, page->min_size * 1.3), &size);
    double w = furniture_width(page, title, WEIGHT_BLACK, size) + 44, h = size * 1.5;
    furniture_begin_decoration(page);
    figure_ribbon(&page->pen, x, y, w, h, COLOUR_WARM, 22, 14, "agreements");
    scene_end(page->scene);
    page_line(page, KIND_AGREEMENT, "agreements:title", NULL, title, WEIGHT_BLACK, NULL, x + w / 2,
              furniture_baseline(page, title, WEIGHT_BLACK, y + h / 2, size), size, PEN_CENTRE,
              COLOUR_INK);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 24, y, w + 48, h * 1.26});
    if (!strip_fit_line(page, question, WEIGHT_SEMI, strip->left_w - 30, fmax(20, page->min_size),
                        &small))
        return;
    page_line(page, KIND_AGREEMENT, "agreements:question", NULL, question, WEIGHT_SEMI, NULL,
              fmax(x + w / 2,
                   strip->room.x + 4 + furniture_width(page, question, WEIGHT_SEMI, small) / 2),
              y + h * 1.26 + small * 1.15, small, PEN_CENTRE, COLOUR_INK);
    page_note(page, OBSTACLE_TEXT,
              (struct box){strip->room.x, y + h, strip->left_w - 10, h * 0.26 + small * 1.5});
}

// ---- the goal
// -------------------------------------------------------------------------------------

struct leaf { // a line of the calendar
    const char *text;
    int weight;
    double size;
};

// Up to three lines of the next meeting that fit `w`; returns how many.
static int calendar_lines(struct strip *strip, double w, struct leaf out[3])
{
    static const enum calendar_form forms[] = {CALENDAR_WEEKDAY, CALENDAR_FULL, CALENDAR_NEAR,
                                               CALENDAR_DIGITS};
    struct page *page = strip->page;
    const struct harvest *harvest = page->harvest;
    int n = 0;
    struct leaf title = {page_tr(page, N_("Next meeting")), WEIGHT_BOLD, 0};
    if (harvest->meeting_title != NULL && strip_fit_line(page, harvest->meeting_title, WEIGHT_BOLD,
                                                         w, fmax(18, page->min_size), &title.size))
        title.text = harvest->meeting_title;
    if (strip_fit_line(page, title.text, WEIGHT_BOLD, w, fmax(18, page->min_size), &title.size))
        out[n++] = title;
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        struct leaf date = {calendar_date(page, harvest->meeting_date, forms[i]), WEIGHT_BOLD, 0};
        if (strip_fit_line(page, date.text, date.weight, w, fmax(19, page->min_size), &date.size)) {
            out[n++] = date;
            break;
        }
    }
    const char *time = harvest->meeting_time, *place = harvest->meeting_place;
    const char *const thirds[] = {
        time != NULL && place != NULL ? arena_printf(page->arena, "%s · %s", time, place) : place,
        time, place};
    for (size_t i = 0; i < G_N_ELEMENTS(thirds); i++) {
        struct leaf third = {thirds[i], WEIGHT_TEXT, 0};
        if (third.text != NULL && strip_fit_line(page, third.text, third.weight, w,
                                                 fmax(16, page->min_size), &third.size)) {
            out[n++] = third;
            break;
        }
    }
    return n;
}

static void draw_calendar(struct strip *strip, double x, double y, double w, double h)
{
    struct page *page = strip->page;
    struct pen *pen = &page->pen;
    struct leaf lines[3];
    int n = calendar_lines(strip, w - 16, lines);
    struct line sheet, band;
    line_init(&sheet);
    line_init(&band);
    line_add_rounded_rect(&sheet, x, y, w, h, 10);
    line_add_rect(&band, x + 3, y + 3, w - 5, h * 0.34);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "calendar");
    pen_fill(pen, &sheet, COLOUR_SHADOW, 5, 5, 0.8, 0);
    pen_shape(pen, &sheet, COLOUR_NONE, PEN_MEDIUM * 1.05, 0, 0, 0);
    pen_fill(pen, &band, COLOUR_WARM, 0, 0, 0.8, 0);
    line_clear(&band);
    line_add(&band, x, y + h * 0.365);
    line_add(&band, x + w, y + h * 0.36);
    pen_line(pen, &band, PEN_STROKE(PEN_MEDIUM * 0.8));
    for (int side = 0; side < 2; side++) {
        double at = x + w * (side == 0 ? 0.09 : 0.91);
        line_clear(&band);
        line_add(&band, at, y - 8);
        line_add(&band, at, y + 8);
        pen_line(pen, &band, PEN_STROKE(PEN_HEAVY * 0.8));
    }
    pen_pop(pen);
    scene_end(page->scene);
    line_clear(&sheet);
    line_clear(&band);
    static const double places[3][3] = {{0.60, 0, 0}, {0.19, 0.67, 0}, {0.19, 0.53, 0.80}};
    for (int i = 0; i < n; i++)
        page_line(page, KIND_AGREEMENT, "meeting", NULL, lines[i].text, lines[i].weight, NULL,
                  x + w / 2,
                  furniture_baseline(page, lines[i].text, lines[i].weight, y + h * places[n - 1][i],
                                     lines[i].size),
                  lines[i].size, PEN_CENTRE, COLOUR_INK);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 2, y - 10, w + 8, h + 18});
}

// A house with an open door, the sun rising behind it; x: its left wall, on the road.
static void draw_house(struct strip *strip, double x, double k)
{
    struct page *page = strip->page;
    struct pen *pen = &page->pen;
    double ground = strip_road_top(strip, x + 50 * k) + 4;
    furniture_begin_decoration(page);
    pen_push(pen, x, ground, k, "house of tomorrow");
    figure_sun(pen, 46, -62, 40, 11, 190, 350, false);
    struct line line;
    line_init(&line);
    line_add_rect(&line, 0, -70, 92, 70);
    pen_shape(pen, &line, COLOUR_NONE, PEN_MEDIUM, 0, 0, 0);
    line_clear(&line);
    line_add(&line, -12, -67);
    line_add(&line, 46, -116);
    line_add(&line, 104, -67);
    pen_shape(pen, &line, colour_accent(3), PEN_MEDIUM, 2.4, 2, 0);
    line_clear(&line);
    line_add_rect(&line, 33, -46, 28, 46);
    pen_shape(pen, &line, COLOUR_WARM, PEN_MEDIUM * 0.8, 0, 0, 0);
    line_clear(&line);
    line_add(&line, 33, 0);
    line_add(&line, 33, -46);
    line_add(&line, 16, -40);
    line_add(&line, 16, 7);
    pen_shape(pen, &line, COLOUR_NONE, PEN_MEDIUM * 0.8, 0, 0, 0);
    pen_dot(pen, 21, -18, 2, COLOUR_INK);
    line_clear(&line);
    line_add_rect(&line, 68, -50, 16, 18);
    pen_shape(pen, &line, COLOUR_NONE, PEN_FINE, 0, 0, 0);
    line_clear(&line);
    line_add_ellipse(&line, 46, -86, 6, 6, 20);
    pen_shape(pen, &line, COLOUR_NONE, PEN_FINE, 0, 0, 0);
    line_clear(&line);
    pen_pop(pen);
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 18 * k, ground - 128 * k, 128 * k, 128 * k});
}

static void draw_cheering(struct strip *strip, double x, double h)
{
    struct page *page = strip->page;
    double y = strip_road_top(strip, x) + 16;
    const struct person person = {
        .hair = HAIR_BOB, .colour = colour_accent(4), .pose = POSE_CHEER, .look = 0.3};
    furniture_begin_figure(page, "figure:goal", page_tr(page, N_("Someone arrives and cheers")));
    figure_person(&page->pen, x, y, h, &person, "cheering");
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 28, y - h * 1.12, 56, h * 1.12});
}

// Width of a board's place on a portrait page, 0: there are none.
static double boards_cell(const struct strip *strip)
{
    size_t n = strip->page->harvest->agreements_n;
    return n == 0 ? 0 : (strip->room.w - strip->left_w - 22) / (double)n;
}

static void draw_goal(struct strip *strip)
{
    struct page *page = strip->page;
    double size = fmax(21, page->min_size), right = strip->room.x + strip->room.w,
           small = page->min_size - 14;
    bool meeting = page->harvest->meeting_date != NULL;
    double house = right - 112, sign_h = size * 1.55;
    double x = right - strip->right_w + 4, w = CALENDAR_W + 7 * small, h = CALENDAR_H + 5.4 * small;
    if (strip->right_w > 0)
        w = fmin(w, strip->right_w - 150);
    if (page->portrait) { // under the last boards, between their posts
        double below = strip->road - strip->room.y - strip->boards_h - 34,
               cell = boards_cell(strip);
        draw_house(strip, house, fmin(1, below / 124));
        draw_sign(strip, house - 88 - 2 * small, strip->road - sign_h - 26, "agreements:tomorrow",
                  page_tr(page, N_("TOMORROW")));
        double end = house - 200 - 5 * small, left = end - w;
        if (cell > 0) { // in the cell before the sign's
            double last = strip->room.x + strip->room.w - cell;
            left = fmin(left, last - cell * 0.5 - w / 2 - 4);
        }
        if (meeting && fmin(h, below - 12) > 60)
            draw_calendar(strip, left, strip->room.y + strip->boards_h + 42, w,
                          fmin(h, below - 12));
        return;
    }
    if (meeting)
        draw_calendar(strip, x, strip->room.y + 12, w, h);
    draw_sign(strip, x + 60, strip->road - sign_h - 18, "agreements:tomorrow",
              page_tr(page, N_("TOMORROW")));
    draw_house(strip, house, 1);
    draw_cheering(strip, house - 40, 78);
}

void strip_draw(struct page *page, struct box room)
{
    double small = page->min_size - 14;
    struct strip strip = {.page = page, .room = room, .road = room.y + room.h - ROAD_BELOW};
    strip.left_w = (page->portrait ? 326 : 372) + 9 * small;
    strip.right_w = page->portrait ? 0 : 382 + 9 * small;
    strip.boards_h = room.h - (page->portrait ? 176 : 92);
    strip.posts_in = page->portrait ? 0.06 : 0.2;
    bool agreed = page->harvest->agreements_n > 0;
    draw_road(&strip);
    if (agreed) {
        draw_heading(&strip);
        strip_draw_boards(&strip, room.x + strip.left_w + 18, room.x + room.w - strip.right_w - 4);
    }
    double size = fmax(21, page->min_size);
    double x = room.x + 64 + fmax(0, small * 2), y = strip.road - size * 1.55 - 22;
    draw_sign(&strip, x, y, "agreements:today", page_tr(page, N_("TODAY")));
    draw_walkers(&strip, x + 118 + 3 * small, room.x + strip.left_w);
    draw_goal(&strip);
}
