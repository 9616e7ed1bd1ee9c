// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/surety.h"

#include <math.h>
#include <string.h>

// A logistic regression (Cox 1958) over what tells right first icons from wrong ones on the
// building half of tests/words; lines that nobody had looked at while concepts and rules were
// written count three times, because only they are as hard as what will come. Long cards speak of
// many things, what comes late in them is rarely what they are about, and several words that agree
// are seldom wrong together.
// In the order of surety_read.
static const double weights[SURETY_TRAITS] = {2.23, 1.28, 1.21, 0.63, 0.48, -1.64, -0.62};
// A wrong icon is worse than none: it is shown when it should be right about four times out of
// five. Below this, short cards of the building half show more wrong icons, above it long ones lose
// more right ones than wrong ones.
static const double enough = 0.79;

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
