// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/near.h"

#include <glib.h>
#include <string.h>

#include "words/format.h"

static size_t characters_of(const char *word, size_t length, gunichar *out, size_t room)
{
    size_t n = 0;
    for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
        if (n == room || *p == ' ')
            return 0;
        out[n++] = g_utf8_get_char(p);
    }
    return n;
}

bool near_forms_of(struct near_forms *forms, const char *word, size_t length)
{
    gunichar characters[NEAR_LONGEST];
    size_t n = characters_of(word, length, characters, NEAR_LONGEST);
    if (n < NEAR_SHORTEST)
        return false;
    forms->hashes[0] = format_hash(word, length);
    forms->n = 1;
    char form[NEAR_LONGEST * 6];
    for (size_t skip = 1; skip < n; skip++) {
        if (skip > 1 && characters[skip] == characters[skip - 1])
            continue;
        size_t used = 0;
        for (size_t i = 0; i < n; i++)
            if (i != skip)
                used += (size_t)g_unichar_to_utf8(characters[i], form + used);
        forms->hashes[forms->n++] = format_hash(form, used);
    }
    return true;
}

bool near_is_one_edit(const char *word, size_t length, const char *other, bool changed)
{
    gunichar a[NEAR_LONGEST], b[NEAR_LONGEST];
    size_t m = characters_of(word, length, a, NEAR_LONGEST);
    size_t n = characters_of(other, strlen(other), b, NEAR_LONGEST);
    if (m < NEAR_SHORTEST || n < NEAR_SHORTEST || a[0] != b[0] || m > n + 1 || n > m + 1)
        return false;
    size_t head = 0;
    while (head < m && head < n && a[head] == b[head])
        head++;
    size_t tail = 0;
    while (tail < m - head && tail < n - head && a[m - 1 - tail] == b[n - 1 - tail])
        tail++;
    size_t left_a = m - head - tail, left_b = n - head - tail;
    if (left_a == 1 && left_b == 1) // "deserve" is no desert
        return changed && m >= CHANGED_SHORTEST && tail > 0;
    if (left_a <= 1 && left_b <= 1)
        return left_a + left_b > 0;
    return left_a == 2 && left_b == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}
