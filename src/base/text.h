// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words as headings want them.
#ifndef ERNTEBILD_BASE_TEXT_H
#define ERNTEBILD_BASE_TEXT_H

struct arena;

// `text` (valid UTF-8) begun with a capital; "" stays "". In the arena.
const char *text_capital(struct arena *arena, const char *text);

#endif
