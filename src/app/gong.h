// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The gong as samples, made from its partials: no sound file, the same in every run.
#ifndef ERNTEBILD_APP_GONG_H
#define ERNTEBILD_APP_GONG_H

#include <stddef.h>
#include <stdint.h>

#define GONG_RATE 44100 // samples a second, one channel
#define GONG_SECONDS 3

// Fills GONG_RATE * GONG_SECONDS samples; begins and ends in silence. volume: 0 .. 1.
void gong_fill(int16_t *samples, double volume);

#endif
