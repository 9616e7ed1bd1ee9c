// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/denial.h"

#include <string.h>

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
static unsigned mark_at(struct lexicon *lexicon, const struct card *card, size_t i, size_t *n)
{
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
        unsigned kinds = k == *n ? lexicon_mark(lexicon, card->language, joined, used) : 0;
        if (kinds != 0)
            return kinds;
    }
    return card->words[i].lexeme->marks;
}

void denial_read(struct lexicon *lexicon, struct card *card)
{
    for (size_t i = 0; i < card->words_n; i++)
        card->words[i].marks = card->words[i].lexeme->marks;
    for (size_t i = 0, n; i < card->words_n; i += n) {
        unsigned kinds = mark_at(lexicon, card, i, &n);
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
