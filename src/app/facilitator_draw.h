// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the facilitator's drawer looks. Unit: mm on the glass.
#ifndef ERNTEBILD_APP_FACILITATOR_DRAW_H
#define ERNTEBILD_APP_FACILITATOR_DRAW_H

struct kit;
struct stage;

#define FACILITATOR_HIDDEN 2 // covered cards that are shown at once

void facilitator_draw_drawer(const struct stage *stage, struct kit *kit);

#endif
