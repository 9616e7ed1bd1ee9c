// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/normal.h"

#include <stdbool.h>
#include <string.h>

#include "words/script.h"

static gunichar fold_arabic(gunichar c)
{
    switch (c) {
    case 0x0622: // alef with madda
    case 0x0623: // with hamza above
    case 0x0625: // with hamza below
    case 0x0671:
        return 0x0627;
    case 0x0649: // alef maksura
    case 0x06CC: // Farsi yeh
    case 0x0626:
        return 0x064A;
    case 0x0629: // teh marbuta
    case 0x06C0:
    case 0x06D5: // Kurdish ae
        return 0x0647;
    case 0x0624:
        return 0x0648;
    case 0x06A9: // keheh
        return 0x0643;
    default:
        return c;
    }
}

// Signs that sound alike in Tigrinya and Amharic and are written for one another.
static gunichar fold_ethiopic(gunichar c)
{
    if (c >= 0x1220 && c <= 0x1227) // ሠ: ሰ
        return c + 0x10;
    if (c >= 0x1340 && c <= 0x1347) // ፀ: ጸ
        return c - 0x08;
    return c == 0x12A3 ? 0x12A0 : c; // ኣ: አ
}

static gunichar fold_latin(gunichar c, const char *lang)
{
    switch (c) {
    case 0x0219: // s, t with comma below; Snowball's Romanian stemmer knows the cedilla
        return 0x015F;
    case 0x021B:
        return 0x0163;
    case 0x2019:
    case 0x02BC:
        return '\'';
    default:
        break;
    }
    // Loan words keep or lose their accents at will: Café, Cafe.
    bool plain = strcmp(lang, "de") == 0 || strcmp(lang, "en") == 0;
    if (plain && ((c >= 0xE0 && c <= 0xE3) || (c >= 0xE8 && c <= 0xEB)))
        return c >= 0xE8 ? 'e' : 'a';
    return c;
}

static gunichar lower(gunichar c, const char *lang)
{
    bool dotless = strcmp(lang, "tr") == 0 || strcmp(lang, "az") == 0;
    if (dotless && c == 'I')
        return 0x0131;
    if (c == 0x0130)
        return 'i';
    return g_unichar_tolower(c);
}

static bool vanishes(gunichar c)
{
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
           c == 0x0640 ||                  // tatweel
           (c >= 0x064B && c <= 0x0652) || // harakat
           c == 0x0670 || script_is_hyphen(c) || c == '*' || c == ':' || c == '_' || c == 0x00B7;
}

static void append_folded(GString *out, const char *word, size_t length, const char *lang)
{
    const char *end = word + length;
    for (const char *p = word; p < end; p = g_utf8_next_char(p)) {
        unsigned char byte = (unsigned char)*p;
        if (byte < 0x80 && g_ascii_islower(byte)) {
            g_string_append_c(out, (char)byte);
            continue;
        }
        gunichar c = lower(g_utf8_get_char(p), lang);
        if (vanishes(c))
            continue;
        if (byte >= 0x80 && g_unichar_isdigit(c)) { // ٣٠, ۳۰: 30
            g_string_append_c(out, (char)('0' + g_unichar_digit_value(c)));
            continue;
        }
        if (c == 0x00DF) {
            g_string_append(out, "ss");
            continue;
        }
        if (c == 0x03C2) // final sigma
            c = 0x03C3;
        else if (c >= 0x0600 && c <= 0x06FF)
            c = fold_arabic(c);
        else if (c >= 0x1200 && c <= 0x137F)
            c = fold_ethiopic(c);
        else
            c = fold_latin(c, lang);
        g_string_append_unichar(out, c);
    }
}

// An article that is parted from its word: "l'".
static void drop_apostrophe(GString *out)
{
    while (out->len > 1 && out->str[out->len - 1] == '\'')
        g_string_truncate(out, out->len - 1);
}

static bool has_combining(const char *word, size_t length)
{
    for (const char *p = word; p < word + length; p = g_utf8_next_char(p))
        if ((unsigned char)*p >= 0xCC && g_unichar_combining_class(g_utf8_get_char(p)) != 0)
            return true;
    return false;
}

size_t normal_without_gender(const char *word, size_t length)
{
    static const char *const endings[] = {"innen", "in"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t n = strlen(endings[i]);
        if (length < n + 4)
            continue;
        const char *ending = word + length - n;
        char before = ending[-1];
        if (memcmp(ending, endings[i], n) == 0 &&
            (before == ':' || before == '*' || before == '_' || before == '/' ||
             (before == '-' && ending[-2] == '/')))
            return length - n - (before == '-' ? 2 : 1);
        if (ending[0] == 'I' && memcmp(ending + 1, endings[i] + 1, n - 1) == 0 &&
            g_ascii_islower(before))
            return length - n;
    }
    return length;
}

void normal_append(GString *out, const char *word, size_t length, const char *lang)
{
    if (strcmp(lang, "de") == 0)
        length = normal_without_gender(word, length);
    if (strcmp(lang, "en") == 0 && length > 3 && word[length - 1] == 's') {
        if (word[length - 2] == '\'')
            length -= 2;
        else if (length > 5 && memcmp(word + length - 4, "\xE2\x80\x99", 3) == 0)
            length -= 4;
    }
    if (!has_combining(word, length)) {
        append_folded(out, word, length, lang);
        drop_apostrophe(out);
        return;
    }
    char *composed = g_utf8_normalize(word, (gssize)length, G_NORMALIZE_NFC);
    append_folded(out, composed, strlen(composed), lang);
    drop_apostrophe(out);
    g_free(composed);
}
