// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/typing.h"

#include <stdbool.h>
#include <string.h>

enum {
    LONGEST = 32,      // characters that are compared
    STEM_SHORTEST = 4, // characters
    ENDING = 4,        // characters at most, and half of its stem
    ONE_SHORTEST = 4,  // characters with one mistake
    TWO_SHORTEST = 7,
};

void typing_append_plain(GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), first, mark;
        while (g_unichar_decompose(c, &first, &mark) && g_unichar_ismark(mark))
            c = first;
        if (c == 0x0131) // dotless i
            c = 'i';
        else if (c == 0x0111) // d with stroke
            c = 'd';
        else if (c == 0x0142) // l with stroke
            c = 'l';
        if (g_unichar_isalnum(c))
            g_string_append_unichar(out, c);
    }
}

static bool is_ending(size_t ending, size_t stem)
{
    return ending <= ENDING && 2 * ending <= stem;
}

enum typing_fit typing_fits(const char *query, const char *term)
{
    const char *at = strstr(term, query);
    if (at == term)
        return strlen(term) == strlen(query) ? TYPING_WHOLE : TYPING_BEGINS;
    if (at != NULL)
        return TYPING_INSIDE;
    size_t n = strlen(term);
    if (strncmp(query, term, n) != 0)
        return TYPING_NOT;
    size_t stem = (size_t)g_utf8_strlen(term, -1);
    bool stems = stem >= STEM_SHORTEST && is_ending((size_t)g_utf8_strlen(query + n, -1), stem);
    return stems ? TYPING_STEM : TYPING_NOT;
}

static size_t characters_of(const char *text, gunichar *out)
{
    size_t n = 0;
    for (const char *p = text; *p != '\0' && n < LONGEST; p = g_utf8_next_char(p))
        out[n++] = g_utf8_get_char(p);
    return n;
}

// Optimal string alignment, the least over what either begins with: the term may go on, the query
// may have an ending more.
static size_t distance(const gunichar *query, size_t n, const gunichar *term, size_t m)
{
    size_t rows[3][LONGEST + 1];
    size_t least = n;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *here = rows[i % 3], *above = rows[(i + 2) % 3], *two = rows[(i + 1) % 3];
        here[0] = i;
        for (size_t j = 1; j <= m; j++) {
            here[j] = MIN(above[j], here[j - 1]) + 1;
            here[j] = MIN(here[j], above[j - 1] + (query[i - 1] != term[j - 1]));
            if (i > 1 && j > 1 && query[i - 1] == term[j - 2] && query[i - 2] == term[j - 1])
                here[j] = MIN(here[j], two[j - 2] + 1);
            if (i == n)
                least = MIN(least, here[j]);
        }
        if (is_ending(n - i, m))
            least = MIN(least, here[m]);
    }
    return least;
}

size_t typing_mistakes(const char *query, const char *term)
{
    gunichar typed[LONGEST], letters[LONGEST];
    size_t n = characters_of(query, typed), m = characters_of(term, letters);
    if (n < ONE_SHORTEST || m < ONE_SHORTEST || typed[0] != letters[0])
        return 0;
    size_t wrong = distance(typed, n, letters, m);
    return wrong <= (n < TWO_SHORTEST ? 1U : 2U) ? wrong : 0;
}
