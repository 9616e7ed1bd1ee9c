// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chips to choose from: parties with their house, dates, what is still open (pictures 19, 25).
#ifndef ERNTEBILD_APP_PARTY_CHIP_H
#define ERNTEBILD_APP_PARTY_CHIP_H

#include <stdbool.h>

#include "draw/geometry.h"

struct kit;

// The name when `width` has room for it at `least` (mm), else as many of its last words as fit:
// groups often begin alike ("Bündnis Nord", "Bündnis Süd"). Lives as long as the drawing.
const char *party_name_within(struct kit *kit, const char *name, double width, double least,
                              int weight);
// `order`: of the party, gives the colour of its house. Off: read but not touched.
void party_chip_draw(struct kit *kit, const char *hit, struct box box, const char *name, int order,
                     bool on, bool off);
// Dashed: an answer that leaves it open.
void party_chip_draw_open(struct kit *kit, const char *hit, struct box box, const char *word,
                          const char *icon, bool on);
// Words, and below them the date (NULL: none).
void party_chip_draw_date(struct kit *kit, const char *hit, struct box box, const char *word,
                          const char *date, bool on, bool open);

#endif
