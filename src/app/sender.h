// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sheet "Absender" beside the live poster: the logo of the hosts, a picture in place of the
// motif, their own words at the foot. Pictures are chosen from those found on this computer and on
// sticks; they go into the file, so that they travel with it. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_SENDER_H
#define ERNTEBILD_APP_SENDER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "draw/geometry.h"

struct event;
struct harvest;
struct kit;
struct naming;
struct stage;
struct touch;

enum sender_part { SENDER_LOGO, SENDER_PICTURE, SENDER_PARTS };

struct sender {
    struct stage *stage; // borrowed
    int64_t workshop;
    enum sender_part part; // whose pictures are shown
    GPtrArray *files;      // char *: paths, newest first
    size_t page;
    struct naming *naming; // of the foot, NULL: none
    bool done;             // put away
};

struct sender *sender_new(struct stage *stage, int64_t workshop);
void sender_free(struct sender *sender); // NULL is legal
// `harvest`: what the poster shows now, NULL: nothing. True when the file was changed.
bool sender_touch(struct sender *sender, const struct harvest *harvest, const struct touch *touch);
bool sender_key(struct sender *sender, const struct event *event); // the same
void sender_tick(struct sender *sender);
int sender_next_tick(const struct sender *sender, int64_t now); // -1: never
// `paper` goes on showing the poster.
void sender_draw(const struct sender *sender, const struct harvest *harvest, struct kit *kit,
                 struct box glass, struct box paper);

#endif
