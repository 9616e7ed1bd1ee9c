// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards that people put outside their islands stand on the open page, near to where they were put;
// nothing lies on anything, nothing is lost, and where there is no room they are on their islands.
// Themes among the cards of one table take turns as tables do.

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
#include "draw/paint.h"

#include "shown.h"

static const char *const STYLES[] = {"ring", "path", "tree", "street"};

static void put_outside(struct harvest *harvest, const char *style, int64_t card, double x, double y)
{
    put_card(harvest, style, card, x, y);
    harvest->placements[harvest->placements_n - 1].outside = true;
}

// Neither on words nor drawings of anything else.
static void check_clear(const struct shown *shown, const struct poster_item *card, const char *what)
{
    const struct scene *page = poster_page(shown->poster, 0);
    for (size_t i = 0; i < page->marks_n; i++) {
        const struct scene_mark *mark = &page->marks[i];
        bool solid = mark->kind != KIND_DECORATION && mark->kind != KIND_CONNECTOR;
        struct box box = scene_mark_box(page, (int)i);
        if (solid && g_strcmp0(mark->id, card->id) != 0 && !box_is_empty(box) &&
            box_overlaps(box, card->box, 0.1))
            fail_msg("%s: %s lies on \"%s\" (%s)", what, card->id,
                     mark->text != NULL ? mark->text : mark->id, poster_report(shown->poster));
    }
}

static void cards_stand_where_they_were_put_outside(void **state)
{
    (void)state;
    static const struct {
        double w, h;
        const char *lang;
    } PAGES[] = {{841, 594, "de"}, {594, 841, "de"}, {297, 210, "de"}, {841, 594, "ar"}};
    static const struct point PLACES[] = {{0.5, 0.4}, {0.02, 0.98}, {0.75, 0.1}};
    for (size_t s = 0; s < G_N_ELEMENTS(STYLES); s++)
        for (size_t p = 0; p < G_N_ELEMENTS(PAGES); p++) {
            struct arena *arena = arena_new();
            struct harvest *harvest = make_harvest(arena, 4, 5, PAGES[p].lang);
            for (size_t at = 0; at < G_N_ELEMENTS(PLACES); at++)
                put_outside(harvest, STYLES[s], (int64_t)at * 5 + 1, PLACES[at].x, PLACES[at].y);
            put_outside(harvest, STYLES[s], 20, PLACES[0].x, PLACES[0].y); // both want one place
            struct shown shown = show(harvest, STYLES[s], PAGES[p].w, PAGES[p].h);
            check_whole(&shown, harvest);
            char *what = g_strdup_printf("%s %.0fx%.0f %s", STYLES[s], PAGES[p].w, PAGES[p].h, PAGES[p].lang);
            size_t outside = 0;
            for (size_t i = 0; i < shown.n; i++) {
                const struct poster_item *item = &shown.items[i];
                if (!item->outside)
                    continue;
                outside++;
                check_clear(&shown, item, what);
                double x = item->mirrored ? 1 - item->x : item->x;
                double off = hypot(middle(item->box).x - x * PAGES[p].w,
                                   middle(item->box).y - item->y * PAGES[p].h);
                if (off > 0.31 * hypot(PAGES[p].w, PAGES[p].h))
                    fail_msg("%s: %s is %.0f mm away", what, item->id, off);
            }
            // Not every corner has room; houses without a sky between them leave none.
            if (outside < 2 && strcmp(STYLES[s], "street") != 0)
                fail_msg("%s: only %zu are outside", what, outside);
            g_free(what);
            hide(&shown);
            arena_free(arena);
        }
}

static void no_room_outside_is_room_inside(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, 6, 12, "de");
    for (int card = 1; card <= 60; card++)
        put_outside(harvest, "ring", card, 0.5, 0.5);
    struct shown shown = show(harvest, "ring", 297, 210);
    check_whole(&shown, harvest);
    size_t outside = 0;
    for (size_t i = 0; i < shown.n; i++)
        outside += shown.items[i].outside;
    assert_true(outside > 0 && outside < 60);
    hide(&shown);
    arena_free(arena);
}

static void a_spot_is_inside_or_outside(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct harvest *harvest = make_harvest(arena, 3, 4, "ar");
    struct shown shown = show(harvest, "ring", 841, 594);
    const struct poster_item *card = find(&shown, "card:2"), *home = find(&shown, "table:1");
    struct poster_spot in = poster_spot(shown.poster, card, middle(home->area));
    assert_false(in.outside);
    struct point beyond = {home->area.x - 20, home->area.y + 30};
    struct poster_spot out = poster_spot(shown.poster, card, beyond);
    assert_true(out.outside);
    assert_float_equal(out.x, 1 - beyond.x / 841, 1e-3); // from where reading begins
    assert_float_equal(out.y, beyond.y / 594, 1e-3);
    hide(&shown);
    arena_free(arena);
}

static void themes_take_turns(void **state)
{
    (void)state;
    for (size_t s = 0; s < G_N_ELEMENTS(STYLES); s++) {
        struct arena *arena = arena_new();
        struct harvest *harvest = make_harvest(arena, 4, 5, "de");
        harvest->themed = true;
        harvest->whole = 7;
        harvest->tables[3].title = ""; // the rest
        const char *const names[] = {"…", "Thema 2", "Thema 3", "Thema 1", "gone"};
        for (int i = 0; i < 5; i++)
            harvest->placements[harvest->placements_n++] = (struct harvest_placement){
                .style = STYLES[s], .table = 7, .slot = i + 1, .theme = names[i]};
        struct shown shown = show(harvest, STYLES[s], 841, 594);
        check_whole(&shown, harvest);
        assert_int_equal(find(&shown, "table:4")->slot, 1);
        assert_int_equal(find(&shown, "table:1")->slot, 4);
        assert_true(find(&shown, "table:2")->placed);
        hide(&shown);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_stand_where_they_were_put_outside),
        cmocka_unit_test(no_room_outside_is_room_inside),
        cmocka_unit_test(a_spot_is_inside_or_outside),
        cmocka_unit_test(themes_take_turns),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("outside", tests, NULL, NULL);
}
