// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a card does not want: words that are denied ("no", "without"), of which there should be
// less, or that are to be replaced ("instead of").
#ifndef ERNTEBILD_WORDS_DENIAL_H
#define ERNTEBILD_WORDS_DENIAL_H

#include "words/card.h"

// Sets `marks`, `denied`, `lessened` and `replaced` of all words.
void denial_read(struct lexicon *lexicon, struct card *card);

#endif
