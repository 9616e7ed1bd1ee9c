// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <glib.h>
#include <string.h>

const char *language_name(const char *lang)
{
    static const struct {
        const char *lang, *name;
    } names[] = {
        {"am", "አማርኛ"},     {"ar", "العربية"},    {"bg", "Български"},   {"bs", "Bosanski"},
        {"ckb", "کوردی"},   {"cs", "Čeština"},    {"da", "Dansk"},       {"de", "Deutsch"},
        {"el", "Ελληνικά"}, {"en", "English"},    {"es", "Español"},     {"et", "Eesti"},
        {"fa", "فارسی"},    {"fi", "Suomi"},      {"fr", "Français"},    {"he", "עברית"},
        {"hr", "Hrvatski"}, {"hu", "Magyar"},     {"hy", "Հայերեն"},     {"it", "Italiano"},
        {"ja", "日本語"},   {"ka", "ქართული"},    {"ku", "Kurdî"},       {"lt", "Lietuvių"},
        {"lv", "Latviešu"}, {"mk", "Македонски"}, {"nl", "Nederlands"},  {"no", "Norsk"},
        {"pl", "Polski"},   {"ps", "پښتو"},       {"pt", "Português"},   {"ro", "Română"},
        {"ru", "Русский"},  {"sk", "Slovenčina"}, {"sl", "Slovenščina"}, {"so", "Soomaali"},
        {"sq", "Shqip"},    {"sr", "Српски"},     {"sv", "Svenska"},     {"ti", "ትግርኛ"},
        {"tr", "Türkçe"},   {"uk", "Українська"}, {"ur", "اردو"},        {"vi", "Tiếng Việt"},
        {"zh", "中文"},
    };
    size_t n = strcspn(lang, "-_");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strlen(names[i].lang) == n && strncmp(names[i].lang, lang, n) == 0)
            return names[i].name;
    }
    return lang;
}
