// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is printed beside a keyword: the text, or the clause of it that holds the keyword.
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/interior.h"
#include "words/words.h"

struct piece {
    const char *start, *end;
};

static size_t characters(const char *start, const char *end)
{
    return (size_t)g_utf8_strlen(start, end - start);
}

static const char *previous(const char *p, const char *start)
{
    return p > start ? g_utf8_find_prev_char(start, p) : start;
}

static struct piece trimmed(struct piece piece)
{
    while (piece.start < piece.end && g_unichar_isspace(g_utf8_get_char(piece.start)))
        piece.start = g_utf8_next_char(piece.start);
    while (piece.end > piece.start &&
           g_unichar_isspace(g_utf8_get_char(previous(piece.end, piece.start))))
        piece.end = previous(piece.end, piece.start);
    return piece;
}

// Words whose border a cut may use.
static size_t word_holding(const struct card *card, const char *at)
{
    size_t i = 0;
    while (i + 1 < card->words_n && card->words[i].end <= at)
        i++;
    return i;
}

// The keyword in the weighed text: where it was written, soft hyphens left aside.
static struct piece find_keyword(const struct card *card, const char *keyword)
{
    for (size_t i = 0; i < card->words_n; i++) {
        const char *p = card->words[i].start, *k = keyword;
        while (*k != '\0' && p < card->end) {
            if (memcmp(p, "\xC2\xAD", 2) == 0)
                p += 2;
            else if (*p++ != *k++)
                break;
            if (*k == '\0')
                return (struct piece){card->words[i].start, p};
        }
    }
    return (struct piece){NULL, NULL};
}

// Where the rest begins after a keyword that stands apart before it, or NULL.
static const char *rest_after(const struct card *card, struct piece keyword, const char *end)
{
    if (keyword.start == NULL || keyword.start != card->words[0].start)
        return NULL;
    size_t i = word_holding(card, keyword.end);
    if (i >= card->words_n || card->words[i].start < keyword.end)
        return end; // nothing follows but signs
    if (card->words[i].before < BORDER_COLON)
        return NULL;
    const char *rest = card->words[i].start;
    // What opens the rest (a quotation mark, a parenthesis) belongs to it.
    for (const char *p = previous(rest, keyword.end); p >= keyword.end && p < rest;) {
        gunichar c = g_utf8_get_char(p);
        GUnicodeType type = g_unichar_type(c);
        if (type != G_UNICODE_OPEN_PUNCTUATION && type != G_UNICODE_INITIAL_PUNCTUATION && c != '"')
            break;
        rest = p;
        if (p == keyword.end)
            break;
        p = previous(p, keyword.end);
    }
    return rest;
}

// Appends a piece with every parenthesis shortened to "(…)".
static void append_short(GString *out, struct piece piece)
{
    int depth = 0;
    const char *p = piece.start;
    while (p < piece.end) {
        const char *next = g_utf8_next_char(p);
        const char *close = *p == '(' ? memchr(p, ')', (size_t)(piece.end - p)) : NULL;
        if (close != NULL && depth == 0 && close - p > 8) {
            g_string_append(out, "(…)");
            next = close + 1;
        } else {
            g_string_append_len(out, p, next - p);
        }
        p = next;
    }
}

static size_t short_length(struct piece piece)
{
    GString *out = g_string_new(NULL);
    append_short(out, piece);
    size_t n = (size_t)g_utf8_strlen(out->str, (gssize)out->len);
    g_string_free(out, TRUE);
    return n;
}

static char *render(struct piece piece, struct piece all, struct arena *arena)
{
    GString *out = g_string_new(NULL);
    if (piece.start > all.start)
        g_string_append(out, "… ");
    append_short(out, piece);
    if (piece.end < all.end) {
        while (out->len > 0 && strchr(",;:-", out->str[out->len - 1]) != NULL)
            g_string_truncate(out, out->len - 1);
        while (out->len > 0 && out->str[out->len - 1] == ' ')
            g_string_truncate(out, out->len - 1);
        g_string_append(out, " …");
    }
    char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

// End of a piece from word `first` with at most `max` characters: the last clause border that keeps
// at least half of the room, else the last word border.
static const char *cut_end(const struct card *card, const char *start, size_t first, size_t max,
                           const char *end)
{
    const char *word_end = NULL, *clause_end = NULL;
    for (size_t i = first; i < card->words_n; i++) {
        const char *here = card->words[i].end;
        if (short_length((struct piece){start, here}) > max)
            break;
        word_end = here;
        bool border = i + 1 < card->words_n && card->words[i + 1].before != BORDER_NONE;
        if (border && characters(start, here) * 2 > max) {
            clause_end = here;
            // The sign that ends a sentence stays with it.
            if (card->words[i + 1].before == BORDER_SENTENCE && here < end)
                clause_end = g_utf8_next_char(here);
        }
    }
    if (clause_end != NULL)
        return clause_end;
    return word_end != NULL ? word_end : card->words[first].end;
}

static size_t sentence_start(const struct card *card, size_t i, size_t lowest)
{
    while (i > lowest && card->words[i].before < BORDER_COLON)
        i--;
    return i;
}

static size_t clause_start(const struct card *card, size_t i, size_t lowest)
{
    while (i > lowest && card->words[i].before == BORDER_NONE)
        i--;
    return i;
}

static struct piece cut(const struct card *card, struct piece keyword, struct piece all, size_t max)
{
    size_t lowest = word_holding(card, all.start);
    size_t holds = keyword.start != NULL && keyword.start >= all.start
                       ? word_holding(card, keyword.start)
                       : lowest;
    size_t first = sentence_start(card, holds, lowest);
    // A sentence that begins far before the keyword gives way to its clause, then to the words
    // before it.
    const char *reach = keyword.end != NULL && keyword.end > all.start ? keyword.end : all.start;
    if (reach > card->words[first].start && characters(card->words[first].start, reach) > max)
        first = clause_start(card, holds, lowest);
    while (first < holds && characters(card->words[first].start, reach) > max)
        first++;
    const char *start = first == lowest ? all.start : card->words[first].start;
    return (struct piece){start, cut_end(card, start, first, max, all.end)};
}

const char *words_clause(struct words *words, const char *text, const char *lang,
                         const char *keyword, size_t max, struct arena *arena)
{
    struct piece all = trimmed((struct piece){text, text + strlen(text)});
    struct arena *scratch = arena_new();
    struct card *card = words_read(words, text, lang, scratch);
    const char *clause;
    if (card->words_n == 0) {
        size_t n = characters(all.start, all.end);
        const char *end = n <= max ? all.end : g_utf8_offset_to_pointer(all.start, (glong)max);
        clause = arena_strndup(arena, all.start, (size_t)(end - all.start));
    } else {
        struct piece where = keyword != NULL && *keyword != '\0' ? find_keyword(card, keyword)
                                                                 : (struct piece){NULL, NULL};
        const char *rest = rest_after(card, where, all.end);
        if (rest != NULL)
            all.start = rest;
        if (rest == all.end)
            clause = arena_strdup(arena, "");
        else if (characters(all.start, all.end) <= max)
            clause = arena_strndup(arena, all.start, (size_t)(all.end - all.start));
        else
            clause = render(cut(card, where, all, max > 4 ? max - 4 : 1), all, arena);
    }
    arena_free(scratch);
    return clause;
}
