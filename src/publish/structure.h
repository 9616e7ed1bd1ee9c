// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The structure of a PDF for people who have it read to them (ISO 32000-1, 14.7 and 14.8; ISO
// 14289-1): cairo writes the elements, this adds what it cannot say: languages, alternative texts,
// the words of lines that are set apart, and that decoration is an artifact. Internal to publish/.
#ifndef ERNTEBILD_PUBLISH_STRUCTURE_H
#define ERNTEBILD_PUBLISH_STRUCTURE_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

#include "draw/paint.h"
#include "publish/pdf_ink.h"

struct err;

// What the elements say, in the order in which they were begun. One document.
struct structure {
    cairo_t *cr;       // borrowed; set by structure_begin
    struct pdf_ink ink;
    GArray *elements;  // struct element
    int open;          // marks that are open, one in another
    bool has_artifact; // what is painted belongs to none
    bool list, item, body; // a list, an item of it, the body of the item are open
};

void structure_init(struct structure *structure);
void structure_clear(struct structure *structure);

// Around the painting of a page by `cr` with `tags`.
struct paint_tags structure_tags(struct structure *structure);
void structure_begin_page(struct structure *structure, cairo_t *cr);
void structure_end_page(struct structure *structure);

// Completes `pdf`, all of what cairo wrote; `lang` (BCP 47) and the XMP `packet` are the document's.
// `shown` names the file in err.
bool structure_complete(const struct structure *structure, GByteArray *pdf, const char *lang,
                        const char *packet, const char *shown, struct err *err);

#endif
