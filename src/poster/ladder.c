// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/ladder.h"

#include <glib.h>
#include <limits.h>
#include <math.h>

#include "base/arena.h"
#include "poster/page.h"

#define HEADING_MOST 46.0
#define HEADING_LEAST 28.0
#define HEADING_LARGE 1.7 // times the usual it may become: with very few cards, ideas are larger
#define SCALE_STEP 0.012
#define SCALES 320
#define FEW 130 // cards: more do not all stand in full
#define SCORE 14.0      // of a scale of 1
#define LARGE 1.1       // what is larger reads well anyway,
#define SCORE_LARGE 5.0 // so that composition counts for more

#define NEARLY_ALL 0.8 // of the cards in full; and
#define LITTLE 0.4
#define WORSE 3.0  // a composition may be that much worse than the best for a few texts in full,
#define WORTH 10.0 // and that much more for all of them beyond a little

// One step: what is shown, and the scales it may have.
struct rung {
    bool list;
    int full_top;
    int most;            // cards a table shows
    double low, high;    // scale
    double dearest;      // what a candidate may cost
    bool small_headings; // may be smaller than they should
};

// One rung's search: what tables need at each scale tried, shared by all candidates.
struct search {
    const struct ladder *ladder;
    struct rung rung;
    struct needs *at[SCALES];
};

struct choice {
    const struct candidate *candidate; // NULL: nothing fits
    int scale;
    double score;
};

static double heading_most(const struct ladder *ladder)
{
    return HEADING_MOST * fmin(ladder->page->large, HEADING_LARGE);
}

static double scale_of(const struct rung *rung, int i)
{
    return rung->low + i * SCALE_STEP;
}

static int scales_of(const struct rung *rung)
{
    int n = (int)((rung->high - rung->low) / SCALE_STEP) + 1;
    return MIN(n, SCALES);
}

static double large_of(const struct ladder *ladder)
{
    return LARGE * ladder->page->large;
}

static double worth_of(const struct ladder *ladder, double scale)
{
    double large = large_of(ladder);
    return SCORE * fmin(scale, large) + SCORE_LARGE * fmax(0, scale - large);
}

// The scale that is worth so much.
static double scale_worth(const struct ladder *ladder, double worth)
{
    double small = worth / SCORE, large = large_of(ladder);
    return small <= large ? small : large + (worth - SCORE * large) / SCORE_LARGE;
}

static struct plan plan_of(const struct ladder *ladder, const struct rung *rung, double s)
{
    return (struct plan){
        .page = ladder->page,
        .s = s,
        .list = rung->list,
        .full_top = rung->full_top,
        .most = rung->most,
        .heading_cap = heading_most(ladder),
        .heading_least = rung->small_headings ? 0 : 0.86,
    };
}

static struct needs *needs_by(const struct ladder *ladder, const struct plan *plan)
{
    return needs_new(plan, ladder->tables, (size_t)ladder->n, ladder->scratch);
}

// ---- the search ---------------------------------------------------------------------------------
//
// Candidates come in the order in which they are preferred; each is asked only for scales at which
// it would be worth more than the best so far (branch and bound), the largest is found by halving.
// O(candidates log scales) questions; what they have in common, the height of a table at a width and
// a scale, is packed once (needs.h).

static bool fits(struct search *search, const struct candidate *candidate, int scale)
{
    const struct ladder *ladder = search->ladder;
    if (search->at[scale] == NULL) {
        struct plan plan = plan_of(ladder, &search->rung, scale_of(&search->rung, scale));
        search->at[scale] = needs_by(ladder, &plan);
    }
    return ladder->fits(ladder->context, candidate, search->at[scale]);
}

// The largest scale from `least` on that fits; -1: none. What fits is not monotonic: after halving
// the range, a few steps above are tried too.
static int largest_scale(struct search *search, const struct candidate *candidate, int least)
{
    enum { BEYOND = 3 };
    int n = scales_of(&search->rung), low = -1, high = n;
    for (int i = least; i < MIN(n, least + BEYOND) && low < 0; i++)
        if (fits(search, candidate, i))
            low = i;
    if (low < 0)
        return -1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (fits(search, candidate, middle))
            low = middle;
        else
            high = middle;
    }
    for (int i = low + 2; i < MIN(n, low + 1 + BEYOND); i++)
        if (fits(search, candidate, i))
            low = i;
    return low;
}

static void try_candidate(struct search *search, const struct candidate *candidate,
                          struct choice *best)
{
    const struct rung *rung = &search->rung;
    double cost = candidate->cost;
    int least = 0;
    if (best->candidate != NULL) {
        double better = scale_worth(search->ladder, best->score + cost);
        least = MAX(0, (int)ceil((better - rung->low) / SCALE_STEP + 0.01));
    }
    if (least >= scales_of(rung))
        return;
    int scale = largest_scale(search, candidate, least);
    if (scale < 0)
        return;
    double score = worth_of(search->ladder, scale_of(rung, scale)) - cost;
    if (best->candidate == NULL || score > best->score)
        *best = (struct choice){candidate, scale, score};
}

static struct choice search_rung(const struct ladder *ladder, const struct rung *rung,
                                 struct candidates candidates)
{
    struct search search = {.ladder = ladder, .rung = *rung};
    struct choice best = {NULL, 0, 0};
    for (size_t i = 0; i < candidates.n; i++)
        if (candidates.of[i].cost <= rung->dearest)
            try_candidate(&search, &candidates.of[i], &best);
    for (int i = 0; i < SCALES; i++)
        needs_free(search.at[i]);
    return best;
}

// ---- settling -----------------------------------------------------------------------------------

static bool widen(const struct ladder *ladder, const struct plan *plan,
                  const struct candidate *candidate, double *widths)
{
    struct needs *needs = needs_by(ladder, plan);
    bool ok = ladder->widen(ladder->context, candidate, needs, widths);
    needs_free(needs);
    return ok;
}

// All headings within 4 % of the smallest.
static double heading_cap(const struct ladder *ladder, const struct plan *plan,
                          const struct candidate *candidate, const double *widths)
{
    double least = heading_most(ladder);
    for (int i = 0; i < ladder->n; i++) {
        struct heading heading =
            heading_fit(plan, &ladder->tables[candidate->table[i]].title, widths[i]);
        least = fmin(least, heading.size);
    }
    return fmax(fmin(HEADING_LEAST, 2 * ladder->page->min_size), 1.04 * least);
}

static bool settle_at(const struct ladder *ladder, const struct rung *rung,
                      const struct candidate *candidate, double s)
{
    struct page *page = ladder->page;
    double *widths = ARENA_ARRAY(page->arena, double, (size_t)ladder->n);
    struct plan plan = plan_of(ladder, rung, s);
    if (!widen(ladder, &plan, candidate, widths))
        return false;
    plan.heading_cap = heading_cap(ladder, &plan, candidate, widths);
    bool ok = widen(ladder, &plan, candidate, widths);
    struct pack *packs = ARENA_ARRAY(page->arena, struct pack, (size_t)ladder->n);
    for (int i = 0; ok && i < ladder->n; i++)
        ok = pack_table(&packs[i], &plan, &ladder->tables[candidate->table[i]], widths[i],
                        page->arena) &&
             pack_letter(&packs[i], &plan);
    if (!ok)
        return false;
    page->scale = s;
    page->list_mode = rung->list;
    page->full_top = rung->full_top;
    page->order = candidate->table;
    return ladder->place(ladder->context, candidate, packs);
}

// Lettered lines come out a little different from measured ones: the scale gives way. Where there is
// scale to spare it is not the largest that fits, for there every width hangs on the last line.
static bool settle(const struct ladder *ladder, const struct rung *rung,
                   const struct choice *choice)
{
    enum { ATTEMPTS = 8 };
    const double AIR = 0.975, MUCH_AIR = 0.95;
    double largest = scale_of(rung, choice->scale);
    double s = fmax(largest * (largest > large_of(ladder) ? MUCH_AIR : AIR), rung->low);
    for (int i = 0; i < ATTEMPTS && s > 0.5; i++, s -= SCALE_STEP * fmax(1, s))
        if (settle_at(ladder, rung, choice->candidate, s))
            return true;
    return false;
}

// ---- the rungs ----------------------------------------------------------------------------------

static bool try_rung(const struct ladder *ladder, struct rung rung, struct candidates candidates)
{
    struct choice choice = search_rung(ladder, &rung, candidates);
    return choice.candidate != NULL && settle(ladder, &rung, &choice);
}

static double least_cost(struct candidates candidates)
{
    double least = INFINITY;
    for (size_t i = 0; i < candidates.n; i++)
        least = fmin(least, candidates.of[i].cost);
    return least;
}

static int most_cards(const struct ladder *ladder)
{
    size_t most = 0;
    for (int i = 0; i < ladder->n; i++)
        most = MAX(most, ladder->tables[i].n);
    return (int)most;
}

// The share of cards that stand in full where each table has `full_top` of them at most.
static double share_in_full(const struct ladder *ladder, int full_top)
{
    double all = 0, full = 0;
    for (int i = 0; i < ladder->n; i++) {
        all += (double)ladder->tables[i].n;
        full += (double)MIN(ladder->tables[i].n, (size_t)full_top);
    }
    return full / fmax(all, 1);
}

// The least scale of a list, between that of all in full and the list's own: the more cards it
// leaves in full, the smaller it may be, so that one card more does not turn texts into a list
// everywhere.
static double least_scale(double in_full, double full_low, double list_low)
{
    double share = CLAMP((NEARLY_ALL - in_full) / (NEARLY_ALL - LITTLE), 0, 1);
    return fmin(list_low, full_low + (list_low - full_low) * share);
}

// Whether the rung has room at its least scale, whatever the lettering will say; cheap beside a
// search for the largest.
static bool has_room(const struct ladder *ladder, struct rung rung, struct candidates candidates)
{
    rung.high = rung.low;
    return search_rung(ladder, &rung, candidates).candidate != NULL;
}

// The least-voted cards stay out: the most a table can show, at least `least`, by halving.
static bool leave_out(const struct ladder *ladder, struct rung rung, int least)
{
    int low = least, high = most_cards(ladder);
    rung.most = low;
    if (low >= high || !has_room(ladder, rung, ladder->few))
        return false;
    while (high - low > 1) {
        rung.most = (low + high) / 2;
        if (has_room(ladder, rung, ladder->few))
            low = rung.most;
        else
            high = rung.most;
    }
    for (rung.most = low; rung.most >= least; rung.most--) // lettered, a few may have no room after all
        if (try_rung(ladder, rung, ladder->few))
            return true;
    return false;
}

void ladder_init(struct ladder *ladder, struct page *page, struct table_cards *tables)
{
    *ladder = (struct ladder){
        .page = page,
        .tables = tables,
        .n = (int)page->harvest->tables_n,
        .full_low = 0.75, // text has its least size there already
        .full_high = 1.5 * page->large,
        .list_low = page->harvest->ideas_n <= FEW ? 0.78 : 0.9,
        .list_high = 1.25,
        .last_low = 0.8,
        .last_high = 1.1,
        .leaves_out = true,
    };
}

bool ladder_climb_down(struct ladder *ladder)
{
    static const int TOPS[] = {9, 8, 7, 6, 5, 4, 3, 2, 1};
    const struct page *page = ladder->page;
    double small = page->min_size - 14;
    // Above that many cards no page holds all in full, and trying costs time.
    bool few = page->harvest->ideas_n <= FEW;
    double full_low = ladder->full_low + 0.02 * small, list_low = ladder->list_low + 0.008 * small;
    struct rung rung = {
        false, INT_MAX, INT_MAX, full_low, ladder->full_high + 0.05 * small, INFINITY, false};
    const struct rung barest = {
        true, 0, INT_MAX, ladder->last_low + 0.02 * small, ladder->last_high + 0.05 * small, INFINITY, true};
    bool all_stay = few || has_room(ladder, barest, ladder->any);
    if (few && try_rung(ladder, rung, ladder->near))
        return true;
    rung = (struct rung){
        true, 0, INT_MAX, list_low, ladder->list_high + 0.05 * small, INFINITY, false};
    const double dearest = least_cost(ladder->near) + WORSE;
    for (size_t i = 0; all_stay && i < G_N_ELEMENTS(TOPS); i++) {
        rung.full_top = TOPS[i];
        double in_full = share_in_full(ladder, TOPS[i]);
        rung.low = least_scale(in_full, full_low, list_low);
        rung.dearest = dearest + WORTH * fmax(0, in_full - LITTLE);
        if (try_rung(ladder, rung, ladder->near))
            return true;
    }
    rung = barest;
    rung.small_headings = false;
    if (all_stay &&
        (try_rung(ladder, rung, ladder->near) || try_rung(ladder, rung, ladder->any) ||
         try_rung(ladder, barest, ladder->any)))
        return true;
    if (!ladder->leaves_out)
        return false;
    // Where not all can stay, those that do deserve their hierarchy and lettering that reads from
    // afar; the appendix holds the others in any case.
    static const struct {
        int top, least;
        bool large;
    } LAST[] = {{3, 16, true}, {2, 14, true}, {1, 12, true}, {1, 12, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(LAST); i++) {
        rung.full_top = LAST[i].top;
        rung.low = (LAST[i].large ? ladder->list_low : ladder->last_low) + 0.02 * small;
        if (leave_out(ladder, rung, LAST[i].least))
            return true;
    }
    rung.full_top = 0;
    return leave_out(ladder, rung, 0);
}
