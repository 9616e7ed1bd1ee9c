// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any valid UTF-8 goes in, valid UTF-8 comes out, and a megabyte takes no longer than it must.
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
#include "base/random.h"
#include "words/words.h"

static const char *const langs[] = {"",   "de", "en",  "ar", "fa", "uk", "ru",      "tr", "fr",
                                    "ku", "ti", "ckb", "vi", "es", "pl", "ro",      "it", "nl",
                                    "pt", "sq", "so",  "hr", "th", "zh", "sr-Latn", "xx"};

static int open_words(void **state)
{
    struct err err = {0};
    *state = words_open(&err);
    if (*state == NULL)
        print_error("%s\n", err.text);
    return *state != NULL ? 0 : -1;
}

static int close_words(void **state)
{
    words_close(*state);
    return 0;
}

static bool is_valid(const char *text)
{
    return text != NULL && g_utf8_validate(text, -1, NULL);
}

// Everything that takes a text, on this one.
static void check_text(struct words *words, struct word_counts *counts, const char *text,
                       const char *lang)
{
    struct arena *arena = arena_new();
    word_counts_add(counts, text, lang);
    const struct word_result *result = words_understand(words, text, lang, counts, arena);
    size_t length = strlen(text);
    assert_true(is_valid(result->lang));
    assert_true(is_valid(result->keyword));
    assert_true(result->keyword_start <= length);
    assert_true(result->keyword_length <= length - result->keyword_start);
    assert_true(
        g_utf8_validate(text + result->keyword_start, (gssize)result->keyword_length, NULL));
    assert_true(result->icons_n <= WORDS_ICONS);
    for (size_t i = 0; i < result->icons_n; i++) {
        assert_true(result->icons[i].score > 0 && result->icons[i].score <= 1);
        for (size_t k = 0; k < WORDS_REASONS && result->icons[i].because[k] != NULL; k++)
            assert_true(is_valid(result->icons[i].because[k]));
    }
    for (size_t max = 0; max < 90; max += 30)
        assert_true(is_valid(words_clause(words, text, lang, result->keyword, max, arena)));
    assert_true(is_valid(word_counts_skip_prefix(counts, text, lang)));
    assert_true(is_valid(words_guess_language(words, text)));
    arena_free(arena);
}

// Random bytes, random characters of many scripts, or pieces of words with signs between them.
static char *random_text(struct random *random)
{
    static const char *const pieces[] = {
        "Sprachcafé", "für",  "alle", ": ", " – ",   "(",    ")",      "-",      "*innen", "kein ",
        "statt ",     "\n",   "\t",   "…",  "مدرسة", "ال",   "\u0301", "\u00AD", "\u200D", "ኣብ ",
        "โรงเรียน",    "学校", "’",    "l'", "3,5",   "z.B.", "GWA",    "\u202E", "not ",   " "};
    GString *raw = g_string_new(NULL);
    size_t n = random_below(random, 120), kind = random_below(random, 3);
    for (size_t i = 0; i < n; i++) {
        if (kind == 0)
            g_string_append_c(raw, (char)random_below(random, 256));
        else if (kind == 1)
            g_string_append_unichar(raw, (gunichar)(1 + random_below(random, 0x3000)));
        else
            g_string_append(raw, pieces[random_below(random, G_N_ELEMENTS(pieces))]);
    }
    // A text ends at its first NUL.
    char *valid = g_utf8_make_valid(raw->str, (gssize)strlen(raw->str));
    g_string_free(raw, TRUE);
    return valid;
}

static void test_any_text(void **state)
{
    enum { TEXTS = 4000 };
    struct random random = random_of("words-fuzz");
    struct word_counts *counts = word_counts_new(*state);
    for (int i = 0; i < TEXTS; i++) {
        char *text = random_text(&random);
        check_text(*state, counts, text, langs[random_below(&random, G_N_ELEMENTS(langs))]);
        g_free(text);
    }
    word_counts_free(counts);
}

static void test_any_query(void **state)
{
    enum { QUERIES = 300, ROOM = 10 };
    struct random random = random_of("words-queries");
    const char *names[ROOM];
    for (int i = 0; i < QUERIES; i++) {
        char *text = random_text(&random);
        size_t n = words_search_icons(
            *state, text, langs[random_below(&random, G_N_ELEMENTS(langs))], names, ROOM);
        assert_true(n <= ROOM);
        for (size_t k = 0; k < n; k++)
            assert_true(is_valid(names[k]));
        g_free(text);
    }
}

// What takes many cards, on any.
static void test_any_cards(void **state)
{
    enum { ROUNDS = 40, CARDS = 40, ROOM = 6 };
    struct random random = random_of("words-cards");
    for (int round = 0; round < ROUNDS; round++) {
        struct arena *arena = arena_new();
        struct word_counts *counts = word_counts_new(*state);
        struct word_text cards[CARDS];
        struct word_result *results[CARDS];
        for (size_t i = 0; i < CARDS; i++) {
            char *text = random_text(&random);
            cards[i] = (struct word_text){arena_strdup(arena, text),
                                          langs[random_below(&random, G_N_ELEMENTS(langs))]};
            g_free(text);
            word_counts_add(counts, cards[i].text, cards[i].lang);
            results[i] = words_understand(*state, cards[i].text, cards[i].lang, counts, arena);
        }
        words_agree(*state, cards, results, CARDS, arena);
        for (size_t i = 0; i < CARDS; i++)
            assert_true(is_valid(results[i]->keyword));
        assert_true(is_valid(words_name_bundle(*state, cards, CARDS, counts, arena)));
        struct word_group groups[ROOM];
        size_t sum = 0,
               n = words_group(*state, cards, CARDS, &cards[0], counts, groups, ROOM, arena);
        for (size_t i = 0; i < n; i++) {
            assert_true(is_valid(groups[i].name));
            sum += groups[i].n;
        }
        assert_int_equal(sum, CARDS);
        word_counts_free(counts);
        arena_free(arena);
    }
}

// One line of a megabyte, of one piece again and again.
static void test_long_lines(void **state)
{
    static const char *const pieces[] = {
        "a",  "ä",  "-",  "a-",  "a b ", "kein ",  "(",  "\u0301",    "ไทย", "Fahrradgarten",
        "学", ": ", "l'", "*in", "1,",   "\u00AD", "ال", "Haus- und "};
    enum { SIZE = 1000 * 1000 };
    gint64 longest = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        struct word_counts *counts = word_counts_new(*state);
        GString *line = g_string_sized_new(SIZE + 32);
        while (line->len < SIZE)
            g_string_append(line, pieces[i]);
        gint64 before = g_get_monotonic_time();
        check_text(*state, counts, line->str, i % 2 == 0 ? "de" : "");
        const char *name;
        words_search_icons(*state, line->str, "de", &name, 1);
        longest = MAX(longest, g_get_monotonic_time() - before);
        g_string_free(line, TRUE);
        word_counts_free(counts);
    }
    // Under sanitizers too. Were anything quadratic, it would be minutes.
    assert_true(longest < 5 * G_USEC_PER_SEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_any_text, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_any_query, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_any_cards, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_long_lines, open_words, close_words),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("words-fuzz", tests, NULL, NULL);
}
