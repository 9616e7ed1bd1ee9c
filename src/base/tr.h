// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Translations: GNU .mo catalogues read into memory, one per language, chosen explicitly, because
// seats of one display speak different languages at the same time (gettext() knows only one).
// Format: GNU gettext manual, section "The Format of GNU MO Files". Message ids are English.
#ifndef ERNTEBILD_BASE_TR_H
#define ERNTEBILD_BASE_TR_H

struct tr;

// Opens the catalogue `locale/LANG.mo` below the data directory. "en", an unknown language or a
// missing file give a catalogue that answers with the message ids. Never NULL; free with tr_free.
struct tr *tr_open(const char *lang);
void tr_free(struct tr *tr);

// The translation of `id`, or `id`. Borrowed until tr_free. `tr` may be NULL.
const char *tr_text(const struct tr *tr, const char *id) __attribute__((format_arg(2)));

// Plural form: `one` when n == 1 (all our languages' catalogues carry their own rule; the message
// is looked up by `one`, as ngettext does).
const char *tr_plural(const struct tr *tr, const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(2), format_arg(3)));

const char *tr_lang(const struct tr *tr); // "de", "en", ...; borrowed

// Language code for the command line from LC_ALL, LC_MESSAGES, LANG: "de" or "en".
const char *tr_environment_lang(void);

#define N_(text) text // marks a message id that is translated later

#endif
