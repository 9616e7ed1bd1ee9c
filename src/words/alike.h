// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What cards share: their stems in one language, their concepts across languages. Two cards are
// compared by the cosine of these, rare ones counting more (Salton, Buckley 1988, "Term-weighting
// approaches in automatic text retrieval").
#ifndef ERNTEBILD_WORDS_ALIKE_H
#define ERNTEBILD_WORDS_ALIKE_H

#include <glib.h>
#include <stddef.h>

#include "words/words.h"

struct alike_feature {
    guint id;
    float weight; // after alike_weigh: the whole vector has length 1
};

struct alike_card {
    const char *lang;                  // in the vocabulary
    GArray *stems, *concepts, *denied; // struct alike_feature, sorted by id; denied: guint stems
    float known;                       // share of the content words that a concept explains
};

struct alike {
    struct alike_card *cards;
    size_t n;
    GHashTable *stem_ids; // "lang:stem": id + 1
    guint ids;            // stems come after the concepts
};

struct alike *alike_new(struct words *words, const struct word_text *cards, size_t n);
void alike_free(struct alike *alike);

double alike_score(const struct alike *alike, size_t a, size_t b); // 0..1

#endif
