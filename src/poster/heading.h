// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table's heading: a ribbon with the number in a disc, the title and the table's icon. Internal to
// poster/.
#ifndef ERNTEBILD_POSTER_HEADING_H
#define ERNTEBILD_POSTER_HEADING_H

#include <stdbool.h>
#include <stdint.h>

#include "poster/wording.h"

struct harvest_table;

struct title {
    struct wording whole, divided; // words parted only when nothing else helps
};

struct heading {
    struct setting title;
    double nominal; // the size it should have
    double size, disc, w, h; // art units
    bool icon;
};

void heading_title(struct title *title, struct page *page, const struct harvest_table *table);
// The heading for an island of width `width`; always something, at worst as wide as it must be.
struct heading heading_fit(const struct plan *plan, const struct title *title, double width);
void heading_draw(struct page *page, const struct heading *heading, const struct harvest_table *table,
                  double x, double y, uint32_t colour);

#endif
