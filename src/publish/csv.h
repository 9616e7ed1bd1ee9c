// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cells of a CSV file (RFC 4180).
#ifndef ERNTEBILD_PUBLISH_CSV_H
#define ERNTEBILD_PUBLISH_CSV_H

#include <glib.h>
#include <stdbool.h>

// A cell that a spreadsheet would run as a formula is kept as text by an apostrophe before it.
void csv_add_cell(GString *out, const char *text, bool last);

#endif
