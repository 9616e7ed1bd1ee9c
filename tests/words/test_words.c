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

static const char *first_icon(struct room *room, const char *lang, const char *text)
{
    const struct word_result *result = words_understand(room->words, text, lang, NULL, room->arena);
    return result->icons_n > 0 ? result->icons[0].name : "";
}

struct expected {
    const char *lang, *text, *icon;
};

static void check_icons(struct room *room, const struct expected *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *icon = first_icon(room, rows[i].lang, rows[i].text);
        if (strcmp(icon, rows[i].icon) != 0)
            print_error("%s: %s\n", rows[i].lang, rows[i].text);
        assert_string_equal(icon, rows[i].icon);
    }
}

// Particles and endings that libstemmer does not know, or that are written to the word.
static void test_forms(void **state)
{
    static const struct expected rows[] = {
        {"ar", "وبالمدرسة", "school"},
        {"ar", "للأطفال", "mood-kid"},
        {"fa", "کتابخانه‌هایشان", "books"},
        {"fa", "مدرسه‌ها", "school"},
        {"ku", "pirtûkxaneyê", "books"},
        {"ku", "bisîkletên me", "bike"},
        {"ckb", "قوتابخانەکان", "school"},
        {"uk", "бібліотеками", "books"},
        {"uk", "перекладачами", "language"},
        {"pl", "bibliotekami", "books"},
        {"pl", "rowerami", "bike"},
        {"ru", "библиотеках", "books"},
        {"ti", "ንቤትትምህርቲ ብብሽክለታ", "bike"},
        {"vi", "THƯ VIỆN", "books"},
        {"tr", "KÜTÜPHANELERDE", "books"},
        {"de", "Lehrer:innen", "chalkboard-teacher"},
        {"de", "Bibliothekarinnen und Bibliotheken", "books"},
        {"de", "Buecherei", "books"},
    };
    check_icons(*state, rows, G_N_ELEMENTS(rows));
}

static void test_mistakes(void **state)
{
    static const struct expected rows[] = {
        {"de", "Biblothek", "books"},
        {"de", "Dolmetsher", "language"},
        {"de", "Fahradwerkstatt", "bike"},
        {"en", "libary", "books"},
        {"en", "volunters", "heart-handshake"},
        {"ru", "библотека", "books"},
        {"de", "Stunde", ""},
        {"de", "Kirschen", "apple"},
    };
    check_icons(*state, rows, 6);
    // A word that exists is no mistake: a cherry is no church.
    assert_string_not_equal(first_icon(*state, "de", "Kirschen"), "building-church");
}

// The icon shows what is wanted.
static void test_wanted(void **state)
{
    static const struct expected rows[] = {
        {"de", "Fahrräder statt Autos", "bike"},
        {"de", "Statt Parkplätzen Bäume", "tree"},
        {"en", "Bicycles instead of cars", "bike"},
        {"en", "Instead of a car park, trees", "tree"},
        {"fr", "Des vélos au lieu de voitures", "bike"},
        {"tr", "Araba yerine bisiklet", "bike"},
        {"ru", "Велосипеды вместо машин", "bike"},
        {"ar", "دراجات بدلا من السيارات", "bike"},
        {"de", "Keine Autos", "car-off"},
        {"en", "No cars", "car-off"},
        {"de", "Nicht nur Autos", "car"},
        {"de", "Weniger Lärm", "volume"},
        // Who denies a loss wants the thing.
        {"en", "Stop the library cuts", "books"},
        {"de", "Gegen die Schließung der Bibliothek", "books"},
        {"fr", "Non à la fermeture de la bibliothèque", "books"},
        {"ru", "Против закрытия библиотеки", "books"},
    };
    check_icons(*state, rows, G_N_ELEMENTS(rows));
}

static void test_choices(void **state)
{
    struct room *room = *state;
    static const struct word_choice choices[] = {
        {"GWA", "building-lighthouse"},
        {"offener Treff", "sofa"},
        {"Treff", ""},
        {"GWA", "anchor"},
    };
    words_set_choices(room->words, choices, G_N_ELEMENTS(choices));
    assert_string_equal(first_icon(room, "de", "Die GWA soll bleiben"), "building-lighthouse");
    assert_string_equal(first_icon(room, "ru", "Открыть GWA для всех"), "building-lighthouse");
    // The longer term decides; inflection does not matter.
    assert_string_equal(first_icon(room, "de", "Für einen offenen Treff im Park"), "sofa");
    assert_string_equal(first_icon(room, "de", "Ein Treff im Park"), "");
    const struct word_result *result =
        words_understand(room->words, "Die GWA soll bleiben", "de", NULL, room->arena);
    assert_string_equal(result->icons[0].concept, "choice");
    assert_string_equal(result->icons[0].because[0], "GWA");
    words_set_choices(room->words, NULL, 0);
    assert_string_not_equal(first_icon(room, "de", "Ein Treff im Park"), "");
}

static bool has_pair(const struct word_pair *pairs, size_t n, size_t a, size_t b)
{
    for (size_t i = 0; i < n; i++)
        if (pairs[i].a == a && pairs[i].b == b && pairs[i].score >= 0.6)
            return true;
    return false;
}

static void test_alike(void **state)
{
    static const struct word_text cards[] = {
        {"Sprachkurs mit Kinderbetreuung", "de"},          // 0
        {"Kinderbetreuung während der Sprachkurse", "de"}, // 1
        {"کلاس زبان با مراقبت از کودکان", "fa"},           // 2
        {"Language course with childcare", "en"},          // 3
        {"Mehr Bäume am Marktplatz", "de"},                // 4
        {"Keine Bäume am Marktplatz", "de"},               // 5
        {"Offene Sporthalle am Freitag", "de"},            // 6
        {"mehr bäume am marktplatz", "de"},                // 7
    };
    struct room *room = *state;
    struct word_pair pairs[32];
    size_t n =
        words_find_alike(room->words, cards, G_N_ELEMENTS(cards), pairs, G_N_ELEMENTS(pairs));
    assert_true(has_pair(pairs, n, 0, 1));
    assert_true(has_pair(pairs, n, 0, 2));
    assert_true(has_pair(pairs, n, 2, 3));
    assert_true(has_pair(pairs, n, 4, 7));
    assert_false(has_pair(pairs, n, 4, 5));
    for (size_t i = 0; i < n; i++) {
        assert_true(pairs[i].a < pairs[i].b);
        assert_true(i == 0 || pairs[i].score <= pairs[i - 1].score);
        assert_true(pairs[i].a != 6 && pairs[i].b != 6);
    }
    assert_int_equal(words_find_alike(room->words, cards, G_N_ELEMENTS(cards), pairs, 1), 1);
    assert_int_equal(words_find_alike(room->words, NULL, 0, pairs, 1), 0);
}

static void test_agree(void **state)
{
    static const struct word_text cards[] = {
        {"Ein Nachbarschaftsfest mit Musik im Sommer", "de"},
        {"Im Sommer mit Musik feiern: ein Nachbarschaftsfest", "de"},
        {"Nachbarschaftsfest im Hof", "de"},
        {"Repair-Café am Samstag", "de"},
        {"Repaircafé", "de"},
    };
    struct room *room = *state;
    struct word_result *results[G_N_ELEMENTS(cards)];
    for (size_t i = 0; i < G_N_ELEMENTS(cards); i++)
        results[i] = words_understand(room->words, cards[i].text, "de", NULL, room->arena);
    words_agree(room->words, cards, results, G_N_ELEMENTS(cards), room->arena);
    assert_string_equal(results[0]->key, results[1]->key);
    for (size_t i = 0; i < G_N_ELEMENTS(cards); i++) {
        // Still a piece of the own text.
        assert_true(strncmp(cards[i].text + results[i]->keyword_start, results[i]->keyword,
                            results[i]->keyword_length) == 0);
    }
    assert_string_equal(results[4]->keyword, "Repaircafé");
}

static void test_groups(void **state)
{
    static const char *const sports[] = {"Offene Sporthalle am Freitag", "Sporthalle auch für Mädchen",
                                         "Sporthalle ohne Vereinsbeitrag",
                                         "Die Sporthalle länger öffnen",
                                         "Turnier in der Sporthalle"};
    static const char *const gardens[] = {"Ein Garten für alle", "Garten hinter der Schule",
                                          "Im Garten Gemüse ziehen", "Garten und Rezepte teilen",
                                          "Schlüssel für den Garten"};
    struct room *room = *state;
    struct word_text cards[21];
    for (size_t i = 0; i < 5; i++) {
        cards[2 * i] = (struct word_text){sports[i], "de"};
        cards[2 * i + 1] = (struct word_text){gardens[i], "de"};
    }
    static const char *const others[] = {
        "Mehr Licht", "Ruhe nachts", "Ein Fest im Juni", "Bücher tauschen", "Busse am Sonntag",
        "Weniger Papier", "Lotsen beim Amt", "Zahnarzt", "Deutsch lernen", "Kinder betreuen", "Wasser"};
    for (size_t i = 0; i < 11; i++)
        cards[10 + i] = (struct word_text){others[i], "de"};
    const struct word_text topic = {"Unser Stadtteil", "de"};
    struct word_group groups[4];
    size_t n = words_group(room->words, cards, 21, &topic, NULL, groups, 4, room->arena);
    assert_int_equal(n, 3);
    bool sport_first = groups[0].cards[0] == 0;
    assert_string_equal(groups[sport_first ? 0 : 1].name, "Sporthalle");
    assert_string_equal(groups[sport_first ? 1 : 0].name, "Garten");
    assert_string_equal(groups[2].name, "");
    int seen[21] = {0};
    for (size_t g = 0; g < n; g++)
        for (size_t i = 0; i < groups[g].n; i++)
            seen[groups[g].cards[i]]++;
    for (size_t i = 0; i < 21; i++)
        assert_int_equal(seen[i], 1);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(groups[sport_first ? 0 : 1].cards[i], 2 * i);
    const struct word_text sport = {"Unsere Sporthalle", "de"};
    n = words_group(room->words, cards, 21, &sport, NULL, groups, 4, room->arena);
    assert_int_equal(n, 2);
    assert_string_equal(groups[0].name, "Garten");
    assert_int_equal(words_group(room->words, cards, 0, &topic, NULL, groups, 4, room->arena), 0);
}

static void test_bundle_name(void **state)
{
    static const struct word_text cards[] = {
        {"Mehr Bänke im Park", "de"},
        {"Bänke mit Schatten vor der Bücherei", "de"},
        {"Eine Bank vor jedem Haus, um zu reden", "de"},
        {"Ältere brauchen Bänke an der Haltestelle", "de"},
    };
    struct room *room = *state;
    const char *name =
        words_name_bundle(room->words, cards, G_N_ELEMENTS(cards), NULL, room->arena);
    assert_non_null(strstr(name, "Bänke"));
    assert_string_equal(words_name_bundle(room->words, cards, 0, NULL, room->arena), "");
    static const struct word_text one[] = {{"Ja!", "de"}};
    assert_string_equal(words_name_bundle(room->words, one, 1, NULL, room->arena), "Ja");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_keyword_and_icon, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_forms, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_mistakes, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_wanted, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_choices, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_alike, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_agree, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_bundle_name, open_words, close_words),
        cmocka_unit_test_setup_teardown(test_groups, open_words, close_words),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
