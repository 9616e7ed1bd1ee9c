// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Matching what people look for: case, accents and vowel points do not count.
#ifndef ERNTEBILD_APP_MATCH_H
#define ERNTEBILD_APP_MATCH_H

#include <stdbool.h>
#include <stddef.h>

// The comparable form of a text (valid UTF-8). g_free it.
char *match_fold(const char *text);
// Where `word` (folded) is in `text` (not folded): at the begin of a word if it can be. False: nowhere.
bool match_find(const char *text, const char *word, size_t *start, size_t *end);

#endif
