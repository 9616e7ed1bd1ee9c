// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pieces of text with a sign before them that flow into rows. Internal to poster/.
#ifndef ERNTEBILD_POSTER_FOOTER_H
#define ERNTEBILD_POSTER_FOOTER_H

#include "poster/furniture.h"
#include "poster/page.h"

enum sign {
    SIGN_NONE,
    SIGN_PARTY,
    SIGN_ICON,  // its mark names it
    SIGN_DOTS,
    SIGN_PILL,  // the most votes
    SIGN_DISC,  // a table's number
    SIGN_LARGE, // a large word
    SIGN_ARROW,
    SIGN_SWASH,
};

struct piece {
    enum sign sign;
    const char *text, *mark; // mark: the sign's own words, or NULL
    int weight;
    uint32_t colour;
    double sign_w, w; // w: sign and words
    double gap;       // after it
    double x;
    int row;
};

enum { PIECES_MOST = 64 };

struct flow {
    struct page *page;
    const char *id;
    struct piece pieces[PIECES_MOST];
    int n, rows; // rows: that it took
    double size, gap;
    double width;  // pieces that are wider are cut to it
    double indent; // of further rows: what the bold piece takes that the flow begins with
    bool cut;
};

void flow_start(struct flow *flow, double size, double gap, double width);
void flow_add(struct flow *flow, enum sign sign, const char *mark, const char *text, int weight,
              uint32_t colour);
void flow_part(struct flow *flow); // what follows stands further off
// Puts the pieces into rows. False when they take more than `rows`.
bool flow_arrange(struct flow *flow, int rows);
// y: the middle of the first row.
void flow_draw(struct flow *flow, double x, double y, double row_h);

#endif
