// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A seat's keyboard on the glass: 12 columns, 4 rows, letters and signs, long-press alternatives,
// vowels and tones that a tap opens, the list of languages. Any number of fingers type at once.
// Which key means what is a layout's business (layout.h).
#ifndef ERNTEBILD_APP_KEYBOARD_H
#define ERNTEBILD_APP_KEYBOARD_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/layout.h"
#include "draw/geometry.h"

struct kit;
struct touch;

#define KEYBOARD_PITCH 34.0       // mm
#define KEYBOARD_PITCH_SMALL 24.0 // where the zone is less than 560 x 400
#define KEYBOARD_PITCH_LEAST 17.6 // a key of 15

// ---- the keyboard -------------------------------------------------------------------------------

enum stroke_type {
    STROKE_TEXT,
    STROKE_BACKSPACE,
    STROKE_BACKSPACE_WORD,
    STROKE_REPLACE,         // `old`, just typed, becomes `text`
    STROKE_MOVE,            // the caret by `steps`
    STROKE_LANGUAGE,        // the next of the seat's languages is wanted
    STROKE_CHOOSE_LANGUAGE, // the language `text` is wanted
    STROKE_HIDE,
};

struct stroke {
    enum stroke_type type;
    const char *text, *old; // borrowed during the call
    int steps;
};

typedef void keyboard_type(void *context, const struct stroke *stroke);

enum shift { SHIFT_OFF, SHIFT_ONCE, SHIFT_LATCHED };

#define KEYBOARD_ORDERS 8

struct keyboard {
    int seat;
    keyboard_type *type;
    void *context;
    struct layouts *layouts;              // borrowed
    const struct keyboard_layout *layout; // never NULL
    enum keyboard_page page;
    bool choosing; // the keys are languages
    size_t first;  // of them that is shown
    struct cap languages[KEYBOARD_ROWS][KEYBOARD_COLUMNS + 1];
    GStringChunk *names; // of those keys
    enum shift shift;
    int64_t shift_tapped;             // monotonic ms
    struct point corner;              // of the keys, seat mm
    double pitch, row, gap;           // row: distance of rows
    double width;                     // of the seat: strips of signs stay inside
    GArray *presses;                  // struct press, in the order the fingers went down
    char orders[KEYBOARD_ORDERS][16]; // of the letter typed last, above the keys; the first is it
    int orders_n, order;              // 0: the strip is closed; the one that stands in the text
    double orders_x;                  // middle of its key, seat mm
};

// `type` is called with every stroke.
void keyboard_init(struct keyboard *keyboard, struct layouts *layouts, int seat,
                   keyboard_type *type, void *context);
void keyboard_clear(struct keyboard *keyboard);
// Takes the layout of `lang`; false when there is none. Fingers that press are forgotten.
bool keyboard_set_lang(struct keyboard *keyboard, const char *lang);
const char *keyboard_lang(const struct keyboard *keyboard);
// Where its first key's cell begins, and the distance of keys; `width` of the whole seat.
void keyboard_place(struct keyboard *keyboard, double x, double y, double pitch, double width);
// Rows farther apart than keys are.
void keyboard_stretch(struct keyboard *keyboard, double row);
struct box keyboard_box(const struct keyboard *keyboard);

// A touch that went down within keyboard_box or on the strip of orders, or later ones of the same
// finger. False: not its own.
bool keyboard_touch(struct keyboard *keyboard, const struct touch *touch);
// What fingers press on letters is typed now: something that follows from the text comes.
void keyboard_settle(struct keyboard *keyboard, int64_t now);
void keyboard_tick(struct keyboard *keyboard, int64_t now);
int keyboard_next_tick(const struct keyboard *keyboard, int64_t now); // ms, -1: none
void keyboard_draw(struct keyboard *keyboard, struct kit *kit);
// What stands above the keys while fingers press: drawn after all else of the seat.
void keyboard_draw_above(struct keyboard *keyboard, struct kit *kit);

#endif
