// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which one to three neighbouring words make a phrase that can stand alone.
#ifndef ERNTEBILD_WORDS_PHRASE_H
#define ERNTEBILD_WORDS_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "words/card.h"

struct phrase {
    size_t first, last;
    double bonus; // how well the words stand together
};

// false when the words from `first` to `last` are no phrase.
bool phrase_at(const struct card *card, size_t first, size_t last, struct phrase *phrase);

// German with capitals: a word with a capital that is not there only because a sentence begins.
bool phrase_is_noun(const struct card *card, size_t i);

#endif
