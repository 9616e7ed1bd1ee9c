// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The finder: cards of all tables by what is written, said in German or meant by their pictures
// (screen 21). Covers its seat. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_FINDER_H
#define ERNTEBILD_APP_FINDER_H

#include <stdbool.h>
#include <stdint.h>

struct event;
struct finder;
struct kit;
struct stage;
struct touch;

// At a seat of `table`, whose cards come first.
struct finder *finder_new(struct stage *stage, int seat, int64_t workshop, int64_t table);
void finder_free(struct finder *finder);
void finder_touch(struct finder *finder, const struct touch *touch);
void finder_key(struct finder *finder, const struct event *event);
void finder_tick(struct finder *finder);
int finder_next_tick(const struct finder *finder, int64_t now);
// Closed: with a card to go to, or with 0.
bool finder_is_done(const struct finder *finder);
int64_t finder_card(const struct finder *finder, int64_t *table);
void finder_draw(struct finder *finder, struct kit *kit);

#endif
