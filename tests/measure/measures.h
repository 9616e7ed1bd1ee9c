// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be counted about a finished poster, from its scenes and its pixels alone.
#ifndef ERNTEBILD_TESTS_MEASURE_MEASURES_H
#define ERNTEBILD_TESTS_MEASURE_MEASURES_H

#include <stddef.h>

#include "draw/geometry.h"

struct harvest;
struct poster;

struct measures {
    size_t items;      // marks that show something, without decoration and connectors
    size_t overlaps;   // pairs of those whose boxes overlap, unless they show one card
    size_t cut;        // texts that leave the page, or lack letters that no page has
    size_t shortened;  // cards whose clause is on the picture and whose whole text in the appendix
    size_t lost;       // cards that no page tells of
    size_t crossings;  // texts that a connector runs through
    size_t struck;     // texts that any dark stroke runs through
    size_t divided;    // words that a line's end divides, with a hyphen that nobody wrote
    size_t levels;     // sizes of keywords that differ by more than a tenth
    double smallest_pt; // lettering of the picture
    double ink, white, colour; // shares of the page's area: dark, paper, the rest
    double contrast;   // least WCAG contrast of a text with what is under it
    double empty;      // the largest rectangle without any mark of the pen, share of the page
    struct box empty_mm;
};

void measures_take(struct measures *out, const struct harvest *harvest,
                   const struct poster *poster);

// How far the items that both posters show moved: half of them less than *median, nine of ten less
// than *most (shares of the page's diagonal).
void measures_shift(const struct poster *before, const struct poster *after, double *median,
                    double *most);

#endif
