// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Milestones at the roadside under the title: what the plenary takes home. Where they do not fit,
// or there are none, the scene of the ring stands there: bubbles, people at a table.
#include "poster/path.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "poster/furniture.h"
#include "poster/lift.h"

#define SIZE_MOST 34.0
#define SIZE_ASKED 25.0
#define ASKED 180.0 // height of a stone in that lettering, or in a smaller one
#define LABEL_MOST 30.0
#define STONE_GAP 10.0
#define STONE_SIDE 15.0 // beside the words
#define STONE_MOST 330.0
#define HEAD 30.0 // of the rounded top, above icon or words
#define FOOT 14.0
#define GROWN_MOST 14.0 // of a stone where there is more height
#define ICON_TIMES 2.0 // of the lettering
#define LINES_MOST 4
#define SCENE_LEAST 230.0 // for the ring's scene
enum { STONES_MOST = 7 };

struct stone {
    const struct harvest_core *core;
    struct wording wording;
    struct wording joints; // its long words parted at their joints; no text: there is none
    struct setting text;
};

struct stones {
    struct page *page;
    struct stone *stones;
    int n;
    double size, badge;
    double w, pitch, h; // of each
    double icon;
    const char *label;
    double label_size, label_h;
};

static struct stones stones_of(struct page *page, double width)
{
    const struct harvest *harvest = page->harvest;
    struct stones s = {.page = page, .n = (int)harvest->core_n};
    s.badge = furniture_number_size(page) * 0.775;
    s.stones = ARENA_ARRAY(page->arena, struct stone, harvest->core_n + 1);
    for (int i = 0; i < s.n; i++) {
        s.stones[i].core = &harvest->core[i];
        wording_init(&s.stones[i].wording, page, harvest->core[i].text, WEIGHT_BOLD,
                     harvest->core[i].lang, false);
        struct wording divided;
        wording_init(&divided, page, harvest->core[i].text, WEIGHT_BOLD, harvest->core[i].lang,
                     true);
        if (!wording_at_joints(&s.stones[i].joints, page, &divided))
            s.stones[i].joints.text = NULL;
    }
    s.pitch = s.n > 0 ? (width - 24) / s.n : 0;
    s.w = fmin(s.pitch - STONE_GAP, STONE_MOST);
    s.label = page_tr(page, N_("Our core points"));
    s.label_size = furniture_size(page, s.label, WEIGHT_BLACK, width * 0.6,
                                  fmax(LABEL_MOST, page->min_size * 1.2));
    s.label_h = s.label_size * 1.5;
    return s;
}

// Measures all at `size`; false: a word is wider, or a text takes too many lines.
static bool set_stones(struct stones *s, double size)
{
    double text = 0;
    bool icons = false, numbers = false;
    s->size = size;
    for (int i = 0; i < s->n; i++) {
        struct stone *stone = &s->stones[i];
        stone->text = furniture_measure(s->page, &stone->wording, size, s->w - 2 * STONE_SIDE,
                                        LEADING_KEYWORD);
        if (stone->text.overfull && stone->joints.text != NULL)
            stone->text = furniture_measure(s->page, &stone->joints, size, s->w - 2 * STONE_SIDE,
                                            LEADING_KEYWORD);
        if (stone->text.overfull || stone->text.lines > LINES_MOST)
            return false;
        text = fmax(text, stone->text.h);
        icons = icons || stone->core->icon != NULL;
        numbers = numbers || stone->core->from_n > 0;
    }
    s->icon = icons ? size * ICON_TIMES : 0;
    s->h = HEAD + (icons ? s->icon + 8 : 0) + text + (numbers ? 2 * s->badge + 10 : 0) + FOOT;
    return true;
}

// The largest lettering at which stones are `height` high at most; false: there is none.
static bool fit_stones(struct stones *s, double most, double height)
{
    double least = s->page->min_size;
    if (s->n == 0 || s->n > STONES_MOST || s->w < 5 * least)
        return false;
    for (double size = fmax(least, most);; size = fmax(least, size * 0.97)) {
        if (set_stones(s, size) && s->h <= height)
            return true;
        if (size <= least)
            return false;
    }
}

// No stone is much wider than the widest of them needs.
static void fit_widths(struct stones *s)
{
    double need = s->pitch * 0.62;
    for (int i = 0; i < s->n; i++)
        need = fmax(need, fmax(s->stones[i].text.w + 2 * STONE_SIDE + 14,
                               s->stones[i].core->from_n * s->badge * ORIGIN_PITCH + 40));
    s->w = fmin(s->w, need);
}

double path_stones_height(struct page *page, double width)
{
    struct stones s = stones_of(page, width);
    double small = page->min_size - 14, scene = SCENE_LEAST + 4 * small;
    if (!fit_stones(&s, SIZE_ASKED, ASKED + 6 * small) && !fit_stones(&s, page->min_size, scene))
        return scene;
    return s.label_h + s.h + 6;
}

static void draw_label(const struct stones *s, double x, double top)
{
    struct page *page = s->page;
    double size = s->label_size, baseline = top + size * 0.95;
    double w = furniture_width(page, s->label, WEIGHT_BLACK, size);
    furniture_begin_decoration(page);
    figure_swash(&page->pen, x - w / 2 - 6, baseline - size * 0.52, w + 12, size * 0.62,
                 COLOUR_WARM, "core label");
    scene_end(page->scene);
    page_line(page, KIND_CORE_POINT, "core:label", NULL, s->label, WEIGHT_BLACK, NULL, x, baseline,
              size, PEN_CENTRE, COLOUR_INK);
    page_note(page, OBSTACLE_TEXT,
              (struct box){x - w / 2 - 8, baseline - size * 0.85, w + 16, size * 1.15});
}

static void draw_grass(struct pen *pen, double x, double y, int side)
{
    struct line blade;
    line_init(&blade);
    line_add(&blade, x, y);
    line_add(&blade, x + side * 5, y - 15);
    line_add(&blade, x + side * 8, y - 7);
    line_add(&blade, x + side * 13, y - 12);
    line_smooth(&blade, false, 6);
    pen_line(pen, &blade, PEN_STROKE(PEN_FINE));
    line_clear(&blade);
}

// A stone with a round top; `y`: where it stands, `y_end`: at its right end.
static void draw_stone(struct stones *s, struct stone *stone, double x, double y, double y_end,
                       double h)
{
    struct page *page = s->page;
    struct pen *pen = &page->pen;
    const struct harvest_core *core = stone->core;
    double w = s->w, top = y - h, round = fmin(h * 0.34, 62), middle = x + w / 2;
    struct line shape;
    line_init(&shape);
    line_add(&shape, x, y);
    line_add(&shape, x + 3, top + round);
    line_add_bezier(&shape, (struct point){x + 3, top + round},
                    (struct point){x + 6, top + round * 0.2}, (struct point){x + w * 0.22, top},
                    (struct point){middle, top}, 10);
    line_add_bezier(&shape, (struct point){middle, top}, (struct point){x + w * 0.78, top},
                    (struct point){x + w - 6, top + round * 0.2},
                    (struct point){x + w - 3, top + round}, 10);
    line_add(&shape, x + w, y_end);
    pen_push(pen, 0, 0, 1, core->id);
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_DECORATION,
                                                 .role = ROLE_ARTIFACT,
                                                 .id = core->lifted ? core->id : NULL,
                                                 .box = BOX_EMPTY});
    pen_fill(pen, &shape, COLOUR_SHADOW, 6, 0, 1, 0);
    pen_shape(pen, &shape,
              core->lifted ? lift_colour() : colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.45),
              PEN_MEDIUM * 1.15, 2, 1.6, 0);
    draw_grass(pen, x + 2, y, -1);
    draw_grass(pen, x + w - 2, y_end, 1);
    scene_end(page->scene);
    line_clear(&shape);
    // Icon and words in the middle of what is free above the numbers.
    double numbers = core->from_n > 0 ? 2 * s->badge + 10 : 0;
    double spare = h - s->h, icon = core->icon != NULL ? s->icon + fmax(0, spare) * 0.4 : 0;
    double inner = (icon > 0 ? icon + 8 : 0) + stone->text.h;
    double at = top + HEAD * 0.72 + fmax(0, h - HEAD - FOOT - numbers - inner) * 0.5;
    if (icon > 0) {
        scene_begin(page->scene, (struct scene_mark){.kind = KIND_ICON,
                                                     .role = ROLE_ARTIFACT,
                                                     .id = core->id,
                                                     .box = BOX_EMPTY});
        pen_icon(pen, core->icon, middle - icon / 2, at, icon, COLOUR_NONE, PEN_FINE * 1.25, NULL);
        scene_end(page->scene);
        at += icon + 8;
    }
    double words = s->w - 2 * STONE_SIDE;
    stone->text = furniture_set(page, stone->text.wording, s->size, words + 0.5, LEADING_KEYWORD);
    page_block(page, KIND_CORE_POINT, core->id, NULL, core->text, stone->text.paragraph,
               middle - words / 2, at, words, PEN_CENTRE, COLOUR_INK, NULL);
    int shown = MIN(core->from_n, (int)((w - 24) / (s->badge * ORIGIN_PITCH)));
    double row = shown * s->badge * ORIGIN_PITCH;
    if (shown > 0)
        furniture_origins(page, core, middle - row / 2, y - FOOT - s->badge, s->badge, row + 1);
    page_note(page, OBSTACLE_DRAWING, (struct box){x - 12, top, w + 24, h});
    pen_pop(pen);
}

void path_draw_stones(struct page *page, struct box room)
{
    const struct path *path = path_of(page);
    struct stones s = stones_of(page, room.w);
    double height = room.h - s.label_h - 6;
    if (!fit_stones(&s, SIZE_MOST, height)) {
        room.h -= 10;
        scenery_draw(page, room);
        return;
    }
    fit_widths(&s);
    double h = fmin(height, s.h + fmin(GROWN_MOST, (height - s.h) * 0.5)), x = room.x + 12;
    draw_label(&s, room.x + room.w / 2, room.y + fmax(0, height - h) * 0.45);
    pen_push(&page->pen, 0, 0, 1, "milestones");
    for (int i = 0; i < s.n; i++) {
        double left = x + s.pitch * i + (s.pitch - s.w) / 2, tall = h * (i % 2 == 0 ? 1 : 0.965);
        double edge = PATH_ROAD / 2 - 2, y = path_lane(path, 0, left) - edge;
        draw_stone(&s, &s.stones[i], left, y, path_lane(path, 0, left + s.w) - edge,
                   fmin(tall, y - room.y - s.label_h));
    }
    pen_pop(&page->pen);
}
