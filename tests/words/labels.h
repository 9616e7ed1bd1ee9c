// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards labelled by hand: what icon and what keyword people would expect (measure.tsv, corpus.tsv).
#ifndef ERNTEBILD_TESTS_WORDS_LABELS_H
#define ERNTEBILD_TESTS_WORDS_LABELS_H

#include <glib.h>
#include <stdbool.h>

enum label_half {
    LABEL_BUILD,   // may be looked at when concepts and rules are written
    LABEL_FIT,     // only tells how sure is sure enough (fit.c): as hard as what will come
    LABEL_MEASURE, // only counted
    LABEL_LATER,   // the same; written when the first ones had been counted four times
    LABEL_HALVES
};

struct label {
    char *group; // of the table: the language, "de later" for LABEL_LATER, or the corpus
    char lang[12];
    char *text;
    char **icons, **keywords; // acceptable ones; keywords[0] NULL: not judged
    enum label_half half;
};

struct labels {
    GPtrArray *cards; // struct label
    GHashTable *same; // icon: the first of its line in the table of pictures that are alike
    GPtrArray *texts; // every card of the corpus, for what is frequent there; may be empty
};

struct labels *labels_new(void);
void labels_free(struct labels *labels);

// measure.tsv. false when the file cannot be read or a line is not understood (told on stderr).
bool labels_read(struct labels *labels, const char *path);

// corpus.tsv, with the cards from `folder`.
bool labels_read_corpus(struct labels *labels, const char *path, const char *folder);

bool labels_accept_icon(const struct labels *labels, const struct label *card, const char *icon);
bool labels_want_none(const struct label *card); // no icon should be shown
bool labels_accept_keyword(const struct label *card, const char *keyword);
bool labels_touch_keyword(const struct label *card, const char *keyword); // one holds the other

#endif
