// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A failure of the world, told to a person in one sentence: what, where, what to do.
// A bug is an assert; out of memory aborts (glib does). The first failure set wins.
#ifndef ERNTEBILD_BASE_ERR_H
#define ERNTEBILD_BASE_ERR_H

#include <stdbool.h>

struct tr;

enum err_code {
    ERR_NONE = 0,
    ERR_USAGE,      // the command line is wrong: exit 2
    ERR_INPUT,      // what was read is not what it should be
    ERR_NOT_FOUND,  // a file, workshop, table or party of that name does not exist
    ERR_FOREIGN,    // a file that is not ours
    ERR_NEWER,      // a file written by a newer version
    ERR_DAMAGED,    // a file of ours that fails its own checks
    ERR_BUSY,       // another process writes this file
    ERR_READ_ONLY,  // the place cannot be written
    ERR_FULL,       // no space left
    ERR_IO,         // any other failure of reading or writing
    ERR_MISSING,    // a data file of the program (fonts, icons, vocabulary) is not there
};

// Language of the sentence comes from `tr` (borrowed, may be NULL: English).
struct err {
    enum err_code code;
    const struct tr *tr;
    char text[768];
};

// Sets code and sentence unless one is set already. `format` is an English message id, translated
// through err->tr before formatting. Always returns false, so that `return err_set(...)` reads well.
// `err` may be NULL: nobody wants to know.
bool err_set(struct err *err, enum err_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// As err_set for a failed system call on `path`: chooses the code from `errnum` (an errno value)
// and says what to do (free space, choose another folder, ...).
bool err_set_errno(struct err *err, int errnum, const char *path);

void err_clear(struct err *err); // keeps the language

#endif
