// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Badges on outlines, two for a relation that no arrow has room for. Internal to poster/.
#ifndef ERNTEBILD_POSTER_BADGE_H
#define ERNTEBILD_POSTER_BADGE_H

struct island;
struct page;

// A badge on the outline of `at` that names the table it belongs to: the free place nearest to it.
void badge_draw(struct page *page, const struct island *at, const struct island *other);

#endif
