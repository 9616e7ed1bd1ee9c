// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/alike.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "words/concepts.h"
#include "words/interior.h"

static const double concept_least = 0.3, // a weaker concept says too little
    other_language = 0.95,               // concepts alone, with all words explained
    score_least = 0.5,                   // pairs below are not told
    words_share = 0.6;                   // of words, beside concepts, in one language
enum {
    CONCEPTS_TOLD = 6,
    COMMON = 60, // what more cards share brings none together
};

static gint compare_features(gconstpointer a, gconstpointer b)
{
    const struct alike_feature *p = a, *q = b;
    return p->id < q->id ? -1 : p->id > q->id;
}

static void add_feature(GArray *features, guint id, float weight)
{
    for (guint i = 0; i < features->len; i++)
        if (g_array_index(features, struct alike_feature, i).id == id)
            return;
    struct alike_feature feature = {id, weight};
    g_array_append_val(features, feature);
}

static guint stem_id(struct alike *alike, const char *lang, const char *stem)
{
    char *key = g_strconcat(lang, ":", stem, NULL);
    guint id = GPOINTER_TO_UINT(g_hash_table_lookup(alike->stem_ids, key));
    if (id == 0) {
        id = ++alike->ids;
        g_hash_table_insert(alike->stem_ids, key, GUINT_TO_POINTER(id));
    } else {
        g_free(key);
    }
    return id - 1;
}

static void read_card(struct alike *alike, struct words *words, const struct word_text *text,
                      struct alike_card *out, struct arena *arena)
{
    struct card *card = words_read(words, text->text, text->lang, arena);
    struct concepts concepts;
    concepts_weigh(words->lexicon, card, 0, &concepts, arena);
    out->lang = card->language->code;
    out->stems = g_array_new(FALSE, FALSE, sizeof(struct alike_feature));
    out->concepts = g_array_new(FALSE, FALSE, sizeof(struct alike_feature));
    out->denied = g_array_new(FALSE, FALSE, sizeof(guint));
    float content = 0, known = 0;
    for (size_t i = 0; i < card->words_n; i++) {
        const struct card_word *word = &card->words[i];
        if (word->marks & MARK_STOP)
            continue;
        guint id = stem_id(alike, out->lang, word->lexeme->root);
        add_feature(out->stems, id, word->marks & MARK_BLAND ? 0.3F : 1);
        if (word->denied || word->replaced)
            g_array_append_val(out->denied, id);
        if (word->marks & MARK_BLAND)
            continue;
        content++;
        known += word->evidence > 0 || word->support > 0;
    }
    out->known = content > 0 ? known / content : 0;
    for (size_t i = 0; i < concepts.n && i < CONCEPTS_TOLD; i++)
        if (concepts.best[i].score >= concept_least)
            add_feature(out->concepts, concepts.best[i].concept, (float)concepts.best[i].score);
    g_array_sort(out->stems, compare_features);
    g_array_sort(out->concepts, compare_features);
}

// Rare features count more; then each vector gets the length 1.
static void weigh(GArray *features, const guint *cards_with, size_t n)
{
    double square = 0;
    for (guint i = 0; i < features->len; i++) {
        struct alike_feature *feature = &g_array_index(features, struct alike_feature, i);
        feature->weight *= (float)log(1 + (double)n / cards_with[feature->id]);
        square += (double)feature->weight * (double)feature->weight;
    }
    for (guint i = 0; i < features->len; i++)
        g_array_index(features, struct alike_feature, i).weight /= (float)sqrt(square);
}

static void count(const GArray *features, guint *cards_with)
{
    for (guint i = 0; i < features->len; i++)
        cards_with[g_array_index(features, struct alike_feature, i).id]++;
}

struct alike *alike_new(struct words *words, const struct word_text *cards, size_t n)
{
    struct alike *alike = g_new0(struct alike, 1);
    alike->cards = g_new0(struct alike_card, n);
    alike->n = n;
    alike->stem_ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    alike->ids = (guint)words->vocabulary->concepts_n;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < n; i++, arena_reset(arena))
        read_card(alike, words, &cards[i], &alike->cards[i], arena);
    arena_free(arena);
    guint *cards_with = g_new0(guint, alike->ids + 1);
    for (size_t i = 0; i < n; i++) {
        count(alike->cards[i].stems, cards_with);
        count(alike->cards[i].concepts, cards_with);
    }
    for (size_t i = 0; i < n; i++) {
        weigh(alike->cards[i].stems, cards_with, n);
        weigh(alike->cards[i].concepts, cards_with, n);
    }
    g_free(cards_with);
    return alike;
}

void alike_free(struct alike *alike)
{
    for (size_t i = 0; i < alike->n; i++) {
        g_array_free(alike->cards[i].stems, TRUE);
        g_array_free(alike->cards[i].concepts, TRUE);
        g_array_free(alike->cards[i].denied, TRUE);
    }
    g_hash_table_destroy(alike->stem_ids);
    g_free(alike->cards);
    g_free(alike);
}

static double cosine(const GArray *a, const GArray *b)
{
    double sum = 0;
    for (guint i = 0, k = 0; i < a->len && k < b->len;) {
        const struct alike_feature *p = &g_array_index(a, struct alike_feature, i);
        const struct alike_feature *q = &g_array_index(b, struct alike_feature, k);
        if (p->id == q->id)
            sum += (double)p->weight * (double)q->weight;
        i += p->id <= q->id;
        k += q->id <= p->id;
    }
    return sum;
}

static bool holds(const GArray *ids, guint id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, guint, i) == id)
            return true;
    return false;
}

// One wants what the other does not.
static bool contradict(const struct alike_card *a, const struct alike_card *b)
{
    for (guint i = 0; i < a->stems->len; i++) {
        guint id = g_array_index(a->stems, struct alike_feature, i).id;
        if (holds(a->denied, id) == holds(b->denied, id))
            continue;
        for (guint k = 0; k < b->stems->len; k++)
            if (g_array_index(b->stems, struct alike_feature, k).id == id)
                return true;
    }
    return false;
}

double alike_score(const struct alike *alike, size_t a, size_t b)
{
    const struct alike_card *p = &alike->cards[a], *q = &alike->cards[b];
    double concepts = cosine(p->concepts, q->concepts);
    if (strcmp(p->lang, q->lang) != 0) {
        bool opposite = (p->denied->len > 0) != (q->denied->len > 0);
        return opposite ? 0 : other_language * concepts * (double)MIN(p->known, q->known);
    }
    if (contradict(p, q))
        return 0;
    double words = cosine(p->stems, q->stems);
    return MIN(1, MAX(words, words_share * words + (1 - words_share) * concepts));
}

struct inverted {
    GArray **cards; // of each feature: guint, NULL when too common
};

static void invert(struct inverted *inverted, const GArray *features, guint card)
{
    for (guint i = 0; i < features->len; i++) {
        guint id = g_array_index(features, struct alike_feature, i).id;
        if (inverted->cards[id] == NULL)
            inverted->cards[id] = g_array_new(FALSE, FALSE, sizeof card);
        if (inverted->cards[id]->len <= COMMON)
            g_array_append_val(inverted->cards[id], card);
    }
}

static gint compare_pairs(gconstpointer a, gconstpointer b)
{
    const struct word_pair *p = a, *q = b;
    if (p->score != q->score)
        return p->score > q->score ? -1 : 1;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    return p->b < q->b ? -1 : p->b > q->b;
}

// Scores `card` against those before it that share a feature which is not too common.
static void pair_up(const struct alike *alike, const struct inverted *inverted, guint card,
                    guint *seen, GArray *pairs)
{
    const GArray *features[] = {alike->cards[card].stems, alike->cards[card].concepts};
    for (size_t f = 0; f < G_N_ELEMENTS(features); f++)
        for (guint i = 0; i < features[f]->len; i++) {
            const GArray *others =
                inverted->cards[g_array_index(features[f], struct alike_feature, i).id];
            for (guint k = 0; others->len <= COMMON && k < others->len; k++) {
                guint other = g_array_index(others, guint, k);
                if (other >= card || seen[other] == card + 1)
                    continue;
                seen[other] = card + 1;
                struct word_pair pair = {other, card, alike_score(alike, other, card)};
                if (pair.score >= score_least)
                    g_array_append_val(pairs, pair);
            }
        }
}

// Cards of the very same words are paired with the first of them; the others are left to it.
static void pair_same(const struct word_text *cards, size_t n, bool *is_first, GArray *pairs)
{
    GHashTable *firsts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < n; i++) {
        char *fold = g_utf8_casefold(cards[i].text, -1);
        gpointer first = g_hash_table_lookup(firsts, fold);
        is_first[i] = first == NULL;
        if (first != NULL) {
            struct word_pair pair = {GPOINTER_TO_SIZE(first) - 1, i, 1};
            g_array_append_val(pairs, pair);
            g_free(fold);
        } else {
            g_hash_table_insert(firsts, fold, GSIZE_TO_POINTER(i + 1));
        }
    }
    g_hash_table_destroy(firsts);
}

size_t words_find_alike(struct words *words, const struct word_text *cards, size_t n,
                        struct word_pair *pairs, size_t room)
{
    struct alike *alike = alike_new(words, cards, n);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct word_pair));
    bool *is_first = g_new0(bool, n);
    guint *seen = g_new0(guint, n);
    struct inverted inverted = {g_new0(GArray *, alike->ids)};
    pair_same(cards, n, is_first, found);
    for (guint i = 0; i < n; i++) {
        if (!is_first[i])
            continue;
        invert(&inverted, alike->cards[i].stems, i);
        invert(&inverted, alike->cards[i].concepts, i);
    }
    for (guint i = 0; i < n; i++)
        if (is_first[i])
            pair_up(alike, &inverted, i, seen, found);
    g_array_sort(found, compare_pairs);
    size_t told = MIN(found->len, room);
    if (told > 0)
        memcpy(pairs, found->data, told * sizeof *pairs);
    for (guint i = 0; i < alike->ids; i++)
        if (inverted.cards[i] != NULL)
            g_array_free(inverted.cards[i], TRUE);
    g_free(inverted.cards);
    g_free(is_first);
    g_free(seen);
    g_array_free(found, TRUE);
    alike_free(alike);
    return told;
}
