// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The picker: all pictures, found by words in the seat's language (screen 07, right). Unit: the
// seat's mm.
#ifndef ERNTEBILD_APP_PICKER_H
#define ERNTEBILD_APP_PICKER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "app/entry.h"
#include "app/keyboard.h"

struct event;
struct kit;
struct stage;
struct touch;

#define PICKER_MOST 120 // pictures found

struct picker {
    struct stage *stage; // borrowed
    int seat;
    struct entry query;
    struct keyboard keyboard;
    GPtrArray *found; // char *: icons
    double scrolled;  // mm
    struct box field, grid;
    double tile_w, tile_h;
    int columns;
    char chosen[64]; // by the last touch, "": none
};

void picker_init(struct picker *picker, struct stage *stage, int seat, const char *lang);
void picker_clear(struct picker *picker);
// What is shown while nothing is looked for: these icons first, then everyday ones.
void picker_offer(struct picker *picker, const char *const *icons, size_t n);
// Field, pictures and the keyboard below `room`'s other parts; `keys`: its corner.
void picker_place(struct picker *picker, struct box room, struct point keys, double pitch,
                  double seat_w);
// False when the touch is none of its business. picker->chosen says what was taken.
bool picker_touch(struct picker *picker, const struct touch *touch);
void picker_key(struct picker *picker, const struct event *event);
void picker_draw(struct picker *picker, struct kit *kit, const char *taken, uint32_t accent);

#endif
