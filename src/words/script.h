// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What kind of character: letters of words, hyphens, scripts that write without spaces.
#ifndef ERNTEBILD_WORDS_SCRIPT_H
#define ERNTEBILD_WORDS_SCRIPT_H

#include <glib.h>
#include <stdbool.h>

bool script_is_letter(gunichar c); // letters, their marks and digits, joiners inside words
bool script_is_hyphen(gunichar c);
bool script_is_spaceless(gunichar c); // Han, Kana, Thai, Lao, Khmer, Burmese

#endif
