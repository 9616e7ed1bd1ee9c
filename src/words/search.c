// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "words/interior.h"
#include "words/normal.h"
#include "words/words.h"

const char *words_icon_label(struct words *words, const char *icon, const char *lang)
{
    const struct vocabulary *vocabulary = words->vocabulary;
    const struct format_language *language = vocabulary_language(vocabulary, lang);
    for (size_t i = 0; language != NULL && i < vocabulary->icons_n; i++) {
        if (strcmp(vocabulary_icon(vocabulary, i), icon) != 0)
            continue;
        size_t column = (size_t)(language - vocabulary->languages);
        uint32_t label = vocabulary->labels[i * vocabulary->languages_n + column];
        return label != 0 ? vocabulary_string(vocabulary, label) : NULL;
    }
    return NULL;
}

struct search {
    const struct vocabulary *vocabulary;
    const char *query; // comparable
    double *values;    // of each icon
};

static void lift(struct search *search, uint32_t key, double value)
{
    struct postings found = vocabulary_postings(search->vocabulary, key);
    for (size_t i = 0; i < found.n; i++) {
        const struct format_concept *concept =
            &search->vocabulary->concepts[found.items[i].concept];
        for (size_t k = 0; k < FORMAT_CONCEPT_ICONS && concept->icons[k] != FORMAT_NO_ICON; k++) {
            double here = value * found.items[i].weight * (k == 0 ? 1 : 0.7);
            double *known = &search->values[concept->icons[k]];
            *known = MAX(*known, here);
        }
    }
}

static const char *key_text(const struct search *search, uint32_t key)
{
    const char *text = vocabulary_string(search->vocabulary, search->vocabulary->keys[key].text);
    return *text == '=' ? text + 1 : text;
}

// Terms that begin with the query; a term that the query begins with is its stem.
static void search_prefix(struct search *search, const struct format_table *terms, double value)
{
    size_t length = strlen(search->query);
    uint32_t end = terms->key + terms->keys_n;
    for (int exact = 0; exact < 2; exact++) {
        char *prefix = g_strconcat(exact ? "=" : "", search->query, NULL);
        for (uint32_t key = vocabulary_first_key(search->vocabulary, terms, prefix);
             key < end && g_str_has_prefix(key_text(search, key), search->query); key++)
            lift(search, key, strlen(key_text(search, key)) == length ? value * 1.5 : value);
        g_free(prefix);
    }
}

static void search_inside(struct search *search, const struct format_table *terms, double value)
{
    for (uint32_t key = terms->key; key < terms->key + terms->keys_n; key++)
        if (strstr(key_text(search, key), search->query) != NULL)
            lift(search, key, value);
}

struct ranked {
    const char *name;
    double value;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *p = a, *q = b;
    if (p->value != q->value)
        return p->value > q->value ? -1 : 1;
    return strcmp(p->name, q->name);
}

static size_t best_names(const struct search *search, const char **names, size_t room)
{
    size_t n = 0;
    struct ranked *ranked = g_new(struct ranked, search->vocabulary->icons_n + 1);
    for (size_t i = 0; i < search->vocabulary->icons_n; i++)
        if (search->values[i] > 0)
            ranked[n++] =
                (struct ranked){vocabulary_icon(search->vocabulary, i), search->values[i]};
    qsort(ranked, n, sizeof *ranked, compare_ranked);
    n = MIN(n, room);
    for (size_t i = 0; i < n; i++)
        names[i] = ranked[i].name;
    g_free(ranked);
    return n;
}

// What was typed as it compares in `language`, and what the whole of it means there.
static void search_in(struct search *search, struct words *words, const char *typed,
                      const struct format_language *language, bool own)
{
    enum { INSIDE_SHORTEST = 3 };
    static const double whole = 3, begins = 2, inside = 0.6, elsewhere = 0.1;
    const double share = own ? 1 : elsewhere;
    GString *normal = g_string_new(NULL);
    char stem[256];
    normal_append(normal, typed, strlen(typed), language->code);
    search->query = normal->str;
    size_t n = lexicon_stem(words->lexicon, language, normal->str, normal->len, stem, sizeof stem);
    if (n > 0 && lexicon_term(words->lexicon, language, stem, n).n > 0)
        lift(search, vocabulary_first_key(search->vocabulary, &language->terms, stem),
             whole * share);
    if (normal->len > 0)
        search_prefix(search, &language->terms, begins * share);
    if (own && normal->len >= INSIDE_SHORTEST)
        search_inside(search, &language->terms, inside);
    g_string_free(normal, TRUE);
}

size_t words_search_icons(struct words *words, const char *query, const char *lang,
                          const char **names, size_t room)
{
    const struct vocabulary *vocabulary = words->vocabulary;
    const struct format_language *own = vocabulary_language(vocabulary, lang != NULL ? lang : "");
    char *typed = g_strstrip(g_strdup(query));
    struct search search = {vocabulary, "", g_new0(double, vocabulary->icons_n + 1)};
    for (size_t i = 0; *typed != '\0' && i < vocabulary->languages_n; i++)
        search_in(&search, words, typed, &vocabulary->languages[i],
                  &vocabulary->languages[i] == own);
    size_t n = best_names(&search, names, room);
    g_free(search.values);
    g_free(typed);
    return n;
}
