// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Posters of invented tables with fake metrics, for tests of what people put where on them.
#ifndef ERNTEBILD_TESTS_POSTER_SHOWN_H
#define ERNTEBILD_TESTS_POSTER_SHOWN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "poster/harvest.h"
#include "poster/poster.h"

#include "fake.h"

struct shown {
    struct fake fake;
    struct poster *poster;
    const struct poster_item *items;
    size_t n;
};

// In the arena, with room for 64 placements.
struct harvest *make_harvest(struct arena *arena, int tables, int cards, const char *lang);
void put_card(struct harvest *harvest, const char *style, int64_t card, double x, double y);

// Fails the test when there is no poster. hide frees it.
struct shown show(const struct harvest *harvest, const char *style, double w, double h);
void hide(struct shown *shown);
const struct poster_item *find(const struct shown *shown, const char *id); // or NULL
struct point middle(struct box box);
// No two cards overlap, and each is on the picture or told to be in the appendix.
void check_whole(const struct shown *shown, const struct harvest *harvest);

#endif
