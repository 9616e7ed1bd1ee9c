// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <string.h>

#include "base/err.h"
#include "base/random.h"
#include "draw/paint.h"

struct harvest *make_harvest(struct arena *arena, int tables, int cards, const char *lang)
{
    struct random random = random_seeded((uint64_t)(tables * 100 + cards));
    struct harvest *harvest = ARENA_NEW(arena, struct harvest);
    harvest->arena = arena;
    harvest->title = "Zukunftswerkstatt Probe";
    harvest->lang = lang;
    harvest->tables = ARENA_ARRAY(arena, struct harvest_table, (size_t)tables);
    harvest->tables_n = (size_t)tables;
    harvest->placements = ARENA_ARRAY(arena, struct harvest_placement, 64);
    for (int t = 0; t < tables; t++) {
        struct harvest_table *table = &harvest->tables[t];
        table->number = t + 1;
        table->title = arena_printf(arena, "Thema %d", t + 1);
        table->ideas = ARENA_ARRAY(arena, struct harvest_idea, (size_t)cards);
        for (int i = 0; i < cards; i++) {
            int number = t * cards + i + 1;
            const char *word = random_below(&random, 2) == 0 ? "Sprachcafé" : "Garten im Quartier";
            table->ideas[table->n++] = (struct harvest_idea){
                .card = number,
                .id = arena_printf(arena, "card:%d", number),
                .table = t,
                .keyword = arena_printf(arena, "%s %d", word, number),
                .text = "offen für alle, jede Woche, mit Kindern und Nachbarn",
                .full = "offen für alle, jede Woche, mit Kindern und Nachbarn",
                .lang = lang,
                .icon = "coffee",
                .votes = cards - i,
                .number = number,
            };
        }
    }
    harvest->ideas_n = (size_t)(tables * cards);
    harvest->max_votes = cards;
    return harvest;
}

void put_card(struct harvest *harvest, const char *style, int64_t card, double x, double y)
{
    harvest->placements[harvest->placements_n++] =
        (struct harvest_placement){.style = style, .card = card, .x = x, .y = y};
}

struct shown show(const struct harvest *harvest, const char *style, double w, double h)
{
    struct shown shown = {.fake = fake_new(harvest->arena)};
    const struct poster_tools tools = {.measure = fake_measure(&shown.fake)};
    const struct poster_options options = {.w_mm = w, .h_mm = h, .style = style};
    struct err err = {0};
    shown.poster = poster_new(harvest, &options, &tools, &err);
    if (shown.poster == NULL)
        fail_msg("%s: %s", style, err.text);
    shown.items = poster_items(shown.poster, &shown.n);
    return shown;
}

void hide(struct shown *shown)
{
    poster_free(shown->poster);
    fake_free(&shown->fake);
}

const struct poster_item *find(const struct shown *shown, const char *id)
{
    for (size_t i = 0; i < shown->n; i++)
        if (strcmp(shown->items[i].id, id) == 0)
            return &shown->items[i];
    return NULL;
}

struct point middle(struct box box)
{
    return (struct point){box.x + box.w / 2, box.y + box.h / 2};
}

void check_whole(const struct shown *shown, const struct harvest *harvest)
{
    size_t cards = 0;
    for (size_t i = 0; i < shown->n; i++) {
        if (shown->items[i].slot > 0)
            continue;
        cards++;
        for (size_t k = i + 1; k < shown->n; k++)
            if (box_overlaps(shown->items[i].box, shown->items[k].box, 0.1))
                fail_msg("%s lies on %s (%s)", shown->items[i].id, shown->items[k].id,
                         poster_report(shown->poster));
    }
    assert_int_equal(cards + poster_page(shown->poster, 0)->appendix_n, harvest->ideas_n);
}
