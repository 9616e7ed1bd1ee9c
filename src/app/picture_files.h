// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures on this computer that may be a logo or stand on a poster.
#ifndef ERNTEBILD_APP_PICTURE_FILES_H
#define ERNTEBILD_APP_PICTURE_FILES_H

#include <glib.h>

// PNG and SVG files that are not too large: beside `file`, among pictures, downloads and on the desktop,
// on sticks; newest first. char *; g_ptr_array_free it with its strings.
GPtrArray *picture_files(const char *file);

#endif
