// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sheet "Bild mitgeben" (screen 08b): as what, how large, where to; and what was saved. Unit:
// mm of the seat.
#ifndef ERNTEBILD_APP_HANDOUT_H
#define ERNTEBILD_APP_HANDOUT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "draw/geometry.h"

struct kit;
struct preview;
struct stage;
struct touch;

enum handout_format { HANDOUT_PDF, HANDOUT_PNG, HANDOUT_SVG, HANDOUT_FORMATS };

struct handout {
    struct stage *stage;     // borrowed
    struct preview *preview; // borrowed
    bool taken[HANDOUT_FORMATS];
    char *folder;     // where files go; owned
    int64_t due;      // monotonic ms at which saving begins, 0: nothing to save
    GPtrArray *saved; // char *: paths
    char *problem;    // sentence, or NULL
    bool done;        // put away
};

// Where what people take away goes; g_free it. It may not be there yet.
char *handout_folder(const struct stage *stage);
struct handout *handout_new(struct stage *stage, struct preview *preview);
void handout_free(struct handout *handout);
void handout_touch(struct handout *handout, const struct touch *touch);
void handout_tick(struct handout *handout);
int handout_next_tick(const struct handout *handout, int64_t now);
// `glass` is covered but for `paper`, which goes on showing the poster.
void handout_draw(const struct handout *handout, struct kit *kit, struct box glass,
                  struct box paper);

// ---- shared by the handout's files --------------------------------------------------------------
const char *handout_extension(enum handout_format format); // "pdf"

#endif
