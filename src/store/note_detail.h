// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands indented below a line of notes: "Stand: läuft 2016-09-22: 30 Antworten sind da". Keys and
// words are known in German and English. Internal to store/notes*.c. Functions that return bool set a
// sentence about the line and return false when it is not understood.
#ifndef ERNTEBILD_STORE_NOTE_DETAIL_H
#define ERNTEBILD_STORE_NOTE_DETAIL_H

#include "store/applying.h"

const char *detail_key(const struct note_detail *detail); // its English name, "": not known
bool detail_refuse(struct applying *a, const struct note_detail *detail);     // false
bool detail_refuse_key(struct applying *a, const struct note_detail *detail); // false

bool detail_set_kind(struct applying *a, enum entity entity, int64_t row,
                     const struct note_detail *detail);
bool detail_set_date(struct applying *a, enum entity entity, int64_t row, const char *field,
                     const struct note_detail *detail);

// "läuft 2016-09-22 bis 2016-11-03: 30 Antworten sind da"
struct status_line {
    const char *status, *date, *until, *text; // "" where nothing is said
};
bool detail_status(struct applying *a, const struct note_detail *detail, struct status_line *out);

// Calls `each` with every name of a list; `party` is 0 when there is none of that name.
typedef void detail_name(struct applying *a, const char *name, int64_t party, void *context);
void detail_each_party(struct applying *a, const char *list, detail_name *each, void *context);

#endif
