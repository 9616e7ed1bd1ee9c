// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Painting a scene to a cairo surface, and dumping it as JSON.
#ifndef ERNTEBILD_DRAW_PAINT_H
#define ERNTEBILD_DRAW_PAINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/geometry.h"

struct scene;
struct _cairo; // cairo_t, so that callers above need not see cairo.h

// Paints items that meet `damage` (mm; NULL: all) under the context's current transform, which must
// take mm to device space. `begin`/`end` (may be NULL) are called at each mark's borders, for tags;
// `content` (may be NULL) before each item, borders of clips too: true, it was taken care of and is
// not painted.
struct paint_tags {
    void *context;
    void (*begin)(void *context, const struct scene *scene, int mark);
    void (*end)(void *context, const struct scene *scene, int mark);
    bool (*content)(void *context, struct _cairo *cr, const struct scene *scene, size_t item);
};
void paint_scene(struct _cairo *cr, const struct scene *scene, const struct box *damage,
                 const struct paint_tags *tags);

// Paints into 32-bit pixels (cairo's RGB24: native-endian 0x00RRGGBB), `scale` pixels a mm; the
// damaged boxes (mm; NULL: all) are cleared to `ground` first. For the app, which knows no cairo.
void paint_pixels(uint8_t *pixels, int width, int height, int stride, double scale,
                  const struct scene *scene, const struct box *damage, size_t damage_n,
                  uint32_t ground);

// The same for frames that follow each other: pictures of used scenes (draw/kept.h) are kept and
// only moved. Such scenes stand on whole pixels.
struct kept;
void paint_pixels_kept(uint8_t *pixels, int width, int height, int stride, double scale,
                 const struct scene *scene, const struct box *damage, size_t damage_n,
                 uint32_t ground, struct kept *kept);

// The form of --dump-scene for one scene (DESIGN.md): a JSON text, g_free it. `unit` multiplies mm
// (1 for posters; pixels a mm for the screen); `hits` adds the hit names.
char *scene_dump(const struct scene *scene, double unit, bool hits);

#endif
