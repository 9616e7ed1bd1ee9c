// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Key maps of xkeyboard-config: what each key of a real keyboard types. The only door to
// libxkbcommon.
#ifndef ERNTEBILD_APP_KEYMAP_H
#define ERNTEBILD_APP_KEYMAP_H

#include <glib.h>
#include <stdbool.h>

struct keymap;

#define KEYMAP_LEVELS 4 // plain, shift, third level (AltGr), shift and third level

// By the names of xkeyboard-config: "de", "" or "ir", "pes". NULL when it is not installed.
struct keymap *keymap_open(const char *layout, const char *variant);
void keymap_close(struct keymap *keymap);
// What the key types at a level: one character, or 0. `key` is its name in xkeyboard-config
// ("AD01": first letter of the upper row). A dead key gives its combining character.
gunichar keymap_key(const struct keymap *keymap, const char *key, int level);

// A language that some layout is made for, as xkeyboard-config says.
struct keymap_language {
    char *lang;            // BCP 47; all owned by the array
    char *layout, *variant;
    char *description;     // in English
};

// All installed ones, each language once, in the order of the registry. Free with
// g_ptr_array_unref. Empty when xkeyboard-config is not there.
GPtrArray *keymap_languages(void);

#endif
