// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the harvest's list is made of: every card of the tables with its keyword, what it is in the
// picture and how it was curated.
#ifndef ERNTEBILD_APP_HARVEST_ROWS_H
#define ERNTEBILD_APP_HARVEST_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct preview;
struct stage;

struct harvest_row {
    int64_t card;
    int number, colour;                       // of its table
    const char *keyword, *text, *lang, *icon; // icon NULL: none
    int64_t votes;
    int weight;     // -2 .. 2
    bool out, core; // as curated
    int64_t into;   // card that stands for it, 0: itself
    bool seen;      // on the picture itself, not only in the appendix
};

struct harvest_rows {
    struct stage *stage; // borrowed
    int64_t workshop;
    struct arena *arena;    // of the rows
    struct harvest_row *of; // by votes
    size_t n;
    size_t cards_n, seen_n; // of the workshop; in the picture
};

void harvest_rows_init(struct harvest_rows *rows, struct stage *stage, int64_t workshop);
void harvest_rows_clear(struct harvest_rows *rows);
// Reads them again, of one table only (`number` 0: of all); `preview` is up to date.
void harvest_rows_load(struct harvest_rows *rows, const struct preview *preview, int number);
struct harvest_row *harvest_rows_find(const struct harvest_rows *rows, int64_t card); // or NULL

#endif
