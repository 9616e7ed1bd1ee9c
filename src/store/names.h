// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names that were forgotten, recognised without being known: a salted digest for each. Internal to
// store/.
#ifndef ERNTEBILD_STORE_NAMES_H
#define ERNTEBILD_STORE_NAMES_H

#include "store/interior.h"

struct names {
    GArray *all; // struct forgotten_name
};

void names_init(struct names *names);
void names_clear(struct names *names);
// All tombstones of the store.
void names_load(struct names *names, struct store *store);
// One more that is to be struck, by its words.
void names_add(struct names *names, const char *name);
// Number of words of a folded name; 0 when it is none.
int names_words(const char *name);
char *names_digest(const char *name, const char *salt); // g_free it
// `text` with every such name replaced by "…"; NULL when none is in it. g_free it.
char *names_strike(const struct names *names, const char *text);

#endif
