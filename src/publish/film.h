// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The making of a picture, for the closing minute in the hall: one page that any browser plays, or
// numbered frames for a film.
#ifndef ERNTEBILD_PUBLISH_FILM_H
#define ERNTEBILD_PUBLISH_FILM_H

#include <stdbool.h>

struct err;
struct press;
struct print;

struct film_options {
    double seconds;
    double frames_a_second; // of numbered frames; 0: 12
    double dpi;             // likewise; 0: 1920 pixels wide
};

// The first page of `print`, by the form of `path`: NAME.html, or NAME-%03d.png with one place for
// the number, from 1 on. Frames are written one by one, each beside its place and renamed.
bool film_save(const struct press *press, const struct print *print, const char *path,
               const struct film_options *options, struct err *err);

#endif
