// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Drawn cards: their strokes are on the picture and in the appendix, with words or without. Metrics
// are fake, so that it is quick.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>

#include "base/arena.h"
#include "base/err.h"
#include "draw/scene.h"
#include "poster/harvest.h"
#include "poster/poster.h"

#include "fake.h"

#define VIOLET 0x6B3FA0FFu

static struct harvest make_harvest(struct arena *arena)
{
    struct harvest harvest = {.arena = arena, .title = "Probe", .lang = "de", .tables_n = 1};
    static const char *const words[] = {"", "Sprachcafé"};
    harvest.tables = ARENA_ARRAY(arena, struct harvest_table, 1);
    harvest.tables[0] = (struct harvest_table){
        .number = 1, .title = "Sprache", .ideas = ARENA_ARRAY(arena, struct harvest_idea, 2), .n = 2};
    for (int i = 0; i < 2; i++)
        harvest.tables[0].ideas[i] =
            (struct harvest_idea){.id = arena_printf(arena, "card:%d", i + 1),
                                  .keyword = words[i],
                                  .text = "",
                                  .full = words[i],
                                  .lang = "de",
                                  .ink = "#6B3FA0/1.3 10,10 30,10 30,30;#6B3FA0/1.3 50,10 60,40",
                                  .number = i + 1};
    harvest.ideas_n = 2;
    return harvest;
}

static size_t violet_strokes(const struct scene *scene)
{
    size_t n = 0;
    for (size_t i = 0; i < scene->items_n; i++)
        n += scene->items[i].type == SCENE_STROKE && scene->items[i].colour == VIOLET;
    return n;
}

static void strokes_are_on_every_page(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest harvest = make_harvest(arena);
    struct fake fake = fake_new(arena);
    const struct poster_tools tools = {.measure = fake_measure(&fake)};
    const struct poster_options options = {
        .w_mm = 841, .h_mm = 594, .style = "ring", .appendix = true};
    struct err err = {0};
    struct poster *poster = poster_new(&harvest, &options, &tools, &err);
    assert_non_null(poster);
    assert_int_equal(poster_pages(poster), 2);
    for (size_t page = 0; page < 2; page++) {
        const struct scene *scene = poster_page(poster, page);
        struct box box;
        assert_int_equal(violet_strokes(scene), 4); // two cards of two strokes
        assert_true(scene_find(scene, "card:1", &box) && box.w > 5 && box.h > 5);
    }
    poster_free(poster);
    fake_free(&fake);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(strokes_are_on_every_page)};
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
