// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "words/choice.h"
#include "words/concepts.h"
#include "words/counts.h"
#include "words/interior.h"
#include "words/keyword.h"
#include "words/surety.h"

// Below this no icon is offered: of 396 cards of the building half of tests/words 5 first icons
// below 0.4 were right and 6 wrong. A single weak term ("~" in concepts.tsv) at the start of a card
// has 0.4.
static const double threshold = 0.38;

struct words *words_open(struct err *err)
{
    char *path = file_data("vocabulary.bin");
    struct vocabulary *vocabulary = vocabulary_open(path, err);
    g_free(path);
    if (vocabulary == NULL)
        return NULL;
    struct words *words = g_new0(struct words, 1);
    words->vocabulary = vocabulary;
    words->lexicon = lexicon_new(vocabulary);
    words->voices = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    words->guesses = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    return words;
}

void words_close(struct words *words)
{
    if (words == NULL)
        return;
    choices_free(words->choices);
    g_free(words->voters);
    g_hash_table_destroy(words->voices);
    g_hash_table_destroy(words->guesses);
    lexicon_free(words->lexicon);
    vocabulary_close(words->vocabulary);
    g_free(words);
}

struct card *words_read(struct words *words, const char *text, const char *lang,
                        struct arena *arena)
{
    const struct format_language *language = NULL;
    lexicon_tidy(words->lexicon);
    if (lang != NULL && *lang != '\0')
        language = lexicon_language(words->lexicon, lang);
    if (language == NULL)
        language = lexicon_language(words->lexicon, words_guess_language(words, text));
    if (language == NULL)
        language = lexicon_language(words->lexicon, "de");
    return card_read(words->lexicon, language, text, arena);
}

static int compare_stems(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *words_key(const struct card *card, size_t first, size_t last, struct arena *arena)
{
    const char **stems = ARENA_ARRAY(arena, const char *, last - first + 1);
    size_t n = 0;
    for (size_t i = first; i <= last; i++)
        if (!(card->words[i].marks & MARK_STOP))
            stems[n++] = card->words[i].lexeme->root;
    qsort(stems, n, sizeof *stems, compare_stems);
    GString *key = g_string_new(card->language->code);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(key, " %s", stems[i]);
    char *copy = arena_strndup(arena, key->str, key->len);
    g_string_free(key, TRUE);
    return copy;
}

static const char *key_between(const struct card *card, const char *start, const char *end,
                               struct arena *arena)
{
    size_t first = 0, last = card->words_n;
    while (first < card->words_n && card->words[first].start < start)
        first++;
    while (last > first && card->words[last - 1].end > end)
        last--;
    return first < last ? words_key(card, first, last - 1, arena) : "";
}

// Piece of the text as written, without soft hyphens.
static const char *written(const char *start, const char *end, struct arena *arena)
{
    static const char soft_hyphen[] = "\xC2\xAD";
    char *copy = arena_strndup(arena, start, (size_t)(end - start));
    for (char *soft; (soft = strstr(copy, soft_hyphen)) != NULL;)
        memmove(soft, soft + 2, strlen(soft + 2) + 1);
    return copy;
}

static bool has_icon(const struct word_result *result, const char *name)
{
    for (size_t i = 0; i < result->icons_n; i++)
        if (strcmp(result->icons[i].name, name) == 0)
            return true;
    return false;
}

static void add_icon(const struct vocabulary *vocabulary, struct word_result *result,
                     const struct concept_score *score, uint16_t icon, double value, bool sure,
                     struct arena *arena)
{
    const char *name = vocabulary_icon(vocabulary, icon);
    if (result->icons_n == WORDS_ICONS || value < threshold || has_icon(result, name))
        return;
    struct word_icon *out = &result->icons[result->icons_n++];
    *out = (struct word_icon){
        .name = name,
        .concept = vocabulary_string(vocabulary, vocabulary->concepts[score->concept].name),
        .score = value,
        .sure = sure,
    };
    for (size_t i = 0; i < WORDS_REASONS && score->because[i] != NULL; i++)
        out->because[i] = written(score->because[i]->start, score->because_last[i]->end, arena);
}

// Each concept gives its first icon; what room is left goes to other icons of the best concepts.
static void add_icons(const struct vocabulary *vocabulary, struct word_result *result,
                      const struct concepts *concepts, bool sure, struct arena *arena)
{
    for (size_t i = 0; i < concepts->n; i++) {
        const struct concept_score *score = &concepts->best[i];
        const struct format_concept *concept = &vocabulary->concepts[score->concept];
        bool off = score->denied && concept->icon_off != FORMAT_NO_ICON;
        add_icon(vocabulary, result, score, off ? concept->icon_off : concept->icons[0],
                 score->score, sure && i == 0, arena);
    }
    for (size_t i = 0; i < concepts->n; i++) {
        const struct concept_score *score = &concepts->best[i];
        const struct format_concept *concept = &vocabulary->concepts[score->concept];
        double value = score->score;
        for (size_t k = 1; k < FORMAT_CONCEPT_ICONS && concept->icons[k] != FORMAT_NO_ICON; k++) {
            value *= 0.8;
            if (!score->denied && result->icons_n > 0)
                add_icon(vocabulary, result, score, concept->icons[k],
                         MIN(value, result->icons[result->icons_n - 1].score), sure && i == 0,
                         arena);
        }
    }
}

static void add_choice(struct word_result *result, const struct card *card,
                       const struct chosen *chosen, struct arena *arena)
{
    const struct card_word *first = &card->words[chosen->first];
    result->icons[result->icons_n++] = (struct word_icon){
        .name = arena_strdup(arena, chosen->icon),
        .concept = "choice",
        .score = 1,
        .sure = true,
        .because = {written(first->start, first[chosen->n - 1].end, arena)},
    };
}

struct word_result *words_understand(struct words *words, const char *text, const char *lang,
                                     const struct word_counts *counts, struct arena *arena)
{
    struct arena *scratch = arena_new();
    struct card *card = words_read(words, text, lang, scratch);
    size_t skip = counts_prefix(counts, card);
    struct concepts concepts;
    concepts_weigh(words->lexicon, card, MAX(skip, counts_label(counts, card)), &concepts, scratch);
    struct keyword keyword = keyword_choose(card, skip, counts);
    struct word_result *result = ARENA_NEW(arena, struct word_result);
    result->lang = lang != NULL && *lang != '\0' ? arena_strdup(arena, lang) : card->language->code;
    result->keyword = written(keyword.start, keyword.end, arena);
    result->keyword_start = (size_t)(keyword.start - text);
    result->keyword_length = (size_t)(keyword.end - keyword.start);
    result->key = key_between(card, keyword.start, keyword.end, arena);
    const struct chosen chosen = choices_find(words->choices, words->lexicon, card);
    if (chosen.icon != NULL)
        add_choice(result, card, &chosen, arena);
    if (!chosen.found || chosen.icon != NULL)
        add_icons(words->vocabulary, result, &concepts,
                  chosen.icon == NULL && surety_is_enough(card, &concepts, &keyword), arena);
    arena_free(scratch);
    return result;
}

const char *words_sure_icon(const struct word_result *result)
{
    return result->icons_n > 0 && result->icons[0].sure ? result->icons[0].name : NULL;
}
