// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rooms of the Markdown importer share: the reader, and lines in pieces. Sections of the
// exchange log are read in import_md_log.c.
#ifndef ERNTEBILD_STORE_IMPORT_MD_H
#define ERNTEBILD_STORE_IMPORT_MD_H

#include "store/notes.h"

struct err;

enum section {
    SECTION_NONE,
    SECTION_HEAD,
    SECTION_TABLE,
    SECTION_CORE,
    SECTION_AGREEMENTS,
    SECTION_MEETINGS,
    SECTION_RELATIONS,
    SECTION_PARTIES,
    SECTION_OFFERS
};

struct reader {
    struct notes *notes;
    struct arena *arena;
    struct note_workshop *workshop; // the current one
    struct note_table *table;       // in SECTION_TABLE
    struct note_card *card;         // the last one read there, NULL: none
    struct note_detail **tail;      // where more about the last line goes, NULL: nowhere
    enum section section;
    int line;
    struct err *err;
};

// All strings are in the arena.
const char *md_strip(struct reader *r, const char *text);
// "Key: value" -> folded key and value; NULL when the line is none.
const char *md_key(struct reader *r, const char *line, const char **value);
// Takes "{icon}" off the end of `text`; "" when there is none.
const char *md_take_icon(struct reader *r, const char **text);
// False, with a sentence that names file and line. `format` has one %s.
bool md_complain(struct reader *r, const char *format, const char *what);
bool md_complain_plainly(struct reader *r, const char *sentence);

void md_read_parties(struct reader *r, const char *list); // of the head line
// What stands behind "- " in the sections of the exchange log.
bool md_read_party(struct reader *r, const char *text);
bool md_read_agreement(struct reader *r, const char *text);
bool md_read_meeting(struct reader *r, const char *text);
bool md_read_offer(struct reader *r, const char *text);
bool md_read_detail(struct reader *r, const char *text); // indented below one of them

#endif
