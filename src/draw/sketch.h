// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sketch: what someone draws with the finger, kept as strokes and painted as lines. Unit: mm on
// the sheet of SKETCH_WIDTH x SKETCH_HEIGHT, the face of a card on a wall.
//
// As text (a card's field "ink"): strokes parted by ";", each of points "x,y x,y". A stroke in
// another pen than the medium black one begins with it: "#6B3FA0/2.1 x,y x,y".
#ifndef ERNTEBILD_DRAW_SKETCH_H
#define ERNTEBILD_DRAW_SKETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/geometry.h"

struct scene;

#define SKETCH_WIDTH 170.0
#define SKETCH_HEIGHT 80.0
#define SKETCH_PEN_FINE 0.8 // widths, mm
#define SKETCH_PEN_MEDIUM 1.3
#define SKETCH_PEN_HEAVY 2.6
#define SKETCH_INKS 5
#define SKETCH_POINTS_MOST 12000

extern const uint32_t sketch_inks[SKETCH_INKS]; // readable on every phase's card

struct sketch_stroke {
    uint32_t colour;
    double width;
    struct line line; // as drawn, points about a millimetre apart
};

struct sketch {
    struct sketch_stroke *strokes; // owned
    size_t n, room;
    size_t points; // of all strokes
};

void sketch_init(struct sketch *sketch);
void sketch_clear(struct sketch *sketch); // frees the strokes; the sketch can be used again
bool sketch_is_empty(const struct sketch *sketch);

// What `text` holds instead of what was there. False when part of it is no sketch: the strokes
// before that are kept.
bool sketch_read(struct sketch *sketch, const char *text);
char *sketch_write(const struct sketch *sketch); // g_free it

// A new stroke begins at a point; false when the sheet is full.
bool sketch_begin(struct sketch *sketch, uint32_t colour, double width, struct point at);
// The last stroke goes on; what is nearer than half a millimetre is left out. False: full.
bool sketch_go_on(struct sketch *sketch, struct point to);
void sketch_take_last(struct sketch *sketch); // the last stroke away
// Strokes that pass within `reach` of the point go; how many.
size_t sketch_erase(struct sketch *sketch, struct point at, double reach);

// Of all that is drawn, the lines' width included; empty when nothing is.
struct box sketch_box(const struct sketch *sketch);
// Takes the sketch into the middle of `box`, as large as fits but at most `most` times as large.
struct affine sketch_fit(const struct sketch *sketch, struct box box, double most);
// Smooth lines of one width under `m` (sheet -> scene), none finer than `least_mm` in the scene.
void sketch_draw(const struct sketch *sketch, struct scene *scene, struct affine m,
                 double least_mm);

#endif
