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

#include "base/plural.h"
#include "base/tr.h"

#define SLAVIC \
    "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\n"
#define ARABIC \
    "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"

static void expect(const char *rule, unsigned long n, unsigned long wanted)
{
    unsigned long form = 99;
    assert_true(plural_form(rule, n, &form));
    assert_int_equal(form, wanted);
}

static void test_rules_of_languages(void **state)
{
    (void)state;
    expect("(n != 1);", 1, 0);
    expect("(n != 1);", 0, 1);
    expect("n > 1", 0, 0);
    static const struct {
        unsigned long n, slavic, arabic;
    } cases[] = {{0, 2, 0},  {1, 0, 1},  {2, 1, 2},   {4, 1, 3},   {5, 2, 3},  {11, 2, 4},
                 {21, 0, 4}, {22, 1, 4}, {100, 2, 5}, {111, 2, 4}, {103, 1, 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        expect(SLAVIC, cases[i].n, cases[i].slavic);
        expect(ARABIC, cases[i].n, cases[i].arabic);
    }
    expect("!(n-1)*2 + 7/2", 1, 5);
}

static void test_damaged_rules_are_told(void **state)
{
    (void)state;
    unsigned long form;
    assert_false(plural_form("", 1, &form));
    assert_false(plural_form("n ? 1", 1, &form));
    assert_false(plural_form("(n", 1, &form));
    assert_false(plural_form("n % 0", 1, &form));
    assert_false(plural_form("n n", 1, &form));
    char deep[4001];
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    assert_false(plural_form(deep, 1, &form));
    memset(deep, '!', sizeof deep - 1);
    assert_false(plural_form(deep, 1, &form));
}

static void test_catalogues_follow_their_rules(void **state)
{
    (void)state;
    struct tr *ru = tr_open("ru"), *ar = tr_open("ar"), *fr = tr_open("fr");
    assert_string_equal(tr_plural(ru, "%d card", "%d cards", 21), "%d карточка");
    assert_string_equal(tr_plural(ru, "%d card", "%d cards", 3), "%d карточки");
    assert_string_equal(tr_plural(ru, "%d card", "%d cards", 12), "%d карточек");
    assert_string_equal(tr_plural(ar, "%d card", "%d cards", 2), "بطاقتان");
    assert_string_equal(tr_plural(ar, "%d card", "%d cards", 7), "%d بطاقات");
    assert_string_equal(tr_plural(fr, "%d card", "%d cards", 0), "%d carte");
    tr_free(ru);
    tr_free(ar);
    tr_free(fr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules_of_languages),
        cmocka_unit_test(test_damaged_rules_are_told),
        cmocka_unit_test(test_catalogues_follow_their_rules),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("plural", tests, NULL, NULL);
}
