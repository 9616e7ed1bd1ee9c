// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/scene.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/random.h"
#include "draw/bitmap.h"
#include "draw/palette.h"

static const double POINTS_PER_MM = 72 / 25.4;

struct scene *scene_new(double w_mm, double h_mm)
{
    struct scene *scene = g_new0(struct scene, 1);
    scene->w = w_mm;
    scene->h = h_mm;
    scene->arena = arena_new();
    scene->ink = BOX_EMPTY;
    return scene;
}

void scene_free(struct scene *scene)
{
    if (scene == NULL)
        return;
    arena_free(scene->arena);
    g_free(scene->items);
    g_free(scene->marks);
    g_free(scene->appendix);
    g_free(scene->placed);
    g_free(scene);
}

void scene_reset(struct scene *scene)
{
    arena_reset(scene->arena);
    scene->title = scene->lang = NULL;
    scene->items_n = scene->marks_n = scene->appendix_n = scene->placed_n = 0;
    scene->open_n = scene->clips_n = 0;
    scene->ink = BOX_EMPTY;
}

const char *scene_kind_name(enum scene_kind kind)
{
    static const char *const names[] = {
        [KIND_DECORATION] = "decoration", [KIND_TITLE] = "title",
        [KIND_TABLE] = "table",           [KIND_IDEA] = "idea",
        [KIND_KEYWORD] = "keyword",       [KIND_ICON] = "icon",
        [KIND_FIGURE] = "figure",         [KIND_CONNECTOR] = "connector",
        [KIND_CORE_POINT] = "core_point", [KIND_AGREEMENT] = "agreement",
        [KIND_FOOTER] = "footer",
    };
    return names[kind];
}

// Room for one more element of `size` bytes in a growing array.
static void *array_grow(void *array, size_t n, size_t *room, size_t size)
{
    if (n < *room)
        return array;
    *room = MAX(64, *room * 2);
    return g_realloc_n(array, *room, size);
}

int scene_begin(struct scene *scene, struct scene_mark mark)
{
    g_assert(scene->open_n < (int)G_N_ELEMENTS(scene->open));
    mark.id = arena_strdup(scene->arena, mark.id);
    mark.table = arena_strdup(scene->arena, mark.table);
    mark.text = arena_strdup(scene->arena, mark.text);
    mark.lang = arena_strdup(scene->arena, mark.lang);
    mark.alt = arena_strdup(scene->arena, mark.alt);
    mark.hit = arena_strdup(scene->arena, mark.hit);
    mark.font = arena_strdup(scene->arena, mark.font);
    if (!box_is_empty(mark.box) && scene->clips_n > 0)
        mark.box = box_intersection(mark.box, scene->clips[scene->clips_n - 1].box);
    mark.fixed_size = mark.size_pt > 0;
    mark.ink = BOX_EMPTY;
    mark.parent = scene->open_n > 0 ? scene->open[scene->open_n - 1] : -1;
    mark.first = mark.end = scene->items_n;
    scene->marks = array_grow(scene->marks, scene->marks_n, &scene->marks_room,
                              sizeof *scene->marks);
    int i = (int)scene->marks_n++;
    scene->marks[i] = mark;
    scene->open[scene->open_n++] = i;
    return i;
}

void scene_end(struct scene *scene)
{
    g_assert(scene->open_n > 0);
    scene->marks[scene->open[--scene->open_n]].end = scene->items_n;
}

void scene_to_placed(struct scene *scene, const char *id, double x, double y)
{
    scene->placed =
        array_grow(scene->placed, scene->placed_n, &scene->placed_room, sizeof *scene->placed);
    scene->placed[scene->placed_n++] = (struct scene_placed){arena_strdup(scene->arena, id), x, y};
}

void scene_to_appendix(struct scene *scene, const char *card_id)
{
    scene->appendix = array_grow(scene->appendix, scene->appendix_n, &scene->appendix_room,
                                 sizeof *scene->appendix);
    scene->appendix[scene->appendix_n++] = arena_strdup(scene->arena, card_id);
}

// Puts `item` at the end: cut to the open clip, counted to the innermost mark. `hash` is that of
// its own properties.
static void add_item(struct scene *scene, struct scene_item item, uint64_t hash)
{
    if (scene->clips_n > 0) {
        if (!box_is_empty(item.box))
            item.box = box_intersection(item.box, scene->clips[scene->clips_n - 1].box);
        hash = hash_bytes(hash, &scene->clips[scene->clips_n - 1].hash, sizeof hash);
    }
    item.colour = palette_colour(scene->palette, item.colour);
    hash = hash_bytes(hash, &item.type, sizeof item.type);
    item.hash = hash_bytes(hash, &item.colour, sizeof item.colour);
    item.mark = -1;
    if (scene->open_n > 0) {
        item.mark = scene->open[scene->open_n - 1];
        struct scene_mark *mark = &scene->marks[item.mark];
        mark->ink = box_union(mark->ink, item.box);
    }
    scene->ink = box_union(scene->ink, item.box);
    scene->items = array_grow(scene->items, scene->items_n, &scene->items_room,
                              sizeof *scene->items);
    scene->items[scene->items_n++] = item;
}

// Copies polygons under `m` into the arena and hashes them.
static uint64_t copy_path(struct scene *scene, struct scene_item *item, const struct line *lines,
                          size_t n, struct affine m)
{
    size_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += lines[i].n;
    struct point *p = ARENA_ARRAY(scene->arena, struct point, total);
    unsigned *ends = ARENA_ARRAY(scene->arena, unsigned, n);
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < lines[i].n; k++)
            p[at++] = affine_apply(m, lines[i].p[k]);
        ends[i] = (unsigned)at;
    }
    item->path.p = p;
    item->path.ends = ends;
    item->path.polygons = (unsigned)n;
    item->box = total > 0 ? box_of_points(p, total) : BOX_EMPTY;
    uint64_t hash = hash_bytes(HASH_BASIS, p, total * sizeof *p);
    return hash_bytes(hash, ends, n * sizeof *ends);
}

void scene_fill(struct scene *scene, const struct line *polygons, size_t n, struct affine m,
                uint32_t colour, bool even_odd)
{
    struct scene_item item = {.type = SCENE_FILL, .colour = colour};
    uint64_t hash = copy_path(scene, &item, polygons, n, m);
    item.path.closed = true;
    item.path.even_odd = even_odd;
    add_item(scene, item, hash_bytes(hash, &even_odd, sizeof even_odd));
}

void scene_stroke(struct scene *scene, const struct line *lines, size_t n, struct affine m,
                  double width_mm, bool closed, const double dash_mm[2], uint32_t colour)
{
    struct scene_item item = {.type = SCENE_STROKE, .colour = colour};
    uint64_t hash = copy_path(scene, &item, lines, n, m);
    if (!box_is_empty(item.box))
        item.box = box_grow(item.box, width_mm / 2);
    item.path.width = width_mm;
    item.path.closed = closed;
    if (dash_mm != NULL)
        memcpy(item.path.dash, dash_mm, sizeof item.path.dash);
    hash = hash_bytes(hash, &width_mm, sizeof width_mm);
    hash = hash_bytes(hash, item.path.dash, sizeof item.path.dash);
    add_item(scene, item, hash_bytes(hash, &closed, sizeof closed));
}

void scene_repeat(struct scene *scene, const struct scene_item *item)
{
    struct scene_item again = *item;
    again.mark = scene->open_n > 0 ? scene->open[scene->open_n - 1] : -1;
    if (scene->clips_n > 0) { // cut as what is made here would be
        again.box = box_intersection(item->box, scene->clips[scene->clips_n - 1].box);
        again.hash = hash_bytes(item->hash, &scene->clips[scene->clips_n - 1].hash, sizeof item->hash);
    }
    scene->ink = box_union(scene->ink, again.box);
    scene->items =
        array_grow(scene->items, scene->items_n, &scene->items_room, sizeof *scene->items);
    scene->items[scene->items_n++] = again;
}

void scene_recolour(struct scene *scene, scene_choose_colour *choose, void *context)
{
    for (size_t i = 0; i < scene->items_n; i++) {
        struct scene_item *item = &scene->items[i];
        uint32_t colour = choose(context, item);
        if (colour == item->colour)
            continue;
        item->colour = colour;
        item->hash = hash_bytes(item->hash, &colour, sizeof colour);
    }
}

void scene_clip_union(struct scene *scene, const struct line *polygons, size_t n, struct affine m)
{
    g_assert(scene->clips_n < (int)G_N_ELEMENTS(scene->clips));
    struct scene_item item = {.type = SCENE_CLIP};
    uint64_t hash = copy_path(scene, &item, polygons, n, m);
    struct box box = item.box;
    if (scene->clips_n > 0) {
        box = box_intersection(box, scene->clips[scene->clips_n - 1].box);
        hash = hash_bytes(hash, &scene->clips[scene->clips_n - 1].hash, sizeof hash);
    }
    item.box = BOX_EMPTY; // it shows nothing itself
    add_item(scene, item, hash);
    scene->clips[scene->clips_n].box = box;
    scene->clips[scene->clips_n++].hash = hash;
}

void scene_clip(struct scene *scene, const struct line *polygon, struct affine m)
{
    scene_clip_union(scene, polygon, 1, m);
}

void scene_unclip(struct scene *scene)
{
    g_assert(scene->clips_n > 0);
    scene->clips_n--;
    add_item(scene, (struct scene_item){.type = SCENE_UNCLIP, .box = BOX_EMPTY}, HASH_BASIS);
}

void scene_text(struct scene *scene, const struct run *run, double size_mm, double x, double y,
                double radians, uint32_t colour)
{
    double c = cos(radians) * size_mm, s = sin(radians) * size_mm;
    struct scene_item item = {
        .type = SCENE_TEXT,
        .colour = colour,
        .text = {.run = run, .m = {c, s, -s, c, x, y}},
    };
    item.box = box_is_empty(run->ink) ? BOX_EMPTY : affine_apply_box(item.text.m, run->ink);
    uint64_t hash = hash_bytes(HASH_BASIS, run->text, strlen(run->text));
    hash = hash_bytes(hash, &run->weight, sizeof run->weight);
    if (run->lang != NULL)
        hash = hash_bytes(hash, run->lang, strlen(run->lang));
    hash = hash_bytes(hash, &item.text.m, sizeof item.text.m);
    add_item(scene, item, hash);
    if (scene->open_n == 0)
        return;
    struct scene_mark *mark = &scene->marks[scene->open[scene->open_n - 1]];
    if (!mark->fixed_size)
        mark->size_pt = MAX(mark->size_pt, size_mm * POINTS_PER_MM);
    if (mark->font == NULL)
        mark->font = arena_strdup(scene->arena, run->family);
}

void scene_image(struct scene *scene, const struct bitmap *bitmap, struct box box)
{
    struct affine m = {box.w / bitmap->w, 0, 0, box.h / bitmap->h, box.x, box.y};
    struct scene_item item = {.type = SCENE_IMAGE, .colour = COLOUR_PAPER, .box = box, .image = {bitmap, m}};
    uint64_t hash = hash_bytes(HASH_BASIS, &bitmap->hash, sizeof bitmap->hash);
    add_item(scene, item, hash_bytes(hash, &m, sizeof m));
}

void scene_use(struct scene *scene, const struct scene *other, struct affine m, double alpha)
{
    g_assert(other != scene && other->open_n == 0 && other->clips_n == 0);
    struct scene_item item = {.type = SCENE_USE, .use = {other, m, alpha}};
    item.box = box_is_empty(other->ink) ? BOX_EMPTY : affine_apply_box(m, other->ink);
    uint64_t hash = scene_hash(other);
    hash = hash_bytes(hash, &m, sizeof m);
    add_item(scene, item, hash_bytes(hash, &alpha, sizeof alpha));
}

static uint64_t hash_string(uint64_t seed, const char *text)
{
    // With its terminator, so that "a", "" and "", "a" differ.
    return text == NULL ? hash_bytes(seed, "\xff", 1) : hash_bytes(seed, text, strlen(text) + 1);
}

uint64_t scene_hash(const struct scene *scene)
{
    uint64_t hash = hash_bytes(HASH_BASIS, &scene->w, sizeof scene->w);
    hash = hash_bytes(hash, &scene->h, sizeof scene->h);
    for (size_t i = 0; i < scene->items_n; i++)
        hash = hash_bytes(hash, &scene->items[i].hash, sizeof hash);
    for (size_t i = 0; i < scene->marks_n; i++) {
        const struct scene_mark *mark = &scene->marks[i];
        hash = hash_bytes(hash, &mark->kind, sizeof mark->kind);
        hash = hash_bytes(hash, &mark->first, sizeof mark->first);
        hash = hash_bytes(hash, &mark->box, sizeof mark->box);
        const char *const strings[] = {mark->id,  mark->table, mark->text, mark->lang,
                                       mark->alt, mark->hit};
        for (size_t k = 0; k < G_N_ELEMENTS(strings); k++)
            hash = hash_string(hash, strings[k]);
    }
    for (size_t i = 0; i < scene->appendix_n; i++)
        hash = hash_string(hash, scene->appendix[i]);
    for (size_t i = 0; i < scene->placed_n; i++) {
        hash = hash_string(hash, scene->placed[i].id);
        hash = hash_bytes(hash, &scene->placed[i].x, sizeof scene->placed[i].x);
        hash = hash_bytes(hash, &scene->placed[i].y, sizeof scene->placed[i].y);
    }
    return hash;
}

struct box scene_mark_box(const struct scene *scene, int i)
{
    const struct scene_mark *mark = &scene->marks[i];
    return box_is_empty(mark->box) ? mark->ink : mark->box;
}
