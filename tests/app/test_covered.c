// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is covered: anybody may cover a card but says why; the facilitator sees it with its reason and
// shows it again; once there is a code, nobody else brings it back or finds it. A wish is found by
// its critique.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "app/facilitator.h"
#include "script.h"

static const char workshop[] = "# Werkstatt\n## Garten\n- Beete\n- Wasser\n";

static void tap_id(struct script *script, const char *what, int64_t id)
{
    char name[64];
    g_snprintf(name, sizeof name, "%s:%" G_GINT64_FORMAT, what, id);
    script_tap(script, name);
}

static bool sees_id(struct script *script, const char *what, int64_t id)
{
    char name[64];
    g_snprintf(name, sizeof name, "%s:%" G_GINT64_FORMAT, what, id);
    return script_sees(script, name);
}

static int64_t id_of(struct script *script, const char *text)
{
    struct card card;
    assert_true(script_card(script, text, &card));
    return card.id;
}

static struct script at_the_table(void)
{
    struct script script = script_new(workshop);
    script.seats = 1;
    script_open_table(&script);
    return script;
}

static void cover(struct script *script, int64_t card)
{
    tap_id(script, "card", card);
    script_tap(script, "act:more:seat1");
    script_tap(script, "act:hide:seat1");
    script_tap(script, "reason:1:seat1");
}

static void type_code(struct script *script)
{
    for (const char *digit = "1234"; *digit != '\0'; digit++) {
        char name[8];
        g_snprintf(name, sizeof name, "code:%c", *digit);
        script_tap(script, name);
    }
}

static void who_covers_says_why(void **state)
{
    (void)state;
    struct script script = at_the_table(); // others wrote the cards
    struct card card;
    int64_t id = id_of(&script, "Beete");
    tap_id(&script, "card", id);
    script_tap(&script, "act:more:seat1");
    script_tap(&script, "act:hide:seat1");
    assert_true(script_card(&script, "Beete", &card));
    assert_false(card.hidden); // not before the reason
    script_tap(&script, "sheet-close:seat1");
    assert_true(script_card(&script, "Beete", &card));
    assert_false(card.hidden);
    script_key(&script, KEY_ESCAPE);
    cover(&script, id);
    assert_true(script_card(&script, "Beete", &card));
    assert_true(card.hidden);
    assert_true(*card.hidden_reason != '\0');
    assert_false(sees_id(&script, "card", id));
    script_tap(&script, "take-back:seat1");
    assert_true(script_card(&script, "Beete", &card));
    assert_false(card.hidden);
    script_free(&script);
}

static void the_facilitator_shows_it_again(void **state)
{
    (void)state;
    struct script script = at_the_table();
    struct card card;
    int64_t id = id_of(&script, "Beete");
    cover(&script, id);
    script_key(&script, KEY_ESCAPE);
    assert_string_equal(app_screen_name(script.app), "hall");
    script_tap(&script, "lead");
    assert_true(sees_id(&script, "lead:look", id));
    tap_id(&script, "lead:show", id);
    assert_true(script_card(&script, "Beete", &card));
    assert_false(card.hidden);
    assert_false(sees_id(&script, "lead:show", id));
    script_free(&script);
}

// The basket and the search are everybody's; what is covered is not, once there is a code.
static void with_a_code_it_is_the_facilitator_s(void **state)
{
    (void)state;
    struct script script = at_the_table();
    int64_t id = id_of(&script, "Beete"), other = id_of(&script, "Wasser");
    cover(&script, id);
    tap_id(&script, "card", other);
    script_tap(&script, "act:away:seat1");
    script_tap(&script, "basket:seat1");
    assert_true(script_says(&script, "Beete")); // without a code everybody leads
    assert_true(script_says(&script, "Wasser"));
    script_tap(&script, "basket-back:seat1");
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "lead");
    script_tap(&script, "lead:code");
    type_code(&script);
    type_code(&script);
    script_wait(&script, FACILITATOR_SHUTS_MS + 1000);
    script_tap(&script, "table:1");
    script_tap(&script, "basket:seat1");
    assert_false(script_says(&script, "Beete"));
    assert_true(script_says(&script, "Wasser"));
    script_tap(&script, "basket-back:seat1");
    script_tap(&script, "search:seat1");
    script_text(&script, "beet");
    assert_false(script_says(&script, "Beete"));
    script_key(&script, KEY_ESCAPE);
    script_key(&script, KEY_ESCAPE);
    script_tap(&script, "lead");
    assert_true(script_sees(&script, "code:sheet"));
    type_code(&script);
    assert_true(sees_id(&script, "lead:show", id));
    script_free(&script);
}

static void a_wish_is_found_by_its_critique(void **state)
{
    (void)state;
    struct script script = script_new(NULL);
    script.seats = 1;
    script_open(&script);
    script_tap(&script, "template:short");
    script_tap(&script, "table:1");
    script_text(&script, "Kurse sind zu voll");
    script_key(&script, KEY_ENTER);
    tap_id(&script, "card", id_of(&script, "Kurse sind zu voll"));
    script_tap(&script, "act:wish:seat1");
    script_type(&script, 1, "kleine gruppen");
    script_tap(&script, "commit:seat1");
    int64_t wish = id_of(&script, "kleine gruppen");
    script_tap(&script, "search:seat1");
    script_text(&script, "voll");
    assert_true(script_says(&script, "Kurse sind zu voll"));
    assert_true(script_says(&script, "kleine gruppen"));
    script_text(&script, "mond");
    assert_false(script_says(&script, "kleine gruppen"));
    assert_true(wish != 0);
    script_free(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_covers_says_why),
        cmocka_unit_test(the_facilitator_shows_it_again),
        cmocka_unit_test(with_a_code_it_is_the_facilitator_s),
        cmocka_unit_test(a_wish_is_found_by_its_critique),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("covered", tests, NULL, NULL);
}
