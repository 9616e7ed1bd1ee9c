// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/match.h"

#include <glib.h>
#include <string.h>

// The character as it is compared, 0: it is not.
static gunichar fold(gunichar c)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    if (g_unichar_combining_class(c) != 0 || g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK ||
        g_unichar_type(c) == G_UNICODE_FORMAT)
        return 0;
    if (g_unichar_fully_decompose(c, FALSE, parts, G_N_ELEMENTS(parts)) > 0)
        c = parts[0];
    return g_unichar_tolower(c);
}

char *match_fold(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = fold(g_utf8_get_char(at));
        if (c != 0)
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

// End of `word` in the text from `at` on, or NULL.
static const char *end_of(const char *at, const char *word)
{
    while (*word != '\0') {
        if (*at == '\0')
            return NULL;
        gunichar c = fold(g_utf8_get_char(at));
        at = g_utf8_next_char(at);
        if (c == 0)
            continue;
        if (c != g_utf8_get_char(word))
            return NULL;
        word = g_utf8_next_char(word);
    }
    while (*at != '\0' && fold(g_utf8_get_char(at)) == 0) // marks of the last character
        at = g_utf8_next_char(at);
    return at;
}

bool match_find(const char *text, const char *word, size_t *start, size_t *end)
{
    bool found = false, before = false; // before: a letter
    if (*word == '\0')
        return false;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *last = end_of(at, word);
        if (last != NULL && (!found || !before)) {
            *start = (size_t)(at - text);
            *end = (size_t)(last - text);
            if (!before)
                return true;
            found = true;
        }
        before = g_unichar_isalnum(g_utf8_get_char(at));
    }
    return found;
}
