// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/pen.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "draw/hand.h"
#include "draw/paragraph.h"
#include "draw/scene.h"
#include "draw/sleeve.h"

// Points of a ribbon that lie within this of the straight line are not worth their bytes, mm.
#define STRAIGHT_MM 0.06
// Lines of lettering are turned by multiples of this, radians: each size and turning is a font of its
// own to cairo, whose glyphs are loaded anew.
#define TURN_STEP 0.001

struct pen pen_make(struct scene *scene, const struct icons *icons, double unit_mm, const char *key)
{
    struct pen pen = {.scene = scene, .icons = icons, .unit_mm = unit_mm, .wobble = 1};
    pen.frame = (struct pen_frame){.m = AFFINE_IDENTITY, .key = hash_text(key), .weight = 1};
    return pen;
}

void pen_push_full(struct pen *pen, double x, double y, double kx, double ky, double radians,
                   const char *key, double weight)
{
    g_assert(pen->depth < (int)G_N_ELEMENTS(pen->stack));
    pen->stack[pen->depth++] = pen->frame;
    struct affine local = affine_multiply(
        affine_translation(x, y), affine_multiply(affine_rotation(radians), affine_scaling(kx, ky)));
    pen->frame.m = affine_multiply(pen->frame.m, local);
    pen->frame.weight *= weight;
    if (key != NULL) {
        pen->frame.key = hash_bytes(hash_bytes(pen->frame.key, "/", 1), key, strlen(key));
        pen->frame.count = 0;
    }
}

void pen_push(struct pen *pen, double x, double y, double scale, const char *key)
{
    pen_push_full(pen, x, y, scale, scale, 0, key, 1);
}

void pen_pop(struct pen *pen)
{
    g_assert(pen->depth > 0);
    struct pen_frame left = pen->frame;
    pen->frame = pen->stack[--pen->depth];
    // A frame without a key of its own counts on in its parent's, so that no key comes twice.
    if (left.key == pen->frame.key)
        pen->frame.count = left.count;
}

uint64_t pen_next_key(struct pen *pen)
{
    return hand_key(pen->frame.key, ++pen->frame.count);
}

// Ink units to millimetres, mirrored if the page is.
static struct affine to_page(const struct pen *pen)
{
    struct affine m = {pen->unit_mm, 0, 0, pen->unit_mm, pen->x_mm, pen->y_mm};
    if (pen->mirror_w > 0) {
        m.xx = -pen->unit_mm;
        m.x0 = pen->x_mm + pen->mirror_w * pen->unit_mm;
    }
    return m;
}

struct affine pen_affine(const struct pen *pen)
{
    return affine_multiply(to_page(pen), pen->frame.m);
}

void pen_image(struct pen *pen, const struct bitmap *bitmap, struct box local)
{
    scene_image(pen->scene, bitmap, pen_box(pen, local));
}

struct box pen_box(const struct pen *pen, struct box local)
{
    return affine_apply_box(pen_affine(pen), local);
}

static void emit(struct pen *pen, const struct line *ink, uint32_t colour)
{
    if (ink->n > 2)
        scene_fill(pen->scene, ink, 1, to_page(pen), colour, false);
}

static void local_to_ink(const struct pen *pen, const struct line *line, struct line *ink)
{
    line_init(ink);
    line_append(ink, line);
    line_transform(ink, pen->frame.m);
}

// Without the points that lie nearly on the line between those that stay.
static void thin(const struct pen *pen, struct line *line)
{
    line->n = sleeve_fit(line->p, line->n, STRAIGHT_MM / pen->unit_mm);
}

static void emit_rounded(struct pen *pen, const struct line *ink, uint32_t colour)
{
    struct line rounded;
    line_init(&rounded);
    sleeve_round(ink, &rounded);
    emit(pen, &rounded, colour);
    line_clear(&rounded);
}

// The mark that one pull leaves on the page.
static void emit_ribbon(struct pen *pen, const struct line *pull, double w, uint64_t key, double nib,
                        bool taper, uint32_t colour)
{
    struct line ribbon;
    line_init(&ribbon);
    ink_ribbon(pull, w, key, nib, taper, &ribbon);
    thin(pen, &ribbon);
    emit_rounded(pen, &ribbon, colour);
    line_clear(&ribbon);
}

static void emit_dashes(struct pen *pen, struct line *pull, const struct pen_stroke *stroke, double w,
                        uint64_t key)
{
    double step = fmax(1, stroke->dash / 4);
    line_resample(pull, step);
    size_t on = MAX((size_t)1, (size_t)lround(stroke->dash / step));
    size_t off = MAX((size_t)1, (size_t)lround(stroke->gap / step));
    for (size_t i = 0; i + 1 < pull->n; i += on + off) {
        struct line dash = {pull->p + i, MIN(on + 1, pull->n - i), 0};
        emit_ribbon(pen, &dash, w, hand_key(key, i), 0.15, false, stroke->colour);
    }
}

void pen_line(struct pen *pen, const struct line *line, struct pen_stroke stroke)
{
    struct line ink;
    local_to_ink(pen, line, &ink);
    double w = stroke.width * pen->frame.weight;
    uint64_t key = pen_next_key(pen);
    size_t n;
    struct pull *pulls = hand_pulls(&ink, stroke.closed, &n);
    for (size_t i = 0; i < n; i++) {
        struct line *pull = &pulls[i].line;
        uint64_t pull_key = hand_key(key, i);
        if (pulls[i].loop) {
            line_add(pull, pull->p[0].x, pull->p[0].y);
            line_resample(pull, 2.5);
            pull->n--;
            if (pull->n > 2)
                hand_close_loop(pull, pull_key, w);
        } else if (stroke.overshoot > 0) {
            hand_overshoot(pull, pull_key, fmin(stroke.overshoot * w, line_length(pull) * 0.06));
        }
        ink_wobble(pull, pull_key, stroke.wobble * pen->wobble, w);
        if (stroke.dash > 0)
            emit_dashes(pen, pull, &stroke, w, pull_key);
        else
            emit_ribbon(pen, pull, w, pull_key, 0.15, true, stroke.colour);
    }
    hand_free_pulls(pulls, n);
    line_clear(&ink);
}

void pen_polygon(struct pen *pen, const struct line *line, uint32_t colour)
{
    struct line ink;
    local_to_ink(pen, line, &ink);
    emit(pen, &ink, colour);
    line_clear(&ink);
}

// Where pulls of a broad marker overlap: slightly darker seams inside the filled area.
static void add_seams(struct pen *pen, const struct line *area, uint32_t colour, uint64_t key,
                      double band)
{
    const double slope = -0.10;
    struct box box = line_box(area);
    struct random random = random_seeded(hand_key(key, 's'));
    uint32_t dark = colour_fade(colour_mix(colour, COLOUR_INK, 0.10), 0.55);
    scene_clip(pen->scene, area, to_page(pen));
    double y = box.y + band * random_range(&random, 0.6, 1);
    for (uint64_t i = 0; y < box.y + box.h - slope * box.w; i++) {
        struct line seam;
        line_init(&seam);
        line_add(&seam, box.x - 4, y + random_range(&random, -1, 1));
        line_add(&seam, box.x + box.w + 4, y + slope * box.w + random_range(&random, -1, 1));
        ink_wobble(&seam, hand_key(key, i), 1.6, 9);
        emit_ribbon(pen, &seam, random_range(&random, 1, 2), hand_key(key, i), 0, true, dark);
        line_clear(&seam);
        y += band * random_range(&random, 0.85, 1.15);
    }
    scene_unclip(pen->scene);
}

void pen_fill(struct pen *pen, const struct line *line, uint32_t colour, double dx, double dy,
              double wobble, double seams)
{
    if (line->n < 3)
        return;
    struct line ink;
    local_to_ink(pen, line, &ink);
    uint64_t key = pen_next_key(pen);
    if (wobble > 0) {
        line_add(&ink, ink.p[0].x, ink.p[0].y);
        ink_wobble(&ink, key, wobble * pen->wobble, 6);
        thin(pen, &ink);
    }
    line_transform(&ink, affine_translation(dx, dy));
    emit_rounded(pen, &ink, colour);
    if (seams > 0 && !pen->crisp_fill)
        add_seams(pen, &ink, colour, key, seams);
    line_clear(&ink);
}

void pen_shape(struct pen *pen, const struct line *line, uint32_t fill, double width, double dx,
               double dy, double seams)
{
    pen_polygon(pen, line, COLOUR_PAPER);
    if (fill != COLOUR_NONE && fill != COLOUR_PAPER)
        pen_fill(pen, line, fill, dx, dy, 0.8, seams);
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.closed = true;
    pen_line(pen, line, stroke);
}

void pen_shape_of(struct pen *pen, const struct point *points, size_t n, uint32_t fill,
                  double width, double dx, double dy)
{
    struct line line;
    line_init(&line);
    for (size_t i = 0; i < n; i++)
        line_add(&line, points[i].x, points[i].y);
    pen_shape(pen, &line, fill, width, dx, dy, 0);
    line_clear(&line);
}

void pen_segment(struct pen *pen, double x0, double y0, double x1, double y1, double width)
{
    struct line line;
    line_init(&line);
    line_add(&line, x0, y0);
    line_add(&line, x1, y1);
    pen_line(pen, &line, PEN_STROKE(width));
    line_clear(&line);
}

void pen_limb(struct pen *pen, const struct line *line, double local_width, uint32_t fill,
              double width)
{
    struct line ink;
    local_to_ink(pen, line, &ink);
    double outer = local_width * affine_scale_of(pen->frame.m), w = width * pen->frame.weight;
    uint64_t key = pen_next_key(pen);
    ink_wobble(&ink, key, 0.8 * pen->wobble, 3);
    emit_ribbon(pen, &ink, outer + w, key, 0, false, COLOUR_INK);
    emit_ribbon(pen, &ink, fmax(0.5, outer - w), key, 0, false, fill);
    line_clear(&ink);
}

void pen_dot(struct pen *pen, double x, double y, double radius_ink, uint32_t colour)
{
    struct point p = affine_apply(pen->frame.m, (struct point){x, y});
    struct random random = random_seeded(pen_next_key(pen));
    double r = radius_ink * pen->frame.weight;
    double rx = r * random_range(&random, 0.92, 1.08), ry = r * random_range(&random, 0.92, 1.08);
    struct line dot;
    line_init(&dot);
    line_add_ellipse(&dot, p.x, p.y, rx, ry, 14);
    emit(pen, &dot, colour);
    line_clear(&dot);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Where the line through `o` in direction (c, s) crosses the polygon's edges: distances from `o`.
static void crossings(const struct line *polygon, struct point o, double c, double s, GArray *hits)
{
    g_array_set_size(hits, 0);
    for (size_t i = 0; i < polygon->n; i++) {
        struct point a = polygon->p[i], b = polygon->p[(i + 1) % polygon->n];
        double da = (a.y - o.y) * c - (a.x - o.x) * s, db = (b.y - o.y) * c - (b.x - o.x) * s;
        if ((da > 0) == (db > 0))
            continue;
        double t = da / (da - db);
        double at = (a.x + (b.x - a.x) * t - o.x) * c + (a.y + (b.y - a.y) * t - o.y) * s;
        g_array_append_val(hits, at);
    }
    g_array_sort(hits, by_value);
}

void pen_hatch(struct pen *pen, const struct line *polygon, double gap, double degrees, double width,
               uint32_t colour)
{
    struct line ink;
    local_to_ink(pen, polygon, &ink);
    uint64_t key = pen_next_key(pen);
    struct random random = random_seeded(key);
    struct box box = line_box(&ink);
    double c = cos(degrees * G_PI / 180), s = sin(degrees * G_PI / 180);
    double reach = hypot(box.w, box.h) / 2 + 2, w = width * pen->frame.weight;
    GArray *hits = g_array_new(FALSE, FALSE, sizeof(double));
    uint64_t drawn = 0;
    for (double t = -reach; t < reach; t += gap * random_range(&random, 0.85, 1.15)) {
        struct point o = {box.x + box.w / 2 - s * t, box.y + box.h / 2 + c * t};
        crossings(&ink, o, c, s, hits);
        for (guint i = 0; i + 1 < hits->len; i += 2) {
            double from = g_array_index(hits, double, i) + random_range(&random, 0.2, 1.4);
            double to = g_array_index(hits, double, i + 1) - random_range(&random, 0.2, 2.2);
            if (to - from <= 2.5)
                continue;
            struct line stroke;
            line_init(&stroke);
            line_add(&stroke, o.x + c * from, o.y + s * from);
            line_add(&stroke, o.x + c * to, o.y + s * to);
            uint64_t stroke_key = hand_key(key, ++drawn);
            ink_wobble(&stroke, stroke_key, 0.7 * pen->wobble, 2);
            emit_ribbon(pen, &stroke, w, stroke_key, 0.15, true, colour);
            line_clear(&stroke);
        }
    }
    g_array_free(hits, TRUE);
    line_clear(&ink);
}

// ---- text --------------------------------------------------------------------------------------

double pen_text(struct pen *pen, const struct run *run, double x, double baseline, double size,
                enum pen_anchor anchor, uint32_t colour)
{
    double k = affine_scale_of(pen->frame.m), w = run->width * size;
    double left = x - (anchor == PEN_CENTRE ? w / 2 : anchor == PEN_END ? w : 0);
    // Letters are never mirrored: on a mirrored page the right end of the box is the left one.
    struct affine m = affine_multiply(to_page(pen), pen->frame.m);
    struct point at = affine_apply(m, (struct point){pen->mirror_w > 0 ? left + w : left, baseline});
    scene_text(pen->scene, run, size * k * pen->unit_mm, at.x, at.y, 0, colour);
    return w;
}

void pen_paragraph(struct pen *pen, const struct paragraph *paragraph, double x, double y,
                   double width, enum pen_anchor align, uint32_t colour, const char *key)
{
    if (width <= 0)
        width = paragraph->width;
    struct random random = random_seeded(key == NULL ? 0 : hash_bytes(pen->frame.key, key, strlen(key)));
    double k = affine_scale_of(pen->frame.m);
    struct affine m = affine_multiply(to_page(pen), pen->frame.m);
    for (int i = 0; i < paragraph->n; i++) {
        const struct run *run = paragraph->lines[i];
        double w = run->width * paragraph->size, baseline = y + paragraph->ascent + i * paragraph->leading;
        double left = x + (align == PEN_CENTRE ? (width - w) / 2 : align == PEN_END ? width - w : 0);
        double turn = 0;
        if (key != NULL) { // ART: baseline +-0.35 a 16, start +-0.8, +-0.004 rad
            baseline += random_range(&random, -0.35, 0.35) * paragraph->size / 16;
            double shift = random_range(&random, -0.8, 0.8);
            left += align == PEN_END ? 0 : shift;
            turn = rint(random_range(&random, -0.004, 0.004) / TURN_STEP) * TURN_STEP;
        }
        struct point at = affine_apply(m, (struct point){pen->mirror_w > 0 ? left + w : left, baseline});
        scene_text(pen->scene, run, paragraph->size * k * pen->unit_mm, at.x, at.y, turn, colour);
    }
}
