// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A touch display without hardware: the X server with its dummy screen and its inputtest driver,
// which takes fingers from a socket.
#ifndef ERNTEBILD_TESTS_WINDOW_DISPLAY_H
#define ERNTEBILD_TESTS_WINDOW_DISPLAY_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define DISPLAY_W 1920
#define DISPLAY_H 1080

struct display {
    char *name; // ":77"
    char *log;  // of the server
    pid_t server;
    int socket; // of the touch device
    double w;   // of all outputs together, px
};

// A free display in `folder`. False when the server is not installed or does not start.
bool display_open(struct display *display, const char *folder);
void display_close(struct display *display);
// Connects a second output of the same size at the right. False: xrandr is not installed.
bool display_extend(struct display *display);

enum finger_act { FINGER_DOWN = 18, FINGER_MOVE = 19, FINGER_UP = 20 };
// Returns when the server has passed it on. `x`, `y` in pixels.
void display_touch(struct display *display, uint32_t finger, enum finger_act act, double x,
                   double y);

#endif
