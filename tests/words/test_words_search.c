// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The icon search of the picker: the same words as the cards, in whatever language someone types,
// from their first letters on. And which language a short card is in.

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
#include "words/words.h"

static struct words *words;

static bool finds(const char *lang, const char *query, const char *icon)
{
    const char *names[8];
    size_t n = words_search_icons(words, query, lang, names, G_N_ELEMENTS(names));
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i], icon) == 0)
            return true;
    return false;
}

static void test_languages(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *bike, *school, *tree;
    } words_for[] = {
        {"de", "Fahrrad", "Schule", "Bäume"},   {"en", "bike", "schools", "tree"},
        {"ar", "دراجة", "مدرسة", "شجرة"},       {"fa", "دوچرخه", "مدرسه", "درخت"},
        {"uk", "велосипед", "школа", "дерево"}, {"ru", "велосипед", "школа", "дерево"},
        {"tr", "bisiklet", "okul", "ağaç"},     {"fr", "vélo", "école", "arbre"},
        {"ku", "bisiklêt", "dibistan", "dar"},  {"ti", "ብሽክለታ", "ቤት ትምህርቲ", "ገረብ"},
        {"vi", "xe đạp", "trường học", "cây"},  {"es", "bicicleta", "escuela", "árbol"},
        {"pl", "rower", "szkoła", "drzewo"},    {"ro", "bicicletă", "școală", "copac"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words_for); i++) {
        const char *lang = words_for[i].lang;
        if (!finds(lang, words_for[i].bike, "bike") || !finds(lang, words_for[i].school, "school") ||
            !finds(lang, words_for[i].tree, "tree"))
            fail_msg("%s: not all of bicycle, school and tree are found", lang);
    }
}

static void test_typing(void **state)
{
    (void)state;
    assert_true(finds("de", "kaff", "coffee"));
    assert_true(finds("de", "  KAFFEE ", "coffee"));
    assert_true(finds("de", "ecole", "school") || finds("de", "école", "school")); // any language
    assert_false(finds("de", "Schule", "bike"));
    const char *names[4];
    assert_int_equal(words_search_icons(words, "", "de", names, 4), 0);
    assert_int_equal(words_search_icons(words, "qqxqqx", "de", names, 4), 0);
    assert_true(words_search_icons(words, "s", "de", names, 4) <= 4);
}

static void test_short_cards(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *text;
    } cards[] = {
        {"de", "Öffentliche Toiletten"}, {"fr", "Des pistes cyclables sécurisées"},
        {"tr", "Gece otobüsü"},          {"tr", "Hastanede tercüman"},
        {"es", "Banco de alimentos"},    {"es", "Biblioteca abierta los domingos"},
        {"uk", "Вуличне освітлення"},    {"ru", "Детская площадка"},
        {"ku", "Baxçeyê zarokan"},       {"vi", "Trồng cây"},
        {"pl", "Sadzenie drzew"},        {"ro", "Plantarea copacilor"},
        {"ti", "መጻወቲ ቆልዑ"},              {"ar", "مقهى للنساء"},
        {"fa", "کافه زنان"},             {"en", "Food bank"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cards); i++) {
        const char *guess = words_guess_language(words, cards[i].text);
        if (strcmp(guess, cards[i].lang) != 0)
            fail_msg("\"%s\" is %s, not %s", cards[i].text, cards[i].lang, guess);
    }
}

static int open_words(void **state)
{
    (void)state;
    struct err err = {0};
    words = words_open(&err);
    return words == NULL;
}

static int close_words(void **state)
{
    (void)state;
    words_close(words);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_typing),
        cmocka_unit_test(test_short_cards),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("search", tests, open_words, close_words);
}
