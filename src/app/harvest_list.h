// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list beside the live poster (screen 08): every card of the tables with its keyword, what it
// is in the picture, and what can be changed about that. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_HARVEST_LIST_H
#define ERNTEBILD_APP_HARVEST_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/harvest_rows.h"
#include "draw/geometry.h"

struct kit;
struct preview;
struct stage;
struct touch;

// On glass of this width: small glass leaves more of it to the picture.
double harvest_list_width(double glass);

struct harvest_list {
    struct stage *stage; // borrowed
    struct harvest_rows rows;
    int filter;             // number of a table, 0: all
    int64_t selected;       // card or 0
    int64_t joining;        // card that looks for the one which says the same, 0
    int64_t agreeing;       // card that becomes an agreement, 0: none; the screen asks
    int64_t rewording;      // card whose keyword someone wants to write anew, 0: none; the screen asks
    double pan;             // how far it has moved up
    int64_t panning;        // finger that moves it
    double pan_from;
    bool pans;
    struct box room; // where it stands, set by drawing
};

void harvest_list_init(struct harvest_list *list, struct stage *stage, int64_t workshop);
void harvest_list_clear(struct harvest_list *list);
void harvest_list_set_filter(struct harvest_list *list, int number);
// Selects a card (0: none) and brings its row into sight.
void harvest_list_select(struct harvest_list *list, int64_t card);
void harvest_list_wheel(struct harvest_list *list, double dy);
// True when the file was changed.
bool harvest_list_touch(struct harvest_list *list, const struct touch *touch);
void harvest_list_draw(struct harvest_list *list, struct kit *kit, struct box room);

#endif
