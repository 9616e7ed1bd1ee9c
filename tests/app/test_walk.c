// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A physical keyboard reaches all that can be touched, on every screen: Tab comes to each target
// once and round to the first again, the focus is seen, Enter acts, Escape closes.
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
#include "draw/scene.h"
#include "script.h"

#define MOST 400 // steps

static const char workshop[] = "# Werkstatt\n"
                               "Gruppen: Bündnis Sudenburg (Sudenburg), Jugendamt\n"
                               "## Sprache\n- Sprachcafé (3)\n- Lesepaten (2)\n- Singen\n"
                               "## Wohnen\n- Wohnpaten\n";

// Backgrounds, rooms and keys: the physical keyboard has keys of its own.
static bool is_ground(const char *name)
{
    static const char *const grounds[] = {
        "key:", "bar:", "board:", "bay:", "composer:", "handle:", "naming:", "actions:", "tiles:",
        "sheet", "find-hits:", "finder:", "find-keys:", "rank-list:", "hall", "dots-room",
        "basket-room:", "ranking-room:", "log-room", "toast", "text:", "query:"};
    for (size_t i = 0; i < G_N_ELEMENTS(grounds); i++) {
        if (g_str_has_prefix(name, grounds[i]))
            return true;
    }
    return false;
}

struct seen {
    const struct scene *scene;
    GHashTable *names; // of targets whose middle can be touched
};

static void note(void *context, const struct scene_mark *mark, struct box box)
{
    struct seen *seen = context;
    if (mark->hit == NULL || is_ground(mark->hit) || box.w < 15 || box.h < 15)
        return;
    const char *top = scene_hit(seen->scene, (struct point){box.x + box.w / 2, box.y + box.h / 2},
                                NULL);
    if (top != NULL && strcmp(top, mark->hit) == 0)
        g_hash_table_add(seen->names, g_strdup(mark->hit));
}

// Tab from the first target to the first again comes to all.
static void walk(struct script *script, const char *where)
{
    const struct scene *scene = app_scene(script->app);
    struct seat seat = {.number = 1, .zone = {0, 0, script->w_mm, script->h_mm}};
    struct focus focus = {.on = false};
    struct seen seen = {scene, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    scene_each_mark(scene, note, &seen);
    guint targets = g_hash_table_size(seen.names);
    char first[FINGER_TARGET] = "";
    int steps = 0;
    for (; steps < MOST; steps++) {
        struct box box;
        assert_true(focus_move(&focus, scene, &seat, 1, &seat, FOCUS_NEXT));
        assert_true(focus_find(&focus, scene, &box));
        if (steps == 0)
            g_strlcpy(first, focus.target, sizeof first);
        else if (strcmp(first, focus.target) == 0)
            break;
        g_hash_table_remove(seen.names, focus.target);
    }
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, seen.names);
    if (g_hash_table_iter_next(&iter, &name, NULL))
        fail_msg("%s: Tab never comes to %s (%d steps)", where, (const char *)name, steps);
    if (targets < 3 || steps >= MOST)
        fail_msg("%s: %d targets, %d steps", where, (int)targets, steps);
    g_hash_table_destroy(seen.names);
}

// A mark's count before and after: the ring is two frames more.
static void the_focus_is_seen(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    const struct scene *before = app_scene(script.app);
    size_t items = before->items_n;
    script_key(&script, KEY_TAB);
    assert_true(app_scene(script.app)->items_n > items);
    script_free(&script);
}

static void tab_comes_to_all_on_every_screen(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    walk(&script, "hall");
    script_tap(&script, "seats");
    walk(&script, "seats");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "dots");
    walk(&script, "dots");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "log");
    walk(&script, "log");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "harvest");
    walk(&script, "harvest");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "lead");
    walk(&script, "facilitator");
    script_tap(&script, "lead:settings");
    walk(&script, "settings");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "lead");
    script_tap(&script, "lead:setup");
    walk(&script, "setup");
    char *row = g_strdup(script_first(&script, "row:"));
    script_tap(&script, row);
    g_free(row);
    walk(&script, "a table's row");
    script_tap(&script, "times");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "begin");
    script_tap(&script, "table:1");
    walk(&script, "table");
    script_tap(&script, "search:seat1");
    script_text(&script, "sp");
    walk(&script, "search");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "new-card:seat1");
    walk(&script, "composer");
    script_key(&script, KEY_ESCAPE);
    assert_string_equal(app_screen_name(script.app), "table");
    script_free(&script);
}

static void tab_comes_to_all_pages_of_the_log(void **state)
{
    static const char *const pages[] = {"agreements", "meetings", "offers", "who", "course"};
    char name[32];
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    script_tap(&script, "log");
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_snprintf(name, sizeof name, "tab:%s", pages[i]);
        script_tap(&script, name);
        walk(&script, pages[i]);
    }
    script_free(&script);
}

static void tab_comes_to_all_of_sheets_and_covers(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    script_tap(&script, "lead");
    script_tap(&script, "lead:code");
    walk(&script, "code");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "lead:setup");
    script_tap(&script, "times");
    walk(&script, "phases");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "begin");
    script_tap(&script, "harvest");
    script_tap(&script, "sender");
    walk(&script, "sender");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "export");
    walk(&script, "export");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "back");
    script_tap(&script, "table:1");
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "mode:seat1:2");
    walk(&script, "pictures");
    script_tap(&script, "mode:seat1:1");
    walk(&script, "easel");
    script_tap(&script, "mode:seat1:0");
    script_key(&script, KEY_ESCAPE);
    char *card = g_strdup(script_first(&script, "card:"));
    script_tap(&script, card);
    script_tap(&script, "act:agree:seat1");
    walk(&script, "agreement");
    g_free(card);
    script_free(&script);
}

static void tab_comes_to_all_of_the_ranking(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    script_tap(&script, "dots");
    script_tap(&script, "dots-show");
    script_tap(&script, "dots-back");
    script_tap(&script, "table:1");
    script_tap(&script, "ranking:seat1");
    walk(&script, "ranking");
    script_key(&script, KEY_ESCAPE);
    assert_string_equal(app_screen_name(script.app), "table");
    script_free(&script);
}

// The rounds of a World Café.
static void tab_comes_to_all_of_a_cafe(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open(&script);
    script_tap(&script, "start");
    walk(&script, "start");
    script_tap(&script, "template:cafe");
    walk(&script, "the café's hall");
    script_tap(&script, "table:2");
    walk(&script, "the first round");
    script_tap(&script, "lead");
    walk(&script, "the facilitator of a café");
    script_tap(&script, "lead:clock:next");
    script_tap(&script, "lead:close");
    assert_true(script_sees(&script, "go:seat1"));
    script_key(&script, KEY_TAB);
    script_key(&script, KEY_ENTER);
    assert_false(script_sees(&script, "go:seat1"));
    walk(&script, "the second round");
    script_free(&script);
}

// The space bar acts as Enter does; without a focus it is a space.
static void space_acts(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_key(&script, KEY_DOWN); // the title
    script_key(&script, KEY_DOWN); // below it a card
    script_text(&script, " ");
    assert_true(script_sees(&script, "act:edit:seat1"));
    script_key(&script, KEY_ESCAPE);
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "new-card:seat1");
    script_text(&script, "zwei");
    script_text(&script, " ");
    script_text(&script, "Wörter");
    script_key(&script, KEY_ENTER);
    struct card card;
    assert_true(script_card(&script, "zwei Wörter", &card));
    script_free(&script);
}

// What Escape closes, one after the other, down to the hall.
static void escape_closes_what_is_open(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    char *card = g_strdup(script_first(&script, "card:"));
    script_tap(&script, card);
    assert_true(script_sees(&script, "actions:seat1"));
    script_key(&script, KEY_ESCAPE);
    assert_false(script_sees(&script, "actions:seat1"));
    assert_string_equal(app_screen_name(script.app), "table");
    script_key(&script, KEY_ESCAPE);
    assert_string_equal(app_screen_name(script.app), "hall");
    g_free(card);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_focus_is_seen),
        cmocka_unit_test(tab_comes_to_all_on_every_screen),
        cmocka_unit_test(tab_comes_to_all_pages_of_the_log),
        cmocka_unit_test(tab_comes_to_all_of_sheets_and_covers),
        cmocka_unit_test(tab_comes_to_all_of_the_ranking),
        cmocka_unit_test(tab_comes_to_all_of_a_cafe),
        cmocka_unit_test(space_acts),
        cmocka_unit_test(escape_closes_what_is_open),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
