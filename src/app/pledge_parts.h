// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the sheet's answers and its drawing share. Internal to pledge*.c.
#ifndef ERNTEBILD_APP_PLEDGE_PARTS_H
#define ERNTEBILD_APP_PLEDGE_PARTS_H

#include <glib.h>

#include "app/pledge.h"

struct arena;
struct party;

enum pledge_step { STEP_WHAT, STEP_WHO, STEP_WITH, STEP_UNTIL, STEPS };

extern const struct pledge_question {
    const char *word, *full, *icon, *hint;
} pledge_steps[STEPS];

struct pledge {
    struct stage *stage;
    int seat;
    int64_t workshop;
    struct pledge_origin origin; // its strings are owned
    struct arena *arena;         // of the parties
    const struct party *parties;
    size_t n;
    int64_t who;     // 0: not said
    bool nobody;     // said: nobody yet
    GArray *with;    // int64_t parties
    char until[16];  // ISO 8601, "" : not said
    bool undated;    // said: without a date
    int month;       // shown: months after the present one
    size_t pages[STEPS];
    enum pledge_step step;
    bool done;
    bool unkept; // it was said that answers cannot be kept
};

const char *pledge_today(const struct pledge *pledge, struct arena *arena);
bool pledge_is_with(const struct pledge *pledge, int64_t party);
bool pledge_is_answered(const struct pledge *pledge, enum pledge_step step);

#endif
