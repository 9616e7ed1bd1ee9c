// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The vocabulary file, mapped read-only: terms and marks of each language, concepts, icons, labels.
// Everything handed out points into the map and lives until vocabulary_close.
#ifndef ERNTEBILD_WORDS_VOCABULARY_H
#define ERNTEBILD_WORDS_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "words/format.h"

struct err;

struct vocabulary {
    void *map;
    size_t size;
    const struct format_language *languages;
    size_t languages_n;
    const struct format_concept *concepts;
    size_t concepts_n;
    const uint32_t *icons;
    size_t icons_n;
    const uint32_t *labels;
    const struct format_key *keys;
    const uint32_t *slots;
    const struct format_posting *postings;
    const struct format_near *near;
    const char *strings;
};

struct postings {
    const struct format_posting *items; // NULL when nothing was found
    size_t n;
};

// NULL when the file is missing, of another version or damaged: err says so.
struct vocabulary *vocabulary_open(const char *path, struct err *err);
void vocabulary_close(struct vocabulary *vocabulary);

// The language's row for "de", "de-AT", ...; NULL when the vocabulary has none.
const struct format_language *vocabulary_language(const struct vocabulary *vocabulary,
                                                  const char *code);

struct postings vocabulary_find(const struct vocabulary *vocabulary,
                                const struct format_table *table, const char *key, size_t length);
struct postings vocabulary_postings(const struct vocabulary *vocabulary, uint32_t key);

// Kinds of a mark, 0 when the word is none.
unsigned vocabulary_mark(const struct vocabulary *vocabulary,
                         const struct format_language *language, const char *word, size_t length);

// The one term of at least six characters that differs from `stem` by one edit and begins with the
// same character; `changed`: the edit may change a character. false when there is none, or several
// that mean different things.
bool vocabulary_near(const struct vocabulary *vocabulary, const struct format_language *language,
                     const char *stem, size_t length, bool changed, struct postings *found);

const char *vocabulary_string(const struct vocabulary *vocabulary, uint32_t offset);
const char *vocabulary_icon(const struct vocabulary *vocabulary, size_t icon);

// First key of the table that is not before `prefix`; walk on while it begins with it.
uint32_t vocabulary_first_key(const struct vocabulary *vocabulary, const struct format_table *table,
                              const char *prefix);

#endif
