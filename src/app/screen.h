// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A screen: what the glass shows and how it answers. A struct that begins with `struct screen`.
#ifndef ERNTEBILD_APP_SCREEN_H
#define ERNTEBILD_APP_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "app/event.h"
#include "app/finger.h"
#include "publish/protocol.h"
#include "store/store.h"

struct kit;
struct screen;
struct stage;

// Whom a screen is for: facilitators' screens are drawn wholly in their words (stage.h), keyboards
// and direction too; participants' in the seats'.
enum audience { AUDIENCE_FACILITATORS, AUDIENCE_PARTICIPANTS };

// NULL where a screen has nothing to do. What was touched may have changed since: a screen that
// leads elsewhere calls stage_show or stage_back, which take effect when the call returns.
struct screen_class {
    const char *name;                     // app_screen_name
    enum audience audience;
    bool by_seat; // every seat has its own zone (participants'); else all is seat 1's
    void (*enter)(struct screen *screen); // shown, for the first time or again: load what it shows
    void (*touch)(struct screen *screen, const struct touch *touch);
    void (*key)(struct screen *screen, const struct event *event); // EVENT_TEXT, _KEY, _WHEEL
    // Whether keys are a text's right now; NULL: they may be. Else arrows move the focus.
    bool (*types)(const struct screen *screen);
    // Whether arrows move what is selected; NULL: they never do. Else they move the focus.
    bool (*moves)(const struct screen *screen);
    void (*tick)(struct screen *screen);                           // time has passed (stage->now)
    int (*next_tick)(const struct screen *screen, int64_t now);    // ms until it wants one, or -1
    void (*follow)(struct screen *screen); // the file has changed, here or elsewhere
    void (*draw)(struct screen *screen, struct kit *kit);
    // Lower edge of the seat's toasts, in its mm; NULL: above a bar of 48.
    double (*toast_bottom)(const struct screen *screen, int seat);
    void (*leave)(struct screen *screen); // another one is shown
    void (*free)(struct screen *screen);
};

struct screen {
    const struct screen_class *class;
    struct stage *stage; // borrowed
};

struct screen *screen_start_new(struct stage *stage);
struct screen *screen_hall_new(struct stage *stage, int64_t workshop);
struct screen *screen_table_new(struct stage *stage, int64_t workshop, int64_t table);
struct screen *screen_dots_new(struct stage *stage, int64_t workshop);
struct screen *screen_settings_new(struct stage *stage);
struct screen *screen_setup_new(struct stage *stage, int64_t workshop);
// `workshop` 0: the newest there is.
struct screen *screen_projector_new(struct stage *stage, int64_t workshop);
struct screen *screen_harvest_new(struct stage *stage, int64_t workshop);
struct screen *screen_log_new(struct stage *stage, int64_t workshop);
// Opens at the place of an agreement, a meeting or an offer.
struct screen *screen_log_new_at(struct stage *stage, int64_t workshop, enum entity entity,
                                 int64_t row);
// `row`: of the meeting, the card (0: those that moved last), the year. `today` is copied.
struct screen *screen_paper_new(struct stage *stage, enum protocol what, int64_t row,
                                const char *today);

#endif
