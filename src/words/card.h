// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One text read: its words with what the lexicon knows of them, where clauses end, what is denied.
// Only the first CARD_WEIGHED characters are weighed, so that any text takes bounded time.
#ifndef ERNTEBILD_WORDS_CARD_H
#define ERNTEBILD_WORDS_CARD_H

#include <stdbool.h>
#include <stddef.h>

#include "words/lexicon.h"

struct arena;

enum { CARD_WEIGHED = 2000, CARD_TERM = 6 }; // characters; words of the longest term

enum card_border { BORDER_NONE, BORDER_CLAUSE, BORDER_COLON, BORDER_DASH, BORDER_SENTENCE };

struct card_word {
    const char *start, *end; // in the text
    size_t length;           // characters
    const struct lexeme *lexeme;
    unsigned marks; // enum format_mark: of the word, and of marks of several words around it
    enum card_border before; // what stands between this word and the one before it
    bool opens;              // first of the text, or after BORDER_SENTENCE or BORDER_COLON
    bool capital, shouted;   // first letter; all of at least two letters
    bool open;               // ends with a hyphen that stands for a part to come
    bool aside;              // in parentheses
    bool denied;             // "no", "without", "less"
    bool lessened;           // only "less"
    bool replaced;           // what is to go in "instead of"
    size_t sentence;         // how many end before it
    bool subordinate;        // in a part that says why, when, what for, or more about a thing
    bool verb;               // English, where a verb stands: "to promote", "Cutting the grass"
    bool name;               // of a place or person, where nouns are small; set by concepts_weigh
    float after; // 1, less where words before it say where, when or for whom: "in der Innenstadt"
    size_t term; // words of the longest term that begins here, set by concepts_weigh
    float evidence; // how much it led to the best concept, set by concepts_weigh
    float support;  // the same for the other concepts
};

struct card {
    const char *text, *end; // end of what is weighed
    const struct format_language *language;
    struct card_word *words;
    size_t words_n;
    bool follows; // an adjective follows its noun in this language
    bool
        cased; // capitals mean something here: German nouns, and not everything is small or shouted
};

struct card *card_read(struct lexicon *lexicon, const struct format_language *language,
                       const char *text, struct arena *arena);

#endif
