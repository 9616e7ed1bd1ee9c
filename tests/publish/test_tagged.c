// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a PDF says to who has it read out: document, headings, languages, alternative texts,
// artifacts.

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
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "draw/geometry.h"
#include "draw/scene.h"
#include "publish/publish.h"

static void add(struct scene *scene, double x, struct scene_mark mark)
{
    struct line line;
    line_init(&line);
    line_add_rect(&line, x, 10, 8, 8);
    mark.box = BOX_EMPTY;
    scene_begin(scene, mark);
    scene_fill(scene, &line, 1, AFFINE_IDENTITY, COLOUR_WARM, false);
    scene_end(scene);
    line_clear(&line);
}

static struct scene *page_of(const char *heading)
{
    struct scene *scene = scene_new(100, 50);
    add(scene, 0, (struct scene_mark){.kind = KIND_DECORATION, .role = ROLE_ARTIFACT});
    add(scene, 10,
        (struct scene_mark){.kind = KIND_TITLE, .role = ROLE_H1, .text = heading, .lang = "de"});
    add(scene, 20,
        (struct scene_mark){.kind = KIND_IDEA, .role = ROLE_P, .text = "خريطة الحي", .lang = "ar"});
    add(scene, 30,
        (struct scene_mark){.kind = KIND_FIGURE, .role = ROLE_FIGURE, .alt = "Zwei Nachbarn"});
    return scene;
}

struct document {
    char *path;
    qpdf_data qpdf;
    qpdf_oh catalog, elements; // children of the document element
};

static int set_up(void **state)
{
    struct document *document = g_new0(struct document, 1);
    char *folder = g_dir_make_tmp("erntebild-tagged-XXXXXX", NULL);
    document->path = g_build_filename(folder, "a.pdf", NULL);
    g_free(folder);
    struct scene *pages[] = {page_of("Ernte"), page_of("Anhang")};
    const struct publication publication = {.title = "Ernte", .lang = "de", .date = "2016-03-14"};
    struct err err = {0};
    if (!publish_scenes(document->path, (const struct scene *const *)pages, 2, &publication, 0,
                        &err))
        fail_msg("%s", err.text);
    scene_free(pages[0]);
    scene_free(pages[1]);
    document->qpdf = qpdf_init();
    assert_int_equal(qpdf_read(document->qpdf, document->path, NULL), QPDF_SUCCESS);
    document->catalog = qpdf_get_root(document->qpdf);
    qpdf_oh root = qpdf_oh_get_key(document->qpdf, document->catalog, "/StructTreeRoot");
    qpdf_oh all = qpdf_oh_get_key(document->qpdf, root, "/K");
    assert_int_equal(qpdf_oh_get_array_n_items(document->qpdf, all), 1);
    document->elements =
        qpdf_oh_get_key(document->qpdf, qpdf_oh_get_array_item(document->qpdf, all, 0), "/K");
    *state = document;
    return 0;
}

static int tear_down(void **state)
{
    struct document *document = *state;
    char *folder = g_path_get_dirname(document->path);
    g_unlink(document->path);
    g_rmdir(folder);
    g_free(folder);
    g_free(document->path);
    qpdf_cleanup(&document->qpdf);
    g_free(document);
    return 0;
}

static void says(struct document *document, qpdf_oh object, const char *key, const char *value)
{
    qpdf_oh held = qpdf_oh_get_key(document->qpdf, object, key);
    if (value == NULL)
        assert_true(qpdf_oh_is_null(document->qpdf, held));
    else
        assert_string_equal(qpdf_oh_get_utf8_value(document->qpdf, held), value);
}

static void the_document_is_tagged_and_says_its_language(void **state)
{
    struct document *document = *state;
    says(document, document->catalog, "/Lang", "de");
    qpdf_oh marks = qpdf_oh_get_key(document->qpdf, document->catalog, "/MarkInfo");
    assert_true(
        qpdf_oh_get_bool_value(document->qpdf, qpdf_oh_get_key(document->qpdf, marks, "/Marked")));
}

static void elements_say_what_they_are(void **state)
{
    struct document *document = *state;
    static const struct {
        const char *type, *lang, *alt, *text;
    } WANTED[] = {{"/H1", NULL, NULL, "Ernte"},
                  {"/P", "ar", NULL, "خريطة الحي"},
                  {"/Figure", NULL, "Zwei Nachbarn", NULL},
                  {"/H1", NULL, NULL, "Anhang"},
                  {"/P", "ar", NULL, "خريطة الحي"},
                  {"/Figure", NULL, "Zwei Nachbarn", NULL}};
    assert_int_equal(qpdf_oh_get_array_n_items(document->qpdf, document->elements),
                     (int)G_N_ELEMENTS(WANTED));
    for (size_t i = 0; i < G_N_ELEMENTS(WANTED); i++) {
        qpdf_oh element = qpdf_oh_get_array_item(document->qpdf, document->elements, (int)i);
        qpdf_oh type = qpdf_oh_get_key(document->qpdf, element, "/S");
        assert_string_equal(qpdf_oh_get_name(document->qpdf, type), WANTED[i].type);
        says(document, element, "/Lang", WANTED[i].lang);
        says(document, element, "/Alt", WANTED[i].alt);
        says(document, element, "/ActualText", WANTED[i].text);
    }
}

static void the_rest_is_an_artifact(void **state)
{
    struct document *document = *state;
    for (size_t page = 0; page < 2; page++) {
        qpdf_oh contents =
            qpdf_oh_get_key(document->qpdf, qpdf_get_page_n(document->qpdf, page), "/Contents");
        unsigned char *data = NULL;
        size_t size = 0;
        assert_int_equal(
            qpdf_oh_get_stream_data(document->qpdf, contents, qpdf_dl_all, NULL, &data, &size),
            QPDF_SUCCESS);
        assert_non_null(memmem(data, size, "/Artifact BMC", 13));
        assert_null(memmem(data, size, "/Private", 8));
        free(data);
    }
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_document_is_tagged_and_says_its_language, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(elements_say_what_they_are, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_rest_is_an_artifact, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("tagged", tests, NULL, NULL);
}
