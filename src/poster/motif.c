// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/motif.h"

#include <glib.h>
#include <stdbool.h>

#include "poster/composition.h"
#include "poster/harvest.h"

#define WORDS_MOST 22

// Beginnings of words; with a dot at the end: the whole word.
static const struct {
    const char *motif;
    const char *words[WORDS_MOST];
} speaks[] = {
    {"skyline", {"magdeburg"}},
    {"school",
     {"schul", "schüler", "kita.", "kitas.", "kindergarten", "bildung", "lernen", "hochschule",
      "universit", "school", "education", "école", "escuel", "okul", "школ", "مدرسة", "التعليم",
      "مدرسه"}},
    {"port",
     {"hafen", "werft", "industrie", "betrieb", "fabrik", "harbour", "port.", "factory", "порт",
      "завод", "ميناء", "مصنع"}},
    {"hills",
     {"klima", "energie", "wind", "berg.", "berge", "region", "landkreis", "climate", "energy",
      "énergie", "iklim", "клімат", "климат", "المناخ", "الطاقة"}},
    {"park",
     {"park.", "parks.", "garten", "gärten", "grün", "natur", "wald", "spielplatz", "marktplatz",
      "garden", "green", "jardin", "bahçe", "сад.", "حديقة", "باغ"}},
    {"village",
     {"dorf", "gemeinde", "ländlich", "village", "pueblo", "köy", "село", "قرية", "روستا"}},
};

const char *motif_of(const struct harvest *harvest)
{
    const char *const told[] = {harvest->title, harvest->question, harvest->place, harvest->host};
    if (harvest->motif != NULL && *harvest->motif != '\0')
        return harvest->motif;
    if (harvest->picture != NULL)
        return NULL;
    for (size_t t = 0; t < G_N_ELEMENTS(told); t++)
        for (size_t i = 0; i < G_N_ELEMENTS(speaks); i++) {
            size_t n = 0;
            while (n < WORDS_MOST && speaks[i].words[n] != NULL)
                n++;
            if (composition_hears(told[t], speaks[i].words, n))
                return speaks[i].motif;
        }
    return "door"; // an open one, among roofs
}
