// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two seats at one table: each has its own undo; where others came between, one sentence says so in
// the seat's language.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/settings.h"
#include "draw/scene.h"
#include "script.h"

static const char workshop[] = "# Werkstatt\n## Garten\n## Chor\n";

static void tap(struct script *script, const char *what, int seat)
{
    char name[64];
    g_snprintf(name, sizeof name, "%s:seat%d", what, seat);
    script_tap(script, name);
}

// In narrow zones undo stands among "more".
static void tap_undo(struct script *script, int seat)
{
    char name[64];
    g_snprintf(name, sizeof name, "undo:seat%d", seat);
    if (!script_sees(script, name))
        tap(script, "more", seat);
    tap(script, "undo", seat);
}

static void write_card(struct script *script, int seat, const char *text)
{
    tap(script, "new-card", seat);
    script_text(script, text);
    tap(script, "commit", seat);
}

// Two at the wall, both at table 1; the second reads French.
static struct script two_at_one_table(void)
{
    struct script script = script_new(workshop);
    struct settings settings = settings_load();
    settings.still = true;
    g_strlcpy(settings.seats[1].langs[0], "fr", sizeof settings.seats[1].langs[0]);
    settings_save(&settings);
    script_open(&script);
    script_tap(&script, "seats");
    script_tap(&script, "seats:wall:2");
    script_sit(&script);
    tap(&script, "title", 2);
    script_tap(&script, "table:seat2:1");
    return script;
}

static void each_seat_undoes_its_own(void **state)
{
    (void)state;
    struct script script = two_at_one_table();
    struct card card;
    write_card(&script, 1, "Brot");
    write_card(&script, 2, "Salz");
    tap_undo(&script, 1);
    assert_false(script_card(&script, "Brot", &card));
    assert_true(script_card(&script, "Salz", &card));
    script_close(&script);
    script_open_table(&script);
    assert_true(script_card(&script, "Salz", &card));
    tap_undo(&script, 2);
    assert_false(script_card(&script, "Salz", &card));
    script_free(&script);
}

struct search {
    char name[64];
    double right; // mm; what lies left of it is meant
    struct box box;
};

static void find(void *context, const struct scene_mark *mark, struct box box)
{
    struct search *search = context;
    if (mark->hit != NULL && strcmp(mark->hit, search->name) == 0 && box.x < search->right)
        search->box = box;
}

// The first seat takes up the card, as it hangs on its own board.
static void tap_card_at_first(struct script *script, int64_t card)
{
    struct search search = {.right = 600};
    g_snprintf(search.name, sizeof search.name, "card:%" G_GINT64_FORMAT, card);
    scene_each_mark(app_scene(script->app), find, &search);
    assert_false(box_is_empty(search.box));
    double x = search.box.x + search.box.w / 2, y = search.box.y + search.box.h / 2;
    script_event(script, EVENT_DOWN, 1, x, y);
    script_event(script, EVENT_UP, 1, x, y);
}

static void who_comes_between_is_told(void **state)
{
    (void)state;
    struct script script = two_at_one_table();
    struct card card;
    write_card(&script, 2, "Brot");
    assert_true(script_card(&script, "Brot", &card));
    tap_card_at_first(&script, card.id);
    tap(&script, "act:park", 1);
    tap_undo(&script, 2);
    assert_true(script_says(&script, "Quelqu’un l’a modifié depuis. Cela reste."));
    assert_true(script_card(&script, "Brot", &card));
    assert_true(card.parked);
    tap_undo(&script, 1);
    assert_true(script_card(&script, "Brot", &card));
    assert_false(card.parked);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_seat_undoes_its_own),
        cmocka_unit_test(who_comes_between_is_told),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("undoing", tests, NULL, NULL);
}
