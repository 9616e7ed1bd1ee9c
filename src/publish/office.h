// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The office: what the papers of the exchange log share. Internal to publish/.
#ifndef ERNTEBILD_PUBLISH_OFFICE_H
#define ERNTEBILD_PUBLISH_OFFICE_H

#include "exchange/picture.h"
#include "publish/protocol.h"

struct arena;
struct press;
struct store;
struct tr;

struct office {
    struct press *press; // borrowed
    struct store *store; // borrowed
    const char *today;   // borrowed
    struct arena *arena; // of what the papers show
    struct tr *tr;       // in the network's language
    struct workshop *workshops;
    size_t workshops_n;
    const char *title; // of the network, or of its newest workshop
    const char *note;  // said on every output ("invented examples"), ""
    struct picture_tools tools;
};

// Writes pages and frees them. `date` is the document's (ISO 8601).
bool office_write(struct office *office, struct pages *pages, const char *title, const char *date,
                  const char *path, double dpi, struct err *err);

#endif
