// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The press: every tool that a poster needs, opened once, and the way from a workshop to scenes.
// Used by the commands and by the harvest screen alike.
#ifndef ERNTEBILD_PUBLISH_PRESS_H
#define ERNTEBILD_PUBLISH_PRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "poster/harvest.h"
#include "poster/poster.h"
#include "publish/publish.h"

struct err;
struct hyphens;
struct icons;
struct lettering;
struct store;
struct tr;
struct words;

struct press { // owned by the press, borrowed by who uses it
    struct lettering *lettering;
    struct icons *icons;
    struct words *words;
    struct hyphens *hyphens;
};

// Opens fonts, icons and vocabulary. NULL on failure (err says which set-up step is missing).
struct press *press_open(struct err *err);
void press_close(struct press *press); // NULL is legal

// A composed poster with the harvest it was made from.
struct print {
    struct harvest *harvest;
    struct poster *poster;
    struct tr *tr; // in the poster's language
    struct publication publication; // strings borrowed from the harvest
};

// Composes `workshop` of `store`. NULL on failure. The press must outlive it. Free with print_free.
struct print *press_print(struct press *press, struct store *store, int64_t workshop,
                          const struct poster_options *options, struct err *err);
void print_free(struct print *print); // NULL is legal

// Writes all pages as publish_scenes does.
bool print_save(const struct print *print, const char *path, double dpi, struct err *err);

#endif
