// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns of a section: which block stands in which, so that none is much higher than the
// others. Internal to poster/.
#ifndef ERNTEBILD_POSTER_COLUMN_H
#define ERNTEBILD_POSTER_COLUMN_H

struct arena;
struct section;

// Puts the section's blocks, whose heights are known, into its columns: a list's rows one column
// after the other, others where they keep the columns even. Those that people placed stay.
void columns_fill(struct section *section, struct arena *arena);
// The heights of the columns and of the section, from the blocks in them.
void columns_measure(struct section *section);

#endif
