// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// German phrases, in cards whose capitals tell nouns (`cased`).
#ifndef ERNTEBILD_WORDS_PHRASE_GERMAN_H
#define ERNTEBILD_WORDS_PHRASE_GERMAN_H

#include <stdbool.h>
#include <stddef.h>

#include "words/card.h"

// A noun phrase, or a noun and what is to be done with it; `bonus`: how well the words stand
// together.
bool phrase_german(const struct card *card, size_t first, size_t last, double *bonus);

// A word with a capital that is not there only because a sentence begins.
bool phrase_german_noun(const struct card *card, size_t i);

bool phrase_german_infinitive(const struct card *card, size_t i);

#endif
