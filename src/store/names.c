// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/names.h"

#include <string.h>

#include "store/search.h"

struct forgotten_name {
    int words;
    char *salt, *digest;
};

static void name_clear(void *data)
{
    struct forgotten_name *name = data;
    g_free(name->salt);
    g_free(name->digest);
}

void names_init(struct names *names)
{
    names->all = g_array_new(FALSE, TRUE, sizeof(struct forgotten_name));
    g_array_set_clear_func(names->all, name_clear);
}

void names_clear(struct names *names)
{
    g_array_free(names->all, TRUE);
}

void names_load(struct names *names, struct store *store)
{
    g_array_set_size(names->all, 0);
    struct query *query = db_query(
        store->db, "SELECT words, salt, digest FROM forgotten WHERE words > 0 AND digest <> ''");
    while (query_next(query)) {
        struct forgotten_name name = {(int)query_to_int(query, 0), g_strdup(query_to_text(query, 1)),
                                      g_strdup(query_to_text(query, 2))};
        g_array_append_val(names->all, name);
    }
}

// ---- words --------------------------------------------------------------------------------------

struct word {
    const char *start, *end; // in the text
    char *folded;            // owned
};

static void word_clear(void *data)
{
    g_free(((struct word *)data)->folded);
}

static bool is_letter(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

static GArray *words_of(const char *text)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(struct word));
    g_array_set_clear_func(words, word_clear);
    for (const char *p = text; *p != '\0';) {
        if (!is_letter(g_utf8_get_char(p))) {
            p = g_utf8_next_char(p);
            continue;
        }
        const char *start = p;
        while (*p != '\0' && is_letter(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
        char *piece = g_strndup(start, (gsize)(p - start));
        struct word word = {start, p, search_fold(piece)};
        g_array_append_val(words, word);
        g_free(piece);
    }
    return words;
}

static char *joined(const GArray *words, guint first, int n)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < n; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
                               g_array_index(words, struct word, first + (guint)i).folded);
    return g_string_free(out, FALSE);
}

int names_words(const char *name)
{
    GArray *words = words_of(name);
    int n = (int)words->len;
    g_array_free(words, TRUE);
    return n;
}

static char *digest_of(const char *folded, const char *salt)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)salt, -1);
    g_checksum_update(sum, (const guchar *)folded, -1);
    char *digest = g_strdup(g_checksum_get_string(sum));
    g_checksum_free(sum);
    return digest;
}

char *names_digest(const char *name, const char *salt)
{
    GArray *words = words_of(name);
    char *folded = joined(words, 0, (int)words->len), *digest = digest_of(folded, salt);
    g_free(folded);
    g_array_free(words, TRUE);
    return digest;
}

void names_add(struct names *names, const char *name)
{
    struct forgotten_name one = {names_words(name), g_strdup(""), names_digest(name, "")};
    if (one.words > 0)
        g_array_append_val(names->all, one);
    else
        name_clear(&one);
}

static bool is_name(const struct forgotten_name *name, const char *folded)
{
    char *digest = digest_of(folded, name->salt);
    bool same = strcmp(digest, name->digest) == 0;
    g_free(digest);
    return same;
}

// The words from `first` on are the name, or its genitive ("Annas Garten").
static bool begins(const struct forgotten_name *name, const GArray *words, guint first)
{
    if (first + (guint)name->words > words->len)
        return false;
    char *folded = joined(words, first, name->words);
    size_t length = strlen(folded);
    bool same = is_name(name, folded);
    if (!same && length > 2 && folded[length - 1] == 's') {
        folded[length - 1] = '\0';
        same = is_name(name, folded);
    }
    g_free(folded);
    return same;
}

char *names_strike(const struct names *names, const char *text)
{
    if (names->all->len == 0 || *text == '\0')
        return NULL;
    GArray *words = words_of(text);
    GString *out = NULL;
    const char *copied = text;
    for (guint i = 0; i < words->len;) {
        guint step = 1;
        for (guint k = 0; k < names->all->len && step == 1; k++) {
            const struct forgotten_name *name =
                &g_array_index(names->all, struct forgotten_name, k);
            if (!begins(name, words, i))
                continue;
            const struct word *first = &g_array_index(words, struct word, i),
                              *last = &g_array_index(words, struct word,
                                                     i + (guint)name->words - 1);
            out = out != NULL ? out : g_string_new(NULL);
            g_string_append_len(out, copied, first->start - copied);
            g_string_append(out, "…");
            copied = last->end;
            i += (guint)name->words;
            step = 0;
        }
        i += step;
    }
    if (out != NULL)
        g_string_append(out, copied);
    g_array_free(words, TRUE);
    return out != NULL ? g_string_free(out, FALSE) : NULL;
}
