// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ranking by dots: the same count has the same place, and the places that share leave gaps (1, 2,
// 2, 4). Pure.
#ifndef ERNTEBILD_APP_RANK_H
#define ERNTEBILD_APP_RANK_H

#include <stddef.h>
#include <stdint.h>

struct rank {
    size_t card; // index
    int64_t votes;
    int place;   // 1-based
    int sharing; // how many have this place
};

// Sorts by votes, then by index, and gives places.
void rank_sort(struct rank *ranks, size_t n);
// How many stand on the places 1 to 3, of those with a vote: the podium's when 3 or fewer.
size_t rank_podium(const struct rank *ranks, size_t n);

#endif
