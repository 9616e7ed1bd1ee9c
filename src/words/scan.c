// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/scan.h"

#include <glib.h>
#include <string.h>

#include "words/script.h"

static gunichar at(const char *p, const char *end)
{
    return p < end ? g_utf8_get_char(p) : 0;
}

static bool is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

bool scan_elides(const char *lang)
{
    return strcmp(lang, "fr") == 0 || strcmp(lang, "it") == 0 || strcmp(lang, "ca") == 0;
}

// End of ":innen", "*in", "_innen", "/-innen" at `p`, or NULL.
static const char *gender_ending(const char *p, const char *end)
{
    if (*p != ':' && *p != '*' && *p != '_' && *p != '/')
        return NULL;
    bool slash = *p == '/';
    p++;
    if (slash && p < end && *p == '-')
        p++;
    size_t left = (size_t)(end - p);
    size_t n = left >= 5 && memcmp(p, "innen", 5) == 0 ? 5
               : left >= 2 && memcmp(p, "in", 2) == 0  ? 2
                                                       : 0;
    if (n == 0)
        return NULL;
    gunichar after = at(p + n, end);
    return after != 0 && script_is_letter(after) ? NULL : p + n;
}

// The character after `p` (a sign inside a word) is a letter again.
static bool goes_on(const char *p, const char *end)
{
    gunichar after = at(g_utf8_next_char(p), end);
    return after != 0 && script_is_letter(after) && !script_is_spaceless(after);
}

// "1,5", "١٫٥"
static bool joins_digits(const char *start, const char *p, const char *end)
{
    gunichar c = g_utf8_get_char(p);
    bool separates = c == '.' || c == ',' || c == 0x066B || c == 0x066C;
    return separates && p > start && g_unichar_isdigit(g_utf8_get_char(g_utf8_prev_char(p))) &&
           g_unichar_isdigit(at(g_utf8_next_char(p), end));
}

bool scan_next(const char *from, const char *end, const char *lang, struct scan_word *word)
{
    const char *p = from;
    while (p < end && !script_is_letter(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    if (p >= end)
        return false;
    *word = (struct scan_word){.start = p, .spaceless = script_is_spaceless(g_utf8_get_char(p))};
    while (p < end) {
        gunichar c = g_utf8_get_char(p);
        const char *gender;
        if (script_is_letter(c)) {
            // Marks and digits go with either kind.
            bool neutral = g_unichar_isdigit(c) || g_unichar_ismark(c);
            if (!neutral && script_is_spaceless(c) != word->spaceless)
                break;
            p = g_utf8_next_char(p);
        } else if (word->spaceless) {
            break;
        } else if (is_apostrophe(c) && goes_on(p, end)) {
            p = g_utf8_next_char(p);
            if (scan_elides(lang) && p - word->start <= 8)
                break;
        } else if (script_is_hyphen(c)) {
            bool more = goes_on(p, end);
            p = g_utf8_next_char(p);
            if (!more) {
                word->open = true;
                break;
            }
        } else if ((gender = gender_ending(p, end)) != NULL) {
            p = gender;
        } else if (joins_digits(word->start, p, end)) {
            p = g_utf8_next_char(p);
        } else {
            break;
        }
    }
    word->end = p;
    return true;
}
