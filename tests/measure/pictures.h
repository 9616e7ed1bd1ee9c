// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pictures that a poster is judged by: the sample, invented workshops from 6 to 400 cards made
// of the cards of tests/words/measure.tsv, few and many tables, Arabic alone, real ideas, small and
// large paper. The same in every run.
#ifndef ERNTEBILD_TESTS_MEASURE_PICTURES_H
#define ERNTEBILD_TESTS_MEASURE_PICTURES_H

#include <stdbool.h>
#include <stddef.h>

#include "publish/press.h"

struct picture {
    const char *name;
    int cards, tables; // of an invented workshop; 0: a source of its own
    const char *source; // "sample" | "arabic" | "corpus" | a file to import; NULL: invented
    const char *paper;
    bool portrait;
};

// What the workshops are made of.
struct pictures {
    char *sample; // text of the sample
    char **cards; // "de\ttext", German ones first
    size_t german, cards_n;
    char *corpus; // folder of real ideas, NULL: not there
    struct press *press;
    char *folder; // for the files made on the way
};

extern const struct picture pictures[];
extern const size_t pictures_n;

// Reads the sources; ends the program with a sentence when one is missing.
void pictures_open(struct pictures *open, const char *source_root);
void pictures_close(struct pictures *open);

// Composes a picture with a composition (NULL: the proposed one). With `more` >= 0 one card is added
// to that table (counted from 0). NULL: its source is not there, or `more` is no table of it.
struct print *pictures_print(struct pictures *open, const struct picture *picture,
                             const char *style, int more);

#endif
