// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The street: every table is a house, one street of them or two or three below each other, the
// title and the core points in the sky (ART-2 C). Internal to poster/.
//
//     cloud        TITLE        cloud
//       /\      ___     /\        sky
//      /__\   _|   |_  /__\      roofs
//      |  |   |     |  |  |      walls: what was said
//      |::|   |:::::|  |::|      ground floors
//     ======================     street
#ifndef ERNTEBILD_POSTER_STREET_H
#define ERNTEBILD_POSTER_STREET_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/figure_front.h"
#include "poster/ladder.h"
#include "poster/scenery.h"

struct island_form;

#define STREETS_MOST 3
#define STREET_TABLES 12 // more are no street

// A window of a flat, in the wall below what was said.
struct flat {
    double x, y, w, h; // lower left corner of its sill
    enum window_life life;
    enum hair hair;
};

struct house {
    enum roof roof;
    double left, right; // walls
    double eave, rise;  // of the roof
    double ground;      // y
    double floor;       // height of the ground floor
    int number;         // in its order from the page's beginning
    struct flat *flats;
    int flats_n;
};

// What stands between houses that leave room.
struct garden {
    double from, to, ground;
};

struct sky {
    struct scenery scenery; // the core points
    struct box title;
    bool beside; // core points stand beside the title
    double h;    // from the page's margin
};

struct street {
    struct sky sky;
    struct house *houses; // by table
    int rows;
    int row_n[STREETS_MOST];     // houses in each
    double ground[STREETS_MOST]; // y
    double bottom;               // y of the lowest ground
    struct garden *gardens;
    int gardens_n;
};

// ---- street_sky.c -----------------------------------------------------------------------------

// The least sky for title and core points; higher than `most` only for the title.
struct sky street_sky(struct page *page, double most);
// The same with `spare` more height.
void street_raise_sky(struct sky *sky, double spare);
void street_draw_sky(struct page *page, struct sky *sky);
// A sun that rises behind the roofs, where it has room.
void street_draw_sun(struct page *page, const struct street *street);

// ---- street_plan.c: which houses stand in which street, and how wide
// ------------------------------

struct street_search {
    struct page *page;
    struct street *street;
    struct sky sky;             // the least
    double mean_reading;        // of a table
    double row_h[STREETS_MOST]; // of the walls, as found last
    int *steps;                 // widths of the houses, in steps
    double *widths;             // and what they became
};

// A candidate's detail.
struct rows {
    int n;
    int of[STREETS_MOST]; // houses in each
};

// Streets of as many houses each, or with one more or less in the first too.
struct candidates street_candidates(struct page *page, bool uneven);
bool street_fits(void *context, const struct candidate *candidate, struct needs *needs);
bool street_widen(void *context, const struct candidate *candidate, struct needs *needs,
                  double *widths);
bool street_place(void *context, const struct candidate *candidate, struct pack *packs);

// ---- street_house.c, street_floor.c -------------------------------------------------------------

extern const struct island_form form_house;

const struct house *street_house(const struct page *page, const struct island *island);
// Sets outline and box of an island from its house.
void street_outline(const struct house *house, struct island *island);
void street_note_house(struct page *page, const struct island *island);
void street_draw_house(struct page *page, const struct island *island);
// Door, shop and who passes by.
void street_draw_floor(struct page *page, const struct island *island, const struct house *house);
void street_draw_passer(struct page *page, const struct house *house);

#endif
