// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/form.h"

#include <glib.h>
#include <math.h>

#include "draw/figure.h"
#include "poster/outline.h"
#include "poster/pack.h"

#define LEG_LEFT 0.13 // of a board, shares of its width
#define LEG_RIGHT 0.87
#define LEG_SPREAD 15.0
#define TRAY_LEFT 0.30
#define TRAY_WIDTH 0.40
#define CORNER 46.0 // of a bubble
#define TAIL 34.0
#define FOLD 34.0 // of a paper's corner

static const struct placed *placed_of(const struct island *island)
{
    return island->layout;
}

double form_foot(const struct island *island)
{
    struct box box = line_box(&island->outline);
    return box.y + box.h;
}

void form_contour(const struct island *island, struct line *out)
{
    if (island->form->contour != NULL)
        island->form->contour(island, out);
    else
        line_append(out, &island->outline);
}

// ---- a board on legs ----------------------------------------------------------------------------

static void outline_board(struct page *page, struct island *island, double top, double foot)
{
    struct box box = island->box;
    double right = box.x + box.w;
    (void)page;
    line_add(&island->outline, box.x + 8, top);
    line_add(&island->outline, right - 6, top + 3);
    line_add(&island->outline, right - 9, foot - 2);
    line_add(&island->outline, box.x + 5, foot + 2);
}

static void draw_legs(struct page *page, const struct island *island)
{
    struct box box = placed_of(island)->box;
    double foot = form_foot(island), bottom = box.y + box.h - 2;
    static const struct {
        double at, spread;
    } LEGS[] = {{LEG_LEFT, -LEG_SPREAD}, {LEG_RIGHT, LEG_SPREAD}};
    for (size_t i = 0; i < G_N_ELEMENTS(LEGS); i++) {
        double x = box.x + box.w * LEGS[i].at, end = x + LEGS[i].spread;
        pen_segment(&page->pen, x, foot - 2, end, bottom, PEN_HEAVY * 1.2);
        pen_segment(&page->pen, end - 9, bottom + 1, end + 9, bottom + 1, PEN_MEDIUM);
    }
    pen_segment(&page->pen, box.x + box.w / 2, foot, box.x + box.w / 2, bottom - 8, PEN_MEDIUM);
}

static void draw_bar_and_tray(struct page *page, const struct island *island)
{
    struct box box = placed_of(island)->box;
    double top = island->outline.p[0].y, foot = form_foot(island);
    pen_segment(&page->pen, box.x - 3, top, box.x + box.w + 3, top + 3, PEN_HEAVY * 1.15);
    double x = box.x + box.w * TRAY_LEFT, w = box.w * TRAY_WIDTH;
    struct point tray[] = {
        {x, foot - 3}, {x + w, foot - 4}, {x + w - 6, foot + 10}, {x + 6, foot + 10}};
    pen_shape_of(&page->pen, tray, G_N_ELEMENTS(tray), COLOUR_SHADOW, PEN_MEDIUM * 0.8, 1, 1);
    const uint32_t chalk[] = {island->colour, COLOUR_WARM, COLOUR_PAPER};
    for (size_t i = 0; i < G_N_ELEMENTS(chalk) && w > 170; i++) {
        double left = x + 24 + 46 * (double)i;
        struct point piece[] = {
            {left, foot - 4}, {left + 28, foot - 4}, {left + 28, foot - 11}, {left, foot - 11}};
        pen_shape_of(&page->pen, piece, G_N_ELEMENTS(piece), chalk[i], PEN_FINE, 0.8, 0.6);
    }
}

static void note_board(struct page *page, const struct island *island)
{
    struct box box = placed_of(island)->box;
    double foot = form_foot(island), bottom = box.y + box.h;
    page_note(page, OBSTACLE_DRAWING,
              (struct box){box.x + box.w * LEG_LEFT - 28, foot + 4, 34, bottom - foot});
    page_note(page, OBSTACLE_DRAWING,
              (struct box){box.x + box.w * LEG_RIGHT - 6, foot + 4, 34, bottom - foot});
    page_note(page, OBSTACLE_DRAWING,
              (struct box){box.x + box.w * TRAY_LEFT, foot, box.w * TRAY_WIDTH, 12});
}

const struct island_form form_board = {
    .side = 18,
    .bottom = 34,
    .outline = outline_board,
    .draw_behind = draw_legs,
    .draw_before = draw_bar_and_tray,
    .note = note_board,
};

// ---- a paper with a folded corner ---------------------------------------------------------------

static void outline_paper(struct page *page, struct island *island, double top, double foot)
{
    struct line *line = &island->outline;
    struct box box = island->box;
    double right = box.x + box.w, fold = FOLD * fmin(1.2, page->scale);
    foot = box.y + box.h - 4;
    line_add(line, box.x + 5, top + 2);
    line_add(line, right - 6, top - 2);
    line_add(line, right - 5, foot - fold);
    line_add(line, right - 5 - fold, foot);
    line_add(line, box.x + 7, foot - 2);
}

static void draw_fold(struct page *page, const struct island *island)
{
    struct point a = island->outline.p[2], b = island->outline.p[3];
    struct point fold[] = {a, b, {b.x + 4, a.y + 5}};
    pen_shape_of(&page->pen, fold, G_N_ELEMENTS(fold), COLOUR_SHADOW, PEN_MEDIUM * 0.9, 1, 1);
}

const struct island_form form_paper = {
    .side = 20,
    .bottom = 38,
    .outline = outline_paper,
    .draw_before = draw_fold,
};

// ---- a bubble -----------------------------------------------------------------------------------

static void outline_bubble(struct page *page, struct island *island, double top, double foot)
{
    struct box box = island->box;
    struct point tip = {box.x + box.w * 0.22 - 20, fmin(box.y + box.h, foot + TAIL)};
    double corner = fmin(CORNER, (foot - top) * 0.3);
    (void)page;
    figure_bubble_path(&island->outline, box.x + 5, top, box.w - 10, foot - top, corner, &tip,
                       TAIL);
}

static void note_bubble(struct page *page, const struct island *island)
{
    struct box box = placed_of(island)->box;
    page_note(page, OBSTACLE_DRAWING,
              (struct box){box.x + box.w * 0.22 - 24, form_foot(island) - 30, 34, 30});
}

const struct island_form form_bubble = {
    .side = 18,
    .bottom = 36,
    .outline = outline_bubble,
    .note = note_bubble,
};

// ---- land in water, a cloud, a blob -------------------------------------------------------------

static void outline_soft(struct page *page, struct island *island, double top, double foot)
{
    (void)foot;
    outline_hug(page, island, top, false);
}

static void outline_cloud(struct page *page, struct island *island, double top, double foot)
{
    (void)foot;
    outline_hug(page, island, top, true);
}

static void draw_waves(struct page *page, const struct island *island)
{
    const struct line *outline = &island->outline;
    struct box box = line_box(outline);
    double foot = box.y + box.h, left = box.x + box.w, right = box.x;
    for (size_t i = 0; i < outline->n; i++)
        if (outline->p[i].y > foot - 60) {
            left = fmin(left, outline->p[i].x);
            right = fmax(right, outline->p[i].x);
        }
    double middle = (left + right) / 2;
    struct pen *pen = &page->pen;
    if (right - left < 120)
        return;
    figure_waves(pen, left + 40, middle - 30, foot + 15, 4, 36, "left");
    figure_waves(pen, middle + 10, right - 10, foot + 13, 4, 36, "right");
    figure_waves(pen, fmax(left + 40, middle - 120), fmin(right - 10, middle + 60), foot + 24, 4,
                 36, "middle");
}

static void note_waves(struct page *page, const struct island *island)
{
    struct box outline = line_box(&island->outline);
    page_note(
        page, OBSTACLE_DRAWING,
        (struct box){outline.x + outline.w * 0.1, outline.y + outline.h + 8, outline.w * 0.8, 21});
}

const struct island_form form_land = {
    .side = 26,
    .bottom = 50,
    .outline = outline_soft,
    .draw_before = draw_waves,
    .note = note_waves,
};

const struct island_form form_cloud = {.side = 30, .bottom = 34, .outline = outline_cloud};

const struct island_form form_blob = {.side = 26, .bottom = 30, .outline = outline_soft};
