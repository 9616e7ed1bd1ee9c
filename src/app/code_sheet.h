// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sheet on which the facilitator's code is typed or set (picture 22). The four digits act by
// themselves. Unit: mm on the glass.
#ifndef ERNTEBILD_APP_CODE_SHEET_H
#define ERNTEBILD_APP_CODE_SHEET_H

#include <stdbool.h>
#include <stdint.h>

#include "app/passcode.h"

struct kit;
struct stage;

#define CODE_TRIES 5       // wrong ones, then it rests
#define CODE_REST_MS 30000

struct code_sheet {
    bool sets;                         // a new code, else the one that is asked for
    char typed[PASSCODE_DIGITS + 1];
    char first[PASSCODE_DIGITS + 1];   // the new one, to be typed again; "" : not yet
    bool again;                        // the last four were wrong
    int wrong;                         // in a row
    int64_t rests_until;               // monotonic ms, 0: it does not rest
};

enum code_answer { CODE_MORE, CODE_RIGHT, CODE_SET, CODE_CLOSE };

void code_sheet_begin(struct code_sheet *sheet, bool sets);
// A digit, 'x': the last one back.
enum code_answer code_sheet_type(struct code_sheet *sheet, struct stage *stage, char digit);
// A target of the sheet that was tapped ("code:7", "code:back", "code:close", "code:none").
enum code_answer code_sheet_tap(struct code_sheet *sheet, struct stage *stage, const char *target);
int code_sheet_next_tick(const struct code_sheet *sheet, int64_t now);
double code_sheet_top(const struct stage *stage); // its upper edge
void code_sheet_draw(const struct code_sheet *sheet, const struct stage *stage, struct kit *kit);

#endif
