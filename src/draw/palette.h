// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Palettes: which colours the roles of colour.h have on a picture. Drawing code names roles and mixes
// them with paper and ink; a scene that has a palette translates every colour as it is put in, so
// nothing that is drawn can miss it.
#ifndef ERNTEBILD_DRAW_PALETTE_H
#define ERNTEBILD_DRAW_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/colour.h"

// Accents that ink stands on with 7:1 or more.
#define PALETTE_STRONG_ACCENTS                                                                     \
    {0x74B6FFFF, 0xB4F04CFF, 0xFFA347FF, 0xD9BBFFFF, 0x30E3B4FF, 0xFFB49CFF, 0xA2E8FFFF, 0xFFC4EEFF}

struct palette_pair {
    uint32_t from, to;
};

struct palette {
    const char *name;                         // as the command line and the file say it
    const char *label;                        // English message id
    uint32_t ink, paper, grey, shadow, warm;
    uint32_t accents[COLOUR_ACCENTS];
    bool one_colour; // colours that are no role's become ink
    bool no_tints;   // an accent mixed with paper is paper
    const struct palette_pair *pairs; // colours that have one of their own, whatever they mix
    size_t pairs_n;
};

// NULL beyond the last. The first is the standard one, whose colours are those of colour.h.
const struct palette *palette_at(size_t i);
const struct palette *palette_find(const char *name); // folding case; NULL: there is none

// The colour that `colour` has in a palette (NULL: itself): a role's own, or the same mix of a role
// with paper or ink. Alpha is kept.
uint32_t palette_colour(const struct palette *palette, uint32_t colour);

#endif
