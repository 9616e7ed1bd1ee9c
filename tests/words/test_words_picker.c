// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The picker's search as people type: the first letters, with mistakes, without accents, with or
// without article, in each language of the screen and four more.

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

struct typed {
    const char *query, *icon; // among the first eight
};

static void check(const char *lang, const struct typed *rows, size_t n)
{
    enum { SHOWN = 8 };
    size_t missed = 0;
    for (size_t i = 0; i < n; i++) {
        const char *names[SHOWN];
        size_t found = words_search_icons(words, rows[i].query, lang, names, SHOWN), k = 0;
        while (k < found && strcmp(names[k], rows[i].icon) != 0)
            k++;
        if (k < found)
            continue;
        missed++;
        print_error("%s: \"%s\" finds", lang, rows[i].query);
        for (k = 0; k < found; k++)
            print_error(" %s", names[k]);
        print_error(", not %s\n", rows[i].icon);
    }
    assert_int_equal(missed, 0);
}

#define CHECK(lang, rows) check(lang, rows, sizeof(rows) / sizeof *(rows))

static void test_german(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"Fahr", "bike"},
        {"Farrad", "bike"},
        {"Fahhrad", "bike"},
        {"Baeume", "tree"},
        {"Muell", "trash"},
        {"Spielplaetze", "horse-toy"},
        {"Fussball", "ball-football"},
        {"schwimm", "swimming"},
        {"KAFFEE", "coffee"},
        {"Dolmetscherin", "language"},
        {"Repair Cafe", "tools"},
        {"Arzt", "stethoscope"},
        {"Bibliotek", "books"},
        {"Beleuchtun", "lamp"},
        {"Strassenbahn", "train"},
    };
    CHECK("de", rows);
}

static void test_english(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"bicy", "bike"},
        {"bycicle", "bike"},
        {"libary", "books"},
        {"play ground", "horse-toy"},
        {"playgr", "horse-toy"},
        {"benches", "armchair"},
        {"hospitl", "building-hospital"},
        {"Doctor's", "stethoscope"},
        {"swiming", "swimming"},
        {"cafe", "coffee"},
        {"recycl", "recycle"},
        {"wi fi", "wifi"},
        {"trafic lights", "traffic-lights"},
    };
    CHECK("en", rows);
}

static void test_arabic(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"مدرسة", "school"},
        {"المدرسة", "school"},
        {"مدرسه", "school"},
        {"مدر", "school"},
        {"المدر", "school"},
        {"حديقة", "plant-2"},
        {"الحديقة", "plant-2"},
        {"مترجم", "language"},
        {"للأطفال", "mood-kid"},
        {"اطفال", "mood-kid"},
        {"طبيب", "stethoscope"},
        {"قهوة", "coffee"},
        {"مستشفى", "building-hospital"},
        {"مسجد", "building-mosque"},
    };
    CHECK("ar", rows);
}

static void test_persian(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"مدرسه", "school"},
        {"دوچرخه", "bike"},
        {"دوچر", "bike"},
        {"کتابخانه", "books"},
        {"كتابخانه", "books"},
        {"کتاب‌خانه", "books"},
        {"دانش‌آموز", "school"},
        {"دانش آموز", "school"},
        {"دانشآموز", "school"},
        {"خوش آمدید", "hand-love-you"},
        {"خوش‌آمدید", "hand-love-you"},
        {"درخت", "tree"},
        {"پزشک", "stethoscope"},
        {"زنان", "woman"},
    };
    CHECK("fa", rows);
}

static void test_ukrainian(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"велос", "bike"},        {"вилосипед", "bike"},
        {"школи", "school"},      {"сімʼя", "home-heart"},
        {"сім'я", "home-heart"},  {"сімя", "home-heart"},
        {"лікар", "stethoscope"}, {"дитячий майданчик", "horse-toy"},
        {"майданч", "horse-toy"}, {"переклад", "language"},
        {"бібліотек", "books"},   {"бiблiотека", "books"},
        {"дерев", "tree"},
    };
    CHECK("uk", rows);
}

static void test_russian(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"велос", "bike"},
        {"велосепед", "bike"},
        {"ребенок", "mood-kid"},
        {"ребёнок", "mood-kid"},
        {"переводчик", "language"},
        {"дерев", "tree"},
        {"школ", "school"},
        {"врач", "stethoscope"},
        {"больниц", "building-hospital"},
        {"библиатека", "books"},
        {"детская площадка", "horse-toy"},
        {"автобус", "bus"},
    };
    CHECK("ru", rows);
}

static void test_turkish(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"ışık", "lamp"},        {"isik", "lamp"},
        {"IŞIK", "lamp"},        {"ağaç", "tree"},
        {"agac", "tree"},        {"AĞAÇ", "tree"},
        {"çocuk", "mood-kid"},   {"cocuk", "mood-kid"},
        {"sağlık", "heartbeat"}, {"saglik", "heartbeat"},
        {"bisik", "bike"},       {"bisklet", "bike"},
        {"İŞ", "briefcase"},     {"oyun parki", "horse-toy"},
        {"kütüpane", "books"},
    };
    CHECK("tr", rows);
}

static void test_french(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"ecole", "school"},           {"école", "school"},        {"velo", "bike"},
        {"l'arbre", "tree"},           {"arbr", "tree"},           {"bibliotheque", "books"},
        {"biblioteque", "books"},      {"medecin", "stethoscope"}, {"hopital", "building-hospital"},
        {"jardin partage", "plant-2"}, {"piscine", "swimming"},    {"fete", "confetti"},
        {"traducteur", "language"},
    };
    CHECK("fr", rows);
}

static void test_kurdish(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"dibistan", "school"},    {"dibist", "school"},      {"bisiklêt", "bike"},
        {"bisiklet", "bike"},      {"zarok", "mood-kid"},     {"zarokan", "mood-kid"},
        {"jin", "woman"},          {"pirtûk", "book"},        {"pirtuk", "book"},
        {"bijîşk", "stethoscope"}, {"bijisk", "stethoscope"}, {"av", "droplet"},
        {"wergêr", "language"},    {"werger", "language"},
    };
    CHECK("ku", rows);
}

static void test_tigrinya(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"ቤት ትምህርቲ", "school"}, {"ትምህ", "school"}, {"ሓኪም", "stethoscope"}, {"ብሽክለታ", "bike"},
        {"ብሽክ", "bike"},        {"ገረብ", "tree"},   {"ቆልዑ", "mood-kid"},    {"መጽሓፍ", "book"},
        {"መፅሓፍ", "book"},       {"ኣውቶቡስ", "bus"},  {"አውቶቡስ", "bus"},       {"ቡን", "coffee"},
    };
    CHECK("ti", rows);
}

static void test_vietnamese(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"xe đạp", "bike"},
        {"xe dap", "bike"},
        {"xedap", "bike"},
        {"truong hoc", "school"},
        {"trường", "school"},
        {"cây", "tree"},
        {"tre em", "mood-kid"},
        {"trẻ em", "mood-kid"},
        {"bac si", "stethoscope"},
        {"benh vien", "building-hospital"},
        {"thu vien", "books"},
        {"phien dich", "language"},
        {"bệnh v", "building-hospital"},
    };
    CHECK("vi", rows);
}

static void test_spanish(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"arbol", "tree"},      {"árboles", "tree"},        {"bici", "bike"},
        {"bicicletta", "bike"}, {"musica", "music"},        {"medico", "stethoscope"},
        {"niños", "mood-kid"},  {"ninos", "mood-kid"},      {"biblioteca", "books"},
        {"bibloteca", "books"}, {"traduccion", "language"}, {"escuel", "school"},
    };
    CHECK("es", rows);
}

static void test_polish(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"szkoła", "school"},      {"szkola", "school"},        {"drzewa", "tree"},
        {"rower", "bike"},         {"rowery", "bike"},          {"dziecko", "mood-kid"},
        {"tłumacz", "language"},   {"tlumacz", "language"},     {"biblioteka", "books"},
        {"bibloteka", "books"},    {"plac zabaw", "horse-toy"}, {"świat", "world"},
        {"lekarz", "stethoscope"}, {"ławka", "armchair"},       {"lawka", "armchair"},
    };
    CHECK("pl", rows);
}

static void test_romanian(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"școală", "school"},
        {"scoala", "school"},
        {"şcoală", "school"},
        {"bicicleta", "bike"},
        {"copii", "mood-kid"},
        {"copac", "tree"},
        {"spital", "building-hospital"},
        {"masina", "car"},
        {"biblioteca", "books"},
        {"traducere", "language"},
        {"muzica", "music"},
        {"banca din parc", "armchair"},
        {"gradina", "plant-2"},
    };
    CHECK("ro", rows);
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
        cmocka_unit_test(test_german),     cmocka_unit_test(test_english),
        cmocka_unit_test(test_arabic),     cmocka_unit_test(test_persian),
        cmocka_unit_test(test_ukrainian),  cmocka_unit_test(test_russian),
        cmocka_unit_test(test_turkish),    cmocka_unit_test(test_french),
        cmocka_unit_test(test_kurdish),    cmocka_unit_test(test_tigrinya),
        cmocka_unit_test(test_vietnamese), cmocka_unit_test(test_spanish),
        cmocka_unit_test(test_polish),     cmocka_unit_test(test_romanian),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("picker", tests, open_words, close_words);
}
