// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What facilitators do with the theme tables of a workshop. Each act is one change, with a way back
// (zone 0); what goes wrong is told to the seat.
#ifndef ERNTEBILD_APP_TABLES_H
#define ERNTEBILD_APP_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TABLES_TITLE 64

struct stage;
struct table;

// One table more after these `n`, called "Table 7" in the language of whoever asks. 0: it could not
// be kept.
int64_t tables_add(struct stage *stage, int seat, int64_t workshop, const struct table *tables,
                   size_t n, char title[TABLES_TITLE]);
// The from-th of them stands before the to-th (n: at the end); numbers follow, colours stay.
bool tables_move(struct stage *stage, int seat, const struct table *tables, size_t n, size_t from,
                 size_t to);

#endif
