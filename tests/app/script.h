// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scripts of events: an app on a file of its own in a new folder, touched by the names of what
// stands on its screen.
#ifndef ERNTEBILD_TESTS_APP_SCRIPT_H
#define ERNTEBILD_TESTS_APP_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "draw/geometry.h"
#include "store/store.h"

struct script {
    char *folder, *file, *exports; // owned
    struct app *app;               // NULL: closed
    struct script **here; // owned; where the script stands, as a function may hand it on by value
    int64_t now;                   // monotonic ms of the last event
    int seats;
    const char *lang;
    const char *today; // that the log counts from; NULL: the clock's
    double w_mm, h_mm; // the glass
    int64_t wall; // ms since 1970 that the app's wall clock shows at `now` 0; 0: the system's
    int gongs;    // heard so far
    double volume; // of the last one
    char *opened; // what the app asked the desktop to open last; owned
};

// A workshop to begin with: two tables with three cards, one of them Arabic.
extern const char script_workshop[];

// A folder with a file that holds `workshop` (as a scribe writes it; NULL: an empty file).
struct script script_new(const char *workshop);
void script_free(struct script *script); // closes and removes all
void script_open(struct script *script);
void script_close(struct script *script);
// Opens the app and goes to table 1, where it does not stand there by itself.
void script_open_table(struct script *script);
// Opens the app and goes to the log, which counts from `today`.
void script_open_log(struct script *script, const char *today);

bool script_sees(struct script *script, const char *name); // something bears this hit name
bool script_says(struct script *script, const char *text); // some mark shows exactly this text
bool script_draws(struct script *script, const char *line); // some line of lettering is exactly this
// The first name that begins so; fails if there is none. Borrowed until the screen changes.
const char *script_first(struct script *script, const char *prefix);
struct point script_find(struct script *script, const char *name); // its middle; fails if not there
void script_event(struct script *script, enum event_type type, int64_t finger, double x, double y);
void script_down(struct script *script, int64_t finger, const char *name);
void script_up(struct script *script, int64_t finger, const char *name);
void script_tap(struct script *script, const char *name);            // the mouse
void script_type(struct script *script, int seat, const char *text); // on the screen's keys
void script_text(struct script *script, const char *text);           // a real keyboard
void script_key(struct script *script, enum event_key key);
void script_wait(struct script *script, int ms); // ticks as the app wants them

// Whoever sits at the seats has been greeted: their boards are bare.
void script_sit(struct script *script);

// The cards of the file as another reader sees them.
size_t script_cards(struct script *script, enum card_filter filter);
// The card with this text: its fields copied, its strings borrowed until the next call. False:
// none.
bool script_card(struct script *script, const char *text, struct card *card);
// "PREFIX:ROW" of the card with this text; fails if there is none. Borrowed: four at a time.
const char *script_card_name(struct script *script, const char *prefix, const char *text);

#endif
