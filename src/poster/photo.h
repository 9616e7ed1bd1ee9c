// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hosts' own picture: a print with a white edge, taped to the page beside the title. Internal to
// poster/.
#ifndef ERNTEBILD_POSTER_PHOTO_H
#define ERNTEBILD_POSTER_PHOTO_H

#include "draw/geometry.h"

struct page;

// The print as large as `w` and `h` (art units) allow, at 0, 0; empty: there is no picture.
struct box photo_size(const struct page *page, double w, double h);
// In a box of that shape; notes it.
void photo_draw(struct page *page, struct box box);

#endif
