// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The board as scripts of events: cards lie, turn and are stacked; bundles; the basket; searching.
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
#include "script.h"

static const char workshop[] = "# Mini-Werkstatt\n"
                               "Datum: 2026-01-02\n"
                               "## Sprache\n"
                               "- Sprachcafé in jedem Stadtteil (2)\n"
                               "- Lesepaten lesen vor\n"
                               "- Singen und lernen\n"
                               "- [ar] دورات لغة للأمهات (1)\n"
                               "## Wohnen\n"
                               "- Wohnpaten helfen beim Einzug\n"
                               "- Spielplatz für Kinder\n";

static struct card card_with(struct script *script, const char *text)
{
    struct card card;
    if (!script_card(script, text, &card))
        fail_msg("no card says %s", text);
    return card;
}

static void drag(struct script *script, const char *name, struct point to)
{
    struct point from = script_find(script, name);
    script_event(script, EVENT_DOWN, 3, from.x, from.y);
    for (int i = 1; i <= 5; i++)
        script_event(script, EVENT_MOVE, 3, from.x + (to.x - from.x) * i / 5,
                     from.y + (to.y - from.y) * i / 5);
    script_event(script, EVENT_UP, 3, to.x, to.y);
}

static size_t bundles(struct script *script, char name[64])
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    assert_non_null(store);
    size_t n, found = 0;
    const struct bundle *all = store_bundles(
        store, arena, store_find_table(store, store_find_workshop(store, NULL), "1"), &n, &err);
    for (size_t i = 0; i < n; i++) {
        found++;
        if (name != NULL)
            g_strlcpy(name, all[i].name, 64);
    }
    store_close(store);
    arena_free(arena);
    return found;
}

#define CAFE "Sprachcafé in jedem Stadtteil"
#define PATEN "Lesepaten lesen vor"
#define SINGEN "Singen und lernen"

// ---- how cards lie ------------------------------------------------------------------------------

static void two_fingers_turn_and_enlarge(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    struct point at = script_find(&script, script_card_name(&script, "card", PATEN));
    script_event(&script, EVENT_DOWN, 3, at.x - 30, at.y);
    script_event(&script, EVENT_DOWN, 4, at.x + 30, at.y);
    for (int i = 1; i <= 9; i++) { // a quarter turn round the middle, and half as large again
        double turn = i * G_PI / 18, r = 30 + i * 15.0 / 9;
        script_event(&script, EVENT_MOVE, 3, at.x - r * cos(turn), at.y - r * sin(turn));
        script_event(&script, EVENT_MOVE, 4, at.x + r * cos(turn), at.y + r * sin(turn));
    }
    script_event(&script, EVENT_UP, 3, at.x, at.y - 45);
    script_event(&script, EVENT_UP, 4, at.x, at.y + 45);
    struct card card = card_with(&script, PATEN);
    assert_true(fabs(card.scale - 1.5) < 0.05);
    assert_true(card.angle == 90); // snapped
    script_tap(&script, "undo:seat1");
    assert_true(card_with(&script, PATEN).scale == 0);
    script_free(&script);
}

static void two_fingers_on_two_cards_are_two_drags(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    struct point a = script_find(&script, script_card_name(&script, "card", PATEN));
    struct point b = script_find(&script, script_card_name(&script, "card", SINGEN));
    script_event(&script, EVENT_DOWN, 3, a.x, a.y);
    script_event(&script, EVENT_DOWN, 4, b.x, b.y);
    for (int i = 1; i <= 10; i++) {
        script_event(&script, EVENT_MOVE, 3, a.x, a.y + 25 * i);
        script_event(&script, EVENT_MOVE, 4, b.x, b.y + 40 * i);
    }
    script_event(&script, EVENT_UP, 3, a.x, a.y + 250);
    script_event(&script, EVENT_UP, 4, b.x, b.y + 400);
    struct card first = card_with(&script, PATEN), other = card_with(&script, SINGEN);
    assert_true(first.scale == 1 && other.scale == 1);
    assert_true(other.y - first.y > 140);
    script_free(&script);
}

static void the_one_laid_last_lies_above(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    drag(&script, script_card_name(&script, "card", PATEN),
         script_find(&script, script_card_name(&script, "card", CAFE)));
    struct card below = card_with(&script, CAFE), above = card_with(&script, PATEN);
    assert_true(above.z > below.z);
    assert_true(fabs(above.x - below.x) < 20 && fabs(above.y - below.y) < 20); // no making way
    script_tap(&script, "bundle-stack:seat1"); // and from there a bundle
    script_tap(&script, "cancel:seat1");
    assert_int_equal(bundles(&script, NULL), 1);
    assert_true(card_with(&script, CAFE).bundle != 0);
    assert_true(card_with(&script, CAFE).bundle == card_with(&script, PATEN).bundle);
    assert_true(card_with(&script, SINGEN).bundle == 0);
    script_free(&script);
}

static void a_palm_changes_nothing(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    struct point at = script_find(&script, script_card_name(&script, "card", PATEN));
    script_event(&script, EVENT_DOWN, 3, at.x, at.y);
    script.now -= 12;
    script_event(&script, EVENT_DOWN, 4, at.x + 20, at.y);
    script.now -= 12;
    script_event(&script, EVENT_DOWN, 5, at.x, at.y + 20);
    for (int i = 1; i <= 5; i++) {
        for (int finger = 3; finger <= 5; finger++)
            script_event(&script, EVENT_MOVE, finger, at.x + 10 * i, at.y + 10 * i);
    }
    for (int finger = 3; finger <= 5; finger++)
        script_event(&script, EVENT_UP, finger, at.x + 50, at.y + 50);
    assert_true(card_with(&script, PATEN).scale == 0);
    script_free(&script);
}

static void pinching_the_wall_changes_no_card(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    struct point at = script_find(&script, script_card_name(&script, "card", PATEN));
    for (int i = 0; i < 5; i++) {
        if (i == 0) {
            script_event(&script, EVENT_DOWN, 3, 300, 500);
            script_event(&script, EVENT_DOWN, 4, 400, 500);
        }
        script_event(&script, EVENT_MOVE, 3, 300 - 20 * i, 500);
        script_event(&script, EVENT_MOVE, 4, 400 + 20 * i, 500);
    }
    script_event(&script, EVENT_UP, 3, 220, 500);
    script_event(&script, EVENT_UP, 4, 480, 500);
    struct point now = script_find(&script, script_card_name(&script, "card", PATEN));
    assert_true(hypot(now.x - at.x, now.y - at.y) > 50); // seen larger
    assert_true(card_with(&script, PATEN).scale == 0);
    script_free(&script);
}

// ---- bundles ------------------------------------------------------------------------------------

static void bundles_by_tapping(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    char name[64];
    script_tap(&script, "bundling:seat1");
    script_tap(&script, script_card_name(&script, "card", CAFE));
    script_tap(&script, script_card_name(&script, "card", PATEN));
    script_tap(&script, script_card_name(&script, "card", SINGEN));
    script_tap(&script, script_card_name(&script, "card", SINGEN)); // not that one
    script_tap(&script, "bundle-new:seat1");
    script_text(&script, "Reden üben"); // takes the place of what was proposed
    script_tap(&script, "commit:seat1");
    assert_int_equal(bundles(&script, name), 1);
    assert_string_equal(name, "Reden üben");
    int64_t bundle = card_with(&script, CAFE).bundle;
    assert_true(bundle != 0 && card_with(&script, SINGEN).bundle == 0);
    // Into it without dragging.
    char hit[40];
    g_snprintf(hit, sizeof hit, "bundle:%" G_GINT64_FORMAT, bundle);
    script_tap(&script, "bundling:seat1");
    script_tap(&script, script_card_name(&script, "card", SINGEN));
    script_tap(&script, hit);
    assert_true(card_with(&script, SINGEN).bundle == bundle);
    script_tap(&script, "undo:seat1");
    assert_true(card_with(&script, SINGEN).bundle == 0);
    // Naming and making are one act each.
    script_tap(&script, "undo:seat1");
    script_tap(&script, "undo:seat1");
    assert_int_equal(bundles(&script, NULL), 0);
    assert_true(card_with(&script, CAFE).bundle == 0);
    script_free(&script);
}

static void accepts_the_proposed_name(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    char name[64];
    script_tap(&script, "bundling:seat1");
    script_tap(&script, script_card_name(&script, "card", CAFE));
    script_tap(&script, "bundle-new:seat1");
    script_tap(&script, "commit:seat1");
    assert_int_equal(bundles(&script, name), 1);
    assert_true(strstr(CAFE, name) != NULL && *name != '\0'); // in the people's own words
    script_free(&script);
}

static void bundles_are_split_and_joined_by_dragging(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    const char *pairs[2][2] = {{CAFE, PATEN}, {SINGEN, "دورات لغة للأمهات"}};
    for (int i = 0; i < 2; i++) {
        script_tap(&script, "bundling:seat1");
        script_tap(&script, script_card_name(&script, "card", pairs[i][0]));
        script_tap(&script, script_card_name(&script, "card", pairs[i][1]));
        script_tap(&script, "bundle-new:seat1");
        script_tap(&script, "cancel:seat1");
    }
    assert_int_equal(bundles(&script, NULL), 2);
    // A card leaves its bundle: laid on the free wall.
    drag(&script, script_card_name(&script, "card", PATEN), (struct point){400, 560});
    assert_true(card_with(&script, PATEN).bundle == 0);
    assert_int_equal(bundles(&script, NULL), 2);
    // And goes into the other.
    drag(&script, script_card_name(&script, "card", PATEN),
         script_find(&script, script_card_name(&script, "card", SINGEN)));
    assert_true(card_with(&script, PATEN).bundle == card_with(&script, SINGEN).bundle);
    // The last one leaves: no bundle without cards.
    drag(&script, script_card_name(&script, "card", CAFE), (struct point){400, 560});
    assert_int_equal(bundles(&script, NULL), 1);
    script_tap(&script, "undo:seat1");
    assert_int_equal(bundles(&script, NULL), 2);
    char from[40];
    g_snprintf(from, sizeof from, "bundle:%" G_GINT64_FORMAT, card_with(&script, CAFE).bundle);
    struct point head = script_find(&script, from); // the head: drawn last
    struct point into = script_find(&script, script_card_name(&script, "card", SINGEN));
    script_event(&script, EVENT_DOWN, 3, head.x, head.y);
    script_event(&script, EVENT_MOVE, 3, into.x, into.y);
    script_event(&script, EVENT_UP, 3, into.x, into.y);
    assert_int_equal(bundles(&script, NULL), 1);
    assert_true(card_with(&script, CAFE).bundle == card_with(&script, SINGEN).bundle);
    script_free(&script);
}

static void takes_a_bundle_apart(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "bundling:seat1");
    script_tap(&script, script_card_name(&script, "card", CAFE));
    script_tap(&script, script_card_name(&script, "card", PATEN));
    script_tap(&script, "bundle-new:seat1");
    script_tap(&script, "cancel:seat1");
    script_tap(&script, "act:dissolve:seat1"); // it is selected still
    assert_int_equal(bundles(&script, NULL), 0);
    assert_true(card_with(&script, CAFE).bundle == 0);
    script_tap(&script, "take-back:seat1");
    assert_int_equal(bundles(&script, NULL), 1);
    script_free(&script);
}

// ---- away and back ------------------------------------------------------------------------------

static void the_basket_gives_back(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    char name[48];
    struct card paten = card_with(&script, PATEN), singen = card_with(&script, SINGEN);
    script_tap(&script, script_card_name(&script, "card", PATEN));
    script_tap(&script, "act:away:seat1");
    script_tap(&script, script_card_name(&script, "card", SINGEN));
    script_tap(&script, "act:more:seat1");
    script_tap(&script, "act:hide:seat1");
    script_tap(&script, "reason:0:seat1");
    assert_int_equal(script_cards(&script, CARDS_REMOVED), 1);
    struct card hidden = card_with(&script, SINGEN);
    assert_true(hidden.hidden);
    assert_string_equal(hidden.hidden_reason, "It is there twice");
    script_tap(&script, "basket:seat1");
    assert_true(script_says(&script, PATEN) && script_says(&script, SINGEN));
    g_snprintf(name, sizeof name, "bring-back:seat1:%" G_GINT64_FORMAT, paten.id);
    script_tap(&script, name);
    assert_int_equal(script_cards(&script, CARDS_REMOVED), 0);
    g_snprintf(name, sizeof name, "bring-back:seat1:%" G_GINT64_FORMAT, singen.id);
    script_tap(&script, name);
    assert_false(card_with(&script, SINGEN).hidden);
    assert_true(script_sees(&script, "new-card:seat1")); // empty: closed
    script_free(&script);
}

static void says_it_in_german_beside(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, script_card_name(&script, "card", "دورات لغة للأمهات"));
    script_tap(&script, "act:gloss:seat1");
    script_text(&script, "Kurse für Mütter");
    script_key(&script, KEY_ENTER);
    struct card card = card_with(&script, "دورات لغة للأمهات");
    assert_string_equal(card.gloss, "Kurse für Mütter");
    script_tap(&script, "undo:seat1");
    assert_string_equal(card_with(&script, "دورات لغة للأمهات").gloss, "");
    script_free(&script);
}

static void shows_what_a_card_was(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, script_card_name(&script, "card", PATEN));
    script_tap(&script, "act:edit:seat1");
    script_type(&script, 1, "x");
    script_tap(&script, "commit:seat1");
    char name[40];
    g_snprintf(name, sizeof name, "card:%" G_GINT64_FORMAT, card_with(&script, PATEN "x").id);
    script_tap(&script, name);
    script_tap(&script, "act:more:seat1");
    script_tap(&script, "act:past:seat1");
    assert_true(script_sees(&script, "sheet-close:seat1"));
    script_key(&script, KEY_ESCAPE);
    assert_false(script_sees(&script, "sheet-close:seat1"));
    script_free(&script);
}

// ---- searching ----------------------------------------------------------------------------------

static void finds_cards_of_all_tables(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    char go[48];
    g_snprintf(go, sizeof go, "find-go:seat1:%" G_GINT64_FORMAT,
               card_with(&script, "Wohnpaten helfen beim Einzug").id);
    script_tap(&script, "search:seat1");
    script_type(&script, 1, "PATEN");
    assert_true(script_sees(&script, go));
    assert_true(script_says(&script, PATEN)); // of this table too
    assert_false(script_says(&script, SINGEN));
    script_tap(&script, go);
    const char *name = script_card_name(&script, "card", "Wohnpaten helfen beim Einzug");
    assert_true(script_sees(&script, name)); // in its place, at its table
    script_free(&script);
}

static void finds_across_accents_and_nothing(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "search:seat1");
    script_text(&script, "cafe");
    assert_true(script_says(&script, CAFE));
    script_key(&script, KEY_BACKSPACE);
    script_text(&script, "qq");
    assert_false(script_says(&script, CAFE));
    assert_true(script_says(&script, "Überall")); // everything is looked through again
    script_tap(&script, "find-all:seat1");
    assert_false(script_sees(&script, "find-all:seat1"));
    script_key(&script, KEY_ESCAPE);
    assert_true(script_sees(&script, "new-card:seat1"));
    script_free(&script);
}

// The exchange log is looked into when people ask for it.
static void finds_what_was_agreed(void **state)
{
    (void)state;
    struct script script = script_new("# Werkstatt\n## Sprache\n- Sprachcafé\n"
                                      "## Vereinbarungen\n- Sozialamt: Raum für das Café suchen, "
                                      "bis 2016-04-30\n");
    script_open_table(&script);
    script_tap(&script, "search:seat1");
    script_text(&script, "cafe");
    assert_true(script_says(&script, "Sprachcafé"));
    assert_false(script_says(&script, "Sozialamt: Raum für das Café suchen"));
    script_tap(&script, "find-log:seat1");
    assert_true(script_says(&script, "Sozialamt: Raum für das Café suchen"));
    char *hit = g_strdup(script_first(&script, "find-log-go:seat1:"));
    script_tap(&script, hit); // leads to its place in the log
    assert_string_equal(app_screen_name(script.app), "log");
    assert_true(script_sees(&script, "sheet:note"));
    g_free(hit);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_fingers_turn_and_enlarge),
        cmocka_unit_test(two_fingers_on_two_cards_are_two_drags),
        cmocka_unit_test(the_one_laid_last_lies_above),
        cmocka_unit_test(a_palm_changes_nothing),
        cmocka_unit_test(pinching_the_wall_changes_no_card),
        cmocka_unit_test(bundles_by_tapping),
        cmocka_unit_test(accepts_the_proposed_name),
        cmocka_unit_test(bundles_are_split_and_joined_by_dragging),
        cmocka_unit_test(takes_a_bundle_apart),
        cmocka_unit_test(the_basket_gives_back),
        cmocka_unit_test(says_it_in_german_beside),
        cmocka_unit_test(shows_what_a_card_was),
        cmocka_unit_test(finds_cards_of_all_tables),
        cmocka_unit_test(finds_across_accents_and_nothing),
        cmocka_unit_test(finds_what_was_agreed),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
