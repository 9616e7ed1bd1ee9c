// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a scene knows of itself: boxes, hits, damage, its dump.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <json-c/json.h>
#include <string.h>

#include "draw/paint.h"
#include "draw/scene.h"

static void add_box(struct scene *scene, double x, double y, double w, double h, uint32_t colour)
{
    struct line line;
    line_init(&line);
    line_add_rect(&line, x, y, w, h);
    scene_fill(scene, &line, 1, AFFINE_IDENTITY, colour, false);
    line_clear(&line);
}

static void add_target(struct scene *scene, const char *hit, double x, double y, double w, double h)
{
    scene_begin(scene,
                (struct scene_mark){.kind = KIND_ICON, .hit = hit, .text = hit, .box = BOX_EMPTY});
    add_box(scene, x, y, w, h, COLOUR_WARM);
    scene_end(scene);
}

static void the_topmost_target_is_hit(void **state)
{
    (void)state;
    struct scene *scene = scene_new(100, 100);
    add_target(scene, "below", 10, 10, 50, 50);
    add_target(scene, "above", 40, 40, 50, 50);
    assert_string_equal(scene_hit(scene, (struct point){20, 20}, NULL), "below");
    assert_string_equal(scene_hit(scene, (struct point){50, 50}, NULL), "above");
    assert_null(scene_hit(scene, (struct point){95, 5}, NULL));
    struct box box;
    assert_true(scene_find(scene, "above", &box));
    assert_float_equal(box.x, 40, 1e-9);
    assert_false(scene_find(scene, "nowhere", &box));
    scene_free(scene);
}

static void used_scenes_are_hit_through_their_transform(void **state)
{
    (void)state;
    struct scene *card = scene_new(20, 10), *board = scene_new(100, 100);
    add_target(card, "card", 0, 0, 20, 10);
    // Turned by a quarter about its corner: it lies from (50, 50) to (40, 70).
    struct affine m = affine_multiply(affine_translation(50, 50), affine_rotation(G_PI / 2));
    scene_use(board, card, m, 1);
    assert_string_equal(scene_hit(board, (struct point){45, 60}, NULL), "card");
    assert_null(scene_hit(board, (struct point){60, 55}, NULL));
    scene_free(board);
    scene_free(card);
}

static void only_what_changed_is_damaged(void **state)
{
    (void)state;
    struct scene *before = scene_new(100, 100), *now = scene_new(100, 100);
    for (int i = 0; i < 5; i++) {
        add_box(before, i * 20, 10, 10, 10, COLOUR_WARM);
        add_box(now, i * 20, 10, 10, 10, i == 3 ? COLOUR_INK : COLOUR_WARM);
    }
    struct box boxes[8];
    size_t n = scene_damage(before, now, boxes, 8);
    assert_int_equal(n, 1);
    assert_true(box_contains(boxes[0], (struct point){65, 15}));
    assert_false(box_contains(boxes[0], (struct point){45, 15}));
    assert_true(scene_hash(before) != scene_hash(now));
    assert_int_equal(scene_damage(now, now, boxes, 8), 0);
    scene_free(before);
    scene_free(now);
}

static void the_dump_says_what_stands_where(void **state)
{
    (void)state;
    struct scene *scene = scene_new(841, 594);
    scene_begin(scene, (struct scene_mark){.kind = KIND_KEYWORD,
                                           .id = "card:7",
                                           .table = "Arbeit \"und\" mehr",
                                           .text = "Sprachcafé",
                                           .lang = "de",
                                           .box = BOX_EMPTY});
    add_box(scene, 10, 20, 30, 5, COLOUR_INK);
    scene_end(scene);
    scene_to_appendix(scene, "card:8");
    char *text = scene_dump(scene, 1, false);
    struct json_object *root = json_tokener_parse(text), *page, *items, *item, *value;
    assert_non_null(root);
    assert_true(json_object_object_get_ex(root, "page", &page));
    assert_true(json_object_object_get_ex(page, "w", &value));
    assert_float_equal(json_object_get_double(value), 841, 1e-6);
    assert_true(json_object_object_get_ex(root, "items", &items));
    assert_int_equal(json_object_array_length(items), 1);
    item = json_object_array_get_idx(items, 0);
    assert_true(json_object_object_get_ex(item, "kind", &value));
    assert_string_equal(json_object_get_string(value), "keyword");
    assert_true(json_object_object_get_ex(item, "table", &value));
    assert_string_equal(json_object_get_string(value), "Arbeit \"und\" mehr");
    assert_true(json_object_object_get_ex(item, "box", &value));
    assert_float_equal(json_object_get_double(json_object_array_get_idx(value, 2)), 30, 1e-3);
    assert_true(json_object_object_get_ex(root, "appendix", &value));
    assert_string_equal(json_object_get_string(json_object_array_get_idx(value, 0)), "card:8");
    json_object_put(root);
    g_free(text);
    scene_free(scene);
}

static void pixels_show_the_scene(void **state)
{
    (void)state;
    struct scene *scene = scene_new(10, 10);
    add_box(scene, 2, 2, 4, 4, 0xFF0000FFu);
    uint32_t pixels[100];
    paint_pixels((uint8_t *)pixels, 10, 10, 40, 1, scene, NULL, 0, COLOUR_PAPER);
    assert_int_equal(pixels[3 * 10 + 3] & 0xFFFFFF, 0xFF0000);
    assert_int_equal(pixels[8 * 10 + 8] & 0xFFFFFF, 0xFFFFFF);
    // Only what is damaged is painted again.
    add_box(scene, 0, 0, 10, 10, 0x00FF00FFu);
    const struct box damage = {0, 0, 5, 5};
    paint_pixels((uint8_t *)pixels, 10, 10, 40, 1, scene, &damage, 1, COLOUR_PAPER);
    assert_int_equal(pixels[3 * 10 + 3] & 0xFFFFFF, 0x00FF00);
    assert_int_equal(pixels[8 * 10 + 8] & 0xFFFFFF, 0xFFFFFF);
    scene_free(scene);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_topmost_target_is_hit),
        cmocka_unit_test(used_scenes_are_hit_through_their_transform),
        cmocka_unit_test(only_what_changed_is_damaged),
        cmocka_unit_test(the_dump_says_what_stands_where),
        cmocka_unit_test(pixels_show_the_scene),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
