// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists and tables of a PDF: what belongs together is told together, and the heads of a table say of
// what they are the heads.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>

#include "base/err.h"
#include "draw/geometry.h"
#include "draw/scene.h"
#include "publish/publish.h"

static void begin(struct scene *scene, enum scene_role role, const char *text)
{
    scene_begin(scene, (struct scene_mark){.kind = KIND_AGREEMENT,
                                           .role = role,
                                           .text = text,
                                           .lang = "de",
                                           .box = BOX_EMPTY});
}

static void ink(struct scene *scene)
{
    struct line line;
    line_init(&line);
    line_add_rect(&line, 10, 10, 8, 8);
    scene_fill(scene, &line, 1, AFFINE_IDENTITY, COLOUR_WARM, false);
    line_clear(&line);
}

static void say(struct scene *scene, enum scene_role role, const char *text)
{
    begin(scene, role, text);
    ink(scene);
    scene_end(scene);
}

// The structure below `element`: "H1(a) L(LI(Lbl(1) LBody(P(b))))", heads as TH/Column.
static void tell(qpdf_data qpdf, qpdf_oh element, GString *out)
{
    qpdf_oh name = qpdf_oh_get_key(qpdf, element, "/S");
    if (qpdf_oh_is_null(qpdf, name))
        return;
    g_string_append_printf(out, "%s%s", out->len > 0 && out->str[out->len - 1] != '(' ? " " : "",
                           qpdf_oh_get_name(qpdf, name) + 1);
    qpdf_oh attributes = qpdf_oh_get_key(qpdf, element, "/A");
    if (qpdf_oh_is_dictionary(qpdf, attributes))
        g_string_append(out, qpdf_oh_get_name(qpdf, qpdf_oh_get_key(qpdf, attributes, "/Scope")));
    g_string_append_c(out, '(');
    qpdf_oh text = qpdf_oh_get_key(qpdf, element, "/ActualText");
    if (!qpdf_oh_is_null(qpdf, text))
        g_string_append(out, qpdf_oh_get_utf8_value(qpdf, text));
    qpdf_oh children = qpdf_oh_get_key(qpdf, element, "/K");
    if (qpdf_oh_is_dictionary(qpdf, children))
        tell(qpdf, children, out);
    for (int i = 0; qpdf_oh_is_array(qpdf, children) && i < qpdf_oh_get_array_n_items(qpdf, children); i++) {
        qpdf_oh child = qpdf_oh_get_array_item(qpdf, children, i);
        if (qpdf_oh_is_dictionary(qpdf, child))
            tell(qpdf, child, out);
    }
    g_string_append_c(out, ')');
}

static void expect(struct scene *const *pages, size_t n, const char *wanted)
{
    char *folder = g_dir_make_tmp("erntebild-lists-XXXXXX", NULL),
         *path = g_build_filename(folder, "a.pdf", NULL);
    struct err err = {0};
    const struct publication publication = {.title = "Ernte", .lang = "de", .date = "2016-03-14"};
    if (!publish_scenes(path, (const struct scene *const *)pages, n, &publication, 0, &err))
        fail_msg("%s", err.text);
    qpdf_data qpdf = qpdf_init();
    assert_int_equal(qpdf_read(qpdf, path, NULL), QPDF_SUCCESS);
    qpdf_oh root = qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/StructTreeRoot");
    GString *told = g_string_new(NULL);
    tell(qpdf, qpdf_oh_get_array_item(qpdf, qpdf_oh_get_key(qpdf, root, "/K"), 0), told);
    assert_string_equal(told->str, wanted);
    g_string_free(told, TRUE);
    qpdf_cleanup(&qpdf);
    g_unlink(path);
    g_rmdir(folder);
    g_free(path);
    g_free(folder);
    for (size_t i = 0; i < n; i++)
        scene_free(pages[i]);
}

static void items_that_follow_each_other_are_one_list(void **state)
{
    (void)state;
    struct scene *page = scene_new(100, 50), *next = scene_new(100, 50);
    say(page, ROLE_H1, "Zusagen");
    say(page, ROLE_LI, "Stühle leihen");
    ink(page); // between them: an artifact
    begin(page, ROLE_LI, NULL);
    ink(page);
    say(page, ROLE_LABEL, "erledigt");
    say(page, ROLE_H3, "Sprachcafé"); // a heading within an item is a paragraph of it
    say(page, ROLE_P, "bis 1. Juni");
    scene_end(page);
    say(page, ROLE_P, "Ende");
    say(next, ROLE_LI, "Liste");
    struct scene *const pages[] = {page, next};
    expect(pages, 2,
           "Document(H1(Zusagen) L(LI(LBody(Stühle leihen)) LI(Lbl(erledigt) LBody(P(Sprachcafé) "
           "P(bis 1. Juni)))) P(Ende) L(LI(LBody(Liste))))");
}

static void heads_of_a_table_say_what_they_are_heads_of(void **state)
{
    (void)state;
    struct scene *page = scene_new(100, 50);
    say(page, ROLE_LI, "davor");
    begin(page, ROLE_TABLE, NULL);
    ink(page);
    begin(page, ROLE_TR, NULL);
    say(page, ROLE_TH, "Was");
    say(page, ROLE_TH, "Wer");
    scene_end(page);
    begin(page, ROLE_TR, NULL);
    say(page, ROLE_TH_ROW, "Stühle leihen");
    begin(page, ROLE_TD, NULL);
    ink(page);
    say(page, ROLE_P, "Sudenburg");
    say(page, ROLE_P, "mit Stadtfeld");
    scene_end(page);
    scene_end(page);
    scene_end(page);
    struct scene *const pages[] = {page};
    expect(pages, 1,
           "Document(L(LI(LBody(davor))) Table(TR(TH/Column(Was) TH/Column(Wer)) TR(TH/Row(Stühle "
           "leihen) TD(P(Sudenburg) P(mit Stadtfeld)))))");
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_that_follow_each_other_are_one_list),
        cmocka_unit_test(heads_of_a_table_say_what_they_are_heads_of),
    };
    return cmocka_run_group_tests_name("lists", tests, NULL, NULL);
}
