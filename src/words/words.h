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
    const char *concept; // e.g. "language_course"; "choice" when words_set_choices decided
    double score;        // 0..1; none below the threshold is returned
    bool sure; // may be shown unasked; others are only offered: a wrong one is worse than none
    // The terms of the text that led here, NULL-terminated if fewer.
    const char *because[WORDS_REASONS];
};

struct word_result {
    const char *lang;    // as given, or guessed from the script and words ("de" when unsure Latin)
    const char *keyword; // as written, with soft hyphens taken out
    // Bytes in the text; length 0: the keyword is not one piece.
    size_t keyword_start, keyword_length;
    const char
        *key; // of the keyword: language and stems; equal for what is only written differently
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

// The first icon when it may be shown unasked, or NULL.
const char *words_sure_icon(const struct word_result *result);

// What a facilitator decided for a network: "for us, GWA means ...". `term` of one to six words is
// found in any language and inflection; its icon comes first. An icon of "" or NULL: the term shows
// none. Where several match, the longest term decides, then the first of the list.
struct word_choice {
    const char *term, *icon;
};

// Takes the place of the choices so far; copied. Whoever keeps the file passes them in.
void words_set_choices(struct words *words, const struct word_choice *choices, size_t n);

// From this score on it is worth asking whether to join a pair.
#define WORDS_ALIKE 0.7

struct word_text {
    const char *text, *lang; // lang "" or NULL: guessed
};

// Cards that may say the same, in one language by their words, across languages by their concepts.
struct word_pair {
    size_t a, b;  // a < b
    double score; // 0..1
};

// The best pairs into `pairs`, best first; how many. Of cards with the very same words each is
// paired with the first of them only.
size_t words_find_alike(struct words *words, const struct word_text *cards, size_t n,
                        struct word_pair *pairs, size_t room);

// Lets cards that say the same in one language have the same keyword: where two are alike, the one
// that more cards hold, each as written in its own text. Only up to 2000 cards: no
// workshop has more, and long lists should not wait. `results` are those of words_understand.
void words_agree(struct words *words, const struct word_text *cards, struct word_result **results,
                 size_t n, struct arena *arena);

// A name for a bundle of cards: the words out of them that say best what they share; "" when there
// is no card. In `arena`.
const char *words_name_bundle(struct words *words, const struct word_text *cards, size_t n,
                              const struct word_counts *counts, struct arena *arena);

// Themes among the cards of one table: cards that share words or concepts, named by words out of
// them as words_name_bundle does.
struct word_group {
    const char *name; // "": the cards that belong to no theme, always last
    size_t *cards;    // indexes, in their order
    size_t n;
};

// At most `room` groups, those of most cards first; every card is in exactly one. Words of `topic`,
// what all cards are about, make no theme. Returns how many. Strings and arrays in `arena`.
size_t words_group(struct words *words, const struct word_text *cards, size_t n,
                   const struct word_text *topic, const struct word_counts *counts,
                   struct word_group *groups, size_t room, struct arena *arena);

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
// contain the query, best first; in `lang` also when it is typed without accents, spaces or
// articles, or misspelt. Of a long query the first 80 characters.
size_t words_search_icons(struct words *words, const char *query, const char *lang,
                          const char **names, size_t room);

#endif
