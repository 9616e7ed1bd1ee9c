// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The greeting (picture 28): a seat at which nobody has sat yet says hello in all languages that are
// offered; whoever comes takes one by its tile and writes. No other word stands there before. Hit
// names "hello:seatN:xx" and, for what comes next, "new-card:seatN" as on the board. Unit: the
// seat's mm.
#ifndef ERNTEBILD_APP_GREETING_H
#define ERNTEBILD_APP_GREETING_H

#include <stdbool.h>
#include <stdint.h>

struct event;
struct greeting;
struct kit;
struct stage;
struct table;
struct touch;

// `table`: that the seat shows; read here only.
struct greeting *greeting_new(struct stage *stage, int seat, const struct table *table);
void greeting_free(struct greeting *greeting);
void greeting_touch(struct greeting *greeting, const struct touch *touch);
void greeting_key(struct greeting *greeting, const struct event *event);
// Somebody has come. Their first card is to be written.
bool greeting_is_done(const struct greeting *greeting);
void greeting_draw(const struct greeting *greeting, struct kit *kit);

#endif
