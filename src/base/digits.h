// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers in the digits that a language writes by default (Unicode CLDR 44, defaultNumberingSystem).
#ifndef ERNTEBILD_BASE_DIGITS_H
#define ERNTEBILD_BASE_DIGITS_H

#include <stdarg.h>

// `text` with the language's digits instead of 0 to 9: "١٢:٤٠" for "ar", as it is for "de". g_free it.
char *digits_in(const char *lang, const char *text);
// Formats, and does so with all digits but those of strings that are put in (%s): what people wrote
// stays as they wrote it. g_free it.
char *digits_vformat(const char *lang, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
char *digits_format(const char *lang, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
