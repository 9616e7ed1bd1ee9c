// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tree (ART-2.md, section B): those who are here are its roots, core points its trunk, tables its
// crowns, agreements seedlings at its foot. What its rooms share; lengths are art units. Internal to
// poster/.
//
//   crown 1      title      crown 6
//        \_____        _____/
//   crown 2    \_plaques_/  crown 5
//               \  |  /
//   crown 3 ______| |______ crown 4
//   seedlings   hill, roots  seedlings
#ifndef ERNTEBILD_POSTER_TREE_H
#define ERNTEBILD_POSTER_TREE_H

#include "poster/furniture.h"
#include "poster/page.h"

struct wood;

struct tree {
    struct page *page;
    struct box corridor; // page->scenery: between the crowns, from the title down to the hill
    double axis;         // x of the trunk
    double k;            // size of trunk and branches: 1 in a wide corridor
    double crotch;       // y of the trunk's upper end
    double plateau;      // y on which the trunk stands, and people
    double foot;         // y of the ground beside the hill
    double hill_half;    // half the width of the hill at its foot
};

struct tree tree_of(struct page *page);
// y of the ground at x.
double tree_ground(const struct tree *tree, double x);
// -1: the crown stands on the left of the trunk, 1: on the right.
int tree_side(const struct tree *tree, const struct island *island);
// x of a crown's edge towards the trunk, at y or nearest to it.
double tree_inner_edge(const struct tree *tree, const struct island *island, double y);
// y of the lower edge of a crown at x.
double tree_lower_edge(const struct island *island, double x);
// No word, drawing or crown is in `box`.
bool tree_is_free(const struct tree *tree, struct box box);

// ---- tree.c: rooms ------------------------------------------------------------------------------

// The height of the ground with all that stands and lies in it.
double tree_ground_height(const struct page *page);
// From its upper edge to the hill: room for people where the corridor is too narrow for them.
double tree_hill_drop(const struct page *page);
double tree_hill_half(const struct page *page, double corridor);

// ---- tree_core.c: what the plenary takes home, nailed to the trunk --------------------------------

struct plaque {
    const struct harvest_core *core;
    struct wording wording;
    struct setting text;
    double icon, x, y, w, h;
    bool cut; // its end is left to the appendix
};

struct plaques {
    const struct tree *tree;
    struct plaque *plaque;
    int n, left_out; // shown; only in the appendix
    int columns;
    double size, badge; // of lettering; radius of the numbers
    const char *label;
    double label_size, label_w;
    double top, bottom; // between them the plaques hang
};

struct plaques tree_plan_plaques(const struct tree *tree); // notes what they occupy
void tree_draw_plaques(struct plaques *plaques);

// ---- tree_roots.c: who is here ----------------------------------------------------------------------

struct tag {
    struct wording wording;
    struct setting text;
    struct box box;
    int side;
    int row; // from the top
};

struct tags {
    const struct tree *tree;
    struct tag *tag;
    int n;
    bool cut; // not all names are whole
};

struct tags tree_plan_tags(const struct tree *tree); // notes what they occupy
void tree_draw_hill(const struct tree *tree);
void tree_add_roots(const struct tree *tree, const struct tags *tags, struct wood *wood);
void tree_draw_tags(const struct tags *tags);

// ---- tree_branches.c: how branches run --------------------------------------------------------------

struct branch {
    struct line middle; // from the trunk outwards; owned
    double w0, w1;      // width at the trunk, at the tip
    int side;
    bool twig;          // a thin one
    bool open;          // carries no crown
};

struct branches {
    struct branch *branch; // in the page's arena
    size_t n, room;
};

struct branches tree_grow(const struct tree *tree);
void tree_fell(struct branches *branches); // frees their lines
// The lowest branch above the hill at x: y of its lower edge; 0: there is none.
double tree_branch_above(const struct branches *branches, double x);

// ---- tree_wood.c: trunk, branches, roots as one body; leaves ---------------------------------------

void tree_draw_wood(const struct tree *tree, const struct branches *branches,
                    const struct tags *tags);
// Leaves on the outline of a crown.
void tree_note_leaves(struct page *page, const struct island *island);
void tree_draw_leaves(struct page *page, const struct island *island);

// ---- tree_seedlings.c: agreements and the next meeting ----------------------------------------------

void tree_draw_seedlings(const struct tree *tree);
// From the upper edge of the ground's room to the signs.
double tree_signs_top(const struct page *page);

// ---- tree_people.c ------------------------------------------------------------------------------------

void tree_draw_people(const struct tree *tree, const struct branches *branches);

#endif
