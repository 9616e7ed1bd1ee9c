// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What height each table needs at each width, by one plan: measured when first asked for, shared by
// all arrangements that are tried. Internal to poster/.
#ifndef ERNTEBILD_POSTER_NEEDS_H
#define ERNTEBILD_POSTER_NEEDS_H

#include <stddef.h>

#include "poster/pack.h"

struct arena;

#define NEEDS_LEAST 220.0 // narrowest island
#define NEEDS_STEP 10.0

struct need {
    float h, cost; // as struct pack's; 0: not known yet, below 0: does not fit that width
};

struct needs {
    struct plan plan;
    struct table_cards *tables;
    size_t n;
    int steps;             // widths
    struct need *of;       // by table, then by width
    struct arena *scratch; // borrowed
};

struct needs *needs_new(const struct plan *plan, struct table_cards *tables, size_t n,
                        struct arena *scratch);
void needs_free(struct needs *needs);
double needs_width(int step);
int needs_step(double width); // the widest step that is not wider; -1: none
// Height with or without the price of what was sacrificed; INFINITY: does not fit.
double needs_height(struct needs *needs, int table, int step);
double needs_cost(struct needs *needs, int table, int step);
// The narrowest common width, in steps, at which tables below each other, `gap` between them, take
// `height` at most. -1: none up to `most`.
int needs_stack(struct needs *needs, const int *tables, int n, double gap, double height, int most);
// The least height at which tables side by side take `width` at most; their widths, in steps, into
// `widths`. Below 0: they do not.
double needs_row(struct needs *needs, const int *tables, int n, double gap, double width,
                 double height, int *widths);

#endif
