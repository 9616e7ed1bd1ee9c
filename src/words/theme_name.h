// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a theme is called: of the nouns that made it a theme the one that most of its cards hold,
// alone or inside a compound, so that the name is as general as the theme.
#ifndef ERNTEBILD_WORDS_THEME_NAME_H
#define ERNTEBILD_WORDS_THEME_NAME_H

#include <stddef.h>

#include "words/words.h"

struct arena;

// What the cards of a theme share.
struct theme_seed {
    const char *stem; // a word of this stem; NULL: words that lead to the concept
    size_t concept;
};

// As most of the cards write it, in `arena`; "" when none of them has a noun for it.
const char *theme_name(struct words *words, const struct word_text *cards, size_t n,
                       const struct theme_seed *seed, struct arena *arena);

#endif
