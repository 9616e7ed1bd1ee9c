// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which agreement stands on which board. One a board in the largest lettering that holds all words;
// many share boards, two or three on each; as a last resort words are cut at the least lettering
// and what still has no room is counted. All boards have one size of lettering; a board is as wide
// as its words need, and what is left is shared out so that they become alike.
#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "poster/calendar.h"
#include "poster/strip.h"

#define WHO_MOST 23.0
#define WHO_LEAST 16.5
#define TEXT_MOST 18.0
#define BOARD_GAP 24.0
#define BOARD_MOST 420.0
#define ICON 44.0
#define ICON_GAP 8.0
#define SHARING_COST 0.1 // of the lettering, for each further agreement on a board
#define READABLE 12.0    // em: words on boards narrower than that break too often

enum { SHARE_MOST = 3, STEPS = 8 };

struct planning {
    struct strip *strip;
    struct page *page;
    struct entry *entries;
    int n;
    double width; // of the road for boards
    double who_size, text_size;
    bool whole;  // names are not divided
    bool letter; // shape, not only measure
};

static void set_words(struct wording *wording, struct page *page, const char *text, int weight)
{
    wording_init(wording, page, text, weight, furniture_lang(page, text), true);
}

static void entry_init(struct entry *entry, struct page *page,
                       const struct harvest_agreement *agreement)
{
    const char *with = "";
    bool named = agreement->who != NULL && *agreement->who != '\0';
    entry->agreement = agreement;
    set_words(&entry->who, page, named ? agreement->who : page_tr(page, N_("Who?")), WEIGHT_BOLD);
    set_words(&entry->what, page, agreement->what, WEIGHT_TEXT);
    if (agreement->with != NULL && *agreement->with != '\0')
        with = arena_printf(page->arena, page_tr(page, N_("with %s")),
                            furniture_isolate(page, agreement->with));
    set_words(&entry->with, page, with, WEIGHT_PLAIN);
    const char *both = *with == '\0' ? agreement->what
                                     : arena_printf(page->arena, "%s (%s)", agreement->what,
                                                    furniture_isolate(page, with));
    set_words(&entry->both, page, both, WEIGHT_TEXT);
    static const enum calendar_form forms[] = {CALENDAR_NEAR, CALENDAR_DIGITS};
    for (size_t i = 0; agreement->until != NULL && i < G_N_ELEMENTS(forms); i++)
        entry->dates[i] = arena_printf(page->arena, page_tr(page, N_("by %s")),
                                       calendar_date(page, agreement->until, forms[i]));
}

static struct setting set(const struct planning *p, const struct wording *wording, double size,
                          double width, double leading)
{
    return p->letter ? furniture_set(p->page, wording, size, width, leading)
                     : furniture_measure(p->page, wording, size, width, leading);
}

// The fuller date that fits `width`; false when none does.
static bool choose_date(const struct planning *p, struct entry *entry, double width)
{
    for (int i = 0; i < 2; i++) {
        entry->date = entry->dates[i];
        entry->date_w = furniture_width(p->page, entry->date, WEIGHT_BOLD, p->text_size);
        if (entry->date_w <= width)
            return true;
    }
    return false;
}

static bool stands(const struct planning *p, const struct setting *who)
{
    return !who->overfull && !(p->whole && who->divided);
}

// An icon stands beside a name of two lines at most: the name is worth more.
static bool keeps_icon(const struct planning *p, const struct entry *entry, double width)
{
    double room = width - ICON - ICON_GAP;
    if (entry->agreement->icon == NULL || entry->bare || room < p->who_size)
        return false;
    struct setting who =
        furniture_measure(p->page, &entry->who, p->who_size, room, LEADING_KEYWORD);
    return who.lines <= 2 && stands(p, &who);
}

// Who and the date: the head of an entry in `width`. `alone` on its board: an icon beside it, the
// date on a tag. False: a word is wider.
static bool set_head(const struct planning *p, struct entry *entry, double width, bool alone,
                     double *height)
{
    bool dated = entry->dates[0] != NULL;
    entry->date = NULL;
    entry->date_beside = false;
    if (alone) {
        double tag = p->text_size / TEXT_MOST * 12 + 50;
        if (dated && !choose_date(p, entry, width + 2 * BOARD_PAD - tag))
            return false;
        entry->icon = keeps_icon(p, entry, width) ? ICON : 0;
        double beside = entry->icon > 0 ? ICON + ICON_GAP : 0;
        entry->who_set = set(p, &entry->who, p->who_size, width - beside, LEADING_KEYWORD);
        *height = fmax(entry->who_set.h, entry->icon);
        return stands(p, &entry->who_set);
    }
    entry->icon = 0;
    if (dated && !choose_date(p, entry, width - 2 * DATE_PAD))
        return false;
    double date_w = dated ? entry->date_w + 2 * DATE_PAD + 10 : 0;
    entry->who_set = set(p, &entry->who, p->who_size, fmax(1, width - date_w), LEADING_KEYWORD);
    entry->date_beside = dated && !entry->who_set.overfull && entry->who_set.lines == 1;
    if (dated && !entry->date_beside)
        entry->who_set = set(p, &entry->who, p->who_size, width, LEADING_KEYWORD);
    *height = entry->who_set.h + (dated && !entry->date_beside ? p->text_size * 1.45 : 0);
    return stands(p, &entry->who_set);
}

static bool set_entry(const struct planning *p, struct entry *entry, double width, bool alone)
{
    double head;
    if (!set_head(p, entry, width, alone, &head))
        return false;
    entry->with_set = (struct setting){0};
    entry->what_set =
        set(p, alone ? &entry->what : &entry->both, p->text_size, width, LEADING_TEXT);
    if (alone)
        entry->with_set = set(p, &entry->with, p->text_size, width, LEADING_TEXT);
    entry->h = head + 4 + entry->what_set.h;
    if (entry->with_set.lines > 0)
        entry->h += BOARD_WITH * p->text_size + entry->with_set.h;
    return !entry->what_set.overfull && !entry->with_set.overfull;
}

static double gap_of(double text_size)
{
    return 11 * text_size / 14;
}

double strip_board_gap(const struct board_plan *plan)
{
    return gap_of(plan->text_size);
}

// Below the tag, if there is one.
static double words_top(const struct planning *p, const struct board *board)
{
    bool tag = board->n == 1 && board->entries[0].dates[0] != NULL;
    return tag ? 15 * p->text_size / TEXT_MOST + 4 : BOARD_FOOT;
}

static bool set_board(const struct planning *p, struct board *board, double width)
{
    board->w = width;
    board->top = words_top(p, board);
    double h = board->top + BOARD_FOOT + (board->n - 1) * gap_of(p->text_size);
    for (int i = 0; i < board->n; i++) {
        if (!set_entry(p, &board->entries[i], width - 2 * BOARD_PAD, board->n == 1))
            return false;
        h += board->entries[i].h;
    }
    return h <= p->strip->boards_h;
}

// The least width at which a board holds its words; more than `most` when none does.
static double least_width(const struct planning *p, struct board *board, double most)
{
    double low = 6.5 * p->text_size + 2 * BOARD_PAD, high = most;
    if (high < low || !set_board(p, board, high))
        return most + 1;
    while (high - low > 3) {
        double middle = (low + high) / 2;
        if (set_board(p, board, middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}

// `n` agreements on boards of `share` each, the fuller boards first.
static struct board *deal(const struct planning *p, int n, int share, int *boards_n)
{
    *boards_n = (n + share - 1) / share;
    struct board *boards = ARENA_ARRAY(p->page->arena, struct board, (size_t)*boards_n);
    int at = 0;
    for (int i = 0; i < *boards_n; i++) {
        boards[i].n = n / *boards_n + (i < n % *boards_n ? 1 : 0);
        boards[i].entries = &p->entries[at];
        boards[i].h = p->strip->boards_h;
        at += boards[i].n;
    }
    return boards;
}

// Raises the narrow boards to one level, or with `lower` cuts the wide ones down to it, so that all
// together take `width`; narrow ones become BOARD_MOST wide at most.
static void level(struct board *boards, int n, double width, bool lower)
{
    double low = 0, high = lower ? width : BOARD_MOST;
    for (int step = 0; step < 20; step++) {
        double middle = (low + high) / 2, sum = 0;
        for (int i = 0; i < n; i++)
            sum += (lower ? fmin(boards[i].w, middle) : fmax(boards[i].w, middle)) + BOARD_GAP;
        if (sum <= width)
            low = middle;
        else
            high = middle;
    }
    for (int i = 0; i < n; i++)
        boards[i].w = lower ? fmin(boards[i].w, low) : fmax(boards[i].w, low);
}

static bool try_share(struct planning *p, int share, struct board_plan *plan)
{
    int n;
    struct board *boards = deal(p, p->n, share, &n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
        double w = least_width(p, &boards[i], p->width - BOARD_GAP);
        sum += w + BOARD_GAP;
        if (sum > p->width + 0.01)
            return false;
        boards[i].w = w;
    }
    level(boards, n, p->width, false);
    *plan = (struct board_plan){.boards = boards,
                                .n = n,
                                .entries = p->entries,
                                .who_size = p->who_size,
                                .text_size = p->text_size};
    return true;
}

static void choose_size(struct planning *p, int step)
{
    double least = p->page->min_size, t = 1 - (double)step / (STEPS - 1);
    double who_least = fmax(WHO_LEAST, least), who_most = fmax(WHO_MOST, least * 1.16);
    p->who_size = who_least + (who_most - who_least) * t;
    p->text_size = least + (fmax(TEXT_MOST, least) - least) * t;
}

// What the narrowest board takes of the value of a plan.
static double narrowness(const struct board_plan *plan)
{
    double least = READABLE;
    for (int i = 0; i < plan->n; i++)
        least = fmin(least, (plan->boards[i].w - 2 * BOARD_PAD) / plan->text_size);
    return least / READABLE;
}

static bool plan_whole(struct planning *p, struct board_plan *best)
{
    double quality = 0;
    for (int share = 1; share <= MIN(SHARE_MOST, p->n); share++)
        for (int step = 0; step < STEPS; step++) {
            struct board_plan plan;
            choose_size(p, step);
            double value = p->text_size * (1 - SHARING_COST * (share - 1));
            if (value <= quality)
                break;
            if (!try_share(p, share, &plan))
                continue;
            value *= narrowness(&plan);
            if (value > quality) {
                *best = plan;
                quality = value;
            }
        }
    return quality > 0;
}

// ---- the last resort ----------------------------------------------------------------------------

double strip_note_width(struct strip *strip)
{
    return fmax(18, strip->page->min_size) * 6;
}

// Cuts an entry so that it takes `height` at most.
static void cut_entry(struct planning *p, struct entry *entry, double width, bool alone,
                      double height)
{
    if (set_entry(p, entry, width, alone) && entry->h <= height)
        return;
    entry->bare = true;
    if (set_entry(p, entry, width, alone) && entry->h <= height)
        return;
    entry->cut = entry->agreement->with != NULL;
    wording_init(&entry->with, p->page, "", WEIGHT_PLAIN, page_lang(p->page), false);
    entry->both = entry->what;
    if (set_entry(p, entry, width, alone) && entry->h <= height)
        return;
    double line = p->text_size * 1.3, head;
    bool dated = set_head(p, entry, width, alone, &head);
    if (!dated || head > height - line - 4) { // who in one line, without icon
        double date = entry->date != NULL && !alone ? p->text_size * 1.45 : 0;
        entry->who_set =
            furniture_shorten(p->page, &entry->who, p->who_size, width, LEADING_KEYWORD,
                              fmax(p->who_size * 1.3, height - line - 4 - date), &entry->cut);
        entry->icon = 0;
        entry->date_beside = false;
        head = entry->who_set.h + date;
    }
    entry->what_set = furniture_shorten(p->page, &entry->what, p->text_size, width, LEADING_TEXT,
                                        fmax(line, height - head - 4), &entry->cut);
    entry->with_set = (struct setting){0};
    entry->h = head + 4 + entry->what_set.h;
}

// How many agreements have room on boards of `share` each when all are cut as far as it goes.
static int capacity(const struct planning *p, int share, double width)
{
    double least_w = 9.5 * p->text_size + 2 * BOARD_PAD + BOARD_GAP;
    double least_h = p->who_size * 1.1 + p->text_size * (share > 1 ? 2.75 : 1.3) + 4;
    double h =
        p->strip->boards_h - 2 * BOARD_FOOT - (share == 1 ? 15 * p->text_size / TEXT_MOST : 0);
    bool fits = share * least_h + (share - 1) * gap_of(p->text_size) <= h;
    return fits ? (int)(width / least_w) * share : 0;
}

// Cuts the entries of a board to its height: the long ones, to one level.
static void cut_board(struct planning *p, struct board *board)
{
    if (set_board(p, board, board->w))
        return;
    double inner = board->w - 2 * BOARD_PAD, low = 0;
    double left = board->h - board->top - BOARD_FOOT - (board->n - 1) * gap_of(p->text_size);
    double high = left;
    for (int step = 0; step < 16; step++) {
        double middle = (low + high) / 2, sum = 0;
        for (int i = 0; i < board->n; i++) {
            bool fits = set_entry(p, &board->entries[i], inner, board->n == 1);
            sum += fits ? fmin(board->entries[i].h, middle) : middle;
        }
        if (sum <= left)
            low = middle;
        else
            high = middle;
    }
    for (int i = 0; i < board->n; i++)
        cut_entry(p, &board->entries[i], inner, board->n == 1, low);
}

static void plan_cut(struct planning *p, struct board_plan *plan)
{
    choose_size(p, STEPS - 1);
    int shown = 0, share = 1;
    double width = p->width;
    for (int pass = 0; pass < 2 && shown < p->n; pass++) {
        if (pass > 0)
            width -= strip_note_width(p->strip) + 8;
        for (int s = SHARE_MOST; s >= 1; s--) {
            int room = MIN(p->n, capacity(p, s, width));
            if (room >= shown && room > 0) {
                shown = room;
                share = s;
            }
        }
        if (pass == 0 && shown < p->n)
            shown = 0;
    }
    shown = MAX(shown, 1);
    *plan = (struct board_plan){.entries = p->entries,
                                .left_out = p->n - shown,
                                .who_size = p->who_size,
                                .text_size = p->text_size};
    plan->boards = deal(p, shown, share, &plan->n);
    for (int i = 0; i < plan->n; i++)
        plan->boards[i].w = least_width(p, &plan->boards[i], width - BOARD_GAP);
    level(plan->boards, plan->n, width, true);
    level(plan->boards, plan->n, width, false);
    p->letter = true;
    for (int i = 0; i < plan->n; i++) {
        struct board *board = &plan->boards[i];
        cut_board(p, board);
    }
}

struct board_plan *strip_plan(struct strip *strip, double x0, double x1)
{
    struct page *page = strip->page;
    const struct harvest *harvest = page->harvest;
    struct planning p = {
        .strip = strip,
        .page = page,
        .entries = ARENA_ARRAY(page->arena, struct entry, strip->n + 1),
        .n = (int)strip->n,
        .width = x1 - x0,
    };
    struct board_plan *plan = ARENA_NEW(page->arena, struct board_plan);
    for (int i = 0; i < p.n; i++)
        entry_init(&p.entries[i], page, &harvest->agreements[strip->first + (size_t)i]);
    if (p.n == 0)
        return plan;
    p.whole = true;
    bool planned = plan_whole(&p, plan);
    if (!planned) {
        p.whole = false;
        planned = plan_whole(&p, plan);
    }
    if (planned) {
        p.who_size = plan->who_size;
        p.text_size = plan->text_size;
        p.letter = true;
        for (int i = 0; i < plan->n; i++)
            set_board(&p, &plan->boards[i], plan->boards[i].w);
    } else {
        plan_cut(&p, plan);
    }
    double used = 0;
    for (int i = 0; i < plan->n; i++)
        used += plan->boards[i].w;
    double note = plan->left_out > 0 ? strip_note_width(strip) + 8 : 0;
    double gap = (x1 - x0 - note - used) / plan->n, x = x0 + gap / 2;
    for (int i = 0; i < plan->n; i++) {
        plan->boards[i].x = x;
        plan->boards[i].y = strip->boards_y + (i % 2 == 0 ? 6 : 0);
        x += plan->boards[i].w + gap;
    }
    plan->note_x = x1 - note + 8;
    return plan;
}
