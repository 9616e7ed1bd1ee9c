// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Putting cards and tables elsewhere on the shown poster: what may go where, and the change of the
// file that it is. Lengths are millimetres of the poster's page.
#ifndef ERNTEBILD_APP_PLACING_H
#define ERNTEBILD_APP_PLACING_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

struct poster_item;
struct preview;
struct stage;
struct table;

struct placing { // all borrowed
    struct stage *stage;
    const struct preview *preview;
    const struct table *tables; // of the workshop
    size_t tables_n;
};

// What stands on the picture, when that is the page that is shown.
const struct poster_item *placing_items(const struct placing *placing, size_t *n);
const struct poster_item *placing_find(const struct placing *placing, const char *id); // or NULL
// Themes that were found among the cards of one table move as tables do.
bool placing_may_move(const struct placing *placing, const struct poster_item *item);
const struct poster_item *placing_table_in(const struct placing *placing, int slot); // or NULL
const struct poster_item *placing_home(const struct placing *placing,
                                       const struct poster_item *card); // its island, or NULL
// The table whose island is under `p` or nearest to it.
const struct poster_item *placing_table_at(const struct placing *placing, struct point p);

// True when the file was changed; what went wrong is told.
bool placing_put(const struct placing *placing, const struct poster_item *item,
                 struct point middle); // of the card
// Two tables change places. All others are held where they are: what people see is what they get.
bool placing_swap(const struct placing *placing, const struct poster_item *a,
                  const struct poster_item *b);
// The card stands again where there is room; tables again in the composition's own order.
bool placing_free(const struct placing *placing, const struct poster_item *item);

#endif
