// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/making.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draw/growth.h"
#include "draw/scene.h"
#include "poster/harvest.h"

enum phase {
    PHASE_TITLE,
    PHASE_PLACES,
    PHASE_CARDS,
    PHASE_CONNECTORS,
    PHASE_CORE,
    PHASE_AGREEMENTS,
    PHASE_REST,
    PHASE_FOOTER,
    PHASES,
    PHASE_NONE,
};

// Shares of the time, of those phases that there are.
static const double phase_share[PHASES] = {
    [PHASE_TITLE] = 0.09,      [PHASE_PLACES] = 0.15, [PHASE_CARDS] = 0.46, [PHASE_CONNECTORS] = 0.03,
    [PHASE_CORE] = 0.09,       [PHASE_AGREEMENTS] = 0.09, [PHASE_REST] = 0.06,
    [PHASE_FOOTER] = 0.03,
};

struct step { // an item's place in time
    enum phase phase;
    size_t order;  // within the phase: cards by time
    size_t item;
    double length; // of the pen's way, mm
};

struct span {
    double from, to;
};

struct making {
    const struct scene *page;
    struct span *spans; // by item
};

// ---- which phase a mark belongs to --------------------------------------------------------------

static int by_time(const void *a, const void *b)
{
    const struct harvest_idea *x = *(const struct harvest_idea *const *)a,
                              *y = *(const struct harvest_idea *const *)b;
    if (x->made != y->made)
        return x->made < y->made ? -1 : 1;
    return x->number - y->number;
}

// From a card's id to its place in time, plus one.
static GHashTable *order_cards(const struct harvest *harvest)
{
    const struct harvest_idea **all = g_new(const struct harvest_idea *, harvest->ideas_n + 1);
    size_t n = 0;
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            all[n++] = &harvest->tables[t].ideas[i];
    qsort(all, n, sizeof *all, by_time);
    GHashTable *order = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < n; i++)
        g_hash_table_insert(order, g_strdup(all[i]->id), GSIZE_TO_POINTER(i + 1));
    g_free(all);
    return order;
}

static enum phase phase_of(const struct scene_mark *mark)
{
    static const struct {
        const char *prefix;
        enum phase phase;
    } ids[] = {{"title:", PHASE_TITLE},     {"card:", PHASE_CARDS},
               {"table:", PHASE_PLACES},    {"core:", PHASE_CORE},
               {"agreement", PHASE_AGREEMENTS}, {"relation:", PHASE_CONNECTORS},
               {"footer", PHASE_FOOTER},    {"figure:panorama", PHASE_CORE},
               {"figure:table", PHASE_CORE},    {"figure:title", PHASE_TITLE},
               {"figure:goal", PHASE_AGREEMENTS}, {"figure:way", PHASE_AGREEMENTS}};
    for (size_t i = 0; mark->id != NULL && i < G_N_ELEMENTS(ids); i++)
        if (g_str_has_prefix(mark->id, ids[i].prefix))
            return ids[i].phase;
    switch (mark->kind) {
    case KIND_TITLE:
        return PHASE_TITLE;
    case KIND_TABLE:
        return PHASE_PLACES;
    case KIND_CONNECTOR:
        return PHASE_CONNECTORS;
    case KIND_CORE_POINT:
        return PHASE_CORE;
    case KIND_AGREEMENT:
        return PHASE_AGREEMENTS;
    case KIND_FOOTER:
        return mark->table != NULL ? PHASE_CARDS : PHASE_FOOTER;
    case KIND_FIGURE:
        return PHASE_REST;
    case KIND_DECORATION:
    case KIND_IDEA:
    case KIND_KEYWORD:
    case KIND_ICON:
        break;
    }
    return PHASE_NONE;
}

// Phase and order of every mark. What says nothing of itself is drawn with the mark that it is part of,
// or else, as ribbons and roads, with what follows it on the page, which it carries.
static void set_phases(const struct scene *page, GHashTable *cards, enum phase *phases,
                       size_t *orders)
{
    enum phase next = PHASE_REST;
    size_t order = 0, last = g_hash_table_size(cards) + 1;
    for (size_t i = page->marks_n; i-- > 0;) {
        const struct scene_mark *mark = &page->marks[i];
        enum phase own = phase_of(mark);
        if (own != PHASE_NONE) {
            next = own;
            order = 0;
            if (own == PHASE_CARDS) {
                size_t at = mark->id != NULL
                                ? GPOINTER_TO_SIZE(g_hash_table_lookup(cards, mark->id))
                                : 0;
                order = at > 0 ? at : last;
            }
        }
        phases[i] = next;
        orders[i] = order;
    }
    for (size_t i = 0; i < page->marks_n; i++) { // parents stand before what is in them
        int parent = page->marks[i].parent;
        if (parent >= 0 && phase_of(&page->marks[i]) == PHASE_NONE) {
            phases[i] = phases[parent];
            orders[i] = orders[parent];
        }
    }
}

// Letters of the title, of several layers.
static bool is_lettered(const struct scene_mark *mark)
{
    return mark->kind == KIND_TITLE && mark->role == ROLE_H1 && mark->end - mark->first > 1;
}

// ---- times --------------------------------------------------------------------------------------

static int by_order(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    if (x->phase != y->phase)
        return (int)x->phase - (int)y->phase;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return x->item < y->item ? -1 : 1;
}

// Long ways are drawn faster, so that a card takes about as long as another.
static double effort(double length)
{
    return length > 0 ? 2 + pow(length, 0.7) : 0;
}

static void set_times(struct making *making, const struct step *steps, size_t n)
{
    double total[PHASES] = {0}, shares = 0, begin[PHASES], at = 0;
    for (size_t i = 0; i < n; i++)
        total[steps[i].phase] += effort(steps[i].length);
    for (int p = 0; p < PHASES; p++)
        shares += total[p] > 0 ? phase_share[p] : 0;
    for (int p = 0; p < PHASES; p++) {
        begin[p] = at;
        at += total[p] > 0 ? phase_share[p] / shares : 0;
    }
    double done[PHASES] = {0};
    for (size_t i = 0; i < n; i++) {
        enum phase p = steps[i].phase;
        double scale = total[p] > 0 ? phase_share[p] / shares / total[p] : 0;
        struct span *span = &making->spans[steps[i].item];
        span->from = begin[p] + done[p] * scale;
        done[p] += effort(steps[i].length);
        span->to = begin[p] + done[p] * scale;
    }
}

// The layers of drawn letters share the time of all of them.
static void join_letters(struct making *making)
{
    const struct scene *page = making->page;
    for (size_t i = 0; i < page->marks_n; i++) {
        const struct scene_mark *mark = &page->marks[i];
        if (!is_lettered(mark))
            continue;
        struct span all = {1, 0};
        for (size_t k = mark->first; k < mark->end; k++)
            if (growth_length(&page->items[k]) > 0) {
                all.from = fmin(all.from, making->spans[k].from);
                all.to = fmax(all.to, making->spans[k].to);
            }
        for (size_t k = mark->first; k < mark->end && all.from < all.to; k++)
            making->spans[k] = all;
    }
}

struct making *making_new(const struct scene *page, const struct harvest *harvest)
{
    struct making *making = g_new0(struct making, 1);
    making->page = page;
    making->spans = g_new0(struct span, page->items_n + 1);
    enum phase *phases = g_new(enum phase, page->marks_n + 1);
    size_t *orders = g_new(size_t, page->marks_n + 1);
    GHashTable *cards = order_cards(harvest);
    set_phases(page, cards, phases, orders);
    struct step *steps = g_new(struct step, page->items_n + 1);
    for (size_t i = 0; i < page->items_n; i++) {
        int mark = page->items[i].mark;
        steps[i] = (struct step){
            .phase = mark >= 0 ? phases[mark] : PHASE_REST,
            .order = mark >= 0 ? orders[mark] : 0,
            .item = i,
            .length = growth_length(&page->items[i]),
        };
    }
    qsort(steps, page->items_n, sizeof *steps, by_order);
    set_times(making, steps, page->items_n);
    join_letters(making);
    g_free(steps);
    g_hash_table_destroy(cards);
    g_free(orders);
    g_free(phases);
    return making;
}

void making_free(struct making *making)
{
    if (making == NULL)
        return;
    g_free(making->spans);
    g_free(making);
}

void making_span(const struct making *making, size_t i, double *from, double *to)
{
    g_assert(i < making->page->items_n);
    *from = making->spans[i].from;
    *to = making->spans[i].to;
}

bool making_window(const struct making *making, size_t i, struct box *window, bool *rtl)
{
    const struct scene *page = making->page;
    int at = page->items[i].mark;
    if (at < 0 || !is_lettered(&page->marks[at]))
        return false;
    const struct scene_mark *mark = &page->marks[at];
    *window = mark->ink;
    *rtl = false;
    for (size_t k = mark->first; k < mark->end; k++)
        if (page->items[k].type == SCENE_TEXT)
            *rtl = page->items[k].text.run->rtl;
    return true;
}

void making_draw(const struct making *making, double t, struct scene *out)
{
    scene_reset(out);
    for (size_t i = 0; i < making->page->items_n; i++) {
        const struct span *span = &making->spans[i];
        double share = t >= span->to || t >= 1 ? 1 : (t - span->from) / (span->to - span->from);
        struct box window;
        bool rtl;
        if (making_window(making, i, &window, &rtl))
            growth_uncover(out, &making->page->items[i], share, window, rtl);
        else
            growth_put(out, &making->page->items[i], share);
    }
}
