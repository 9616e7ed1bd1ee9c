// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The road of agreements: from TODAY, past the boards, to the next meeting and TOMORROW. Landscape
// pages have title, boards and goal in one row; on portrait pages the boards stand on long posts,
// people and goal below them.
#include "poster/strip.h"

#include <glib.h>
#include <math.h>

#include "base/tr.h"
#include "draw/figure.h"

#define SWING 8.0
#define ROAD_BELOW 52.0 // from the road's upper edge to the foot of the room

double strip_road_top(const struct strip *strip, double x)
{
    double t = (x - strip->room.x) / strip->room.w;
    return strip->road + strip->swing * sin(t * G_PI * 4.2 + 0.6);
}

double strip_road_width(const struct strip *strip, double x)
{
    return 35 + 6 * sin((x - strip->room.x) / strip->room.w * G_PI * 2);
}

void strip_take(struct strip *strip, double from, double to)
{
    if (strip->taken_n < (int)G_N_ELEMENTS(strip->taken))
        strip->taken[strip->taken_n++] = (struct stretch){from, to};
}

bool strip_is_free(const struct strip *strip, double from, double to)
{
    for (int i = 0; i < strip->taken_n; i++)
        if (from < strip->taken[i].to && to > strip->taken[i].from)
            return false;
    return true;
}

double strip_free_near(const struct strip *strip, double x, double from, double to, double pad)
{
    for (double off = 0; off <= to - from; off += 3) {
        if (x + off <= to && strip_is_free(strip, x + off - pad, x + off + pad))
            return x + off;
        if (x - off >= from && strip_is_free(strip, x - off - pad, x - off + pad))
            return x - off;
    }
    return x;
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
    line_append(&area, &upper);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, "road");
    pen_fill(pen, &area, COLOUR_SHADOW, 0, 2, 0.6, 0);
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
}

// ---- signs --------------------------------------------------------------------------------------

static double sign_size(const struct strip *strip)
{
    return fmax(21, strip->page->min_size);
}

double strip_sign_half(struct strip *strip, const char *text)
{
    double w = furniture_width(strip->page, text, WEIGHT_BLACK, sign_size(strip));
    return fmax(46, w / 2 + 12);
}

double strip_sign_height(const struct strip *strip)
{
    return sign_size(strip) * 1.55;
}

// The arm of a signpost; x: its middle, y: its top.
static void draw_arm(struct strip *strip, double x, double y, const char *text, uint32_t fill)
{
    double half = strip_sign_half(strip, text), h = strip_sign_height(strip);
    struct line arm;
    line_init(&arm);
    line_add(&arm, x - half, y + 2);
    line_add(&arm, x + half, y);
    line_add(&arm, x + half + h * 0.55, y + h / 2);
    line_add(&arm, x + half, y + h);
    line_add(&arm, x - half, y + h - 1);
    pen_shape(&strip->page->pen, &arm, fill, PEN_MEDIUM, 2, 1.5, 0);
    line_clear(&arm);
}

static void draw_name(struct strip *strip, double x, double y, const char *id, const char *text)
{
    struct page *page = strip->page;
    double size = sign_size(strip), middle = y + strip_sign_height(strip) / 2;
    page_line(page, KIND_AGREEMENT, id, NULL, text, WEIGHT_BLACK, NULL, x,
              furniture_baseline(page, text, WEIGHT_BLACK, middle, size), size, PEN_CENTRE,
              COLOUR_INK);
}

void strip_draw_sign(struct strip *strip, double x, double y, const char *id, const char *text)
{
    struct page *page = strip->page;
    struct pen *pen = &page->pen;
    double half = strip_sign_half(strip, text), h = strip_sign_height(strip);
    furniture_begin_decoration(page);
    pen_push(pen, 0, 0, 1, id);
    pen_segment(pen, x, strip_road_top(strip, x) + 4, x, y + 8, PEN_HEAVY * 0.8);
    draw_arm(strip, x, y, text, COLOUR_NONE);
    pen_pop(pen);
    scene_end(page->scene);
    draw_name(strip, x, y, id, text);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){x - half - 4, y - 3, 2 * half + h * 0.55 + 8, strip->road - y + 6});
}

// ---- the heading --------------------------------------------------------------------------------

static void draw_heading(struct strip *strip)
{
    struct page *page = strip->page;
    const char *title = page_tr(page, N_("Agreements"));
    const char *question = page_tr(page, N_("Who does what by when?"));
    double x = strip->room.x + 26, y = strip->room.y + 4, room = strip->left_w - 52;
    double most = fmax(37, page->min_size * 1.3);
    double size = furniture_size(page, title, WEIGHT_BLACK, room - 44, most);
    double w = furniture_width(page, title, WEIGHT_BLACK, size) + 44, h = size * 1.5;
    furniture_begin_decoration(page);
    figure_ribbon(&page->pen, x, y, w, h, COLOUR_WARM, 22, 14, "agreements");
    scene_end(page->scene);
    page_heading(page, ROLE_H2, KIND_AGREEMENT, "agreements:title", title, WEIGHT_BLACK, NULL,
                 x + w / 2, furniture_baseline(page, title, WEIGHT_BLACK, y + h / 2, size), size,
                 PEN_CENTRE);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 24, y, w + 48, h * 1.26});
    // Between the ribbon's tails if it has room there, otherwise below them.
    bool between = furniture_width(page, question, WEIGHT_SEMI, fmax(16, page->min_size)) < w - 40;
    double wide = between ? w - 40 : strip->left_w - 30, below = between ? h + 4 : h * 1.26;
    double small = furniture_size(page, question, WEIGHT_SEMI, wide, fmax(20, page->min_size));
    double asked = furniture_width(page, question, WEIGHT_SEMI, small);
    if (asked > wide + 0.01)
        return;
    double middle = fmax(x + w / 2, strip->room.x + 4 + asked / 2);
    page_line(page, KIND_AGREEMENT, "agreements:question", NULL, question, WEIGHT_SEMI, NULL,
              middle, y + below + small * 0.95, small, PEN_CENTRE, COLOUR_INK);
    page_note(page, OBSTACLE_TEXT,
              (struct box){middle - asked / 2, y + h, asked, below - h + small * 1.25});
}

// ---- the whole ----------------------------------------------------------------------------------

static double today_width(struct strip *strip)
{
    double half = strip_sign_half(strip, page_tr(strip->page, N_("TODAY")));
    return 12 + 2 * half + strip_sign_height(strip) * 0.55;
}

static void draw_today(struct strip *strip)
{
    const char *today = page_tr(strip->page, N_("TODAY"));
    double x = strip->room.x + 8 + strip_sign_half(strip, today);
    strip_draw_sign(strip, x, strip->road - strip_sign_height(strip) - 20, "agreements:today",
                    today);
}

double strip_draw_today(struct page *page, double x, double middle)
{
    const char *today = page_tr(page, N_("TODAY"));
    struct strip strip = {.page = page};
    double h = strip_sign_height(&strip), y = middle - h / 2;
    double half = strip_sign_half(&strip, today);
    furniture_begin_decoration(page);
    pen_push(&page->pen, 0, 0, 1, "today");
    draw_arm(&strip, x + half, y, today, COLOUR_WARM);
    pen_pop(&page->pen);
    scene_end(page->scene);
    draw_name(&strip, x + half, y, "agreements:today", today);
    return 2 * half + h * 0.55;
}

double strip_road(struct box room)
{
    return room.y + room.h - ROAD_BELOW;
}

static void draw(struct page *page, struct box room, bool own_road)
{
    double small = page->min_size - 14;
    struct strip strip = {
        .page = page, .room = room, .road = strip_road(room), .swing = own_road ? SWING : 0};
    bool agreed = page->harvest->agreements_n > 0;
    strip.n = page->harvest->agreements_n;
    strip.tall = furniture_strip_is_tall(page);
    strip.left_w = (strip.tall ? 326 : 372) + 9 * small;
    strip.right_w = strip.tall ? 0 : 382 + 9 * small;
    double heading = furniture_strip_heading(page);
    strip.boards_y = room.y + heading + 4 + 16 * fmax(18, page->min_size) / 18;
    strip.boards_h = room.h - heading - (strip.tall ? 176 + 3 * small : 94);
    if (own_road)
        draw_road(&strip);
    if (agreed)
        draw_heading(&strip);
    double x1 = room.x + room.w - (strip.tall ? 0 : strip.right_w + 4);
    const struct board_plan *plan = strip_plan(&strip, room.x + (heading > 0 ? 4 : strip.left_w + 12), x1);
    const struct goal goal = strip_place_goal(&strip, plan);
    if (own_road)
        strip_take(&strip, room.x, room.x + today_width(&strip));
    strip_draw_posts(&strip, plan);
    if (own_road)
        draw_today(&strip);
    strip_draw_goal(&strip, &goal);
    strip_draw_boards(&strip, plan);
    strip_draw_people(&strip);
    // What is free here stays calm.
    double top = strip.boards_y + 20;
    page_note(page, OBSTACLE_SCENERY, (struct box){room.x, top, room.w, room.y + room.h - top});
}

void strip_draw(struct page *page, struct box room)
{
    draw(page, room, true);
}

void strip_draw_at_road(struct page *page, struct box room)
{
    draw(page, room, false);
}
