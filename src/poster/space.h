// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Free space: a raster of the page that knows what is blocked, free, or inside which island.
// Lengths are art units; a cell is SPACE_CELL of them.
#ifndef ERNTEBILD_POSTER_SPACE_H
#define ERNTEBILD_POSTER_SPACE_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/geometry.h"

struct page;

#define SPACE_CELL 8.0

enum { SPACE_FREE = 0, SPACE_BLOCKED = 255 }; // between them: inside island i at i + 1

struct space {
    int nx, ny;
    uint8_t *cells; // ny rows of nx; owned
};

// Everything that stands on the page so far: outlines and obstacles, but those that lines may cross,
// are blocked.
struct space space_of(const struct page *page);
void space_clear(struct space *space);
void space_put(struct space *space, struct box box, double pad, uint8_t value);
void space_put_line(struct space *space, const struct line *line, bool closed, double pad);
// Every cell that the box touches has `value`.
bool space_is(const struct space *space, struct box box, uint8_t value);

// Cells to the nearest one that is not free (chamfer distance); nx * ny of them, g_free it.
float *space_clearance(const struct space *space);

// The best place for a box of w x h in cells of `value`: the one with the highest score, which is
// below SPACE_NOWHERE where the box must not stand. False when there is none.
#define SPACE_NOWHERE (-1e8)
typedef double space_score(void *context, struct box place);
bool space_find(const struct space *space, double w, double h, uint8_t value, space_score *score,
                void *context, struct box *place);

#endif
