// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What pictures are called: each one that is offered has a word in all ten languages of the screens,
// in their script.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <string.h>

#include "base/err.h"
#include "words/interior.h"
#include "words/words.h"

static const struct {
    const char *lang;
    GUnicodeScript script; // at least one character of each word
} languages[] = {
    {"de", G_UNICODE_SCRIPT_LATIN},    {"en", G_UNICODE_SCRIPT_LATIN},
    {"ar", G_UNICODE_SCRIPT_ARABIC},   {"fa", G_UNICODE_SCRIPT_ARABIC},
    {"ku", G_UNICODE_SCRIPT_LATIN},    {"uk", G_UNICODE_SCRIPT_CYRILLIC},
    {"ru", G_UNICODE_SCRIPT_CYRILLIC}, {"tr", G_UNICODE_SCRIPT_LATIN},
    {"fr", G_UNICODE_SCRIPT_LATIN},    {"ti", G_UNICODE_SCRIPT_ETHIOPIC},
};

static bool has_script(const char *text, GUnicodeScript script)
{
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        if (g_unichar_get_script(g_utf8_get_char(c)) == script)
            return true;
    }
    return false;
}

static void every_picture_has_a_word(void **state)
{
    struct words *words = *state;
    const struct vocabulary *vocabulary = words->vocabulary;
    size_t seen = 0;
    for (size_t i = 0; i < vocabulary->icons_n; i++) {
        const char *icon = vocabulary_icon(vocabulary, i);
        if (g_str_has_suffix(icon, "-off")) // named by what is struck
            continue;
        seen++;
        for (size_t k = 0; k < G_N_ELEMENTS(languages); k++) {
            const char *label = words_icon_label(words, icon, languages[k].lang);
            if (label == NULL || !has_script(label, languages[k].script))
                fail_msg("%s in %s: %s", icon, languages[k].lang, label != NULL ? label : "none");
        }
    }
    assert_true(seen > 500);
}

// What is struck has a word itself.
static void struck_ones_have_what_is_struck(void **state)
{
    struct words *words = *state;
    const struct vocabulary *vocabulary = words->vocabulary;
    for (size_t i = 0; i < vocabulary->icons_n; i++) {
        const char *icon = vocabulary_icon(vocabulary, i);
        if (!g_str_has_suffix(icon, "-off") || words_icon_label(words, icon, "en") != NULL)
            continue;
        char *whole = g_strndup(icon, strlen(icon) - strlen("-off"));
        if (words_icon_label(words, whole, "ti") == NULL)
            fail_msg("%s", icon);
        g_free(whole);
    }
}

// Our own words come before the names of signs.
static void names_are_what_people_say(void **state)
{
    struct words *words = *state;
    assert_string_equal(words_icon_label(words, "coffee", "de"), "Begegnungscafé");
    assert_string_equal(words_icon_label(words, "clock", "de"), "Uhrzeit");
    assert_string_equal(words_icon_label(words, "book", "ar"), "قراءة");
    assert_string_equal(words_icon_label(words, "chalkboard", "ti"), "መምህር");
    assert_null(words_icon_label(words, "no-such-icon", "de"));
}

static int open_words(void **state)
{
    struct err err = {0};
    *state = words_open(&err);
    return *state == NULL;
}

static int close_words(void **state)
{
    words_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_picture_has_a_word),
        cmocka_unit_test(struck_ones_have_what_is_struck),
        cmocka_unit_test(names_are_what_people_say),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, open_words, close_words);
}
