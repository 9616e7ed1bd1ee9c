// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/kept.h"

#include <cairo.h>
#include <glib.h>

#define BYTES_MOST ((size_t)96 << 20)
#define PICTURES_MOST 4000

struct kept {
    GHashTable *pictures; // key -> struct kept_picture
    size_t bytes;
    unsigned frame;
};

static void free_picture(gpointer data)
{
    struct kept_picture *picture = data;
    if (picture->surface != NULL)
        cairo_surface_destroy(picture->surface);
    g_free(picture);
}

struct kept *kept_new(void)
{
    struct kept *kept = g_new0(struct kept, 1);
    kept->pictures = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, free_picture);
    return kept;
}

void kept_free(struct kept *kept)
{
    if (kept == NULL)
        return;
    g_hash_table_destroy(kept->pictures);
    g_free(kept);
}

static gboolean is_stale(gpointer key, gpointer value, gpointer data)
{
    struct kept *kept = data;
    const struct kept_picture *picture = value;
    (void)key;
    bool stale = kept->frame - picture->frame > 2;
    if (stale)
        kept->bytes -= picture->bytes;
    return stale;
}

void kept_next_frame(struct kept *kept)
{
    kept->frame++;
    if (kept->bytes > BYTES_MOST || g_hash_table_size(kept->pictures) > PICTURES_MOST)
        g_hash_table_foreach_remove(kept->pictures, is_stale, kept);
}

struct kept_picture *kept_ask(struct kept *kept, uint64_t key, bool *again)
{
    gint64 id = (gint64)key;
    struct kept_picture *picture = g_hash_table_lookup(kept->pictures, &id);
    *again = picture != NULL && picture->frame != kept->frame;
    if (picture == NULL) {
        picture = g_new0(struct kept_picture, 1);
        g_hash_table_insert(kept->pictures, g_memdup2(&id, sizeof id), picture);
    }
    picture->frame = kept->frame;
    return picture;
}

void kept_made(struct kept *kept, struct kept_picture *picture, size_t bytes)
{
    picture->bytes = bytes;
    kept->bytes += bytes;
}
