// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/question.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "store/store.h"

// The text after "LANG: " when the line is of this language, else NULL.
static const char *text_of(const char *line, const char *lang)
{
    size_t n = strlen(lang);
    if (strncmp(line, lang, n) != 0 || line[n] != ':')
        return NULL;
    line += n + 1;
    while (*line == ' ')
        line++;
    return line;
}

const char *question_in(const struct table *table, const char *lang, struct arena *arena)
{
    const char *found = table->question;
    char **lines = g_strsplit(table->questions, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        const char *text = text_of(lines[i], lang);
        if (text != NULL && *text != '\0')
            found = arena_printf(arena, "%s", text);
    }
    g_strfreev(lines);
    return found;
}

char *question_set(const struct table *table, const char *lang, const char *text)
{
    GString *all = g_string_new(NULL);
    char **lines = g_strsplit(table->questions, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (*lines[i] != '\0' && text_of(lines[i], lang) == NULL)
            g_string_append_printf(all, "%s%s", all->len > 0 ? "\n" : "", lines[i]);
    }
    g_strfreev(lines);
    if (*text != '\0')
        g_string_append_printf(all, "%s%s: %s", all->len > 0 ? "\n" : "", lang, text);
    return g_string_free(all, FALSE);
}
