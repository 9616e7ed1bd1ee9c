// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Completing the tags of a PDF that is written already. Internal to publish/.
#ifndef ERNTEBILD_PUBLISH_TAGGED_H
#define ERNTEBILD_PUBLISH_TAGGED_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct err;
struct pdf_ink;

struct element {      // strings borrowed; NULL: nothing to say
    const char *lang; // BCP 47
    const char *alt;  // what a drawing shows
    const char *text; // what the lines say when read as one
    const char *scope; // of a table's head: "/Column" or "/Row"
    bool artifact;    // not part of the document: decoration
};

// Gives the structure elements of `pdf`, in the order in which they were begun, what `elements`
// say, turns elements of the type `artifact` into artifacts, puts `ink` in its place, marks the
// document as tagged, in `lang`, and lays the XMP `packet` into it.
bool tagged_complete(GByteArray *pdf, const struct element *elements, size_t n,
                     const char *artifact, const struct pdf_ink *ink, const char *lang,
                     const char *packet, const char *shown, struct err *err);

#endif
