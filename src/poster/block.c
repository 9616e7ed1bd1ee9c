// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/block.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "poster/composition.h"
#include "poster/outside.h"
#include "poster/page.h"
#include "poster/placement.h"

enum { WEIGHT_KEYWORD = 700, WEIGHT_TEXT = 500, WEIGHT_GLOSS = 400, WEIGHT_NUMBER = 400 };

// How much smaller a keyword may be to stand in one line, and to have its words whole.
static const double BEST_SHRINK = 0.82; // of the best idea's keyword, at large scales
static const double WHOLE_FROM = 1.5;  // scale at which words are not divided for its sake
static const double CLOSE = 1.1, UNDIVIDED = 1.24;
static const double KEYWORD_MOST = 40; // a heading is never smaller than a keyword

static bool says_the_same(const char *keyword, const char *text)
{
    size_t n = strlen(keyword), m = strlen(text);
    while (m > 0 && strchr(" .!", text[m - 1]) != NULL)
        m--;
    while (n > 0 && strchr(" .!", keyword[n - 1]) != NULL)
        n--;
    return n == m && strncmp(keyword, text, n) == 0;
}

struct card *block_cards(struct page *page, const struct harvest_table *table)
{
    struct card *cards = ARENA_ARRAY(page->arena, struct card, MAX(table->n, 1));
    size_t best = 0;
    while (best < table->n && table->ideas[best].votes == table->ideas[0].votes)
        best++;
    for (size_t i = 0; i < table->n; i++) {
        const struct harvest_idea *idea = &table->ideas[i];
        struct card *card = &cards[i];
        card->idea = idea;
        card->rank = (int)i;
        card->placement = placement_of_card(page, idea->card);
        card->outside = card->placement != NULL && card->placement->outside &&
                        !page_keeps_inside(page, idea->card);
        if (card->placement != NULL && card->placement->outside && !card->outside) {
            // No room there: at the side of its island that is like the page's where it was put.
            struct harvest_placement *inner = ARENA_NEW(page->arena, struct harvest_placement);
            *inner = *card->placement;
            inner->outside = false;
            card->placement = inner;
        }
        double share = page->harvest->max_votes > 0
                           ? (double)idea->votes / (double)page->harvest->max_votes
                           : 0;
        card->growth = pow(fmax(0, share), 0.85);
        card->raise = pow(1.12, idea->weight);
        card->winner = i < best && best <= 2 && idea->votes > 0;
        card->alone = card->winner && best == 1;
        // Not when a tie goes on below them.
        card->second = !card->winner && i <= 2 && idea->votes > 0 &&
                       (table->n <= 3 || idea->votes > table->ideas[3].votes);
        card->quote = !wording_same_lang(idea->lang, page_lang(page));
        char number[16];
        g_snprintf(number, sizeof number, "%d", idea->number);
        card->number_em = page_text_width(page, number, WEIGHT_NUMBER, page_lang(page), 1);
        wording_init(&card->keyword, page, idea->keyword, WEIGHT_KEYWORD, idea->lang, true);
        const char *text = idea->text != NULL ? idea->text : "";
        wording_at_joints(&card->joints, page, &card->keyword);
        card->told =
            card->keyword.text == NULL ? *text == '\0' : says_the_same(card->keyword.text, text);
    }
    return cards;
}

// Nothing is written on the card, or nothing that could be set.
static bool is_sketch(const struct card *card)
{
    return card->idea->ink != NULL && card->keyword.text == NULL && card->told;
}

// Text and gloss are prepared only for cards that are tried in full.
static void prepare(struct page *page, struct card *card)
{
    if (card->prepared)
        return;
    card->prepared = true;
    const struct harvest_idea *idea = card->idea;
    wording_init(&card->text, page, card->told ? NULL : idea->text, WEIGHT_TEXT, idea->lang, true);
    wording_init(&card->gloss, page, card->quote ? idea->gloss : NULL, WEIGHT_GLOSS,
                 page_lang(page), true);
}

// Four levels by share of the most votes, neighbours 1.18 apart, when votes go into hundreds; else
// growing with the votes. ART.md 4, ART-2 F6.
static double keyword_size(const struct plan *plan, const struct card *card, bool full)
{
    const struct page *page = plan->page;
    const struct harvest_idea *idea = card->idea;
    double share =
        page->harvest->max_votes > 0 ? (double)idea->votes / (double)page->harvest->max_votes : 0;
    double size;
    if (page->vote_numbers) {
        int level = share >= 0.85 ? 3 : share >= 0.68 ? 2 : share >= 0.53 ? 1 : 0;
        size = full ? 17.6 * pow(1.18, level) : 15.2 * pow(1.14, level);
    } else {
        double t = card->growth;
        size = full ? (18 + 11 * t) * (card->winner ? 1.1 : 1) : 15.2 + 8.5 * t;
    }
    size *= plan->s * card->raise;
    return fmax(page->min_size, fmin(KEYWORD_MOST * page->large, size));
}

// The keyword in `width`: a little smaller when that saves a line, one level smaller when that saves
// the parting of a word; else parted at the joints of its words rather than anywhere.
static struct setting fit_keyword(const struct plan *plan, const struct card *card, double size,
                                  double width)
{
    double least = plan->page->min_size;
    double undivided = plan->s > 1 && card->rank == 0 ? CLOSE : UNDIVIDED;
    // The choice of the size is made by measures, so that lettering does not change it.
    struct plan measuring = *plan;
    measuring.lettered = false;
    const struct wording *keyword = &card->keyword;
    struct setting setting = wording_set(keyword, &measuring, size, width, LEADING_KEYWORD);
    int line = MIN(setting.lines, keyword->widths.n) - 1;
    if (setting.lines > 1) {
        double one = keyword->widths.whole[0] * 1.013, whole = keyword->widths.whole[line] * 1.013;
        if (one * size <= width * CLOSE && width / one >= least)
            size = fmin(size, width / one);
        else if (setting.divided && whole * size <= width * undivided && width / whole >= least)
            size = fmin(size, width / whole);
        else if (setting.divided && card->joints.text != NULL) {
            double needed = card->joints.widths.divided[MIN(line, card->joints.widths.n - 1)] * 1.013;
            if (needed * size <= width * CLOSE && width / needed >= least)
                return wording_set(&card->joints, plan, fmin(size, width / needed), width,
                                   LEADING_KEYWORD);
        }
    }
    return wording_set(keyword, plan, size, width, LEADING_KEYWORD);
}

// Whether a keyword fits two lines at no size near this one; cheaper than setting it, which makes it
// a tenth smaller at most.
static bool is_hopeless(const struct wording *keyword, double size, double width)
{
    const double NEAR = 1.15;
    int line = MIN(2, keyword->widths.n) - 1;
    return line >= 0 && keyword->widths.divided[line] * size > width * NEAR;
}

// Shrinks in steps of `step` until the keyword fits in two lines, at most `steps` times.
static struct setting shrink_keyword(const struct plan *plan, const struct card *card, double size,
                                     double width, double step, int steps)
{
    double least = plan->page->min_size;
    struct plan measuring = *plan;
    measuring.lettered = false;
    int i = 0;
    for (; i < steps && size > least && is_hopeless(&card->keyword, size, width); i++)
        size = fmax(least, size * step);
    struct setting setting = fit_keyword(&measuring, card, size, width);
    for (; i < steps && (setting.overfull || setting.lines > 2) && size > least; i++) {
        size = fmax(least, size * step);
        setting = fit_keyword(&measuring, card, size, width);
    }
    return plan->lettered ? fit_keyword(plan, card, size, width) : setting;
}

static bool fit_row(struct block *block, const struct plan *plan, double width)
{
    struct page *page = plan->page;
    const struct card *card = block->card;
    double wanted = keyword_size(plan, card, false);
    block->shape = BLOCK_ROW;
    block->icon =
        fmax(page->min_size * 1.3, fmax(21, plan->s * (22 + 9 * card->growth)));
    block->gap = 7 * plan->s;
    if (card->idea->ink != NULL) // more to see than an icon
        block->icon *= is_sketch(card) ? 2 : 1.5;
    // Short texts: the range of numbers above the list is enough.
    if ((page->long_text && (!card->told || card->idea->cut)) || is_sketch(card)) {
        block->number_size = page->min_size;
        block->number_w = card->number_em * block->number_size + 5 * plan->s;
    }
    double room = width - block->icon - block->gap - block->number_w;
    block->keyword = shrink_keyword(plan, card, wanted, room, 0.94, 30);
    if (block->keyword.overfull)
        return false;
    block->shrink = 1;
    block->column = block->icon;
    block->w = block->icon + block->gap + block->keyword.w + block->number_w;
    block->h = fmax(block->icon * 0.92, block->keyword.h);
    return true;
}

static double text_size(const struct plan *plan)
{
    return fmax(plan->page->min_size, 15.6 * plan->s);
}

static bool fit_quote(struct block *block, const struct plan *plan, double width, int most_lines)
{
    const struct card *card = block->card;
    double s = plan->s, pad = 10 * s, size = text_size(plan);
    double gloss_size = fmax(plan->page->min_size, 14.2 * s);
    block->shape = BLOCK_QUOTE;
    block->column = 40 * s;
    block->gap = 12 * s;
    block->icon = card->idea->ink != NULL ? 44 * s : card->idea->icon != NULL ? 27 * s : 0;
    double beside = block->icon > 0 ? block->icon + 8 * s : 0;
    double inner = width - block->column - block->gap - 2 * pad;
    if (inner < 7.5 * size)
        return false;
    double wanted = keyword_size(plan, card, true);
    block->keyword = shrink_keyword(plan, card, wanted, inner - beside, 0.94, 8);
    block->text = wording_set(&card->text, plan, size, inner, LEADING_TEXT);
    block->gloss = wording_set(&card->gloss, plan, gloss_size, inner - 4 * s, LEADING_TEXT);
    if (block->keyword.overfull || block->text.overfull || block->gloss.overfull ||
        block->text.lines > most_lines)
        return false;
    block->shrink = block->keyword.size / wanted;
    block->inner_w = fmax(block->keyword.w + beside, fmax(block->text.w, block->gloss.w));
    block->head_h = fmax(block->keyword.h, block->icon * 0.95);
    double inner_h = block->head_h + (block->text.lines > 0 ? 3 * s + block->text.h : 0) +
                     (block->gloss.lines > 0 ? 5 * s + block->gloss.h : 0);
    block->bubble_w = block->inner_w + 2 * pad;
    block->bubble_h = inner_h + 1.7 * pad;
    block->tally = tally_of(plan, card->idea, 0, false, 1);
    block->column = fmax(block->column, block->tally.w);
    block->w = block->column + block->gap + block->bubble_w;
    double speaker_h = 54 * s + (block->tally.h > 0 ? block->tally.h + 6 * s : 0);
    block->h = fmax(block->bubble_h + 3 * s, speaker_h);
    return block->w <= width * 1.03;
}

static bool fit_text(struct block *block, const struct plan *plan, double width, bool wide,
                     int most_lines)
{
    const struct page *page = plan->page;
    const struct card *card = block->card;
    double s = plan->s, grown = wide ? 1.07 : 1, size = text_size(plan);
    block->shape = wide ? BLOCK_WIDE : BLOCK_FULL;
    bool ink = card->idea->ink != NULL;
    if (card->idea->icon != NULL || ink)
        block->icon = s * (38 + 18 * card->growth) * (card->winner ? 1.15 : 1) * grown;
    if (ink)
        block->icon = fmin(width, block->icon * (is_sketch(card) ? 2.6 : 1.7));
    if (block->icon > 0 && !ink) // drawings by hand have no frame
        block->window = page->composition->icon_window * s;
    block->tally = tally_of(plan, card->idea, block->icon, wide, wide ? 1.25 : 1);
    block->column = fmax(block->icon, wide ? 0 : block->tally.w);
    block->gap = block->column > 0 ? s * (page->vote_numbers && !wide ? 9 : 12 * grown) : 0;
    block->gap += block->window;
    double room = width - block->column - block->gap;
    if ((room < 5.2 * size && !is_sketch(card)) || (wide && block->tally.w > room))
        return false;
    double wanted = fmin(KEYWORD_MOST * page->large, keyword_size(plan, card, true) * grown);
    block->keyword = shrink_keyword(plan, card, wanted, room, 0.95, 9);
    block->text = wording_set(&card->text, plan, size, room, LEADING_TEXT);
    if (block->keyword.overfull || block->text.overfull || block->text.lines > most_lines)
        return false;
    block->shrink = block->keyword.lines > 0 ? block->keyword.size / wanted : 1;
    // Large scales are for what is said: the best idea does not become smaller than others for them,
    // and no word is parted.
    if (s > 1 && card->rank == 0 && block->shrink < BEST_SHRINK)
        return false;
    if (s > WHOLE_FROM * page->min_size / 14 && (block->keyword.divided || block->text.divided))
        return false;
    block->under = block->keyword.lines == 0 ? 0
                   : card->second            ? s * (block->keyword.wording->rtl ? 13 : 9)
                                             : s * 2.5;
    double beside = block->icon;
    block->text_h = block->keyword.h + block->under + block->text.h;
    if (block->tally.h > 0 && wide)
        block->text_h += 6 * s + block->tally.h;
    else if (block->tally.h > 0)
        beside += (block->icon > 0 ? 5 * s : 0) + block->window + block->tally.h;
    block->w = block->column + block->gap + fmax(block->keyword.w, block->text.w);
    if (wide)
        block->w = fmax(block->w, block->column + block->gap + block->tally.w);
    block->h = fmax(block->text_h, beside);
    return true;
}

bool block_fit(struct block *block, const struct plan *plan, struct card *card, double width,
               bool full, bool wide, int most_lines)
{
    *block = (struct block){.card = card};
    block->rtl = card->keyword.rtl != plan->page->rtl && card->keyword.text != NULL;
    if (!full)
        return fit_row(block, plan, width);
    prepare(plan->page, card);
    if (card->quote)
        return fit_quote(block, plan, width, most_lines);
    return fit_text(block, plan, width, wide, most_lines);
}

bool block_tells_all(const struct block *block)
{
    bool small = block->shape == BLOCK_ROW && (!block->card->told || is_sketch(block->card));
    return !block->card->idea->cut && !small;
}
