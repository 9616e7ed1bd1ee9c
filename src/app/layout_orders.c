// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a tap on a letter opens. In Ge'ez a consonant is written in one of seven or eight orders, by
// its vowel; Unicode has them in one row of eight behind the first (U+1200 ...), and the labialised
// forms of some consonants in the row behind that, with gaps. A Vietnamese vowel bears one of five
// tones.
#include <string.h>

#include "app/layout.h"

#define GEEZ_FIRST 0x1200
#define GEEZ_LAST 0x1357

static bool is_order(gunichar character)
{
    return g_unichar_isdefined(character) && g_unichar_isalpha(character);
}

static char *geez_orders(gunichar letter)
{
    if (letter < GEEZ_FIRST || letter > GEEZ_LAST || letter % 8 != 0)
        return NULL;
    GString *orders = g_string_new(NULL);
    for (gunichar c = letter; c < letter + 8; c++) {
        if (!is_order(c))
            continue;
        if (orders->len > 0)
            g_string_append_c(orders, ' ');
        g_string_append_unichar(orders, c);
    }
    return g_string_free(orders, FALSE);
}

static char *vietnamese_tones(const char *letter)
{
    static const char vowels[] = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    static const char *const tones[] = {"\u0301", "\u0300", "\u0309", "\u0303", "\u0323"};
    if (g_utf8_strlen(letter, -1) != 1 || strstr(vowels, letter) == NULL)
        return NULL;
    GString *all = g_string_new(letter);
    for (size_t i = 0; i < G_N_ELEMENTS(tones); i++) {
        char *apart = g_strconcat(letter, tones[i], NULL);
        char *one = g_utf8_normalize(apart, -1, G_NORMALIZE_NFC);
        g_string_append_printf(all, " %s", one);
        g_free(one);
        g_free(apart);
    }
    return g_string_free(all, FALSE);
}

char *layout_orders(const char *letter, const char *lang)
{
    if (strcmp(lang, "vi") == 0)
        return vietnamese_tones(letter);
    return *letter != '\0' && *g_utf8_next_char(letter) == '\0'
               ? geez_orders(g_utf8_get_char(letter))
               : NULL;
}
