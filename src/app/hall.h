// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the hall shows: a workshop, its phases, and of each theme table what its island says.
#ifndef ERNTEBILD_APP_HALL_H
#define ERNTEBILD_APP_HALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/island.h"
#include "base/err.h"
#include "store/store.h"

struct arena;
struct words;

struct hall {
    struct arena *arena; // owns what follows
    struct workshop about;
    struct phase *phases;
    size_t phases_n;
    const struct table *tables;
    struct island *islands; // one a table
    size_t n, cards_n;
    uint64_t revision; // of the file that this is
};

void hall_init(struct hall *hall);
void hall_clear(struct hall *hall);
// Reads it anew. False: not all of it could be read.
bool hall_load(struct hall *hall, struct store *store, struct words *words, int64_t workshop,
               struct err *err);

#endif
