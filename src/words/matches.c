// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/matches.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"

static const double weight_other = 0.4,   // a verb where the term is a noun, or the other way round
    weight_covered = 0.3;                 // part of a longer term that was found
static const double term_of_words = 0.25, // bonus for each further word of a term
    term_strong = 0.8;                    // unless it only points there, or says for whom or where

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

// `joined`: a term of one word, written as two.
static void add_postings(struct matches *matches, struct postings postings, size_t first, size_t n,
                         bool joined)
{
    for (size_t i = 0; i < postings.n; i++) {
        double weight = postings.items[i].weight / 100.0;
        if (weight >= term_strong && !joined)
            weight = weight * (1 + term_of_words * (double)(n - 1));
        add_match(matches, (struct match){first, n, (uint16_t)postings.items[i].concept, weight});
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

void matches_find(struct lexicon *lexicon, struct card *card, struct matches *matches)
{
    size_t covered_to = 0; // end of the longest term so far
    for (size_t i = 0; i < card->words_n; i++) {
        for (size_t n = words_together(card, i, CARD_TERM); n > 1; n--) {
            struct postings found = {NULL, 0};
            if (card->words[i].lexeme->opens_term)
                found = term_at(lexicon, card, i, n, false);
            if (found.n == 0 && n > 2 && card->words[i].lexeme->opens_term)
                found = term_at(lexicon, card, i, n, true);
            bool joined = found.n == 0 && n == 2;
            if (joined)
                found = joined_at(lexicon, card, i);
            if (found.n == 0)
                continue;
            add_postings(matches, found, i, n, joined);
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
