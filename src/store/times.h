// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times of the week and languages as people write them.
#ifndef ERNTEBILD_STORE_TIMES_H
#define ERNTEBILD_STORE_TIMES_H

#include <stdbool.h>

struct arena;
struct tr;

// Parts of a day and days of a week (Monday 0) as bits: a grid of 7 x 3.
enum day_part { PART_MORNING, PART_AFTERNOON, PART_EVENING, PARTS };
#define TIME_BIT(day, part) (1u << ((day) * PARTS + (part)))

// "Mo und Mi Abend, Sa Vormittag"; "" for 0. In the arena.
const char *times_words(struct arena *arena, const struct tr *tr, unsigned times);
// The reverse, German and English; false when it is not understood.
bool times_read(const char *words, unsigned *times);
// "Deutsch, Arabisch" from "de,ar"; in the arena. Codes that are not known stay as they are.
const char *languages_words(struct arena *arena, const struct tr *tr, const char *codes);
const char *languages_read(struct arena *arena, const char *words); // names or codes -> codes

#endif
