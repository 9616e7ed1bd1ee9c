// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards that are drawn, and cards made of a picture, as scripts of events.
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
#include "draw/sketch.h"
#include "script.h"

static const char workshop[] = "# Mini-Werkstatt\n"
                               "Datum: 2026-01-02\n"
                               "## Sprache\n"
                               "- Sprachcafé in jedem Stadtteil (2)\n";

static void pull(struct script *script, int64_t finger, double dx, double dy, double w)
{
    struct point at = script_find(script, "sheet:seat1");
    script_event(script, EVENT_DOWN, finger, at.x + dx, at.y + dy);
    for (int i = 1; i <= 10; i++)
        script_event(script, EVENT_MOVE, finger, at.x + dx + w * i / 10, at.y + dy);
    script_event(script, EVENT_UP, finger, at.x + dx + w, at.y + dy);
}

static struct sketch drawn(struct script *script)
{
    struct sketch sketch;
    struct card card;
    sketch_init(&sketch);
    assert_true(script_card(script, "", &card));
    assert_true(sketch_read(&sketch, card.ink));
    return sketch;
}

static void draws_a_card(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "mode:seat1:1");
    assert_false(script_sees(&script, "key:seat1:a"));
    pull(&script, 3, -100, 0, 80);
    script_tap(&script, "ink:seat1:2");
    script_tap(&script, "pen:seat1:0");
    pull(&script, 3, -100, 30, 120);
    script_tap(&script, "commit:seat1");
    struct sketch sketch = drawn(&script);
    assert_int_equal(sketch.n, 2);
    assert_int_equal(sketch.strokes[1].colour, sketch_inks[2]);
    assert_true(sketch.strokes[1].width == SKETCH_PEN_FINE);
    // The line is as long as the finger went, on the sheet's scale.
    double first = line_length(&sketch.strokes[0].line), other = line_length(&sketch.strokes[1].line);
    assert_true(fabs(other / first - 1.5) < 0.02);
    sketch_clear(&sketch);
    script_tap(&script, "undo:seat1"); // one act
    assert_int_equal(script_cards(&script, CARDS_SHOWN), 1);
    script_free(&script);
}

static void two_fingers_draw_at_once(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "mode:seat1:1");
    struct point at = script_find(&script, "sheet:seat1");
    script_event(&script, EVENT_DOWN, 3, at.x - 90, at.y);
    script_event(&script, EVENT_DOWN, 4, at.x + 90, at.y);
    for (int i = 1; i <= 20; i++) {
        script_event(&script, EVENT_MOVE, 3, at.x - 90 + i, at.y);
        script_event(&script, EVENT_MOVE, 4, at.x + 90, at.y + i);
    }
    script_event(&script, EVENT_UP, 4, at.x + 90, at.y + 20);
    script_event(&script, EVENT_UP, 3, at.x - 70, at.y);
    script_tap(&script, "commit:seat1");
    struct sketch sketch = drawn(&script);
    assert_int_equal(sketch.n, 2);
    for (size_t i = 0; i < 2; i++) { // neither has a jump to the other
        struct box box = line_box(&sketch.strokes[i].line);
        assert_true(box.w < 10 && box.h < 10);
    }
    sketch_clear(&sketch);
    script_free(&script);
}

static void takes_back_and_erases(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "mode:seat1:1");
    pull(&script, 3, -100, 0, 80);
    pull(&script, 3, -100, 30, 80);
    pull(&script, 3, -100, -30, 80);
    script_tap(&script, "tool:seat1:undo");
    script_tap(&script, "tool:seat1:undo");
    script_tap(&script, "tool:seat1:redo"); // two left: in the middle and below
    script_tap(&script, "tool:seat1:erase");
    pull(&script, 3, -60, -20, 0.1); // meets none
    pull(&script, 3, -60, 0, 0.1);
    script_tap(&script, "commit:seat1");
    struct sketch sketch = drawn(&script);
    assert_int_equal(sketch.n, 1);
    assert_true(sketch.strokes[0].line.p[0].y > SKETCH_HEIGHT / 2);
    sketch_clear(&sketch);
    script_free(&script);
}

// The program ends without a word while someone draws.
static void a_drawing_survives_a_kill(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "mode:seat1:1");
    pull(&script, 3, -100, 0, 80);
    script_close(&script);
    script_open_table(&script);
    assert_true(script_sees(&script, "commit:seat1"));
    script_text(&script, "Bus");
    script_tap(&script, "commit:seat1");
    struct card card;
    assert_true(script_card(&script, "Bus", &card));
    assert_true(*card.ink != '\0');
    script_free(&script);
}

static void a_card_of_a_picture_alone(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    struct card card;
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "mode:seat1:2");
    assert_true(script_sees(&script, "tile:seat1:users-group")); // offered before anyone looks
    script_type(&script, 1, "suppe");
    assert_false(script_sees(&script, "tile:seat1:users-group"));
    script_tap(&script, "tile:seat1:soup");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "", &card));
    assert_string_equal(card.icon, "soup");
    // Words later.
    char name[40];
    g_snprintf(name, sizeof name, "card:%" G_GINT64_FORMAT, card.id);
    script_tap(&script, name);
    script_tap(&script, "act:edit:seat1");
    script_type(&script, 1, "essen");
    script_tap(&script, "commit:seat1");
    assert_true(script_card(&script, "essen", &card));
    assert_string_equal(card.icon, "soup");
    script_free(&script);
}

static void nothing_is_found_for_nonsense(void **state)
{
    (void)state;
    struct script script = script_new(workshop);
    script_open_table(&script);
    script_tap(&script, "new-card:seat1");
    script_tap(&script, "mode:seat1:2");
    script_text(&script, "qqxqxq");
    assert_false(script_sees(&script, "tile:seat1:soup"));
    script_tap(&script, "query-clear:seat1");
    assert_true(script_sees(&script, "tile:seat1:users-group"));
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_a_card),
        cmocka_unit_test(two_fingers_draw_at_once),
        cmocka_unit_test(takes_back_and_erases),
        cmocka_unit_test(a_drawing_survives_a_kill),
        cmocka_unit_test(a_card_of_a_picture_alone),
        cmocka_unit_test(nothing_is_found_for_nonsense),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
