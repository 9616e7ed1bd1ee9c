// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Large hand-lettered lines: letters drawn as outlines with the pen. Internal to poster/.
#ifndef ERNTEBILD_POSTER_TITLE_LETTERS_H
#define ERNTEBILD_POSTER_TITLE_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

struct page;
struct run;

// How far shadow and outline of coloured letters reach beyond the letters themselves, art units.
#define LETTERS_SHADOW 11.0
#define LETTERS_OUTLINE 4.5

// A line of the title, centred on `x`. `fill` COLOUR_NONE: ink with a shadow; otherwise colour
// within an ink outline, with a deep shadow.
void letters_draw(struct page *page, const char *id, const struct run *run, double x,
                  double baseline, double size, uint32_t fill);

#endif
