// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What single words mean: from the written form to stem, marks and concepts, through exact forms,
// stems, particles written to the word, compounds, English loans and small spelling mistakes.
// Remembers what it has worked out, because the cards of a workshop repeat their words.
#ifndef ERNTEBILD_WORDS_LEXICON_H
#define ERNTEBILD_WORDS_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "words/vocabulary.h"

struct lexicon;
struct stems;

struct meaning {
    uint16_t concept;
    float weight;   // 0..1
    unsigned flags; // POSTING_NOUN, POSTING_VERB: only with a capital, only without
};

struct lexeme {
    const char *normal, *stem;
    size_t normal_length, stem_length;
    // What forms of one word share: the stem, and the concept where a form means something else
    // than others of its stem: "parking" is no park.
    const char *root;
    unsigned marks;              // enum format_mark
    bool known;                  // the whole word is one of our own terms
    bool opens_term, opens_mark; // terms or marks of several words begin with it
    const struct meaning *meanings;
    size_t meanings_n;
};

struct lexicon *lexicon_new(const struct vocabulary *vocabulary);
void lexicon_free(struct lexicon *lexicon);

// The language's row, NULL when the vocabulary has none. `code` lives as long as the vocabulary.
const struct format_language *lexicon_language(const struct lexicon *lexicon, const char *code);

// Understands one word as written. Borrowed until the next lexicon_tidy.
const struct lexeme *lexicon_word(struct lexicon *lexicon, const struct format_language *language,
                                  const char *word, size_t length);

// Whether a comparable form is itself one of our own terms: quicker than understanding it.
bool lexicon_knows(struct lexicon *lexicon, const struct format_language *language,
                   const char *normal, size_t length);

// Concepts of a term of several words: comparable stems joined by spaces.
struct postings lexicon_term(const struct lexicon *lexicon, const struct format_language *language,
                             const char *stems, size_t length);

// Kinds of a mark of several words: comparable forms joined by spaces.
unsigned lexicon_mark(const struct lexicon *lexicon, const struct format_language *language,
                      const char *words, size_t length);

// Stem of a comparable form, written to `out` (room for `room` bytes); its length, 0 if too long.
size_t lexicon_stem(struct lexicon *lexicon, const struct format_language *language,
                    const char *normal, size_t length, char *out, size_t room);

// Forgets what was remembered when that has become much. Not while lexemes are in use.
void lexicon_tidy(struct lexicon *lexicon);

#endif
