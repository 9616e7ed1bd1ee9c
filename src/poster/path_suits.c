// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a harvest speaks of a way to go: a plan, steps, milestones, from today to some day
// (ART-2, section A). Its words say so, not its language.
#include "poster/path.h"

#include <glib.h>
#include <string.h>

// Beginnings of words; with a dot at the end: the whole word. Folded.
static const char *const WAY_WORDS[] = {
    // de
    "weg.",
    "wege.",
    "wegs.",
    "fahrplan",
    "etappe",
    "meilenstein",
    "schritt",
    "ablauf",
    "prozess",
    "zeitplan",
    "aktionsplan",
    "massnahmenplan",
    "umsetzung",
    "strategie",
    // en
    "path.",
    "paths.",
    "road.",
    "roadmap",
    "milestone",
    "step.",
    "steps.",
    "process",
    "journey",
    "timeline",
    "strategy",
    // fr, es, it, tr, pl
    "chemin",
    "étape",
    "camino",
    "paso.",
    "pasos.",
    "percorso",
    "tappa",
    "yol.",
    "adım",
    "droga",
    // uk, ru, ar, fa
    "шлях",
    "крок",
    "путь",
    "шаг",
    "этап",
    "طريق",
    "خطة",
    "خطوات",
    "مسار",
    "راه",
    "برنامه",
};

static bool is_way_word(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(WAY_WORDS); i++) {
        size_t n = strlen(WAY_WORDS[i]);
        bool whole = WAY_WORDS[i][n - 1] == '.';
        n -= whole ? 1 : 0;
        if (strncmp(word, WAY_WORDS[i], n) == 0 && (!whole || word[n] == '\0'))
            return true;
    }
    return false;
}

static bool speaks_of_a_way(const char *text)
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
            found = is_way_word(word);
            g_free(word);
        }
        c = *end != '\0' ? g_utf8_next_char(end) : end;
    }
    g_free(folded);
    return found;
}

double path_suits(const struct harvest *harvest)
{
    enum { FEW = 3, MANY = 8, DATES = 4 };
    if (harvest->tables_n < FEW || harvest->tables_n > MANY)
        return 0.1;
    size_t stations = 0, dates = 0;
    for (size_t i = 0; i < harvest->tables_n; i++)
        stations += speaks_of_a_way(harvest->tables[i].title) ? 1 : 0;
    for (size_t i = 0; i < harvest->agreements_n; i++)
        dates += harvest->agreements[i].until != NULL ? 1 : 0;
    double suits = 0.3;
    if (speaks_of_a_way(harvest->title) || speaks_of_a_way(harvest->question))
        suits += 0.3;
    if (2 * stations >= harvest->tables_n)
        suits += 0.3;
    if (dates >= DATES)
        suits += 0.05;
    return suits;
}
