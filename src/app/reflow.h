// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A reflow: a page that was composed anew, on the way from how it was to how it is. Its cards go from
// where they stood to where they stand; all else is there at once. Unit: the page's mm.
#ifndef ERNTEBILD_APP_REFLOW_H
#define ERNTEBILD_APP_REFLOW_H

#include "draw/geometry.h"

struct reflow;
struct scene;

// NULL when no card has moved, or the pages have different sizes. `before` may go afterwards;
// `after` must outlive the reflow.
struct reflow *reflow_new(const struct scene *before, const struct scene *after);
void reflow_free(struct reflow *flow); // NULL is legal
// How it looks at the share 0 (before) .. 1 (after), under `m`. The reflow must outlive the drawing.
void reflow_draw(const struct reflow *flow, struct scene *onto, struct affine m, double share);

#endif
