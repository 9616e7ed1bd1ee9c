// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which tables belong together, and why: a dashed arrow with its words, or twin badges on both
// outlines where no arrow has room (ART.md, section 9).
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "draw/colour.h"
#include "draw/figure.h"
#include "poster/badge.h"
#include "poster/composition.h"
#include "poster/form.h"
#include "poster/further.h"
#include "poster/page.h"
#include "poster/route.h"
#include "poster/space.h"

#define LABEL_SIZE 15.5
#define LABEL_LEADING 1.15
#define LEAST_ARROW 46.0  // two heads need it
#define LEAST_SILENT 84.0 // shorter and without words says nothing,
#define SHORT_LABEL 60.0  // but words may stand so far from a short way
#define DASH 15.0
#define GAP 9.0

enum label_place { LABEL_NONE, LABEL_BESIDE, LABEL_INLINE };

struct connection {
    const struct island *a, *b;
    const struct harvest_relation *relation;
    struct line way; // owned
    double length;
    enum label_place place;
    struct paragraph *label;
    struct point at; // middle of the label
    size_t from, to; // LABEL_INLINE: the stretch of the way (resampled by 4) that it interrupts
};

static double label_size(const struct page *page)
{
    return fmax(LABEL_SIZE, page->min_size);
}

static struct box label_box(const struct connection *c)
{
    double w = c->label->width, h = c->label->height;
    return (struct box){c->at.x - w / 2, c->at.y - h / 2, w, h};
}

// The label in exactly `lines` lines, or NULL.
static struct paragraph *label_in(struct page *page, const char *text, int lines)
{
    double size = label_size(page), whole = page_text_width(page, text, 600, page_lang(page), size);
    double width = lines == 1 ? whole + 1 : whole / lines * 1.25;
    struct paragraph *label =
        page_paragraph(page, text, 600, page_lang(page), size, width, LABEL_LEADING);
    return label->n == lines && !label->overfull ? label : NULL;
}

static double distance_to_box(const struct line *dots, struct box box)
{
    double least = INFINITY;
    for (size_t i = 0; i < dots->n; i++) {
        double dx = fmax(fmax(box.x - dots->p[i].x, 0), dots->p[i].x - box.x - box.w);
        double dy = fmax(fmax(box.y - dots->p[i].y, 0), dots->p[i].y - box.y - box.h);
        least = fmin(least, hypot(dx, dy));
    }
    return least;
}

// Words stand on nothing, not even on what lines may cross.
static bool has_room(const struct page *page, const struct space *space, struct box box)
{
    if (!space_is(space, box, SPACE_FREE))
        return false;
    for (size_t i = 0; i < page->obstacles_n; i++)
        if (page->obstacles[i].kind == OBSTACLE_CROSSED &&
            box_overlaps(page->obstacles[i].box, box, -5))
            return false;
    return true;
}

// The nearest free place beside the way, `low` to `high` from it, for one to three lines.
static bool put_label_beside(struct page *page, const struct space *space, struct connection *c,
                             double low, double high)
{
    struct line dots;
    line_init(&dots);
    line_append(&dots, &c->way);
    line_resample(&dots, 12);
    double best = INFINITY;
    for (int lines = 1; lines <= 3 && isinf(best); lines++) {
        struct paragraph *label = label_in(page, c->relation->label, lines);
        if (label == NULL)
            continue;
        double w = label->width, h = label->height;
        for (size_t i = 0; i < dots.n; i++)
            for (double dy = -72; dy <= 72; dy += 6)
                for (double dx = -w / 2 - 40; dx <= w / 2 + 40; dx += 6) {
                    struct point at = {dots.p[i].x + dx, dots.p[i].y + dy};
                    struct box box = {at.x - w / 2, at.y - h / 2, w, h};
                    double off_middle = fabs((double)i - (double)dots.n / 2) * 0.75;
                    if (off_middle + low >= best || !has_room(page, space, box_grow(box, 2)))
                        continue;
                    double away = distance_to_box(&dots, box);
                    if (away < low || away > high || away + off_middle >= best)
                        continue;
                    best = away + off_middle;
                    c->label = label;
                    c->at = at;
                    c->place = LABEL_BESIDE;
                }
    }
    line_clear(&dots);
    return c->place == LABEL_BESIDE;
}

// On the way itself, where it runs flat for the length of the words.
static bool put_label_inline(struct page *page, const struct space *space, struct connection *c)
{
    struct paragraph *label = label_in(page, c->relation->label, 1);
    if (label == NULL)
        return false;
    struct line dots;
    line_init(&dots);
    line_append(&dots, &c->way);
    line_resample(&dots, 4);
    size_t need = (size_t)((label->width + 20) / 4);
    double best = -INFINITY;
    for (size_t i = 6; i + need + 6 < dots.n; i++) {
        struct box stretch = box_of_points(dots.p + i, need);
        double across = fabs(dots.p[i + need - 1].x - dots.p[i].x);
        if (across <= label->width * 0.95 || stretch.h >= 14)
            continue;
        double sum = 0;
        for (size_t k = 0; k < need; k++)
            sum += dots.p[i + k].y;
        struct point at = {(dots.p[i].x + dots.p[i + need - 1].x) / 2, sum / (double)need};
        double score = -stretch.h - fabs((double)(i + need / 2) - (double)dots.n / 2) * 0.2;
        struct box box = {at.x - label->width / 2 - 4, at.y - 11, label->width + 8, 22};
        if (score > best && has_room(page, space, box)) {
            best = score;
            c->label = label;
            c->at = at;
            c->from = i;
            c->to = i + need;
            c->place = LABEL_INLINE;
        }
    }
    line_clear(&dots);
    return c->place == LABEL_INLINE;
}

// The part of a contour near its top.
static void upper_part(const struct island *island, struct line *out)
{
    struct line contour;
    line_init(&contour);
    form_contour(island, &contour);
    for (size_t i = 0; i < contour.n; i++)
        if (contour.p[i].y < island->box.y + island->box.h * 0.22)
            line_add(out, contour.p[i].x, contour.p[i].y);
    line_clear(&contour);
}

// From outline to outline, or over the tops of both. False: there is no way.
static bool find_way(const struct space *space, struct connection *c, bool tops)
{
    bool found;
    struct line a, b;
    line_init(&a);
    line_init(&b);
    if (!tops) {
        form_contour(c->a, &a);
        form_contour(c->b, &b);
        found = route_find(space, &a, &b, true, &c->way);
    } else {
        upper_part(c->a, &a);
        upper_part(c->b, &b);
        found = fabs(c->a->box.y - c->b->box.y) <= 200 && a.n > 2 && b.n > 2 &&
                route_find(space, &a, &b, false, &c->way);
    }
    line_clear(&a);
    line_clear(&b);
    c->length = found ? line_length(&c->way) : 0;
    return found;
}

// First a place for the words near the middle of a wordless way, then a way round them.
static bool reserve_label(struct page *page, const struct space *space, struct connection *c,
                          bool tops)
{
    struct point middle = c->way.p[c->way.n / 2];
    for (int lines = 1; lines <= 3; lines++) {
        struct paragraph *label = label_in(page, c->relation->label, lines);
        if (label == NULL)
            continue;
        double w = label->width, h = label->height, best = INFINITY;
        struct point at = middle;
        for (double y = middle.y - 130; y <= middle.y + 130; y += 8)
            for (double x = middle.x - 150; x <= middle.x + 150; x += 8) {
                double off = hypot((x - middle.x) * 0.7, y - middle.y);
                struct box box = {x - w / 2 - 3, y - h / 2 - 2, w + 6, h + 4};
                if (off < best && has_room(page, space, box)) {
                    best = off;
                    at = (struct point){x, y};
                }
            }
        if (isinf(best))
            continue;
        struct box box = {at.x - w / 2, at.y - h / 2, w, h};
        size_t size = (size_t)space->nx * (size_t)space->ny;
        struct space without = {space->nx, space->ny, g_memdup2(space->cells, size)};
        space_put(&without, box, 1, SPACE_BLOCKED);
        struct connection again = {.a = c->a, .b = c->b, .relation = c->relation};
        bool found = find_way(&without, &again, tops);
        space_clear(&without);
        double away = found ? distance_to_box(&again.way, box) : 0;
        if (found && away >= 6 && away <= 34 && again.length < 420) {
            line_clear(&c->way);
            *c = again;
            c->label = label;
            c->at = at;
            c->place = LABEL_BESIDE;
            return true;
        }
        line_clear(&again.way);
    }
    return false;
}

// A short swing over the shoulders of two neighbours, its words above it.
static bool find_arch(struct page *page, const struct space *space, struct connection *c)
{
    static const double left_lean[] = {1.15, 0.7, 0.4}, right_lean[] = {1.15, 0.6};
    static const double rises[] = {26, 36, 48, 62, 78, 100};
    const struct island *left = c->a->box.x < c->b->box.x ? c->a : c->b;
    const struct island *right = left == c->a ? c->b : c->a;
    if (fabs(left->box.y - right->box.y) > 260 || right->box.x - left->box.x - left->box.w > 160 ||
        left->outline.n == 0 || right->outline.n == 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(left_lean) * G_N_ELEMENTS(right_lean) * G_N_ELEMENTS(rises);
         i++) {
        double rise = rises[i % 6], lean_r = right_lean[i / 6 % 2], lean_l = left_lean[i / 12];
        struct point l = left->outline.p[0], r = right->outline.p[0];
        for (size_t k = 0; k < left->outline.n; k++)
            if (left->outline.p[k].x - lean_l * left->outline.p[k].y > l.x - lean_l * l.y)
                l = left->outline.p[k];
        for (size_t k = 0; k < right->outline.n; k++)
            if (-right->outline.p[k].x - lean_r * right->outline.p[k].y > -r.x - lean_r * r.y)
                r = right->outline.p[k];
        struct point from = {l.x + 4, l.y - 8}, to = {r.x - 4, r.y - 8};
        double top = fmin(from.y, to.y) - rise * 1.3, dx = to.x - from.x;
        line_clear(&c->way);
        line_add_bezier(&c->way, from, (struct point){from.x + 0.12 * dx, top},
                        (struct point){to.x - 0.12 * dx, top}, to, 24);
        struct line dots;
        line_init(&dots);
        line_append(&dots, &c->way);
        line_resample(&dots, 5);
        bool is_free = dots.n > 9;
        for (size_t k = 4; is_free && k + 4 < dots.n; k++)
            is_free =
                space_is(space, (struct box){dots.p[k].x - 2, dots.p[k].y - 2, 4, 4}, SPACE_FREE);
        line_clear(&dots);
        c->length = line_length(&c->way);
        if (is_free && c->length >= LEAST_ARROW && put_label_beside(page, space, c, 6, 18))
            return true;
    }
    line_clear(&c->way);
    return false;
}

static double cost_of(const struct connection *c, bool tops)
{
    return (c->place == LABEL_NONE ? 60 : 0) + c->length * 0.12 + (tops ? 12 : 0);
}

// Takes over `other` when it is a better connection than `best`; clears the loser.
static void keep_better(const struct page *page, struct connection *best, double *cost, struct connection *other,
                        double other_cost)
{
    size_t n = other->way.n;
    bool hairpin = n > 1 && hypot(other->way.p[0].x - other->way.p[n - 1].x,
                                  other->way.p[0].y - other->way.p[n - 1].y) < LEAST_ARROW * 0.6;
    bool silent = other->place == LABEL_NONE && !page->composition->crossings;
    bool legible = !hairpin && other->length >= (silent ? LEAST_SILENT : LEAST_ARROW);
    if (legible && other_cost < *cost) {
        line_clear(&best->way);
        *best = *other;
        *cost = other_cost;
    } else {
        line_clear(&other->way);
    }
}

static bool connect(struct page *page, const struct space *space, struct connection *c)
{
    const struct connection blank = *c;
    bool wordless = *blank.relation->label == '\0';
    double cost = INFINITY;
    for (int tops = 0; tops < 2; tops++) {
        struct connection way = blank;
        if (find_way(space, &way, tops)) {
            if (!wordless && !put_label_inline(page, space, &way) &&
                !put_label_beside(page, space, &way, 7, 28) && way.length < LEAST_SILENT)
                put_label_beside(page, space, &way, 28, SHORT_LABEL);
            keep_better(page, c, &cost, &way, cost_of(&way, tops));
        } else {
            line_clear(&way.way);
        }
    }
    if (c->place != LABEL_NONE || wordless)
        return !isinf(cost);
    struct connection arch = blank;
    if (find_arch(page, space, &arch)) {
        keep_better(page, c, &cost, &arch, 0);
        return true;
    }
    for (int tops = 0; tops < 2; tops++) {
        struct connection way = blank;
        if (find_way(space, &way, tops) && reserve_label(page, space, &way, tops))
            keep_better(page, c, &cost, &way, way.length * 0.12);
        else
            line_clear(&way.way);
    }
    return !isinf(cost);
}

static void draw_connection(struct page *page, const struct connection *c)
{
    struct pen *pen = &page->pen;
    const char *key = arena_printf(page->arena, "connector %d %d", c->relation->a, c->relation->b);
    scene_begin(page->scene, (struct scene_mark){
                                 .kind = KIND_CONNECTOR,
                                 .role = ROLE_ARTIFACT,
                                 .id = arena_printf(page->arena, "relation:%d-%d", c->relation->a,
                                                    c->relation->b),
                                 .box = BOX_EMPTY,
                             });
    if (c->place == LABEL_INLINE) {
        struct line dots, first, second;
        line_init(&dots);
        line_init(&first);
        line_init(&second);
        line_append(&dots, &c->way);
        line_resample(&dots, 4);
        for (size_t i = 0; i < c->from; i++)
            line_add(&first, dots.p[i].x, dots.p[i].y);
        line_reverse(&first);
        for (size_t i = c->to; i < dots.n; i++)
            line_add(&second, dots.p[i].x, dots.p[i].y);
        figure_arrow(pen, &first, PEN_MEDIUM * 0.95, COLOUR_INK, 13, false, 13, GAP, key);
        figure_arrow(pen, &second, PEN_MEDIUM * 0.95, COLOUR_INK, 13, false, 13, GAP,
                     arena_printf(page->arena, "%s b", key));
        line_clear(&dots);
        line_clear(&first);
        line_clear(&second);
    } else {
        figure_arrow(pen, &c->way, PEN_MEDIUM * 1.15, COLOUR_INK, 14, true,
                     c->length > LEAST_SILENT ? DASH : 0, GAP, key);
    }
    scene_end(page->scene);
    if (c->place == LABEL_NONE)
        return;
    struct box box = label_box(c);
    page_block(page, KIND_CONNECTOR,
               arena_printf(page->arena, "relation:%d-%d", c->relation->a, c->relation->b), NULL,
               c->relation->label, c->label, box.x, box.y, box.w, PEN_CENTRE, COLOUR_INK, NULL);
}

// What later drawings must stay away from.
static void note_connection(struct page *page, struct space *space, const struct connection *c)
{
    struct line dots;
    line_init(&dots);
    line_append(&dots, &c->way);
    line_resample(&dots, SPACE_CELL);
    for (size_t i = 0; i < dots.n; i++)
        page_note(page, OBSTACLE_SCENERY, (struct box){dots.p[i].x - 1, dots.p[i].y - 1, 2, 2});
    line_clear(&dots);
    space_put_line(space, &c->way, false, 9);
    if (c->place != LABEL_NONE) {
        page_note(page, OBSTACLE_TEXT, label_box(c));
        space_put(space, label_box(c), 5, SPACE_BLOCKED);
    }
}

// ---- all of them
// ----------------------------------------------------------------------------------

static const struct island *island_of(const struct page *page, int number)
{
    for (size_t i = 0; i < page->islands_n; i++)
        if (page->islands[i].table->number == number)
            return &page->islands[i];
    return NULL;
}

static double apart(const struct connection *c)
{
    return hypot(c->a->box.x + c->a->box.w / 2 - c->b->box.x - c->b->box.w / 2,
                 c->a->box.y - c->b->box.y);
}

static int by_distance(const void *a, const void *b)
{
    double x = apart(a), y = apart(b);
    return (x > y) - (x < y);
}

void connectors_draw(struct page *page)
{
    const struct harvest *harvest = page->harvest;
    struct connection *all = ARENA_ARRAY(page->arena, struct connection, harvest->relations_n + 1);
    size_t n = 0;
    for (size_t i = 0; i < harvest->relations_n; i++) {
        const struct harvest_relation *relation = &harvest->relations[i];
        struct connection c = {.a = island_of(page, relation->a),
                               .b = island_of(page, relation->b),
                               .relation = relation};
        if (c.a != NULL && c.b != NULL && c.a != c.b)
            all[n++] = c;
    }
    qsort(all, n, sizeof *all, by_distance); // short ones first: they have no other way
    struct space space = space_of(page);
    for (size_t i = 0; i < n; i++) {
        bool drawn = connect(page, &space, &all[i]);
        if (drawn) {
            draw_connection(page, &all[i]);
            note_connection(page, &space, &all[i]);
        } else {
            badge_draw(page, all[i].a, all[i].b);
            badge_draw(page, all[i].b, all[i].a);
        }
        // Words that found no room are told in the appendix.
        if (*all[i].relation->label != '\0' && (!drawn || all[i].place == LABEL_NONE))
            scene_to_appendix(page->scene, further_relation_id(page->arena, all[i].relation));
        line_clear(&all[i].way);
    }
    space_clear(&space);
}
