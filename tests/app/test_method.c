// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The method at the glass: phases and their clock, what the facilitator does, as scripts of events.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/clock.h"
#include "app/gong.h"
#include "app/month.h"
#include "app/question.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "script.h"

#define WALL INT64_C(1784000000000) // July 2026
#define MINUTE 60000

static void begin(struct script *script, const char *template)
{
    char name[32];
    *script = script_new(NULL);
    script->wall = WALL;
    script->seats = 1; // whatever an earlier test remembered
    script_open(script);
    g_snprintf(name, sizeof name, "template:%s", template);
    script_tap(script, name);
    assert_string_equal(app_screen_name(script->app), "hall");
}

// The i-th phase as another reader sees it; strings live until the next call.
static struct phase read_phase(struct script *script, size_t i, bool *current)
{
    static struct arena *arena;
    struct err err = {0};
    size_t n;
    arena_free(arena);
    arena = arena_new();
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    assert_non_null(store);
    const struct workshop *workshops = store_workshops(store, arena, &n, &err);
    assert_int_equal(n, 1);
    const struct phase *phases = store_phases(store, arena, workshops[0].id, &n, &err);
    assert_true(i < n);
    *current = workshops[0].phase == phases[i].id;
    store_close(store);
    return phases[i];
}

static const char *station(struct script *script, size_t i)
{
    static char name[32];
    bool current;
    g_snprintf(name, sizeof name, "phase:%" G_GINT64_FORMAT, read_phase(script, i, &current).id);
    return name;
}

// ---- phases and clock ---------------------------------------------------------------------------

static void reads_a_clock_from_the_file(void **state)
{
    const struct phase phase = {.id = 1, .minutes = 10, .started = 1000, .ends = 601000};
    struct phase other = phase;
    (void)state;
    struct clock clock = clock_of(&phase, 1000 + 3 * MINUTE);
    assert_int_equal(clock.state, CLOCK_RUNS);
    assert_int_equal(clock.left, 7 * MINUTE);
    assert_false(clock_is_ending(&clock));
    clock = clock_of(&phase, 601000 - MINUTE);
    assert_true(clock_is_ending(&clock));
    clock = clock_of(&phase, 601000);
    assert_int_equal(clock.state, CLOCK_OVER);
    assert_int_equal(clock_next_tick(&clock), -1);
    other.left = 5000;
    clock = clock_of(&other, 900000);
    assert_int_equal(clock.state, CLOCK_STOPPED);
    assert_int_equal(clock.left, 5000);
    other.started = other.left = 0;
    clock = clock_of(&other, 900000);
    assert_int_equal(clock.state, CLOCK_READY);
    assert_int_equal(clock.left, 10 * MINUTE);
    other.minutes = 0;
    assert_int_equal(clock_of(&other, 900000).state, CLOCK_NONE);
}

static void announces_a_phase_and_keeps_its_clock(void **state)
{
    struct script script;
    bool current;
    (void)state;
    begin(&script, "short");
    assert_true(script_says(&script, "25:00"));
    script_tap(&script, station(&script, 1));
    assert_true(script_says(&script, "Fantasie"));
    assert_true(script_sees(&script, "go:seat1"));
    assert_int_equal(script.gongs, 1);
    struct phase phase = read_phase(&script, 1, &current);
    assert_true(current);
    assert_int_equal(phase.ends - phase.started, 40 * MINUTE);
    script_tap(&script, "table:1"); // nothing else is touched meanwhile
    assert_string_equal(app_screen_name(script.app), "hall");
    script_tap(&script, "go:seat1");
    assert_false(script_sees(&script, "go:seat1"));
    script_wait(&script, 60000);
    int64_t left = (phase.ends - script.wall - script.now + 999) / 1000;
    char text[16];
    g_snprintf(text, sizeof text, "%d:%02d", (int)left / 60, (int)left % 60);
    script_wait(&script, 1);
    assert_true(script_says(&script, text));
    script_close(&script); // killed or closed: the clock goes on
    script.now += 5 * MINUTE;
    script_open(&script);
    left = (phase.ends - script.wall - script.now + 999) / 1000;
    g_snprintf(text, sizeof text, "%d:%02d", (int)left / 60, (int)left % 60);
    assert_true(script_says(&script, text));
    assert_false(script_sees(&script, "go:seat1")); // it is not announced again
    script_free(&script);
}

static void rings_at_the_end_once(void **state)
{
    struct script script;
    (void)state;
    begin(&script, "short");
    script_tap(&script, station(&script, 0));
    script_wait(&script, 9000); // the announcement goes by itself
    assert_false(script_sees(&script, "go:seat1"));
    assert_int_equal(script.gongs, 1);
    script_wait(&script, 24 * MINUTE);
    assert_int_equal(script.gongs, 1);
    script_wait(&script, MINUTE + 2000);
    assert_int_equal(script.gongs, 2);
    assert_true(script_says(&script, "0:00"));
    script_wait(&script, 10 * MINUTE);
    assert_int_equal(script.gongs, 2);
    script_tap(&script, "undo:seat1"); // back to before it began
    assert_true(script_says(&script, "25:00"));
    assert_int_equal(script.gongs, 2);
    script_free(&script);
}

static void says_rules_in_each_language(void **state)
{
    struct script script;
    (void)state;
    begin(&script, "future");
    script_tap(&script, "lang:en");
    script_tap(&script, station(&script, 1));
    assert_true(script_says(&script, "Critique"));
    script_free(&script);
}

// ---- the facilitator ----------------------------------------------------------------------------

static void type_code(struct script *script, const char *digits)
{
    char name[16];
    for (; *digits != '\0'; digits++) {
        g_snprintf(name, sizeof name, "code:%c", *digits);
        script_tap(script, name);
    }
}

static void stops_all_and_lets_them_go_on(void **state)
{
    struct script script;
    struct card card;
    (void)state;
    begin(&script, "short");
    script_tap(&script, "table:1");
    script_tap(&script, "new-card:seat1");
    script_type(&script, 1, "halb");
    script_tap(&script, "lead");
    script_tap(&script, "lead:freeze");
    script_tap(&script, "lead:close");
    assert_true(script_sees(&script, "rest:seat1"));
    assert_true(script_says(&script, "halb")); // it stays readable
    script_text(&script, "xyz");
    script_tap(&script, "rest:seat1");
    assert_true(script_says(&script, "halb"));
    script_close(&script);
    script_open(&script); // after a kill all still rest, and the sentence is there
    assert_true(script_sees(&script, "rest:seat1"));
    assert_true(script_says(&script, "halb"));
    script_tap(&script, "lead:seat1");
    script_tap(&script, "lead:freeze");
    script_tap(&script, "lead:close");
    script_type(&script, 1, "e idee");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "halbe idee", &card));
    script_free(&script);
}

static void brings_all_to_one_table_and_back(void **state)
{
    struct script script;
    (void)state;
    begin(&script, "short");
    script_tap(&script, "seats");
    script_tap(&script, "seats:wall:2");
    script_sit(&script);
    assert_string_equal(app_screen_name(script.app), "table");
    assert_true(script_says(&script, "Tisch 1"));
    assert_true(script_says(&script, "Tisch 2"));
    script_close(&script);
    struct err err = {0};
    struct arena *arena = arena_new();
    size_t n;
    struct store *store = store_open(script.file, STORE_READ, world_real(), &err);
    int64_t workshop = store_find_workshop(store, NULL);
    const struct table *tables = store_tables(store, arena, workshop, &n, &err);
    char third[40];
    g_snprintf(third, sizeof third, "lead:table:%" G_GINT64_FORMAT, tables[2].id);
    store_close(store);
    arena_free(arena);
    script.seats = 2;
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, third); // the hall leads there
    script_tap(&script, "lead:close");
    assert_string_equal(app_screen_name(script.app), "table");
    assert_true(script_says(&script, "Tisch 3"));
    assert_false(script_says(&script, "Tisch 1"));
    script_free(&script);
}

static void guards_with_a_code(void **state)
{
    struct script script;
    char *settings, *text;
    (void)state;
    begin(&script, "short");
    script_tap(&script, "lead");
    script_tap(&script, "lead:code");
    type_code(&script, "2580");
    type_code(&script, "2581"); // not the same: once more
    type_code(&script, "2580");
    type_code(&script, "2580");
    assert_true(script_sees(&script, "lead:freeze"));
    script_tap(&script, "lead:close");
    settings = g_build_filename(g_get_user_config_dir(), "erntebild", "settings.ini", NULL);
    assert_true(g_file_get_contents(settings, &text, NULL, NULL));
    assert_null(strstr(text, "2580")); // never in the clear
    assert_non_null(strstr(text, "code-digest="));
    g_free(text);
    g_free(settings);
    script_close(&script);
    script_open(&script);
    script_tap(&script, "lead");
    assert_false(script_sees(&script, "lead:freeze"));
    for (int i = 0; i < 5; i++)
        type_code(&script, "1111");
    assert_false(script_sees(&script, "code:1")); // it rests
    script_wait(&script, 29000);
    assert_false(script_sees(&script, "code:1"));
    script_wait(&script, 2000);
    script_text(&script, "2580"); // with a real keyboard
    assert_true(script_sees(&script, "lead:freeze"));
    script_tap(&script, "lead:close");
    script_tap(&script, "lead"); // known for two minutes
    assert_true(script_sees(&script, "lead:freeze"));
    script_wait(&script, 125000); // shuts by itself, and asks again
    assert_false(script_sees(&script, "lead:freeze"));
    script_tap(&script, station(&script, 1));
    assert_true(script_sees(&script, "code:sheet"));
    script_tap(&script, "code:close");
    bool current;
    read_phase(&script, 1, &current);
    assert_false(current);
    script_tap(&script, "lead");
    type_code(&script, "2580");
    script_tap(&script, "lead:code");
    script_tap(&script, "code:none");
    script_tap(&script, "lead:close");
    script_wait(&script, 125000);
    script_tap(&script, "lead"); // it asks no longer
    assert_true(script_sees(&script, "lead:freeze"));
    script_free(&script);
}

static void turns_the_clock(void **state)
{
    struct script script;
    bool current;
    (void)state;
    begin(&script, "short");
    script_tap(&script, "lead");
    script_tap(&script, "lead:clock:rest"); // started
    struct phase phase = read_phase(&script, 0, &current);
    assert_int_equal(phase.ends - phase.started, 25 * MINUTE);
    script_tap(&script, "lead:clock:+5");
    phase = read_phase(&script, 0, &current);
    assert_in_range(phase.ends - phase.started, 30 * MINUTE - 50, 30 * MINUTE + 50);
    script_tap(&script, "lead:clock:rest"); // stopped
    phase = read_phase(&script, 0, &current);
    assert_true(phase.left > 29 * MINUTE);
    int64_t left = phase.left;
    script_wait(&script, 30000);
    script_tap(&script, "lead:clock:rest"); // goes on with what was left
    phase = read_phase(&script, 0, &current);
    assert_int_equal(phase.left, 0);
    assert_in_range(phase.ends - script.wall - script.now, left - 50, left + 50);
    script_tap(&script, "lead:clock:next");
    read_phase(&script, 1, &current);
    assert_true(current);
    script_tap(&script, "lead:close");
    script_tap(&script, "go:seat1");
    script_tap(&script, "lead");
    script_tap(&script, "lead:undo");
    read_phase(&script, 0, &current);
    assert_true(current);
    script_free(&script);
}

static void a_projector_follows(void **state)
{
    struct script script;
    struct err err = {0};
    (void)state;
    begin(&script, "open");
    script_tap(&script, "table:2");
    struct script other = script;
    const struct app_options options = {.file = script.file, .w_mm = 1210, .h_mm = 680.6,
                                        .lang = "de", .projector = true,
                                        .world = world_real()};
    other.app = app_new(&options, &err);
    assert_non_null(other.app);
    assert_string_equal(app_screen_name(other.app), "projector");
    script_text(&script, "Singen und lernen");
    script_key(&script, KEY_ENTER);
    assert_false(script_says(&other, "Singen und lernen"));
    script_wait(&other, 1000);
    assert_true(script_says(&other, "Singen und lernen"));
    assert_true(script_says(&other, "Tisch 2"));
    for (int i = 0; i < 3 && strcmp(app_screen_name(script.app), "hall") != 0; i++)
        script_key(&script, KEY_ESCAPE);
    script_tap(&script, "lead");
    script_tap(&script, "lead:projector:clock");
    script_wait(&other, 1000);
    assert_false(script_says(&other, "Singen und lernen"));
    app_free(other.app);
    script_free(&script);
}

// ---- cards that become others -------------------------------------------------------------------

static void turns_a_critique_into_its_wish(void **state)
{
    struct script script;
    struct card critique, wish;
    (void)state;
    begin(&script, "short");
    script_tap(&script, "table:1");
    script_text(&script, "Kurse sind zu voll");
    script_key(&script, KEY_ENTER);
    script_tap(&script, script_card_name(&script, "card", "Kurse sind zu voll"));
    script_tap(&script, "act:wish:seat1");
    script_tap(&script, "wish:seat1:start:0");
    script_tap(&script, "wish:seat1:start:2"); // takes the place of the first
    script_type(&script, 1, "kleine");
    script_close(&script); // killed
    script_open(&script);
    assert_true(script_says(&script, "Wir haben kleine"));
    script_type(&script, 1, " gruppen");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "Kurse sind zu voll", &critique));
    assert_true(script_card(&script, "Wir haben kleine gruppen", &wish));
    assert_true(wish.origin == critique.id);
    assert_true(wish.phase != critique.phase); // a card of the fantasy
    assert_true(script_says(&script, "aus: Kurse sind zu voll"));
    assert_true(script_says(&script, "Wunsch da"));
    script_tap(&script, "undo:seat1");
    assert_false(script_card(&script, "Wir haben kleine gruppen", &wish));
    script_tap(&script, script_card_name(&script, "card", "Kurse sind zu voll"));
    script_tap(&script, "act:wish:seat1");
    script_tap(&script, "wish:seat1:keep"); // a full answer too
    assert_true(script_card(&script, "Kurse sind zu voll", &critique));
    assert_true(critique.settled);
    script_free(&script);
}

static void agrees_on_who_does_it_until_when(void **state)
{
    struct script script;
    struct err err = {0};
    size_t n;
    (void)state;
    script = script_new("# Werkstatt\nDatum: 2026-01-02\nGruppen: Hochschule, Stadtfeld\n"
                        "## Sprache\n- Raum finden\n");
    script.seats = 1;
    script_open_table(&script);
    script_tap(&script, script_card_name(&script, "card", "Raum finden"));
    script_tap(&script, "act:agree:seat1");
    struct arena *arena = arena_new();
    struct store *store = store_open(script.file, STORE_READ, world_real(), &err);
    const struct party *parties = store_parties(store, arena, 0, &n, &err);
    assert_int_equal(n, 2);
    char name[64];
    assert_false(script_sees(&script, "pledge:seat1:agree")); // nothing is answered yet
    g_snprintf(name, sizeof name, "pledge:seat1:who:%" G_GINT64_FORMAT, parties[0].id);
    script_tap(&script, name);
    g_snprintf(name, sizeof name, "pledge:seat1:with:%" G_GINT64_FORMAT, parties[1].id);
    script_tap(&script, name);
    script_tap(&script, "pledge:seat1:month:1");
    script_tap(&script, "pledge:seat1:undated");
    script_tap(&script, "pledge:seat1:agree");
    assert_false(script_sees(&script, "pledge:seat1:agree"));
    store_close(store);
    store = store_open(script.file, STORE_READ, world_real(), &err);
    const struct agreement *agreements = store_agreements(store, arena, 0, &n, &err);
    assert_int_equal(n, 1);
    assert_string_equal(agreements[0].what, "Raum finden");
    assert_string_equal(agreements[0].who, "Hochschule");
    assert_string_equal(agreements[0].with, "Stadtfeld");
    assert_string_equal(agreements[0].until, "");
    store_close(store);
    arena_free(arena);
    script_free(&script);
}

static void knows_free_days(void **state)
{
    (void)state;
    assert_true(month_is_free(day_of("2016-03-28")));  // Easter Monday
    assert_true(month_is_free(day_of("2027-05-06")));  // Ascension Day
    assert_true(month_is_free(day_of("2026-01-06")));  // in Saxony-Anhalt
    assert_false(month_is_free(day_of("2026-11-25"))); // a Wednesday
    assert_int_equal(month_working_day(day_of("2016-03-26")), day_of("2016-03-29"));
}

static void the_first_card_is_three_taps_away(void **state)
{
    struct script script = script_new(NULL);
    struct card card;
    (void)state;
    script.seats = 1;
    script_open(&script);
    int taps = 0;
    script_tap(&script, "new-workshop"), taps++;
    script_tap(&script, "table:1"), taps++;
    script_text(&script, "Erste"); // a real keyboard needs no more
    script_key(&script, KEY_ENTER);
    assert_true(script_card(&script, "Erste", &card));
    script_tap(&script, "new-card:seat1"), taps++;
    script_type(&script, 1, "zweite");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "zweite", &card));
    assert_in_range(taps, 1, 4);
    script_free(&script);
}

static void sets_up_tables_and_parties(void **state)
{
    struct script script;
    struct err err = {0};
    size_t n;
    (void)state;
    begin(&script, "open");
    script_tap(&script, "lead");
    script_tap(&script, "lead:setup");
    assert_string_equal(app_screen_name(script.app), "setup");
    script_tap(&script, "new-table");
    script_tap(&script, "set:question");
    script_type(&script, 1, "was hilft?");
    script_tap(&script, "commit:seat1");
    script_tap(&script, "set:languages");
    script_tap(&script, "question-lang:en");
    script_text(&script, "What helps?");
    script_key(&script, KEY_ENTER);
    script_tap(&script, "new-party");
    script_text(&script, "Hochschule");
    script_key(&script, KEY_ENTER);
    script_text(&script, "Herrenkrug"); // its district is asked for at once
    script_key(&script, KEY_ENTER);
    assert_true(script_says(&script, "Hochschule"));
    assert_true(script_says(&script, "Herrenkrug"));
    struct arena *arena = arena_new();
    struct store *store = store_open(script.file, STORE_READ, world_real(), &err);
    int64_t workshop = store_find_workshop(store, NULL);
    const struct table *tables = store_tables(store, arena, workshop, &n, &err);
    assert_int_equal(n, 4);
    assert_string_equal(question_in(&tables[3], "en", arena), "What helps?");
    assert_string_equal(question_in(&tables[3], "tr", arena), "was hilft?");
    char *without = question_set(&tables[3], "en", "");
    assert_string_equal(without, "");
    g_free(without);
    store_parties(store, arena, workshop, &n, &err);
    assert_int_equal(n, 1);
    store_close(store);
    arena_free(arena);
    script_tap(&script, "undo:seat1"); // the district, then the party is gone again
    assert_true(script_says(&script, "Hochschule"));
    script_tap(&script, "undo:seat1");
    assert_false(script_says(&script, "Hochschule"));
    script_tap(&script, "begin");
    assert_string_equal(app_screen_name(script.app), "hall");
    script_free(&script);
}

static void greets_the_next_group(void **state)
{
    struct script script;
    (void)state;
    begin(&script, "cafe");
    script_tap(&script, "table:2");
    script_text(&script, "Sprachcafé");
    script_key(&script, KEY_ENTER);
    script_tap(&script, "lead");
    script_tap(&script, "lead:clock:next"); // the second round
    script_tap(&script, "lead:close");
    assert_true(script_says(&script, "Schön, dass ihr da seid"));
    assert_true(script_says(&script, "Sprachcafé"));
    script_tap(&script, "go:seat1");
    assert_false(script_says(&script, "Schön, dass ihr da seid"));
    assert_int_equal(script_cards(&script, CARDS_SHOWN), 1); // cards stay
    script_free(&script);
}

static void sounds(void **state)
{
    const size_t n = (size_t)GONG_RATE * GONG_SECONDS;
    int16_t *samples = g_new(int16_t, n);
    int peak = 0, soft = 0;
    (void)state;
    gong_fill(samples, 0.5);
    for (size_t i = 0; i < n; i++)
        soft = MAX(soft, ABS(samples[i]));
    gong_fill(samples, 1);
    for (size_t i = 0; i < n; i++)
        peak = MAX(peak, ABS(samples[i]));
    assert_in_range(peak, INT16_MAX / 5, INT16_MAX * 3 / 5);
    assert_in_range(soft, peak / 2 - 1, peak / 2 + 1);
    assert_int_equal(samples[0], 0);
    assert_in_range(ABS(samples[n - 1]), 0, 8);
    g_free(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_clock_from_the_file),
        cmocka_unit_test(announces_a_phase_and_keeps_its_clock),
        cmocka_unit_test(rings_at_the_end_once),
        cmocka_unit_test(says_rules_in_each_language),
        cmocka_unit_test(stops_all_and_lets_them_go_on),
        cmocka_unit_test(brings_all_to_one_table_and_back),
        cmocka_unit_test(guards_with_a_code),
        cmocka_unit_test(turns_the_clock),
        cmocka_unit_test(a_projector_follows),
        cmocka_unit_test(turns_a_critique_into_its_wish),
        cmocka_unit_test(agrees_on_who_does_it_until_when),
        cmocka_unit_test(knows_free_days),
        cmocka_unit_test(the_first_card_is_three_taps_away),
        cmocka_unit_test(sets_up_tables_and_parties),
        cmocka_unit_test(greets_the_next_group),
        cmocka_unit_test(sounds),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
