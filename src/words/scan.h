// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where words begin and end in a text.
#ifndef ERNTEBILD_WORDS_SCAN_H
#define ERNTEBILD_WORDS_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct scan_word {
    const char *start, *end; // as written: with inner hyphens, gender endings (Bürger:innen)
    bool spaceless;          // a run of a script that writes without spaces
    bool open;               // ends with a hyphen that stands for a part to come: "Haus- und"
};

// Romance languages write the article to the word: l'école, dell'arte. It is parted from it.
bool scan_elides(const char *lang);

// Finds the next word at or after `at` (before `end`, valid UTF-8) in a text of language `lang`.
bool scan_next(const char *at, const char *end, const char *lang, struct scan_word *word);

#endif
