// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shapes.h"

#include <glib.h>

#include "draw/scene.h"

#define SWEEP 512 // frames between two looks for what nobody uses any more
#define UNUSED 2  // frames

struct shape {
    struct scene *scene;
    uint64_t hash; // its key
    uint64_t used; // frame
};

struct shapes {
    GHashTable *all; // hash -> struct shape
    const struct palette *palette;
    uint64_t frame;
};

static void free_shape(gpointer data)
{
    struct shape *shape = data;
    scene_free(shape->scene);
    g_free(shape);
}

struct shapes *shapes_new(const struct palette *palette)
{
    struct shapes *shapes = g_new0(struct shapes, 1);
    shapes->palette = palette;
    shapes->all = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, free_shape);
    return shapes;
}

void shapes_free(struct shapes *shapes)
{
    if (shapes == NULL)
        return;
    g_hash_table_destroy(shapes->all);
    g_free(shapes);
}

static gboolean is_unused(gpointer key, gpointer value, gpointer data)
{
    const struct shape *shape = value;
    const struct shapes *shapes = data;
    (void)key;
    return shapes->frame - shape->used > UNUSED;
}

void shapes_next_frame(struct shapes *shapes)
{
    shapes->frame++;
    if (shapes->frame % SWEEP == 0)
        g_hash_table_foreach_remove(shapes->all, is_unused, shapes);
}

const struct scene *shapes_find(struct shapes *shapes, uint64_t hash)
{
    struct shape *shape = g_hash_table_lookup(shapes->all, &hash);
    if (shape == NULL)
        return NULL;
    shape->used = shapes->frame;
    return shape->scene;
}

struct scene *shapes_add(struct shapes *shapes, uint64_t hash)
{
    struct shape *shape = g_new0(struct shape, 1);
    shape->scene = scene_new(1, 1);
    shape->scene->palette = shapes->palette;
    shape->hash = hash;
    shape->used = shapes->frame;
    g_hash_table_insert(shapes->all, &shape->hash, shape);
    return shape->scene;
}
