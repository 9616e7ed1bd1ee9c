// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dots at the glass: given, taken back, never more than there are, covered until they are shown; then
// the ranking.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/rank.h"
#include "base/err.h"
#include "script.h"

static const char workshop[] = "# Mini-Werkstatt\n"
                               "Datum: 2026-01-02\n"
                               "## Sprache\n"
                               "- Sprachcafé\n"
                               "- Lesepaten\n"
                               "- Singen (2)\n"
                               "- Kochen\n";

static int64_t votes_of(struct script *script, const char *text)
{
    struct card card;
    assert_true(script_card(script, text, &card));
    return card.votes;
}

static void never_more_than_given(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "dots:seat1");
    for (int i = 0; i < 9; i++)
        script_tap(&script, script_card_name(&script, "card", i % 2 == 0 ? "Lesepaten" : "Kochen"));
    // The seventh tap selects: there is nothing left to give.
    assert_int_equal(votes_of(&script, "Lesepaten") + votes_of(&script, "Kochen"), 6);
    script_key(&script, KEY_ESCAPE);
    // A tap on the dot takes it back.
    script_tap(&script, script_card_name(&script, "own-dot", "Kochen"));
    assert_int_equal(votes_of(&script, "Lesepaten") + votes_of(&script, "Kochen"), 5);
    struct point to = script_find(&script, script_card_name(&script, "card", "Sprachcafé"));
    struct point from = script_find(&script, "dots:seat1");
    for (int i = 0; i < 2; i++) { // dragged from the palette: one is left
        script_event(&script, EVENT_DOWN, 3, from.x, from.y);
        script_event(&script, EVENT_MOVE, 3, to.x, to.y);
        script_event(&script, EVENT_UP, 3, to.x, to.y);
    }
    assert_int_equal(votes_of(&script, "Sprachcafé"), 1);
    script_tap(&script, "undo:seat1");
    assert_int_equal(votes_of(&script, "Sprachcafé"), 0);
    script_free(&script);
}

static void the_leader_sets_how_many(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    script_tap(&script, "dots");
    for (int i = 0; i < 4; i++)
        script_tap(&script, "dots-fewer"); // two each
    script_tap(&script, "people-more");    // for two people
    script_tap(&script, "dots-back");
    script_tap(&script, "table:1");
    script_tap(&script, "dots:seat1");
    for (int i = 0; i < 6; i++)
        script_tap(&script, script_card_name(&script, "card", "Kochen"));
    assert_int_equal(votes_of(&script, "Kochen"), 4);
    script_free(&script);
}

static void covered_until_shown_then_ranked(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script.seats = 2;
    script_open_table(&script);
    script_tap(&script, "dots:seat1");
    for (int i = 0; i < 3; i++)
        script_tap(&script, script_card_name(&script, "card", "Kochen"));
    script_close(&script);
    script_open(&script);
    if (strcmp(app_screen_name(script.app), "hall") != 0)
        fail_msg("not the hall");
    script_tap(&script, "dots");
    script_tap(&script, "dots-show");
    script_tap(&script, "dots-back");
    script_tap(&script, "table:1");
    assert_false(script_sees(&script, "dots:seat1")); // nobody gives any more
    script_tap(&script, "ranking:seat1");
    assert_true(script_sees(&script, "rank-core:seat1"));
    script_tap(&script, "rank-back:seat1");
    assert_true(script_sees(&script, "new-card:seat1"));
    script_free(&script);
}

// ---- places -------------------------------------------------------------------------------------

static void the_same_count_has_the_same_place(void **state)
{
    (void)state;
    static const int64_t votes[] = {1, 6, 9, 6, 0, 1, 4};
    static const int places[] = {1, 2, 2, 4, 5, 5, 7};
    struct rank ranks[G_N_ELEMENTS(votes)];
    for (size_t i = 0; i < G_N_ELEMENTS(votes); i++)
        ranks[i] = (struct rank){.card = i, .votes = votes[i]};
    rank_sort(ranks, G_N_ELEMENTS(votes));
    for (size_t i = 0; i < G_N_ELEMENTS(votes); i++)
        assert_int_equal(ranks[i].place, places[i]);
    assert_int_equal(ranks[0].card, 2);
    assert_int_equal(ranks[1].card, 1); // in the order they came
    assert_int_equal(ranks[1].sharing, 2);
    assert_int_equal(rank_podium(ranks, G_N_ELEMENTS(votes)), 3);
}

static void too_many_for_a_podium(void **state)
{
    (void)state;
    struct rank ranks[5];
    for (size_t i = 0; i < 5; i++)
        ranks[i] = (struct rank){.card = i, .votes = 2};
    rank_sort(ranks, 5);
    assert_int_equal(rank_podium(ranks, 5), 5); // more than three: a list only
    for (size_t i = 0; i < 5; i++)
        ranks[i].votes = 0;
    rank_sort(ranks, 5);
    assert_int_equal(rank_podium(ranks, 5), 0);
    assert_int_equal(rank_podium(ranks, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(never_more_than_given),
        cmocka_unit_test(the_leader_sets_how_many),
        cmocka_unit_test(covered_until_shown_then_ranked),
        cmocka_unit_test(the_same_count_has_the_same_place),
        cmocka_unit_test(too_many_for_a_podium),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
