// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The projector's window is a process of its own, which only reads the file: composing its poster
// never holds up a finger here.
#ifndef ERNTEBILD_APP_PROJECTOR_H
#define ERNTEBILD_APP_PROJECTOR_H

#include <glib.h>
#include <stdbool.h>

struct projector {
    GPid process; // 0: none
};

// Shows the file `path`; true as well when it does so already.
bool projector_start(struct projector *projector, const char *path);
void projector_end(struct projector *projector);

#endif
