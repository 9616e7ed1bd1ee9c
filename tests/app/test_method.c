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
#include "base/arena.h"
#include "base/err.h"
#include "script.h"

#define WALL INT64_C(1784000000000) // July 2026
#define MINUTE 60000

static void begin(struct script *script, const char *template)
{
    char name[32];
    *script = script_new(NULL);
    script->wall = WALL;
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

static void sounds(void **state)
{
    const size_t n = (size_t)GONG_RATE * GONG_SECONDS;
    int16_t *samples = g_new(int16_t, n);
    int peak = 0;
    (void)state;
    gong_fill(samples);
    for (size_t i = 0; i < n; i++)
        peak = MAX(peak, ABS(samples[i]));
    assert_in_range(peak, INT16_MAX / 5, INT16_MAX * 3 / 5);
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
        cmocka_unit_test(sounds),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
