// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a facilitator decided about single terms (struct word_choice of words.h).
#ifndef ERNTEBILD_WORDS_CHOICE_H
#define ERNTEBILD_WORDS_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "words/card.h"

struct choices;

void choices_free(struct choices *choices); // NULL is legal

struct chosen {
    bool found;
    const char *icon; // NULL: show none
    size_t first, n;  // words of the card
};

// The choice that speaks for this card, found false for none. `choices` may be NULL.
struct chosen choices_find(struct choices *choices, struct lexicon *lexicon,
                           const struct card *card);

#endif
