// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Themes among many cards. Each theme starts from one feature, a stem or a concept, that many cards
// share and that says much about them; features are taken greedily by what they add (weighted
// maximum coverage: Nemhauser, Wolsey, Fisher 1978). Then each card goes to the theme whose middle
// it is nearest to (one assignment of spherical k-means: Dhillon, Modha 2001), or to none.
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "words/alike.h"
#include "words/interior.h"
#include "words/theme_name.h"

static const double words_share = 0.6; // of stems, beside concepts, when cards are compared
static const double seed_bonus = 0.25; // for a card that holds what its theme started from
static const double near_enough = 0.14;
static const double most_share = 0.3; // what more cards hold is no theme but the topic
enum { MEMBERS_LEAST = 4, ROUNDS = 2 };

struct theme {
    guint seed;
    double *middle; // by feature
    GArray *cards;  // size_t
};

struct grouping {
    const struct alike *alike; // of the cards and, as its last one, the topic
    size_t n;                  // cards
    GArray **holders;          // by feature: guint cards; NULL: no theme starts from it
    struct theme *themes;
    size_t themes_n;
};

static double weight_of(const struct alike *alike, guint feature, size_t card)
{
    const GArray *lists[] = {alike->cards[card].stems, alike->cards[card].concepts};
    for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
        for (guint i = 0; i < lists[l]->len; i++) {
            const struct alike_feature *f = &g_array_index(lists[l], struct alike_feature, i);
            if (f->id == feature)
                return (double)f->weight * (l == 0 ? words_share : 1 - words_share);
        }
    return 0;
}

static void gather_holders(struct grouping *g)
{
    for (guint c = 0; c < g->n; c++) {
        const GArray *lists[] = {g->alike->cards[c].stems, g->alike->cards[c].concepts};
        for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
            for (guint i = 0; i < lists[l]->len; i++) {
                guint id = g_array_index(lists[l], struct alike_feature, i).id;
                if (g->holders[id] == NULL)
                    g->holders[id] = g_array_new(FALSE, FALSE, sizeof(guint));
                g_array_append_val(g->holders[id], c);
            }
    }
}

// What all cards are about makes no theme.
static void leave_topic(struct grouping *g)
{
    const struct alike_card *topic = &g->alike->cards[g->n];
    const GArray *lists[] = {topic->stems, topic->concepts};
    for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
        for (guint i = 0; i < lists[l]->len; i++) {
            guint id = g_array_index(lists[l], struct alike_feature, i).id;
            if (g->holders[id] != NULL)
                g_array_free(g->holders[id], TRUE);
            g->holders[id] = NULL;
        }
}

// The feature that adds most to what is covered so far; false: none adds enough.
static bool next_seed(const struct grouping *g, const bool *covered, guint *seed)
{
    double most = 0;
    for (guint f = 0; f < g->alike->ids; f++) {
        const GArray *holders = g->holders[f];
        if (holders == NULL || holders->len < MEMBERS_LEAST ||
            (double)holders->len > most_share * (double)g->n)
            continue;
        double gain = 0;
        guint added = 0;
        for (guint i = 0; i < holders->len; i++) {
            guint card = g_array_index(holders, guint, i);
            if (covered[card])
                continue;
            gain += weight_of(g->alike, f, card);
            added++;
        }
        // A theme of which most is another's already would only repeat it.
        if (added >= MEMBERS_LEAST && 2 * added > holders->len && gain > most) {
            most = gain;
            *seed = f;
        }
    }
    return most > 0;
}

static void find_seeds(struct grouping *g, size_t most)
{
    bool *covered = g_new0(bool, g->n);
    guint seed;
    while (g->themes_n < most && next_seed(g, covered, &seed)) {
        struct theme *theme = &g->themes[g->themes_n++];
        theme->seed = seed;
        theme->middle = g_new0(double, g->alike->ids);
        theme->cards = g_array_new(FALSE, FALSE, sizeof(size_t));
        for (guint i = 0; i < g->holders[seed]->len; i++) {
            size_t card = g_array_index(g->holders[seed], guint, i);
            if (!covered[card])
                g_array_append_val(theme->cards, card);
            covered[card] = true;
        }
    }
    g_free(covered);
}

static void find_middle(const struct grouping *g, struct theme *theme)
{
    memset(theme->middle, 0, g->alike->ids * sizeof *theme->middle);
    for (guint m = 0; m < theme->cards->len; m++) {
        const struct alike_card *card = &g->alike->cards[g_array_index(theme->cards, size_t, m)];
        const GArray *lists[] = {card->stems, card->concepts};
        for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
            for (guint i = 0; i < lists[l]->len; i++) {
                const struct alike_feature *f = &g_array_index(lists[l], struct alike_feature, i);
                theme->middle[f->id] += (double)f->weight / theme->cards->len;
            }
    }
}

static double nearness(const struct grouping *g, const struct theme *theme, size_t c)
{
    const struct alike_card *card = &g->alike->cards[c];
    const GArray *lists[] = {card->stems, card->concepts};
    const double shares[] = {words_share, 1 - words_share};
    double sum = 0;
    for (size_t l = 0; l < G_N_ELEMENTS(lists); l++)
        for (guint i = 0; i < lists[l]->len; i++) {
            const struct alike_feature *f = &g_array_index(lists[l], struct alike_feature, i);
            sum += shares[l] * (double)f->weight * theme->middle[f->id];
            if (f->id == theme->seed)
                sum += seed_bonus * (double)f->weight;
        }
    return sum;
}

static void assign(struct grouping *g, GArray *rest)
{
    for (size_t t = 0; t < g->themes_n; t++) {
        find_middle(g, &g->themes[t]);
        g_array_set_size(g->themes[t].cards, 0);
    }
    g_array_set_size(rest, 0);
    for (size_t c = 0; c < g->n; c++) {
        struct theme *best = NULL;
        double most = near_enough;
        for (size_t t = 0; t < g->themes_n; t++) {
            double near = nearness(g, &g->themes[t], c);
            if (near > most) {
                most = near;
                best = &g->themes[t];
            }
        }
        g_array_append_val(best != NULL ? best->cards : rest, c);
    }
}

static int by_size(const void *a, const void *b)
{
    const struct theme *p = a, *q = b;
    if (p->cards->len != q->cards->len)
        return p->cards->len > q->cards->len ? -1 : 1;
    return p->seed < q->seed ? -1 : p->seed > q->seed;
}

// What a theme started from: a concept, or the stem of words.
static struct theme_seed seed_of(const struct grouping *g, const struct theme *theme)
{
    struct theme_seed seed = {NULL, theme->seed};
    GHashTableIter iter;
    gpointer key, id;
    g_hash_table_iter_init(&iter, g->alike->stem_ids);
    while (g_hash_table_iter_next(&iter, &key, &id))
        if (GPOINTER_TO_UINT(id) == theme->seed + 1)
            seed.stem = strchr(key, ':') + 1;
    return seed;
}

// Named by the cards that hold what the theme started from.
static const char *name_theme(const struct grouping *g, const struct theme *theme,
                              struct words *words, const struct word_text *cards,
                              const struct word_counts *counts, struct arena *arena)
{
    struct word_text *texts = g_new(struct word_text, theme->cards->len);
    size_t n = 0;
    for (guint m = 0; m < theme->cards->len; m++) {
        size_t card = g_array_index(theme->cards, size_t, m);
        if (weight_of(g->alike, theme->seed, card) > 0)
            texts[n++] = cards[card];
    }
    const struct theme_seed seed = seed_of(g, theme);
    const char *name = theme_name(words, texts, n, &seed, arena);
    if (*name == '\0')
        name = words_name_bundle(words, texts, n, counts, arena);
    g_free(texts);
    return name;
}

size_t words_group(struct words *words, const struct word_text *cards, size_t n,
                   const struct word_text *topic, const struct word_counts *counts,
                   struct word_group *groups, size_t room, struct arena *arena)
{
    if (n == 0 || room == 0)
        return 0;
    struct word_text *texts = g_new(struct word_text, n + 1);
    memcpy(texts, cards, n * sizeof *texts);
    texts[n] = *topic;
    struct alike *alike = alike_new(words, texts, n + 1);
    g_free(texts);
    struct grouping g = {.alike = alike,
                         .n = n,
                         .holders = g_new0(GArray *, alike->ids + 1),
                         .themes = g_new0(struct theme, room)};
    gather_holders(&g);
    leave_topic(&g);
    find_seeds(&g, room - 1);
    GArray *rest = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (int round = 0; round < ROUNDS; round++)
        assign(&g, rest);
    qsort(g.themes, g.themes_n, sizeof *g.themes, by_size);
    size_t groups_n = 0;
    for (size_t t = 0; t < g.themes_n; t++) {
        struct theme *theme = &g.themes[t];
        if (theme->cards->len >= MEMBERS_LEAST) {
            struct word_group *group = &groups[groups_n++];
            group->name = name_theme(&g, theme, words, cards, counts, arena);
            group->n = theme->cards->len;
            group->cards = arena_copy(arena, theme->cards->data, group->n * sizeof(size_t));
        } else {
            g_array_append_vals(rest, theme->cards->data, theme->cards->len);
        }
        g_array_free(theme->cards, TRUE);
        g_free(theme->middle);
    }
    if (rest->len > 0)
        groups[groups_n++] = (struct word_group){
            .name = "",
            .n = rest->len,
            .cards = arena_copy(arena, rest->data, rest->len * sizeof(size_t)),
        };
    g_array_free(rest, TRUE);
    for (guint f = 0; f < alike->ids; f++)
        if (g.holders[f] != NULL)
            g_array_free(g.holders[f], TRUE);
    g_free(g.holders);
    g_free(g.themes);
    alike_free(alike);
    return groups_n;
}
