// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Forgetting names (GDPR, article 17). The change log keeps everything, so what must be forgettable
// is overwritten in the log itself: every value in which the name stands, in log, projections,
// drafts and search index; then the file is written anew, so that no free page keeps it.
//
// What travels on is a tombstone: number of words, salt and salted digest of the folded name, never
// the name. A copy that learns of it by merging forgets the name too, and changes that arrive
// later lose it on the way in; all else merges as ever. What is typed here afterwards is not touched:
// it may be another person.
#ifndef ERNTEBILD_STORE_FORGET_H
#define ERNTEBILD_STORE_FORGET_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct store;

// Replaces `name` (words in any case) by "…" everywhere; *places counts the values changed. A name
// that stands nowhere yet is kept out of what merging brings all the same. Cannot be undone.
bool store_forget(struct store *store, const char *name, size_t *places, struct err *err);

// Writes a copy for passing on: only what is live now, without history, hidden cards, contacts and
// names of persons, who gave which dot and which device wrote. `path` must not exist.
bool store_copy_without_names(struct store *store, const char *path, struct err *err);

#endif
