// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is remembered about this display: a key file `erntebild/settings.ini` in the XDG config
// directory.
#ifndef ERNTEBILD_APP_SETTINGS_H
#define ERNTEBILD_APP_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#define SETTINGS_SEATS 6
#define SETTINGS_LANGS 3
#define SETTINGS_OFFERED 24
#define SETTINGS_VOLUMES 5

struct settings_seat {
    char langs[SETTINGS_LANGS][16]; // for quick switching, "" : free
    int lang;                       // the one in use
    int turns;                      // quarters that people have turned it, clockwise
    int64_t table;                  // where it was last, 0: none
    bool greets;                    // nobody has chosen a language since it was set up
};

struct settings {
    char lang[8];            // of the screen: seats begin with it, "" : not chosen yet
    char lead_lang[8];       // "de" or "en" as chosen for facilitators, "" : see settings_lead_lang
    double glass_w, glass_h; // mm as measured by a person, 0: not known
    int people;              // seats asked for, 0: not chosen yet
    bool around;             // the glass lies: people sit round it
    bool silent;             // no sounds
    int volume;              // of sounds, 1 .. SETTINGS_VOLUMES
    bool contrast;           // high contrast
    bool still;              // less motion: all at once
    bool print;              // the screen in print, not lettered by hand
    int lettering;           // everything smaller (-1), as designed (0), larger (1)
    char code_salt[33], code_digest[65]; // of the facilitator's code (passcode.h), "" : none
    char offered[SETTINGS_OFFERED][16]; // languages at the seats; the first "": all of our participants
    struct settings_seat seats[SETTINGS_SEATS];
    struct settings_seat lead; // facilitators': languages of their keyboards
};

// What is missing or unreadable keeps its default: never fails.
struct settings settings_load(void);
// Best effort: a display whose settings cannot be written works all the same.
void settings_save(const struct settings *settings);
// What facilitators read: German, unless English was chosen, for them or for the screen.
const char *settings_lead_lang(const struct settings *settings);

#endif
