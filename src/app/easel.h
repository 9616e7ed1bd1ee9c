// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The easel: a card's face to draw on with any number of fingers, pens and inks beside it (screen
// 07, left). Unit: the seat's mm.
#ifndef ERNTEBILD_APP_EASEL_H
#define ERNTEBILD_APP_EASEL_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "app/card.h"
#include "draw/sketch.h"

struct kit;
struct stage;
struct touch;

struct easel {
    struct stage *stage; // borrowed
    int seat;
    enum card_shape shape;
    struct sketch sketch;     // what is drawn
    GArray *fingers;          // struct easel_finger: strokes that are being drawn
    int pen, ink;             // in use
    bool erasing, guides;
    bool full;                // was told
    GPtrArray *before, *after; // char *: earlier drawings, and those taken back
    struct box sheet, pens, tools;
};

void easel_init(struct easel *easel, struct stage *stage, int seat, enum card_shape shape);
void easel_clear(struct easel *easel);
void easel_set(struct easel *easel, const char *ink); // nothing can be taken back
char *easel_text(const struct easel *easel);          // g_free it

// Height that the tools below the sheet need in a room of this width.
double easel_tools_height(bool large);
void easel_place(struct easel *easel, struct box room, bool large);
// False when the touch is none of its business. `changed`: the drawing is another one now.
bool easel_touch(struct easel *easel, const struct touch *touch, bool *changed);
bool easel_undo(struct easel *easel); // false: nothing to take back
bool easel_redo(struct easel *easel);
void easel_draw(struct easel *easel, struct kit *kit);

#endif
