// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The forms of islands: how much room a container takes round what it holds, how its outline runs
// and what is drawn behind and before it. Internal to poster/.
#ifndef ERNTEBILD_POSTER_FORM_H
#define ERNTEBILD_POSTER_FORM_H

#include "poster/page.h"

struct island_form {
    double side, bottom; // beside and below the content, at a scale of 1
    double roof;         // above the heading, art units whatever the scale
    // Fills the empty outline: from `top`, in the middle of the heading, down to `foot`. It is kept
    // inside the island's box afterwards.
    void (*outline)(struct page *page, struct island *island, double top, double foot);
    // Appends what a connector may reach: the outline and the roof together. NULL: the outline.
    void (*contour)(const struct island *island, struct line *out);
    // Any of these may be NULL: nothing.
    void (*draw_behind)(struct page *page, const struct island *island); // legs, gables
    void (*draw_before)(struct page *page, const struct island *island); // bars, awnings
    void (*note)(struct page *page, const struct island *island);        // what those occupy
};

extern const struct island_form form_board, form_land, form_bubble, form_cloud, form_paper,
    form_blob;

// What a connector may reach of an island, closed; appended to `out`.
void form_contour(const struct island *island, struct line *out);

// The lower end of an outline.
double form_foot(const struct island *island);

#endif
