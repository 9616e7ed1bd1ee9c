// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a seat keeps for its people beyond one screen: up to three languages, of which one is in
// use, the words of that language, and what was copied. Remembered in the settings but for the last.
#ifndef ERNTEBILD_APP_SITTING_H
#define ERNTEBILD_APP_SITTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stage;
struct tr;

struct sitting {
    struct tr *tr; // of the language in use; NULL: none chosen, or it has no words here
    char *copied;  // or NULL
};

void sitting_clear(struct sitting *sitting);
// The language people write and read in at a seat: the screen's until they choose. On facilitators'
// screens seats are theirs, and so are their keyboards' languages. Borrowed.
const char *sitting_lang(const struct stage *stage, int seat);
bool sitting_is_rtl(const struct stage *stage, int seat); // its people read from the right
// Takes `lang` into use; it takes the place of the one that is not in use for longest when three
// are there. NULL: the next of them.
void sitting_take_lang(struct stage *stage, int seat, const char *lang);
// Opens the words of the language in use, as the settings have it.
void sitting_open(struct stage *stage, int seat);
// The seat's words; the screen's where there are none in its language. Facilitators' come from stage_tr. Borrowed until it takes
// another one.
const struct tr *sitting_tr(const struct stage *stage, int seat);

// What a seat is called in the file: whose dots, whose acts.
void sitting_name(char *name, size_t size, int seat);
// Where the undo of a seat finds what it did at a table (store_zone).
int64_t sitting_zone(int64_t table, int seat);
// One step back or forth at a seat's zone (0: the facilitator's), and one sentence about it: what it was,
// or that others have changed it since. False: there was none.
bool sitting_go_back(struct stage *stage, int seat, int64_t zone, bool redo);

const char *sitting_copied(const struct stage *stage, int seat); // "" : nothing
void sitting_copy(struct stage *stage, int seat, const char *text);

#endif
