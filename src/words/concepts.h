// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a card is about: concepts weighed by the words that lead to them.
#ifndef ERNTEBILD_WORDS_CONCEPTS_H
#define ERNTEBILD_WORDS_CONCEPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "words/card.h"

enum { CONCEPTS_BEST = 12, CONCEPT_REASONS = 4 };

struct concept_score {
    uint16_t concept;
    bool denied;                                      // only words that are denied lead there
    double score;                                     // 0..1
    const struct card_word *because[CONCEPT_REASONS]; // first words, best first; NULL when fewer
    const struct card_word *because_last[CONCEPT_REASONS]; // last word of a term of several
};

struct concepts {
    struct concept_score best[CONCEPTS_BEST]; // best first
    size_t n;
};

// Also sets `evidence` and `support` of the card's words. The first `skip` words (a prefix that
// many cards share) only support.
void concepts_weigh(struct lexicon *lexicon, struct card *card, size_t skip,
                    struct concepts *concepts, struct arena *arena);

#endif
