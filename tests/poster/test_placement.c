// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards and tables that people placed: they stay near where they were put, the others flow round
// them, nothing overlaps and nothing is lost, in every composition, on every page, mirrored too.
// Metrics are fake, so that it is quick.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/random.h"
#include "draw/paint.h"
#include "poster/harvest.h"
#include "poster/poster.h"

#include "shown.h"

static const char *const STYLES[] = {"ring", "path", "tree", "street"};

static void placed_cards_stay_where_they_were_put(void **state)
{
    (void)state;
    static const struct {
        double w, h;
        const char *lang;
    } PAGES[] = {{841, 594, "de"}, {594, 841, "de"}, {297, 210, "de"}, {841, 594, "ar"}};
    static const struct point PLACES[] = {{0.1, 0.02}, {0.9, 0.98}, {0.5, 0.5}, {0.95, 0.05}};
    for (size_t s = 0; s < G_N_ELEMENTS(STYLES); s++)
        for (size_t p = 0; p < G_N_ELEMENTS(PAGES); p++)
            for (size_t at = 0; at < G_N_ELEMENTS(PLACES); at++) {
                struct arena *arena = arena_new();
                struct harvest *harvest = make_harvest(arena, 5, 8, PAGES[p].lang);
                put_card(harvest, STYLES[s], 3, PLACES[at].x, PLACES[at].y);
                put_card(harvest, STYLES[s], 17, PLACES[at].x, PLACES[at].y); // at another table
                put_card(harvest, STYLES[s], 19, PLACES[at].x, PLACES[at].y); // both want one place
                struct shown shown = show(harvest, STYLES[s], PAGES[p].w, PAGES[p].h);
                check_whole(&shown, harvest);
                const struct poster_item *item = find(&shown, "card:3");
                assert_non_null(item);
                assert_true(item->placed);
                assert_false(find(&shown, "card:4")->placed);
                double x, y;
                poster_item_share(item, middle(item->box), &x, &y);
                double off_x = fabs(x - PLACES[at].x) * item->area.w;
                double off_y = fabs(y - PLACES[at].y) * item->area.h;
                // Within its column, and no farther than its own height and a half.
                if (off_x > item->area.w / 2 + 1 || off_y > item->box.h * 1.6)
                    fail_msg("%s %.0fx%.0f %s at %.2f %.2f: %.0f, %.0f off of %.0f (%s)", STYLES[s],
                             PAGES[p].w, PAGES[p].h, PAGES[p].lang, PLACES[at].x, PLACES[at].y,
                             off_x, off_y, item->box.h, poster_report(shown.poster));
                hide(&shown);
                arena_free(arena);
            }
}

// What is not placed stays as it was, and without placements of its own a composition ignores
// others'.
static void others_flow_round(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, 4, 6, "de");
    struct shown before = show(harvest, "ring", 841, 594);
    put_card(harvest, "tree", 3, 0.9, 0.9);
    struct shown other = show(harvest, "ring", 841, 594);
    for (size_t i = 0; i < before.n; i++)
        assert_memory_equal(&before.items[i].box, &other.items[i].box, sizeof(struct box));
    hide(&other);
    put_card(harvest, "ring", 3, 0.9, 0.9);
    struct shown after = show(harvest, "ring", 841, 594);
    size_t moved = 0;
    for (size_t i = 0; i < before.n; i++) {
        const struct poster_item *was = &before.items[i], *is = find(&after, was->id);
        double by =
            hypot(middle(is->box).x - middle(was->box).x, middle(is->box).y - middle(was->box).y);
        moved += was->table != 1 && by > 20;
    }
    assert_int_equal(moved, 0); // other tables keep their cards where they were
    hide(&before);
    hide(&after);
    arena_free(arena);
}

// All of a table put at one spot: the picture does not become smaller for it.
static void one_spot_for_all_costs_no_size(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, 5, 9, "de");
    struct shown before = show(harvest, "ring", 841, 594);
    for (int card = 1; card <= 9; card++)
        put_card(harvest, "ring", card, 0.05, 0.1);
    struct shown after = show(harvest, "ring", 841, 594);
    check_whole(&after, harvest);
    struct box was = find(&before, "table:1")->area, is = find(&after, "table:1")->area;
    assert_true(is.w * is.h < 1.25 * was.w * was.h);
    assert_true(find(&after, "card:20")->box.h > 0.9 * find(&before, "card:20")->box.h);
    hide(&before);
    hide(&after);
    arena_free(arena);
}

// Of more cards than the page holds, one that people placed is on the picture.
static void placed_cards_are_not_left_out(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, 4, 110, "de");
    struct shown before = show(harvest, "ring", 297, 210);
    assert_null(find(&before, "card:110"));
    put_card(harvest, "ring", 110, 0.1, 0.1);
    struct shown after = show(harvest, "ring", 297, 210);
    assert_non_null(find(&after, "card:110"));
    check_whole(&after, harvest);
    hide(&before);
    hide(&after);
    arena_free(arena);
}

static void tables_stand_in_their_turn(void **state)
{
    (void)state;
    for (size_t s = 0; s < G_N_ELEMENTS(STYLES); s++) {
        struct arena *arena = arena_new();
        struct harvest *harvest = make_harvest(arena, 5, 5, "de");
        struct shown before = show(harvest, STYLES[s], 841, 594);
        for (size_t i = 0; i < before.n; i++) { // as they stand, but the first and the last swapped
            int slot = before.items[i].slot;
            if (slot > 0)
                harvest->placements[harvest->placements_n++] = (struct harvest_placement){
                    .style = STYLES[s],
                    .table = before.items[i].table,
                    .slot = slot == 1   ? 5
                            : slot == 5 ? 1
                                        : slot,
                };
        }
        struct shown after = show(harvest, STYLES[s], 841, 594);
        check_whole(&after, harvest);
        for (size_t i = 0; i < before.n; i++) {
            int was = before.items[i].slot, is = find(&after, before.items[i].id)->slot;
            if (was > 0)
                assert_int_equal(is, was == 1 ? 5 : was == 5 ? 1 : was);
        }
        hide(&before);
        hide(&after);
        arena_free(arena);
    }
}

static void the_dump_tells_of_them(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, 2, 4, "de");
    put_card(harvest, "ring", 2, 0.25, 0.75);
    struct shown shown = show(harvest, "ring", 841, 594), again = show(harvest, "ring", 841, 594);
    char *dump = scene_dump(poster_page(shown.poster, 0), 1, false);
    char *twice = scene_dump(poster_page(again.poster, 0), 1, false);
    assert_non_null(strstr(dump, "\"placed\":[0.25,0.75]"));
    assert_string_equal(dump, twice);
    g_free(dump);
    g_free(twice);
    hide(&shown);
    hide(&again);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placed_cards_stay_where_they_were_put),
        cmocka_unit_test(others_flow_round),
        cmocka_unit_test(one_spot_for_all_costs_no_size),
        cmocka_unit_test(placed_cards_are_not_left_out),
        cmocka_unit_test(tables_stand_in_their_turn),
        cmocka_unit_test(the_dump_tells_of_them),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("placement", tests, NULL, NULL);
}
