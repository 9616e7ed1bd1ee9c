// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Curating the harvest on the glass: scripts of events, told by what lands in the file and on the
// poster.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/focus.h"
#include "app/seat.h"
#include "base/arena.h"
#include "base/err.h"
#include "poster/harvest.h"
#include "publish/press.h"
#include "script.h"

static const char notes[] = "# Zukunftswerkstatt\n"
                            "Datum: 2016-03-14\n"
                            "Gruppen: Bündnis Süd (Süd), Jugendamt\n"
                            "## Spracherwerb\n"
                            "- Sprachcafé am Mittwoch (5)\n"
                            "- Jeden Mittwoch ein Café zum Reden (3)\n"
                            "- Lesepaten lesen vor (2)\n"
                            "## Wohnen\n"
                            "- Wohnpaten helfen beim Einzug (1)\n";

struct room {
    struct script script;
    struct press *press;
};

static int set_up(void **state)
{
    struct room *room = g_new0(struct room, 1);
    struct err err = {0};
    room->script = script_new(notes);
    script_open(&room->script);
    script_tap(&room->script, "harvest");
    room->press = press_open(&err);
    *state = room;
    return room->press != NULL ? 0 : -1;
}

static int tear_down(void **state)
{
    struct room *room = *state;
    press_close(room->press);
    script_free(&room->script);
    g_free(room);
    return 0;
}

static char *target_of(struct room *room, struct arena *arena, const char *act, const char *text)
{
    struct card card;
    assert_true(script_card(&room->script, text, &card));
    return arena_printf(arena, "harvest:%s:%" G_GINT64_FORMAT, act, card.id);
}

// The harvest as the file has it now. Free with harvest_free.
static struct harvest *harvest_of(struct room *room)
{
    struct err err = {0};
    struct store *store = store_open(room->script.file, STORE_READ, world_real(), &err);
    struct harvest *harvest =
        harvest_load(store, room->press->words, store_find_workshop(store, NULL), &err);
    if (harvest == NULL)
        fail_msg("%s", err.text);
    store_close(store);
    return harvest;
}

static const struct harvest_idea *idea_of(const struct harvest *harvest, const char *text)
{
    for (size_t t = 0; t < harvest->tables_n; t++)
        for (size_t i = 0; i < harvest->tables[t].n; i++)
            if (g_str_has_prefix(harvest->tables[t].ideas[i].full, text))
                return &harvest->tables[t].ideas[i];
    return NULL;
}

static void two_that_say_the_same_become_one(void **state)
{
    struct room *room = *state;
    struct arena *arena = arena_new();
    const char *one = "Jeden Mittwoch ein Café zum Reden", *other = "Sprachcafé am Mittwoch";
    script_tap(&room->script, target_of(room, arena, "row", one));
    script_tap(&room->script, target_of(room, arena, "join", one));
    script_tap(&room->script, target_of(room, arena, "row", other));
    struct harvest *harvest = harvest_of(room);
    assert_null(idea_of(harvest, one));
    const struct harvest_idea *idea = idea_of(harvest, other);
    assert_int_equal(idea->votes, 8);
    assert_non_null(strstr(idea->full, one)); // told in full in the appendix
    assert_non_null(idea->joined);
    assert_int_equal(harvest->ideas_n, 3);
    harvest_free(harvest);
    script_wait(&room->script, 400);
    script_tap(&room->script, target_of(room, arena, "part", one));
    harvest = harvest_of(room);
    assert_int_equal(idea_of(harvest, other)->votes, 5);
    assert_int_equal(harvest->ideas_n, 4);
    harvest_free(harvest);
    arena_free(arena);
}

static void a_keyword_is_written_anew_and_the_words_stay(void **state)
{
    struct room *room = *state;
    struct arena *arena = arena_new();
    const char *text = "Lesepaten lesen vor";
    script_tap(&room->script, target_of(room, arena, "row", text));
    script_tap(&room->script, target_of(room, arena, "reword", text));
    for (int i = 0; i < 30; i++)
        script_key(&room->script, KEY_BACKSPACE);
    script_text(&room->script, "Vorlesen");
    script_key(&room->script, KEY_ENTER);
    struct harvest *harvest = harvest_of(room);
    assert_string_equal(idea_of(harvest, text)->keyword, "Vorlesen");
    harvest_free(harvest);
    script_tap(&room->script, "undo:seat1");
    harvest = harvest_of(room);
    assert_string_not_equal(idea_of(harvest, text)->keyword, "Vorlesen");
    harvest_free(harvest);
    arena_free(arena);
}

static void a_picture_is_chosen_for_good(void **state)
{
    struct room *room = *state;
    struct arena *arena = arena_new();
    const char *text = "Wohnpaten helfen beim Einzug";
    script_tap(&room->script, target_of(room, arena, "row", text));
    script_tap(&room->script, target_of(room, arena, "picture", text));
    script_wait(&room->script, 300);
    script_tap(&room->script, target_of(room, arena, "always", text));
    struct err err = {0};
    struct store *store = store_open(room->script.file, STORE_READ, world_real(), &err);
    size_t n;
    const struct choice *choices = store_choices(store, arena, &n, &err);
    assert_int_equal(n, 1);
    struct harvest *harvest = harvest_of(room);
    assert_string_equal(choices[0].icon, idea_of(harvest, text)->icon);
    harvest_free(harvest);
    store_close(store);
    arena_free(arena);
}

static void a_covered_card_leaves_the_picture(void **state)
{
    struct room *room = *state;
    struct arena *arena = arena_new();
    const char *text = "Wohnpaten helfen beim Einzug";
    script_tap(&room->script, target_of(room, arena, "row", text));
    script_tap(&room->script, target_of(room, arena, "hide", text));
    struct harvest *harvest = harvest_of(room);
    assert_null(idea_of(harvest, text));
    harvest_free(harvest);
    arena_free(arena);
}

static void compositions_and_colours_are_kept(void **state)
{
    struct room *room = *state;
    static const char *const styles[] = {"path", "tree", "street", "ring"};
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
        char *target = g_strdup_printf("style:%s", styles[i]);
        script_tap(&room->script, target);
        script_wait(&room->script, 400);
        struct harvest *harvest = harvest_of(room);
        assert_string_equal(harvest->style, styles[i]);
        harvest_free(harvest);
        g_free(target);
    }
    script_tap(&room->script, "palette");
    struct harvest *harvest = harvest_of(room);
    assert_non_null(harvest->palette);
    harvest_free(harvest);
    script_tap(&room->script, "for-party");
    script_wait(&room->script, 400);
    assert_true(script_says(&room->script, "Bündnis Süd"));
}

static void the_senders_look_is_set(void **state)
{
    struct room *room = *state;
    // Logo and title picture are found beside the file; an SVG becomes a PNG.
    static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
                              "<rect width='40' height='20' fill='#2A66B8'/></svg>";
    char *path = g_build_filename(room->script.folder, "bund.svg", NULL);
    assert_true(g_file_set_contents(path, svg, -1, NULL));
    script_tap(&room->script, "sender");
    assert_true(script_says(&room->script, "bund.svg"));
    script_tap(&room->script, "sender:file:0");
    script_tap(&room->script, "sender:part:picture");
    script_tap(&room->script, "sender:file:0");
    script_tap(&room->script, "sender:footer");
    script_text(&room->script, "Bündnis Süd lädt ein");
    script_key(&room->script, KEY_ENTER);
    struct harvest *harvest = harvest_of(room);
    assert_non_null(harvest->logo);
    assert_string_equal(harvest->logo, harvest->picture);
    assert_string_equal(harvest->footer, "Bündnis Süd lädt ein");
    harvest_free(harvest);
    script_tap(&room->script, "sender:without");
    script_tap(&room->script, "sender:no-footer");
    harvest = harvest_of(room);
    assert_null(harvest->picture);
    assert_null(harvest->footer);
    assert_non_null(harvest->logo);
    harvest_free(harvest);
    script_tap(&room->script, "sender:close");
    assert_false(script_sees(&room->script, "sender:close"));
    g_free(path);
}

// A file that is no picture is refused with its sentence, and what was chosen stays.
static void no_picture_is_refused(void **state)
{
    struct room *room = *state;
    char *path = g_build_filename(room->script.folder, "kein.png", NULL);
    assert_true(g_file_set_contents(path, "nichts", -1, NULL));
    script_tap(&room->script, "sender");
    script_tap(&room->script, "sender:file:0");
    struct harvest *harvest = harvest_of(room);
    assert_null(harvest->logo);
    harvest_free(harvest);
    g_free(path);
}

static struct harvest_item item_of(struct room *room, const char *text)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct card card;
    assert_true(script_card(&room->script, text, &card));
    struct store *store = store_open(room->script.file, STORE_READ, world_real(), &err);
    size_t n;
    const struct harvest_item *items =
        store_harvest_items(store, arena, store_find_workshop(store, NULL), &n, &err);
    struct harvest_item found = {0};
    for (size_t i = 0; i < n; i++)
        if (items[i].card == card.id)
            found = items[i];
    store_close(store);
    arena_free(arena);
    return found;
}

// With keys alone: Tab reaches every act of the selected card, Enter does it.
static void keys_curate_too(void **state)
{
    struct room *room = *state;
    struct arena *arena = arena_new();
    const char *text = "Sprachcafé am Mittwoch";
    static const char *const acts[] = {"row", "core", "larger", "larger", "smaller", "take"};
    const struct seat seat = {1, {0, 0, room->script.w_mm, room->script.h_mm}, 0};
    struct focus focus = {.on = false}; // goes with the app's
    for (size_t i = 0; i < G_N_ELEMENTS(acts); i++) {
        const char *target = target_of(room, arena, acts[i], text);
        for (int steps = 0; strcmp(focus.target, target) != 0; steps++) {
            assert_true(steps < 200);
            focus_move(&focus, app_scene(room->script.app), &seat, 1, &seat, FOCUS_NEXT);
            script_key(&room->script, KEY_TAB);
        }
        script_key(&room->script, KEY_ENTER);
    }
    struct harvest_item item = item_of(room, text);
    assert_true(item.core && item.out);
    assert_int_equal(item.weight, 1);
    arena_free(arena);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
#define SCRIPT(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        SCRIPT(two_that_say_the_same_become_one),
        SCRIPT(a_keyword_is_written_anew_and_the_words_stay),
        SCRIPT(a_picture_is_chosen_for_good),
        SCRIPT(a_covered_card_leaves_the_picture),
        SCRIPT(compositions_and_colours_are_kept),
        SCRIPT(the_senders_look_is_set),
        SCRIPT(no_picture_is_refused),
        SCRIPT(keys_curate_too),
    };
    return cmocka_run_group_tests_name("curating", tests, NULL, NULL);
}
