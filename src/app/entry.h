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
    size_t caret;     // byte
    size_t anchor;    // byte; what lies between it and the caret is selected
    char preedit[64]; // what an input method composes at the caret, not yet text
    GPtrArray *before;                                     // char *: earlier texts, for undo
    enum { ENTRY_NOTHING, ENTRY_TYPED, ENTRY_TAKEN } last; // what the last edit did

    // Lines, made by entry_compose.
    GString *shown; // the text with what is being composed; lines count its bytes
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
// In the place of the selection. False when the text would get too long; nothing is changed then.
// Control characters but the newline are left out.
bool entry_insert(struct entry *entry, const char *text);
// `old`, when it stands just before the caret, becomes `text`: one act with the typing of it.
void entry_replace(struct entry *entry, const char *old, const char *text);
void entry_compose_at_caret(struct entry *entry, const char *preedit); // "": no longer
// These take the selection out when there is one.
void entry_backspace(struct entry *entry);
void entry_backspace_word(struct entry *entry);
void entry_delete(struct entry *entry);
void entry_move(struct entry *entry, int characters); // in the order of the text
bool entry_has_selection(const struct entry *entry);
char *entry_selected(const struct entry *entry); // g_free it
void entry_select_all(struct entry *entry);
void entry_select_word(struct entry *entry); // that the caret is in or at
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
// Moves one end of the selection, the other one stays; the ends never meet.
void entry_put_end(struct entry *entry, struct lettering *lettering, struct point at, bool start);
// Where the begin or end of the selection stands, as entry_caret_box.
struct box entry_end_box(const struct entry *entry, struct lettering *lettering, bool start);
void entry_draw(const struct entry *entry, struct kit *kit, bool caret);
// The text round the caret, larger, in `box`.
void entry_draw_loupe(const struct entry *entry, struct kit *kit, struct box box);

#endif
