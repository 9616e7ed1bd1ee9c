// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words and icons: a keyword of one to three words in the person's own words, icons that mean what
// is meant, and why. Never translates, never changes a word.
#ifndef ERNTEBILD_WORDS_WORDS_H
#define ERNTEBILD_WORDS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;
struct words;

// Maps vocabulary.bin of the data directory. NULL when it is missing or damaged.
struct words *words_open(struct err *err);
void words_close(struct words *words);

#define WORDS_ICONS 4
#define WORDS_REASONS 4

struct word_icon {
    const char *name;    // Tabler icon
    const char *concept; // e.g. "language_course"
    double score;        // 0..1; none below the threshold is returned
    const char
        *because[WORDS_REASONS]; // the terms of the text that led here, NULL-terminated if fewer
};

struct word_result {
    const char *lang;    // as given, or guessed from the script and words ("de" when unsure Latin)
    const char *keyword; // as written, with soft hyphens taken out
    size_t keyword_start,
        keyword_length; // bytes in the text; length 0: the keyword is not one piece
    struct word_icon icons[WORDS_ICONS];
    size_t icons_n;
};

// Many cards of one workshop: gathers how often terms occur, so that keywords are frequent here and
// rare in the language. Optional: NULL counts nothing.
struct word_counts;
struct word_counts *word_counts_new(struct words *words);
void word_counts_free(struct word_counts *counts);
void word_counts_add(struct word_counts *counts, const char *text, const char *lang);

// The text after a prefix that many cards of the workshop share ("Klimarat: ..."), or the text.
const char *word_counts_skip_prefix(const struct word_counts *counts, const char *text,
                                    const char *lang);

// Understands one text (valid UTF-8, any length; only its first 2000 characters are weighed).
// `lang` "" or NULL: guessed. Result and strings in `arena`.
struct word_result *words_understand(struct words *words, const char *text, const char *lang,
                                     const struct word_counts *counts, struct arena *arena);

// Guesses the language of a text: by script, then by stop words; "" when nothing speaks for any.
const char *words_guess_language(struct words *words, const char *text);

// The part of a long text to print beside its keyword: whole when it has at most `max` characters,
// otherwise the clause that holds the keyword, cut at clause and word borders and marked with
// " …". Never a changed word. When the keyword is a part of its own before the rest ("Sprachcafé:
// reden statt büffeln") only the rest; "" when the keyword says it all. In `arena`.
const char *words_clause(struct words *words, const char *text, const char *lang,
                         const char *keyword, size_t max, struct arena *arena);

// The word that names an icon for people, in `lang` ("Kurs"), or NULL. In the vocabulary.
const char *words_icon_label(struct words *words, const char *icon, const char *lang);

// Icon search for the picker: names of icons whose terms in `lang` (or any language) begin with or
// contain the query, best first.
size_t words_search_icons(struct words *words, const char *query, const char *lang,
                          const char **names, size_t room);

#endif
