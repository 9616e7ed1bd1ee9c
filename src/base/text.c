// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <glib.h>

#include "base/arena.h"

const char *text_capital(struct arena *arena, const char *text)
{
    char first[8] = "";
    if (*text == '\0')
        return "";
    g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(text)), first);
    return arena_printf(arena, "%s%s", first, g_utf8_next_char(text));
}
