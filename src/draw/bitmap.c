// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/bitmap.h"

#include <cairo.h>
#include <glib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/random.h"
#include "base/tr.h"
#include "draw/svg.h"

struct reading {
    const uint8_t *bytes;
    size_t size, at;
};

static cairo_status_t read_some(void *context, unsigned char *to, unsigned size)
{
    struct reading *reading = context;
    if (size > reading->size - reading->at)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, reading->bytes + reading->at, size);
    reading->at += size;
    return CAIRO_STATUS_SUCCESS;
}

// Width and height of the header (PNG 1.2, 4.1.1) before anything that large is decoded.
static bool has_fair_size(const uint8_t *png, size_t size)
{
    static const uint8_t SIGNATURE[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    if (size < 24 || size > BITMAP_MOST || memcmp(png, SIGNATURE, sizeof SIGNATURE) != 0)
        return false;
    uint32_t side[2];
    memcpy(side, png + 16, sizeof side);
    for (int i = 0; i < 2; i++) {
        side[i] = GUINT32_FROM_BE(side[i]);
        if (side[i] == 0 || side[i] > BITMAP_SIDE_MOST)
            return false;
    }
    return true;
}

struct bitmap *bitmap_new(const void *png, size_t size)
{
    if (!has_fair_size(png, size))
        return NULL;
    struct reading reading = {png, size, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_some, &reading);
    bool ok = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    struct bitmap *bitmap = ok ? g_new0(struct bitmap, 1) : NULL;
    if (ok) {
        bitmap->w = cairo_image_surface_get_width(surface);
        bitmap->h = cairo_image_surface_get_height(surface);
        bitmap->pixels = g_new(uint32_t, (size_t)bitmap->w * (size_t)bitmap->h);
        cairo_surface_t *copy = cairo_image_surface_create_for_data(
            (unsigned char *)bitmap->pixels, CAIRO_FORMAT_ARGB32, bitmap->w, bitmap->h,
            bitmap->w * 4);
        cairo_t *cr = cairo_create(copy);
        cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
        cairo_set_source_surface(cr, surface, 0, 0);
        cairo_paint(cr);
        cairo_destroy(cr);
        cairo_surface_destroy(copy);
        bitmap->hash = hash_bytes(HASH_BASIS, bitmap->pixels,
                                  (size_t)bitmap->w * (size_t)bitmap->h * sizeof *bitmap->pixels);
        bitmap->png = g_base64_encode(png, size);
    }
    cairo_surface_destroy(surface);
    return bitmap;
}

struct bitmap *bitmap_from_text(const char *base64)
{
    if (base64 == NULL || *base64 == '\0' || strlen(base64) > BITMAP_MOST / 3 * 4 + 8)
        return NULL;
    gsize size;
    guchar *png = g_base64_decode(base64, &size);
    struct bitmap *bitmap = png != NULL ? bitmap_new(png, size) : NULL;
    g_free(png);
    return bitmap;
}

void bitmap_free(struct bitmap *bitmap)
{
    if (bitmap == NULL)
        return;
    g_free(bitmap->pixels);
    g_free(bitmap->png);
    g_free(bitmap);
}

char *bitmap_read(const char *path, struct err *err)
{
    size_t size, n = strlen(path);
    char *bytes = file_read(path, &size, err);
    if (bytes != NULL && n > 4 && g_ascii_strcasecmp(path + n - 4, ".svg") == 0) {
        char *png = svg_to_png(bytes, size, path, &size, err);
        g_free(bytes);
        bytes = png;
    }
    if (bytes == NULL)
        return NULL;
    struct bitmap *bitmap = bitmap_new(bytes, size);
    g_free(bytes);
    char *text = bitmap != NULL ? g_strdup(bitmap->png) : NULL;
    if (bitmap == NULL)
        err_set(err, ERR_INPUT,
                N_("%s: this is no PNG of at most %d KB and %d pixels a side. Save it as one."), path,
                BITMAP_MOST / 1024, BITMAP_SIDE_MOST);
    bitmap_free(bitmap);
    return text;
}
