// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/choice.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/interior.h"
#include "words/normal.h"
#include "words/scan.h"
#include "words/words.h"

struct choice {
    char *term, *icon; // icon NULL: none
};

struct choices {
    struct choice *items;
    size_t n;
    GHashTable *languages; // code: GHashTable of stems joined by spaces: index + 1
};

void choices_free(struct choices *choices)
{
    if (choices == NULL)
        return;
    for (size_t i = 0; i < choices->n; i++) {
        g_free(choices->items[i].term);
        g_free(choices->items[i].icon);
    }
    g_free(choices->items);
    g_hash_table_destroy(choices->languages);
    g_free(choices);
}

static void free_terms(gpointer terms)
{
    g_hash_table_destroy(terms);
}

void words_set_choices(struct words *words, const struct word_choice *choices, size_t n)
{
    choices_free(words->choices);
    words->choices = NULL;
    if (n == 0)
        return;
    struct choices *copy = g_new0(struct choices, 1);
    copy->items = g_new0(struct choice, n);
    copy->n = n;
    copy->languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_terms);
    for (size_t i = 0; i < n; i++) {
        const char *icon = choices[i].icon;
        bool none = icon == NULL || *icon == '\0';
        copy->items[i] = (struct choice){g_strdup(choices[i].term), none ? NULL : g_strdup(icon)};
    }
    words->choices = copy;
}

// The term as it compares in a language: stems joined by spaces.
static char *stems_of(struct lexicon *lexicon, const struct format_language *language,
                      const char *term)
{
    GString *joined = g_string_new(NULL), *normal = g_string_new(NULL);
    const char *end = term + strlen(term);
    struct scan_word word;
    for (const char *at = term; scan_next(at, end, language->code, &word); at = word.end) {
        char stem[256];
        g_string_truncate(normal, 0);
        normal_append(normal, word.start, (size_t)(word.end - word.start), language->code);
        size_t n = lexicon_stem(lexicon, language, normal->str, normal->len, stem, sizeof stem);
        if (joined->len > 0)
            g_string_append_c(joined, ' ');
        g_string_append_len(joined, stem, (gssize)n);
    }
    g_string_free(normal, TRUE);
    return g_string_free(joined, FALSE);
}

static GHashTable *terms_in(struct choices *choices, struct lexicon *lexicon,
                            const struct format_language *language)
{
    GHashTable *terms = g_hash_table_lookup(choices->languages, language->code);
    if (terms != NULL)
        return terms;
    terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = choices->n; i-- > 0;) { // the first of the list is put last and stays
        char *stems = stems_of(lexicon, language, choices->items[i].term);
        if (*stems != '\0')
            g_hash_table_replace(terms, stems, GSIZE_TO_POINTER(i + 1));
        else
            g_free(stems);
    }
    g_hash_table_insert(choices->languages, g_strdup(language->code), terms);
    return terms;
}

struct chosen choices_find(struct choices *choices, struct lexicon *lexicon,
                           const struct card *card)
{
    struct chosen best = {.found = false};
    size_t best_index = 0;
    if (choices == NULL)
        return best;
    GHashTable *terms = terms_in(choices, lexicon, card->language);
    GString *joined = g_string_new(NULL);
    for (size_t first = 0; first < card->words_n; first++) {
        g_string_truncate(joined, 0);
        for (size_t n = 1; n <= CARD_TERM && first + n <= card->words_n; n++) {
            if (n > 1 && card->words[first + n - 1].before != BORDER_NONE)
                break;
            g_string_append_printf(joined, "%s%s", n > 1 ? " " : "",
                                   card->words[first + n - 1].lexeme->stem);
            size_t index = GPOINTER_TO_SIZE(g_hash_table_lookup(terms, joined->str));
            if (index == 0 || (best.found && (n < best.n || (n == best.n && index >= best_index))))
                continue;
            best = (struct chosen){true, choices->items[index - 1].icon, first, n};
            best_index = index;
        }
    }
    g_string_free(joined, TRUE);
    return best;
}
