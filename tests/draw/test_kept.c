// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures kept between frames show what painting anew would show.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <stdlib.h>
#include <string.h>

#include "draw/colour.h"
#include "draw/kept.h"
#include "draw/paint.h"
#include "draw/scene.h"

enum { W = 80, H = 60 };

static struct scene *card(uint32_t colour)
{
    struct scene *scene = scene_new(20, 10);
    struct line line;
    line_init(&line);
    line_add_rounded_rect(&line, 0.7, 0.7, 18, 8, 3);
    scene_fill(scene, &line, 1, AFFINE_IDENTITY, colour, false);
    scene_stroke(scene, &line, 1, AFFINE_IDENTITY, 0.9, true, NULL, COLOUR_INK);
    line_clear(&line);
    return scene;
}

static struct scene *glass(const struct scene *card, double x, double y, double radians)
{
    struct scene *scene = scene_new(W / 2.0, H / 2.0);
    scene_use(scene, card,
              affine_multiply(affine_translation(x, y), affine_rotation(radians)), 1);
    return scene;
}

// Largest difference of a channel between the frame with kept pictures and one painted anew.
static int difference(struct kept *kept, const struct scene *scene)
{
    static uint8_t one[W * H * 4], other[W * H * 4];
    paint_pixels_kept(one, W, H, W * 4, 2, scene, NULL, 0, COLOUR_WALL, kept);
    paint_pixels(other, W, H, W * 4, 2, scene, NULL, 0, COLOUR_WALL);
    int most = 0;
    for (size_t i = 0; i < sizeof one; i++) {
        if (i % 4 != 3 && abs(one[i] - other[i]) > most)
            most = abs(one[i] - other[i]);
    }
    return most;
}

static void moved_cards_look_the_same(void **state)
{
    (void)state;
    struct kept *kept = kept_new();
    struct scene *one = card(COLOUR_WARM);
    for (int i = 0; i < 6; i++) { // whole pixels: half millimetres
        struct scene *scene = glass(one, 3 + i * 0.5, 4 + i, i < 3 ? 0 : 0.2);
        assert_true(difference(kept, scene) <= 3); // two coats round differently
        scene_free(scene);
    }
    scene_free(one);
    kept_free(kept);
}

// Another card in the memory of one that went is not taken for it.
static void a_changed_card_is_painted_anew(void **state)
{
    (void)state;
    struct kept *kept = kept_new();
    static const uint32_t colours[] = {COLOUR_WARM, COLOUR_DONE, COLOUR_WARN, COLOUR_WARM};
    for (size_t i = 0; i < 4; i++) {
        struct scene *one = card(colours[i]), *scene = glass(one, 4, 4, 0);
        for (int again = 0; again < 3; again++)
            assert_true(difference(kept, scene) <= 3);
        scene_free(scene);
        scene_free(one);
    }
    kept_free(kept);
    kept_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moved_cards_look_the_same),
        cmocka_unit_test(a_changed_card_is_painted_anew),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
