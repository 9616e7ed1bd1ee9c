// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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
#include "words/words.h"

struct room {
    struct words *words;
    struct arena *arena;
};

static int open_words(void **state)
{
    struct err err = {0};
    struct room *room = g_new0(struct room, 1);
    room->words = words_open(&err);
    room->arena = arena_new();
    if (room->words == NULL)
        print_error("%s\n", err.text);
    *state = room;
    return room->words != NULL ? 0 : -1;
}

static int close_words(void **state)
{
    struct room *room = *state;
    words_close(room->words);
    arena_free(room->arena);
    g_free(room);
    return 0;
}

static void test_keyword_and_icon(void **state)
{
    static const struct {
        const char *lang, *text, *keyword, *icon;
    } rows[] = {
        {"de", "Sprachcafé: reden statt büffeln", "Sprachcafé", "messages"},
        {"de", "Mehr Paten für neue Familien im Stadtteil gewinnen", "Paten", "heart-handshake"},
        {"de", "Repair Café", "Repair Café", "tools"},
        {"de",
         "Sprach\xC2\xAD"
         "café",
         "Sprachcafé", "messages"},
    };
    struct room *room = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct word_result *result =
            words_understand(room->words, rows[i].text, rows[i].lang, NULL, room->arena);
        assert_string_equal(result->keyword, rows[i].keyword);
        assert_true(result->icons_n > 0);
        assert_string_equal(result->icons[0].name, rows[i].icon);
        assert_non_null(result->icons[0].because[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_keyword_and_icon, open_words, close_words),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
