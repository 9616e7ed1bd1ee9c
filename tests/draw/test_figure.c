// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Drawings: the same key draws the same, nothing leaves the place it is given, every motif is
// there.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>

#include "draw/figure_front.h"
#include "draw/scene.h"

struct drawing {
    struct scene *scene;
    struct pen pen;
};

static struct drawing begin(void)
{
    struct drawing drawing = {.scene = scene_new(1000, 600)};
    drawing.pen = pen_make(drawing.scene, NULL, 1, "test");
    return drawing;
}

static uint64_t person_hash(enum hair hair, const char *key)
{
    struct drawing d = begin();
    const struct person person = {.hair = hair, .colour = COLOUR_WARM, .pose = POSE_WAVE};
    figure_person(&d.pen, 200, 400, 150, &person, key);
    uint64_t hash = scene_hash(d.scene);
    scene_free(d.scene);
    return hash;
}

static void keys_choose_the_strokes(void **state)
{
    (void)state;
    assert_true(person_hash(HAIR_BOB, "a") == person_hash(HAIR_BOB, "a"));
    assert_true(person_hash(HAIR_BOB, "a") != person_hash(HAIR_BOB, "b"));
    for (int hair = 1; hair < HAIR_COUNT; hair++)
        assert_true(person_hash((enum hair)hair, "a") != person_hash((enum hair)(hair - 1), "a"));
}

// Feet on the ground, head below the height and a little hair.
static void people_have_their_size(void **state)
{
    (void)state;
    for (int i = 0; i < HAIR_COUNT * 2; i++) {
        struct drawing d = begin();
        const struct person person = {.hair = (enum hair)(i % HAIR_COUNT),
                                      .colour = colour_accent(i),
                                      .pose = (enum pose)(i % (POSE_HIP + 1)),
                                      .stance = i % 2 == 0 ? STANCE_STAND : STANCE_WALK,
                                      .look = (i % 3 - 1) * 0.7,
                                      .flip = i % 4 == 1,
                                      .dress = i % 5 == 2,
                                      .talking = i % 3 == 0};
        figure_person(&d.pen, 300, 400, 200, &person, "size");
        struct box box = d.scene->ink;
        assert_true(box.y + box.h > 395 && box.y + box.h < 412);
        assert_true(box.y > 400 - 200 * 1.12 && box.y < 400 - 200 * 0.9);
        assert_true(box.x > 300 - 200 * 0.5 && box.x + box.w < 300 + 200 * 0.5);
        scene_free(d.scene);
    }
}

static void every_motif_fills_its_place(void **state)
{
    (void)state;
    static const char *const motifs[] = {"skyline", "village", "school", "port",
                                         "park",    "door",    "hills"};
    uint64_t hashes[G_N_ELEMENTS(motifs)];
    for (size_t i = 0; i < G_N_ELEMENTS(motifs); i++) {
        struct drawing d = begin();
        figure_panorama(&d.pen, motifs[i], 100, 400, 700, 130);
        struct box box = d.scene->ink;
        assert_true(box.x > 85 && box.x + box.w < 815);
        assert_true(box.y > 400 - 130 * 1.15 && box.y + box.h < 412);
        assert_true(box.w > 650 && box.h > 90);
        hashes[i] = scene_hash(d.scene);
        for (size_t k = 0; k < i; k++)
            assert_true(hashes[k] != hashes[i]);
        scene_free(d.scene);
    }
    struct drawing d = begin(); // one that nobody knows
    figure_panorama(&d.pen, "moon", 100, 400, 700, 130);
    assert_true(scene_hash(d.scene) == hashes[0]);
    scene_free(d.scene);
}

static void heads_round_the_table_are_told(void **state)
{
    (void)state;
    struct drawing d = begin();
    struct person people[5] = {0};
    struct point heads[5] = {{0}};
    for (int i = 0; i < 5; i++)
        people[i] = (struct person){.hair = (enum hair)i, .colour = COLOUR_WARM};
    figure_round_table(&d.pen, 500, 300, 150, 60, people, 5, people, 3, heads, "table");
    for (int i = 0; i < 5; i++) {
        assert_true(heads[i].y < 300);
        assert_true(i == 0 || heads[i].x > heads[i - 1].x);
    }
    struct box box = d.scene->ink;
    assert_true(box.x > 500 - 190 && box.x + box.w < 500 + 190);
    assert_true(box.y > 300 - 2.4 * 60 && box.y + box.h < 300 + 2.1 * 60);
    scene_free(d.scene);
}

static void bubbles_reach_their_tip(void **state)
{
    (void)state;
    static const struct point tips[] = {{500, 330}, {100, 330}, {300, 500}, {300, 200}};
    for (size_t i = 0; i < G_N_ELEMENTS(tips); i++) {
        struct line line;
        line_init(&line);
        figure_bubble_path(&line, 200, 300, 200, 60, 20, &tips[i], 24);
        struct box box = line_box(&line);
        assert_true(box_contains(box_grow(box, 0.01), tips[i]));
        assert_true(line_contains(&line, 300, 330));
        assert_true(line_area(&line) != 0);
        line_clear(&line);
    }
}

// Wide or narrow: the outline goes from eave to eave, the drawing stays inside the given height.
static void roofs_stand_on_their_walls(void **state)
{
    (void)state;
    static const double widths[] = {190, 330, 700, 2200};
    for (int roof = 0; roof < ROOF_COUNT; roof++)
        for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
            double w = widths[i], h = 120;
            struct line path;
            line_init(&path);
            figure_roof_path(&path, (enum roof)roof, 100, 400, w, h);
            assert_true(path.p[0].y == 400 && path.p[path.n - 1].y == 400);
            struct box box = line_box(&path);
            assert_true(box.x >= 100 - ROOF_OVERHANG && box.x <= 100);
            assert_true(box.x + box.w >= 100 + w && box.x + box.w <= 100 + w + ROOF_OVERHANG);
            assert_true(box.y >= 400 - h - 2.5 && box.y < 400 - 0.4 * h);
            assert_true(line_contains(&path, 100 + w / 2, 400 - 0.2 * h));
            line_clear(&path);
            struct drawing d = begin();
            figure_roof(&d.pen, (enum roof)roof, 100, 400, w, h, 40, COLOUR_WARM, "roof");
            assert_true(d.scene->ink.y > 400 - h - 8 && d.scene->ink.y + d.scene->ink.h < 410);
            scene_free(d.scene);
        }
}

static void fronts_fill_their_place(void **state)
{
    (void)state;
    uint64_t hashes[LIFE_COUNT];
    for (int life = 0; life < LIFE_COUNT; life++) {
        struct drawing d = begin();
        figure_flat_window(&d.pen, 200, 400, 62, 74, (enum window_life)life, HAIR_BUN,
                           COLOUR_WARM, "flat");
        struct box box = d.scene->ink;
        assert_true(box.x > 175 && box.x + box.w < 287); // a balcony's pots and rail
        assert_true(box.y > 400 - 82 && box.y + box.h < 408);
        hashes[life] = scene_hash(d.scene);
        for (int k = 0; k < life; k++)
            assert_true(hashes[k] != hashes[life]);
        scene_free(d.scene);
    }
    static const double widths[] = {74, 140, 420};
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        struct drawing d = begin();
        figure_shop(&d.pen, 100, 400, widths[i], 0.8, COLOUR_WARM, NULL, "shop");
        struct box box = d.scene->ink;
        assert_true(box.x > 90 && box.x + box.w < 110 + widths[i]);
        assert_true(box.y > 400 - FRONT_FLOOR && box.y + box.h < 400);
        scene_free(d.scene);
    }
    struct line cloud;
    line_init(&cloud);
    figure_cloud_path(&cloud, 100, 200, 300, 90);
    struct box box = line_box(&cloud);
    assert_true(box.x >= 98 && box.x + box.w <= 402 && box.y >= 198 && box.y + box.h <= 292);
    assert_true(line_contains(&cloud, 130, 245) && line_contains(&cloud, 250, 215));
    line_clear(&cloud);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_choose_the_strokes),
        cmocka_unit_test(people_have_their_size),
        cmocka_unit_test(every_motif_fills_its_place),
        cmocka_unit_test(heads_round_the_table_are_told),
        cmocka_unit_test(bubbles_reach_their_tip),
        cmocka_unit_test(roofs_stand_on_their_walls),
        cmocka_unit_test(fronts_fill_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
