// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the picture leaves to the appendix besides cards: core points and agreements that have no
// room or are cut there, as may be the title and the question, and the words of relations that are
// told by badges. Internal to poster/.
#ifndef ERNTEBILD_POSTER_FURTHER_H
#define ERNTEBILD_POSTER_FURTHER_H

struct arena;
struct harvest_relation;
struct page;

// By these names the picture leaves the whole title and question to the appendix.
#define FURTHER_TITLE "title:whole"
#define FURTHER_QUESTION "title:question"

// Sets page->further: tables without a number. `page->scene` is the finished picture.
void further_gather(struct page *page);

// The name by which the picture leaves a relation's words to the appendix; in the arena.
const char *further_relation_id(struct arena *arena, const struct harvest_relation *relation);

#endif
