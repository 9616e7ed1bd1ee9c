// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of used scenes, kept between frames: what is only moved is painted once. Internal to
// draw/ but for kept_new and kept_free.
#ifndef ERNTEBILD_DRAW_KEPT_H
#define ERNTEBILD_DRAW_KEPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct _cairo_surface;

struct kept;
struct kept *kept_new(void);
void kept_free(struct kept *kept); // NULL is legal

struct kept_picture {
    struct _cairo_surface *surface; // owned; NULL: seen once, not worth it yet
    int x, y;                       // of its corner relative to the scene's origin, pixels
    size_t bytes;
    unsigned frame; // asked for last
};

// A new frame begins: what was not asked for in the last ones may go when there is too much.
void kept_next_frame(struct kept *kept);
// The picture of a key; `again`: it was asked for in an earlier frame. Valid until the next frame.
struct kept_picture *kept_ask(struct kept *kept, uint64_t key, bool *again);
// Its surface was made, `bytes` large.
void kept_made(struct kept *kept, struct kept_picture *picture, size_t bytes);

#endif
