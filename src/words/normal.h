// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The comparable form of a written word: NFC, case folding, what people write in several ways made
// one (ك and ک, ß and ss, ş and ș, ٣ and 3), joiners, vowel points and gender marks (Bürger:innen)
// taken out.
#ifndef ERNTEBILD_WORDS_NORMAL_H
#define ERNTEBILD_WORDS_NORMAL_H

#include <glib.h>
#include <stddef.h>

// Appends the comparable form of one word (valid UTF-8) in language `lang` to `out`.
// Hyphens vanish: "Repair-Café" compares as "repaircafe".
void normal_append(GString *out, const char *word, size_t length, const char *lang);

// Bytes of the word without its German gender ending (":innen", "*in", "Innen"), for the part that
// carries the meaning; the whole length when there is none.
size_t normal_without_gender(const char *word, size_t length);

#endif
