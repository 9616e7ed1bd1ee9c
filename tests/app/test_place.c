// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How cards stand on a board by themselves: none on another, one gap apart, no holes, and whoever
// stood somewhere stays there.
#include "app/place.h"

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

#include "base/random.h"

#define MOST 60
#define LEAST 80.0 // height of a card
#define GAP 12.0
#define TALLEST 9 // steps of 9 mm above the least

struct wall {
    struct grid grid;
    struct place places[MOST];
    size_t n;
};

static struct wall wall_new(size_t n, double width, uint64_t seed, bool leftwards)
{
    struct wall wall = {.grid = grid_make(18, 54, width - 36, 170, LEAST, GAP, leftwards), .n = n};
    struct random random = random_seeded(seed);
    for (size_t i = 0; i < n; i++)
        wall.places[i] =
            (struct place){.w = wall.grid.w,
                           .h = LEAST + 9.0 * (double)random_below(&random, TALLEST + 1),
                           .scale = 1,
                           .spot = {PLACE_NONE, 0}};
    return wall;
}

static void nothing_overlaps(const struct wall *wall, const char *what)
{
    for (size_t i = 0; i < wall->n; i++) {
        for (size_t k = i + 1; k < wall->n; k++) {
            if (box_overlaps(place_box(&wall->places[i]), place_box(&wall->places[k]), 2))
                fail_msg("%s: %zu lies on %zu", what, i, k);
        }
    }
}

// Every card begins at the top or exactly one gap below another of its column.
static void has_no_holes(const struct wall *wall, const char *what)
{
    for (size_t i = 0; i < wall->n; i++) {
        const struct place *place = &wall->places[i];
        bool follows = fabs(place->y - wall->grid.y) < 0.001;
        for (size_t k = 0; k < wall->n && !follows; k++) {
            const struct place *above = &wall->places[k];
            follows = fabs(above->x - place->x) < 0.001 &&
                      fabs(above->y + above->h + GAP - place->y) < 0.001;
        }
        if (!follows)
            fail_msg("%s: a hole above %zu", what, i);
    }
}

// The columns end at about the same height: none has room for a card while another is lower by more.
static void ends_evenly(const struct wall *wall, const char *what)
{
    double lowest = 0, highest = INFINITY;
    for (int c = 0; c < wall->grid.columns; c++) {
        double bottom = wall->grid.y;
        for (size_t i = 0; i < wall->n; i++) {
            if (wall->places[i].spot.column == c)
                bottom = fmax(bottom, wall->places[i].y + wall->places[i].h + GAP);
        }
        lowest = fmax(lowest, bottom);
        highest = fmin(highest, bottom);
    }
    double tallest = LEAST + 9.0 * TALLEST + GAP;
    if (lowest - highest > tallest + LEAST / 2)
        fail_msg("%s: one column ends %.0f mm below another", what, lowest - highest);
}

static void cards_of_all_heights_stand_close(void **state)
{
    static const double widths[] = {302.5, 403.3, 605, 806, 1210, 1920};
    (void)state;
    for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
        for (size_t n = 1; n <= MOST; n++) {
            char *what = g_strdup_printf("%zu cards on %.0f mm, seed %zu", n, widths[w], n + w);
            struct wall wall = wall_new(n, widths[w], n + w, false);
            places_arrange(wall.places, wall.n, &wall.grid);
            nothing_overlaps(&wall, what);
            has_no_holes(&wall, what);
            ends_evenly(&wall, what);
            g_free(what);
        }
    }
}

static void a_new_card_moves_no_other(void **state)
{
    (void)state;
    struct wall wall = wall_new(MOST, 1210, 7, false);
    struct place before[MOST];
    for (wall.n = 1; wall.n <= MOST; wall.n++) {
        memcpy(before, wall.places, sizeof before);
        places_arrange(wall.places, wall.n, &wall.grid);
        for (size_t i = 0; i + 1 < wall.n; i++) {
            assert_true(wall.places[i].x == before[i].x);
            assert_true(wall.places[i].y == before[i].y);
        }
    }
    wall.n = MOST;
    has_no_holes(&wall, "one after the other");
}

// One leaves: the others stay, and the next new one takes its place.
static void a_free_spot_waits_for_the_next(void **state)
{
    (void)state;
    struct wall wall = wall_new(20, 1210, 3, false);
    for (size_t i = 0; i < wall.n; i++)
        wall.places[i].h = LEAST;
    places_arrange(wall.places, wall.n, &wall.grid);
    struct place gone = wall.places[8];
    memmove(&wall.places[8], &wall.places[9], (wall.n - 9) * sizeof *wall.places);
    struct place *last = &wall.places[wall.n - 1];
    *last = (struct place){.w = wall.grid.w, .h = LEAST, .scale = 1, .spot = {PLACE_NONE, 0}};
    places_arrange(wall.places, wall.n - 1, &wall.grid);
    assert_true(wall.places[14].spot.column == (int)(15 % (size_t)wall.grid.columns));
    places_arrange(wall.places, wall.n, &wall.grid);
    assert_true(last->x == gone.x && last->y == gone.y);
    has_no_holes(&wall, "one was replaced");
}

// One is written on and grows: only those below it give way, and come back when it shrinks.
static void growing_pushes_down_and_shrinking_closes_up(void **state)
{
    (void)state;
    struct wall wall = wall_new(24, 1210, 5, false);
    places_arrange(wall.places, wall.n, &wall.grid);
    struct place before[MOST];
    memcpy(before, wall.places, sizeof before);
    wall.places[1].h += 27;
    places_arrange(wall.places, wall.n, &wall.grid);
    for (size_t i = 0; i < wall.n; i++) {
        bool below = before[i].x == before[1].x && before[i].y > before[1].y;
        assert_true(fabs(wall.places[i].y - before[i].y - (below ? 27 : 0)) < 0.001);
    }
    wall.places[1].h -= 27;
    places_arrange(wall.places, wall.n, &wall.grid);
    for (size_t i = 0; i < wall.n; i++)
        assert_true(fabs(wall.places[i].y - before[i].y) < 0.001);
}

static void what_people_laid_is_not_covered(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        char *what = g_strdup_printf("seed %d", (int)seed);
        struct wall wall = wall_new(40, 1210, seed, seed % 2 == 0);
        struct random random = random_seeded(seed);
        for (size_t i = 0; i < 3; i++) { // somewhere, one of them turned
            struct place *place = &wall.places[i];
            place->fixed = true;
            place->x = 40 + 380.0 * (double)i + (double)random_below(&random, 60);
            place->y = 80 + (double)random_below(&random, 300);
            place->degrees = i == 1 ? 30 : 0;
        }
        places_arrange(wall.places, wall.n, &wall.grid);
        nothing_overlaps(&wall, what);
        g_free(what);
    }
}

static void right_to_left_is_the_mirror_image(void **state)
{
    (void)state;
    struct wall wall = wall_new(30, 1210, 11, false), mirrored = wall_new(30, 1210, 11, true);
    places_arrange(wall.places, wall.n, &wall.grid);
    places_arrange(mirrored.places, mirrored.n, &mirrored.grid);
    for (size_t i = 0; i < wall.n; i++) {
        double right = wall.places[i].x + wall.places[i].w;
        assert_true(fabs(mirrored.places[i].x - (1210 - right)) < 0.001);
        assert_true(mirrored.places[i].y == wall.places[i].y);
    }
}

static void the_last_column_ends_where_other_things_stand(void **state)
{
    (void)state;
    struct wall wall = wall_new(40, 1210, 2, false);
    wall.grid.last_bottom = 300;
    places_arrange(wall.places, wall.n, &wall.grid);
    for (size_t i = 0; i < wall.n; i++) {
        const struct place *place = &wall.places[i];
        bool last = place->spot.column == wall.grid.columns - 1;
        assert_true(place->y < 1e5 && (!last || place->y + place->h <= 300));
    }
    wall.grid.last_bottom = 150; // and ends higher now: what stood there goes elsewhere
    places_arrange(wall.places, wall.n, &wall.grid);
    for (size_t i = 0; i < wall.n; i++) {
        const struct place *place = &wall.places[i];
        bool last = place->spot.column == wall.grid.columns - 1;
        assert_true(place->y < 1e5 && (!last || place->y + place->h <= 150));
    }
    nothing_overlaps(&wall, "a shorter column");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_of_all_heights_stand_close),
        cmocka_unit_test(a_new_card_moves_no_other),
        cmocka_unit_test(a_free_spot_waits_for_the_next),
        cmocka_unit_test(growing_pushes_down_and_shrinking_closes_up),
        cmocka_unit_test(what_people_laid_is_not_covered),
        cmocka_unit_test(right_to_left_is_the_mirror_image),
        cmocka_unit_test(the_last_column_ends_where_other_things_stand),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
