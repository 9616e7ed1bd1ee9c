// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Toasts: one sentence a seat, for a few seconds, with at most one thing to do about it.
#ifndef ERNTEBILD_APP_TOAST_H
#define ERNTEBILD_APP_TOAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/seat.h"

struct kit;

#define TOAST_MS 4000
#define TOAST_WARNING_MS 8000

struct toast {
    char *text; // owned; NULL: none at this seat
    char *icon;
    char *action, *label; // hit name and word of its button, or NULL
    char lang[16];        // of its words
    bool warning;
    int64_t until; // monotonic ms
};

struct toasts {
    struct toast seat[SEATS_MOST]; // one a seat: a new one takes the place of the old
};

void toasts_clear(struct toasts *toasts);
// Strings are copied; `action` and `label` may be NULL; `lang`: of the words.
void toasts_show(struct toasts *toasts, int seat, const char *icon, const char *text,
                 const char *action, const char *label, const char *lang, bool warning, int64_t now);
void toasts_hide(struct toasts *toasts, int seat);
void toasts_tick(struct toasts *toasts, int64_t now);
int toasts_next_tick(const struct toasts *toasts, int64_t now); // ms, -1: none
// Draws the seat's toast with its lower edge at `bottom`, in the middle of `width` (seat mm).
void toasts_draw(const struct toasts *toasts, struct kit *kit, int seat, double width,
                 double bottom);

#endif
