// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The icon search of the picker. What is typed is looked for as the cards' words are (its stem,
// what begins with it), then as people type in a hurry: without accents, spaces, hyphens and
// articles, with "ae" for the umlaut, and with one wrong letter when nothing else is found.
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "words/interior.h"
#include "words/normal.h"
#include "words/scan.h"
#include "words/stem.h"
#include "words/typing.h"
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
    struct words *words;
    double *values; // of each icon
    double best;    // of those in the language of who types
};

// How well a term answers; times the weight of what it leads to.
static const double whole = 3, begins = 2, plain = 0.8, word_begins = 1.1, inside = 0.6,
                    misspelt = 1.4, elsewhere = 0.1;

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

// The less of a term is still to be typed, the better.
static double so_far(double value, size_t typed, size_t term)
{
    static const double first = 0.7; // letters of a long term
    return value * (first + (1 - first) * (double)typed / (double)term);
}

// Terms that begin with the query; a term that the query begins with is its stem.
static double search_prefix(struct search *search, const struct format_table *terms,
                            const char *query, double share)
{
    size_t length = strlen(query);
    uint32_t end = terms->key + terms->keys_n;
    double best = 0;
    for (int exact = 0; exact < 2; exact++) {
        char *prefix = g_strconcat(exact ? "=" : "", query, NULL);
        for (uint32_t key = vocabulary_first_key(search->vocabulary, terms, prefix);
             key < end && g_str_has_prefix(key_text(search, key), query); key++) {
            size_t term = strlen(key_text(search, key));
            double value = term == length ? whole : so_far(begins, length, term);
            lift(search, key, share * value);
            best = MAX(best, value);
        }
        g_free(prefix);
    }
    return best;
}

static double plain_value(const char *query, const char *term)
{
    switch (typing_fits(query, term)) {
    case TYPING_WHOLE:
        return plain * whole;
    case TYPING_BEGINS:
        return plain * so_far(begins, strlen(query), strlen(term));
    case TYPING_STEM:
        return so_far(word_begins, strlen(term), strlen(query));
    case TYPING_INSIDE:
        return inside;
    default:
        return 0;
    }
}

static void search_plain(struct search *search, const struct format_table *terms, const char *query)
{
    enum { INSIDE_SHORTEST = 3 }; // characters
    const bool brief = g_utf8_strlen(query, -1) < INSIDE_SHORTEST;
    GString *term = g_string_new(NULL);
    for (uint32_t key = terms->key; *query != '\0' && key < terms->key + terms->keys_n; key++) {
        g_string_truncate(term, 0);
        typing_append_plain(term, key_text(search, key));
        double value = plain_value(query, term->str);
        // A later word of a term of several.
        const char *word = strchr(key_text(search, key), ' ');
        for (; value > 0 && value < word_begins && word != NULL; word = strchr(word + 1, ' ')) {
            g_string_truncate(term, 0);
            typing_append_plain(term, word);
            if (g_str_has_prefix(term->str, query))
                value = word_begins;
        }
        if (value <= inside && brief)
            continue;
        lift(search, key, value);
        search->best = MAX(search->best, value);
    }
    g_string_free(term, TRUE);
}

static void search_misspelt(struct search *search, const struct format_table *terms,
                            const char *query)
{
    GString *term = g_string_new(NULL);
    for (uint32_t key = terms->key; key < terms->key + terms->keys_n; key++) {
        g_string_truncate(term, 0);
        typing_append_plain(term, key_text(search, key));
        size_t wrong = typing_mistakes(query, term->str), n = strlen(query), m = term->len;
        if (wrong > 0)
            lift(search, key, so_far(misspelt / (double)(wrong + 1), MIN(n, m), MAX(n, m)));
    }
    g_string_free(term, TRUE);
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
static void search_in(struct search *search, const char *typed,
                      const struct format_language *language, bool own)
{
    const double share = own ? 1 : elsewhere;
    struct lexicon *lexicon = search->words->lexicon;
    GString *normal = g_string_new(NULL);
    char stem[256];
    double best = 0;
    normal_append(normal, typed, strlen(typed), language->code);
    size_t n = lexicon_stem(lexicon, language, normal->str, normal->len, stem, sizeof stem);
    if (n > 0 && lexicon_term(lexicon, language, stem, n).n > 0) {
        lift(search, vocabulary_first_key(search->vocabulary, &language->terms, stem),
             whole * share);
        best = whole;
    }
    if (normal->len > 0)
        best = MAX(best, search_prefix(search, &language->terms, normal->str, share));
    if (own)
        search->best = MAX(search->best, best);
    g_string_free(normal, TRUE);
}

// Several words: the stems of all of them, as terms have them, and each alone.
static void search_words(struct search *search, const char *typed,
                         const struct format_language *language)
{
    static const double alone = 0.3; // of the share that the only word would have
    struct lexicon *lexicon = search->words->lexicon;
    GString *joined = g_string_new(NULL);
    const char *end = typed + strlen(typed);
    struct scan_word word;
    for (const char *at = typed; scan_next(at, end, language->code, &word); at = word.end) {
        const struct lexeme *lexeme =
            lexicon_word(lexicon, language, word.start, (size_t)(word.end - word.start));
        g_string_append_printf(joined, "%s%s", joined->len > 0 ? " " : "", lexeme->stem);
        if (lexeme->marks & MARK_STOP)
            continue;
        if (lexicon_term(lexicon, language, lexeme->stem, lexeme->stem_length).n > 0)
            lift(search, vocabulary_first_key(search->vocabulary, &language->terms, lexeme->stem),
                 whole * alone);
    }
    if (lexicon_term(lexicon, language, joined->str, joined->len).n > 0) {
        lift(search, vocabulary_first_key(search->vocabulary, &language->terms, joined->str),
             whole);
        search->best = whole;
    }
    g_string_free(joined, TRUE);
}

// German on a keyboard without umlauts.
static char *with_umlauts(const char *typed)
{
    static const struct {
        const char *pair, *letter;
    } umlauts[] = {{"ae", "ä"}, {"oe", "ö"}, {"ue", "ü"}};
    GString *out = g_string_new(NULL);
    for (const char *p = typed; *p != '\0'; p++) {
        size_t k = 0;
        while (k < G_N_ELEMENTS(umlauts) && g_ascii_strncasecmp(p, umlauts[k].pair, 2) != 0)
            k++;
        if (k < G_N_ELEMENTS(umlauts)) {
            g_string_append(out, umlauts[k].letter);
            p++;
        } else {
            g_string_append_c(out, *p);
        }
    }
    return g_string_free(out, FALSE);
}

// In the language of who types: with all that hurry leaves out.
static void search_own(struct search *search, const char *typed,
                       const struct format_language *language)
{
    GString *normal = g_string_new(NULL), *query = g_string_new(NULL);
    normal_append(normal, typed, strlen(typed), language->code);
    typing_append_plain(query, normal->str);
    search_plain(search, &language->terms, query->str);
    search_words(search, typed, language);
    // An article or a preposition that Arabic writes to the word.
    size_t clitic = strcmp(language->code, "ar") == 0
                        ? stem_clitic(normal->str, normal->len, language->code)
                        : 0;
    if (clitic > 0)
        search_in(search, normal->str + clitic, language, true);
    if (strcmp(language->code, "de") == 0) {
        char *umlauts = with_umlauts(typed);
        if (strcmp(umlauts, typed) != 0)
            search_in(search, umlauts, language, true);
        g_free(umlauts);
    }
    if (search->best <= inside)
        search_misspelt(search, &language->terms, query->str);
    g_string_free(normal, TRUE);
    g_string_free(query, TRUE);
}

size_t words_search_icons(struct words *words, const char *query, const char *lang,
                          const char **names, size_t room)
{
    const struct vocabulary *vocabulary = words->vocabulary;
    const struct format_language *own = vocabulary_language(vocabulary, lang != NULL ? lang : "");
    enum { LONGEST = 80 }; // characters; nobody types more into the picker
    const char *end = query;
    for (int i = 0; i < LONGEST && *end != '\0'; i++)
        end = g_utf8_next_char(end);
    char *typed = g_strstrip(g_strndup(query, (gsize)(end - query)));
    lexicon_tidy(words->lexicon);
    struct search search = {vocabulary, words, g_new0(double, vocabulary->icons_n + 1), 0};
    for (size_t i = 0; *typed != '\0' && i < vocabulary->languages_n; i++)
        search_in(&search, typed, &vocabulary->languages[i], &vocabulary->languages[i] == own);
    if (*typed != '\0' && own != NULL)
        search_own(&search, typed, own);
    size_t n = best_names(&search, names, room);
    g_free(search.values);
    g_free(typed);
    return n;
}
