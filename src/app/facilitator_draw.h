// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the facilitator's drawer looks. Unit: mm on the glass.
#ifndef ERNTEBILD_APP_FACILITATOR_DRAW_H
#define ERNTEBILD_APP_FACILITATOR_DRAW_H

struct kit;
struct stage;

#define FACILITATOR_HIDDEN 2 // covered cards that are shown at once

// Its upper edge.
double facilitator_top(const struct stage *stage);
// What lies over the screen above it, where that is one for all; touched it closes the drawer.
void facilitator_draw_veil(const struct stage *stage, struct kit *kit);
void facilitator_draw_drawer(const struct stage *stage, struct kit *kit);

#endif
