// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of the present phase at a seat, in its people's words: in the bar of a large board, in a
// strip below the head of each of several seats. Where not all have room, a touch shows them all:
// hit name "rules:seatN". Unit: the seat's mm.
#ifndef ERNTEBILD_APP_RULES_H
#define ERNTEBILD_APP_RULES_H

#define RULES_CHIP 124.0 // of their number in the bar above a board, mm

struct board;
struct kit;

// Of the strip below the seat's head; 0: the seat is the only one, or the phase has no rules.
double rules_strip_height(const struct board *board);
void rules_draw_strip(struct kit *kit, const struct board *board);
// From x to `right` in the bar above a board.
void rules_draw_in_bar(struct kit *kit, const struct board *board, double x, double right);

#endif
