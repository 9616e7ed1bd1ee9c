// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the crowns are: a stack on either side of the trunk, counter-clockwise from the top left.
// On landscape pages the title stands between the uppermost ones; those below may reach further in,
// so that little stays empty beside the trunk. On portrait pages the title lies above all of them.
#include "poster/tree_crowns.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "poster/ladder.h"
#include "poster/ring.h"

#define GUTTER 34.0     // between the title and a crown
#define GAP 50.0        // between crowns: a branch and its leaves
#define GAP_FIVE 38.0   // in a stack of five
#define GAP_MANY 29.0   // of more
#define ARROW_GAP 30.0  // more of it between crowns that an arrow connects
#define CLEAR 54.0      // from the title to a crown below it
#define NARROWEST 0.27  // of the page
#define SLIMMER 0.74    // of its stack's width: a crown that needs no more
#define TITLE_LEAST 0.4 // of the page, unless most cards stand in full
#define NEARLY_ALL 0.8   // of the cards
enum { ORDERS = 4, SHAPES = 7, LEANS = 3 };

// How the width is shared; shares of the page.
struct shape {
    double title;    // between the uppermost crowns; portrait: 0, above all
    double corridor; // between the lower crowns; 0: as wide as between the uppermost
    double cost;     // in units of the score
};

static const struct shape WIDE[SHAPES] = {
    {0.46, 0.30, 0}, {0.46, 0.265, 0.3}, {0.42, 0.25, 0.8}, {0.38, 0.235, 1.5},
    {0.38, 0, 1.6},  {0.34, 0.22, 2.4},  {0.34, 0, 2.5},
};
static const struct shape TALL[SHAPES] = {
    {0, 0.28, 0},    {0, 0.26, 0.2}, {0, 0.24, 0.5},   {0, 0.22, 0.9},
    {0, 0.205, 1.3}, {0, 0.19, 1.8}, {0, 0.197, 1.55},
};

#define PAIR_GAP 26.0 // between crowns abreast
#define PAIRS_FROM 4  // crowns a side
#define PAIRS_CARDS 9 // a table: four crowns a side stand in pairs where there are more

// More of it than there is to read asks for.
static const double LEAN[LEANS] = {0, 0.02, -0.02};
#define LEAN_COST 0.9
#define ABREAST_COST 6.0 // what the other costs

struct detail { // of a candidate
    const struct shape *shape;
    double lean;  // how much wider than half of both the left side is, share of the page
    int abreast;  // crowns beside each other in a stack: 1, or 2 where there are many tables
};

struct stack {
    const int *table; // from the top down, `step` apart
    int n, step;
    int abreast;
    double gap;            // between rows
    double first_w, low_w; // the most a row may take
    double title_h;        // between the uppermost
};

// Rows of a stack: the uppermost has what does not fill one.
static int rows_of(const struct stack *stack)
{
    return (stack->n + stack->abreast - 1) / stack->abreast;
}

static int row_start(const struct stack *stack, int row)
{
    return row == 0 ? 0 : stack->n - (rows_of(stack) - row) * stack->abreast;
}

static int row_count(const struct stack *stack, int row)
{
    return row_start(stack, row + 1) - row_start(stack, row);
}

static int table_of(const struct stack *stack, int i)
{
    return stack->table[i * stack->step];
}

// The most that a crown of that row may be wide, of both widths times `share`.
static double width_in_row(const struct stack *stack, int row, double share)
{
    int n = row_count(stack, row);
    double w = (row == 0 ? stack->first_w : stack->low_w) * share;
    return (w - (n - 1) * PAIR_GAP) / n;
}

static double gap_of(int rows)
{
    return rows > 5 ? GAP_MANY : rows > 4 ? GAP_FIVE : GAP;
}

static double body_height(const struct crowns *c)
{
    return c->bottom - c->top;
}

static double title_width(const struct crowns *c, const struct shape *shape)
{
    const struct page *page = c->page;
    double w = page->w - 2 * page->margin;
    if (page->portrait || c->n == 0)
        return page->portrait ? w : w * 0.8;
    return page->w * (c->n == 1 ? 0.52 : shape->title);
}

static size_t shape_index(const struct crowns *c, const struct shape *shape)
{
    return (size_t)(shape - (c->page->portrait ? TALL : WIDE));
}

// The most that crowns may be wide.
static void set_widths(const struct crowns *c, const struct detail *detail, struct stack stacks[2])
{
    const struct page *page = c->page;
    const struct shape *shape = detail->shape;
    double w = page->w - 2 * page->margin, title = title_width(c, shape);
    double low = (w - fmax(shape->corridor * page->w, 15.8 * page->min_size)) / 2, first;
    if (c->n == 1)
        first = low = page->portrait ? w * 0.5 : w - title - GUTTER;
    else if (page->portrait)
        first = low;
    else
        first = (w - title) / 2 - GUTTER;
    if (shape->corridor == 0)
        low = first;
    for (int side = 0; side < 2; side++) {
        double lean = detail->lean * page->w * (side == 0 ? 1 : -1);
        stacks[side].first_w = first + lean;
        stacks[side].low_w = fmax(first, low) + lean;
        stacks[side].title_h = c->title_h[shape_index(c, shape)];
    }
}

static void stacks_of(const struct crowns *c, const struct candidate *candidate,
                      struct stack stacks[2])
{
    const struct detail *detail = candidate->detail;
    int right = c->n - c->left;
    stacks[0] = (struct stack){.table = candidate->table, .n = c->left, .step = 1};
    stacks[1] = (struct stack){.table = candidate->table + c->n - 1, .n = right, .step = -1};
    for (int side = 0; side < 2; side++)
        stacks[side].abreast = detail->abreast;
    stacks[0].gap = stacks[1].gap = gap_of(rows_of(&stacks[0]));
    set_widths(c, detail, stacks);
}

// Where the second crown may begin: under the title if it reaches there.
static double clear_height(const struct crowns *c, const struct stack *stack)
{
    bool under = !c->page->portrait && stack->low_w > stack->first_w + 1;
    return under ? c->page->margin + stack->title_h + CLEAR - c->top - stack->gap : 0;
}

// What a stack takes of the height with both widths times `share`; INFINITY: some do not fit.
static double stack_height(const struct crowns *c, const struct stack *stack, struct needs *needs,
                           double share, bool priced)
{
    int rows = rows_of(stack);
    double sum = stack->gap * (rows - 1);
    for (int row = 0; row < rows; row++) {
        int step = needs_step(width_in_row(stack, row, share));
        double highest = step < 0 ? INFINITY : 0;
        for (int i = row_start(stack, row); step >= 0 && i < row_start(stack, row + 1); i++) {
            int table = table_of(stack, i);
            double h = priced ? needs_cost(needs, table, step) : needs_height(needs, table, step);
            highest = fmax(highest, h);
        }
        sum += row == 0 && rows > 1 ? fmax(highest, clear_height(c, stack)) : highest;
    }
    return sum;
}

// The share of cards that a table shows in full at most.
static double share_in_full(const struct crowns *c, const struct plan *plan)
{
    const struct harvest *harvest = c->page->harvest;
    size_t full = 0;
    for (size_t i = 0; i < harvest->tables_n; i++)
        full += MIN(harvest->tables[i].n, (size_t)plan->full_top);
    return plan->list ? (double)full / (double)MAX(harvest->ideas_n, 1) : 1;
}

static bool fits(void *context, const struct candidate *candidate, struct needs *needs)
{
    const struct crowns *c = context;
    struct stack stacks[2];
    const struct detail *detail = candidate->detail;
    // A few more texts in full are not worth a small title; all, or nearly all, are, and room for
    // many tables.
    if (!c->page->portrait && c->n > 1 && c->left <= 4 && detail->shape->title < TITLE_LEAST &&
        share_in_full(c, &needs->plan) < NEARLY_ALL)
        return false;
    stacks_of(c, candidate, stacks);
    for (int side = 0; side < 2; side++)
        if (stacks[side].n > 0 && stack_height(c, &stacks[side], needs, 1, false) > body_height(c))
            return false;
    return true;
}

// ---- widths
// --------------------------------------------------------------------------------------

// A stack becomes narrower until it fills so much of the height: few crowns need not be towers.
static double filled(const struct crowns *c, const struct stack *stack)
{
    static const double FILLED[] = {0.5, 0.44, 0.6, 0.74};
    return FILLED[MIN((size_t)stack->n, G_N_ELEMENTS(FILLED) - 1)] * body_height(c);
}

// The largest share of the widths at which the stack fills the height, else the least that stands.
static double best_share(const struct crowns *c, const struct stack *stack, struct needs *needs)
{
    // Two abreast fill the width, or the middle is left empty.
    double best = 1, least = stack->abreast > 1 ? 0.92 : NARROWEST * c->page->w / stack->first_w;
    for (double share = 1; share >= fmax(least, 0.5); share -= 0.03) {
        double h = stack_height(c, stack, needs, share, true);
        if (h > body_height(c))
            break;
        best = share;
        if (stack_height(c, stack, needs, share, false) >= filled(c, stack))
            break;
    }
    return best;
}

// A crown is no wider than it needs to be about as high.
static double slim(struct needs *needs, int table, double width)
{
    int step = needs_step(width), least = needs_step(width * SLIMMER);
    double most = needs_cost(needs, table, step) * 1.03;
    int best = step;
    for (int i = step - 1; i >= MAX(least, 0); i--)
        if (needs_cost(needs, table, i) <= most)
            best = i;
    return needs_width(best);
}

static bool widen(void *context, const struct candidate *candidate, struct needs *needs,
                  double *widths)
{
    struct crowns *c = context;
    struct stack stacks[2];
    stacks_of(c, candidate, stacks);
    for (int side = 0; side < 2; side++) {
        const struct stack *stack = &stacks[side];
        if (stack->n == 0)
            continue;
        if (stack_height(c, stack, needs, 1, false) > body_height(c))
            return false;
        double share = best_share(c, stack, needs);
        double used = stack_height(c, stack, needs, share, false);
        for (int i = 0, row = 0; i < stack->n; i++) {
            while (i >= row_start(stack, row + 1))
                row++;
            int table = table_of(stack, i);
            double w = width_in_row(stack, row, share);
            double slimmer = stack->abreast > 1 ? w : slim(needs, table, w);
            double more = needs_height(needs, table, needs_step(slimmer)) -
                          needs_height(needs, table, needs_step(w));
            if (used + fmax(0, more) <= body_height(c)) {
                used += fmax(0, more);
                w = slimmer;
            }
            int slot = side == 0 ? i : c->n - 1 - i;
            widths[slot] = w;
        }
    }
    return true;
}

// ---- places
// --------------------------------------------------------------------------------------

static bool are_related(const struct page *page, const struct table_cards *a,
                        const struct table_cards *b)
{
    for (size_t i = 0; i < page->harvest->relations_n; i++) {
        const struct harvest_relation *relation = &page->harvest->relations[i];
        int one = a->table->number, other = b->table->number;
        if ((relation->a == one && relation->b == other) ||
            (relation->a == other && relation->b == one))
            return true;
    }
    return false;
}

// One row of a stack: its crowns end at the same height, on the branch that carries them; the first
// one stands at the page's edge. `extra`: height to spare.
static void place_row(const struct crowns *c, const struct stack *stack, struct pack *first, int row,
                      double y, double row_h, double extra, bool right)
{
    struct page *page = c->page;
    double x = right ? page->w - page->margin : page->margin, highest = 0;
    for (int pass = 0; pass < 2; pass++)
        for (int i = row_start(stack, row); i < row_start(stack, row + 1); i++) {
            const struct pack *pack = &first[i * stack->step];
            double h = pack->h + fmin(extra * 0.6 + row_h - pack->h, pack_stretch(pack));
            if (pass == 0) {
                highest = fmax(highest, h);
                continue;
            }
            bool top = row == 0 && rows_of(stack) > 1;
            double sink = top ? (right ? 0.35 : 0.1) : right ? 0.6 : 0.45;
            double foot = y + (row_h + extra - highest) * sink + highest;
            island_set(page, pack,
                       (struct box){right ? x - pack->w : x, foot - h, pack->w, h});
            x += (right ? -1 : 1) * (pack->w + PAIR_GAP);
        }
}

static double row_height(const struct stack *stack, const struct pack *first, int row)
{
    double h = 0;
    for (int i = row_start(stack, row); i < row_start(stack, row + 1); i++)
        h = fmax(h, first[i * stack->step].h);
    return h;
}

// An arrow has to cross the gap below the row.
static bool leads_down(const struct crowns *c, const struct stack *stack, const struct pack *first,
                       int row)
{
    int next = row_start(stack, row + 1);
    return stack->abreast == 1 && next < stack->n &&
           are_related(c->page, first[(next - 1) * stack->step].table,
                       first[next * stack->step].table);
}

// A stack's crowns downwards, from the packs of its tables. False: too high.
static bool place_stack(const struct crowns *c, const struct stack *stack, struct pack *first,
                        bool right)
{
    int rows = rows_of(stack);
    double clear = rows > 1 ? clear_height(c, stack) : 0, sum = 0, used = stack->gap * (rows - 1);
    for (int row = 0; row < rows; row++) {
        double h = row_height(stack, first, row);
        sum += h;
        used += row == 0 ? fmax(h, clear) : h;
    }
    double spare = body_height(c) - used, y = c->top;
    if (spare < -0.5)
        return false;
    // First of all to gaps that an arrow has to cross.
    double arrow = fmin(ARROW_GAP, fmax(0, spare) / MAX(rows, 1));
    for (int row = 0; row < rows; row++)
        spare -= leads_down(c, stack, first, row) ? arrow : 0;
    spare = fmax(0, spare);
    for (int row = 0; row < rows; row++) {
        double h = row_height(stack, first, row), extra = spare * h / sum;
        place_row(c, stack, first, row, y, h, extra, right);
        y += (row == 0 ? fmax(h, clear) : h) + extra + stack->gap;
        y += leads_down(c, stack, first, row) ? arrow : 0;
    }
    return true;
}

// Between the crowns: their inner edges, of the first ones for the title, of all for the trunk.
static void set_rooms(const struct crowns *c, const struct stack stacks[2],
                      const struct shape *shape, const struct pack *packs)
{
    struct page *page = c->page;
    double x0 = page->margin, x1 = page->w - page->margin, left = x0, right = x1;
    for (int i = 0; stacks[0].n > 0 && i < row_count(&stacks[0], 0); i++)
        left += packs[i].w + (i > 0 ? PAIR_GAP : 0);
    for (int i = 0; stacks[1].n > 0 && i < row_count(&stacks[1], 0); i++)
        right -= packs[c->n - 1 - i].w + (i > 0 ? PAIR_GAP : 0);
    for (size_t i = 0; i < page->islands_n; i++) {
        struct box box = page->islands[i].box;
        if (box.x + box.w / 2 < page->w / 2 || c->n == 1)
            x0 = fmax(x0, box.x + box.w);
        else
            x1 = fmin(x1, box.x);
    }
    double middle = page->portrait ? page->w / 2 : (left + right) / 2, w = title_width(c, shape);
    double h = c->title_h[shape_index(c, shape)];
    page->title = (struct box){middle - w / 2, page->margin, w, h};
    double y = page->margin + h + 8;
    page->scenery = (struct box){x0 + 1, y, x1 - x0 - 2, c->bottom - y};
}

static bool place(void *context, const struct candidate *candidate, struct pack *packs)
{
    const struct crowns *c = context;
    struct stack stacks[2];
    stacks_of(c, candidate, stacks);
    if (!place_stack(c, &stacks[0], packs, false) ||
        (stacks[1].n > 0 && !place_stack(c, &stacks[1], packs + c->n - 1, true)))
        return false;
    set_rooms(c, stacks, ((const struct detail *)candidate->detail)->shape, packs);
    return true;
}

// ---- candidates
// ----------------------------------------------------------------------------------

// The side with more to read is wider, by as much as moves smoothly when a card is added: the fewer
// the tables, the more of all one card is.
static double lean_of(const struct crowns *c, const int *table)
{
    const double SIDE = 0.36, MOST = 0.05, MANY = 6;
    double left = 0, right = 0;
    if (c->n < 2)
        return 0;
    for (int i = 0; i < c->n; i++)
        *(i < c->left ? &left : &right) += page_reading(&c->page->harvest->tables[table[i]]);
    double share = SIDE * fmin(1, c->n / MANY) * (left - right) / (left + right + PAGE_SETTLED);
    return CLAMP(share, -MOST, MOST);
}

static struct candidates gather(const struct crowns *c, int away, struct candidates *few)
{
    struct page *page = c->page;
    struct order orders[RING_ORDERS];
    struct slots slots = {.left = c->left, .right = c->n - c->left};
    size_t n = MIN(ring_orders(page, slots, away, orders), (size_t)ORDERS), at = 0;
    const struct shape *shapes = page->portrait ? TALL : WIDE;
    size_t leans = c->n > 1 ? LEANS : 1, single = SHAPES * leans;
    size_t each = single * (c->left >= PAIRS_FROM && !page->portrait ? 2 : 1);
    struct candidate *of = ARENA_ARRAY(page->arena, struct candidate, MAX(n * each, 1));
    struct detail *details = ARENA_ARRAY(page->arena, struct detail, MAX(n * each, 1));
    // How many there are decides, not what just fits: one card more must not change the structure.
    bool pairs = c->left > PAIRS_FROM || page->harvest->ideas_n > PAIRS_CARDS * page->harvest->tables_n;
    for (size_t i = 0; i < n; i++) {
        double lean = lean_of(c, orders[i].table);
        for (size_t k = 0; k < each; k++, at++) {
            const struct shape *shape = &shapes[k % single / leans];
            double cost = shape->cost + (k % leans > 0 ? LEAN_COST : 0);
            if (each > single && (k >= single) != pairs)
                cost += ABREAST_COST;
            details[at] = (struct detail){shape, lean + LEAN[k % leans], k < single ? 1 : 2};
            of[at] = (struct candidate){orders[i].table, orders[i].cost + cost, &details[at]};
        }
    }
    *few = (struct candidates){of, MIN(at, each)};
    return (struct candidates){of, at};
}

bool crowns_arrange(struct page *page, double bottom)
{
    struct crowns c = {.page = page, .n = (int)page->harvest->tables_n, .bottom = bottom};
    c.left = (c.n + 1) / 2;
    const struct shape *shapes = page->portrait ? TALL : WIDE;
    double title_h[SHAPES];
    c.title_h = title_h;
    for (size_t i = 0; i < SHAPES; i++) {
        struct box room = {page->margin, page->margin, title_width(&c, &shapes[i]), page->h / 2};
        bool same = i > 0 && title_width(&c, &shapes[i - 1]) == room.w;
        title_h[i] = same ? title_h[i - 1] : title_draw(page, room, false);
    }
    c.top = page->margin + (page->portrait ? title_h[0] + GUTTER : 0);
    page->scale = 1;
    if (c.n == 0) {
        struct stack none[2] = {{.n = 0}, {.n = 0}};
        set_rooms(&c, none, &shapes[0], NULL);
        return true;
    }
    struct ladder ladder;
    ladder_init(&ladder, page, pack_tables(page));
    ladder.scratch = arena_new();
    ladder.context = &c;
    ladder.fits = fits;
    ladder.widen = widen;
    ladder.place = place;
    ladder.near = gather(&c, 1, &ladder.few);
    ladder.any = gather(&c, c.n, &ladder.few);
    bool ok = ladder_climb_down(&ladder);
    arena_free(ladder.scratch);
    return ok;
}
