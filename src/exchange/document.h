// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A document of several pages of one size: what is drawn from the top down goes on a further page
// where it has no room. Unit: mm. Internal to exchange/.
#ifndef ERNTEBILD_EXCHANGE_DOCUMENT_H
#define ERNTEBILD_EXCHANGE_DOCUMENT_H

#include <glib.h>

#include "exchange/paper.h"

enum { A4_W = 210, A4_H = 297, A3_W = 420, A3_H = 297 };

struct document {
    const struct picture_tools *tools; // borrowed
    struct arena *arena;               // borrowed
    struct paper paper;                // the current page
    double y;                          // the upper edge of what comes next
    double w, h, top, bottom;          // of the pages; what is drawn lies between top and bottom
    const char *key;                   // of the drawing hand's seed
    GPtrArray *pages;                  // struct scene, finished ones too
};

// Nothing but its first page.
struct document document_begin(const struct picture_tools *tools, struct arena *arena,
                               const char *key, double w, double h, double top, double bottom);
void document_turn(struct document *document); // begins a page
bool document_has_room(const struct document *document, double height);
// Makes room for `height`: true when a new page was begun for it.
bool document_need(struct document *document, double height);
// Writes `left` and the page's number at the foot of each page. The pages are the caller's.
struct pages document_end(struct document *document, const char *left);

#endif
