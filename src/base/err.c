// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/err.h"

#include <errno.h>
#include <glib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/tr.h"

bool err_set(struct err *err, enum err_code code, const char *format, ...)
{
    if (err == NULL || err->code != ERR_NONE)
        return false;
    va_list args;
    va_start(args, format);
    // The catalogue's build checks that a translation takes the same arguments as its message id.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    g_vsnprintf(err->text, sizeof err->text, tr_text(err->tr, format), args);
#pragma GCC diagnostic pop
    va_end(args);
    // A cut sentence must still be valid UTF-8.
    const char *end;
    if (!g_utf8_validate(err->text, -1, &end))
        err->text[end - err->text] = '\0';
    err->code = code;
    return false;
}

bool err_set_errno(struct err *err, int errnum, const char *path)
{
    switch (errnum) {
    case ENOENT:
        return err_set(err, ERR_NOT_FOUND, N_("%s: there is no such file or folder. Check the name."),
                       path);
    case ENOSPC:
    case EDQUOT:
        return err_set(err, ERR_FULL,
                       N_("%s: no space left. Free some space or choose another place; nothing is lost."),
                       path);
    case EACCES:
    case EPERM:
    case EROFS:
        return err_set(err, ERR_READ_ONLY,
                       N_("%s: not permitted here. Choose another place or change its rights."), path);
    case EISDIR:
        return err_set(err, ERR_INPUT, N_("%s: this is a folder. Name a file."), path);
    default:
        return err_set(err, ERR_IO, N_("%s: %s. Try again or choose another place."), path,
                       g_strerror(errnum));
    }
}

void err_clear(struct err *err)
{
    if (err == NULL)
        return;
    err->code = ERR_NONE;
    err->text[0] = '\0';
}
