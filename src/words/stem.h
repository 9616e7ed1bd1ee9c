// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stems: what the forms of a word have in common. libstemmer (Snowball) where it knows the
// language, light rules for endings elsewhere. The only file that meets libstemmer.
#ifndef ERNTEBILD_WORDS_STEM_H
#define ERNTEBILD_WORDS_STEM_H

#include <glib.h>
#include <stddef.h>

struct stems; // one a process or thread: keeps the stemmers it has made

struct stems *stems_new(void);
void stems_free(struct stems *stems);

// Appends the stem of a comparable word (normal_append) in `lang`.
void stem_append(struct stems *stems, GString *out, const char *word, size_t length,
                 const char *lang);

// Bytes at the start of an Arabic or Tigrinya word that are a particle written together with it
// ("and", "with", "for", the article); 0 when there is none. To be tried when the whole word is
// unknown, because a stem may begin with the same letter.
size_t stem_clitic(const char *word, size_t length, const char *lang);

#endif
