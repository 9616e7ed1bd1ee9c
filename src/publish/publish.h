// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people take away: pictures of scenes, and lists. Every output is written beside its place and
// renamed: never half a file. The same scenes give the same bytes.
#ifndef ERNTEBILD_PUBLISH_PUBLISH_H
#define ERNTEBILD_PUBLISH_PUBLISH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct scene;
struct store;

struct publication { // of a document; strings may be NULL
    const char *title, *author, *subject, *lang;
    const char *date; // ISO 8601: the document's date, so that two runs give the same bytes
};

// Chooses by the extension of `path` (.pdf .png .svg). A PDF holds all pages; PNG and SVG hold the
// first in `path` and the others in NAME-2.png and so on. `dpi` is for PNG (0: 150).
bool publish_scenes(const char *path, const struct scene *const *pages, size_t n,
                    const struct publication *publication, double dpi, struct err *err);

// Lists of a workshop (0: all of the network), by the extension of `path`: .json (lossless, the whole
// network), .csv, .md (importable again), .ics (meetings and agreements).
bool publish_list(const char *path, struct store *store, int64_t workshop, struct err *err);

#endif
