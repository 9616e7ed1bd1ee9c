// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rank.h"

#include <stdlib.h>

static int by_votes(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;
    if (x->votes != y->votes)
        return x->votes > y->votes ? -1 : 1;
    return x->card < y->card ? -1 : x->card > y->card;
}

void rank_sort(struct rank *ranks, size_t n)
{
    if (n > 0)
        qsort(ranks, n, sizeof *ranks, by_votes);
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && ranks[end].votes == ranks[i].votes)
            end++;
        for (size_t k = i; k < end; k++) {
            ranks[k].place = (int)i + 1;
            ranks[k].sharing = (int)(end - i);
        }
        i = end;
    }
}

size_t rank_podium(const struct rank *ranks, size_t n)
{
    size_t on = 0;
    while (on < n && ranks[on].votes > 0 && ranks[on].place <= 3)
        on++;
    return on;
}
