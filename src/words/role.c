// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/role.h"

#include <glib.h>
#include <string.h>

#include "words/matches.h"
#include "words/phrase.h"

// How much a word counts by where it stands. Tried on the building half of tests/words.
static const double weight_prefix = 0.35, // in a prefix that many cards share
    weight_aside = 0.8,                   // in parentheses
    weight_denied = 0.85,                 // still what the card is about
    weight_lessened = 0.8,                // "less paperwork" speaks of it all the more
    weight_replaced = 0.15,               // what is to go
    weight_small = 0.85,                  // German, not a noun
    weight_verb = 0.8,                    // English, where a verb stands
    weight_name = 0.3,                    // "Bowling Green"
    weight_place = 0.8,                   // where or when, not what
    weight_place_term = 0.6,              // "im Park" is a term and a place
    weight_place_first = 0.9,             // a sentence that begins with the place speaks of it
    weight_whom = 0.9,                    // for whom, not what
    weight_owner = 0.75,                  // whose it is
    weight_act = 0.75,                    // a deed before what it is done to
    weight_bland = 0.9,                   // hardly worth a keyword
    weight_subordinate = 0.85,            // why, when, what for
    weight_sentence = 0.75,               // any but the first
    weight_per_word = 0.008,              // the later, the less
    weight_late = 0.75;                   // but never below

static bool is_one_of(const struct card_word *word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(word->lexeme->normal, words[i]) == 0)
            return true;
    return false;
}

static bool is_german(const struct card *card)
{
    return strcmp(card->language->code, "de") == 0;
}

static bool is_english(const struct card *card)
{
    return strcmp(card->language->code, "en") == 0;
}

static bool goes_on(const struct card *card, size_t i)
{
    return i < card->words_n && card->words[i].before == BORDER_NONE;
}

static size_t clause_end(const struct card *card, size_t i)
{
    do
        i++;
    while (goes_on(card, i));
    return i;
}

// "..., die man nutzen kann": a German relative clause ends with its verb, an enumeration with a
// noun.
static bool is_relative(const struct card *card, size_t i)
{
    static const char *const pronouns[] = {"der", "die", "das", "den", "dem"};
    const struct card_word *word = &card->words[i];
    if (!card->cased || word->before != BORDER_CLAUSE ||
        !is_one_of(word, pronouns, G_N_ELEMENTS(pronouns)) || !goes_on(card, i + 1) ||
        word[1].capital)
        return false;
    return !card->words[clause_end(card, i) - 1].capital;
}

// "jobs to attract students": what something is to be done for.
static bool is_purpose(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    return is_english(card) && i > 0 && word->before == BORDER_NONE &&
           strcmp(word->lexeme->normal, "to") == 0 && goes_on(card, i + 1) &&
           goes_on(card, i + 2) && !(word[-1].marks & (MARK_STOP | MARK_BLAND)) &&
           !word[-1].opens; // "Learn to swim"
}

// "people looking for work": what somebody does is more about them.
static bool is_participle(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    return is_english(card) && i > 0 && word->before == BORDER_NONE && !word->lexeme->known &&
           g_str_has_suffix(word->lexeme->normal, "ing") && goes_on(card, i + 1) &&
           !(word[-1].marks & MARK_STOP);
}

static bool opens_subordinate(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    bool marked = (word->marks & MARK_SUBORDINATE) &&
                  (!is_german(card) || word->opens || word->before != BORDER_NONE);
    return marked || is_relative(card, i) || is_purpose(card, i) || is_participle(card, i);
}

// A sentence that begins with the place speaks of it: "Im Freibad sollte ...".
static double place(const struct card *card, size_t i)
{
    return card->words[i].opens ? weight_place_first : weight_place;
}

// Words shortly before it, in the same clause, say that this is where, when or for whom: "in der
// Innenstadt", "für alle Kinder".
static double weight_after(const struct card *card, size_t i)
{
    enum { REACH = 4 };
    size_t content = 0;
    for (size_t back = 1;
         back <= REACH && back <= i && card->words[i - back + 1].before == BORDER_NONE; back++) {
        const struct card_word *word = &card->words[i - back];
        if (word->marks & MARK_PLACE)
            return place(card, i - back);
        if (word->marks & MARK_WHOM)
            return weight_whom;
        content += !(word->marks & (MARK_STOP | MARK_BLAND));
        if ((word->capital && card->cased) || content > 1)
            break; // another thing stands between
    }
    return 1;
}

// Two capitals in a row inside a sentence are a name where nouns are written small, unless they are
// a term or every word has one.
static bool is_name(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i], *next = word + 1, *last = word - 1;
    const unsigned light = MARK_STOP | MARK_BLAND; // "County Airport" is an airport
    bool with_next = i + 1 < card->words_n && next->capital && next->before == BORDER_NONE &&
                     word->term == 0 && !(next->marks & light) && !(word->marks & MARK_STOP);
    bool with_last = i > 0 && last->capital && word->before == BORDER_NONE && last->term == 0 &&
                     !(last->marks & light);
    return word->capital && !word->shouted && (with_next || with_last);
}

void role_read_names(struct card *card)
{
    enum { SENTENCE = 6 };
    size_t capitals = 0;
    for (size_t i = 0; i < card->words_n; i++)
        capitals += card->words[i].capital && !(card->words[i].marks & MARK_STOP);
    if (is_german(card) || card->words_n < SENTENCE || capitals * 2 >= card->words_n)
        return;
    for (size_t i = 0; i < card->words_n; i++)
        card->words[i].name = is_name(card, i);
}

static bool is_determiner(const struct card_word *word)
{
    static const char *const determiners[] = {
        "the", "a",  "an", "our", "your",   "their", "my",   "this", "these", "those",
        "all", "us", "it", "its", "people", "them",  "more", "too",  "every", "each"};
    return is_one_of(word, determiners, G_N_ELEMENTS(determiners));
}

// Nouns and adjectives that a thing with "to" follows, rarely a deed.
static bool takes_to(const struct card_word *word)
{
    static const char *const takes[] = {
        "access",      "connection",   "connections", "link",   "links", "close",      "next",
        "alternative", "alternatives", "route",       "routes", "path",  "transition", "related",
        "due",         "thanks",       "according",   "prior",  "back",  "harm"};
    return is_one_of(word, takes, G_N_ELEMENTS(takes));
}

static bool follows_subject(const struct card *card, size_t i)
{
    static const char *const subjects[] = {"i", "we", "you", "they", "not", "to"};
    const struct card_word *word = &card->words[i], *last = word - 1;
    if (i == 0 || word->before != BORDER_NONE)
        return false;
    static const char *const passive[] = {"be", "been", "being", "is", "are", "get", "gets"};
    if (last->marks & MARK_MODAL)
        return true;
    if (is_one_of(last, passive, G_N_ELEMENTS(passive)) &&
        g_str_has_suffix(word->lexeme->normal, "ed"))
        return true;
    if (!is_one_of(last, subjects, G_N_ELEMENTS(subjects)))
        return false;
    // "to school" is a way, "access to mental health" a place to go; "to find work" is a deed.
    return strcmp(last->lexeme->normal, "to") != 0 ||
           (goes_on(card, i + 1) && !(i > 1 && last->before == BORDER_NONE && takes_to(&word[-2])));
}

static bool is_verb(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    if (!is_english(card) || (word->marks & MARK_STOP))
        return false;
    if (follows_subject(card, i))
        return true;
    if (!goes_on(card, i + 1))
        return false;
    return is_determiner(word + 1) || (word->opens && strcmp(word[1].lexeme->normal, "with") == 0);
}

void role_read(struct card *card)
{
    size_t sentence = 0;
    bool subordinate = false;
    for (size_t i = 0; i < card->words_n; i++) {
        struct card_word *word = &card->words[i];
        sentence += word->before == BORDER_SENTENCE;
        if (word->before != BORDER_NONE)
            subordinate = false;
        subordinate |= opens_subordinate(card, i);
        word->sentence = sentence;
        word->subordinate = subordinate;
        word->verb = is_verb(card, i);
        word->after = (float)weight_after(card, i);
    }
}

static bool has_noun_ahead(const struct card *card, size_t from)
{
    enum { REACH = 4 };
    for (size_t i = from; i < from + REACH && goes_on(card, i); i++)
        if (phrase_is_noun(card, i) || (!card->cased && !(card->words[i].marks & MARK_STOP)))
            return true;
    return false;
}

// A deed that names what it is done to: "Ausbau der Radwege", "Senkung von Mieten", "lack of
// shade".
static bool is_act(const struct card *card, size_t i)
{
    static const char *const german[] = {"von", "vom",   "der",   "des", "zur", "zum",
                                         "an",  "einer", "eines", "am",  "am",  "für"};
    static const char *const english[] = {"of", "for", "to", "on"};
    if (!(card->words[i].marks & MARK_ACT) || !goes_on(card, i + 1))
        return false;
    const struct card_word *next = &card->words[i + 1];
    bool english_act = is_english(card) && is_one_of(next, english, G_N_ELEMENTS(english));
    bool german_act = is_german(card) && (is_one_of(next, german, G_N_ELEMENTS(german)) ||
                                          (!next->capital && !(next->marks & MARK_STOP)));
    if ((english_act || german_act) && has_noun_ahead(card, i + 2))
        return true;
    // "Bau und Pflege von ..."
    return (next->marks & MARK_LINK) && goes_on(card, i + 2) && is_act(card, i + 2);
}

// "the forms of the town hall": whose a thing is says less than what it is.
static bool is_owner(const struct card *card, size_t i)
{
    static const char *const of[] = {"of", "der", "des", "vom"};
    enum { ARTICLE_AND_OF = 2 };
    for (size_t back = 1; back <= ARTICLE_AND_OF && back < i; back++) {
        const struct card_word *word = &card->words[i - back];
        if (word[1].before != BORDER_NONE || !(word->marks & MARK_STOP))
            return false;
        if (is_one_of(word, of, G_N_ELEMENTS(of)))
            return word->before == BORDER_NONE &&
                   !(word[-1].marks & (MARK_STOP | MARK_BLAND | MARK_ACT));
    }
    return false;
}

// A term that itself says what is not wanted: "reden statt büffeln".
static bool turns_itself(const struct card *card, const struct match *match)
{
    const unsigned turns = MARK_NO | MARK_INSTEAD | MARK_LESS;
    for (size_t i = match->first; i < match->first + match->n; i++)
        if (match->n > 1 && (card->words[i].marks & turns))
            return true;
    return false;
}

static double weight_by_kind(const struct card *card, const struct match *match)
{
    size_t i = match->first;
    if (match->n > 1)
        return 1;
    if (card->words[i].name)
        return weight_name;
    if (is_act(card, i))
        return weight_act;
    if (card->words[i].verb)
        return weight_verb;
    return card->words[i].marks & MARK_BLAND ? weight_bland : 1;
}

double role_weight(const struct card *card, const struct match *match, size_t skip)
{
    const struct card_word *word = &card->words[match->first];
    const struct card_word *last = word + match->n - 1;
    double weight = 1 - weight_per_word * (double)match->first;
    weight = MAX(weight, weight_late);
    if (match->first < skip)
        weight *= weight_prefix;
    if (word->sentence > 0)
        weight *= weight_sentence;
    if (word->subordinate)
        weight *= weight_subordinate;
    if (word->aside)
        weight *= weight_aside;
    weight *= weight_by_kind(card, match);
    if (match->n > 1 && (word->marks & MARK_PLACE))
        weight *= weight_place_term;
    else
        weight *= (double)word->after;
    if (is_owner(card, match->first))
        weight *= weight_owner;
    if ((word->denied || last->denied) && !turns_itself(card, match))
        weight *= word->lessened || last->lessened ? weight_lessened : weight_denied;
    if ((word->replaced || last->replaced) && !turns_itself(card, match))
        weight *= weight_replaced;
    if (card->cased && !phrase_is_noun(card, match->first) &&
        !phrase_is_noun(card, match->first + match->n - 1))
        weight *= weight_small;
    return weight;
}
