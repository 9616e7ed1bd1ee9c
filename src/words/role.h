// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part that words play in what a card says: what it is about, or only where, for whom, why and
// by what deed. Read from the order of the words and a few that open a part; no grammar.
#ifndef ERNTEBILD_WORDS_ROLE_H
#define ERNTEBILD_WORDS_ROLE_H

#include <stddef.h>

#include "words/card.h"

struct match;

// Sets `sentence`, `subordinate`, `verb` and `after` of all words. After denial_read.
void role_read(struct card *card);

// Sets `name`. After matches_find, which knows the terms.
void role_read_names(struct card *card);

// By how much a term counts where it stands: about 1 for what the card is about. The first `skip`
// words are a prefix that many cards share.
double role_weight(const struct card *card, const struct match *match, size_t skip);

#endif
