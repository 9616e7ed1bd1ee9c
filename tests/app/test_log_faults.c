// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can go wrong at a meeting: the program is killed in the middle of it, the disk is full, a finger
// slipped. Nothing that was said is lost, nothing half-written stays, every act is taken back by one undo.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "exchange/agreement.h"
#include "exchange/meeting.h"
#include "script.h"

#define TODAY "2036-05-05"

static const char notes[] =
    "# Zukunftswerkstatt\nDatum: 2036-03-14\nGruppen: Bündnis Süd, Bündnis Nord, Jugendamt\n"
    "## Tisch\n- Sprachcafé (5)\n"
    "## Vereinbarungen\n- Jugendamt: Liste, bis 2036-05-05\n- Bündnis Nord: Raum, bis 2036-04-30\n"
    "## Treffen\n- 2036-05-05 17:00 Erstes Treffen, Rathaus\n- alle 6 Wochen montags ab 2036-06-16, Runde\n"
    "## Angebote und Gesuche\n- Biete: Kurs A2\n  Art: Sprache\n  Gruppe: Bündnis Süd\n"
    "- Suche: Kurs\n  Art: Sprache\n  Gruppe: Jugendamt\n";

static struct script open_log(void)
{
    struct script script = script_new(notes);
    script_open_log(&script, TODAY);
    return script;
}

// All that the log's pages show of the file, as another reader sees it; g_free it.
static char *shown(const struct script *script)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    GString *out = g_string_new(NULL);
    size_t n;
    const struct promise *promises = exchange_promises(store, arena, TODAY, &n, &err);
    for (size_t i = 0; i < n; i++) {
        const struct agreement *a = &promises[i].agreement;
        g_string_append_printf(out, "%s|%s|%s|%s|%s\n", a->what, a->who, a->with, a->until, a->status);
        for (size_t k = 0; k < promises[i].notes_n; k++)
            g_string_append_printf(out, " %s %s %s\n", promises[i].notes[k].status,
                                   promises[i].notes[k].until, promises[i].notes[k].text);
    }
    const struct gathering *all = exchange_gatherings(store, arena, TODAY, 0, 0, &n, &err);
    for (size_t i = 0; i < n; i++) {
        const struct meeting *m = &all[i].meeting;
        size_t said_n, present_n;
        g_string_append_printf(out, "%s %s %s\n", m->date, m->time, m->state);
        if (m->id == 0)
            continue;
        const struct note *said = store_meeting_notes(store, arena, m->id, &said_n, &err);
        for (size_t k = 0; k < said_n; k++)
            g_string_append_printf(out, " %s: %s\n", said[k].heading, said[k].text);
        const struct presence *present = store_presence(store, arena, m->id, &present_n, &err);
        for (size_t k = 0; k < present_n; k++)
            if (strcmp(present[k].state, "invited") != 0) // the first tick says who is invited
                g_string_append_printf(out, " %s\n", present[k].state);
    }
    const struct offer *offers = store_offers(store, arena, &n, &err);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(out, "%s|%s|%s|%u|%s|%s|%d\n", offers[i].text, offers[i].category,
                               offers[i].languages, offers[i].times, offers[i].valid_until,
                               offers[i].state, offers[i].party != 0);
    store_pairings(store, arena, &n, &err);
    g_string_append_printf(out, "%zu pairings\n", n);
    assert_int_equal(err.code, ERR_NONE);
    store_close(store);
    arena_free(arena);
    return g_string_free(out, FALSE);
}

// ---- killed -------------------------------------------------------------------------------------

static void a_meeting_that_is_killed_goes_on_where_it_was(void **state)
{
    (void)state;
    struct script script = open_log();
    script_close(&script);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) { // its people at work, until somebody pulls the plug
        script_open(&script);
        script_tap(&script, "log");
        script_tap(&script, "begin-meeting");
        script_tap(&script, script_first(&script, "here:"));
        script_tap(&script, "say:running");
        script_tap(&script, "say:note");
        script_text(&script, "Zwei fehlen noch.");
        script_key(&script, KEY_ENTER);
        script_tap(&script, "new-topic");
        script_text(&script, "Sommerfest");
        script_key(&script, KEY_ENTER);
        script_tap(&script, "next-point");
        script_tap(&script, "say:done");
        kill(getpid(), SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    char *kept = shown(&script);
    static const char *const said[] = {"|running\n", "|done\n", "Zwei fehlen noch.", "Sommerfest",
                                       " here\n", "2036-05-05 "};
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        if (strstr(kept, said[i]) == NULL)
            fail_msg("\"%s\" is lost:\n%s", said[i], kept);
    g_free(kept);
    script_open(&script);
    script_tap(&script, "log");
    assert_true(script_sees(&script, "begin-meeting")); // "go on with the meeting"
    script_tap(&script, "begin-meeting");
    script_tap(&script, "end-meeting");
    script_free(&script);
}

// ---- the disk is full ---------------------------------------------------------------------------

static void a_full_disk_leaves_no_half_paper(void **state)
{
    (void)state;
    struct script script = open_log();
    script_tap(&script, "begin-meeting");
    struct rlimit all, few;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &all), 0);
    few = all;
    few.rlim_cur = 4096; // as a disk that takes no more: writing fails in the middle
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &few), 0);
    script_tap(&script, "minutes");
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &all), 0);
    GDir *dir = g_dir_open(script.exports, 0, NULL);
    if (dir != NULL) {
        assert_null(g_dir_read_name(dir));
        g_dir_close(dir);
    }
    script_tap(&script, "minutes"); // there is room again
    char *path = g_build_filename(script.exports, "protokoll-2036-05-05.pdf", NULL);
    assert_true(g_file_test(path, G_FILE_TEST_EXISTS));
    g_free(path);
    script_free(&script);
}

// ---- taken back ---------------------------------------------------------------------------------

// Does an act: names of what is tapped, "=words" typed and entered.
static void act(struct script *script, const char *const *steps)
{
    for (; *steps != NULL; steps++) {
        if (**steps == '=') {
            script_text(script, *steps + 1);
            script_key(script, KEY_ENTER);
        } else {
            script_tap(script, script_first(script, *steps));
        }
    }
}

static void every_act_is_taken_back_by_one_undo(void **state)
{
    (void)state;
    enum { STEPS = 6 };
    static const struct {
        const char *before[STEPS], *steps[STEPS], *after[STEPS]; // what only leads there and back
    } acts[] = {
        {{"tab:today"}, {"running:"}, {0}},
        {{"tab:today"}, {"done:"}, {0}},
        {{"tab:today"}, {"postpone:", "until:"}, {0}},
        {{"tab:today"}, {"coming:"}, {0}},
        {{"tab:today"}, {"match:"}, {0}},
        {{"tab:today"}, {"mismatch:"}, {0}},
        {{"tab:agreements"}, {"new-agreement", "=Stühle leihen"}, {"sheet:away"}},
        {{"tab:agreements", "agreement:"}, {"sheet:hand-over", "party:"}, {"sheet:away"}},
        {{"tab:agreements", "agreement:"}, {"sheet:note", "=Es dauert."}, {"sheet:away"}},
        {{"tab:agreements", "agreement:"}, {"status:dropped"}, {"sheet:away"}},
        {{"tab:agreements", "agreement:"},
         {"sheet:postpone", "until:other", "day:undated"},
         {"sheet:away"}},
        {{"tab:meetings"}, {"new-meeting", "day:date:2036-05-20", "day:done"}, {0}},
        {{"tab:meetings"}, {"new-series", "day:date:2036-05-20", "day:done"}, {0}},
        {{"tab:meetings"}, {"move:1", "day:date:2036-05-27", "day:done"}, {0}},
        {{"tab:meetings"}, {"cancel:1"}, {0}},
        {{"tab:offers"}, {"new-offer", "=Fahrrad"}, {"offer-away"}},
        {{"tab:offers"}, {"new-request", "=Raum"}, {"offer-away"}},
        {{"tab:offers", "offer:"}, {"kind:work"}, {"offer-away"}},
        {{"tab:offers", "offer:"}, {"speaks:ar"}, {"offer-away"}},
        {{"tab:offers", "offer:"}, {"time:2:1"}, {"offer-away"}},
        {{"tab:offers", "offer:"}, {"valid", "day:date:2036-05-20"}, {"offer-away"}},
        {{"tab:offers", "offer:"}, {"withdraw"}, {0}},
        {{"tab:today", "begin-meeting"}, {"here:"}, {0}},
        {{0}, {"say:done"}, {0}},
        {{0}, {"say:note", "=Gut so."}, {0}},
        {{0}, {"new-topic", "=Fest"}, {0}},
        {{0}, {"end-meeting"}, {0}},
    };
    struct script script = open_log();
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++) {
        act(&script, acts[i].before);
        char *was = shown(&script);
        act(&script, acts[i].steps);
        char *did = shown(&script);
        if (strcmp(was, did) == 0)
            fail_msg("act %zu (%s) did nothing", i, acts[i].steps[0]);
        script_key(&script, KEY_UNDO);
        char *is = shown(&script);
        if (strcmp(was, is) != 0)
            fail_msg("act %zu (%s) is not taken back:\n%s\n---\n%s", i, acts[i].steps[0], was, is);
        g_free(was);
        g_free(did);
        g_free(is);
        if (acts[i].after[0] != NULL && script_sees(&script, acts[i].after[0]))
            act(&script, acts[i].after);
    }
    script_free(&script);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meeting_that_is_killed_goes_on_where_it_was),
        cmocka_unit_test(a_full_disk_leaves_no_half_paper),
        cmocka_unit_test(every_act_is_taken_back_by_one_undo),
    };
    return cmocka_run_group_tests_name("log-faults", tests, NULL, NULL);
}
