// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Things are put elsewhere on the live poster with a finger, the mouse and keys: what lands in the
// file, where they stand then, and that it can be taken back.

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
#include "draw/paint.h"
#include "draw/scene.h"
#include "script.h"
#include "store/placement.h"

static const char german[] = "# Zukunftswerkstatt\n"
                             "Sprache: de\n"
                             "## Spracherwerb\n"
                             "- Sprachcafé am Mittwoch (5)\n"
                             "- Lesepaten lesen vor (4)\n"
                             "- Grammatik im Refrain (3)\n"
                             "- Bilder statt Wörter (2)\n"
                             "- Kurse am Abend (1)\n"
                             "## Wohnen\n"
                             "- Wohnpaten helfen beim Einzug (1)\n"
                             "## Arbeit\n"
                             "- Praktikum vor Ort (1)\n";
static const char arabic[] = "# ورشة المستقبل\n"
                             "Sprache: ar\n"
                             "## اللغة\n"
                             "- مقهى اللغة كل أربعاء (5)\n"
                             "- القراءة للأطفال (4)\n"
                             "- دورات مسائية (3)\n"
                             "- صور بدل الكلمات (2)\n";

static struct script open_harvest(const char *notes)
{
    struct script script = script_new(notes);
    script_open(&script);
    script_tap(&script, "harvest");
    return script;
}

static const char *item_of(struct script *script, struct arena *arena, const char *text)
{
    struct card card;
    assert_true(script_card(script, text, &card));
    return arena_printf(arena, "place:card:%" G_GINT64_FORMAT, card.id);
}

static void drag(struct script *script, int64_t finger, const char *name, double dx, double dy)
{
    struct point at = script_find(script, name);
    script_event(script, EVENT_DOWN, finger, at.x, at.y);
    for (int i = 1; i <= 5; i++)
        script_event(script, EVENT_MOVE, finger, at.x + dx * i / 5, at.y + dy * i / 5);
    script_event(script, EVENT_UP, finger, at.x + dx, at.y + dy);
}

// What the file holds, as another reader sees it.
static size_t placements(struct script *script, struct placement *first)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    struct store *store = store_open(script->file, STORE_READ, world_real(), &err);
    assert_non_null(store);
    size_t n;
    const struct placement *all =
        store_placements(store, arena, store_find_workshop(store, NULL), &n, &err);
    if (n > 0 && first != NULL) {
        *first = all[0];
        first->style = NULL; // dies with the arena
    }
    store_close(store);
    arena_free(arena);
    return n;
}

static bool says_placed(struct script *script)
{
    char *dump = scene_dump(app_scene(script->app), 1, true);
    bool says = strstr(dump, "\"placed\":[") != NULL;
    g_free(dump);
    return says;
}

static void a_finger_puts_a_card_where_it_stays(void **state)
{
    (void)state;
    struct script script = open_harvest(german);
    struct arena *arena = arena_new();
    const char *item = item_of(&script, arena, "Lesepaten lesen vor");
    struct point before = script_find(&script, item);
    assert_false(says_placed(&script));
    drag(&script, 3, item, 0, 300);
    struct point after = script_find(&script, item);
    assert_true(after.y > before.y + 20);
    struct placement placement = {0};
    assert_int_equal(placements(&script, &placement), 1); // on the disk already
    assert_true(placement.y > 0.7);
    assert_true(says_placed(&script));
    script_close(&script); // the same after a start
    script_open(&script);
    script_tap(&script, "harvest");
    struct point again = script_find(&script, item);
    assert_true(fabs(again.x - after.x) < 0.1 && fabs(again.y - after.y) < 0.1);
    drag(&script, FINGER_MOUSE, item, 0, -300); // the mouse, back up
    assert_true(script_find(&script, item).y < after.y - 20);
    assert_int_equal(placements(&script, NULL), 1);
    script_tap(&script, "undo:seat1");
    script_wait(&script, 400);
    assert_true(fabs(script_find(&script, item).y - after.y) < 0.1);
    arena_free(arena);
    script_free(&script);
}

static void keys_move_and_let_go(void **state)
{
    (void)state;
    struct script script = open_harvest(german);
    struct arena *arena = arena_new();
    const char *item = item_of(&script, arena, "Sprachcafé am Mittwoch");
    struct point before = script_find(&script, item);
    script_tap(&script, item); // selects
    assert_int_equal(placements(&script, NULL), 0);
    script_key(&script, KEY_DOWN);
    script_key(&script, KEY_DOWN);
    struct placement placement = {0};
    assert_int_equal(placements(&script, &placement), 1);
    struct point after = script_find(&script, item);
    assert_true(after.y > before.y + 10 || fabs(after.x - before.x) > 10);
    const char *release = arena_printf(arena, "place:free:%s", item + 6);
    assert_true(script_sees(&script, release));
    script_key(&script, KEY_DELETE);
    assert_int_equal(placements(&script, NULL), 0);
    struct point freed = script_find(&script, item);
    assert_true(fabs(freed.x - before.x) < 0.1 && fabs(freed.y - before.y) < 0.1);
    script_key(&script, KEY_RIGHT);
    assert_int_equal(placements(&script, NULL), 1);
    script_tap(&script, release);
    assert_int_equal(placements(&script, NULL), 0);
    script_key(&script, KEY_ESCAPE); // nothing is selected any more: arrows are the focus's
    script_key(&script, KEY_ESCAPE);
    assert_string_equal(app_screen_name(script.app), "hall");
    arena_free(arena);
    script_free(&script);
}

static void tables_change_places(void **state)
{
    (void)state;
    struct script script = open_harvest(german);
    struct point one = script_find(&script, "place:table:1"),
                 two = script_find(&script, "place:table:2");
    drag(&script, 2, "place:table:1", two.x - one.x, two.y - one.y);
    struct point moved = script_find(&script, "place:table:1");
    assert_true(hypot(moved.x - two.x, moved.y - two.y) < hypot(moved.x - one.x, moved.y - one.y));
    assert_int_equal(placements(&script, NULL), 3); // all are held where people saw them
    script_tap(&script, "undo:seat1");
    script_wait(&script, 400);
    struct point back = script_find(&script, "place:table:1");
    assert_true(hypot(back.x - one.x, back.y - one.y) < 0.1);
    script_free(&script);
}

// On a mirrored poster a card follows the finger, and its place counts from where reading begins.
static void mirrored_posters_follow_the_finger(void **state)
{
    (void)state;
    struct script script = open_harvest(arabic);
    struct arena *arena = arena_new();
    const char *item = item_of(&script, arena, "القراءة للأطفال");
    drag(&script, 2, item, -300, 200);
    struct placement placement = {0};
    assert_int_equal(placements(&script, &placement), 1);
    assert_true(placement.x > 0.8 && placement.y > 0.6);
    struct point left = script_find(&script, item);
    double far = placement.x;
    drag(&script, 2, item, 300, -200);
    assert_int_equal(placements(&script, &placement), 1);
    assert_true(placement.x < far - 0.2);
    assert_true(script_find(&script, item).x >= left.x);
    arena_free(arena);
    script_free(&script);
}

// Each composition has places of its own.
static void places_belong_to_their_composition(void **state)
{
    (void)state;
    static const char *const styles[] = {"path", "tree", "street"};
    struct script script = open_harvest(german);
    struct arena *arena = arena_new();
    const char *item = item_of(&script, arena, "Lesepaten lesen vor");
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
        script_tap(&script, arena_printf(arena, "style:%s", styles[i]));
        script_wait(&script, 400);
        assert_false(says_placed(&script));
        drag(&script, 2, item, 10, 200);
        assert_true(says_placed(&script));
        assert_int_equal(placements(&script, NULL), i + 1);
    }
    arena_free(arena);
    script_free(&script);
}

// Another finger changes something while one drags: the poster is another one, the drag ends
// unharmed.
static void a_new_poster_ends_the_drag(void **state)
{
    (void)state;
    struct script script = open_harvest(german);
    struct arena *arena = arena_new();
    const char *item = item_of(&script, arena, "Lesepaten lesen vor");
    struct point at = script_find(&script, item);
    script_event(&script, EVENT_DOWN, 3, at.x, at.y);
    script_event(&script, EVENT_MOVE, 3, at.x + 40, at.y + 60);
    script_tap(&script, script_first(&script, "harvest:core:"));
    script_wait(&script, 400); // composed anew
    script_event(&script, EVENT_MOVE, 3, at.x + 50, at.y + 80);
    app_scene(script.app);
    script_event(&script, EVENT_UP, 3, at.x + 50, at.y + 80);
    assert_int_equal(placements(&script, NULL), 0);
    drag(&script, 3, item, 0, 200);
    assert_int_equal(placements(&script, NULL), 1);
    arena_free(arena);
    script_free(&script);
}

// Past the edge of its island a card stands on the open page, after a start too, and comes back.
static void a_card_leaves_its_island(void **state)
{
    (void)state;
    struct script script = open_harvest(german);
    struct arena *arena = arena_new();
    const char *item = item_of(&script, arena, "Grammatik im Refrain");
    struct point before = script_find(&script, item), table = script_find(&script, "place:table:1");
    // Left of the first island there is nothing: the scene is in the middle.
    struct point scene = script_find(&script, "place:table:3");
    drag(&script, 3, item, (scene.x - before.x) / 2, scene.y - before.y + 60);
    struct placement placement = {0};
    assert_int_equal(placements(&script, &placement), 1);
    assert_true(placement.outside);
    struct point out = script_find(&script, item);
    assert_true(hypot(out.x - before.x, out.y - before.y) > 40);
    script_close(&script);
    script_open(&script);
    script_tap(&script, "harvest");
    struct point again = script_find(&script, item);
    assert_true(fabs(again.x - out.x) < 0.1 && fabs(again.y - out.y) < 0.1);
    table = script_find(&script, "place:table:1");
    drag(&script, FINGER_MOUSE, item, table.x - again.x, table.y - again.y + 30);
    assert_int_equal(placements(&script, &placement), 1);
    assert_false(placement.outside);
    arena_free(arena);
    script_free(&script);
}

// By arrow keys: to the end of its island, from there outside, and on.
static void keys_lead_outside(void **state)
{
    (void)state;
    struct script script = open_harvest(german);
    struct arena *arena = arena_new();
    const char *item = item_of(&script, arena, "Sprachcafé am Mittwoch");
    script_tap(&script, item);
    struct placement placement = {0};
    for (int i = 0; i < 12 && !placement.outside; i++) {
        script_key(&script, KEY_RIGHT);
        placements(&script, &placement);
    }
    assert_true(placement.outside);
    double x = placement.x;
    script_key(&script, KEY_RIGHT);
    placements(&script, &placement);
    assert_true(placement.outside && placement.x > x);
    script_key(&script, KEY_DELETE);
    assert_int_equal(placements(&script, NULL), 0);
    arena_free(arena);
    script_free(&script);
}

// One table with so many cards that it is shown as themes: those change places, too.
static void themes_change_places(void **state)
{
    (void)state;
    static const char *const themes[] = {"Radweg sicherer machen", "Spielplatz erneuern",
                                         "Sprachkurs anbieten", "Garten pflegen"};
    GString *notes = g_string_new("# Zukunftswerkstatt\nSprache: de\n## Ideen\n");
    for (size_t t = 0; t < G_N_ELEMENTS(themes); t++)
        for (int i = 0; i < 16; i++)
            g_string_append_printf(notes, "- %s im Teil %d (%d)\n", themes[t], i, i % 7);
    struct script script = open_harvest(notes->str);
    g_string_free(notes, TRUE);
    struct point one = script_find(&script, "place:table:1"), two = script_find(&script, "place:table:2");
    drag(&script, 2, "place:table:1", two.x - one.x, two.y - one.y);
    struct point moved = script_find(&script, "place:table:1");
    assert_true(hypot(moved.x - two.x, moved.y - two.y) < hypot(moved.x - one.x, moved.y - one.y));
    assert_true(placements(&script, NULL) >= 3);
    script_close(&script);
    script_open(&script);
    script_tap(&script, "harvest");
    struct point again = script_find(&script, "place:table:1");
    assert_true(hypot(again.x - moved.x, again.y - moved.y) < 0.1);
    script_free(&script);
}

// On a crowded poster too every row is a target that touches its neighbours and covers none of them.
static void targets_are_as_large_as_fingers(void **state)
{
    (void)state;
    GString *notes = g_string_new("# Zukunftswerkstatt\nSprache: de\n");
    for (int t = 0; t < 6; t++) {
        g_string_append_printf(notes, "## Thema %d\n", t);
        for (int i = 0; i < 22; i++)
            g_string_append_printf(notes, "- Wunsch %c%d für alle im Quartier (%d)\n", 'A' + t, i, i % 5);
    }
    struct script script = open_harvest(notes->str);
    g_string_free(notes, TRUE);
    const struct scene *scene = app_scene(script.app);
    struct box boxes[200];
    size_t n = 0, small = 0;
    for (size_t i = 0; i < scene->marks_n && n < G_N_ELEMENTS(boxes); i++)
        if (scene->marks[i].hit != NULL && g_str_has_prefix(scene->marks[i].hit, "place:card:"))
            boxes[n++] = scene_mark_box(scene, (int)i);
    assert_true(n > 100);
    for (size_t i = 0; i < n; i++) {
        small += boxes[i].h < 7.5 || boxes[i].w < 15;
        for (size_t k = 0; k < i; k++)
            assert_false(box_overlaps(boxes[i], boxes[k], 0.01));
    }
    assert_int_equal(small, 0); // a row of a list is lower than a fingertip, but all of it
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finger_puts_a_card_where_it_stays),
        cmocka_unit_test(keys_move_and_let_go),
        cmocka_unit_test(a_new_poster_ends_the_drag),
        cmocka_unit_test(tables_change_places),
        cmocka_unit_test(mirrored_posters_follow_the_finger),
        cmocka_unit_test(places_belong_to_their_composition),
        cmocka_unit_test(a_card_leaves_its_island),
        cmocka_unit_test(keys_lead_outside),
        cmocka_unit_test(themes_change_places),
        cmocka_unit_test(targets_are_as_large_as_fingers),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("placing", tests, NULL, NULL);
}
