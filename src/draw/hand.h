// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hand: how one pull of a marker moves and what it leaves. Ink units throughout.
#ifndef ERNTEBILD_DRAW_HAND_H
#define ERNTEBILD_DRAW_HAND_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/geometry.h"

// A key for part `i` of the element with `key`.
uint64_t hand_key(uint64_t key, uint64_t i);

// One pull of the marker: corners end it, closed corner-less shapes are one pull round.
struct pull {
    struct line line;
    bool loop; // closed, without a corner
};

// Splits `line` at turns of more than 42 degrees. Free with hand_free_pulls.
struct pull *hand_pulls(const struct line *line, bool closed, size_t *n);
void hand_free_pulls(struct pull *pulls, size_t n);

// Both ends run on by a random share of `by`.
void hand_overshoot(struct line *line, uint64_t key, double by);
// A loop starts at its top left, runs on past its start and misses it a little.
void hand_close_loop(struct line *line, uint64_t key, double w);

#endif
