// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program in a real window on a touch display that is not there: started, touched by the
// names of what stands on its screen, ended.
#ifndef ERNTEBILD_TESTS_WINDOW_GLASS_H
#define ERNTEBILD_TESTS_WINDOW_GLASS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "display.h"

#define PATIENCE_MS 8000

struct glass {
    char *folder, *file, *dump;
    struct display display;
    bool there; // a display could be opened
    GPid app;   // 0: not running
    bool projector; // it only shows what the plenary sees
};

void glass_run(struct glass *glass);
int glass_end(struct glass *glass, int with); // a signal; the program's status

// Whether the present screen has something with this hit name or text, and its middle in pixels.
bool glass_look(const struct glass *glass, const char *member, const char *value, double *x, double *y);
// The same, once it has come; fails if it does not.
void glass_wait_for(const struct glass *glass, const char *member, const char *value, double *x,
                    double *y);
void glass_wait_for_text(const struct glass *glass, const char *text);
void glass_touch(struct glass *glass, uint32_t finger, enum finger_act act, const char *name);
void glass_tap(struct glass *glass, uint32_t finger, const char *name);
bool glass_has_card(const struct glass *glass, const char *text); // as another reader sees the file

// For cmocka: a display and a file for a group of tests; after each of them no window is left.
int glass_set_up(void **state);
int glass_tear_down(void **state);
int glass_end_app(void **state);

#endif
