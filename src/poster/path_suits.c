// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a harvest speaks of a way to go: a plan, steps, milestones, from today to some day
// (ART-2, section A). Its words say so, not its language.
#include "poster/path.h"

#include <glib.h>

#include "poster/composition.h"

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

static bool speaks_of_a_way(const char *text)
{
    return composition_hears(text, WAY_WORDS, G_N_ELEMENTS(WAY_WORDS));
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
