// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands without a screen. The exit status is 0 done, 1 it could not be done (one line on stderr
// that names the file, the place and what to do), 2 wrong usage.
#ifndef ERNTEBILD_CLI_CLI_H
#define ERNTEBILD_CLI_CLI_H

#include <stdbool.h>

bool cli_knows(const char *name); // is this the name of a command?

// Runs the command called argv[0], which cli_knows. Returns the exit status.
int cli_run(int argc, char **argv);

// Each prints and returns the exit status.
int cli_help(void);                   // lists the commands on stdout
int cli_version(void);                // version and which optional parts are missing, on stdout
int cli_unknown(const char *word);    // a sentence about a word that is no command, on stderr

#endif
