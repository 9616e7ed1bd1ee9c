// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line put together from its words, each shaped once. Internal to draw/.
#ifndef ERNTEBILD_DRAW_PHRASE_H
#define ERNTEBILD_DRAW_PHRASE_H

#include <stdbool.h>

#include "draw/lettering.h"

struct arena;

// Whether shaping the words of `run` (its text, weight and direction are set) apart gives the line.
bool phrase_has_words(const struct run *run);

// Fills in what shaping gives, from the runs of its words and of the spaces between them, which
// `measure` makes. False: the words are not lettered alike, nothing is filled in.
bool phrase_join(struct run *run, struct arena *arena, const struct measure *measure,
                 const char *lang);

#endif
