// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text cut where its lines may break, and measured: what paragraphs of every width are made from.
// Internal to draw/.
#ifndef ERNTEBILD_DRAW_PIECES_H
#define ERNTEBILD_DRAW_PIECES_H

#include <stdbool.h>

#include "draw/lettering.h"

struct arena;

// What may happen behind a piece.
enum border { BORDER_BREAK, BORDER_HYPHEN, BORDER_END }; // END: the line must break

struct piece {
    const char *text; // without spaces at its ends or soft hyphens
    double width;     // em
    double word;      // width of the whole word that soft hyphens cut it from
    bool spaced;      // a space follows if the line does not break
    enum border border;
};

struct pieces {
    struct piece *p;
    int n;
    double space, hyphen; // widths, em
    bool hyphenated;      // one ends at a soft hyphen
};

// Remembered in the measure's cache if it has one; else it lives in `arena`.
const struct pieces *pieces_of(const struct measure *measure, struct arena *arena,
                               const char *text, int weight, const char *lang);

struct pieces_cache *pieces_cache_new(void);
void pieces_cache_free(struct pieces_cache *cache); // NULL is legal

#endif
