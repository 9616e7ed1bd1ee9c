// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rooms of a party's folder (picture_folder.c): the document and what it shows. Unit: mm. Internal
// to exchange/.
#ifndef ERNTEBILD_EXCHANGE_FOLDER_H
#define ERNTEBILD_EXCHANGE_FOLDER_H

#include "exchange/document.h"

#define FOLDER_RIGHT (A4_W - PAPER_MARGIN)
#define FOLDER_WIDTH (A4_W - 2 * PAPER_MARGIN)
#define FOLDER_HEADING {5.8, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H2}
#define FOLDER_SMALL {3.3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE}

struct binder {
    struct document doc;
    const struct portfolio *portfolio;
};

uint32_t folder_colour(const struct binder *b, int64_t party); // of its house

// folder_promises.c: what the party promised, with boxes to tick; then who of the others does what,
// gaps dashed in red.
void folder_draw_promises(struct binder *b);
void folder_draw_others(struct binder *b);

#endif
