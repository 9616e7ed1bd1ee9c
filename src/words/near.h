// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Spelling mistakes: two words that differ by one edit share a form that lacks at most one
// character.
#ifndef ERNTEBILD_WORDS_NEAR_H
#define ERNTEBILD_WORDS_NEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Characters; outside nothing is forgiven. A changed character makes more often another word than a
// missing one, so that it takes a longer word.
enum { NEAR_SHORTEST = 6, CHANGED_SHORTEST = 8, NEAR_LONGEST = 24 };

struct near_forms {
    uint32_t hashes[NEAR_LONGEST + 1]; // the word itself, then without its 2nd, 3rd, ... character
    size_t n;
};

// false when the word is too short or too long, or holds a space.
bool near_forms_of(struct near_forms *forms, const char *word, size_t length);

// One character missing, too many or (with `changed`) changed, not the last, or two neighbours
// swapped; the first one is the same (an optimal string alignment distance of exactly 1).
bool near_is_one_edit(const char *word, size_t length, const char *other, bool changed);

#endif
