// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/paint.h"

#include <cairo.h>
#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/bitmap.h"
#include "draw/colour.h"
#include "draw/glyphs.h"
#include "draw/kept.h"
#include "draw/scene.h"

static void set_colour(cairo_t *cr, uint32_t colour)
{
    cairo_set_source_rgba(cr, (colour >> 24) / 255.0, (colour >> 16 & 255) / 255.0,
                          (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void transform(cairo_t *cr, struct affine m)
{
    const cairo_matrix_t matrix = {m.xx, m.yx, m.xy, m.yy, m.x0, m.y0};
    cairo_transform(cr, &matrix);
}

// Files of numbers: a sixteenth of a point is a fiftieth of a millimetre, and writes shorter than
// cairo's 256th.
static bool is_written(cairo_t *cr)
{
    cairo_surface_type_t type = cairo_surface_get_type(cairo_get_target(cr));
    return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG;
}

static double sixteenth(double value)
{
    return rint(value * 16) / 16;
}

static void add_path(cairo_t *cr, const struct scene_item *item)
{
    cairo_matrix_t m;
    bool written = is_written(cr);
    if (written) {
        cairo_get_matrix(cr, &m);
        cairo_identity_matrix(cr);
    }
    cairo_new_path(cr);
    unsigned at = 0;
    for (unsigned i = 0; i < item->path.polygons; i++) {
        unsigned end = item->path.ends[i], first = at;
        struct point last = {INFINITY, INFINITY};
        for (; at < end; at++) {
            struct point p = item->path.p[at];
            if (written) {
                cairo_matrix_transform_point(&m, &p.x, &p.y);
                p = (struct point){sixteenth(p.x), sixteenth(p.y)};
                if (p.x == last.x && p.y == last.y && at > first + 1)
                    continue;
                last = p;
            }
            if (at == first)
                cairo_move_to(cr, p.x, p.y);
            else
                cairo_line_to(cr, p.x, p.y);
        }
        if (item->path.closed || item->type == SCENE_CLIP)
            cairo_close_path(cr);
    }
    if (written)
        cairo_set_matrix(cr, &m);
}

static void paint_fill(cairo_t *cr, const struct scene_item *item)
{
    add_path(cr, item);
    set_colour(cr, item->colour);
    cairo_set_fill_rule(cr, item->path.even_odd ? CAIRO_FILL_RULE_EVEN_ODD
                                                : CAIRO_FILL_RULE_WINDING);
    cairo_fill(cr);
}

static void paint_stroke(cairo_t *cr, const struct scene_item *item)
{
    add_path(cr, item);
    set_colour(cr, item->colour);
    cairo_set_line_width(cr, item->path.width);
    cairo_set_dash(cr, item->path.dash, item->path.dash[0] > 0 ? 2 : 0, 0);
    cairo_stroke(cr);
}

static void paint_text(cairo_t *cr, const struct scene_item *item)
{
    cairo_save(cr);
    transform(cr, item->text.m);
    set_colour(cr, item->colour);
    glyphs_show(cr, item->text.run);
    cairo_restore(cr);
}

static void paint_image(cairo_t *cr, const struct scene_item *item)
{
    const struct bitmap *bitmap = item->image.bitmap;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)bitmap->pixels, CAIRO_FORMAT_ARGB32, bitmap->w, bitmap->h, bitmap->w * 4);
    cairo_save(cr);
    transform(cr, item->image.m);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_paint_with_alpha(cr, (item->colour & 255) / 255.0);
    cairo_restore(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
}

// What all levels of used scenes share.
struct painting {
    cairo_t *cr;
    const struct paint_tags *tags;
    struct kept *kept; // NULL: nothing is kept
};

static void paint_items(const struct painting *painting, const struct scene *scene,
                        const struct box *damage);

static void prepare(cairo_t *cr)
{
    cairo_font_options_t *options = glyphs_font_options();
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
}

#define KEPT_SIDE_MOST 2000 // pixels

// Paints the scene under `m` (to pixels) into a picture of its own; false: too large for that.
static bool make_picture(struct kept *kept, struct kept_picture *picture, const struct scene *scene,
                         cairo_matrix_t m)
{
    const struct affine to_pixels = {m.xx, m.yx, m.xy, m.yy, 0, 0};
    struct box box = affine_apply_box(to_pixels, scene->ink);
    double x = floor(box.x) - 1, y = floor(box.y) - 1;
    int w = (int)(ceil(box.x + box.w) + 1 - x), h = (int)(ceil(box.y + box.h) + 1 - y);
    if (box_is_empty(box) || w > KEPT_SIDE_MOST || h > KEPT_SIDE_MOST)
        return false;
    picture->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
    picture->x = (int)x;
    picture->y = (int)y;
    kept_made(kept, picture, (size_t)w * (size_t)h * 4);
    cairo_t *cr = cairo_create(picture->surface);
    prepare(cr);
    m.x0 = -x;
    m.y0 = -y;
    cairo_set_matrix(cr, &m);
    const struct painting painting = {.cr = cr};
    paint_items(&painting, scene, NULL);
    cairo_destroy(cr);
    return true;
}

// A used scene from its picture, made when it is seen again; false: it is painted as it is, on the
// same whole pixels.
static bool paint_kept(const struct painting *painting, const struct scene *scene)
{
    cairo_matrix_t m;
    cairo_get_matrix(painting->cr, &m);
    m.x0 = rint(m.x0);
    m.y0 = rint(m.y0);
    cairo_set_matrix(painting->cr, &m);
    const double linear[4] = {m.xx, m.yx, m.xy, m.yy};
    bool again;
    struct kept_picture *picture = kept_ask(
        painting->kept, hash_bytes(scene_hash(scene), linear, sizeof linear), &again);
    if (picture->surface == NULL && !(again && make_picture(painting->kept, picture, scene, m)))
        return false;
    cairo_identity_matrix(painting->cr);
    cairo_set_source_surface(painting->cr, picture->surface, m.x0 + picture->x,
                             m.y0 + picture->y);
    cairo_paint(painting->cr);
    return true;
}

static void paint_use(const struct painting *painting, const struct scene_item *item,
                      const struct box *damage)
{
    cairo_t *cr = painting->cr;
    if (affine_scale_of(item->use.m) <= 0 || item->use.alpha <= 0) // shrunk or faded to nothing
        return;
    cairo_save(cr);
    bool see_through = item->use.alpha < 1;
    if (see_through)
        cairo_push_group(cr);
    transform(cr, item->use.m);
    struct box inside;
    if (painting->kept != NULL && !see_through && paint_kept(painting, item->use.scene)) {
        cairo_restore(cr);
        return;
    }
    if (damage != NULL)
        inside = affine_apply_box(affine_invert(item->use.m), *damage);
    const struct painting inner = {cr, painting->tags, NULL};
    paint_items(&inner, item->use.scene, damage != NULL ? &inside : NULL);
    if (see_through) {
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, item->use.alpha);
    }
    cairo_restore(cr);
}

static void paint_item(const struct painting *painting, const struct scene *scene, size_t i,
                       const struct box *damage)
{
    cairo_t *cr = painting->cr;
    const struct paint_tags *tags = painting->tags;
    const struct scene_item *item = &scene->items[i];
    bool border = item->type == SCENE_CLIP || item->type == SCENE_UNCLIP;
    // Tags are wanted for all of a used scene, even for what shows nothing.
    if (!border && box_is_empty(item->box) && !(item->type == SCENE_USE && tags != NULL))
        return;
    if (!border && damage != NULL && box_is_empty(box_intersection(item->box, *damage)))
        return;
    if (tags != NULL && tags->content != NULL && tags->content(tags->context, cr, scene, i))
        return;
    switch (item->type) {
    case SCENE_FILL:
        paint_fill(cr, item);
        break;
    case SCENE_STROKE:
        paint_stroke(cr, item);
        break;
    case SCENE_TEXT:
        paint_text(cr, item);
        break;
    case SCENE_IMAGE:
        paint_image(cr, item);
        break;
    case SCENE_USE:
        paint_use(painting, item, damage);
        break;
    case SCENE_CLIP:
        cairo_save(cr);
        add_path(cr, item);
        cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
        cairo_clip(cr);
        break;
    case SCENE_UNCLIP:
        cairo_restore(cr);
        break;
    }
}

static void paint_items(const struct painting *painting, const struct scene *scene,
                        const struct box *damage)
{
    const struct paint_tags *tags = painting->tags;
    int open[G_N_ELEMENTS(scene->open)];
    int open_n = 0;
    size_t mark = 0;
    for (size_t i = 0; i <= scene->items_n; i++) {
        while (tags != NULL) {
            // Marks end before others begin at the same item; an empty one begins and ends there.
            if (open_n > 0 && scene->marks[open[open_n - 1]].end == i &&
                (mark == scene->marks_n || scene->marks[mark].parent != open[open_n - 1])) {
                open_n--;
                if (tags->end != NULL)
                    tags->end(tags->context, scene, open[open_n]);
            } else if (mark < scene->marks_n && scene->marks[mark].first == i) {
                if (tags->begin != NULL)
                    tags->begin(tags->context, scene, (int)mark);
                open[open_n++] = (int)mark++;
            } else {
                break;
            }
        }
        if (i < scene->items_n)
            paint_item(painting, scene, i, damage);
    }
}

static void paint_all(const struct painting *painting, const struct scene *scene,
                      const struct box *damage)
{
    g_assert(scene->open_n == 0 && scene->clips_n == 0);
    cairo_save(painting->cr);
    prepare(painting->cr);
    paint_items(painting, scene, damage);
    cairo_restore(painting->cr);
}

void paint_scene(cairo_t *cr, const struct scene *scene, const struct box *damage,
                 const struct paint_tags *tags)
{
    const struct painting painting = {cr, tags, NULL};
    paint_all(&painting, scene, damage);
}

// The whole pixels that `box` touches, one more on each side for soft edges; false: none.
static bool pixels_of(struct box box, double scale, int width, int height, struct box *pixels)
{
    if (box_is_empty(box))
        return false;
    double x0 = MAX(floor(box.x * scale) - 1, 0), y0 = MAX(floor(box.y * scale) - 1, 0);
    double x1 = MIN(ceil((box.x + box.w) * scale) + 1, width);
    double y1 = MIN(ceil((box.y + box.h) * scale) + 1, height);
    *pixels = (struct box){x0, y0, x1 - x0, y1 - y0};
    return pixels->w > 0 && pixels->h > 0;
}

void paint_pixels(uint8_t *pixels, int width, int height, int stride, double scale,
                  const struct scene *scene, const struct box *damage, size_t damage_n,
                  uint32_t ground)
{
    paint_pixels_kept(pixels, width, height, stride, scale, scene, damage, damage_n,
                ground, NULL);
}

void paint_pixels_kept(uint8_t *pixels, int width, int height, int stride, double scale,
                 const struct scene *scene, const struct box *damage, size_t damage_n,
                 uint32_t ground, struct kept *kept)
{
    cairo_surface_t *surface = cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24,
                                                                   width, height, stride);
    const struct box all = {0, 0, width / scale, height / scale};
    if (kept != NULL)
        kept_next_frame(kept);
    if (damage == NULL) {
        damage = &all;
        damage_n = 1;
    }
    for (size_t i = 0; i < damage_n; i++) {
        struct box part;
        if (!pixels_of(damage[i], scale, width, height, &part))
            continue;
        cairo_t *cr = cairo_create(surface);
        cairo_rectangle(cr, part.x, part.y, part.w, part.h);
        cairo_clip(cr);
        set_colour(cr, ground | 0xFF);
        cairo_paint(cr);
        cairo_scale(cr, scale, scale);
        // Soft edges reach a pixel beyond an item's box.
        const struct box seen = box_grow((struct box){part.x / scale, part.y / scale,
                                                      part.w / scale, part.h / scale},
                                         1 / scale);
        const struct painting painting = {cr, NULL, kept};
        paint_all(&painting, scene, &seen);
        cairo_destroy(cr);
    }
    cairo_surface_destroy(surface);
}
