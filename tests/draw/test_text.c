// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lettering in every script, paragraphs, hyphenation.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "draw/lettering.h"
#include "draw/paragraph.h"

struct fixture {
    struct lettering *lettering;
    struct measure measure;
    struct hyphens *hyphens;
    struct arena *arena;
};

static int set_up(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    struct err err = {0};
    fixture->lettering = lettering_new(&err);
    if (fixture->lettering == NULL)
        fail_msg("%s", err.text);
    fixture->measure = lettering_measure(fixture->lettering);
    fixture->hyphens = hyphens_new();
    fixture->arena = arena_new();
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    hyphens_free(fixture->hyphens);
    lettering_free(fixture->lettering);
    g_free(fixture);
    return 0;
}

// Small lettering is put together from its words: nothing is lost between them, for carets and for
// text copied from a PDF.
static void a_line_is_its_words(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "Wir lernen, wie es geht (207) – überall";
    const struct run *line = lettering_run(fixture->lettering, text, 500, "de");
    double space = lettering_run(fixture->lettering, " ", 500, "de")->width, sum = 0, last = -1;
    char **words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++)
        sum += lettering_run(fixture->lettering, *word, 500, "de")->width + (word > words ? space : 0);
    g_strfreev(words);
    assert_float_equal(line->width, sum, 1e-9);
    assert_true(line->ink.x + line->ink.w <= line->width + 0.05 && line->ink.w > 0.9 * sum);
    for (size_t at = 0; at < strlen(text); at = lettering_next(text, at)) {
        double caret = lettering_caret(fixture->lettering, line, at);
        assert_true(caret > last);
        last = caret;
    }
    assert_float_equal(lettering_caret(fixture->lettering, line, strlen(text)), sum, 1e-9);
    // What two directions share is no row of words.
    const struct run *both = lettering_run(fixture->lettering, "Café مقهى نور", 500, "de");
    assert_int_equal(both->missing, 0);
    double left = lettering_caret(fixture->lettering, both, strlen("Café مقهى نو"));
    assert_true(left < lettering_caret(fixture->lettering, both, strlen("Café م")));
}

static void every_script_has_its_letters(void **state)
{
    struct fixture *fixture = *state;
    const struct {
        const char *lang, *text;
        bool rtl;
    } table[] = {
        {"de", "Größe, Übung, Straße „so“ – 100 €", false},
        {"ar", "دورة لغة للأمهات مع رعاية الأطفال", true},
        {"fa", "کلاس زبان با مراقبت از کودکان، چگونه؟", true},
        {"ckb", "خولی زمان بۆ هەمووان", true},
        {"uk", "Мовне кафе: їжа, ґанок, щоденник", false},
        {"ru", "Языковой тандем: объявление", false},
        {"bg", "Безплатни курсове за всички", false},
        {"ti", "ንሕና እውን ክንሕግዝ ንደሊ ኢና", false},
        {"am", "የቋንቋ ትምህርት ለሁሉም", false},
        {"tr", "Işık, ğ, ş, İstanbul, çocuk", false},
        {"fr", "Un café, où l’on s’apprend à côté", false},
        {"vi", "Quán cà phê ngôn ngữ cho mọi người", false},
        {"ro", "Învățăm împreună, șase, țară", false},
        {"pl", "Zażółć gęślą jaźń", false},
        {"ku", "Qursa zimên ji bo hemûyan, êvarê, şev, çay", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        for (int weight = 400; weight <= 800; weight += 100) {
            const struct run *run =
                lettering_run(fixture->lettering, table[i].text, weight, table[i].lang);
            if (run->missing != 0)
                fail_msg("%s, weight %d: %d characters have no glyph", table[i].lang, weight,
                         run->missing);
            assert_int_equal(run->rtl, table[i].rtl);
            assert_true(run->width > 3 && run->ink.w > 3);
        }
    assert_true(lettering_run(fixture->lettering, "a\U000F1234b", 500, "de")->missing > 0);
}

static void a_text_is_shaped_once(void **state)
{
    struct fixture *fixture = *state;
    const struct run *first = lettering_run(fixture->lettering, "Sprachcafé", 700, "de");
    assert_ptr_equal(first, lettering_run(fixture->lettering, "Sprachcafé", 700, "de"));
    assert_true(first->width < lettering_run(fixture->lettering, "Sprachcafés", 700, "de")->width);
}

static void carets_never_split_a_letter(void **state)
{
    struct fixture *fixture = *state;
    const char *text =
        "a\xcc\x88\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7z"; // ä of two, a person of three
    size_t stops[] = {0, 3, strlen(text) - 1, strlen(text)};
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(stops); i++) {
        assert_int_equal(lettering_next(text, stops[i]), stops[i + 1]);
        assert_int_equal(lettering_previous(text, stops[i + 1]), stops[i]);
    }
    const struct run *run = lettering_run(fixture->lettering, "Garten", 500, "de");
    for (size_t i = 0; i <= 6; i++)
        assert_int_equal(
            lettering_index(fixture->lettering, run, lettering_caret(fixture->lettering, run, i)),
            i);
}

static void lines_are_balanced_and_fit(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "Eine Anlaufstelle lotst alle durch die Verfahren der Anerkennung";
    for (double width = 70; width < 500; width += 13) {
        struct paragraph *p =
            paragraph_new(fixture->arena, &fixture->measure, text, 500, "de", 16, width, 0);
        assert_false(p->overfull && width > 160);
        GString *joined = g_string_new(NULL);
        for (int i = 0; i < p->n; i++) {
            if (!p->overfull)
                assert_true(p->lines[i]->width * 16 <= width + 0.01);
            g_string_append_printf(joined, "%s%s", i > 0 ? " " : "", p->lines[i]->text);
        }
        if (!p->overfull) // nothing lost, nothing added
            assert_string_equal(joined->str, text);
        g_string_free(joined, TRUE);
        if (p->n > 1 && !p->overfull) // no narrower measure has as few lines
            assert_true(paragraph_new(fixture->arena, &fixture->measure, text, 500, "de", 16,
                                      p->width * 0.93, 0)
                            ->n > p->n);
    }
}

static void long_words_are_divided_with_a_hyphen(void **state)
{
    struct fixture *fixture = *state;
    const char *word = "Aufenthaltsgenehmigungsverlängerungsantragsformularausfüllhilfe";
    const char *soft = hyphens_soften(fixture->hyphens, word, "de", fixture->arena);
    assert_non_null(strstr(soft, "\xc2\xad"));
    struct paragraph *p =
        paragraph_new(fixture->arena, &fixture->measure, soft, 700, "de", 20, 220, 0);
    assert_true(p->n >= 3);
    assert_false(p->overfull);
    GString *joined = g_string_new(NULL);
    for (int i = 0; i < p->n; i++) {
        const char *line = p->lines[i]->text;
        assert_null(strstr(line, "\xc2\xad"));
        size_t length = strlen(line);
        bool hyphen = g_str_has_suffix(line, "-") || g_str_has_suffix(line, "\xe2\x80\x90");
        assert_int_equal(hyphen, i + 1 < p->n);
        g_string_append_len(joined, line,
                            (gssize)(hyphen ? length - (line[length - 1] == '-' ? 1 : 3) : length));
    }
    assert_string_equal(joined->str, word);
    g_string_free(joined, TRUE);
    // A language without patterns stays as it is.
    assert_string_equal(hyphens_soften(fixture->hyphens, "ልምምድ", "ti", fixture->arena), "ልምምድ");
}

static void right_to_left_lines_start_right(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph *p = paragraph_new(fixture->arena, &fixture->measure,
                                        "دورة لغة للأمهات مع رعاية الأطفال", 500, "ar", 16, 120, 0);
    assert_true(p->rtl);
    assert_true(p->n > 1);
    const char *const languages[] = {"ar", "fa", "ckb", "he", "ur", "ar-SY"};
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        assert_true(lang_is_rtl(languages[i]));
    assert_false(lang_is_rtl("de"));
    assert_false(lang_is_rtl("ku"));
}

static void outlines_cover_the_whole_line(void **state)
{
    struct fixture *fixture = *state;
    const char *texts[] = {"Integration", "Wie wollen wir in zwanzig Jahren in unserem Viertel leben?",
                           "ورشة المستقبل للاندماج في المدينة والأحياء"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        const struct run *run = lettering_run(fixture->lettering, texts[i], 800, NULL);
        size_t n;
        struct line *contours = lettering_contours(fixture->lettering, run, &n);
        struct box box = BOX_EMPTY;
        for (size_t k = 0; k < n; k++)
            box = box_union(box, line_box(&contours[k]));
        lettering_free_contours(contours, n);
        assert_true(fabs(box.x - run->ink.x) < 0.03);
        assert_true(fabs(box.x + box.w - run->ink.x - run->ink.w) < 0.03);
        assert_true(fabs(box.y - run->ink.y) < 0.03);
        assert_true(fabs(box.h - run->ink.h) < 0.04);
    }
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_script_has_its_letters),
        cmocka_unit_test(a_text_is_shaped_once),
        cmocka_unit_test(a_line_is_its_words),
        cmocka_unit_test(carets_never_split_a_letter),
        cmocka_unit_test(lines_are_balanced_and_fit),
        cmocka_unit_test(long_words_are_divided_with_a_hyphen),
        cmocka_unit_test(right_to_left_lines_start_right),
        cmocka_unit_test(outlines_cover_the_whole_line),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
