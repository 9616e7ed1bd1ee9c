// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hands that rest on a board: five to ten contacts, all at once, slowly, sliding. Nothing they do
// is more than one undo away, and what is a hand at rest does nothing at all.
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
#include "script.h"

#define CONTACTS 10
#define REACH 27.0 // mm: how far a contact lies from the middle of its palm

static const char workshop[] = "# Werkstatt\n"
                               "## Sprache\n- Sprachcafé (3)\n- Lesepaten\n- Singen im Chor (2)\n"
                               "- Kurs am Abend\n- Deutsch im Betrieb\n- Spiele-Abend\n"
                               "- Bücher in zwölf Sprachen\n- Telefon-Training\n";

// All that people have put on the boards, as one text. g_free it.
static char *all_of(struct script *script)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    assert_non_null(store);
    size_t n, bundles;
    int64_t about = store_find_workshop(store, NULL);
    const struct card *cards = store_cards(store, arena, about, 0, CARDS_ALL_LIVE, &n, &err);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        g_string_append_printf(text, "%s %.1f %.1f %.2f %.1f bundle %d parked %d hidden %d %d\n",
                               cards[i].text, cards[i].x, cards[i].y, cards[i].scale,
                               cards[i].angle, cards[i].bundle != 0, cards[i].parked,
                               cards[i].hidden, (int)cards[i].votes);
    }
    store_bundles(store, arena, n > 0 ? cards[0].table : 0, &bundles, &err);
    g_string_append_printf(text, "%d bundles\n", (int)bundles);
    store_close(store);
    arena_free(arena);
    return g_string_free(text, FALSE);
}

struct palm {
    struct point middle;
    struct point contacts[CONTACTS];
    int n;
};

static struct palm palm_at(struct random *random, double x, double y)
{
    struct palm palm = {.middle = {x, y}, .n = 5 + (int)random_below(random, CONTACTS - 4)};
    for (int i = 0; i < palm.n; i++) {
        double angle = random_range(random, 0, 2 * G_PI), r = random_range(random, 4, REACH);
        palm.contacts[i] = (struct point){x + r * cos(angle), y + r * sin(angle)};
    }
    return palm;
}

static void lift(struct script *script, const struct palm *palm, double dx, double dy)
{
    for (int i = 0; i < palm->n; i++)
        script_event(script, EVENT_UP, 100 + i, palm->contacts[i].x + dx, palm->contacts[i].y + dy);
}

// Some place on the board, cards or not; not on the bars.
static struct point somewhere(struct random *random, const struct script *script)
{
    return (struct point){random_range(random, 40, script->w_mm - 40),
                          random_range(random, 80, script->h_mm - 100)};
}

// script_event takes 15 ms an event: a slow hand waits between them.
static void rest_hand(struct script *script, const struct palm *palm, int pause)
{
    for (int i = 0; i < palm->n; i++) {
        script->now += pause;
        script_event(script, EVENT_DOWN, 100 + i, palm->contacts[i].x, palm->contacts[i].y);
    }
    for (int k = 0; k < 4; k++) { // never quite still
        for (int i = 0; i < palm->n; i++)
            script_event(script, EVENT_MOVE, 100 + i, palm->contacts[i].x + (k % 2 ? 1.5 : -1.5),
                         palm->contacts[i].y + 0.8 * k);
    }
}

// Contacts may have selected or opened something. With nothing open Escape leads to the hall.
static void clear_board(struct script *script)
{
    while (strcmp(app_screen_name(script->app), "table") == 0)
        script_key(script, KEY_ESCAPE);
    script_tap(script, "table:1");
}

static void a_resting_hand_does_nothing(void **state)
{
    static const int pauses[] = {0, 20, 60, 120};
    (void)state;
    struct script script = script_new(workshop);
    struct random random = random_seeded(1);
    script_open_table(&script);
    char *before = all_of(&script);
    for (int round = 0; round < 24; round++) {
        struct point at = somewhere(&random, &script);
        struct palm palm = palm_at(&random, at.x, at.y);
        rest_hand(&script, &palm, pauses[round % (int)G_N_ELEMENTS(pauses)]);
        script_wait(&script, 400);
        lift(&script, &palm, 0, 2.4);
        script_wait(&script, 300);
        char *after = all_of(&script);
        if (strcmp(before, after) != 0 || !script_sees(&script, "new-card:seat1"))
            fail_msg("seed 1, round %d, %d contacts at %.0f %.0f:\n%s", round, palm.n, at.x, at.y,
                     after);
        g_free(after);
        clear_board(&script);
    }
    g_free(before);
    script_free(&script);
}

// Hands that slide over the board: whatever they have moved, undo brings back.
static void what_a_sliding_hand_did_is_undone(void **state)
{
    (void)state;
    int changed = 0;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct script script = script_new(workshop);
        struct random random = random_seeded(seed);
        script_open_table(&script);
        char *before = all_of(&script);
        for (int round = 0; round < 4; round++) {
            struct point at = somewhere(&random, &script);
            struct palm palm = palm_at(&random, at.x, at.y);
            double dx = random_range(&random, -120, 120), dy = random_range(&random, -60, 60);
            for (int i = 0; i < palm.n; i++) { // the first contacts slide before the others come
                script.now += (int)random_below(&random, 200);
                script_event(&script, EVENT_DOWN, 100 + i, palm.contacts[i].x, palm.contacts[i].y);
                for (int k = 0; k <= i; k++)
                    script_event(&script, EVENT_MOVE, 100 + k, palm.contacts[k].x + dx * i / palm.n,
                                 palm.contacts[k].y + dy * i / palm.n);
            }
            lift(&script, &palm, dx, dy);
        }
        clear_board(&script);
        char *after = all_of(&script);
        changed += strcmp(before, after) != 0;
        for (int i = 0; i < 8 && strcmp(before, after) != 0; i++) {
            script_tap(&script, "undo:seat1");
            g_free(after);
            after = all_of(&script);
        }
        if (strcmp(before, after) != 0)
            fail_msg("seed %d:\n%s\ninstead of\n%s", (int)seed, after, before);
        g_free(after);
        g_free(before);
        script_free(&script);
    }
    assert_true(changed > 0); // or nothing was tested
}

// Two fingers on the board zoom it, however short they touch: nothing is selected or written.
static void a_pinch_is_not_two_taps(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    struct point board = script_find(&script, "board:seat1");
    double y = board.y + 120;
    for (int travel = 0; travel <= 40; travel += 4) {
        script_event(&script, EVENT_DOWN, 1, board.x - 60, y);
        script_event(&script, EVENT_DOWN, 2, board.x + 60, y);
        script_event(&script, EVENT_MOVE, 1, board.x - 60 - travel, y);
        script_event(&script, EVENT_MOVE, 2, board.x + 60 + travel, y);
        script_event(&script, EVENT_UP, 2, board.x + 60 + travel, y);
        script_event(&script, EVENT_UP, 1, board.x - 60 - travel, y);
        assert_false(script_sees(&script, "actions:seat1"));
        assert_true(script_sees(&script, "new-card:seat1"));
    }
    // The same on one card: it is scaled or not, but neither selected nor opened.
    const char *card = script_first(&script, "card:");
    struct point at = script_find(&script, card);
    for (int travel = 0; travel <= 20; travel += 4) {
        script_event(&script, EVENT_DOWN, 1, at.x - 20, at.y);
        script_event(&script, EVENT_DOWN, 2, at.x + 20, at.y);
        script_event(&script, EVENT_MOVE, 2, at.x + 20 + travel, at.y);
        script_event(&script, EVENT_UP, 1, at.x - 20, at.y);
        script_event(&script, EVENT_UP, 2, at.x + 20 + travel, at.y);
        assert_false(script_sees(&script, "actions:seat1"));
        assert_false(script_sees(&script, "commit:seat1"));
    }
    script_free(&script);
}

// A hand that rests beside it stops nobody from dragging a card.
static void a_finger_works_beside_a_resting_hand(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    struct random random = random_seeded(9);
    struct card card;
    script_open_table(&script);
    struct palm palm = palm_at(&random, 700, 480);
    rest_hand(&script, &palm, 0);
    assert_true(script_card(&script, "Sprachcafé", &card));
    char *name = g_strdup_printf("card:%" G_GINT64_FORMAT, card.id);
    struct point at = script_find(&script, name);
    script_event(&script, EVENT_DOWN, 1, at.x, at.y);
    for (int i = 1; i <= 10; i++)
        script_event(&script, EVENT_MOVE, 1, at.x + 20.0 * i, at.y + 30.0 * i);
    script_event(&script, EVENT_UP, 1, at.x + 200, at.y + 300);
    lift(&script, &palm, 0, 0);
    assert_true(script_card(&script, "Sprachcafé", &card));
    assert_true(card.scale > 0);
    g_free(name);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_resting_hand_does_nothing),
        cmocka_unit_test(what_a_sliding_hand_did_is_undone),
        cmocka_unit_test(a_pinch_is_not_two_taps),
        cmocka_unit_test(a_finger_works_beside_a_resting_hand),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
