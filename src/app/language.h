// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Languages by their own names.
#ifndef ERNTEBILD_APP_LANGUAGE_H
#define ERNTEBILD_APP_LANGUAGE_H

// "Türkçe" for "tr" (with or without region); the code itself when it is not known.
const char *language_name(const char *lang);
// "tr" for "tur" (ISO 639-2 or -3); the code itself where it has no shorter one or is not known.
const char *language_code(const char *iso);

#endif
