// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Terms of the vocabulary that stand in a card, of one word or several, and the concepts they lead
// to.
#ifndef ERNTEBILD_WORDS_MATCHES_H
#define ERNTEBILD_WORDS_MATCHES_H

#include <stddef.h>
#include <stdint.h>

#include "words/card.h"

struct arena;

struct match {
    size_t first, n; // words of the card
    uint16_t concept;
    double weight; // how surely the term means the concept; above 1 for a term of several words
};

struct matches {
    struct arena *arena; // of the items; set by the caller
    struct match *items;
    size_t n, room;
};

// Adds all of them, as they follow one another. Also sets `term` of the card's words.
void matches_find(struct lexicon *lexicon, struct card *card, struct matches *matches);

#endif
