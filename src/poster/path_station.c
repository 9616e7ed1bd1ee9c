// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stations at the roadside, each a table: a sign that points on, a house, a kiosk, a gate, a notice
// board under a roof, a tent. They stand on posts that reach the road.
#include <glib.h>
#include <math.h>

#include "draw/figure.h"
#include "poster/pack.h"
#include "poster/path.h"

#define SIDE 18.0
#define BELOW 10.0
#define INSET 6.0       // of an outline in the island's box
#define ARROW 24.0      // a sign's point beyond its board
#define HOUSE_ROOF 58.0 // above the heading
#define AWNING 32.0
#define ARCH 26.0
#define SHINGLES 30.0
#define TENT_ROOF 60.0
#define INTO_ROAD 7.0 // posts stand a little in it

static struct box box_of(const struct island *island)
{
    return ((const struct placed *)island->layout)->box;
}

static double heading_y(const struct island *island)
{
    return ((const struct placed *)island->layout)->heading_y;
}

static double top_of(const struct island *island)
{
    const struct placed *placed = island->layout;
    return placed->heading_y + placed->pack->heading.h * 0.52;
}

static int row_of(const struct page *page, const struct island *island)
{
    return path_of(page)->row_of[island - page->islands];
}

// Posts at these shares of the width, down into the road.
static void draw_posts(struct page *page, const struct island *island, const double *at, size_t n,
                       bool feet)
{
    struct box box = box_of(island);
    double foot = form_foot(island);
    for (size_t i = 0; i < n; i++) {
        double x = box.x + box.w * at[i];
        double y = path_lane(path_of(page), row_of(page, island), x) - PATH_ROAD / 2 + INTO_ROAD;
        pen_segment(&page->pen, x, foot - 3, x + (at[i] > 0.5 ? 2.5 : -2.5), y, PEN_HEAVY * 1.2);
        if (feet)
            pen_segment(&page->pen, x - 11, y + 1, x + 12, y, PEN_MEDIUM);
    }
}

static const double TWO[] = {0.12, 0.88}, FOUR[] = {0.07, 0.34, 0.66, 0.93};

static void draw_two_posts(struct page *page, const struct island *island)
{
    draw_posts(page, island, TWO, G_N_ELEMENTS(TWO), true);
}

// Posts keep lines away.
static void note_posts(struct page *page, const struct island *island)
{
    struct box box = box_of(island);
    double foot = form_foot(island);
    for (size_t i = 0; i < G_N_ELEMENTS(TWO); i++)
        page_note(page, OBSTACLE_DRAWING,
                  (struct box){box.x + box.w * TWO[i] - 12, foot + 4, 24, PATH_POST});
}

static void note_flat(struct page *page, const struct island *island)
{
    struct box box = box_of(island);
    page_note(page, OBSTACLE_SCENERY,
              (struct box){box.x, box.y, box.w, fmax(1, top_of(island) - box.y)});
    note_posts(page, island);
}

// In steps up to the ridge.
static void note_pitched(struct page *page, const struct island *island)
{
    enum { STEPS = 5 };
    struct box box = box_of(island);
    double h = fmax(1, top_of(island) - box.y);
    for (int i = 0; i < STEPS; i++) {
        double w = box.w * (i + 1) / STEPS;
        page_note(page, OBSTACLE_SCENERY,
                  (struct box){box.x + (box.w - w) / 2, box.y + h * i / STEPS, w, h / STEPS});
    }
    note_posts(page, island);
}

static void add(struct line *line, double x, double y)
{
    line_add(line, x, y);
}

// From the foot up to the eaves, then the roof's points.
static void add_contour(const struct island *island, struct line *out, const struct point *roof,
                        size_t n)
{
    struct box box = box_of(island);
    add(out, box.x, form_foot(island));
    for (size_t i = 0; i < n; i++)
        add(out, roof[i].x, roof[i].y);
    add(out, box.x + box.w, form_foot(island));
    line_resample(out, 16); // ways over the tops take the points near the top
}

static void contour_flat(const struct island *island, struct line *out)
{
    struct box box = box_of(island);
    struct point roof[] = {{box.x, box.y}, {box.x + box.w, box.y}};
    add_contour(island, out, roof, G_N_ELEMENTS(roof));
}

static void contour_pitched(const struct island *island, struct line *out)
{
    struct box box = box_of(island);
    double top = top_of(island);
    struct point roof[] = {{box.x, top}, {box.x + box.w / 2, box.y}, {box.x + box.w, top}};
    add_contour(island, out, roof, G_N_ELEMENTS(roof));
}

static void outline_box(struct page *page, struct island *island, double top, double foot)
{
    double left = island->box.x + INSET, right = island->box.x + island->box.w - INSET;
    (void)page;
    add(&island->outline, left, top);
    add(&island->outline, right, top + 2);
    add(&island->outline, right - 3, foot - 2);
    add(&island->outline, left + 2, foot);
}

// ---- a sign -------------------------------------------------------------------------------------

static void outline_sign(struct page *page, struct island *island, double top, double foot)
{
    bool back = path_is_back(path_of(page), island);
    double left = island->box.x + INSET, right = island->box.x + island->box.w - INSET;
    double middle = (top + foot) / 2, point = fmin(ARROW, island->box.w * 0.06);
    struct line *line = &island->outline;
    if (back) {
        add(line, left + point, top);
        add(line, right, top + 2);
        add(line, right - 2, foot - 2);
        add(line, left + point + 2, foot);
        add(line, left - 4, middle);
    } else {
        add(line, left, top);
        add(line, right - point, top + 2);
        add(line, right + 4, middle);
        add(line, right - point - 2, foot - 2);
        add(line, left + 2, foot);
    }
}

static const struct island_form form_sign = {
    .side = SIDE + ARROW * 0.5,
    .bottom = BELOW,
    .outline = outline_sign,
    .draw_behind = draw_two_posts,
    .note = note_posts,
};

// ---- a house ------------------------------------------------------------------------------------

static double chimney_x(struct box box)
{
    return box.x + box.w * 0.79;
}

static void note_house(struct page *page, const struct island *island)
{
    struct box box = box_of(island);
    page_note(page, OBSTACLE_DRAWING,
              (struct box){chimney_x(box) - 6, box.y, 40, fmax(1, top_of(island) - box.y)});
    note_pitched(page, island);
}

static void draw_house(struct page *page, const struct island *island)
{
    struct pen *pen = &page->pen;
    struct box box = box_of(island);
    double top = top_of(island), ridge = box.y + 4, middle = box.x + box.w / 2;
    double chimney = chimney_x(box);
    draw_posts(page, island, FOUR, G_N_ELEMENTS(FOUR), false);
    struct point pipe[] = {
        {chimney, top}, {chimney, ridge + 2}, {chimney + 28, ridge + 2}, {chimney + 28, top}};
    pen_shape_of(pen, pipe, G_N_ELEMENTS(pipe), COLOUR_NONE, PEN_MEDIUM * 0.9, 0, 0);
    pen_segment(pen, chimney - 5, ridge + 2, chimney + 33, ridge, PEN_MEDIUM);
    struct point gable[] = {{box.x, top + 8}, {middle, ridge}, {box.x + box.w, top + 6}};
    struct line roof;
    line_init(&roof);
    for (size_t i = 0; i < G_N_ELEMENTS(gable); i++)
        add(&roof, gable[i].x, gable[i].y);
    pen_shape(pen, &roof, island->colour, PEN_MEDIUM * 1.08, 2.4, 2, 14);
    line_clear(&roof);
}

static const struct island_form form_house = {
    .side = SIDE,
    .bottom = BELOW,
    .roof = HOUSE_ROOF,
    .outline = outline_box,
    .draw_behind = draw_house,
    .contour = contour_pitched,
    .note = note_house,
};

// ---- a kiosk ------------------------------------------------------------------------------------

// A striped awning with scallops, behind the heading.
static void draw_awning(struct page *page, const struct island *island)
{
    struct box box = box_of(island);
    int n = MAX(6, (int)(box.w / 58));
    double w = box.w / n, edge = heading_y(island) + 6, top = box.y + 3;
    for (int i = 0; i < n; i++) {
        double x = box.x + i * w, middle = n / 2.0;
        struct line stripe;
        line_init(&stripe);
        add(&stripe, x + (middle - i) * 2, top);
        add(&stripe, x + w + (middle - i - 1) * 2, top);
        add(&stripe, x + w, edge);
        line_add_arc(&stripe, x + w / 2, edge, w / 2, 11, 0, 180, 8);
        add(&stripe, x, edge);
        pen_shape(&page->pen, &stripe, i % 2 == 0 ? island->colour : COLOUR_NONE, PEN_FINE * 1.3,
                  1.5, 1.2, 0);
        line_clear(&stripe);
    }
}

static const struct island_form form_kiosk = {
    .side = SIDE,
    .bottom = BELOW,
    .roof = AWNING,
    .outline = outline_box,
    .draw_behind = draw_two_posts,
    .draw_before = draw_awning,
    .contour = contour_flat,
    .note = note_flat,
};

// ---- a gate -------------------------------------------------------------------------------------

static void outline_gate(struct page *page, struct island *island, double top, double foot)
{
    double left = island->box.x + INSET, right = island->box.x + island->box.w - INSET;
    double w = right - left, high = top - 15;
    struct line *line = &island->outline;
    (void)page;
    add(line, left, foot);
    line_add_bezier(line, (struct point){left, top + 30}, (struct point){left + w * 0.02, top + 2},
                    (struct point){left + w * 0.1, high + 2}, (struct point){left + w * 0.2, high},
                    8);
    line_add_bezier(line, (struct point){right - w * 0.2, high},
                    (struct point){right - w * 0.1, high + 2},
                    (struct point){right - w * 0.02, top + 2}, (struct point){right, top + 30}, 8);
    add(line, right, foot - 2);
}

// Pennants on a line over the gate.
static void draw_pennants(struct page *page, const struct island *island)
{
    struct pen *pen = &page->pen;
    struct box box = box_of(island);
    double x0 = box.x + box.w * 0.06, x1 = box.x + box.w * 0.94, top = box.y + 5;
    double sag = heading_y(island) - box.y - 12;
    struct line rope;
    line_init(&rope);
    enum { STEPS = 12 };
    for (int i = 0; i <= STEPS; i++) {
        double t = (double)i / STEPS;
        add(&rope, x0 + (x1 - x0) * t, top + sag * 0.35 * sin(t * G_PI));
    }
    pen_line(pen, &rope, PEN_STROKE(PEN_FINE));
    line_clear(&rope);
    int n = MAX(5, (int)(box.w / 62));
    for (int i = 0; i < n; i++) {
        double t = (i + 0.5) / n, x = x0 + (x1 - x0) * t;
        double y = top + sag * 0.35 * sin(t * G_PI);
        struct point flag[] = {{x - 9, y}, {x + 9, y}, {x + 1, y + 17}};
        uint32_t colours[] = {island->colour, COLOUR_WARM, COLOUR_NONE};
        pen_shape_of(pen, flag, G_N_ELEMENTS(flag), colours[i % 3], PEN_FINE, 1, 1);
    }
    for (int side = 0; side < 2; side++) {
        double x = side == 0 ? x0 : x1;
        pen_segment(pen, x, top - 2, x, top_of(island) + 10, PEN_MEDIUM);
    }
}

static void draw_gate(struct page *page, const struct island *island)
{
    draw_two_posts(page, island);
    draw_pennants(page, island);
}

static const struct island_form form_gate = {
    .side = SIDE,
    .bottom = BELOW,
    .roof = ARCH,
    .outline = outline_gate,
    .draw_behind = draw_gate,
    .contour = contour_flat,
    .note = note_flat,
};

// ---- a notice board -----------------------------------------------------------------------------

// A low roof of boards that stands over on both sides.
static void draw_shingles(struct page *page, const struct island *island)
{
    struct pen *pen = &page->pen;
    struct box box = box_of(island);
    double top = box.y + 4, eave = top_of(island) - 4;
    draw_two_posts(page, island);
    struct point roof[] = {{box.x + box.w * 0.06, top},
                           {box.x + box.w * 0.94, top + 1},
                           {box.x + box.w, eave},
                           {box.x, eave + 2}};
    struct line line;
    line_init(&line);
    for (size_t i = 0; i < G_N_ELEMENTS(roof); i++)
        add(&line, roof[i].x, roof[i].y);
    pen_shape(pen, &line, colour_mix(island->colour, COLOUR_PAPER, 0.25), PEN_MEDIUM * 1.08, 2.4, 2,
              0);
    line_clear(&line);
    double y = top + (eave - top) * 0.42;
    for (double x = box.x + box.w * 0.1; x < box.x + box.w * 0.9; x += 46)
        pen_segment(pen, x, y, x + 30, y + 1, PEN_FINE);
}

static void draw_pins(struct page *page, const struct island *island)
{
    const struct line *line = &island->outline;
    for (size_t i = 2; i < line->n; i++)
        pen_dot(&page->pen, line->p[i].x + (i == 2 ? -13 : 13), line->p[i].y - 12, 2.6, COLOUR_INK);
}

static const struct island_form form_notice = {
    .side = SIDE,
    .bottom = BELOW,
    .roof = SHINGLES,
    .outline = outline_box,
    .draw_behind = draw_shingles,
    .draw_before = draw_pins,
    .contour = contour_flat,
    .note = note_flat,
};

// ---- a tent -------------------------------------------------------------------------------------

static void draw_tent(struct page *page, const struct island *island)
{
    struct pen *pen = &page->pen;
    struct box box = box_of(island);
    double top = top_of(island), ridge = box.y + 26, middle = box.x + box.w / 2;
    double shoulder = ridge + (top - ridge) * 0.62;
    draw_two_posts(page, island);
    struct line roof;
    line_init(&roof);
    add(&roof, box.x, top + 8);
    line_add_bezier(&roof, (struct point){box.x + box.w * 0.06, shoulder + 8},
                    (struct point){box.x + box.w * 0.25, shoulder - 2},
                    (struct point){box.x + box.w * 0.42, ridge + 12}, (struct point){middle, ridge},
                    8);
    line_add_bezier(&roof, (struct point){middle, ridge},
                    (struct point){box.x + box.w * 0.58, ridge + 12},
                    (struct point){box.x + box.w * 0.75, shoulder - 2},
                    (struct point){box.x + box.w * 0.94, shoulder + 8}, 8);
    add(&roof, box.x + box.w, top + 8);
    pen_segment(pen, middle, ridge + 2, middle, box.y + 3, PEN_MEDIUM * 0.8);
    pen_shape(pen, &roof, colour_mix(island->colour, COLOUR_PAPER, 0.25), PEN_MEDIUM * 1.08, 2.4, 2,
              0);
    line_clear(&roof);
    for (int side = -1; side <= 1; side += 2)
        pen_segment(pen, middle, ridge + 3, middle + side * box.w * 0.22, top, PEN_FINE);
    struct point flag[] = {{middle, box.y + 3}, {middle + 28, box.y + 10}, {middle, box.y + 17}};
    pen_shape_of(pen, flag, G_N_ELEMENTS(flag), COLOUR_WARM, PEN_FINE, 1, 1);
}

static const struct island_form form_tent = {
    .side = SIDE,
    .bottom = BELOW,
    .roof = TENT_ROOF,
    .outline = outline_box,
    .draw_behind = draw_tent,
    .contour = contour_pitched,
    .note = note_pitched,
};

const struct island_form *const path_stations[PATH_STATIONS] = {
    &form_sign, &form_house, &form_kiosk, &form_gate, &form_notice, &form_tent,
};
