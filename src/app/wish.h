// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A critique is turned into its positive wish (picture 18). The wish keeps where it came from, the
// critique stays; "stays as it is" is a full answer too. A composer writes the wish of critique N as
// card -N, so that its draft knows it as well. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_WISH_H
#define ERNTEBILD_APP_WISH_H

#include <stdbool.h>

#include "draw/geometry.h"

struct board;
struct card;
struct composer;
struct composer_rooms;
struct err;
struct kit;

bool wish_is_critique(const struct board *board, const struct card *card);
// The wish that was turned from it, or NULL.
const struct card *wish_of(const struct board *board, const struct card *critique);

// Puts the composer's card into the file as a wish, in one change; composer->written is its row.
bool wish_add(struct composer *composer, const char *text, const char *ink, struct err *err);
// Above the composer: the critique, the leaf that turns, beginnings to tap.
void wish_draw(const struct composer *composer, struct kit *kit,
               const struct composer_rooms *rooms);
// `name`: what follows "wish:seatN:".
void wish_tap(struct composer *composer, const char *name);

// The slip at a card's lower edge: where a wish came from, or what became of a critique. Hit
// "origin:ROW" of the other card.
void wish_draw_slip(struct kit *kit, const struct board *board, const struct card *card,
                    struct box box);

#endif
