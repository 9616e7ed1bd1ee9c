// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/script.h"

#include <string.h>

#include "draw/lettering.h"

#define HAND "Playpen Sans"
#define PRINT "Noto Sans,"
#define SIGNS "Noto Sans,Noto Sans Symbols 2,Noto Sans Math,Noto Emoji"
// Behind the script's own family: whatever else may stand in a line of it.
#define REST \
    HAND ",Marhey,Noto Sans Ethiopic,Noto Sans Hebrew,Noto Sans Georgian,Noto Sans Armenian," \
    "Noto Sans Devanagari,Noto Sans Bengali,Noto Sans Tamil,Noto Sans Thai," SIGNS

// Factors and metrics are set by eye and ruler beside Playpen Sans, whose small letters are 0.58 and
// capitals 0.80 of the size: a line of each script looks equally tall and has room for its marks.
static const struct script_style styles[] = {
    {G_UNICODE_SCRIPT_LATIN, "und", NULL, REST, 1, 0.80, 0.24, 1, 0},
    {G_UNICODE_SCRIPT_CYRILLIC, "ru", " ru uk be bg sr mk kk ky tg mn ", REST, 1, 0.80, 0.24, 1, 0},
    {G_UNICODE_SCRIPT_GREEK, "el", " el ", REST, 1, 0.80, 0.24, 1, 0},
    {G_UNICODE_SCRIPT_ARABIC, "ar", " ar fa ckb ur ps sd ug ", "Marhey," REST, 1.06, 0.88, 0.40,
     1.12, 0},
    {G_UNICODE_SCRIPT_ETHIOPIC, "am", " am ti ", "Noto Sans Ethiopic," REST, 1.06, 0.86, 0.22, 1.08,
     0},
    {G_UNICODE_SCRIPT_HEBREW, "he", " he yi ", "Noto Sans Hebrew," REST, 1.06, 0.80, 0.24, 1, 0},
    {G_UNICODE_SCRIPT_GEORGIAN, "ka", " ka ", "Noto Sans Georgian," REST, 1.04, 0.80, 0.26, 1, 0},
    {G_UNICODE_SCRIPT_ARMENIAN, "hy", " hy ", "Noto Sans Armenian," REST, 1.04, 0.80, 0.26, 1, 0},
    {G_UNICODE_SCRIPT_DEVANAGARI, "hi", " hi mr ne ", "Noto Sans Devanagari," REST, 1.04, 0.94, 0.34,
     1.12, 0},
    {G_UNICODE_SCRIPT_BENGALI, "bn", " bn as ", "Noto Sans Bengali," REST, 1.04, 0.94, 0.34, 1.12,
     0},
    {G_UNICODE_SCRIPT_TAMIL, "ta", " ta ", "Noto Sans Tamil," REST, 1, 0.86, 0.32, 1.08, 0},
    {G_UNICODE_SCRIPT_THAI, "th", " th ", "Noto Sans Thai," REST, 1.06, 1.0, 0.30, 1.12, 0},
};

// Print for eyes that letters by hand tire: the sans beside which the other scripts already stand.
// In the order of the first of `styles`; all others keep theirs.
static const struct script_style prints[] = {
    {G_UNICODE_SCRIPT_LATIN, "und", NULL, PRINT REST, 1, 0.80, 0.24, 1, 0},
    {G_UNICODE_SCRIPT_CYRILLIC, "ru", " ru uk be bg sr mk kk ky tg mn ", PRINT REST, 1, 0.80,
     0.24, 1, 0},
    {G_UNICODE_SCRIPT_GREEK, "el", " el ", PRINT REST, 1, 0.80, 0.24, 1, 0},
};

int script_styles(void)
{
    return G_N_ELEMENTS(styles);
}

const struct script_style *script_style(int i)
{
    return &styles[i];
}

const struct script_style *script_style_in_print(int i)
{
    return i < (int)G_N_ELEMENTS(prints) ? &prints[i] : &styles[i];
}

// The language without region: "ar" of "ar-SY", between spaces, into `name`.
static void spaced_language(const char *lang, char name[16])
{
    size_t n = MIN(strcspn(lang, "-_"), (size_t)12);
    name[0] = ' ';
    for (size_t i = 0; i < n; i++)
        name[i + 1] = g_ascii_tolower(lang[i]);
    memcpy(name + n + 1, " ", 2);
}

int script_style_of(const char *text, const char *lang)
{
    int counts[G_N_ELEMENTS(styles)] = {0};
    int best = -1;
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(c));
        for (int i = 0; i < script_styles(); i++)
            if (styles[i].script == script)
                counts[i]++;
    }
    for (int i = 0; i < script_styles(); i++)
        if (counts[i] > 0 && (best < 0 || counts[i] > counts[best]))
            best = i;
    if (best >= 0 || lang == NULL)
        return MAX(best, 0);
    char name[16];
    spaced_language(lang, name);
    for (int i = 0; i < script_styles(); i++)
        if (styles[i].languages != NULL && strstr(styles[i].languages, name) != NULL)
            return i;
    return 0;
}

bool script_is_rtl(GUnicodeScript script)
{
    return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
           script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA;
}

bool lang_is_rtl(const char *lang)
{
    if (lang == NULL)
        return false;
    char name[16];
    spaced_language(lang, name);
    return strstr(" ar fa ckb he ur ps sd ug yi dv ", name) != NULL;
}
