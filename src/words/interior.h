// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rooms of this floor share of an opened vocabulary.
#ifndef ERNTEBILD_WORDS_INTERIOR_H
#define ERNTEBILD_WORDS_INTERIOR_H

#include <glib.h>

#include "words/card.h"

struct arena;

struct choices;

struct words {
    struct vocabulary *vocabulary;
    struct lexicon *lexicon;
    struct choices *choices;               // NULL: none
    const struct format_language **voters; // of the languages that are guessed; NULL until one is
    GHashTable *voices;                    // by hash: what single words say for languages
    GHashTable *guesses;                   // by hash of a text: its language
};

// Reads a text in `lang`, guessed when "" or NULL; a language that the vocabulary lacks is read as
// the one that its script suggests.
struct card *words_read(struct words *words, const char *text, const char *lang,
                        struct arena *arena);

// Stems of the content words from `first` to `last`, sorted, after the language: what two writings
// of the same words share. In `arena`.
char *words_key(const struct card *card, size_t first, size_t last, struct arena *arena);

#endif
