// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/phrase.h"

#include <glib.h>
#include <string.h>

#include "words/phrase_german.h"

bool phrase_is_noun(const struct card *card, size_t i)
{
    if (card->cased)
        return phrase_german_noun(card, i);
    const struct card_word *word = &card->words[i];
    return !(word->marks & MARK_STOP) && word->lexeme->meanings_n > 0;
}

// "no", "without" directly before what is not wanted.
static bool is_denial(const struct card_word *word)
{
    return (word->lexeme->marks & MARK_NO) && (word->marks & MARK_STOP);
}

// No concept knows it: an adjective, a verb, a name.
static bool is_unknown(const struct card_word *word)
{
    return !(word->marks & MARK_STOP) && word->evidence == 0 && word->support == 0;
}

// The border of a phrase before word `i` would cut a term of several words.
static bool cuts_term(const struct card *card, size_t i)
{
    for (size_t back = 1; back < CARD_TERM && back <= i; back++)
        if (card->words[i - back].term > back)
            return true;
    return false;
}

// A phrase that goes on is not whole: "Volunteers for older" people.
static bool goes_on(const struct card *card, size_t last)
{
    const struct card_word *next = &card->words[last + 1];
    return last + 1 < card->words_n && next->before == BORDER_NONE &&
           !(next->marks & (MARK_STOP | MARK_BLAND)) && !next->verb;
}

// English: "restaurants extending", a verb of which nobody knows a noun.
static bool is_participle(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    return strcmp(card->language->code, "en") == 0 && !word->lexeme->known &&
           g_str_has_suffix(word->lexeme->normal, "ing");
}

// What the words between the borders cost.
static bool weigh_words(const struct card *card, size_t first, size_t last, double *bonus,
                        bool *known)
{
    // A term may end with a stop word, "parking lots", but not with what goes on: "access to".
    const unsigned goes = MARK_LINK | MARK_PLACE | MARK_WHOM;
    const size_t term_end = first + card->words[first].term;
    const bool whole = term_end == last + 1 && !(card->words[first].marks & MARK_STOP) &&
                       !(card->words[last].marks & goes);
    for (size_t i = first; i <= last; i++) {
        const struct card_word *word = &card->words[i];
        bool border = i == first || i == last;
        bool denies = is_denial(word) && i == first && first < last && word[1].denied;
        bool inside = word->marks & MARK_LINK || i < term_end;
        if ((word->marks & MARK_STOP) && !denies && (i == first || i == last ? !whole : !inside))
            return false;
        if (first < last && (word->verb || (i == last && is_participle(card, i))))
            return false;
        if (first < last && (word->marks & MARK_BLAND) && !denies)
            *bonus -= border ? 0.5 : 0.3;
        if (word->marks & MARK_PLACE)
            *bonus -= 0.45;
        else if (word->marks & MARK_WHOM)
            *bonus -= 0.2;
        *known |= !is_unknown(word) && !(word->marks & MARK_STOP);
    }
    return true;
}

// A run of words with content, stop words only inside and only some.
static bool content_run(const struct card *card, size_t first, size_t last, double *bonus)
{
    *bonus = 0;
    bool known = false;
    // Half of "no more".
    if (first > 0 && is_denial(&card->words[first]) && is_denial(&card->words[first - 1]) &&
        card->words[first].before == BORDER_NONE)
        return false;
    if (!weigh_words(card, first, last, bonus, &known))
        return false;
    if (last > first) {
        // An unknown word may be the noun's adjective, on one side of it.
        bool follow = card->follows;
        *bonus += known && is_unknown(&card->words[follow ? first : last]) ? -0.4 : 0.1;
        if (known && is_unknown(&card->words[follow ? last : first]))
            *bonus -= last - first > 1 ? 0.25 : 0.05;
    }
    if (card->words[first].term == last - first + 1)
        *bonus += 0.4;
    else if (goes_on(card, last))
        *bonus -= 0.25;
    else if (first < last && g_ascii_isdigit(*card->words[first].lexeme->normal))
        *bonus -= 0.3;
    // "Springfield's schools": a name is not what is said of it.
    if (card->words[first].name != card->words[last].name)
        *bonus -= 0.5;
    if (cuts_term(card, first) || cuts_term(card, last + 1))
        *bonus -= 0.6;
    if (is_denial(&card->words[first]))
        *bonus += 0.5;
    return true;
}

bool phrase_at(const struct card *card, size_t first, size_t last, struct phrase *phrase)
{
    *phrase = (struct phrase){first, last, 0};
    // What is wanted and what it is to replace are two things.
    for (size_t i = first + 1; i <= last; i++)
        if (card->words[i].before != BORDER_NONE ||
            card->words[i].replaced != card->words[first].replaced)
            return false;
    if (card->words[last].open)
        return false;
    bool ok = card->cased ? phrase_german(card, first, last, &phrase->bonus)
                          : content_run(card, first, last, &phrase->bonus);
    // A denied word alone says the opposite.
    if (first > 0 && card->words[first].before == BORDER_NONE &&
        is_denial(&card->words[first - 1]) && card->words[first].denied)
        phrase->bonus -= 0.6;
    return ok;
}
