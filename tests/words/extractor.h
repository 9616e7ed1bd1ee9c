// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another program's keywords for the labelled cards, to compare with.
#ifndef ERNTEBILD_TESTS_WORDS_EXTRACTOR_H
#define ERNTEBILD_TESTS_WORDS_EXTRACTOR_H

#include <glib.h>

// Runs `command` by a shell. It reads "language<TAB>card" lines and writes one keyword a line.
// Keywords in the cards' order (g_strfreev), NULL when the command failed or wrote another number
// of lines (told on stderr).
char **extractor_run(const char *command, const GPtrArray *cards);

#endif
