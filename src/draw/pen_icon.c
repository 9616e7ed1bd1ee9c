// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/icon.h"
#include "draw/pen.h"

// Of 576 square grid units: smaller closed parts are not filled, and where all of them together are
// smaller the colour becomes a loose blob behind the strokes.
#define LEAST_PART 5.0
#define LEAST_FILLED 22.0
#define DOT 0.05 // grid units: a stroke shorter than this is a dot

static struct line stroke_line(struct icon_stroke *stroke)
{
    return (struct line){stroke->p, stroke->n, 0};
}

static bool is_dot(const struct icon_stroke *stroke)
{
    return stroke->n == 1 || (stroke->n == 2 && hypot(stroke->p[1].x - stroke->p[0].x,
                                                      stroke->p[1].y - stroke->p[0].y) < DOT);
}

static double part_area(struct icon_stroke *stroke)
{
    struct line line = stroke_line(stroke);
    return stroke->closed && stroke->n > 2 ? fabs(line_area(&line)) : 0;
}

static void fill_blob(struct pen *pen, struct box box, uint32_t fill)
{
    struct random random = random_seeded(pen_next_key(pen));
    double rx = box.w * 0.40 + 1, ry = box.h * 0.36 + 1;
    struct line blob;
    line_init(&blob);
    for (int i = 0; i < 9; i++) {
        double t = i * 2 * G_PI / 9;
        line_add(&blob, box.x + box.w / 2 + 1.4 + rx * cos(t) * random_range(&random, 0.90, 1.08),
                 box.y + box.h / 2 + 1.6 + ry * sin(t) * random_range(&random, 0.88, 1.08));
    }
    line_smooth(&blob, true, 9);
    pen_fill(pen, &blob, fill, 0, 0, 0.8, 0);
    line_clear(&blob);
}

static void fill_parts(struct pen *pen, int icon, uint32_t fill)
{
    double total = 0;
    struct box box = BOX_EMPTY;
    struct icon_stroke stroke;
    int n = icon_strokes(pen->icons, icon);
    for (int i = 0; i < n; i++) {
        icon_stroke_load(pen->icons, icon, i, &stroke);
        total += part_area(&stroke);
        box = box_union(box, box_of_points(stroke.p, stroke.n));
    }
    if (total <= LEAST_FILLED) {
        fill_blob(pen, box, fill);
        return;
    }
    double k = affine_scale_of(pen->frame.m) * 24; // its size, ink units
    for (int i = 0; i < n; i++) {
        icon_stroke_load(pen->icons, icon, i, &stroke);
        struct line line = stroke_line(&stroke);
        if (part_area(&stroke) > LEAST_PART)
            pen_fill(pen, &line, fill, k * 0.045, k * 0.04, 0.5, 0);
    }
}

bool pen_icon(struct pen *pen, const char *name, double x, double y, double size, uint32_t fill,
              double width, const char *key)
{
    int icon =
        name == NULL || *name == '\0' || pen->icons == NULL ? -1 : icons_find(pen->icons, name);
    if (icon < 0)
        return false;
    // On a mirrored page an icon is mirrored back, unless it points where the reader reads.
    bool back = pen->mirror_w > 0 && !icon_has_direction(name);
    double k = size / 24;
    pen_push_full(pen, back ? x + size : x, y, back ? -k : k, k, 0, key == NULL ? name : key, 1);
    if (fill != COLOUR_NONE)
        fill_parts(pen, icon, fill);
    double ink_size = affine_scale_of(pen->frame.m) * 24;
    struct icon_stroke stroke;
    for (int i = 0; i < icon_strokes(pen->icons, icon); i++) {
        icon_stroke_load(pen->icons, icon, i, &stroke);
        if (is_dot(&stroke)) {
            pen_dot(pen, stroke.p[0].x, stroke.p[0].y, width * 0.62, COLOUR_INK);
            continue;
        }
        struct pen_stroke pull = PEN_STROKE(width);
        pull.closed = stroke.closed;
        pull.wobble = 0.9 * fmin(1, ink_size / 70) + 0.25;
        pull.overshoot = 0.5;
        struct line line = stroke_line(&stroke);
        pen_line(pen, &line, pull);
    }
    pen_pop(pen);
    return true;
}
