// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the commands share: the language of the terminal, the error sentence, option parsing.
#ifndef ERNTEBILD_CLI_COMMAND_H
#define ERNTEBILD_CLI_COMMAND_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/world.h"
#include "store/store.h"

struct tr;

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

struct cli {
    struct tr *tr;
    struct world world;
    struct err err; // the sentence that cli_run prints when a command returns not EXIT_DONE
};

struct command {
    const char *name;
    const char *arguments; // as shown by --help: "FILE SOURCE..."
    const char *summary;   // English message id
    int (*run)(struct cli *cli, const struct command *command, int argc, char **argv);
};

// Parses options (argv[0] is the command's name); the rest, NULL-terminated, goes to *rest
// (g_strfreev it). Between `least` and `most` operands must remain (most < 0: any number). Returns
// EXIT_DONE to go on; otherwise the command ends with this status, *rest is NULL, and err is set
// unless help was shown.
int command_parse(struct cli *cli, const struct command *command, const GOptionEntry *options,
                  int argc, char **argv, int least, int most, char ***rest);

// EXIT_USAGE when the error is one of usage, otherwise EXIT_FAILED.
int command_failed(const struct cli *cli);

// The workshop called `title` (NULL: the newest); 0 with err set when there is none.
int64_t command_workshop(struct cli *cli, struct store *store, const char *title);

int command_add(struct cli *, const struct command *, int argc, char **argv);
int command_import(struct cli *, const struct command *, int argc, char **argv);
int command_words(struct cli *, const struct command *, int argc, char **argv);
int command_poster(struct cli *, const struct command *, int argc, char **argv);
int command_set(struct cli *, const struct command *, int argc, char **argv);
int command_place(struct cli *, const struct command *, int argc, char **argv);
int command_log(struct cli *, const struct command *, int argc, char **argv);
int command_folder(struct cli *, const struct command *, int argc, char **argv);
int command_forget(struct cli *, const struct command *, int argc, char **argv);
int command_anonymise(struct cli *, const struct command *, int argc, char **argv);
int command_export(struct cli *, const struct command *, int argc, char **argv);
int command_merge(struct cli *, const struct command *, int argc, char **argv);
int command_sync(struct cli *, const struct command *, int argc, char **argv);
int command_check(struct cli *, const struct command *, int argc, char **argv);

#endif
