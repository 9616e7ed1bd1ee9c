// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searching everything that was written: cards, core points, agreements, notes, offers, parties,
// meetings, tables, bundles, workshops. Parts of words are found ("kurs" in "Sprachkurse"), umlauts
// spelled ä, ae or a, with or without vowel signs, in every script.
#ifndef ERNTEBILD_STORE_SEARCH_H
#define ERNTEBILD_STORE_SEARCH_H

#include "store/store.h"

struct finding {
    enum entity entity;
    int64_t row;
    const char *kind; // "card" "core_point" "agreement" "note" "offer" "party" "meeting" "table" ...
    const char *text, *where, *date; // where: table, workshop, party; date ISO 8601, or ""
    bool hidden;                     // a covered card: only for the facilitator's eyes
};

// All words must be there. Whole words before beginnings before parts, newest first among equals;
// at most `most`. In the arena.
struct finding *store_search(struct store *store, struct arena *arena, const char *words,
                             size_t most, size_t *n, struct err *err);

// Folded for comparing: lower case, without marks, one form for letters that look alike. g_free it.
char *search_fold(const char *text);

#endif
