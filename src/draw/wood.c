// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/wood.h"

#include <glib.h>
#include <math.h>

#include "draw/pen.h"
#include "draw/scene.h"

#define STEP 4.0    // between points of an outline
#define TAPER 0.8   // exponent: a limb thins faster near its beginning
#define LEAST_RUN 6 // points of an outline that is worth a stroke
#define LIT 12.5 // along the edges at the top and on the left, where the light comes from

void wood_init(struct wood *wood)
{
    *wood = (struct wood){0};
}

void wood_clear(struct wood *wood)
{
    for (size_t i = 0; i < wood->n; i++)
        line_clear(&wood->limbs[i].outline);
    g_free(wood->limbs);
    wood_init(wood);
}

void wood_add_shape(struct wood *wood, const struct line *outline)
{
    if (outline->n < 3)
        return;
    if (wood->n == wood->room) {
        wood->room = MAX((size_t)8, wood->room * 2);
        wood->limbs = g_renew(struct limb, wood->limbs, wood->room);
    }
    struct limb *limb = &wood->limbs[wood->n++];
    line_init(&limb->outline);
    line_append(&limb->outline, outline);
    line_add(&limb->outline, outline->p[0].x, outline->p[0].y);
    line_resample(&limb->outline, STEP);
    limb->outline.n--; // the end is the start
    limb->box = line_box(&limb->outline);
}

// Both sides of the resampled line `dots`, round the tip between them.
static void add_sides(const struct line *dots, double w0, double w1, struct line *outline)
{
    size_t n = dots->n;
    struct point tip = dots->p[n - 1], before = dots->p[n - 2];
    double heading = atan2(tip.y - before.y, tip.x - before.x), r = w1 * 0.45;
    for (int side = -1; side <= 1; side += 2) {
        for (size_t k = 0; k < n; k++) {
            size_t i = side < 0 ? k : n - 1 - k;
            struct point a = dots->p[i > 0 ? i - 1 : 0], b = dots->p[MIN(i + 1, n - 1)];
            double length = fmax(1e-6, hypot(b.x - a.x, b.y - a.y));
            double w = w0 + (w1 - w0) * pow((double)i / (double)(n - 1), TAPER);
            double off = -side * w / 2 / length;
            line_add(outline, dots->p[i].x - (b.y - a.y) * off, dots->p[i].y + (b.x - a.x) * off);
        }
        for (int turn = 1; side < 0 && turn >= -1; turn--)
            line_add(outline, tip.x + r * cos(heading + turn * 0.7),
                     tip.y + r * sin(heading + turn * 0.7));
    }
}

void wood_add(struct wood *wood, const struct line *middle, double w0, double w1)
{
    struct line dots, outline;
    line_init(&dots);
    line_init(&outline);
    line_append(&dots, middle);
    line_resample(&dots, STEP);
    if (dots.n >= 2) {
        add_sides(&dots, w0, w1, &outline);
        wood_add_shape(wood, &outline);
    }
    line_clear(&dots);
    line_clear(&outline);
}

// Whether a point of limb `of` lies inside another one.
static bool is_covered(const struct wood *wood, size_t of, struct point p)
{
    for (size_t i = 0; i < wood->n; i++)
        if (i != of && box_contains(wood->limbs[i].box, p) &&
            line_contains(&wood->limbs[i].outline, p.x, p.y))
            return true;
    return false;
}

static void draw_outline(struct pen *pen, const struct wood *wood, size_t of, double width)
{
    const struct line *outline = &wood->limbs[of].outline;
    size_t n = outline->n, start = 0;
    bool *covered = g_new(bool, n);
    for (size_t i = 0; i < n; i++)
        covered[i] = is_covered(wood, of, outline->p[i]);
    while (start < n && !covered[start])
        start++;
    struct pen_stroke stroke = PEN_STROKE(width);
    stroke.wobble = 1.6;
    stroke.overshoot = 0;
    struct line run;
    line_init(&run);
    for (size_t k = 0; k <= n; k++) { // from a covered point round to it
        size_t i = (start + k) % n;
        if (!covered[i] || (k == n && start == n)) {
            if (run.n == 0 && start < n) { // meet the other limb's outline
                struct point before = outline->p[(i + n - 1) % n];
                line_add(&run, before.x, before.y);
            }
            line_add(&run, outline->p[i].x, outline->p[i].y);
            if (k < n)
                continue;
        } else if (run.n > 0) {
            line_add(&run, outline->p[i].x, outline->p[i].y);
        }
        if (run.n >= LEAST_RUN)
            pen_line(pen, &run, stroke);
        line_clear(&run);
    }
    line_clear(&run);
    g_free(covered);
}

// The colour, but for the lit edges of the body that all limbs are together.
static void draw_shade(struct pen *pen, const struct wood *wood, uint32_t fill)
{
    struct line *limbs = g_new(struct line, wood->n);
    for (size_t i = 0; i < wood->n; i++) {
        line_init(&limbs[i]);
        line_copy(&limbs[i], &wood->limbs[i].outline);
        if (line_area(&limbs[i]) < 0) // all in one direction, or they would be holes
            line_reverse(&limbs[i]);
    }
    scene_clip_union(pen->scene, limbs, wood->n, pen_affine(pen));
    for (size_t i = 0; i < wood->n; i++)
        pen_fill(pen, &limbs[i], fill, LIT, LIT * 0.7, 0.5, 0);
    scene_unclip(pen->scene);
    for (size_t i = 0; i < wood->n; i++)
        line_clear(&limbs[i]);
    g_free(limbs);
}

void wood_draw(struct pen *pen, const struct wood *wood, uint32_t fill, double width,
               const char *key)
{
    pen_push(pen, 0, 0, 1, key);
    for (size_t i = 0; i < wood->n; i++)
        pen_polygon(pen, &wood->limbs[i].outline, COLOUR_PAPER);
    draw_shade(pen, wood, fill);
    for (size_t i = 0; i < wood->n; i++)
        draw_outline(pen, wood, i, width);
    pen_pop(pen);
}
