// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Palettes: what is translated, and in numbers what they promise.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <stdio.h>

#include "draw/palette.h"
#include "draw/scene.h"

static double channel(uint32_t colour, int i)
{
    return (double)(colour >> (24 - 8 * i) & 0xff) / 255;
}

// Linear sRGB as eyes without one kind of cone see it: Machado, Oliveira and Fernandes 2009, severity 1.
enum vision { NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA, VISIONS };
static const double seen_by[VISIONS][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
};

static double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

// CIELAB, D65.
static void lab_of(uint32_t colour, enum vision vision, double lab[3])
{
    static const double to_xyz[3][3] = {{0.4124564, 0.3575761, 0.1804375},
                                        {0.2126729, 0.7151522, 0.0721750},
                                        {0.0193339, 0.1191920, 0.9503041}};
    static const double white[3] = {0.95047, 1, 1.08883};
    double linear[3], seen[3], f[3];
    for (int i = 0; i < 3; i++) {
        double c = channel(colour, i);
        linear[i] = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
    }
    for (int i = 0; i < 3; i++) {
        seen[i] = 0;
        for (int k = 0; k < 3; k++)
            seen[i] += seen_by[vision][i][k] * linear[k];
        seen[i] = fmin(fmax(seen[i], 0), 1);
    }
    for (int i = 0; i < 3; i++) {
        double v = 0;
        for (int k = 0; k < 3; k++)
            v += to_xyz[i][k] * seen[k];
        f[i] = lab_curve(v / white[i]);
    }
    lab[0] = 116 * f[1] - 16;
    lab[1] = 500 * (f[0] - f[1]);
    lab[2] = 200 * (f[1] - f[2]);
}

// The least CIELAB distance between any two of accents, warm and paper.
static double least_distance(const struct palette *palette, enum vision vision)
{
    uint32_t colours[COLOUR_ACCENTS + 2];
    for (int i = 0; i < COLOUR_ACCENTS; i++)
        colours[i] = palette->accents[i];
    colours[COLOUR_ACCENTS] = palette->warm;
    colours[COLOUR_ACCENTS + 1] = palette->paper;
    double least = INFINITY;
    for (size_t a = 0; a < G_N_ELEMENTS(colours); a++)
        for (size_t b = 0; b < a; b++) {
            double x[3], y[3];
            lab_of(colours[a], vision, x);
            lab_of(colours[b], vision, y);
            least = fmin(least, hypot(hypot(x[0] - y[0], x[1] - y[1]), x[2] - y[2]));
        }
    return least;
}

static void test_safe_colours_differ_for_every_eye(void **state)
{
    (void)state;
    for (enum vision vision = NORMAL; vision < VISIONS; vision++) {
        double safe = least_distance(palette_find("safe"), vision);
        double standard = least_distance(palette_find("standard"), vision);
        print_message("# vision %d: least distance %.1f, of the standard palette %.1f\n", (int)vision,
                      safe, standard);
        assert_true(safe >= 17.5);
        assert_true(safe > standard);
    }
}

// Lettering stands on paper, on accents (ribbons), on warm (tags, core points) and on their tints.
static void test_lettering_is_legible(void **state)
{
    (void)state;
    for (size_t p = 0; palette_at(p) != NULL; p++) {
        const struct palette *palette = palette_at(p);
        double least = g_str_equal(palette->name, "contrast") ? 7 : 4.5;
        assert_true(colour_contrast(palette->ink, palette->warm) >= least);
        assert_true(colour_contrast(palette->grey, palette->paper) >= 7);
        for (int i = 0; i < COLOUR_ACCENTS; i++)
            assert_true(colour_contrast(palette->ink, palette->accents[i]) >= least);
    }
}

static void test_print_has_one_colour(void **state)
{
    (void)state;
    const struct palette *print = palette_find("print");
    for (int i = 0; i < COLOUR_ACCENTS; i++) {
        // All tints of one colour: what they lack of white has one direction.
        double r = 1 - channel(print->accents[i], 0), g = 1 - channel(print->accents[i], 1),
               b = 1 - channel(print->accents[i], 2);
        double warm_r = 1 - channel(print->warm, 0), warm_g = 1 - channel(print->warm, 1),
               warm_b = 1 - channel(print->warm, 2);
        assert_true(fabs(r * warm_g - g * warm_r) < 0.01 && fabs(g * warm_b - b * warm_g) < 0.01);
    }
    // Even a pen of a colour of its own.
    uint32_t pen = palette_colour(print, 0xB83D26FF);
    assert_true(fabs(channel(pen, 0) - channel(pen, 1)) < 0.02);
    assert_true(palette_colour(palette_find("safe"), 0xB83D26FF) == 0xB83D26FF);
}

static void test_roles_and_their_mixes_are_translated(void **state)
{
    (void)state;
    for (size_t p = 0; palette_at(p) != NULL; p++) {
        const struct palette *palette = palette_at(p);
        assert_int_equal(palette_colour(palette, COLOUR_INK), palette->ink);
        assert_int_equal(palette_colour(palette, COLOUR_PAPER), palette->paper);
        assert_int_equal(palette_colour(palette, COLOUR_WARM), palette->warm);
        assert_int_equal(palette_colour(palette, COLOUR_SHADOW), palette->shadow);
        assert_int_equal(palette_colour(palette, COLOUR_GREY), palette->grey);
        assert_int_equal(palette_colour(palette, COLOUR_NONE), COLOUR_NONE);
        for (int i = 1; i <= COLOUR_ACCENTS; i++) {
            assert_int_equal(palette_colour(palette, colour_accent(i)), palette->accents[i - 1]);
            uint32_t tint = colour_mix(colour_accent(i), COLOUR_PAPER, 0.4);
            uint32_t wanted = colour_mix(palette->accents[i - 1], palette->paper, 0.4);
            for (int c = 0; c < 3; c++) // channels are whole numbers
                assert_true(fabs(channel(palette_colour(palette, tint), c) - channel(wanted, c)) < 0.02);
        }
        assert_int_equal(palette_colour(palette, colour_fade(COLOUR_WARM, 0.5)) & 0xff,
                         colour_fade(COLOUR_WARM, 0.5) & 0xff);
    }
    assert_int_equal(palette_colour(NULL, 0x12345678), 0x12345678);
}

static void test_a_scene_translates_what_is_put_in(void **state)
{
    (void)state;
    struct scene *scene = scene_new(100, 100);
    scene->palette = palette_find("contrast");
    struct line line;
    line_init(&line);
    line_add_rect(&line, 10, 10, 20, 20);
    scene_fill(scene, &line, 1, AFFINE_IDENTITY, COLOUR_WARM, false);
    assert_int_equal(scene->items[0].colour, palette_find("contrast")->warm);
    line_clear(&line);
    scene_free(scene);
}

static void test_names(void **state)
{
    (void)state;
    assert_ptr_equal(palette_find("SAFE"), palette_at(1));
    assert_null(palette_find("mauve"));
    assert_null(palette_at(99));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_safe_colours_differ_for_every_eye),
        cmocka_unit_test(test_lettering_is_legible),
        cmocka_unit_test(test_print_has_one_colour),
        cmocka_unit_test(test_roles_and_their_mixes_are_translated),
        cmocka_unit_test(test_a_scene_translates_what_is_put_in),
        cmocka_unit_test(test_names),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
