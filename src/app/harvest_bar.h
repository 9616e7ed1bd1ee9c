// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bar below the live poster (screen 08): composition, colours, format, title, and for whom it is.
// What belongs to the workshop is kept in its file. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_HARVEST_BAR_H
#define ERNTEBILD_APP_HARVEST_BAR_H

#include <stdbool.h>

#include "draw/geometry.h"

struct kit;
struct preview;

#define HARVEST_BAR_ITEMS 9

void harvest_bar_draw(const struct preview *preview, struct kit *kit, struct box room);
// Says once when the poster has another composition than was chosen for want of room.
void harvest_bar_tell(struct preview *preview);
// True when the target was one of the bar's; the preview is expected anew.
bool harvest_bar_tap(struct preview *preview, const char *target);

#endif
