// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the parts of the Markdown list share. Internal to publish/list*.c.
#ifndef ERNTEBILD_PUBLISH_LIST_H
#define ERNTEBILD_PUBLISH_LIST_H

#include <glib.h>

#include "store/store.h"

struct arena;
struct err;

struct listing {
    struct store *store;
    struct arena *arena;
    GString *out;
    struct err *err;
    struct party *parties; // all of the network
    size_t parties_n;
};

// One paragraph: a line break would begin another line of the notes. In the arena.
const char *listing_line(struct listing *l, const char *text);
void listing_icon(struct listing *l, const char *icon); // " {icon}", nothing for ""

void listing_groups(struct listing *l, int64_t workshop);
void listing_agreements(struct listing *l, const struct workshop *workshop);
void listing_meetings(struct listing *l, int64_t workshop);
void listing_offers(struct listing *l); // of the network

#endif
