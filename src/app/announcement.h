// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the plenary says at a seat, over what is there: a phase that begins (picture 12c), and that
// all rest. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_ANNOUNCEMENT_H
#define ERNTEBILD_APP_ANNOUNCEMENT_H

struct kit;
struct seat;
struct stage;

// Target "go:seatN": the announcement goes.
void announcement_draw(const struct stage *stage, struct kit *kit, const struct seat *seat);
// Everything stays readable below. Target "lead:seatN" leads to the facilitator.
void rest_draw(const struct stage *stage, struct kit *kit, const struct seat *seat);

#endif
