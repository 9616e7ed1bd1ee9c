// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/keyword.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "words/counts.h"
#include "words/phrase.h"
#include "words/phrase_german.h"
#include "words/script.h"

enum {
    KEYWORD_WORDS = 3,    // a card of no more is its own keyword
    LEAD_CHARACTERS = 34, // so is what stands before a colon
    COMFORTABLE = 26,     // characters; longer keywords cost
};

static size_t characters(const char *start, const char *end)
{
    return (size_t)g_utf8_strlen(start, end - start);
}

static struct keyword span(const struct card *card, size_t first, size_t last)
{
    return (struct keyword){card->words[first].start, card->words[last].end};
}

static bool says_something(const struct card *card, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++)
        if (!(card->words[i].marks & (MARK_STOP | MARK_BLAND)) &&
            !g_unichar_isdigit(g_utf8_get_char(card->words[i].start)))
            return true;
    return false;
}

// "1 (statt 9) Gesetz": what a parenthesis begins in is no headline.
static bool cuts_aside(const struct card *card, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (card->words[i].aside)
            return true;
    return false;
}

// A whole sentence is more than a keyword: "Die GWA soll bleiben", "Dachböden stehen leer".
static bool is_sentence(const struct card *card, size_t first, size_t last)
{
    for (size_t i = first + 1; i < last; i++)
        if ((card->words[i].marks & MARK_STOP) &&
            !(card->words[i].marks & (MARK_LINK | MARK_NO | MARK_YES | MARK_INSTEAD)))
            return true;
    return false;
}

// Something short before a colon, a dash or the end of the first sentence: "Sprachcafé: reden".
static bool lead(const struct card *card, size_t first, struct keyword *keyword)
{
    const size_t opening = first;
    while (first + 1 < card->words_n && (card->words[first].marks & MARK_STOP) &&
           !(card->words[first].marks & MARK_NO) && card->words[first + 1].before == BORDER_NONE)
        first++;
    size_t end = first + 1;
    while (end < card->words_n && card->words[end].before < BORDER_COLON)
        end++;
    size_t last = end - 1;
    if (end - first > KEYWORD_WORDS || end == card->words_n || !says_something(card, first, last) ||
        cuts_aside(card, first, end))
        return false;
    const struct card_word *closing = &card->words[last];
    bool label = card->words[end].before == BORDER_COLON && (closing->marks & MARK_LABEL);
    if (label || (closing->marks & MARK_STOP) || closing->open)
        return false;
    if (card->words[end].before == BORDER_SENTENCE &&
        (is_sentence(card, first, last) ||
         (card->cased && !phrase_is_noun(card, last) &&
          !(first == opening && phrase_german_infinitive(card, last)))))
        return false;
    *keyword = span(card, first, last);
    return characters(keyword->start, keyword->end) <= LEAD_CHARACTERS;
}

// English, "literally", "heading for": it says how, or by what deed.
static bool says_how(const struct card *card, size_t i)
{
    const struct lexeme *lexeme = card->words[i].lexeme;
    return strcmp(card->language->code, "en") == 0 && !lexeme->known && lexeme->normal_length > 5 &&
           (g_str_has_suffix(lexeme->normal, "ly") || g_str_has_suffix(lexeme->normal, "ing"));
}

// What a word brings to a keyword.
static double word_value(const struct card *card, size_t i, const struct word_counts *counts)
{
    const struct card_word *word = &card->words[i];
    if (word->marks & MARK_STOP)
        return 0;
    double value = phrase_is_noun(card, i) ? 1 : card->cased ? 0.3 : 0.7;
    value += (word->verb ? 0.3 : 0.9) * (double)word->evidence + 0.25 * (double)word->support;
    double length = (double)word->length;
    value += 0.3 * CLAMP((length - 4) / 10, 0, 1);
    if (word->marks & MARK_BLAND)
        value -= 0.9;
    if (word->replaced)
        value -= 0.9;
    if (says_how(card, i))
        value -= 0.5;
    if (word->aside)
        value -= 0.4;
    if (word->name)
        value -= 1.2;
    if (word->verb)
        value -= 0.5;
    // Where, when, for whom and why are not what.
    value -= 1.5 * (1 - (double)word->after);
    if (word->subordinate)
        value -= 0.15;
    if (word->sentence > 0)
        value -= 0.15;
    size_t cards = counts_cards(counts), here = counts_of(counts, word->lexeme);
    if (here > 1 && cards > 0) {
        value += 0.08 * MIN(log2((double)here), 4);
        if (here * 4 > cards)
            value -= 0.35;
    }
    return value;
}

// Words before a colon that are too many for a keyword are still its headline: "Bus und Bahn üben:
// ...".
static size_t headline_end(const struct card *card, size_t skip)
{
    enum { MOST = 6 };
    for (size_t i = skip + 1; i < card->words_n && i <= skip + MOST; i++)
        if (card->words[i].before != BORDER_NONE)
            return card->words[i].before == BORDER_COLON ? i : 0;
    return 0;
}

// "Mach mit: Chor für alle", "Start your own: help for ...": a headline that only calls to do
// something leaves the word to what follows it. Where that begins; `skip` otherwise.
static size_t skip_call(const struct card *card, size_t skip)
{
    size_t end = headline_end(card, skip);
    const struct card_word *opening = &card->words[skip];
    if (end == 0 || (!card->cased && !opening->verb && !(opening->marks & MARK_BLAND)))
        return skip;
    for (size_t i = skip; i < end; i++) {
        const struct card_word *word = &card->words[i];
        bool carries = card->cased ? phrase_is_noun(card, i)
                                   : !word->verb && !(word->marks & (MARK_STOP | MARK_BLAND));
        if (carries)
            return skip;
    }
    return end;
}

static double phrase_value(const struct card *card, const struct phrase *phrase, size_t skip,
                           const struct word_counts *counts)
{
    double best = -1, rest = 0;
    for (size_t i = phrase->first; i <= phrase->last; i++) {
        double value = word_value(card, i, counts);
        if (value > best) {
            rest += MAX(best, 0);
            best = value;
        } else {
            rest += MAX(value, 0);
        }
    }
    double value = best + phrase->bonus + 0.22 * rest;
    if (phrase->last < headline_end(card, skip))
        value += 0.3;
    value -= 0.08 * (double)MIN(phrase->first - skip, (size_t)25);
    const char *start = card->words[phrase->first].start, *end = card->words[phrase->last].end;
    double length = (double)characters(start, end);
    value -= 0.05 * MAX(length - COMFORTABLE, 0);
    return value;
}

// Vietnamese parts its words into syllables.
static size_t longest_keyword(const struct card *card)
{
    return strcmp(card->language->code, "vi") == 0 ? 2 * KEYWORD_WORDS : KEYWORD_WORDS;
}

// "Ein Sprachcafé": what is asked for is called without its article.
static bool is_article(const struct card *card, size_t i)
{
    static const struct {
        char lang[4];
        const char *articles;
    } known[] = {
        {"de", " ein eine einen einem einer der die das den dem "},
        {"en", " a an the "},
        {"fr", " un une le la les l des du "},
        {"es", " un una unos unas el la los las "},
        {"pt", " um uma uns umas o a os as "},
        {"it", " un una uno il lo la i gli le l "},
        {"nl", " een de het "},
        {"ro", " un o niște "},
    };
    char spaced[32];
    g_snprintf(spaced, sizeof spaced, " %.20s ", card->words[i].lexeme->normal);
    for (size_t k = 0; k < G_N_ELEMENTS(known); k++)
        if (strcmp(known[k].lang, card->language->code) == 0)
            return strstr(known[k].articles, spaced) != NULL &&
                   card->words[i + 1].before == BORDER_NONE;
    return false;
}

// The card without what stands around it: spaces, punctuation, quotation marks.
static bool whole(const struct card *card, size_t skip, struct keyword *keyword)
{
    size_t last = card->words_n - 1;
    if (*card->end != '\0')
        return false;
    // An article before it and a please after it are not missed.
    while (skip < last && is_article(card, skip))
        skip++;
    while (last > skip && (card->words[last].marks & MARK_STOP) &&
           card->words[last].before == BORDER_CLAUSE)
        last--;
    if (is_sentence(card, skip, last))
        return false;
    *keyword = span(card, skip, last);
    for (const char *p = keyword->start; p < keyword->end; p++)
        if (*p == '\n' || *p == '\t')
            return false;
    return last - skip < longest_keyword(card) &&
           characters(keyword->start, keyword->end) <= LEAD_CHARACTERS;
}

struct keyword keyword_choose(const struct card *card, size_t skip,
                              const struct word_counts *counts)
{
    struct keyword keyword = {card->text, card->text};
    if (card->words_n == 0)
        return keyword;
    skip = MAX(skip, counts_label(counts, card));
    if (skip >= card->words_n)
        skip = 0;
    skip = skip_call(card, skip);
    if (lead(card, skip, &keyword) || whole(card, skip, &keyword))
        return keyword;
    double best = -1e9;
    struct phrase phrase;
    for (size_t first = skip; first < card->words_n; first++) {
        for (size_t last = first; last < card->words_n && last < first + longest_keyword(card);
             last++) {
            if (!phrase_at(card, first, last, &phrase))
                continue;
            double value = phrase_value(card, &phrase, skip, counts);
            if (value > best + 1e-9) {
                best = value;
                keyword = span(card, first, last);
            }
        }
    }
    if (best == -1e9) // nothing but words without content
        keyword = span(card, skip, MIN(skip + KEYWORD_WORDS, card->words_n) - 1);
    return keyword;
}
