// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bundles on a board: a loop round cards that people put together, with the name they gave it.
// Geometry in the board's mm, and how a loop looks.
#ifndef ERNTEBILD_APP_BUNDLE_H
#define ERNTEBILD_APP_BUNDLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/geometry.h"

struct kit;

#define BUNDLE_PADDING 14.0 // between loop and cards
#define BUNDLE_TOP 20.0     // the same at the top, where the head hangs
#define BUNDLE_GAP 8.0      // between its cards
#define BUNDLE_HEAD 26.0    // height of the strip with its name; half of it is above the loop

struct loop {
    int64_t id;
    const char *name;
    struct box box;
    size_t *cards; // indices of its cards, in the order they came
    size_t n;
    int columns;
    bool placed; // a person has given it a place
};

// Columns that n cards stand in, at most `most`.
int bundle_columns(size_t n, int most);
// Size of a loop for `n` cards of `card_w` with heights `h`; where the i-th stands relative to the
// loop's corner goes to `corners` (may be NULL).
struct box bundle_size(size_t n, int columns, double card_w, const double *h,
                       struct point *corners);
// Loops that lie on an earlier one go below it.
void bundles_part(struct loop *loops, size_t n, double gap);
// The strip with the name, as wide as it needs; in the unit of `box`, which is drawn at `zoom`.
struct box bundle_head(struct kit *kit, const struct loop *loop, struct box box, double zoom);

enum bundle_state { BUNDLE_RESTS, BUNDLE_TAKES, BUNDLE_SELECTED }; // takes what is dragged over it
// In the seat's mm; `box` is where the loop is seen at `zoom`. Marks nothing to touch.
void bundle_draw(struct kit *kit, const struct loop *loop, struct box box, double zoom,
                 uint32_t accent, enum bundle_state state);
void bundle_draw_head(struct kit *kit, const struct loop *loop, struct box box, double zoom,
                      uint32_t accent, bool selected);

#endif
