// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fingers: every contact has its own state, (seat, finger) -> what it went down on. Turns the raw
// events of touch displays, with their duplicate downs and missing ups, into touches. The mouse is
// one finger more.
#ifndef ERNTEBILD_APP_FINGER_H
#define ERNTEBILD_APP_FINGER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "app/event.h"
#include "app/seat.h"

#define FINGER_TAP_REACH 12.0  // mm: leaving by more takes the tap back
#define FINGER_DRAG_START 6.0  // mm: a card follows the finger from here
#define FINGER_PAN_START 12.0  // mm: the board moves from here
#define FINGER_LOST_MS 2000    // not heard of for so long while others move: gone
#define FINGER_PALM_MS 40      // three contacts of one seat within this time ...
#define FINGER_PALM_REACH 60.0 // ... and distance (mm) are a palm
#define FINGER_REST_MS 500     // the same within this time where they rest and no key is below
#define FINGER_TARGET 96

enum touch_type {
    TOUCH_DOWN,
    TOUCH_MOVE,
    TOUCH_UP,
    TOUCH_CANCEL, // ends without acting
};

// What a screen gets. Points are in the seat's mm.
struct touch {
    enum touch_type type;
    int64_t finger;
    int seat;
    char target[FINGER_TARGET];  // hit name of what it went down on, "" : nothing
    struct point from, last, at; // where it went down, was before, is
    int64_t since, time;         // monotonic ms
    double travel;               // farthest distance from `from` so far, mm
};

// An up that never left: what it went down on acts.
bool touch_is_tap(const struct touch *touch);
// What follows "NAME:seatN" of this seat in a hit name ("" or what stands after a further colon);
// NULL: it is another's.
const char *touch_after(const char *target, int seat, const char *name);
bool touch_is_on(const char *target, int seat, const char *name); // exactly "NAME:seatN"

struct fingers;
struct fingers *fingers_new(void);
void fingers_free(struct fingers *fingers);

// Name of what can be touched at a point of the glass, or NULL. Borrowed until the next call.
typedef const char *finger_hit(void *context, struct point glass);

// Takes EVENT_DOWN, MOVE, UP, CANCEL; appends struct touch to `touches`, in order.
void fingers_step(struct fingers *fingers, const struct event *event, const struct seat *seats,
                  size_t seats_n, finger_hit *hit, void *context, GArray *touches);
// Ends all of them without acting (another screen comes).
void fingers_cancel(struct fingers *fingers, GArray *touches);
// Some finger that may still act rests on `target`.
bool fingers_press(const struct fingers *fingers, const char *target);
size_t fingers_count(const struct fingers *fingers);

#endif
