// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/growth.h"

#include <math.h>

#include "draw/scene.h"

#define RIBBON_MOST 3.2 // mm: what is wider on average is an area
#define SLIM 5.0        // and a ribbon is that many times longer than wide

// ---- polygons -----------------------------------------------------------------------------------

struct part { // a polygon of an item
    const struct point *p;
    size_t n;
};

static struct part part_of(const struct scene_item *item, unsigned i)
{
    size_t first = i > 0 ? item->path.ends[i - 1] : 0;
    return (struct part){item->path.p + first, item->path.ends[i] - first};
}

static double part_length(struct part part, bool closed)
{
    double sum = 0;
    for (size_t i = 1; i < part.n; i++)
        sum += hypot(part.p[i].x - part.p[i - 1].x, part.p[i].y - part.p[i - 1].y);
    if (closed && part.n > 1)
        sum += hypot(part.p[0].x - part.p[part.n - 1].x, part.p[0].y - part.p[part.n - 1].y);
    return sum;
}

static double part_area(struct part part)
{
    double sum = 0;
    for (size_t i = 0; i < part.n; i++) {
        struct point a = part.p[i], b = part.p[(i + 1) % part.n];
        sum += a.x * b.y - b.x * a.y;
    }
    return fabs(sum) / 2;
}

// The pen's strokes are closed ribbons: along one side, round the end, back along the other.
static bool is_ribbon(const struct scene_item *item)
{
    double length = 0, area = 0;
    for (unsigned i = 0; i < item->path.polygons; i++) {
        length += part_length(part_of(item, i), true) / 2;
        area += part_area(part_of(item, i));
    }
    double width = length > 0 ? area / length : 0;
    return width > 0 && width < RIBBON_MOST && length > SLIM * width;
}

enum growth growth_of(const struct scene_item *item)
{
    switch (item->type) {
    case SCENE_FILL:
        return is_ribbon(item) ? GROWTH_STROKE : GROWTH_AREA;
    case SCENE_STROKE:
        return GROWTH_STROKE;
    case SCENE_TEXT:
        return GROWTH_TEXT;
    case SCENE_CLIP:
    case SCENE_UNCLIP:
        return GROWTH_BORDER;
    case SCENE_IMAGE:
    case SCENE_USE:
        break;
    }
    return GROWTH_AREA;
}

double growth_length(const struct scene_item *item)
{
    const double AREA = 8; // a stroke of the broad marker, however large
    enum growth growth = growth_of(item);
    if (growth == GROWTH_BORDER || box_is_empty(item->box))
        return 0;
    if (growth == GROWTH_TEXT)
        return 2 * hypot(item->box.w, item->box.h);
    if (growth == GROWTH_AREA)
        return AREA;
    double sum = 0;
    for (unsigned i = 0; i < item->path.polygons; i++)
        sum += part_length(part_of(item, i), item->path.closed) / (item->type == SCENE_FILL ? 2 : 1);
    return sum;
}

// ---- growing ------------------------------------------------------------------------------------

// The points of `part` from its start (or, backwards, from its end) until `length`; the last one lies
// between two.
static void walk(struct part part, double length, bool backwards, struct line *out)
{
    for (size_t i = 0; i < part.n; i++) {
        size_t at = backwards ? part.n - 1 - i : i;
        struct point p = part.p[at];
        if (i > 0) {
            struct point before = part.p[backwards ? at + 1 : at - 1];
            double step = hypot(p.x - before.x, p.y - before.y);
            if (step >= length) {
                double t = step > 0 ? length / step : 0;
                line_add(out, before.x + (p.x - before.x) * t, before.y + (p.y - before.y) * t);
                return;
            }
            length -= step;
        }
        line_add(out, p.x, p.y);
    }
}

// Both sides of a ribbon until the same length, joined where the nib is.
static void put_ribbon(struct part part, double share, struct line *out)
{
    double half = part_length(part, true) / 2;
    struct line back;
    line_init(&back);
    walk(part, half * share, false, out);
    walk(part, half * share, true, &back);
    line_reverse(&back);
    line_append(out, &back);
    line_clear(&back);
}

static void put_stroke(struct scene *scene, const struct scene_item *item, double share)
{
    double total = growth_length(item), done = total * share;
    bool ribbon = item->type == SCENE_FILL;
    for (unsigned i = 0; i < item->path.polygons && done > 0; i++) {
        struct part part = part_of(item, i);
        double length = part_length(part, item->path.closed) / (ribbon ? 2 : 1);
        struct line line;
        line_init(&line);
        if (ribbon)
            put_ribbon(part, length > 0 ? fmin(1, done / length) : 1, &line);
        else
            walk(part, done, false, &line);
        if (ribbon)
            scene_fill(scene, &line, 1, AFFINE_IDENTITY, item->colour, item->path.even_odd);
        else
            scene_stroke(scene, &line, 1, AFFINE_IDENTITY, item->path.width, false, item->path.dash,
                         item->colour);
        line_clear(&line);
        done -= length;
    }
}

void growth_uncover(struct scene *scene, const struct scene_item *item, double share,
                    struct box window, bool rtl)
{
    if (growth_of(item) == GROWTH_BORDER || share >= 1) {
        scene_repeat(scene, item);
        return;
    }
    if (share <= 0)
        return;
    struct line open;
    line_init(&open);
    double w = window.w * share;
    line_add_rect(&open, rtl ? window.x + window.w - w : window.x, window.y, w, window.h);
    scene_clip(scene, &open, AFFINE_IDENTITY);
    scene_repeat(scene, item);
    scene_unclip(scene);
    line_clear(&open);
}

void growth_put(struct scene *scene, const struct scene_item *item, double share)
{
    enum growth growth = growth_of(item);
    if (growth == GROWTH_BORDER || share >= 1) {
        scene_repeat(scene, item);
        return;
    }
    if (share <= 0)
        return;
    if (growth == GROWTH_STROKE) {
        put_stroke(scene, item, share);
    } else if (growth == GROWTH_TEXT) {
        growth_uncover(scene, item, share, box_grow(item->box, item->box.h * 0.1),
                       item->text.run->rtl);
    } else if (item->type == SCENE_USE) {
        scene_use(scene, item->use.scene, item->use.m, item->use.alpha * share);
    } else {
        struct scene_item pale = *item;
        pale.colour = colour_fade(item->colour, share);
        pale.hash ^= (uint64_t)(share * 4096) << 17;
        scene_repeat(scene, &pale);
    }
}
