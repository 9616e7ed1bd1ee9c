// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is remembered about this display: a key file `erntebild/settings.ini` in the XDG config
// directory.
#ifndef ERNTEBILD_APP_SETTINGS_H
#define ERNTEBILD_APP_SETTINGS_H

struct settings {
    char lang[8];            // of the screen, "" : not chosen yet
    double glass_w, glass_h; // mm as measured by a person, 0: not known
};

// What is missing or unreadable keeps its default: never fails.
struct settings settings_load(void);
// Best effort: a display whose settings cannot be written works all the same.
void settings_save(const struct settings *settings);

#endif
