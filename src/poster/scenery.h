// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Core points and what surrounds them: the middle of the ring, the sky of the street. Internal to
// poster/.
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
    double inset; // of a cloud: its edge is ragged
    double limit; // of its width
    double x, y;  // in a grid
    bool cut;     // its end is left to the appendix
};

// Bubbles in two stacks beside the people at the table, or in rows without people when they are
// many, or in two stacks beside a title.
enum scenery_form { FORM_PEOPLE, FORM_GRID, FORM_SIDES };

struct scenery {
    struct page *page;
    struct box room;
    struct bubble *bubbles;
    int n, left;  // shown; of them stand on the left
    int left_out; // core points only in the appendix
    bool cramped; // texts are cut to cells
    double size;  // of their lettering
    double badge; // radius of the tables' numbers under a bubble
    enum scenery_form form;
    bool clouds;    // instead of bubbles, and no people: the sky
    double between; // FORM_SIDES: width of the title
    int columns;    // of the grid
    const char *label;
    double label_size, label_w;
    double stage_h;                // below the panorama
    double table_half;             // half the width of table and people, 0: there are none
    double note_x, note_y, note_w; // where the left out are counted
};

// The core points of `page`, not yet planned.
struct scenery scenery_of(struct page *page, struct box room);

// scenery_plan.c: sizes of all parts for `page->harvest` in `room`.
void scenery_plan(struct scenery *s);
// Two stacks beside a title `between` wide, letters of `least` at least. False: no room.
bool scenery_plan_sides(struct scenery *s, double between, double least);
double scenery_need(const struct scenery *s); // height that the bubbles take
double scenery_stack_height(const struct scenery *s, int from, int to);
double scenery_numbers_room(const struct scenery *s, const struct bubble *bubble); // above its edge
double scenery_hanging(const struct scenery *s, const struct bubble *bubble); // below its edge
double scenery_label_height(const struct scenery *s);
// The words of a bubble begin this far from its left edge, and end as far from its right one.
double scenery_words_start(const struct bubble *bubble);
#define WORDS_END 19.0

// scenery.c: draws the bubbles of a plan whose form is FORM_GRID or FORM_SIDES, and their label.
void scenery_draw_stacks(struct scenery *s);

#endif
