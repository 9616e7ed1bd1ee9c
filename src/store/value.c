// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "store/interior.h"

struct value value_of_column(struct query *query, int i)
{
    struct value value = {.type = query_type(query, i)};
    switch (value.type) {
    case QUERY_INT:
        value.i = query_to_int(query, i);
        break;
    case QUERY_REAL:
        value.r = query_to_real(query, i);
        break;
    case QUERY_TEXT:
        value.text = g_strdup(query_to_text(query, i));
        break;
    case QUERY_NULL:
        break;
    }
    return value;
}

void value_bind(struct query *query, int i, const struct value *value)
{
    switch (value->type) {
    case QUERY_INT:
        query_int(query, i, value->i);
        break;
    case QUERY_REAL:
        query_real(query, i, value->r);
        break;
    case QUERY_TEXT:
        query_text(query, i, value->text);
        break;
    case QUERY_NULL:
        query_null(query, i);
        break;
    }
}

void value_clear(struct value *value)
{
    g_free(value->text);
    *value = (struct value){0};
}

bool value_is_nothing(const struct value *value)
{
    switch (value->type) {
    case QUERY_INT:
        return value->i == 0;
    case QUERY_REAL:
        return value->r == 0;
    case QUERY_TEXT:
        return *value->text == '\0';
    case QUERY_NULL:
        break;
    }
    return true;
}

bool value_equal(const struct value *a, const struct value *b)
{
    if (value_is_nothing(a) || value_is_nothing(b))
        return value_is_nothing(a) && value_is_nothing(b);
    if (a->type != b->type)
        return false;
    return a->type == QUERY_INT    ? a->i == b->i
           : a->type == QUERY_REAL ? a->r == b->r
                                   : strcmp(a->text, b->text) == 0;
}

char *text_admit(const char *text, size_t size)
{
    if (!g_utf8_validate_len(text, size, NULL))
        return NULL;
    char *nfc = g_utf8_normalize(text, (gssize)size, G_NORMALIZE_NFC);
    GString *out = g_string_sized_new(size);
    for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\r' || c == '\t')
            c = c == '\t' ? ' ' : 0;
        bool control = c != '\n' && (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF);
        if (!control && c != 0)
            g_string_append_unichar(out, c);
    }
    g_free(nfc);
    // g_strstrip knows only ASCII; people paste no-break spaces too.
    const char *start = out->str, *end = out->str + out->len;
    while (start < end && g_unichar_isspace(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    while (end > start && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    char *trimmed = g_strndup(start, (gsize)(end - start));
    g_string_free(out, TRUE);
    return trimmed;
}
