// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An island: a theme table as the hall shows it (screen 02), with its people, its count and its
// newest card. Unit: mm.
#ifndef ERNTEBILD_APP_ISLAND_H
#define ERNTEBILD_APP_ISLAND_H

#include <stddef.h>

#include "draw/geometry.h"
#include "store/store.h"

struct kit;
struct stage;

#define ISLAND_WIDTH 376.0
#define ISLAND_HEIGHT 258.0
#define ISLAND_LANGUAGES 8

struct island {
    struct table table;
    size_t cards_n, parked_n;
    int64_t votes;
    const char *languages[ISLAND_LANGUAGES]; // of its cards, most frequent first
    size_t languages_n;
    const struct card *newest; // NULL: none yet
    const char *phase_kind;    // of the newest card
    const char *keyword;       // of the newest card, "" : none
};

// Draws it with its top left corner at 0, 0, all but its newest card.
void island_draw(const struct island *island, struct kit *kit);
// The newest card of an island whose corner is at x, y. Drawn in every frame: cards keep their
// drawings only while they are asked for.
void island_draw_newest(const struct island *island, const struct stage *stage, struct kit *kit,
                        double x, double y);

#endif
