// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/phrase.h"

#include <glib.h>
#include <string.h>

static bool ends_with(const struct card_word *word, const char *ending)
{
    size_t n = strlen(ending), length = word->lexeme->normal_length;
    return length > n && memcmp(word->lexeme->normal + length - n, ending, n) == 0;
}

static bool ends_as_noun(const struct card_word *word)
{
    static const char *const endings[] = {"ung",    "ungen", "heit",   "heiten", "keit",   "keiten",
                                          "schaft", "tion",  "tionen", "ität",   "itäten", "nis",
                                          "nisse",  "tum",   "ment",   "ling",   "ei",     "eien"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (ends_with(word, endings[i]))
            return true;
    return false;
}

static bool ends_as_adjective(const struct card_word *word)
{
    return ends_with(word, "e") || ends_with(word, "en") || ends_with(word, "er") ||
           ends_with(word, "es") || ends_with(word, "em");
}

static bool next_is_noun(const struct card *card, size_t i)
{
    return i + 1 < card->words_n && card->words[i + 1].before == BORDER_NONE &&
           card->words[i + 1].capital && !(card->words[i + 1].marks & MARK_STOP);
}

bool phrase_is_noun(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    if (!card->cased)
        return !(word->marks & MARK_STOP) && word->lexeme->meanings_n > 0;
    if (!word->capital || (word->marks & MARK_STOP))
        return false;
    if (!word->opens || word->shouted || ends_as_noun(word))
        return true;
    return !(ends_as_adjective(word) && next_is_noun(card, i));
}

static bool is_adjective(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    if ((word->marks & MARK_STOP) || g_ascii_isdigit(*word->start) || !ends_as_adjective(word))
        return false;
    return word->opens ? !phrase_is_noun(card, i) : !word->capital;
}

// "kein", "keine", ... directly before what is not wanted.
static bool is_denial(const struct card_word *word)
{
    return (word->marks & MARK_NO) && (word->marks & MARK_STOP);
}

static bool is_link(const struct card_word *word)
{
    return (word->marks & MARK_LINK) != 0;
}

// "für alle": the only stop word that may end a keyword.
static bool is_for_all(const struct card *card, size_t i)
{
    const char *word = card->words[i].lexeme->normal;
    return strcmp(card->words[i - 1].lexeme->normal, "für") == 0 &&
           (strcmp(word, "alle") == 0 || strcmp(word, "jeden") == 0);
}

static double adjective_bonus(const struct card *card, size_t i)
{
    return card->words[i].marks & MARK_BLAND ? -0.25 : 0.2;
}

static bool ends_clause(const struct card *card, size_t i)
{
    return i + 1 == card->words_n || card->words[i + 1].before != BORDER_NONE;
}

static bool is_infinitive(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    return !word->capital && !(word->marks & MARK_STOP) &&
           (ends_with(word, "en") || ends_with(word, "ern") || ends_with(word, "eln"));
}

static bool german_pair(const struct card *card, size_t i, double *bonus)
{
    const struct card_word *word = &card->words[i];
    if (phrase_is_noun(card, i + 1)) {
        if (is_denial(word) && card->words[i + 1].denied) {
            *bonus = 0.7;
            return true;
        }
        if (is_adjective(card, i)) {
            *bonus = adjective_bonus(card, i);
            return true;
        }
        *bonus = 0;
        return phrase_is_noun(card, i) && !word->open;
    }
    *bonus = i == 0 ? 0.25 : -0.1;
    return phrase_is_noun(card, i) && is_infinitive(card, i + 1) && ends_clause(card, i + 1);
}

static bool german_triple(const struct card *card, size_t i, double *bonus)
{
    if (!phrase_is_noun(card, i + 2)) {
        *bonus = 0.35;
        return phrase_is_noun(card, i) && is_for_all(card, i + 2);
    }
    if (is_adjective(card, i + 1)) {
        if (is_denial(&card->words[i])) {
            *bonus = 0.7 + adjective_bonus(card, i + 1);
            return true;
        }
        if (is_adjective(card, i)) {
            *bonus = 0.5 * (adjective_bonus(card, i) + adjective_bonus(card, i + 1));
            return true;
        }
        // A genitive: "Tausch alter Heizungen".
        *bonus = 0.2;
        return phrase_is_noun(card, i) &&
               (ends_with(&card->words[i + 1], "er") || ends_with(&card->words[i + 1], "en"));
    }
    *bonus = 0;
    if (card->words[i].open)
        return is_link(&card->words[i + 1]); // "Haus- und Wohnungseigentümer"
    // What it is for belongs to it, where it is hardly: "Kurse für Frauen", "Nachtbus am
    // Wochenende".
    *bonus = card->words[i + 1].marks & MARK_PLACE ? -0.35 : 0.1;
    return phrase_is_noun(card, i) && is_link(&card->words[i + 1]);
}

// Where an adjective follows its noun: "jardin partagé".
static bool adjectives_follow(const struct card *card)
{
    static const char *const langs[] = {"fr", "es",  "pt", "it", "ro", "ar", "fa",
                                        "ku", "ckb", "vi", "sq", "he", "ca"};
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
        if (strcmp(langs[i], card->language->code) == 0)
            return true;
    return false;
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

// Other languages: a run of words with content, stop words only inside and only some.
static bool content_run(const struct card *card, size_t first, size_t last, double *bonus)
{
    *bonus = 0;
    bool known = false;
    // Half of "no more".
    if (first > 0 && is_denial(&card->words[first]) && is_denial(&card->words[first - 1]) &&
        card->words[first].before == BORDER_NONE)
        return false;
    for (size_t i = first; i <= last; i++) {
        const struct card_word *word = &card->words[i];
        bool border = i == first || i == last;
        bool denies = is_denial(word) && i == first && first < last && word[1].denied;
        if ((word->marks & MARK_STOP) && !denies &&
            (border || !(word->marks & MARK_LINK)))
            return false;
        if (first < last && (word->marks & MARK_BLAND))
            *bonus -= border ? 0.5 : 0.3;
        if (word->marks & MARK_PLACE)
            *bonus -= 0.45;
        else if (word->marks & MARK_WHOM)
            *bonus -= 0.2;
        known |= !is_unknown(word) && !(word->marks & MARK_STOP);
    }
    if (last > first) {
        // An unknown word may be the noun's adjective, on one side of it.
        bool follow = adjectives_follow(card);
        *bonus += known && is_unknown(&card->words[follow ? first : last]) ? -0.4 : 0.1;
        if (known && is_unknown(&card->words[follow ? last : first]))
            *bonus -= last - first > 1 ? 0.25 : 0.05;
    }
    if (card->words[first].term == last - first + 1)
        *bonus += 0.4;
    if (cuts_term(card, first) || cuts_term(card, last + 1))
        *bonus -= 0.6;
    if (is_denial(&card->words[first]))
        *bonus += 0.5;
    return true;
}

// A German term of several words that is not of nouns alone: "Tempo 30", "Deutsch lernen",
// "gemeinsam kochen".
static bool german_term(const struct card *card, size_t first, size_t last, double *bonus)
{
    const struct card_word *start = &card->words[first], *end = &card->words[last];
    if (first == last || start->term != last - first + 1 || ((start->marks | end->marks) & MARK_STOP))
        return false;
    if (!g_ascii_isdigit(*end->start) && !is_infinitive(card, last))
        return false;
    *bonus = 0.3;
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
    // A denied word alone says the opposite.
    bool alone = first > 0 && card->words[first].before == BORDER_NONE &&
                 is_denial(&card->words[first - 1]) && card->words[first].denied;
    bool ok;
    if (!card->cased)
        ok = content_run(card, first, last, &phrase->bonus);
    else if (german_term(card, first, last, &phrase->bonus))
        ok = true;
    else if (first == last)
        ok = phrase_is_noun(card, first);
    else
        ok = last - first == 1 ? german_pair(card, first, &phrase->bonus)
                               : german_triple(card, first, &phrase->bonus);
    if (alone)
        phrase->bonus -= 0.6;
    return ok;
}
