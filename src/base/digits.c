// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digits.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

// Round a string that is put in: no text that was admitted holds such characters.
#define STRING_BEGINS '\x02'
#define STRING_ENDS '\x03'

// The character for 0; the others follow. Languages that are not here write 0 to 9.
static gunichar zero_of(const char *lang)
{
    static const struct {
        const char *lang;
        gunichar zero;
    } systems[] = {
        {"ar", 0x0660}, {"bn", 0x09E6}, {"ckb", 0x0660}, {"fa", 0x06F0},
        {"mr", 0x0966}, {"my", 0x1040}, {"ne", 0x0966},  {"ps", 0x06F0},
    };
    size_t n = strcspn(lang, "-_");
    for (size_t i = 0; i < G_N_ELEMENTS(systems); i++) {
        if (strlen(systems[i].lang) == n && strncmp(systems[i].lang, lang, n) == 0)
            return systems[i].zero;
    }
    return '0';
}

static char *localise(const char *lang, const char *text)
{
    gunichar zero = zero_of(lang);
    GString *all = g_string_new(NULL);
    bool inside = false;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == STRING_BEGINS || *c == STRING_ENDS)
            inside = *c == STRING_BEGINS;
        else if (g_ascii_isdigit(*c) && !inside)
            g_string_append_unichar(all, zero + (gunichar)(*c - '0'));
        else
            g_string_append_c(all, *c);
    }
    return g_string_free(all, FALSE);
}

char *digits_in(const char *lang, const char *text)
{
    return localise(lang, text);
}

// The same format, in which strings can be told from numbers once they are put in.
static const char *mark_strings(GString *into, const char *format) __attribute__((format_arg(2)));
static const char *mark_strings(GString *into, const char *format)
{
    for (const char *c = format; *c != '\0';) {
        size_t n = *c == '%' ? 1 + strcspn(c + 1, "%diouxXeEfFgGaAcsp") + 1 : strcspn(c, "%");
        n = MIN(n, strlen(c)); // a lonely %
        bool string = *c == '%' && c[n - 1] == 's';
        if (string)
            g_string_append_c(into, STRING_BEGINS);
        g_string_append_len(into, c, (gssize)n);
        if (string)
            g_string_append_c(into, STRING_ENDS);
        c += n;
    }
    return into->str;
}

char *digits_vformat(const char *lang, const char *format, va_list args)
{
    GString *marked = g_string_new(NULL);
    char *text = g_strdup_vprintf(mark_strings(marked, format), args);
    char *localised = localise(lang, text);
    g_string_free(marked, TRUE);
    g_free(text);
    return localised;
}

char *digits_format(const char *lang, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = digits_vformat(lang, format, args);
    va_end(args);
    return text;
}
