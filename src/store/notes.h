// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Workshops as someone wrote them down: what the importers of text read, checked line by line,
// before anything enters the file. All strings live in the arena and are never NULL.
#ifndef ERNTEBILD_STORE_NOTES_H
#define ERNTEBILD_STORE_NOTES_H

#include <glib.h>

#include "store/import.h"

struct arena;

// What stands indented below a line: "Stand: läuft 2016-05-12: die Hälfte ist da". Meaning is given to
// it when it is put into the store (notes_exchange.c).
struct note_detail {
    const char *key, *value; // key folded
    int line;
    struct note_detail *next;
};

struct note_card {
    const char *text, *lang, *gloss, *icon, *party, *phase;
    int64_t votes;
    bool parked; // in the Themenspeicher
};

struct note_table {
    const char *title, *question, *icon;
    GArray *cards; // struct note_card
};

struct note_party {
    const char *name, *district, *contact;
    struct note_detail *details;
};

struct note_agreement {
    const char *who, *what, *with, *until, *icon;
    struct note_detail *details;
};

struct note_meeting {
    const char *date, *time, *title, *place;
    const char *rule; // RRULE of a series that begins on `date`, "" for a single meeting
    struct note_detail *details;
};

struct note_offer {
    bool request;
    const char *text, *icon;
    struct note_detail *details;
};

struct note_core {
    const char *text, *icon, *tables;
};

struct note_relation {
    int a, b; // numbers of tables in these notes, 1-based
    const char *label;
};

enum note_head {
    HEAD_DATE,
    HEAD_PLACE,
    HEAD_HOST,
    HEAD_QUESTION,
    HEAD_LANG,
    HEAD_MOTIF,
    HEAD_NOTE,
    HEAD_SUBTITLE,
    HEAD_COUNT, // of the workshop; the others are the network's
    HEAD_NETWORK = HEAD_COUNT,
    HEAD_DISTRICTS,
    HEAD_ALL
};

struct note_workshop {
    const char *title;
    const char *head[HEAD_ALL];
    GArray *tables, *parties, *agreements, *meetings, *core, *relations, *offers;
};

struct notes {
    struct arena *arena;
    const char *name;  // of the source, for sentences
    GArray *workshops; // struct note_workshop
};

void notes_init(struct notes *notes, const char *name);
void notes_clear(struct notes *notes);
struct note_workshop *notes_add_workshop(struct notes *notes,
                                         const char *title); // valid until the next one
// A number written before the title ("Tisch 3: ", "3. ") is left out when the table has it anyway.
struct note_table *notes_add_table(struct note_workshop *workshop, const char *title);
// The table that `title` names, or NULL.
struct note_table *notes_table_called(struct note_workshop *workshop, const char *title);

// Puts what the store lacks into it, as one change.
bool notes_apply(const struct notes *notes, struct store *store, struct import_result *result,
                 struct err *err);

// The parsers. `text` is valid UTF-8, NFC, without carriage returns.
bool notes_read_markdown(struct notes *notes, const char *text, struct err *err);
bool notes_read_csv(struct notes *notes, const char *text, struct err *err);


#endif
