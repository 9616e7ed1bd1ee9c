// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Signs and accents: the page of digits, what stands behind marks and letters.
#include <string.h>

#include "app/layout.h"

struct cap layout_mark(const char *mark)
{
    static const struct {
        const char *mark, *shifted, *more;
    } marks[] = {
        {",", ";", "; ‚ ' \""}, {".", ":", ": … ? ! -"},  {"?", "?", "¿ !"},
        {"!", "!", "¡ ?"},      {"–", "-", "- — _ ~"},    {"'", "\"", "’ ‘ \""},
        {"،", NULL, "؛ , ."},   {"؟", NULL, "! ?"},       {"؛", NULL, "; :"},
        {":", NULL, "؛ …"},     {"።", NULL, "፡ ፤ ፥ ፨ ."}, {"፣", NULL, "፤ ፥ ,"},
        {"፧", NULL, "?"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (strcmp(marks[i].mark, mark) == 0)
            return (struct cap){
                .plain = marks[i].mark, .shifted = marks[i].shifted, .more = marks[i].more};
    }
    return (struct cap){.plain = mark, .shifted = mark};
}

const char *layout_accents(const char *letter)
{
    static const struct {
        const char *letter, *accents;
    } table[] = {
        // Latin
        {"a", "à á â ä ã å æ ą ă"},
        {"c", "ç č ć"},
        {"d", "đ ď ð"},
        {"e", "é è ê ë ę ě"},
        {"g", "ğ"},
        {"i", "í î ï ì ı"},
        {"l", "ł ľ"},
        {"n", "ñ ń ň"},
        {"o", "ô ö ó ò õ ø œ ő"},
        {"r", "ř ŕ"},
        {"s", "š ş ș ś ß"},
        {"t", "ț ť ţ þ"},
        {"u", "û ü ú ù ů ű"},
        {"y", "ý ÿ"},
        {"z", "ž ź ż"},
        {"ı", "i"},
        // Greek
        {"α", "ά"},
        {"ε", "έ"},
        {"η", "ή"},
        {"ι", "ί ϊ ΐ"},
        {"ο", "ό"},
        {"σ", "ς"},
        {"υ", "ύ ϋ ΰ"},
        {"ω", "ώ"},
        // Cyrillic
        {"е", "ё є"},
        {"и", "й і ї ѝ"},
        {"г", "ґ"},
        {"ь", "ъ"},
        {"у", "ў"},
        {"ы", "і"},
        // Arabic
        {"ا", "أ إ آ ء ٱ"},
        {"ب", "پ"},
        {"ت", "ة"},
        {"ج", "چ"},
        {"ر", "ڕ"},
        {"ز", "ژ"},
        {"ف", "ڤ"},
        {"ك", "ک گ"},
        {"ک", "ك"},
        {"ل", "لا لأ لإ لآ ڵ"},
        {"ه", "ة ۀ ھ"},
        {"و", "ؤ ۆ"},
        {"ي", "ى ئ ی"},
        {"ی", "ي ى ئ ێ"},
        {"ە", "ه ة"},
        // Ge'ez: consonants that not every language counts
        {"ሰ", "ሠ"},
        {"ሐ", "ኀ"},
        {"ፐ", "ጰ"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        if (strcmp(table[i].letter, letter) == 0)
            return table[i].accents;
    }
    return "";
}

// The digits of a script follow each other in Unicode; the other ones stand behind them.
static void add_digits(struct cap *row, const char *first, GStringChunk *chunk)
{
    static const char *const more[10] = {"°", "¹ ½ ¼", "² ⅔", "³ ¾"};
    gunichar zero = g_utf8_get_char(first) - 1;
    for (int i = 0; i < 10; i++) {
        int digit = (i + 1) % 10;
        char text[8] = "", latin[8] = "";
        text[g_unichar_to_utf8(zero + (gunichar)digit, text)] = '\0';
        latin[0] = (char)('0' + digit);
        bool foreign = strcmp(text, latin) != 0;
        row[i] =
            (struct cap){.plain = g_string_chunk_insert_const(chunk, text),
                         .more = foreign ? g_string_chunk_insert_const(chunk, latin) : more[digit]};
    }
}

static const char *geez_digits(GStringChunk *chunk, int digit)
{
    char text[8] = "";
    text[g_unichar_to_utf8(0x1368 + (gunichar)digit, text)] = '\0';
    return g_string_chunk_insert_const(chunk, text);
}

void layout_signs(struct keyboard_layout *layout, const struct layout_recipe *recipe,
                  GStringChunk *chunk)
{
    static const struct cap second[] = {
        {.plain = "@"},
        {.plain = "#"},
        {.plain = "€", .more = "$ £ ₺ ₴ ¥"},
        {.plain = "%", .more = "‰"},
        {.plain = "&", .more = "§"},
        {.plain = "*", .more = "× •"},
        {.plain = "(", .more = "[ { <"},
        {.plain = ")", .more = "] } >"},
        {.plain = "/", .more = "\\ |"},
        {.plain = "+", .more = "±"},
        {.plain = "-", .more = "– — _"},
        {.plain = "return", .act = CAP_RETURN},
    };
    static const struct cap third[] = {
        {.plain = NULL},
        {.plain = NULL},
        {.plain = "\"", .more = "“ ” „"},
        {.plain = "'", .more = "’ ‘ `"},
        {.plain = ":"},
        {.plain = ";"},
        {.plain = "_"},
        {.plain = "→", .more = "← ↑ ↓"},
        {.plain = "♥"},
    };
    struct cap(*rows)[KEYBOARD_COLUMNS + 1] = layout->pages[PAGE_SYMBOLS];
    bool geez = g_utf8_get_char(recipe->digits) == 0x1369;
    add_digits(rows[0], geez ? "1" : recipe->digits, chunk);
    for (int i = 0; geez && i < 10; i++)
        rows[0][i].more = i == 0  ? "፩ ፻ ፼"
                          : i < 9 ? geez_digits(chunk, i + 1)
                                  : "፲ ፳ ፴ ፵ ፶ ፷ ፸ ፹ ፺";
    rows[0][10] = (struct cap){.plain = "=", .more = "≠ ≈"};
    rows[0][11] = (struct cap){.plain = "backspace", .act = CAP_BACKSPACE};
    memcpy(rows[1], second, sizeof second);
    memcpy(rows[2], third, sizeof third);
    char **quotes = g_strsplit(recipe->quotes, " ", 2);
    rows[2][0] =
        (struct cap){.plain = g_string_chunk_insert_const(chunk, quotes[0]), .more = "‚ ‘ « ‹"};
    rows[2][1] =
        (struct cap){.plain = g_string_chunk_insert_const(chunk, quotes[1]), .more = "’ ” » ›"};
    g_strfreev(quotes);
}
