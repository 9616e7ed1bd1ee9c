// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The middle of the picture: what its parts share. Internal to poster/.
#ifndef ERNTEBILD_POSTER_SCENERY_H
#define ERNTEBILD_POSTER_SCENERY_H

#include "poster/furniture.h"
#include "poster/page.h"

#define STACK_TOP 24.0      // from the panorama's ground to the first bubble
#define LEAST_GAP 14.0      // between bubbles
#define PANORAMA_LEAST 66.0 // with what lies before it

struct bubble {
    const struct harvest_core *core;
    struct wording wording;
    struct setting text;
    double icon, w, h;
    double limit; // of its width
    double x, y;  // in a grid
    bool cut;     // its end is left to the appendix
};

// Bubbles in two stacks beside the people at the table, or in rows without people when they are
// many.
enum scenery_form { FORM_PEOPLE, FORM_GRID };

struct scenery {
    struct page *page;
    struct box room;
    struct bubble *bubbles;
    int n, left;  // shown; of them stand on the left
    int left_out; // core points only in the appendix
    double size;  // of their lettering
    double badge; // radius of the tables' numbers under a bubble
    enum scenery_form form;
    int columns; // of the grid
    const char *label;
    double label_size, label_w;
    double stage_h;                // below the panorama
    double table_half;             // half the width of table and people, 0: there are none
    double note_x, note_y, note_w; // where the left out are counted
};

// scenery_plan.c: sizes of all parts for `page->harvest` in `room`.
void scenery_plan(struct scenery *s);
double scenery_stack_height(const struct scenery *s, int from, int to);
double scenery_hanging(const struct scenery *s, const struct bubble *bubble); // below its edge
double scenery_label_height(const struct scenery *s);
// The words of a bubble begin this far from its left edge, and end as far from its right one.
double scenery_words_start(const struct bubble *bubble);
#define WORDS_END 19.0

#endif
