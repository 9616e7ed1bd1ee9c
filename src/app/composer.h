// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The composer: the card being written at one seat, with its keyboard and icon suggestions (screen
// 04). Every keystroke is kept as a draft in the file's sidecar.
#ifndef ERNTEBILD_APP_COMPOSER_H
#define ERNTEBILD_APP_COMPOSER_H

#include <stdbool.h>
#include <stdint.h>

#include "app/event.h"
#include "app/finger.h"
#include "draw/geometry.h"

struct board;
struct composer;
struct kit;
struct stage;

// Writes a new card (`card` 0) or changes one of the board's; begins with the seat's draft when it
// is of the same card. The board is read here only.
struct composer *composer_new(struct stage *stage, int seat, const struct board *board,
                              int64_t card);
void composer_free(struct composer *composer); // the draft stays

// False when the touch is none of its business (the board beside it).
bool composer_touch(struct composer *composer, const struct touch *touch);
void composer_key(struct composer *composer, const struct event *event); // EVENT_TEXT, EVENT_KEY
void composer_tick(struct composer *composer);
int composer_next_tick(const struct composer *composer, int64_t now);
// The person put it away ("Später": the draft stays) or the card is in the file.
bool composer_is_done(const struct composer *composer);
int64_t composer_card(const struct composer *composer); // that was written, 0: none
struct box composer_sheet(const struct composer *composer); // the card in it, seat mm
double composer_top(const struct composer *composer);   // upper edge, seat mm
void composer_draw(struct composer *composer, struct kit *kit);

#endif
