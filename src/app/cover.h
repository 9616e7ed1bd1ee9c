// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What covers a whole seat of the table screen: the finder, the paper basket, the ranking or the
// greeting; at most one of them.
#ifndef ERNTEBILD_APP_COVER_H
#define ERNTEBILD_APP_COVER_H

#include <stdbool.h>
#include <stdint.h>

struct event;
struct kit;
struct touch;

struct cover { // all NULL: the seat is not covered; owned
    struct finder *finder;
    struct basket *basket;
    struct ranking *ranking;
    struct greeting *greeting;
};

void cover_clear(struct cover *cover); // takes it away
bool cover_is_open(const struct cover *cover);
bool cover_is_done(const struct cover *cover); // its person is
// The card and its table that it leads to, 0: nowhere.
int64_t cover_card(const struct cover *cover, int64_t *table);
// Of an open one.
void cover_touch(struct cover *cover, const struct touch *touch);
void cover_key(struct cover *cover, const struct event *event);
// Of any.
bool cover_types(const struct cover *cover); // keys are a text's right now
void cover_tick(struct cover *cover);
int cover_next_tick(const struct cover *cover, int64_t now); // ms, -1: none
void cover_draw(struct cover *cover, struct kit *kit);

#endif
