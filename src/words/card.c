// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/card.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/scan.h"
#include "words/script.h"

static const char *weighed_end(const char *text)
{
    const char *p = text;
    for (int i = 0; i < CARD_WEIGHED && *p != '\0'; i++)
        p = g_utf8_next_char(p);
    return p;
}

static enum card_border border_of(gunichar c)
{
    switch (c) {
    case '\n':
    case '\r':
    case '!':
    case '?':
    case 0x2026: // …
    case 0x061F: // Arabic question mark
    case 0x06D4: // Urdu full stop
    case 0x0964: // danda
    case 0x1362: // Ethiopic full stop
    case 0x3002: // ideographic full stop
    case 0xFF01:
    case 0xFF1F:
        return BORDER_SENTENCE;
    case ':':
    case 0x1366: // Ethiopic preface colon
    case 0xFF1A:
        return BORDER_COLON;
    case 0x2013: // – —
    case 0x2014:
        return BORDER_DASH;
    case ',':
    case ';':
    case '(':
    case ')':
    case '[':
    case ']':
    case '"':
    case '|':
    case '/':
    case '=':
    case 0x00AB: // « »
    case 0x00BB:
    case 0x201C: // “ ” „
    case 0x201D:
    case 0x201E:
    case 0x2022: // •
    case 0x2192: // →
    case 0x060C: // Arabic comma, semicolon
    case 0x061B:
    case 0x1363: // Ethiopic comma, semicolon, colon
    case 0x1364:
    case 0x1365:
    case 0x3001: // ideographic comma
    case 0xFF0C:
        return BORDER_CLAUSE;
    default:
        return BORDER_NONE;
    }
}

// A full stop ends a sentence unless a small letter or digit goes on ("z.B.", "max. 2").
static bool full_stop_ends(const char *after, const char *end)
{
    if (after < end && !g_unichar_isspace(g_utf8_get_char(after)))
        return false;
    while (after < end && !script_is_letter(g_utf8_get_char(after)))
        after = g_utf8_next_char(after);
    if (after >= end)
        return true;
    gunichar c = g_utf8_get_char(after);
    return !g_unichar_islower(c) && !g_unichar_isdigit(c);
}

struct gap {
    enum card_border border;
    int depth; // of parentheses
};

static void gap_read(struct gap *gap, const char *from, const char *to, const char *end)
{
    gap->border = BORDER_NONE;
    for (const char *p = from; p < to; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        enum card_border border = border_of(c);
        if (c == '.' && full_stop_ends(p + 1, end))
            border = BORDER_SENTENCE;
        else if (script_is_hyphen(c) && p > from && p[-1] == ' ' && p[1] == ' ')
            border = BORDER_DASH;
        if (border > gap->border)
            gap->border = border;
        if (c == '(')
            gap->depth++;
        else if (c == ')' && gap->depth > 0)
            gap->depth--;
    }
}

static bool is_shouted(const char *start, const char *end)
{
    int letters = 0;
    for (const char *p = start; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_islower(c))
            return false;
        letters += g_unichar_isupper(c) != 0;
    }
    return letters >= 2;
}

struct reader {
    struct lexicon *lexicon;
    struct arena *arena;
    struct card *card;
    size_t room;
    struct gap gap;
};

static void add_word(struct reader *reader, const char *start, const char *end, bool open)
{
    struct card *card = reader->card;
    if (card->words_n == reader->room) {
        struct card_word *grown = ARENA_ARRAY(reader->arena, struct card_word, reader->room * 2);
        memcpy(grown, card->words, card->words_n * sizeof *grown);
        card->words = grown;
        reader->room *= 2;
    }
    struct card_word *word = &card->words[card->words_n++];
    *word = (struct card_word){.start = start,
                               .end = end,
                               .open = open,
                               .before = reader->gap.border,
                               .aside = reader->gap.depth > 0};
    word->lexeme = lexicon_word(reader->lexicon, card->language, start, (size_t)(end - start));
    word->opens =
        card->words_n == 1 || word->before == BORDER_SENTENCE || word->before == BORDER_COLON;
    gunichar first = g_utf8_get_char(start);
    word->capital = g_unichar_isupper(first) || g_unichar_istitle(first);
    word->shouted = is_shouted(start, end);
}

// A run without spaces: the longest pieces that the vocabulary knows, the rest in one.
static void add_run(struct reader *reader, const char *start, const char *end)
{
    enum { LONGEST_PIECE = 36 }; // bytes
    const char *rest = start;
    for (const char *p = start; p < end;) {
        const char *piece = end - p > LONGEST_PIECE ? p + LONGEST_PIECE : end;
        for (; piece > p; piece--) {
            if (piece < end && ((unsigned char)*piece & 0xC0) == 0x80)
                continue;
            if (lexicon_term(reader->lexicon, reader->card->language, p, (size_t)(piece - p)).n > 0)
                break;
        }
        if (piece == p) {
            p = g_utf8_next_char(p);
            continue;
        }
        if (rest < p)
            add_word(reader, rest, p, false);
        add_word(reader, p, piece, false);
        reader->gap.border = BORDER_NONE;
        rest = p = piece;
    }
    if (rest < end)
        add_word(reader, rest, end, false);
}

// Something would be lost in the same clause: to deny that is to want what it is about.
static bool is_loss_ahead(const struct card *card, size_t from)
{
    enum { FAR = 5 };
    for (size_t i = from; i < card->words_n && i < from + FAR; i++) {
        if (i > from && card->words[i].before != BORDER_NONE)
            return false;
        if (card->words[i].marks & MARK_LOSS)
            return true;
    }
    return false;
}

// "No child should go hungry": somebody, and what shall not happen to them.
static bool is_nobody(const struct card *card, size_t from)
{
    const struct card_word *word = from < card->words_n ? &card->words[from] : NULL;
    static const float of_people = 0.76F; // at most: who it is for, not what (concepts with "*")
    return word != NULL && word->lexeme->meanings_n > 0 &&
           word->lexeme->meanings[0].weight < of_people && from + 1 < card->words_n &&
           (card->words[from + 1].marks & MARK_MODAL);
}

// Words denied or replaced by a mark: as far as the noun that follows (German), or the words of
// content that follow one another.
static void mark_ahead(struct card *card, size_t from, unsigned kinds)
{
    enum { REACH = 3 };
    int content = 0;
    for (size_t i = from; i < card->words_n && content < REACH; i++) {
        struct card_word *word = &card->words[i];
        if (i > from && word->before != BORDER_NONE)
            return;
        if (word->marks & MARK_STOP) {
            if (content > 0 && !card->words[i - 1].open)
                return;
            continue;
        }
        content++;
        word->denied |= (kinds & MARK_NO) != 0;
        word->lessened |= (kinds & MARK_LESS) != 0;
        word->replaced |= (kinds & MARK_INSTEAD) != 0;
        if (card->cased && word->capital && !word->open)
            return;
    }
}

static void mark_behind(struct card *card, size_t before, unsigned kinds)
{
    enum { REACH = 2 };
    for (size_t i = before, content = 0; i-- > 0 && content < REACH; content++) {
        struct card_word *word = &card->words[i];
        if (word->marks & MARK_STOP)
            return;
        word->denied |= (kinds & MARK_NO_AFTER) != 0;
        word->replaced |= (kinds & MARK_INSTEAD_AFTER) != 0;
        if (word->before != BORDER_NONE)
            return;
    }
}

// Kinds of the longest mark that begins at word `i`, and how many words it has.
static unsigned mark_at(const struct reader *reader, size_t i, size_t *n)
{
    const struct card *card = reader->card;
    char joined[128];
    for (*n = card->words[i].lexeme->opens_mark ? 3 : 1; *n > 1; (*n)--) {
        size_t used = 0, k = 0;
        for (; k < *n && i + k < card->words_n; k++) {
            const struct card_word *word = &card->words[i + k];
            size_t length = word->lexeme->normal_length;
            if ((k > 0 && word->before != BORDER_NONE) || used + length + 2 > sizeof joined)
                break;
            if (k > 0)
                joined[used++] = ' ';
            memcpy(joined + used, word->lexeme->normal, length);
            used += length;
        }
        unsigned kinds = k == *n ? lexicon_mark(reader->lexicon, card->language, joined, used) : 0;
        if (kinds != 0)
            return kinds;
    }
    return card->words[i].lexeme->marks;
}

static void read_marks(const struct reader *reader)
{
    struct card *card = reader->card;
    for (size_t i = 0; i < card->words_n; i++)
        card->words[i].marks = card->words[i].lexeme->marks;
    for (size_t i = 0, n; i < card->words_n; i += n) {
        unsigned kinds = mark_at(reader, i, &n);
        for (size_t k = i; n > 1 && k < i + n; k++)
            card->words[k].marks |= kinds;
        if (kinds & MARK_YES)
            continue;
        if ((kinds & (MARK_NO | MARK_INSTEAD)) &&
            !((kinds & MARK_NO) && (is_loss_ahead(card, i + n) || is_nobody(card, i + n))))
            mark_ahead(card, i + n, kinds);
        if (kinds & (MARK_NO_AFTER | MARK_INSTEAD_AFTER))
            mark_behind(card, i, kinds);
    }
}

// One noun, at the beginning, and none written small: "Chor für alle, die nicht singen können".
static bool only_opens(const struct card *card)
{
    bool noun = false;
    for (size_t i = 0; i < card->words_n; i++) {
        const struct card_word *word = &card->words[i];
        bool known = word->lexeme->known && (word->lexeme->meanings[0].flags & POSTING_NOUN);
        if (known && !word->capital)
            return false;
        noun |= known && word->opens;
    }
    return noun;
}

// Capitals tell German nouns, unless someone wrote everything small or everything large.
static bool capitals_speak(const struct card *card)
{
    size_t capital = 0, shouted = 0, inner = 0;
    for (size_t i = 0; i < card->words_n; i++) {
        const struct card_word *word = &card->words[i];
        shouted += word->shouted;
        if (word->opens)
            continue;
        inner++;
        capital += word->capital;
    }
    return strcmp(card->language->code, "de") == 0 && shouted * 2 <= card->words_n &&
           (capital > 0 || inner < 3 || only_opens(card));
}

struct card *card_read(struct lexicon *lexicon, const struct format_language *language,
                       const char *text, struct arena *arena)
{
    enum { FIRST_ROOM = 32 };
    struct card *card = ARENA_NEW(arena, struct card);
    *card = (struct card){.text = text,
                          .end = weighed_end(text),
                          .language = language,
                          .words = ARENA_ARRAY(arena, struct card_word, FIRST_ROOM)};
    struct reader reader = {lexicon, arena, card, FIRST_ROOM, {BORDER_NONE, 0}};
    struct scan_word word;
    for (const char *at = text; scan_next(at, card->end, language->code, &word); at = word.end) {
        gap_read(&reader.gap, at, word.start, card->end);
        if (word.spaceless)
            add_run(&reader, word.start, word.end);
        else
            add_word(&reader, word.start, word.end, word.open);
    }
    card->cased = capitals_speak(card);
    read_marks(&reader);
    return card;
}
