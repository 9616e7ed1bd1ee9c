// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The phases of a workshop as a path of stations: past, present, coming (screen 02).
#ifndef ERNTEBILD_APP_PHASE_PATH_H
#define ERNTEBILD_APP_PHASE_PATH_H

#include <stddef.h>
#include <stdint.h>

struct kit;
struct phase;

// Stations from x to x + w at the top of the screen, mm; each is a target "phase:ID". `current` 0:
// none.
void phase_path_draw(struct kit *kit, const struct phase *phases, size_t n, int64_t current,
                     double x, double w);

// The same without words, which nobody touches; its middle at y.
void phase_path_draw_plain(struct kit *kit, const struct phase *phases, size_t n, int64_t current,
                           double x, double y, double w);

#endif
