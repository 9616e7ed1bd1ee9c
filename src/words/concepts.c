// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/concepts.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "words/phrase.h"

// How much a word counts by where it stands. Tried on the building half of tests/words.
static const double weight_lead = 1.25, // before the first colon or dash
    weight_prefix = 0.35,               // in a prefix that many cards share
    weight_aside = 0.6,                 // in parentheses
    weight_denied = 0.7,                // still what the card is about
    weight_replaced = 0.15,
                    weight_small = 0.85, // German, not a noun
    weight_name = 0.3,                   // "Bowling Green"
    weight_other = 0.4,                  // a verb where the term is a noun, or the other way round
    weight_covered = 0.3,                // part of a longer term that was found
    weight_place = 0.6,                  // where or when, not what
    weight_whom = 0.8,                   // for whom, not what
    weight_per_word = 0.01,              // the later, the less
    weight_late = 0.75;                  // but never below
// Several words that lead to one concept add up, each less than the one before.
static const double sum_falls = 0.4;
static const double term_of_words = 0.25, // bonus for each further word of a term
    term_strong = 0.7;                    // unless it only points to the concept

struct match {
    size_t first, n;
    uint16_t concept;
    double weight;
};

struct matches {
    struct arena *arena;
    struct match *items;
    size_t n, room;
};

static void add_match(struct matches *matches, struct match match)
{
    if (matches->n == matches->room) {
        size_t room = matches->room == 0 ? 64 : matches->room * 2;
        struct match *grown = ARENA_ARRAY(matches->arena, struct match, room);
        if (matches->n > 0)
            memcpy(grown, matches->items, matches->n * sizeof *grown);
        matches->items = grown;
        matches->room = room;
    }
    matches->items[matches->n++] = match;
}

static void add_postings(struct matches *matches, struct postings postings, size_t first, size_t n)
{
    for (size_t i = 0; i < postings.n; i++) {
        double weight = postings.items[i].weight / 100.0;
        if (weight >= term_strong)
            weight = weight * (1 + term_of_words * (double)(n - 1));
        add_match(matches, (struct match){first, n, postings.items[i].concept, weight});
    }
}

// A stop word that a term may lack where a person writes it: an article, "our". Not what turns the
// meaning.
static bool is_filler(const struct card_word *word)
{
    const unsigned turns = MARK_NO | MARK_NO_AFTER | MARK_INSTEAD | MARK_INSTEAD_AFTER | MARK_YES |
                           MARK_PLACE | MARK_WHOM | MARK_LESS;
    return (word->marks & MARK_STOP) && !(word->marks & turns);
}

// A term of `n` words that begins at word `i`: stems joined by spaces; `bare`: without the fillers
// between them.
static struct postings term_at(const struct lexicon *lexicon, const struct card *card, size_t i,
                               size_t n, bool bare)
{
    char joined[256];
    size_t used = 0, fillers = 0;
    for (size_t k = 0; k < n; k++) {
        const struct lexeme *lexeme = card->words[i + k].lexeme;
        if (bare && k > 0 && k + 1 < n && is_filler(&card->words[i + k])) {
            fillers++;
            continue;
        }
        if (used + lexeme->stem_length + 2 > sizeof joined)
            return (struct postings){NULL, 0};
        if (k > 0)
            joined[used++] = ' ';
        memcpy(joined + used, lexeme->stem, lexeme->stem_length);
        used += lexeme->stem_length;
    }
    return bare && fillers == 0 ? (struct postings){NULL, 0}
                                : lexicon_term(lexicon, card->language, joined, used);
}

// Two words that others write as one: "Repair Café".
static struct postings joined_at(struct lexicon *lexicon, const struct card *card, size_t i)
{
    enum { SHORTEST = 3 };
    const struct lexeme *a = card->words[i].lexeme, *b = card->words[i + 1].lexeme;
    char joined[256], stem[256];
    if (a->normal_length < SHORTEST || b->normal_length < SHORTEST ||
        a->normal_length + b->normal_length + 1 > sizeof joined ||
        ((card->words[i].marks | card->words[i + 1].marks) & MARK_STOP))
        return (struct postings){NULL, 0};
    memcpy(joined, a->normal, a->normal_length);
    memcpy(joined + a->normal_length, b->normal, b->normal_length + 1);
    size_t n = lexicon_stem(lexicon, card->language, joined, a->normal_length + b->normal_length,
                            stem, sizeof stem);
    return lexicon_term(lexicon, card->language, stem, n);
}

static size_t words_together(const struct card *card, size_t i, size_t most)
{
    size_t n = 1;
    while (n < most && i + n < card->words_n && card->words[i + n].before == BORDER_NONE)
        n++;
    return n;
}

// "wollen" for Wolle, "Nähe" for nähen: the stem is the same, the capital tells them apart.
static bool is_other_kind(const struct card *card, size_t i, unsigned flags)
{
    const struct card_word *word = &card->words[i];
    if (!card->cased || (word->capital && word->opens))
        return false;
    return ((flags & POSTING_NOUN) && !word->capital) ||
           ((flags & POSTING_VERB) && word->capital && word->end[-1] != 'n');
}

static void find_matches(struct lexicon *lexicon, struct card *card, struct matches *matches)
{
    size_t covered_to = 0; // end of the longest term so far
    for (size_t i = 0; i < card->words_n; i++) {
        for (size_t n = words_together(card, i, CARD_TERM); n > 1; n--) {
            struct postings found = {NULL, 0};
            if (card->words[i].lexeme->opens_term)
                found = term_at(lexicon, card, i, n, false);
            if (found.n == 0 && n > 2 && card->words[i].lexeme->opens_term)
                found = term_at(lexicon, card, i, n, true);
            if (found.n == 0 && n == 2)
                found = joined_at(lexicon, card, i);
            if (found.n == 0)
                continue;
            add_postings(matches, found, i, n);
            if (i + n > covered_to)
                covered_to = i + n;
            card->words[i].term = n;
            break;
        }
        const struct lexeme *lexeme = card->words[i].lexeme;
        for (size_t k = 0; k < lexeme->meanings_n; k++) {
            double weight = (double)lexeme->meanings[k].weight;
            weight *= i < covered_to ? weight_covered : 1;
            weight *= is_other_kind(card, i, lexeme->meanings[k].flags) ? weight_other : 1;
            add_match(matches, (struct match){i, 1, lexeme->meanings[k].concept, weight});
        }
    }
}

static size_t lead_end(const struct card *card)
{
    for (size_t i = 1; i < card->words_n && i <= 3; i++)
        if (card->words[i].before >= BORDER_COLON)
            return i;
    return 0;
}

// Words shortly before it, in the same clause, say that this is where, when or for whom: "in der
// Innenstadt", "für alle Kinder".
static double weight_after(const struct card *card, size_t i)
{
    size_t content = 0;
    for (size_t back = 1; back <= 3 && back <= i && card->words[i - back + 1].before == BORDER_NONE;
         back++) {
        const struct card_word *word = &card->words[i - back];
        if (word->marks & MARK_PLACE)
            return weight_place;
        if (word->marks & MARK_WHOM)
            return weight_whom;
        content += !(word->marks & MARK_STOP);
        if ((word->capital && card->cased) || content > 1)
            break; // another thing stands between
    }
    return 1;
}

// Two capitals in a row inside a sentence are a name where nouns are written small, unless they are
// a term or every word has one.
static bool is_name(const struct card *card, size_t i)
{
    enum { SENTENCE = 6 };
    if (strcmp(card->language->code, "de") == 0 || !card->words[i].capital ||
        card->words_n < SENTENCE)
        return false;
    size_t capitals = 0;
    for (size_t k = 0; k < card->words_n; k++)
        capitals += card->words[k].capital;
    const struct card_word *word = &card->words[i], *next = word + 1, *last = word - 1;
    bool with_next = i + 1 < card->words_n && next->capital && next->before == BORDER_NONE &&
                     word->term == 0 && !(word->marks & MARK_STOP);
    bool with_last = i > 0 && last->capital && word->before == BORDER_NONE && last->term == 0 &&
                     !(last->marks & MARK_STOP);
    return capitals * 2 < card->words_n && !word->shouted && (with_next || with_last);
}

static double place_weight(const struct card *card, const struct match *match, size_t skip,
                           size_t lead)
{
    const struct card_word *word = &card->words[match->first];
    const struct card_word *last = word + match->n - 1;
    double weight = 1 - weight_per_word * (double)match->first;
    weight = MAX(weight, weight_late);
    if (match->first < skip)
        weight *= weight_prefix;
    else if (match->first < lead)
        weight *= weight_lead;
    if (word->aside)
        weight *= weight_aside;
    if (match->n == 1 && is_name(card, match->first))
        weight *= weight_name;
    // "im Park" is a term and a place.
    if (match->n > 1 && (word->marks & MARK_PLACE))
        weight *= weight_place;
    else
        weight *= weight_after(card, match->first);
    if (word->denied || last->denied)
        weight *= weight_denied;
    if (word->replaced || last->replaced)
        weight *= weight_replaced;
    if (card->cased && !phrase_is_noun(card, match->first) &&
        !phrase_is_noun(card, match->first + match->n - 1))
        weight *= weight_small;
    return weight;
}

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
    find_matches(lexicon, card, &matches);
    size_t lead = lead_end(card);
    for (size_t i = 0; i < matches.n; i++)
        matches.items[i].weight *= place_weight(card, &matches.items[i], skip, lead);
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
