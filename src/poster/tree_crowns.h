// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The arrangement of the tree's crowns, title and corridor. Internal to poster/.
#ifndef ERNTEBILD_POSTER_TREE_CROWNS_H
#define ERNTEBILD_POSTER_TREE_CROWNS_H

#include <stdbool.h>

struct page;

// What the search shares; lengths are art units.
struct crowns {
    struct page *page;
    int n, left;        // tables; of them in the left stack
    double top, bottom; // between them the crowns stand
    const double *title_h; // by shape
};

// Places title, scenery (the corridor of the trunk) and islands above `bottom`. False: not even the
// last rung of the ladder stands.
bool crowns_arrange(struct page *page, double bottom);

#endif
