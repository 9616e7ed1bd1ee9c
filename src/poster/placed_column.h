// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A column of blocks some of which people placed: those stand as near as they can to where they were
// put, the others flow round them. Internal to poster/.
#ifndef ERNTEBILD_POSTER_PLACED_COLUMN_H
#define ERNTEBILD_POSTER_PLACED_COLUMN_H

struct arena;
struct block;
struct section;

// The column that a placed block belongs to.
int placed_column_of(const struct section *section, const struct block *block);

// Orders column `k` and says where its blocks begin, in that order, below the top of a section that
// is `room` high; in the arena. NULL: nothing in it was placed, its order stays.
const double *placed_column_arrange(const struct section *section, int k, double room,
                                    struct arena *arena);

#endif
