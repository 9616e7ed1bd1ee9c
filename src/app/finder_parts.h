// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the finder's files share. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_FINDER_PARTS_H
#define ERNTEBILD_APP_FINDER_PARTS_H

#include <glib.h>

#include "app/entry.h"
#include "app/finder.h"
#include "app/keyboard.h"
#include "store/store.h"

#define FINDER_AKIN 7
#define FINDER_GAP 6.0

struct hit {
    size_t card;       // index
    const char *line;  // of the card, that holds the match
    size_t start, end; // bytes of the match in it; equal: none
    bool meant;        // found by its picture
    const struct finding *finding; // in the exchange log; NULL: a card
};

struct finder {
    struct stage *stage; // borrowed
    int seat;
    int64_t workshop, table;
    struct arena *arena; // of what follows, read when it opened
    struct table *tables;
    size_t tables_n;
    struct phase *phases;
    size_t phases_n;
    struct card *cards;
    size_t cards_n;
    bool dots_shown;
    GPtrArray *haystacks; // char *: of each card, folded

    struct entry query;
    struct keyboard keyboard;
    int64_t only_table; // 0: all
    char only_kind[24]; // of phases, "": all
    bool only_drawn;
    bool in_log;                // the exchange log is looked into too
    struct arena *log_arena;    // of what was found there
    GArray *hits; // struct hit
    char akin[FINDER_AKIN][48];
    size_t akin_n;
    double scrolled;
    bool done;
    int64_t found, found_table;
};

struct finder_rooms {
    bool wide, small;
    struct box all, back, field, hits, drawer, chips; // chips empty: no room
    struct point keys;
    double pitch, hit_w, hit_h;
    int columns;
};

struct finder_rooms finder_rooms(const struct finder *finder);
void finder_lay_out(struct finder *finder);
void finder_look(struct finder *finder);
const struct table *finder_table_of(const struct finder *finder, const struct card *card);
const char *finder_kind_of(const struct finder *finder, const struct card *card);

#endif
