// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The outlines of islands. Internal to poster/.
#ifndef ERNTEBILD_POSTER_OUTLINE_H
#define ERNTEBILD_POSTER_OUTLINE_H

#include <stdbool.h>

struct island;
struct page;

// Sets the island's outline from its form and layout, and its box to hold it.
void outline_island(struct page *page, struct island *island);

// For forms: a closed curve, from `top`, that hugs what the island holds; with the bumps of a cloud.
void outline_hug(struct page *page, struct island *island, double top, bool bumps);

#endif
