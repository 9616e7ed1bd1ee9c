// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/card.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "words/denial.h"
#include "words/role.h"
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
                               .length = (size_t)g_utf8_strlen(start, end - start),
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
    bool any = false;
    for (size_t i = 0; i < card->words_n; i++) {
        const struct card_word *word = &card->words[i];
        shouted += word->shouted;
        any |= word->capital;
        if (word->opens)
            continue;
        inner++;
        capital += word->capital;
    }
    return strcmp(card->language->code, "de") == 0 && any && shouted * 2 <= card->words_n &&
           (capital > 0 || inner < 3 || only_opens(card));
}

// Where an adjective follows its noun: "jardin partagé".
static bool adjectives_follow(const struct format_language *language)
{
    static const char *const langs[] = {"fr", "es",  "pt", "it", "ro", "ar", "fa",
                                        "ku", "ckb", "vi", "sq", "he", "ca"};
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
        if (strcmp(langs[i], language->code) == 0)
            return true;
    return false;
}

struct card *card_read(struct lexicon *lexicon, const struct format_language *language,
                       const char *text, struct arena *arena)
{
    enum { FIRST_ROOM = 32 };
    struct card *card = ARENA_NEW(arena, struct card);
    *card = (struct card){.text = text,
                          .end = weighed_end(text),
                          .language = language,
                          .follows = adjectives_follow(language),
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
    denial_read(lexicon, card);
    role_read(card);
    return card;
}
