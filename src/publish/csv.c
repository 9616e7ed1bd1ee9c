// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/csv.h"

#include <string.h>

void csv_add_cell(GString *out, const char *text, bool last)
{
    // A tab or a return before the sign does not hide it from every spreadsheet.
    const char *first = text + strspn(text, "\t\r\n ");
    const char *guard = *first != '\0' && strchr("=+-@", *first) != NULL ? "'" : "";
    if (*guard != '\0' || strpbrk(text, ",\"\n\r") != NULL) {
        g_string_append_printf(out, "\"%s", guard);
        for (const char *p = text; *p != '\0'; p++) {
            if (*p == '"')
                g_string_append_c(out, '"');
            g_string_append_c(out, *p);
        }
        g_string_append_c(out, '"');
    } else {
        g_string_append(out, text);
    }
    g_string_append(out, last ? "\r\n" : ",");
}
