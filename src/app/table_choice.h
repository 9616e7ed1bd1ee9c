// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A seat chooses its table when several sit at the glass: a sheet over its board. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_TABLE_CHOICE_H
#define ERNTEBILD_APP_TABLE_CHOICE_H

#include <stdint.h>

struct kit;
struct stage;
struct table_choice;
struct touch;

enum table_wish { TABLE_NONE, TABLE_CHOSEN, TABLE_CLOSE, TABLE_HALL };

struct table_choice *table_choice_new(struct stage *stage, int seat, int64_t workshop,
                                      int64_t table);
void table_choice_free(struct table_choice *choice);
// Any tap leads on: to a table (*table), back, or for all seats to the hall.
enum table_wish table_choice_touch(const struct table_choice *choice, const struct touch *touch,
                                   int64_t *table);
void table_choice_draw(const struct table_choice *choice, struct kit *kit);

#endif
