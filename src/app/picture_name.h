// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a picture is called at a seat.
#ifndef ERNTEBILD_APP_PICTURE_NAME_H
#define ERNTEBILD_APP_PICTURE_NAME_H

struct stage;

// The word for an icon in `lang`; where the language has none, in that of the seat's words. A struck
// icon ("car-off") without a word of its own is "no ..." of what is struck. "" : no word. g_free it.
char *picture_name(const struct stage *stage, int seat, const char *icon, const char *lang);

#endif
