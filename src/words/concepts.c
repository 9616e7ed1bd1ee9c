// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/concepts.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "words/matches.h"
#include "words/role.h"

// Tried on the building half of tests/words.
static const double says_less = 0.8, // a word, where it says something else better
    sum_falls =
        0.34; // several words that lead to one concept add up, each less than the one before

static int compare_matches(const void *a, const void *b)
{
    const struct match *p = a, *q = b;
    if (p->concept != q->concept)
    return p->concept < q->concept ? -1 : 1;
    if (p->weight != q->weight)
        return p->weight > q->weight ? -1 : 1;
    return p->first < q->first ? -1 : p->first > q->first;
}

static int compare_scores(const void *a, const void *b)
{
    const struct concept_score *p = a, *q = b;
    if (p->score != q->score)
        return p->score > q->score ? -1 : 1;
    return p->concept < q->concept ? -1 : p->concept > q->concept;
}

// One concept's matches, best first.
static struct concept_score score_of(const struct card *card, const struct match *matches, size_t n)
{
    struct concept_score score = {.concept = matches[0].concept, .denied = true};
    double share = 1;
    size_t reasons = 0;
    const struct lexeme *seen[CONCEPT_REASONS];
    for (size_t i = 0; i < n; i++) {
        const struct card_word *word = &card->words[matches[i].first];
        const struct card_word *last = word + matches[i].n - 1;
        bool repeated = false;
        for (size_t k = 0; k < reasons; k++)
            repeated |= seen[k] == word->lexeme;
        if (repeated)
            continue;
        score.score += share * matches[i].weight;
        share *= sum_falls;
        score.denied &= (word->denied && !word->lessened) || (last->denied && !last->lessened);
        if (reasons == CONCEPT_REASONS)
            break;
        seen[reasons] = word->lexeme;
        score.because[reasons] = word;
        score.because_last[reasons++] = last;
    }
    score.score = MIN(score.score, 1.5) / 1.5;
    return score;
}

static void insert(struct concepts *concepts, struct concept_score score)
{
    size_t at = concepts->n;
    while (at > 0 && compare_scores(&score, &concepts->best[at - 1]) < 0)
        at--;
    if (at == CONCEPTS_BEST)
        return;
    size_t last = MIN(concepts->n, (size_t)CONCEPTS_BEST - 1);
    memmove(&concepts->best[at + 1], &concepts->best[at], (last - at) * sizeof score);
    concepts->best[at] = score;
    concepts->n = last + 1;
}

// A word that says one thing better says the other less.
static void prefer_best_meaning(struct matches *matches)
{
    for (size_t i = 0, n; i < matches->n; i += n) {
        double best = 0;
        for (n = 0; i + n < matches->n && matches->items[i + n].first == matches->items[i].first;
             n++)
            best = MAX(best, matches->items[i + n].weight);
        for (size_t k = i; k < i + n; k++)
            if (matches->items[k].weight < best)
                matches->items[k].weight *= says_less;
    }
}

static void set_evidence(struct card *card, const struct matches *matches,
                         const struct concepts *concepts)
{
    for (size_t i = 0; i < matches->n; i++) {
        const struct match *match = &matches->items[i];
        size_t rank = 0;
        while (rank < concepts->n && concepts->best[rank].concept != match->concept)
            rank++;
        if (rank == concepts->n)
            continue;
        for (size_t k = match->first; k < match->first + match->n; k++) {
            struct card_word *word = &card->words[k];
            if (rank == 0)
                word->evidence = MAX(word->evidence, (float)match->weight);
            else
                word->support = MAX(word->support, (float)match->weight);
        }
    }
}

void concepts_weigh(struct lexicon *lexicon, struct card *card, size_t skip,
                    struct concepts *concepts, struct arena *arena)
{
    struct matches matches = {.arena = arena};
    matches_find(lexicon, card, &matches);
    role_read_names(card);
    for (size_t i = 0; i < matches.n; i++)
        matches.items[i].weight *= role_weight(card, &matches.items[i], skip);
    prefer_best_meaning(&matches);
    if (matches.n > 0)
        qsort(matches.items, matches.n, sizeof *matches.items, compare_matches);
    concepts->n = 0;
    for (size_t i = 0, n; i < matches.n; i += n) {
        for (n = 1; i + n < matches.n && matches.items[i + n].concept == matches.items[i].concept;)
            n++;
        insert(concepts, score_of(card, &matches.items[i], n));
    }
    set_evidence(card, &matches, concepts);
}
