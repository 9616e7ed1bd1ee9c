// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The formats of a picture. Each writes to the file name it is given; who calls them renames it.
#ifndef ERNTEBILD_PUBLISH_SHEET_H
#define ERNTEBILD_PUBLISH_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct publication;
struct scene;

// `shown` is the name that a sentence about a failure says.
bool sheet_write_pdf(const char *file, const char *shown, const struct scene *const *pages, size_t n,
                     const struct publication *publication, struct err *err);
bool sheet_write_svg(const char *file, const char *shown, const struct scene *page,
                     struct err *err);
// Pixels that are there already, as paint_pixels makes them: `w` a row.
bool sheet_write_pixels(const char *file, const char *shown, uint8_t *pixels, int w, int h,
                        double dpi, struct err *err);
// In bands of rows, so that memory does not grow with the page.
bool sheet_write_png(const char *file, const char *shown, const struct scene *page, double dpi,
                     struct err *err);

#endif
