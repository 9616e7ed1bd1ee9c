// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How what someone types in a hurry answers a term: without accents, spaces and hyphens, with an
// ending that the term's stem lacks, with a wrong letter. Terms and queries are UTF-8 that
// typing_append_plain made plain.
#ifndef ERNTEBILD_WORDS_TYPING_H
#define ERNTEBILD_WORDS_TYPING_H

#include <glib.h>
#include <stddef.h>

// Letters and digits without accents, spaces, hyphens, apostrophes and joiners.
void typing_append_plain(GString *out, const char *text);

enum typing_fit {
    TYPING_NOT,
    TYPING_INSIDE, // the term holds the query
    TYPING_STEM,   // the query is the term and an ending
    TYPING_BEGINS, // the term begins with the query
    TYPING_WHOLE,
};

enum typing_fit typing_fits(const char *query, const char *term);

// Letters missing, too many, changed, or two neighbours swapped, between the query and what the
// term begins with: 1, of at least four characters, or 2, of at least seven. 0: none, or more than
// that, or another first letter.
size_t typing_mistakes(const char *query, const char *term);

#endif
