// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The live poster under fingers and keys (screen 08): what stands on it is selected, dragged to
// another place, where it stays, and let go again. Cards move within their table's room, a table
// changes places with another. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_HARVEST_PICTURE_H
#define ERNTEBILD_APP_HARVEST_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "app/placing.h"
#include "draw/geometry.h"

struct event;
struct kit;
struct preview;
struct scene;
struct stage;
struct touch;

struct harvest_picture {
    struct placing placing;
    struct box room; // where the paper stands, set by drawing
    char held[32];   // what is selected on the picture: "card:12", "table:3", "core:4"; "": nothing
    int64_t finger;  // that is on it
    bool drags;
    struct point from, at; // of the finger: where it went down, where it is
    struct scene *ghost;   // what it drags, on the poster's page; owned; NULL: nothing
};

enum harvest_picture_act {
    PICTURE_NONE,
    PICTURE_SELECTED, // `held` is another one
    PICTURE_CHANGED,  // the file was changed
    PICTURE_AGREES,   // `held`, a core point, becomes an agreement: the screen asks
};

void harvest_picture_init(struct harvest_picture *picture, struct stage *stage,
                          const struct preview *preview);
// Ends a drag without a change; before another poster is composed, and at the end.
void harvest_picture_let_go(struct harvest_picture *picture);
// The card that is selected here, 0: none.
int64_t harvest_picture_card(const struct harvest_picture *picture);
// The core point that is selected here, 0: none.
int64_t harvest_picture_core_point(const struct harvest_picture *picture);
void harvest_picture_select(struct harvest_picture *picture, int64_t card); // 0: nothing
bool harvest_picture_owns(const char *target);
enum harvest_picture_act harvest_picture_touch(struct harvest_picture *picture,
                                               const struct touch *touch);
// Arrows move what is selected, Delete lets it go again.
enum harvest_picture_act harvest_picture_key(struct harvest_picture *picture,
                                             const struct event *event);
// Over the drawn poster: targets, marks of what was placed, what is dragged. `card`: selected in the
// list, shown as well.
void harvest_picture_draw(struct harvest_picture *picture, struct kit *kit, struct box room,
                          int64_t card);

#endif
