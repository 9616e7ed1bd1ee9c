// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The paper basket of a table: cards laid away and hidden ones with their reason; each can come
// back. Covers its seat. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_BASKET_H
#define ERNTEBILD_APP_BASKET_H

#include <stdbool.h>
#include <stdint.h>

struct basket;
struct event;
struct kit;
struct stage;
struct touch;

struct basket *basket_new(struct stage *stage, int seat, int64_t workshop, int64_t table);
void basket_free(struct basket *basket);
void basket_touch(struct basket *basket, const struct touch *touch);
void basket_key(struct basket *basket, const struct event *event);
bool basket_is_done(const struct basket *basket);
void basket_draw(struct basket *basket, struct kit *kit);

#endif
