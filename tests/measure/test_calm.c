// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One card more does not reshuffle the page: whatever table it comes to, in every composition half of
// all that stood there moves less than a 66th of the page's diagonal.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>

#include "measures.h"
#include "pictures.h"

#define MOVES_MOST 0.015

static int set_up(void **state)
{
    struct pictures *open = g_new0(struct pictures, 1);
    pictures_open(open, g_getenv("ERNTEBILD_SOURCE"));
    *state = open;
    return 0;
}

static int tear_down(void **state)
{
    pictures_close(*state);
    g_free(*state);
    return 0;
}

static void add_one_card(struct pictures *open, const struct picture *picture, const char *style)
{
    struct print *before = pictures_print(open, picture, style, -1), *after;
    assert_non_null(before);
    int table = 0;
    for (; (after = pictures_print(open, picture, style, table)) != NULL; table++) {
        double median, most;
        measures_shift(before->poster, after->poster, &median, &most);
        if (median > MOVES_MOST)
            fail_msg("%s as %s: a card at table %d moves half of the page by %.1f %%", picture->name, style,
                     table + 1, median * 100);
        print_free(after);
    }
    assert_true(table > 1);
    print_free(before);
}

static void a_card_moves_little(void **state)
{
    static const struct picture calm[] = {
        {"sample", 0, 0, "sample", "a1", false},
        {"sample, A4", 0, 0, "sample", "a4", false},
        {"45 cards, upright", 45, 6, NULL, "a1", true},
        {"120 cards", 120, 6, NULL, "a1", false},
        {"Arabic alone", 0, 0, "arabic", "a1", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(calm); i++)
        for (size_t k = 0; poster_style_name(k) != NULL; k++)
            add_one_card(*state, &calm[i], poster_style_name(k));
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_moves_little),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
