// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shapes, the hand's line, icons.

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

#include "base/err.h"
#include "base/random.h"
#include "draw/geometry.h"
#include "draw/icon.h"
#include "draw/pen.h"
#include "draw/scene.h"
#include "draw/sleeve.h"

static void boxes_meet(void **state)
{
    (void)state;
    const struct {
        struct box a, b;
        double slack;
        bool overlap;
    } table[] = {
        {{0, 0, 10, 10}, {5, 5, 10, 10}, 0, true},
        {{0, 0, 10, 10}, {10, 0, 10, 10}, 0, false}, // touching is not overlapping
        {{0, 0, 10, 10}, {9, 0, 10, 10}, 2, false},
        {{0, 0, 10, 10}, {2, 2, 1, 1}, 0, true},
        {{0, 0, 10, 10}, BOX_EMPTY, 0, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        assert_int_equal(box_overlaps(table[i].a, table[i].b, table[i].slack), table[i].overlap);
    struct box all = box_union(BOX_EMPTY, (struct box){1, 2, 3, 4});
    assert_true(all.x == 1 && all.y == 2 && all.w == 3 && all.h == 4);
}

static void transforms_invert(void **state)
{
    (void)state;
    struct random random = random_of("transforms");
    for (int i = 0; i < 200; i++) {
        struct affine m = affine_multiply(
            affine_translation(random_range(&random, -50, 50), random_range(&random, -50, 50)),
            affine_multiply(
                affine_rotation(random_range(&random, -4, 4)),
                affine_scaling(random_range(&random, 0.1, 3), random_range(&random, 0.1, 3))));
        struct point p = {random_range(&random, -9, 9), random_range(&random, -9, 9)};
        struct point q = affine_apply(affine_invert(m), affine_apply(m, p));
        assert_float_equal(p.x, q.x, 1e-9);
        assert_float_equal(p.y, q.y, 1e-9);
    }
}

static void resampling_keeps_ends_and_length(void **state)
{
    (void)state;
    struct line line;
    line_init(&line);
    line_add_arc(&line, 0, 0, 40, 40, 0, 180, 60);
    double length = line_length(&line);
    struct point first = line.p[0], last = line.p[line.n - 1];
    line_resample(&line, 2);
    assert_float_equal(line.p[0].x, first.x, 1e-9);
    assert_float_equal(line.p[line.n - 1].x, last.x, 1e-9);
    assert_float_equal(line_length(&line), length, 0.5);
    for (size_t i = 1; i < line.n; i++)
        assert_float_equal(hypot(line.p[i].x - line.p[i - 1].x, line.p[i].y - line.p[i - 1].y), 2,
                           0.1);
    line_clear(&line);
}

static void hull_holds_all_points(void **state)
{
    (void)state;
    for (int run = 0; run < 50; run++) {
        struct random random = random_seeded((uint64_t)run);
        struct line points, hull;
        line_init(&points);
        for (int i = 0; i < 40; i++)
            line_add(&points, random_range(&random, 0, 100), random_range(&random, 0, 100));
        line_init(&hull);
        line_append(&hull, &points);
        line_hull(&hull);
        double sign = line_area(&hull) > 0 ? 1 : -1;
        for (size_t k = 0; k < points.n; k++)
            for (size_t i = 0; i < hull.n; i++) {
                struct point a = hull.p[i], b = hull.p[(i + 1) % hull.n], p = points.p[k];
                double side = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
                assert_true(side * sign > -1e-6);
            }
        line_clear(&points);
        line_clear(&hull);
    }
}

// A house front drawn in a frame with this key.
static uint64_t front(const char *key, int before)
{
    struct scene *scene = scene_new(100, 100);
    struct pen pen = pen_make(scene, NULL, 0.3528, "test");
    struct line line;
    for (int i = 0; i < before; i++) { // drawn in frames of their own
        char name[16];
        g_snprintf(name, sizeof name, "other %d", i);
        pen_push(&pen, 200, 200, 1, name);
        pen_dot(&pen, 0, 0, 3, COLOUR_INK);
        pen_pop(&pen);
    }
    size_t first = scene->items_n;
    pen_push(&pen, 20, 20, 1, key);
    line_init(&line);
    line_add_rect(&line, 0, 0, 80, 60);
    pen_shape(&pen, &line, COLOUR_WARM, PEN_MEDIUM, 2, 2, 0);
    pen_hatch(&pen, &line, 7, 45, 1.2, COLOUR_INK);
    pen_pop(&pen);
    uint64_t hash = HASH_BASIS;
    for (size_t i = first; i < scene->items_n; i++)
        hash = hash_bytes(hash, &scene->items[i].hash, sizeof scene->items[i].hash);
    line_clear(&line);
    scene_free(scene);
    return hash;
}

static double distance_to(struct point a, struct point b, struct point p)
{
    double dx = b.x - a.x, dy = b.y - a.y, l = dx * dx + dy * dy;
    double t = l > 0 ? CLAMP(((p.x - a.x) * dx + (p.y - a.y) * dy) / l, 0, 1) : 0;
    return hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

static void thinned_lines_stay_near(void **state)
{
    (void)state;
    enum { POINTS = 400 };
    struct random random = random_of("sleeve");
    for (int round = 0; round < 60; round++) {
        double tolerance = random_range(&random, 0.01, 2), turn = 0, sharp = round % 3;
        struct point all[POINTS], few[POINTS] = {{0}};
        for (int i = 1; i < POINTS; i++) {
            turn += random_range(&random, -1, 1) * (sharp > 1 && i % 20 == 0 ? 3 : 0.2 * sharp);
            double step = random_range(&random, 0, 2);
            few[i] = (struct point){few[i - 1].x + step * cos(turn), few[i - 1].y + step * sin(turn)};
        }
        memcpy(all, few, sizeof all);
        size_t n = sleeve_fit(few, POINTS, tolerance), piece = 0;
        assert_true(n >= 2 && n < POINTS);
        assert_memory_equal(&few[0], &all[0], sizeof few[0]);
        assert_memory_equal(&few[n - 1], &all[POINTS - 1], sizeof few[0]);
        for (int i = 0; i < POINTS; i++) {
            if (piece + 2 < n && all[i].x == few[piece + 1].x && all[i].y == few[piece + 1].y)
                piece++;
            assert_true(distance_to(few[piece], few[piece + 1], all[i]) <= tolerance * 1.0001);
        }
        if (sharp == 0)
            assert_int_equal(n, 2);
    }
}

static void strokes_follow_their_key(void **state)
{
    (void)state;
    assert_true(front("a", 0) == front("a", 0));
    assert_true(front("a", 0) != front("b", 0));
    // What is drawn elsewhere changes no stroke.
    assert_true(front("a", 0) == front("a", 5));
}

static void ink_stays_near_its_line(void **state)
{
    (void)state;
    struct scene *scene = scene_new(300, 300);
    struct pen pen = pen_make(scene, NULL, 1, "near");
    struct line line;
    line_init(&line);
    line_add_rect(&line, 50, 50, 200, 100);
    struct pen_stroke stroke = PEN_STROKE(PEN_HEAVY);
    stroke.closed = true;
    pen_line(&pen, &line, stroke);
    struct box box = scene->ink;
    assert_true(box.x > 42 && box.y > 42 && box.x + box.w < 258 && box.y + box.h < 158);
    line_clear(&line);
    scene_free(scene);
}

// ---- icons
// ----------------------------------------------------------------------------------------

static void icons_are_found(void **state)
{
    (void)state;
    struct err err = {0};
    struct icons *icons = icons_open(&err);
    assert_non_null(icons);
    assert_true(icons_count(icons) > 5000);
    assert_true(icons_find(icons, "no-such-icon") < 0);
    for (size_t i = 1; i < icons_count(icons); i++) // the search needs them sorted
        assert_true(strcmp(icons_name(icons, (int)i - 1), icons_name(icons, (int)i)) < 0);
    const char *const used[] = {"coffee", "briefcase", "heart-handshake", "map-2", "link"};
    for (size_t i = 0; i < G_N_ELEMENTS(used); i++) {
        int icon = icons_find(icons, used[i]);
        assert_true(icon >= 0);
        assert_string_equal(icons_name(icons, icon), used[i]);
        assert_true(icon_strokes(icons, icon) > 0);
    }
    icons_close(icons);
}

static void icons_lie_on_their_grid(void **state)
{
    (void)state;
    struct icons *icons = icons_open(NULL);
    assert_non_null(icons);
    struct icon_stroke stroke;
    for (int icon = 0; icon < (int)icons_count(icons); icon++)
        for (int i = 0; i < icon_strokes(icons, icon); i++) {
            icon_stroke_load(icons, icon, i, &stroke);
            assert_true(stroke.n >= 2);
            for (size_t k = 0; k < stroke.n; k++)
                assert_true(stroke.p[k].x > -2 && stroke.p[k].x < 26 && stroke.p[k].y > -2 &&
                            stroke.p[k].y < 26);
        }
    icons_close(icons);
}

static void icons_are_drawn_in_their_box(void **state)
{
    (void)state;
    struct icons *icons = icons_open(NULL);
    struct scene *scene = scene_new(200, 200);
    struct pen pen = pen_make(scene, icons, 1, "icons");
    assert_true(pen_icon(&pen, "coffee", 50, 60, 40, COLOUR_WARM, PEN_FINE, NULL));
    struct box box = scene->ink;
    assert_true(box.x > 46 && box.y > 56 && box.x + box.w < 96 && box.y + box.h < 106);
    assert_true(box.w > 25 && box.h > 25);
    size_t before = scene->items_n;
    assert_false(pen_icon(&pen, "no-such-icon", 0, 0, 10, COLOUR_NONE, PEN_FINE, NULL));
    assert_false(pen_icon(&pen, NULL, 0, 0, 10, COLOUR_NONE, PEN_FINE, NULL));
    assert_true(scene->items_n == before);
    scene_free(scene);
    icons_close(icons);
}

static void damaged_icons_are_refused(void **state)
{
    (void)state;
    char *folder = g_dir_make_tmp("erntebild-icons-XXXXXX", NULL);
    char *path = g_build_filename(folder, "icons.bin", NULL);
    char *good = g_build_filename(g_getenv("ERNTEBILD_DATA"), "icons.bin", NULL);
    gsize size;
    char *bytes, *old = g_strdup(g_getenv("ERNTEBILD_DATA"));
    assert_true(g_file_get_contents(good, &bytes, &size, NULL));
    g_setenv("ERNTEBILD_DATA", folder, TRUE);
    const gsize kept[] = {0, 10, 100, size - 1, size};
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
        bytes[size / 2] ^= 1; // the last, whole one is changed inside
        assert_true(g_file_set_contents(path, bytes, (gssize)kept[i], NULL));
        bytes[size / 2] ^= kept[i] == size ? 0 : 1;
        struct err err = {0};
        assert_null(icons_open(&err));
        assert_int_equal(err.code, ERR_MISSING);
    }
    g_setenv("ERNTEBILD_DATA", old, TRUE);
    g_free(old);
    g_free(bytes);
    g_free(good);
    g_free(path);
    g_free(folder);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_meet),
        cmocka_unit_test(transforms_invert),
        cmocka_unit_test(resampling_keeps_ends_and_length),
        cmocka_unit_test(hull_holds_all_points),
        cmocka_unit_test(thinned_lines_stay_near),
        cmocka_unit_test(strokes_follow_their_key),
        cmocka_unit_test(ink_stays_near_its_line),
        cmocka_unit_test(icons_are_found),
        cmocka_unit_test(icons_lie_on_their_grid),
        cmocka_unit_test(icons_are_drawn_in_their_box),
        cmocka_unit_test(damaged_icons_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
