// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A card dragged over a zone's border asks the people there; they take it or leave it, or it goes
// back by itself.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/handover.h"
#include "script.h"

static const char workshop[] = "# Werkstatt\n"
                               "## Arbeit\n- Praktikum vor Ort\n- Job-Tandem\n"
                               "## Nachbarschaft\n- Gemeinschaftsgarten\n"
                               "## Sprache\n- Sprachcafé\n";

static struct script open_seats(int n, bool around)
{
    struct script script = script_new(workshop);
    char choice[32];
    script_open(&script);
    script_tap(&script, "seats");
    g_snprintf(choice, sizeof choice, "seats:%s:%d", around ? "table" : "wall", n);
    script_tap(&script, choice);
    assert_string_equal(app_screen_name(script.app), "table");
    script_sit(&script);
    return script;
}

static int64_t card_named(struct script *script, const char *text, int64_t *table)
{
    struct card card;
    assert_true(script_card(script, text, &card));
    if (table != NULL)
        *table = card.table;
    return card.id;
}

// Drags the card to a point of the glass and lets go.
static void drag(struct script *script, int64_t finger, const char *text, double x, double y)
{
    char name[48];
    g_snprintf(name, sizeof name, "card:%" G_GINT64_FORMAT, card_named(script, text, NULL));
    struct point from = script_find(script, name);
    script_event(script, EVENT_DOWN, finger, from.x, from.y);
    for (int i = 1; i <= 8; i++)
        script_event(script, EVENT_MOVE, finger, from.x + (x - from.x) * i / 8,
                     from.y + (y - from.y) * i / 8);
    script_event(script, EVENT_UP, finger, x, y);
}

static void hangs_at_table_of(struct script *script, const char *text, const char *other)
{
    int64_t table, wanted;
    card_named(script, text, &table);
    card_named(script, other, &wanted);
    assert_int_equal(table, wanted);
}

static void taken_with_one_tap_and_one_undo(void **state)
{
    (void)state;
    struct script script = open_seats(3, false);
    drag(&script, 5, "Job-Tandem", 600, 400);
    hangs_at_table_of(&script, "Job-Tandem", "Praktikum vor Ort"); // it only asks
    assert_true(script_sees(&script, "handover-take:seat2"));
    assert_false(script_sees(&script, "handover-take:seat1"));
    script_tap(&script, "handover-take:seat2");
    hangs_at_table_of(&script, "Job-Tandem", "Gemeinschaftsgarten");
    assert_false(script_sees(&script, "handover-take:seat2"));
    script_tap(&script, "undo:seat2");
    hangs_at_table_of(&script, "Job-Tandem", "Praktikum vor Ort");
    script_free(&script);
}

static void left_it_is_back(void **state)
{
    (void)state;
    struct script script = open_seats(3, false);
    drag(&script, 5, "Job-Tandem", 600, 400);
    script_tap(&script, "handover-leave:seat2");
    assert_false(script_sees(&script, "handover-take:seat2"));
    hangs_at_table_of(&script, "Job-Tandem", "Praktikum vor Ort");
    script_free(&script);
}

static void nobody_answers(void **state)
{
    (void)state;
    struct script script = open_seats(3, false);
    drag(&script, 5, "Job-Tandem", 600, 400);
    script_wait(&script, HANDOVER_MS - 500);
    assert_true(script_sees(&script, "handover-take:seat2"));
    script_wait(&script, 600);
    assert_false(script_sees(&script, "handover-take:seat2"));
    hangs_at_table_of(&script, "Job-Tandem", "Praktikum vor Ort");
    script_free(&script);
}

// Nothing is lost when the power goes while a card asks.
static void killed_while_it_asks(void **state)
{
    (void)state;
    struct script script = open_seats(3, false);
    drag(&script, 5, "Job-Tandem", 600, 400);
    script_close(&script);
    hangs_at_table_of(&script, "Job-Tandem", "Praktikum vor Ort");
    script_open(&script);
    assert_int_equal(script_cards(&script, CARDS_ALL_LIVE), 4);
    script_free(&script);
}

// Two cards cross at once, held by fingers of two seats; each asks where it was let go.
static void two_cross(void **state)
{
    (void)state;
    struct script script = open_seats(3, false);
    char names[2][48];
    g_snprintf(names[0], sizeof names[0], "card:%" G_GINT64_FORMAT,
               card_named(&script, "Job-Tandem", NULL));
    g_snprintf(names[1], sizeof names[1], "card:%" G_GINT64_FORMAT,
               card_named(&script, "Gemeinschaftsgarten", NULL));
    struct point a = script_find(&script, names[0]), b = script_find(&script, names[1]);
    script_event(&script, EVENT_DOWN, 1, a.x, a.y);
    script_event(&script, EVENT_DOWN, 2, b.x, b.y);
    for (int i = 1; i <= 10; i++) {
        script_event(&script, EVENT_MOVE, 1, a.x + (600 - a.x) * i / 10, a.y + 30.0 * i);
        script_event(&script, EVENT_MOVE, 2, b.x + (200 - b.x) * i / 10, b.y + 30.0 * i);
    }
    script_event(&script, EVENT_UP, 1, 600, a.y + 300);
    script_event(&script, EVENT_UP, 2, 200, b.y + 300);
    script_tap(&script, "handover-take:seat1");
    script_tap(&script, "handover-take:seat2");
    hangs_at_table_of(&script, "Gemeinschaftsgarten", "Praktikum vor Ort");
    int64_t table, first;
    card_named(&script, "Job-Tandem", &table);
    card_named(&script, "Praktikum vor Ort", &first);
    assert_int_not_equal(table, first);
    script_free(&script);
}

// Laid away meanwhile, it is not taken from there.
static void what_was_laid_away_stays_away(void **state)
{
    (void)state;
    struct script script = open_seats(3, false);
    char name[48];
    drag(&script, 5, "Job-Tandem", 600, 400);
    g_snprintf(name, sizeof name, "card:%" G_GINT64_FORMAT,
               card_named(&script, "Job-Tandem", NULL));
    script_tap(&script, name);
    script_tap(&script, "act:away:seat1");
    assert_int_equal(script_cards(&script, CARDS_ALL_LIVE), 3);
    assert_false(script_sees(&script, "handover-take:seat2"));
    script_wait(&script, HANDOVER_MS + 100);
    assert_int_equal(script_cards(&script, CARDS_ALL_LIVE), 3);
    script_free(&script);
}

// People sit round the glass: the same at turned seats.
static void at_turned_seats(void **state)
{
    (void)state;
    struct script script = open_seats(6, true);
    drag(&script, 5, "Praktikum vor Ort", 600, 200);
    const char *name = script_first(&script, "handover-take:");
    script_tap(&script, name);
    hangs_at_table_of(&script, "Praktikum vor Ort", "Gemeinschaftsgarten");
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(taken_with_one_tap_and_one_undo),
        cmocka_unit_test(left_it_is_back),
        cmocka_unit_test(nobody_answers),
        cmocka_unit_test(killed_while_it_asks),
        cmocka_unit_test(two_cross),
        cmocka_unit_test(what_was_laid_away_stays_away),
        cmocka_unit_test(at_turned_seats),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
