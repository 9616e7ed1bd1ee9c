// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Agreements made at the harvest: from a card of the list and from a core point on the poster; the
// answers survive the end of the program, and what was agreed stands on the poster and in the log.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "exchange/agreement.h"
#include "script.h"

static const char notes[] = "# Zukunftswerkstatt\n"
                            "Datum: 2016-03-14\n"
                            "Gruppen: Bündnis Süd (Süd), Jugendamt\n"
                            "## Spracherwerb\n"
                            "- Sprachcafé am Mittwoch (5)\n"
                            "- Lesepaten lesen vor (2)\n"
                            "## Kernpunkte\n"
                            "- Wissen, wer was macht\n";

struct told { // of the newest agreement
    size_t n;
    char what[64], who[64], until[16];
    size_t with_n, sources_n;
    int64_t card, core_point;
};

static struct told agreements(const struct script *script)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    assert_non_null(store);
    struct told told = {0};
    const struct promise *all = exchange_promises(store, arena, "2016-03-14", &told.n, &err);
    if (told.n > 0) {
        const struct promise *last = &all[told.n - 1];
        g_strlcpy(told.what, last->agreement.what, sizeof told.what);
        g_strlcpy(told.who, last->agreement.who, sizeof told.who);
        g_strlcpy(told.until, last->agreement.until, sizeof told.until);
        told.with_n = last->with_n;
        told.sources_n = last->sources_n;
        if (last->sources_n > 0) {
            told.card = last->sources[0].card;
            told.core_point = last->sources[0].core_point;
        }
    }
    store_close(store);
    arena_free(arena);
    return told;
}

static int64_t party_of(const struct script *script, const char *name)
{
    struct err err = {0};
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    int64_t party = store_find_party(store, name);
    assert_true(party != 0);
    store_close(store);
    return party;
}

static int64_t ask(struct script *script, const char *text)
{
    char name[64];
    struct card card;
    assert_true(script_card(script, text, &card));
    g_snprintf(name, sizeof name, "harvest:row:%" G_GINT64_FORMAT, card.id);
    script_tap(script, name);
    g_snprintf(name, sizeof name, "harvest:agree:%" G_GINT64_FORMAT, card.id);
    script_tap(script, name);
    return card.id;
}

static void answer(struct script *script, const char *question, const char *party)
{
    char name[64];
    g_snprintf(name, sizeof name, "pledge:seat1:%s:%" G_GINT64_FORMAT, question,
               party_of(script, party));
    script_tap(script, name);
}

static void a_card_becomes_an_agreement(void **state)
{
    (void)state;
    struct script script = script_new(notes);
    script_open(&script);
    script_tap(&script, "harvest");
    int64_t card = ask(&script, "Lesepaten lesen vor");
    assert_true(script_says(&script, "Lesepaten lesen vor"));
    answer(&script, "who", "Jugendamt");
    answer(&script, "with", "Bündnis Süd");
    script_tap(&script, script_first(&script, "pledge:seat1:date:"));
    script_tap(&script, "pledge:seat1:agree");
    assert_false(script_sees(&script, "pledge:seat1:agree"));
    struct told told = agreements(&script);
    assert_int_equal(told.n, 1);
    assert_string_equal(told.who, "Jugendamt");
    assert_int_equal(told.with_n, 1);
    assert_int_equal(strlen(told.until), 10);
    assert_int_equal(told.card, card);
    script_wait(&script, 400);
    assert_true(script_says(&script, "Jugendamt")); // on the road of the poster
    script_tap(&script, "undo:seat1");
    assert_int_equal(agreements(&script).n, 0);
    script_free(&script);
}

static void a_core_point_becomes_an_agreement(void **state)
{
    (void)state;
    struct script script = script_new(notes);
    script_open(&script);
    script_tap(&script, "harvest");
    script_tap(&script, script_first(&script, "place:core:"));
    script_tap(&script, script_first(&script, "place:agree:core:"));
    script_tap(&script, "pledge:seat1:nobody");
    script_tap(&script, "pledge:seat1:agree");
    struct told told = agreements(&script);
    assert_int_equal(told.n, 1);
    assert_string_equal(told.what, "Wissen, wer was macht");
    assert_string_equal(told.who, "");
    assert_int_equal(told.sources_n, 1);
    assert_true(told.core_point != 0);
    script_free(&script);
}

// The harvest, where one card's questions have their first answer.
static struct script half_answered(void)
{
    struct script script = script_new(notes);
    script_open(&script);
    script_tap(&script, "harvest");
    ask(&script, "Lesepaten lesen vor");
    answer(&script, "who", "Jugendamt");
    return script;
}

// Nobody said "Agree" before the program ended: the questions are there again with their answers.
static void answers_survive(void **state)
{
    (void)state;
    struct script script = half_answered();
    script_tap(&script, script_first(&script, "pledge:seat1:date:"));
    script_close(&script);
    assert_int_equal(agreements(&script).n, 0);
    script_open(&script);
    assert_string_equal(app_screen_name(script.app), "harvest");
    script_tap(&script, "pledge:seat1:agree");
    struct told told = agreements(&script);
    assert_int_equal(told.n, 1);
    assert_string_equal(told.who, "Jugendamt");
    assert_int_equal(strlen(told.until), 10);
    script_close(&script);
    script_open(&script); // agreed: nothing is asked again
    assert_false(script_sees(&script, "pledge:seat1:agree"));
    script_free(&script);
}

// The same at a table's seat.
static void answers_survive_at_a_table(void **state)
{
    (void)state;
    struct script script = script_new(notes);
    struct card card;
    char name[64];
    script.seats = 1;
    script_open_table(&script);
    assert_true(script_card(&script, "Lesepaten lesen vor", &card));
    g_snprintf(name, sizeof name, "card:%" G_GINT64_FORMAT, card.id);
    script_tap(&script, name);
    script_tap(&script, "act:agree:seat1");
    answer(&script, "with", "Bündnis Süd");
    answer(&script, "who", "Jugendamt");
    script_close(&script);
    script_open(&script);
    assert_string_equal(app_screen_name(script.app), "table");
    script_tap(&script, "pledge:seat1:agree");
    struct told told = agreements(&script);
    assert_int_equal(told.n, 1);
    assert_string_equal(told.who, "Jugendamt");
    assert_int_equal(told.with_n, 1);
    assert_int_equal(told.card, card.id);
    script_free(&script);
}

// Put off, they wait until the card is taken up again.
static void later_keeps_the_answers(void **state)
{
    (void)state;
    struct script script = half_answered();
    script_tap(&script, "pledge:seat1:later");
    assert_false(script_sees(&script, "pledge:seat1:agree"));
    script_close(&script);
    script_open(&script);
    assert_string_equal(app_screen_name(script.app), "hall");
    script_tap(&script, "harvest");
    assert_false(script_sees(&script, "pledge:seat1:agree"));
    ask(&script, "Lesepaten lesen vor");
    script_key(&script, KEY_ENTER);
    assert_string_equal(agreements(&script).who, "Jugendamt");
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_becomes_an_agreement),
        cmocka_unit_test(a_core_point_becomes_an_agreement),
        cmocka_unit_test(answers_survive),
        cmocka_unit_test(answers_survive_at_a_table),
        cmocka_unit_test(later_keeps_the_answers),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("agreeing", tests, NULL, NULL);
}
