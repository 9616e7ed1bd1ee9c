// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Digits by language, and what people wrote left as it is.
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>

#include "base/digits.h"

static void expect(char *text, const char *wanted)
{
    assert_string_equal(text, wanted);
    g_free(text);
}

static void each_language_writes_its_own(void **state)
{
    static const struct {
        const char *lang, *digits;
    } known[] = {
        {"de", "0123456789"}, {"en", "0123456789"}, {"ku", "0123456789"},  {"ti", "0123456789"},
        {"tr", "0123456789"}, {"uk", "0123456789"}, {"ru", "0123456789"},  {"fr", "0123456789"},
        {"ar", "٠١٢٣٤٥٦٧٨٩"}, {"fa", "۰۱۲۳۴۵۶۷۸۹"}, {"ckb", "٠١٢٣٤٥٦٧٨٩"}, {"ar-SY", "٠١٢٣٤٥٦٧٨٩"},
        {"", "0123456789"},   {"arz", "0123456789"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        expect(digits_in(known[i].lang, "0123456789"), known[i].digits);
    expect(digits_in("ar", "12:40 Uhr"), "١٢:٤٠ Uhr");
}

static void strings_put_in_stay(void **state)
{
    (void)state;
    expect(digits_format("ar", "%d · %s · %02d", 12, "Haus 3", 5), "١٢ · Haus 3 · ٠٥");
    expect(digits_format("fa", "%zu/%" G_GINT64_FORMAT " %s%%", (size_t)7, INT64_C(40), "8"),
           "۷/۴۰ 8%");
    expect(digits_format("ar", "1: %.3s, %5d", "1234", 6), "١: 123,     ٦");
    expect(digits_format("de", "%d · %s", 12, "Haus 3"), "12 · Haus 3");
    expect(digits_format("ar", "%s", ""), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_writes_its_own),
        cmocka_unit_test(strings_put_in_stay),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
