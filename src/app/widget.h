// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Widgets: what a finger acts on, made from the kit. Every one leaves its hit name in the scene and
// shows by itself when a finger presses it.
#ifndef ERNTEBILD_APP_WIDGET_H
#define ERNTEBILD_APP_WIDGET_H

#include <stdbool.h>

#include "app/kit.h"

enum widget_state {
    WIDGET_REST,
    WIDGET_ON,
    WIDGET_OFF
}; // off: not possible now, cannot be touched

// The next step: yellow, hand-drawn; one a seat. `icon` may be NULL. Off: dashed, pale.
void widget_primary(struct kit *kit, const char *hit, struct box box, const char *label,
                    const char *icon, double size, enum widget_state state);
// A plain button; on: ink.
void widget_button(struct kit *kit, const char *hit, struct box box, const char *label,
                   const char *icon, double size, enum widget_state state);
// Icon above a word, in a bar.
void widget_bar_item(struct kit *kit, const char *hit, struct box box, const char *label,
                     const char *icon, enum widget_state state);
void widget_tab(struct kit *kit, const char *hit, struct box box, const char *label,
                const char *icon, bool on);
// A pill as wide as its word; returns its width. `hit` NULL: only read. `line` COLOUR_NONE: none.
double widget_chip(struct kit *kit, const char *hit, double x, double y, double height,
                   const char *label, const char *icon, double size, uint32_t fill, uint32_t line,
                   bool on);
// A picture with its word, to be chosen: taken = marker outline and a black disc with a tick.
void widget_icon_tile(struct kit *kit, const char *hit, struct box box, const char *label,
                      const char *icon, uint32_t accent, bool taken);
// A picture's word at the lower edge of its tile, in one line or two (how many: widget_tile_lines).
int widget_tile_lines(struct kit *kit, const char *word, double w, const char *lang);
void widget_tile_word(struct kit *kit, const char *word, struct box box, const char *lang);
// The ground of what is touched as a whole: paper, darker while `hit` is pressed. What holds has a
// frame of `width` mm in `line`; what does not (not offered, not linked, cancelled) is dashed.
void widget_plate(struct kit *kit, const char *hit, struct box box, bool holds, double width,
                  uint32_t line);
// A bar across the screen with its hairline; `upper`: the line is at its lower edge.
void widget_bar(struct kit *kit, struct box box, bool upper);
// A drawer that comes up from the lower edge: its lower corners lie beyond it. Catches fingers as
// `hit`.
void widget_drawer(struct kit *kit, const char *hit, struct box box);
// A table's number in its colour (1-based, of the accents), hand-drawn.
void widget_number(struct kit *kit, double x, double y, double radius, int number, int colour);
// A dot as people stick it, filled or free.
void widget_dot(struct kit *kit, double x, double y, double radius, uint32_t colour, bool given,
                const char *key);
void widget_tick(struct kit *kit, double x, double y, double radius);

#endif
