// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/outline.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/random.h"
#include "poster/form.h"
#include "poster/pack.h"

#define RAYS 220
#define SOFT 46.0 // range over which neighbouring boxes melt together
#define ORGANIC 0.22
#define FILL 0.8  // of the way from the profile to its convex hull: no notches
#define BUMP 58.0 // of a cloud, length and height
#define BUMP_H 11.0
#define BULGE 6.0

static double distance(struct box box, double x, double y)
{
    double dx = fmax(fmax(box.x - x, x - box.x - box.w), 0);
    double dy = fmax(fmax(box.y - y, y - box.y - box.h), 0);
    return hypot(dx, dy);
}

// Distance to the nearest of the boxes, rounded where two are about as near (polynomial smooth
// minimum, I. Quilez); many boxes with a common edge round no more than two.
static double soft_distance(const struct box *boxes, size_t n, double x, double y)
{
    double soft = 1e9, least = 1e9;
    for (size_t i = 0; i < n; i++) {
        double e = distance(boxes[i], x, y);
        double h = fmax(SOFT - fabs(soft - e), 0) / SOFT;
        soft = fmin(soft, e) - h * h * SOFT * 0.25;
        least = fmin(least, e);
    }
    return fmax(soft, least - SOFT * 0.25);
}

// How far a ray from `c` towards (dx, dy) leaves the hull.
static double hull_distance(const struct line *hull, struct point c, double dx, double dy)
{
    double far = 0;
    for (size_t i = 0; i < hull->n; i++) {
        struct point a = hull->p[i], b = hull->p[(i + 1) % hull->n];
        double ex = b.x - a.x, ey = b.y - a.y, across = dx * ey - dy * ex;
        if (fabs(across) < 1e-9)
            continue;
        double t = ((a.x - c.x) * ey - (a.y - c.y) * ex) / across;
        double u = ((a.x - c.x) * dy - (a.y - c.y) * dx) / across;
        if (t > far && u >= -1e-6 && u <= 1 + 1e-6)
            far = t;
    }
    return far;
}

// A closed curve round the boxes at about the distance `pad`: rays from the middle, marched inwards
// to that distance, drawn out towards the convex hull, smoothed.
static void hug(struct line *out, const struct box *boxes, size_t n, double pad, const char *key)
{
    struct box all = BOX_EMPTY;
    for (size_t i = 0; i < n; i++)
        all = box_union(all, boxes[i]);
    struct point c = {all.x + all.w / 2, all.y + all.h / 2};
    struct random random = random_of(key);
    double p1 = random_range(&random, 0, 2 * G_PI), p2 = random_range(&random, 0, 2 * G_PI);
    double reach = hypot(all.w, all.h) / 2 + pad * 2.5, profile[RAYS], smooth[RAYS];
    struct line hull;
    line_init(&hull);
    for (int i = 0; i < RAYS; i++) {
        double a = 2 * G_PI * i / RAYS, t = reach;
        double away = pad * (1 + ORGANIC * (0.6 * sin(2 * a + p1) + 0.4 * sin(3 * a + p2)));
        for (int step = 0; step < 60 && t > 4; step++) {
            double d = soft_distance(boxes, n, c.x + cos(a) * t, c.y + sin(a) * t) - away;
            if (d <= 0.4)
                break;
            t -= fmax(0.6, d * 0.85);
        }
        profile[i] = t;
        line_add(&hull, c.x + cos(a) * t, c.y + sin(a) * t);
    }
    line_hull(&hull);
    for (int i = 0; i < RAYS; i++) {
        double a = 2 * G_PI * i / RAYS;
        double far = hull_distance(&hull, c, cos(a), sin(a));
        profile[i] += FILL * fmax(0, far - profile[i]);
    }
    line_clear(&hull);
    for (int pass = 0; pass < 3; pass++) {
        for (int i = 0; i < RAYS; i++)
            smooth[i] = (profile[(i + RAYS - 2) % RAYS] + 2 * profile[(i + RAYS - 1) % RAYS] +
                         3 * profile[i] + 2 * profile[(i + 1) % RAYS] + profile[(i + 2) % RAYS]) /
                        9;
        for (int i = 0; i < RAYS; i++)
            profile[i] = smooth[i];
    }
    for (int i = 0; i <= RAYS; i++) {
        double a = 2 * G_PI * i / RAYS;
        line_add(out, c.x + cos(a) * profile[i % RAYS], c.y + sin(a) * profile[i % RAYS]);
    }
    line_resample(out, 14);
    out->n--; // the end is the start
}

// What an outline has to hold: columns, heading, and a torso as wide as both down to where the foot
// may narrow.
static size_t held_boxes(const struct placed *placed, double top, double pad, struct box *boxes)
{
    const struct heading *heading = &placed->pack->heading;
    size_t n = 0;
    struct box content = BOX_EMPTY;
    for (size_t i = 0; i < placed->columns_n; i++) {
        boxes[n++] = placed->columns[i];
        content = box_union(content, placed->columns[i]);
    }
    double head_top = top + pad, head_end = placed->heading_y + heading->h + 14;
    struct box head = {placed->heading_x + 14, head_top, heading->w - 28,
                       fmax(4, head_end - head_top)};
    boxes[n++] = head;
    if (box_is_empty(content)) {
        double side = placed->pack->side;
        boxes[n++] =
            (struct box){placed->box.x + side, head_end, placed->box.w - 2 * side,
                         fmax(8, placed->box.h - placed->pack->top - placed->pack->bottom)};
        return n;
    }
    double left = fmin(content.x, head.x + 6);
    double right = fmax(content.x + content.w, head.x + head.w - 24);
    double foot = content.y + 0.78 * content.h;
    if (foot > head_end)
        boxes[n++] = (struct box){left, head_end, right - left, foot - head_end};
    return n;
}

// Outlines may bulge out of their place a little, never off the page.
static void keep_in_place(const struct page *page, struct box place, struct line *line)
{
    struct box sheet = {page->margin, page->margin, page->w - 2 * page->margin,
                        page->h - 2 * page->margin};
    place = box_intersection(box_grow(place, BULGE), sheet);
    for (size_t i = 0; i < line->n; i++) {
        line->p[i].x = fmin(fmax(line->p[i].x, place.x), place.x + place.w);
        line->p[i].y = fmin(fmax(line->p[i].y, place.y), place.y + place.h);
    }
}

void outline_hug(struct page *page, struct island *island, double top, bool bumps)
{
    const struct placed *placed = island->layout;
    double bump = bumps ? BUMP_H : 0;
    double pad = fmin(24, (placed->pack->side + BULGE - bump) / (1 + 0.75 * ORGANIC));
    struct box *boxes = ARENA_ARRAY(page->arena, struct box, placed->columns_n + 3);
    size_t n = held_boxes(placed, top, pad, boxes);
    hug(&island->outline, boxes, n, pad,
        arena_printf(page->arena, "outline %d", island->table->number));
    if (bumps) {
        line_smooth(&island->outline, true, 3);
        line_scallop(&island->outline, BUMP, BUMP_H);
    }
}

void outline_island(struct page *page, struct island *island)
{
    const struct placed *placed = island->layout;
    struct line *line = &island->outline;
    struct box box = island->box;
    double top = placed->heading_y + placed->pack->heading.h * 0.52;
    double foot = box.y + box.h - placed->pack->bottom + 16; // a little below the content
    line_clear(line);
    island->form->outline(page, island, top, foot);
    keep_in_place(page, box, line);
    island->box = box_union(box, line_box(line));
}
