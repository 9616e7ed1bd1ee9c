// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/phrase_german.h"

#include <glib.h>
#include <string.h>

#include "words/phrase.h"

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

// "Moderne, leise Busse": the comma parts two adjectives.
static bool opens_adjectives(const struct card *card, size_t i)
{
    const struct card_word *next = &card->words[i + 1];
    return i + 2 < card->words_n && next->before == BORDER_CLAUSE && !next->capital &&
           !(next->marks & MARK_STOP) && ends_as_adjective(next) && next_is_noun(card, i + 1);
}

bool phrase_german_noun(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    if (!word->capital || (word->marks & MARK_STOP))
        return false;
    if (!word->opens || word->shouted || ends_as_noun(word))
        return true;
    return !(ends_as_adjective(word) && (next_is_noun(card, i) || opens_adjectives(card, i)));
}

static bool is_adjective(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    if ((word->marks & MARK_STOP) || g_ascii_isdigit(*word->lexeme->normal) ||
        !ends_as_adjective(word))
        return false;
    return word->opens ? !phrase_german_noun(card, i) : !word->capital;
}

// "kein", "keine", "ohne": they may stand before what is not wanted, "nicht" and "gegen" may not.
static bool is_denial(const struct card_word *word)
{
    const char *normal = word->lexeme->normal;
    return (word->lexeme->marks & MARK_NO) && (word->marks & MARK_STOP) &&
           (g_str_has_prefix(normal, "kein") || strcmp(normal, "ohne") == 0);
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

// An adjective that carries nothing is left out.
static double adjective_bonus(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    return word->marks & MARK_BLAND ? -0.25 : word->lexeme->meanings_n > 0 ? 0.2 : 0.15;
}

static bool ends_clause(const struct card *card, size_t i)
{
    return i + 1 == card->words_n || card->words[i + 1].before != BORDER_NONE;
}

bool phrase_german_infinitive(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    return !word->capital && !(word->marks & MARK_STOP) &&
           (ends_with(word, "en") || ends_with(word, "ern") || ends_with(word, "eln"));
}

// "alter Heizungen", "kalten Kaffees": a genitive without an article.
static bool is_genitive(const struct card *card, size_t i)
{
    return ends_with(&card->words[i], "er") ||
           (ends_with(&card->words[i], "en") && ends_with(&card->words[i + 1], "s"));
}

// Two nouns in a row are a name or a compound written apart ("PV Anlagen"), mostly a border.
static double nouns_bonus(const struct card *card, size_t i)
{
    const struct card_word *word = &card->words[i];
    return word->term == 2 ? 0.2 : word->shouted ? 0 : -0.4;
}

static bool pair(const struct card *card, size_t i, double *bonus)
{
    const struct card_word *word = &card->words[i];
    if (phrase_german_noun(card, i + 1)) {
        if (is_denial(word) && card->words[i + 1].denied) {
            *bonus = 0.7;
            return true;
        }
        if (is_adjective(card, i)) {
            *bonus = word->term == 2 ? 0.3 : adjective_bonus(card, i);
            return true;
        }
        *bonus = nouns_bonus(card, i);
        return phrase_german_noun(card, i) && !word->open;
    }
    // What is to be done, when the card begins with it; else it ends a sentence.
    *bonus = i == 0 ? 0.25 : -0.35;
    return phrase_german_noun(card, i) && phrase_german_infinitive(card, i + 1) &&
           ends_clause(card, i + 1);
}

static bool triple(const struct card *card, size_t i, double *bonus)
{
    if (!phrase_german_noun(card, i + 2)) {
        *bonus = 0.35;
        return phrase_german_noun(card, i) && is_for_all(card, i + 2);
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
        // "Tausch alter Heizungen".
        *bonus = 0.2;
        return phrase_german_noun(card, i) && is_genitive(card, i + 1);
    }
    *bonus = 0;
    if (card->words[i].open)
        return is_link(&card->words[i + 1]); // "Haus- und Wohnungseigentümer"
    // What it is for belongs to it, where it is hardly: "Kurse für Frauen", "Nachtbus am
    // Wochenende".
    const struct card_word *link = &card->words[i + 1];
    const unsigned little = MARK_BLAND | MARK_ACT; // "Möglichkeit zur Beteiligung"
    bool deeds = (card->words[i].marks & little) && (card->words[i + 2].marks & little);
    *bonus = deeds                                      ? -0.3
             : link->marks & MARK_PLACE                 ? -0.35
             : strcmp(link->lexeme->normal, "mit") == 0 ? -0.1
                                                        : 0.1;
    return phrase_german_noun(card, i) && is_link(&card->words[i + 1]);
}

// A term of several words that is not of nouns alone: "Tempo 30", "Deutsch lernen", "gemeinsam
// kochen", but not "CO2 neutralen" before its noun.
static bool is_term(const struct card *card, size_t first, size_t last)
{
    const struct card_word *start = &card->words[first], *end = &card->words[last];
    return first < last && start->term == last - first + 1 &&
           !((start->marks | end->marks) & MARK_STOP) &&
           (g_ascii_isdigit(*end->lexeme->normal) ||
            (phrase_german_infinitive(card, last) && !next_is_noun(card, last) &&
             !(!ends_clause(card, last) && next_is_noun(card, last + 1))) ||
            (last - first > 1 && phrase_german_noun(card, first)));
}

bool phrase_german(const struct card *card, size_t first, size_t last, double *bonus)
{
    // After "Miet-, Zweit- und" only all of them would do.
    if (first > 0 && card->words[first].open && card->words[first - 1].open)
        return false;
    if (is_term(card, first, last)) {
        *bonus = 0.3;
        return true;
    }
    *bonus = 0;
    if (first == last)
        return phrase_german_noun(card, first);
    if (last - first == 1)
        return pair(card, first, bonus);
    return last - first == 2 && triple(card, first, bonus);
}
