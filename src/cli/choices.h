// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What words mean for one network, from the command line: remembered, forgotten, listed.
#ifndef ERNTEBILD_CLI_CHOICES_H
#define ERNTEBILD_CLI_CHOICES_H

#include <glib.h>
#include <stdbool.h>

struct cli;
struct store;

struct choices_call {
    char **remember, **forget; // "word=icon"; "word"; NULL: none
    gboolean list;
};

bool choices_asked(const struct choices_call *call);  // this call is about choices, not about lines
bool choices_change(const struct choices_call *call); // the file must be writable

// Does all that is asked for. An icon that does not exist is an error.
bool choices_run(const struct choices_call *call, struct cli *cli, struct store *store);
void choices_call_clear(struct choices_call *call);

#endif
