// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The road that winds through the page, and the river it crosses.
#include "poster/path.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "draw/figure.h"
#include "poster/furniture.h"

#define RADIUS 62.0   // of the road's middle in a bend
#define SWING 8.0     // of a lane
#define CALM 130.0    // from the bends, where a lane swings less
#define BRIDGE 60.0   // half its length
#define CROSSING 58.0 // width of a zebra crossing
#define SHADED 0.11   // of the road's width
#define DEEP 0.4      // of the river's

// ---- where it runs ------------------------------------------------------------------------------

static double lane_start(const struct path *path, int lane)
{
    return lane == 0 ? path->start : path->left + RADIUS;
}

static double lane_end(const struct path *path, int lane)
{
    return lane == path->rows_n ? path->end : path->right - RADIUS;
}

double path_lane(const struct path *path, int lane, double x)
{
    if (lane == path->rows_n)
        return path->last;
    double x0 = lane_start(path, lane), x1 = lane_end(path, lane);
    double calm = CLAMP(fmin(lane > 0 ? x - x0 : CALM, x1 - x) / CALM, 0, 1);
    double t = (x - path->start) / (path->end - path->start);
    return path->rows[lane].lane +
           SWING * calm * calm * (3 - 2 * calm) * sin(t * G_PI * 5.2 + 0.7 + 2.1 * lane);
}

static double middle_of(const struct path *path, int lane)
{
    return lane == path->rows_n ? path->last : path->rows[lane].lane;
}

// A bend from the end of `lane` down to the beginning of the next.
static void add_bend(const struct path *path, int lane, struct line *out)
{
    bool right = lane % 2 == 0;
    double x = right ? path->right : path->left, y0 = middle_of(path, lane);
    double y1 = middle_of(path, lane + 1), side = right ? 1 : -1;
    line_add_arc(out, x - side * RADIUS, y0 + RADIUS, RADIUS, RADIUS, -90, right ? 0 : -180, 14);
    line_add(out, x + side * 1.5, y0 + (y1 - y0) * 0.4);
    line_add(out, x - side * 2.5, y0 + (y1 - y0) * 0.6);
    line_add_arc(out, x - side * RADIUS, y1 - RADIUS, RADIUS, RADIUS, right ? 0 : 180, 90, 14);
}

static void road_line(const struct path *path, struct line *out)
{
    enum { STEPS = 60 };
    for (int lane = 0; lane <= path->rows_n; lane++) {
        double x0 = lane_start(path, lane), x1 = lane_end(path, lane);
        for (int i = 0; i <= STEPS; i++) {
            double x = lane % 2 == 0 ? x0 + (x1 - x0) * i / STEPS : x1 - (x1 - x0) * i / STEPS;
            line_add(out, x, path_lane(path, lane, x));
        }
        if (lane < path->rows_n)
            add_bend(path, lane, out);
    }
}

// The two edges of a band round `middle`.
static void edges_of(const struct line *middle, double w, struct line *left, struct line *right)
{
    for (size_t i = 0; i < middle->n; i++) {
        struct point a = middle->p[i > 0 ? i - 1 : 0];
        struct point b = middle->p[i + 1 < middle->n ? i + 1 : i], p = middle->p[i];
        double dx = b.x - a.x, dy = b.y - a.y, d = fmax(hypot(dx, dy), 1e-6);
        line_add(left, p.x + dy / d * w / 2, p.y - dx / d * w / 2);
        line_add(right, p.x - dy / d * w / 2, p.y + dx / d * w / 2);
    }
}

// A band with two hand-drawn edges, light from the top left: its colour lies along the right and lower
// inside, as on islands, so that the long road does not outweigh what stands beside it.
static void draw_band(struct pen *pen, const struct line *middle, double w, uint32_t colour,
                      double shaded, double width)
{
    struct line left, right, area;
    line_init(&left);
    line_init(&right);
    line_init(&area);
    edges_of(middle, w, &left, &right);
    line_append(&area, &right);
    line_reverse(&area);
    line_append(&area, &left);
    pen_polygon(pen, &area, colour);
    scene_clip(pen->scene, &area, pen_affine(pen));
    line_transform(&area, affine_translation(-w * shaded, -w * shaded));
    pen_polygon(pen, &area, COLOUR_PAPER);
    scene_unclip(pen->scene);
    struct pen_stroke edge = PEN_STROKE(width);
    edge.wobble = 1.6;
    edge.overshoot = 0;
    pen_line(pen, &left, edge);
    pen_line(pen, &right, edge);
    line_clear(&left);
    line_clear(&right);
    line_clear(&area);
}

// ---- the river ----------------------------------------------------------------------------------

static double river_at(const struct path *path, double y)
{
    return path->river + 5 * sin(y / 92) + 2.5 * sin(y / 41 + 1);
}

static void draw_river(struct page *page)
{
    const struct path *path = path_of(page);
    struct pen *pen = &page->pen;
    struct line middle;
    line_init(&middle);
    double end = page->footer.y - 8;
    for (double y = page->margin; y < end; y += 14)
        line_add(&middle, river_at(path, y), y);
    line_add(&middle, river_at(path, end), end);
    pen_push(pen, 0, 0, 1, "river");
    draw_band(pen, &middle, PATH_RIVER, colour_mix(colour_accent(7), COLOUR_PAPER, 0.35), DEEP,
              PEN_MEDIUM * 0.9);
    line_clear(&middle);
    int i = 0;
    for (double y = page->margin + 40; y < end - 20; y += 74, i++) {
        bool bridged = false;
        for (int lane = 0; lane <= path->rows_n; lane++)
            bridged = bridged || fabs(y - middle_of(path, lane)) < 60;
        double x = river_at(path, y) + (i % 2 == 0 ? -4 : 5);
        if (!bridged)
            figure_waves(pen, x - 13, x + 13, y, 2.6, 14, i % 2 == 0 ? "even" : "odd");
    }
    pen_pop(pen);
}

// Railings on both sides of the road.
static void draw_bridge(struct page *page, int lane)
{
    const struct path *path = path_of(page);
    struct pen *pen = &page->pen;
    double x = path->river, y = path_lane(path, lane, x);
    static const double POSTS[] = {-0.95, -0.48, 0, 0.48, 0.95};
    struct line rail;
    line_init(&rail);
    for (int side = -1; side <= 1; side += 2) {
        double edge = y + side * (PATH_ROAD / 2 + 1);
        for (int k = 0; k < 2; k++) {
            double up = k == 0 ? 0 : -14;
            line_clear(&rail);
            line_add(&rail, x - BRIDGE, edge + 2 + up);
            line_add(&rail, x - BRIDGE * 0.5, edge - 6 + up);
            line_add(&rail, x + BRIDGE * 0.5, edge - 6 + up);
            line_add(&rail, x + BRIDGE, edge + 2 + up);
            line_smooth(&rail, false, 8);
            pen_line(pen, &rail, PEN_STROKE(k == 0 ? PEN_HEAVY : PEN_MEDIUM * 0.9));
        }
        for (size_t k = 0; k < G_N_ELEMENTS(POSTS); k++) {
            double off = fabs(POSTS[k]) * 7;
            pen_segment(pen, x + BRIDGE * POSTS[k], edge - 6 + off, x + BRIDGE * POSTS[k],
                        edge - 20 + off, PEN_MEDIUM * 0.8);
        }
    }
    line_clear(&rail);
}

// ---- what is painted on the road ----------------------------------------------------------------

static void draw_chevron(struct pen *pen, double x, double y, bool back)
{
    double d = back ? -1 : 1;
    struct line arrow;
    line_init(&arrow);
    for (int i = 0; i < 2; i++) {
        double tip = x - 14 * d * i;
        line_clear(&arrow);
        line_add(&arrow, tip - 14 * d, y - 9);
        line_add(&arrow, tip, y);
        line_add(&arrow, tip - 14 * d, y + 9);
        pen_line(pen, &arrow, PEN_STROKE(i == 0 ? PEN_HEAVY * 0.9 : PEN_HEAVY * 0.7));
    }
    line_clear(&arrow);
}

static void draw_crossing(struct page *page, struct path_gap at)
{
    double y = path_lane(path_of(page), at.row, at.x);
    enum { STRIPES = 4 };
    for (int i = 0; i < STRIPES; i++) {
        double x = at.x - CROSSING / 2 + CROSSING * (i + 0.5) / STRIPES, h = PATH_ROAD / 2 - 3;
        struct point stripe[] = {
            {x - 4.5, y - h}, {x + 4, y - h + 1}, {x + 4.5, y + h}, {x - 4, y + h - 1}};
        struct line line;
        line_init(&line);
        for (size_t k = 0; k < G_N_ELEMENTS(stripe); k++)
            line_add(&line, stripe[k].x, stripe[k].y);
        pen_fill(&page->pen, &line, COLOUR_GREY, 0, 0, 0.5, 0);
        line_clear(&line);
    }
}

// Neither a bridge nor a crossing nor someone walking below a station is there.
static bool is_free(const struct page *page, int lane, double x)
{
    const double NEAR = 80;
    const struct path *path = path_of(page);
    if (path->river > 0 && fabs(x - path->river) < BRIDGE + 30)
        return false;
    for (int i = 0; i < path->crossings_n; i++)
        if (path->crossings[i].row == lane && fabs(x - path->crossings[i].x) < NEAR)
            return false;
    for (size_t i = 0; i < page->islands_n; i++) {
        struct box box = page->islands[i].box;
        if (path->row_of[i] == lane && fabs(x - box.x - box.w / 2) < NEAR)
            return false;
    }
    return true;
}

// Which way it goes: where a lane begins and ends, and about its middle.
static void draw_chevrons(struct page *page, int lane)
{
    const struct path *path = path_of(page);
    double x0 = lane_start(path, lane), x1 = lane_end(path, lane);
    bool back = lane % 2 == 1, last = lane == path->rows_n; // people walk at the ends of the last
    const double AT[] = {0.02, last && page->portrait ? 0.42 : 0.5, 0.97};
    for (size_t i = 0; i < G_N_ELEMENTS(AT); i++) {
        if (i != 1 && (last || (lane == 0 && i == 0)))
            continue;
        double t = back ? 1 - AT[i] : AT[i], x = x0 + (x1 - x0) * t;
        for (int k = 1; i == 1 && k < 12 && !is_free(page, lane, x); k++)
            x = x0 + (x1 - x0) * (t + (k % 2 == 0 ? -0.03 : 0.03) * ((k + 1) / 2));
        if (is_free(page, lane, x))
            draw_chevron(&page->pen, x, path_lane(path, lane, x), back);
    }
}

static void draw_paint(struct page *page, const struct line *middle)
{
    const struct path *path = path_of(page);
    struct pen_stroke dashes = PEN_STROKE(PEN_HEAVY * 0.9);
    dashes.colour = COLOUR_SHADOW;
    dashes.wobble = 0.4;
    dashes.dash = 26;
    dashes.gap = 32;
    dashes.overshoot = 0;
    pen_line(&page->pen, middle, dashes);
    for (int i = 0; i < path->crossings_n; i++)
        draw_crossing(page, path->crossings[i]);
    for (int lane = 0; lane <= path->rows_n; lane++)
        draw_chevrons(page, lane);
}

// ---- obstacles ----------------------------------------------------------------------------------

// A lane in pieces as it swings, open where it is crossed. Groups of people stand on one piece.
static void note_lane(struct page *page, int lane)
{
    enum { PIECE = 110 };
    const struct path *path = path_of(page);
    bool last = lane == path->rows_n; // its side is for people and boards
    double end = last ? path->end : path->right + PATH_ROAD / 2;
    double x = lane == 0 ? path->start : path->left - PATH_ROAD / 2;
    while (x < end) {
        double to = fmin(x + PIECE, end), open = x;
        for (int i = 0; i < path->crossings_n; i++) {
            double from = path->crossings[i].x - CROSSING / 2;
            if (path->crossings[i].row != lane || from + CROSSING <= x)
                continue;
            if (from <= x)
                open = fmax(open, from + CROSSING);
            else
                to = fmin(to, from);
        }
        if (open > x) {
            x = open;
            continue;
        }
        double top = fmin(path_lane(path, lane, x), path_lane(path, lane, to)) - PATH_ROAD / 2;
        double foot = fmax(path_lane(path, lane, x), path_lane(path, lane, to)) + PATH_ROAD / 2;
        page_note(page, last ? OBSTACLE_SCENERY : OBSTACLE_BOARD,
                  (struct box){x, top, to - x, foot + 3 - top});
        x = to;
    }
}

static void note_river(struct page *page)
{
    const struct path *path = path_of(page);
    double from = page->margin;
    for (int lane = 0; lane <= path->rows_n; lane++) {
        double to = middle_of(path, lane) - PATH_ROAD / 2 - 24;
        page_note(page, OBSTACLE_CROSSED,
                  (struct box){path->river - PATH_RIVER / 2 - 6, from, PATH_RIVER + 12, to - from});
        page_note(page, OBSTACLE_SCENERY,
                  (struct box){path->river - BRIDGE, to, 2 * BRIDGE, PATH_ROAD + 34});
        from = to + PATH_ROAD + 34;
    }
}

void path_draw_road(struct page *page)
{
    const struct path *path = path_of(page);
    struct pen *pen = &page->pen;
    struct line middle;
    line_init(&middle);
    road_line(path, &middle);
    line_resample(&middle, 5);
    furniture_begin_decoration(page);
    if (path->river > 0)
        draw_river(page);
    pen_push(pen, 0, 0, 1, "way");
    draw_band(pen, &middle, PATH_ROAD, COLOUR_SHADOW, SHADED, PEN_MEDIUM * 1.1);
    draw_paint(page, &middle);
    for (int lane = 0; path->river > 0 && lane <= path->rows_n; lane++)
        draw_bridge(page, lane);
    pen_pop(pen);
    scene_end(page->scene);
    line_clear(&middle);
    for (int lane = 0; lane <= path->rows_n; lane++) {
        note_lane(page, lane);
        if (lane == path->rows_n)
            break;
        double x = (lane % 2 == 0 ? path->right : path->left) - PATH_ROAD / 2 - 4;
        double y = middle_of(path, lane);
        page_note(page, OBSTACLE_SCENERY,
                  (struct box){x, y, PATH_ROAD + 8, middle_of(path, lane + 1) - y});
    }
    if (path->river > 0)
        note_river(page);
    double x = path->start + 6;
    strip_draw_today(page, x, path_lane(path, 0, x + 60));
}

// ---- crossings ----------------------------------------------------------------------------------

static const struct island *island_of(const struct page *page, int number)
{
    for (size_t i = 0; i < page->islands_n; i++)
        if (page->islands[i].table->number == number)
            return &page->islands[i];
    return NULL;
}

void path_find_crossings(struct path *path)
{
    const struct page *page = path->page;
    const struct harvest *harvest = page->harvest;
    for (size_t i = 0; i < harvest->relations_n && path->crossings_n < PATH_CROSSINGS; i++) {
        const struct island *a = island_of(page, harvest->relations[i].a);
        const struct island *b = island_of(page, harvest->relations[i].b);
        if (a == NULL || b == NULL)
            continue;
        int row_a = path->row_of[a - page->islands], row_b = path->row_of[b - page->islands];
        if (abs(row_a - row_b) != 1)
            continue;
        const struct island *upper = row_a < row_b ? a : b, *lower = upper == a ? b : a;
        // Under the upper station, as near to the lower one as its posts and walkers leave room.
        double middle = upper->box.x + upper->box.w / 2, low = lower->box.x + lower->box.w / 2;
        double x = middle + (low < middle ? -0.24 : 0.24) * upper->box.w;
        bool near = false; // one that is there already
        for (int k = 0; k < path->crossings_n; k++)
            near = near || (path->crossings[k].row == MIN(row_a, row_b) &&
                            fabs(path->crossings[k].x - x) < 2 * CROSSING);
        if (!near)
            path->crossings[path->crossings_n++] = (struct path_gap){MIN(row_a, row_b), x};
    }
}
