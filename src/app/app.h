// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The touch app: events in, a scene out. Knows neither SDL nor cairo.
#ifndef ERNTEBILD_APP_APP_H
#define ERNTEBILD_APP_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/event.h"
#include "base/world.h"
#include "draw/geometry.h"

struct app;
struct err;
struct scene;

enum sound {
    SOUND_GONG, // a phase begins, or its time is up
};

struct app_options {
    const char *file;       // path of the network; NULL: the default one in the XDG data directory
    double w_mm, h_mm;      // size of the glass; 0: 1210 x 680.6
    double px_per_mm;       // for the dump's window pixels and the finest line
    int seats;              // people at the glass, 1 .. SEATS_MOST; 0: as remembered, else one
    const char *lang;       // of the screen (app_speaks); NULL: as remembered, else "de"
    const char *export_dir; // where exports go; NULL: the XDG documents directory
    const char *today;      // ISO 8601, what dates are counted from; NULL: the clock's day
    struct world world;
    // Opens a file or folder with the desktop's program; NULL: not possible here.
    bool (*open_path)(void *context, const char *path);
    void *open_context;
    bool projector;   // only reads the file and shows what the plenary sees
    bool forget_code; // the facilitator's code of this display
    // Shows the projector's window on a second display; false: there is none. Context: that of
    // open_path.
    bool (*open_projector)(void *context, const char *path);
    // How loud: 0 < volume <= 1. NULL: silent.
    void (*play)(void *context, enum sound sound, double volume);
    void *play_context;
};

// Whether participants' words are there in the language.
bool app_speaks(const char *lang);
// Opens the file (made when missing) and shows the first screen. NULL on failure.
struct app *app_new(const struct app_options *options, struct err *err);
void app_free(struct app *app);

// One event; the state it leaves is on the disk as far as a person was told so.
void app_step(struct app *app, const struct event *event);
// The seat touched last has copied something: that is what its KEY_PASTE takes.
bool app_has_copied(const struct app *app);
// Where that seat writes, mm on the glass; false: it does not. For input methods.
bool app_caret(const struct app *app, struct box *box);
bool app_wants_quit(const struct app *app);
// Milliseconds until the app wants an EVENT_TICK, or -1: it can sleep until something happens.
int app_next_tick(const struct app *app, int64_t now_ms);

// The scene of the current state, mm on the glass. Borrowed until the next but one call, so that
// two that follow each other can be compared. Fingers touch what was drawn last. Equal state, equal
// hash.
const struct scene *app_scene(struct app *app);
// What people have set for this display: its size in mm (0: not known), and how much larger
// everything is drawn (-1, 0, 1).
void app_display(const struct app *app, double *w_mm, double *h_mm, int *lettering);
const char *app_screen_name(const struct app *app); // "start" "hall" "table" "harvest" ...

// The window: runs until closed. 0 done, 1 failed (err says why). In app/sdl.c.
struct app_window_options {
    int w_px, h_px;    // 0: the display's size
    double w_mm, h_mm; // 0: asked from the display, else 1210 x 680.6
    bool fullscreen;
    const char *dump_scene; // path rewritten whenever the screen changes, or NULL
};
int app_run(struct app_options options, struct app_window_options window, struct err *err);

#endif
