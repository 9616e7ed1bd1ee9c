// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file that a cairo surface writes to, which remembers why writing failed.
#ifndef ERNTEBILD_PUBLISH_STREAM_H
#define ERNTEBILD_PUBLISH_STREAM_H

#include <cairo.h>
#include <stdbool.h>
#include <stdio.h>

struct err;

struct stream {
    FILE *file;
    int errnum; // of the first failure, 0: none
};

bool stream_open(struct stream *stream, const char *file, const char *shown, struct err *err);
cairo_status_t stream_write(void *stream, const unsigned char *data, unsigned size);
// Closes; false when anything failed since stream_open or `status` is not success.
bool stream_close(struct stream *stream, cairo_status_t status, const char *shown, struct err *err);

#endif
