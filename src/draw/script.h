// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How each script is lettered: families, optical size, line metrics. Internal to draw/.
#ifndef ERNTEBILD_DRAW_SCRIPT_H
#define ERNTEBILD_DRAW_SCRIPT_H

#include <glib.h>
#include <stdbool.h>

struct script_style {
    GUnicodeScript script;
    const char *lang;       // assumed when only the script is known
    const char *languages;  // written in it, space before and after each; NULL: every other one
    const char *families;   // in order of preference, comma between
    double factor;          // on the size, so that it looks as tall as Latin
    double ascent, descent; // em of the script's own size
    double leading;         // factor on the distance of lines
    int lighter;            // taken from the CSS weight
};

// Number of styles, and the one of number `i`. Number 0 is Latin's.
int script_styles(void);
const struct script_style *script_style(int i);
// The same in print instead of by hand, where there is one.
const struct script_style *script_style_in_print(int i);

// The style of the script most characters of `text` are in; of `lang` when it has no letters.
int script_style_of(const char *text, const char *lang);

bool script_is_rtl(GUnicodeScript script);

#endif
