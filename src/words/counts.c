// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/counts.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/interior.h"
#include "words/words.h"

// A prefix is shared when a fifth of the cards, and three of them, have it.
// What five of them begin with says where they come from, not what they want.
enum { PREFIX_SHARE = 5, PREFIX_CARDS = 3, PREFIX_WORDS = 3, LABEL_CARDS = 5 };

struct word_counts {
    struct words *words;
    struct arena *arena;          // keys
    struct arena *scratch;        // one card
    GHashTable *stems, *prefixes; // text: number of cards
    size_t cards;
};

struct word_counts *word_counts_new(struct words *words)
{
    struct word_counts *counts = g_new0(struct word_counts, 1);
    counts->words = words;
    counts->arena = arena_new();
    counts->scratch = arena_new();
    counts->stems = g_hash_table_new(g_str_hash, g_str_equal);
    counts->prefixes = g_hash_table_new(g_str_hash, g_str_equal);
    return counts;
}

void word_counts_free(struct word_counts *counts)
{
    if (counts == NULL)
        return;
    arena_free(counts->arena);
    arena_free(counts->scratch);
    g_hash_table_destroy(counts->stems);
    g_hash_table_destroy(counts->prefixes);
    g_free(counts);
}

static void count(struct word_counts *counts, GHashTable *table, const char *key)
{
    gpointer known, n;
    if (g_hash_table_lookup_extended(table, key, &known, &n))
        g_hash_table_insert(table, known, GSIZE_TO_POINTER(GPOINTER_TO_SIZE(n) + 1));
    else
        g_hash_table_insert(table, arena_strdup(counts->arena, key), GSIZE_TO_POINTER(1));
}

// Words before the first colon when they are few; 0 otherwise.
static size_t prefix_words(const struct card *card)
{
    for (size_t i = 1; i < card->words_n && i <= PREFIX_WORDS; i++)
        if (card->words[i].before == BORDER_COLON)
            return i;
    return 0;
}

static const char *prefix_key(const struct card *card, size_t words, struct arena *arena)
{
    const char *start = card->words[0].start;
    return arena_strndup(arena, start, (size_t)(card->words[words - 1].end - start));
}

static bool seen_before(const struct card *card, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(card->words[k].lexeme->root, card->words[i].lexeme->root) == 0)
            return true;
    return false;
}

void word_counts_add(struct word_counts *counts, const char *text, const char *lang)
{
    struct card *card = words_read(counts->words, text, lang, counts->scratch);
    counts->cards++;
    for (size_t i = 0; i < card->words_n; i++)
        if (!(card->words[i].marks & MARK_STOP) && !seen_before(card, i))
            count(counts, counts->stems, card->words[i].lexeme->root);
    size_t n = prefix_words(card);
    if (n > 0)
        count(counts, counts->prefixes, prefix_key(card, n, counts->scratch));
    arena_reset(counts->scratch);
}

size_t counts_of(const struct word_counts *counts, const struct lexeme *lexeme)
{
    return counts == NULL ? 0 : GPOINTER_TO_SIZE(g_hash_table_lookup(counts->stems, lexeme->root));
}

size_t counts_cards(const struct word_counts *counts)
{
    return counts == NULL ? 0 : counts->cards;
}

// Cards that begin with the same words before a colon; *words of them.
static size_t prefix_cards(const struct word_counts *counts, const struct card *card, size_t *words)
{
    *words = counts == NULL ? 0 : prefix_words(card);
    if (*words == 0)
        return 0;
    const char *key = prefix_key(card, *words, counts->scratch);
    size_t cards = GPOINTER_TO_SIZE(g_hash_table_lookup(counts->prefixes, key));
    arena_reset(counts->scratch);
    return cards;
}

size_t counts_prefix(const struct word_counts *counts, const struct card *card)
{
    size_t words, cards = prefix_cards(counts, card, &words);
    return cards >= PREFIX_CARDS && cards * PREFIX_SHARE > counts->cards ? words : 0;
}

size_t counts_label(const struct word_counts *counts, const struct card *card)
{
    size_t words;
    return prefix_cards(counts, card, &words) >= LABEL_CARDS ? words : 0;
}

const char *word_counts_skip_prefix(const struct word_counts *counts, const char *text,
                                    const char *lang)
{
    if (counts == NULL)
        return text;
    struct arena *arena = arena_new();
    struct card *card = words_read(counts->words, text, lang, arena);
    size_t n = counts_prefix(counts, card);
    const char *rest = n == 0 ? text : card->words[n].start;
    // An opening quotation mark or parenthesis belongs to what follows.
    while (n > 0 && rest[-1] != ' ' && rest[-1] != ':' && rest > card->words[n - 1].end)
        rest--;
    arena_free(arena);
    return rest;
}
