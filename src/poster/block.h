// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An idea's block: keyword, icon, text, votes; as a quote with a speaker when it is in another
// language than the poster; as a row of a list. Internal to poster/.
#ifndef ERNTEBILD_POSTER_BLOCK_H
#define ERNTEBILD_POSTER_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "poster/harvest.h"
#include "poster/tally.h"
#include "poster/wording.h"

// An idea prepared for setting.
struct card {
    const struct harvest_idea *idea;
    struct wording keyword;
    struct wording joints;  // the keyword parted only at the joints of its words; no text: none
    struct wording text, gloss; // when `prepared`
    bool prepared;
    bool told;      // the keyword is all of the text
    bool quote;
    const struct harvest_placement *placement; // NULL: stands where there is room
    bool outside;   // of its island: nothing of it is packed (outside.h)
    int rank;       // 0: most votes at its table
    bool winner;    // has the most votes of its table, alone or with one other
    bool alone;     // the only winner
    bool second;    // one of the next two
    double growth;  // of keyword and icon by votes, 0 .. 1
    double raise;   // of the keyword by its curated level
    double number_em; // width of its number in the appendix
};

// The cards of a table, in the arena.
struct card *block_cards(struct page *page, const struct harvest_table *table);

enum block_shape { BLOCK_FULL, BLOCK_WIDE, BLOCK_QUOTE, BLOCK_ROW };

struct block {
    const struct card *card;
    enum block_shape shape;
    bool rtl;            // turned round: text of the other direction than the page
    double w, h;         // art units
    double shrink;       // keyword's size as a share of what its votes ask for
    double icon;         // side of the icon, 0: none
    double window;       // round the icon, art units
    double column;       // width of icon and tally beside the text
    double gap;          // between that and the text
    struct setting keyword, text, gloss;
    double under;        // below the keyword, for its underline
    double text_h;       // keyword, text and what is below them
    struct tally tally;
    double number_w, number_size; // row: its number in the appendix, 0: none
    double bubble_w, bubble_h, inner_w, head_h; // quote: bubble, what it holds, row of the keyword
};

// Shapes `block` for a column of `width`; `full` false: as a row of a list; `wide`: over the whole
// island; `most_lines` of text. False: it does not fit that width.
bool block_fit(struct block *block, const struct plan *plan, struct card *card, double width,
               bool full, bool wide, int most_lines);

// Where the icon stands of a block drawn at x, y that is no quote and no row; empty: it has none.
struct box block_icon(const struct block *block, double x, double y);

void block_draw(struct page *page, const struct block *block, const struct harvest_table *table,
                double x, double y, double s, uint32_t colour);

// Whether the block shows the whole of what was written.
bool block_tells_all(const struct block *block);

#endif
