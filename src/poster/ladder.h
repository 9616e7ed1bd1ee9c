// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ladder that every composition climbs down until its tables have room (ART.md 10): all cards
// in full; a list with the top 9 ... 0 of each table in full; the cards with the fewest votes only
// in the appendix. On each rung it searches the largest scale at which one of the composition's
// arrangements fits, gives all headings one size, letters the tables and has them placed. Internal
// to poster/.
#ifndef ERNTEBILD_POSTER_LADDER_H
#define ERNTEBILD_POSTER_LADDER_H

#include <stdbool.h>
#include <stddef.h>

#include "poster/needs.h"
#include "poster/pack.h"

struct arena;
struct page;

// A way to arrange the tables.
struct candidate {
    const int *table;   // which table stands in which slot
    double cost;        // what speaks against it, in units of the score: 14 a scale of 1
    const void *detail; // the composition's own; NULL: none
};

struct candidates {
    const struct candidate *of;
    size_t n;
};

struct ladder {
    struct page *page;
    struct table_cards *tables;
    int n;                 // tables, at least one
    struct arena *scratch; // borrowed; reset at each measurement

    // The composition. A candidate's widths and places are by slot.
    void *context;
    // Whether the candidate fits by these needs. Pure of all but `context`.
    bool (*fits)(void *context, const struct candidate *candidate, struct needs *needs);
    // The widths that look best by these needs; false: it does not fit. What else was found stays
    // in `context` for place.
    bool (*widen)(void *context, const struct candidate *candidate, struct needs *needs,
                  double *widths);
    // Sets rooms and islands (island_set) from lettered packs. False: they are higher than
    // measured.
    bool (*place)(void *context, const struct candidate *candidate, struct pack *packs);

    // In the order in which they are preferred. `few` is one of a kind, for the costly last rungs.
    struct candidates near, any, few;

    // Scales of the rungs before small paper makes them larger: `ladder_init` sets the usual ones.
    double full_low, full_high; // all in full
    double list_low, list_high; // with a list
    double last_low, last_high; // the list alone
    bool leaves_out;            // cards may be left to the appendix
};

// Usual scales for the page, no candidates.
void ladder_init(struct ladder *ladder, struct page *page, struct table_cards *tables);

// The first rung that stands: page->scale, list_mode and full_top are set and everything placed.
// False: none does.
bool ladder_climb_down(struct ladder *ladder);

#endif
