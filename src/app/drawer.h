// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A drawer: how what lies on a seat's board, or over the whole glass, comes from the lower edge and
// goes back there. Only what is seen moves: what is open is touched where it will stand, what is
// closed no longer. The stage has one for each seat and one for the glass.
#ifndef ERNTEBILD_APP_DRAWER_H
#define ERNTEBILD_APP_DRAWER_H

#include <stdint.h>

struct kit;
struct scene;
struct stage;

struct drawer {
    struct stage *stage; // borrowed
    int seat; // 0: the glass
    int64_t opened, closed; // monotonic ms
    struct scene *leaving;  // what was in it, NULL: nothing is on its way out
    double way;             // mm from its upper edge to the seat's lower one
};

void drawer_init(struct drawer *drawer, struct stage *stage, int seat);
void drawer_clear(struct drawer *drawer);
void drawer_open(struct drawer *drawer);
// What `draw` shows for the last time goes; `top` is its upper edge.
typedef void drawer_draw(void *content, struct kit *kit);
void drawer_close(struct drawer *drawer, double top, drawer_draw *draw, void *content);
// What is drawn until drawer_end slides in.
void drawer_begin(const struct drawer *drawer, struct kit *kit, double top);
void drawer_end(struct kit *kit);
// What is on its way out, above all else.
void drawer_draw_leaving(const struct drawer *drawer, struct kit *kit);
int drawer_next_tick(const struct drawer *drawer, int64_t now); // ms, -1: none

#endif
