// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/paper.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "draw/icon.h"

#define INK_UNIT_MM 0.095 // heavy 0.49, medium 0.31, fine 0.19 mm
#define X_HEIGHT_HALF 0.33

struct paper paper_new(const struct picture_tools *tools, struct arena *arena, double w, double h,
                       const char *key)
{
    struct paper paper = {.tools = tools, .arena = arena, .scene = scene_new(w, h), .w = w, .h = h};
    paper.scene->lang = arena_strdup(paper.scene->arena, tools->lang);
    paper.pen = pen_make(paper.scene, tools->icons, INK_UNIT_MM, key);
    paper.pen.crisp_fill = true;
    pen_push(&paper.pen, 0, 0, 1 / INK_UNIT_MM, NULL);
    scene_begin(paper.scene, (struct scene_mark){
                                 .kind = KIND_DECORATION, .role = ROLE_ARTIFACT, .box = BOX_EMPTY});
    paper_fill(&paper, (struct box){0, 0, w, h}, 0, COLOUR_PAPER);
    scene_end(paper.scene);
    return paper;
}

const char *paper_tr(const struct paper *paper, const char *id)
{
    return tr_text(paper->tools->tr, id);
}

void paper_begin_decoration(struct paper *paper)
{
    scene_begin(paper->scene, (struct scene_mark){
                                  .kind = KIND_DECORATION, .role = ROLE_ARTIFACT, .box = BOX_EMPTY});
}

void paper_begin(struct paper *paper, enum scene_role role)
{
    scene_begin(paper->scene,
                (struct scene_mark){.kind = KIND_DECORATION, .role = role, .box = BOX_EMPTY});
}

void paper_begin_figure(struct paper *paper, const char *id, const char *alt)
{
    scene_begin(paper->scene, (struct scene_mark){.kind = KIND_FIGURE,
                                                  .role = alt != NULL ? ROLE_FIGURE : ROLE_ARTIFACT,
                                                  .id = id,
                                                  .alt = alt,
                                                  .box = BOX_EMPTY});
}

void paper_end(struct paper *paper)
{
    scene_end(paper->scene);
}

// ---- text ---------------------------------------------------------------------------------------

static const struct run *run_of(struct paper *paper, const char *text, int weight)
{
    // What people wrote says its own language by its script.
    bool own = true;
    for (const char *p = text; *p != '\0' && own; p = g_utf8_next_char(p))
        own = g_utf8_get_char(p) < 0x370 || g_utf8_get_char(p) > 0x1FFF;
    return paper->tools->measure.run(paper->tools->measure.context, text, weight,
                                     own ? paper->tools->lang : NULL);
}

double paper_width(struct paper *paper, const char *text, struct type type)
{
    return run_of(paper, text, type.weight)->width * type.size;
}

static void begin_text(struct paper *paper, const char *text, const char *lang, struct type type)
{
    scene_begin(paper->scene,
                (struct scene_mark){.kind = type.role == ROLE_H1 ? KIND_TITLE : KIND_AGREEMENT,
                                    .role = type.role != ROLE_NONE ? type.role : ROLE_P,
                                    .text = text,
                                    .lang = lang,
                                    .box = BOX_EMPTY});
}

double paper_text(struct paper *paper, const char *text, double x, double y, struct type type)
{
    if (*text == '\0')
        return 0;
    const struct run *run = run_of(paper, text, type.weight);
    begin_text(paper, text, run->lang, type);
    double w = pen_text(&paper->pen, run, x, y + X_HEIGHT_HALF * type.size, type.size, type.anchor,
                        type.colour);
    paper_end(paper);
    return w;
}

// `text` shortened until it fits with an ellipsis; in the arena.
static const char *shortened(struct paper *paper, const char *text, double width, struct type type)
{
    size_t end = strlen(text);
    while (end > 0) {
        end = lettering_previous(text, end);
        while (end > 0 && text[end - 1] == ' ')
            end--;
        const char *cut = arena_printf(paper->arena, "%.*s…", (int)end, text);
        if (paper_width(paper, cut, type) <= width)
            return cut;
    }
    return "…";
}

double paper_text_within(struct paper *paper, const char *text, double x, double y, double width,
                         struct type type)
{
    const double least = type.size * 0.8;
    while (paper_width(paper, text, type) > width && type.size > least)
        type.size = fmax(least, type.size - 0.2);
    if (paper_width(paper, text, type) > width)
        text = shortened(paper, text, width, type);
    return paper_text(paper, text, x, y, type);
}

double paper_block(struct paper *paper, const char *text, double x, double y, double width,
                   int lines, struct type type, bool draw)
{
    if (*text == '\0')
        return 0;
    const char *shown = text;
    const struct run *run = run_of(paper, text, type.weight);
    struct paragraph *paragraph = paragraph_new(paper->arena, &paper->tools->measure, shown,
                                                type.weight, run->lang, type.size, width, 0);
    // A word that is wider than the measure is set smaller, never over its neighbours.
    while (paragraph->overfull && type.size > 2) {
        type.size *= 0.93;
        paragraph = paragraph_new(paper->arena, &paper->tools->measure, shown, type.weight,
                                  run->lang, type.size, width, 0);
    }
    for (size_t end = strlen(text); lines > 0 && paragraph->n > lines && end > 0;) {
        end = lettering_previous(text, end);
        while (end > 0 && text[end - 1] != ' ') // whole words
            end = lettering_previous(text, end);
        while (end > 0 && text[end - 1] == ' ')
            end--;
        shown = arena_printf(paper->arena, "%.*s …", (int)end, text);
        paragraph = paragraph_new(paper->arena, &paper->tools->measure, shown, type.weight,
                                  run->lang, type.size, width, 0);
    }
    if (draw) {
        begin_text(paper, text, run->lang, type);
        pen_paragraph(&paper->pen, paragraph, x, y, width, type.anchor, type.colour, NULL);
        paper_end(paper);
    }
    return paragraph->height;
}

// ---- lines and boxes ----------------------------------------------------------------------------

void paper_rule(struct paper *paper, double x0, double x1, double y, double width, uint32_t colour)
{
    struct line line;
    line_init(&line);
    line_add_rect(&line, x0, y - width / 2, x1 - x0, width);
    paper_begin_decoration(paper);
    pen_polygon(&paper->pen, &line, colour);
    paper_end(paper);
    line_clear(&line);
}

void paper_dots(struct paper *paper, double x0, double x1, double y)
{
    if (x1 - x0 < 4)
        return;
    struct line line;
    line_init(&line);
    line_add(&line, x0, y);
    line_add(&line, x1, y);
    const double dash[2] = {0.3, 0.9};
    paper_begin_decoration(paper);
    scene_stroke(paper->scene, &line, 1, pen_affine(&paper->pen), 0.25, false, dash, COLOUR_EDGE);
    paper_end(paper);
    line_clear(&line);
}

void paper_box(struct paper *paper, struct box box, double radius, uint32_t fill, double width,
               const char *key)
{
    struct line line;
    line_init(&line);
    line_add_rounded_rect(&line, box.x, box.y, box.w, box.h, radius);
    paper_begin_decoration(paper);
    pen_push(&paper->pen, 0, 0, 1, key);
    if (fill != COLOUR_NONE)
        pen_polygon(&paper->pen, &line, fill);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.closed = true;
    stroke.wobble = 1;
    pen_line(&paper->pen, &line, stroke);
    pen_pop(&paper->pen);
    paper_end(paper);
    line_clear(&line);
}

void paper_dashed_box(struct paper *paper, struct box box, double radius, uint32_t colour)
{
    struct line line;
    line_init(&line);
    line_add_rounded_rect(&line, box.x, box.y, box.w, box.h, radius);
    const double dash[2] = {1.6, 1.2};
    paper_begin_decoration(paper);
    scene_stroke(paper->scene, &line, 1, pen_affine(&paper->pen), 0.3, true, dash, colour);
    paper_end(paper);
    line_clear(&line);
}

void paper_fill(struct paper *paper, struct box box, double radius, uint32_t colour)
{
    struct line line;
    line_init(&line);
    if (radius > 0)
        line_add_rounded_rect(&line, box.x, box.y, box.w, box.h, radius);
    else
        line_add_rect(&line, box.x, box.y, box.w, box.h);
    pen_polygon(&paper->pen, &line, colour);
    line_clear(&line);
}

// ---- drawings -----------------------------------------------------------------------------------

void paper_icon(struct paper *paper, const char *name, double x, double y, double size,
                uint32_t fill)
{
    paper_begin_decoration(paper);
    pen_icon(&paper->pen, name, x, y, size, fill, PEN_MEDIUM * 0.8, name);
    paper_end(paper);
}

static void draw_sign(struct paper *paper, const char *name, double x, double y, double size,
                      uint32_t colour)
{
    int icon = icons_find(paper->tools->icons, name);
    const double grid = 24;
    for (int i = 0; icon >= 0 && i < icon_strokes(paper->tools->icons, icon); i++) {
        struct icon_stroke stroke;
        icon_stroke_load(paper->tools->icons, icon, i, &stroke);
        const struct line line = {stroke.p, stroke.n, stroke.n};
        struct affine m = affine_multiply(
            pen_affine(&paper->pen),
            affine_multiply(affine_translation(x, y), affine_scaling(size / grid, size / grid)));
        scene_stroke(paper->scene, &line, 1, m, size / grid * 2.2, stroke.closed, NULL, colour);
    }
}

void paper_sign(struct paper *paper, const char *name, double x, double y, double size,
                uint32_t colour)
{
    paper_begin_decoration(paper);
    draw_sign(paper, name, x, y, size, colour);
    paper_end(paper);
}

void paper_label(struct paper *paper, const char *name, const char *words, double x, double y,
                 double size, uint32_t colour)
{
    scene_begin(paper->scene, (struct scene_mark){.kind = KIND_ICON,
                                                  .role = ROLE_LABEL,
                                                  .text = words,
                                                  .lang = paper->tools->lang,
                                                  .box = BOX_EMPTY});
    draw_sign(paper, name, x, y, size, colour);
    paper_end(paper);
}

void paper_house(struct paper *paper, double x, double y, double size, uint32_t colour,
                 const char *key)
{
    struct line wall, door;
    line_init(&wall);
    line_init(&door);
    line_add(&wall, x, y + size * 0.46);
    line_add(&wall, x + size * 0.5, y);
    line_add(&wall, x + size, y + size * 0.46);
    line_add(&wall, x + size, y + size);
    line_add(&wall, x, y + size);
    line_add_rect(&door, x + size * 0.36, y + size * 0.55, size * 0.28, size * 0.45);
    paper_begin_decoration(paper);
    pen_push(&paper->pen, 0, 0, 1, key);
    struct pen_stroke stroke = PEN_STROKE(PEN_FINE);
    stroke.closed = true;
    stroke.wobble = 0.6;
    pen_polygon(&paper->pen, &wall, colour);
    pen_line(&paper->pen, &wall, stroke);
    pen_polygon(&paper->pen, &door, COLOUR_PAPER);
    pen_line(&paper->pen, &door, stroke);
    pen_pop(&paper->pen);
    paper_end(paper);
    line_clear(&wall);
    line_clear(&door);
}

void paper_flag(struct paper *paper, const char *text, double right, double y, enum flag flag,
                const char *key)
{
    static const uint32_t fills[] = {COLOUR_WARM, COLOUR_WARN, COLOUR_DONE_PALE, COLOUR_NONE};
    static const char *const signs[] = {NULL, "alert-triangle", "check", NULL};
    const double h = 5.9, size = 3.3;
    struct type type = {size, WEIGHT_BLACK, flag == FLAG_LATE ? COLOUR_PAPER : COLOUR_INK, PEN_START,
                        ROLE_NONE};
    double sign = signs[flag] != NULL ? 4.6 : 0;
    double w = paper_width(paper, text, type) + sign + 5.4, x = right - w;
    struct line line;
    line_init(&line);
    line_add(&line, x + 1.4, y);
    line_add(&line, x + w, y);
    line_add(&line, x + w, y + h);
    line_add(&line, x - 0.4, y + h);
    paper_begin_decoration(paper);
    if (flag == FLAG_DASHED) {
        const double dash[2] = {1.3, 1};
        scene_stroke(paper->scene, &line, 1, pen_affine(&paper->pen), 0.25, true, dash, COLOUR_EDGE);
    } else {
        struct pen_stroke stroke = PEN_STROKE(PEN_FINE * 1.2);
        stroke.closed = true;
        stroke.wobble = 0.5;
        pen_push(&paper->pen, 0, 0, 1, key);
        pen_polygon(&paper->pen, &line, fills[flag]);
        pen_line(&paper->pen, &line, stroke);
        pen_pop(&paper->pen);
    }
    paper_end(paper);
    if (sign > 0)
        paper_sign(paper, signs[flag], x + 2.6, y + h / 2 - 1.8, 3.6, type.colour);
    paper_text(paper, text, x + 2.7 + sign, y + h / 2, type);
    line_clear(&line);
}

void paper_road(struct paper *paper, double x0, double x1, double y, double h)
{
    enum { STEPS = 24 };
    struct line top, bottom, area, middle;
    line_init(&top);
    line_init(&bottom);
    line_init(&area);
    line_init(&middle);
    for (int i = 0; i <= STEPS; i++) {
        double t = (double)i / STEPS, x = x0 + (x1 - x0) * t;
        double sway = sin(t * 7) * h * 0.06;
        line_add(&top, x, y + sway);
        line_add(&bottom, x, y + h + sway * 0.6);
        line_add(&middle, x, y + h * 0.52 + sway * 0.8);
    }
    line_append(&area, &bottom);
    line_reverse(&area);
    line_append(&area, &top);
    paper_begin_decoration(paper);
    pen_push(&paper->pen, 0, 0, 1, "road");
    pen_polygon(&paper->pen, &area, COLOUR_SHADOW);
    struct pen_stroke edge = PEN_STROKE(PEN_MEDIUM);
    edge.overshoot = 0;
    pen_line(&paper->pen, &top, edge);
    pen_line(&paper->pen, &bottom, edge);
    struct pen_stroke dashes = PEN_STROKE(PEN_MEDIUM);
    dashes.colour = COLOUR_PAPER;
    dashes.dash = 46;
    dashes.gap = 46;
    dashes.wobble = 0.3;
    dashes.overshoot = 0;
    pen_line(&paper->pen, &middle, dashes);
    pen_pop(&paper->pen);
    paper_end(paper);
    line_clear(&top);
    line_clear(&bottom);
    line_clear(&area);
    line_clear(&middle);
}

void paper_footer(struct paper *paper, const char *left, const char *right)
{
    double y = paper->h - 12.4, x1 = paper->w - PAPER_MARGIN;
    struct type type = {2.8, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE};
    struct type end = {2.8, WEIGHT_BOLD, COLOUR_GREY, PEN_END, ROLE_NONE};
    paper_rule(paper, PAPER_MARGIN, x1, paper->h - 16.2, 0.2, COLOUR_LINE);
    double w = paper_text(paper, right, x1, y, end);
    paper_text_within(paper, left, PAPER_MARGIN, y, x1 - PAPER_MARGIN - w - 6, type);
}

const char *paper_icon_of(struct paper *paper, const char *chosen, const char *text,
                          const char *otherwise)
{
    if (chosen != NULL && *chosen != '\0' && icons_find(paper->tools->icons, chosen) >= 0)
        return chosen;
    const char *suggested = paper->tools->suggest != NULL
                                ? paper->tools->suggest(paper->tools->context, text)
                                : NULL;
    return suggested != NULL && icons_find(paper->tools->icons, suggested) >= 0 ? suggested
                                                                                : otherwise;
}
