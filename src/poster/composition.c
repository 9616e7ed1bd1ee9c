// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/composition.h"

#include <glib.h>
#include <string.h>

// In the order in which they are proposed when they suit alike.
static const struct composition *const compositions[] = {
    &composition_ring,
    &composition_tree,
    &composition_path,
    &composition_street,
};

static bool is_one_of(const char *word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t length = strlen(words[i]);
        bool whole = words[i][length - 1] == '.';
        length -= whole ? 1 : 0;
        if (strncmp(word, words[i], length) == 0 && (!whole || word[length] == '\0'))
            return true;
    }
    return false;
}

bool composition_hears(const char *text, const char *const *words, size_t n)
{
    if (text == NULL)
        return false;
    char *folded = g_utf8_casefold(text, -1);
    bool found = false;
    for (char *c = folded; *c != '\0' && !found;) {
        char *end = c;
        while (*end != '\0' && g_unichar_isalpha(g_utf8_get_char(end)))
            end = g_utf8_next_char(end);
        if (end > c) {
            char *word = g_strndup(c, (gsize)(end - c));
            found = is_one_of(word, words, n);
            g_free(word);
        }
        c = *end != '\0' ? g_utf8_next_char(end) : end;
    }
    g_free(folded);
    return found;
}

static bool is_called(const struct composition *composition, const char *folded)
{
    if (g_str_equal(folded, composition->name))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(composition->aliases); i++)
        if (composition->aliases[i] != NULL && g_str_equal(folded, composition->aliases[i]))
            return true;
    return false;
}

const struct composition *composition_find(const char *name)
{
    const struct composition *found = NULL;
    char *folded = g_utf8_strdown(name, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(compositions) && found == NULL; i++)
        if (is_called(compositions[i], folded))
            found = compositions[i];
    g_free(folded);
    return found;
}

size_t composition_count(void)
{
    return G_N_ELEMENTS(compositions);
}

const char *composition_name(size_t i)
{
    return compositions[i]->name;
}

const struct composition *composition_propose(const struct harvest *harvest)
{
    const struct composition *best = compositions[0];
    double most = best->suits(harvest);
    for (size_t i = 1; i < G_N_ELEMENTS(compositions); i++) {
        double suits = compositions[i]->suits(harvest);
        if (suits > most) {
            most = suits;
            best = compositions[i];
        }
    }
    return best;
}
