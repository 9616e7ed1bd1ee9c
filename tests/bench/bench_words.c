// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Benchmark: opening the vocabulary until the first card is understood, and 10,000 cards on one
// core, counted and understood. Fails above the bounds that are asked for.
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/random.h"
#include "words/words.h"

enum { CARDS = 10000, RUNS = 5 };

static const double start_bound = 0.030, cards_bound = 1.0; // seconds

static double seconds_since(gint64 before)
{
    return (double)(g_get_monotonic_time() - before) / 1e6;
}

// Words of the labelled cards of one language, by which cards of it are made.
struct pool {
    char lang[12];
    GPtrArray *words;
};

static struct pool *pool_of(GArray *pools, const char *lang)
{
    for (guint i = 0; i < pools->len; i++)
        if (strcmp(g_array_index(pools, struct pool, i).lang, lang) == 0)
            return &g_array_index(pools, struct pool, i);
    struct pool pool = {.words = g_ptr_array_new_with_free_func(g_free)};
    g_strlcpy(pool.lang, lang, sizeof pool.lang);
    g_array_append_val(pools, pool);
    return &g_array_index(pools, struct pool, pools->len - 1);
}

static GArray *read_pools(const char *path)
{
    char *text;
    GArray *pools = g_array_new(FALSE, FALSE, sizeof(struct pool));
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return pools;
    char **lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        char **fields = g_strsplit(*line, "\t", -1);
        if (**line != '#' && g_strv_length(fields) == 5) {
            struct pool *pool = pool_of(pools, fields[1]);
            char **words = g_strsplit(fields[2], " ", -1);
            for (char **word = words; *word != NULL; word++)
                g_ptr_array_add(pool->words, *word);
            g_free(words);
        }
        g_strfreev(fields);
    }
    g_strfreev(lines);
    g_free(text);
    return pools;
}

// Six to fifteen words in a row from anywhere, now and then one that nobody knows.
static char *make_card(const struct pool *pool, struct random *random)
{
    GString *card = g_string_new(NULL);
    size_t n = 6 + random_below(random, 10);
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(card, ' ');
        if (random_below(random, 12) == 0)
            g_string_append_printf(card, "Wxq%zuort", random_below(random, 100000));
        else
            g_string_append(card, pool->words->pdata[random_below(random, pool->words->len)]);
    }
    return g_string_free(card, FALSE);
}

static struct words *open_words(void)
{
    struct err err = {0};
    struct words *words = words_open(&err);
    if (words == NULL) {
        fprintf(stderr, "bench: %s\n", err.text);
        exit(1);
    }
    return words;
}

static double best_start(void)
{
    double best = 1e9;
    for (int i = 0; i < RUNS; i++) {
        gint64 before = g_get_monotonic_time();
        struct words *words = open_words();
        struct arena *arena = arena_new();
        words_understand(words, "Sprachcafé: reden statt büffeln", "", NULL, arena);
        best = MIN(best, seconds_since(before));
        arena_free(arena);
        words_close(words);
    }
    return best;
}

static double understand_all(char *const *cards, const char *const *langs)
{
    struct words *words = open_words();
    struct arena *arena = arena_new();
    gint64 before = g_get_monotonic_time();
    struct word_counts *counts = word_counts_new(words);
    for (size_t i = 0; i < CARDS; i++)
        word_counts_add(counts, cards[i], langs[i]);
    for (size_t i = 0; i < CARDS; i++, arena_reset(arena))
        words_understand(words, cards[i], langs[i], counts, arena);
    double seconds = seconds_since(before);
    word_counts_free(counts);
    arena_free(arena);
    words_close(words);
    return seconds;
}

int main(int argc, char **argv)
{
    GArray *pools = argc == 2 ? read_pools(argv[1]) : NULL;
    if (pools == NULL || pools->len == 0) {
        fprintf(stderr, "usage: bench_words MEASURE.tsv\n");
        return 1;
    }
    struct random random = random_of("bench-words");
    char **cards = g_new0(char *, CARDS + 1);
    const char **langs = g_new0(const char *, CARDS);
    for (size_t i = 0; i < CARDS; i++) {
        const struct pool *pool =
            &g_array_index(pools, struct pool, random_below(&random, pools->len));
        cards[i] = make_card(pool, &random);
        langs[i] = pool->lang;
    }
    double start = best_start(), known = 1e9, guessed = 1e9;
    const char **none = g_new0(const char *, CARDS);
    for (int i = 0; i < RUNS; i++) {
        known = MIN(known, understand_all(cards, langs));
        guessed = MIN(guessed, understand_all(cards, none));
    }
    printf("start and first card         min %6.1f ms  (asked: %.0f ms)\n", start * 1e3,
           start_bound * 1e3);
    printf("10,000 cards, language known min %6.3f s  (asked: %.1f s)\n", known, cards_bound);
    printf("10,000 cards, to be guessed  min %6.3f s\n", guessed);
    for (guint i = 0; i < pools->len; i++)
        g_ptr_array_free(g_array_index(pools, struct pool, i).words, TRUE);
    g_array_free(pools, TRUE);
    g_strfreev(cards);
    g_free(langs);
    g_free(none);
    return start > start_bound || known > cards_bound;
}
