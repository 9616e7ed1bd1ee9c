// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tree: wood that melts together, nobody and nothing missing from roots, trunk and ground, and
// when it is proposed. Metrics are fake, so that it is quick.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "draw/pen.h"
#include "draw/scene.h"
#include "draw/wood.h"
#include "poster/composition.h"
#include "poster/harvest.h"
#include "poster/poster.h"

#include "fake.h"

// ---- wood ---------------------------------------------------------------------------------------

// An upright trunk and a branch to the right out of its middle.
static void draw_fork(struct scene *scene)
{
    struct pen pen = pen_make(scene, NULL, 1, "fork");
    struct line trunk, branch;
    struct wood wood;
    line_init(&trunk);
    line_init(&branch);
    line_add(&trunk, 100, 300);
    line_add(&trunk, 100, 20);
    line_add(&branch, 100, 150);
    line_add(&branch, 300, 150);
    wood_init(&wood);
    wood_add(&wood, &trunk, 60, 60);
    wood_add(&wood, &branch, 30, 10);
    wood_draw(&pen, &wood, COLOUR_SHADOW, 3, "wood");
    wood_clear(&wood);
    line_clear(&trunk);
    line_clear(&branch);
}

// Whether something of that colour is painted within `reach` of a point.
static bool is_inked(const struct scene *scene, uint32_t colour, double x, double y, double reach)
{
    for (size_t i = 0; i < scene->items_n; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->type != SCENE_FILL || item->colour != colour)
            continue;
        for (unsigned k = 0; k < item->path.ends[item->path.polygons - 1]; k++)
            if (hypot(item->path.p[k].x - x, item->path.p[k].y - y) < reach)
                return true;
    }
    return false;
}

static void test_joints_show_no_line(void **state)
{
    (void)state;
    struct scene *scene = scene_new(400, 320);
    draw_fork(scene);
    assert_true(is_inked(scene, COLOUR_INK, 70, 150, 5));    // the trunk's left edge
    assert_true(is_inked(scene, COLOUR_INK, 130, 60, 5));    // its right edge above the branch
    assert_true(is_inked(scene, COLOUR_INK, 200, 138, 6));   // the branch's upper edge
    assert_false(is_inked(scene, COLOUR_INK, 130, 150, 8));  // no line across the joint
    assert_false(is_inked(scene, COLOUR_INK, 104, 150, 12)); // none where the branch begins
    scene_free(scene);
}

// ---- the poster ---------------------------------------------------------------------------------

static struct harvest *make_harvest(struct arena *arena, size_t tables, size_t parties, size_t core,
                                    size_t agreements)
{
    struct harvest *harvest = ARENA_NEW(arena, struct harvest);
    harvest->arena = arena;
    harvest->title = "Zukunftswerkstatt Probe";
    harvest->lang = "de";
    harvest->tables = ARENA_ARRAY(arena, struct harvest_table, tables + 1);
    harvest->tables_n = tables;
    for (size_t t = 0; t < tables; t++) {
        struct harvest_table *table = &harvest->tables[t];
        table->number = (int)t + 1;
        table->title = arena_printf(arena, "Tisch %zu", t + 1);
        table->ideas = ARENA_ARRAY(arena, struct harvest_idea, 1);
        table->n = 1;
        table->ideas[0] = (struct harvest_idea){.id = arena_printf(arena, "card:%zu", t + 1),
                                                .table = (int)t,
                                                .keyword = "Garten",
                                                .text = "Ein Garten für alle",
                                                .full = "Ein Garten für alle",
                                                .lang = "de",
                                                .number = (int)++harvest->ideas_n};
    }
    harvest->parties = ARENA_ARRAY(arena, const char *, parties + 1);
    for (; harvest->parties_n < parties; harvest->parties_n++)
        harvest->parties[harvest->parties_n] =
            arena_printf(arena, "Bündnis der Gruppe %zu", harvest->parties_n + 1);
    harvest->core = ARENA_ARRAY(arena, struct harvest_core, core + 1);
    for (; harvest->core_n < core; harvest->core_n++)
        harvest->core[harvest->core_n] =
            (struct harvest_core){.id = arena_printf(arena, "core:%zu", harvest->core_n + 1),
                                  .text = "Wissen, wer im Stadtteil was macht",
                                  .lang = "de",
                                  .from = {1},
                                  .from_n = 1};
    harvest->agreements = ARENA_ARRAY(arena, struct harvest_agreement, agreements + 1);
    for (; harvest->agreements_n < agreements; harvest->agreements_n++)
        harvest->agreements[harvest->agreements_n] = (struct harvest_agreement){
            .id = arena_printf(arena, "agreement:%zu", harvest->agreements_n + 1),
            .who = "Jugendamt",
            .what = "Liste der Ansprechpartner",
            .until = "2026-04-30"};
    return harvest;
}

struct seen {
    GHashTable *ids, *texts;
};

static void see(void *context, const struct scene_mark *mark, struct box box)
{
    struct seen *seen = context;
    (void)box;
    if (mark->id != NULL)
        g_hash_table_add(seen->ids, g_strdup(mark->id));
    if (mark->text != NULL)
        g_hash_table_add(seen->texts, g_strdup(mark->text));
}

static bool is_told(const struct seen *seen, const struct scene *scene, const char *id)
{
    if (g_hash_table_contains(seen->ids, id))
        return true;
    for (size_t i = 0; i < scene->appendix_n; i++)
        if (g_str_equal(scene->appendix[i], id))
            return true;
    return false;
}

static void check(size_t tables, size_t parties, size_t core, size_t agreements, bool portrait)
{
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, tables, parties, core, agreements);
    struct fake fake = fake_new(arena);
    struct poster_tools tools = {.measure = fake_measure(&fake)};
    struct poster_options options = {
        .w_mm = portrait ? 594 : 841, .h_mm = portrait ? 841 : 594, .style = "baum"};
    struct err err = {0};
    struct poster *poster = poster_new(harvest, &options, &tools, &err);
    assert_non_null(poster);
    assert_string_equal(poster_style(poster), "tree");
    const struct scene *scene = poster_page(poster, 0);
    struct seen seen = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    scene_each_mark(scene, see, &seen);
    for (size_t i = 0; i < parties; i++)
        assert_true(g_hash_table_contains(seen.texts, harvest->parties[i]));
    for (size_t i = 0; i < core; i++)
        assert_true(is_told(&seen, scene, harvest->core[i].id));
    for (size_t i = 0; i < agreements; i++)
        assert_true(is_told(&seen, scene, harvest->agreements[i].id));
    for (size_t i = 0; i < tables; i++)
        assert_true(is_told(&seen, scene, harvest->tables[i].ideas[0].id));
    g_hash_table_destroy(seen.ids);
    g_hash_table_destroy(seen.texts);
    poster_free(poster);
    fake_free(&fake);
    arena_free(arena);
}

static void test_all_is_told(void **state)
{
    (void)state;
    for (int portrait = 0; portrait < 2; portrait++) {
        check(4, 0, 0, 0, portrait != 0);
        check(1, 1, 1, 1, portrait != 0);
        check(6, 15, 4, 12, portrait != 0);
        check(12, 6, 30, 3, portrait != 0);
        check(0, 3, 2, 2, portrait != 0);
    }
}

static void test_more_tables_than_a_tree_has(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fake fake = fake_new(arena);
    struct poster_tools tools = {.measure = fake_measure(&fake)};
    struct poster_options options = {.w_mm = 841, .h_mm = 594, .style = "tree"};
    struct err err = {0};
    struct poster *poster = poster_new(make_harvest(arena, 13, 0, 0, 0), &options, &tools, &err);
    assert_non_null(poster);
    assert_string_equal(poster_style(poster), "ring");
    poster_free(poster);
    fake_free(&fake);
    arena_free(arena);
}

static void test_proposal(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, 4, 0, 0, 0);
    assert_ptr_equal(composition_propose(harvest), &composition_ring);
    harvest->title = "Unsere Werte";
    assert_ptr_equal(composition_propose(harvest), &composition_tree);
    harvest->title = "Baumaßnahmen"; // not every word that begins like a tree is one
    assert_ptr_equal(composition_propose(harvest), &composition_ring);
    harvest->title = "Unsere Werte";
    harvest->tables_n = 2;
    assert_ptr_equal(composition_propose(harvest), &composition_ring);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_joints_show_no_line),
        cmocka_unit_test(test_all_is_told),
        cmocka_unit_test(test_more_tables_than_a_tree_has),
        cmocka_unit_test(test_proposal),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
