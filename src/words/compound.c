// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/compound.h"

#include <glib.h>
#include <string.h>

#include "words/lexicon.h"

enum {
    LEFT_SHORTEST = 3, // bytes; beside a part that is known too
    RIGHT_SHORTEST = 4,
    ALONE_SHORTEST = 5, // a known part beside an unknown one must say more
    REST_SHORTEST = 3,
    LONGEST = 60,
};

static bool writes_compounds(const char *lang)
{
    static const char *const langs[] = {"de", "nl", "sv", "da", "nb", "no", "fi", "hu"};
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
        if (strcmp(langs[i], lang) == 0)
            return true;
    return false;
}

// Postings of a part, none when the word may not be part of a compound.
static struct postings find_part(struct lexicon *lexicon, const struct format_language *language,
                                 const char *text, size_t length)
{
    char stem[LONGEST * 2] = "=";
    memcpy(stem + 1, text, length);
    struct postings found = lexicon_term(lexicon, language, stem, length + 1);
    if (found.n == 0) {
        size_t n = lexicon_stem(lexicon, language, text, length, stem, sizeof stem);
        found = lexicon_term(lexicon, language, stem, n);
    }
    if (found.n > 0 && !(found.items[0].flags & POSTING_PART))
        found.n = 0;
    return found;
}

static bool is_head(const struct lexicon *lexicon, const struct format_language *language,
                    const char *text, size_t length)
{
    return (lexicon_mark(lexicon, language, text, length) & MARK_HEAD) != 0;
}

static bool starts_character(const char *p)
{
    return ((unsigned char)*p & 0xC0) != 0x80;
}

static bool split(struct lexicon *lexicon, const struct format_language *language, const char *text,
                  size_t length, int depth, struct compound *best)
{
    struct postings one = {NULL, 0};
    size_t one_length = 0, one_at = 0;
    bool one_is_left = false;
    for (size_t at = LEFT_SHORTEST; at + REST_SHORTEST <= length; at++) {
        if (!starts_character(text + at))
            continue;
        struct postings left = find_part(lexicon, language, text, at);
        struct postings right = find_part(lexicon, language, text + at, length - at);
        if (length - at < RIGHT_SHORTEST && at < ALONE_SHORTEST)
            right.n = 0; // both short: too many words end like that
        if (left.n > 0 && right.n > 0) {
            bool head = is_head(lexicon, language, text + at, length - at);
            *best = (struct compound){
                .parts = {left, right}, .n = 2, .whole = true, .opens = true, .head_less = head};
            return true; // the first one has the longest right part
        }
        size_t known = left.n > 0 ? at : length - at;
        if (left.n + right.n > 0 && known >= ALONE_SHORTEST && length - known >= REST_SHORTEST &&
            known > one_length) {
            one = left.n > 0 ? left : right;
            one_length = known;
            one_at = at;
            one_is_left = left.n > 0;
        }
    }
    if (one_length == 0)
        return false;
    struct compound rest = {.n = 0};
    if (depth > 0) {
        const char *from = one_is_left ? text + one_at : text;
        split(lexicon, language, from, length - one_length, depth - 1, &rest);
    }
    bool head =
        one_is_left ? rest.head_less : is_head(lexicon, language, text + one_at, one_length);
    *best = (struct compound){
        .whole = rest.whole, .opens = one_is_left || rest.opens, .head_less = head};
    if (one_is_left)
        best->parts[best->n++] = one;
    for (size_t i = 0; i < rest.n && best->n + !one_is_left < COMPOUND_PARTS; i++)
        best->parts[best->n++] = rest.parts[i];
    if (!one_is_left)
        best->parts[best->n++] = one;
    return true;
}

bool compound_split(struct lexicon *lexicon, const struct format_language *language,
                    const char *normal, size_t length, struct compound *compound)
{
    if (length < LEFT_SHORTEST + RIGHT_SHORTEST || length > LONGEST ||
        !writes_compounds(language->code))
        return false;
    return split(lexicon, language, normal, length, 1, compound);
}
