// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a card is about: the part that a word plays in its sentence, forms as they are listed, when
// a picture may be shown unasked, and what never is a keyword.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

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
    static struct room room;
    struct err err = {0};
    room.words = words_open(&err);
    room.arena = arena_new();
    *state = &room;
    return room.words != NULL ? 0 : -1;
}

static int close_words(void **state)
{
    struct room *room = *state;
    words_close(room->words);
    arena_free(room->arena);
    return 0;
}

struct expected {
    const char *lang, *text, *what; // icon or keyword
};

static void check(struct room *room, const struct expected *rows, size_t n, bool keyword)
{
    for (size_t i = 0; i < n; i++) {
        const struct word_result *result =
            words_understand(room->words, rows[i].text, rows[i].lang, NULL, room->arena);
        const char *icon = result->icons_n > 0 ? result->icons[0].name : "";
        const char *what = keyword ? result->keyword : icon;
        if (strcmp(what, rows[i].what) != 0)
            print_error("%s\n", rows[i].text);
        assert_string_equal(what, rows[i].what);
    }
}

static void test_parts(void **state)
{
    static const struct expected rows[] = {
        // What a deed is done to.
        {"de", "Ausbau der Radwege", "bike"},
        {"de", "Senkung der Miete für Familien", "home-dollar"},
        {"de", "Bau und Pflege von Nistplätzen", "feather"},
        {"en", "Promotion of cycling", "bike"},
        // Where, for whom, whose.
        {"de", "Filmabend im Park", "movie"},
        {"de", "Chor für Senioren", "microphone"},
        {"en", "Translate the forms of the town hall", "forms"},
        // More about a thing.
        {"de", "Bäume, die auch den Vögeln nützen", "tree"},
        // English verbs.
        {"en", "We want to promote local farmers", "tractor"},
        // A name holds no word of ours, but what kind of thing it is.
        {"en", "The Bowling Green Warren County Airport needs a bus from the city", "plane"},
        // Less of it is what the card speaks of.
        {"en", "Less paperwork for families", "stack-2"},
        // The last part of a compound that says only of what kind: a Rasenfläche is a lawn.
        {"de", "Rasenflächen", "flower"},
        {"de", "Wohnzimmerkonzert", "music"},
        // All is written small.
        {"de", "gemeinschaftsküche im bürgerhaus", "tools-kitchen-2"},
        // A term may deny something itself.
        {"de", "Reparieren statt wegwerfen", "tools"},
    };
    check(*state, rows, sizeof rows / sizeof *rows, false);
}

static void test_listed_forms(void **state)
{
    static const struct expected rows[] = {
        {"de", "Miete", "home-dollar"}, // "Mieter" has its stem
        {"de", "fahren", ""},           // no ferry
        {"de", "mit öffentlichen Verkehrsmitteln", "bus"},
        {"de", "15-Minuten-Stadt", "map-cog"},
        {"en", "parking downtown", "parking"}, // no park
        {"en", "better", ""},                  // no butter
        {"en", "deserve", ""},                 // no desert
        {"en", "complete", ""},                // no apartment complex
    };
    check(*state, rows, sizeof rows / sizeof *rows, false);
}

static void test_sure(void **state)
{
    struct room *room = *state;
    const struct word_result *result =
        words_understand(room->words, "Deutschkurs am Abend", "de", NULL, room->arena);
    assert_string_equal(words_sure_icon(result), "language");
    assert_true(result->icons[0].sure);
    // One of many things: offered, not shown.
    result =
        words_understand(room->words,
                         "Wer hier wohnt, soll mitreden, ob es um den Bus geht, die Schule, den "
                         "Arzt, das Schwimmbad, den Müll oder die Steuer",
                         "de", NULL, room->arena);
    assert_true(result->icons_n > 0);
    assert_null(words_sure_icon(result));
    assert_null(words_sure_icon(words_understand(room->words, "", "de", NULL, room->arena)));
    // What people chose is sure.
    static const struct word_choice choice = {"GWA", "anchor"};
    words_set_choices(room->words, &choice, 1);
    result = words_understand(room->words, "GWA", "de", NULL, room->arena);
    assert_string_equal(words_sure_icon(result), "anchor");
    words_set_choices(room->words, NULL, 0);
}

static void test_keywords(void **state)
{
    static const struct expected rows[] = {
        // No word cut off, no adjective that carries nothing.
        {"de", "In Gemeinde/ Miet/ u. Genossenschaftswohnungen sollte ein Lift verpflichtend sein",
         "Lift"},
        {"de", "Es kann nicht mehr jeder bauen, mit entsprechendem Bodenverbrauch",
         "Bodenverbrauch"},
        {"de", "Verbot von Feuerwerk in der Altstadt", "Feuerwerk"},
        // No verb between nouns, no two nouns that only meet.
        {"de",
         "Senioren bringen Jugendlichen ein Handwerk bei, das sie selbst lange ausgeübt haben",
         "Handwerk"},
        {"de", "Dachböden stehen leer. Da könnte man wohnen", "Dachböden"},
        // No English verb.
        {"en", "We need jobs to attract our students back to this town", "jobs"},
        {"en", "Building a playground that children in wheelchairs can use", "playground"},
        {"en", "Stop racism in schools", "Stop racism"},
        // A headline that only calls to do something.
        {"en", "Start your own: help for people who want to open a small shop", "shop"},
        {"de", "Mach mit: Chor für alle im Bürgerhaus", "Chor für alle"},
        // What is said of a place, not its name; how is not what.
        {"en", "Green River needs a small library for everyone who lives there", "library"},
        {"en", "The fence could probably be repaired by volunteers", "fence"},
        // A number and half a parenthesis are no headline.
        {"de", "1 (statt 9): ein Raumordnungsgesetz für das ganze Land", "Raumordnungsgesetz"},
        // The comma parts two adjectives.
        {"de", "Moderne, leise Busse für die ganze Stadt", "leise Busse"},
        // A term may end with a word of no content.
        {"en", "The owners of parking lots must plant trees", "parking lots"},
        // What it is, not where.
        {"en", "Safer crossings near the old school", "Safer crossings"},
    };
    check(*state, rows, sizeof rows / sizeof *rows, true);
}

// Forms of one stem that mean different things are different words.
static void test_roots(void **state)
{
    struct room *room = *state;
    static const char *const texts[] = {"More parking", "More parks", "More park"};
    const char *keys[3];
    for (int i = 0; i < 3; i++)
        keys[i] = words_understand(room->words, texts[i], "en", NULL, room->arena)->key;
    assert_string_not_equal(keys[0], keys[1]);
    assert_string_equal(keys[1], keys[2]);
    const struct word_text cards[] = {{texts[0], "en"}, {texts[1], "en"}, {texts[2], "en"}};
    struct word_pair pairs[4];
    size_t n = words_find_alike(room->words, cards, 3, pairs, 4);
    assert_int_equal(n, 1);
    assert_int_equal(pairs[0].a, 1);
    assert_int_equal(pairs[0].b, 2);
}

// Digits of other scripts are digits.
static void test_digits(void **state)
{
    struct room *room = *state;
    static const char *const texts[] = {"منطقة 30", "منطقة ٣٠", "منطقة ۳۰"};
    const char *keys[3];
    for (int i = 0; i < 3; i++)
        keys[i] = words_understand(room->words, texts[i], "ar", NULL, room->arena)->key;
    assert_string_equal(keys[0], keys[1]);
    assert_string_equal(keys[0], keys[2]);
    const struct word_result *result =
        words_understand(room->words, "١٫٥ كم", "ar", NULL, room->arena);
    assert_string_equal(result->keyword, "١٫٥ كم");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts), cmocka_unit_test(test_listed_forms),
        cmocka_unit_test(test_sure),  cmocka_unit_test(test_keywords),
        cmocka_unit_test(test_roots), cmocka_unit_test(test_digits),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, open_words, close_words);
}
