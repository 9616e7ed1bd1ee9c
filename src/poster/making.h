// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The making of a picture: when each stroke of the finished page is drawn, and the page as it looks in
// between. In the order in which it came to be: the title, the places of the tables, the cards by the
// time at which they were written, what connects them, what the plenary took home, what was agreed,
// and people and small drawings at last.
#ifndef ERNTEBILD_POSTER_MAKING_H
#define ERNTEBILD_POSTER_MAKING_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"

struct harvest;
struct making;
struct scene;

// Of a finished page, which must outlive it. Free with making_free.
struct making *making_new(const struct scene *page, const struct harvest *harvest);
void making_free(struct making *making); // NULL is legal

// When item `i` of the page is drawn: 0 .. 1, from < to.
void making_span(const struct making *making, size_t i, double *from, double *to);

// Whether item `i` is a stroke of letters that are drawn in several layers: all of them come as one and are
// uncovered across `window` (mm), from the right when `rtl`.
bool making_window(const struct making *making, size_t i, struct box *window, bool *rtl);

// The page at time `t` (0: empty .. 1: finished) into `out`, which is emptied first. The same for a
// file and for a window that plays it live; `out` borrows from the page.
void making_draw(const struct making *making, double t, struct scene *out);

#endif
