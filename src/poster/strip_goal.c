// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the road leads: the next meeting on a calendar sheet, TOMORROW, a house with an open door.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/calendar.h"
#include "poster/strip.h"

#define CALENDAR_W 196.0
#define CALENDAR_H 94.0
#define HOUSE_W 124.0 // with its eaves
#define HOUSE_H 128.0 // with the sun

struct leaf { // a line of the calendar
    const char *text;
    int weight;
    double size;
};

static bool fit_leaf(struct page *page, struct leaf *leaf, const char *text, int weight, double w,
                     double most)
{
    if (text == NULL || *text == '\0')
        return false;
    most = fmax(most, page->min_size);
    *leaf = (struct leaf){text, weight, furniture_size(page, text, weight, w, most)};
    return furniture_width(page, text, weight, leaf->size) <= w + 0.01;
}

// Up to three lines of the next meeting that fit `w`; returns how many.
static int calendar_lines(struct page *page, double w, struct leaf out[3])
{
    static const enum calendar_form forms[] = {CALENDAR_WEEKDAY, CALENDAR_FULL, CALENDAR_NEAR,
                                               CALENDAR_DIGITS};
    const struct harvest *harvest = page->harvest;
    int n = 0;
    if (fit_leaf(page, &out[n], harvest->meeting_title, WEIGHT_BOLD, w, 18) ||
        fit_leaf(page, &out[n], page_tr(page, N_("Next meeting")), WEIGHT_BOLD, w, 18))
        n++;
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (fit_leaf(page, &out[n], calendar_date(page, harvest->meeting_date, forms[i]),
                     WEIGHT_BOLD, w, 19)) {
            n++;
            break;
        }
    const char *time = harvest->meeting_time, *place = harvest->meeting_place;
    const char *both =
        time != NULL && place != NULL ? arena_printf(page->arena, "%s · %s", time, place) : NULL;
    if (fit_leaf(page, &out[n], both, WEIGHT_TEXT, w, 16) ||
        fit_leaf(page, &out[n], time != NULL ? time : place, WEIGHT_TEXT, w, 16))
        n++;
    return n;
}

static void draw_sheet(struct page *page, struct box box, bool hung)
{
    struct pen *pen = &page->pen;
    double x = box.x, y = box.y, w = box.w, h = box.h;
    struct line line;
    line_init(&line);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "calendar");
    line_add_rounded_rect(&line, x, y, w, h, 10);
    pen_fill(pen, &line, COLOUR_SHADOW, 5, 5, 0.8, 0);
    pen_shape(pen, &line, COLOUR_NONE, PEN_MEDIUM * 1.05, 0, 0, 0);
    line_clear(&line);
    line_add_rect(&line, x + 3, y + 3, w - 5, h * 0.34);
    pen_fill(pen, &line, COLOUR_WARM, 0, 0, 0.8, 0);
    line_clear(&line);
    line_add(&line, x, y + h * 0.365);
    line_add(&line, x + w, y + h * 0.36);
    pen_line(pen, &line, PEN_STROKE(PEN_MEDIUM * 0.8));
    for (int side = 0; side < 2; side++) {
        double at = x + w * (side == 0 ? 0.09 : 0.91);
        line_clear(&line);
        line_add(&line, at, y - (hung ? 14 : 8));
        line_add(&line, at, y + 8);
        pen_line(pen, &line, PEN_STROKE(hung ? PEN_MEDIUM : PEN_HEAVY * 0.8));
    }
    line_clear(&line);
    pen_pop(pen);
    scene_end(page->scene);
}

static void draw_posts(struct strip *strip, struct box box)
{
    struct line line;
    line_init(&line);
    furniture_begin_decoration(strip->page);
    for (int side = 0; side < 2; side++) {
        double x = box.x + box.w * (side == 0 ? 0.16 : 0.84);
        line_clear(&line);
        line_add(&line, x, box.y + box.h - 4);
        line_add(&line, x, strip_road_top(strip, x) + 8);
        pen_line(&strip->page->pen, &line, PEN_STROKE(PEN_HEAVY * 0.75));
    }
    scene_end(strip->page->scene);
    line_clear(&line);
}

static void draw_calendar(struct strip *strip, struct box box, bool hung)
{
    struct page *page = strip->page;
    struct leaf lines[3];
    int n = calendar_lines(page, box.w - 18, lines);
    double tall = page->rtl ? 1.4 : 1.12; // joined scripts reach higher and lower
    while (n > 1 && box.h * (n == 3 ? 0.27 : 0.48) < fmax(16, page->min_size) * tall)
        n--; // a low sheet holds the first lines
    draw_sheet(page, box, hung);
    static const double places[3][3] = {{0.60, 0, 0}, {0.19, 0.67, 0}, {0.19, 0.53, 0.80}};
    for (int i = 0; i < n; i++)
        page_line(page, KIND_AGREEMENT, "meeting", NULL, lines[i].text, lines[i].weight, NULL,
                  box.x + box.w / 2,
                  furniture_baseline(page, lines[i].text, lines[i].weight,
                                     box.y + box.h * places[n - 1][i], lines[i].size),
                  lines[i].size, PEN_CENTRE, COLOUR_INK);
    page_note(page, OBSTACLE_DRAWING, (struct box){box.x - 2, box.y - 10, box.w + 8, box.h + 18});
}

static void draw_path(struct pen *pen, const struct point *p, size_t n, uint32_t fill, double width)
{
    struct line line;
    line_init(&line);
    for (size_t i = 0; i < n; i++)
        line_add(&line, p[i].x, p[i].y);
    pen_shape(pen, &line, fill, width, fill == COLOUR_NONE ? 0 : 2.2, fill == COLOUR_NONE ? 0 : 1.8,
              0);
    line_clear(&line);
}

// A house with an open door, the sun rising behind it; x: its left wall, on the road.
static void draw_house(struct strip *strip, double x, double k)
{
    static const struct point wall[] = {{0, 0}, {0, -70}, {92, -70}, {92, 0}},
                              roof[] = {{-12, -67}, {46, -116}, {104, -67}},
                              door[] = {{33, 0}, {33, -46}, {61, -46}, {61, 0}},
                              leaf[] = {{33, 0}, {33, -46}, {16, -40}, {16, 7}},
                              window[] = {{68, -50}, {84, -50}, {84, -32}, {68, -32}};
    struct page *page = strip->page;
    struct pen *pen = &page->pen;
    double ground = strip_road_top(strip, x + 50 * k) + 4;
    furniture_begin_decoration(page);
    pen_push(pen, x, ground, k, "house of tomorrow");
    figure_sun(pen, 46, -62, 40, 11, 190, 350, false);
    draw_path(pen, wall, G_N_ELEMENTS(wall), COLOUR_NONE, PEN_MEDIUM);
    draw_path(pen, roof, G_N_ELEMENTS(roof), colour_accent(3), PEN_MEDIUM);
    draw_path(pen, door, G_N_ELEMENTS(door), COLOUR_WARM, PEN_MEDIUM * 0.8);
    draw_path(pen, leaf, G_N_ELEMENTS(leaf), COLOUR_NONE, PEN_MEDIUM * 0.8);
    draw_path(pen, window, G_N_ELEMENTS(window), COLOUR_NONE, PEN_FINE);
    pen_dot(pen, 21, -18, 2, COLOUR_INK);
    struct line round;
    line_init(&round);
    line_add_ellipse(&round, 46, -86, 6, 6, 20);
    pen_shape(pen, &round, COLOUR_NONE, PEN_FINE, 0, 0, 0);
    line_clear(&round);
    pen_pop(pen);
    scene_end(page->scene);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){x - 18 * k, ground - HOUSE_H * k, (HOUSE_W + 4) * k, HOUSE_H * k});
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

// On a portrait page the calendar hangs from a board above it, or stands on posts of its own.
static void place_calendar(struct strip *strip, const struct board_plan *plan, double end,
                           double below, struct goal *goal)
{
    double small = strip->page->min_size - 14, foot = strip->boards_y + 6 + strip->boards_h;
    double w = CALENDAR_W + 7 * small, h = fmin(CALENDAR_H + 5.4 * small, below - 16);
    goal->calendar = (struct box){end - w, foot + 15, w, h};
    for (int i = plan->n - 1; i >= 0 && !goal->hung; i--) {
        const struct board *board = &plan->boards[i];
        double x = fmin(end - w, board->x + board->w - w - 8);
        if (x < board->x + 8 || x < end - w - 150)
            continue;
        goal->calendar.x = x;
        goal->hung = true;
    }
    goal->posts = !goal->hung;
    if (goal->posts)
        goal->calendar.y = fmax(goal->calendar.y, strip->road - h - 26);
}

// On portrait pages: between the boards above and the road below.
static struct goal place_tall(struct strip *strip, const struct board_plan *plan)
{
    struct page *page = strip->page;
    double right = strip->room.x + strip->room.w;
    double below = strip->road - strip->boards_y - 6 - strip->boards_h - 9;
    struct goal goal = {.house_k = CLAMP((below + 10) / HOUSE_H, 0.5, 1), .calendar = BOX_EMPTY};
    goal.house_x = right - 106 * goal.house_k;
    double half = strip_sign_half(strip, page_tr(page, N_("TOMORROW")));
    double high = strip_sign_height(strip);
    goal.sign_x = goal.house_x - 22 * goal.house_k - half - high * 0.55 - 6;
    goal.sign_y = strip->road - high - 26;
    if (page->harvest->meeting_date != NULL)
        place_calendar(strip, plan, goal.sign_x - half - 34, below, &goal);
    return goal;
}

// On landscape pages: a column of its own at the end of the road.
static struct goal place_wide(struct strip *strip)
{
    struct page *page = strip->page;
    double small = page->min_size - 14, right = strip->room.x + strip->room.w;
    double x = right - strip->right_w + 4;
    double w = fmin(CALENDAR_W + 7 * small, strip->right_w - 150), h = CALENDAR_H + 5.4 * small;
    double high = strip_sign_height(strip);
    struct goal goal = {.house_x = right - 112, .house_k = 1, .calendar = BOX_EMPTY};
    goal.cheering_x = goal.house_x - 46;
    goal.sign_x = x + strip_sign_half(strip, page_tr(page, N_("TOMORROW"))) + 4;
    goal.sign_y = strip->road - high - 18;
    if (page->harvest->meeting_date != NULL)
        goal.calendar = (struct box){x, strip->room.y + 12, w, h};
    return goal;
}

struct goal strip_place_goal(struct strip *strip, const struct board_plan *plan)
{
    struct goal goal = strip->tall ? place_tall(strip, plan) : place_wide(strip);
    double half = strip_sign_half(strip, page_tr(strip->page, N_("TOMORROW")));
    strip_take(strip, goal.house_x - 18 * goal.house_k, strip->room.x + strip->room.w);
    strip_take(strip, goal.sign_x - half - 4,
               goal.sign_x + half + strip_sign_height(strip) * 0.55 + 4);
    if (goal.cheering_x > 0)
        strip_take(strip, goal.cheering_x - 28, goal.cheering_x + 28);
    if (!box_is_empty(goal.calendar))
        strip_take(strip, goal.calendar.x - 4, goal.calendar.x + goal.calendar.w + 8);
    return goal;
}

void strip_draw_goal(struct strip *strip, const struct goal *goal)
{
    draw_house(strip, goal->house_x, goal->house_k);
    if (goal->cheering_x > 0)
        draw_cheering(strip, goal->cheering_x, 78);
    strip_draw_sign(strip, goal->sign_x, goal->sign_y, "agreements:tomorrow",
                    page_tr(strip->page, N_("TOMORROW")));
    if (goal->posts)
        draw_posts(strip, goal->calendar);
    if (!box_is_empty(goal->calendar))
        draw_calendar(strip, goal->calendar, goal->hung);
}
