// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/harvest_rows.h"

#include <glib.h>
#include <string.h>

#include "app/preview.h"
#include "app/stage.h"
#include "base/arena.h"
#include "publish/press.h"
#include "store/store.h"
#include "words/words.h"

void harvest_rows_init(struct harvest_rows *rows, struct stage *stage, int64_t workshop)
{
    *rows = (struct harvest_rows){.stage = stage, .workshop = workshop, .arena = arena_new()};
}

void harvest_rows_clear(struct harvest_rows *rows)
{
    arena_free(rows->arena);
}

struct harvest_row *harvest_rows_find(const struct harvest_rows *rows, int64_t card)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->of[i].card == card)
            return &rows->of[i];
    return NULL;
}

struct sources {          // what a row is put together from, found by card
    GHashTable *items;    // -> struct harvest_item
    GHashTable *ideas;    // -> struct harvest_idea, of the poster
    GHashTable *left_out; // ids of those in the appendix only
};

static struct sources sources_of(const struct harvest_item *items, size_t n,
                                 const struct print *print)
{
    struct sources sources = {g_hash_table_new(g_int64_hash, g_int64_equal),
                              g_hash_table_new(g_int64_hash, g_int64_equal),
                              g_hash_table_new(g_str_hash, g_str_equal)};
    for (size_t i = 0; i < n; i++)
        g_hash_table_insert(sources.items, (gpointer)(uintptr_t)&items[i].card,
                            (gpointer)(uintptr_t)&items[i]);
    if (print == NULL)
        return sources;
    const struct harvest *harvest = print->harvest;
    for (size_t t = 0; t < harvest->tables_n; t++) {
        for (size_t i = 0; i < harvest->tables[t].n; i++) {
            struct harvest_idea *idea = &harvest->tables[t].ideas[i];
            g_hash_table_insert(sources.ideas, &idea->card, idea);
        }
    }
    const struct scene *picture = poster_page(print->poster, 0);
    for (size_t i = 0; i < picture->appendix_n; i++)
        g_hash_table_add(sources.left_out, (gpointer)(uintptr_t)picture->appendix[i]);
    return sources;
}

static void sources_clear(struct sources *sources)
{
    g_hash_table_destroy(sources->items);
    g_hash_table_destroy(sources->ideas);
    g_hash_table_destroy(sources->left_out);
}

static int by_votes(const void *a, const void *b)
{
    const struct harvest_row *x = a, *y = b;
    if (x->votes != y->votes)
        return x->votes > y->votes ? -1 : 1;
    return x->number != y->number ? x->number - y->number : x->card < y->card ? -1 : 1;
}

static const char *without_soft_hyphens(const char *text, struct arena *arena)
{
    char **pieces = g_strsplit(text, "\u00ad", -1);
    char *joined = g_strjoinv("", pieces);
    const char *copy = arena_strdup(arena, joined);
    g_free(joined);
    g_strfreev(pieces);
    return copy;
}

static struct harvest_row row_of(struct harvest_rows *rows, const struct card *card,
                                 const struct table *table,
                                 const struct sources *sources)
{
    struct harvest_row row = {.card = card->id,
                              .number = table != NULL ? table->number : 0,
                              .colour = table != NULL ? table->colour : 0,
                              .keyword = "",
                              .text = card->text,
                              .lang = card->lang,
                              .votes = card->votes,
                              .icon = *card->icon != '\0' ? card->icon : NULL};
    const struct harvest_item *item = g_hash_table_lookup(sources->items, &card->id);
    if (item != NULL) {
        row.out = item->out;
        row.core = item->core;
        row.weight = item->weight;
        row.into = item->into;
    }
    const struct harvest_idea *idea = g_hash_table_lookup(sources->ideas, &card->id);
    if (idea != NULL) { // the poster may be made anew before the list: copies
        row.keyword = without_soft_hyphens(idea->keyword, rows->arena);
        row.text = without_soft_hyphens(idea->text, rows->arena);
        row.lang = arena_strdup(rows->arena, idea->lang);
        row.icon = arena_strdup(rows->arena, idea->icon);
        row.seen = !g_hash_table_contains(sources->left_out, idea->id);
    } else if (*card->text != '\0') {
        const struct word_result *result =
            words_understand(rows->stage->words, card->text, card->lang, NULL, rows->arena);
        row.keyword = without_soft_hyphens(result->keyword, rows->arena);
        if (row.icon == NULL)
            row.icon = words_sure_icon(result);
    }
    if (*row.keyword == '\0') {
        row.keyword = row.text;
        row.text = "";
    }
    return row;
}

void harvest_rows_load(struct harvest_rows *rows, const struct preview *preview, int number)
{
    struct stage *stage = rows->stage;
    struct err err = stage_err(stage);
    size_t cards_n, tables_n, items_n;
    arena_reset(rows->arena);
    const struct card *cards =
        store_cards(stage->store, rows->arena, rows->workshop, 0, CARDS_SHOWN, &cards_n, &err);
    const struct table *tables =
        store_tables(stage->store, rows->arena, rows->workshop, &tables_n, &err);
    const struct harvest_item *items =
        store_harvest_items(stage->store, rows->arena, rows->workshop, &items_n, &err);
    rows->of = ARENA_ARRAY(rows->arena, struct harvest_row, cards_n + 1);
    rows->n = 0;
    rows->cards_n = cards_n;
    rows->seen_n = 0;
    struct sources sources = sources_of(items, items_n, preview->print);
    for (size_t i = 0; i < cards_n; i++) {
        const struct table *table = NULL;
        for (size_t t = 0; t < tables_n; t++)
            table = tables[t].id == cards[i].table ? &tables[t] : table;
        struct harvest_row row = row_of(rows, &cards[i], table, &sources);
        rows->seen_n += row.seen;
        if (number == 0 || number == row.number)
            rows->of[rows->n++] = row;
    }
    sources_clear(&sources);
    if (rows->n > 0)
        qsort(rows->of, rows->n, sizeof *rows->of, by_votes);
    if (err.code != ERR_NONE)
        stage_warn(stage, 1, &err);
}
