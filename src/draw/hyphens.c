// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hyphenation by libhyphen (Liang 1983, "Word Hy-phen-a-tion by Com-put-er") with the system's
// dictionaries, one file a language.
#include "draw/paragraph.h"

#include <glib.h>
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static const char FOLDER[] = "/usr/share/hyphen";

// Letters that stay together at the start and end of a word, and the least a word must have.
enum { LEFT = 3, RIGHT = 3, SHORTEST = 7 };

struct hyphens {
    GHashTable *dictionaries; // language as asked -> HyphenDict, or NULL when there is none
};

static void dictionary_free(gpointer dictionary)
{
    if (dictionary != NULL)
        hnj_hyphen_free(dictionary);
}

struct hyphens *hyphens_new(void)
{
    struct hyphens *hyphens = g_new(struct hyphens, 1);
    hyphens->dictionaries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, dictionary_free);
    return hyphens;
}

void hyphens_free(struct hyphens *hyphens)
{
    if (hyphens == NULL)
        return;
    g_hash_table_destroy(hyphens->dictionaries);
    g_free(hyphens);
}

// Dictionaries are named by language and region: hyph_de_AT.dic, hyph_en_US.dic, hyph_fr.dic.
static HyphenDict *open_dictionary(const char *lang)
{
    size_t n = strcspn(lang, "-_");
    char *language = g_ascii_strdown(lang, (gssize)n);
    char *region = g_ascii_strup(lang[n] != '\0' ? lang + n + 1 : language, -1);
    if (strcmp(language, "en") == 0 && lang[n] == '\0') {
        g_free(region);
        region = g_strdup("US");
    }
    char *paths[] = {
        g_strdup_printf("%s/hyph_%s_%s.dic", FOLDER, language, region),
        g_strdup_printf("%s/hyph_%s.dic", FOLDER, language),
    };
    HyphenDict *dictionary = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        if (dictionary == NULL && g_file_test(paths[i], G_FILE_TEST_IS_REGULAR))
            dictionary = hnj_hyphen_load(paths[i]);
        g_free(paths[i]);
    }
    g_free(language);
    g_free(region);
    return dictionary;
}

static HyphenDict *dictionary_of(struct hyphens *hyphens, const char *lang)
{
    gpointer dictionary;
    if (g_hash_table_lookup_extended(hyphens->dictionaries, lang, NULL, &dictionary))
        return dictionary;
    dictionary = open_dictionary(lang);
    g_hash_table_insert(hyphens->dictionaries, g_strdup(lang), dictionary);
    return dictionary;
}

// `word` in small letters, one for one, in the dictionary's encoding; NULL when it cannot be
// written so. `*characters` of them. g_free it.
static char *encode_word(const HyphenDict *dictionary, const char *word, size_t n, int *characters)
{
    GString *small = g_string_new(NULL);
    *characters = 0;
    for (const char *c = word; c < word + n; c = g_utf8_next_char(c), ++*characters)
        g_string_append_unichar(small, g_unichar_tolower(g_utf8_get_char(c)));
    char *utf8 = g_string_free(small, FALSE);
    if (dictionary->utf8)
        return utf8;
    char *encoded = g_convert(utf8, -1, dictionary->cset, "UTF-8", NULL, NULL, NULL);
    g_free(utf8);
    return encoded;
}

// Appends `word` (n bytes, letters only) to `soft` with soft hyphens.
static void soften_word(HyphenDict *dictionary, const char *word, size_t n, GString *soft)
{
    int characters;
    char *encoded = encode_word(dictionary, word, n, &characters);
    if (encoded == NULL || characters < SHORTEST) {
        g_string_append_len(soft, word, (gssize)n);
        g_free(encoded);
        return;
    }
    int length = (int)strlen(encoded);
    char *marks = g_malloc0((gsize)length + 5); // libhyphen wants five more than the word
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    // One mark a character: odd where the word may be divided behind it.
    bool known = hnj_hyphen_hyphenate3(dictionary, encoded, length, marks, NULL, &replacements,
                                       &positions, &cuts, LEFT, RIGHT, LEFT, RIGHT) == 0;
    const char *c = word;
    for (int i = 0; i < characters; i++) {
        const char *next = g_utf8_next_char(c);
        g_string_append_len(soft, c, next - c);
        c = next;
        // A division that changes the spelling (replacement) is left out.
        bool plain = replacements == NULL || replacements[i] == NULL;
        if (known && (marks[i] & 1) && plain && i + 1 >= LEFT && characters - i - 1 >= RIGHT)
            g_string_append(soft, "\u00ad");
    }
    if (replacements != NULL)
        for (int i = 0; i < length; i++)
            free(replacements[i]);
    free(replacements);
    free(positions);
    free(cuts);
    g_free(marks);
    g_free(encoded);
}

const char *hyphens_soften(struct hyphens *hyphens, const char *text, const char *lang,
                           struct arena *arena)
{
    HyphenDict *dictionary = lang != NULL && *lang != '\0' ? dictionary_of(hyphens, lang) : NULL;
    if (dictionary == NULL)
        return arena_strdup(arena, text);
    GString *soft = g_string_new(NULL);
    for (const char *c = text; *c != '\0';) {
        const char *end = c;
        while (*end != '\0' && g_unichar_isalpha(g_utf8_get_char(end)))
            end = g_utf8_next_char(end);
        // Who wrote soft hyphens into a word knows better.
        bool divided = strncmp(end, "\u00ad", 2) == 0 ||
                       (c - text >= 2 && strncmp(c - 2, "\u00ad", 2) == 0);
        if (end > c && !divided)
            soften_word(dictionary, c, (size_t)(end - c), soft);
        else if (end > c)
            g_string_append_len(soft, c, end - c);
        for (c = end; *c != '\0' && !g_unichar_isalpha(g_utf8_get_char(c));) {
            const char *next = g_utf8_next_char(c);
            g_string_append_len(soft, c, next - c);
            c = next;
        }
    }
    const char *copy = arena_strndup(arena, soft->str, soft->len);
    g_string_free(soft, TRUE);
    return copy;
}
