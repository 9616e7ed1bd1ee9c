// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/pack.h"

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/tr.h"
#include "poster/column.h"
#include "poster/composition.h"
#include "poster/form.h"

enum { WEIGHT_MORE = 600, WEIGHT_QUESTION = 500 };

// How ideas in full, and rows of a list, stand in columns, at s = 1.
#define FULL_GAP_X 25.0
#define FULL_GAP_Y 17.5
#define FULL_LEAST 206.0      // narrowest column
#define FULL_LEAST_LONG 236.0 // of long texts
#define FULL_LEAST_EM 10.8    // of both, in smallest letters
#define FULL_WIDEST 430.0
#define ROW_GAP_X 15.0
#define ROW_GAP_Y 9.5
#define ROW_LEAST 118.0
#define LINES_MOST 4
#define LINES_MOST_LONG 6
#define WIDE_BELOW 640.0 // inner width up to which the winner may span an island

struct table_cards *pack_tables(struct page *page)
{
    const struct harvest *harvest = page->harvest;
    struct table_cards *tables =
        ARENA_ARRAY(page->arena, struct table_cards, MAX(harvest->tables_n, 1));
    for (size_t i = 0; i < harvest->tables_n; i++) {
        const struct harvest_table *table = &harvest->tables[i];
        tables[i].table = table;
        tables[i].form = page->composition->forms[i % page->composition->forms_n];
        tables[i].n = table->n;
        tables[i].cards = block_cards(page, table);
        for (size_t k = 0; k < table->n; k++)
            tables[i].inside += tables[i].cards[k].outside ? 0 : 1;
        tables[i].more = ARENA_ARRAY(page->arena, struct wording, table->n + 1);
        heading_title(&tables[i].title, page, table);
        wording_init(&tables[i].question, page, table->n == 0 ? table->question : NULL,
                     WEIGHT_QUESTION, page_lang(page), true);
    }
    return tables;
}

// ---- sections ----------------------------------------------------------------------------------

struct request {
    const struct plan *plan;
    const struct table_cards *table;
    const int *shown; // which cards are on the picture, in the order of votes
    int first, n;
    bool list, wide;
    double w;
    int columns_least, columns_most;
    double column_least;
    struct arena *arena;
};

static double cost_of_shrinking(const struct plan *plan, const struct section *section)
{
    double cost = 0;
    for (int i = 0; i < section->n; i++) {
        const struct block *block = &section->blocks[i];
        cost += fmax(0, 0.94 - block->shrink) * (block->card->rank == 0 ? 800 : 200) * plan->s;
        if (block->keyword.divided)
            cost += (section->list ? 14 : block->card->rank == 0 ? 70 : 30) * plan->s;
        if (section->list)
            cost += 10 * plan->s * MAX(0, block->keyword.lines - 2);
    }
    return cost;
}

static bool set_section(struct section *section, const struct request *request, int columns)
{
    const struct plan *plan = request->plan;
    bool is_long = plan->page->long_text || plan->page->vote_numbers;
    section->wide = request->wide;
    section->most_lines = columns == 1 ? PARAGRAPH_WIDTHS : is_long ? LINES_MOST_LONG : LINES_MOST;
    section->columns = columns;
    section->column_w = (request->w - (columns - 1) * section->gap_x) / columns;
    for (int i = 0; i < request->n; i++)
        if (!block_fit(&section->blocks[i], plan, &request->table->cards[request->shown[request->first + i]],
                       section->column_w, !request->list, request->wide, section->most_lines))
            return false;
    columns_fill(section, request->arena);
    section->penalty = cost_of_shrinking(plan, section);
    return true;
}

// The best number of columns; false when none fits.
static bool best_section(struct section *best, const struct request *request)
{
    double s = request->plan->s;
    bool found = false;
    struct section tried[2];
    for (int i = 0; i < 2; i++)
        tried[i] = (struct section){
            .list = request->list,
            .n = request->n,
            .blocks = ARENA_ARRAY(request->arena, struct block, (size_t)request->n),
            .order = ARENA_ARRAY(request->arena, int, (size_t)request->n),
            .gap_x = (request->list ? ROW_GAP_X : FULL_GAP_X) * s,
            .gap_y = (request->list ? ROW_GAP_Y : FULL_GAP_Y) * s,
        };
    int at = 0;
    int most = MIN(MIN(request->columns_most, request->n), SECTION_COLUMNS);
    for (int k = MIN(request->columns_least, most); k <= most; k++) {
        double w = (request->w - (k - 1) * tried[at].gap_x) / k;
        if (k > 1 && w < request->column_least)
            break;
        if (w > FULL_WIDEST * s && request->n > 2 && k < most)
            continue;
        if (!set_section(&tried[at], request, k))
            continue;
        if (!found || tried[at].h + tried[at].penalty < best->h + best->penalty - 1) {
            *best = tried[at];
            at = 1 - at;
            found = true;
        }
    }
    return found;
}

static double column_least(const struct plan *plan)
{
    double least = (plan->page->long_text ? FULL_LEAST_LONG : FULL_LEAST) * plan->s;
    return fmax(least, FULL_LEAST_EM * plan->page->min_size);
}

// All ideas in full: in columns, or the winner across the island and the rest in columns below.
static bool pack_full(struct pack *pack, const struct request *all)
{
    const struct plan *plan = all->plan;
    const struct card *first = &all->table->cards[all->shown[0]];
    struct section columns, winner, rest;
    bool fits = best_section(&columns, all);
    if (all->n >= 4 && all->w < WIDE_BELOW * plan->s && first->alone && !first->quote &&
        first->placement == NULL) {
        struct request top = *all, below = *all;
        top.n = 1;
        top.wide = true;
        top.columns_most = 1;
        below.first = 1;
        below.n = all->n - 1;
        if (best_section(&winner, &top) && best_section(&rest, &below) && rest.columns > 1) {
            double gap = FULL_GAP_Y * plan->s * 1.15;
            if (!fits || winner.h + gap + rest.h + winner.penalty + rest.penalty <
                             columns.h + columns.penalty + 70 * plan->s) {
                pack->sections[pack->n++] = winner;
                columns = rest;
                fits = true;
            }
        }
    }
    pack->sections[pack->n++] = columns;
    return fits;
}

// The `most` cards with the most votes, but first those that people placed; in the order of votes.
static const int *shown_cards(const struct table_cards *table, int most, struct arena *arena)
{
    int *shown = ARENA_ARRAY(arena, int, MAX(most, 1)), placed = 0, n = 0;
    for (size_t i = 0; i < table->n; i++)
        placed += table->cards[i].placement != NULL && !table->cards[i].outside;
    int others = MAX(0, most - placed);
    for (size_t i = 0; i < table->n && n < most; i++) {
        if (table->cards[i].outside)
            continue;
        bool is_placed = table->cards[i].placement != NULL;
        if (is_placed || others-- > 0)
            shown[n++] = (int)i;
    }
    return shown;
}

static bool pack_sections(struct pack *pack, const struct plan *plan,
                          const struct table_cards *table, int shown, struct arena *arena)
{
    struct request request = {
        .plan = plan,
        .table = table,
        .shown = shown_cards(table, shown, arena),
        .n = plan->list ? MIN(plan->full_top, shown) : shown,
        .w = pack->w - 2 * pack->side,
        .columns_least = 1,
        .columns_most = SECTION_COLUMNS,
        .column_least = column_least(plan),
        .arena = arena,
    };
    if (request.n == shown) // the same whether other tables have lists or not
        return request.n == 0 || pack_full(pack, &request);
    if (request.n > 0) {
        double least = fmax(228 * plan->s, column_least(plan)), gap = FULL_GAP_X * plan->s;
        int columns = (int)((request.w + gap) / (least + gap));
        request.columns_least = request.columns_most = MAX(1, MIN(columns, request.n));
        request.column_least = 0;
        request.wide = request.n == 1 && !table->cards[request.shown[0]].quote;
        if (!best_section(&pack->sections[pack->n], &request)) {
            request.columns_least = 1;
            request.wide = false;
            if (!best_section(&pack->sections[pack->n], &request))
                return false;
        }
        pack->n++;
    }
    request.first = request.n;
    request.n = shown - request.n;
    request.list = true;
    request.wide = false;
    request.columns_least = 1;
    request.columns_most = SECTION_COLUMNS;
    request.column_least = fmax(ROW_LEAST * plan->s, 7.4 * plan->page->min_size);
    if (!best_section(&pack->sections[pack->n], &request))
        return false;
    pack->n++;
    return true;
}

// The line below the ideas: how many more there are; for a table without ideas, its question.
static void set_more(struct pack *pack, const struct plan *plan)
{
    struct page *page = plan->page;
    double w = pack->w - 2 * pack->side;
    if (pack->table->n == 0) {
        pack->more = wording_set(&pack->table->question, plan, fmax(page->min_size, 15.6 * plan->s),
                                 w, LEADING_TEXT);
    } else if (pack->left_out > 0) {
        struct wording *more = &pack->table->more[pack->left_out];
        if (more->text == NULL) {
            char text[128];
            g_snprintf(text, sizeof text, page_tr(page, N_("+%zu more in the appendix")),
                       pack->left_out);
            wording_init(more, page, text, WEIGHT_MORE, page_lang(page), false);
        }
        pack->more = wording_set(more, plan, fmax(page->min_size, 14.2 * plan->s), w, LEADING_TEXT);
    }
}

static void add_heights(struct pack *pack)
{
    double penalty = 0;
    pack->inner_h = 0;
    for (int i = 0; i < pack->n; i++) {
        pack->inner_h += pack->sections[i].h + (i > 0 ? pack->gap : 0);
        penalty += pack->sections[i].penalty;
    }
    if (pack->more.lines > 0)
        pack->inner_h += pack->more.h + (pack->n > 0 ? 10 * pack->s : 0);
    if (pack->n == 0)
        pack->inner_h = fmax(pack->inner_h, 60 * pack->s);
    pack->h = pack->top + pack->inner_h + pack->bottom;
    pack->cost =
        pack->h + penalty + 16 * fmax(0, pack->heading.nominal * 0.95 - pack->heading.size);
}

bool pack_table(struct pack *pack, const struct plan *plan, const struct table_cards *table,
                double w, struct arena *arena)
{
    double s = plan->s, k = fmin(1.25, fmax(0.4, s));
    size_t shown = MIN(table->inside, (size_t)MAX(plan->most, 0));
    *pack = (struct pack){.table = table, .w = w, .s = s, .left_out = table->inside - shown};
    pack->side = table->form->side * k + 6;
    pack->bottom = table->form->bottom * fmin(1.2, k) + 10;
    pack->roof = table->form->roof;
    pack->heading = heading_fit(plan, &table->title, w);
    pack->top = pack->roof + pack->heading.h * 1.22 + (plan->list ? 6 : 9) * s;
    pack->gap = plan->list ? fmax(20 * s, 8 * s + 1.4 * plan->page->min_size) : 21 * s;
    if (pack->heading.w > w || pack->heading.title.overfull ||
        !pack_sections(pack, plan, table, (int)shown, arena))
        return false;
    set_more(pack, plan);
    add_heights(pack);
    return true;
}

double pack_stretch(const struct pack *pack)
{
    if (pack->n == 0)
        return 40 * pack->s;
    const struct section *section = &pack->sections[pack->n - 1];
    double most = 0;
    for (int k = 0; k < section->columns; k++) {
        int n = section->start[k + 1] - section->start[k];
        most = fmax(most, section->height[k] + section->gap_y * PACK_STRETCH * (n + 0.6));
    }
    return fmax(0, most - section->h) + (section->list ? 0 : 2 * section->gap_y);
}

bool pack_letter(struct pack *pack, const struct plan *plan)
{
    struct plan lettering = *plan;
    lettering.lettered = true;
    for (int i = 0; i < pack->n; i++) {
        struct section *section = &pack->sections[i];
        for (int k = 0; k < section->n; k++) {
            struct block *block = &section->blocks[k];
            struct card *card = &pack->table->cards[block->card->rank];
            if (!block_fit(block, &lettering, card, section->column_w, !section->list,
                           section->wide, section->most_lines))
                return false;
        }
        columns_measure(section);
    }
    pack->heading = heading_fit(&lettering, &pack->table->title, pack->w);
    pack->top = pack->roof + pack->heading.h * 1.22 + (plan->list ? 6 : 9) * plan->s;
    set_more(pack, &lettering);
    add_heights(pack);
    return pack->heading.w <= pack->w;
}
