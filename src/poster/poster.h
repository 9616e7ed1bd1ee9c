// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The poster: a harvest composed for one page size, as scenes. Page 1 is the picture; further pages
// are the appendix that lists every card in full.
#ifndef ERNTEBILD_POSTER_POSTER_H
#define ERNTEBILD_POSTER_POSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/lettering.h"
#include "draw/scene.h"

struct err;
struct harvest;
struct hyphens;
struct icons;
struct poster;
struct tr;

struct poster_tools { // all borrowed, must outlive the poster
    struct measure measure;
    struct lettering *lettering; // for title contours; NULL: plain title (tests with a fake measure)
    struct hyphens *hyphens;
    const struct icons *icons;
    const struct tr *tr; // in the poster's language
};

struct poster_options {
    double w_mm, h_mm;   // page; landscape or portrait
    const char *style;   // one of poster_styles | NULL: the workshop's own, or proposed by the data
    const char *palette; // one of palette.h; NULL: the workshop's own
    const char *party;   // whom it is for (lift.h); NULL: for all
    bool appendix;       // false: only when something is left to it
};

// The compositions by name, in the order in which they are offered; NULL beyond the last.
const char *poster_style_name(size_t i);
// Named paper sizes "a4".."a0" or "WxH" (mm), landscape; portrait swaps. False with err otherwise.
bool poster_page_size(const char *name, bool portrait, double *w_mm, double *h_mm, struct err *err);

// The names of the compositions with `separator` between them; g_free it.
char *poster_styles(const char *separator);

// Composes; what a composition cannot hold (too many tables, say) becomes a ring. Fails only when not even the last step of the ladder fits (err says what to change).
struct poster *poster_new(const struct harvest *harvest, const struct poster_options *options,
                          const struct poster_tools *tools, struct err *err);
void poster_free(struct poster *poster);
size_t poster_pages(const struct poster *poster);
const struct scene *poster_page(const struct poster *poster, size_t page); // borrowed
const char *poster_style(const struct poster *poster); // the composition used: what was asked for, or the ring
double poster_smallest_pt(const struct poster *poster); // lettering on page 1
// What the composition chose, for --verbose and tests: "full 0.94, 6 tables: 1 2 3 ...".
const char *poster_report(const struct poster *poster);

#endif
