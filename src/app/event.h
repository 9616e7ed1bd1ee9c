// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The app's own events: platforms translate into them, so that tests are scripts of events.
#ifndef ERNTEBILD_APP_EVENT_H
#define ERNTEBILD_APP_EVENT_H

#include <stdbool.h>
#include <stdint.h>

enum event_type {
    EVENT_DOWN, // finger or mouse button
    EVENT_MOVE,
    EVENT_UP,
    EVENT_CANCEL,  // the platform lost this finger
    EVENT_TEXT,    // from a physical keyboard or input method: committed UTF-8
    EVENT_COMPOSE, // an input method composes `text` at the caret, "": no longer
    EVENT_KEY,     // an editing key of a physical keyboard
    EVENT_WHEEL,   // dy in mm
    EVENT_TICK,    // time passes
    EVENT_RESIZE,  // x, y: size of the glass in mm
    EVENT_QUIT,
};

enum event_key {
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_TAB,
    KEY_UNDO,
    KEY_REDO,
    KEY_SELECT_ALL,
    KEY_COPY,
    KEY_CUT,
    KEY_PASTE,
};
enum { MOD_SHIFT = 1, MOD_CTRL = 2 };

#define FINGER_MOUSE INT64_C(-1)

struct event {
    enum event_type type;
    int64_t time_ms; // monotonic
    int64_t finger;  // FINGER_MOUSE: the mouse
    double x, y;     // mm on the glass
    double dy;
    enum event_key key;
    unsigned mods;
    char text[64]; // EVENT_TEXT, EVENT_COMPOSE, NUL-terminated
};

// Committed text of any length becomes events of whole characters: fills `event` with the first of
// them. Returns what is left of `text`, which must be valid UTF-8.
const char *event_take_text(struct event *event, const char *text);

#endif
