// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keyword of a card: one to three of its own words, exactly as written.
#ifndef ERNTEBILD_WORDS_KEYWORD_H
#define ERNTEBILD_WORDS_KEYWORD_H

#include <stddef.h>

#include "words/card.h"

struct word_counts;

struct keyword {
    const char *start, *end; // in the text; equal when the text has no word
};

// `skip`: words of a prefix that many cards share. After concepts_weigh.
struct keyword keyword_choose(const struct card *card, size_t skip,
                              const struct word_counts *counts);

#endif
