// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What cards that belong together are called: the same keyword for what says the same, a name for a
// bundle.
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/alike.h"
#include "words/concepts.h"
#include "words/interior.h"
#include "words/keyword.h"
#include "words/phrase.h"

static const double same = 0.6;            // alike enough to share a keyword
static const double shares_concept = 0.55; // beside 1 for a card that holds the very words
enum { AGREE_MOST = 2000 };                // cards

enum { KEY_WORDS = 4 };

// Whether the `n` words from `first` on may be a key.
static bool is_span(const struct card *card, size_t first, size_t n)
{
    const struct card_word *last = &card->words[first + n - 1];
    return (n == 1 || last->before == BORDER_NONE) &&
           !((card->words[first].marks | last->marks) & MARK_STOP);
}

// How many words from `first` on follow one another, at most KEY_WORDS.
static size_t words_together(const struct card *card, size_t first)
{
    size_t n = 1;
    while (n < KEY_WORDS && first + n < card->words_n &&
           card->words[first + n].before == BORDER_NONE)
        n++;
    return n;
}

// Words of `card` whose stems are those of `key`, one after another; NULL when it has none.
static const struct card_word *find_key(const struct card *card, const char *key, size_t *n,
                                        struct arena *arena)
{
    for (size_t first = 0; first < card->words_n; first++)
        for (*n = 1; *n <= words_together(card, first); (*n)++)
            if (is_span(card, first, *n) &&
                strcmp(words_key(card, first, first + *n - 1, arena), key) == 0)
                return &card->words[first];
    return NULL;
}

// Gives `result` the keyword of that key as its own text writes it.
static bool take_over(struct words *words, const struct word_text *card, const char *key,
                      struct word_result *result, struct arena *arena)
{
    struct arena *scratch = arena_new();
    struct card *read = words_read(words, card->text, result->lang, scratch);
    size_t n;
    const struct card_word *first = find_key(read, key, &n, scratch);
    if (first != NULL) {
        size_t length = (size_t)(first[n - 1].end - first->start);
        result->keyword = arena_strndup(arena, first->start, length);
        result->keyword_start = (size_t)(first->start - card->text);
        result->keyword_length = length;
        result->key = arena_strdup(arena, key);
    }
    arena_free(scratch);
    return first != NULL;
}

static size_t *counter(GHashTable *counts, const char *key)
{
    size_t *n = g_hash_table_lookup(counts, key);
    if (n == NULL) {
        n = g_new0(size_t, 1);
        g_hash_table_insert(counts, g_strdup(key), n);
    }
    return n;
}

void words_agree(struct words *words, const struct word_text *cards, struct word_result **results,
                 size_t n, struct arena *arena)
{
    if (n > AGREE_MOST)
        return;
    GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (size_t i = 0; i < n; i++)
        ++*counter(counts, results[i]->key);
    size_t room = n * 4 + 16;
    struct word_pair *pairs = g_new(struct word_pair, room);
    size_t pairs_n = words_find_alike(words, cards, n, pairs, room);
    for (size_t i = 0; i < pairs_n && pairs[i].score >= same; i++) {
        struct word_result *a = results[pairs[i].a], *b = results[pairs[i].b];
        if (strcmp(a->lang, b->lang) != 0 || strcmp(a->key, b->key) == 0)
            continue;
        size_t a_cards = *counter(counts, a->key), b_cards = *counter(counts, b->key);
        size_t winner = b_cards > a_cards ? pairs[i].b : pairs[i].a;
        size_t other = winner == pairs[i].a ? pairs[i].b : pairs[i].a;
        const char *old = results[other]->key;
        if (!take_over(words, &cards[other], results[winner]->key, results[other], arena)) {
            // Perhaps the winner's text holds the other's keyword.
            old = results[winner]->key;
            size_t swap = winner;
            winner = other;
            other = swap;
            if (!take_over(words, &cards[other], results[winner]->key, results[other], arena))
                continue;
        }
        --*counter(counts, old);
        ++*counter(counts, results[winner]->key);
    }
    g_free(pairs);
    g_hash_table_destroy(counts);
}

struct candidate {
    char *name, *key;
    double value; // of its words, in its own card
    size_t card;
};

// Phrases of one card that could name the bundle.
static void add_candidates(struct words *words, const struct word_text *text, size_t index,
                           const struct word_counts *counts, GArray *candidates,
                           struct arena *arena)
{
    struct card *card = words_read(words, text->text, text->lang, arena);
    struct concepts concepts;
    concepts_weigh(words->lexicon, card, 0, &concepts, arena);
    struct keyword keyword = keyword_choose(card, 0, counts);
    for (size_t first = 0; first < card->words_n; first++)
        for (size_t last = first; last < card->words_n && last < first + 3; last++) {
            struct phrase phrase;
            const struct card_word *start = &card->words[first], *end = &card->words[last];
            if (!phrase_at(card, first, last, &phrase) || start->denied || end->open ||
                ((start->marks | end->marks) & MARK_BLAND))
                continue;
            struct candidate candidate = {
                .name = arena_strndup(arena, start->start, (size_t)(end->end - start->start)),
                .key = words_key(card, first, last, arena),
                .value = 0.2 * phrase.bonus + 0.3 * (double)MAX(start->evidence, end->evidence),
                .card = index,
            };
            if (keyword.start == start->start && keyword.end == end->end)
                candidate.value += 0.3;
            g_array_append_val(candidates, candidate);
        }
}

// The best concept that the words of a key lead to, as `card` uses them; -1 for none.
static int best_concept(struct words *words, const struct word_text *text, struct arena *arena)
{
    struct card *card = words_read(words, text->text, text->lang, arena);
    struct concepts concepts;
    concepts_weigh(words->lexicon, card, 0, &concepts, arena);
    return concepts.n > 0 ? concepts.best[0].concept : -1;
}

// Cards that hold a key, a bit each.
static void add_holder(GHashTable *holders, const struct card *card, size_t index,
                       struct arena *arena)
{
    for (size_t first = 0; first < card->words_n; first++)
        for (size_t n = 1; n <= words_together(card, first); n++) {
            if (!is_span(card, first, n))
                continue;
            char *key = words_key(card, first, first + n - 1, arena);
            guint64 *cards = g_hash_table_lookup(holders, key);
            if (cards == NULL) {
                cards = ARENA_NEW(arena, guint64);
                *cards = 0;
                g_hash_table_insert(holders, key, cards);
            }
            *cards |= G_GUINT64_CONSTANT(1) << index;
        }
}

// How much of the cards a key says: those that hold it, and in part those of its concept.
static double support(guint64 holders, int concept, const int *concepts, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (holders >> i & 1)
            sum += 1;
        else if (concept >= 0 && concepts[i] == concept)
            sum += shares_concept;
    }
    return sum / (double)n;
}

const char *words_name_bundle(struct words *words, const struct word_text *cards, size_t n,
                              const struct word_counts *counts, struct arena *arena)
{
    enum { LOOKED_AT = 60 }; // cards; a bit each
    struct arena *scratch = arena_new();
    GHashTable *holders = g_hash_table_new(g_str_hash, g_str_equal); // key: guint64
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(struct candidate));
    n = MIN(n, (size_t)LOOKED_AT);
    int *concepts = g_new0(int, n + 1);
    for (size_t i = 0; i < n; i++) {
        concepts[i] = best_concept(words, &cards[i], scratch);
        add_candidates(words, &cards[i], i, counts, candidates, scratch);
        add_holder(holders, words_read(words, cards[i].text, cards[i].lang, scratch), i, scratch);
    }
    const char *best = "";
    double most = -1e9;
    GHashTable *written = g_hash_table_new(g_str_hash, g_str_equal); // name: how often
    for (guint i = 0; i < candidates->len; i++) {
        char *name = g_array_index(candidates, struct candidate, i).name;
        int times = GPOINTER_TO_INT(g_hash_table_lookup(written, name)) + 1;
        g_hash_table_insert(written, name, GINT_TO_POINTER(times));
    }
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal); // key: support * 1e6
    for (guint i = 0; i < candidates->len; i++) {
        const struct candidate *candidate = &g_array_index(candidates, struct candidate, i);
        gpointer seen;
        double shared;
        if (g_hash_table_lookup_extended(known, candidate->key, NULL, &seen)) {
            shared = GPOINTER_TO_INT(seen) / 1e6;
        } else {
            const struct word_text own = {candidate->name, cards[candidate->card].lang};
            const guint64 *cards_with = g_hash_table_lookup(holders, candidate->key);
            shared = support(cards_with != NULL ? *cards_with : 0,
                             best_concept(words, &own, scratch), concepts, n);
            g_hash_table_insert(known, candidate->key, GINT_TO_POINTER((int)(shared * 1e6)));
        }
        // Of several writings the most frequent one.
        int times = GPOINTER_TO_INT(g_hash_table_lookup(written, candidate->name));
        double value = 2 * shared + candidate->value + 0.8 * times / (double)n;
        if (value > most + 1e-9) {
            most = value;
            best = candidate->name;
        }
    }
    if (candidates->len == 0 && n > 0) {
        const struct word_result *result =
            words_understand(words, cards[0].text, cards[0].lang, counts, scratch);
        best = result->keyword;
    }
    best = arena_strdup(arena, best);
    g_hash_table_destroy(written);
    g_hash_table_destroy(known);
    g_hash_table_destroy(holders);
    g_array_free(candidates, TRUE);
    g_free(concepts);
    arena_free(scratch);
    return best;
}
