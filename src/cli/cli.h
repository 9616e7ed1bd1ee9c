// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands without a screen: add, import, words, poster, export, merge, check, log, folder, sync.
#ifndef ERNTEBILD_CLI_CLI_H
#define ERNTEBILD_CLI_CLI_H

// Runs `argv[0]` = command name. Returns the exit status: 0 done, 1 it could not be done (one line
// on stderr), 2 wrong usage.
int cli_run(int argc, char **argv);

#endif
