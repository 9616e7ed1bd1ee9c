// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A type whose every character is 0.55 em wide, so that a layout can be judged in an instant.
#ifndef ERNTEBILD_TESTS_POSTER_FAKE_H
#define ERNTEBILD_TESTS_POSTER_FAKE_H

#include <glib.h>

#include "base/arena.h"
#include "draw/lettering.h"

struct fake {
    struct arena *arena; // borrowed; holds the runs
    GHashTable *runs;    // owned; text -> run
};

struct fake fake_new(struct arena *arena);
void fake_free(struct fake *fake);
struct measure fake_measure(struct fake *fake); // borrows `fake`

#endif
