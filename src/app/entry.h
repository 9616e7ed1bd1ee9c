// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text being written: the text, its caret, its own undo, and how it stands in lines. The caret
// moves by characters as people see them, never by bytes. Text is valid UTF-8 in NFC.
#ifndef ERNTEBILD_APP_ENTRY_H
#define ERNTEBILD_APP_ENTRY_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "draw/geometry.h"
#include "draw/lettering.h"

struct hyphens;
struct kit;

#define ENTRY_MOST 2000 // bytes

struct entry_line {
    size_t start, end; // bytes of the text; what is at `end` may be a space or newline not shown
    const struct run *run; // of text[start, end)
    bool hyphen;           // divides a word
};

struct entry {
    GString *text;
    size_t caret;                                          // byte
    GPtrArray *before;                                     // char *: earlier texts, for undo
    enum { ENTRY_NOTHING, ENTRY_TYPED, ENTRY_TAKEN } last; // what the last edit did

    // Lines, made by entry_compose.
    GArray *lines;  // struct entry_line, at least one
    double size;    // mm
    double leading; // distance of lines, mm
    bool rtl;
    struct box room; // where it stands, seat mm
    double top;      // of the first line; less than room.y when the caret would be below
    double wish_x;   // where the caret goes up and down, seat mm; < 0: where it is
};

void entry_init(struct entry *entry);
void entry_clear(struct entry *entry);
// The caret goes to the end; there is nothing to undo.
void entry_set(struct entry *entry, const char *text);
// False when the text would get too long; nothing is changed then. Control characters but the
// newline are left out.
bool entry_insert(struct entry *entry, const char *text);
// `old`, when it stands just before the caret, becomes `text`: one act with the typing of it.
void entry_replace(struct entry *entry, const char *old, const char *text);
void entry_backspace(struct entry *entry);
void entry_backspace_word(struct entry *entry);
void entry_delete(struct entry *entry);
void entry_move(struct entry *entry, int characters); // in the order of the text
bool entry_can_undo(const struct entry *entry);
void entry_undo(struct entry *entry);

// ---- lines (entry_lines.c) ----------------------------------------------------------------------

// Breaks the text to `room` at the first of `sizes` (mm, falling, n of them) at which all of it is
// seen, else at the last, the caret's line in sight. Words stay whole where they can.
void entry_compose(struct entry *entry, struct lettering *lettering, struct hyphens *hyphens,
                   const char *lang, struct box room, const double *sizes, size_t n);
// The caret as entry_compose left it, seat mm, clipped to nothing.
struct box entry_caret_box(const struct entry *entry, struct lettering *lettering);
void entry_put_caret(struct entry *entry, struct lettering *lettering, struct point at);
void entry_move_line(struct entry *entry, struct lettering *lettering, int lines); // up < 0 < down
void entry_move_end(struct entry *entry, bool end); // to the begin or end of the caret's line
void entry_draw(const struct entry *entry, struct kit *kit, bool caret);

#endif
