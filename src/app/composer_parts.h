// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the composer's files share: its state and where its parts stand. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_COMPOSER_PARTS_H
#define ERNTEBILD_APP_COMPOSER_PARTS_H

#include "app/board.h"
#include "app/composer.h"
#include "app/entry.h"
#include "app/keyboard.h"

#define COMPOSER_PICTURES 4

struct composer_picture {
    char icon[64], label[64];
};

struct composer {
    struct stage *stage; // borrowed
    int seat, number;    // number: of the table
    int64_t table, card; // card 0: a new one
    int64_t written;     // card that is in the file now, 0: none
    enum card_shape shape;
    struct entry entry;
    struct keyboard keyboard;
    char lang[16]; // of the text, guessed while it grows
    char icon[64]; // chosen, "" : what the words suggest
    struct composer_picture pictures[COMPOSER_PICTURES];
    size_t pictures_n;
    double pushed; // aside, mm to the right
    bool hidden;   // the keyboard is away
    bool draft_failed, done;
};

struct composer_rooms {
    struct box all, card, text, pictures, buttons;
    struct point keys, icon;
    double pitch, icon_size; // icon_size 0: no picture yet
};

struct composer_rooms composer_rooms(const struct composer *composer);
const char *composer_icon(const struct composer *composer); // shown, "" : none
bool composer_can_commit(const struct composer *composer);
void composer_lay_out(struct composer *composer);

#endif
