// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files: read whole, written beside and renamed, and where the program's own data lies.
#ifndef ERNTEBILD_BASE_FILE_H
#define ERNTEBILD_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct err;

// Reads all of `path`; the result is NUL-terminated, g_free it. NULL on failure (err says why).
char *file_read(const char *path, size_t *size, struct err *err);

// Writes `size` bytes to a temporary file beside `path`, syncs and renames it: `path` is either the
// old file or the whole new one. A device or a pipe is written to and stays what it is.
bool file_write(const char *path, const void *data, size_t size, struct err *err);

// The same for what is written again at every change and is no document: not synced, and a device or
// a pipe is refused.
bool file_refresh(const char *path, const void *data, size_t size, struct err *err);
// Whether `path` is a file or nothing yet; false with err for a folder, device or pipe.
bool file_may_replace(const char *path, struct err *err);

// For writers that need a file name or stream of their own: file_temp gives a name beside `path`
// (g_free it); file_commit syncs and renames it onto `path`, unless that is a folder, device or pipe;
// file_abandon removes it.
char *file_temp(const char *path);
bool file_commit(const char *temp, const char *path, struct err *err);
void file_abandon(const char *temp);

// Absolute path of `name` in the program's data directory: $ERNTEBILD_DATA, `data` beside the
// executable, or the installed one. g_free it. The file need not exist.
char *file_data(const char *name);

#endif
