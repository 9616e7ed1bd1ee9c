// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The outlines of islands: boards, papers and bubbles round the box, lands, clouds and blobs hugging
// what they hold. Internal to poster/.
#ifndef ERNTEBILD_POSTER_OUTLINE_H
#define ERNTEBILD_POSTER_OUTLINE_H

struct island;
struct page;

// Sets the island's outline from its layout, and its box to hold it.
void outline_island(struct page *page, struct island *island);

// The folded corner of a paper.
double outline_fold(const struct page *page);

#endif
