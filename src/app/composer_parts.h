// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the composer's files share: its state and where its parts stand. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_COMPOSER_PARTS_H
#define ERNTEBILD_APP_COMPOSER_PARTS_H

#include "app/board.h"
#include "app/composer.h"
#include "app/easel.h"
#include "app/entry.h"
#include "app/keyboard.h"
#include "app/picker.h"

#define COMPOSER_PICTURES 4

enum composer_mode { COMPOSER_WRITE, COMPOSER_DRAW, COMPOSER_PICK, COMPOSER_MODES };

struct composer_picture {
    char icon[64], label[128];
};

struct composer {
    struct stage *stage; // borrowed
    int seat, colour;    // colour: of the table
    int64_t table, card; // card 0: a new one; -N: the wish of critique N (wish.h)
    char *critique, *critique_lang; // that the wish is turned from, or NULL; owned
    int64_t turned;      // monotonic ms at which the critique began to turn, MOTION_NEVER: before
    int64_t written;     // card that is in the file now, 0: none
    enum card_shape shape;
    struct entry entry;
    struct keyboard keyboard;
    enum composer_mode mode;
    struct easel easel;
    struct picker picker;
    char lang[16]; // of the text, guessed while it grows
    char icon[64]; // chosen, "" : what the words suggest
    struct composer_picture pictures[COMPOSER_PICTURES];
    size_t pictures_n;
    double pushed; // aside, mm to the right
    int turns;     // quarters that the composer is turned against its seat, clockwise
    bool hidden;   // the keyboard is away
    bool draft_failed, done;

    // Fingers in the text (composer_text.c).
    bool menu; // what can be done with the text is offered
    struct composer_hold {
        int64_t finger;
        enum { HOLD_NOTHING, HOLD_CARET, HOLD_BEGIN, HOLD_END } what;
        struct point at;
        int64_t since;
        bool loupe;
    } hold;
    int64_t tapped; // monotonic ms of the last tap into the text
};

struct composer_rooms {
    struct box all, card, text, pictures, buttons;
    struct box tabs; // of the modes; a column beside the card or a row
    struct box work; // easel or picker, empty while writing
    struct point keys, icon;
    bool large, narrow;           // narrow: buttons stand below the keys
    double pitch, row, icon_size; // row: distance of key rows; icon_size 0: no picture yet
};

// The seat as the composer is turned on it.
struct seat composer_view(const struct composer *composer);
bool composer_is_rtl(const struct composer *composer); // its people read from the right
struct composer_rooms composer_rooms(const struct composer *composer);
const char *composer_icon(const struct composer *composer); // shown, "" : none
void composer_lay_out(struct composer *composer);
void composer_changed(struct composer *composer);                  // text or picture are others now
void composer_insert(struct composer *composer, const char *text); // as typed; says when it is full
// What follows "NAME:seatN" of this seat in a hit name ("" or ":more"), or NULL.
const char *composer_target(const struct composer *composer, const char *target, const char *name);

// Draft and card in the file (composer_keep.c); what cannot be written is told at the seat.
int64_t composer_zone(const struct composer *composer); // where the seat's undo finds its acts
void composer_keep_draft(struct composer *composer);
bool composer_can_commit(const struct composer *composer);
void composer_commit(struct composer *composer); // done when it is in the file

// Caret, selection, copying (composer_text.c).
void composer_touch_text(struct composer *composer, const struct touch *touch);
void composer_touch_menu(struct composer *composer, const struct touch *touch);
void composer_press_key(struct composer *composer, const struct event *event); // but enter, escape
void composer_tick_text(struct composer *composer);
int composer_next_text_tick(const struct composer *composer, int64_t now);
void composer_draw_text_tools(const struct composer *composer, struct kit *kit,
                              const struct composer_rooms *rooms);

#endif
