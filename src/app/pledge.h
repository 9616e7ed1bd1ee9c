// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A card or a core point becomes an agreement: who does it, with whom, until when (pictures 19 and
// 33). All questions at once where there is room, else one a step. What is not answered is said as
// missing, never refused. Every answer is kept in the file's sidecar as it is tapped, so that it
// survives a kill. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_PLEDGE_H
#define ERNTEBILD_APP_PLEDGE_H

#include <stdbool.h>
#include <stdint.h>

struct event;
struct kit;
struct pledge;
struct stage;
struct touch;

struct pledge_origin {
    int64_t card, core_point;       // one of them
    int64_t place;                  // row of the table or workshop at which it is asked
    int colour;                     // of the card's table, 0: none
    const char *text, *lang, *icon; // "" : none
};

// Strings of `origin` are copied. Takes up the answers that were given before and not yet agreed.
struct pledge *pledge_new(struct stage *stage, int seat, int64_t workshop,
                          const struct pledge_origin *origin);
void pledge_free(struct pledge *pledge); // answers stay
// The card or core point whose questions were open at `place` when the program ended; 0: none.
int64_t pledge_interrupted(struct stage *stage, int seat, int64_t place);
// The place at which a seat's questions were open when the program ended; 0: nowhere.
int64_t pledge_place_interrupted(struct stage *stage, int seat);
// Takes every touch of its seat.
void pledge_touch(struct pledge *pledge, const struct touch *touch);
void pledge_key(struct pledge *pledge, const struct event *event);
bool pledge_is_done(const struct pledge *pledge); // agreed, or put off
// `top`: height of what stands above it.
void pledge_draw(struct pledge *pledge, struct kit *kit, double top);

#endif
