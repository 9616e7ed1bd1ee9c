// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/entry.h"

#include <string.h>

#define UNDO_MOST 200

void entry_init(struct entry *entry)
{
    *entry = (struct entry){.text = g_string_new(NULL), .wish_x = -1};
    entry->before = g_ptr_array_new_with_free_func(g_free);
    entry->lines = g_array_new(FALSE, TRUE, sizeof(struct entry_line));
    entry->shown = g_string_new(NULL);
}

void entry_clear(struct entry *entry)
{
    g_string_free(entry->text, TRUE);
    g_ptr_array_free(entry->before, TRUE);
    g_array_free(entry->lines, TRUE);
    g_string_free(entry->shown, TRUE);
}

void entry_set(struct entry *entry, const char *text)
{
    char *nfc = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    g_string_assign(entry->text, nfc != NULL ? nfc : "");
    g_free(nfc);
    entry->caret = entry->anchor = entry->text->len;
    entry->preedit[0] = '\0';
    entry->wish_x = -1;
    entry->last = ENTRY_NOTHING;
    g_ptr_array_set_size(entry->before, 0);
}

// ---- editing ------------------------------------------------------------------------------------

// Undo goes back by what was written in one go: a word, a piece taken away.
static void keep(struct entry *entry, int now, bool apart)
{
    if (apart || (int)entry->last != now) {
        if (entry->before->len == UNDO_MOST)
            g_ptr_array_remove_index(entry->before, 0);
        g_ptr_array_add(entry->before, g_strdup(entry->text->str));
    }
    entry->last = now;
    entry->wish_x = -1;
}

static char *without_controls(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);
        if (character == '\n' || !g_unichar_iscntrl(character))
            g_string_append_unichar(out, character);
        else if (character == '\t')
            g_string_append_c(out, ' ');
    }
    return g_string_free(out, FALSE);
}

// ---- the selection ------------------------------------------------------------------------------

static void range_of(const struct entry *entry, size_t *start, size_t *end)
{
    *start = MIN(entry->caret, entry->anchor);
    *end = MAX(entry->caret, entry->anchor);
}

bool entry_has_selection(const struct entry *entry)
{
    return entry->caret != entry->anchor;
}

char *entry_selected(const struct entry *entry)
{
    size_t start, end;
    range_of(entry, &start, &end);
    return g_strndup(entry->text->str + start, end - start);
}

void entry_select_all(struct entry *entry)
{
    entry->anchor = 0;
    entry->caret = entry->text->len;
    entry->last = ENTRY_NOTHING;
}

void entry_select_word(struct entry *entry)
{
    const char *text = entry->text->str;
    size_t start = entry->caret, end = entry->caret;
    while (start > 0 && !g_ascii_isspace(text[start - 1]))
        start--;
    while (end < entry->text->len && !g_ascii_isspace(text[end]))
        end++;
    entry->anchor = start;
    entry->caret = end;
    entry->last = ENTRY_NOTHING;
}

void entry_compose_at_caret(struct entry *entry, const char *preedit)
{
    g_strlcpy(entry->preedit, preedit, sizeof entry->preedit);
}

// ---- editing, continued -------------------------------------------------------------------------

bool entry_insert(struct entry *entry, const char *text)
{
    size_t start, after;
    range_of(entry, &start, &after);
    char *plain = without_controls(text);
    // An accent may join with what stands before it.
    char *joined = g_strdup_printf("%.*s%s", (int)start, entry->text->str, plain);
    char *head = g_utf8_normalize(joined, -1, G_NORMALIZE_NFC);
    size_t tail = entry->text->len - after;
    entry->preedit[0] = '\0';
    bool fits = head != NULL && strlen(head) + tail <= ENTRY_MOST;
    if (fits && *plain != '\0') {
        bool word = start == 0 || g_ascii_isspace(entry->text->str[start - 1]);
        keep(entry, ENTRY_TYPED,
             g_utf8_strlen(plain, -1) > 1 || (word && *plain != ' ') || start != after);
        char *end = g_strdup(entry->text->str + after);
        g_string_assign(entry->text, head);
        entry->caret = entry->anchor = entry->text->len;
        g_string_append(entry->text, end);
        g_free(end);
    }
    g_free(head);
    g_free(joined);
    g_free(plain);
    return fits;
}

static void take_out(struct entry *entry, size_t start, size_t end)
{
    if (start == end)
        return;
    keep(entry, ENTRY_TAKEN, false);
    g_string_erase(entry->text, (gssize)start, (gssize)(end - start));
    entry->caret = entry->anchor = start;
}

// True when something was selected, and is gone now.
static bool take_selection(struct entry *entry)
{
    size_t start, end;
    range_of(entry, &start, &end);
    if (start == end)
        return false;
    entry->last = ENTRY_NOTHING;
    take_out(entry, start, end);
    return true;
}

void entry_replace(struct entry *entry, const char *old, const char *text)
{
    size_t n = strlen(old);
    if (n > entry->caret || strncmp(entry->text->str + entry->caret - n, old, n) != 0 ||
        entry->text->len - n + strlen(text) > ENTRY_MOST)
        return;
    g_string_erase(entry->text, (gssize)(entry->caret - n), (gssize)n);
    g_string_insert(entry->text, (gssize)(entry->caret - n), text);
    entry->caret += strlen(text) - n;
    entry->anchor = entry->caret;
    entry->last = ENTRY_TYPED;
}

void entry_backspace(struct entry *entry)
{
    if (!take_selection(entry) && entry->caret > 0)
        take_out(entry, lettering_previous(entry->text->str, entry->caret), entry->caret);
}

void entry_backspace_word(struct entry *entry)
{
    if (take_selection(entry))
        return;
    size_t start = entry->caret;
    while (start > 0 && g_ascii_isspace(entry->text->str[start - 1]))
        start--;
    while (start > 0 && !g_ascii_isspace(entry->text->str[start - 1]))
        start--;
    take_out(entry, start, entry->caret);
}

void entry_delete(struct entry *entry)
{
    if (!take_selection(entry) && entry->caret < entry->text->len)
        take_out(entry, entry->caret, lettering_next(entry->text->str, entry->caret));
}

bool entry_can_undo(const struct entry *entry)
{
    return entry->before->len > 0;
}

void entry_undo(struct entry *entry)
{
    if (entry->before->len == 0)
        return;
    char *text = g_ptr_array_steal_index(entry->before, entry->before->len - 1);
    // The caret goes to where the two texts begin to differ from the end.
    size_t same = 0, n = strlen(text);
    while (same < n && same < entry->text->len &&
           text[n - 1 - same] == entry->text->str[entry->text->len - 1 - same])
        same++;
    while (same > 0 && (text[n - same] & 0xC0) == 0x80)
        same--;
    g_string_assign(entry->text, text);
    entry->caret = entry->anchor = n - same;
    entry->last = ENTRY_NOTHING;
    entry->wish_x = -1;
    g_free(text);
}

// ---- the caret ----------------------------------------------------------------------------------

void entry_move(struct entry *entry, int characters)
{
    for (; characters > 0; characters--)
        entry->caret = lettering_next(entry->text->str, entry->caret);
    for (; characters < 0; characters++)
        entry->caret = lettering_previous(entry->text->str, entry->caret);
    entry->anchor = entry->caret;
    entry->wish_x = -1;
    entry->last = ENTRY_NOTHING;
}
