// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/theme_name.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/interior.h"
#include "words/phrase.h"

// A noun for the theme, in one card.
struct noun {
    const char *stem, *normal, *written; // in the arena
    size_t card;
};

static bool leads_to(const struct card_word *word, const struct theme_seed *seed)
{
    if (seed->stem != NULL)
        return strcmp(word->lexeme->root, seed->stem) == 0;
    for (size_t i = 0; i < word->lexeme->meanings_n; i++)
        if (word->lexeme->meanings[i].concept == seed->concept)
            return true;
    return false;
}

static GArray *gather_nouns(struct words *words, const struct word_text *cards, size_t n,
                            const struct theme_seed *seed, struct arena *arena)
{
    GArray *nouns = g_array_new(FALSE, FALSE, sizeof(struct noun));
    for (size_t c = 0; c < n; c++) {
        const struct card *card = words_read(words, cards[c].text, cards[c].lang, arena);
        for (size_t i = 0; i < card->words_n; i++) {
            const struct card_word *word = &card->words[i];
            if ((word->marks & (MARK_STOP | MARK_BLAND)) || word->open ||
                !phrase_is_noun(card, i) || !leads_to(word, seed))
                continue;
            struct noun noun = {
                .stem = arena_strdup(arena, word->lexeme->root),
                .normal = arena_strdup(arena, word->lexeme->normal),
                .written = arena_strndup(arena, word->start, (size_t)(word->end - word->start)),
                .card = c,
            };
            g_array_append_val(nouns, noun);
        }
    }
    return nouns;
}

// Cards that hold the noun, and half of those that hold it only inside a longer one.
static double spread(const GArray *nouns, const struct noun *noun)
{
    enum { PART_SHORTEST = 4 };
    double sum = 0;
    size_t counted = SIZE_MAX;
    bool part = false;
    for (guint i = 0; i < nouns->len; i++) {
        const struct noun *other = &g_array_index(nouns, struct noun, i);
        if (other->card == counted)
            continue;
        if (i == 0 || other->card != g_array_index(nouns, struct noun, i - 1).card) {
            sum += part ? 0.5 : 0;
            part = false;
        }
        if (strcmp(other->stem, noun->stem) == 0) {
            sum += 1;
            counted = other->card;
            part = false;
        } else if (strlen(noun->stem) >= PART_SHORTEST) {
            part |= strstr(other->normal, noun->stem) != NULL;
        }
    }
    return sum + (part ? 0.5 : 0);
}

static size_t times_written(const GArray *nouns, const char *written)
{
    size_t n = 0;
    for (guint i = 0; i < nouns->len; i++)
        n += strcmp(g_array_index(nouns, struct noun, i).written, written) == 0;
    return n;
}

static bool is_better(const GArray *nouns, const struct noun *a, const struct noun *b)
{
    double a_spread = spread(nouns, a), b_spread = spread(nouns, b);
    if (a_spread != b_spread)
        return a_spread > b_spread;
    if (strcmp(a->stem, b->stem) != 0)
        return strlen(a->stem) < strlen(b->stem);
    return times_written(nouns, a->written) > times_written(nouns, b->written);
}

const char *theme_name(struct words *words, const struct word_text *cards, size_t n,
                       const struct theme_seed *seed, struct arena *arena)
{
    enum { LOOKED_AT = 60 }; // cards
    struct arena *scratch = arena_new();
    GArray *nouns = gather_nouns(words, cards, MIN(n, (size_t)LOOKED_AT), seed, scratch);
    const struct noun *best = NULL;
    for (guint i = 0; i < nouns->len; i++) {
        const struct noun *noun = &g_array_index(nouns, struct noun, i);
        if (best == NULL || is_better(nouns, noun, best))
            best = noun;
    }
    const char *name = arena_strdup(arena, best != NULL ? best->written : "");
    g_array_free(nouns, TRUE);
    arena_free(scratch);
    return name;
}
