// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// German writes nouns together: Fahrradwerkstatt. A compound that the vocabulary lacks is cut into
// parts that it has; linking letters (Arbeits-, Straßen-) fall to the stemmer.
#ifndef ERNTEBILD_WORDS_COMPOUND_H
#define ERNTEBILD_WORDS_COMPOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "words/vocabulary.h"

struct lexicon;

#define COMPOUND_PARTS 3

struct compound {
    struct postings parts[COMPOUND_PARTS]; // as they follow one another
    size_t n;
    bool whole;     // every part is known, not only one of them
    bool opens;     // the word begins with a known part
    bool head_less; // the last part says less than those before it (MARK_HEAD)
};

// false when no part is known, or the language does not write compounds.
bool compound_split(struct lexicon *lexicon, const struct format_language *language,
                    const char *normal, size_t length, struct compound *compound);

#endif
