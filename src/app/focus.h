// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The focus: where a physical keyboard acts. It goes over what can be touched in the drawn scene,
// with Tab in reading order and with arrows to the nearest in that direction. Unit: mm on the glass.
#ifndef ERNTEBILD_APP_FOCUS_H
#define ERNTEBILD_APP_FOCUS_H

#include <stdbool.h>

#include "app/finger.h"
#include "draw/geometry.h"

struct kit;
struct scene;
struct seat;

struct focus {
    bool on;
    char target[FINGER_TARGET]; // hit name
};

enum focus_way { FOCUS_NEXT, FOCUS_PREVIOUS, FOCUS_LEFT, FOCUS_RIGHT, FOCUS_UP, FOCUS_DOWN };

// Moves the focus within what belongs to `seat` of `seats`; the first of all when it is nowhere yet.
// False: there is nothing that way.
bool focus_move(struct focus *focus, const struct scene *scene, const struct seat *seats,
                size_t seats_n, const struct seat *seat, enum focus_way way);
// Where it is; false when what it was on is not there any more: it is off then.
bool focus_find(struct focus *focus, const struct scene *scene, struct box *box);
void focus_draw(const struct box *box, struct kit *kit);

#endif
