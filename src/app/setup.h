// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Setting up a workshop (picture 11): the state of its screen, shared by the screen and by what
// stands on it: tables, parties, phases.
#ifndef ERNTEBILD_APP_SETUP_H
#define ERNTEBILD_APP_SETUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/naming.h"
#include "app/picker.h"
#include "app/screen.h"
#include "draw/geometry.h"
#include "store/store.h"

#define SETUP_SEAT 1
#define SETUP_GAP 6.0 // between rows, mm

struct kit;
struct touch;

struct setup {
    struct screen screen;
    int64_t workshop;
    struct arena *arena; // of what follows, read from the file
    struct workshop about;
    const struct table *tables;
    size_t n;
    const struct party *parties;
    size_t parties_n;
    struct phase *phases;
    size_t phases_n;
    int64_t earlier; // workshop whose tables and parties can be taken over, 0: there is none
    int64_t chosen;  // table whose row is open, 0
    int64_t dragged; // table whose row is in the hand, 0
    double hand;     // middle of that row, mm
    struct box tables_room; // where the rows were drawn last
    double pan[2];          // of tables and parties
    bool asks_language;
    char lang[16];  // of the question that is being written
    int64_t newest; // party that was just added: its district is asked for next, 0
    bool times;     // the sheet of phases is open
    int64_t phase;  // whose name or rules are being written
    bool seating;   // how many sit where is being chosen
    struct naming *naming; // NULL: nothing is being typed
    struct picker picker;
    bool picks; // a picture for the chosen table
};

void setup_load(struct setup *setup);                          // anew from the file
bool setup_commit(struct setup *setup, struct change *change); // and reads it again

// A tap that concerns tables or parties. False: it does not.
bool setup_tables_tap(struct setup *setup, const char *target);
bool setup_parties_tap(struct setup *setup, const char *target);
bool setup_phases_tap(struct setup *setup, const char *target);
bool setup_again_tap(struct setup *setup, const char *target);
// The newest other workshop that has tables, 0: none has.
int64_t setup_earlier(const struct setup *setup, const struct workshop *workshops, size_t n);
// A finger on the handle of a table's row moves it. False: it is on none.
bool setup_tables_drag(struct setup *setup, const struct touch *touch);
// After a party's name its district.
void setup_ask_district(struct setup *setup);
// What is chosen in the picker becomes the chosen table's picture.
void setup_end_picking(struct setup *setup);

void setup_tables_draw(struct kit *kit, struct setup *setup, struct box room);
void setup_parties_draw(struct kit *kit, struct setup *setup, struct box room);
void setup_phases_draw(struct kit *kit, struct setup *setup);
// What stands over the screen while a language or a picture is chosen.
void setup_sheets_draw(struct kit *kit, struct setup *setup);

#endif
