// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the settings (picture 26) are made of: panels, each of one concern, and tiles to choose. A
// panel draws itself into its box and takes the taps that begin with its name. Unit: mm.
#ifndef ERNTEBILD_APP_SETTINGS_PANEL_H
#define ERNTEBILD_APP_SETTINGS_PANEL_H

#include <stdbool.h>
#include <stdint.h>

#include "app/kit.h"

struct event;
struct stage;
struct touch;

#define SETTINGS_SEAT 1

// White, with a title, an icon and, where there is room, a note. Returns the room below.
struct box settings_begin(struct kit *kit, struct box box, const char *title, const char *icon,
                          const char *note);
// A tile with its word at the bottom: pale yellow, outlined by hand and ticked when it is `on`.
// Returns the room above the word. Ends with settings_end_tile.
struct box settings_begin_tile(struct kit *kit, const char *hit, struct box box, const char *word,
                               bool on);
void settings_end_tile(struct kit *kit, struct box box, bool on);
// Such a tile with an icon of this size.
void settings_tile(struct kit *kit, const char *hit, struct box box, const char *word,
                   const char *icon, double size, bool on);

// The size of the display, measured with a bank card or said in inches. Taps "size:...".
struct settings_size {
    double scale; // of the pictures that are held against real things
};
void settings_size_draw(const struct settings_size *size, const struct stage *stage,
                        struct kit *kit, struct box box);
void settings_size_touch(struct settings_size *size, struct stage *stage,
                         const struct touch *touch);
void settings_size_step(struct settings_size *size, int steps); // smaller or larger
void settings_size_fits(struct settings_size *size, struct stage *stage);

// Lettering, sound, contrast, motion: four panels in the box. Taps "lettering:...", "typeface:...",
// "volume:...", "sound:...", "contrast:...", "motion:...".
void settings_looks_draw(const struct stage *stage, struct kit *kit, struct box box);
void settings_looks_tap(struct stage *stage, const char *target);

// The facilitator's language and those offered at the seats. Taps "lang:...", "offer:...".
void settings_tongues_draw(const struct stage *stage, struct kit *kit, struct box box);
void settings_tongues_tap(struct stage *stage, const char *target);

// Names of persons in the file: how long they stay, forgetting one, a copy without them. Taps
// "keep:...", "forget...", "copy".
struct settings_names {
    struct naming *naming; // asks whose name; NULL: does not
    char *whom;            // to be forgotten, once somebody says yes; NULL: nobody
};
void settings_names_draw(const struct settings_names *names, const struct stage *stage,
                         struct kit *kit, struct box box);
// Above all panels.
void settings_names_draw_above(const struct settings_names *names, const struct stage *stage,
                               struct kit *kit);
// True: what is open above the panels has taken it.
bool settings_names_touch(struct settings_names *names, struct stage *stage,
                          const struct touch *touch);
bool settings_names_key(struct settings_names *names, const struct event *event);
void settings_names_clear(struct settings_names *names);

#endif
