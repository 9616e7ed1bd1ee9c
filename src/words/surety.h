// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How likely people would accept the best concept's icon.
#ifndef ERNTEBILD_WORDS_SURETY_H
#define ERNTEBILD_WORDS_SURETY_H

#include <stdbool.h>

#include "words/concepts.h"
#include "words/keyword.h"

// What tells right icons from wrong ones; the first is 1 for the intercept.
enum { SURETY_TRAITS = 9 };

// There is at least one concept.
void surety_read(const struct card *card, const struct concepts *concepts,
                 const struct keyword *keyword, double traits[SURETY_TRAITS]);

// 0..1; 0 when there is no concept. After concepts_weigh.
double surety_of(const struct card *card, const struct concepts *concepts,
                 const struct keyword *keyword);

// So likely that it may be shown unasked.
bool surety_is_enough(const struct card *card, const struct concepts *concepts,
                      const struct keyword *keyword);

#endif
