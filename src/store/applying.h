// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rooms share that put notes into the store: one change that is written at the end, and
// names of rows that are known by then. Internal to store/notes*.c.
#ifndef ERNTEBILD_STORE_APPLYING_H
#define ERNTEBILD_STORE_APPLYING_H

#include "store/interior.h"
#include "store/notes.h"

struct applying {
    const struct notes *notes;
    struct store *store;
    struct change *change;
    struct arena *arena;
    struct import_result *result;
    GHashTable *parties; // folded name -> id (int64_t in the arena)
    GHashTable *sources; // folded text of this workshop's cards and core points -> struct known_source
    GHashTable *meetings, *known; // date -> id; "date title" -> id
    GHashTable *series, *offers;  // folded title -> id; "offer folded text" -> id
    struct err *err;
};

struct known_source {
    enum entity entity;
    int64_t row;
};

void applying_text(struct applying *a, enum entity entity, int64_t row, const char *field,
                   const char *text); // nothing when it is ""
const char *applying_fold(struct applying *a, const char *name);
int64_t applying_party(struct applying *a, const char *name, const char *district); // made if new
int64_t applying_known(GHashTable *table, const char *key);                         // 0: unknown
void applying_remember(GHashTable *table, struct arena *arena, const char *key, int64_t id);
void applying_source(struct applying *a, enum entity entity, int64_t row, const char *text);

// notes_agreements.c: after the meetings, offers, cards and core points they speak of.
bool notes_apply_agreements(struct applying *a, int64_t workshop, const struct note_workshop *w);
// notes_exchange.c: after cards and core points are there. False with err set.
bool notes_apply_exchange(struct applying *a, int64_t workshop, const struct note_workshop *w);
// More about a party: kind.
bool notes_apply_party(struct applying *a, int64_t party, const struct note_party *from);

#endif
