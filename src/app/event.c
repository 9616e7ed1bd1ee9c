// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event.h"

#include <glib.h>
#include <string.h>

const char *event_take_text(struct event *event, const char *text)
{
    const char *end = text;
    while (*end != '\0' && (size_t)(g_utf8_next_char(end) - text) < sizeof event->text)
        end = g_utf8_next_char(end);
    event->type = EVENT_TEXT;
    memcpy(event->text, text, (size_t)(end - text));
    event->text[end - text] = '\0';
    return end;
}
