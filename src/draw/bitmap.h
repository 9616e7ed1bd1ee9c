// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of pixels that others made: a logo, a photo of the place.
#ifndef ERNTEBILD_DRAW_BITMAP_H
#define ERNTEBILD_DRAW_BITMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;

struct bitmap {
    int w, h;
    uint32_t *pixels; // rows of cairo's ARGB32: native-endian, premultiplied
    uint64_t hash;    // of the pixels
    char *png;        // the PNG as base64, for what embeds it as it is
};

#define BITMAP_MOST (1 << 20)  // bytes of a PNG
#define BITMAP_SIDE_MOST 6000  // pixels

// From the bytes of a PNG. NULL: it is none, or is too large. Free with bitmap_free.
struct bitmap *bitmap_new(const void *png, size_t size);
// The same from base64, as a file keeps it; NULL for NULL too.
struct bitmap *bitmap_from_text(const char *base64);
// A PNG, or an SVG of flat shapes, as a file keeps it: base64 of a PNG; g_free it. NULL with err set.
char *bitmap_read(const char *path, struct err *err);
void bitmap_free(struct bitmap *bitmap); // NULL is legal

#endif
