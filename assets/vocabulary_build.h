// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Collects what goes into vocabulary.bin and writes it (src/words/format.h).
#ifndef ERNTEBILD_ASSETS_VOCABULARY_BUILD_H
#define ERNTEBILD_ASSETS_VOCABULARY_BUILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct build;

struct build *build_new(void);
void build_free(struct build *build);

// Index of the icon, added when new.
uint16_t build_icon(struct build *build, const char *name);

// Adds a concept (its icons are filled by the caller) and returns its index.
uint16_t build_concept(struct build *build, const char *name, const uint16_t *icons, size_t icons_n,
                       uint16_t icon_off);

// A word or several that lead to the concept. `own`: written by us, wins over the annotations.
// `exact`: only in this very form, not by its stem.
void build_term(struct build *build, const char *lang, const char *text, uint16_t concept,
                unsigned weight, bool own, bool exact);

// How many concepts have terms of our own in this language.
size_t build_own_concepts(struct build *build, const char *lang);

// A word of the language itself; kinds (enum format_mark) add up.
void build_mark(struct build *build, const char *lang, const char *text, unsigned kinds);

// The name of an icon for people; the first one wins.
void build_label(struct build *build, const char *lang, uint16_t icon, const char *text);

bool build_write(struct build *build, const char *path, struct err *err);

#endif
