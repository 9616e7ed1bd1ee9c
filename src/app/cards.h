// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The drawings of cards that are kept from frame to frame, by what they are made from.
#ifndef ERNTEBILD_APP_CARDS_H
#define ERNTEBILD_APP_CARDS_H

#include "app/card.h"

struct card;
struct kit;

struct cards;
struct cards *cards_new(void);
void cards_free(struct cards *cards);

// Size of a face's drawing only; its `scene` may be NULL. Valid until the next call.
const struct card_drawing *cards_measure(struct cards *cards, const struct stage *stage,
                                         const struct card_face *face);
// The drawing of a face; valid until two further calls of cards_next_frame in which it was not
// asked for.
const struct card_drawing *cards_draw(struct cards *cards, const struct stage *stage,
                                      const struct card_face *face);
void cards_next_frame(struct cards *cards);

// Face of a card by itself, without dots, as lists and the projector show it: CARD_WIDTH x
// CARD_HEIGHT; `colour` is the table's. Borrows the card's strings.
struct card_face cards_face(struct cards *cards, const struct stage *stage, const struct card *card,
                            const char *phase_kind, int colour);
// Puts a face's drawing onto the kit's scene, its corner at x, y, as wide as `width`.
void cards_put(struct cards *cards, const struct stage *stage, const struct card_face *face,
               struct kit *kit, double x, double y, double width);

// The icon a card shows: the chosen one, or what its words suggest; "" for none. Remembered per
// text; borrowed until cards_free.
const char *cards_icon(struct cards *cards, const struct stage *stage, const char *chosen,
                       const char *text, const char *lang);

#endif
