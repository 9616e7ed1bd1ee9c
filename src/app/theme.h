// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Themes of the screen: how its tokens look. Screens name the roles of colour.h and the widths of
// the kit; the kit and the scenes it draws into put the theme's in their place, so that no screen
// can miss it.
#ifndef ERNTEBILD_APP_THEME_H
#define ERNTEBILD_APP_THEME_H

#include <stdbool.h>

struct palette;

struct theme {
    const struct palette *palette; // NULL: the roles as they are
    double line, icon;             // factors of the widths of lines, and of those of icons
    bool loops_in_ink;             // bundles: a loop of ink without a tint
    bool off_underlined; // what is not possible now is no grey: it has a dashed line below
    bool outlined;       // what only a fill tells apart has a line round it
    double contrast;     // the least that any text has with its ground
};

const struct theme *theme_of(bool high_contrast);

#endif
