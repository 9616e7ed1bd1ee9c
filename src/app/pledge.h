// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A card becomes an agreement: who does it, with whom, until when (pictures 19 and 33). All questions
// at once where there is room, else one a step. What is not answered is said as missing, never
// refused. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_PLEDGE_H
#define ERNTEBILD_APP_PLEDGE_H

#include <stdbool.h>
#include <stdint.h>

struct card;
struct event;
struct kit;
struct pledge;
struct stage;
struct touch;

// `number`: of the card's table. Strings of the card are copied.
struct pledge *pledge_new(struct stage *stage, int seat, int64_t workshop, int number,
                          const struct card *card);
void pledge_free(struct pledge *pledge);
// Takes every touch of its seat.
void pledge_touch(struct pledge *pledge, const struct touch *touch);
void pledge_key(struct pledge *pledge, const struct event *event);
bool pledge_is_done(const struct pledge *pledge); // agreed, or put off
void pledge_draw(struct pledge *pledge, struct kit *kit);

#endif
