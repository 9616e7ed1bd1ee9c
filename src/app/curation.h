// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done with a card for the poster, each act one change of the file that can be undone. Every
// function says whether the file was changed; what went wrong is told at the harvest's seat.
#ifndef ERNTEBILD_APP_CURATION_H
#define ERNTEBILD_APP_CURATION_H

#include <stdbool.h>
#include <stdint.h>

struct harvest_row;
struct stage;

// One field of the card's harvest item; `label` is an English message id.
bool curation_set(struct stage *stage, int64_t card, const char *label, const char *field,
                  int64_t value);
// The next of the pictures that the card's words suggest.
bool curation_next_picture(struct stage *stage, const struct harvest_row *row);
// From now on the words of the row's keyword mean its picture, on all cards of the network.
bool curation_always(struct stage *stage, const struct harvest_row *row);
// `card` says what `joining` says and stands for both.
bool curation_join(struct stage *stage, int64_t joining, int64_t card);
bool curation_hide(struct stage *stage, int64_t card);

#endif
