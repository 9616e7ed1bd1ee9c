// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A card as people see it: shape of its phase, icon or drawing, text as large as it fits, German
// rendering, dots. Drawn once per content into a scene of its own, which boards place. Unit: mm.
#ifndef ERNTEBILD_APP_CARD_H
#define ERNTEBILD_APP_CARD_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/geometry.h"
#include "draw/scene.h"

struct arena;
struct stage;
struct tr;

#define CARD_WIDTH 170.0
#define CARD_HEIGHT 80.0
#define CARD_STEP 9.0 // a long text makes its card higher by steps of this
#define CARD_HEIGHT_MOST 161.0

enum card_shape { SHAPE_STRIP, SHAPE_SHEET, SHAPE_CLOUD, SHAPE_SIGN, SHAPE_OVAL };

// By the kind of a phase ("critique"); unknown and "" give the cloud.
enum card_shape card_shape_of(const char *phase_kind);
uint32_t card_fill_of(enum card_shape shape);
// The outline of a card in the box, appended to `line`.
void card_outline(enum card_shape shape, struct box box, struct line *line);

// Everything that a card's drawing depends on.
struct card_face {
    int64_t id;
    const char *text, *lang, *gloss;
    const char *icon; // NULL or "" : none
    const char *ink;  // drawn on it (draw/sketch.h), NULL or "": nothing; takes the icon's place
    const struct tr *tr; // of who reads it: what the card says itself
    enum card_shape shape;
    uint32_t accent; // of its table
    int64_t votes;       // shown as dots
    bool votes_hidden;   // says instead that they are
    double width;        // CARD_WIDTH on a wall
    double least_height; // CARD_HEIGHT on a wall
    bool fixed_height;   // in a column: long text is cut instead of making the card higher
    double least_size;   // of the text, 0: 12 mm, as on walls and at seats
};

struct card_drawing {
    const struct scene *scene; // origin: the card's top left corner
    double w, h;
    struct box dots; // where its dots are, empty: none
    bool cut;        // not all of the text is shown
};

// Size of a face's drawing; draws it into `scene` too when that is not NULL. `arena`: for what is
// needed meanwhile, emptied at the beginning.
struct card_drawing card_make(const struct stage *stage, const struct card_face *face,
                              struct scene *scene, struct arena *arena);

#endif
