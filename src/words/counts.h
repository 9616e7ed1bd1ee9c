// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How often words and prefixes occur on the cards of one workshop (struct word_counts of words.h).
#ifndef ERNTEBILD_WORDS_COUNTS_H
#define ERNTEBILD_WORDS_COUNTS_H

#include <stddef.h>

#include "words/card.h"

struct word_counts;

// Cards that hold a word of this stem, and cards in all. 0 for NULL.
size_t counts_of(const struct word_counts *counts, const struct lexeme *lexeme);
size_t counts_cards(const struct word_counts *counts);

// Words at the start of the card that many cards of the workshop share ("Klimarat:"); 0 for none.
size_t counts_prefix(const struct word_counts *counts, const struct card *card);
// Words before a colon that several cards share: no keyword, though they may be shown. 0: none.
size_t counts_label(const struct word_counts *counts, const struct card *card);

#endif
