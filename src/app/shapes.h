// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hand-drawn shapes that frames have drawn before, by what they were drawn from: a marker's pull
// costs more than all else on the glass, and from frame to frame it stays the same.
#ifndef ERNTEBILD_APP_SHAPES_H
#define ERNTEBILD_APP_SHAPES_H

#include <stdint.h>

struct palette;
struct scene;
struct shapes;

struct shapes *shapes_new(const struct palette *palette); // of its scenes; NULL: none
void shapes_free(struct shapes *shapes);
// A new frame of the glass begins. What neither of the last two used may go.
void shapes_next_frame(struct shapes *shapes);
// The drawing with this hash, or NULL. Borrowed until the second next frame.
const struct scene *shapes_find(struct shapes *shapes, uint64_t hash);
// An empty scene to be drawn into once, found by `hash` from now on.
struct scene *shapes_add(struct shapes *shapes, uint64_t hash);

#endif
