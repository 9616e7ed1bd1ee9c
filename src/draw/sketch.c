// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/sketch.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "draw/colour.h"
#include "draw/scene.h"

#define NEAR 0.5      // mm: nearer points are one
#define FAR 10000.0   // mm: coordinates of a sketch stay within
#define WIDEST 10.0   // mm
#define CURVE_STEPS 4 // segments from middle to middle of two points

const uint32_t sketch_inks[SKETCH_INKS] = {COLOUR_INK, 0x6B3FA0FFu, 0xB83D26FFu, 0x1A6E52FFu,
                                           0x2A66B8FFu};

void sketch_init(struct sketch *sketch)
{
    *sketch = (struct sketch){.strokes = NULL};
}

void sketch_clear(struct sketch *sketch)
{
    for (size_t i = 0; i < sketch->n; i++)
        line_clear(&sketch->strokes[i].line);
    g_free(sketch->strokes);
    sketch_init(sketch);
}

bool sketch_is_empty(const struct sketch *sketch)
{
    return sketch->n == 0;
}

static struct sketch_stroke *add(struct sketch *sketch, uint32_t colour, double width)
{
    if (sketch->n == sketch->room) {
        sketch->room = MAX(16, sketch->room * 2);
        sketch->strokes = g_renew(struct sketch_stroke, sketch->strokes, sketch->room);
    }
    struct sketch_stroke *stroke = &sketch->strokes[sketch->n++];
    *stroke = (struct sketch_stroke){.colour = colour, .width = width};
    line_init(&stroke->line);
    return stroke;
}

bool sketch_begin(struct sketch *sketch, uint32_t colour, double width, struct point at)
{
    if (sketch->points >= SKETCH_POINTS_MOST)
        return false;
    line_add(&add(sketch, colour, width)->line, at.x, at.y);
    sketch->points++;
    return true;
}

bool sketch_go_on(struct sketch *sketch, struct point to)
{
    if (sketch->n == 0 || sketch->points >= SKETCH_POINTS_MOST)
        return false;
    struct line *line = &sketch->strokes[sketch->n - 1].line;
    struct point last = line->p[line->n - 1];
    if (hypot(to.x - last.x, to.y - last.y) < NEAR)
        return true;
    line_add(line, to.x, to.y);
    sketch->points++;
    return true;
}

static void take(struct sketch *sketch, size_t i)
{
    sketch->points -= sketch->strokes[i].line.n;
    line_clear(&sketch->strokes[i].line);
    memmove(sketch->strokes + i, sketch->strokes + i + 1,
            (sketch->n - i - 1) * sizeof *sketch->strokes);
    sketch->n--;
}

void sketch_take_last(struct sketch *sketch)
{
    if (sketch->n > 0)
        take(sketch, sketch->n - 1);
}

static double distance_to(struct point a, struct point b, struct point p)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = CLAMP(t, 0, 1);
    return hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
}

static bool passes(const struct line *line, struct point at, double reach)
{
    for (size_t i = 0; i < line->n; i++) {
        if (distance_to(line->p[i], line->p[MIN(i + 1, line->n - 1)], at) <= reach)
            return true;
    }
    return false;
}

size_t sketch_erase(struct sketch *sketch, struct point at, double reach)
{
    size_t n = 0;
    for (size_t i = sketch->n; i-- > 0;) {
        const struct sketch_stroke *stroke = &sketch->strokes[i];
        if (passes(&stroke->line, at, reach + stroke->width / 2)) {
            take(sketch, i);
            n++;
        }
    }
    return n;
}

// ---- as text ------------------------------------------------------------------------------------

static bool read_number(const char **text, double most, double *out)
{
    char *end;
    *out = g_ascii_strtod(*text, &end);
    if (end == *text || !isfinite(*out) || fabs(*out) > most)
        return false;
    *text = end;
    return true;
}

static bool read_pen(const char **text, uint32_t *colour, double *width)
{
    if (**text != '#')
        return true;
    char *end;
    guint64 rgb = g_ascii_strtoull(*text + 1, &end, 16);
    if (end != *text + 7 || *end != '/')
        return false;
    *text = end + 1;
    *colour = (uint32_t)rgb << 8 | 0xFF;
    return read_number(text, WIDEST, width) && *width > 0 && **text == ' ' && (*text)++ != NULL;
}

static bool read_stroke(struct sketch *sketch, const char **text)
{
    uint32_t colour = COLOUR_INK;
    double width = SKETCH_PEN_MEDIUM;
    struct point at;
    if (!read_pen(text, &colour, &width))
        return false;
    for (bool first = true; first || **text == ' '; first = false) {
        *text += !first;
        if (!read_number(text, FAR, &at.x) || *(*text)++ != ',' ||
            !read_number(text, FAR, &at.y))
            return false;
        if (!(first ? sketch_begin(sketch, colour, width, at) : sketch_go_on(sketch, at)))
            return false;
    }
    return true;
}

bool sketch_read(struct sketch *sketch, const char *text)
{
    sketch_clear(sketch);
    while (*text != '\0') {
        if (!read_stroke(sketch, &text) || (*text != ';' && *text != '\0'))
            return false;
        text += *text == ';';
    }
    return true;
}

static void write_number(GString *out, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    value = round(value * 10) / 10;
    bool whole = value == round(value);
    // No "-0".
    g_string_append(out, g_ascii_formatd(text, sizeof text, whole ? "%.0f" : "%.1f", value + 0.0));
}

char *sketch_write(const struct sketch *sketch)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < sketch->n; i++) {
        const struct sketch_stroke *stroke = &sketch->strokes[i];
        if (i > 0)
            g_string_append_c(out, ';');
        if (stroke->colour != COLOUR_INK || stroke->width != SKETCH_PEN_MEDIUM) {
            g_string_append_printf(out, "#%06X/", stroke->colour >> 8);
            write_number(out, stroke->width);
            g_string_append_c(out, ' ');
        }
        for (size_t k = 0; k < stroke->line.n; k++) {
            if (k > 0)
                g_string_append_c(out, ' ');
            write_number(out, stroke->line.p[k].x);
            g_string_append_c(out, ',');
            write_number(out, stroke->line.p[k].y);
        }
    }
    return g_string_free(out, FALSE);
}

// ---- as lines -----------------------------------------------------------------------------------

struct box sketch_box(const struct sketch *sketch)
{
    struct box box = BOX_EMPTY;
    for (size_t i = 0; i < sketch->n; i++) {
        const struct sketch_stroke *stroke = &sketch->strokes[i];
        box = box_union(box, box_grow(box_of_points(stroke->line.p, stroke->line.n),
                                      stroke->width / 2));
    }
    return box;
}

struct affine sketch_fit(const struct sketch *sketch, struct box box, double most)
{
    struct box ink = sketch_box(sketch);
    if (box_is_empty(ink))
        return AFFINE_IDENTITY;
    double k = fmin(most, fmin(box.w / fmax(ink.w, 0.1), box.h / fmax(ink.h, 0.1)));
    return affine_multiply(
        affine_multiply(affine_translation(box.x + box.w / 2, box.y + box.h / 2),
                        affine_scaling(k, k)),
        affine_translation(-ink.x - ink.w / 2, -ink.y - ink.h / 2));
}

static struct point middle(struct point a, struct point b)
{
    return (struct point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

// A quadratic B-spline: from middle to middle of neighbouring points, each point pulling at its
// curve. Never overshoots, whatever the finger's pace.
static void smooth(const struct line *from, struct line *to)
{
    to->n = 0;
    line_add(to, from->p[0].x, from->p[0].y);
    if (from->n == 1) { // a dot
        line_add(to, from->p[0].x + 0.01, from->p[0].y);
        return;
    }
    for (size_t i = 1; i + 1 < from->n; i++) {
        struct point a = middle(from->p[i - 1], from->p[i]), b = from->p[i];
        struct point c = middle(from->p[i], from->p[i + 1]);
        for (int k = 0; k <= CURVE_STEPS; k++) {
            double t = (double)k / CURVE_STEPS, u = 1 - t;
            line_add(to, u * u * a.x + 2 * u * t * b.x + t * t * c.x,
                     u * u * a.y + 2 * u * t * b.y + t * t * c.y);
        }
    }
    line_add(to, from->p[from->n - 1].x, from->p[from->n - 1].y);
}

void sketch_draw(const struct sketch *sketch, struct scene *scene, struct affine m, double least_mm)
{
    double k = affine_scale_of(m);
    struct line line;
    line_init(&line);
    for (size_t i = 0; i < sketch->n; i++) {
        const struct sketch_stroke *stroke = &sketch->strokes[i];
        smooth(&stroke->line, &line);
        scene_stroke(scene, &line, 1, m, fmax(least_mm, stroke->width * k), false, NULL,
                     stroke->colour);
    }
    line_clear(&line);
}
