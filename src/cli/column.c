// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/column.h"

#include <glib.h>
#include <stdio.h>

// Terminal cells that a text takes: wide letters two, marks none.
static int cells_of(const char *text)
{
    int cells = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_iszerowidth(c))
            cells += g_unichar_iswide(c) ? 2 : 1;
    }
    return cells;
}

static void print_row(const char *const *cells, const int *widths, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        fputs(cells[i], stdout);
        if (i + 1 < n)
            printf("%*s", widths[i] - cells_of(cells[i]) + 2, "");
    }
    putchar('\n');
}

void columns_print(const struct columns *columns)
{
    int widths[COLUMNS_MOST];
    for (size_t i = 0; i < columns->n; i++) {
        widths[i] = cells_of(columns->heads[i]);
        for (size_t row = 0; row < columns->rows; row++)
            widths[i] = MAX(widths[i], cells_of(columns->cells[row * columns->n + i]));
    }
    print_row(columns->heads, widths, columns->n);
    for (size_t row = 0; row < columns->rows; row++)
        print_row(columns->cells + row * columns->n, widths, columns->n);
}
