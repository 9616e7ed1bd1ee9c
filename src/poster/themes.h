// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Themes in place of one table that holds very many cards: a picture of one table with 300 cards
// would be a list. Internal to poster/.
#ifndef ERNTEBILD_POSTER_THEMES_H
#define ERNTEBILD_POSTER_THEMES_H

struct harvest;
struct word_counts;
struct words;

// Puts themes in the place of the only table, when it holds many cards and they have enough in common;
// its ideas must be in their final order. The last theme's title is "" when it gathers the others.
void themes_find(struct harvest *harvest, struct words *words, const struct word_counts *counts);

#endif
