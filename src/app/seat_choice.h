// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many sit at the glass, and where: pictures of all arrangements, of which one is tapped. Unit: mm.
#ifndef ERNTEBILD_APP_SEAT_CHOICE_H
#define ERNTEBILD_APP_SEAT_CHOICE_H

#include <stdbool.h>

#include "draw/geometry.h"

struct kit;
struct stage;

// Hit names "seats:wall:N" and "seats:table:N"; those that do not fit the glass cannot be touched.
void seat_choice_draw(struct kit *kit, const struct stage *stage, struct box room);
// The zones of so many people in `box`, which has the glass's proportions.
void seat_choice_picture(struct kit *kit, const struct stage *stage, struct box box, int people,
                         bool around);
// Whether `target` is one of them.
bool seat_choice_read(const char *target, int *people, bool *around);

#endif
