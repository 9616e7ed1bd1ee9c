// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the keyboard's files share: the presses of fingers, where keys stand, what they type. Unit:
// the seat's mm.
#ifndef ERNTEBILD_APP_KEYBOARD_PARTS_H
#define ERNTEBILD_APP_KEYBOARD_PARTS_H

#include "app/keyboard.h"

#define PRESS_SIGNS 10

struct press { // one finger
    int64_t finger;
    int row, i; // the key it is on
    struct point from, at;
    int64_t since;
    enum {
        PRESS_DOWN,   // types when it goes up
        PRESS_STRIP,  // chooses one of the signs
        PRESS_SLIDE,  // the space bar moves the caret
        PRESS_REPEAT, // delete goes on
        PRESS_AWAY,   // left its key: types nothing
        PRESS_TYPED,  // has typed already
        PRESS_ORDER,  // on the strip of orders
        PRESS_OVER,   // has gone up: only its call-out is still there
    } state;
    int64_t next;                // repeat, or end of the call-out
    int steps;                   // moved so far
    int chosen;                  // of the signs; sliding: 1 once the caret has moved
    char signs[PRESS_SIGNS][16]; // the first is the key's own
    int signs_n;
};

const struct cap *keyboard_cap(const struct keyboard *keyboard, int row,
                               int i); // NULL: no such key
struct box keyboard_cap_box(const struct keyboard *keyboard, int row, int i);
bool keyboard_is_shifted(const struct keyboard *keyboard); // tapped, latched or held
// What the key types now, into `text`.
void keyboard_cap_text(const struct keyboard *keyboard, const struct cap *cap, char text[16]);
// The cell of the k-th sign of a press's strip.
struct box keyboard_sign_box(const struct keyboard *keyboard, const struct press *press, int k);
struct box keyboard_order_box(const struct keyboard *keyboard, int k); // of the strip of orders
// The key in whose cell (half the gap round it) a point lies; false: in none.
bool keyboard_find_cap(const struct keyboard *keyboard, struct point at, int *row, int *i);
#define KEYBOARD_LANGUAGES 15 // that are shown at once
// The keys become the languages there are, from the `first` on.
void keyboard_show_languages(struct keyboard *keyboard, size_t first);

void keyboard_send(struct keyboard *keyboard, enum stroke_type type); // a stroke without text
// What the press's key does.
void keyboard_act(struct keyboard *keyboard, const struct press *press, int64_t now);
// A letter; when it stands for several, its orders open above the keys.
void keyboard_type_letter(struct keyboard *keyboard, const char *text, const struct press *press);
// Another order instead of the one that stands in the text. The strip stays open.
void keyboard_choose_order(struct keyboard *keyboard, const char *sign);
// A letter was typed: shift that was tapped is used up, shift that is held does nothing more.
void keyboard_use_shift(struct keyboard *keyboard);
void keyboard_capital(const char *plain, const char *lang, char text[16]);

#endif
