// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/surety.h"

#include <math.h>
#include <string.h>

// A logistic regression (Cox 1958) over what tells right first icons from wrong ones on the
// `build` and `fit` lines of tests/words. To fit it anew, with the corpus in FOLDER:
//   build/tests/words/fit-surety tests/words/measure.tsv tests/words/corpus.tsv FOLDER
// Long cards speak of many things, what comes late in them is rarely what they are about, words
// that nobody knows may be what they are about, and several words that agree are seldom wrong
// together. In the order of surety_read.
static const double weights[SURETY_TRAITS] = {-0.24, 2.22,  1.46, 0.90, 0.62,
                                              -0.74, -0.64, 2.07, -1.67};
// A wrong icon is worse than none: of the long cards of the corpus this leaves out one right icon in
// nine that 0.80 would show, and four wrong ones in nine; of short ones one in thirty.
static const double enough = 0.86;

static size_t content_words(const struct card *card)
{
    size_t n = 0;
    for (size_t i = 0; i < card->words_n; i++)
        n += !(card->words[i].marks & (MARK_STOP | MARK_BLAND));
    return n;
}

static size_t reasons(const struct concept_score *score)
{
    size_t n = 0;
    while (n < CONCEPT_REASONS && score->because[n] != NULL)
        n++;
    return n;
}

// Words with content that lead nowhere.
static size_t unexplained(const struct card *card)
{
    size_t n = 0;
    for (size_t i = 0; i < card->words_n; i++) {
        const struct card_word *word = &card->words[i];
        n += !(word->marks & (MARK_STOP | MARK_BLAND)) && word->evidence == 0 && word->support == 0;
    }
    return n;
}

void surety_read(const struct card *card, const struct concepts *concepts,
                 const struct keyword *keyword, double traits[SURETY_TRAITS])
{
    const struct concept_score *best = &concepts->best[0];
    const struct card_word *first = best->because[0];
    const double read[SURETY_TRAITS] = {
        1,
        best->score,
        (double)reasons(best),
        first->lexeme->known,
        first->start >= keyword->start && first->end <= keyword->end,
        log1p((double)content_words(card)),
        log1p((double)(first - card->words)),
        best->score - (concepts->n > 1 ? concepts->best[1].score : 0),
        (double)unexplained(card) / (double)(content_words(card) + 1),
    };
    memcpy(traits, read, sizeof read);
}

double surety_of(const struct card *card, const struct concepts *concepts,
                 const struct keyword *keyword)
{
    if (concepts->n == 0)
        return 0;
    double traits[SURETY_TRAITS], odds = 0;
    surety_read(card, concepts, keyword, traits);
    for (size_t i = 0; i < SURETY_TRAITS; i++)
        odds += weights[i] * traits[i];
    return 1 / (1 + exp(-odds));
}

bool surety_is_enough(const struct card *card, const struct concepts *concepts,
                      const struct keyword *keyword)
{
    return surety_of(card, concepts, keyword) >= enough;
}
